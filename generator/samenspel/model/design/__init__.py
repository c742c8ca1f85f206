"""A page as a kind's file describes it: parts with their places, before anything is laid out."""

from samenspel.model.design.expressions import Expression, Found, Template
from samenspel.model.design.items import Design, Item, Loop, Placing, every_item
from samenspel.model.design.lengths import Length
from samenspel.model.design.parts import PARTS
from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.values import ArtRef, InkRef

__all__ = [
    "PARTS",
    "ArtRef",
    "Design",
    "Expression",
    "Found",
    "InkRef",
    "Item",
    "Length",
    "Loop",
    "Part",
    "Placing",
    "Template",
    "every_item",
]
