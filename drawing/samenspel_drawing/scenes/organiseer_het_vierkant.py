"""Organiseer het vierkant: three corners are held, the fourth lies there; the child comes down."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure, Side
from samenspel_drawing.geometry import curve, loop
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, ground, mug
from samenspel_drawing.regions import capsule, ellipse, ribbon, tube

_FLOOR: Final = 952.0
_BACK_LEFT: Final = (300.0, 566.0)
_BACK_RIGHT: Final = (706.0, 566.0)
_FRONT_LEFT: Final = (232.0, 768.0)
_DROPPED: Final = (762.0, 916.0)
"""The fourth corner, on the floor."""
_BEHIND: Final = 772.0
"""Where the directors stand, behind the cloth."""
_CREW: Final = 0.8


def _cloth(scene: Scene) -> None:
    """Draw the square cloth: flat where it is held, in folds where nobody holds it."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = _BACK_LEFT, _BACK_RIGHT, _DROPPED, _FRONT_LEFT
    edge = loop(
        (ax, ay, "c"),
        (500, 578),
        (bx, by, "c"),
        (722, 640),
        (752, 730),
        (742, 820),
        (790, 886),
        (cx, cy, "c"),
        (726, 908),
        (690, 930),
        (664, 902),
        (600, 846),
        (430, 800),
        (dx, dy, "c"),
        (268, 664),
    )
    cloth = scene.shape(edge, "mustard", 8.5)
    band = curve(
        (ax + 22, ay + 22),
        (500, 600),
        (bx - 22, by + 24),
        (700, 650),
        (724, 740),
        (700, 830),
        (726, 880),
        (690, 892),
        (620, 828),
        (440, 776),
        (dx + 34, dy - 18),
        (296, 660),
        (ax + 22, ay + 22),
    )
    scene.fill(ribbon(band, 15), "white", clip=cloth)
    for fold in (
        ((752, 908), (706, 866), (668, 800)),
        ((742, 826), (706, 790), (664, 760)),
        ((752, 734), (712, 706), (676, 690)),
        ((662, 900), (640, 846), (600, 806)),
    ):
        scene.line(curve(*fold), 5.5, (0.9, 0.2))


def _rope(scene: Scene, *knots: tuple[float, float]) -> None:
    line = curve(*knots)
    scene.shape(tube(line, [13, 13]).region, "sand", 5.5)


def _hauls(scene: Scene, name: str, x: float, holds: tuple[float, float], mood: str) -> None:
    """Draw somebody who hangs back on the rope with both hands, the hip at x."""
    k, y = _CREW, 776.0
    hip = (x, _FLOOR - 92)
    who = Figure(scene, CAST[name], hip, (x - 52, hip[1] - 112), k, 1, 5, head_at=(-4, -54))
    who.arm("far", (holds[1] - 8, y - 2), "fist", 2, bend=1)
    who.leg("far", (x + 94, _FLOOR), -8, knee=(x + 54, _FLOOR - 58))
    who.leg("near", (x + 52, _FLOOR + 4), -8, knee=(x + 22, _FLOOR - 48))
    who.torso()
    who.neck()
    who.head(mood, -16)
    who.arm("near", (holds[0] - 8, y + 2), "fist", 2, bend=1)


def _away(scene: Scene, person: Person, x: float, y: float, face: float, tilt: float) -> None:
    """Draw somebody who stands with the back to it all, the arms folded in front."""
    k = _CREW
    who = Figure(
        scene, person, (x, y - 144 * k), (x + 2, y - 288 * k), k, face, head_at=(4 * face, -60 * k)
    )
    sides: tuple[tuple[Side, float], ...] = (("near", -face), ("far", face))
    for side, way in sides:
        who.arm(
            side,
            (x + 4 * way, y - 196 * k),
            "stump",
            bend=-way,
            elbow=(x + 64 * k * way, y - 174 * k),
        )
    who.leg("far", (x + 26 * k * face, y), straight=True)
    who.leg("near", (x - 26 * k * face, y), straight=True)
    who.torso(back=True)
    who.neck()
    who.head("calm", tilt, view="back")


def _child(scene: Scene) -> None:
    """Draw the child on the way down, who has just seen what is missing below."""
    look = CAST["mees"].dressed(top_colour="coral", leg_colour="navy")
    who = Figure(scene, look, (746, 312), (752, 220), 0.92, -1, 4, head_at=(-8, -56))
    who.arm("far", (664, 172), "open", -130, 1, elbow=(692, 214))
    who.leg("far", (704, 388), 16, knee=(698, 338))
    who.leg("near", (772, 402), 6, knee=(764, 356))
    who.torso()
    who.head("alarm", 8, gaze=(0.3, 1))
    who.arm("near", (838, 176), "open", -54, -1, elbow=(806, 222))
    for x, top, low in ((700, 12, 70), (752, -6, 62), (806, 14, 72)):
        scene.line(curve((x, top), (x + 1, low)), 6, (0.3, 0.9), wobble=0.4)


def _directors(scene: Scene) -> tuple[Figure, Figure]:
    """Draw the two behind the cloth up to their heads; the arms lie before it."""
    gloria_look = CAST["gloria"].dressed(top_colour="teal", hand_size=1.15)
    gerrit_look = CAST["gerrit"].dressed(
        top="jacket", top_colour="navy", tie="coral", leg_colour="brown", hand_size=1.15
    )
    gloria = Figure(scene, gloria_look, (408, _BEHIND - 132), (412, 502), 0.9, 1, -3)
    gerrit = Figure(scene, gerrit_look, (596, _BEHIND - 132), (590, 498), 0.9, -1, 3)
    for who, mouth in ((gloria, "grin"), (gerrit, "grin")):
        way = who.face
        x = float(who.hip[0])
        who.leg("far", (x + 24 * way, _BEHIND), straight=True)
        who.leg("near", (x - 24 * way, _BEHIND), straight=True)
        who.torso()
        who.neck()
        who.head("calm", 3 * way, eye="smile", mouth=mouth)
    return gloria, gerrit


def _hands(scene: Scene, gloria: Figure, gerrit: Figure) -> None:
    """Draw the handshake, and the hands that hold the two corners behind."""
    gerrit.arm("far", (546, 588), "flat", 184, -1, elbow=(566, 618))
    gloria.arm("far", (456, 588), "grip", -8, -1, elbow=(442, 618))
    for i in range(3):  # his fingers close round her hand
        x = 487 + 13 * i
        scene.shape(capsule((x + 4, 603), (x - 3, 576), 14, 13), gerrit.person.skin, 6, halo=0)
    gloria.arm("near", (_BACK_LEFT[0] + 22, _BACK_LEFT[1] - 4), "grip", 176, elbow=(340, 604))
    gerrit.arm("near", (_BACK_RIGHT[0] - 22, _BACK_RIGHT[1] - 4), "grip", 4, -1, elbow=(664, 604))


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=62, view=(-134, -118, 1200))
    scene.backdrop(
        [
            (-30, 640),
            (10, 300),
            (260, 70),
            (660, 20),
            (930, 170),
            (1000, 520),
            (980, 860),
            (500, 960),
            (0, 900),
        ],
        "mist",
    )
    ground(scene, -60, 1004, _FLOOR + 8)
    _away(scene, CAST["otis"].dressed(top_colour="teal", leg_colour="brown"), 852, 944, 1, 8)
    _away(
        scene, CAST["fleur"].dressed(build="bean", skirt=False, top_colour="navy"), 972, 950, -1, -6
    )
    gloria, gerrit = _directors(scene)
    _cloth(scene)
    _hands(scene, gloria, gerrit)
    _rope(scene, (-26, 778), (120, 774), (_FRONT_LEFT[0], _FRONT_LEFT[1]))
    _hauls(scene, "samira", 2, (50, 82), "grit")
    _hauls(scene, "ineke", 134, (172, 206), "strain")
    for x, y in (_FRONT_LEFT, _DROPPED):
        scene.shape(ellipse(x, y, 17), "coral", 6.5)
    bird(scene, _DROPPED[0], _DROPPED[1] - 14, 0.74, -1, eye="open", degrees=24)
    mug(scene, 452, 922, 1)
    _child(scene)
    return scene
