"""The Dutch guide, followed to the letter: its commands in their order, its files as given."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.cli.main import app, run
from samenspel.explain import explanations

GUIDE = (ROOT / "docs/nl/handleiding.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:<!-- ([^:]+): (\S+) -->\n)?```(\w*)\n(.*?)```", re.DOTALL)
FAILS = "# gaat mis"
LATER = {"texts"} - set(app.commands)
"""Commands of the guide that this version does not have yet."""


def blocks() -> Iterator[tuple[str, str, str, str]]:
    """What to do with a block, its file, its language and what it holds."""
    yield from BLOCK.findall(GUIDE)


def put(what: str, path: Path, text: str) -> None:
    """Write a block into the file where the guide says to put it."""
    if what == "bestand":
        path.write_text(text, encoding="utf-8")
        return
    before = path.read_text(encoding="utf-8")
    if what == "onderaan":
        path.write_text(before + text, encoding="utf-8")
        return
    mark = what.removeprefix("onder ") + ":\n"
    assert before.count(mark) == 1
    path.write_text(before.replace(mark, mark + text), encoding="utf-8")


def follow(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what one line of a terminal says."""
    words = shlex.split(line, comments=True)
    if words[0] == "cd":
        monkeypatch.chdir(words[1])
        return
    assert words[0] == "samenspel"
    if words[1] in LATER:
        return
    assert run(words[1:]) == (3 if line.endswith(FAILS) else 0), line


def test_a_new_maker_comes_from_nothing_to_a_print_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENSPEL_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "assets/logos/polderland.svg", "logo.svg")
    deck = tmp_path / "mijn-dek"
    for what, path, language, text in blocks():
        if what:
            put(what, deck / path, text)
        if "strand.jpg" in text:  # the photograph that this step asks for
            (deck / "assets/cartoons").mkdir(parents=True)
            photo = ROOT / "assets/photos/havenstad/kraan.jpg"
            shutil.copy(photo, deck / "assets/cartoons/strand.jpg")
        if language == "sh":
            for line in text.splitlines():
                follow(line, monkeypatch)
    for name in set(re.findall(r"`(output/[^`…]+\.(?:pdf|png))`", GUIDE)):
        assert (deck / name).is_file(), name
    assert (deck / "cards/.basis/duinvoet.yaml").is_file()
    in_german(deck)
    assert run(["check", ".", "--region", "duinvoet", "--format", "a6"]) == 0


def in_german(deck: Path) -> None:
    """Section 7: another language at the end of the region's file."""
    region = deck / "cards/regions/duinvoet.yaml"
    german = next(text for _, _, language, text in blocks() if text.startswith("texts:"))
    text = region.read_text(encoding="utf-8").replace("languages: [nl]", "languages: [nl, de]")
    region.write_text(text + "\n" + german, encoding="utf-8")


def test_every_message_that_it_names_is_one() -> None:
    named = re.findall(r"^\| `([a-z-]+)`(?:, `([a-z-]+)`)? \|", GUIDE, re.MULTILINE)
    codes = {code for row in named for code in row if "-" in code}
    assert len(codes) >= 10
    assert codes <= set(explanations())


def test_it_names_every_command_that_a_maker_needs() -> None:
    named_commands = set(re.findall(r"(?:^|`)samenspel ([a-z]+)", GUIDE, re.MULTILINE))
    assert named_commands - LATER <= set(app.commands)
    assert {
        "new",
        "check",
        "preview",
        "proof",
        "build",
        "preflight",
        "diff",
        "explain",
    } <= named_commands
