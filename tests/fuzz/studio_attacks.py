"""The studio under attack: ``python -m tests.fuzz.studio_attacks``, which takes minutes.

Ten thousand forged requests at each of its two guards, in this process: nothing of them may reach
the pages. A thousand edits by writers that are killed at a random moment: afterwards the file holds
the old text or the new one, and taking every step back gives the bytes that there were first.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from starlette.types import Receive, Scope, Send
from tests.projects import REGION, tiny_project

from samenspel.studio.guard import Guard
from samenspel.studio.proxy import ProxyGuard, proxy_of
from samenspel.upkeep.history import to_undo, undo

PORT, KEY, SECRET, ORIGIN = 4321, "k" * 43, "s" * 40, "https://dek.example"
OWN = f"127.0.0.1:{PORT}"
HOSTS = [OWN, f"localhost:{PORT}", "evil.example", f"{OWN}.evil.example", f"{OWN}@evil.example", "",
         f"evil.example:{PORT}", "127.0.0.1", f"LOCALHOST:{PORT}", f"{OWN} ", "dek.example",
         "dek.example:443", "DEK.EXAMPLE", f"127.0.0.1:0{PORT}", f"[::ffff:127.0.0.1]:{PORT}",
         None]  # fmt: skip
ORIGINS = [f"http://{OWN}", f"https://{OWN}", "null", None, "", f"http://{OWN}.evil.example",
           f"http://{OWN}/", ORIGIN, f"{ORIGIN}:443", "https://dek.example.evil", "file://",
           f"http://localhost:{PORT}"]  # fmt: skip
SITES = ["same-origin", "cross-site", "same-site", "none", None, "", "SAME-ORIGIN", "same-origin "]
KEYS = [KEY, KEY[:-1], KEY + "k", "", KEY.upper(), "../" + KEY, f'"{KEY}"', None]
SECRETS = [SECRET, SECRET[:-1], SECRET + "s", "", SECRET.upper(), None, f"{SECRET} "]
USERS = ["anna@regio.example", "", None, " ", "a" * 200, "x\u202ey", "a\x00b"]
METHODS = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "CONNECT", "post"]
PATHS = ["/", "/deck", "/close", "/open", "/zip", "/deck/a/nl/a6/b/save", "/static/../x",
         f"/?key={KEY}", "//", "/%2e%2e/", "/job", "/folder"]  # fmt: skip
NEAR = ["127.0.0.1", "10.1.2.3", "10.1.3.3", "::1", "::ffff:10.1.2.3", "", "testclient"]
SPELT = ["X-Forwarded-For", "X-Real-Ip", "Forwarded", "X-Forwarded-Host", "X-Original-Host"]
"""Headers that nothing here may believe."""


class Pages:
    """What stands behind a guard: counts who comes in."""

    def __init__(self) -> None:
        self.reached = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        self.reached += 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def request(chance: random.Random) -> tuple[Scope, dict[str, list[str]]]:
    """A request of which each part is true or forged by chance; some headers come twice."""
    said: dict[str, list[str]] = {}
    for name, values in (("host", HOSTS), ("origin", ORIGINS), ("sec-fetch-site", SITES),
                         ("x-samenspel-secret", SECRETS), ("x-forwarded-user", USERS)):  # fmt: skip
        true = chance.random() < 0.7
        value = values[0] if true else chance.choice(values)
        if name in ("host", "origin") and true and chance.random() < 0.5:
            value = {"host": "dek.example", "origin": ORIGIN}[name]
        said[name] = [] if value is None else [value] * chance.choice([1] * 12 + [2])
    key = KEY if chance.random() < 0.7 else chance.choice(KEYS)
    if key is not None:
        said["cookie"] = [f"samenspel-{PORT}={key}"] * chance.choice([1] * 12 + [2])
    said[chance.choice(SPELT).lower()] = [chance.choice(["127.0.0.1", "10.1.2.3", OWN])]
    path, _, query = chance.choice(PATHS).partition("?")
    method = chance.choice(METHODS[:2]) if chance.random() < 0.7 else chance.choice(METHODS)
    near = "10.1.2.3" if chance.random() < 0.7 else chance.choice(NEAR)
    raw = [(name.encode(), value.encode("utf-8")) for name, values in said.items()
           for value in values]  # fmt: skip
    scope: Scope = {
        "type": "http", "http_version": "1.1", "method": method, "path": path, "scheme": "http",
        "raw_path": path.encode(), "query_string": query.encode(), "headers": raw,
        "client": (near, 1) if near else None, "server": ("127.0.0.1", PORT),
    }  # fmt: skip
    return scope, said


def is_true_here(scope: Scope, said: dict[str, list[str]]) -> bool:
    """Whether a page of the studio's own, on this computer, could have sent it."""
    host = said["host"]
    if host not in ([OWN], [f"localhost:{PORT}"]):
        return False
    if said.get("cookie") != [f"samenspel-{PORT}={KEY}"]:
        return False
    if scope["method"] in ("GET", "HEAD"):
        return (said["origin"] in ([], [""], [f"http://{host[0]}"])
                and said["sec-fetch-site"] in ([], [""], ["none"], ["same-origin"]))  # fmt: skip
    return (scope["method"] == "POST" and said["origin"] == [f"http://{host[0]}"]
            and said["sec-fetch-site"] == ["same-origin"])  # fmt: skip


def is_true_behind(scope: Scope, said: dict[str, list[str]]) -> bool:
    """Whether the proxy could have sent it for one of its users."""
    near = scope["client"] and scope["client"][0]
    if near not in ("10.1.2.3",) or said["x-samenspel-secret"] != [SECRET]:
        return False
    if said["x-forwarded-user"] != [USERS[0]] or said["host"] != ["dek.example"]:
        return False
    if scope["method"] in ("GET", "HEAD"):
        return (said["origin"] in ([], [""], [ORIGIN])
                and said["sec-fetch-site"] in ([], [""], ["none"], ["same-origin"]))  # fmt: skip
    return (scope["method"] == "POST" and said["origin"] == [ORIGIN]
            and said["sec-fetch-site"] == ["same-origin"])  # fmt: skip


def forged(tries: int, seed: int = 7) -> tuple[int, int, list[Any]]:
    """Requests at both guards: how many were forged, how many true, and what was judged wrongly.

    A forged one may be answered by a guard (the first address becomes a cookie), never by a page.
    """
    chance, wrong, false, true = random.Random(seed), [], 0, 0
    pages = Pages()
    guards = [
        (Guard(pages, PORT, KEY), is_true_here),
        (ProxyGuard(pages, proxy_of("10.1.2.0/24", ORIGIN, SECRET)), is_true_behind),
    ]

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        del message

    async def run() -> None:
        nonlocal false, true
        while false < tries:
            for guard, judge in guards:
                scope, said = request(chance)
                before, good = pages.reached, judge(scope, said)
                first = scope["path"] == "/" and scope["query_string"] == f"key={KEY}".encode()
                await guard(scope, receive, send)
                came = pages.reached > before
                if came != good and not (good and first):
                    wrong.append((type(guard).__name__, scope))
                false, true = false + (not good), true + good

    asyncio.run(run())
    return false, true, wrong


WRITER = """
import random, sys
from pathlib import Path
from samenspel.offer import EditionName
from samenspel.studio.engine import Engine
from samenspel.studio.saving import save
from samenspel.texts.rows import fingerprint
from samenspel.upkeep.passages import passages
root, seed = Path(sys.argv[1]), int(sys.argv[2])
chance, engine, name = random.Random(seed), Engine(root, None), EditionName("noordkust", "nl")
while True:
    known = [one for one in passages(engine.project(), *("noordkust", "nl"))
             if one.part == "luister-eerst" and not one.choices]
    one = chance.choice(known)
    save(engine, name, one.key, fingerprint(one.text), f"Tekst {chance.random()}?")
    print(".", end="", flush=True)
"""


def killed(kills: int, seed: int = 5) -> tuple[int, int, list[str]]:
    """Edits by writers that are killed: how many were made, how many steps back, what was lost."""
    chance, wrong, made = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as place:
        root = tiny_project(Path(place) / "klein")
        region = root / "cards/regions/noordkust.yaml"
        for number in range(kills):
            writer = subprocess.Popen([sys.executable, "-c", WRITER, root, str(number)],
                                      stdout=subprocess.PIPE)  # fmt: skip
            assert writer.stdout is not None
            made += len(writer.stdout.read(chance.randint(1, 100)))
            time.sleep(chance.random() * 0.05)
            writer.kill()
            made += len(writer.stdout.read())
            writer.wait()
            if not region.read_text("utf-8").startswith(REGION.partition("\n")[0]):
                wrong.append(f"kill {number}: half a file")
        back = 0
        while to_undo(root):
            undo(root)
            back += 1
        if region.read_text("utf-8") != REGION:
            wrong.append("the first bytes did not come back")
    return made, back, wrong


def main() -> int:
    """Both, with what was found; 1 when anything came in or was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    asked = parser.parse_args()
    false, true, came = forged(asked.tries)
    print(f"{false} forged requests, {len(came)} judged wrongly; {true} true ones", came[:3])
    made, back, lost = killed(asked.kills)
    print(f"{asked.kills} writers of {made} edits killed: {back} steps taken back", lost)
    return bool(came or lost)


if __name__ == "__main__":
    raise SystemExit(main())
