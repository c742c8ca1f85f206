"""Heads in four views: three-quarter, front, profile and back.

Local units (20 u = 1 mm at scale 1): the head's middle is at 0, 0, an egg-shaped head is
about 106 wide and 142 high, the face looks to +x (`face` 1) or to -x (`face` -1).
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from samenspel_drawing.faces import (
    EXPRESSIONS,
    HEAD_SHAPES,
    Expression,
    Eye,
    Mouth,
)
from samenspel_drawing.features import (
    EYE_LINE,
    draw_beard,
    draw_eye,
    draw_glasses,
    draw_mouth,
    draw_nose,
)
from samenspel_drawing.geometry import Knot, Knots, Placement, spline
from samenspel_drawing.hair_views import View, hair_style
from samenspel_drawing.hairdresser import Hairdresser
from samenspel_drawing.palette import BLUSH_OF
from samenspel_drawing.plates import Scene
from samenspel_drawing.regions import Region, area_of, ellipse


@dataclass(frozen=True, slots=True)
class HeadLook:
    """What a person's head looks like, whatever they feel.

    `shape`: egg, long, round, square, pear, kid. `nose`: bulb, long, point, droop, button,
    ski, ball, snub, broad, roman, tip. `hair`: see `hair.THREE_QUARTER`. `glasses`: round,
    half, square. `beard`: full or goatee.
    """

    shape: str = "egg"
    nose: str = "bulb"
    hair: str = "short"
    hair_colour: str = "ink"
    glasses: str | None = None
    beard: str | None = None
    blush: bool = True
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a view puts the features, for a head of standard width."""

    eyes: tuple[float, ...]
    ears: tuple[float, ...]
    blush: tuple[float, ...]
    mouth: float


_LAYOUTS: Final[dict[View, _Layout]] = {
    "three-quarter": _Layout((-2, 37), (-44,), (-17,), 0),
    "front": _Layout((-21, 21), (-53, 53), (-32, 32), -18),
    "profile": _Layout((27,), (-32,), (4,), 9),
    "back": _Layout((), (-54, 54), (), 0),
}


_SMALL_EAR: Final = 0.85  # the shell of a smaller head's ear would clot


class Head:
    """One head on a scene; `draw` inks it, `placement` gives its local coordinates."""

    def __init__(
        self,
        scene: Scene,
        look: HeadLook,
        at: Knot,
        *,
        skin: str = "skin1",
        scale: float = 1.0,
        face: float = 1,
        tilt: float = 0,
        view: View = "three-quarter",
        expression: str | Expression = "calm",
        eye: Eye | None = None,
        mouth: Mouth | None = None,
        gaze: tuple[float, float] = (0, 0),
        width: float = 8.0,
    ) -> None:
        """Place a head; nothing is drawn yet."""
        scale *= look.size
        self.scene = scene
        self.look = look
        self.skin = skin
        self.view = view
        self.gaze = gaze
        self.placement = Placement(at, scale, face, tilt)
        self.width = width * min(1.0, 0.55 + 0.45 * scale)
        mood = EXPRESSIONS[expression] if isinstance(expression, str) else expression
        self.mood = mood
        self.eye: Eye = eye or mood.eye
        self.mouth: Mouth = mouth or mood.mouth
        knots = HEAD_SHAPES[look.shape]
        self.stretch_x = max(abs(float(k[0])) for k in knots) / 53.0
        self.stretch_y = max(abs(float(k[1])) for k in knots) / 72.0
        self.layout = _LAYOUTS[view]
        self.outline = spline(knots, closed=True)
        self.mouth_y = 40 * min(max(self.stretch_y, 0.9), 1.12)
        self._hair = Hairdresser(self, hair_style(look.hair, view))

    # ---- small helpers -------------------------------------------------------------------

    def line(
        self,
        knots: Knots,
        width: float | None = None,
        taper: tuple[float, float] = (0.45, 0.25),
        wobble: float = 1.0,
        clip: Region | None = None,
    ) -> None:
        """Ink a stroke through local knots."""
        points = self.placement.spline(knots)
        self.scene.line(points, width or self.width * 0.72, taper, wobble=wobble, clip=clip)

    def region(self, region: Region) -> Region:
        """Return a local region on the canvas."""
        return self.placement.region(region)

    def on_top(self, height: float = 0.0, x: float = 0.0) -> Placement:
        """Return a placement on the crown (`height` above it), for hats and birds."""
        crown = min(float(y) for y in self.outline[:, 1])
        return self.placement.inner(x, crown - height)

    # ---- drawing -------------------------------------------------------------------------

    def draw(self) -> "Head":
        """Ink the whole head: back hair, skull, ear, hair, face."""
        if self.view in ("front", "back"):
            self._ears()
        self._hair.behind()
        self.scene.shape(self.placement.points(self.outline), self.skin, self.width)
        skull = self.region(area_of(self.outline))
        self._cheeks(skull)
        if self.look.beard and self.view != "back":
            draw_beard(self)
        if self.view == "three-quarter":
            self._ears()
        self._hair.over()
        if self.view == "profile":
            self._ears()
        if self.view != "back":
            self._features(skull)
        return self

    def _features(self, skull: Region) -> None:
        """Ink eyes, mouth, nose, brows and glasses, in that order."""
        eyes = self._eyes()
        for i, x in enumerate(eyes):
            far = i == 1 and self.view == "three-quarter"
            draw_eye(self, x, EYE_LINE - far, 0.9 if far else 1.0, 1 if i == 0 else -1)
        draw_mouth(self, skull)
        draw_nose(self)
        brows = (self.mood.near_brow, self.mood.far_brow)
        for i, x in enumerate(eyes):
            lift, angle = brows[i]
            reach = 13 if i == 0 else 9 if self.view == "three-quarter" else 13
            y = EYE_LINE - 17 * min(self.stretch_y, 1.1) + lift
            dx, dy = reach * math.cos(math.radians(angle)), reach * math.sin(math.radians(angle))
            self.line(
                [(x - dx, y - dy), (x, y - 3), (x + dx, y + dy)], self.width * 0.95, (0.6, 0.5), 0.3
            )
        if self.look.glasses:
            draw_glasses(self, eyes)

    def _eyes(self) -> list[float]:
        """Return where the eyes are; the far one keeps clear of the cheek's edge."""
        level = np.abs(self.outline[:, 1] - EYE_LINE) < 8
        edge = float(self.outline[level, 0].max())
        places = [x * self.stretch_x for x in self.layout.eyes]
        return [min(x, edge - 16) for x in places] if self.view == "three-quarter" else places

    def _cheeks(self, skull: Region) -> None:
        if self.look.blush:
            for x in self.layout.blush:
                cheek = self.region(ellipse(x * self.stretch_x, 23, 12.5, 10.5))
                self.scene.fill(cheek, BLUSH_OF[self.skin], clip=skull)

    def _ears(self) -> None:
        if self._hair.hides_ears:
            return
        for x in self.layout.ears:
            middle = x * self.stretch_x
            out = -1 if x < 0 else 1
            ear = self.region(ellipse(middle, 4, 12, 16, -8 * out))
            self.scene.shape(ear, self.skin, self.width * 0.8)
            if self.view != "back" and self.placement.scale > _SMALL_EAR:
                inner = [(middle + 3 * out, -3), (middle - 3 * out, 1), (middle + out, 9)]
                self.line(inner, 4)
