"""What reaches a terminal: text, in UTF-8, broken between words."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from tests.projects import change, tiny_project

from samenspel.bounds import SHOWN
from samenspel.cli.show import agreed, show_diagnostics, show_text, styled
from samenspel.diagnostics import Diagnostic, Location
from samenspel.printable import json_text, printable


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return stream


def on(terminal: Terminal, text: str) -> None:
    with redirect_stdout(terminal):
        show_text(text)


def test_nothing_in_a_text_is_obeyed(terminal: Terminal) -> None:
    on(terminal, f"{styled('wis', bold=True)} \x1b[2J alles\u202e \x9b5m")
    assert terminal.getvalue() == "\x1b[1mwis\x1b[0m <U+001B>[2J alles<U+202E> <U+009B>5m\n"


def test_letters_that_are_not_seen_are_shown_by_their_number() -> None:
    hidden = "a\u3164b\u034fc\u115fd\ufe0fe\U000e0101"
    assert printable(hidden) == "a<U+3164>b<U+034F>c<U+115F>d<U+FE0F>e<U+E0101>"


def test_no_text_can_hold_the_marks_of_a_style(terminal: Terminal) -> None:
    on(terminal, "".join(map(chr, range(0xF8F0, 0xF900))))
    assert "\x1b" not in terminal.getvalue()


def test_what_can_be_read_stays_as_it_is() -> None:
    text = "Één regel: ’t is “goed” — 5\u00a0%, 漢字, é, עברית\n\ttab"
    assert printable(text) == text


def test_long_lines_break_between_words(terminal: Terminal) -> None:
    words = "  cards/nl/07-een-goed-proces.yaml:14: de tekst is ongeveer zeven woorden te lang"
    on(terminal, styled(words, dim=True))
    plain = terminal.getvalue().replace("\x1b[2m", "").replace("\x1b[0m", "")
    lines = plain.splitlines()
    assert len(lines) > 1 and max(map(len, lines)) <= 40
    assert " ".join(plain.split()) == " ".join(words.split())
    assert [len(line) - len(line.lstrip()) for line in lines] == [2] + [4] * (len(lines) - 1)


def test_a_word_longer_than_the_terminal_is_not_cut(terminal: Terminal) -> None:
    name = "a" * 90
    on(terminal, f"kaart {name} past niet")
    assert name in terminal.getvalue()


def test_only_so_many_messages_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    show_diagnostics([Diagnostic("x", f"fout {n}") for n in range(SHOWN + 5)])
    shown = capsys.readouterr().err
    assert "and 5 more" in shown and f"{SHOWN + 5} mistakes" in shown


def test_json_that_is_shown_moves_no_cursor_and_turns_no_word_round() -> None:
    said = {"é": "a\u202eb \x9b2J \U000e0041 \u2028 ünï 'x'"}
    shown = json_text(said, 2)
    assert json.loads(shown) == said
    assert "é" in shown and "ünï" in shown and "\\u202e" in shown and "\\u009b" in shown
    assert printable(shown) == shown


def test_a_place_cannot_hide_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    show_diagnostics([Diagnostic("x", "fout", Location("cards/\x1b[8mx.yaml", 3), "k\u202ey")])
    assert "cards/<U+001B>[8mx.yaml:3: k<U+202E>y: fout" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "yes"), [("j", True), ("Ja", True), ("y", True), ("nee", False), ("", False)]
)
def test_yes_in_two_languages(typed: str, yes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.prompt", lambda *_args, **_options: typed)
    assert agreed("Doen?") is yes


def test_a_console_that_knows_fewer_letters_gets_all_of_them(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "        2:", "        2: →✓ ")
    done = subprocess.run(
        [sys.executable, "-m", "samenspel", "diff", "noordkust", str(folder)],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "→✓" in done.stdout.decode("utf-8")
