"""Profiles by name: what a finished file is held against when nothing else is known of it."""

from __future__ import annotations

from dataclasses import replace

from samenspel.model.style import Press
from samenspel.preflight.expectation import Expectation

PROFILES = ("gwg2022-sheetcmyk", "gwg2022-sheetspot", "digital")


def profile_named(name: str) -> Expectation:
    """The profile of one of ``PROFILES``. Raises KeyError."""
    if name not in PROFILES:
        raise KeyError(name)
    if name == "digital":
        return Expectation(
            resolution_error=96, resolution_warning=150, bitmap_error=350, bitmap_warning=600,
            multi_ink_minimum=5,
        )  # fmt: skip
    return Expectation(ink_limit=320)


def profile_for(press: Press) -> Expectation:
    """What a press asks for."""
    return replace(
        Expectation(),
        output_condition=press.output_condition,
        ink_limit=press.ink_limit,
        bleed=press.bleed or 0.0,
    )
