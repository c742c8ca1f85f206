"""The five conditions' pictograms in full colour, for discs of 20 to 60 mm.

They are drawn on a sheet of 600 x 600 u that becomes the canvas of 1000, so that the kit's lines
come out bolder than in the cartoons. Every motif stays in a circle of 285 u round (300, 300).
"""

import numpy as np

from samenspel_drawing.geometry import Knot, Placement, curve, loop, spline
from samenspel_drawing.hands import hand_pose
from samenspel_drawing.plates import Scene
from samenspel_drawing.printed import PICTOGRAM_MM, thinnest_at
from samenspel_drawing.props import bird, mug
from samenspel_drawing.regions import ellipse, tube

_MAIN, _FINE = 9.0, 6.0
_DISC = ellipse(300, 300, 284)
_RIM = ellipse(300, 300, 400).difference(ellipse(300, 300, 266))


def _sheet(seed: int, view: tuple[float, float, float] = (0, 0, 600)) -> Scene:
    thinnest = thinnest_at(PICTOGRAM_MM)
    return Scene(seed=seed, offset=(3.6, 4.0), halo=3.6, view=view, thinnest=thinnest)


def _fist(
    scene: Scene, wrist: tuple[float, float], degrees: float, skin: str, sleeve: str,
    flip: float = 1, bow: float = 0,
) -> None:  # fmt: skip
    """Draw a closed hand, its fingers along `degrees`, and the arm back to the disc's rim.

    The sleeve is open where it leaves the disc: somebody stands outside the picture.
    """
    at = Placement(wrist, 1.25, 1, degrees)
    at.matrix = at.matrix @ np.diag([1.0, flip])
    pose = hand_pose("fist")
    scene.shape(at.region(pose.region), skin, _MAIN)
    for crease in pose.creases:
        scene.line(at.spline(crease), _FINE * 0.9, (0.4, 0.3), wobble=0.3)
    arm = tube(at.spline([(4, 0), (-60, bow * 0.3), (-240, bow)]), [56, 66, 86], start_cap=False)
    scene.shape(arm.region.intersection(_DISC), sleeve, _MAIN, gap=_RIM)
    cuff = at.loop((10, -24, "c"), (13, 0), (10, 24, "c"), (-4, 25, "c"), (-2, 0), (-4, -25, "c"))
    scene.shape(cuff, "white", 7, halo=0)


def ambitie() -> Scene:
    """Draw one kite, flown by three hands on three strings."""
    scene = _sheet(3)
    top, right, bottom, left, middle = (420, 62), (520, 258), (238, 372), (224, 140), (338, 200)
    tail = curve(bottom, (170, 372), (112, 330), (128, 262), (96, 214), (66, 226))
    scene.line(tail, 6.5)
    for x, y, degrees in ((116, 320, 70), (116, 238, 100)):
        at = Placement((x, y), 0.62, 1, degrees)
        for side in (-1, 1):
            wing = at.loop((0, -6, "c"), (side * 52, -30), (side * 54, 30), (0, 6, "c"))
            scene.shape(wing, "teal", 6.5)
    sail = scene.shape(spline([(*top, "c"), (*right, "c"), (*bottom, "c"), (*left, "c")], True),
                       "mustard", _MAIN)  # fmt: skip
    for a, b in ((top, left), (bottom, right)):
        panel = spline([(*a, "c"), (*b, "c"), (*middle, "c")], True)
        scene.fill(panel, "teal", clip=sail)
    scene.line(curve(top, bottom), 7, (0.9, 0.9), clip=sail)
    scene.line(curve(left, right), 7, (0.9, 0.9), clip=sail)
    ends = ((182, 400), (300, 436), (428, 392))
    for x, y in ends:
        scene.line(curve(middle, ((middle[0] + x) / 2 + 6, (middle[1] + y) / 2 + 8), (x, y)), 5.6,
                   (0.8, 0.9))  # fmt: skip
    _fist(scene, (166, 434), -64, "skin3", "coral", bow=-22)
    _fist(scene, (298, 470), -88, "skin1", "navy", bow=8)
    _fist(scene, (444, 424), -118, "skin2", "leaf", -1, bow=-22)
    bird(scene, 316, 104, 1.15, -1)
    return scene


def _fish(scene: Scene, x: float, y: float, flip: float) -> None:
    at = Placement((x, y), 1, flip)
    scene.shape(at.loop((-20, 0, "c"), (-48, -20), (-42, 0), (-50, 22)), "mustard", 6, halo=0)
    scene.shape(
        at.loop((40, 0), (20, -20), (-10, -16), (-28, 0), (-10, 16), (20, 20)), "mustard", 7
    )
    scene.solid(at.region(ellipse(20, -5, 4.6)))


def belangen() -> Scene:
    """Draw an iceberg: a small white tip, and below the water three colours that carry it."""
    scene = _sheet(5)
    sea = loop((34, 264, "c"), (300, 268), (566, 264, "c"), (556, 400), (452, 540), (300, 578),
               (150, 542), (46, 400))  # fmt: skip
    scene.patch(sea, "mist")
    tip = scene.shape(loop((178, 280, "c"), (240, 142, "c"), (290, 186, "c"), (350, 92, "c"),
                           (408, 200, "c"), (446, 280, "c")), "white", _MAIN)  # fmt: skip
    shade = loop((350, 92, "c"), (446, 282, "c"), (362, 282, "c"), (336, 196, "c"))
    scene.fill(shade, "grey", clip=tip)
    rim: list[Knot] = [(132, 268, "c"), (84, 352, "c"), (134, 436, "c"), (214, 470, "c"),
                       (286, 560, "c"), (408, 506, "c"), (440, 424, "c"), (516, 374, "c"),
                       (474, 268, "c")]  # fmt: skip
    mass = scene.shape(spline(rim, True), "teal", _MAIN)
    hub, left, right = (304, 392), (134, 436), (516, 374)
    scene.fill(spline([(270, 260, "c"), (600, 260, "c"), (*right, "c"), (*hub, "c")], True),
               "mustard", clip=mass)  # fmt: skip
    scene.fill(spline([(*hub, "c"), (*right, "c"), (404, 560, "c"), (250, 600, "c"), (*left, "c")],
                      True), "navy", clip=mass)  # fmt: skip
    for end in (left, right, (272, 268)):
        scene.line(curve(hub, end), 7, (0.8, 0.8), clip=mass)
    surface: list[Knot] = [(30, 262), (92, 278), (154, 258), (216, 278), (278, 258), (340, 278),
                           (402, 258), (464, 278), (522, 258), (570, 268)]  # fmt: skip
    scene.knock(tube(spline(surface), [28, 28]).region, 0)
    scene.line(spline(surface), _MAIN * 1.15, (0.5, 0.5))
    bird(scene, 352, 92, 1.05, -1)
    _fish(scene, 480, 456, -1)
    return scene


def _held_mug(scene: Scene, side: int, cloth: str, colour: str, skin: str) -> None:
    """Draw one raised mug in a hand that comes from the left (`side` -1) or the right."""
    at = Placement((300 + side * 92, 316), 3.5, -side, -side * 14)
    scene.shape(at.region(ellipse(-22, -2, 16)), colour, _MAIN)
    scene.shape(at.region(ellipse(-22, -2, 7)), None, _MAIN * 0.8, halo=0)
    body = scene.shape(
        at.loop((-22, -30, "c"), (22, -30, "c"), (19, 24), (15, 29, "c"), (-15, 29, "c"),
                (-19, 24)), colour, _MAIN,
    )  # fmt: skip
    band = at.loop((-30, -6, "c"), (30, -6, "c"), (30, 8, "c"), (-30, 8, "c"))
    scene.fill(band, "white", clip=body)
    wrist = at.point(-42, 4)
    turn = 26.0
    _fist(scene, (float(wrist[0]), float(wrist[1])), -turn if side < 0 else 180 + turn, skin, cloth,
          -side)  # fmt: skip


def relatie() -> Scene:
    """Draw two hands that clink their mugs; the bird joins in with its own."""
    scene = _sheet(8)
    for x, y, degrees, k in ((300, 112, 0, 1.5), (206, 152, -16, 1.05), (394, 152, 16, 1.05)):
        at = Placement((x, y), k, 1, degrees)
        drop = at.loop((0, -46, "c"), (14, -14), (24, 10), (14, 30), (0, 34), (-14, 30), (-24, 10),
                       (-14, -14))  # fmt: skip
        scene.shape(drop, "brown", 8)
        shine = at.spline([(-11, 6), (-10, 16), (-4, 22)])
        scene.cut_in(tube(shine, [7 * k, 7 * k]).region, "white")
    _held_mug(scene, -1, "navy", "teal", "skin3")
    _held_mug(scene, 1, "leaf", "mustard", "skin1")
    scene.line(curve((176, 558), (290, 561), (424, 557)), 7, (0.3, 0.3))
    bird(scene, 276, 556, 1.6, 1)
    mug(scene, 372, 494, 1.0, flip=-1, steam=False, degrees=-8)
    return scene


def organisatie() -> Scene:
    """Draw a light tent with an open flap and a mug ready on a crate inside."""
    scene = _sheet(13, (-4, 8, 618))
    scene.line(curve((70, 470), (200, 474), (420, 468), (552, 472)), 7, (0.2, 0.2))
    scene.line(curve((444, 148), (528, 380), (548, 452)), 5.6, (0.9, 0.9))
    scene.line(curve((190, 150), (96, 390), (74, 452)), 5.6, (0.9, 0.9))
    for x in (548, 72):
        scene.line(curve((x - 5, 446), (x + 5, 480)), 9, (0.9, 0.6))
    cloth = loop((196, 144, "c"), (320, 154), (440, 140, "c"), (478, 310), (540, 468, "c"),
                 (360, 472, "c"), (262, 300))  # fmt: skip
    roof = scene.shape(cloth, "navy", _MAIN)
    for x in (270, 345, 420):
        stripe = loop((x - 34, 130), (x + 20, 300), (x + 118, 480), (x + 150, 480), (x + 52, 300),
                      (x - 2, 130))  # fmt: skip
        scene.fill(stripe, "white", clip=roof)
        for edge in (((x - 34, 130), (x + 20, 300), (x + 118, 480)),
                     ((x - 2, 130), (x + 52, 300), (x + 150, 480))):  # fmt: skip
            scene.line(curve(*edge), 5, (0.9, 0.9), clip=roof)
    scene.shape(loop((196, 144, "c"), (262, 310), (368, 472, "c"), (82, 472, "c"), (148, 310)),
                "mustard", _MAIN)  # fmt: skip
    scene.shape(loop((198, 220, "c"), (238, 350), (296, 472, "c"), (134, 472, "c"), (172, 350)),
                "ink", 0)  # fmt: skip
    cup = Placement((222, 440), 1.05)
    scene.cut_in(cup.region(ellipse(-19, -4, 13).difference(ellipse(-19, -4, 6.5))), "white")
    scene.cut_in(cup.loop((-19, -22, "c"), (19, -22, "c"), (15, 20), (11, 25, "c"), (-11, 25, "c"),
                          (-15, 20)), "white")  # fmt: skip
    bird(scene, 350, 150, 1.25, -1)
    return scene


def _stone(scene: Scene, x: float, y: float, k: float, colour: str) -> None:
    """Draw a rock that sticks out of the water, its flat top round (x, y)."""
    at = Placement((x, y), k)
    side = at.loop((-108, -4), (-138, 40), (-142, 88, "c"), (-40, 94), (60, 94), (140, 86, "c"),
                   (132, 36), (106, -8), (40, -34), (-44, -32))  # fmt: skip
    scene.shape(side, "grey", _MAIN)
    top = at.loop((-92, -4), (-50, -26), (10, -30), (62, -24), (94, -4), (56, 14), (-6, 18),
                  (-60, 12))  # fmt: skip
    scene.fill(top, colour)
    scene.line(at.spline([(-100, 2), (-58, 20), (-4, 25), (58, 20), (98, 2)]), 6.5, (0.5, 0.5))
    scene.line(at.spline([(66, 44), (84, 58), (80, 74)]), 6.5, (0.8, 0.3))
    scene.line(at.spline([(144, 88), (166, 98), (192, 90)]), 6.5, (0.6, 0.6))


def _leg(scene: Scene, hip: tuple[float, float], knee: tuple[float, float],
         ankle: tuple[float, float], cloth: str) -> None:  # fmt: skip
    """Draw a leg that comes into the picture from above, down to its shoe."""
    at = Placement((ankle[0] + 10, ankle[1] + 30), 1.9, 1)
    scene.solid(at.loop((-22, -18), (-24, -3), (-18, 2, "c"), (34, 2, "c"), (42, -4), (36, -14),
                        (16, -20), (4, -26)))  # fmt: skip
    limb = tube(curve(hip, knee, ankle), [92, 78, 66], start_cap=False, end_cap=False)
    scene.shape(limb.region.intersection(_DISC), cloth, _MAIN, gap=_RIM)


def proces() -> Scene:
    """Draw rocks across the water and somebody halfway, one step at a time; the bird waits."""
    scene = _sheet(17, (-15, -15, 630))
    scene.patch(loop((24, 330), (60, 180), (180, 70), (330, 40), (480, 90), (562, 246), (546, 430),
                     (430, 550), (250, 578), (90, 492)), "mist")  # fmt: skip
    for x, y, k, colour in ((444, 318, 0.5, "sand"), (328, 386, 0.6, "mustard"),
                            (206, 436, 0.7, "sand")):  # fmt: skip
        _stone(scene, x, y, k, colour)
    _leg(scene, (272, 40), (356, 190), (330, 352), "navy")
    _leg(scene, (232, 50), (236, 230), (200, 396), "navy")
    shore = loop((440, 246, "c"), (458, 212), (504, 186), (546, 192, "c"), (556, 258, "c"),
                 (496, 262))  # fmt: skip
    scene.shape(shore, "leaf", _MAIN)
    bird(scene, 496, 202, 1.1, -1)
    for x, y, w in ((96, 330, 52), (440, 440, 60), (356, 528, 56), (120, 250, 44)):
        ripple = curve((x - w / 2, y), (x - w / 4, y + 9), (x, y), (x + w / 4, y + 9),
                       (x + w / 2, y))  # fmt: skip
        scene.line(ripple, 6.5, (0.6, 0.6))
    return scene
