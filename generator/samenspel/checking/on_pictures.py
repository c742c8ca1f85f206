"""Texts on photographs: whether they stand out from the lightest and darkest part below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.draw.glimpses import Area, extremes
from samenspel.layout import TextOnPicture, texts_on_pictures
from samenspel.model.art import PictureArt
from samenspel.model.waiving import OwnedMessage
from samenspel.pipeline.brand import needed_contrast
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.saying import say

CELL = 0.5
"""Of a text's height: what is finer in a picture is no ground of its own for a letter."""
MOST_CELLS = 400
"""A text is looked at in no more parts than this across."""


def picture_findings(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    """Texts that stand out too little from the photograph that they stand on, each page once."""
    for survey in surveys:
        for frame in survey.pages:
            for one in texts_on_pictures(frame):
                found = _faint(edition, one)
                if found is not None:
                    yield frame.card, found


def _faint(edition: Edition, one: TextOnPicture) -> Diagnostic | None:
    art = edition.arts.get(one.picture.art)
    area = _area(one)
    if not isinstance(art, PictureArt) or area is None:
        return None
    cell = CELL * min(one.box.width, one.box.height)
    cells = (min(MOST_CELLS, ceil(one.box.width / cell)), ceil(one.box.height / cell))
    grounds = extremes(art, area, cells, one.picture.look[2])
    contrast = min(edition.build.colours.contrast(one.run.ink, ground) for ground in grounds)
    needed = needed_contrast(one.run.size, one.run.font)
    if contrast >= needed:
        return None
    return Diagnostic(
        "contrast-on-picture",
        say(
            "“{text}” on {art} has a contrast of {contrast:.1f} : 1 where that is worst (page "
            "{page}); it needs {needed:g} : 1",
            text=one.run.text.strip(),
            art=one.picture.art,
            contrast=contrast,
            page=one.page,
            needed=needed,
        ),
        edition.deck.where(*one.run.source),
        edition.deck.key(*one.run.source),
        "lay a panel with opacity: under it, move it, or choose another picture",
        Severity.WARNING,
    )


def _area(one: TextOnPicture) -> Area | None:
    """The part of the picture below a text; nothing for one that is turned, or beside it."""
    picture, box = one.picture.box, one.box.shared(one.picture.visible)
    if one.picture.turn or not (box.width and box.height):
        return None
    return (
        (box.x - picture.x) / picture.width,
        (box.y - picture.y) / picture.height,
        (box.right - picture.x) / picture.width,
        (box.bottom - picture.y) / picture.height,
    )
