"""The model's ring: its conditions as discs around one centre."""

from __future__ import annotations

from samenspel.layout.designs import parts as drawn
from samenspel.layout.knowing import Chosen, wording_of
from samenspel.layout.parts.furniture import small_art
from samenspel.layout.scene import Scene
from samenspel.model.design.items import Item
from samenspel.model.design.parts import Ring
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK


def ring(scene: Scene, part: Ring, item: Item) -> Box:
    """Discs around a centre, as large as the area and their number allow; names under the discs."""
    page, box = scene.page, scene.box(item)
    found = scene.known["model"].value
    conditions: list[Chosen] = found if isinstance(found, list) else []
    discs = []
    for one in conditions:
        ink = one.ink("strong") or BLACK
        name = wording_of(one.name, (scene.card.id,))
        discs.append(drawn.RingDisc(small_art(scene, one, ink), ink, name))
    if discs:
        ground = scene.ink(part.ink, page.layout.accent_tint)
        drawn.ring(page, discs, scene.words(part.centre), box, ground)
    return box
