"""Een goed proces biedt houvast: all fly like washing on one rail; one brings the next piece."""

from typing import Any, Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, rod
from samenspel_drawing.regions import area_of, ellipse, ribbon

_WIDE, _HIGH = 186.0, 122.0
"""A step of the stair."""
_FIRST: Final = (352.0, 716.0)
"""Where the first holds the rail; the others are a step on."""
_RAIL_ABOVE: Final = 236.0
_FLOOR: Final = 984.0
_FLYING: Final = {"mei": {"top_colour": "teal"}, "otis": {"leg_colour": "brown"}}
"""What flyers wear to stand out from the coral rail."""


def _hold(i: float) -> tuple[float, float]:
    """Return the rail's place above step i."""
    return _FIRST[0] + _WIDE * i, _FIRST[1] - _HIGH * i


def _stair(scene: Scene) -> None:
    knots: list[Knot] = [(150, _FLOOR, "c")]
    tops = []
    for i in range(-1, 4):
        x, y = _hold(i)
        left, top = x - _WIDE / 2, y + _RAIL_ABOVE
        if i == -1:
            left, top = 150, min(top, _FLOOR - 22)
        knots += [(left, float(knots[-1][1]), "c"), (left, top, "c")]
        tops.append((left, top))
    knots += [(1082, tops[-1][1], "c"), (1082, _FLOOR, "c")]
    scene.shape(spline(knots, True), "sand", 9)
    rights = [x for x, _ in tops[1:]] + [1082.0]
    for (left, top), right in zip(tops, rights, strict=True):
        tread = loop((left - 12, top, "c"), (right, top, "c"), (right, top + 24, "c"),
                     (left - 12, top + 24, "c"))  # fmt: skip
        scene.shape(tread, "brown", 7.5)


def _rail(scene: Scene) -> None:
    for i in range(-1, 3):
        x, y = _hold(i)
        rod(scene, (x, y), (x, min(y + _RAIL_ABOVE, _FLOOR - 22) - 3), 19, "coral", 7.5)
    rod(scene, _hold(-1.1), _hold(2.2), 27, "coral", 8.5)
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
    who.grip("far", _hold(i + 0.46), -36, bend=-1)
    who.leg("far", (hip[0] - span * k, hip[1] - 34 * k - lift), 100, straight=True)
    who.leg("near", (hip[0] - (span - 8) * k, hip[1] + 30 * k - lift), 96, straight=True)
    who.torso()
    who.neck()
    drawn = who.head(expression, tilt, **head)
    who.grip("near", (x, y), -36, bend=1)
    return drawn


def _section(scene: Scene, bar: float, foot: float) -> None:
    """Draw the next section of the rail, its posts still above the landing."""
    posts = (848, 1046)
    for x in posts:
        rod(scene, (x, bar), (x, foot), 19, "coral", 7.5)
    rod(scene, (812, bar), (1082, bar), 27, "coral", 8.5)
    for x in posts:
        scene.shape(ellipse(x, bar - 2, 25), "mustard", 7.5)
        for dx in (-24, 24):
            scene.line(curve((x + dx, foot - 22), (x + dx, foot + 14)), 5, (0.4, 0.4))


def _builder(scene: Scene) -> None:
    """Draw the one who stands upright, the next section of the same rail in both hands."""
    floor = _hold(3)[1] + _RAIL_ABOVE
    k = 1.12
    look = CAST["ruben"].dressed(top="sweater", top_colour="leaf", leg_colour="navy",
                                shoe_colour="brown")  # fmt: skip
    who = Figure(scene, look, (952, floor - 148 * k), (952, floor - 300 * k), k, -1, 3,
                 head_at=(-8, -78))  # fmt: skip
    who.leg("far", (924, floor), straight=True, shoe="boot", toe=-1)
    who.leg("near", (984, floor), straight=True, shoe="boot", toe=-1)
    who.torso()
    belt = curve(who.at(0.12, -1), who.at(0.10, 0), who.at(0.12, 1))
    cloth = area_of(who.torso_region)
    scene.shape(ribbon(belt, 26).intersection(cloth), "brown", 6.5)
    who.neck()
    head = who.head("calm", 4, gaze=(0.6, 1))
    tuft = ((-24, -70), (-6, -92), (30, -104), (64, -98, "c"), (38, -90), (78, -80, "c"), (44, -76),
            (62, -62, "c"), (20, -66))  # fmt: skip
    scene.solid(head.placement.loop(*tuft))
    bar = floor - 194
    _section(scene, bar, floor - 34)
    who.grip("far", (896, bar), 0, elbow=(884, 318))
    who.grip("near", (1002, bar), 0, elbow=(1020, 318))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=71, view=(-36, -70, 1152))
    scene.backdrop(
        [(46, 700), (70, 320), (240, 90), (560, 50), (880, 110), (960, 420), (940, 760), (500, 860),
         (90, 900)], "mist",
    )  # fmt: skip
    _wind(scene)
    _umbrella(scene)
    for x, y, turn, size in ((70, 430, 24, 1.0), (424, 226, 16, 1.0)):
        _sheet(scene, x, y, turn, size)
    _stair(scene)
    _rail(scene)
    _builder(scene)
    _flyer(scene, "sem", 1.5, 1.1, 0, 6, "happy", -20, 24)
    _flyer(scene, "mei", 0.64, 0.96, -8, 4, "strain", chin=8)
    _flyer(scene, "otis", -0.22, 0.88, 8, 4, "alarm", -14, 28, gaze=(-0.6, 0.4))
    mug(scene, 482, 828, 1.15, steam=False)
    for y in (744, 760):  # its steam, blown flat
        scene.line(curve((466, y), (446, y - 8), (424, y + 2), (398, y - 6)), 5, (0.5, 0.2))
    low = _hold(-0.9)
    bird(scene, low[0] - 36, low[1] + 22, 0.9, eye="open", degrees=-16)
    return scene
