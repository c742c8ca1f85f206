"""A studio on a network: whom it believes, what it leaves out, and two users on one deck."""

from __future__ import annotations

import json
import queue
import random
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.projects import tiny_project
from tests.visiting import Answer, Visitor

from samenspel.errors import UsageError
from samenspel.studio.proxy import CLOSED, proxy_of
from samenspel.studio.server import serve
from samenspel.upkeep.history import steps

SECRET = "g" * 40
ORIGIN = "https://dek.example"
CARD = "/deck/noordkust/nl/a6/luister-eerst"
TRUE: dict[str, str | None] = {
    "Host": "dek.example", "Cookie": None, "X-Samenspel-Secret": SECRET,
    "X-Forwarded-User": "anna@regio.example",
}  # fmt: skip


def asked(visitor: Visitor, path: str, body: bytes | None = None, **other: str | None) -> Answer:
    """A request as the proxy sends it on; ``other`` headers are by name, with _ for -."""
    method = "GET" if body is None else "POST"
    headers = TRUE | ({"Origin": ORIGIN} if body is not None else {})
    headers |= {name.replace("_", "-"): value for name, value in other.items()}
    return visitor.ask(path, method=method, body=body or b"", headers=headers)


def served(here: Path, network: str) -> Iterator[Visitor]:
    addresses: queue.Queue[str] = queue.Queue()
    servers: list[Any] = []
    room = threading.Thread(
        target=serve, args=(here.parent, here, "nl"), daemon=True,
        kwargs={
            "browser": False, "tell": addresses.put, "port": 0,
            "proxy": proxy_of(network, ORIGIN, SECRET), "started": servers.append,
        },
    )  # fmt: skip
    room.start()
    assert addresses.get(timeout=60) == ORIGIN
    while not servers:
        room.join(timeout=0.05)
    server, port = servers[0]
    yield Visitor(port, "", here.parent)
    server.should_exit = True
    room.join(timeout=30)
    assert not room.is_alive()


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_project(tmp_path_factory.mktemp("net") / "klein")


@pytest.fixture(scope="module")
def studio(deck: Path) -> Iterator[Visitor]:
    yield from served(deck, "127.0.0.0/8")


def test_the_proxy_s_user_sees_the_deck_and_nothing_of_the_computer(studio: Visitor) -> None:
    assert asked(studio, "/").headers["location"] == "/deck"
    page = asked(studio, "/deck/noordkust/nl/a6")
    assert page.status == 200 and "/close" not in page.text
    for path in CLOSED[1:]:
        assert asked(studio, path, b"place=x").status == 404, path
    assert asked(studio, "/?place=abc").status == 303


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X_Samenspel_Secret", None), ("X_Samenspel_Secret", SECRET[:-1]),
        ("X_Samenspel_Secret", SECRET + "g"), ("X_Forwarded_User", None), ("X_Forwarded_User", ""),
        ("X_Forwarded_User", " "), ("X_Forwarded_User", "a" * 121), ("Host", "evil.example"),
        ("Host", "127.0.0.1"), ("Host", None), ("Origin", "https://evil.example"),
        ("Origin", "http://dek.example"), ("Origin", "null"), ("Sec_Fetch_Site", "cross-site"),
        ("Sec_Fetch_Site", "same-site"),
    ],
)  # fmt: skip
def test_anything_untrue_is_refused(studio: Visitor, name: str, value: str | None) -> None:
    for body in (None, b"key=x"):
        answer = asked(studio, f"{CARD}/save" if body else "/deck", body, **{name: value})
        assert answer.status in (400, 403), answer.text


def test_a_write_needs_both_headers_of_a_browser(studio: Visitor) -> None:
    for name in ("Origin", "Sec_Fetch_Site"):
        assert asked(studio, f"{CARD}/save", b"key=x", **{name: None}).status == 403


def test_who_does_not_come_from_the_proxy_is_refused_with_the_secret_too(tmp_path: Path) -> None:
    for visitor in served(tiny_project(tmp_path / "klein"), "10.1.2.0/24"):
        assert asked(visitor, "/deck").text == "refused: proxy\n"


def test_the_key_of_one_s_own_computer_opens_nothing_here(studio: Visitor) -> None:
    assert studio.ask("/?key=", headers={"Sec-Fetch-Site": "none"}).status == 403


def test_two_users_change_one_deck_and_neither_is_lost_unseen(studio: Visitor, deck: Path) -> None:
    """Each sees what the other wrote, or is told; the history says who did what."""
    users = ("anna@regio.example", "bram@regio.example")
    page = asked(studio, CARD).text
    texts = dict(re.findall(r'data-key="([^"]*questions\.[12])" data-seen="(\w+)"', page))
    seen = {user: dict(texts) for user in users}
    chance, told, saved = random.Random(3), 0, 0
    for turn in range(40):
        user = chance.choice(users)
        key = chance.choice(list(texts))
        text = f"Wat hoort {user[:4]} in beurt {turn}?"
        body = f"key={key}&seen={seen[user][key]}&text={text}".replace(" ", "+").encode()
        done: dict[str, Any] = json.loads(
            asked(studio, f"{CARD}/save", body, X_Forwarded_User=user).text
        )
        seen[user][key] = done["seen"]
        told, saved = told + (done["theirs"] is not None), saved + (done["theirs"] is None)
    own = [one for one in steps(deck) if one.command == "studio"]
    assert told > 5 and saved > 15 and len(own) == saved
    assert {one.by for one in own} == set(users)
    last = own[-1]
    assert last.by in asked(studio, "/row/noordkust/nl/a6").text


@pytest.mark.parametrize(
    ("network", "address", "secret"),
    [
        ("10.0.0.0/24", ORIGIN, "kort"), ("10.0.0.300", ORIGIN, SECRET),
        ("10.0.0.1/8", ORIGIN, SECRET), ("10.0.0.0/24", "dek.example", SECRET),
        ("10.0.0.0/24", "https://dek.example/pad", SECRET), ("", ORIGIN, SECRET),
        ("10.0.0.0/24", "https://a@dek.example", SECRET), ("10.0.0.0/24", "ftp://x", SECRET),
    ],
)  # fmt: skip
def test_a_proxy_is_named_whole(network: str, address: str, secret: str) -> None:
    with pytest.raises(UsageError):
        proxy_of(network, address, secret)
