"""Which jobs a request comes to: the project is read, and every name in it looked up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.batch.jobs import KIND, REGIONS, Job, job_of
from samenspel.errors import ContentError
from samenspel.layers.applying import chain
from samenspel.layers.names import BASE
from samenspel.offer import languages_of
from samenspel.pipeline.build import Build
from samenspel.pipeline.editions import each
from samenspel.pipeline.leftovers import known_regions
from samenspel.pipeline.opening import open_builds
from samenspel.pipeline.records import record_key
from samenspel.pipeline.request import BuildRequest, Stopped
from samenspel.presets import names
from samenspel.store import Store


@dataclass(frozen=True, slots=True)
class Work:
    """All jobs, and what is known before any of them begins."""

    jobs: tuple[Job, ...]
    """In the order of regions, languages and presses."""
    stopped: tuple[Stopped, ...]
    """The regions whose files have mistakes."""
    regions: frozenset[str]
    """The names of all regions that the project has, also of those that are not asked for."""
    languages: Mapping[str, frozenset[str]]
    """The languages that each region has, also of those that are not asked for."""


def work_of(request: BuildRequest) -> Work:
    """The jobs of a request, region by region. Raises what ``build_deck`` raises of a whole deck.

    Every name in the request is looked up here, so that a slip is reported once and at once.
    """
    key = record_key(request)
    wanted = request.presses or (request.press,)
    first = open_builds(replace(request, presses=(), press=_first_press(wanted)))[0]
    presses = tuple(each(wanted, names(first.project, "presses")))
    builds = open_builds(replace(request, presses=presses))
    rows = [
        (press, name.region, name.language, _files(first, name.region))
        for name in builds[0].editions
        for press in presses
    ]
    regions = known_regions(first.project)
    broken = [Stopped(name, ContentError(found)) for name, found in first.broken.items()]
    if key and not broken:
        entry = {"several": len(presses) > 1, "rows": rows, "regions": sorted(regions)}
        Store(request.cache).put(KIND, key, json.dumps(entry).encode())
    jobs = [job_of(request, *row, several=len(presses) > 1) for row in rows]
    languages = {
        name.region: frozenset(languages_of(first.project, name.region))
        for name in first.editions
    }
    return Work(tuple(jobs), tuple(broken), frozenset(regions), languages)


def _first_press(wanted: Iterable[str]) -> str:
    """A press to open the project with: the first that is named."""
    return next((name for name in wanted if name.lower() != "all"), BuildRequest(Path()).press)


def _files(build: Build, region: str) -> tuple[str, ...]:
    layers: Sequence[str] = () if region == BASE else chain(build.project.sources, region)
    return tuple(f"{REGIONS}/{name}.yaml" for name in layers)
