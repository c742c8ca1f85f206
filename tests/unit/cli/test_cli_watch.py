"""``build --watch``: a change is built, a mistake is told and waited out, Ctrl-C ends it well."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import change, tiny_project

from samenspel.cli.main import run

PATIENCE = 120


def wait_for(true: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end and process.poll() is None
        time.sleep(0.02)


def test_it_follows_the_makers_changes(tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "deck")
    told = tmp_path / "told"
    with told.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "samenspel", "build", "deck", "-r", "basis", "-p", "cards",
             "-o", "out", "--watch"],
            cwd=tmp_path, stdout=log, stderr=log, text=True,
            env={**os.environ, "SAMENSPEL_CACHE": str(tmp_path / "store")},
        )  # fmt: skip
    cards = tmp_path / "out/basis/nl/a6/cards.pdf"

    def another(than: bytes) -> bool:
        try:
            return cards.read_bytes() != than
        except FileNotFoundError:  # between the old one and the new one
            return False

    try:
        wait_for(lambda: "watching" in told.read_text(), process)
        first = cards.read_bytes()
        change(deck, "cards/nl/00-titel.yaml", "Een kern.", "Een andere kern.")
        wait_for(lambda: another(first), process)
        second = cards.read_bytes()
        change(deck, "cards/nl/00-titel.yaml", "core:", "coer:")
        wait_for(lambda: "field-unknown" in told.read_text(), process)
        assert cards.read_bytes() == second
        change(deck, "cards/nl/00-titel.yaml", "coer:", "core:")
        change(deck, "cards/nl/00-titel.yaml", "Een andere kern.", "Een kern.")
        wait_for(lambda: another(second) and cards.read_bytes() == first, process)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
    assert "stopped watching" in told.read_text()
    assert "Traceback" not in told.read_text()


def test_what_is_made_for_screens_follows_too(tmp_path: Path) -> None:
    from samenspel.cli import build as command

    made: list[str] = []

    def screens(_: object, products: list[str]) -> int:
        made.append(",".join(products))
        return 0

    def watch(request: object, build: Callable[[object], int]) -> int:
        return build(request) + build(request)  # now, and at one change

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "made_for_screens", screens)
        patch.setattr("samenspel.cli.watching.watch", watch)
        deck = tiny_project(tmp_path / "deck")
        assert run(["build", str(deck), "-p", "web,slides", "-o", str(tmp_path), "--watch"]) == 0
    assert made == ["web,slides", "web,slides"]


def test_no_press_is_sent_what_is_made_for_screens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tiny_project(tmp_path / "deck")
    assert run(["order", str(deck), "-p", "web", "--copies", "5", "-o", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "web is made for a screen" in told
    assert "samenspel build --product web" in told
