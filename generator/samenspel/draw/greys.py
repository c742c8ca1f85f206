"""Screen greys as tints of black alone, by what each step of the black plate looks like.

A ramp is the L* of K 0 to 255 (8-bit tints, nothing else printed), paper white being 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from samenspel.draw.tones import from_lightness, lightness_of, luminance


def falling(ramp: Sequence[float]) -> list[float]:
    """A ramp that never rises: what 8-bit Lab measures may repeat a step, or wobble."""
    return list(accumulate(ramp, min))


def tint_for(ramp: Sequence[float], lightness: float) -> float:
    """The K percentage that prints as light as ``lightness`` (L*), between measured steps."""
    if lightness >= ramp[0]:
        return 0.0
    for place in range(1, 256):
        if ramp[place] <= lightness:
            step = ramp[place - 1] - ramp[place]
            return (place - 1 + (ramp[place - 1] - lightness) / step) * 100 / 255
    return 100.0


def tints_of_greys(ramp: Sequence[float]) -> list[float]:
    """K percentage for each sRGB grey level 0 to 255, equal in L*.

    What is darker than solid black ink becomes K 100.
    """
    tints = [round(tint_for(ramp, lightness_of(luminance(level))), 1) for level in range(256)]
    return [100.0, *tints[1:255], 0.0]


def curve_of_greys(ramp: Sequence[float]) -> list[int]:
    """8-bit K for grey pictures: as ``tints_of_greys`` but with black point compensation.

    Luminance is scaled so that picture black falls on solid black ink; shadows keep detail.
    """
    darkest = from_lightness(ramp[255])
    scaled = [darkest + (1 - darkest) * luminance(level) for level in range(256)]
    curve = [round(tint_for(ramp, lightness_of(y)) * 255 / 100) for y in scaled]
    return [255, *curve[1:255], 0]
