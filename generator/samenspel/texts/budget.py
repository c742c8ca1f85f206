"""How many characters each text may have: an estimate from how the texts of an edition fit.

Nothing is laid out anew. At the smallest size of each format, all room that a card has left is
counted for the one text that is looked at; the format that leaves least decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from samenspel.layout import TextFit
from samenspel.model.deck import Deck, TextPath
from samenspel.offer import EditionName
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.survey import surveys
from samenspel.units import ROUNDING

OVER_A_LINE = 0.15
"""A text that is a line and so much of the next is taken as one line: lines differ in fill."""
FILL = 0.85
"""How full lines are on average: words do not break where the measure ends."""
SHORT = 25
"""A text of fewer characters is a heading or a label, and is given no second line."""


class Budget(NamedTuple):
    """What one text may have."""

    characters: int
    """How many, as it is printed."""
    format: str
    """The format that leaves least room."""


Budgets = Mapping[tuple[str, TextPath], Budget]
"""By card and path."""


def budgets(build: Build, edition_name: EditionName) -> tuple[Budgets, Deck]:
    """The budgets of one edition with its deck as printed. Raises ContentError."""
    edition = prepared(build, edition_name)
    found: dict[tuple[str, TextPath], Budget] = {}
    for name, fit in _fits(edition):
        for path, text, whole in _texts_set_together(edition.deck, fit):
            room = Budget(capacity(fit, whole) - len(whole) + len(text), name)
            path = edition.deck.written(path)
            key = (str(path[0]), path[1:])
            found[key] = min(found.get(key, room), room)
    return found, edition.deck


def _texts_set_together(deck: Deck, fit: TextFit) -> Iterable[tuple[TextPath, str, str]]:
    """The texts that were set as one (the steps of a way), each with all of them together."""
    found = _value(deck, fit.path) if fit.advance else None
    if isinstance(found, str):
        yield fit.path, found, found
    elif isinstance(found, list) and all(isinstance(item, str) for item in found):
        whole = " ".join(found)
        for place, text in enumerate(found):
            yield (*fit.path, place), text, whole


def _fits(edition: Edition) -> Iterable[tuple[str, TextFit]]:
    for survey in surveys(edition):
        for fit in survey.fits:
            yield survey.piece.shape.name, fit


def printed(deck: Deck, card: str, path: TextPath) -> str:
    """A text as it is printed; empty when there is none."""
    now = deck.moved_to((card, *path))
    found = _value(deck, now) if now else None
    return found if isinstance(found, str) else ""


def _value(deck: Deck, path: TextPath) -> Any:
    """What stands at a path that begins with a card, or None."""
    found = next((one for one in deck.every if path[:1] == (one.id,)), None)
    return found.at(path[1:]) if found else None


def capacity(fit: TextFit, text: str) -> int:
    """About how many characters fit in place of ``text`` at the format's smallest size."""
    length = len(text)
    if fit.cut:
        words = len(text.split())
        return max(1, int(length * (words - fit.cut) / max(words, 1)))
    ratio = fit.minimum / fit.size
    per_line = fit.measure / (fit.advance * ratio)
    lines = max(1, math.ceil(length / (per_line * FILL) - OVER_A_LINE)) if fit.lines > 1 else 1
    step = fit.step * ratio
    used = (fit.room - fit.left) * ratio - (fit.lines - lines) * step
    if length >= SHORT:
        lines += max(0, math.floor((fit.room - used) / step + ROUNDING))
    if fit.most_lines is not None:
        lines = min(lines, max(fit.most_lines, fit.lines))
    return max(length, int(lines * per_line * FILL))
