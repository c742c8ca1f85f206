"""Formats, themes and presses: found by name, a project's own first, then those in this folder."""

from samenspel.presets.looking_up import (
    deck_theme,
    format_named,
    names,
    press_named,
    theme_named,
)

__all__ = ["deck_theme", "format_named", "names", "press_named", "theme_named"]
