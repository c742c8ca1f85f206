"""The title card: a tandem for three, uphill; one rests his feet, and she in front suspects it."""

import math
from typing import Any, Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.faces import Expression
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, arc, curve
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, rod
from samenspel_drawing.regions import ellipse, tube, union_of

_HILL: Final = 5600.0
"""How gently the road bends, in units."""
_CLIMB: Final = -12.0
"""How steep the road is below the middle saddle (degrees)."""
_MIDDLE: Final = (484.0, 820.0)
_CENTRE: Final = (_MIDDLE[0] - _HILL * math.sin(math.radians(_CLIMB)),
                  _MIDDLE[1] + _HILL * math.cos(math.radians(_CLIMB)))  # fmt: skip
_SCALE = 1.1
_SEATS = (-2.6, -0.05, 2.5)
"""Where the saddles are, and the wheels: degrees along the road from the middle."""
_WHEELS = (-3.6, 4.0)
_FORK: Final = 3.5
_TAIL: Final = -3.1
_FRAME = "coral"
_SUSPECTS: Final = Expression((-14, -6), (2, 14), "dot", "flat")
_STEP: Final = 5.25
"""Where all near cranks stand (radians); who pedals together pedals in step."""
_CRANK: Final = 44.0


def _place(degrees: float) -> Placement:
    """Return local coordinates on the road, `degrees` from its middle; y points into the hill."""
    a = math.radians(degrees + _CLIMB - 90)
    x, y = _CENTRE[0] + _HILL * math.cos(a), _CENTRE[1] + _HILL * math.sin(a)
    return Placement((x, y), _SCALE, 1, degrees + _CLIMB)


def _along(up: float, start: float, end: float) -> Array:
    return arc(*_CENTRE, _HILL + up * _SCALE, start + _CLIMB - 90, end + _CLIMB - 90, 60)


def _hill(scene: Scene) -> None:
    """Draw the slope with its road, which tapers away at both ends."""
    road = _along(-14, -5.3, 5.65)
    (x0, y0), (x1, y1) = road[0], road[-1]
    foot = curve((x1, y1), (x1 - 60, y1 + 84), (x1 - 190, y1 + 206), (640, 1010), (380, 1056),
                 (130, 1052), (x0 + 8, y0 + 70), (x0, y0))  # fmt: skip
    scene.patch(np.vstack([road, foot[1:-1]]), "leaf")
    scene.shape(tube(road, [10, 24, 27, 28, 28, 28, 27, 24, 10]).region, "sand", 7.5)
    for x, y in ((200, 1004), (430, 976), (640, 930), (800, 866), (900, 776)):
        for dx in (-9, 0, 9):
            scene.line(curve((x + dx * 0.5, y), (x + dx * 1.6, y - 22)), 5, (0.8, 0.3))


def _wheel(scene: Scene, degrees: float) -> None:
    at = _place(degrees)
    x, y = at.point(0, -92)
    scene.knock(ellipse(x, y, 106), 2, colours=False)
    scene.solid(ellipse(x, y, 106).difference(ellipse(x, y, 89)))
    scene.contour(arc(x, y, 80, 0, 358, 80), 5)
    for k in range(8):
        a = math.radians(k * 45)
        c, s = math.cos(a), math.sin(a)
        scene.line(
            curve((x + 8 * c, y + 8 * s), (x + 80 * c, y + 80 * s)), 4.4, (0.9, 0.9), wobble=0.3
        )
    scene.shape(ellipse(x, y, 12), "mustard", 6)


def _frame(scene: Scene) -> None:
    first, last = _TAIL, _FORK
    for degrees in _WHEELS:
        _wheel(scene, degrees)
    low = tube(_along(92, _WHEELS[0], _SEATS[-1] + 0.1), [17, 17])
    scene.shape(low.region, _FRAME, 6.5)
    for up in (111, 73):  # the chain, round every crank's wheel
        for start in np.arange(_WHEELS[0], _SEATS[-1] + 0.1, 0.15):
            scene.line(_along(up, float(start), float(start) + 0.095), 6, (0.9, 0.9), wobble=0)
    top = tube(_along(186, first, last), [17, 17])
    scene.shape(top.region, _FRAME, 6.5)
    fork = _place(last)
    scene.shape(tube(curve(_place(_WHEELS[1]).point(0, -92), fork.point(0, -190)), [16, 18]).region,
                _FRAME, 6.5)  # fmt: skip
    stay = curve(_place(_WHEELS[0]).point(0, -92), _place(first).point(0, -186))
    scene.shape(tube(stay, [14, 16]).region, _FRAME, 6.5)
    for degrees in _SEATS:
        at = _place(degrees)
        rod(scene, at.point(6, -92), at.point(-34, -206), 15, _FRAME)
        crank = at.point(6, -92)
        _crank(scene, degrees, _STEP)
        scene.shape(ellipse(crank[0], crank[1], 24), "mustard", 6)


def _pedal(step: float) -> tuple[float, float]:
    return 6 + _CRANK * math.cos(step), -92 + _CRANK * math.sin(step)


def _crank(scene: Scene, degrees: float, step: float) -> None:
    """Draw a crank and its pedal, seen beside the frame."""
    at, (x, y) = _place(degrees), _pedal(step)
    rod(scene, at.point(6, -92), at.point(x, y), 12, "grey", 5.5)
    scene.solid(at.loop((x - 20, y - 2, "c"), (x + 20, y - 2, "c"), (x + 20, y + 8, "c"),
                        (x - 20, y + 8, "c")))  # fmt: skip


def _saddle(scene: Scene, degrees: float) -> None:
    """Draw a sprung saddle; its tail shows behind whoever sits on it."""
    at = _place(degrees)
    for dx in (-84, -66):
        coil = [(dx, -212), (dx + 9, -206), (dx, -201), (dx + 9, -196), (dx, -190)]
        scene.line(at.spline(coil), 5, (0.9, 0.9))
    scene.shape(at.loop((-108, -240, "c"), (-70, -232), (-24, -226), (24, -222, "c"), (30, -212),
                        (-20, -208), (-76, -208), (-106, -216)), "brown", 7)  # fmt: skip


def _handlebar(scene: Scene, degrees: float) -> None:
    """Draw a stem on the frame and a bar that bends back to its rider, a grip at its end."""
    at, fork = _place(degrees), _place(_FORK)
    stem = at.point(96, -186) if degrees < _SEATS[-1] else fork.point(0, -180)
    rod(scene, stem, at.point(112, -274), 15, "grey", 6)
    bar = tube(at.spline([(110, -268), (134, -284), (116, -303), (40, -297)]), [14, 14, 14])
    scene.shape(bar.region, "grey", 6)
    scene.solid(tube(at.spline([(94, -302), (34, -297)]), [22, 22]).region)
    scene.shape(at.region(ellipse(118, -314, 11, 9)), "mustard", 5.5, halo=0)


def _rider(scene: Scene, who: Person, seat: float, lean: float, pedals: bool = True) -> Figure:
    """Return a rider with the far leg drawn, before the frame is, if it `pedals`."""
    at = _place(seat)
    hip, neck = at.point(-40, -232), at.point(-40 + lean, -372)
    head = at.point(-34 + lean * 1.35, -436) - neck
    figure = Figure(scene, who, hip, neck, _SCALE, 1, -6, head_at=(float(head[0]), float(head[1])))
    x, y = _pedal(_STEP + math.pi)
    if pedals:
        figure.leg("far", at.point(x - 10, y - 4), _CLIMB, bend=-1)
    return figure


def _carried(figure: Figure, seat: float) -> None:
    """Draw the one at the back: feet up on the bars, coffee in hand."""
    at = _place(seat)
    figure.leg("far", at.point(112, -330), _CLIMB - 66, knee=at.point(40, -322))
    figure.torso()
    figure.neck()
    figure.head("bliss", -14)
    figure.leg("near", at.point(94, -326), _CLIMB - 66, knee=at.point(16, -318), over=True)
    cup = at.point(62, -392)
    mug(figure.scene, float(cup[0]), float(cup[1]), 1.2, "coral")
    figure.arm("near", at.point(18, -384), "fist", _CLIMB, elbow=at.point(-34, -292))


def _drops(scene: Scene, at: Placement, places: tuple[tuple[float, float, float], ...]) -> None:
    """Draw sweat that flies off: (x, y, degrees) in local coordinates."""
    for x, y, degrees in places:
        drop = at.inner(x, y, 1.0, 1, degrees)
        scene.shape(drop.loop((0, -17, "c"), (9, 2), (0, 11), (-9, 2)), "white", 5.5)


def _toils(
    figure: Figure, seat: float, mood: str | Expression, tilt: float, sweats: bool = True,
    **head: Any,
) -> None:  # fmt: skip
    """Draw one who pedals for all; `head` says how the head is turned."""
    at, (x, y) = _place(seat), _pedal(_STEP)
    figure.leg("near", at.point(x - 10, y - 4), _CLIMB, bend=-1)
    figure.torso()
    figure.neck()
    drawn = figure.head(mood, tilt, **head)
    if sweats:
        _drops(figure.scene, drawn.placement, ((-2, -112, 0), (-98, -88, -48), (84, -78, 42)))
    figure.grip("near", at.point(66, -299), _CLIMB + 4, bend=1, shoulder=figure.at(0.74, -0.42))


def _sky(scene: Scene) -> None:
    scene.backdrop([(20, 620), (50, 330), (330, 130), (690, 130), (950, 330), (982, 640),
                    (880, 860), (500, 900), (110, 860)], "mist")  # fmt: skip
    scene.patch(ellipse(505, 486, 312), "mustard")
    for x, y, k in ((150, 330, 1.0), (874, 270, 0.85)):
        at = Placement((x, y), k)
        puffs = union_of(at.region(ellipse(*puff)) for puff in (
            (-50, 6, 34, 24), (-10, -14, 40, 36), (40, 0, 38, 28), (0, 14, 84, 18)))  # fmt: skip
        scene.patch(puffs, "white")


def _idle(scene: Scene) -> None:
    """Draw how the crank of the one at the back turns all by itself."""
    x, y = _place(_SEATS[0]).point(6, -92)
    for start in (20, 200):
        scene.line(arc(float(x), float(y), 84, start, start + 84, 14), 5.5, (0.2, 0.7))


def _basket(scene: Scene) -> None:
    """Draw the basket on its carrier in front, with the bird and the mug in it."""
    at = _place(_FORK).inner(-24, -6, 0.92)
    rod(scene, at.point(26, -196), at.point(84, -222), 13, "grey", 5.5)
    rod(scene, at.point(34, -132), at.point(124, -188), 13, "grey", 5.5)
    foot, cup = at.point(94, -226), at.point(136, -272)
    mug(scene, float(cup[0]), float(cup[1]), 1.05, degrees=22, steam=False, flip=-1)
    bird(scene, float(foot[0]) - 4, float(foot[1]) + 2, 1.15, 1, eye="open", degrees=10)
    box = at.loop((66, -250, "c"), (158, -250, "c"), (146, -186, "c"), (76, -186, "c"))
    region = scene.shape(box, "brown", 7)
    for dx in (92, 112, 132):
        scene.line(at.spline([(dx, -246), (112 + (dx - 112) * 0.8, -190)]), 4.6, clip=region)
    scene.line(at.spline([(70, -218), (154, -218)]), 4.6, clip=region)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=61, view=(-52, -6, 1104))
    _sky(scene)
    _hill(scene)
    rests = CAST["joris"].dressed(top="jacket", top_colour="navy", tie="coral", leg_colour="brown")
    joris = _rider(scene, rests, _SEATS[0], -8, pedals=False)
    lotte = _rider(
        scene, CAST["lotte"].dressed(top_colour="leaf", shoe_colour="white"), _SEATS[1], 52
    )
    steers = CAST["noor"].dressed(top_colour="teal", stripes=None, leg_colour="navy",
                                  shoe_colour="white")  # fmt: skip
    noor = _rider(scene, steers, _SEATS[2], 44)
    _frame(scene)
    _idle(scene)
    _basket(scene)
    for seat in _SEATS:
        _saddle(scene, seat)
        _handlebar(scene, seat)
    _toils(noor, _SEATS[2], _SUSPECTS, 6, sweats=False, face=-1, gaze=(0.9, 0.5))
    _toils(lotte, _SEATS[1], "strain", 4)
    _carried(joris, _SEATS[0])
    return scene
