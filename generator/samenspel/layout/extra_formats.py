"""The sizes and type of what is printed beside the cards, whatever format the cards have."""

from __future__ import annotations

from dataclasses import replace

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


def _larger(shape: Format, by: float, name: str, title: str, size: tuple[float, float]) -> Format:
    """A format whose pages are those of another made larger, type and all."""
    return replace(
        shape,
        name=name,
        title=title,
        width=size[0],
        height=size[1],
        margin=round(shape.margin * by, 1),
        type={
            role: TypeSize(round(one.design * by, 1), round(one.minimum * by, 1), one.leading)
            for role, one in shape.type.items()
        },
    )


PLANS_FORMAT = _larger(LEAFLET_FORMAT, 2, "plans", "A4 sheet, one session plan", (210, 297))
"""The leaflet's pages for a table: the same, twice as large."""
AGREEMENTS_FORMAT = _larger(
    LEAFLET_FORMAT, 2**0.5, "agreements", "A5 sheet to write on", (148, 210)
)
TENTS_FORMAT = replace(
    LEAFLET_FORMAT,
    name="tents",
    title="A5 sheet, folded to a table tent",
    width=148,
    height=210,
    type={**LEAFLET_FORMAT.type, "title": TypeSize(44, 22, 1.0), "core": TypeSize(16, 12, 1.24)},
)
DOTS_FORMAT = replace(
    LEAFLET_FORMAT, name="dots", title="A5 sheet of voting dots", width=148, height=210, bleed=0,
    safe=0, margin=5,
)  # fmt: skip
CANVAS_FORMAT = Format(
    name="canvas",
    title="canvas to lay cards on",
    width=420,
    height=297,
    bleed=3,
    safe=4,
    radius=0,
    margin=7,
    type={
        "title": TypeSize(26, 14, 1.04),
        "core": TypeSize(15, 9, 1.26),
        "furniture": TypeSize(8, 7, 1.2),
    },
)
CANVAS_SIZES = ((420.0, 297.0), (594.0, 420.0))
"""The canvas's sizes: A3, and A2 where the cards or their number ask for it."""
HANDOUT_FORMAT = replace(
    PLANS_FORMAT,
    name="handout",
    title="A4 hand-out of the model",
    margin=15,
    type={
        "title": TypeSize(30, 22, 1.04),
        "core": TypeSize(13, 10.5, 1.24),
        "question": TypeSize(11, 9, 1.25),
        "text": TypeSize(11, 9, 1.32),
        "label": TypeSize(9.5, 8, 1.2),
        "furniture": TypeSize(8, 7, 1.2),
    },
)
