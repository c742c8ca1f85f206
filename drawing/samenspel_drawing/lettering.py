"""Words as outlines: the deck's fonts, shaped with kerning, as SVG path data.

Logos hold no text elements, so that they need no font.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb


@dataclass(slots=True)
class _Pen:
    """Collects glyph outlines as absolute path data; y points down, quadratics become cubics."""

    scale: float
    x: float
    y: float
    steps: list[str]
    at: tuple[float, float] = (0.0, 0.0)

    def _put(self, *points: tuple[float, float]) -> str:
        return " ".join(
            f"{self.x + px * self.scale:.2f} {self.y - py * self.scale:.2f}" for px, py in points
        )

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 the pen protocol's name
        self.at = point
        self.steps.append("M" + self._put(point))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.at = point
        self.steps.append("L" + self._put(point))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.at = points[-1]
        self.steps.append("C" + self._put(*points))

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        (ax, ay), (bx, by), (cx, cy) = self.at, points[0], points[1]
        self.curveTo(
            (ax + (bx - ax) * 2 / 3, ay + (by - ay) * 2 / 3),
            (cx + (bx - cx) * 2 / 3, cy + (by - cy) * 2 / 3),
            (cx, cy),
        )

    def closePath(self) -> None:  # noqa: N802
        self.steps.append("Z")


class Lettering:
    """One font file, to set short words with."""

    def __init__(self, file: Path) -> None:
        """Load the font."""
        self._face: Any = hb.Face(hb.Blob(file.read_bytes()))
        self._font: Any = hb.Font(self._face)
        self._em = float(self._face.upem)

    def _shaped(self, text: str) -> Any:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, {"kern": True, "liga": False, "clig": False})
        return buffer

    def width(self, text: str, size: float) -> float:
        """Return the advance width of `text` at `size` units to the em."""
        shaped = self._shaped(text)
        return float(sum(p.x_advance for p in shaped.glyph_positions)) * size / self._em

    def size_for(self, text: str, width: float) -> float:
        """Return the size at which `text` is `width` wide."""
        return width / self.width(text, 1.0)

    def path(self, text: str, size: float, x: float, baseline: float) -> str:
        """Return the outlines of `text` as path data, its start at `x` on the baseline."""
        shaped, scale = self._shaped(text), size / self._em
        steps: list[str] = []
        for info, place in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True):
            pen = _Pen(scale, x + place.x_offset * scale, baseline - place.y_offset * scale, steps)
            self._font.draw_glyph_with_pen(info.codepoint, pen)
            x += place.x_advance * scale
        return "".join(steps)
