"""The sizes and type that the poster is designed at: A3, on its side or upright."""

from __future__ import annotations

from dataclasses import replace

from samenspel.model.style import Format, TypeSize

POSTER_FORMAT = Format(
    name="poster",
    title="A3 poster of the five-condition model",
    width=420,
    height=297,
    bleed=3,
    safe=4,
    radius=0,
    margin=10,
    type={
        "title": TypeSize(62, 50, 1.0),
        "core": TypeSize(20, 15, 1.22),
        "question": TypeSize(16.5, 12, 1.22),
        "text": TypeSize(10.5, 9, 1.2),
        "label": TypeSize(10.5, 9, 1.16),
        "furniture": TypeSize(9, 9, 1.2),
    },
)
PORTRAIT_POSTER = replace(
    POSTER_FORMAT,
    title="A3 poster of the five-condition model, upright",
    width=297,
    height=420,
    type={**POSTER_FORMAT.type, "title": TypeSize(62, 44, 1.0)},  # its fields are narrower
)


def poster_format(portrait: bool = False) -> Format:
    """The size and type that the poster is designed at: A3, on its side or upright."""
    return PORTRAIT_POSTER if portrait else POSTER_FORMAT
