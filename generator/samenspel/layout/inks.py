"""The inks that a kind's file can name on one side of a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.knowing import Chosen
from samenspel.model.ink import BLACK, PAPER, Ink

GREY = Ink(0, 0, 0, 45)
"""Of rules and hairlines."""


def inks_by_name(layout: FormatLayout, colour: Chosen | None) -> dict[str, Ink]:
    """The palette, plain names, the region's accent, and the colours of the card's own set."""
    own = ("strong", "tint", "deep") if colour else ()
    return {
        **layout.theme.palette,
        "paper": layout.theme.paper_tint,
        "white": PAPER,
        "black": BLACK,
        "grey": GREY,
        "accent": layout.accent,
        **{name: ink for name in own if colour and (ink := colour.ink(name))},
    }


def first_chosen(value: Any) -> Chosen | None:
    """The item of a set that a field holds; the first of several, ``None`` for anything else."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, Chosen) else None


def ink_of(value: Any, inks: Mapping[str, Ink], printed: Callable[[str], Ink]) -> Ink | None:
    """The ink that a field's value stands for: four tints, a name, ``#rrggbb`` or an item of a set.

    ``printed`` gives what a screen colour prints as. ``None`` for what is no colour.
    """
    if isinstance(value, Chosen):
        return value.ink("strong")
    if isinstance(value, list) and len(value) == 4:
        return Ink(*(float(tint) for tint in value))
    if isinstance(value, str) and value in inks:
        return inks[value]
    if isinstance(value, str) and value.startswith("#"):
        return printed(value)
    return value if isinstance(value, Ink) else None
