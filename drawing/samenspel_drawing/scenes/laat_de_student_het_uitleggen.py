"""Laat de student het uitleggen: her line leaves the plan and goes on over the bosses."""

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.geometry import Knot, Placement, curve, loop
from samenspel_drawing.plates import Scene
from samenspel_drawing.props import bird, box_points, mug
from samenspel_drawing.regions import ribbon


def _plan(scene: Scene) -> None:
    """Draw the plan: neat boxes, neat arrows."""
    scene.shape(box_points(40, 50, 470, 470), "white", 9)
    boxes = ((86, 90), (300, 90), (86, 218), (300, 218))
    for x, y in boxes:
        scene.shape(box_points(x, y, x + 118, y + 78), "mist", 7)
        scene.line(curve((x + 22, y + 30), (x + 96, y + 30)), 5.5, (0.9, 0.9), wobble=0.3)
        scene.line(curve((x + 22, y + 52), (x + 74, y + 52)), 5.5, (0.9, 0.9), wobble=0.3)
    for a, b in (((210, 128), (292, 128)), ((358, 172), (358, 210)), ((294, 258), (212, 258))):
        scene.line(curve(a, b), 7, (1, 1), wobble=0.3)
        size = max(abs(b[0] - a[0]), abs(b[1] - a[1]))
        dx, dy = (b[0] - a[0]) / size, (b[1] - a[1]) / size
        tip: list[Knot] = [
            (b[0] - 16 * dx + 12 * dy, b[1] - 16 * dy + 12 * dx),
            (b[0], b[1], "c"),
            (b[0] - 16 * dx - 12 * dy, b[1] - 16 * dy - 12 * dx),
        ]
        scene.line(curve(*tip), 7, (0.9, 0.9), wobble=0)


def _house(scene: Scene, x: float, y: float) -> None:
    at = Placement((x, y))
    scene.shape(at.loop((-26, 0, "c"), (-26, -34, "c"), (26, -34, "c"), (26, 0, "c")), "white", 6.5)
    scene.shape(at.loop((-36, -32, "c"), (0, -64, "c"), (36, -32, "c")), "coral", 6.5)
    scene.fill(at.loop((-8, 0, "c"), (-8, -20, "c"), (8, -20, "c"), (8, 0, "c")), "brown")


def _bosses(scene: Scene) -> list[tuple[Figure, float]]:
    """Draw the three behind the table; return them, for their hands come later, and where."""
    rob = CAST["rob"].dressed(top_colour="mustard", tie="teal")
    left = Figure(scene, rob, (312, 826), (318, 630), 1.22, 1, 3)
    left.torso()
    left.neck()
    left.head("alarm", 0, view="front", gaze=(0.6, 0.8))
    dewi = CAST["dewi"].dressed(top_colour="navy")
    middle = Figure(scene, dewi, (516, 826), (516, 610), 1.22, 1, -3)
    middle.torso()
    middle.neck()
    middle.head("sceptic", -3, eye="half", mouth="frown", gaze=(0.4, 0.6))
    bram = CAST["bram"].dressed(top_colour="leaf", stripes=None)
    right = Figure(scene, bram, (704, 826), (700, 650), 1.16, 1, 3)
    right.torso()
    right.neck()
    right.head("surprise", 6, gaze=(0.4, 1))
    return [(left, 250.0), (middle, 470.0), (right, 650.0)]


def _table(scene: Scene) -> None:
    for x in (96, 884):
        scene.shape(box_points(x - 20, 860, x + 20, 966), "brown", 8)
    top = loop((70, 796, "c"), (920, 796, "c"), (972, 862, "c"), (24, 862, "c"))
    scene.shape(top, "mist", 8.5)
    scene.shape(box_points(22, 862, 974, 892), "brown", 8.5)


def _route(scene: Scene) -> None:
    """Draw her line: from her door over the plan, three people, to the tip of her pen."""
    line = curve((130, 424), (160, 360), (218, 366), (204, 420), (240, 428), (290, 420), (318, 474),
                 (356, 590), (400, 640), (446, 600), (478, 590), (520, 596), (548, 640), (500, 700),
                 (524, 756), (590, 744), (630, 690), (676, 690), (690, 730),
                 (736, 712))  # fmt: skip
    scene.patch(ribbon(line, 17), "coral")


def _student(scene: Scene) -> Figure:
    """Draw the student, whose hand with the pen is still to come."""
    look = CAST["jade"].dressed(top_colour="mustard")
    who = Figure(scene, look, (908, 830), (886, 596), 1.26, -1, 3, head_at=(-6, -80))
    who.torso()
    who.neck()
    who.head("focus", -2, mouth="smirk")
    return who


def _pen(scene: Scene) -> None:
    at = Placement((748, 710), 1.1, 1, -4)
    scene.shape(at.loop((0, -8, "c"), (20, -15, "c"), (84, -15, "c"), (84, 15, "c"), (20, 15, "c"),
                        (0, 8, "c")), "navy", 6.5)  # fmt: skip
    scene.shape(at.loop((-12, -7), (2, -10, "c"), (2, 10, "c"), (-12, 7)), "coral", 5, halo=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=141, view=(-8, -26, 1044))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 100), (520, 60), (840, 180), (976, 480), (950, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    _plan(scene)
    _house(scene, 86, 436)
    bosses = _bosses(scene)
    student = _student(scene)
    _table(scene)
    for who, x in bosses:
        who.arm("near", (x, 818), "relax", 20)
    bosses[0][0].arm("far", (388, 820), "relax", 150, -1)
    bosses[1][0].arm("far", (590, 820), "relax", 150, -1)
    _route(scene)
    _pen(scene)
    student.arm("far", (832, 732), "fist", 196, -1, bend=-1)
    bird(scene, 376, 50, 0.8, eye="open")
    mug(scene, 150, 822, 1)
    return scene
