"""README and the Python page do what they say: their commands and programs run as written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.cli.main import run

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [code for tongue, code in FENCE.findall(text) if tongue == language]


def commands() -> list[list[str]]:
    lines = [line for block in blocks("README.md", "") for line in block.splitlines()]
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("samenspel ")]


def test_the_commands_of_the_readme_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", str(tmp_path / "cache"))
    told = commands()
    assert len(told) >= 12
    for command in told:
        code = run(command)
        assert code == 0, (command, capsys.readouterr())


@pytest.mark.parametrize("name", ["README.md", "docs/api.md"])
def test_the_programs_in_the_docs_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    program = "\n".join(blocks(name, "python"))
    exec(compile(program, name, "exec"), {"__name__": name})
    assert any(tmp_path.rglob("cards.pdf"))


def test_links_in_the_docs_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "assets" / "README.md"]
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not dead
