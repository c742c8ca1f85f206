"""Making: files to print and the folder for a print shop."""

from __future__ import annotations

import webbrowser
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from samenspel.model.deck import Deck
from samenspel.model.style import Format
from samenspel.presets import format_named, names, press_named
from samenspel.printable import plain_word
from samenspel.products import SCREEN, products
from samenspel.products.product import Piece, Product
from samenspel.saying import say
from samenspel.studio.art_files import sent
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.engine import Engine
from samenspel.studio.jobs import Job
from samenspel.studio.maker import Wish
from samenspel.studio.offer import Choice, offer_of

SHOWN = 40
"""Files that are listed of more, where they stand on this computer."""


class MakePages:
    """The page on which files are made, and the job that makes them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(f"/make{EDITION}", self._making),
            Route(f"/make{EDITION}/personal", self._personal, methods=["POST"]),
            Route(f"/make{EDITION}/{{what}}", self._make, methods=["POST"]),
            Route("/job", self._job_now),
            Route("/made/{place:int}.png", self._made),
            Route("/made/{place:int}", self._sent),
            Route("/stop", self._stop, methods=["POST"]),
            Route("/folder", self._folder, methods=["POST"]),
        ]

    def _making(self, request: Request) -> Response:
        _, choice, bench = self._desk.chosen(request)
        project = bench.build.project
        deck = bench.edition.deck if bench.edition else None
        shape = format_named(project, choice.format)
        fit = [one for one in products().values() if deck is None or _suits(one, deck, shape)]
        busy = self._desk.job is not None and self._desk.job.state == "running"
        return self._desk.page(
            "make.html", choice=choice, offer=offer_of(project, choice.region),
            title=bench.title, to=choice.room("make"), shape=shape.title, products=fit, busy=busy,
            presses=[press_named(project, name) for name in names(project, "presses")],
            job=self._desk.job, screens=SCREEN, cards=bench.parts, **listing(),
        )  # fmt: skip

    async def _make(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        return await run_in_threadpool(self._begun, request, form)

    def _begun(self, request: Request, form: FormData) -> Response:
        """A job that was begun; while another one runs, that one is shown."""
        engine, choice, bench = self._desk.chosen(request)
        project, what = bench.build.project, request.path_params["what"]
        press, copies = str(form.get("press", "")), str(form.get("copies", ""))
        wanted = tuple(str(one) for one in form.getlist("products")) or ("cards",)
        good = press in names(project, "presses") and set(wanted) <= {*products(), *SCREEN}
        amount = int(copies) if copies.isdecimal() and len(copies) < 7 else 0
        if not good or what not in ("files", "order", "proof") or (what == "order") != bool(amount):
            raise HTTPException(400)
        wish = replace(
            self._wish(engine, choice, press), products=wanted, copies=amount,
            reference=str(form.get("reference", "")), proof=what == "proof",
            every=what == "files" and bool(form.get("every")),
        )  # fmt: skip
        return self._with_job(engine, choice, Job(wish))

    def _wish(self, engine: Engine, choice: Choice, press: str) -> Wish:
        """What is the same for all that is made of an edition."""
        project = engine.project()
        home = self._desk.here if project.root == project.builtin else engine.root
        return Wish(
            str(engine.root), str(home / "output"), choice.region, choice.language, choice.format,
            press, cache=str(self._desk.cache or ""), reader=self._desk.language,
        )  # fmt: skip

    def _with_job(self, engine: Engine, choice: Choice, job: Job) -> Response:
        with engine.lock:
            if self._desk.job is None or self._desk.job.state != "running":
                self._desk.job = job
                job.begin()
        return RedirectResponse(choice.room("make"), 303)

    async def _personal(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
            said = {key: str(form.get(key, "")) for key in ("card", "press", "each")}
        return await run_in_threadpool(self._for_each, request, name, data, said)

    def _for_each(
        self, request: Request, name: str, data: bytes, said: Mapping[str, str]
    ) -> Response:
        """A card for each row of a table that was sent; its mistakes come with the job, by cell."""
        engine, choice, bench = self._desk.chosen(request)
        press, card = said["press"], said["card"]
        if press not in names(bench.build.project, "presses") or card not in bench.parts:
            raise HTTPException(400)
        sheet = PurePosixPath(name.replace("\\", "/"))
        folder = TemporaryDirectory(prefix="samenspel-")
        rows = Path(folder.name) / f"{plain_word(sheet.stem) or 'tabel'}{sheet.suffix.lower()[:6]}"
        rows.write_bytes(data)
        wish = self._wish(engine, choice, press)
        wish = replace(wish, rows=str(rows), card=card, each=bool(said["each"]))
        return self._with_job(engine, choice, Job(wish, folder))

    def _job_now(self, request: Request) -> Response:
        del request
        answer = self._desk.page("job.html", job=self._desk.job, **listing())
        answer.headers["X-State"] = self._desk.job.state if self._desk.job else ""
        return answer

    def _made(self, request: Request) -> Response:
        """A picture of those that were made, by its place among them."""
        place, files = request.path_params["place"], self._desk.job.files if self._desk.job else ()
        if place >= len(files) or files[place].path.suffix != ".png":
            raise HTTPException(404)
        try:
            data = files[place].path.read_bytes()
        except OSError as error:  # somebody took it away
            raise HTTPException(404) from error
        return Response(data, media_type="image/png")

    def _sent(self, request: Request) -> Response:
        """One of the files that were made, for who does not sit where they are."""
        place, files = request.path_params["place"], self._desk.job.files if self._desk.job else ()
        if place >= len(files) or not files[place].path.is_file():
            raise HTTPException(404)
        path = files[place].path
        return FileResponse(path, filename=path.name, content_disposition_type="attachment")

    def _stop(self, request: Request) -> Response:
        del request
        if self._desk.job is not None:
            self._desk.job.stop()
        return RedirectResponse(self._make_page(), 303)

    def _folder(self, request: Request) -> Response:
        """Show what was made in the system's own window for folders."""
        del request
        if self._desk.job is not None and self._desk.job.files:
            webbrowser.open(self._desk.job.files[0].path.parent.as_uri())
        return RedirectResponse(self._make_page(), 303)

    def _make_page(self) -> str:
        wish = self._desk.job.wish if self._desk.job else None
        return f"/make/{wish.region}/{wish.language}/{wish.format}" if wish else "/deck"


def _suits(product: Product, deck: Deck, shape: Format) -> bool:
    """Whether a deck can have a product."""
    return product.lacking is None or not product.lacking(deck, Piece(product, shape))


def size_of(count: int) -> str:
    """A file's size as people say it."""
    if count >= 1e6:
        return say("{size:.1f} MB", size=count / 1e6)
    return say("{size} kB", size=max(1, round(count / 1e3)))


def listing() -> Mapping[str, Any]:
    """What a list of files is made with."""
    return {"size_of": size_of, "more_files": more_files, "shown": SHOWN}


def more_files(count: int) -> str:
    """How many files there are beside those that are listed."""
    return say("and {count} more", count=count)
