"""What must hold for every laid-out page: what is seen of texts and art, and how near the cut.

A design may place anything anywhere; this judges what came of it. Texts keep to the safe zone, are
large enough, touch no other text and no logo, are covered by nothing that is painted after them,
and no line runs through them. Art and badges stay in the safe zone or run on into the bleed. What
stands near a code that is to be scanned leaves it its quiet zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from samenspel.diagnostics import Diagnostic
from samenspel.layout.mistakes import REMEDY_FOR_GLYPHS, mended_in, named
from samenspel.layout.outlines import box_of, crosses, fills
from samenspel.layout.reach import Painted, box_alone, reach_of, reaches
from samenspel.layout.roles import CODE, FREE, QUIET, VEILED
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Frame, Item, Placement, Shape, TextRun, turned_box
from samenspel.model.places import TextPath
from samenspel.saying import say, together
from samenspel.units import MM_PER_POINT, ROUNDING

SMALLEST_TYPE = 7.0
"""No type is smaller than this, in points."""
FURTHEST_OUT = 0.2
"""So far out of the safe zone a text may be, in mm: ascenders rise above the capitals that are
aligned with its edge, and no cutter is as exact."""
TOUCHING = 0.25
"""Boxes of texts may overlap by this, in mm: they are taken higher than most letters are."""
LOGO_TOUCHING = 0.1
"""A logo's box fits it more closely than a text's does."""
NEAREST_CUT = 0.1
"""So far out of the safe zone art may be, in mm: curves are taken a little larger than they are."""


ASCENT, DESCENT, X_HEIGHT = 0.72, 0.2, 0.5
"""Of an ordinary face, in ems: a capital, a descender and a small letter."""


def run_box(run: TextRun) -> Box:
    """The box around a run, in mm: ascenders to descenders of an ordinary face."""
    em = run.size * MM_PER_POINT
    box = Box(run.x, run.y - ASCENT * em, run.width, (ASCENT + DESCENT) * em)
    return turned_box(box, run.turn, (run.x, run.y))


def letters_box(run: TextRun) -> Box:
    """The box around a run's small letters, in mm: what must be seen to read it at all."""
    em = run.size * MM_PER_POINT
    box = Box(run.x, run.y - X_HEIGHT * em, run.width, X_HEIGHT * em)
    return turned_box(box, run.turn, (run.x, run.y))


def verify(frame: Frame, deck: Deck, painted: Painted = box_alone) -> list[Diagnostic]:
    """Problems of a page, each with the place of its text or art; empty when all is well.

    Art whose box touches something is looked at closely, where ``painted`` knows its outlines.
    """
    return list(_Judge(frame, deck, painted).problems())


class _Judge:
    """One page, judged."""

    def __init__(self, frame: Frame, deck: Deck, painted: Painted) -> None:
        self.frame, self.deck, self.painted = frame, deck, painted
        self.texts = [
            (place, item, run_box(item))
            for place, item in enumerate(frame.items)
            if isinstance(item, TextRun) and item.text.strip()
        ]

    def problems(self) -> Iterator[Diagnostic]:
        for _, run, box in self.texts:
            if not self.frame.safe_box.contains(box, slack=FURTHEST_OUT):
                yield self._text("layout-outside-safe", run, "leaves the safe zone")
            if run.size < SMALLEST_TYPE - ROUNDING:
                yield self._text("layout-type-too-small", run, "is under 7 pt")
        yield from self._unseen()
        for (_, first, a), (_, second, b) in combinations(self.texts, 2):
            if a.overlaps(b, slack=TOUCHING):
                yield self._text(
                    "layout-collision", first, say("touches {text!r}", text=second.text)
                )
        for place, run, box in self.texts:
            yield from self._around(place, run, box)
        for item in self.frame.items:
            yield from self._near_cut(item)
        yield from self._on_codes()

    def _unseen(self) -> Iterator[Diagnostic]:
        """Characters that no font has."""
        missing: dict[str, TextRun] = {}
        for run in (item for item in self.frame.items if isinstance(item, TextRun)):
            missing |= {glyph.text: run for glyph in run.glyphs if not glyph.gid and glyph.text}
        for chars, run in missing.items():
            yield Diagnostic(
                "glyph-missing",
                say(
                    "page {name}: no font has a glyph for {named} in {text!r}",
                    name=self.frame.name,
                    named=named(chars),
                    text=run.text,
                ),
                self.deck.where(*run.source),
                self.deck.key(*run.source),
                REMEDY_FOR_GLYPHS,
                subject=chars,
            )

    def _around(self, place: int, run: TextRun, box: Box) -> Iterator[Diagnostic]:
        """What covers a text, runs through it, or needs the room in which it stands."""
        letters = letters_box(run)
        for other, item in enumerate(self.frame.items):
            if isinstance(item, Placement) and item.role == "logo":
                if box.overlaps(item.box, slack=LOGO_TOUCHING):
                    yield self._text("layout-collision", run, say("touches {art}", art=item.art))
            elif isinstance(item, Placement):
                if other > place and reaches(item, box, LOGO_TOUCHING, self.painted):
                    yield self._text(
                        "layout-covered", run, say("is covered by {art}", art=item.art)
                    )
            elif isinstance(item, Shape):
                yield from self._shape_on(run, letters, item, other > place)

    def _shape_on(
        self, run: TextRun, letters: Box, item: Shape, after: bool
    ) -> Iterator[Diagnostic]:
        if item.role == QUIET:
            if fills(item.path, letters):
                yield self._text("layout-collision", run, "stands in a code's quiet zone")
        elif after and item.fill is not None and _reaches(item, letters):
            yield self._text(
                "layout-covered", run, say("is covered by a shape ({role})", role=item.role)
            )
        if item.role == VEILED:
            return  # a line that is seen through a layer was judged where it was drawn
        if item.stroke is not None and crosses(item.path, item.line_width, letters):
            yield self._text(
                "layout-covered", run, say("has a line running through it ({role})", role=item.role)
            )

    def _on_codes(self) -> Iterator[Diagnostic]:
        """Pictures and shapes that are painted over a code, or into the margin that it needs."""
        for place, zone in enumerate(self.frame.items):
            if not (isinstance(zone, Shape) and zone.role == QUIET):
                continue
            around = box_of(zone.path)
            for item in self.frame.items[place + 1 :]:
                what, source = _item_name(self.frame, item)
                if isinstance(item, Placement):
                    over = reaches(item, around, ROUNDING, self.painted)
                else:
                    over = isinstance(item, Shape) and item.role != CODE and _meets(item, around)
                if over:
                    said = say("{what} stands in a code's quiet zone", what=what)
                    yield self._problem("layout-collision", said, source, "move the two apart")

    def _near_cut(self, item: Item) -> Iterator[Diagnostic]:
        """Art or a shape that ends between the safe zone and the bleed's edge."""
        if isinstance(item, Placement):
            box = item.visible
            if _near(self.frame, box):
                box = reach_of(item, self.painted)
        elif isinstance(item, Shape) and item.fill is not None:
            box = box_of(item.path)
        else:
            return
        what, source = _item_name(self.frame, item)
        if item.role not in FREE and box.width and box.height and _near(self.frame, box):
            yield self._problem(
                "layout-near-cut",
                say(
                    "{what} ends near the cut, outside the safe zone of {safe:g} mm",
                    what=what,
                    safe=self.frame.safe,
                ),
                source,
                "move it inwards, or let it run on into the bleed",
            )

    def _text(self, code: str, run: TextRun, what: str) -> Diagnostic:
        place = self.deck.where(*run.source)
        remedy = say(
            "shorten the text{mended_in}, or choose a larger format",
            mended_in=mended_in(self.deck, run.source, place),
        )
        said = together(repr(run.text), " ", what)
        return self._problem(code, said, run.source, remedy)

    def _problem(self, code: str, what: str, source: TextPath, remedy: str) -> Diagnostic:
        source = self._named_in(source)
        place, key = self.deck.where(*source), self.deck.key(*source)
        return Diagnostic(
            code, say("page {name}: {what}", name=self.frame.name, what=what), place, key, remedy
        )

    def _named_in(self, source: TextPath) -> TextPath:
        """The field that a message names: of what no field says, the card's kind drew it.

        What belongs to no card (a poster's ground, a sheet's slug) is the deck's.
        """
        if len(source) > 1 and self.deck.where(*source) is not None:
            return source
        kind = (*source[:1], "kind")
        return kind if source and self.deck.where(*kind) is not None else ("@deck", "title")


def _item_name(frame: Frame, item: Item) -> tuple[str, TextPath]:
    """What messages call an item that is no text, and the field that it comes from."""
    if isinstance(item, Placement):
        return item.art, item.source
    return say("a shape ({role})", role=item.role), (frame.card,)


def _reaches(shape: Shape, box: Box) -> bool:
    """True when what is seen of a shape's area reaches into a box."""
    return all(fills(path, box) for path in (shape.path, *shape.clips))


def _meets(shape: Shape, box: Box) -> bool:
    """True when a shape's area or line reaches into a box."""
    filled = shape.fill is not None and _reaches(shape, box)
    drawn = shape.stroke is not None and crosses(shape.path, shape.line_width, box)
    return filled or drawn


def _near(frame: Frame, box: Box) -> bool:
    """True when a side of a box lies beyond the safe zone and short of the bleed's edge."""
    bleed, width, height = frame.bleed, frame.width, frame.height
    outwards: Sequence[float] = (-box.x, -box.y, box.right - width, box.bottom - height)
    return any(-frame.safe + NEAREST_CUT < out < bleed - NEAREST_CUT for out in outwards)
