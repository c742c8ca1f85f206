"""What laying out a page gives: the page itself, and all that was found in making it."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic, Location
from samenspel.layout.record import TextFit
from samenspel.model.frame import Frame


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture of pixels as it is printed: all of it ``width`` x ``height`` mm.

    ``cut`` tells that only a part shows, as a photograph that fills a panel; ``place`` is the line
    that names the picture, under ``key``. ``lost`` is the share of it that is cut off without
    anybody having said what stays in sight.
    """

    art: str
    card: str
    format: str
    width: float
    height: float
    ppi: float
    cut: bool
    place: Location | None
    key: str
    lost: float = 0.0


@dataclass(frozen=True, slots=True)
class Laid:
    """One page. ``problems`` stop a build; ``fits`` tells how each text came to fit.

    ``pictures`` are the pictures of pixels, each at the size at which it stands on the page.
    """

    frame: Frame
    fits: tuple[TextFit, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
