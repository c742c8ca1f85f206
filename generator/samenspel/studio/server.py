"""The server itself: one port of this computer, from opening the browser to closing it all."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from samenspel.diagnostics import Location
from samenspel.errors import FileAccessError, reason_of
from samenspel.saying import say
from samenspel.studio.guard import Guard, first_address, new_key
from samenspel.studio.proxy import Proxy, ProxyGuard

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
    proxy: Proxy | None = None,
    listen: str = LOOPBACK,
    tell: Callable[[str], None],
    started: Callable[[tuple[uvicorn.Server, int]], object] = lambda _: None,
) -> None:
    """Serve the studio until somebody closes it; ``tell`` is given the address.

    ``here`` is the folder in which decks are looked for and new ones made, ``project`` the one to
    begin with, ``port`` 0 any that is free. Behind a ``proxy``, which needs a project, the studio
    listens on the address ``listen`` and is for that project alone. ``started`` is given the
    server, which can be asked to end, and its port. Raises FileAccessError
    ``port-taken``.
    """
    with _listening(listen if proxy else LOOPBACK, port) as door:
        number, key = door.getsockname()[1], new_key()
        address = proxy.origin if proxy else first_address(number, key)
        tell(address)  # the door holds who knocks until the engine is there
        if browser:
            webbrowser.open(address)
        from samenspel.studio.app import application
        from samenspel.studio.desk import Desk

        desk = Desk(here, project, language, cache)
        pages = application(desk, shared=proxy is not None)
        guard = ProxyGuard(pages, proxy) if proxy else Guard(pages, number, key)
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
        started((server, number))
        try:
            server.run([door])
        finally:
            desk.near.close()


def _listening(host: str, port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.bind((host, port))
        door.listen(AT_ONCE)
    except OSError as error:
        door.close()
        raise FileAccessError.of(
            "port-taken",
            say("port {port} cannot be used ({reason})", port=port, reason=reason_of(error)),
            Location(f"{host}:{port}"),
            remedy="leave --port out, and a free one is taken",
        ) from error
    return door
