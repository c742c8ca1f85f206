"""The pages of the studio and what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, SamenspelError, UsageError
from samenspel.printable import plain_word
from samenspel.project.edition import languages_of
from samenspel.starter import Start, new_project
from samenspel.studio.drafts import Draft
from samenspel.studio.engine import Bench, Engine, Shown
from samenspel.studio.fields import TextField, fields_of, judged, loose, over_base, spots
from samenspel.studio.offer import Choice, near_choice, offer_of, tongue, usual_choice
from samenspel.studio.places import Place, Places
from samenspel.studio.saving import COMMAND, save
from samenspel.studio.views import CardView, card_view, face_of
from samenspel.studio.words import Words
from samenspel.texts.rows import fingerprint
from samenspel.upkeep.history import steps, undo, undoable

HERE = Path(__file__).parent
FOREVER = {"Cache-Control": ", ".join(("private", "max-age=31536000", "immutable"))}
"""For pictures, whose address says what is on them."""
FIELDS = 40
"""Of a form."""
CARD = "/deck/{region}/{language}/{format}/{card}"
NAMES = ("name", "short", "say_in")
"""What is asked of a new region."""


class Studio:
    """One studio: what it has open, and its pages as an application."""

    def __init__(self, here: Path, project: Path | None, language: str, cache: Path | None) -> None:
        """``here`` is where decks are looked for, ``project`` what is open from the start."""
        self.on_close: Callable[[], None] = lambda: None
        self._language, self._words, self._cache = language, Words(language), cache
        self._places, self._here = Places(), here.resolve()
        self._engine = Engine(project.resolve(), cache) if project else None
        self._pages = Environment(
            loader=FileSystemLoader(HERE / "pages"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True,
        )  # fmt: skip
        self.app = Starlette(
            routes=[
                Route("/", self._start),
                Route("/open", self._open, methods=["POST"]),
                Route("/new", self._new, methods=["POST"]),
                Route("/close", self._close, methods=["POST"]),
                Route("/choose", self._choose),
                Route("/deck", self._usual),
                Route("/deck/{region}/{language}/{format}", self._deck),
                Route(CARD, self._card),
                Route(CARD + "/try", self._try, methods=["POST"]),
                Route(CARD + "/save", self._save, methods=["POST"]),
                Route(CARD + "/undo", self._undo, methods=["POST"]),
                Route("/picture/{size}/{name}.jpg", self._picture),
                Mount("/static", StaticFiles(directory=HERE / "static")),
                Mount("/fonts", StaticFiles(directory=builtin_deck() / "assets" / "fonts")),
            ],
            exception_handlers={
                SamenspelError: self._mistake,
                HTTPException: self._gone,
            },
        )

    # -- answers ------------------------------------------------------------------------------

    def _page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        template = self._pages.get_template(name)
        text = template.render(w=self._words, language=self._language, tongue=tongue, **values)
        return HTMLResponse(text, status)

    def _message(
        self, heading: str, status: int, problems: Sequence[Diagnostic] = (), text: str = ""
    ) -> HTMLResponse:
        words = self._words
        way_back = ("/deck", words.back_to_deck) if self._engine else ("/", words.back_to_start)
        return self._page(
            "message.html", status, heading=heading, text=text, problems=problems,
            way_back=way_back if status != 200 else None,
        )  # fmt: skip

    def _mistake(self, request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, SamenspelError)
        return self._message(self._words.wrong, 409, error.diagnostics)

    def _gone(self, request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, HTTPException)
        words = self._words
        heading = words.gone if error.status_code == 404 else words.not_done
        return self._message(heading, error.status_code)

    # -- start --------------------------------------------------------------------------------

    def _start(self, request: Request) -> Response:
        asked = request.query_params.get("place", "")
        return self._start_page(self._places.named(asked), browsing=bool(asked))

    def _start_page(
        self, place: Place | None, *, browsing: bool = False,
        problems: Sequence[Diagnostic] = (), typed: FormData | None = None,
    ) -> Response:  # fmt: skip
        folder = place or self._places.of(self._here)
        below = self._places.below(folder.path)
        decks = [one for one in (self._places.of(folder.path), *below) if one.is_deck]
        has_above = folder.path.parent != folder.path
        chosen = typed.getlist("languages") if typed else ["nl"]
        said = {name: str(typed.get(name, "")) if typed else "" for name in NAMES}
        return self._page(
            "start.html", 409 if problems else 200, folder=folder, decks=decks, problems=problems,
            folders=[one for one in below if not one.is_deck], browsing=browsing, typed=said,
            above=self._places.of(folder.path.parent) if has_above else None,
            built_in=self._places.of(builtin_deck()),
            languages=[{"code": code, "name": tongue(code), "chosen": code in chosen}
                       for code in languages_of(builtin_deck())[1]],
        )  # fmt: skip

    async def _open(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        place = self._places.named(str(form.get("place", "")))
        if place is None or not place.is_deck:
            raise HTTPException(404)
        return await run_in_threadpool(self._opened, place.path)

    def _opened(self, folder: Path) -> Response:
        engine = Engine(folder, self._cache)
        engine.project()  # whose mistakes are told on the page where it was chosen
        self._engine = engine
        return RedirectResponse("/deck", 303)

    async def _new(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        place = self._places.named(str(form.get("place", "")))
        if place is None:
            raise HTTPException(404)
        return await run_in_threadpool(self._made, place, form)

    def _made(self, place: Place, form: FormData) -> Response:
        name, short, say_in = (str(form.get(key, "")).strip() for key in NAMES)
        spoken = tuple(str(one) for one in form.getlist("languages"))
        start = Start(name, spoken or ("nl",), short=short, place=say_in)
        folder = place.path / (plain_word(start.short or start.name) or "dek")
        try:
            new_project(folder, start)
        except SamenspelError as error:
            return self._start_page(place, problems=error.diagnostics, typed=form)
        return self._opened(folder)

    async def _close(self, request: Request) -> Response:
        del request
        self.on_close()
        return self._message(self._words.closed, 200, text=self._words.closed_now)

    # -- looking ------------------------------------------------------------------------------

    @property
    def _now(self) -> Engine:
        """The project that is open; sends whoever has none open to the start."""
        if self._engine is None:
            raise HTTPException(404)
        return self._engine

    def _usual(self, request: Request) -> Response:
        del request
        return RedirectResponse(usual_choice(self._now.project()).path, 303)

    def _choose(self, request: Request) -> Response:
        asked = request.query_params
        wanted = (asked.get(name, "") for name in ("region", "language", "format"))
        return RedirectResponse(near_choice(self._now.project(), *wanted).path, 303)

    def _chosen(self, request: Request) -> tuple[Engine, Choice, Bench]:
        """What an address names. Raises HTTPException for what there is not."""
        engine = self._now
        asked = request.path_params
        wanted = Choice(asked["region"], asked["language"], asked["format"])
        near = near_choice(engine.project(), wanted.region, wanted.language, wanted.format)
        if near != wanted:
            raise HTTPException(404)
        return engine, wanted, engine.bench(wanted.edition)

    def _deck(self, request: Request) -> Response:
        engine, choice, bench = self._chosen(request)
        cards: list[CardView] = []
        if bench.edition is not None:
            for number, card in enumerate(bench.cards, 1):
                shown = engine.shown(bench, choice.format, card.id)
                cards.append(card_view(card, number, shown, "small"))
        return self._page(
            "deck.html", choice=choice, offer=offer_of(bench.build.project, choice.region),
            cards=cards, problems=bench.problems, title=bench.title,
        )  # fmt: skip

    def _card(self, request: Request) -> Response:
        engine, choice, bench = self._chosen(request)
        ids = [one.id for one in bench.cards]
        place = ids.index(self._asked(request, bench))
        shown = engine.shown(bench, choice.format, ids[place])
        fields = self._fields(bench, ids[place], shown)
        project = bench.build.project
        taken = undoable(steps(project.root))
        return self._page(
            "card.html", choice=choice, offer=offer_of(project, choice.region), fields=fields,
            card=card_view(bench.cards[place], place + 1, shown, "large", fields),
            problems=loose(shown.survey.problems, fields),
            before=ids[place - 1] if place else "", after=(*ids, "")[place + 1],
            source_language=project.source_language,
            undoable=taken[0].what if taken and taken[0].command == COMMAND else "",
        )  # fmt: skip

    def _asked(self, request: Request, bench: Bench) -> str:
        """The card that an address names. Raises HTTPException for one that there is not."""
        asked: str = request.path_params["card"]
        if asked not in (one.id for one in bench.cards):
            raise HTTPException(404)
        return asked

    def _fields(self, bench: Bench, card: str, shown: Shown) -> list[TextField]:
        templates = bench.edition.templates if bench.edition else None
        fields = over_base(fields_of(card, bench.passages, templates), bench.base)
        return judged(fields, shown.survey, shown.deck)

    # -- changing -----------------------------------------------------------------------------

    async def _try(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        typed = str(form.get("key", "")), plain_lines(str(form.get("text", "")))
        return await run_in_threadpool(self._tried, request, *typed)

    def _tried(self, request: Request, key: str, text: str) -> Response:
        """A card with a text that stands in no file yet."""
        engine, choice, bench = self._chosen(request)
        card = self._asked(request, bench)
        shown = engine.shown(bench, choice.format, card)
        fields = self._fields(bench, card, shown)
        field = next((one for one in fields if one.key == key), None)
        if field is None or not field.path:
            raise HTTPException(404)
        try:
            shown = engine.shown(bench, choice.format, card, Draft(field.path, text))
        except ContentError as error:  # the pages stay as they were, and the field says why
            found = [replace(one, problems=error.diagnostics) if one == field else one
                     for one in fields]  # fmt: skip
            return JSONResponse(self._seen(shown, found))
        return JSONResponse(self._seen(shown, self._fields(bench, card, shown)))

    def _seen(self, shown: Shown, fields: Sequence[TextField]) -> dict[str, Any]:
        """Pages and fields as a browser puts them in place of what it has."""
        parts: Any = self._pages.get_template("parts.html").module
        rest = self._pages.get_template("problems.html")
        problems = loose(shown.survey.problems, fields)
        faces = [face_of(frame, "large", spots(frame, fields, shown.deck))
                 for frame in shown.survey.frames]  # fmt: skip
        return {
            "faces": [
                {"picture": one.picture, "alt": one.alt, "spots": str(parts.face_boxes(one))}
                for one in faces
            ],
            "notes": {one.id: str(parts.notes(one, self._words)) for one in fields},
            "rest": rest.render(w=self._words, problems=problems) if problems else "",
        }

    async def _save(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        key, seen = str(form.get("key", "")), str(form.get("seen", ""))
        text = plain_lines(str(form.get("text", "")))
        return await run_in_threadpool(self._saved, request, key, seen, text)

    def _saved(self, request: Request, key: str, seen: str, text: str) -> Response:
        engine, choice, _ = self._chosen(request)
        try:
            done = save(engine, choice.edition, key, seen, text)
        except UsageError as error:
            told = " ".join(map(self._words.sentence, _texts(error.diagnostics)))
            return JSONResponse({"theirs": None, "refused": told})
        now = text if done.theirs is None else done.theirs
        answer: dict[str, Any] = {"theirs": done.theirs, "seen": fingerprint(now)}
        if done.theirs is None:
            _, _, bench = self._chosen(request)
            if bench.edition is None:
                return JSONResponse({"theirs": None, "refused": self._words.saved_unmade})
            card = self._asked(request, bench)
            shown = engine.shown(bench, choice.format, card)
            answer |= self._seen(shown, self._fields(bench, card, shown))
        return JSONResponse(answer)

    def _undo(self, request: Request) -> Response:
        engine, choice, _ = self._chosen(request)
        with engine.lock:
            undo(engine.root)
        return RedirectResponse(f"{choice.path}/{request.path_params['card']}", 303)

    def _picture(self, request: Request) -> Response:
        asked = request.path_params
        data = self._now.picture(asked["name"], asked["size"])
        if data is None:
            raise HTTPException(404)
        return Response(data, media_type="image/jpeg", headers=FOREVER)


def plain_lines(text: str) -> str:
    """A text as a file holds it: a browser ends lines as Windows does, and leaves spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _texts(problems: Sequence[Diagnostic]) -> Iterator[str]:
    for one in problems:
        yield one.message
        if one.remedy:
            yield one.remedy
