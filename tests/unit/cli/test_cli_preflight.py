"""``samenspel preflight``: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.preflight.pdfs import card, content

from samenspel.cli.main import run


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.pdf").write_bytes(content("1 0 0 rg 60 200 80 40 re f"))
    (tmp_path / "clean.pdf").write_bytes(card())
    (tmp_path / "small.pdf").write_bytes(content("BT /F1+0 3.5 Tf 60 300 Td (a) Tj ET"))
    (tmp_path / "note.pdf").write_text("none")
    return tmp_path


def test_a_bad_file_is_told_by_rule_with_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", "bad.pdf"]) == 4
    output = capsys.readouterr()
    assert "1 page · 105 × 148 mm · 3 mm bleed" in output.out
    assert "[colour-rgb]" in output.out
    assert "fill in DeviceRGB  (page 1, at 18.2 × 66.3 mm)" in output.out
    assert "→ give the colour as CMYK" in output.out
    assert "1 error and 1 warning: a print shop" in output.out
    assert output.err == ""


def test_all_files_are_told_and_the_worst_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", "bad.pdf", "note.pdf", "clean.pdf"]) == 5
    output = capsys.readouterr().out
    assert output.index("bad.pdf") < output.index("note.pdf") < output.index("clean.pdf")
    assert "[pdf-unreadable]" in output


def test_strict_and_what_is_asked_for() -> None:
    assert run(["preflight", "clean.pdf"]) == 0
    assert run(["preflight", "clean.pdf", "--strict"]) == 0
    assert run(["preflight", "small.pdf"]) == 0
    assert run(["preflight", "small.pdf", "--strict"]) == 4
    assert run(["preflight", "clean.pdf", "--trim", "105x148", "--bleed", "3", "--pages", "1"]) == 0
    assert run(["preflight", "clean.pdf", "--trim", "63×88"]) == 4
    assert run(["preflight", "clean.pdf", "--pages", "2"]) == 4
    assert run(["preflight", "clean.pdf", "--trim", "klein"]) == 2
    assert run(["preflight", "clean.pdf", "--press", "nope"]) == 2


def test_reports_go_where_they_are_asked_to(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["preflight", "bad.pdf", "--json"]) == 4
    assert json.loads(capsys.readouterr().out)["files"][0]["file"] == "bad.pdf"
    assert run(["preflight", "bad.pdf", "--html", "--output", "report.html"]) == 4
    assert "data:image/webp" in (files / "report.html").read_text(encoding="utf-8")
    assert run(["preflight", "bad.pdf", "--markdown", "-o", "report.md"]) == 4
    assert (files / "report.md").read_text(encoding="utf-8").startswith("# Preflight")
    assert run(["preflight", "bad.pdf", "--output", "report.txt"]) == 2
    assert run(["preflight", "bad.pdf", "--json", "-o", "no/such/folder.json"]) == 5
    assert run(["preflight", "bad.pdf", "--json", "-o", "report.md/report.json"]) == 5


def test_modules_of_the_folder_one_stands_in_are_never_run(files: Path) -> None:
    (files / "json.py").write_text("raise SystemExit('taken over')")
    (files / "samenspel.py").write_text("raise SystemExit('taken over')")
    start = "from samenspel.cli import main; main()"
    command = [sys.executable, "-P", "-c", start, "preflight", "clean.pdf"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "taken over" not in done.stdout + done.stderr
