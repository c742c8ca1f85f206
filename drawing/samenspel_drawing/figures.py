"""A whole person: spine, limbs from joint to joint, neck and head.

Targets of hands and feet are canvas points; sizes are canvas units (20 u = 1 mm) at scale 1.
Draw order: far arm, legs, torso, neck, head, near arm, prop.
"""

import math
from typing import Any, Literal

import numpy as np

from samenspel_drawing import clothes, limbs
from samenspel_drawing.faces import Expression
from samenspel_drawing.geometry import (
    Array,
    Knot,
    Placement,
    arc_lengths,
    normals,
    resample,
    rotation,
    spline,
    two_bone_joint,
    vec,
)
from samenspel_drawing.hands import hand_pose
from samenspel_drawing.heads import Head
from samenspel_drawing.people import BUILDS, Person, Sleeve
from samenspel_drawing.plates import Scene
from samenspel_drawing.regions import Region, tube, union_of

_ROUND = 0.35  # an elbow this soft has no crease

Side = Literal["near", "far"]
Shoe = Literal["shoe", "pump", "boot", "sock", "none"]

_SHOES = {
    "shoe": ((-22, -18), (-24, -3), (-18, 2, "c"), (34, 2, "c"), (42, -4), (36, -14), (16, -20),
             (4, -26)),
    "pump": ((-20, -20), (-22, -4), (-18, 2, "c"), (-10, 2, "c"), (-4, -5), (6, 0), (36, 2, "c"),
             (40, -5), (18, -14), (4, -24)),
    "boot": ((-22, -40, "c"), (-24, -3), (-18, 2, "c"), (34, 2, "c"), (42, -4), (36, -14),
             (16, -20), (8, -40, "c")),
    "sock": ((-22, -22), (-24, -4), (-12, 2), (26, 2), (40, -4), (36, -14), (16, -18), (4, -26)),
}  # fmt: skip


class Figure:
    """A person posed on a scene between `hip` and `neck`; `bow` bends the spine sideways.

    `face` is 1 (to the right) or -1. `head_at` is the head's middle, counted from the neck.
    """

    def __init__(
        self,
        scene: Scene,
        person: Person,
        hip: Knot,
        neck: Knot,
        scale: float = 1.0,
        face: float = 1,
        bow: float = 0,
        *,
        head_at: tuple[float, float] | None = None,
        front: float | None = None,
        width: float = 8.0,
    ) -> None:
        """Stand a person on the scene; nothing is drawn yet."""
        self.scene, self.person, self.look = scene, person, person.body
        self.scale, self.face = scale, face
        self.width = width * min(1.0, 0.55 + 0.45 * scale)
        self.hip, self.neck_at = (
            vec(float(hip[0]), float(hip[1])),
            vec(float(neck[0]), float(neck[1])),
        )
        across = self.neck_at - self.hip
        side = vec(-across[1], across[0]) / np.hypot(*across)
        middle = (self.hip + self.neck_at) / 2 + side * bow
        self.spine = resample(spline([self.hip, middle, self.neck_at]))
        self._widths = [(u, w * scale) for u, w in BUILDS[self.look.build]]
        self.torso_region = tube(self.spine, self._widths, start_cap=False).region
        along = arc_lengths(self.spine)
        self._along = along / along[-1]
        self._tangent = normals(self.spine, closed=False)[1]
        self.front = 0.22 * face if front is None else front
        offset = (6 * face * scale, -62 * scale) if head_at is None else head_at
        self.head_middle = self.neck_at + vec(*offset)
        self._legs: list[Region] = []

    # ---- places --------------------------------------------------------------------------

    def at(self, u: float, v: float) -> Array:
        """Return a place on the torso: u from hip 0 to neck 1, v from left -1 to right 1."""

        def along_spine(values: Array) -> Array:
            x, y = (float(np.interp(u, self._along, values[:, i])) for i in (0, 1))
            return vec(x, y)

        tangent = along_spine(self._tangent)
        half = float(np.interp(u, [a for a, _ in self._widths], [w for _, w in self._widths])) / 2
        place: Array = along_spine(self.spine) + vec(-tangent[1], tangent[0]) * v * half
        return place

    def across(self, *places: tuple[float, float]) -> Array:
        """Return the open spline through (u, v) places on the torso."""
        return spline([self.at(u, v) for u, v in places])

    def shoulder(self, side: Side) -> Array:
        """Return where the arm on this side starts."""
        return self.at(0.80, (-0.66 if side == "near" else 0.66) * self.face)

    # ---- arms ----------------------------------------------------------------------------

    def arm(
        self,
        side: Side,
        wrist: Knot,
        pose: str = "relax",
        angle: float | None = None,
        flip: float = 1,
        *,
        bend: float | None = None,
        elbow: Knot | None = None,
        soft: float = 0.22,
        shoulder: Knot | None = None,
        sleeve: Sleeve | None = None,
        colour: str | None = None,
    ) -> Array:
        """Draw an arm to `wrist` with a hand, and return the wrist.

        `angle` turns the hand (degrees, 0 points right, 90 down; default: along the forearm),
        `flip` -1 puts the thumb on its other side. `bend` +1 or -1 picks the elbow's side, or
        give the `elbow` itself. `soft` is the part of both bones that the elbow's curve takes: up
        to 0.45 for a sharp bend, which would else fold over itself. `colour` overrides the
        sleeve's.
        """
        start = self.shoulder(side) if shoulder is None else vec(shoulder[0], shoulder[1])
        end = vec(float(wrist[0]), float(wrist[1]))
        if elbow is None:
            way = (1 if side == "near" else -1) * self.face if bend is None else bend
            upper, lower = self.look.upper_arm * self.scale, self.look.forearm * self.scale
            middle = two_bone_joint(start, end, upper, lower, way)
        else:
            middle = vec(float(elbow[0]), float(elbow[1]))
        fore = end - middle
        limbs.draw_hand(
            self,
            end,
            pose,
            math.degrees(math.atan2(fore[1], fore[0])) if angle is None else angle,
            flip,
        )
        centre = spline(
            [start, start + (middle - start) * 0.5, middle + (start - middle) * soft,
             middle + (end - middle) * soft, middle + (end - middle) * 0.6, end]
        )  # fmt: skip
        cloth = colour or self.look.top_colour
        if (sleeve or self.look.sleeve) == "short":
            limbs.short_sleeve(self, centre, cloth)
        else:
            limbs.long_sleeve(self, centre, middle, cloth, crease=soft < _ROUND)
        return end

    def grip(
        self,
        side: Side,
        at: Knot,
        bar: float,
        pose: str = "grip",
        flip: float = 1,
        **options: Any,
    ) -> Array:
        """Draw an arm whose fist closes round the point `at` of a bar.

        `bar` is the bar's angle in degrees (0 lies flat, 90 stands up). Draw the bar first.
        `options` go to `arm`.
        """
        start = options.get("shoulder")
        origin = self.shoulder(side) if start is None else vec(start[0], start[1])
        target = vec(float(at[0]), float(at[1]))
        reach = target - origin
        angle = bar + 90
        along = rotation(angle) @ vec(1, 0)
        if float(along @ reach) < 0:
            angle -= 180
        hold = hand_pose(pose).hold
        size = self.scale * 1.16 * self.look.hand_size
        wrist = target - rotation(angle) @ vec(hold[0], hold[1] * flip) * size
        return self.arm(side, wrist, pose, angle, flip, **options)

    # ---- legs ----------------------------------------------------------------------------

    def leg(
        self,
        side: Side,
        foot: Knot,
        angle: float = 0,
        *,
        bend: float | None = None,
        knee: Knot | None = None,
        straight: bool = False,
        toe: float | None = None,
        shoe: Shoe = "shoe",
        colour: str | None = None,
        hip: float | None = None,
        over: bool = False,
    ) -> Array:
        """Draw a leg down to `foot` (the sole, below the ankle) and return the knee.

        `angle` turns the shoe, `toe` is where it points (1 right, -1 left; default as the
        face). `bend` picks the knee's side, or give the `knee`, or ask for a `straight` leg.
        `hip` is where it starts across the torso (-1..1). `over`: drawn after the torso, in
        front of it (a raised thigh), so that the whole hip is inked.
        """
        k = self.scale
        across = (-0.42 if side == "near" else 0.42) * self.face if hip is None else hip
        start = self.at(0.04, across)
        place = Placement(foot, k * 1.05, toe or self.face, angle)
        ankle = place.point(-7, -20)
        if straight:
            middle = (start + ankle) / 2 + vec(2.0 * self.face, 0)
        elif knee is not None:
            middle = vec(float(knee[0]), float(knee[1]))
        else:
            way = -self.face if bend is None else bend
            middle = two_bone_joint(start, ankle, self.look.thigh * k, self.look.shin * k, way)
        centre = spline(
            [start, start + (middle - start) * 0.6, middle + (start - middle) * 0.15,
             middle + (ankle - middle) * 0.15, middle + (ankle - middle) * 0.6, ankle]
        )  # fmt: skip
        self.shoe(place, shoe)
        wide = self.look.leg_width * k
        widths = [(0.0, 58.0), (0.4, 46.0), (0.7, 37.0), (1.0, 37.0)]
        if self.look.skirt:
            widths = [(0.0, 30.0), (0.5, 25.0), (1.0, 20.0)]
        limb = tube(centre, [(u, w * wide) for u, w in widths], end_cap=False)
        cloth = self.person.skin if self.look.skirt else colour or self.look.leg_colour
        self.scene.patch(limb.region, cloth, halo=2)
        edge = np.vstack([limb.left[4:], limb.right[4:][::-1]])
        self.scene.line(edge, self.width, (0.6, 0.6), side=0.3)
        hidden = [leg.buffer(1.0) for leg in self._legs]
        if not over:
            hidden.append(self.torso_region.buffer(1.0))
        limbs.draw_cap(self, limb, start, widths[0][1] * wide * 0.6, union_of(hidden))
        self._legs.append(limb.region)
        return middle

    def shoe(self, place: Placement, kind: Shoe = "shoe") -> None:
        """Draw a shoe; the placement's origin is the sole below the ankle, toes to +x."""
        if kind == "none":
            return
        points = place.spline(_SHOES[kind], closed=True)
        if kind == "sock":
            self.scene.shape(points, "white", self.width * 0.9)
        elif self.look.shoe_colour == "ink":
            self.scene.solid(points)
        else:
            self.scene.shape(points, self.look.shoe_colour, self.width * 0.9)
            self.scene.line(place.spline([(-22, -5), (10, -5), (40, -6)]), self.width * 0.6)

    # ---- trunk ---------------------------------------------------------------------------

    def torso(self, back: bool = False) -> None:
        """Draw the torso with its clothes; `back` leaves out what only a front has."""
        clothes.dress(self, back)

    def neck(self) -> None:
        """Draw the neck (after the torso, before the head)."""
        k, low = self.scale, self.at(0.94, 0)
        centre = spline([low, low + (self.head_middle - low) * 0.6])
        limb = tube(centre, [30 * k, 30 * k], end_cap=False)
        self.scene.patch(limb.region, self.person.skin)
        for edge in (limb.left, limb.right):
            self.scene.line(edge, self.width * 0.85)

    def head(self, expression: str | Expression = "calm", tilt: float = 0, **options: Any) -> Head:
        """Draw the head and return it; `options` go to `Head` (view, gaze, face, eye, mouth)."""
        return self.plan_head(expression, tilt, **options).draw()

    def plan_head(
        self, expression: str | Expression = "calm", tilt: float = 0, **options: Any
    ) -> Head:
        """Return the head without drawing it yet (to measure, or to draw later)."""
        values: dict[str, Any] = {"scale": self.scale, "face": self.face, **options}
        return Head(
            self.scene, self.person.head, self.head_middle, skin=self.person.skin,
            expression=expression, tilt=tilt, **values,
        )  # fmt: skip
