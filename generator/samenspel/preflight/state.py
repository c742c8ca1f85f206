"""The graphics state (ISO 32000-1, 8.4), as far as preflight judges it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

import pikepdf

from samenspel.preflight.colour import BLACK, Paint
from samenspel.preflight.fonts import NO_TYPEFACE, typeface
from samenspel.preflight.geometry import EVERYWHERE, IDENTITY, Box, Matrix
from samenspel.preflight.marks import Look, Mark


class State:
    """One level of the graphics state; ``q`` takes a copy."""

    __slots__ = (
        "blend", "clip", "colourless", "ctm", "fill", "fill_alpha", "fill_cell", "fill_overprint",
        "font", "font_size", "intent", "leading", "letter_space", "line_width", "mode",
        "overprint_mode", "rise", "soft_mask", "stretch", "stroke", "stroke_alpha", "stroke_cell",
        "stroke_overprint", "word_space",
    )  # fmt: skip

    def __init__(self, ctm: Matrix = IDENTITY, clip: Box = EVERYWHERE) -> None:
        """The state that a page starts with."""
        self.ctm, self.clip = ctm, clip
        self.fill: Paint = BLACK
        self.stroke: Paint = BLACK
        self.fill_cell: tuple[Mark, ...] = ()
        self.stroke_cell: tuple[Mark, ...] = ()
        self.colourless = False
        self.fill_overprint = self.stroke_overprint = False
        self.overprint_mode = 0
        self.fill_alpha = self.stroke_alpha = 1.0
        self.blend = "Normal"
        self.soft_mask = False
        self.intent = ""
        self.line_width = 1.0
        self.font = NO_TYPEFACE
        self.font_size = 0.0
        self.leading = self.rise = self.letter_space = self.word_space = 0.0
        self.stretch = 1.0
        self.mode = 0

    def copy(self) -> State:
        """A level of its own with the same values."""
        return copy(self)

    @property
    def inherited(self) -> tuple[object, ...]:
        """All that a form takes over from where it is placed, apart from matrix and clip."""
        return (
            self.fill, self.stroke, self.fill_overprint, self.stroke_overprint,
            self.overprint_mode, self.fill_alpha, self.stroke_alpha, self.blend, self.soft_mask,
            self.line_width, self.font.name, self.font_size, self.mode, self.leading, self.rise,
            self.stretch, self.letter_space, self.word_space, self.colourless, self.fill_cell,
            self.stroke_cell, self.intent,
        )  # fmt: skip

    def fill_look(self) -> Look:
        """How a fill or a glyph is painted now."""
        return Look(
            self.fill,
            self.fill_overprint,
            self.overprint_mode,
            self.fill_alpha,
            self.blend,
            self.soft_mask,
            self.intent,
        )

    def stroke_look(self) -> Look:
        """How a line is painted now."""
        return Look(
            self.stroke,
            self.stroke_overprint,
            self.overprint_mode,
            self.stroke_alpha,
            self.blend,
            self.soft_mask,
            self.intent,
        )

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
            modes = settings["/BM"]
            first = modes[0] if isinstance(modes, pikepdf.Array) else modes
            self.blend = str(first).lstrip("/")
        if "/SMask" in settings:
            self.soft_mask = isinstance(settings["/SMask"], pikepdf.Dictionary)
        if "/LW" in settings:
            self.line_width = float(settings["/LW"])
        if "/Font" in settings:
            self.font = typeface(settings["/Font"][0])
            self.font_size = float(settings["/Font"][1])
