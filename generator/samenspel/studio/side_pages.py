"""Texts in all languages side by side, and what becomes of those whose source or base changed."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.comparing.marking import marked
from samenspel.offer import EditionName
from samenspel.project import Project
from samenspel.studio.changing import Change, changing, mark_of
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.offer import Choice, offer_of
from samenspel.studio.saving import passage_named, record_key, refuse, said_of
from samenspel.studio.sides import Cell, Sides
from samenspel.upkeep import accepted_overrides
from samenspel.upkeep.overrides import Outdated
from samenspel.upkeep.passages import passages
from samenspel.upkeep.rewording import rewritten, without
from samenspel.upkeep.translated import accepted_translations
from samenspel.yaml.editing import Edit

ROOM = "texts"
TEXTS = f"/{ROOM}{EDITION}"
ACTS = ("mine", "theirs", "fits")
"""A text whose base changed stays, or gives way; a translation still fits its source."""


class SidePages:
    """The overview of all texts, and those of one part."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(TEXTS, self._overview),
            Route(f"{TEXTS}/{{part}}", self._part),
            Route(f"{TEXTS}/{{part}}/settle", self._settle, methods=["POST"]),
        ]

    def _overview(self, request: Request) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        sides = Sides(engine.project(), choice.region)
        return self._desk.page(
            "texts.html", choice=choice, offer=offer_of(engine.project(), choice.region),
            to=choice.room(ROOM), languages=sides.languages, parts=list(sides.parts()),
        )  # fmt: skip

    def _part(self, request: Request) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        sides = Sides(engine.project(), choice.region)
        parts = list(sides.parts())
        ids = [one.id for one in parts]
        asked = request.path_params["part"]
        if asked not in ids:
            raise HTTPException(404)
        place = ids.index(asked)
        return self._desk.page(
            "sides.html", choice=choice, offer=offer_of(engine.project(), choice.region),
            to=choice.room(ROOM), part=parts[place], languages=sides.languages,
            rows=list(sides.rows(asked)),
            before=ids[place - 1] if place else "", after=(*ids, "")[place + 1],
            source=engine.project().source_language, marked=marked, mark=mark_of,
            on_cards=not asked.startswith("@"),
        )  # fmt: skip

    async def _settle(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        said = (str(form.get(name, "")) for name in ("language", "key", "act", "seen"))
        return await run_in_threadpool(self._settled, request, *said)

    def _settled(
        self, request: Request, language: str, key: str, act: str, seen: str
    ) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        part = request.path_params["part"]

        def found(project: Project) -> Cell:
            cell = Sides(project, choice.region).cell(part, language, key)
            if cell is None or act not in ACTS:
                raise HTTPException(404)
            return cell

        with changing(engine, seen, lambda project: found(project).shown) as change:
            cell = found(change.project)
            settle(change, choice, cell, act)
        return RedirectResponse(f"{choice.room(ROOM)}/{part}#{cell.id}", 303)


def settle(change: Change, choice: Choice, cell: Cell, act: str) -> None:
    """Do with an outdated text what its maker chose, as one step that can be taken back.

    Nothing happens to a text that is no longer outdated. Raises UsageError for a deck that is not
    to be changed, ContentError and FileAccessError.
    """
    project, name = change.project, EditionName(choice.region, cell.language)
    passage = passage_named(project, name, cell.field.key)
    refuse(passage, passage.text or passage.source)
    what = said_of(project, passage)
    if act == "fits" and cell.state == "outdated":
        key = record_key(passages(project, name.region, name.language), passage)
        files = accepted_translations(project, cell.language, [key])
        change.write(files, what)
    elif act == "mine" and cell.changed is not None:
        files = accepted_overrides(project, choice.region, only=[cell.changed.known])
        change.write(files, what)
    elif act == "theirs" and cell.changed is not None and cell.can_take:
        file = cell.changed.place.file
        new = _given_way(file, change.engine.read(file), cell.changed)
        change.write({file: new}, what, [cell.language])
        change.note(choice.region)


def _given_way(file: str, data: bytes | None, changed: Outdated) -> bytes:
    """A file without a maker's own text; in a list the base's text itself takes its place."""
    if isinstance(changed.path[-1], int):
        return rewritten(file, data, [Edit(changed.path, changed.theirs)])
    return without(file, data, changed.path)
