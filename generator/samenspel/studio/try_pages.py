"""Trying a deck before it is printed: its own pages on a table, drawn, turned and laid out."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from samenspel.digital.looks import condition_colours
from samenspel.digital.page import HERE as DIGITAL
from samenspel.digital.reading import conditions_of
from samenspel.digital.views import draw_view, sort_view
from samenspel.digital.words import words_in
from samenspel.model.cards import Card
from samenspel.studio.desk import EDITION, Desk
from samenspel.studio.engine import Bench
from samenspel.studio.offer import offer_of
from samenspel.studio.views import Face, face_of

ROOM = "try"
TRY = f"/{ROOM}{EDITION}"
TABLE = "/table.js"


@dataclass(frozen=True, slots=True)
class Dealt:
    """A card as it lies on the table."""

    id: str
    kind: str
    name: str
    conditions: tuple[str, ...]
    asks: bool
    """Whether questions stand on it."""
    faces: tuple[Face, ...]
    """Its pages, front and back in turn."""


class TryPages:
    """The table, as in the digital edition, with the printed pages lying on it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(TRY, self._table),
            Route(f"{TRY}/colours.css", self._colours),
            Route(TABLE, self._script),
        ]

    def _table(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        deck = bench.edition.deck if bench.edition else None
        words = words_in(self._desk.language)
        model = deck.model.conditions if deck and deck.model else {}
        conditions = {name: one.name for name, one in model.items()}
        sorting = "\n".join(sort_view(conditions, words)) if conditions else ""
        cards = []
        for card in {one.id: one for one in reversed(deck.cards)}.values() if deck else ():
            frames = engine.shown(bench, choice.format, card.id).survey.frames
            faces = tuple(face_of(frame, "large") for frame in frames)[:2]
            cards.append(_dealt(bench, card, faces))
        return self._desk.page(
            "try.html", choice=choice, offer=offer_of(bench.build.project, choice.region),
            to=choice.room(ROOM), cards=cards[::-1], problems=bench.problems, title=bench.title,
            drawing="\n".join(draw_view(words)), sorting=sorting, spoken=dict(words), script=TABLE,
        )  # fmt: skip

    def _colours(self, request: Request) -> Response:
        """The colours of the conditions, for their piles."""
        _, _, bench = self._desk.chosen(request)
        found = condition_colours(bench.edition) if bench.edition else {}
        rules = (
            f".c-{name}{{--strong:{strong};--tint:{tint};--deep:{deep}}}\n"
            for name, (strong, tint, deep) in found.items()
        )
        return Response("".join(rules), media_type="text/css")

    def _script(self, request: Request) -> Response:
        del request
        return FileResponse(DIGITAL / "table.js", media_type="text/javascript")


def _dealt(bench: Bench, card: Card, faces: tuple[Face, ...]) -> Dealt:
    assert bench.edition is not None
    about = conditions_of(bench.edition.deck, card)
    asks = bool(card.values.get("questions"))
    return Dealt(card.id, card.kind, card.name, about, asks, faces)
