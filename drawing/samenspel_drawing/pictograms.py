"""The five conditions' pictograms: in full colour, and small in black and in white.

``<id>.svg`` is for discs of 20 to 60 mm, ``<id>-klein.svg`` and ``<id>-klein-wit.svg`` hold one
simplified motif that still reads at 5 mm, on a light and on a dark ground.
"""

from collections.abc import Callable
from typing import Final

from samenspel_drawing import pictograms_large as large
from samenspel_drawing import pictograms_small as small
from samenspel_drawing.plates import Scene
from samenspel_drawing.regions import Region

PICTOGRAMS: Final[dict[str, tuple[Callable[[], Scene], Callable[[], Region]]]] = {
    "ambitie": (large.ambitie, small.ambitie),
    "belangen": (large.belangen, small.belangen),
    "relatie": (large.relatie, small.relatie),
    "organisatie": (large.organisatie, small.organisatie),
    "proces": (large.proces, small.proces),
}
"""Condition -> how to draw its pictogram, in colour and small."""
