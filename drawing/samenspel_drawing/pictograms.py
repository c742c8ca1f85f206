"""The five conditions' pictograms: in full colour, and small in black and in white.

``<id>.svg`` is for discs of 20 to 60 mm, ``<id>-klein.svg`` and ``<id>-klein-wit.svg`` hold one
simplified motif that still reads at 5 mm, on a light and on a dark ground.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from samenspel_drawing import pictograms_large as large
from samenspel_drawing import pictograms_small as small
from samenspel_drawing.plates import Scene
from samenspel_drawing.regions import Region


class Pictogram(NamedTuple):
    """How a condition's pictogram is drawn."""

    large: Callable[[], Scene]
    """In full colour."""
    small: Callable[[], Region]
    """In one colour."""


PICTOGRAMS: Final = {
    "ambitie": Pictogram(large.ambitie, small.ambitie),
    "belangen": Pictogram(large.belangen, small.belangen),
    "relatie": Pictogram(large.relatie, small.relatie),
    "organisatie": Pictogram(large.organisatie, small.organisatie),
    "proces": Pictogram(large.proces, small.proces),
}
"""By condition."""
