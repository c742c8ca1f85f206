"""Draws a hair style (data from `hair` and `hair_views`) on a head."""

import math
from typing import TYPE_CHECKING

from samenspel_drawing.geometry import Array, Knot, spline
from samenspel_drawing.hair import Fluff, Hair, Piece, Spikes
from samenspel_drawing.pen import Nib, stroke
from samenspel_drawing.regions import (
    Region,
    area_of,
    capsule,
    ellipse,
    outline_points,
    polygons,
    ring_points,
    union,
    union_of,
)

if TYPE_CHECKING:
    from samenspel_drawing.heads import Head


class Hairdresser:
    """One head's hair, stretched to the head's shape."""

    def __init__(self, head: "Head", style: Hair) -> None:
        """Take on a head's hair."""
        self.head = head
        self.style = style
        self.colour = head.look.hair_colour
        self._mass: list[Region] = []

    @property
    def hides_ears(self) -> bool:
        """Tell whether the style covers the ears."""
        covered = self.head.view in ("front", "profile", "back") and self.head.look.hair in (
            "bob", "long",
        )  # fmt: skip
        return self.style.veil is not None or covered

    def behind(self) -> None:
        """Draw what lies behind the head."""
        for piece in self.style.back:
            self._piece(piece)
        if self.colour != "ink":
            for strand in self.style.back_strands:
                self.head.line(self._stretched(strand), 4.5)

    def over(self) -> None:
        """Draw what lies over the head."""
        self._mass.clear()
        self._veil()
        for piece in self.style.front:
            self._piece(piece)
        for tie in self.style.ties:
            at = self._local(tie.x, tie.y)
            bead = self.head.region(ellipse(at[0], at[1], tie.rx, tie.ry))
            self.head.scene.shape(bead, tie.colour, self.head.width * 0.6, halo=0)
        if self.colour != "ink":
            for strand in self.style.strands:
                self.head.line(self._stretched(strand), 4.4, (0.3, 0.2))
        elif self.style.shine:
            self._shine()
        for wire in self.style.wires:
            self.head.line(self._stretched(wire), 4.7, (0.6, 0.2))

    def _local(self, x: float, y: float) -> tuple[float, float]:
        return x * self.head.stretch_x, y * self.head.stretch_y

    def _stretched(self, knots: tuple[Knot, ...]) -> list[Knot]:
        out: list[Knot] = []
        for knot in knots:
            x, y = self._local(float(knot[0]), float(knot[1]))
            out.append((x, y, "c") if len(knot) > 2 else (x, y))
        return out

    def _mass_of(self, piece: Fluff | Spikes) -> Region:
        """Return the region of a soft piece in local units."""
        if isinstance(piece, Fluff):
            circles = [ellipse(*self._local(x, y), r) for x, y, r in piece.circles]
            return union_of(circles).buffer(-2).buffer(2)
        parts = [ellipse(*self._local(-8, -40), 58, 52)]
        for angle, length in piece.tufts:
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            root = self._local(40 * c - 4, -30 + 40 * s)
            tip = self._local(length * c - 6, -28 + length * 0.86 * s)
            parts.append(capsule(root, tip, 40, 5))
        return union_of(parts).buffer(-3).buffer(3)

    def _piece(self, piece: Piece) -> None:
        """Draw one piece of hair: solid black, or filled and outlined."""
        head = self.head
        if isinstance(piece, Fluff | Spikes):
            softness = 1.0 if self.colour == "ink" else 1.6
            for part in polygons(head.region(self._mass_of(piece))):
                self._lay(outline_points(part, softness))
        else:
            points = head.placement.spline(self._stretched(piece), closed=True)
            if self.colour == "ink":
                points = outline_points(area_of(points), 1.0)
            self._lay(points)

    def _lay(self, points: Array) -> None:
        if self.colour == "ink":
            self._mass.append(self.head.scene.solid(points))
        else:
            self.head.scene.shape(points, self.colour, self.head.width * 0.85)

    def _veil(self) -> None:
        if self.style.veil is None:
            return
        head, scene = self.head, self.head.scene
        outer_knots, face_knots = self.style.veil
        outer = area_of(spline(self._stretched(outer_knots), closed=True))
        cloth = outer
        if face_knots is not None:
            face = area_of(spline(self._stretched(face_knots), closed=True))
            cloth = outer.difference(face)
        scene.patch(head.region(cloth), self.colour)
        if head.view == "three-quarter" and face_knots is not None:
            scene.contour(head.placement.points(ring_points(outer)), head.width)
            scene.contour(head.placement.points(ring_points(face)), head.width * 0.8)
        else:
            scene.contour(head.placement.points(ring_points(cloth)), head.width)
            if face_knots is not None and head.view == "front":
                scene.contour(head.placement.points(ring_points(face)), head.width * 0.8)

    def _shine(self) -> None:
        """Leave two pale strokes in black hair."""
        if not self._mass:
            return
        head = self.head
        at = head.placement
        arcs = ([(-50, -36), (-34, -62), (-4, -76)], [(-40, -30), (-28, -48), (-14, -58)])
        nib = Nib(taper=(0.2, 0.2))
        strokes = [
            stroke(at.spline([self._local(x, y) for x, y in knots]), width, nib, seed=seed)
            for knots, width, seed in ((arcs[0], 4.6, 5), (arcs[1], 4.4, 6))
        ]
        glint = union(*strokes).intersection(self._mass[0].buffer(-3))
        head.scene.cut_in(glint, "shine")
