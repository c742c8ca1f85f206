"""Who gets into the studio: its own pages on this computer, and nobody and nothing else."""

from __future__ import annotations

import random
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from starlette.routing import Route
from tests.visiting import Visitor, opened

from samenspel.studio.app import application
from samenspel.studio.desk import Desk

PATHS = ("/", "/deck", "/choose", "/static/studio.css", "/fonts/x.ttf", "/picture/small/a.jpg")


def writes() -> tuple[str, ...]:
    """The addresses of all that changes something, whatever rooms there are."""
    routes = application(Desk(Path(), None, "nl", None)).routes
    posts = [one for one in routes if isinstance(one, Route) and "POST" in (one.methods or ())]
    return tuple(re.sub(r"\{\w+\}", "a6", one.path) for one in posts)


WRITES = writes()


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """One studio on an empty folder, which stays empty whatever is tried on it."""
    yield from opened(tmp_path_factory.mktemp("empty"))


def test_the_first_address_lets_in_and_hides_its_key(studio: Visitor) -> None:
    answer = studio.come_in()
    assert answer.status == 303 and answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and studio.key in cookie
    page = studio.ask("/")
    assert page.status == 200 and studio.key not in page.text


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_seen_without_the_key(studio: Visitor, path: str) -> None:
    for cookie in ("", f"samenspel-{studio.port}=x", "x=" + studio.key, studio.cookie[:-1]):
        answer = studio.ask(path, headers={"Cookie": cookie or None})
        assert (answer.status, answer.text) == (403, "refused: key\n")


def test_the_key_in_an_address_opens_the_first_page_alone(studio: Visitor) -> None:
    assert studio.ask(f"/deck?key={studio.key}", headers={"Cookie": None}).status == 403
    assert studio.ask("/?key=wrong", headers={"Cookie": None}).status == 403
    write = studio.ask(f"/?key={studio.key}", method="POST", headers={"Cookie": None})
    assert write.status == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}",
     "127.0.0.1:{port}.evil.example", "[::1]:{port}", "0.0.0.0:{port}", "127.1:{port}", None],
)  # fmt: skip
def test_a_name_that_is_pointed_here_is_refused(studio: Visitor, host: str | None) -> None:
    """DNS rebinding: the browser sends the cookie to what it takes for the same site."""
    given = host.format(port=studio.port) if host else None
    assert studio.ask("/", headers={"Host": given}).status in (400, 403)


def test_all_that_changes_something_is_tried() -> None:
    assert {"/open", "/new", "/close", "/deck/a6/a6/a6/a6/save"} <= set(WRITES)
    assert len(WRITES) > 8


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": None},
    ],
)
def test_a_form_of_another_site_changes_nothing(
    studio: Visitor, headers: dict[str, str | None]
) -> None:
    given = {name: value and value.format(port=studio.port) for name, value in headers.items()}
    for path in WRITES:
        answer = studio.ask(path, method="POST", body=b"name=Duinvoet", headers=given)
        assert answer.status == 403, path
    assert list(studio.here.iterdir()) == []
    assert studio.ask("/").status == 200  # and it is still open


def test_another_site_sees_nothing_by_a_picture_or_a_script(studio: Visitor) -> None:
    for site in ("cross-site", "same-site"):
        assert studio.ask("/static/studio.js", headers={"Sec-Fetch-Site": site}).status == 403
    assert studio.ask("/", headers={"Origin": "http://evil.example"}).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_only_reading_and_posting_is_known(studio: Visitor, method: str) -> None:
    assert studio.ask("/", method=method).status == 405


def test_a_header_that_comes_twice_counts_for_none(studio: Visitor) -> None:
    lines = (
        f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{studio.port}\r\nCookie: {studio.cookie}\r\n"
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", studio.port), timeout=30) as line:
        line.sendall(lines.encode())
        assert line.recv(100).startswith(b"HTTP/1.1 403")


def test_every_answer_says_what_a_page_may_do(studio: Visitor) -> None:
    for answer in (studio.ask("/"), studio.ask("/nowhere"), studio.ask("/", method="PUT")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


@pytest.mark.parametrize(
    "path",
    ["/static/../server.py", "/static/%2e%2e/server.py", "/static/..%2fserver.py",
     "/static//etc/passwd", "/fonts/../../cards/deck.yaml",
     "/fonts/%2e%2e%2f%2e%2e%2fcards/deck.yaml",
     "/picture/small/..%2f..%2fx.jpg", "/deck/../../../etc/passwd", "/deck/%2e%2e/nl/a6",
     "/?place=/etc", "/?place=../.."],
)  # fmt: skip
def test_no_path_leads_out(studio: Visitor, path: str) -> None:
    answer = studio.ask(path)
    assert answer.status in (200, 404)
    assert b"root:" not in answer.body and b"import" not in answer.body
    assert b"source_language" not in answer.body


@pytest.mark.parametrize("place", ["", "/etc", "..", "a" * 12, "\0"])
def test_a_folder_is_named_by_an_id_that_was_shown(studio: Visitor, place: str) -> None:
    assert studio.send("/open", place=place).status == 404
    assert studio.send("/new", place=place, name="Duinvoet").status == 404


def test_a_large_body_is_refused_before_it_is_read(studio: Visitor) -> None:
    large = str(10**10)
    for length in (large, "-5", "1e9"):
        answer = studio.ask("/open", method="POST", headers={"Content-Length": length})
        assert answer.status in (400, 413)
    assert list(studio.here.iterdir()) == []


def test_a_large_body_of_unknown_length_is_refused_on_its_way(studio: Visitor) -> None:
    head = (
        f"POST /open HTTP/1.1\r\nHost: 127.0.0.1:{studio.port}\r\nCookie: {studio.cookie}\r\n"
        f"Origin: http://127.0.0.1:{studio.port}\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", studio.port), timeout=60) as line:
        line.sendall(head.encode())
        chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
        with suppress(OSError):  # it may stop listening
            for _ in range(16):
                line.sendall(chunk)
            line.sendall(b"0\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_a_thousand_forged_requests_open_nothing(studio: Visitor) -> None:
    """What a stranger can vary, varied at random; one true header among them is not enough."""
    chance = random.Random(7)
    own = f"127.0.0.1:{studio.port}"
    hosts = [own, "evil.example", f"localhost:{studio.port}", f"127.0.0.1.evil:{studio.port}"]
    origins = [f"http://{own}", "http://evil.example", "null", None, f"http://{own}.evil"]
    sites = ["same-origin", "cross-site", "same-site", "none", None, "SAME-ORIGIN"]
    cookies = [studio.cookie, "", studio.cookie.upper(), studio.cookie + "x", "a=b"]
    for _ in range(1000):
        host, origin = chance.choice(hosts), chance.choice(origins)
        site, cookie = chance.choice(sites), chance.choice(cookies)
        true = (
            host in hosts[:3:2] and origin == f"http://{host}"
            and site == "same-origin" and cookie == studio.cookie
        )  # fmt: skip
        if true:
            continue
        headers = {"Host": host, "Origin": origin, "Sec-Fetch-Site": site, "Cookie": cookie or None}
        path = chance.choice(WRITES)
        assert studio.ask(path, method="POST", body=b"name=x", headers=headers).status == 403
    assert list(studio.here.iterdir()) == []
