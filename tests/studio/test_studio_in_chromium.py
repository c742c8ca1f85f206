"""The studio in Chromium: from an empty folder to an order for a print shop, in Dutch.

``studio_walk.mjs`` does it by keyboard, ``studio_mouse.mjs`` by mouse. They drive it with
playwright-core and axe-core, which come from npm:
``npm install --prefix ~/.cache/samenspel-tools playwright-core axe-core``.
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest
from tests.tools import require_modules, require_tool

from samenspel.speaking import catalogue
from samenspel.studio.server import serve

HERE = Path(__file__).parent
PICTURE = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">
<rect width="40" height="10" fill="#0a6e6e"/></svg>"""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a walk by keyboard through a studio on an empty folder saw."""
    return walk("studio_walk.mjs", tmp_path_factory, tmp_path_factory.mktemp("sent"))


@pytest.fixture(scope="module")
def clicked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a walk by mouse saw, at three widths."""
    picture = tmp_path_factory.mktemp("picture") / "zee.svg"
    picture.write_bytes(PICTURE)
    return walk("studio_mouse.mjs", tmp_path_factory, picture)


def walk(script: str, folders: pytest.TempPathFactory, sent: Path) -> dict[str, Any]:
    """What a script says of a studio on an empty folder; ``files`` are those that it left."""
    modules = require_modules("axe-core", "playwright-core")
    node, chromium = require_tool("node"), require_tool("chromium")
    folder = folders.mktemp("studio")
    addresses: queue.Queue[str] = queue.Queue()
    room = threading.Thread(
        target=serve, args=(folder, None, "nl"),
        kwargs={"browser": False, "tell": addresses.put}, daemon=True,
    )  # fmt: skip
    room.start()
    done = subprocess.run(
        [node, HERE / script, modules, chromium, addresses.get(timeout=60), sent],
        capture_output=True, text=True, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    room.join(timeout=30)
    seen: dict[str, Any] = json.loads(done.stdout)
    seen["open"] = room.is_alive()
    seen["region"] = (folder / "duinvoet/cards/regions/duinvoet.yaml").read_text()
    seen["files"] = [str(path) for path in folder.rglob("*") if path.is_file()]
    return seen


def test_axe_finds_nothing_on_any_page_at_three_widths(walked: dict[str, Any]) -> None:
    assert walked["violations"] == []
    assert walked["checked"] > 400


def test_nothing_is_wider_than_320_pixels(walked: dict[str, Any]) -> None:
    assert walked["wide"] == []


def test_nothing_fails_and_nothing_is_asked_of_others(walked: dict[str, Any]) -> None:
    assert walked["errors"] == [] and walked["outside"] == []


def test_all_of_it_goes_by_keyboard_alone(walked: dict[str, Any]) -> None:
    assert all(walked["reached"].values()), walked["reached"]


def test_the_key_does_not_stay_in_the_address(walked: dict[str, Any]) -> None:
    assert "key=" not in walked["address"]


def test_a_text_is_kept_seen_on_the_page_and_taken_back(walked: dict[str, Any]) -> None:
    assert walked["kept"] == "Waar ren jij voor weg, en wie ziet dat?"
    assert "en wie ziet dat?" in walked["alt"]
    assert walked["marked"] >= 1 and walked["clicked"] == "TEXTAREA"
    assert walked["locked"]  # the title of a reminder
    assert set(walked["undone"]) == {"Wees druk met rust: Vraag 1"} and walked["back"]
    assert "wie ziet dat" not in walked["region"]


def test_a_text_that_is_too_long_says_so_while_typing(walked: dict[str, Any]) -> None:
    assert "woorden te lang" in walked["tooLong"]


def test_the_page_follows_each_key(walked: dict[str, Any]) -> None:
    """Milliseconds from a key to its picture; wide, for tests run beside each other."""
    waits = walked["waits"]
    assert len(waits) > 25
    assert waits[len(waits) // 2] < 2_000


def test_cards_are_drawn_turned_and_laid_on_the_table(walked: dict[str, Any]) -> None:
    assert walked["front"] == [True, False] and walked["turned"] == [False, True]
    assert walked["laid"] == 1 and walked["shuffled"] == 0


def test_what_somebody_approves_on_a_page_that_was_sent_stays_as_it_is(
    walked: dict[str, Any],
) -> None:
    assert walked["unsaid"].startswith("Vul je naam")
    assert "Jo de Wit" in walked["answered"] and "Mooi zo." in walked["answered"]
    assert walked["frozen"]


def test_it_ends_with_an_order_folder(walked: dict[str, Any], clicked: dict[str, Any]) -> None:
    for seen in (walked, clicked):
        assert len(seen["made"]) >= 6 and set(seen["made"]) <= set(seen["files"])
        names = {Path(one).suffix for one in seen["made"] if "/order/" in one}
        assert {".pdf", ".html", ".txt"} <= names, seen["made"]
        assert seen["open"] is False


def test_all_of_it_goes_by_mouse_at_three_widths(clicked: dict[str, Any]) -> None:
    assert clicked["errors"] == []
    assert set(clicked["widths"]) == {"390", "768", "1440"} and min(clicked["widths"].values()) > 4
    assert clicked["tried"] == 2 * clicked["clicks"] > 30
    assert clicked["pointed"].endswith("questions.3")
    assert clicked["mended"] == "Waar ren jij voor weg op jouw gesprekstafel?"
    assert clicked["picture"].startswith("pictures/") and clicked["fills"] == "fill"


def test_a_dutch_studio_speaks_no_english(walked: dict[str, Any]) -> None:
    """No text of samenspel's that has a Dutch wording stands on a page in English."""
    words = catalogue("nl")
    english = [text for text in words.entries if is_prose(text) and words.form(text) != text]
    assert len(english) > 300
    pages = walked["texts"].items()
    assert [(page, one) for page, text in pages for one in english if one in text] == []
    assert "Teksten in alle talen" in walked["texts"]["deck"]


def is_prose(text: str) -> bool:
    """Whether a text stands on a page as it is: several words, and no values between braces."""
    return " " in text and len(text) > 10 and "{" not in text
