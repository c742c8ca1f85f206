"""One page as the press will print it, small and at once: what somebody sees while typing."""

from __future__ import annotations

import io

from samenspel.proofing.screen import Screen
from samenspel.separations import Separator
from samenspel.units import MM_PER_INCH

QUALITY = 88
"""Of the JPEG: beyond it only its size grows."""


class PressView:
    """Pages of PDF through a press's profile, its plates laid over each other."""

    def __init__(self, profile: bytes) -> None:
        self._screen = Screen(profile, paper=False)

    def jpeg(self, pdf: bytes, bleed: float, dpi: float) -> bytes:
        """The first page, cut at its trim, which lies ``bleed`` mm inside it."""
        with Separator(pdf) as separator:
            plates = separator.plates(1, dpi=dpi)
            ramps = {spot: separator.ramp(spot) for spot in plates.spots}
        picture = self._screen.shown(plates, ramps)
        cut = round(bleed * dpi / MM_PER_INCH)
        out = io.BytesIO()
        inner = picture.crop((cut, cut, picture.width - cut, picture.height - cut))
        inner.save(out, "JPEG", quality=QUALITY)
        return out.getvalue()
