"""What stands before every page of the studio: only its own pages, on this computer, get through.

Any site that somebody has open may send requests to this computer. A name that is pointed at it
(DNS rebinding) is told by ``Host``, a form or a script of another site by ``Origin`` and
``Sec-Fetch-Site``, another program or user by the key, which is made anew at each start: the
address that the browser is opened with carries it once, a cookie from then on.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samenspel.bounds import ASSET, KB

KEY = "key"
"""The part of the first address that carries the key."""
FORM = 256 * KB
"""Bytes of a form: the longest text a hundred times."""
UPLOAD = ASSET + FORM
"""Bytes of a form with a file."""
UPLOADS = re.compile(
    r"/look/[^/]+/[^/]+/[^/]+/logo|/deck/[^/]+/[^/]+/[^/]+/[^/]+/picture"
    r"|/(?:sheet|review|preflight)/[^/]+/[^/]+/[^/]+/in|/zip"
)
"""The addresses that take files."""

POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none, browsers send no origin with forms either
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
READS = ("GET", "HEAD")


def new_key() -> str:
    """What the first address carries: 256 bits, made anew at each start."""
    return secrets.token_urlsafe(32)


def first_address(port: int, key: str) -> str:
    """What the browser is opened with."""
    return f"http://127.0.0.1:{port}/?{KEY}={key}"


class Guard:
    """The studio's pages behind the guard."""

    def __init__(self, app: ASGIApp, port: int, key: str) -> None:
        """``key`` is what the first address carries."""
        self._app = app
        self.key = key
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._cookie = f"samenspel-{port}"  # cookies do not tell ports apart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return  # nothing but pages is served here; the server closes the connection
        request = Request(scope)
        answer = self._refusal(request) or self._welcome(request)
        if answer is not None:
            await answer(scope, receive, with_headers(send))
            return
        await self._app(scope, bounded(receive, limit_of(request)), with_headers(send))

    def _refusal(self, request: Request) -> Response | None:
        """The answer to what does not come from the studio's own pages; ``None`` for what does."""
        host, origin = only(request, "host"), only(request, "origin")
        site = only(request, "sec-fetch-site")
        if host not in self.hosts:
            return refused("host")
        if request.method in READS:
            if origin not in ("", f"http://{host}") or site not in ("", "none", "same-origin"):
                return refused("site")
        elif request.method != "POST":
            return refused("method", 405)
        elif origin != f"http://{host}" or site != "same-origin":
            return refused("site")
        if self._is_first(request) or self._knows(_cookies(request).get(self._cookie, "")):
            return refused("size", 413) if too_large(request) else None
        return refused("key")

    def _is_first(self, request: Request) -> bool:
        if request.method not in READS or request.url.path != "/":
            return False
        return self._knows("".join(parse_qs(request.url.query).get(KEY, ())))

    def _welcome(self, request: Request) -> Response | None:
        """The answer to the first address: the key as a cookie, and out of sight."""
        if not self._is_first(request):
            return None
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self.key, httponly=True, samesite="strict")
        return answer

    def _knows(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self.key.encode())


def _cookies(request: Request) -> Mapping[str, str]:
    """The cookies of a request that names each once."""
    pairs = [part.strip().partition("=") for part in only(request, "cookie").split(";")]
    names = [name for name, _, _ in pairs]
    return {name: value for name, _, value in pairs if names.count(name) == 1}


def only(request: Request, name: str) -> str:
    """A header that is there once; nothing for one that is not there, or there twice."""
    found = request.headers.getlist(name)
    return found[0] if len(found) == 1 else "\0" if found else ""


def too_large(request: Request) -> bool:
    """Whether a request says that its body is larger than it may be, or says no length."""
    length = request.headers.get("content-length", "0")
    return not length.isdecimal() or int(length) > limit_of(request)


def limit_of(request: Request) -> int:
    """Bytes that a request's body may have."""
    return UPLOAD if UPLOADS.fullmatch(request.url.path) else FORM


def refused(why: str, status: int = 403) -> Response:
    """The answer to what is not let in."""
    return PlainTextResponse(f"refused: {why}\n", status)


def bounded(receive: Receive, limit: int) -> Receive:
    """What receives a body and gives up once it is larger than its limit."""
    got = 0

    async def receive_some() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > limit:
            raise HTTPException(413)
        return message

    return receive_some


def with_headers(send: Send) -> Send:
    """What sends an answer with the headers that say what its page may do."""
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Cache-Control", "no-store")
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return send_with
