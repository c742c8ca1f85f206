"""``samenspel review``: a page to send, an answer in, frozen for every command, opened again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.projects import tiny_project

from samenspel.cli.main import run
from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.ordering.approvals import Approval, of_other_editions
from samenspel.upkeep.history import change_files
from samenspel.upkeep.reviews import answers

REGION = "cards/regions/noordkust.yaml"


def test_a_page_goes_out_and_its_yes_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck, out = tiny_project(tmp_path / "klein"), tmp_path / "uit"
    assert run(["review", str(deck), "-r", "noordkust", "-o", str(out), "--ui", "nl"]) == 0
    page = (out / "review" / "noordkust-nl-a6.html").read_text()
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert not re.findall(r"https?://", page)
    about = json.loads(re.findall(r'id="data">(.*?)</script>', page, re.S)[0])["about"]
    said = {"samenspel": "review", **about, "name": "Jan", "date": "2026-11-30", "approved": True,
            "remarks": []}  # fmt: skip
    file = tmp_path / "antwoord.json"
    file.write_text(json.dumps(said))
    assert run(["review", str(deck), "--take", str(file)]) == 0
    (kept,) = answers(deck)
    assert kept.freezes and kept.name == "Jan"
    order = ["order", str(deck), "-r", "noordkust", "--copies", "5", "-o", str(out)]
    assert run(order) == 0
    capsys.readouterr()
    for name in (REGION, "cards/nl/01-luister-eerst.yaml", "cards/deck.yaml"):
        with pytest.raises(UsageError, match="Jan"):
            change_files(deck, "import", {name: b"x: 1\n"})
    change_files(deck, "import", {"cards/regions/zuid.yaml": b"x: 1\n"})  # nobody approved that one
    change_files(deck, "import", {REGION: (deck / REGION).read_bytes() + b"#\n"}, languages=["en"])
    assert run(["review", str(deck), "--reopen", "noordkust", "--by", "Piet", "--why", "fout"]) == 0
    assert run(["review", str(deck), "--reopen", "noordkust", "--by", "Piet", "--why", "x"]) == 2
    change_files(deck, "import", {REGION: b"name: x\n"})
    assert answers(deck)[0].reopened is not None


def test_an_approval_of_another_edition_is_told() -> None:
    given = Approval("1-x", "Jan", "2026-11-30", Location("reviews/a.json"))
    assert [one.code for one in of_other_editions([given], ["1-y"])] == ["order-approval"]
    assert list(of_other_editions([given], ["1-x"])) == []
