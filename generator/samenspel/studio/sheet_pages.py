"""All texts of an edition in a spreadsheet: out, and back in once the changes were seen."""

from __future__ import annotations

import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.comparing.marking import marked
from samenspel.errors import SamenspelError, UsageError
from samenspel.pipeline import BuildRequest
from samenspel.studio.art_files import sent
from samenspel.studio.changing import ADDS, changing, refuse_built_in
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.offer import offer_of
from samenspel.texts import Import, export_texts, import_texts

ROOM = "sheet"
SHEET = f"/{ROOM}{EDITION}"
FILE = "teksten.xlsx"
ENDINGS = (".xlsx", ".csv")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A table that somebody sent, until its changes are taken or another one comes."""

    token: str
    ending: str
    data: bytes
    root: Path


class SheetPages:
    """The page from which a workbook is taken, and on which it comes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting: Waiting | None = None
        self.routes = [
            Route(SHEET, self._sheet),
            Route(f"{SHEET}/{FILE}", self._out),
            Route(f"{SHEET}/in", self._in, methods=["POST"]),
            Route(f"{SHEET}/take", self._take, methods=["POST"]),
        ]

    def _sheet(self, request: Request) -> Response:
        return self._page(request)

    def _page(
        self, request: Request, found: Import | None = None, error: SamenspelError | None = None
    ) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        problems = error.diagnostics if error else found.warnings if found else ()
        return self._desk.page(
            "sheet.html", 409 if error else 200, choice=choice, to=choice.room(ROOM), file=FILE,
            offer=offer_of(engine.project(), choice.region), problems=problems, found=found,
            token=self._waiting.token if found and self._waiting else "", marked=marked,
            taken=request.query_params.get("taken", "") == "1",
        )  # fmt: skip

    def _out(self, request: Request) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        with engine.lock:
            made = export_texts(
                BuildRequest(
                    output=engine.root / "output", project=engine.root, cache=self._desk.cache,
                    regions=(choice.region,), languages=("all",), formats=(choice.format,),
                ),
                FILE,
            )  # fmt: skip
        headers = {"Content-Disposition": "; ".join(("attachment", f"filename={FILE}"))}
        return Response(made.workbook, media_type=WORKBOOK, headers=headers)

    async def _in(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
        return await run_in_threadpool(self._read, request, name, data)

    def _read(self, request: Request, name: str, data: bytes) -> Response:
        """What a table would change; nothing is written yet."""
        engine, _, _ = self._desk.chosen(request)
        ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
        self._waiting = None
        try:
            refuse_built_in(engine.project())
            if ending not in ENDINGS:
                raise UsageError.of("texts-file-name", "this is no .xlsx and no .csv",
                                    remedy="choose the file that came from here")  # fmt: skip
            waiting = Waiting(secrets.token_hex(8), ending, data, engine.root)
            found = imported(waiting)
        except SamenspelError as error:
            return self._page(request, error=error)
        self._waiting = waiting
        return self._page(request, found)

    async def _take(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        return await run_in_threadpool(self._taken, request, str(form.get("token", "")))

    def _taken(self, request: Request, token: str) -> Response:
        """The changes, read anew: a text that was changed meanwhile is told and stays."""
        engine, choice, _ = self._desk.chosen(request)
        waiting = self._waiting
        if waiting is None or waiting.root != engine.root or token != waiting.token:
            raise HTTPException(404)
        try:
            with changing(engine, ADDS):  # each text has its own mark: what it was when it went out
                imported(waiting).write()
        except SamenspelError as error:
            return self._page(request, error=error)
        self._waiting = None
        return RedirectResponse(f"{choice.room(ROOM)}?taken=1", 303)


def imported(waiting: Waiting) -> Import:
    """What a table changes. Raises ContentError with every mistake at its cell."""
    with tempfile.TemporaryDirectory(prefix="samenspel-") as place:
        file = Path(place) / f"teksten{waiting.ending}"
        file.write_bytes(waiting.data)
        return import_texts(file, waiting.root)
