"""The scene: flat colour plates a little out of register, small details, and one ink plate.

Every shape cuts itself out of the colours below it and, with a small halo, out of the ink,
so that the finished drawing is a set of plain closed regions. The plates do not overlap;
the tiny details are painted over them in register.
All lengths are canvas units (20 u = 1 mm in print); the canvas is 1000 x 1000 u = 50 mm.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString

from samenspel_drawing.geometry import Array, Knots, arc_lengths, spline
from samenspel_drawing.palette import colour as palette_colour
from samenspel_drawing.pen import Nib, stroke
from samenspel_drawing.regions import (
    Outline,
    Region,
    area_of,
    clean,
    closed_points,
    ellipse,
    on_grid,
    polygons,
    union_of,
)
from samenspel_drawing.sturdy import HAIR, SLIVER, THINNEST, mended, sturdy
from samenspel_drawing.svg import is_speck, printable, svg_document

CANVAS: Final = 1000.0
TINY: Final = 900.0
"""Regions with a smaller area (in square units) print in register, on top of the plates."""

_UNSTEADY = 0.93  # to what part of its width an even stroke may waver
_SHORT = 80.0  # a stroke of this length does not wobble enough to leave its centre-line

Layer = tuple[Region, str]


def _cut_away(regions: Sequence[Region], cut: Region) -> list[Region]:
    """Return all regions without `cut`; those that its bounding box does not meet stay as is."""
    kept = list(regions)
    if not kept or cut.is_empty:
        return kept
    boxes = shapely.bounds(kept)
    left, top, right, bottom = cut.bounds
    met = (boxes[:, 2] >= left) & (boxes[:, 0] <= right)
    met &= (boxes[:, 3] >= top) & (boxes[:, 1] <= bottom)
    for i in np.flatnonzero(met):
        kept[i] = kept[i].difference(cut)
    return kept


def _cut_layers(layers: Sequence[Layer], cut: Region) -> list[Layer]:
    kept = zip(_cut_away([region for region, _ in layers], cut), layers, strict=True)
    return [(region, colour) for region, (_, colour) in kept if not region.is_empty]


class Scene:
    """A drawing in the making; what is drawn later lies on top.

    `seed` sets the hand's wobble. `offset` is how far the colour plates are out of register.
    `halo` is the default white gap between a shape and the ink behind it. `view` is the
    square (left, top, size) of the canvas that becomes the picture. `thinnest` is the width in
    the picture's units to which thinner parts grow: more for a picture printed under 50 mm.
    """

    def __init__(
        self,
        seed: int = 7,
        offset: tuple[float, float] = (5.0, 5.5),
        halo: float = 3.0,
        view: tuple[float, float, float] = (0.0, 0.0, CANVAS),
        thinnest: float = THINNEST,
    ) -> None:
        """Start with an empty sheet."""
        self.seed = seed
        self.offset = offset
        self.halo = halo
        self.view = view
        self.thinnest = thinnest
        self._plates: list[Layer] = []
        self._details: list[Layer] = []
        self._ink: list[Region] = []
        self._strokes = 0

    # ---- cutting -------------------------------------------------------------------------

    def knock(self, region: Region, halo: float | None = None, colours: bool = True) -> None:
        """Cut `region` out of everything drawn so far, the ink with a `halo` around it."""
        gap = self.halo if halo is None else halo
        self.erase_ink(on_grid(region.buffer(gap, quad_segs=4)) if gap else region)
        if colours:
            self._plates = _cut_layers(self._plates, region)
        self._details = _cut_layers(self._details, region)

    def erase_ink(self, region: Region) -> None:
        """Cut `region` out of the ink only."""
        self._ink = [ink for ink in _cut_away(self._ink, region) if not ink.is_empty]

    # ---- colour --------------------------------------------------------------------------

    def fill(self, outline: Outline, colour: str, clip: Region | None = None) -> None:
        """Lay colour in place of the colour below; the ink stays (stripes, blush, panels)."""
        palette_colour(colour)
        region = area_of(outline)
        if clip is not None:
            region = region.intersection(clip)
        if region.is_empty:
            return
        self._details = _cut_layers(self._details, region)
        if region.area < TINY:
            self._details.append((region, colour))
            return
        self._plates = _cut_layers(self._plates, region)
        self._plates.append((region, colour))

    def patch(self, outline: Outline, colour: str, halo: float | None = 0.0) -> Region:
        """Lay colour and cut the ink below it, without drawing an outline."""
        palette_colour(colour)
        region = area_of(outline)
        self.knock(region, halo)
        self._plates.append((region, colour))
        return region

    def backdrop(self, knots: Knots, colour: str) -> None:
        """Lay a pale smooth shape *behind* all that is there; call it first.

        Of two backdrops the later one lies behind, and does not show through the earlier.
        """
        palette_colour(colour)
        region = area_of(spline(knots, closed=True))
        for above, _ in self._plates:
            region = region.difference(above)
        self._plates.insert(0, (region, colour))

    # ---- ink and colour ------------------------------------------------------------------

    def shape(
        self,
        outline: Outline,
        colour: str | None = None,
        width: float = 8.0,
        *,
        knock: bool = True,
        halo: float | None = None,
        wobble: float = 1.0,
        gap: Region | None = None,
    ) -> Region:
        """Draw a closed shape: cut what is below, fill it, ink its outline (not in `gap`).

        Without `colour` the paper shows; with `width` 0 there is no outline.
        """
        points = closed_points(outline)
        region = area_of(points)
        tiny = region.area < TINY
        if knock:
            self.knock(region, halo, colours=not tiny)
        if colour is not None:
            palette_colour(colour)
            (self._details if tiny else self._plates).append((region, colour))
        if width:
            ink = self._stroke(points, width, Nib(wobble=wobble), closed=True)
            self._ink.append(ink if gap is None else ink.difference(gap))
        return region

    def line(
        self,
        points: Array,
        width: float = 6.0,
        taper: tuple[float, float] = (0.45, 0.25),
        *,
        clip: Region | None = None,
        wobble: float = 1.0,
        taper_length: float = 0.22,
        swell: float = 0.18,
        side: float = 0.22,
    ) -> Region:
        """Ink an open stroke along dense points (see `Nib` for the options)."""
        ink = self._stroke(points, width, Nib(taper, taper_length, swell, side, wobble))
        if clip is not None:
            ink = ink.intersection(clip)
        self._ink.append(ink)
        return ink

    def contour(self, points: Array, width: float, wobble: float = 1.0) -> None:
        """Ink a closed line without cutting or filling (rims, spectacles)."""
        self._ink.append(self._stroke(points, width, Nib(wobble=wobble), closed=True))

    def solid(self, outline: Outline) -> Region:
        """Ink a whole region (black hair, shoes, an open mouth)."""
        region = area_of(outline)
        self.erase_ink(region)
        self._ink.append(region)
        return region

    def dot(self, x: float, y: float, rx: float, ry: float | None = None, turn: float = 0) -> None:
        """Ink a small ellipse."""
        self._ink.append(ellipse(x, y, rx, ry, turn))

    def cut_in(self, outline: Outline, colour: str) -> None:
        """Lay colour in the ink itself (teeth in an open mouth, a shine on black hair)."""
        parts = [part for part in polygons(area_of(outline)) if not is_speck(part)]
        if parts:
            region = union_of(parts)
            self.erase_ink(region)
            self.fill(region, colour)

    def _stroke(self, points: Array, width: float, nib: Nib, closed: bool = False) -> Region:
        """Return a stroke that keeps, where it tapers or wavers, a core that still prints."""
        seed = self.next_seed()
        ink = stroke(points, width, nib, closed=closed, seed=seed)
        core = self.thinnest * self.view[2] / CANVAS / _UNSTEADY
        if closed and width * (1 - nib.side) > core:
            return ink
        if arc_lengths(points)[-1] < _SHORT and not closed:
            return ink.union(LineString(points).buffer(core / 2, quad_segs=4))
        even = Nib(taper=(1, 1), swell=0, side=0, wobble=nib.wobble)  # the seed's same wobble
        return ink.union(stroke(points, core, even, closed=closed, seed=seed))

    def next_seed(self) -> int:
        """Return the seed of the next stroke."""
        self._strokes += 1
        return (self.seed * 7919 + self._strokes * 104729) % (2**31)

    # ---- finished ------------------------------------------------------------------------

    def inked(self) -> Region:
        """Return the ink so far as it was drawn: with specks, and with parts too thin to print."""
        return union_of(clean(region) for region in self._ink)

    def layers(self) -> list[Layer]:
        """Return the finished drawing on the 1000 x 1000 canvas, from below to the top.

        Colour plates first (each colour once, out of register), then details, then the ink;
        without specks and pinholes, and nothing thinner than prints.
        """
        left, top, size = self.view
        scale = CANVAS / size

        def finished(region: Region, hair: float, dx: float = 0.0, dy: float = 0.0) -> Region:
            moved = [scale, 0, 0, scale, (dx - left) * scale, (dy - top) * scale]
            placed = affinity.affine_transform(region, moved)
            return printable(sturdy(printable(mended(placed)), self.thinnest, hair))

        def merged(layers: list[Layer], finish: Callable[[Region], Region]) -> list[Layer]:
            by_colour: dict[str, list[Region]] = {}
            for region, name in layers:
                by_colour.setdefault(name, []).append(clean(region))
            made = [(finish(union_of(parts)), name) for name, parts in by_colour.items()]
            return [one for one in made if not one[0].is_empty]  # all of it was too thin to print

        sliver = SLIVER * self.thinnest
        plates = merged(
            self._plates,
            lambda r: finished(r.buffer(0.6, join_style="mitre"), sliver, *self.offset),
        )
        details = merged(self._details, lambda r: finished(r, sliver))
        ink = finished(self.inked(), HAIR)
        return [*plates, *details, (ink, "ink")]

    def svg(self) -> str:
        """Return the finished drawing as an SVG document."""
        return svg_document(self.layers())
