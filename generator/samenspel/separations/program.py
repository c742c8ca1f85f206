"""A content stream made ready to be written once for each plate: fixed text with slots in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pikepdf

from samenspel.pdf import state
from samenspel.pdf.colours import ALL_PLATES, PROCESS, Paint, Space

Touched = frozenset[str] | None
"""The plates that something changes; ``None`` for all, with nothing where it has no ink."""

INCOMPLETE = "plates-incomplete"
APPROXIMATE = "plates-approximate"


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """What the plates do not show, or not exactly."""

    code: str
    """A message's code."""
    message: str
    """The message."""


def missing(message: str) -> Note:
    """A note on what is not on the plates."""
    return Note(INCOMPLETE, message)


def approximate(message: str) -> Note:
    """A note on what is on the plates, but not exactly."""
    return Note(APPROXIMATE, message)


class State(state.State):
    """The graphics state, and the plates that painting in it changes."""

    __slots__ = ()

    @property
    def key(self) -> tuple[object, ...]:
        """All of it that changes how a form which takes it over is written."""
        return (
            self.fill, self.stroke, self.fill_overprint, self.stroke_overprint,
            self.overprint_mode, self.mode,
        )  # fmt: skip

    @property
    def filled(self) -> Touched:
        """The plates that a fill changes now."""
        return self._touched(self.fill, self.fill_overprint)

    @property
    def stroked(self) -> Touched:
        """The plates that a line changes now."""
        return self._touched(self.stroke, self.stroke_overprint)

    def placed(self, space: Space) -> Touched:
        """The plates that an image or a shading in a space changes now (table 149)."""
        if space.silent:
            return frozenset()
        return space.painted if self.fill_overprint else None

    def _touched(self, paint: Paint, over: bool) -> Touched:
        if paint.space.silent:
            return frozenset()
        return paint.touched(self.overprint_mode) if over else None


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that is set."""

    paint: Paint
    stroke: bool


@dataclass(frozen=True, slots=True)
class Painting:
    """A path that is painted; ``filled`` and ``stroked`` are what each half changes."""

    operator: bytes
    filled: Touched
    stroked: Touched


@dataclass(frozen=True, slots=True)
class Text:
    """Text that is shown in a rendering mode."""

    text: bytes
    mode: int
    filled: Touched
    stroked: Touched


@dataclass(frozen=True, slots=True)
class Stencil:
    """An image that is a mask for the current colour."""

    image: pikepdf.Object
    touched: Touched


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with colours of its own."""

    image: pikepdf.Object
    space: Space
    touched: Touched


@dataclass(frozen=True, slots=True)
class Shade:
    """A shading that fills the clip."""

    shading: pikepdf.Object
    space: Space
    touched: Touched


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is placed, as it reads in the state that it takes over."""

    form: pikepdf.Object
    program: Program


@dataclass(frozen=True, slots=True)
class Settings:
    """A graphics state dictionary."""

    settings: pikepdf.Object


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A Type 3 font and its size; ``programs`` are its glyphs."""

    font: pikepdf.Object
    size: bytes
    programs: dict[str, Program]


Slot = Colour | Painting | Text | Stencil | Picture | Shade | Form | Settings | Glyphs

Item = bytes | Slot
"""Fixed text, or what is written for each plate."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A tiling pattern with colours of its own."""

    pattern: pikepdf.Object
    program: Program


@dataclass(frozen=True, slots=True)
class Blend:
    """A shading pattern."""

    pattern: pikepdf.Object
    space: Space


Pattern = Tile | Blend | pikepdf.Object
"""A pattern by how it is written; one without colours of its own is written as it is."""


@dataclass(slots=True, eq=False)
class Program:
    """A stream in fixed text and slots, and what all that it paints has in common.

    ``used`` are plates that may get ink, ``touches`` the ways in which its objects overprint, and
    ``cost`` counts pieces with those of all forms, as often as they are placed.
    """

    resources: pikepdf.Object | None
    items: list[Item] = field(default_factory=list)
    patterns: dict[bytes, Pattern] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    touches: set[frozenset[str]] = field(default_factory=set)
    notes: dict[Note, None] = field(default_factory=dict)
    cost: int = 0

    def add(self, item: Item) -> None:
        """The next item."""
        self.items.append(item)
        if isinstance(item, (Painting, Text)):
            self.touch(item.filled)
            self.touch(item.stroked)
        elif isinstance(item, (Stencil, Picture, Shade)):
            self.touch(item.touched)

    def note(self, code: str, message: str) -> None:
        """Note what the plates do not show, or not exactly."""
        self.notes[Note(code, message)] = None

    def touch(self, touched: Touched) -> None:
        """Remember a way of overprinting."""
        if touched is not None:
            self.touches.add(touched)

    def use(self, plates: Iterable[str]) -> None:
        """Remember plates that may get ink."""
        self.used.update(plates)

    def take_in(self, other: Program) -> None:
        """What a form or a pattern paints, this paints too."""
        self.used |= other.used
        self.touches |= other.touches
        self.notes.update(other.notes)
        self.cost += other.cost


def plates_of(program: Program) -> tuple[str, ...]:
    """The four process plates, then the spots by name."""
    return (*PROCESS, *sorted(program.used - {*PROCESS, ALL_PLATES}))


def groups_of(program: Program, plates: Sequence[str]) -> list[tuple[str, ...]]:
    """Plates that may be drawn together, three at most: those that all objects treat alike.

    Plates that no object has ink for are left out.
    """
    alike: dict[tuple[bool, ...], list[str]] = {}
    ways = sorted(program.touches, key=sorted)
    for ink in plates:
        if ink in program.used or ALL_PLATES in program.used:
            alike.setdefault(tuple(ink in way for way in ways), []).append(ink)
    return [
        tuple(inks[start : start + 3])
        for inks in alike.values()
        for start in range(0, len(inks), 3)
    ]
