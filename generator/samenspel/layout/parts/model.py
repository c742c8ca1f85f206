"""The model's ring: its conditions as discs around one centre."""

from __future__ import annotations

import math

from samenspel.layout.knowing import Chosen, wording_of
from samenspel.layout.parts.furniture import small_art as small
from samenspel.layout.scene import Scene
from samenspel.model.design.items import Item
from samenspel.model.design.parts import Ring
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, PAPER
from samenspel.model.paths import circle
from samenspel.units import MM_PER_POINT

GRANDEST = 0.24
"""The radius of a disc, of the ring's: larger ones crowd five names."""
SMALL_GRANDEST = 0.215
"""The same on a ring under 34 mm, where names need more of it."""


def ring(scene: Scene, part: Ring, item: Item) -> Box:
    """Discs around a centre, as large as the area and their number allow; names under the discs."""
    page, box = scene.page, scene.box(item)
    layout = page.layout
    found = scene.known["model"].value
    conditions: list[Chosen] = found if isinstance(found, list) else []
    if not conditions:
        return box
    size = layout.type("label").design
    label = size * MM_PER_POINT * 1.7
    span = min(box.width / 1.98, (box.height - label) / 1.86)
    radius = disc_radius(len(conditions), span, label)
    orbit = span - radius - label * 0.9  # the lower names stay inside the ring
    cx, cy = box.centre
    cy += span * 0.02
    panel = circle(cx, cy, min(span * 1.03, page.reach((cx, cy))))
    page.paint(panel, scene.ink(part.ink, layout.accent_tint), role="panel")
    centre = orbit - radius - label * 0.7  # clear of the names about it
    page.paint(circle(cx, cy, centre), PAPER, role="panel")
    text, face = scene.words(part.centre), layout.face("display")
    widest = face.width(text.text, 1)
    word = min(layout.type("title").design, 1.84 * centre / widest) if widest else 0.0
    if word >= 7:
        cap = face.cap_height * word * MM_PER_POINT
        page.word(text, word, cx, cy + cap / 2, align="centre", face="display")
    for number, one in enumerate(conditions):
        angle = math.tau * number / len(conditions) - math.pi / 2
        x, y = cx + orbit * math.cos(angle), cy + orbit * math.sin(angle) - label * 0.35
        _disc(scene, one, x, y, radius)
        page.word(wording_of(one.name, (scene.card.id,)), size, x, y + radius + label * 0.8,
                  align="centre", face="text-bold")  # fmt: skip
    return box


def disc_radius(count: int, span: float, label: float) -> float:
    """The radius of each of ``count`` discs on a ring of ``span`` mm, with names ``label`` mm high.

    Between two neighbours there is room for the upper one's name.
    """
    chord = 2 * math.sin(math.pi / count)
    room = (chord * (span - 0.9 * label) - 1.45 * label) / (2 + chord)
    return max(1.0, min(span * (GRANDEST if span > 34 else SMALL_GRANDEST), room))


def _disc(scene: Scene, one: Chosen, x: float, y: float, radius: float) -> None:
    """A condition's small picture on a disc in its colour."""
    ink = one.ink("strong") or BLACK
    scene.page.paint(circle(x, y, radius), ink, role="disc")
    name, side = small(scene, one, ink), radius * 1.34
    if name:
        place = Box(x - side / 2, y - side / 2, side, side)
        scene.page.art(name, place, ground=ink, role="pictogram")
