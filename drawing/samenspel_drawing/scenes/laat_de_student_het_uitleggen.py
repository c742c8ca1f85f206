"""Laat de student het uitleggen: her line leaves the plan and runs through the bosses' hands."""

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
    """Draw the three behind the table; return them with where their hands are to come."""
    rob = CAST["rob"].dressed(top_colour="mustard", tie="navy")
    left = Figure(scene, rob, (290, 826), (296, 620), 1.16, 1, 3)
    left.torso()
    left.neck()
    left.head("surprise", 0, view="front", gaze=(0.4, 0.8))
    gloria = CAST["gloria"].dressed(top_colour="navy")
    middle = Figure(scene, gloria, (498, 826), (498, 640), 1.14, 1, -3)
    middle.torso()
    middle.neck()
    middle.head("calm", -3)
    bram = CAST["bram"].dressed(top_colour="leaf", stripes=None)
    right = Figure(scene, bram, (690, 826), (688, 612), 1.14, 1, 3)
    right.torso()
    right.neck()
    right.head("sceptic", 6, gaze=(0.4, 1))
    return [(left, 292.0), (middle, 496.0), (right, 688.0)]


def _table(scene: Scene) -> None:
    for x in (96, 884):
        scene.shape(box_points(x - 20, 860, x + 20, 966), "brown", 8)
    top = loop((70, 796, "c"), (920, 796, "c"), (972, 862, "c"), (24, 862, "c"))
    scene.shape(top, "mist", 8.5)
    scene.shape(box_points(22, 862, 974, 892), "brown", 8.5)


def _route(scene: Scene) -> None:
    """Draw her line: from the door over the plan, through six hands, to the tip of her pen."""
    line = curve((124, 424), (146, 366), (196, 360), (212, 412), (176, 460), (140, 500), (136, 620),
                 (176, 716), (246, 732), (336, 726), (396, 756), (450, 732), (540, 730), (592, 756),
                 (642, 728), (736, 728), (776, 738), (806, 718))  # fmt: skip
    scene.shape(ribbon(line, 21), "teal", 5.5, halo=0)


def _student(scene: Scene) -> Figure:
    """Draw the student, whose hand with the pen is still to come."""
    who = Figure(scene, CAST["yara"], (922, 830), (906, 610), 1.2, -1, 3, head_at=(-4, -74))
    who.torso()
    who.neck()
    who.head("calm", -4, mouth="tongue")
    return who


def _pen(scene: Scene) -> None:
    at = Placement((810, 716), 1.15, 1, -46)
    scene.shape(at.loop((24, -15, "c"), (112, -15, "c"), (112, 15, "c"), (24, 15, "c")), "white",
                6.5)  # fmt: skip
    scene.fill(at.loop((86, -15, "c"), (112, -15, "c"), (112, 15, "c"), (86, 15, "c")), "teal")
    scene.shape(at.loop((-4, -6), (24, -13, "c"), (24, 13, "c"), (-4, 6)), "teal", 5.5, halo=0)


def draw() -> Scene:
    """Draw the scene."""
    scene = Scene(seed=141, view=(10, -30, 1076))
    scene.backdrop(
        [(40, 640), (60, 320), (220, 100), (520, 60), (840, 180), (976, 480), (950, 840),
         (500, 930), (90, 860)], "sand",
    )  # fmt: skip
    _plan(scene)
    _house(scene, 86, 436)
    bosses = _bosses(scene)
    student = _student(scene)
    _route(scene)
    for who, x in bosses:
        who.arm("far", (x + 50, 766), "fist", -96, -1, elbow=(x + 88, 850))
        who.arm("near", (x - 50, 766), "fist", -84, elbow=(x - 88, 850))
    _pen(scene)
    student.arm("near", (882, 700), "fist", -140, elbow=(950, 786))
    _table(scene)
    bird(scene, 376, 50, 0.8, eye="open")
    mug(scene, 110, 822, 1)
    return scene
