"""Wees druk met rust: a nap at top level, coached to the second, while a long queue tiptoes."""

from typing import Final

import numpy as np

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Array, Placement, arc_lengths, corner, curve, loop
from samenspel_drawing.heads import Head
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, cap_on, ground, mug, rod
from samenspel_drawing.regions import ellipse, ribbon, tube

_FLOOR: Final = 956.0
_LEFT, _RIGHT = (118.0, 520.0), (640.0, 500.0)
"""Where the hammock hangs."""


def _sheet(scene: Scene, x: float, y: float, turn: float, size: float, lines: int = 2) -> None:
    """Draw a sheet of paper round (x, y)."""
    at = Placement((x, y), size, 1, turn)
    page = at.loop((-26, -34, "c"), (0, -38), (28, -32, "c"), (24, 0), (28, 36, "c"), (0, 32),
                   (-26, 36, "c"), (-30, 2))  # fmt: skip
    scene.shape(page, "white", 6, wobble=0.3)
    for i in range(lines):
        scene.line(at.spline([(-14, -14 + i * 16), (0, -17 + i * 16), (14, -13 + i * 16)]), 4.5,
                   wobble=0)  # fmt: skip


def _cabinet(scene: Scene) -> None:
    """Draw a filing cabinet that bursts; the hammock hangs on it."""
    at = Placement((84, _FLOOR), 1.0, 1, 2)
    for turn, dx in ((-22, -30), (4, 2), (24, 36)):
        x, top = at.point(dx, -478)
        _sheet(scene, float(x), float(top), turn, 0.85, 0)
    body = at.loop((-60, -460, "c"), (60, -460, "c"), (60, 0, "c"), (-60, 0, "c"))
    scene.shape(body, "navy", 8.5, wobble=0.6)
    for i in range(4):
        y = -448 + i * 110
        front = at.spline([(px, py, "c") for px, py in ((-48, y), (48, y), (48, y + 98),
                                                        (-48, y + 98))], True)  # fmt: skip
        scene.shape(front, "teal", 7, wobble=0.3)
        x, middle = at.point(0, y + 34)
        scene.fill(ellipse(float(x), float(middle), 18, 8), "white")


_QUEUE: Final = (
    ("bram", 936.0, 606.0, 0.50, "worried", "leaf"),
    ("gloria", 930.0, 812.0, 0.66, "surprise", "navy"),
)
"""Who stands behind the first: name, the toes' place, scale, face and colour."""

_BACK: Final = curve((866, 530), (806, 492), (730, 456), (640, 424), (540, 390), (440, 354),
                     (340, 318), (250, 284), (190, 264))  # fmt: skip
"""Where the others stand, on to the door."""


def _on_tiptoe(scene: Scene, name: str, x: float, y: float, k: float, mood: str,
               colour: str) -> Figure:  # fmt: skip
    """Draw legs, torso and head of somebody on tiptoe who faces left."""
    person = CAST[name].dressed(top_colour=colour)
    hip = (x + 6 * k, y - 166 * k)
    who = Figure(scene, person, hip, (x - 14 * k, hip[1] - 148 * k), k, -1, 4,
                 head_at=(-12 * k, -64 * k))  # fmt: skip
    who.leg("far", (x - 20 * k, y - 20 * k), -28, straight=True)
    who.leg("near", (x + 30 * k, y - 20 * k), -28, straight=True)
    who.torso()
    who.neck()
    who.head(mood, -4)
    return who


def _door(scene: Scene) -> None:
    """Draw the door out of which the queue comes."""
    frame = curve((92, 268, "c"), (96, 116, "c"), (186, 104, "c"), (186, 262, "c"))
    scene.shape(frame, "white", 7)
    scene.shape(curve((92, 268, "c"), (96, 116, "c"), (48, 96, "c"), (46, 284, "c")), "brown", 7)
    scene.dot(60, 196, 6)


def _far_queue(scene: Scene) -> None:
    """Draw the small ones whose faces nobody can see any more."""
    colours = ("teal", "mustard", "navy", "coral", "white", "brown", "leaf")
    skins = ("skin1", "skin3", "skin2", "skin1", "skin1", "skin3", "skin2", "skin1", "skin2")
    hairs = ("ink", "grey", "ink", "brown", "mustard", "ink", "coral", "ink", "grey", "brown",
             "ink")  # fmt: skip
    along = arc_lengths(_BACK)
    places: list[tuple[float, float, float]] = []
    at = 52.0
    while at < along[-1]:
        x, y = (float(np.interp(at, along, _BACK[:, i])) for i in (0, 1))
        k = 0.56 + 0.56 * (y - 262) / 338
        places.append((x, y, k))
        at += 99 * k
    for i, (x, y, k) in reversed(list(enumerate(places))):
        body = Placement((x, y), k)
        scene.solid(body.loop((-20, 2), (-18, -34, "c"), (18, -34, "c"), (20, 2), (4, 0), (0, -20),
                              (-4, 0)))  # fmt: skip
        scene.shape(body.loop((-28, -26, "c"), (-26, -72), (0, -92), (26, -72), (28, -26, "c")),
                    colours[i % 7], 6, halo=2)  # fmt: skip
        scene.shape(body.region(ellipse(-24, -108, 8, 7)), skins[i % 9], 5, halo=1)
        scene.shape(body.region(ellipse(-3, -112, 23, 27)), skins[i % 9], 6, halo=2)
        for dx in (-14, 1):
            eye_x, eye_y = (float(v) for v in body.point(dx, -114))
            scene.solid(ellipse(eye_x, eye_y, 2.6, 3.2))
        hair = body.loop((-22, -122, "c"), (-2, -126), (14, -112), (18, -94, "c"), (27, -118),
                         (8, -144), (-16, -138))  # fmt: skip
        if hairs[i % 11] == "ink":
            scene.solid(hair)
        else:
            scene.shape(hair, hairs[i % 11], 4.8, halo=1)
        scene.shape(body.loop((-50, -80, "c"), (-18, -84, "c"), (-16, -44, "c"), (-48, -40, "c")),
                    "white", 5.5, halo=1)  # fmt: skip


def _queue(scene: Scene) -> None:
    _door(scene)
    _far_queue(scene)
    for name, x, y, k, mood, colour in _QUEUE:
        who = _on_tiptoe(scene, name, x, y, k, mood, colour)
        hx, hy = x - 70 * k, y - 226 * k
        _sheet(scene, hx - 8 * k, hy - 14 * k, -10, 1.1 * k, 0 if k < 0.6 else 2)
        who.arm("near", (hx + 26 * k, hy + 8 * k), "fist", 184, -1)
    _first(scene)


def _first(scene: Scene) -> None:
    """Draw the first in the queue: on the toes of one foot, the laptop held out in silence."""
    person = CAST["tim"].dressed(top_colour="mustard", leg_colour="navy")
    who = Figure(scene, person, (826, 776), (806, 644), 0.9, -1, 4, head_at=(-12, -58))
    who.arm("far", (736, 738), "flat", -100, bend=1)
    who.leg("far", (740, 888), 4, knee=(748, 806))
    who.leg("near", (820, 930), -34, straight=True)
    who.torso()
    who.neck()
    who.head("alarm", -4, mouth="wobble")
    at = Placement((772, 712), 0.9, 1, -8)
    lid = at.loop((-58, -42, "c"), (58, -42, "c"), (58, 38, "c"), (-58, 38, "c"))
    scene.shape(lid, "grey", 7)
    scene.fill(at.region(ellipse(0, -4, 11)), "white")
    who.arm("near", (776, 752), "flat", 186, -1, bend=-1)


def _stopwatch(scene: Scene, x: float, y: float) -> None:
    scene.shape(ellipse(x + 4, y - 40, 10, 9), "grey", 5.5)
    scene.shape(ellipse(x, y, 35), "grey", 7.5)
    scene.shape(ellipse(x, y, 24), "white", 5, halo=0)
    scene.line(curve((x, y + 2), (x + 10, y - 12)), 6, (1, 0.6))


def _coach(scene: Scene) -> None:
    """Draw the coach: the stopwatch over the sleeper, a finger at the lips for the queue."""
    person = CAST["lotte"].dressed(top_colour="leaf", leg_colour="leaf")
    who = Figure(scene, person, (398, 712), (402, 540), 1.08, 1, -4, head_at=(8, -72))
    who.arm("near", (270, 496), "fist", -112, bend=1, elbow=(296, 600))
    _stopwatch(scene, 246, 426)
    who.torso()
    who.neck()
    head = who.head("stern", 0, view="profile", mouth="flat", eye="dot")
    cap_on(head, "mustard", 46, 1, 2)
    x, y = (float(v) for v in head.placement.point(58, 40))
    who.arm("far", (x + 15, y + 78), "hush", -94, elbow=(x + 22, y + 196))


def _hammock() -> tuple[Array, Array, Array]:
    """Return the far rim, the near rim and the bottom, each from left to right."""
    (a, b), (c, d) = _LEFT, _RIGHT
    far = curve((a, b), (190, 650), (330, 712), (500, 672), (c, d))
    near = curve((a, b + 6), (180, 690), (330, 756), (510, 712), (c, d + 6))
    low = curve((a, b + 10), (164, 722), (320, 850), (526, 786), (c, d + 10))
    return far, near, low


def _shin(who: Figure, start: tuple[float, float], foot: tuple[float, float], turn: float) -> None:
    """Draw a bare leg in a sports sock."""
    place = Placement(foot, 1.1, 1, turn)
    line = curve(start, place.point(-6, -22))
    skin = tube(line, [38, 34], end_cap=False)
    who.scene.patch(skin.region, who.person.skin, halo=2)
    half = len(skin.centre) // 2
    sock = tube(skin.centre[half:], [36, 38], end_cap=False)
    who.scene.patch(sock.region, "white")
    for i in (4, 9):
        who.scene.fill(ribbon(sock.centre[i : i + 4], 60), "coral", clip=sock.region)
    for side in (skin.left, skin.right):
        who.scene.line(side, 8, (0.9, 0.9))
    who.scene.line(curve(sock.left[0], sock.right[0]), 6, (0.9, 0.9))
    who.scene.shape(place.loop((-24, -26), (-26, -4), (-12, 4), (28, 3), (46, -6), (40, -20),
                               (16, -22), (0, -30)), "white", 7)  # fmt: skip


def _headband(head: Head) -> None:
    at = head.placement
    band = at.loop((-46, -34, "c"), (-34, -54), (0, -66), (36, -56), (48, -36, "c"),
                   (46, -18, "c"), (20, -36), (-10, -38), (-40, -22), (-50, -6, "c"))  # fmt: skip
    head.scene.shape(band, "coral", head.width * 0.85)


def _sleeper(scene: Scene) -> None:
    far, near, low = _hammock()
    scene.shape(np.vstack([far, low[::-1]]), "brown", 8)
    pillow = Placement((196, 632), 1, 1, 40)
    scene.shape(pillow.loop((-70, -40), (60, -44), (76, 0), (60, 44), (-70, 40), (-84, 0)),
                "white", 7)  # fmt: skip
    look = CAST["willem"].dressed(top="shirt", top_colour="white", build="belly", tie=None)
    look = look.styled(glasses=None)
    who = Figure(scene, look, (424, 722), (296, 660), 1.18, 1, 12, head_at=(-64, -58))
    _shin(who, (470, 716), (606, 566), -60)
    _shin(who, (424, 730), (550, 614), -54)
    who.torso()
    tie = [who.at(u, v) for u, v in ((0.94, 0.1), (0.96, 0.42), (0.7, 0.5), (0.3, 0.62),
                                     (0.16, 0.34), (0.3, 0.12), (0.7, 0.26))]  # fmt: skip
    scene.shape(loop(*(corner(place) for place in tie)), "teal", 6.5)
    who.neck()
    head = who.head("bliss", -38, mouth="smile")
    _headband(head)
    cloth = scene.shape(np.vstack([near, low[::-1]]), "mustard", 8.5)
    for a, b in ((0.2, 0.36), (0.52, 0.68)):
        edges = [near * (1 - t) + low[np.linspace(0, len(low) - 1, len(near)).astype(int)] * t
                 for t in (a, b)]  # fmt: skip
        scene.fill(np.vstack([edges[0], edges[1][::-1]]), "white", clip=cloth)
    who.arm("near", (318, 858), "relax", 92, -1, bend=1)


def _parked(scene: Scene) -> None:
    """Draw what the sleeper has put away: jacket, shoes, folder and telephone."""
    at = Placement((524, 716), 1, 1, -10)
    for way in (-1, 1):
        sleeve = tube(at.spline([(44 * way, 6), (74 * way, 66), (66 * way, 146)]), [40, 40, 36])
        scene.shape(sleeve.region, "teal", 7.5)
    scene.shape(at.loop((-24, -22, "c"), (24, -22, "c"), (58, 0), (54, 80), (58, 156, "c"),
                        (-58, 156, "c"), (-54, 80), (-58, 0)), "teal", 8)  # fmt: skip
    scene.shape(at.loop((-24, -22, "c"), (24, -22, "c"), (0, 74, "c")), "mist", 6)
    scene.line(at.spline([(-26, -18), (-44, 26, "c"), (-24, 28, "c"), (0, 76)]), 6, (0.8, 0.8))
    scene.line(at.spline([(26, -18), (44, 26, "c"), (24, 28, "c"), (0, 76)]), 6, (0.8, 0.8))
    scene.line(at.spline([(0, 74), (1, 156)]), 6, (0.8, 0.8))
    for down in (92, 118):
        button = at.point(12, down)
        scene.dot(float(button[0]), float(button[1]), 4.4)
    for x in (410, 484):
        shoe = Placement((x, _FLOOR - 4), 1.25, 1)
        scene.shape(
            shoe.loop(
                (-24, -34, "c"),
                (-26, -3),
                (-20, 2, "c"),
                (36, 2, "c"),
                (44, -4),
                (38, -14),
                (16, -20),
                (4, -32, "c"),
                (-10, -27),
            ),
            "brown",
            7,
        )
        scene.line(shoe.spline([(-24, -6), (8, -6), (42, -7)]), 5)
    folder = Placement((590, _FLOOR - 2))
    scene.shape(folder.loop((-54, -26, "c"), (54, -26, "c"), (54, 0, "c"), (-54, 0, "c")),
                "mustard", 7)  # fmt: skip
    scene.shape(folder.loop((-30, -42, "c"), (30, -42, "c"), (32, -27, "c"), (-32, -27, "c")),
                "navy", 6.5)  # fmt: skip


def _pole(scene: Scene) -> None:
    """Draw the coat stand on which the hammock's other end hangs."""
    rod(scene, (664, 470), (664, _FLOOR), 17, "brown", 7)
    scene.shape(ellipse(664, 462, 15), "mustard", 6)


def _ring(scene: Scene, tip: tuple[float, float], x: float, y: float) -> None:
    """Hang the hammock's `tip` on a ring."""
    scene.shape(tube(curve(tip, (x, y)), [15, 12]).region, "sand", 6)
    scene.shape(ellipse(x, y, 13), "mustard", 6)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=101, view=(12, 12, 998))
    scene.backdrop(
        [(50, 620), (60, 240), (240, 60), (620, 120), (900, 250), (980, 520), (950, 820),
         (500, 930), (90, 860)], "mist",
    )  # fmt: skip
    _queue(scene)
    _coach(scene)
    _cabinet(scene)
    _pole(scene)
    ground(scene, 20, 980, _FLOOR)
    _sleeper(scene)
    _parked(scene)
    _ring(scene, _LEFT, 104, 508)
    _ring(scene, _RIGHT, 664, 500)
    mug(scene, 206, 928, 1)
    bird(scene, 96, 444, 0.8)
    return scene
