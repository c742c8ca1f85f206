"""Looking: all cards of an edition, one of them large, and the pictures of their pages."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.studio.desk import EDITION, Desk
from samenspel.studio.engine import Bench, Shown
from samenspel.studio.fields import TextField, fields_of, judged, loose, over_base
from samenspel.studio.offer import near_choice, offer_of, usual_choice
from samenspel.studio.saving import COMMAND
from samenspel.studio.views import CardView, card_view
from samenspel.upkeep.history import steps, undoable

CARD = f"/deck{EDITION}/{{card}}"
"""The address of a card."""
FOREVER = {"Cache-Control": ", ".join(("private", "max-age=31536000", "immutable"))}
"""For pictures, whose address says what is on them."""


class CardPages:
    """The cards as they are printed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route("/choose", self._choose),
            Route("/deck", self._usual),
            Route(f"/deck{EDITION}", self._deck),
            Route(CARD, self._card),
            Route("/picture/{size}/{name}.jpg", self._picture),
        ]

    def _usual(self, request: Request) -> Response:
        del request
        return RedirectResponse(usual_choice(self._desk.now.project()).path, 303)

    def _choose(self, request: Request) -> Response:
        asked = request.query_params
        wanted = (asked.get(name, "") for name in ("region", "language", "format"))
        return RedirectResponse(near_choice(self._desk.now.project(), *wanted).path, 303)

    def _deck(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        cards: list[CardView] = []
        if bench.edition is not None:
            for number, card in enumerate(bench.cards, 1):
                shown = engine.shown(bench, choice.format, card.id)
                cards.append(card_view(card, number, shown, "small"))
        return self._desk.page(
            "deck.html", choice=choice, offer=offer_of(bench.build.project, choice.region),
            cards=cards, problems=bench.problems, title=bench.title,
        )  # fmt: skip

    def _card(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        ids = [one.id for one in bench.cards]
        place = ids.index(asked_card(request, bench))
        shown = engine.shown(bench, choice.format, ids[place])
        fields = fields_on(bench, ids[place], shown)
        project = bench.build.project
        taken = undoable(steps(project.root))
        return self._desk.page(
            "card.html", choice=choice, offer=offer_of(project, choice.region), fields=fields,
            card=card_view(bench.cards[place], place + 1, shown, "large", fields),
            problems=loose(shown.survey.problems, fields),
            before=ids[place - 1] if place else "", after=(*ids, "")[place + 1],
            source_language=project.source_language,
            undoable=taken[0].what if taken and taken[0].command == COMMAND else "",
        )  # fmt: skip

    def _picture(self, request: Request) -> Response:
        asked = request.path_params
        data = self._desk.now.picture(asked["name"], asked["size"])
        if data is None:
            raise HTTPException(404)
        return Response(data, media_type="image/jpeg", headers=FOREVER)


def asked_card(request: Request, bench: Bench) -> str:
    """The card that an address names. Raises HTTPException for one that there is not."""
    asked: str = request.path_params["card"]
    if asked not in (one.id for one in bench.cards):
        raise HTTPException(404)
    return asked


def fields_on(bench: Bench, card: str, shown: Shown) -> list[TextField]:
    """The texts of a card with their room on its pages."""
    templates = bench.edition.templates if bench.edition else None
    fields = over_base(fields_of(card, bench.passages, templates), bench.base)
    return judged(fields, shown.survey, shown.deck)
