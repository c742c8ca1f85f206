"""A studio that is really open, on a port of its own, in a thread."""

from __future__ import annotations

import http.client
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from samenspel.studio.server import serve


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Visitor:
    """Asks a studio for things as a browser does, with what is said otherwise changed."""

    port: int
    key: str
    here: Path
    cookie: str = ""

    def ask(
        self, path: str, *, method: str = "GET", body: bytes = b"",
        headers: dict[str, str | None] | None = None,
    ) -> Answer:  # fmt: skip
        host = f"127.0.0.1:{self.port}"
        own: dict[str, str | None] = {
            "Host": host, "Cookie": self.cookie or None, "Sec-Fetch-Site": "same-origin",
        }  # fmt: skip
        if method == "POST":
            own |= {
                "Origin": f"http://{host}", "Content-Length": str(len(body)),
                "Content-Type": "application/x-www-form-urlencoded",
            }  # fmt: skip
        sent = {**own, **(headers or {})}
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                if value is not None:
                    line.putheader(name, value)
            line.endheaders(body or None)
            reply = line.getresponse()
            return Answer(reply.status, dict(reply.getheaders()), reply.read())
        finally:
            line.close()

    def send(self, path: str, **values: str) -> Answer:
        """A form; one that does not say what it had ``seen`` takes whatever there is."""
        return self.ask(path, method="POST", body=urlencode({"seen": "*", **values}).encode())

    def come_in(self) -> Answer:
        answer = self.ask(f"/?key={self.key}", headers={"Sec-Fetch-Site": "none"})
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer


def opened(here: Path, project: Path | None = None) -> Iterator[Visitor]:
    """A visitor of a studio that closes when the test is done."""
    addresses: queue.Queue[str] = queue.Queue()
    room = threading.Thread(
        target=serve, args=(here, project, "nl"),
        kwargs={"browser": False, "tell": addresses.put}, daemon=True,
    )  # fmt: skip
    room.start()
    address = urlsplit(addresses.get(timeout=60))
    visitor = Visitor(address.port or 0, parse_qs(address.query)["key"][0], here)
    visitor.come_in()
    yield visitor
    visitor.send("/close")
    room.join(timeout=30)
    assert not room.is_alive(), "the studio did not close"
