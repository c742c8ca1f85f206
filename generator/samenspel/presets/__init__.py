"""Formats, themes, presses and papers: by name, a project's own first, then these."""

from samenspel.presets.looking_up import (
    format_named,
    names,
    paper_named,
    press_named,
    region_theme,
    theme_named,
)

__all__ = ["format_named", "names", "paper_named", "press_named", "region_theme", "theme_named"]
