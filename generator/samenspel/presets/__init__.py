"""Formats, themes, presses and papers: by name, a project's own first, then these."""

from samenspel.presets.looking_up import (
    deck_theme,
    format_named,
    names,
    paper_named,
    press_named,
    theme_named,
)

__all__ = ["deck_theme", "format_named", "names", "paper_named", "press_named", "theme_named"]
