"""The sizes and type of what is printed beside the cards, whatever format the cards have."""

from __future__ import annotations

from samenspel.model.style import Format, TypeSize

LEAFLET_FORMAT = Format(
    name="leaflet",
    title="A6 booklet",
    width=105,
    height=148,
    bleed=3,
    safe=4,
    radius=0,
    margin=10,
    type={
        "title": TypeSize(20, 16, 1.04),
        "core": TypeSize(11.5, 10, 1.26),
        "question": TypeSize(9.4, 9, 1.25),
        "text": TypeSize(10, 9, 1.34),
        "label": TypeSize(8.5, 8, 1.2),
        "furniture": TypeSize(7.5, 7, 1.2),
    },
)
"""Read in the hand, so in smaller type than cards on a table."""
