"""The server itself: one port of this computer, from opening the browser to closing it all."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from samenspel.diagnostics import Location
from samenspel.errors import FileAccessError
from samenspel.saying import say
from samenspel.studio.guard import Guard, first_address, new_key

LOOPBACK = "127.0.0.1"
"""Nobody outside this computer reaches it."""
AT_ONCE = 100
"""Requests that are answered at the same time; a browser has six."""
PATIENCE = 3
"""Seconds that what is being answered gets when the studio closes."""


def serve(
    here: Path,
    project: Path | None,
    language: str,
    *,
    cache: Path | None = None,
    port: int = 0,
    browser: bool = True,
    tell: Callable[[str], None],
) -> None:
    """Serve the studio until somebody closes it; ``tell`` is given the address.

    ``here`` is the folder in which decks are looked for and new ones made, ``project`` the one to
    begin with, ``port`` 0 any that is free. Raises FileAccessError ``port-taken``.
    """
    with _listening(port) as door:
        number, key = door.getsockname()[1], new_key()
        address = first_address(number, key)
        tell(address)  # the door holds who knocks until the engine is there
        if browser:
            webbrowser.open(address)
        from samenspel.studio.app import application
        from samenspel.studio.desk import Desk

        desk = Desk(here, project, language, cache)
        guard = Guard(application(desk), number, key)
        server = uvicorn.Server(
            uvicorn.Config(
                guard,
                log_config=None,
                access_log=False,
                lifespan="off",
                interface="asgi3",
                ws="none",
                http="h11",
                server_header=False,
                proxy_headers=False,
                limit_concurrency=AT_ONCE,
                timeout_graceful_shutdown=PATIENCE,
            )
        )
        desk.on_close = lambda: setattr(server, "should_exit", True)
        server.run([door])


def _listening(port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.bind((LOOPBACK, port))
        door.listen(AT_ONCE)
    except OSError as error:
        door.close()
        raise FileAccessError.of(
            "port-taken",
            say("port {port} cannot be used ({reason})", port=port, reason=error.strerror or error),
            Location(f"{LOOPBACK}:{port}"),
            remedy="leave --port out, and a free one is taken",
        ) from error
    return door
