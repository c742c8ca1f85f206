"""Damaged YAML of a small deck: built by the command, or refused in words."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.commands import ended, refused
from tests.fuzz.damage import DEEP, WORDS, damaged
from tests.projects import FILES, tiny_project, write

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, SamenspelError
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_builds
from samenspel.pipeline.request import BuildRequest
from samenspel.pipeline.survey import surveys

SHIPPED = Path(__file__).parents[2] / "generator/samenspel/presets"
WISHES: dict[str, tuple[dict[str, tuple[str, ...]], str]] = {
    "presses": ({"presses": ("*",)}, "-f a6 --press *"),
    "formats": ({"formats": ("*",)}, "-f *"),
    "papers": ({"papers": ("*",), "products": ("sheets",)}, "-f a6 --product sheets --paper *"),
}
"""How a build reads a preset, by the folder that it stands in; ``*`` is its name."""
USUAL: tuple[dict[str, tuple[str, ...]], str] = ({}, "-f a6")
REGION = "noordkust"
"""Its texts lie over those of the deck, so that both are read."""
WHOLE = 8
"""One in so many files goes through the whole command, the others until their pages are laid out:
drawing takes most of the time, and reads nothing that is not read before."""
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
    """One of the files after damage, with its place before it; half go further down the line."""
    dice = Random(f"{seed}/{number}")
    names = sorted(files)
    place = dice.randrange(len(names))
    data = damaged([files[name] for name in names], dice, dice.choice((WORDS, DEEP)), place)
    return names[place].encode() + MARK + data


@cache
def _deck() -> dict[str, bytes]:
    return {name: text.encode() for name, text in FILES.items()} | own("kinds")


def sound() -> bytes:
    """A file of the deck as it is."""
    name = "cards/deck.yaml"
    return name.encode() + MARK + _deck()[name]


def made(number: int, seed: int) -> bytes:
    """A damaged file of the deck itself: a card, a region, a kind, or the deck's own."""
    return one_of(_deck(), number, seed)


def judged(data: bytes) -> str:
    """Build the small deck with that file in its place."""
    name, _, text = data.partition(MARK)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = tiny_project(Path(place) / "deck")
        write(folder, name.decode(), text)
        path = Path(name.decode())
        return built(folder, data, *WISHES.get(path.parent.name, USUAL), path.stem)


def built(
    folder: Path, data: bytes, wishes: Mapping[str, tuple[str, ...]] = USUAL[0],
    options: str = USUAL[1], name: str = "",
) -> str:  # fmt: skip
    """How building a deck with that file among its own ends, in a word."""
    out = folder.parent / "out"
    if zlib.crc32(data) % WHOLE == 0:
        said = options.replace("*", name).split()
        return ended("build", str(folder), "-r", REGION, "-o", str(out), *said).name.lower()
    wanted = {key: tuple(one.replace("*", name) for one in each) for key, each in wishes.items()}
    try:
        return laid_out(BuildRequest(out, folder, (REGION,), **{"formats": ("a6",), **wanted}))
    except SamenspelError as error:
        refused(error)
        return error.exit_code.name.lower()


def laid_out(request: BuildRequest) -> str:
    """All pages of all decks, up to the drawing. Raises SamenspelError."""
    (build,) = open_builds(request)
    problems: list[Diagnostic] = []
    for edition in build.editions:
        for survey in surveys(prepared(build, edition)):
            problems += survey.problems
    if problems:
        raise ContentError(problems)
    return "laid out"


def built_with(asset: str, data: bytes) -> str:
    """How building the small deck ends with an asset of its own in the place of samenspel's.

    Only one in so many is built with: whoever asks has tried all else that reads an asset.
    """
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = tiny_project(Path(place) / "deck")
        write(folder, f"assets/{asset}", data)
        return built(folder, data) if zlib.crc32(data) % WHOLE == 0 else "fit to build with"
