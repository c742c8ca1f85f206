"""Small makers and oracles for the tests of the draw stage."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from PIL import Image
from tests.tools import require_tool

from samenspel.draw import ColourSpace, draw
from samenspel.draw.art import prepare_here
from samenspel.errors import SamenspelError
from samenspel.model.art import Art, PictureArt, VectorArt
from samenspel.model.frame import Box, Frame, Glyph, Item, Placement, Shape, TextRun
from samenspel.model.ink import BLACK, Ink
from samenspel.model.paths import rectangle
from samenspel.units import MM_PER_POINT

ROOT = Path(__file__).resolve().parents[3]
PROFILE = (ROOT / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes()
REGULAR = (ROOT / "assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()
HEADING = (ROOT / "assets/fonts/BricolageGrotesque-Bold.ttf").read_bytes()
FONTS = {"text": REGULAR, "heading": HEADING}
CORAL, TEAL, SAND = Ink(0, 72, 68, 2), Ink(78, 24, 40, 6), Ink(4, 8, 18, 0)
PALETTE = {"#e9674d": CORAL, "#2f8a8f": TEAL, "#efe3cf": SAND, "#1d1d1b": BLACK}
COLOURS = ColourSpace(PROFILE, PALETTE)
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhg"
    "GAWjR9awAAAABJRU5ErkJggg=="
)


def svg(body: str, box: str = "0 0 100 100", attributes: str = "") -> bytes:
    """A whole SVG file around ``body``."""
    return f'{OPEN} viewBox="{box}" {attributes}>{body}</svg>'.encode()


def prepare(data: bytes, name: str = "art.svg") -> Art:
    return prepare_here(name, data, colour=COLOURS)


def vector(body: str, box: str = "0 0 100 100", attributes: str = "") -> VectorArt:
    art = prepare(svg(body, box, attributes))
    assert isinstance(art, VectorArt), art.notes
    return art


def operators(body: str, box: str = "0 0 100 100", attributes: str = "") -> list[str]:
    """The operators of a drawing, without the outermost ``q``, ``cm`` and ``Q``."""
    lines = vector(body, box, attributes).operators.decode().split("\n")
    assert lines[0] == "q" and lines[1].endswith(" cm") and lines[-1] == "Q"
    return lines[2:-1]


def picture(data: bytes, name: str = "art") -> PictureArt:
    art = prepare(data, name)
    assert isinstance(art, PictureArt)
    return art


def codes(error: SamenspelError) -> list[str]:
    return [diagnostic.code for diagnostic in error.diagnostics]


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def _face(font: str) -> hb.Face:
    return hb.Face(FONTS[font])


def run(text: str, font: str = "text", size: float = 12, x: float = 5, y: float = 10,
        ink: Ink = BLACK, features: dict[str, bool] | None = None) -> TextRun:  # fmt: skip
    """A shaped run, as layout makes them."""
    face = _face(font)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer, features or {})
    scale, pen = size / face.upem * MM_PER_POINT, 0
    starts = [*sorted({info.cluster for info in buffer.glyph_infos}), len(text)]
    ends = dict(pairwise(starts))
    glyphs, seen = [], set()
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        part = "" if info.cluster in seen else text[info.cluster : ends[info.cluster]]
        seen.add(info.cluster)
        where = (pen + place.x_offset) * scale
        glyphs.append(Glyph(info.codepoint, where, place.y_offset * scale, part))
        pen += place.x_advance
    return TextRun(font, size, x, y, pen * scale, text, tuple(glyphs), ink)


def frame(*items: Item, width: float = 60, height: float = 40, bleed: float = 3) -> Frame:
    return Frame("test", width, height, bleed, 4, items)


def filled(box: Box, ink: Ink) -> Shape:
    return Shape(rectangle(box), fill=ink)


def placed(art: Art, *items: Item, ground: Ink | None = None) -> bytes:
    """A PDF of one page of 40 × 40 mm with the art over all of it, after ``items``."""
    box = Box(0, 0, 40, 40)
    last = Placement("art", box) if ground is None else Placement("art", box, ground=ground)
    page = frame(*items, last, width=40, height=40, bleed=0)
    return draw([page], fonts=FONTS, arts={"art": art}, colours=COLOURS)


class Plates:
    """One page as Ghostscript separates it: percentages by plate and place in mm."""

    def __init__(self, pdf: bytes, folder: Path, dpi: int = 127) -> None:
        program = require_tool("gs")
        source = folder / "page.pdf"
        source.write_bytes(pdf)
        device = ["-sDEVICE=tiffsep", f"-r{dpi}", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-q"]
        output = f"-sOutputFile={folder / 'plate.tif'}"
        done = subprocess.run(
            [program, *device, output, str(source)], capture_output=True, text=True, check=True
        )
        assert done.stdout + done.stderr == ""
        self._dpi = dpi
        self.images = {
            path.stem.partition("(")[2].rstrip(")"): Image.open(path).convert("L")
            for path in folder.glob("plate(*.tif")
        }

    def at(self, x: float, y: float) -> tuple[float, float, float, float]:
        """The tints of C, M, Y and K at a place in mm from the page's top left corner."""
        spot = int(x / 25.4 * self._dpi), int(y / 25.4 * self._dpi)
        values = [
            self.images[name].getpixel(spot) for name in ("Cyan", "Magenta", "Yellow", "Black")
        ]
        c, m, y_, k = ((255 - value) / 2.55 for value in values)  # type: ignore[operator]
        return c, m, y_, k

    def extremes(self, plate: str) -> tuple[float, float]:
        """The lightest and the fullest tint on a plate."""
        low, high = self.images[plate].getextrema()
        return (255 - high) / 2.55, (255 - low) / 2.55  # type: ignore[operator]


def near(found: tuple[float, ...], ink: Ink, slack: float = 0.6) -> bool:
    """Whether measured tints are an ink's, but for Ghostscript's 8 bits."""
    wanted = (ink.c, ink.m, ink.y, ink.k)
    return all(abs(a - b) <= slack for a, b in zip(found, wanted, strict=True))


def greys(pdf: bytes, folder: Path, dpi: int = 72) -> Image.Image:
    """The first page as poppler shows it, in grey."""
    program = require_tool("pdftoppm")
    source = folder / "look.pdf"
    source.write_bytes(pdf)
    subprocess.run(
        [program, "-r", str(dpi), "-gray", "-singlefile", str(source), str(folder / "look")],
        check=True,
    )
    return Image.open(folder / "look.pgm").convert("L")
