"""What marks and a structure tree cost of drawing and finishing: the cards in A6 and the A3 poster.

    python benchmarks/tags.py --pairs 15

Each run is a new process, as a build is; runs with and without tags take turns. Pages are laid out
and drawings made ready before the clock starts. What counts is CPU from the pages at hand to the
bytes of both files.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import time
from pathlib import Path

from samenspel.draw import drawn
from samenspel.finish import finish
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.tagging import read

ROOT = Path(__file__).resolve().parent.parent
STEPS = ("reading", "drawing", "finishing")


def run(tagged: bool) -> tuple[list[float], int]:
    """Seconds of CPU by step, and the bytes of both files."""
    gc.set_threshold(200_000, 20, 100)  # as the command sets it
    request = BuildRequest(
        output=ROOT / "output", project=ROOT, products=("cards", "poster"), formats=("a6",),
        regions=("waddenrand",), languages=("nl",),
    )  # fmt: skip
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    jobs = [
        (file, edition.in_format(one.piece.shape))
        for one in surveys(edition)
        for file in one.piece.product.files(one.piece, one.laid, one.faces, build.press)
    ]
    spent, size = [0.0, 0.0, 0.0], 0
    for file, own in jobs:
        clock = [time.process_time()]
        reading = read(file.frames, own.deck) if tagged else None
        clock.append(time.process_time())
        pages = drawn(
            list(reading.frames if reading else file.frames),
            fonts=build.fonts("nl"), arts=own.arts, press=build.press,
            colours=build.colour_space(own.theme), marks=reading.marks if reading else None,
        )  # fmt: skip
        clock.append(time.process_time())
        done = finish(
            pages.pdf(), press=build.press, profile=build.profile,
            trim_inset=file.frames[0].bleed, metadata=own.metadata(file.name),
            outline=reading.outline if reading else None,
        )  # fmt: skip
        clock.append(time.process_time())
        size += len(done)
        spent = [one + b - a for one, a, b in zip(spent, clock[:-1], clock[1:], strict=True)]
    return spent, size


def main() -> None:
    """Print medians of the steps, and of tagged to untagged within a pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--one", choices=("tagged", "plain"), help="one run, for the pairs")
    asked = parser.parse_args()
    if asked.one:
        spent, size = run(asked.one == "tagged")
        print(*spent, size)
        return
    found: dict[str, list[list[float]]] = {"tagged": [], "plain": []}
    for pair in range(asked.pairs):
        for name in sorted(found, reverse=pair % 2 == 1):
            told = subprocess.run(
                [sys.executable, __file__, "--one", name], check=True, capture_output=True
            )
            found[name].append([float(part) for part in told.stdout.split()])
    for name, runs in found.items():
        steps = [f"{step} {1000 * statistics.median(one[at] for one in runs):.1f} ms"
                 for at, step in enumerate(STEPS)]  # fmt: skip
        total = 1000 * statistics.median(sum(one[:3]) for one in runs)
        print(f"{name}: {', '.join(steps)}, together {total:.1f} ms; {runs[0][3]:.0f} bytes")
    pairs = list(zip(found["tagged"], found["plain"], strict=True))
    shares = [sum(tagged[:3]) / sum(plain[:3]) - 1 for tagged, plain in pairs]
    print(f"tags: {statistics.median(shares):+.1%} of CPU (median of {len(pairs)} pairs, "
          f"{min(shares):+.1%} to {max(shares):+.1%}), {pairs[0][0][3] / pairs[0][1][3] - 1:+.2%} "
          "of bytes")  # fmt: skip


if __name__ == "__main__":
    main()
