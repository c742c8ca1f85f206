"""Measures the command side by side with other tools: CPU, wall time and memory of whole processes.

    make bench                               prints the tables
    make bench ARGS="--date 2026-11-23"      writes docs/performance.md as well
    make bench ARGS="--runs 1 --quick"       a look in a minute, without the largest rows

Each run is a new process (``os.wait4`` tells what it used); runs of different rows take turns, so
that a busy moment hits all alike. Medians and their spread are of ratios to Typst in the same turn,
which a slower or busier machine changes little; seconds are only for orientation.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from benchmarks.others.with_chromium import browser  # noqa: E402
from benchmarks.people import people, people_deck  # noqa: E402
from benchmarks.plot import bars  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
PLOT = ROOT / "docs" / "pictures" / "performance.svg"
EDITS = 100
"""So often a text is typed in one run."""
COMMAND = (sys.executable, "-m", "samenspel")
LIBRARIES = ("reportlab", "pikepdf", "uharfbuzz", "pillow", "pydantic", "click")
PEERS = {
    "typst": ("typst",), "fpdf2": ("fpdf2",), "weasyprint": ("weasyprint",),
    "fullbleed": ("fullbleed",), "reportlab": ("reportlab", "svglib"),
}  # fmt: skip
"""The libraries that each asks for; fullbleed and svglib are no part of ``requirements``."""
REGIONS = "basis,stroomdal,waddenrand,polderland"
"""Those of the rows of a batch."""
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""A setting under which each run would compile our modules anew; installing a package does it once.
"""
CARD = "cards/nl/01-zo-gebruik-je-de-kaarten.yaml"


@dataclass
class Row:
    """One thing to measure, and what its runs used."""

    name: str
    """As the table calls it."""
    command: Sequence[str]
    """What is run, in a folder of the row's own that stays from run to run."""
    store: str = ""
    """Which store it uses; empty for none. Rows with one name share it."""
    before: Callable[[Path], None] | None = None
    """What is done in that folder before each run, and not measured."""
    tells: bool = False
    """Whether it prints, first of all, the seconds of CPU of the part of it that counts."""
    made: float = 0.0
    """How large the largest file is that it made, in MB."""
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def samenspel(*arguments: str) -> tuple[str, ...]:
    """A command line of ours."""
    return (*COMMAND, *arguments)


def commands(deck: Path, edited: Path) -> list[Row]:
    """How the command feels, and a build in every state of the store.

    ``edited`` is another copy of the deck, in which a text is changed before each run.
    """
    changing = ("build", str(edited), "--region", "basis")
    everything = ("build", str(deck), "--region", "basis")
    cards = (*everything, "--product", "cards")
    return [
        Row("python -c pass (the floor)", (sys.executable, "-c", "pass")),
        Row("--help", samenspel("--help")),
        Row("explain text-too-long", samenspel("explain", "text-too-long")),
        Row("new", samenspel("new", "dek", "--name", "Noordkust"), before=_no_deck),
        Row("list, seen before", samenspel("list", "--built-in"), "list"),
        Row("cards, no store", samenspel(*cards)),
        Row("four files, no store", samenspel(*everything)),
        Row("four files, one text changed", samenspel(*changing), "art", _edited(edited)),
        Row("four files, nothing changed", samenspel(*everything), "same"),
        Row("preview", samenspel("preview", str(deck), "--region", "basis"), "look"),
    ]


def batches(deck: Path) -> list[Row]:
    """Many editions: by one worker and by two, and again when nothing has changed."""
    wanted = ("batch", str(deck), "--region", REGIONS, "--format", "a6", "--product", "cards")
    return [
        Row("batch, one worker", samenspel(*wanted, "--jobs", "1"), "one", _fresh),
        Row("batch, two workers", samenspel(*wanted, "--jobs", "2"), "two", _fresh),
        Row("batch, nothing changed", samenspel(*wanted), "again"),
    ]


def personal(folder: Path, faces: Path) -> list[Row]:
    """Cards by name: their memory must not grow with their count. Typst's are in ``faces``."""
    deck = str(people_deck(folder))
    ours = [
        Row(f"{count:,} cards by name".replace(",", " "),
            samenspel("personal", deck, "--card", "welkom", "--rows",
                      str(people(folder / f"{count}.csv", count))), "people")
        for count in (10, 100, 1000, 10_000)
    ]  # fmt: skip
    script = str(HERE / "others" / "with_typst.py")
    theirs = [
        Row(f"Typst: {count:,} cards".replace(",", " "),
            (sys.executable, script, str(repeated(faces, folder, count)), "cards.pdf"))
        for count in (10, 100, 1000)
    ]  # fmt: skip
    return [*ours, *theirs]


def repeated(faces: Path, folder: Path, count: int) -> Path:
    """The texts of so many cards: the first drawn one of ``faces``, each with a number."""
    cards = json.loads(faces.read_text(encoding="utf-8"))
    first = next(one for one in cards if one["picture"])
    made = [{**first, "core": f"Voor nummer {number}"} for number in range(count)]
    path = folder / f"{count}.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


def typing(deck: Path) -> list[Row]:
    """What the studio does with each letter, a hundred times."""
    script = (sys.executable, str(HERE / "edits.py"), str(deck), str(EDITS))
    return [Row("an edit, both faces as pictures", script, tells=True)]


def peers(faces: Path) -> tuple[list[Row], list[str]]:
    """The same 48 faces by other tools, and those that are not installed here.

    ``faces`` becomes the file with their texts.
    """
    subprocess.run(
        [sys.executable, "-m", "benchmarks.others.texts", str(faces)], cwd=ROOT, check=True
    )
    rows, missing = [], []
    for name, libraries in PEERS.items():
        script = HERE / "others" / f"with_{name}.py"
        try:
            title = " with ".join(f"{one} {version(one)}" for one in libraries)
        except PackageNotFoundError:
            missing.append(name)
            continue
        rows.append(Row(title, (sys.executable, str(script), str(faces), "cards.pdf")))
    if browser() is None:
        missing.append("headless Chromium")
    else:
        script = HERE / "others" / "with_chromium.py"
        rows.append(Row("headless Chromium", (sys.executable, str(script), str(faces), "c.pdf")))
    return rows, missing


def impositions() -> list[Row]:
    """Pages put four on a sheet: our own, and the same with nothing but pikepdf."""
    script = str(HERE / "others" / "imposing.py")
    return [
        Row(f"{who} imposes {count} pages", (sys.executable, script, who, str(count)), tells=True)
        for count in (1000, 3000, 10_000)
        for who in ("samenspel", "pikepdf")
    ]


def _no_deck(folder: Path) -> None:
    shutil.rmtree(folder / "dek", ignore_errors=True)


def _fresh(folder: Path) -> None:
    """Nothing is there, in the store or beside it."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    shutil.rmtree(folder / "store", ignore_errors=True)


def _edited(deck: Path) -> Callable[[Path], None]:
    """Each time another word in one text of the deck."""
    counts = iter(range(10**6))

    def edit(_: Path) -> None:
        path = deck / CARD
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^core: \w+", f"core: Hoe{next(counts)}", text, count=1))

    return edit


def measure(row: Row, folder: Path) -> None:
    """One run; what it used is added to the row's."""
    folder.mkdir(exist_ok=True)
    if row.before is not None:
        row.before(folder)
    settings = {"SAMENSPEL_CACHE": str(folder / "store") if row.store else ""}
    inherited = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    begin = time.perf_counter()
    process = subprocess.Popen(
        row.command, cwd=folder, env={**inherited, **settings},
        stdout=subprocess.PIPE if row.tells else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    said = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{row.name} ended with {process.returncode}")
    row.wall.append(time.perf_counter() - begin)
    row.cpu.append(float(said.split()[0]) if row.tells else used.ru_utime + used.ru_stime)
    row.memory.append(used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
    row.made = max((one.stat().st_size for one in folder.rglob("*.pdf")), default=0) / 1e6


def grown(rows: Iterable[Row]) -> str:
    """What it took by how many cards there are; memory and the file count here."""
    lines = ["| run | CPU s | memory MB | file MB |", "|---|---:|---:|---:|"]
    lines += [
        f"| {row.name} | {statistics.median(row.cpu):.2f} | {max(row.memory):.0f} "
        f"| {row.made:.1f} |"
        for row in rows
    ]
    return "\n".join(lines)


def drawn(ours: Sequence[Row], others: Sequence[Row]) -> str:
    """All of one deck beside Typst, as bars."""
    base = others[0]
    rows = [
        (row.name, statistics.median(a / b for a, b in zip(row.cpu, base.cpu, strict=True)), mine)
        for each, mine in ((ours, True), (others, False))
        for row in each
    ]
    return bars("CPU of a whole process as a multiple of Typst's", rows)


def table(rows: Iterable[Row], base: Row) -> str:
    """The results as a Markdown table, with ratios to ``base`` in the same turn."""
    lines = [
        f"| run | CPU, {base.name.split()[0]} = 1 | spread | CPU s | wall s | memory MB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        ratios = sorted(ours / theirs for ours, theirs in zip(row.cpu, base.cpu, strict=True))
        lines.append(
            f"| {row.name} | {statistics.median(ratios):.2f} | {ratios[0]:.2f}–{ratios[-1]:.2f} "
            f"| {statistics.median(row.cpu):.2f} | {statistics.median(row.wall):.2f} "
            f"| {max(row.memory):.0f} |"
        )
    return "\n".join(lines)


def seconds(rows: Iterable[Row]) -> str:
    """Seconds of CPU alone, of what is compared with nothing but its neighbour."""
    lines = [f"| {row.name} | {statistics.median(row.cpu):.3f} |" for row in rows]
    return "\n".join(["| run | CPU s |", "|---|---:|", *lines])


def beside(rows: Sequence[Row]) -> str:
    """The median of each first row of a pair as a multiple of its second, in the same turn."""
    found = []
    for ours, theirs in zip(rows[0::2], rows[1::2], strict=True):
        ratios = [a / b for a, b in zip(ours.cpu, theirs.cpu, strict=True)]
        found.append(f"{statistics.median(ratios):.2f} ({theirs.name.rpartition('imposes ')[2]})")
    return ", ".join(found)


def machine() -> str:
    """What it was measured on."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        named = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = named[0].split(":", 1)[1].strip() if named else model
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()}; "
        f"Python {platform.python_version()}, {libraries}"
    )


def copied_deck(folder: Path) -> Path:
    """The built-in deck where it may be edited."""
    for name in ("cards", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def main() -> None:
    """Measure, show, and write when a date is given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="turns of each row (5)")
    parser.add_argument("--quick", action="store_true", help="leave out batches and impositions")
    parser.add_argument("--date", help="the day, to write docs/performance.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        others, missing = peers(folder / "faces.json")
        typst = others[0]
        ours = commands(copied_deck(folder / "deck"), copied_deck(folder / "edited"))
        many = [] if options.quick else batches(folder / "deck")
        sheets = [] if options.quick else impositions()
        named = [] if options.quick else personal(folder / "named", folder / "faces.json")
        letters = typing(folder / "deck")
        rows = [*others, *ours, *letters, *many, *named, *sheets]
        for row in rows:
            if row.store and row.before is not _fresh:
                measure(row, folder / row.name)  # fills the store; not counted
                row.cpu, row.wall, row.memory = [], [], []
        for _ in range(options.runs):
            for row in rows:
                measure(row, folder / row.name)
    tables = {"ours": ours, "peers": others, "many": many}
    parts: dict[str, object] = {
        **{name: table(found, typst) if found else "" for name, found in tables.items()},
        "missing": ", ".join(missing) or "nothing that is named here",
        "imposing": beside(sheets), "named": grown(named), "sheets": seconds(sheets),
        "edit": f"{statistics.median(letters[0].cpu) * 1000 / EDITS:.0f}",
        "runs": options.runs, "machine": machine(),
        "date": options.date or "today",
    }  # fmt: skip
    text = (HERE / "performance.md.txt").read_text(encoding="utf-8").format(**parts)
    print(text)
    if options.date:
        PAGE.write_text(text, encoding="utf-8")
        PLOT.write_text(drawn(ours, others), encoding="utf-8")


if __name__ == "__main__":
    main()
