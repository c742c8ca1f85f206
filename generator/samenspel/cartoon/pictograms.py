"""The five conditions' pictograms: in full colour, and small in black and in white.

``<id>.svg`` is for discs of 20 to 60 mm, ``<id>-klein.svg`` and ``<id>-klein-wit.svg`` hold one
simplified motif that still reads at 5 mm, on a light and on a dark ground.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from samenspel.cartoon import pictograms_large as large
from samenspel.cartoon import pictograms_small as small
from samenspel.cartoon.plates import Scene
from samenspel.cartoon.regions import Region
from samenspel.cartoon.svg import svg_document

PICTOGRAMS: Final[dict[str, tuple[Callable[[], Scene], Callable[[], Region]]]] = {
    "ambitie": (large.ambitie, small.ambitie),
    "belangen": (large.belangen, small.belangen),
    "relatie": (large.relatie, small.relatie),
    "organisatie": (large.organisatie, small.organisatie),
    "proces": (large.proces, small.proces),
}
"""Condition -> how to draw its pictogram, in colour and small."""


def redraw_pictograms(folder: Path) -> list[Path]:
    """Draw all pictograms into `folder`; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (in_colour, in_one) in PICTOGRAMS.items():
        for ending, document in (
            ("", in_colour().svg()),
            ("-klein", svg_document([(in_one(), "ink")])),
            ("-klein-wit", svg_document([(in_one(), "white")])),
        ):
            path = folder / f"{name}{ending}.svg"
            path.write_text(document, encoding="utf-8", newline="\n")
            written.append(path)
    return written
