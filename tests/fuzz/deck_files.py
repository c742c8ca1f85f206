"""Damaged YAML of a small deck: read, laid over, filled in and laid out, or refused in words."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.damage import WORDS, damaged
from tests.projects import FILES, tiny_project, write

from samenspel.builtin import builtin_deck
from samenspel.errors import SamenspelError
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.request import BuildRequest
from samenspel.pipeline.survey import surveys

SHIPPED = Path(__file__).parents[2] / "generator/samenspel/presets"
MARK = b"\0\0"
"""Between a file's place and what stands in it."""


def own(*folders: str) -> dict[str, bytes]:
    """samenspel's own presets in these folders, as a project would bring them."""
    found = {}
    for folder in folders:
        for path in sorted((SHIPPED / folder).glob("*.yaml")):
            home = folder if folder in ("kinds", "sets") else f"presets/{folder}"
            found[f"{home}/{path.name}"] = path.read_bytes()
    return found


def one_of(files: dict[str, bytes], number: int, seed: int) -> bytes:
    """One of the files after damage, with its place before it."""
    dice = Random(f"{seed}/{number}")
    names = sorted(files)
    place = dice.randrange(len(names))
    data = damaged([files[name] for name in names], dice, WORDS, place)
    return names[place].encode() + MARK + data


@cache
def _deck() -> dict[str, bytes]:
    return {name: text.encode() for name, text in FILES.items()} | own("kinds")


def made(number: int, seed: int) -> bytes:
    """A damaged file of the deck itself: a card, a region, a kind, or the deck's own."""
    return one_of(_deck(), number, seed)


def judged(data: bytes) -> str:
    """Build the deck as far as its pages, without drawing them."""
    name, _, text = data.partition(MARK)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = tiny_project(Path(place))
        write(folder, name.decode(), text)
        kind = Path(name.decode()).stem
        wanted = {
            "presses": {"press": kind},
            "papers": {"papers": (kind,), "products": ("sheets",)},
            "formats": {"formats": (kind,)},
        }.get(Path(name.decode()).parent.name, {})
        request = BuildRequest(project=folder, output=folder / "out", regions=("all",), **wanted)
        try:
            return _outcome(request)
        except SamenspelError as error:
            for one in error.diagnostics:
                _plain(str(one))
            return "refused"


def _outcome(request: BuildRequest) -> str:
    build = open_build(request)
    problems = []
    for edition in build.editions:
        for survey in surveys(prepared(build, edition)):
            problems += survey.problems
    for one in problems:
        _plain(str(one))
    return "told" if problems else "built"


def _plain(said: str) -> None:
    """A message names no object of Python's and no place of the installation."""
    home = str(Path(__file__).parents[2] / "generator")
    for odd in (" object at 0x", "<class '", "<function", "Traceback", home, str(builtin_deck())):
        if odd in said:
            raise ValueError(f"a message names {odd!r}: {said[:500]}")
