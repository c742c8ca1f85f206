"""An accent colour as somebody writes it: a screen's hex, or press inks."""

from __future__ import annotations

import re

from samenspel.errors import UsageError
from samenspel.model.ink import Ink

_HEX = re.compile(r"#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def accent_of(text: str) -> Ink:
    """The press colour of ``#e4572e`` or of ``0,72,68,2`` (cyan, magenta, yellow, black in %).

    A hex goes through the profile of the standard press, in whole percents. Raises UsageError
    (``accent-invalid``).
    """
    numbers = [part for part in re.split(r"[\s,/%]+", text.strip()) if part]
    if len(numbers) == 4 and all(re.fullmatch(r"\d{1,3}(\.\d+)?", part) for part in numbers):
        tints = [float(part) for part in numbers]
        if max(tints) <= 100:
            return Ink(*tints)
    elif _HEX.fullmatch(text.strip()):
        return _from_hex(text.strip())
    raise UsageError.of(
        "accent-invalid",
        f'"{text}" is not a colour',
        remedy='write a hex such as "#e4572e", or four percents of ink such as 0,72,68,2',
    )


def _from_hex(text: str) -> Ink:
    from samenspel.builtin import builtin_deck
    from samenspel.draw import ColourSpace
    from samenspel.draw.tones import parse_hex
    from samenspel.loading import open_presets
    from samenspel.presets import press_named

    shelf = open_presets(builtin_deck(), builtin_deck())
    profile = shelf.asset(f"icc/{press_named(shelf, 'coated').profile}")
    ink = ColourSpace(profile).ink(parse_hex(text))
    return Ink(*(float(round(tint)) for tint in (ink.c, ink.m, ink.y, ink.k)))
