"""The studio as an application: its pages, and what becomes of mistakes."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from samenspel.builtin import builtin_deck
from samenspel.errors import SamenspelError
from samenspel.studio.card_pages import CardPages
from samenspel.studio.desk import HERE, Desk
from samenspel.studio.diff_pages import DiffPages
from samenspel.studio.facts_pages import FactsPages
from samenspel.studio.look_pages import LookPages
from samenspel.studio.make_pages import MakePages
from samenspel.studio.preflight_pages import PreflightPages
from samenspel.studio.proxy import CLOSED
from samenspel.studio.review_pages import ReviewPages
from samenspel.studio.row_pages import RowPages
from samenspel.studio.sheet_pages import SheetPages
from samenspel.studio.side_pages import SidePages
from samenspel.studio.start_pages import StartPages
from samenspel.studio.text_pages import TextPages
from samenspel.studio.try_pages import TryPages


def _to_deck(request: Request) -> Response:
    del request
    return RedirectResponse("/deck", 303)


def application(desk: Desk, *, shared: bool = False) -> Starlette:
    """All pages of a studio, to be put behind its guard.

    One that is ``shared`` over a network leaves out what belongs to who sits at the computer: its
    folders, other decks, and the end; it begins with the deck that is open.
    """
    desk.shared = shared
    rooms = (
        StartPages(desk),
        CardPages(desk),
        TextPages(desk),
        SidePages(desk),
        RowPages(desk),
        LookPages(desk),
        FactsPages(desk),
        SheetPages(desk),
        DiffPages(desk),
        TryPages(desk),
        ReviewPages(desk),
        MakePages(desk),
        PreflightPages(desk),
    )

    def mistake(request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, SamenspelError)
        return desk.message(desk.words.wrong, 409, error.diagnostics)

    def gone(request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, HTTPException)
        heading = desk.words.gone if error.status_code == 404 else desk.words.not_done
        return desk.message(heading, error.status_code)

    return Starlette(
        routes=[
            *([Route("/", _to_deck)] if shared else []),
            *(
                route
                for room in rooms
                for route in room.routes
                if not (shared and route.path in CLOSED)
            ),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            Mount("/fonts", StaticFiles(directory=builtin_deck() / "assets" / "fonts")),
        ],
        exception_handlers={SamenspelError: mistake, HTTPException: gone},
    )
