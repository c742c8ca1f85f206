"""Our plates held against Ghostscript's, and small PDFs to separate."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageFilter
from tests.press.plates import plates as ghostscript

from samenspel.separations import PlateSet, plates

NEIGHBOURS = 5
"""Pixels: the side of the square around a pixel that has to be flat for the pixel to count."""


@dataclass(frozen=True)
class Agreement:
    """Differences in percent of ink over all pixels that count, and the share of those."""

    median: float
    maximum: float
    counted: float


def ghostscript_plates(
    pdf: Path, page: int, folder: Path, *, dpi: int = 144
) -> dict[str, Image.Image]:
    """All plates of a page by Ghostscript, spots as well, as tints: 0 is no ink."""
    ghostscript(pdf, page, folder, dpi=dpi)
    found = {}
    for path in folder.glob("p(*).tif"):
        name = re.fullmatch(r"p\((.*)\)\.tif", path.name)
        assert name is not None
        with Image.open(path) as film:
            found[name[1]] = ImageChops.invert(film.convert("L"))
    return found


def spread(image: Image.Image) -> Image.Image:
    """How much each pixel's neighbours differ."""
    most, least = ImageFilter.MaxFilter(NEIGHBOURS), ImageFilter.MinFilter(NEIGHBOURS)
    return ImageChops.subtract(image.filter(most), image.filter(least))


def agreement(ours: Image.Image, theirs: Image.Image, *, steepest: int = 1) -> Agreement:
    """How far two plates differ outside edges.

    A pixel counts when, **in both** plates, the 5 × 5 pixels around it differ by at most
    ``steepest`` levels of 255: no edge runs within two pixels of it. So anti-aliasing (ours has it,
    Ghostscript's has not) and a place that is half a pixel off do not count, but everything that
    is flat does, and so does an object that is there in one plate only, but for its own edge.
    """
    size = min(ours.width, theirs.width), min(ours.height, theirs.height)
    ours, theirs = ours.crop((0, 0, *size)), theirs.crop((0, 0, *size))
    steep = ImageChops.lighter(spread(ours), spread(theirs))
    flat = steep.point([255 if value <= steepest else 0 for value in range(256)])
    counts = ImageChops.difference(ours, theirs).histogram(flat)
    total = sum(counts)
    assert total, "nothing is flat"
    half = next(level for level, sum_ in enumerate(accumulate(counts)) if sum_ * 2 >= total)
    most = max(level for level, count in enumerate(counts) if count)
    return Agreement(half / 2.55, most / 2.55, total / (size[0] * size[1]))


class Page:
    """A page of 60 × 60 points, made by hand."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.resources = Dictionary()
        self.content = b""

    def add(self, kind: str, name: str, value: object) -> None:
        """A resource."""
        if kind not in self.resources:
            self.resources[kind] = Dictionary()
        self.resources[kind][name] = value

    def stream(self, data: bytes, **entries: object) -> pikepdf.Object:
        return self.pdf.make_indirect(pikepdf.Stream(self.pdf, data, **entries))

    def image(self, data: bytes, size: tuple[int, int], **entries: object) -> pikepdf.Object:
        entries = {"BitsPerComponent": 8, **entries}
        return self.stream(
            data, Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1], **entries
        )

    def spot(self, name: str, *solid: float) -> Array:
        """A Separation with a CMYK alternate."""
        tint = Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=Array(solid or (0, 1, 0, 0)), N=1
        )
        return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])

    def bytes(self) -> bytes:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, 60, 60],
            Resources=self.resources,
            Contents=self.pdf.make_stream(self.content),
        )
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(page)))
        out = io.BytesIO()
        self.pdf.save(out)
        return out.getvalue()


def tints(found: PlateSet, x: float, y: float) -> dict[str, int]:
    """Percent of each ink at a place in points from the lower left corner."""
    at = round(x * found.scale * 25.4 / 72), found.size[1] - round(y * found.scale * 25.4 / 72)
    pixels = {ink: plate.tints.getpixel(at) for ink, plate in found.items()}
    return {ink: round(value / 2.55) for ink, value in pixels.items() if value}


def separated(page: Page) -> PlateSet:
    return plates(page.bytes(), 1, dpi=144)
