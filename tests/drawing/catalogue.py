"""Which pictures the kit draws, and which of them every test run draws anew."""

from __future__ import annotations

from samenspel_drawing.pictograms import PICTOGRAMS
from samenspel_drawing.scenes import drawn_slugs

DRAWN = [f"cartoons/{slug}" for slug in drawn_slugs()] + [f"pictograms/{n}" for n in PICTOGRAMS]
"""All pictures in colour: ``folder/name``."""

QUICK = ["cartoons/vignet-kwartier", "pictograms/relatie"]
"""Drawn in ``make test``: plates, props and a pictogram, at half a second of processor time."""

LATER = [name for name in DRAWN if name not in QUICK]
"""Drawing these costs a minute of processor time, so they wait for ``make art-proof``."""

SMALL = [f"pictograms/{name}-klein" for name in PICTOGRAMS]
"""Pictograms in one colour; each has a white twin."""
