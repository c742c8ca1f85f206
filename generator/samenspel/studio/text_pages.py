"""Changing: what is typed, on the pages at once and in its file when it is saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, SamenspelError
from samenspel.model.waiving import REGION
from samenspel.saying import say
from samenspel.studio.card_pages import CARD, asked_part, fields_on
from samenspel.studio.changing import ADDS, changing
from samenspel.studio.desk import EDITION, FIELDS, Desk
from samenspel.studio.drafts import Draft
from samenspel.studio.engine import Bench, Shown
from samenspel.studio.fields import TextField, loose
from samenspel.studio.offer import ROOMS, Choice
from samenspel.studio.saving import save
from samenspel.studio.views import card_view
from samenspel.texts.rows import fingerprint
from samenspel.upkeep.vocabulary import with_word

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""What can be put on a deck's own list of words."""
LONGEST = 80
"""Letters of such a word."""


class TextPages:
    """What a card's page asks while somebody types."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(CARD + "/try", self._try, methods=["POST"]),
            Route(CARD + "/word", self._word, methods=["POST"]),
            Route(CARD + "/near", self._near, methods=["POST"]),
            Route(CARD + "/save", self._save, methods=["POST"]),
            Route(CARD + "/undo", self._undo, methods=["POST"]),
            Route(f"/undo{EDITION}/{{room}}", self._undo_here, methods=["POST"]),
        ]

    async def _try(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        typed = str(form.get("key", "")), plain_lines(str(form.get("text", "")))
        typing = str(form.get("typing", ""))
        return await run_in_threadpool(self._tried, request, *typed, typing)

    def _tried(self, request: Request, key: str, text: str, typing: str) -> Response:
        """A card with a text that stands in no file yet; ``typing`` is the word at the caret."""
        engine, choice, bench = self._desk.chosen(request)
        part = asked_part(request, choice, bench)
        fields = fields_on(bench, part, None)
        field = next((one for one in fields if one.key == key), None)
        if field is None:
            raise HTTPException(404)
        if bench.edition is None or not field.path:  # nothing to see before it is mended
            return JSONResponse(self._seen(bench, part, None, fields))
        card = bench.card_of(part)
        try:
            shown = engine.shown(bench, choice.format, card, Draft(field.path, text))
        except ContentError as error:  # the pages stay as they were, and the field says why
            shown = engine.shown(bench, choice.format, card)
            found = [replace(one, problems=error.diagnostics) if one.key == key else one
                     for one in fields_on(bench, part, shown)]  # fmt: skip
            return JSONResponse(self._seen(bench, part, shown, found))
        return JSONResponse(self._seen(bench, part, shown, fields_on(bench, part, shown, typing)))

    async def _word(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        return await run_in_threadpool(self._worded, request, str(form.get("word", "")))

    def _worded(self, request: Request, word: str) -> Response:
        """A word that is right, though no list has it, goes on the deck's own."""
        engine, choice, _ = self._desk.chosen(request)
        with changing(engine, ADDS) as change:
            files = with_word(change.project, choice.language, _a_word(word))
            what = self._desk.words(say("{word}: a word that is right", word=word))
            change.write(files, what, [choice.language])
        return JSONResponse({})

    async def _near(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        return await run_in_threadpool(self._neared, request, str(form.get("word", "")))

    def _neared(self, request: Request, word: str) -> Response:
        """Have looked up what may be written in a word's place; the next answer tells it."""
        _, choice, _ = self._desk.chosen(request)
        self._desk.near.learn(choice.language, _a_word(word).lower())
        return JSONResponse({})

    def _seen(
        self, bench: Bench, part: str, shown: Shown | None, fields: Sequence[TextField]
    ) -> dict[str, Any]:
        """Pages and fields as a browser puts them in place of what it has."""
        parts: Any = self._desk.pages.get_template("parts.html").module
        rest = self._desk.pages.get_template("problems.html")
        found = shown.survey.problems if shown else bench.problems
        problems = [] if part == REGION and shown else loose(found, fields)
        faces = card_view(part, "", 0, shown, "large", fields).faces
        return {
            "faces": [
                {"picture": one.picture, "alt": one.alt, "spots": str(parts.face_boxes(one))}
                for one in faces
            ],
            "notes": {one.id: str(parts.notes(one, self._desk.words)) for one in fields},
            "rest": rest.render(w=self._desk.words, problems=problems) if problems else "",
        }

    async def _save(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        key, seen = str(form.get("key", "")), str(form.get("seen", ""))
        text = plain_lines(str(form.get("text", "")))
        return await run_in_threadpool(self._saved, request, key, seen, text)

    def _saved(self, request: Request, key: str, seen: str, text: str) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        try:
            done = save(engine, choice.edition, key, seen, text)
        except SamenspelError as error:
            refused = " ".join(map(self._desk.words.sentence, _sentences(error.diagnostics)))
            return JSONResponse({"theirs": None, "refused": refused})
        now = text if done.theirs is None else done.theirs
        answer: dict[str, Any] = {"theirs": done.theirs, "seen": fingerprint(now)}
        if done.theirs is None:
            _, _, bench = self._desk.chosen(request)
            part = request.path_params["card"]
            if part not in bench.parts and part != REGION:  # the deck's own texts, on no card
                return JSONResponse({**answer, "faces": [], "notes": {}, "rest": ""})
            made = bench.edition is not None
            shown = engine.shown(bench, choice.format, bench.card_of(part)) if made else None
            answer |= self._seen(bench, part, shown, fields_on(bench, part, shown))
        return JSONResponse(answer)

    async def _undo_here(self, request: Request) -> Response:
        """Take the last change back, and show the room where that was asked."""
        room = request.path_params["room"]
        if room not in ROOMS:
            raise HTTPException(404)
        return await self._undone(request, lambda choice: choice.room(room))

    async def _undo(self, request: Request) -> Response:
        card = request.path_params["card"]
        return await self._undone(request, lambda choice: f"{choice.path}/{card}")

    async def _undone(self, request: Request, back: Callable[[Choice], str]) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        _, choice, _ = self._desk.chosen(request)
        await run_in_threadpool(self._desk.take_back, str(form.get("seen", "")))
        return RedirectResponse(back(choice), 303)


def _a_word(text: str) -> str:
    """The text, when it is one word. Raises HTTPException for anything else."""
    if not WORD.fullmatch(text) or len(text) > LONGEST:
        raise HTTPException(400)
    return text


def plain_lines(text: str) -> str:
    """A text as a file holds it: a browser ends lines as Windows does, and leaves spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _sentences(problems: Sequence[Diagnostic]) -> Iterator[str]:
    for one in problems:
        yield one.message
        if one.remedy:
            yield one.remedy
