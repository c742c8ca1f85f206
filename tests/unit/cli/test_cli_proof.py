"""``samenspel proof`` as people meet it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.separating import Page
from tests.projects import tiny_project

from samenspel.cli.main import run


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")


@pytest.fixture(autouse=True)
def file(tmp_path: Path) -> Path:
    page = Page()
    page.content = b"0 0 0 1 k 0 0 30 30 re f"
    path = tmp_path / "kaart.pdf"
    path.write_bytes(page.bytes())
    return path


def test_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["proof", "kaart.pdf", "--dpi", "72", "--press", "coated"]) == 0
    output = capsys.readouterr()
    assert "7 pictures made in output" in output.out
    assert "100 % at" in output.out
    assert not output.err
    assert Path("output/proof-coated/kaart/01-proof.png").is_file()


def test_a_deck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tiny_project(tmp_path / "deck")
    words = ["proof", str(project), "-p", "cards", "-f", "poker", "--dpi", "50", "--pages", "1,2"]
    assert run([*words, "--no-plates"]) == 0
    home = Path("output/noordkust/nl/poker/proof")
    found = sorted(path.name for path in home.iterdir())
    assert len(found) == 6
    assert all(name.startswith("01-") for name in found)
    assert {name.rpartition("-")[2] for name in found} == {"proof.png", "ink.png", "overlay.png"}
    assert "6 pictures made" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (["gone.pdf"], "file-access", 5),
        (["bad.pdf"], "pdf-unreadable", 5),
        (["kaart.pdf", "--pages", "7"], "page-unknown", 2),
        (["kaart.pdf", "--pages", "x"], "pages-invalid", 2),
        (["kaart.pdf", "."], "proof-mixed", 2),
        (["kaart.pdf", "--region", "basis"], "proof-mixed", 2),
        (["kaart.pdf", "--press", "nergens"], "preset-unknown", 2),
        (["nowhere"], "project-not-found", 2),
        (["kaart.pdf", "--without", "Die"], "plate-unknown", 2),
    ],
)
def test_mistakes(
    words: list[str], code: str, exit_code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert run(["proof", *words]) == exit_code
    output = capsys.readouterr().err
    assert f"[{code}]" in output
    assert "Traceback" not in output
    assert not Path("output").exists()


def test_a_warning_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["proof", "kaart.pdf", "--dpi", "72", "--no-plates"]) == 0
    assert "[profile-assumed]" in capsys.readouterr().err


def test_a_second_press_replaces_no_picture_of_the_first(tmp_path: Path) -> None:
    deck = str(tiny_project(tmp_path / "deck"))
    one = ["-p", "cards", "-f", "poker", "--dpi", "40", "--card", "titel"]
    asked = (
        ["preview", deck, *one], ["proof", deck, *one, "--no-plates", "--no-ink"],
        ["proof", "kaart.pdf", "--dpi", "40", "--no-plates", "--no-ink"],
    )  # fmt: skip
    for words in asked:
        assert run(words) == 0
    before = {path: path.read_bytes() for path in Path("output").rglob("*.*g")}
    for words in asked:
        assert run([*words, "--press", "uncoated"]) == 0
    after = {path: path.read_bytes() for path in Path("output").rglob("*.*g")}
    assert before and after.items() > before.items()
    places = {path.parent for path in after}
    home = Path("output/noordkust/nl/poker")
    assert places == {
        home / "preview", home / "preview-uncoated", home / "proof", home / "proof-uncoated",
        Path("output/proof/kaart"), Path("output/proof-uncoated/kaart"),
    }  # fmt: skip
