"""Een goed proces biedt houvast: all fly like washing on one rail; one lays its next piece."""

from typing import Any, Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug, rod
from samenspel_drawing.regions import area_of, ellipse, ribbon, tube

_WIDE, _HIGH = 186.0, 122.0
"""A step of the stair."""
_FIRST: Final = (352.0, 716.0)
"""Where the first holds the rail; the others are a step on."""
_RAIL_ABOVE: Final = 236.0
_FLOOR: Final = 1054.0
_PIECE: Final = ((838.0, 394.0), (1050.0, 240.0))
"""The next piece of rail, its low end against the last piece, not yet down on its post."""
_READY: Final = Expression((4, 8), (4, -8), "dot", "smile")
_FLYING: Final = {"mei": {"top_colour": "teal"}, "joris": {"top_colour": "navy"}}
"""What flyers wear to stand out from the coral rail."""


def _hold(i: float) -> tuple[float, float]:
    """Return the rail's place above step i."""
    return _FIRST[0] + _WIDE * i, _FIRST[1] - _HIGH * i


def _stair(scene: Scene) -> None:
    """Draw the stair; it goes on at the right, beyond the last that has a rail."""
    last = 1108.0
    lefts = [(x - _WIDE / 2, y + _RAIL_ABOVE) for x, y in (_hold(i) for i in range(5))]
    knots: list[Knot] = [(lefts[0][0], _FLOOR, "c")]
    for left, top in lefts:
        knots += [(left, float(knots[-1][1]), "c"), (left, top, "c")]
    knots += [(last, lefts[-1][1], "c"), (last, _FLOOR, "c")]
    scene.shape(spline(knots, True), "sand", 9)
    rights = [x for x, _ in lefts[1:]] + [last]
    for (left, top), right in zip(lefts, rights, strict=True):
        tread = loop((left - 12, top, "c"), (right, top, "c"), (right, top + 24, "c"),
                     (left - 12, top + 24, "c"))  # fmt: skip
        scene.shape(tread, "brown", 7.5)
    ground(scene, 40, lefts[0][0], _FLOOR, 8)


def _rail(scene: Scene) -> None:
    for i in range(-1, 3):
        x, y = _hold(i)
        rod(scene, (x, y), (x, min(y + _RAIL_ABOVE, _FLOOR) - 3), 19, "coral", 7.5)
    rod(scene, _hold(-1.1), _hold(2.56), 27, "coral", 8.5)
    for i in range(-1, 3):
        x, y = _hold(i)
        scene.shape(ellipse(x, y - 2, 25), "mustard", 7.5)


def _wind(scene: Scene) -> None:
    gusts = (
        ((700, 74), (600, 62), (500, 74), (400, 64), (330, 84), (318, 122), (350, 142), (376, 122)),
        ((690, 118), (600, 112), (500, 120)), ((640, 30), (540, 24), (440, 30)),
        ((260, 330), (180, 322), (90, 330)), ((330, 372), (270, 366), (200, 372)),
        ((130, 590), (80, 584), (24, 590)), ((110, 624), (70, 620), (30, 624)),
    )  # fmt: skip
    for gust in gusts:
        scene.line(spline(gust), 7.5, (0.2, 0.3))


def _umbrella(scene: Scene) -> None:
    """Draw an umbrella, blown inside out."""
    at = Placement((176, 150), 1.15, 1, -58)
    scene.line(at.spline([(0, -6), (0, 110), (8, 126), (24, 122), (26, 108)]), 7, (1, 0.9))
    cup = at.loop((-94, -66, "c"), (-70, -20), (0, 8), (70, -20), (94, -66, "c"), (48, -44),
                  (30, -70, "c"), (0, -40), (-30, -70, "c"), (-48, -44))  # fmt: skip
    body = scene.shape(cup, "navy", 7.5)
    for x in (-30, 30):
        scene.line(at.spline([(x, -68), (x * 0.7, -30), (0, 8)]), 5, (0.8, 0.6), clip=body)


def _sheet(scene: Scene, x: float, y: float, turn: float, size: float) -> None:
    at = Placement((x, y), size, 1, turn)
    page = at.loop((-28, -36, "c"), (0, -42), (30, -34, "c"), (24, 0), (30, 38, "c"), (0, 32),
                   (-28, 38, "c"), (-34, 2))  # fmt: skip
    scene.shape(page, "white", 6, wobble=0.3)
    for y0 in (-14, 2, 18):
        scene.line(at.spline([(-14, y0), (0, y0 - 4), (14, y0)]), 4.6, wobble=0)


def _flyer(scene: Scene, name: str, i: float, k: float, bow: float, lift: float,
           expression: str, tilt: float = 0, chin: float = 0, **head: Any) -> Head:  # fmt: skip
    """Draw somebody who streams in the wind from both hands on the rail above step i.

    `chin` lifts the head, clear of the arms.
    """
    person = CAST[name].dressed(**_FLYING.get(name, {}))
    x, y = _hold(i + 0.18)
    neck = (x - 118 * k, y - 22)
    hip = (neck[0] - 142 * k, y - 30 - lift)
    who = Figure(scene, person, hip, neck, k, 1, bow, head_at=(44 * k, -56 * k - chin))
    span = who.look.thigh + who.look.shin + 10
    who.grip("far", _hold(i + 0.48), -36, bend=-1)
    who.leg("far", (hip[0] - span * k, hip[1] - 34 * k - lift), 100, straight=True)
    who.leg("near", (hip[0] - (span - 8) * k, hip[1] + 30 * k - lift), 96, straight=True)
    who.torso()
    who.neck()
    drawn = who.head(expression, tilt, **head)
    who.grip("near", (x, y), -36, bend=1)
    return drawn


def _along(part: float) -> tuple[float, float]:
    """Return a place on the next piece, `part` of the way from its lower end."""
    (x0, y0), (x1, y1) = _PIECE
    return x0 + (x1 - x0) * part, y0 + (y1 - y0) * part


def _section(scene: Scene) -> None:
    """Draw the post that already stands on the next step, and the piece of rail for it."""
    x, y = _hold(3)
    rod(scene, (x, y), (x, y + _RAIL_ABOVE - 3), 19, "coral", 7.5)
    scene.shape(ellipse(x, y - 2, 25), "mustard", 7.5)
    rod(scene, *_PIECE, 27, "coral", 8.5)
    scene.shape(ellipse(*_along(0), 22), "mustard", 7.5)  # what couples it to the last piece


def _blown(scene: Scene, head: Head) -> None:
    """Draw her scarf and loose hair, which the storm blows straight out."""
    low = head.placement.point(0, 84)
    x, y = float(low[0]), float(low[1])
    for dy, far in ((20, -196), (0, -226)):
        end = tube(curve((x - 10, y + 4), (x - 80, y - 22 + dy), (x - 140, y - 6 + dy),
                         (x + far, y - 40 + dy * 1.6)), [34, 36, 34, 38])  # fmt: skip
        scene.shape(end.region, "mustard", 7.5)
    wrap = tube(curve((x - 50, y - 2), (x, y + 14), (x + 46, y - 8)), [34, 38, 34])
    scene.shape(wrap.region, "mustard", 7.5)
    for start, middle, end_at in (((20, -74), (62, -92), (110, -84)),
                                  ((34, -60), (76, -72), (126, -58))):  # fmt: skip
        scene.line(head.placement.spline([start, middle, end_at]), 8, (1, 0.3))


def _builder(scene: Scene) -> None:
    """Draw the one on top, broad and braced, who lays the next piece of the rail."""
    floor = _hold(3)[1] + _RAIL_ABOVE
    k = 1.08
    look = CAST["gloria"].dressed(top="sweater", top_colour="leaf", leg_colour="navy",
                                 shoe_colour="brown")  # fmt: skip
    who = Figure(scene, look, (1022, floor - 200), (1022, floor - 396), k, -1, 4,
                 head_at=(0, -88))  # fmt: skip
    who.leg("far", (968, floor), 0, knee=(952, floor - 96), shoe="boot", toe=-1)
    who.leg("near", (1074, floor - _HIGH), 0, knee=(1046, floor - 206), shoe="boot", toe=-1)
    who.torso()
    belt = curve(who.at(0.06, -1), who.at(0.04, 0), who.at(0.06, 1))
    scene.shape(ribbon(belt, 26).intersection(area_of(who.torso_region)), "brown", 6.5)
    who.neck()
    head = who.head(_READY, -6, gaze=(0.8, 1))
    _blown(scene, head)
    _section(scene)
    who.grip("far", _along(0.5), -36, elbow=(924, 232), soft=0.42)
    who.grip("near", _along(0.86), -36, elbow=(1084, 306), soft=0.42)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=71, view=(-25, -76, 1166))
    scene.backdrop(
        [(46, 700), (70, 320), (240, 90), (560, 50), (880, 110), (960, 420), (940, 760), (500, 860),
         (90, 900)], "mist",
    )  # fmt: skip
    _wind(scene)
    _umbrella(scene)
    _sheet(scene, 424, 226, 16, 1.0)
    _stair(scene)
    _rail(scene)
    _builder(scene)
    _flyer(scene, "sem", 1.74, 1.0, 0, 6, "worried", -20, 24, gaze=(0.6, 0.4))
    _flyer(scene, "mei", 0.86, 0.94, -8, 4, "strain", chin=8)
    _flyer(scene, "joris", -0.04, 0.92, 8, 4, "alarm", -14, 28, gaze=(-0.6, 0.4))
    mug(scene, 482, 828, 1.15, steam=False)
    for y in (744, 760):  # its steam, blown flat
        scene.line(curve((466, y), (446, y - 8), (424, y + 2), (398, y - 6)), 5, (0.5, 0.2))
    low = _hold(-0.9)
    bird(scene, low[0] - 36, low[1] + 22, 0.9, eye="open", degrees=-16)
    return scene
