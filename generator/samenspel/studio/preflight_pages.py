"""Looking at a file as a print shop does: one that was made here, or any other."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.inspecting.inspection import PreflightWishes
from samenspel.inspecting.page import as_html
from samenspel.inspecting.report import Verdict, places, verdict_line
from samenspel.presets import names, press_named
from samenspel.printable import printable
from samenspel.studio.art_files import sent
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.looking import Looking
from samenspel.studio.offer import offer_of
from samenspel.studio.words_after import looked_for

ROOM = "preflight"
PREFLIGHT = f"/{ROOM}{EDITION}"
TONES = {Verdict.PASSED: "good"}
ENDING = ".pdf"


class PreflightPages:
    """The page on which a file is chosen, and what was found in the last one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._last: Looking | None = None
        self.routes = [
            Route(PREFLIGHT, self._preflight),
            Route(f"{PREFLIGHT}/now", self._now),
            Route(f"{PREFLIGHT}/report.html", self._report),
            Route(f"{PREFLIGHT}/in", self._in, methods=["POST"]),
        ]

    def _preflight(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        project = engine.project()
        return self._desk.page(
            "preflight.html", choice=choice, to=choice.room(ROOM), title=bench.title,
            offer=offer_of(project, choice.region), last=self._last, made=self._made(),
            presses=[press_named(project, name) for name in names(project, "presses")],
            verdict_line=verdict_line, places=places, tones=TONES,
            looked_for=looked_for,
        )  # fmt: skip

    def _now(self, request: Request) -> Response:
        """How far it is, for the page that waits."""
        self._desk.chosen(request)
        answer = self._desk.page("looking.html", last=self._last, looked_for=looked_for)
        answer.headers["X-State"] = self._last.state if self._last else ""
        return answer

    def _made(self) -> list[Path]:
        """The press files of the last job, as far as they are still there."""
        job = self._desk.job
        files = [one.path for one in job.files] if job else []
        return [path for path in files if path.suffix == ENDING and path.is_file()]

    def _report(self, request: Request) -> Response:
        """The last report as a page to keep or to send, with pictures of the places."""
        self._desk.chosen(request)
        if self._last is None or self._last.report is None:
            raise HTTPException(404)
        headers = {"Content-Disposition": "; ".join(("attachment", "filename=preflight.html"))}
        text = as_html(self._last.report, self._desk.language)
        return Response(text, media_type="text/html", headers=headers)

    async def _in(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
            press, made = str(form.get("press", "")), str(form.get("made", ""))
        return await run_in_threadpool(self._looked, request, press, made, name, data)

    def _looked(self, request: Request, press: str, made: str, name: str, data: bytes) -> Response:
        """Begin with a file that was sent, or one that was made; while one runs, that is shown."""
        engine, choice, _ = self._desk.chosen(request)
        if press not in names(engine.project(), "presses"):
            raise HTTPException(400)
        files = self._made()
        file: Path | bytes = data
        if name:
            shown = printable(PurePosixPath(name.replace("\\", "/")).name)[:200]
        elif made.isdecimal() and len(made) < 5 and int(made) < len(files):
            file = files[int(made)]
            shown = file.name
        else:
            raise HTTPException(400)
        with engine.lock:
            if self._last is None or self._last.state != "running":
                wishes = PreflightWishes(press=press, pictures=True, project=engine.root)
                self._last = Looking(shown, wishes)
                self._last.begin(file)
        return RedirectResponse(choice.room(ROOM), 303)
