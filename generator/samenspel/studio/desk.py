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
from samenspel.studio.engine import Bench, Engine
from samenspel.studio.jobs import Job
from samenspel.studio.offer import Choice, near_choice, rooms_of, tongue
from samenspel.studio.places import Places
from samenspel.studio.words import Words

HERE = Path(__file__).parent
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
        self.language, self.words = language, Words(language)
        self.places = Places()
        self.engine = Engine(project.resolve(), cache) if project else None
        self.job: Job | None = None
        self.pages = Environment(
            loader=FileSystemLoader(HERE / "pages"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True,
        )  # fmt: skip

    def page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page from its template."""
        template = self.pages.get_template(name)
        text = template.render(w=self.words, language=self.language, tongue=tongue,
                               rooms=rooms_of, **values)  # fmt: skip
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
