"""A studio on a network: behind a proxy that knows its users, and for nobody else.

There are no accounts here. The proxy says who somebody is in a header; that is believed only of a
request that comes from its own address and carries a secret that both know. What other sites make
a browser send is told as on one's own computer, by ``Host``, ``Origin`` and ``Sec-Fetch-Site``.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from samenspel.diagnostics import Diagnostic
from samenspel.errors import UsageError
from samenspel.printable import is_hidden
from samenspel.studio.guard import READS, bounded, limit_of, only, refused, too_large, with_headers
from samenspel.upkeep.history import BY

USER, SECRET = "x-forwarded-user", "x-samenspel-secret"
"""The headers in which the proxy says who it is for, and that it is the proxy."""
LEAST = 32
"""Characters of the secret."""
NAME = 120
"""Characters of a user's name."""
CLOSED = ("/", "/open", "/new", "/zip", "/close", "/folder")
"""What belongs to who sits at the computer itself: its folders, other decks, and the end."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """What is known of the proxy in front."""

    network: IPv4Network | IPv6Network
    """The addresses that it may have."""
    origin: str
    """What stands in the browser before the first slash: ``https://dek.example``."""
    secret: str = field(repr=False)
    """What both know."""

    @property
    def host(self) -> str:
        """The name by which browsers ask for it."""
        return urlsplit(self.origin).netloc


def proxy_of(network: str, address: str, secret: str) -> Proxy:
    """A proxy as somebody names it. Raises UsageError (``proxy-incomplete``)."""
    parts = urlsplit(address)
    good = parts.scheme in ("http", "https") and parts.netloc and parts.path in ("", "/")
    if not good or "@" in parts.netloc or parts.query or parts.fragment or len(secret) < LEAST:
        raise UsageError(_INCOMPLETE)
    try:
        return Proxy(ip_network(network), f"{parts.scheme}://{parts.netloc}", secret)
    except ValueError as error:
        raise UsageError(_INCOMPLETE) from error


_INCOMPLETE = Diagnostic(
    "proxy-incomplete",
    "behind a proxy the studio needs the proxy's addresses, its own address and a secret",
    remedy="give --behind-proxy 10.0.0.0/24 --address https://dek.example, and "
    "SAMENSPEL_PROXY_SECRET with 32 characters or more in the environment",
)


class ProxyGuard:
    """The studio's pages behind a proxy."""

    def __init__(self, app: ASGIApp, proxy: Proxy) -> None:
        self._app, self._proxy = app, proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return  # nothing but pages is served here; the server closes the connection
        request = Request(scope)
        answer = self._refusal(request)
        if answer is not None:
            await answer(scope, receive, with_headers(send))
            return
        BY.set(only(request, USER))
        await self._app(scope, bounded(receive, limit_of(request)), with_headers(send))

    def _refusal(self, request: Request) -> Response | None:
        """The answer to what is not from the proxy, or not from the studio's own pages."""
        if not self._is_proxy(request):
            return refused("proxy")
        user = only(request, USER)
        if not user or len(user) > NAME or any(map(is_hidden, user)) or not user.strip():
            return refused("user")
        origin, site = only(request, "origin"), only(request, "sec-fetch-site")
        if only(request, "host") != self._proxy.host:
            return refused("host")
        if request.method in READS:
            if origin not in ("", self._proxy.origin) or site not in ("", "none", "same-origin"):
                return refused("site")
        elif request.method != "POST":
            return refused("method", 405)
        elif origin != self._proxy.origin or site != "same-origin":
            return refused("site")
        return refused("size", 413) if too_large(request) else None

    def _is_proxy(self, request: Request) -> bool:
        try:
            near = ip_address(request.client.host) if request.client else None
        except ValueError:
            near = None
        given = only(request, SECRET).encode()
        return (
            near is not None
            and near in self._proxy.network
            and secrets.compare_digest(given, self._proxy.secret.encode())
        )
