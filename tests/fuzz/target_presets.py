"""Damaged presets: presses, formats, themes, papers."""

from functools import cache

from tests.fuzz.deck_files import judged, one_of, own, sound
from tests.fuzz.harness import Target


@cache
def _presets() -> dict[str, bytes]:
    found = own("presses", "formats", "themes", "papers")
    kept = ("coated", "meinspiel", "a6", "tarot", "samenspel", "a4", "sra3")
    return {name: data for name, data in found.items() if name.split("/")[-1][:-5] in kept}


def made(number: int, seed: int) -> bytes:
    """A damaged preset, with its place before it."""
    return one_of(_presets(), number, seed)


TARGET = Target("presets", ".yaml", made, judged, sound)
