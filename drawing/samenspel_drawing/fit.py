"""Dense rings of points become few cubic Béziers (least squares, split where it misses).

After P. J. Schneider, "An algorithm for automatically fitting digitized curves" (1990), with all
pieces of all rings fitted side by side: each round fits every open piece at once as one array,
keeps what is near enough and splits the rest. Points and misses are rounded and sums are numpy's
own, not those of the machine's BLAS, so that the curves do not depend on the processor.
All lengths are canvas units (20 u = 1 mm in print).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from samenspel_drawing.geometry import Array, settled

TOLERANCE: Final = 0.15
"""Largest distance between a fitted curve and the points it stands for (0.0075 mm)."""

_CORNER = 0.6  # a turn sharper than this, in radians, stays a corner
_LONG_CORNER = 0.4  # the same where both neighbouring edges are long
_LONG = 12.0
_DENSE = 2.0  # longest step between the points that a curve is fitted to
_TRIES = 3  # fits of one piece, with better parameters each time, before it is split
_DECIMALS = 6  # rounding off the noise by which one processor's last bits differ from another's
_HOPELESS = 5 * TOLERANCE  # a miss that no better parameters will mend

Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


def _lengths(v: Array) -> Array:
    """Return the length of each row."""
    lengths: Array = np.hypot(v[:, 0], v[:, 1])
    return lengths


def _units(v: Array) -> Array:
    """Return each row at length 1 (or as it is, when it is nothing)."""
    lengths = _lengths(v)[:, None]
    units: Array = np.where(lengths > 1e-12, v / np.where(lengths > 1e-12, lengths, 1), v)
    return units


def _dot(a: Array, b: Array) -> Array:
    """Return the inner product of each pair of rows."""
    products: Array = a[:, 0] * b[:, 0] + a[:, 1] * b[:, 1]
    return products


@dataclass(slots=True)
class _Pieces:
    """Open runs of points to fit: places in the points, and the tangents at both ends."""

    first: Places
    last: Places
    start: Array
    end: Array

    def where(self, chosen: Flags | Places) -> "_Pieces":
        return _Pieces(self.first[chosen], self.last[chosen], self.start[chosen], self.end[chosen])

    def joined(self, other: "_Pieces") -> "_Pieces":
        return _Pieces(
            np.concatenate([self.first, other.first]),
            np.concatenate([self.last, other.last]),
            np.vstack([self.start, other.start]),
            np.vstack([self.end, other.end]),
        )


@dataclass(slots=True)
class _Samples:
    """The points of pieces, one after the other: `piece` says whose, `t` where on its curve."""

    points: Array
    piece: Places
    offsets: Places
    t: Array

    @classmethod
    def of(cls, pieces: _Pieces, points: Array, along: Array) -> "_Samples":
        counts = pieces.last - pieces.first + 1
        offsets = np.concatenate([[0], np.cumsum(counts[:-1])])
        piece = np.repeat(np.arange(len(counts)), counts)
        places = np.arange(int(counts.sum())) - offsets[piece] + pieces.first[piece]
        begin, length = along[pieces.first], along[pieces.last] - along[pieces.first]
        t = (along[places] - begin[piece]) / length[piece]
        return cls(points[places], piece, offsets, t)

    def where(self, chosen: Flags) -> "_Samples":
        """Return the samples of these pieces only."""
        kept = chosen[self.piece]
        counts = np.bincount(self.piece[kept], minlength=len(chosen))[chosen]
        offsets = np.concatenate([[0], np.cumsum(counts[:-1])])
        piece = np.repeat(np.arange(len(counts)), counts)
        return _Samples(self.points[kept], piece, offsets, self.t[kept])

    def sums(self, values: Array) -> Array:
        total: Array = np.add.reduceat(values, self.offsets)
        return total

    def largest(self, values: Array) -> Array:
        most: Array = np.maximum.reduceat(values, self.offsets)
        return most


def _evaluate(cubics: Array, t: Array) -> Array:
    """Return a point of each curve (rows of four points) at its parameter."""
    u = t[:, None]
    s = 1 - u
    a, b, c, d = (cubics[:, i] for i in range(4))
    points: Array = s * s * s * a + 3 * s * s * u * b + 3 * s * u * u * c + u * u * u * d
    return points


def _solve(samples: _Samples, pieces: _Pieces) -> Array:
    """Return for each piece the best cubic with its end tangents, at the samples' parameters."""
    piece, t = samples.piece, samples.t
    ends = np.append(samples.offsets[1:], len(t)) - 1
    first, last = samples.points[samples.offsets], samples.points[ends]
    s = 1 - t
    b1, b2 = 3 * s * s * t, 3 * s * t * t
    base = (s * s * s + b1)[:, None] * first[piece] + (b2 + t * t * t)[:, None] * last[piece]
    rest = samples.points - base
    c11, c22 = samples.sums(b1 * b1), samples.sums(b2 * b2)
    c12 = samples.sums(b1 * b2) * _dot(pieces.start, pieces.end)
    x1 = samples.sums(b1 * _dot(rest, pieces.start[piece]))
    x2 = samples.sums(b2 * _dot(rest, pieces.end[piece]))
    det = c11 * c22 - c12 * c12
    chord = _lengths(last - first)
    solvable = np.abs(det) > 1e-12
    over = np.where(solvable, det, 1)
    alpha = np.where(solvable, (x1 * c22 - x2 * c12) / over, 0)
    beta = np.where(solvable, (c11 * x2 - c12 * x1) / over, 0)
    low, high = 1e-3 * chord, 3 * chord
    sane = (low < alpha) & (alpha < high) & (low < beta) & (beta < high)
    alpha, beta = np.where(sane, alpha, chord / 3), np.where(sane, beta, chord / 3)
    inner = first + pieces.start * alpha[:, None], last + pieces.end * beta[:, None]
    return np.stack([first, *inner, last], axis=1)


def _reparametrised(cubics: Array, samples: _Samples) -> Array:
    """Return parameters one Newton step nearer to the points' feet on their curves."""
    a, b, c, d = (cubics[samples.piece, i] for i in range(4))
    u = samples.t[:, None]
    s = 1 - u
    slope = 3 * (s * s * (b - a) + 2 * s * u * (c - b) + u * u * (d - c))
    bend = 6 * (s * (c - 2 * b + a) + u * (d - 2 * c + b))
    miss = _evaluate(cubics[samples.piece], samples.t) - samples.points
    below = _dot(slope, slope) + _dot(miss, bend)
    usable = np.abs(below) > 1e-9
    step = np.where(usable, _dot(miss, slope) / np.where(usable, below, 1), 0)
    apart = 2.0 * samples.piece  # so that one running maximum serves all pieces
    moved: Array = np.maximum.accumulate(np.clip(samples.t - step, 0, 1) + apart) - apart
    return moved


def _misses(cubics: Array, samples: _Samples) -> tuple[Array, Array]:
    """Return each sample's distance to the curve, and that halfway to the next sample."""
    rows = cubics[samples.piece]
    miss = np.round(_lengths(_evaluate(rows, samples.t) - samples.points), _DECIMALS)
    halfway = (samples.t[:-1] + samples.t[1:]) / 2
    between = _evaluate(rows[:-1], halfway) - (samples.points[:-1] + samples.points[1:]) / 2
    bulge = np.append(_lengths(between), 0)
    bulge[samples.offsets[1:] - 1] = 0
    return miss, bulge


def _fit_round(pieces: _Pieces, points: Array, along: Array) -> tuple[Array, Flags, Places]:
    """Try to fit every piece; return the cubics, which are good, and where to split the others."""
    count = len(pieces.first)
    fitted, good = np.zeros((count, 4, 2)), np.zeros(count, dtype=bool)
    middle = np.zeros(count, dtype=np.intp)
    trying = np.arange(count)
    samples = _Samples.of(pieces, points, along)
    for _ in range(_TRIES):
        cubics = _solve(samples, pieces.where(trying))
        miss, bulge = _misses(cubics, samples)
        worst = samples.largest(miss)
        near = (worst <= TOLERANCE) & (samples.largest(bulge) <= 2 * TOLERANCE)
        fitted[trying], good[trying] = cubics, near
        order = np.arange(len(miss)) - samples.offsets[samples.piece]
        order[miss < worst[samples.piece]] = len(miss)  # of equal misses the first one counts
        middle[trying] = np.minimum.reduceat(order, samples.offsets)
        again = ~near & (worst <= _HOPELESS)
        if not again.any():
            break
        samples.t = _reparametrised(cubics, samples)
        trying, samples = trying[again], samples.where(again)
    inside = np.clip(middle, 1, pieces.last - pieces.first - 1)
    return fitted, good, pieces.first + inside


def _halves(pieces: _Pieces, middle: Places, points: Array) -> _Pieces:
    """Return pieces split at these places, with one tangent for both halves."""
    reach = np.minimum(2, np.minimum(middle - pieces.first, pieces.last - middle))
    tangent = _units(points[middle + reach] - points[middle - reach])
    before = _Pieces(pieces.first, middle, pieces.start, -tangent)
    return before.joined(_Pieces(middle, pieces.last, tangent, pieces.end))


def _fit_pieces(pieces: _Pieces, points: Array) -> tuple[Array, Places]:
    """Return cubics for all pieces in the points' order, and the place where each begins."""
    along = np.concatenate([[0.0], np.cumsum(_lengths(np.diff(points, axis=0)))])
    done: list[tuple[Array, Places]] = []
    while len(pieces.first):
        short = pieces.last - pieces.first == 1
        a, d = points[pieces.first[short]], points[pieces.last[short]]
        straight = np.stack([a, a + (d - a) / 3, d - (d - a) / 3, d], axis=1)
        done.append((straight, pieces.first[short]))
        pieces = pieces.where(~short)
        if not len(pieces.first):
            break
        cubics, good, middle = _fit_round(pieces, points, along)
        done.append((cubics[good], pieces.first[good]))
        pieces = _halves(pieces.where(~good), middle[~good], points)
    found = np.concatenate([cubics for cubics, _ in done])
    begins = np.concatenate([begin for _, begin in done])
    order = np.argsort(begins, kind="stable")
    return found[order], begins[order]


def _corners(ring: Array) -> list[int]:
    """Return the indices of the ring's sharp points."""
    before, after = ring - np.roll(ring, 1, 0), np.roll(ring, -1, 0) - ring
    turn = np.arctan2(after[:, 1], after[:, 0]) - np.arctan2(before[:, 1], before[:, 0])
    turn = np.abs((turn + np.pi) % (2 * np.pi) - np.pi)
    short = np.minimum(_lengths(before), _lengths(after))
    sharp = (turn > _CORNER) | ((turn > _LONG_CORNER) & (short > _LONG))
    return [int(i) for i in np.flatnonzero(sharp)]


def _dense(line: Array) -> tuple[Array, Places]:
    """Return a line with further points, at most `_DENSE` apart, and its own points' places."""
    edges = np.diff(line, axis=0)
    counts = np.maximum(1, np.ceil(_lengths(edges) / _DENSE)).astype(np.intp)
    places = np.concatenate([[0], np.cumsum(counts)])
    edge = np.repeat(np.arange(len(edges)), counts)
    share = (np.arange(len(edge)) - places[edge]) / counts[edge]
    return np.vstack([line[edge] + edges[edge] * share[:, None], line[-1:]]), places


def _runs(ring: Array) -> tuple[Array, list[int], bool]:
    """Return a ring as a dense line from its first corner, its corners' places, and if it has any.

    The line ends where it begins; so does the list of places.
    """
    corners = _corners(ring)
    start = corners[0] if corners else 0
    turned = np.roll(ring, -start, axis=0)
    line, places = _dense(np.vstack([turned, turned[:1]]))
    return line, [int(places[c - start]) for c in corners or [0]] + [len(line) - 1], bool(corners)


def fit_rings(rings: Sequence[Array]) -> list[Array]:
    """Return for each closed ring its cubics, an array of shape (n, 4, 2); corners stay sharp.

    A ring does not repeat its first point.
    """
    if not rings:
        return []
    lines: list[Array] = []
    starts: list[int] = []
    first: list[int] = []
    last: list[int] = []
    smooth: list[bool] = []
    begin = 0
    for ring in rings:
        line, breaks, cornered = _runs(settled(ring))
        lines.append(line)
        starts.append(begin)
        first += [begin + place for place in breaks[:-1]]
        last += [begin + place for place in breaks[1:]]
        smooth += [not cornered] * (len(breaks) - 1)
        begin += len(line)
    points = np.vstack(lines)
    a, b, whole = np.array(first), np.array(last), np.array(smooth)[:, None]
    reach = np.minimum(2, b - a)
    through = _units(points[a + reach] - points[b - reach])
    start = np.where(whole, through, _units(points[a + reach] - points[a]))
    end = np.where(whole, -through, _units(points[b - reach] - points[b]))
    cubics, begins = _fit_pieces(_Pieces(a, b, start, end), points)
    return np.split(cubics, np.searchsorted(begins, starts[1:]))


def fit_ring(ring: Array) -> Array:
    """Return the cubics round one closed ring (see `fit_rings`)."""
    return fit_rings([ring])[0]
