"""QR codes."""

from __future__ import annotations

from itertools import groupby

from samenspel.layout.roles import CODE, QUIET
from samenspel.layout.scene import Scene
from samenspel.model.design.items import Item
from samenspel.model.design.parts.shapes import Qr
from samenspel.model.frame import Box, Path
from samenspel.model.ink import BLACK, PAPER
from samenspel.model.paths import rectangle
from samenspel.saying import say

QUIET_MODULES = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""
LEAST_MODULE = 0.35
"""A module smaller than this, in mm, is hard to read for a telephone."""


def qr(scene: Scene, part: Qr, item: Item) -> Box | None:
    """A QR code with its quiet zone, square and as large as its area."""
    link = scene.value(part.link)
    modules = scene.page.layout.codes.get(str(link)) if link else None
    if modules is None:
        return None
    box = scene.box(item)
    count = len(modules) + 2 * QUIET_MODULES
    module = min(box.width, box.height) / count
    if module < LEAST_MODULE:
        least = LEAST_MODULE * count
        scene.say(
            "qr-too-small",
            say(
                "a module of this QR code is {module:.2f} mm in format {name}, and telephones want "
                "{least_module}",
                module=module,
                name=scene.page.layout.format.name,
                least_module=LEAST_MODULE,
            ),
            say("give it an area of {least:.0f} mm, or shorten the link", least=least),
        )
    place = Box(box.x, box.y, module * count, module * count)
    scene.page.paint(rectangle(place), PAPER, role=QUIET)
    path: Path = ()
    for y, row in enumerate(modules):
        for start, length in _runs(row):
            left, top = (place.x + (start + QUIET_MODULES) * module,
                         place.y + (y + QUIET_MODULES) * module)  # fmt: skip
            path += rectangle(Box(left, top, length * module, module))
    scene.page.paint(path, BLACK, role=CODE)
    return place


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many stand beside each other."""
    groups = ((dark, list(places)) for dark, places in groupby(range(len(row)), row.__getitem__))
    return [(places[0], len(places)) for dark, places in groups if dark]
