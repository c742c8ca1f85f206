"""What stands on a box: ground, title, picture and logo on its panels, cuts and creases above."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from samenspel.layout.fitting import Entry
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.parts.foot import placed_logo
from samenspel.layout.styles import STYLES
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.frame import Box, Frame, Path, Shape, Turn
from samenspel.model.ink import PAPER, Ink
from samenspel.model.paths import rectangle
from samenspel.model.style import TypeSize

CUT, CREASE = "Cut", "Crease"
"""Names of the plates that hold no ink but lines for the die maker."""
LOOKS: Mapping[str, Ink] = {CUT: Ink(0, 100, 0, 0), CREASE: Ink(100, 0, 0, 0)}
LINE, DASH = 0.25, (2.0, 1.0)
BLEED = 3.0
"""Colour runs on so far beyond each cut, in mm."""
INSET = 4.0
"""Texts and pictures keep so far from cuts and creases, in mm."""
PICTURE_SHARE = 0.5
"""Of the front's height above the strip, for the picture."""
HEAD = 10.0
"""From the inset's top to the title, in mm: the thumb notch takes the middle of it."""
STRIP = 22.0
"""Height in mm of the strip that the region stands on; less on a small box."""
TITLE = TypeSize(30, 12, 1.05)
SUBTITLE = TypeSize(13, 8, 1.2)
CORE = TypeSize(20, 10, 1.15)
SMALL = TypeSize(10, 7, 1.2)


@dataclass(frozen=True, slots=True)
class Side:
    """A panel where it stands on the page, and which way up it is read."""

    box: Box
    turn: Turn = 0


@dataclass(frozen=True, slots=True)
class FlatBox:
    """A blank on its page. Boxes are in mm from the page's top left corner."""

    name: str
    front: Side
    back: Side | None
    spines: Sequence[Side]
    ends: Sequence[Side]
    """Panels on which the title stands alone: what one sees of a box on a shelf."""
    printed: Sequence[Box]
    bare: Sequence[Box]
    """Where glue comes, which takes no ink."""
    cuts: Sequence[Path]
    creases: Sequence[Path]


def laid_box(layout: FormatLayout, flat: FlatBox) -> Laid:
    """The flat box as one page."""
    page = Page(layout, flat.name, "front")
    for box in flat.printed:
        page.paint(rectangle(_grown(box)), layout.accent, role="ground")
    for box in flat.bare:
        page.paint(rectangle(box), PAPER, role="ground")
    _put(page, flat.front, _front)
    if flat.back is not None:
        _put(page, flat.back, _back)
    for side in flat.spines:
        _put(page, side, _spine)
    for side in flat.ends:
        _put(page, side, _end)
    laid = page.laid()
    return replace(laid, frame=lined(laid.frame, flat.cuts, flat.creases))


def _grown(box: Box) -> Box:
    return box.inset(-BLEED, -BLEED, -BLEED, -BLEED)


def lined(frame: Frame, cuts: Sequence[Path] = (), creases: Sequence[Path] = ()) -> Frame:
    """The page with the die maker's lines on top of all, each kind on a plate of its own."""
    lines = [
        Shape(
            path,
            stroke=LOOKS[name],
            line_width=LINE,
            dash=dash,
            role="die-line",
            spot=name,
            layer=name,
        )
        for name, paths, dash in ((CREASE, creases, DASH), (CUT, cuts, ()))
        for path in paths
    ]
    return replace(frame, items=(*frame.items, *lines))


def _put(page: Page, side: Side, draw: Callable[[Page, Box], None]) -> None:
    """Draw on a panel as if it stood upright about its middle, then turn what was drawn."""
    first, box, centre = page.count, side.box, side.box.centre
    if side.turn in (90, 270):
        box = Box(centre.x - box.height / 2, centre.y - box.width / 2, box.height, box.width)
    inset = min(INSET, box.height / 6)
    draw(page, box.inset(INSET, inset, INSET, inset))
    if side.turn:
        page.turn_from(first, side.turn, centre)


def _front(page: Page, box: Box) -> None:
    """Title and picture on the region's colour, and the region itself on a strip of paper."""
    layout = page.layout
    strip = _strip(page, box)
    ink, room = layout.on_accent, strip.y - box.y
    entries = [
        _entry(layout, layout.title, "title", TITLE, box.width, ink),
        _entry(layout, written(layout.deck.subtitle, "@deck", "subtitle"), "subtitle", SUBTITLE,
               box.width, ink, gap=2.5),
    ]  # fmt: skip
    fit = page.fit(entries, room * (1 - PICTURE_SHARE) - HEAD)
    bottom = page.stack(entries, fit.blocks, box.x, box.y + HEAD)
    art = _cover_art(layout)
    if art is not None:
        top = max(bottom + 4, box.y + room * 0.3)
        place = Box(box.x, top, box.width, strip.y - top - 4)
        page.art(art, place, ground=layout.accent, role="art", alt="")


def _strip(page: Page, box: Box) -> Box:
    """The lower part of a panel in paper's colour, with the logo or else the region's name."""
    layout = page.layout
    high = min(STRIP, box.height * 0.22)
    strip = Box(box.x - INSET, box.bottom + INSET - high, box.width + 2 * INSET, high)
    page.paint(rectangle(strip.inset(0, 0, 0, -BLEED)), layout.theme.paper_tint, role="ground")
    place = strip.inset(INSET, high * 0.22, INSET, high * 0.22)
    if placed_logo(page, place, "left", layout.theme.paper_tint) is None:
        block = layout.small(_region(layout), place.width, size=SMALL)
        page.text(block, place.x, place.y + (place.height - block.height) / 2)
    return strip


def _back(page: Page, box: Box) -> None:
    """What the deck is for, in the sentence of its first card that has one; the edition below."""
    layout = page.layout
    cards = [card for card in layout.deck.cards if "core" in card.spec.fields and card.core]
    if cards:
        text, style = wording(cards[0], "core"), replace(STYLES["core"], hyphenate=False)
        entry = layout.styled("core", text, box.width, size=CORE, ink=layout.on_accent, style=style)
        block = page.single(entry, box.height * 0.6)
        page.text(block, box.x, box.y + HEAD)
    said = joined([layout.title, layout.edition], " ")
    block = layout.small(said, box.width, size=SMALL, ink=layout.on_accent)
    page.text(block, box.x, box.bottom - block.height)


def _spine(page: Page, box: Box) -> None:
    layout = page.layout
    said = joined([layout.title, _region(layout)], " · ")
    block = layout.small(said, box.width, size=SMALL, face="heading", ink=layout.on_accent)
    page.text(block, box.x + (box.width - block.width) / 2, box.y + (box.height - block.height) / 2)


def _end(page: Page, box: Box) -> None:
    layout = page.layout
    block = layout.small(layout.title, box.width, size=SMALL, face="heading", ink=layout.on_accent)
    page.text(block, box.x + (box.width - block.width) / 2, box.y + (box.height - block.height) / 2)


def _region(layout: FormatLayout) -> Wording:
    return written(layout.deck.region.name, "@region", "name")


def _entry(
    layout: FormatLayout, text: Wording, role: str, size: TypeSize, measure: float, ink: Ink,
    gap: float = 0.0,
) -> Entry:  # fmt: skip
    return layout.styled(role, text, measure, size=size, gap=gap, ink=ink)


def _cover_art(layout: FormatLayout) -> str | None:
    """The picture of the deck's first card that has one."""
    cards = (card for card in layout.deck.cards if layout.cartoons.get(card.id))
    return next((layout.cartoons[card.id] for card in cards), None)
