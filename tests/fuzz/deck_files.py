"""Damaged YAML of a small deck: built by the command, or refused in words."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.commands import ended
from tests.fuzz.damage import DEEP, WORDS, damaged
from tests.projects import FILES, tiny_project, write

SHIPPED = Path(__file__).parents[2] / "generator/samenspel/presets"
USUAL = ("-f", "a6")
WISHES = {
    "presses": "-f a6 --press *",
    "formats": "-f *",
    "papers": "--product sheets -f a6 --paper *",
}
"""What makes a build read a preset, by the folder that it stands in; ``*`` is its name."""
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
        options = WISHES.get(path.parent.name, "").replace("*", path.stem)
        return built(folder, *options.split())


def built(folder: Path, *options: str) -> str:
    """How building a deck ends, in a word."""
    out = str(folder.parent / "out")
    return ended("build", str(folder), "-r", "all", "-o", out, *(options or USUAL)).name.lower()


def built_with(asset: str, data: bytes) -> str:
    """How building the small deck ends with an asset of its own in the place of samenspel's."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = tiny_project(Path(place) / "deck")
        write(folder, f"assets/{asset}", data)
        return built(folder)
