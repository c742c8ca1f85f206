"""Ink coverage: how much ink lies on a place, all plates together.

Plates are first averaged over small cells, so that a limit is not broken by the edge of a letter.
Cells overlap by half for the maximum at a point. The mean over a large square (GWG 2022, R0026)
is taken from cells of one millimetre at every millimetre.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PIL import Image, ImageMath

from samenspel.saying import say
from samenspel.separations.plates import PlateSet

POINT, SQUARE, CELL = 1.0, 15.0, 1.0
"""Millimetres: the window that counts as a point, GWG's square, and the steps it moves in."""


@dataclass(frozen=True, slots=True)
class Peak:
    """The window of a size that has the most ink."""

    percent: float
    """How much, as its mean."""
    x: float
    """Its centre, in mm from the trim's left."""
    y: float
    """Its centre, in mm from the trim's top, downwards."""

    @property
    def text(self) -> str:
        """How much, and where."""
        return say(
            "{percent:.0f} % at {x:.1f} × {y:.1f} mm", percent=self.percent, x=self.x, y=self.y
        )


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ink of a page."""

    point: Peak
    """The most at a point."""
    square: Peak
    """The most as a mean over a square."""


def coverage(
    plates: PlateSet,
    *,
    without: Iterable[str] = (),
    point: float = POINT,
    square: float = SQUARE,
) -> Coverage:
    """The ink on a page. ``without`` names plates that are not ink, such as a die line.

    ``point`` and ``square`` are the windows' sides in mm; a page smaller than a window is one.
    """
    ink = total_ink(plates, without=without)
    return Coverage(_at_a_point(plates, ink, point), _over_a_square(plates, ink, square))


def total_ink(plates: PlateSet, *, without: Iterable[str] = ()) -> Image.Image:
    """All plates added up, a floating-point picture in percent."""
    hidden = set(without)
    counted = {
        f"p{n}": plate.tints for n, plate in enumerate(plates.values()) if plate.ink not in hidden
    }
    counted = {name: tints for name, tints in counted.items() if tints.getextrema()[1]}
    if not counted:
        return Image.new("F", plates.size, 0.0)
    total: Image.Image = ImageMath.lambda_eval(
        lambda given: sum((given[name] for name in counted), 0) * 1.0 / 2.55, **counted
    )
    return total.convert("F")


def _at_a_point(plates: PlateSet, ink: Image.Image, side: float) -> Peak:
    """Means over squares of ``side`` that overlap by half, in each direction."""
    width, height = _size(plates)
    across, down = max(int(width / side), 1), max(int(height / side), 1)
    steps = min(side, width), min(side, height)
    found: list[Peak] = []
    for x0 in (0.0, steps[0] / 2):
        for y0 in (0.0, steps[1] / 2):
            columns = across if x0 + across * steps[0] <= width else across - 1
            rows = down if y0 + down * steps[1] <= height else down - 1
            if columns > 0 and rows > 0:
                grid = (x0, y0, x0 + columns * steps[0], y0 + rows * steps[1])
                found.append(_highest(plates, ink, grid, (columns, rows)))
    return max(found, key=lambda peak: peak.percent)


def _highest(
    plates: PlateSet,
    ink: Image.Image,
    grid: tuple[float, float, float, float],
    cells: tuple[int, int],
) -> Peak:
    """The fullest cell of a grid laid over a part of the picture (mm)."""
    means = _means(plates, ink, grid, cells)
    most = max(means)
    row, column = divmod(means.index(most), cells[0])
    x = grid[0] + (column + 0.5) * (grid[2] - grid[0]) / cells[0]
    y = grid[1] + (row + 0.5) * (grid[3] - grid[1]) / cells[1]
    return _peak(plates, most, x, y)


def _over_a_square(plates: PlateSet, ink: Image.Image, side: float) -> Peak:
    """Means over squares of ``side`` that stand at every cell, from sums over rows and columns."""
    width, height = _size(plates)
    columns, rows = max(int(width / CELL), 1), max(int(height / CELL), 1)
    means = _means(plates, ink, (0, 0, width, height), (columns, rows))
    across, down = min(round(side / CELL), columns), min(round(side / CELL), rows)
    lines = [means[row * columns : (row + 1) * columns] for row in range(rows)]
    wide = [_running(line, across) for line in lines]
    best, place = -1.0, (0, 0)
    for column, line in enumerate(zip(*wide, strict=True)):
        sums = _running(line, down)
        most = max(sums)
        if most > best:
            best, place = most, (column, sums.index(most))
    x = (place[0] + across / 2) * width / columns
    y = (place[1] + down / 2) * height / rows
    return _peak(plates, best / (across * down), x, y)


def _running(values: Sequence[float], count: int) -> list[float]:
    """The sums of ``count`` neighbours."""
    sums = [0.0, *accumulate(values)]
    return [after - before for before, after in zip(sums, sums[count:], strict=False)]


def _means(
    plates: PlateSet,
    ink: Image.Image,
    grid: tuple[float, float, float, float],
    cells: tuple[int, int],
) -> list[float]:
    left, top, right, bottom = (side * plates.scale for side in grid)
    box = left, top, min(right, ink.width), min(bottom, ink.height)
    reduced = ink.resize(cells, Image.Resampling.BOX, box=box)
    return list(memoryview(reduced.tobytes()).cast("f"))


def _size(plates: PlateSet) -> tuple[float, float]:
    return plates.size[0] / plates.scale, plates.size[1] / plates.scale


def _peak(plates: PlateSet, percent: float, x: float, y: float) -> Peak:
    return Peak(percent, x - plates.trim[0], y - plates.trim[1])
