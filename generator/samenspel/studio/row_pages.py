"""The row of cards: left out and put back, moved, copied, counted, and new ones of every kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.diagnostics import Diagnostic
from samenspel.errors import SamenspelError
from samenspel.kinds import Library
from samenspel.layers.changes import ADD, DROP
from samenspel.layers.locks import EVERY, Locked, lock_on, locks_of
from samenspel.model.kind import Kind
from samenspel.project import Project
from samenspel.saying import say
from samenspel.studio.card_forms import inputs_of, pictures_of, values_of
from samenspel.studio.changing import ADDS, changing, mark_of
from samenspel.studio.desk import EDITION, Desk
from samenspel.studio.engine import Bench, Engine
from samenspel.studio.offer import Choice, offer_of
from samenspel.studio.text_pages import plain_lines
from samenspel.studio.views import face_of
from samenspel.upkeep.passages import kind_of
from samenspel.upkeep.rows import RowOfCards

ROOM = "row"
ROW = f"/{ROOM}{EDITION}"
ACTS = ("drop", "back", "up", "down", "after", "copy", "count")
FIELDS = 200
"""Of a form for a new card."""
MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class Placed:
    """One card in the row."""

    id: str
    name: str
    number: int
    kind: str
    copies: int
    own: bool
    kept: Locked | None
    """Who keeps it in the deck."""
    picture: str
    """Of its front; empty while there is none."""
    pixels: tuple[int, int]


class RowPages:
    """The row as a list with all that can be done to it, and the form for a new card."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(ROW, self._row),
            Route(f"{ROW}/new", self._new),
            Route(f"{ROW}/new", self._add, methods=["POST"]),
            Route(f"{ROW}/{{act}}", self._act, methods=["POST"]),
        ]

    def _row(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        return self._page(engine, choice, bench)

    def _page(
        self, engine: Engine, choice: Choice, bench: Bench, problems: Sequence[Diagnostic] = ()
    ) -> Response:
        project = bench.build.project
        row = RowOfCards(project, choice.region)
        placed = [self._placed(engine, choice, bench, row, number, card)
                  for number, card in enumerate(row.order, 1)]  # fmt: skip
        return self._desk.page(
            "row.html", 409 if problems else 200, choice=choice, problems=problems,
            seen=mark_of(_shown(project, choice)),
            offer=offer_of(project, choice.region), to=choice.room(ROOM), row=row, cards=placed,
            beside={one for one in row.order if row.is_beside(one)},
            kinds=_kinds(project.sources.library, locks_of(project.sources)), most=MOST_COPIES,
        )  # fmt: skip

    def _placed(
        self, engine: Engine, choice: Choice, bench: Bench, row: RowOfCards, number: int, card: str
    ) -> Placed:
        node = row.stack.cards[card]
        kind = kind_of(node) if node else ""
        known = bench.build.project.sources.library.kind(kind)
        face = None
        if bench.edition is not None and card in bench.parts and not row.is_beside(card):
            frames = engine.shown(bench, choice.format, card).survey.frames
            face = face_of(frames[0], "small") if frames else None
        return Placed(
            card, bench.parts.get(card) or row.title(card), number, known.title if known else kind,
            row.copies(card), row.is_own(card),
            lock_on(bench.build.project.sources, card, kind, DROP),
            face.picture if face else "", face.pixels if face else (0, 0),
        )  # fmt: skip

    async def _act(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        return await run_in_threadpool(self._acted, request, form)

    def _acted(self, request: Request, form: FormData) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        act, card = request.path_params["act"], str(form.get("card", ""))
        seen = str(form.get("seen", ""))
        try:
            with changing(engine, seen, lambda now: _shown(now, choice)) as change:
                row = RowOfCards(change.project, choice.region)
                known = row.left_out() if act == "back" else row.order
                if act not in ACTS or card not in known:
                    raise HTTPException(404)
                what = self._desk.words(_in_words(act, row.title(card)))
                change.write_whole(choice.region, _changed(row, act, card, form), what)
        except SamenspelError as error:
            engine, choice, bench = self._desk.chosen(request)
            return self._page(engine, choice, bench, error.diagnostics)
        return RedirectResponse(f"{choice.room(ROOM)}#c-{card}", 303)

    def _new(self, request: Request) -> Response:
        _, choice, bench = self._desk.chosen(request)
        asked = request.query_params
        return self._form(choice, bench, asked.get("kind", ""), asked.get("after", ""))

    def _form(
        self, choice: Choice, bench: Bench, kind: str, after: str,
        problems: Sequence[Diagnostic] = (), typed: Mapping[str, str] | None = None,
    ) -> Response:  # fmt: skip
        project = bench.build.project
        row = RowOfCards(project, choice.region)
        found = _kinds(project.sources.library, locks_of(project.sources)).get(kind)
        if found is None or after not in row.order:
            raise HTTPException(404)
        library = project.sources.library
        sets = {name: one for name in found.sets if (one := library.set(name))}
        return self._desk.page(
            "new_card.html", 409 if problems else 200, choice=choice, problems=problems,
            offer=offer_of(project, choice.region), to=choice.room(ROOM), kind=found, after=after,
            after_title=row.title(after), typed=typed or {},
            inputs=list(inputs_of(found, sets, pictures_of(project))),
        )  # fmt: skip

    async def _add(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        return await run_in_threadpool(self._added, request, form)

    def _added(self, request: Request, form: FormData) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        given = {name: str(value) for name, value in form.items()}
        name, after = given.get("@kind", ""), given.get("@after", "")
        try:
            with changing(engine, ADDS) as change:
                sources = change.project.sources
                row = RowOfCards(change.project, choice.region)
                kind = _kinds(sources.library, locks_of(sources)).get(name)
                if kind is None or after not in row.order:
                    raise HTTPException(404)
                values = values_of(kind, {key: plain_lines(said) for key, said in given.items()})
                card = row.free_id(str(values.get("title") or kind.title))
                files = row.added(card, after, {"kind": kind.name, **values})
                change.write_whole(choice.region, files, self._desk.words(_in_words("add", card)))
        except SamenspelError as error:
            return self._form(choice, bench, name, after, error.diagnostics, given)
        return RedirectResponse(f"{choice.path}/{card}", 303)


def _shown(project: Project, choice: Choice) -> object:
    """What the page shows of the row: the cards in it, each as often as it comes, and without."""
    row = RowOfCards(project, choice.region)
    return [row.stack.order, row.left_out()]


def _changed(row: RowOfCards, act: str, card: str, form: FormData) -> Mapping[str, bytes | None]:
    """What an act writes. Raises HTTPException for a place or a number that there is not."""
    if act == "drop":
        return row.dropped(card)
    if act == "back":
        return row.put_back(card)
    if act == "copy":
        title = row.title(card)
        return row.added(row.free_id(title), card, row.copied(card, f"{title} 2"))
    if act == "count":
        said = str(form.get("copies", ""))
        if not said.isdecimal() or not 1 <= int(said[:4]) <= MOST_COPIES or not row.can_count:
            raise HTTPException(400)
        return row.counted(card, int(said))
    place = row.order.index(card)
    if act == "after":
        behind = str(form.get("after", ""))
        if behind not in row.order or behind == card:
            raise HTTPException(400)
        target = row.order.index(behind)
        return row.moved(card, target + (target < place))
    wanted = place - 1 if act == "up" else place + 1
    if not 0 <= wanted < len(row.order):
        raise HTTPException(400)
    return row.moved(card, wanted)


def _kinds(library: Library, locks: Sequence[Locked]) -> Mapping[str, Kind]:
    """The kinds of which a card may be added, by name: the deck's own first."""
    shut = {lock.what for lock in locks if lock.field == ADD}
    found = [one for one in library.kinds if not one.pages_of and one.design is not None
             and not shut & {one.name, EVERY}]  # fmt: skip
    return {
        one.name: one for one in sorted(found, key=lambda one: (one.runs is not None, one.title))
    }


def _in_words(act: str, card: str) -> str:
    """What the history says of a step."""
    return {
        "drop": say("{card}: left out", card=card),
        "back": say("{card}: put back", card=card),
        "copy": say("{card}: copied", card=card),
        "count": say("{card}: another number", card=card),
        "add": say("{card}: a new card", card=card),
    }.get(act, say("{card}: moved", card=card))
