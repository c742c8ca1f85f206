"""Having an edition looked at: the page to send, the answers that came back, what they freeze."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.diagnostics import Diagnostic
from samenspel.errors import SamenspelError
from samenspel.pipeline import BuildRequest
from samenspel.presets import names, press_named
from samenspel.reviewing import open_again, review_pages, take_answer
from samenspel.studio.art_files import sent
from samenspel.studio.changing import ADDS, changing
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.offer import offer_of
from samenspel.upkeep.reviews import answers, frozen_in

ROOM = "review"
REVIEW = f"/{ROOM}{EDITION}"


class ReviewPages:
    """The page of an edition's reviews."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(REVIEW, self._review),
            Route(f"{REVIEW}/page.html", self._out),
            Route(f"{REVIEW}/in", self._in, methods=["POST"]),
            Route(f"{REVIEW}/again", self._again, methods=["POST"]),
        ]

    def _review(self, request: Request) -> Response:
        return self._page(request)

    def _page(self, request: Request, problems: Sequence[Diagnostic] = ()) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        project = engine.project()
        found = [one for one in answers(project.root) if one.region == choice.region]
        return self._desk.page(
            "review.html", 409 if problems else 200, choice=choice, to=choice.room(ROOM),
            offer=offer_of(project, choice.region), title=bench.title, parts=bench.parts,
            presses=[press_named(project, name) for name in names(project, "presses")],
            problems=problems or bench.problems, answers=found[::-1],
            frozen=frozen_in(project.root, choice.region, choice.language),
        )  # fmt: skip

    def _out(self, request: Request) -> Response:
        """The page to send, as a file."""
        engine, choice, _ = self._desk.chosen(request)
        press = request.query_params.get("press", "")
        if press not in names(engine.project(), "presses"):
            raise HTTPException(404)
        try:
            with engine.lock:
                (made,) = review_pages(
                    BuildRequest(
                        output=engine.root / "output", project=engine.root,
                        regions=(choice.region,), languages=(choice.language,),
                        formats=(choice.format,), products=("cards",), press=press, drafts=True,
                        cache=self._desk.cache,
                    ),
                    self._desk.language,
                )  # fmt: skip
        except SamenspelError as error:
            return self._page(request, error.diagnostics)
        headers = {"Content-Disposition": "; ".join(("attachment", f'filename="{made.name}"'))}
        return Response(made.html, media_type="text/html", headers=headers)

    async def _in(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
        return await run_in_threadpool(self._taken, request, name, data)

    def _taken(self, request: Request, name: str, data: bytes) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        try:
            with changing(engine, ADDS) as change:
                take_answer(change.project, data, name or "?")
        except SamenspelError as error:
            return self._page(request, error.diagnostics)
        return RedirectResponse(f"{choice.room(ROOM)}#answers", 303)

    async def _again(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        by, why = str(form.get("by", "")), str(form.get("why", ""))
        return await run_in_threadpool(self._opened, request, by, why)

    def _opened(self, request: Request, by: str, why: str) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        try:
            with changing(engine, ADDS):  # what is open already is told
                open_again(engine.root, choice.region, by, date.today().isoformat(), why)
        except SamenspelError as error:
            return self._page(request, error.diagnostics)
        return RedirectResponse(choice.room(ROOM), 303)
