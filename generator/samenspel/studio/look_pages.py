"""How a region looks: its logo and its colours; and the pictures of its cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from samenspel.diagnostics import Diagnostic
from samenspel.errors import SamenspelError, UsageError
from samenspel.layers.shapes import BASE
from samenspel.model.waiving import REGION
from samenspel.project import Project
from samenspel.saying import say
from samenspel.starter import accent_of
from samenspel.studio.art_files import art_file, sent
from samenspel.studio.brand_view import ABOUT, Accent, accents_of, tried
from samenspel.studio.card_pages import CARD, asked_part, picture_shown
from samenspel.studio.changing import changing, file_mark, mark_of
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.engine import Bench, Engine
from samenspel.studio.offer import Choice, offer_of
from samenspel.studio.own_values import own_values, with_values
from samenspel.studio.views import card_view
from samenspel.upkeep.passages import stack_of
from samenspel.upkeep.pictures import picture_values

ROOM = "look"
LOOK = f"/{ROOM}{EDITION}"
GROUND = "ground"
"""What ``logo_white:`` says for a logo whose white is not printed."""


class LookPages:
    """The page of a region's logo and colours, and what a card's page does with pictures."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(LOOK, self._look),
            Route(f"{LOOK}/logo", self._logo, methods=["POST"]),
            Route(f"{LOOK}/white", self._white, methods=["POST"]),
            Route(f"{LOOK}/colour", self._colour, methods=["POST"]),
            Route(f"{LOOK}/ink", self._ink, methods=["POST"]),
            Route(f"{CARD}/picture", self._picture, methods=["POST"]),
        ]

    def _look(self, request: Request) -> Response:
        engine, choice, bench = self._desk.chosen(request)
        return self._page(engine, choice, bench)

    def _page(
        self, engine: Engine, choice: Choice, bench: Bench, problems: Sequence[Diagnostic] = ()
    ) -> Response:
        own = own_values(engine, choice.region)
        shown = None
        if bench.edition is not None:
            shown = engine.shown(bench, choice.format, bench.card_of(REGION))
        said, seen = own.get("accents"), mark_of(_shown(engine, choice))
        return self._desk.page(
            "look.html", 409 if problems else 200, choice=choice, to=choice.room(ROOM), seen=seen,
            offer=offer_of(engine.project(), choice.region), problems=problems or bench.problems,
            card=card_view(bench.card_of(REGION), bench.title, 1, shown, "large"),
            logo=str(own.get("logo") or ""), ground=own.get("logo_white") == GROUND,
            accents=accents_of(bench, list(said) if isinstance(said, dict) else []),
        )  # fmt: skip

    async def _logo(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            (name, data), seen = await sent(form), str(form.get("seen", ""))
        return await run_in_threadpool(self._with_logo, request, name, data, seen)

    def _with_logo(self, request: Request, name: str, data: bytes, seen: str) -> Response:
        """With another logo, or, without a file, with none."""
        engine, choice, bench = self._desk.chosen(request)

        def files() -> dict[str, bytes | None]:
            art = art_file(bench, "logos", _stem(choice), name, data) if name else {}
            path = next((one.removeprefix("assets/") for one in art), None)
            return {**art, **with_values(engine, choice.region, {("logo",): path})}

        return self._done(request, seen, files, say("the logo"))

    async def _white(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        value, seen = GROUND if form.get("ground") else None, str(form.get("seen", ""))
        return await run_in_threadpool(
            self._valued, request, seen, ("logo_white",), value, say("the white of the logo")
        )

    async def _colour(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        said = (str(form.get(name, "")) for name in ("name", "value", "seen"))
        return await run_in_threadpool(self._coloured, request, *said)

    def _coloured(self, request: Request, name: str, text: str, seen: str) -> Response:
        if name not in ABOUT:
            raise HTTPException(404)
        value: Any = None
        if text:
            ink = accent_of(text)
            value = ink.screen or [f"{tint:g}" for tint in ink.tints]
        return self._valued(request, seen, ("accents", name), value, say("a colour"))

    def _valued(
        self, request: Request, seen: str, path: tuple[str, ...], value: Any, what: str
    ) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        return self._done(
            request, seen, lambda: with_values(engine, choice.region, {path: value}), what
        )

    def _done(
        self, request: Request, seen: str, files: Callable[[], Mapping[str, bytes | None]],
        what: str,
    ) -> Response:  # fmt: skip
        engine, choice, _ = self._desk.chosen(request)
        try:
            with changing(engine, seen, lambda _: _shown(engine, choice)) as change:
                change.write_whole(choice.region, files(), self._desk.words(what))
        except SamenspelError as error:
            return self._page(*self._desk.chosen(request), error.diagnostics)
        return RedirectResponse(choice.room(ROOM), 303)

    async def _ink(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        said = str(form.get("name", "")), str(form.get("value", ""))
        return await run_in_threadpool(self._inked, request, *said)

    def _inked(self, request: Request, name: str, text: str) -> Response:
        """What a colour that is pointed at prints as."""
        _, _, bench = self._desk.chosen(request)
        if bench.edition is None:
            raise HTTPException(404)
        try:
            found: Accent | None = tried(bench, name, text)
        except UsageError:
            found = None
        template: Any = self._desk.pages.get_template("look_parts.html").module
        shown = str(template.ink(found, self._desk.words)) if found else ""
        return JSONResponse({"told": shown})

    async def _picture(self, request: Request) -> Response:
        async with request.form(max_fields=FIELDS, max_files=1) as form:
            name, data = await sent(form)
            said = {key: str(value) for key, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._pictured, request, name, data, said)

    def _pictured(
        self, request: Request, name: str, data: bytes, said: Mapping[str, str]
    ) -> Response:
        """With another picture on a card, the words for it and what of it stays in sight."""
        engine, choice, bench = self._desk.chosen(request)
        part = asked_part(request, choice, bench)
        project, edition, field_name = engine.project(), choice.edition, said.get("field", "")
        node = stack_of(project.sources, edition.region, edition.language).cards.get(part)
        kind = project.sources.kind_of(node)
        field = next((one for one in kind.pictures if one.name == field_name), None) \
            if kind else None  # fmt: skip
        if field is None or node is None:
            raise HTTPException(404)

        def shown(now: Project) -> object:
            return picture_shown(engine, now, choice, part, field_name)

        with changing(engine, said.get("seen", ""), shown) as change:
            stem = part if choice.region == BASE else f"{choice.region}-{part}"
            art = art_file(bench, "pictures", f"{stem}-{field.name}", name, data) if name else {}
            path = next((one.removeprefix("assets/") for one in art), "")
            files = picture_values(change.project, edition.region, part, field, path, said)
            what = say("{card}: its picture", card=bench.parts.get(part, part))
            change.write_whole(choice.region, {**art, **files}, self._desk.words(what))
        return RedirectResponse(f"{choice.path}/{part}#picture", 303)


def _shown(engine: Engine, choice: Choice) -> object:
    """What the page shows of a region's own: its logo, with its bytes, and its colours."""
    own = own_values(engine, choice.region)
    said = [own.get(name) for name in ("logo", "logo_white", "accents")]
    return [*said, file_mark(engine, str(own.get("logo") or ""))]


def _stem(choice: Choice) -> str:
    return "logo" if choice.region == BASE else choice.region
