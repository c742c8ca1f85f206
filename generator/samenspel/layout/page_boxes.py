"""The boxes of a page, in mm from the upper left of its trim."""

from __future__ import annotations

from samenspel.model.frame import Box
from samenspel.model.style import Format


class PageBoxes:
    """What a format leaves room for: trim, bleed, safe zone and margins."""

    def __init__(self, size: Format) -> None:
        self.width, self.height = size.width, size.height
        self.bleed, self.margin = size.bleed, size.margin
        self._safe = size.safe

    @property
    def inner(self) -> Box:
        """The trim less the format's margin on all sides."""
        m = self.margin
        return Box(m, m, self.width - 2 * m, self.height - 2 * m)

    @property
    def trim(self) -> Box:
        """The finished size."""
        return Box(0, 0, self.width, self.height)

    @property
    def safe(self) -> Box:
        """Where everything important stands."""
        s = self._safe
        return self.trim.inset(s, s, s, s)

    @property
    def full(self) -> Box:
        """The trim and its bleed."""
        b = self.bleed
        return Box(-b, -b, self.width + 2 * b, self.height + 2 * b)

    @property
    def base(self) -> Box:
        """Where the foot line stands: as wide as ``inner``, down to the edge of the safe zone."""
        inner, lowest = self.inner, self.height - self._safe
        return Box(inner.x, inner.y, inner.width, lowest - inner.y)

    def reach(self, centre: tuple[float, float]) -> float:
        """The radius in mm of the largest disc about a point that stays in the safe zone."""
        (x, y), safe = centre, self.safe
        return min(x - safe.x, safe.right - x, y - safe.y, safe.bottom - y)
