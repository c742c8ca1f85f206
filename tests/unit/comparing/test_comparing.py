"""What a region changes, in words, and as pictures of the cards that look different."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from tests.projects import ROOT, tiny_project, write

from samenspel.cli.main import run
from samenspel.comparing import Difference, compare, html_page
from samenspel.errors import UsageError
from samenspel.layers.locks import locks_of
from samenspel.loading import open_project


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")


def brief(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, one.card, one.field, one.before, one.after) for one in found]


def test_everything_that_the_tiny_region_changes(tmp_path: Path) -> None:
    found = compare(open_project(tiny_project(tmp_path / "dek"), ROOT), "noordkust", "nl")
    assert brief(found.differences) == [
        ("changed", "@region", "name", "onze regio", "Regio Noordkust"),
        ("changed", "@region", "short", "onze regio", "Noordkust"),
        ("changed", "@region", "place", "in onze regio", "aan de Noordkust"),
        ("changed", "@region", "words.school", "school", "opleiding"),
        ("changed", "@region", "words.scholen", "scholen", "opleidingen"),
        ("changed", "@region", "facts.partners", "", "Zilt, Slik, Duin"),
        ("changed", "@region", "facts.schools", "", "12 (2026-10-01, telling)"),
        ("changed", "@region", "contact", "", "Bureau, bureau@noordkust.example"),
        ("changed", "@region", "accents.coral", "", "0, 60, 80, 0"),
        ("changed", "titel", "subtitle", "Twee kaarten", "Aan zee"),
        ("changed", "luister-eerst", "questions.2", "Wat horen wij?",
         "Wat horen wij {{ regio.plek }}?"),
    ]  # fmt: skip
    assert str(found.differences[-1].place) == "cards/regions/noordkust.yaml:20"


def test_cards_that_go_come_and_move(tmp_path: Path) -> None:
    row = """\
  drop: [leeg]
  order: [luister-eerst, titel]
  add:
    - {id: x, after: titel, kind: blank, title: Nieuw, core: K, hint: H, fields: [{label: L}],
       questions_hint: [a, b, c]}
"""
    folder = tiny_project(tmp_path / "dek", region=("  change:", row + "  change:"))
    found = compare(open_project(folder, ROOT), "noordkust", "nl").differences
    rest = [one for one in found if not one.field]
    assert [(one.kind, one.title, one.after) for one in rest] == [
        ("added", "Nieuw", "Luister eerst"),
        ("dropped", "Schrijf zelf", ""),
        ("ordered", "Luister eerst", ""),
    ]


def test_a_project_is_held_against_its_base(tmp_path: Path) -> None:
    write(tmp_path / "dek", "cards/deck.yaml", "base: samenspel 2026.1\nsubtitle: Voor ons\n")
    write(tmp_path / "dek", "cards/nl/10-start-bij-jezelf.yaml", "core: Begin op je stoel.\n")
    found = compare(open_project(tmp_path / "dek", ROOT), "basis", "nl")
    assert found.base == "samenspel 2026.1"
    assert [(one.card, one.field, one.after) for one in found.differences] == [
        ("@deck", "subtitle", "Voor ons"),
        ("start-bij-jezelf", "core", "Begin op je stoel."),
    ]
    project = open_project(ROOT, ROOT)
    assert locks_of(project.sources)
    with pytest.raises(UsageError) as caught:
        compare(project, "basis", "nl")
    assert caught.value.diagnostics[0].code == "nothing-below"


def test_a_page_escapes_what_texts_hold(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "dek", region=("name: Regio", "name: <b>Regio</b> &"))
    page = html_page(compare(open_project(folder, ROOT), "noordkust", "nl"))
    assert "&lt;b&gt;Regio&lt;/b&gt; &amp; Noordkust" in page and "<b>" not in page
    assert "Wat horen <del>wij?</del></td><td>Wat horen <ins>wij {{ regio.plek }}?</ins>" in page
    assert "http" not in page


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tiny_project(tmp_path / "dek")
    assert run(["diff", "noordkust", "dek"]) == 0
    output = capsys.readouterr().out
    assert "  name: onze regio → Regio Noordkust" in output
    assert "  questions.2: Wat horen wij? → Wat horen wij {{ regio.plek }}?" in output
    assert run(["diff", "noordkust", "dek", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["differences"][0]["place"] == "cards/regions/noordkust.yaml:1"
    assert run(["diff", "noordkst", "dek"]) == 2
    assert 'did you mean "noordkust"' in capsys.readouterr().err


def test_pictures_of_what_looks_different(tmp_path: Path) -> None:
    region = "accents:\n  coral: [0, 60, 80, 0]\n", ""
    tiny_project(tmp_path / "dek", region=region)
    arguments = ["diff", "noordkust", "dek", "-f", "poker", "--pictures", "p", "--html", "p.html"]
    assert run(arguments) == 0
    names = sorted(path.name for path in Path("p").glob("*.png"))
    assert names == ["01-titel.png", "02-luister-eerst.png", "03-leeg.png"]
    with Image.open("p/02-luister-eerst.png") as picture:
        width, height = (round(mm * 120 / 25.4) for mm in (63 * 4 + 3 * 2 + 6 * 3, 88 + 9 + 6))
        assert abs(picture.width - width) < 6 and abs(picture.height - height) < 6
    page = Path("p.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,") == 6
