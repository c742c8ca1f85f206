"""One side of a card in the making: its page, and the names, areas and colours known so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.layout.inks import first_chosen, ink_of, inks_by_name
from samenspel.layout.knowing import Chosen, known_of, wording_of
from samenspel.layout.page import Page
from samenspel.layout.wording import Wording, written
from samenspel.model.cards import Card
from samenspel.model.design import ArtRef, Expression, Found, InkRef, Item, Length, Template
from samenspel.model.design.lengths import Part as Piece
from samenspel.model.design.lengths import measured
from samenspel.model.frame import Box, Path, Turn, turned_box
from samenspel.model.ink import BLACK, Ink, readable_on
from samenspel.model.kind import FieldPath
from samenspel.saying import say
from samenspel.units import MM_PER_POINT

BACK: dict[Turn, Turn] = {0: 0, 90: 270, 180: 180, 270: 90}
"""What undoes a turn."""

TOUCHES = 0.01
"""An edge that is so near to the cut, in mm, lies on it."""


@dataclass
class Carried:
    """What the back of a card knows of its front."""

    shown: list[str] = field(default_factory=list)
    """The ids of the items that stand on the card so far."""
    rest: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    """The paragraphs that found no room, by the id of the stack that they were for."""


@dataclass
class Scene:
    """What the parts of one side share while they are laid out."""

    page: Page
    card: Card
    known: dict[str, Found]
    areas: dict[str, Box]
    carried: Carried
    clips: dict[str, Path] = field(default_factory=dict)
    """The outlines of areas that are no rectangles, for pictures that fill them."""
    problems: list[Diagnostic] = field(default_factory=list)
    waiting: dict[str, list[Any]] = field(default_factory=dict)
    """The stacks that share their sizes with others, by the name that they share."""
    middles: dict[int, tuple[float, float]] = field(default_factory=dict)
    item: Item | None = None
    """The item in hand, whose place a problem names."""

    @property
    def scale(self) -> float:
        """How large furniture is on this format, A6 being 1."""
        return self.page.layout.scale

    # what expressions give ---------------------------------------------------------------------

    def find(self, one: Expression) -> Found:
        """What an expression gives, and where it comes from."""
        return one.find(self.known)

    def value(self, one: Expression | None) -> Any:
        """What an expression gives; ``None`` without one."""
        return one.value(self.known) if one else None

    def holds(self, one: Expression | None) -> bool:
        """True when a condition is met, and where there is none."""
        return one is None or bool(self.value(one))

    def words(self, one: Template | None) -> Wording:
        """Words with what their expressions give."""
        whole = Wording("")
        for part in one.parts if one else ():
            if isinstance(part, Expression):
                whole = whole + wording_of(self.find(part), (self.card.id,))
            else:  # fixed words stand in the kind's file
                whole = whole + written(part, "@kind", self.card.kind)
        return whole

    def turns(self, name: str, source: Expression) -> Iterator[None]:
        """Each item of a list in turn, under a name; ``at``, ``last`` and ``count`` beside it."""
        found = self.find(source)
        values = found.value if isinstance(found.value, (list, tuple)) else []
        kept = dict(self.known)
        for place, value in enumerate(values):
            path = (*found.path, place) if found.path else ()
            self.known = {
                **kept,
                name: Found(value, path),
                "at": Found(place + 1, path),
                "last": Found(place == len(values) - 1),
                "count": Found(len(values)),
            }
            yield
        self.known = kept

    # colours -----------------------------------------------------------------------------------

    def ink(self, ref: InkRef | None, otherwise: Ink | None = None) -> Ink:
        """The ink that a kind names; black, or ``otherwise``, where it names none."""
        if ref is None:
            return otherwise or BLACK
        if ref.tints:
            tints = (*ref.tints, 0.0, 0.0, 0.0, 0.0)
            return Ink(*tints[:4])
        printed = self.page.layout.theme.printed
        found = printed(ref.screen) if ref.screen else self._named_ink(ref)
        if found is None:
            self.say(
                "design-ink-unknown",
                say('there is no colour "{source}"', source=ref.source),
                near_match(ref.name, self._inks()),
            )
            return BLACK
        ink = found.tint(ref.share) if ref.share < 1 else found
        return readable_on(ink) if ref.on else ink

    def on(self, ref: InkRef) -> Ink:
        """The ink of a text on a colour: as its set says for ``strong``, else what reads best."""
        style = self._colour()
        if ref.source == "strong" and style is not None and style.style is not None:
            return style.style.on_strong
        return readable_on(self.ink(ref))

    def _inks(self) -> dict[str, Ink]:
        return inks_by_name(self.page.layout, self._colour())

    def _colour(self) -> Chosen | None:
        said = self.known.get(self.card.spec.colour)
        return first_chosen(said.value) if said else None

    def _named_ink(self, ref: InkRef) -> Ink | None:
        inks = self._inks()
        if ref.name in inks:
            return inks[ref.name]
        if ref.name == "accent.tint":
            return self.page.layout.accent_tint
        return ink_of(self.value(ref.base), inks, self.page.layout.theme.printed)

    # pictures ----------------------------------------------------------------------------------

    def art(self, refs: list[ArtRef]) -> tuple[str, FieldPath] | None:
        """The first picture of a list that there is, and the field that names it."""
        for ref in refs:
            found = Found(ref.file) if ref.file else self.find(ref.expression)  # type: ignore[arg-type]
            value = found.value
            if isinstance(value, Chosen):
                value = value.part("large").value
            if isinstance(value, str) and value:
                if value in self.page.layout.art:
                    return value, found.path
                self.say(
                    "design-art-missing",
                    say('there is no picture "{picture}"', picture=value),
                    "put it under assets/, and name it from there on",
                )
        return None

    # places ------------------------------------------------------------------------------------

    def length(self, one: Length | None, axis: str, otherwise: float = 0.0) -> float:
        """A length in mm along an axis, ``x`` or ``y``."""
        return measured(one, lambda piece: self._piece(piece, axis)) if one else otherwise

    def _piece(self, piece: Piece, axis: str) -> float:
        page = self.page
        match piece.kind:
            case "number":
                return piece.amount * self.scale
            case "mm":
                return piece.amount
            case "%":
                return piece.amount / 100 * (page.width if axis == "x" else page.height)
            case "edge":
                return _edge(self.areas[piece.name], piece.edge) if piece.name in self.areas else 0
            case "lines":
                size = page.layout.format.type.get(piece.name)
                return piece.amount * size.design * size.leading * MM_PER_POINT if size else 0.0
        named = {"safe": page.layout.format.safe, "margin": page.margin, "width": page.width,
                 "height": page.height, "bleed": page.bleed}  # fmt: skip
        if piece.name in named:
            return named[piece.name]
        value = self.known[piece.name].value if piece.name in self.known else None
        return float(value) * self.scale if isinstance(value, (int, float)) else 0.0

    def has_room(self, item: Item) -> bool:
        """False where an item's area is not as high as it asks."""
        room = item.placing.room
        return room is None or self._said_box(item).height >= self.length(room, "y")

    def _said_box(self, item: Item) -> Box:
        """The area of an item: the edges that it says, and else those of what it is in."""
        said = item.placing
        whole = self.areas.get(said.inside or item.part.within, self.areas["inner"])
        x, right = self._span("x", whole.x, whole.right, said.left, said.right, said.width)
        y, bottom = self._span("y", whole.y, whole.bottom, said.top, said.bottom, said.height)
        inset = self.length(said.inset, "x")
        return Box(x + inset, y + inset, right - x - 2 * inset, bottom - y - 2 * inset)

    def box(self, item: Item) -> Box:
        """The area of an item; one of no size is a problem."""
        box = self._said_box(item)
        if box.width <= 0 or box.height <= 0:
            self.say(
                "design-area-empty",
                say(
                    "the area is {width:.1f} × {height:.1f} mm in format {name}",
                    width=box.width,
                    height=box.height,
                    name=self.page.layout.format.name,
                ),
                "make it larger, or say formats: for this one",
            )
            return Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        self.middles[id(item)] = box.centre
        if item.turn in (90, 270):  # laid out lying, and then turned into its area
            cx, cy = box.centre
            return Box(cx - box.height / 2, cy - box.width / 2, box.height, box.width)
        return box

    def _span(
        self, axis: str, low: float, high: float,
        first: Length | None, second: Length | None, size: Length | None,
    ) -> tuple[float, float]:  # fmt: skip
        start, end = self.length(first, axis, low), self.length(second, axis, high)
        if size is None:
            return start, end
        long = self.length(size, axis)
        return (end - long, end) if second is not None and first is None else (start, start + long)

    def middle(self, item: Item) -> tuple[float, float]:
        """What an item turns about: the middle of the area that it was given last."""
        return self.middles.get(id(item)) or self.box(item).centre

    def bled(self, box: Box) -> Box:
        """What touches the cut runs on into the bleed, also when it is turned afterwards."""
        page, bleed, item = self.page, self.page.bleed, self.item
        turn: Turn = item.turn if item else 0
        middle = self.middle(item) if item and turn else (0.0, 0.0)
        box = turned_box(box, turn, middle)
        box = box.inset(
            -bleed if box.x <= TOUCHES else 0.0,
            -bleed if box.y <= TOUCHES else 0.0,
            -bleed if box.right >= page.width - TOUCHES else 0.0,
            -bleed if box.bottom >= page.height - TOUCHES else 0.0,
        )
        return turned_box(box, BACK[turn], middle)

    def role(self, name: str | None, more: Iterable[str] = ()) -> None:
        """A role of type that is asked for must be there."""
        known = {*self.page.layout.format.type, *more}
        if name and name not in known:
            self.say(
                "design-type-unknown",
                say('there is no type "{name}"', name=name),
                near_match(name, known),
            )

    def say(self, code: str, message: str, remedy: str) -> None:
        """A problem of the design itself, at the item in hand."""
        item = self.item
        self.problems.append(
            Diagnostic(code, message, item.place if item else None, item.key if item else "",
                       remedy)
        )  # fmt: skip


def _edge(box: Box, name: str) -> float:
    named: Mapping[str, float] = {
        "top": box.y, "left": box.x, "bottom": box.bottom, "right": box.right,
        "middle": box.centre.y, "centre": box.centre.x, "width": box.width, "height": box.height,
    }  # fmt: skip
    return named[name]


def scene_of(page: Page, card: Card, carried: Carried) -> Scene:
    """The side of a card with nothing on it yet; ``carried`` is what stands on its front."""
    safe, trim = page.layout.format.safe, Box(0, 0, page.width, page.height)
    areas = {
        "inner": page.inner,
        "full": page.full,
        "trim": trim,
        "safe": trim.inset(safe, safe, safe, safe),
    }
    known = {"shown": Found(carried.shown), **known_of(page.layout, card)}
    return Scene(page, card, known, areas, carried)
