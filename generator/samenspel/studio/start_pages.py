"""Beginning: the decks that there are, a new one, and the end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic
from samenspel.errors import SamenspelError
from samenspel.printable import plain_word
from samenspel.project.edition import languages_of
from samenspel.starter import Start, new_project
from samenspel.studio.art_files import sent
from samenspel.studio.desk import FIELDS, Desk
from samenspel.studio.engine import Engine
from samenspel.studio.offer import tongue
from samenspel.studio.places import Place
from samenspel.studio.zip_file import unpacked

NAMES = ("name", "short", "say_in")
"""What is asked of a new region."""


class StartPages:
    """The start page and what is done there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route("/", self._start),
            Route("/open", self._open, methods=["POST"]),
            Route("/new", self._new, methods=["POST"]),
            Route("/zip", self._zip, methods=["POST"]),
            Route("/close", self._close, methods=["POST"]),
        ]

    def _start(self, request: Request) -> Response:
        asked = request.query_params.get("place", "")
        return self._start_page(self._desk.places.named(asked), browsing=bool(asked))

    def _start_page(
        self, place: Place | None, *, browsing: bool = False,
        problems: Sequence[Diagnostic] = (), typed: FormData | None = None,
    ) -> Response:  # fmt: skip
        folder = place or self._desk.places.place_at(self._desk.here)
        below = self._desk.places.below(folder.path)
        decks = [one for one in (self._desk.places.place_at(folder.path), *below) if one.is_deck]
        has_above = folder.path.parent != folder.path
        chosen = typed.getlist("languages") if typed else ["nl"]
        said = {name: str(typed.get(name, "")) if typed else "" for name in NAMES}
        return self._desk.page(
            "start.html", 409 if problems else 200, folder=folder, decks=decks, problems=problems,
            folders=[one for one in below if not one.is_deck], browsing=browsing, typed=said,
            above=self._desk.places.place_at(folder.path.parent) if has_above else None,
            built_in=self._desk.places.place_at(builtin_deck()),
            languages=[{"code": code, "name": tongue(code), "chosen": code in chosen}
                       for code in languages_of(builtin_deck())[1]],
        )  # fmt: skip

    async def _open(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        place = self._desk.places.named(str(form.get("place", "")))
        if place is None or not place.is_deck:
            raise HTTPException(404)
        return await run_in_threadpool(self._opened, place.path)

    def _opened(self, folder: Path) -> Response:
        engine = Engine(folder, self._desk.cache)
        engine.project()  # whose mistakes are shown on the page where it was chosen
        self._desk.engine = engine
        return RedirectResponse("/deck", 303)

    async def _new(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        place = self._desk.places.named(str(form.get("place", "")))
        if place is None:
            raise HTTPException(404)
        return await run_in_threadpool(self._made, place, form)

    def _made(self, place: Place, form: FormData) -> Response:
        name, short, say_in = (str(form.get(key, "")).strip() for key in NAMES)
        spoken = tuple(str(one) for one in form.getlist("languages"))
        start = Start(
            name, spoken or ("nl",), short=short, place=say_in, ui=self._desk.language
        )
        folder = place.path / (plain_word(start.short or start.name) or "dek")
        try:
            new_project(folder, start)
        except SamenspelError as error:
            return self._start_page(place, problems=error.diagnostics, typed=form)
        return self._opened(folder)

    async def _zip(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
            place = self._desk.places.named(str(form.get("place", "")))
        if place is None or not name:
            raise HTTPException(404)
        return await run_in_threadpool(self._unzipped, place, name, data)

    def _unzipped(self, place: Place, name: str, data: bytes) -> Response:
        try:
            folder = unpacked(data, name, place.path)
        except SamenspelError as error:
            return self._start_page(place, problems=error.diagnostics)
        return self._opened(folder)

    async def _close(self, request: Request) -> Response:
        del request
        if self._desk.job is not None:
            await run_in_threadpool(self._desk.job.stop)
        self._desk.on_close()
        return self._desk.message(self._desk.words.closed, 200, text=self._desk.words.closed_now)
