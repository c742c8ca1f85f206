"""What laying out a page gives: the page itself, and all that was found in making it."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic, Location
from samenspel.layout.record import TextFit
from samenspel.model.frame import Frame
from samenspel.model.places import TextPath


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture of pixels as it is printed."""

    art: str
    """Its file below ``assets/``."""
    card: str
    """Whose page it stands on."""
    format: str
    """The cards' format."""
    width: float
    """Of the whole picture in mm, also of what is cut off."""
    height: float
    """Likewise."""
    ppi: float
    """Pixels an inch at that size."""
    cut: bool
    """Whether only a part shows, as of a photograph that fills a panel."""
    place: Location | None
    """The line that names the picture."""
    key: str
    """The field that names it."""
    lost: float = 0.0
    """The share that is cut off without anybody having said what stays in sight."""
    source: TextPath = ()
    """The path of that field."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One page, and what its layout brought to light."""

    frame: Frame
    """The page."""
    fits: tuple[TextFit, ...] = ()
    """How each text came to fit."""
    problems: tuple[Diagnostic, ...] = ()
    """What stops a build."""
    pictures: tuple[PrintedPicture, ...] = ()
    """The pictures of pixels, each at the size at which it stands on the page."""
    sound: bool = False
    """Whether it was judged (``verify``), and nothing at all is wrong with it."""
