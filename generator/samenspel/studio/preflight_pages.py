"""Looking at a file as a print shop does: one that was made here, or any other."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from samenspel.inspecting.inspection import PreflightWishes, preflight_files
from samenspel.inspecting.page import as_html
from samenspel.inspecting.report import PreflightReport, Verdict, places, verdict_line
from samenspel.presets import names, press_named
from samenspel.printable import printable
from samenspel.studio.art_files import sent
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.offer import offer_of

ROOM = "preflight"
PREFLIGHT = f"/{ROOM}{EDITION}"
TONES = {Verdict.PASSED: "good"}
ENDING = ".pdf"


class PreflightPages:
    """The page on which a file is chosen, and what was found in the last one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._last: PreflightReport | None = None
        self.routes = [
            Route(PREFLIGHT, self._preflight),
            Route(f"{PREFLIGHT}/report.html", self._report),
            Route(f"{PREFLIGHT}/in", self._in, methods=["POST"]),
        ]

    def _preflight(self, request: Request) -> Response:
        return self._page(request, None)

    def _page(self, request: Request, report: PreflightReport | None) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        project = engine.project()
        return self._desk.page(
            "preflight.html", choice=choice, to=choice.room(ROOM), title=bench.title,
            offer=offer_of(project, choice.region), report=report, made=self._made(),
            presses=[press_named(project, name) for name in names(project, "presses")],
            verdict_line=verdict_line, places=places, tones=TONES,
        )  # fmt: skip

    def _made(self) -> list[Path]:
        """The press files of the last job, as far as they are still there."""
        job = self._desk.job
        files = [one.path for one in job.files] if job else []
        return [path for path in files if path.suffix == ENDING and path.is_file()]

    def _report(self, request: Request) -> Response:
        """The last report as a page to keep or to send, with pictures of the places."""
        self._desk.chosen(request)
        if self._last is None:
            raise HTTPException(404)
        headers = {"Content-Disposition": "; ".join(("attachment", "filename=preflight.html"))}
        text = as_html(self._last, self._desk.language)
        return Response(text, media_type="text/html", headers=headers)

    async def _in(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
            press, made = str(form.get("press", "")), str(form.get("made", ""))
        return await run_in_threadpool(self._looked, request, press, made, name, data)

    def _looked(self, request: Request, press: str, made: str, name: str, data: bytes) -> Response:
        """A file that was sent, or one of those that were made, by its place among them."""
        engine, _, _ = self._desk.chosen(request)
        if press not in names(engine.project(), "presses"):
            raise HTTPException(400)
        wishes = PreflightWishes(press=press, pictures=True, project=engine.root)
        files = self._made()
        if name:
            with tempfile.TemporaryDirectory(prefix="samenspel-") as place:
                file = Path(place, "file.pdf")
                file.write_bytes(data)
                report = preflight_files([file], wishes)
            shown = printable(PurePosixPath(name.replace("\\", "/")).name)[:200]
            report = replace(report, files=(replace(report.files[0], file=shown),))
        elif made.isdecimal() and len(made) < 5 and int(made) < len(files):
            report = preflight_files([files[int(made)]], wishes)
        else:
            raise HTTPException(400)
        self._last = report
        return self._page(request, report)
