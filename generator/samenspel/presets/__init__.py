"""Formats, themes and presses: found by name, a project's own first, then those in this folder."""

from samenspel.presets.looking_up import (
    format_named,
    names,
    press_named,
    region_theme,
    theme_named,
)

__all__ = ["format_named", "names", "press_named", "region_theme", "theme_named"]
