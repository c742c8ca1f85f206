"""What a studio has open, and how its pages are answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from samenspel.diagnostics import Diagnostic
from samenspel.spelling.apart import NearWords
from samenspel.studio.changing import changing, mark_of
from samenspel.studio.engine import Bench, Engine
from samenspel.studio.jobs import Job
from samenspel.studio.offer import Choice, near_choice, tongue, wings_of
from samenspel.studio.places import Places
from samenspel.studio.words import Words
from samenspel.upkeep.history import to_undo, undo

HERE = Path(__file__).parent
TAKEN_BACK = ("studio", "import")
"""The commands of the history whose steps are taken back here."""
FIELDS = 40
"""Of a form."""
EDITION = "/{region}/{language}/{format}"
"""The part of an address that says what is looked at."""


class Desk:
    """One studio: the folder that it looks in, the deck that is open, the job that runs."""

    def __init__(self, here: Path, project: Path | None, language: str, cache: Path | None) -> None:
        """``here`` is where decks are looked for, ``project`` what is open from the start."""
        self.on_close: Callable[[], None] = lambda: None
        self.here, self.cache = here.resolve(), cache
        self.shared = False
        """Whether others reach it over a network."""
        self.language, self.words = language, Words(language)
        self.places = Places()
        self.engine = Engine(project.resolve(), cache) if project else None
        self.job: Job | None = None
        self.near = NearWords()
        self.pages = Environment(
            loader=FileSystemLoader(HERE / "pages"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True,
        )  # fmt: skip

    def page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page from its template."""
        template = self.pages.get_template(name)
        text = template.render(
            w=self.words, language=self.language, tongue=tongue, wings=wings_of,
            last_change=self.last_change, last_mark=self.last_mark, shared=self.shared, **values,
        )  # fmt: skip
        return HTMLResponse(text, status)

    def message(
        self, heading: str, status: int, problems: Sequence[Diagnostic] = (), text: str = ""
    ) -> HTMLResponse:
        """A page that says one thing, with the way back."""
        words = self.words
        way_back = ("/deck", words.back_to_deck) if self.engine else ("/", words.back_to_start)
        return self.page(
            "message.html", status, heading=heading, text=text, problems=problems,
            way_back=way_back if status != 200 else None,
        )  # fmt: skip

    def last_change(self) -> str:
        """What the studio changed last, in words; empty when there is nothing to take back."""
        taken = to_undo(self.engine.root) if self.engine else ()
        if not taken or taken[0].command not in TAKEN_BACK:
            return ""
        return " · ".join(filter(None, (taken[0].what, taken[0].by))) or " "

    def last_mark(self) -> str:
        """The mark of the last change, which a button to take it back was shown for."""
        return mark_of(self._last_shown())

    def _last_shown(self) -> object:
        taken = to_undo(self.engine.root) if self.engine else ()
        return [taken[0].number, taken[0].when] if taken else []

    def take_back(self, seen: str) -> None:
        """Take back the change that somebody saw last, but for a yes: who says so opens that again.

        Raises what ``undo`` raises, and UsageError ``changed-meanwhile`` when it is not the last.
        """
        with changing(self.now, seen, lambda _: self._last_shown()):
            if self.last_change() or not to_undo(self.now.root):
                undo(self.now.root)

    @property
    def now(self) -> Engine:
        """The project that is open. Raises HTTPException when there is none."""
        if self.engine is None:
            raise HTTPException(404)
        return self.engine

    def chosen(self, request: Request) -> tuple[Engine, Choice, Bench]:
        """What an address names. Raises HTTPException for what there is not."""
        engine, asked = self.now, request.path_params
        wanted = Choice(asked["region"], asked["language"], asked["format"])
        near = near_choice(engine.project(), wanted.region, wanted.language, wanted.format)
        if near != wanted:
            raise HTTPException(404)
        return engine, wanted, engine.bench(wanted.edition)
