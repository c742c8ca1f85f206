"""One page as the press will print it, small and at once: what somebody sees while typing."""

from __future__ import annotations

import io

from PIL import Image

from samenspel.proofing.screen import Screen
from samenspel.separations import Separator
from samenspel.separations.rendering import Rows
from samenspel.units import MM_PER_INCH

__all__ = ["PressView", "Rows"]

QUALITY = 88
"""Of the JPEG: beyond it only its size grows."""


class PressView:
    """Pages of PDF through a press's profile, its plates laid over each other."""

    def __init__(self, profile: bytes) -> None:
        self._screen = Screen(profile, paper=False)

    def jpeg(self, pdf: bytes, bleed: float, dpi: float) -> bytes:
        """The first page, cut at its trim, which lies ``bleed`` mm inside it."""
        return self.cut(self.picture(pdf, dpi), bleed, dpi)

    def picture(self, pdf: bytes, dpi: float, rows: Rows | None = None) -> Image.Image:
        """The first page with its bleed, in RGB; with ``rows`` only these rows of its pixels."""
        with Separator(pdf) as separator:
            plates = separator.plates(1, dpi=dpi, rows=rows)
            ramps = {spot: separator.ramp(spot) for spot in plates.spots}
        return self._screen.shown(plates, ramps)

    @staticmethod
    def cut(picture: Image.Image, bleed: float, dpi: float) -> bytes:
        """A page's picture as JPEG, cut at its trim, which lies ``bleed`` mm inside it."""
        cut = round(bleed * dpi / MM_PER_INCH)
        out = io.BytesIO()
        inner = picture.crop((cut, cut, picture.width - cut, picture.height - cut))
        inner.save(out, "JPEG", quality=QUALITY)
        return out.getvalue()
