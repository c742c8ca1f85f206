"""One text of a card typed again and again: ``python edits.py DECK COUNT``.

What the studio does with each letter: the card is laid out with the text as it is now, and both its
faces become pictures at 150 dpi, as the press prints them. A text is one word, then another, so
that lines change as they do when somebody types. Prints the seconds of CPU of all edits, without
opening the deck, and the memory (MB) after a tenth of them and after all.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from samenspel.offer import EditionName
from samenspel.studio.drafts import Draft
from samenspel.studio.engine import Engine, name_of

CARD, FIELD = "zo-gebruik-je-de-kaarten", ("core",)
WARM = 3
"""Edits that are not counted: the first one opens fonts and drawings."""


def typed(root: Path, count: int) -> tuple[float, float, float]:
    """CPU in seconds, and the most memory after a tenth and after all, in MB."""
    engine = Engine(root, None)
    bench = engine.bench(EditionName("basis", "nl"))

    def edit(number: int) -> None:
        text = f"Hoeveel tijd {number} heb je? Kies er een manier bij."
        made = engine.shown(bench, "a6", CARD, Draft((CARD, *FIELD), text))
        for frame in made.survey.frames:
            assert engine.picture(name_of(frame), "large")

    for number in range(WARM):
        edit(number)
    begin = time.process_time()
    early = 0.0
    for number in range(WARM, WARM + count):
        edit(number)
        if number == WARM + count // 10:
            early = _memory()
    return time.process_time() - begin, early, _memory()


def _memory() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Type, and tell what it took."""
    cpu, early, late = typed(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{cpu:.3f} {early:.0f} {late:.0f}")


if __name__ == "__main__":
    main()
