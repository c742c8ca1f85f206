"""The graphics state (ISO 32000-1, 8.4)."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any, Self

import pikepdf

from samenspel.pdf.colours import BLACK, Paint
from samenspel.pdf.fonts import NO_TYPEFACE, typeface
from samenspel.pdf.geometry import IDENTITY, Matrix
from samenspel.pdf.values import listed


class State:
    """One level of the graphics state; ``q`` takes a copy."""

    __slots__ = (
        "blend", "colourless", "ctm", "dashed", "fill", "fill_alpha", "fill_overprint", "font",
        "font_size", "intent", "leading", "letter_space", "line_width", "mode", "overprint_mode",
        "rise", "soft_mask", "stretch", "stroke", "stroke_alpha", "stroke_overprint", "word_space",
    )  # fmt: skip

    def __init__(self, ctm: Matrix = IDENTITY) -> None:
        """The state that a page starts with."""
        self.ctm = ctm
        self.fill: Paint = BLACK
        self.stroke: Paint = BLACK
        self.colourless = False
        """True in glyphs and cells that take their colour from outside (9.6.5)."""
        self.fill_overprint = self.stroke_overprint = False
        self.overprint_mode = 0
        self.fill_alpha = self.stroke_alpha = 1.0
        self.blend = "Normal"
        self.soft_mask = False
        self.intent = ""
        self.line_width = 1.0
        self.dashed = False
        self.font = NO_TYPEFACE
        self.font_size = 0.0
        self.leading = self.rise = self.letter_space = self.word_space = 0.0
        self.stretch = 1.0
        self.mode = 0

    def copy(self) -> Self:
        """A level of its own with the same values."""
        return copy(self)

    def apply(self, settings: Mapping[str, Any]) -> None:
        """A graphics state parameter dictionary (8.4.5). ``OP`` alone sets both overprints."""
        if "/OP" in settings:
            self.stroke_overprint = self.fill_overprint = bool(settings["/OP"])
        if "/op" in settings:
            self.fill_overprint = bool(settings["/op"])
        if "/OPM" in settings:
            self.overprint_mode = int(settings["/OPM"])
        if "/CA" in settings:
            self.stroke_alpha = float(settings["/CA"])
        if "/ca" in settings:
            self.fill_alpha = float(settings["/ca"])
        if "/BM" in settings:
            self.blend = blend_mode(settings["/BM"])
        if "/SMask" in settings:
            self.soft_mask = isinstance(settings["/SMask"], pikepdf.Dictionary)
        if "/LW" in settings:
            self.line_width = float(settings["/LW"])
        if "/D" in settings:
            self.dashed = bool(listed(settings["/D"][0]))
        if "/Font" in settings:
            self.font = typeface(settings["/Font"][0])
            self.font_size = float(settings["/Font"][1])


def blend_mode(modes: pikepdf.Object) -> str:
    """The blend mode's name; of a list the first counts."""
    first = next(iter(listed(modes)), "Normal") if isinstance(modes, pikepdf.Array) else modes
    return str(first).lstrip("/")
