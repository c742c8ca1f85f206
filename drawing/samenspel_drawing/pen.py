"""The nib: a centre-line becomes an inked outline of varying width with a slight wobble.

All lengths are canvas units (20 u = 1 mm in print). The wobble comes from a seed, never from
a global random state, so that a drawing is the same on every run.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from samenspel_drawing.geometry import Array, arc_lengths, normals, resample, vec
from samenspel_drawing.regions import Region, on_grid

THINNEST: Final = 4.4
"""No stroke is asked for thinner than this (0.22 mm), so that none prints under 0.20 mm."""

_LIGHT: Final = vec(0.50, 0.86)  # strokes are heavier on the side away from the light


@dataclass(frozen=True, slots=True)
class Nib:
    """How a stroke behaves.

    `taper`: width at the start and end, as part of the full width; `taper_length`: part of
    the stroke that tapers; `swell`: extra pressure midway; `side`: extra weight at the lower
    right; `wobble`: unsteadiness (1 is the hand of these cartoons, 0 is a ruler).
    """

    taper: tuple[float, float] = (0.35, 0.2)
    taper_length: float = 0.22
    swell: float = 0.18
    side: float = 0.22
    wobble: float = 1.0


def _noise(along: Array, wave: float, rng: np.random.Generator, loop: float | None) -> Array:
    """Return smooth noise in about -1..1; periodic over the length `loop` if given."""
    total = np.zeros_like(along)
    if loop is None:
        for pitch in (0.6, 1.0, 1.7):
            strength = rng.uniform(0.4, 1)
            total += strength * np.sin(math.tau * along * pitch / wave + rng.uniform(0, 6.283))
        return total / 1.9
    base = max(1, round(loop / wave))
    for count in sorted({max(1, base // 2), base, base + 1, 2 * base}):
        strength = rng.uniform(0.4, 1)
        total += strength * np.sin(math.tau * count * along / loop + rng.uniform(0, 6.283))
    return total / 2.4


def _open_width(along: Array, length: float, width: float, nib: Nib) -> Array:
    """Return the width along an open stroke: tapered ends and a swelling middle."""
    u = along / max(length, 1e-6)
    reach = min(nib.taper_length, 60 / max(length, 1)) if length > 120 else nib.taper_length
    start = nib.taper[0] + (1 - nib.taper[0]) * np.clip(u / reach, 0, 1) ** 0.7
    end = nib.taper[1] + (1 - nib.taper[1]) * np.clip((1 - u) / reach, 0, 1) ** 0.7
    pressure = 1 - nib.swell / 2 + nib.swell * np.sin(math.pi * u)
    shaped: Array = width * np.minimum(start, end) * pressure
    return shaped


def _ink_along(centre: Array, half: Array, closed: bool) -> Region:
    """Return the region swept along `centre` with these half widths, round at sharp turns."""
    normal, _ = normals(centre, closed)
    left, right = centre + normal * half[:, None], centre - normal * half[:, None]
    i = np.arange(len(centre)) if closed else np.arange(len(centre) - 1)
    j = (i + 1) % len(centre)
    quads = np.stack([left[i], left[j], right[j], right[i], left[i]], 1)
    sweep = shapely.convex_hull(shapely.polygons(quads))
    before, after = centre - np.roll(centre, 1, 0), np.roll(centre, -1, 0) - centre
    turn = np.arctan2(after[:, 1], after[:, 0]) - np.arctan2(before[:, 1], before[:, 0])
    sharp = np.abs(np.angle(np.exp(1j * turn))) > 0.25
    if not closed:
        sharp[0] = sharp[-1] = True
    joins = shapely.buffer(shapely.points(centre[sharp]), half[sharp], quad_segs=6)
    return on_grid(shapely.union_all(np.concatenate([sweep, joins])))


def stroke(
    points: Array,
    width: float,
    nib: Nib | None = None,
    *,
    closed: bool = False,
    seed: int = 1,
) -> Region:
    """Return the inked region of a stroke of `width` along `points`."""
    nib = nib or Nib()
    width = max(width, THINNEST)
    rng = np.random.default_rng(seed)
    line = resample(points, 3.0, closed)
    if len(line) < 3 and not closed:
        line = resample(points, 1.0, closed)
    along = arc_lengths(line)
    gap = float(np.hypot(*(line[0] - line[-1]))) if closed else 0.0
    length = float(along[-1]) + gap
    normal, tangent = normals(line, closed)
    period = length if closed else None
    if closed:
        following = np.roll(line, -1, 0)
        if float(np.sum(line[:, 0] * following[:, 1] - following[:, 0] * line[:, 1])) < 0:
            normal = -normal
    shift = 1.25 * _noise(along, 120, rng, period) + 0.22 * _noise(along, 45, rng, period)
    shift *= nib.wobble * min(1.0, length / 160)
    if closed:
        thick: Array = width * (1 + nib.side * (normal @ _LIGHT))
    else:
        thick = _open_width(along, length, width, nib)
        thick = thick * (1 + nib.side * 0.6 * (np.abs(tangent[:, 1]) - 0.5))
    thick = thick * (1 + 0.09 * _noise(along, 80, rng, period))
    return _ink_along(line + normal * shift[:, None], thick / 2, closed)
