"""Een goed proces biedt houvast: all fly like washing on one rail; one screws on the next piece."""

from typing import Any, Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, rod
from samenspel_drawing.regions import area_of, ellipse, ribbon

_WIDE, _HIGH = 132.0, 96.0
"""A step of the stair."""
_FIRST: Final = (348.0, 716.0)
"""Where the first holds the rail; the others are a step on."""
_RAIL_ABOVE: Final = 196.0
_FLOOR: Final = 984.0


def _hold(i: float) -> tuple[float, float]:
    """Return the rail's place above step i."""
    return _FIRST[0] + _WIDE * i, _FIRST[1] - _HIGH * i


def _stair(scene: Scene) -> None:
    knots: list[Knot] = [(196, _FLOOR, "c")]
    tops = []
    for i in range(-1, 5):
        x, y = _hold(i)
        left, top = x - _WIDE / 2, y + _RAIL_ABOVE
        if i == -1:
            left, top = 196, min(top, _FLOOR - 20)
        knots += [(left, float(knots[-1][1]), "c"), (left, top, "c")]
        tops.append((left, top))
    knots += [(968, tops[-1][1], "c"), (968, _FLOOR, "c")]
    scene.shape(spline(knots, True), "sand", 8.5)
    rights = [x for x, _ in tops[1:]] + [968.0]
    for (left, top), right in zip(tops, rights, strict=True):
        tread = loop((left - 10, top, "c"), (right, top, "c"), (right, top + 20, "c"),
                     (left - 10, top + 20, "c"))  # fmt: skip
        scene.shape(tread, "brown", 7)
    for x, y, wide in ((560, 900, 58), (610, 846, 46), (720, 780, 60), (690, 930, 50),
                       (826, 690, 56), (880, 640, 44), (850, 870, 60), (890, 920, 46)):  # fmt: skip
        brick = loop((x, y, "c"), (x + wide, y + 1, "c"), (x + wide, y + 24, "c"),
                     (x, y + 25, "c"))  # fmt: skip
        scene.shape(brick, "grey", 5)


def _rail(scene: Scene) -> None:
    for i in range(-1, 4):
        x, y = _hold(i)
        rod(scene, (x, y), (x, min(y + _RAIL_ABOVE, _FLOOR - 20) - 3), 15, "teal", 6.5)
    a, b = _hold(-1.1), _hold(3.3)
    rod(scene, a, b, 20, "teal", 7.5)
    for i in range(-1, 4):
        x, y = _hold(i)
        scene.shape(ellipse(x, y - 2, 19), "mustard", 6.5)


def _wind(scene: Scene) -> None:
    gusts = (
        ((964, 96), (860, 84), (740, 96), (600, 84), (500, 96), (452, 132), (470, 164), (500, 148)),
        ((960, 126), (880, 120), (800, 128)), ((700, 150), (640, 144), (570, 150)),
        ((720, 44), (620, 36), (520, 44), (400, 36)), ((760, 196), (690, 190), (630, 196)),
        ((330, 396), (270, 388), (200, 396)), ((190, 520), (120, 512), (50, 520)),
        ((150, 556), (110, 552), (70, 556)),
    )  # fmt: skip
    for gust in gusts:
        scene.line(spline(gust), 6.5, (0.2, 0.3))
    for x, y in ((930, 180), (560, 220), (420, 250), (330, 210), (60, 450), (120, 640), (60, 760),
                 (840, 40), (300, 36)):  # fmt: skip
        scene.line(curve((x, y), (x - 38, y + 20)), 5, (0.4, 0.3), wobble=0.5)


def _umbrella(scene: Scene) -> None:
    """Draw an umbrella, blown inside out."""
    at = Placement((170, 120), 1.0, 1, -58)
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
    person = CAST[name].dressed(top_colour="navy") if name == "joris" else CAST[name]
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


def _spanner(scene: Scene, knob: tuple[float, float], degrees: float) -> None:
    at = Placement(knob, 1.0, 1, degrees)
    scene.shape(at.loop((-34, -26, "c"), (-2, -36), (30, -16), (130, -12), (138, 0), (130, 12),
                        (30, 16), (-2, 36), (-34, 26, "c"), (-24, 12, "c"), (-2, 12, "c"),
                        (-2, -12, "c"), (-24, -12, "c")), "shine", 7)  # fmt: skip


def _builder(scene: Scene) -> None:
    """Draw the one who walks upright and screws on the next piece."""
    floor = _hold(4)[1] + _RAIL_ABOVE
    k = 0.84
    look = CAST["truus"].dressed(top_colour="leaf")
    who = Figure(scene, look, (908, floor - 142 * k), (912, floor - 290 * k), k, -1, 3)
    joint, knob = _hold(3.24), (818.0, _hold(3.56)[1])
    who.leg("far", (884, floor), straight=True, shoe="boot", toe=-1)
    who.leg("near", (944, floor), straight=True, shoe="boot", toe=-1)
    who.torso()
    belt = curve(who.at(0.34, -1), who.at(0.32, 0), who.at(0.34, 1))
    cloth = area_of(who.torso_region)
    scene.shape(ribbon(belt, 20).intersection(cloth), "brown", 6)
    who.neck()
    who.head("focus", 6, mouth="smirk", gaze=(0.4, 1))
    rod(scene, joint, knob, 24, "coral", 7.5)
    rod(scene, knob, (knob[0], floor - 3), 20, "coral", 7)
    scene.shape(ellipse(knob[0], knob[1] - 2, 21), "mustard", 6.5)
    who.grip("far", (knob[0], knob[1] + 84), 90, bend=-1)
    _spanner(scene, knob, -104)
    who.grip("near", (knob[0] - 23, knob[1] - 92), -104, bend=1)


def _case(scene: Scene) -> None:
    """Draw a briefcase that has burst open in flight, and what it loses."""
    for x, y, turn, size in ((66, 330, 24, 0.8), (150, 388, -30, 0.74), (316, 128, 16, 0.8)):
        _sheet(scene, x, y, turn, size)
    at = Placement((196, 296), 0.95, 1, -18)
    scene.contour(at.loop((-24, -44, "c"), (-20, -66), (20, -66), (24, -44, "c")), 7.5)
    case = scene.shape(at.loop((-70, -44, "c"), (70, -44, "c"), (66, 46, "c"), (-66, 46, "c")),
                       "brown", 7.5)  # fmt: skip
    scene.line(at.spline([(-70, -14), (0, -4), (70, -14)]), 6, clip=case)
    scene.shape(at.loop((-10, -14, "c"), (10, -14, "c"), (10, 8, "c"), (-10, 8, "c")), "mustard",
                5, halo=0)  # fmt: skip


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=71, view=(-4, -4, 1005))
    scene.backdrop(
        [(46, 700), (70, 320), (240, 90), (560, 50), (880, 110), (960, 420), (940, 760), (500, 860),
         (90, 900)], "mist",
    )  # fmt: skip
    _wind(scene)
    _umbrella(scene)
    _case(scene)
    cup = mug(scene, 392, 330, 0.95, degrees=-74, steam=False)
    for x, y, size in ((0, -42, 9), (-14, -64, 8), (6, -84, 7)):
        spot = cup.point(x, y)
        drop = Placement(spot, size / 9, 1, -90)
        scene.shape(drop.loop((0, -30, "c"), (11, -2), (7, 13), (-7, 13), (-11, -2)), "brown", 5,
                    halo=0)  # fmt: skip
    _stair(scene)
    _rail(scene)
    _builder(scene)
    _flyer(scene, "sem", 2.7, 0.86, 0, 6, "happy", -20, 24)
    _flyer(scene, "joris", 2, 0.72, 6, 2, "worried", -8, 16, eye="closed")
    _flyer(scene, "naomi", 1, 0.72, -8, 4, "grit")
    _flyer(scene, "henk", 0, 0.74, 8, 4, "alarm", 0, gaze=(-0.6, 0.4))
    low = _hold(-0.52)
    bird(scene, low[0] - 36, low[1] + 22, 0.74, eye="open", degrees=-16)
    return scene
