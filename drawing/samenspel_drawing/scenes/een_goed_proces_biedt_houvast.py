"""Een goed proces biedt houvast: a gale on the stair, but the rail with its four knobs holds."""

from typing import Final

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline, vec
from samenspel_drawing.limbs import draw_hand
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, mug, rod
from samenspel_drawing.regions import area_of, ellipse, tube, union

_STEPS: Final = ((40.0, 912.0), (262.0, 822.0), (476.0, 732.0), (690.0, 642.0))
"""Left edge and height of each tread."""
_RIGHT, _FLOOR = 966.0, 976.0
_POSTS: Final = ((78.0, 762.0), (284.0, 672.0), (498.0, 582.0), (706.0, 492.0))
"""The knobs on the posts; the rail runs flat from each and climbs the next post."""


def _stair(scene: Scene) -> None:
    knots: list[Knot] = [(_STEPS[0][0], _FLOOR, "c")]
    for x, y in _STEPS:
        if knots[-1][1] != _FLOOR:
            knots.append((x, float(knots[-1][1]), "c"))
        knots.append((x, y, "c"))
    knots += [(_RIGHT, _STEPS[-1][1], "c"), (_RIGHT, _FLOOR, "c")]
    scene.shape(spline(knots, True), "sand", 8.5)
    rights = [x for x, _ in _STEPS[1:]] + [_RIGHT]
    for (left, y), right in zip(_STEPS, rights, strict=True):
        tread = loop((left - 14, y, "c"), (right, y, "c"), (right, y + 24, "c"),
                     (left - 14, y + 24, "c"))  # fmt: skip
        scene.shape(tread, "brown", 7.5)
    for x, y, wide in ((330, 880, 60), (372, 924, 48), (536, 800, 62), (430, 856, 46),
                       (730, 712, 62), (880, 742, 56), (818, 700, 46), (900, 930, 48)):  # fmt: skip
        brick = loop((x, y, "c"), (x + wide, y + 1, "c"), (x + wide, y + 24, "c"),
                     (x, y + 25, "c"))  # fmt: skip
        scene.shape(brick, "grey", 5)
    arch = loop((588, _FLOOR, "c"), (592, 900), (640, 838), (716, 816), (792, 838), (840, 900),
                (844, _FLOOR, "c"))  # fmt: skip
    scene.shape(arch, "mist", 7.5)


def _rail(scene: Scene) -> None:
    for (x, y), (_, foot) in zip(_POSTS, _STEPS, strict=True):
        rod(scene, (x, y), (x, foot - 4), 15, "teal", 6.5)
    knots: list[Knot] = []
    for x, y in _POSTS:
        if knots:
            knots += [(x - 18, float(knots[-1][1])), (x, float(knots[-1][1]) - 18)]
        knots += [(x, y + 34), (x + 18, y + 16)]
    knots += [(_RIGHT - 18, _POSTS[-1][1] + 16)]
    scene.shape(tube(spline(knots), [17.0, 17.0]).region, "teal", 7)
    for x, y in _POSTS:
        scene.shape(ellipse(x, y - 6, 29), "mustard", 7.5)
        scene.line(curve((x - 15, y - 10), (x - 9, y - 20), (x + 2, y - 23)), 5, wobble=0.4)


def _cloud(scene: Scene) -> None:
    """Draw the gale: a cloud in profile that blows with a round cheek."""
    puffs = [(892, 118, 74), (946, 84, 40), (830, 76, 44), (950, 160, 40), (898, 54, 44),
             (904, 204, 40), (852, 210, 34)]  # fmt: skip
    for y, tilt in ((172, 14), (196, -14)):
        scene.shape(ellipse(772, y, 17, 12, tilt), "pink", 6.5, halo=0)
    nose = loop((836, 96), (800, 92), (770, 116), (772, 138), (800, 150), (840, 146))
    face = [area_of(nose), ellipse(826, 182, 46, 44), *(ellipse(*p) for p in puffs)]
    scene.shape(union(*face), "grey", 8.5)
    scene.fill(ellipse(828, 186, 24, 22), "pink")
    scene.line(curve((868, 158), (872, 186), (852, 214)), 6.5, (0.2, 0.2))
    scene.line(curve((802, 150), (820, 146), (834, 134)), 6, (0.6, 0.2))
    scene.line(curve((806, 70), (826, 76), (842, 92)), 10, (0.7, 0.4))
    scene.line(curve((868, 96), (890, 78), (914, 76)), 10, (0.4, 0.7))
    scene.line(curve((816, 106), (832, 117), (846, 118)), 8, (0.5, 0.8), wobble=0.3)
    scene.line(curve((874, 118), (888, 116), (904, 105)), 8, (0.8, 0.5), wobble=0.3)


def _wind(scene: Scene) -> None:
    gusts = (
        ((742, 172), (690, 128), (590, 88), (440, 86), (330, 116), (296, 160), (322, 184),
         (344, 160)),
        ((736, 186), (708, 172), (676, 148)),
        ((540, 128), (490, 124), (440, 130), (390, 128)), ((510, 172), (450, 166), (404, 170)),
        ((236, 474), (180, 462), (120, 470), (50, 462)), ((214, 512), (160, 506), (104, 510)),
        ((530, 488), (470, 478), (400, 484)), ((340, 452), (310, 448), (260, 452)),
        ((196, 276), (150, 270), (110, 276), (62, 270)), ((218, 308), (150, 300), (60, 306)),
    )  # fmt: skip
    for gust in gusts:
        scene.line(spline(gust), 6, (0.2, 0.3))
    drops = ((120, 560), (64, 620), (966, 330), (300, 540), (56, 370), (700, 70), (300, 60))
    for x, y in drops:
        scene.line(curve((x, y), (x - 30, y + 26)), 4.8, (0.4, 0.3), wobble=0.5)


def _lost_shoe(scene: Scene) -> None:
    at = Placement((164, 392), 1.25, -1, 34)
    shoe = scene.shape(at.loop((-24, -38, "c"), (-27, -3), (-22, 4, "c"), (38, 4, "c"), (45, -4),
                               (38, -16), (14, -22), (4, -36, "c"), (-10, -32)),
                       "brown", 6.5)  # fmt: skip
    scene.line(at.spline([(-28, -6), (10, -7), (46, -7)]), 5, clip=shoe)
    scene.line(at.spline([(2, -30), (16, -40), (30, -36)]), 4.6, (0.8, 0.3))


def _umbrella(scene: Scene) -> None:
    """Draw an umbrella, blown inside out."""
    at = Placement((140, 170), 1.05, 1, -38)
    scene.line(at.spline([(0, -6), (0, 110), (8, 126), (24, 122), (26, 108)]), 7, (1, 0.9))
    cup = at.loop((-94, -66, "c"), (-70, -20), (0, 8), (70, -20), (94, -66, "c"), (48, -44),
                  (30, -70, "c"), (0, -40), (-30, -70, "c"), (-48, -44))  # fmt: skip
    body = scene.shape(cup, "teal", 7.5)
    for x in (-30, 30):
        scene.line(at.spline([(x, -68), (x * 0.7, -30), (0, 8)]), 5, (0.8, 0.6), clip=body)


def _walker(scene: Scene, name: str, x: float, floor: float, size: float, lean: float) -> Figure:
    """Draw legs, torso and neck of somebody who climbs into the wind."""
    hip = (x, floor - 148 * size)
    who = Figure(scene, CAST[name], hip, (x + lean, hip[1] - 150 * size), size, 1, 4)
    who.leg("far", (x + 26 * size, floor), straight=True)
    who.leg("near", (x - 28 * size, floor), straight=True)
    who.torso()
    who.neck()
    return who


def _file(scene: Scene) -> tuple[list[tuple[Figure, Knot]], Figure]:
    """Draw the calm file; return who still has to lay a hand on the rail, where, and the child."""
    truus = _walker(scene, "truus", 172, _STEPS[0][1], 0.72, 8)
    truus.head("calm", 4)
    karim = _walker(scene, "karim", 388, _STEPS[1][1], 0.7, 10)
    karim.head("bliss", 4)
    x, y = 604, _STEPS[2][1]
    zoe = Figure(scene, CAST["zoe"].dressed(top_colour="leaf"), (x, y - 88), (x + 4, y - 178),
                 0.88, 1, head_at=(-4, -48))  # fmt: skip
    zoe.leg("far", (x + 15, y), straight=True)
    zoe.leg("near", (x - 15, y), straight=True)
    zoe.torso()
    zoe.neck()
    zoe.arm("near", (574, 622), "stump", -90, elbow=(556, 632))
    zoe.arm("far", (642, 622), "stump", -90, elbow=(658, 632))
    zoe.head("happy", 15, face=-1, gaze=(0.5, -1))
    naomi = _walker(scene, "naomi", 868, _STEPS[3][1], 0.72, 12)
    naomi.head("calm", 4, view="profile")
    return [(truus, (238, 778)), (karim, (452, 688)), (naomi, (918, 508))], zoe


def _scarf(scene: Scene) -> None:
    scarf = loop((612, 300, "c"), (570, 282), (520, 286), (470, 262), (410, 268, "c"), (424, 290),
                 (408, 304, "c"), (470, 300), (520, 322), (570, 318), (612, 340, "c"))  # fmt: skip
    cloth = scene.shape(scarf, "mustard", 7)
    for x in (424, 480, 536):
        scene.fill(loop((x, 240, "c"), (x + 20, 240, "c"), (x + 26, 350, "c"), (x + 6, 350, "c")),
                   "white", clip=cloth)  # fmt: skip


def _flyer(scene: Scene) -> None:
    person = CAST["gerrit"].dressed(top_colour="coral", leg_colour="navy").styled(nose="bulb")
    who = Figure(scene, person, (452, 336), (624, 352), 1.14, 1, 10, head_at=(72, -52))
    mug(scene, 602, 204, 1.35)
    who.arm("far", (536, 216), "fist", -10, bend=-1, shoulder=(576, 322))
    who.leg("far", (276, 268), 100, straight=True, shoe="sock")
    who.leg("near", (262, 352), 96, straight=True)
    who.torso()
    who.neck()
    _scarf(scene)
    who.head("happy", 2, mouth="smile")
    who.grip("near", (780, 508), 0, bend=1)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=71, view=(-23, -23, 1050))
    scene.backdrop(
        [(46, 700), (70, 320), (240, 90), (560, 50), (880, 110), (960, 420), (930, 760), (500, 820),
         (90, 900)], "mist",
    )  # fmt: skip
    _wind(scene)
    _cloud(scene)
    _umbrella(scene)
    _lost_shoe(scene)
    _stair(scene)
    hands, zoe = _file(scene)
    _rail(scene)
    for who, at in hands:
        who.grip("near", at, 0)
    for x, flip in ((574, 1), (642, -1)):
        draw_hand(zoe, vec(x, 618), "fist", -90, flip)
    _flyer(scene)
    bird(scene, 82, 728, 1.2)
    return scene
