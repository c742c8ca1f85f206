"""The poster's shared centre, seen from above: somebody comes running with the last piece."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from samenspel_drawing.geometry import Knot, Placement, curve, spline
from samenspel_drawing.hands import hand_pose
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird
from samenspel_drawing.regions import Region, area_of, capsule, ellipse, tube, union_of

_CENTRE: Final = (500.0, 426.0)
_RADIUS: Final = 242.0
"""From the middle to a corner."""
_TURNS: Final = (90.0, 162.0, 234.0, 306.0, 18.0)
"""Where the five are round the table, in degrees; the first is on his way."""
_COLOURS: Final = ("coral", "navy", "mustard", "teal", "leaf")
_OUT: Final = 102.0
"""How far the last piece is still outside."""

_BRINGER: Final = (500.0, 818.0)
"""Where the one who brings the last piece runs."""


def _place(turn: float, far: float) -> tuple[float, float]:
    a = math.radians(turn)
    return _CENTRE[0] + far * math.cos(a), _CENTRE[1] + far * math.sin(a)


def _top(turn: float, shift: float = 0) -> Region:
    """Return the top of one piece of the table."""
    corners = (_CENTRE, _place(turn - 36, _RADIUS), _place(turn + 36, _RADIUS))
    return area_of(spline([(x, y + shift, "c") for x, y in corners], True))


def _piece(scene: Scene, turn: float, colour: str, shift: float = 0) -> None:
    """Draw one piece's boards, which run on into the next piece's, and its place mat."""
    top = scene.shape(_top(turn, shift), "sand", 8.5)
    for board in np.arange(-190, 210, 62):
        y = _CENTRE[1] + float(board) + shift
        scene.line(curve((200, y), (500, y + 2), (800, y)), 5, (1, 1), wobble=0.6, clip=top)
    mat = [_place(turn + a, far) for a, far in ((-24, 116), (24, 116), (27, 212), (-27, 212))]
    scene.shape(spline([(x, y + shift, "c") for x, y in mat], True), colour, 6.5)


def _mug(scene: Scene, x: float, y: float, turn: float) -> None:
    at = Placement((x, y), 0.94, 1, turn - 90)
    scene.shape(at.region(ellipse(30, 6, 12, 10)), "white", 6.5, halo=0)
    scene.shape(at.region(ellipse(0, 0, 28)), "white", 7)
    scene.shape(at.region(ellipse(0, 0, 18)), "brown", 5, halo=0)


def _sheet(scene: Scene, x: float, y: float, turn: float) -> None:
    at = Placement((x, y), 0.94, 1, turn - 82)
    scene.shape(at.loop((-24, -32, "c"), (24, -32, "c"), (24, 32, "c"), (-24, 32, "c")), "white",
                6.5)  # fmt: skip
    for line in (-12, 4):
        scene.line(at.spline([(-13, line), (13, line)]), 5, (0.9, 0.6), wobble=0)


# ---- people from above ----------------------------------------------------------------------

Crown = Callable[[Scene, Placement], None]


def _scarf(scene: Scene, at: Placement) -> None:
    """Draw a headscarf: round over the head, its tip in soft folds on the back."""
    scene.shape(at.loop((0, -44), (36, -34), (56, 0), (54, 36), (66, 66), (40, 94), (0, 112),
                        (-40, 94), (-66, 66), (-54, 36), (-56, 0), (-36, -34)), "teal",
                8)  # fmt: skip
    scene.line(at.spline([(-40, 34), (-14, 50), (14, 50), (40, 34)]), 5.5, (0.5, 0.5))
    scene.line(at.spline([(-30, 66), (-10, 76), (-2, 100)]), 5, (0.6, 0.4))
    scene.line(at.spline([(28, 62), (16, 78), (14, 94)]), 5, (0.6, 0.4))


def _curls(scene: Scene, at: Placement) -> None:
    around = [ellipse(44 * math.cos(a), 8 + 44 * math.sin(a), 23)
              for a in np.radians(np.arange(0, 360, 40))]  # fmt: skip
    scene.shape(at.region(union_of([ellipse(0, 8, 46), *around])), "grey", 8)


def _tail(scene: Scene, at: Placement) -> None:
    scene.shape(at.loop((-10, 44), (-24, 90), (-6, 132, "c"), (20, 116), (24, 80), (12, 44)),
                "brown", 8)  # fmt: skip
    scene.shape(at.loop((0, -42), (46, -30), (58, 10), (40, 50), (0, 62), (-40, 50), (-58, 10),
                        (-46, -30)), "brown", 8)  # fmt: skip
    for s in (-1, 0, 1):
        scene.line(at.spline([(24 * s, -34), (20 * s, 6), (6 * s, 46)]), 5)
    scene.shape(at.region(ellipse(0, 56, 15, 10)), "coral", 6, halo=0)


def _fair(scene: Scene, at: Placement) -> None:
    """Draw a fair bob, combed to both sides of a parting."""
    scene.shape(at.loop((0, -46), (44, -36), (60, 4), (58, 50), (34, 72), (0, 66), (-34, 72),
                        (-58, 50), (-60, 4), (-44, -36)), "mustard", 8)  # fmt: skip
    scene.line(at.spline([(14, -42), (10, -6), (4, 28)]), 5.5, (0.8, 0.5))
    for start, middle, end in (((4, -20), (-22, -2), (-38, 34)), ((6, 6), (-10, 22), (-18, 50)),
                               ((20, -18), (38, 6), (38, 36))):  # fmt: skip
        scene.line(at.spline([start, middle, end]), 5, (0.5, 0.4))


def _parting(scene: Scene, at: Placement) -> None:
    scene.solid(at.loop((0, -46), (44, -36), (60, 6), (50, 46), (0, 62), (-50, 46), (-60, 6),
                        (-44, -36)))  # fmt: skip
    scene.cut_in(at.loop((-40, 2), (-26, -24), (8, -34), (0, -22), (-18, -10)), "shine")


def _chair(scene: Scene, at: Placement) -> None:
    """Draw the chair under somebody: the seat's corners and the rounded back."""
    scene.shape(at.loop((-74, -8, "c"), (74, -8, "c"), (84, 84), (60, 106), (-60, 106), (-84, 84)),
                "sand", 7.5)  # fmt: skip
    back = tube(at.spline([(-92, 60), (-70, 112), (0, 126), (70, 112), (92, 60)]), [26, 28, 26])
    scene.shape(back.region, "brown", 7.5)


Reach = tuple[tuple[Knot, Knot], str, float]
"""The elbow and the wrist of an arm in local units, the hand's pose and its turn."""


def _person(scene: Scene, at: Placement, skin: str, cloth: str, crown: Crown,
            reaches: tuple[Reach, Reach]) -> None:  # fmt: skip
    """Draw somebody from above: arms, shoulders, the head and its hair; the face looks to -y."""
    for s, ((elbow, wrist), pose_name, turn) in zip((-1, 1), reaches, strict=True):
        hand = at.inner(float(wrist[0]), float(wrist[1]), 1.2, 1, turn)
        hand.matrix = hand.matrix @ np.diag([1.0, -float(s)])
        pose = hand_pose(pose_name)
        scene.shape(hand.region(pose.region), skin, 7.5, halo=2)
        for crease in pose.creases:
            scene.line(hand.spline(crease), 5, (0.4, 0.3), wobble=0.3)
        arm = tube(at.spline([(66 * s, 26), elbow, wrist]), [54, 46, 40, 36], end_cap=False)
        scene.shape(arm.region, cloth, 8)
    scene.shape(at.loop((0, -12), (64, -4), (94, 22), (72, 56), (0, 66), (-72, 56), (-94, 22),
                        (-64, -4)), cloth, 8)  # fmt: skip
    for s in (-1, 1):
        scene.shape(at.region(ellipse(54 * s, 0, 13, 16)), skin, 7, halo=0)
    scene.shape(at.region(ellipse(0, 0, 52, 56)), skin, 8)
    crown(scene, at)


_RESTS: Final[tuple[Reach, Reach]] = (
    (((-96, -30), (-58, -104)), "mitten", -78), (((96, -30), (58, -104)), "mitten", -102),
)  # fmt: skip


def _seated(scene: Scene, turn: float, skin: str, cloth: str, crown: Crown,
            reaches: tuple[Reach, Reach] = _RESTS) -> None:  # fmt: skip
    at = Placement(_place(turn, 304), 1.12, 1, turn - 90)
    _chair(scene, at)
    _person(scene, at, skin, cloth, crown, reaches)


def _wheelchair(scene: Scene, turn: float) -> Placement:
    """Draw the wheelchair of one who has long been at the table, and return her place."""
    at = Placement(_place(turn, 312), 1.04, 1, turn - 90)
    for s in (-1, 1):  # big wheels that lean out, so that their spokes show
        x, y = 112.0 * s, 22.0
        scene.shape(at.region(ellipse(x, y, 36, 104, 3 * s)), "ink", 6)
        scene.shape(at.region(ellipse(x, y, 23, 86, 3 * s)), "white", 6, halo=0)
        for degrees in range(0, 360, 60):
            a = math.radians(degrees)
            spoke = [(x, y), (x + 23 * math.cos(a), y + 86 * math.sin(a))]
            scene.line(at.spline(spoke), 5, (1, 1), wobble=0)
        scene.shape(at.region(ellipse(x, y, 10, 15)), "grey", 6, halo=0)
        handle = tube(at.spline([(54 * s, 76), (58 * s, 118)]), [22, 24])
        scene.shape(handle.region, "coral", 7)
    back = tube(at.spline([(-78, 84), (0, 96), (78, 84)]), [34, 36, 34])
    scene.shape(back.region, "coral", 7.5)
    return at


def _steps(scene: Scene) -> None:
    """Draw the shoes of the one who runs in, and the strokes of speed behind."""
    at = Placement(_BRINGER, 1.0)
    for x, y in ((38, 66), (-36, -44)):
        scene.shape(at.region(capsule((x, y), (x, y + 34), 38, 32)), "navy", 7)
    for x, low in ((-74, 96), (-26, 116), (82, 104)):
        scene.line(at.spline([(x, low), (x, low + 36)]), 6, (0.8, 0.3))


def _bringer(scene: Scene) -> None:
    """Draw the one who brings the last piece, both hands on its wooden edge."""
    at = Placement(_BRINGER, 0.98)
    _piece(scene, 90, "coral", _OUT)
    _mug(scene, 460, 692, 60)
    _sheet(scene, 544, 690, 90)
    carries: tuple[Reach, Reach] = (
        (((-112, -34), (-84, -92)), "mitten", -62),
        (((112, -34), (84, -92)), "mitten", -118),
    )
    _person(scene, at, "skin2", "white", _parting, carries)


def _bird(scene: Scene) -> None:
    """Draw the bird, which hops along beside the one who runs."""
    bird(scene, 640, 884, 0.9, -1, eye="open")


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=121, view=(-52, -52, 1104))
    rim = [(500 + 468 * math.cos(a), 500 + 468 * math.sin(a))
           for a in np.radians(np.arange(0, 360, 30))]  # fmt: skip
    scene.backdrop(rim, "mist")
    for turn, colour in list(zip(_TURNS, _COLOURS, strict=True))[:0:-1]:
        _piece(scene, turn, colour)
        _sheet(scene, *_place(turn - 13, 172), turn)
        _mug(scene, *_place(turn + 13, 164), turn)
    left_helps: Reach = (((112, -30), (136, -62)), "flat", -8)
    right_helps: Reach = (((-112, -30), (-136, -62)), "flat", 188)
    _steps(scene)
    _seated(scene, 162, "skin2", "mustard", _scarf, (_RESTS[0], left_helps))
    _person(scene, _wheelchair(scene, 234), "skin3", "navy", _curls, _RESTS)
    _seated(scene, 306, "skin1", "white", _tail)
    _seated(scene, 18, "skin1", "brown", _fair, (right_helps, _RESTS[1]))
    _bringer(scene)
    _bird(scene)
    return scene
