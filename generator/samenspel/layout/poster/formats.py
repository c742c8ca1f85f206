"""The poster's size and type: A3, and four sizes of type, each for its distance.

Names are for five metres, cores for three, all else for one and a half. The height of a small x
decides what can be read: ``X_HEIGHT`` mm for each metre, which is five minutes of arc. An eye of
full sight tells details of one minute apart (ISO 8596), and a letter has about five of them.
"""

from __future__ import annotations

from dataclasses import replace

from samenspel.model.style import Format, TypeSize

X_HEIGHT = 1.4544
"""Of letters that can be read, in mm for each metre of distance."""
DISTANCES = {"title": 5.0, "core": 3.0}
"""From where each role is to be read on an A3, in metres; every other one from ``NEAR``."""
NEAR = 1.5

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
        "title": TypeSize(54, 40, 1.0),
        "core": TypeSize(27, 24, 1.12),
        "question": TypeSize(16, 13.5, 1.18),
        "text": TypeSize(13, 12.5, 1.24),
        "label": TypeSize(13, 12.5, 1.14),
        "furniture": TypeSize(13, 12.5, 1.2),
    },
)
PORTRAIT_POSTER = replace(
    POSTER_FORMAT,
    title="A3 poster of the five-condition model, upright",
    width=297,
    height=420,
)


def poster_format(portrait: bool = False) -> Format:
    """The size and type that the poster is designed at: A3, on its side or upright."""
    return PORTRAIT_POSTER if portrait else POSTER_FORMAT
