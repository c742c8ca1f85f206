"""What stands on a box: ground, title, picture and logo on its panels, cuts and creases above."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from samenspel.layout.discs import disc, small_picture
from samenspel.layout.fitting import Entry
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.parts.foot import placed_logo
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.cards import Card
from samenspel.model.frame import Box, Frame, Path, Shape, Turn
from samenspel.model.ink import PAPER, Ink
from samenspel.model.paths import circle, rectangle
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT

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
LETTERS = 0.92
"""From the top of capitals to the bottom of a line, as a share of its size."""
SIGNS_PITCH, SIGNS_ABOVE = 16.0, 5.0
"""From one condition's sign to the next at most, and from the row to the line below it, in mm."""
RIM = 1.08
"""The paper around a sign, whose colour may be that of the box."""
SPINE = "spine"
"""The role of the spine that is read, with the region's name; the other one says the same."""
BALANCED = replace(STYLES["subtitle"], balanced=True, hyphenate=False)


@dataclass(frozen=True, slots=True)
class Side:
    """A panel where it stands on the page, and which way up it is read."""

    box: Box
    turn: Turn = 0

    def mirrored(self, width: float) -> Side:
        """The panel as seen in a mirror, on a page so wide in mm, read the same way up."""
        return replace(self, box=_mirrored(self.box, width))


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

    def mirrored(self, width: float) -> FlatBox:
        """Its panels as seen in a mirror, on a page so wide in mm; its lines stay.

        A page that is read from right to left mirrors what is put on it. So each panel stands where
        the die cuts it, and what is on it is mirrored within it.
        """
        back = None if self.back is None else self.back.mirrored(width)
        return replace(
            self,
            front=self.front.mirrored(width),
            back=back,
            spines=[side.mirrored(width) for side in self.spines],
            ends=[side.mirrored(width) for side in self.ends],
            printed=[_mirrored(box, width) for box in self.printed],
            bare=[_mirrored(box, width) for box in self.bare],
        )


def laid_box(layout: FormatLayout, flat: FlatBox) -> Laid:
    """The flat box as one page."""
    page = Page(layout, flat.name, "front")
    if layout.setter.rtl:
        flat = flat.mirrored(page.width)
    for box in flat.printed:
        page.paint(rectangle(_grown(box)), layout.accent, role="ground")
    for box in flat.bare:
        page.paint(rectangle(box), PAPER, role="ground")
    beyond = 0.0 if flat.back is None else BLEED  # below the front of a lid is a wall, no cut
    _put(page, flat.front, partial(_front, beyond=beyond))
    if flat.back is not None:
        _put(page, flat.back, _back)
    for place, side in enumerate(flat.spines):
        _put(page, side, partial(_spine, role="furniture" if place else SPINE))
    for side in flat.ends:
        _put(page, side, _end)
    laid = page.laid()
    return replace(laid, frame=lined(laid.frame, _one(flat.cuts), _one(flat.creases)))


def _one(paths: Sequence[Path]) -> list[Path]:
    """Paths as one, as a die has one line of a kind; loose ones look like a table to checkers."""
    return [tuple(chain.from_iterable(paths))] if paths else []


def _mirrored(box: Box, width: float) -> Box:
    return replace(box, x=width - box.right)


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


def _front(page: Page, box: Box, beyond: float) -> None:
    """Title and picture on the region's colour, and the region itself on a strip of paper.

    The strip runs on ``beyond`` mm below the panel.
    """
    layout = page.layout
    strip = _strip(page, box, beyond)
    ink, room = layout.on_accent, strip.y - box.y
    entries = [
        _entry(layout, layout.title, "title", TITLE, box.width, ink),
        _entry(layout, _said_in_front(layout), "subtitle", SUBTITLE, box.width, ink, gap=2.5,
               style=BALANCED),
    ]  # fmt: skip
    fit = page.fit(entries, room * (1 - PICTURE_SHARE) - HEAD)
    bottom = page.stack(entries, fit.blocks, box.x, box.y + HEAD)
    cover = _cover(layout)
    if cover is not None:
        top = max(bottom + 4, box.y + room * 0.3)
        place = Box(box.x, top, box.width, strip.y - top - 4)
        page.art(layout.cartoons[cover.id], place, ground=layout.accent, role="art", alt="")


def _said_in_front(layout: FormatLayout) -> Wording:
    """The line below the title, as on the card with the picture, where a region may change it."""
    cover = _cover(layout)
    if cover is not None and isinstance(cover.values.get("subtitle"), str):
        return wording(cover, "subtitle")
    return written(layout.deck.subtitle, "@deck", "subtitle")


def _strip(page: Page, box: Box, beyond: float) -> Box:
    """The lower part of a panel in paper's colour, with the logo or else the region's name."""
    layout = page.layout
    high = min(STRIP, box.height * 0.22)
    strip = Box(box.x - INSET, box.bottom + INSET - high, box.width + 2 * INSET, high)
    page.paint(rectangle(strip.inset(0, 0, 0, -beyond)), layout.theme.paper_tint, role="ground")
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
    _signs(page, replace(box, height=box.height - block.height - SIGNS_ABOVE))


def _signs(page: Page, box: Box) -> None:
    """The model's conditions as a row of their signs, at the bottom of an area."""
    layout, count = page.layout, len(page.layout.model)
    if not count:
        return
    pitch = min(box.width / count, SIGNS_PITCH)
    radius = pitch * 0.44
    for place, (name, choice) in enumerate(layout.model.items()):
        style = layout.style(name)
        art = small_picture(choice, style, style.strong)
        x, y = box.x + pitch * (place + 0.5), box.bottom - radius
        page.paint(circle(x, y, radius * RIM), PAPER, role="disc")
        if art:
            disc(page, art, x, y, radius, style.strong)
        else:
            page.paint(circle(x, y, radius), style.strong, role="disc")


def _spine(page: Page, box: Box, role: str) -> None:
    said = joined([page.layout.title, _region(page.layout)], " · ")
    _on_a_shelf(page, box, said, role)


def _end(page: Page, box: Box) -> None:
    _on_a_shelf(page, box, page.layout.title)


def _on_a_shelf(page: Page, box: Box, said: Wording, role: str = "furniture") -> None:
    """Words in the middle of a low panel; nothing on one lower than their smallest letters."""
    most = box.height / LETTERS / MM_PER_POINT
    if most < SMALL.minimum:
        return
    size = replace(SMALL, design=min(SMALL.design, most))
    layout = page.layout
    block = layout.small(said, box.width, size=size, face="heading", ink=layout.on_accent)
    block = replace(block, copy=replace(block.copy, role=role))
    page.text(block, box.x + (box.width - block.width) / 2, box.y + (box.height - block.height) / 2)


def _region(layout: FormatLayout) -> Wording:
    return written(layout.deck.region.name, "@region", "name")


def _entry(
    layout: FormatLayout, text: Wording, role: str, size: TypeSize, measure: float, ink: Ink,
    gap: float = 0.0, style: Style | None = None,
) -> Entry:  # fmt: skip
    return layout.styled(role, text, measure, size=size, gap=gap, ink=ink, style=style)


def _cover(layout: FormatLayout) -> Card | None:
    """The deck's first card that has a picture."""
    return next((card for card in layout.deck.cards if layout.cartoons.get(card.id)), None)
