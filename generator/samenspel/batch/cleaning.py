"""What goes with ``--clean``: what was made of regions and languages that the deck has no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from samenspel.batch.jobs import Job
from samenspel.builtin import builtin_deck
from samenspel.ours import MADE
from samenspel.pipeline.request import BuildRequest
from samenspel.staging import Staging

if TYPE_CHECKING:
    from samenspel.batch.work import Work


def homes(request: BuildRequest, jobs: Iterable[Job]) -> list[str]:
    """The folders of regions below the output: ``""``, or one for each press, with a slash."""
    outputs = dict.fromkeys(job.request.output for job in jobs)
    ways = (output.relative_to(request.output).as_posix() for output in outputs)
    return ["" if way == "." else f"{way}/" for way in ways]


def cleaned(request: BuildRequest, work: Work) -> tuple[Path, ...]:
    """Remove what stands as it was made of what the project no longer has; returns what went.

    Raises FileAccessError; then nothing went.
    """
    names = list(dict.fromkeys(_names(request, work)))
    if names:
        with Staging(request.output, kept=_nobody) as staging:
            staging.discard(names)
            staging.commit()
    return tuple(request.output / name for name in names if not name.endswith(MADE))


def _names(request: BuildRequest, work: Work) -> Iterator[str]:
    from samenspel.pipeline.leftovers import dropped_languages, dropped_regions

    root = request.project or builtin_deck()
    for home in homes(request, work.jobs):
        for gone in dropped_regions(request.output, home, root, work.regions).values():
            yield from gone
        for region, languages in work.languages.items():
            below = f"{home}{region}/"
            for gone in dropped_languages(request.output, below, languages, root).values():
                yield from gone


def _nobody(kept: object) -> None:
    """Nothing comes, so nothing is in its way."""
    del kept
