"""Stage 5, draw: Frames to PDF, and art files to press art.

``prepare_art`` (or an ``ArtCache``) turns SVG, JPEG, PNG and TIFF into press art through a
``ColourSpace``; ``draw`` puts Frames, fonts and that art in one PDF. What is heavy (reportlab, the
subsetter) is imported when the first page is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspel.draw.art import art_size, prepare_art
from samenspel.draw.cache import ArtCache
from samenspel.draw.colour import ColourSpace
from samenspel.draw.logos import LogoLook, logo_look, screen_colours, thin_share
from samenspel.model.art import Art
from samenspel.model.frame import Frame

__all__ = [
    "ArtCache",
    "ColourSpace",
    "LogoLook",
    "art_size",
    "draw",
    "logo_look",
    "prepare_art",
    "screen_colours",
    "thin_share",
]


def draw(frames: Sequence[Frame], *, fonts: Mapping[str, bytes], arts: Mapping[str, Art]) -> bytes:
    """A PDF with one page a Frame; see :func:`samenspel.draw.pdf.write`."""
    from samenspel.draw.pdf import write

    return write(frames, fonts=fonts, arts=arts)
