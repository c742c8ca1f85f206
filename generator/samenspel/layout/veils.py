"""A layer that what lies below is seen through, made without anything transparent.

PDF/X-1a and X-3 know no transparency, and where it is allowed each shop flattens it in its own way.
So what lies below a layer is painted again within it, in colours that are mixed with the layer's:
what is seen is the same on every press, and contrast and ink are judged on the page as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samenspel.layout.outlines import box_of
from samenspel.layout.roles import VEILED
from samenspel.model.frame import Item, Placement, Shape, Veil


def seen_through(below: Sequence[Item], veil: Veil) -> Iterator[Item]:
    """What is painted over the even ground of a layer: all that lies below it, as it is seen there.

    Texts are left out: a layer that covers one is judged as anything that covers a text.
    """
    area = box_of(veil.path)
    for item in below:
        if isinstance(item, Shape) and box_of(item.path).overlaps(area) and not item.spot:
            yield _shape(item, veil)
        elif isinstance(item, Placement) and item.visible.overlaps(area):
            yield replace(item, veils=(*item.veils, veil), role=VEILED, alt="")


def _shape(item: Shape, veil: Veil) -> Shape:
    fill, stroke = (ink and ink.through(veil.ink, veil.share) for ink in (item.fill, item.stroke))
    return replace(item, fill=fill, stroke=stroke, clips=(*item.clips, veil.path), role=VEILED)
