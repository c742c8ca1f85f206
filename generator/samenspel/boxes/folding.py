"""Folding in numbers: where each panel of a blank comes to stand when all creases are at 90°."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.boxes.blank import Blank, Panel

Point3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """A panel in space: its four corners (clockwise from the flat panel's top left), in mm.

    The panel that hangs on no other lies at z = 0; z grows towards the inside of the box.
    """

    panel: Panel
    corners: tuple[Point3, Point3, Point3, Point3]

    @property
    def low(self) -> Point3:
        """The least x, y and z of the corners."""
        x, y, z = zip(*self.corners, strict=True)
        return min(x), min(y), min(z)

    @property
    def high(self) -> Point3:
        """The greatest x, y and z of the corners."""
        x, y, z = zip(*self.corners, strict=True)
        return max(x), max(y), max(z)


def folded(blank: Blank) -> Mapping[str, Standing]:
    """Every panel in space, by its name; the middle of the board, without its thickness."""
    return {panel.name: _standing(blank, panel) for panel in blank.panels}


def _standing(blank: Blank, panel: Panel) -> Standing:
    b = panel.box
    flat = ((b.x, b.y), (b.right, b.y), (b.right, b.bottom), (b.x, b.bottom))
    a, c, d, e = (_placed(blank, panel, (x, y, 0.0)) for x, y in flat)
    return Standing(panel, (a, c, d, e))


def _placed(blank: Blank, panel: Panel, point: Point3) -> Point3:
    """A point of the flat panel in space: turned about its crease, then as its parent goes."""
    while panel.parent:
        parent = blank.panel(panel.parent)
        point = _turned(point, panel, parent)
        panel = parent
    return point


def _turned(point: Point3, panel: Panel, parent: Panel) -> Point3:
    x, y, z = point
    box = parent.box
    match panel.edge:
        case "right":
            return box.right - z, y, x - box.right
        case "left":
            return box.x + z, y, box.x - x
        case "top":
            return x, box.y + z, box.y - y
        case "bottom":
            return x, box.bottom - z, y - box.bottom
