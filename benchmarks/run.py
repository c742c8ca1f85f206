"""Measures cold runs of the command: CPU seconds, wall seconds and the most memory it held.

    make bench                          prints a table
    make bench ARGS="--date 2026-11-23" writes benchmarks/RESULTS.md as well

Each run is a new process (``os.wait4`` tells what it used), with no cache of art unless a row says
so; runs of different rows take turns, so that a busy moment hits all alike. The median counts.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMMAND = (sys.executable, "-m", "samenspel")
LIBRARIES = ("reportlab", "pikepdf", "uharfbuzz", "pillow", "pydantic", "click")


@dataclass
class Row:
    """One thing to measure, and what its runs used; ``limit`` is CPU seconds and MB promised."""

    name: str
    arguments: Sequence[str]
    cached: bool = False
    other: bool = False
    limit: tuple[float, float] | None = None
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def rows() -> list[Row]:
    """What is measured."""
    return [
        Row("python -c pass (the floor)", ()),
        Row("--help", ("--help",), limit=(0.25, 200)),
        Row("build (A6, all products)", ("build",), limit=(3.0, 200)),
        Row("build, art in the cache", ("build",), cached=True),
        Row("build --product cards", ("build", "--product", "cards")),
        Row("build --region all --format all", ("build", "--region", "all", "--format", "all")),
    ]


def other_tools(faces: Path) -> list[Row]:
    """The same 48 faces by other tools; ``faces`` becomes the file with their texts."""
    subprocess.run(
        [sys.executable, "-m", "benchmarks.others.texts", str(faces)], cwd=HERE.parent, check=True
    )
    return [
        Row(f"{name} {version(name)}", (str(script), str(faces), "cards.pdf"), other=True)
        for name in ("typst", "fpdf2", "weasyprint")
        for script in [HERE / "others" / f"with_{name}.py"]
    ]


def measure(row: Row, cache: Path) -> None:
    """One run in an empty folder."""
    command = [*COMMAND, *row.arguments] if row.arguments else [sys.executable, "-c", "pass"]
    if row.other:
        command = [sys.executable, *row.arguments]
    settings = {"SAMENSPEL_CACHE": str(cache) if row.cached else ""}
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=subprocess.DEVNULL
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        row.wall.append(time.perf_counter() - begin)
    if process.returncode:
        raise SystemExit(f"{row.name} ended with {process.returncode}")
    row.cpu.append(used.ru_utime + used.ru_stime)
    scale = 1e6 if sys.platform == "darwin" else 1e3
    row.memory.append(used.ru_maxrss / scale)


def table(measured: Sequence[Row]) -> str:
    """The results as a Markdown table."""
    lines = [
        "| run | CPU s (median) | least | wall s (median) | memory MB | promised |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for row in measured:
        limit = f"< {row.limit[0]:g} s, < {row.limit[1]:g} MB" if row.limit else ""
        lines.append(
            f"| {row.name} | {statistics.median(row.cpu):.2f} | {min(row.cpu):.2f} "
            f"| {statistics.median(row.wall):.2f} | {max(row.memory):.0f} | {limit} |"
        )
    return "\n".join(lines)


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


def main() -> None:
    """Measure, show, and write when a date is given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of each row (5)")
    parser.add_argument("--date", help="the day, to write RESULTS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder, "cache")
        ours, others = rows(), other_tools(Path(folder, "faces.json"))
        measured = [*ours, *others]
        for row in measured:
            if row.cached:
                measure(row, cache)  # fills the cache; not counted
                row.cpu, row.wall, row.memory = [], [], []
        for _ in range(options.runs):
            for row in measured:
                measure(row, cache)
    cards = [row for row in ours if row.name.endswith("cards")]
    shown, beside = table(ours), table([*cards, *others])
    print(shown, beside, sep="\n\n")
    if options.date:
        text = RESULTS.format(
            date=options.date, machine=machine(), runs=options.runs, table=shown, beside=beside
        )
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


RESULTS = """\
# What a run costs

Measured on {date} by `benchmarks/run.py` (`make bench`), {runs} cold runs of each row: a new
process every time, in an empty folder, with the built-in deck and without a cache of art unless the
row says so. CPU is user and system time of the whole process, memory the most it held (`os.wait4`).

{table}

Machine: {machine}.

## Beside other tools

Measured in the same run, turn by turn: the built-in deck's 48 A6 faces with the same texts, fonts
and SVG drawings, by small programs in `benchmarks/others/`. They do less than our build: colour
stays RGB, texts are not fitted, black does not overprint, and there are no output intent, no
inspection and no manifest. Typst is a compiled program and the fastest by far; what a build costs
beside that is mostly Python's own start, conversion to inks and reading every file back before it
is handed over.

{beside}
"""

if __name__ == "__main__":
    main()
