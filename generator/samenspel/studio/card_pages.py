"""Looking: all cards of an edition, one of them large, and the pictures of their pages."""

from __future__ import annotations

from dataclasses import asdict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.layers.shapes import BASE
from samenspel.model.waiving import REGION
from samenspel.project import Project
from samenspel.studio.changing import COMMAND, file_mark, mark_of
from samenspel.studio.desk import EDITION, Desk
from samenspel.studio.engine import Bench, Engine, Shown
from samenspel.studio.fields import (
    TextField,
    at_their_lines,
    fields_of,
    judged,
    loose,
    over_base,
)
from samenspel.studio.hearing import Ears
from samenspel.studio.offer import OF_A_REGION, ROOMS, Choice, near_choice, offer_of, usual_choice
from samenspel.studio.views import card_view, pictures_of_card
from samenspel.upkeep.history import to_undo
from samenspel.upkeep.reviews import frozen_in

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
        room = asked.get("room", "")
        near = near_choice(self._desk.now.project(), *wanted)
        return RedirectResponse(near.room(room if room in ROOMS else "deck"), 303)

    def _deck(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        cards = [
            card_view(part, name, number, self._shown(engine, choice, bench, part), "small")
            for number, (part, name) in enumerate(bench.parts.items(), 1)
        ]
        return self._desk.page(
            "deck.html", choice=choice, offer=offer_of(bench.build.project, choice.region),
            cards=cards, problems=bench.problems, title=bench.title,
        )  # fmt: skip

    def _shown(self, engine: Engine, choice: Choice, bench: Bench, part: str) -> Shown | None:
        """A card's pages; ``None`` while a mistake keeps all of them from being made."""
        if bench.edition is None:
            return None
        return engine.shown(bench, choice.format, bench.card_of(part))

    def _card(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        part, parts = asked_part(request, choice, bench), bench.parts
        shown = self._shown(engine, choice, bench, part)
        fields = fields_on(bench, part, shown)
        name = self._desk.words.region_title if part == REGION else parts[part]
        ids = [REGION, *parts] if has_region(choice) else list(parts)
        place = ids.index(part)
        project = bench.build.project
        problems = shown.survey.problems if shown else bench.problems
        taken = to_undo(project.root)
        here = OF_A_REGION if part == REGION else "all_cards"
        return self._desk.page(
            "card.html", here=here, choice=choice, fields=fields,
            offer=offer_of(project, choice.region),
            card=card_view(part, name, place, shown, "large", fields),
            problems=[] if part == REGION and shown else loose(problems, fields),
            before=ids[place - 1] if place else "", after=(*ids, "")[place + 1],
            source_language=project.source_language,
            frozen=frozen_in(project.root, choice.region, choice.language),
            pictures=pictures_of_card(project, choice.edition, part),
            mark=lambda one: mark_of(picture_shown(engine, project, choice, part, one)),
            undoable=taken[0].what if taken and taken[0].command == COMMAND else "",
        )  # fmt: skip

    def _picture(self, request: Request) -> Response:
        asked = request.path_params
        data = self._desk.now.picture(asked["name"], asked["size"])
        if data is None:
            raise HTTPException(404)
        return Response(data, media_type="image/jpeg", headers=FOREVER)


def has_region(choice: Choice) -> bool:
    """Whether what is looked at is a region's, which has texts of its own."""
    return choice.region != BASE


def asked_part(request: Request, choice: Choice, bench: Bench) -> str:
    """The card that an address names, or ``@region``. Raises HTTPException for neither."""
    asked: str = request.path_params["card"]
    if asked not in bench.parts and not (asked == REGION and has_region(choice)):
        raise HTTPException(404)
    return asked


def picture_shown(
    engine: Engine, project: Project, choice: Choice, part: str, field: str
) -> object:
    """What a card's page shows of a picture: its file, how it stands, and what it is of."""
    found = pictures_of_card(project, choice.edition, part)
    return [(asdict(one), file_mark(engine, one.now)) for one in found if one.name == field]


def fields_on(
    bench: Bench, part: str, shown: Shown | None, typing: str = ""
) -> list[TextField]:
    """The texts of a card with their room on its pages, as far as there are pages.

    ``typing`` is a word that is not finished yet: nothing is said of it.
    """
    templates = bench.edition.templates if bench.edition else None
    fields = over_base(fields_of(part, bench.passages, templates), bench.base)
    if shown is None:
        return at_their_lines(fields, bench.problems)
    speller = bench.region_speller if part == REGION else bench.speller
    return judged(fields, shown.survey, shown.deck, Ears(bench.avoided, speller.at_once(), typing))
