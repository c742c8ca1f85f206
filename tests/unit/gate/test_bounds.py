"""Bounds are kept before the work: what asks for too much is told at once, and costs little."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.projects import change, opened, tiny_project, write

from samenspel import bounds, fence
from samenspel.cells import read_cells
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, UsageError
from samenspel.offer import EditionName
from samenspel.pipeline import line
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import BuildRequest
from samenspel.problems import Problems
from samenspel.proofing.wishes import ProofWishes
from samenspel.texts.reading import read_tables

START = [sys.executable, "-P", "-m", "samenspel"]


def told(work: Callable[[], object]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        work()
    return [one.code for one in caught.value.diagnostics]


def used() -> float:
    return time.process_time()


@pytest.mark.parametrize("joint", ["", "\u00ad", "\u00a0", "’", "\u2067\u2069"])
def test_an_article_in_a_field_is_told_within_a_second(tmp_path: Path, joint: str) -> None:
    word = joint.join("samenwerken")
    tiny_project(tmp_path, reminder=("Wie luistert, hoort meer.", f"'{word} {word}'"))
    change(tmp_path, "cards/nl/01-luister-eerst.yaml", f"'{word} {word}'",
           '"' + " ".join([word] * 4000).replace('"', "") + '"')  # fmt: skip
    began = used()
    assert told(lambda: opened(tmp_path)) == ["field-too-long"]
    assert used() - began < 1


def test_a_file_of_very_many_values(tmp_path: Path) -> None:
    tiny_project(tmp_path)
    write(tmp_path, "cards/nl/labels.yaml", "a:\n" + " - b\n" * (bounds.VALUES + 5))
    assert "yaml-too-many-values" in told(lambda: opened(tmp_path))


def test_only_so_many_mistakes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_project(tmp_path)
    write(tmp_path, "cards/nl/labels.yaml", "".join(f"x{n}: y\n" for n in range(50)))
    assert len(told(lambda: opened(tmp_path))) > 50
    monkeypatch.setattr("samenspel.problems.MESSAGES", 20)
    found = told(lambda: opened(tmp_path))
    assert (len(found), found[-1]) == (21, "mistakes-too-many")


def test_an_error_takes_no_more_than_are_kept() -> None:
    endless = (Diagnostic("x", str(n)) for n in range(10**9))
    assert len(ContentError(endless).diagnostics) == bounds.MESSAGES + 1
    with pytest.raises(ContentError):
        Problems().extend(Diagnostic("x", str(n)) for n in range(10**9))


# -- tables of cells ------------------------------------------------------------------------------


def workbook(cells: dict[str, object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place, value in cells.items():
        sheet[place] = value
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_a_value_in_the_last_cell_costs_nothing(tmp_path: Path) -> None:
    """Read whole, such a sheet takes eight gigabytes."""
    data = workbook({"A1": "Tekst", "B1": "Kenmerk", "C1": "Controle", "XFD50000": "x"})
    (tmp_path / "x.xlsx").write_bytes(data)
    before, began = memory(), used()
    assert told(lambda: read_tables(tmp_path / "x.xlsx")) == ["texts-no-table"]
    assert memory() - before < 100_000 and used() - began < 20
    problems: list[Diagnostic] = []
    data = workbook({"A1": "id", "A2": "een", "XFD4000": "x"})
    (tmp_path / "y.xlsx").write_bytes(data)
    table = read_cells(tmp_path, "y.xlsx", problems)
    assert table is not None and len(table.rows) == 1 and not problems


def test_a_workbook_that_unpacks_without_end(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", bytes(bounds.UNPACKED + 1))
    (tmp_path / "x.xlsx").write_bytes(data.getvalue())
    assert told(lambda: read_tables(tmp_path / "x.xlsx")) == ["texts-unreadable"]
    problems: list[Diagnostic] = []
    assert read_cells(tmp_path, "x.xlsx", problems) is None
    assert [one.code for one in problems] == ["table-unreadable"]


@pytest.mark.parametrize("number", ["1E400", "9" * 5000, "-1E400", "1E20"])
def test_a_number_without_end_in_a_cell(tmp_path: Path, number: str) -> None:
    whole, changed = io.BytesIO(workbook({"A1": "id", "A2": 12345})), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b">12345<", f">{number}<".encode()))
    (tmp_path / "x.xlsx").write_bytes(changed.getvalue())
    problems: list[Diagnostic] = []
    read_cells(tmp_path, "x.xlsx", problems)
    assert [one.code for one in problems if one.code != "table-empty"] in (
        ["table-cell-type"], ["table-unreadable"],
    )  # fmt: skip


def test_tables_with_too_many_rows_columns_or_characters(tmp_path: Path) -> None:
    rows = "Tekst;Kenmerk;Controle\n" + "a;b;c\n" * (bounds.TEXT_ROWS + 1)
    (tmp_path / "x.csv").write_text(rows, encoding="utf-8")
    assert told(lambda: read_tables(tmp_path / "x.csv")) == ["texts-unreadable"]
    (tmp_path / "x.csv").write_text("Tekst;Kenmerk;Controle\n" + ";" * 1000, encoding="utf-8")
    assert told(lambda: read_tables(tmp_path / "x.csv")) == ["texts-unreadable"]
    long = "a" * (bounds.FIELD + 1)
    (tmp_path / "x.csv").write_text(f"Tekst;Kenmerk;Controle\n{long};b;c", encoding="utf-8")
    assert told(lambda: read_tables(tmp_path / "x.csv")) == ["field-too-long", "texts-mark"]
    for text, codes in (
        (f"id;titel\neen;{long}\n", ["field-too-long"]),
        ("id\n" + "x\n" * (bounds.TABLE_ROWS + 1), ["table-unreadable"]),
    ):
        (tmp_path / "y.csv").write_text(text, encoding="utf-8")
        problems: list[Diagnostic] = []
        read_cells(tmp_path, "y.csv", problems)
        assert [one.code for one in problems] == codes


# -- pages ----------------------------------------------------------------------------------------


def test_a_proof_of_very_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.unit.preflight.pdfs import card, clean

    from samenspel.proofing import proof_files

    (tmp_path / "x.pdf").write_bytes(card(clean, clean))
    monkeypatch.setattr("samenspel.proofing.wishes.PROOF_PAGES", 1)
    with pytest.raises(UsageError, match="pages-too-many"):
        proof_files([tmp_path / "x.pdf"], tmp_path, ProofWishes())


# -- the fence ------------------------------------------------------------------------------------

HEAVY = """
import sys
from samenspel import fence
from samenspel.cli import main
from samenspel.cli.main import run
import samenspel.loading
def work(*_):
    {work}
samenspel.pipeline = __import__("samenspel.pipeline", fromlist=["x"])
samenspel.pipeline.build_deck = work
fence.put_up(memory={memory}, seconds=1)
sys.exit(run(["build", sys.argv[1]]))
"""


@pytest.mark.skipif(not fence.MEASURED, reason="this system bounds no process")
@pytest.mark.parametrize(
    ("work", "memory"),
    [("x = bytearray(10**9)", 700 * bounds.MB), ("while True: pass", bounds.MEMORY),
     ("while True:\n        try:\n            while True: pass\n        except Exception: pass",
      bounds.MEMORY)],
)  # fmt: skip
def test_what_takes_too_much_is_stopped_with_one_message(
    tmp_path: Path, work: str, memory: int
) -> None:
    script = HEAVY.format(work=work, memory=memory)
    project = tiny_project(tmp_path / "deck")
    done = subprocess.run([sys.executable, "-c", script, str(project)], cwd=tmp_path, check=False,
                          capture_output=True, text=True)  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert "[deck-too-heavy]" in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.count("[deck-too-heavy]") == 1


def test_the_command_has_a_fence(tmp_path: Path) -> None:
    """Whatever it does, it does inside."""
    script = (
        "import sys, resource, importlib; c = importlib.import_module('samenspel.cli.main');"
        "c.run = lambda _: print(resource.getrlimit(resource.RLIMIT_AS)[0],"
        " resource.getrlimit(resource.RLIMIT_CPU)[0]) or 0; c.main([])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                          check=True, cwd=tmp_path)  # fmt: skip
    memory, seconds = map(int, done.stdout.split())
    assert memory == bounds.MEMORY and bounds.READING <= seconds <= bounds.READING + 5


def test_a_large_deck_has_the_time_that_its_pages_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[int] = []
    monkeypatch.setattr(line, "allow", allowed.append)
    monkeypatch.setattr(fence, "PAGE", 50.0)
    project = tiny_project(tmp_path / "deck")
    request = BuildRequest(tmp_path / "out", project, products=("cards",), formats=("a6",))
    edition = prepared(open_build(request), EditionName("basis", "nl"))
    assert max(allowed) == bounds.MAKING + 50 * 2 * len(edition.deck.cards)
