"""What an edition changes of the deck below it, in words and in pictures."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from samenspel.comparing import (
    DECK,
    REGION,
    Comparison,
    by_card,
    card_change_in_words,
    compare,
    heading,
)
from samenspel.comparing.marking import marked
from samenspel.errors import UsageError
from samenspel.layers.shapes import BASE
from samenspel.offer import EditionName
from samenspel.studio.desk import EDITION, Desk
from samenspel.studio.engine import Engine
from samenspel.studio.offer import Choice, offer_of
from samenspel.studio.views import Face, face_of
from samenspel.texts.naming import field_name

ROOM = "diff"


class DiffPages:
    """One page with all differences, card by card."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [Route(f"/{ROOM}{EDITION}", self._diff)]

    def _diff(self, request: Request) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        project = engine.project()
        found: Comparison | None
        try:
            found = compare(project, choice.region, choice.language)
        except UsageError:  # nothing lies below a deck that builds on none
            found = None
        cards = by_card(found.differences) if found else {}
        return self._desk.page(
            "diff.html", choice=choice, offer=offer_of(project, choice.region), found=found,
            cards=cards, heading=heading,
            in_words=card_change_in_words, marked=marked, name_of=_name_of,
            before={one: self._faces(engine, choice, BASE, one) for one in cards},
            after={one: self._faces(engine, choice, choice.region, one) for one in cards},
        )  # fmt: skip

    def _faces(self, engine: Engine, choice: Choice, region: str, card: str) -> Sequence[Face]:
        """A card's pages in a region; none of the region itself, or where there is no such card."""
        if card in (REGION, DECK) or choice.region == BASE:
            return ()
        bench = engine.bench(EditionName(region, choice.language))
        if bench.edition is None or card not in bench.parts:
            return ()
        frames = engine.shown(bench, choice.format, card).survey.frames
        return [face_of(frame, "small") for frame in frames]


def _name_of(field: str) -> str:
    parts = [int(one) if one.isdecimal() and place and field[:9] != "questions" else one
             for place, one in enumerate(field.split("."))]  # fmt: skip
    return field_name(tuple(parts))
