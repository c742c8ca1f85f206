"""Pictures with too few pixels for their printed size, reported before any page is drawn.

The limits are those of the Ghent Workgroup (2022, R0031), as preflight knows them too.
Each picture is reported once, with the place where it is printed worst among all that is built.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.layout import PrintedPicture
from samenspel.model.art import Art
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.resolution import GOOD_PPI, LEAST_PPI
from samenspel.pipeline.survey import Survey
from samenspel.saying import say
from samenspel.units import MM_PER_INCH, ROUNDING


def coarse_pictures(edition: Edition, surveys: Iterable[Survey]) -> list[Diagnostic]:
    """An error or a warning for each picture that is too coarse on the pages as laid out, and a
    warning for each of which much is cut off.
    """
    printed = [one for survey in surveys for one in survey.pictures]
    judged = (_coarse_diagnostic(one, edition.arts[one.art]) for one in _coarsest(printed))
    cut = (_cut_off_warning(one) for one in _worst_cut(printed) if one.lost > MOST_LOST)
    return [*(found for found in judged if found), *cut]


MOST_LOST = 0.05
"""The share of a photograph that may be cut off unasked."""


def _worst_cut(printed: Iterable[PrintedPicture]) -> list[PrintedPicture]:
    """Each picture where most of it is cut off."""
    most: dict[str, PrintedPicture] = {}
    for one in printed:
        if one.art not in most or one.lost > most[one.art].lost:
            most[one.art] = one
    return list(most.values())


def _cut_off_warning(one: PrintedPicture) -> Diagnostic:
    return Diagnostic(
        "picture-cut",
        say(
            "{lost:.0%} of {art} is cut off where it fills its panel (on {card} in format "
            "{format})",
            lost=one.lost,
            art=one.art,
            card=one.card,
            format=one.format,
        ),
        one.place,
        one.key,
        "say what stays in sight (focus: left, top, centre …), or crop it to the panel's shape",
        Severity.WARNING,
    )


def _coarsest(printed: Iterable[PrintedPicture]) -> list[PrintedPicture]:
    """Each picture where it has the fewest pixels an inch."""
    worst: dict[str, PrintedPicture] = {}
    for one in printed:
        if one.art not in worst or one.ppi < worst[one.art].ppi:
            worst[one.art] = one
    return list(worst.values())


def _coarse_diagnostic(one: PrintedPicture, art: Art) -> Diagnostic | None:
    if one.ppi >= GOOD_PPI or not art.pixels:
        return None
    refused = one.ppi < LEAST_PPI
    cut = ", cut to fill its panel" if one.cut else ""
    return Diagnostic(
        "picture-too-coarse" if refused else "picture-coarse",
        say(
            "{art} has {own_pixels} pixels: {floor} per inch where it is printed largest "
            "({width:.0f} × {height:.0f} mm{cut}, on {card} in format {format}); it needs "
            "{pixels_needed}, and {pixels_needed2} to be sharp",
            art=one.art,
            own_pixels=_own_pixels(art),
            floor=math.floor(one.ppi),
            width=one.width,
            height=one.height,
            cut=cut,
            card=one.card,
            format=one.format,
            pixels_needed=_pixels_needed(one, LEAST_PPI),
            pixels_needed2=_pixels_needed(one, GOOD_PPI),
        ),
        one.place,
        one.key,
        "use a larger original (not an enlarged one), or a drawing as SVG",
        Severity.ERROR if refused else Severity.WARNING,
    )


def _own_pixels(art: Art) -> str:
    """What art has itself; of a drawing, what its coarsest picture would have across all of it."""
    across = art.pixels or art.width
    return f"{across:.0f} × {across * art.height / art.width:.0f}"


def _pixels_needed(one: PrintedPicture, ppi: int) -> str:
    width, height = (math.ceil(mm / MM_PER_INCH * ppi - ROUNDING) for mm in (one.width, one.height))
    return f"{width} × {height}"
