"""The graphics state as preflight follows it: with the clip, and what pattern cells paint."""

from __future__ import annotations

from samenspel.pdf import state
from samenspel.pdf.geometry import EVERYWHERE, IDENTITY, Box, Matrix
from samenspel.preflight.marks import Look, Mark


class State(state.State):
    """One level of the graphics state; clips are judged by their boxes."""

    __slots__ = ("clip", "fill_cell", "stroke_cell", "window")

    def __init__(self, ctm: Matrix = IDENTITY, clip: Box = EVERYWHERE) -> None:
        """The state that a page starts with."""
        super().__init__(ctm)
        self.clip = clip
        self.window: Box = EVERYWHERE
        """The part of the clip that surely lets everything through; empty where nobody knows."""
        self.fill_cell: tuple[Mark, ...] = ()
        self.stroke_cell: tuple[Mark, ...] = ()

    @property
    def inherited(self) -> tuple[object, ...]:
        """All that a form takes over from where it is placed, apart from matrix and clip."""
        return (
            self.fill, self.stroke, self.fill_overprint, self.stroke_overprint,
            self.overprint_mode, self.fill_alpha, self.stroke_alpha, self.blend, self.soft_mask,
            self.line_width, self.font.name, self.font_size, self.mode, self.leading, self.rise,
            self.stretch, self.letter_space, self.word_space, self.colourless, self.fill_cell,
            self.stroke_cell, self.intent, self.dashed,
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
