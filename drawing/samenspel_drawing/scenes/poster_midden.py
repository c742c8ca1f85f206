"""The poster's shared centre: five in office clothes, one water ballet; somebody spouts."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Placement, spline
from samenspel_drawing.heads import Head
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug
from samenspel_drawing.regions import ellipse, tube

_CENTRE: Final = (500.0, 500.0)
_HEADS: Final = 1.18
"""The faces are large, to be read from afar."""

_NECK, _HIP, _FOOT, _HANDS = 366.0, 236.0, 112.0, 304.0
"""How far from the middle, in canvas units."""

_GLAD: Final = Expression((-6, -8), (-6, 8), "dot", "grin")
_SERENE: Final = Expression((-4, -8), (-4, 8), "closed", "smile")
_SPOUTS: Final = Expression((-10, -6), (-10, 6), "closed", "whistle")
_SPLASHED: Final = Expression((4, 14), (4, -14), "squeeze", "wobble")
_UNSURE: Final = Expression((-8, -20), (-8, 20), "dot", "flat")


@dataclass(frozen=True, slots=True)
class _Swimmer:
    """One of the five: where round the middle (degrees), who, the cap's colour, and the mood."""

    turn: float
    person: Person
    cap: str
    mood: Expression


_FIVE: Final = (
    _Swimmer(-90, CAST["lotte"].dressed(top="jacket", top_colour="coral"), "pink", _SPLASHED),
    _Swimmer(-18, CAST["samira"].styled(hair_colour="mustard")
             .dressed(build="bean", top="plain", top_colour="mustard", leg_colour="brown"),
             "", _SERENE),
    _Swimmer(198, CAST["otis"].styled(hair="short").dressed(build="bean"), "coral", _SPOUTS),
    _Swimmer(126, CAST["willem"].styled(hair="short", hair_colour="grey", glasses=None)
             .dressed(build="bean", top_colour="teal", tie="coral", leg_colour="brown"),
             "navy", _GLAD),
    _Swimmer(54, CAST["karim"].styled(hair="short")
             .dressed(top="jacket", top_colour="leaf", tie="navy", leg_colour="navy"), "teal",
             _UNSURE),
)  # fmt: skip


def _place(turn: float, far: float, aside: float = 0) -> tuple[float, float]:
    """Return the point this far from the middle, `aside` units clockwise of the ray."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return _CENTRE[0] + far * c - aside * s, _CENTRE[1] + far * s + aside * c


def _cap(head: Head, colour: str) -> None:
    """Draw a bathing cap with a strap's edge."""
    at = head.placement.inner(0, 0)
    at.matrix = at.matrix @ np.diag([head.stretch_x * 1.07, head.stretch_y * 1.07])
    crown = at.loop((-58, -20, "c"), (-58, -50), (-36, -78), (0, -86), (36, -78), (58, -50),
                    (58, -20, "c"), (0, -34))  # fmt: skip
    cap = head.scene.shape(crown, colour, 8)
    band = tube(at.spline([(-64, -50), (0, -62), (64, -50)]), [13, 13, 13])
    head.scene.fill(band.region, "white", clip=cap)


def _figure(scene: Scene, one: _Swimmer) -> Figure:
    c, s = math.cos(math.radians(one.turn)), math.sin(math.radians(one.turn))
    person = one.person.styled(size=_HEADS)
    return Figure(scene, person, _place(one.turn, _HIP), _place(one.turn, _NECK), 1.06,
                  head_at=(84 * c, 84 * s), front=0)  # fmt: skip


def _arms(who: Figure, turn: float) -> None:
    """Draw both arms, each hand in the neighbour's."""
    who.arm("near", _place(turn - 32, _HANDS), "fist", elbow=_place(turn - 19, 304), soft=0.4)
    who.arm("far", _place(turn + 32, _HANDS), "fist", elbow=_place(turn + 19, 304), soft=0.4)


def _body(who: Figure, one: _Swimmer) -> None:
    """Draw legs, trunk and head."""
    upright = one.turn + 90
    who.leg("near", _place(one.turn, _FOOT, -34), upright, straight=True, toe=-1)
    who.leg("far", _place(one.turn, _FOOT, 34), upright, straight=True, toe=1)
    who.torso()
    who.neck()
    head = who.head(one.mood, upright, view="front")
    if one.cap:
        _cap(head, one.cap)


def _ripples(scene: Scene) -> None:
    """Draw wavy rings in the water between the swimmers."""
    for turn in (-54, 18, 90, 162):
        for far, half in ((392, 10.0), (436, 14.5), (480, 11.0)):
            across = np.linspace(-half, half, 40)
            knots = [_place(turn + a, far + 9 * math.cos(a * far / 520 * 1.1)) for a in across]
            scene.line(spline(knots), 6, (0.3, 0.3))


def _spout(scene: Scene, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw the jet of water from one mouth, which bursts on another's cheek."""
    jet = tube(spline([start, (104, 300), (110, 150), (196, 66), (320, 34), end]),
               [14, 17, 20, 24, 30, 38])  # fmt: skip
    scene.shape(jet.region, "white", 7.5)
    at = Placement(end)
    burst = at.loop((-30, -26), (-22, -58, "c"), (0, -32), (22, -48, "c"), (20, -14), (46, -2, "c"),
                    (20, 14), (26, 48, "c"), (-2, 28), (-26, 58, "c"), (-30, 24))  # fmt: skip
    scene.shape(burst, "white", 7)
    for x, y, turn in ((-40, -84, -30), (-64, 62, 200), (6, 78, 170)):
        drop = at.inner(x, y, 1, 1, turn)
        scene.shape(drop.loop((0, -20, "c"), (11, 2), (0, 14), (-11, 2)), "white", 6)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=121, view=(-77, -94, 1154))
    rim = [(500 + 508 * math.cos(a), 500 + 508 * math.sin(a))
           for a in np.radians(np.arange(0, 360, 30))]  # fmt: skip
    scene.backdrop(rim, "mist")
    _ripples(scene)
    figures = [_figure(scene, one) for one in _FIVE]
    for who, one in zip(figures, _FIVE, strict=True):
        _arms(who, one.turn)
    for who, one in zip(figures, _FIVE, strict=True):
        _body(who, one)
    ring = scene.shape(ellipse(500, 500, 74), "white", 8)
    for degrees in (45, 135, 225, 315):
        wedge = tube(spline([(500, 500), _place(degrees, 90)]), [10, 66])
        scene.fill(wedge.region, "coral", clip=ring)
    scene.shape(ellipse(500, 500, 34), "mist", 7)
    bird(scene, 490, 520, 1.2, 1, "coral")
    mug(scene, 548, 470, 0.9, steam=False, flip=-1)
    _spout(scene, _place(198, 412), (430, 62))
    return scene
