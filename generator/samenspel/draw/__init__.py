"""Stage 5, draw: Frames to PDF, and art files to press art.

``prepare_art`` (or an ``ArtCache``) turns SVG, JPEG, PNG and TIFF into press art through a
``ColourSpace``; ``draw`` puts Frames, fonts and that art in one PDF. What is heavy (reportlab, the
subsetter) is imported when the first page is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspel.draw.art import art_size, prepare_art
from samenspel.draw.cache import ArtCache
from samenspel.draw.codes import qr_modules
from samenspel.draw.colour import ColourSpace
from samenspel.draw.dieline import die_lined
from samenspel.draw.fontfiles import font_notes, printable
from samenspel.draw.logos import LogoLook, logo_look, screen_colours, thin_share
from samenspel.draw.manner import PLAIN, manner_of
from samenspel.draw.silhouettes import filled_outlines, silhouette
from samenspel.draw.tones import parse_hex
from samenspel.model.art import Art
from samenspel.model.frame import Frame
from samenspel.model.style import Press
from samenspel.pdf.drawing import Drawing
from samenspel.tagging import Marks

__all__ = [
    "ArtCache",
    "ColourSpace",
    "LogoLook",
    "art_size",
    "die_lined",
    "draw",
    "drawn",
    "filled_outlines",
    "font_notes",
    "logo_look",
    "parse_hex",
    "prepare_art",
    "printable",
    "qr_modules",
    "screen_colours",
    "silhouette",
    "thin_share",
]


def draw(
    frames: Sequence[Frame],
    *,
    fonts: Mapping[str, bytes],
    arts: Mapping[str, Art],
    press: Press | None = None,
    colours: ColourSpace | None = None,
) -> bytes:
    """A PDF with one page a Frame; see :func:`drawn`."""
    return drawn(frames, fonts=fonts, arts=arts, press=press, colours=colours).pdf()


def drawn(
    frames: Sequence[Frame],
    *,
    fonts: Mapping[str, bytes],
    arts: Mapping[str, Art],
    press: Press | None = None,
    colours: ColourSpace | None = None,
    after: Drawing | None = None,
    marks: Sequence[Marks | None] | None = None,
) -> Drawing:
    """A page a Frame, before it is a file; see :func:`samenspel.draw.pdf.write`.

    ``press`` decides on outlined text, overprint and rich black; without one text is live, black
    text overprints, and black is black alone. ``colours`` is how see-through areas of art mix with
    their ground, as on a screen; without it they mix in inks. With the ``marks`` of each page
    (:func:`samenspel.tagging.read`) pages say what on them is read, for a structure tree that
    finishing makes.
    """
    from samenspel.draw.pdf import write

    manner = manner_of(press) if press else PLAIN
    return write(
        frames, fonts=fonts, arts=arts, manner=manner, colours=colours, after=after, marks=marks
    )
