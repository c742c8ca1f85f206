"""Hands, sleeves and the round ends of limbs, drawn on a figure.

All lengths are canvas units (20 u = 1 mm in print).
"""

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from samenspel_drawing.geometry import Array, Placement, arc_lengths, normals, spline, vec
from samenspel_drawing.hands import hand_pose
from samenspel_drawing.regions import Region, Tube, area_of, tube, union_of

if TYPE_CHECKING:
    from samenspel_drawing.figures import Figure


_SMALL_CUFF: Final = 0.8  # a smaller sleeve's cuff would clot with the hand


def draw_hand(figure: "Figure", wrist: Array, pose: str, angle: float, flip: float) -> None:
    """Draw a hand, its wrist at `wrist`, turned by `angle` degrees."""
    hand = hand_pose(pose)
    place = Placement(wrist, figure.scale * 1.16 * figure.look.hand_size, 1, angle)
    if flip < 0:
        place.matrix = place.matrix @ np.diag([1.0, -1.0])
    skin = figure.person.skin
    figure.scene.shape(place.region(hand.region), skin, figure.width * 0.9, halo=2)
    for crease in hand.creases:
        figure.scene.line(place.spline(crease), figure.width * 0.6, (0.4, 0.3), wobble=0.3)


def short_sleeve(figure: "Figure", centre: Array, cloth: str) -> None:
    """Draw a bare forearm and a short sleeve along the arm."""
    thick, split = figure.look.arm_width * figure.scale, int(len(centre) * 0.42)
    fore = tube(centre[split - 3 :], [25 * thick, 24 * thick, 21 * thick])
    figure.scene.patch(fore.region, figure.person.skin, halo=None)
    for edge in (fore.left, fore.right):
        figure.scene.line(edge, figure.width * 0.9, (1, 0.8))
    upper = tube(centre[: split + 2], [46 * thick, 43 * thick, 42 * thick], end_cap=False)
    figure.scene.patch(upper.region, cloth, halo=None)
    skip = int(len(upper.left) * 0.3)
    edge = np.vstack([upper.left[skip:], upper.right[skip:][::-1]])
    figure.scene.line(edge, figure.width, (0.3, 0.3))


def long_sleeve(
    figure: "Figure", centre: Array, middle: Array, cloth: str, *, crease: bool = True
) -> None:
    """Draw a sleeve along the arm, with stripes, cuff and, at a sharp elbow, a `crease`."""
    thick = figure.look.arm_width * figure.scale
    widths = [(0.0, 46.0), (0.3, 42.0), (0.55, 37.0), (0.8, 33.0), (1.0, 33.0)]
    limb = tube(centre, [(u, w * thick) for u, w in widths], end_cap=False)
    figure.scene.patch(limb.region, cloth)
    chest, quarter = figure.at(0.55, 0), int(len(limb.left) * 0.2)
    left_is_outer = np.hypot(*(limb.left[quarter] - chest)) > np.hypot(
        *(limb.right[quarter] - chest)
    )
    hanging = centre[-1][1] > centre[0][1] - 30 * figure.scale
    skip = int(len(limb.left) * (0.2 if hanging else 0.03))
    a, b = (0, skip) if left_is_outer else (skip, 0)
    taper = (0.85, 0.35) if left_is_outer else (0.35, 0.85)
    edge = np.vstack([limb.left[a:], limb.right[b:][::-1]])
    figure.scene.line(edge, figure.width, taper, side=0.3, clip=rim_of(limb.region, figure.width))
    if figure.look.stripes:
        _limb_stripes(figure, limb)
    draw_cap(figure, limb, centre[0], 26 * thick, union_of([figure.torso_region.buffer(1.0)]))
    if crease:
        _elbow_crease(figure, limb, middle)
    _cuff(figure, centre)


def rim_of(region: Region, width: float) -> Region:
    """Return where a limb's outline may be inked; in a bend its inner side folds inwards."""
    return region.buffer(2 * width).difference(region.buffer(-0.75 * width))


def _limb_stripes(figure: "Figure", limb: Tube) -> None:
    normal, tangent = normals(limb.centre, closed=False)
    along, pitch, k = arc_lengths(limb.centre), 22 * figure.scale, figure.scale
    for place in np.arange(pitch * 0.1, along[-1], pitch):
        i = min(int(np.searchsorted(along, place)), len(limb.centre) - 1)
        point, n, t = limb.centre[i], normal[i], tangent[i]
        stripe = spline([point - n * 40, point + t * 4 * k, point + n * 40])
        band = LineString(stripe).buffer(4.2 * k, cap_style="flat")
        figure.scene.fill(band, figure.look.stripes or "white", clip=limb.region)


def draw_cap(figure: "Figure", limb: Tube, at: Array, reach: float, hidden: Region) -> None:
    """Ink the round end of a limb where it sticks out of `hidden`."""
    rim = limb.region.boundary.intersection(Point(at).buffer(reach)).difference(hidden)
    pieces: list[BaseGeometry] = [
        part for part in getattr(rim, "geoms", [rim]) if isinstance(part, LineString)
    ]
    if not pieces:
        return
    merged = shapely.line_merge(shapely.union_all(pieces))
    for part in getattr(merged, "geoms", [merged]):
        if not part.is_empty and part.length > 9 * figure.scale:
            points = np.asarray(part.coords, dtype=np.float64)
            figure.scene.line(points, figure.width, (0.8, 0.8), taper_length=0.15)


def _elbow_crease(figure: "Figure", limb: Tube, middle: Array) -> None:
    start, end, thick = limb.centre[0], limb.centre[-1], figure.look.arm_width * figure.scale
    upper, fore = middle - start, end - middle
    straightness = float(upper @ fore) / float(np.hypot(*upper) * np.hypot(*fore) + 1e-6)
    if straightness >= 0.45:
        return
    inward = (start + end) / 2 - middle
    inward = inward / max(float(np.hypot(*inward)), 1e-6)
    along = (end - start) / max(float(np.hypot(*(end - start))), 1.0)
    gaps = limb.centre - middle
    near = limb.centre[int(np.argmin(np.hypot(gaps[:, 0], gaps[:, 1])))]
    crease = spline([near + inward * 18 * thick, near + inward * 3 * thick + along * 5 * thick])
    figure.scene.line(crease, figure.width * 0.6, (1, 0.2), wobble=0.3, clip=limb.region.buffer(2))


def _cuff(figure: "Figure", centre: Array) -> None:
    if figure.scale < _SMALL_CUFF:
        return
    k, half = figure.scale, 15 * figure.look.arm_width * figure.scale
    end, along = centre[-1], centre[-1] - centre[-4]
    along = along / np.hypot(*along)
    side = vec(-along[1], along[0]) * half
    if figure.look.top in ("jacket", "shirt", "cardigan"):
        far, near = end + along * 8 * k, end - along
        cuff = area_of([near + side, far + side, far - side, near - side])
        figure.scene.shape(cuff, "white", figure.width * 0.75, halo=0)
    else:
        rim = end - along * 9 * k
        figure.scene.line(spline([rim + side, rim + along * 3, rim - side]), figure.width * 0.6)
