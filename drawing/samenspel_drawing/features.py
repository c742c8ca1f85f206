"""The features of a face, drawn on a head: eyes, mouth, nose, beard and glasses.

Local head units (20 u = 1 mm at scale 1), face to +x; `faces` has the tables.
"""

from typing import TYPE_CHECKING, Final

from shapely.geometry import box

from samenspel_drawing.faces import FRONT_NOSES, LINE_MOUTHS, NOSES, OPEN_MOUTHS
from samenspel_drawing.geometry import Array, Knots
from samenspel_drawing.palette import BLUSH_OF
from samenspel_drawing.regions import Region, area_of, ellipse, ring_points

if TYPE_CHECKING:
    from samenspel_drawing.heads import Head

EYE_LINE: Final = -17.0
"""The eyes' height in local units."""


def draw_eye(head: "Head", x: float, y: float, size: float, mirror: int) -> None:
    """Draw one eye; `mirror` -1 turns a squeezed eye round."""
    gx, gy = head.gaze
    kind, thin = head.eye, head.width * 0.7
    k = size
    if kind == "dot":
        _pupil(head, x + gx * 2, y + gy * 2, 5.2 * k, 7 * k)
    elif kind == "wide":
        _white(head, ellipse(x, y - 2, 13 * k, 15 * k), 0.65)
        _pupil(head, x + gx * 5, y - 2 + gy * 6, 4.6, 5.4)
    elif kind == "big":
        _white(head, ellipse(x, y - 1, 11 * k, 12 * k), 0.6)
        _pupil(head, x + gx * 5, y - 1 + gy * 5, 4.6, 5.6)
    elif kind == "half":
        lower = ellipse(x, y, 11 * k, 11 * k).intersection(box(x - 20, y - 1, x + 20, y + 20))
        _white(head, lower, 0.55)
        _pupil(head, x + gx * 4 + 1, y + 5, 4.4, 4.6)
        head.line([(x - 13 * k, y - 2), (x, y - 3), (x + 13 * k, y - 2)], thin)
    elif kind == "squeeze":
        d = mirror * k
        head.line([(x - 9 * d, y - 7), (x + 8 * d, y)], thin)
        head.line([(x - 9 * d, y + 7), (x + 8 * d, y)], thin)
    else:
        up = -1 if kind == "smile" else 1
        base = y + 0.5
        head.line(
            [
                (x - 10 * k, base - 3.5 * up),
                (x - 6 * k, base + 2 * up),
                (x, base + 4 * up),
                (x + 6 * k, base + 2 * up),
                (x + 10 * k, base - 3.5 * up),
            ],
            thin,
        )


def _pupil(head: "Head", x: float, y: float, rx: float, ry: float) -> None:
    head.scene.solid(head.region(ellipse(x, y, rx, ry)))


def _white(head: "Head", local: Region, weight: float) -> None:
    """Lay the white of an eye; behind glasses without an outline, which would clot with the rim."""
    if head.look.glasses and head.view != "profile":
        head.scene.fill(head.region(local), "white")
        return
    head.scene.shape(head.region(local), "white", head.width * weight, halo=0)


def draw_mouth(head: "Head", clip: Region | None) -> None:
    """Draw the mouth; `clip` ends it at the edge of the face."""
    dx, y, kind, width = head.layout.mouth, head.mouth_y, head.mouth, head.width * 0.78
    if kind in LINE_MOUTHS:
        if kind == "tongue":
            tongue = head.region(ellipse(29 + dx, y + 13, 10, 12, -12))
            head.scene.fill(tongue, "coral")
        taper = (0.6, 0.5) if kind == "smile" else (0.45, 0.25)
        narrow = min(head.stretch_x, 1.0)  # on a narrow head a wide mouth would leave the face
        knots = [(float(p[0]) * narrow + dx, float(p[1]) + y) for p in LINE_MOUTHS[kind]]
        head.line(knots, width, taper, clip=clip)
    elif kind in OPEN_MOUTHS:
        points = head.placement.spline(
            [(float(p[0]) + dx, float(p[1]) + y, *p[2:]) for p in OPEN_MOUTHS[kind]], True
        )
        _open_mouth(head, points, dx, y, clip)


def _open_mouth(head: "Head", points: Array, dx: float, y: float, clip: Region | None) -> None:
    width = head.width * 0.78
    if head.mouth == "teeth":
        head.scene.shape(points, "white", width, halo=0)
        for x in (10, 26):
            head.line([(x + dx, y - 4), (x + dx, y + 14)], width * 0.55)
        return
    opening = area_of(points)
    if clip is not None:
        opening = opening.intersection(clip)
    head.scene.solid(opening)
    if head.mouth != "whistle":
        low = y + {"shout": 26, "o": 22}.get(head.mouth, 20)
        tongue = head.region(ellipse(20 + dx, low, 15, 9)).intersection(opening.buffer(-2))
        head.scene.cut_in(tongue, "coral")
    if head.mouth in ("grin", "shout"):
        upper = y + (5 if head.mouth == "grin" else 0)
        teeth = head.region(box(-14 + dx, y - 12, 50 + dx, upper))
        head.scene.cut_in(teeth.intersection(opening.buffer(-2.2)), "white")


def draw_nose(head: "Head") -> None:
    """Draw the big open-stroke nose with its blush."""
    knots: Knots = (FRONT_NOSES if head.view == "front" else NOSES)[head.look.nose]
    if head.view == "profile":
        edge = float(head.outline[head.outline[:, 1] > -15][:, 0].max())
        first = min(float(k[0]) for k in knots)
        knots = [(edge - 8 + (float(k[0]) - first) * 0.72, float(k[1])) for k in knots]
    elif head.view == "three-quarter" and head.look.glasses:  # lower, clear of the rims
        knots = [(float(k[0]), float(k[1]) + 5) for k in knots]
    points = head.placement.spline(knots)
    nose = head.scene.patch(points, head.skin)
    if head.look.blush and head.look.nose != "button":
        tip = knots[len(knots) // 2]
        centre = (0.0, 20.0) if head.view == "front" else (float(tip[0]) - 5, float(tip[1]) + 5)
        head.scene.fill(head.region(ellipse(*centre, 11, 10)), BLUSH_OF[head.skin], clip=nose)
    head.scene.line(points, head.width * 0.95, (0.35, 0.45), swell=0.25)


def _beard_knots(head: "Head") -> Knots:
    """Return the beard's outline for the head's view."""
    x, h, y, dx = head.stretch_x, head.stretch_y, head.mouth_y, head.layout.mouth
    if head.look.beard == "goatee":
        return [
            (dx - 2, y + 14),
            (dx + 20, y + 10),
            (dx + 42, y + 14),
            (dx + 38, 84 * h),
            (dx + 20, 94 * h),
            (dx + 4, 82 * h),
        ]
    if head.view == "front":
        return [
            (-50 * x, 16, "c"),
            (-54 * x, 36 * h),
            (-38 * x, 70 * h),
            (0, 88 * h),
            (38 * x, 70 * h),
            (54 * x, 36 * h),
            (50 * x, 16, "c"),
            (38, y - 18),
            (16, y - 14),
            (-16, y - 14),
            (-38, y - 18),
        ]
    if head.view == "profile":
        return [
            (-8 * x, 10, "c"),
            (-16 * x, 34 * h),
            (2, 66 * h),
            (30, 86 * h),
            (50 * x, 70 * h),
            (52 * x, 36 * h, "c"),
            (44, y - 12),
            (20, y - 8),
            (6, 18),
        ]
    return [
        (-44 * x, 2, "c"),
        (-56 * x, 30 * h),
        (-40 * x, 66 * h),
        (4, 88 * h),
        (42 * x, 70 * h),
        (54 * x, 34 * h, "c"),
        (40, y - 12),
        (16, y - 14),
        (-8, y - 10),
        (-26, 14),
    ]


def draw_beard(head: "Head") -> None:
    """Draw a full beard or a goatee with the lips left free."""
    points = head.placement.spline(_beard_knots(head), closed=True)
    if head.look.hair_colour == "ink":
        head.scene.solid(points)
    else:
        head.scene.shape(points, head.look.hair_colour, head.width * 0.85)
    if head.look.beard != "goatee":
        beard = area_of(points)
        lips = head.region(ellipse(18 + head.layout.mouth, head.mouth_y + 6, 26, 13))
        head.scene.erase_ink(lips.intersection(beard.buffer(2)))
        head.scene.fill(lips.intersection(beard), head.skin)


def draw_glasses(head: "Head", eyes: list[float]) -> None:
    """Draw spectacles round the eyes at these places."""
    kind, width, y = head.look.glasses, head.width * 0.75, EYE_LINE
    near, far, high = (20.0, 15.0, 15.0)
    heights = (high, high)
    if kind == "round":
        near, far, heights = 18.0, 14.0, (17.0, 16.0)
    elif kind == "half":
        near, far, heights, y = 17.0, 14.0, (10.0, 10.0), y + 8
    wide = (near, far if head.view == "three-quarter" else near)
    for x, rx, ry in zip(eyes, wide, heights, strict=False):
        rim = ellipse(x, y, rx, ry)
        if kind == "square":
            rim = box(x - rx, y - ry, x + rx, y + ry).buffer(-5).buffer(5)
        head.scene.contour(head.placement.points(ring_points(rim)), width, wobble=0.4)
    if len(eyes) == 2:
        a, b = eyes[0] + wide[0], eyes[1] - wide[1]
        head.line([(a, y - 4), ((a + b) / 2, y - 9), (b, y - 4)], width)
    ear = -40 if head.view == "three-quarter" else -14
    if head.view != "front":
        head.line([(eyes[0] - wide[0], y - 2), (ear * head.stretch_x, y + 2)], width)
