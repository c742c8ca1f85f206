"""Wees druk met rust: everybody sprints, one rests at top level, coached to the second."""

from typing import Any, Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, curve
from samenspel_drawing.heads import Head
from samenspel_drawing.people import Person
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, cap_on, ground, mug
from samenspel_drawing.regions import area_of, ellipse, ribbon, tube, union

_FLOOR: Final = 956.0
_BACK: Final = 374.0
"""The floor far behind, where the others run."""


def _sheet(scene: Scene, x: float, y: float, turn: float, size: float, lines: int = 2) -> None:
    """Draw a sheet of paper round (x, y)."""
    at = Placement((x, y), size, 1, turn)
    page = at.loop((-26, -34, "c"), (0, -38), (28, -32, "c"), (24, 0), (28, 36, "c"), (0, 32),
                   (-26, 36, "c"), (-30, 2))  # fmt: skip
    scene.shape(page, "white", 6, wobble=0.3)
    for i in range(lines):
        scene.line(at.spline([(-14, -14 + i * 16), (0, -17 + i * 16), (14, -13 + i * 16)]), 4.5,
                   wobble=0)  # fmt: skip


# ---- the cabinets ---------------------------------------------------------------------------


def _papers(scene: Scene, at: Placement, y: float, turns: tuple[tuple[float, float], ...],
            size: float) -> None:  # fmt: skip
    for turn, dx in turns:
        x, top = at.point(dx, y)
        _sheet(scene, float(x), float(top), turn, size, 0)


def _cabinet(scene: Scene, x: float, high: float, flip: float, lean: float) -> None:
    """Draw a filing cabinet that bursts and leans; the middle of its foot is at x."""
    at = Placement((x, _FLOOR), 1.0, flip, lean)
    _papers(scene, at, -high - 20, ((-22 * flip, -40), (4, 0), (24 * flip, 42)), 0.95)
    body = at.loop((-72, -high, "c"), (72, -high, "c"), (72, 0, "c"), (-72, 0, "c"))
    scene.shape(body, "navy", 8.5, wobble=0.6)
    drawer = (high - 20) / 4
    for i, out in enumerate((0, 24, 4, 0)):
        y = -high + 12 + i * drawer
        if out > 5:
            spots = ((-16.0, -20.0 + out), (16.0, 22.0 + out))
            _papers(scene, at, y - 6, spots, 0.72)
        corners = [(-60, y), (60, y), (60, y + drawer - 12), (-60, y + drawer - 12)]
        front = at.spline([(px + out, py, "c") for px, py in corners], True)
        scene.shape(front, "teal", 7, wobble=0.3)
        x, middle = at.point(out, y + 32)
        scene.fill(ellipse(float(x), float(middle), 19, 8), "white")


# ---- those who run --------------------------------------------------------------------------


def _sprint(
    scene: Scene, person: Person, x: float, size: float, lead: str = "far", **head: Any
) -> Figure:
    """Draw somebody who sprints to the right, `lead` leg first; the near arm is still to come."""
    hip = (x, _BACK - 152 * size)
    who = Figure(scene, person, hip, (x + 62 * size, hip[1] - 136 * size), size, 1, -6)
    who.arm("far", (x + 168 * size, hip[1] - 58 * size), "flat", -24, bend=1)
    ahead = ((x + 132 * size, _BACK - 40 * size), -34, (x + 94 * size, hip[1] + 24 * size))
    behind = ((x - 124 * size, _BACK - 74 * size), 78, (x - 22 * size, hip[1] + 86 * size))
    for side in ("far", "near"):
        foot, turn, knee = ahead if side == lead else behind
        who.leg("far" if side == "far" else "near", foot, turn, knee=knee)
    who.torso()
    who.neck()
    who.head(**head)
    ground(scene, x - 96 * size, x + 150 * size, _BACK + 4, 5)
    for i in range(3):
        y = _BACK - (170 - i * 54) * size
        scene.line(curve((x - 136 * size, y), (x - (200 + 20 * (i % 2)) * size, y + 2)), 5,
                   (0.2, 0.3), wobble=0)  # fmt: skip
    return who


def _pile(scene: Scene, x: float, y: float) -> None:
    """Draw a swaying pile of files, its foot at (x, y)."""
    for i, (dx, colour) in enumerate(((0, "white"), (5, "leaf"), (7, "mustard"),
                                      (0, "white"), (9, "white"))):  # fmt: skip
        at = Placement((x + dx, y - 17 * i), 1, 1, (-3, 4, -5, 3, 6, -4)[i])
        book = at.loop((-34, -15, "c"), (34, -15, "c"), (34, 1, "c"), (-34, 1, "c"))
        scene.shape(book, colour, 5.5, wobble=0.3)


def _runners(scene: Scene) -> None:
    rob = CAST["rob"].dressed(top_colour="navy", tie="mustard", leg_colour="navy")
    who = _sprint(scene, rob, 168, 0.66, expression="worried", tilt=8)
    for x, y, turn, size in ((886, 448, 34, 0.8), (66, 132, -24, 0.9)):
        _sheet(scene, x, y, turn, size, 2)
    _sheet(scene, 246, float(who.hip[1]) - 38, 14, 0.95, 1)
    who.arm("near", (222, float(who.hip[1]) - 20), "flat", -10, bend=1)
    lotte = CAST["lotte"].dressed(top_colour="leaf", leg_colour="brown")
    who = _sprint(scene, lotte, 446, 0.66, "near", expression="grit", tilt=10)
    _pile(scene, 586, float(who.hip[1]) - 46)
    who.arm("near", (540, float(who.hip[1]) - 30), "flat", -14, bend=1)
    streamer = curve((668, 170), (620, 120), (560, 98), (490, 68), (420, 56), (350, 84),
                     (296, 66))  # fmt: skip
    scene.shape(ribbon(streamer, 42), "white", 6.5, wobble=0.5)
    for i in range(10, len(streamer) - 16, 26):
        scene.line(streamer[i : i + 13] + np.array([0, -6]), 4.5, wobble=0)
        scene.line(streamer[i + 2 : i + 10] + np.array([0, 8]), 4.5, wobble=0)
    karim = CAST["karim"].dressed(top_colour="brown")
    who = _sprint(scene, karim, 748, 0.68, expression="shout", tilt=8)
    who.arm("near", (692, 212), "fist", -114, elbow=(722, 272))


# ---- the one who rests ----------------------------------------------------------------------


def _headband(head: Head) -> None:
    """Draw the champion's headband."""
    at = head.placement
    band = at.loop((-57, -18, "c"), (-50, -44), (-20, -62), (20, -64), (54, -44, "c"),
                   (54, -20, "c"), (22, -42), (-18, -40), (-44, -20), (-50, 2, "c"))  # fmt: skip
    head.scene.shape(band, "coral", head.width * 0.85)


def _coach(scene: Scene) -> None:
    """Draw the coach on a box: a finger at the lips, the stopwatch over the sleeper."""
    foot = _FLOOR - 66
    scene.shape(box_points(574, foot, 756, _FLOOR), "sand", 7.5)
    person = CAST["gloria"].dressed(top="sweater", top_colour="leaf", leg_colour="leaf")
    who = Figure(scene, person.styled(glasses=None), (668, foot - 148), (664, foot - 302), 1.0,
                 -1, 4, head_at=(-6, -66))  # fmt: skip
    who.leg("far", (632, foot), straight=True)
    who.leg("near", (694, foot), straight=True)
    who.arm("far", (526, 612), "fist", -116, 1, bend=1)
    _stopwatch(scene, 498, 544)
    who.torso()
    who.neck()
    head = who.head("stern", 0, view="profile", mouth="flat", eye="big", gaze=(0.6, 0))
    cap_on(head, "mustard", 50, 1, 2)
    who.arm("near", (572, 634), "point", -86, -1, elbow=(680, 690))


def _referee(scene: Scene) -> None:
    """Draw the bird that would love to blow the whistle."""
    at = bird(scene, 96, 484, 1.35, eye="open").inner(42, -46, degrees=4)
    body = union(area_of(at.loop((-4, -9, "c"), (34, -11, "c"), (34, 8), (-4, 4, "c"))),
                 at.region(ellipse(36, 5, 17)))  # fmt: skip
    scene.shape(body, "mustard", 6)
    scene.shape(at.region(ellipse(37, 6, 7)), "white", 4.6, halo=0)
    scene.shape(at.region(ellipse(58, 6, 6)), None, 4.6, halo=0, knock=False)


def _stopwatch(scene: Scene, x: float, y: float) -> None:
    scene.shape(ellipse(x + 4, y - 42, 10, 9), "grey", 5.5)
    scene.shape(ellipse(x, y, 37), "grey", 7.5)
    scene.shape(ellipse(x, y, 26), "white", 5, halo=0)
    scene.line(curve((x, y + 2), (x + 12, y - 13)), 6, (1, 0.6))


def _hammock() -> tuple[Array, Array, Array]:
    """Return the far rim, the near rim and the bottom, each from left to right."""
    far = curve((214, 540), (300, 660), (470, 730), (650, 690), (792, 550))
    near = curve((214, 548), (290, 708), (470, 770), (660, 730), (792, 558))
    low = curve((214, 552), (270, 740), (460, 862), (676, 800), (792, 562))
    return far, near, low


def _shin(who: Figure, start: tuple[float, float], foot: tuple[float, float], turn: float) -> None:
    """Draw a bare leg in a sports sock."""
    place = Placement(foot, 1.2, 1, turn)
    line = curve(start, place.point(-6, -22))
    skin = tube(line, [40, 36], end_cap=False)
    who.scene.patch(skin.region, who.person.skin, halo=2)
    half = len(skin.centre) // 2
    sock = tube(skin.centre[half:], [38, 40], end_cap=False)
    who.scene.patch(sock.region, "white")
    for i in (6, 12):
        who.scene.fill(ribbon(sock.centre[i : i + 4], 60), "teal", clip=sock.region)
    for side in (skin.left, skin.right):
        who.scene.line(side, 8, (0.9, 0.9))
    who.scene.line(curve(sock.left[0], sock.right[0]), 6, (0.9, 0.9))
    who.scene.shape(place.loop((-24, -26), (-26, -4), (-12, 4), (28, 3), (46, -6), (40, -20),
                               (16, -22), (0, -30)), "white", 7)  # fmt: skip


def _sleeper(scene: Scene) -> None:
    far, near, low = _hammock()
    scene.shape(np.vstack([far, low[::-1]]), "brown", 8)
    scene.shape(
        Placement((296, 640), 1, 1, 38).loop(
            (-70, -40), (60, -44), (76, 0), (60, 44), (-70, 40), (-84, 0)
        ),
        "white",
        7,
    )
    truus = CAST["truus"].styled(glasses=None)
    who = Figure(scene, truus, (560, 730), (412, 664), 1.22, 1, 12, head_at=(-66, -62))
    _shin(who, (606, 738), (760, 584), -62)
    _shin(who, (556, 748), (706, 626), -56)
    who.torso()
    who.neck()
    head = who.head("bliss", -38)
    _headband(head)
    cloth = scene.shape(np.vstack([near, low[::-1]]), "mustard", 8.5)
    for a, b in ((0.2, 0.36), (0.52, 0.68)):
        edges = [near * (1 - t) + low[np.linspace(0, len(low) - 1, len(near)).astype(int)] * t
                 for t in (a, b)]  # fmt: skip
        scene.fill(np.vstack([edges[0], edges[1][::-1]]), "white", clip=cloth)
    who.arm("near", (440, 850), "flat", 92, -1, bend=1)


def _ring(scene: Scene, tip: tuple[float, float], x: float, y: float) -> None:
    """Hang the hammock's `tip` on a ring that is screwed to a cabinet."""
    scene.shape(ellipse(x, y, 16), "mustard", 6.5)
    scene.shape(ellipse(x, y, 6.5), "white", 5, halo=0)
    scene.shape(tube(curve(tip, (x, y)), [15, 12]).region, "sand", 6)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=101, view=(-10, -6, 1020))
    scene.backdrop(
        [(40, 600), (70, 260), (280, 90), (620, 60), (900, 130), (970, 480), (930, 820), (500, 900),
         (100, 860)], "mist",
    )  # fmt: skip
    _runners(scene)
    _coach(scene)
    _cabinet(scene, 104, 440, 1, 3)
    _cabinet(scene, 896, 420, -1, -3)
    ground(scene, 20, 980, _FLOOR)
    _sleeper(scene)
    _ring(scene, (214, 548), 186, 566)
    _ring(scene, (792, 556), 816, 574)
    mug(scene, 350, 928, 1)
    _referee(scene)
    return scene
