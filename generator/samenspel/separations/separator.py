"""Separation of whole documents: bytes in, plates out."""

from __future__ import annotations

import io
import math
from types import TracebackType

import pikepdf
from PIL import Image, ImageChops

from samenspel.diagnostics import Location
from samenspel.errors import ContentError, FileAccessError, SamenspelError, UsageError
from samenspel.pdf import limits
from samenspel.pdf.limits import BAD, bounded
from samenspel.pdf.opening import opened
from samenspel.pdf.spaces import Spaces
from samenspel.pdf.values import entry, inherited, listed, rectangle
from samenspel.saying import counted, say
from samenspel.separations.compiling import Compiler
from samenspel.separations.looks import ramp
from samenspel.separations.plates import Box, Plate, PlateSet
from samenspel.separations.program import Note, Program, approximate, groups_of, missing, plates_of
from samenspel.separations.rendering import Rows, UndrawableError, render
from samenspel.separations.writing import Writer
from samenspel.units import POINTS_PER_MM, to_mm

MIN_DPI, MAX_DPI = 10.0, 2400.0
LETTER = (0.0, 0.0, 612.0, 792.0)
"""Points: what stands in for a MediaBox that is missing."""
EXACT_DPI, EXACT_PIXELS = 1200.0, 40_000_000
"""At which type from 3 pt is drawn as outlines, and how many pixels are held for it at most."""
NEARLY = 0.02
"""Pixels that a page may be cut by."""


class Separator:
    """A document that is open to be separated, page by page. Use it as a context."""

    def __init__(self, pdf: bytes, name: str = "") -> None:
        """Raises FileAccessError ``pdf-unreadable``, ``pdf-locked``; ``name`` is for messages."""
        self.name = name
        try:
            with bounded(pictures=True):
                self._source = opened(pdf)
                self._pages = len(self._source.pages)
        except pikepdf.PasswordError as error:
            raise FileAccessError.of(
                "pdf-locked",
                "the file opens with a password only",
                self._place(),
                remedy="save it without a password",
            ) from error
        except BAD as error:
            raise self._unreadable(limits.reason(error)) from error
        self._intent = _intent(self._source)
        self._spaces = Spaces(self._intent, defaults=True)
        self._compiler = Compiler(self._source, self._spaces)
        self._ramps: dict[str, Image.Image] = {}

    def __enter__(self) -> Separator:
        """The separator itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the document."""
        self._source.close()

    def __len__(self) -> int:
        """How many pages there are."""
        return self._pages

    @property
    def profile(self) -> bytes | None:
        """The ICC profile of the file's output intent, where it has one for CMYK."""
        if self._intent is None:
            return None
        try:
            with bounded():
                data = limits.content(self._intent)
        except (pikepdf.PdfError, limits.TooLargeError):
            return None
        return data if data[16:20] == b"CMYK" and data[36:40] == b"acsp" else None

    def plates(
        self,
        page: int,
        *,
        dpi: float,
        smooth: bool = True,
        exact: bool = False,
        rows: Rows | None = None,
    ) -> PlateSet:
        """The plates of a page, which counts from 1.

        ``smooth`` turns on anti-aliasing. ``exact`` averages finer plates, as far as memory goes:
        PDFium fits small letters to whole pixels, which makes them up to a tenth too bold. With
        ``rows`` the pictures are only these rows of what they would be, and not exact. Raises
        UsageError ``page-unknown`` and ``page-too-large``
        (at this resolution), ContentError ``page-too-complex``, FileAccessError ``pdf-unreadable``.
        """
        if not MIN_DPI <= dpi <= MAX_DPI:
            raise ValueError(f"dpi lies between {MIN_DPI:g} and {MAX_DPI:g}, not {dpi:g}")
        if not 1 <= page <= self._pages:
            count = counted("1 page", "{count} pages", count=self._pages)
            raise UsageError.of(
                "page-unknown",
                say("there is no page {page}: the file has {count}", page=page, count=count),
                self._place(),
                remedy=say("name pages from 1 to {last}", last=self._pages),
            )
        try:
            with bounded(pictures=True):
                return self._separated(page, dpi, smooth, exact, rows)
        except limits.TooLargeError as error:
            raise ContentError.of(
                "page-too-complex",
                say(
                    "page {page} is too much to take apart: {why}",
                    page=page, why=limits.reason(error),
                ),
                self._place(),
                remedy="save the file again from the program that made it",
            ) from error
        except (*BAD, UndrawableError) as error:
            raise self._unreadable(limits.reason(error)) from error

    def ramp(self, ink: str) -> Image.Image:
        """What a spot on a page that was separated looks like: 256 × 1 pixels, by tint.

        In CMYK where the file gives that, else in RGB.
        """
        if ink not in self._ramps:
            with bounded(pictures=True):
                self._ramps[ink] = ramp(self._source, self._spaces, ink)
        return self._ramps[ink]

    def _separated(
        self, page: int, dpi: float, smooth: bool, exact: bool, rows: Rows | None
    ) -> PlateSet:
        view = _View(self._source.pages[page - 1])
        scale = dpi / 25.4
        size = view.pixels(scale)
        if size[0] * size[1] > limits.MAX_PIXELS:
            raise UsageError.of(
                "page-too-large",
                say(
                    "page {page} would be {width} × {height} pixels at {dpi:g} dpi",
                    page=page, width=size[0], height=size[1], dpi=dpi,
                ),
                self._place(),
                remedy="ask for fewer dots per inch with --dpi",
            )
        program = self._compiler.page(self._source.pages[page - 1])
        inks = plates_of(program)
        groups = groups_of(program, inks)
        data, notes = self._rewritten(program, groups, view.drawn(scale))
        found: dict[str, Image.Image] = {}
        if rows is not None:
            size = size[0], rows[1] - rows[0]
        finer = _finer(size, dpi) if exact and rows is None else 1
        sharp = scale * view.unit * finer
        pictures = render(data, sharp, smooth=smooth, rows=rows) if groups else []
        for group, drawn in zip(groups, pictures, strict=True):
            picture = drawn.reduce(finer) if finer > 1 else drawn
            found.update(zip(group, picture.split(), strict=False))
            size = picture.size
        plates = {ink: _plate(ink, found, size) for ink in inks}
        said = (*program.notes, *notes, *view.notes)
        return PlateSet(
            plates, said, scale, size, view.inside("/TrimBox"), view.inside("/BleedBox")
        )

    def _rewritten(
        self, program: Program, groups: list[tuple[str, ...]], box: list[float]
    ) -> tuple[bytes, list[Note]]:
        """A document with a page for each group of plates."""
        with pikepdf.new() as target:
            writer = Writer(self._source, target)
            for group in groups:
                writer.page(program, group, box)
            if groups and "/OCProperties" in self._source.Root:
                target.Root.OCProperties = writer.copied(self._source.Root.OCProperties)
            out = io.BytesIO()
            target.save(
                out,
                static_id=True,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                fix_metadata_version=False,
            )
        return out.getvalue(), list(writer.notes)

    def _place(self) -> Location | None:
        return Location(self.name) if self.name else None

    def _unreadable(self, why: str) -> SamenspelError:
        return FileAccessError.of(
            "pdf-unreadable",
            say("this cannot be read as a PDF file ({why})", why=why),
            self._place(),
            remedy="make the file anew, or choose another one",
        )


def _finer(size: tuple[int, int], dpi: float) -> int:
    """How many times as fine plates are drawn that are averaged."""
    room = math.sqrt(EXACT_PIXELS / (size[0] * size[1]))
    return max(math.floor(min(EXACT_DPI / dpi, room)), 1)


def plates(pdf: bytes, page: int, *, dpi: float, smooth: bool = True) -> PlateSet:
    """The plates of one page of a file; for several pages, a Separator is faster."""
    with Separator(pdf) as separator:
        return separator.plates(page, dpi=dpi, smooth=smooth)


def _plate(ink: str, lights: dict[str, Image.Image], size: tuple[int, int]) -> Plate:
    """An ink's plate; one that nothing was drawn for is empty."""
    if ink not in lights:
        return Plate(ink, Image.new("L", size, 0))
    return Plate(ink, ImageChops.invert(lights[ink]))


def _intent(document: pikepdf.Pdf) -> pikepdf.Object | None:
    """The profile stream of the first output intent that has one."""
    for intent in listed(document.Root.get("/OutputIntents")):
        profile = entry(intent, "/DestOutputProfile")
        if isinstance(profile, pikepdf.Stream):
            return profile
    return None


class _View:
    """A page's boxes."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page.obj
        media = _area(inherited(self._page, "/MediaBox"))
        self.box = media or LETTER
        self.unit = float(self._page.get("/UserUnit", 1))
        self.notes: list[Note] = []
        if int(self._page.get("/Rotate", 0)) % 360:
            turned = "the page is turned for viewing; its plates are shown as it is stored"
            self.notes.append(approximate(turned))
        if media is None:
            self.notes.append(missing("the page has no MediaBox; US Letter is assumed"))

    def pixels(self, scale: float) -> tuple[int, int]:
        left, bottom, right, top = self.box
        points = scale * self.unit / POINTS_PER_MM
        sides = (right - left) * points, (top - bottom) * points
        return max(math.ceil(sides[0] - NEARLY), 1), max(math.ceil(sides[1] - NEARLY), 1)

    def drawn(self, scale: float) -> list[float]:
        """The MediaBox, at the right and below made up to whole pixels, so nothing is stretched."""
        left, _, _, top = self.box
        points = scale * self.unit / POINTS_PER_MM
        width, height = ((side - NEARLY / 2) / points for side in self.pixels(scale))
        return [left, top - height, left + width, top]

    def inside(self, name: str) -> Box:
        """A box in mm from the MediaBox's top left corner; the MediaBox itself when missing."""
        left, _, _, top = self.box
        found = _area(entry(self._page, name)) or self.box
        x0, y0, x1, y1 = found[0] - left, top - found[3], found[2] - left, top - found[1]
        unit = to_mm(self.unit)
        return x0 * unit, y0 * unit, x1 * unit, y1 * unit


def _area(value: pikepdf.Object | None) -> Box | None:
    """A rectangle that has an area."""
    found = rectangle(value) if value is not None else None
    return found if found and found[2] > found[0] and found[3] > found[1] else None
