"""Pictures to look at before anything is printed: each page, and all cards on one contact sheet.

Made from the very files that a build writes, so that nothing is shown which is not in them. Colours
are a screen's, not the press's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from samenspel.bounds import MAKING
from samenspel.diagnostics import Diagnostic
from samenspel.fence import allow
from samenspel.pipeline import BuildRequest, BuiltFile, Progress, Stopped, build_deck
from samenspel.pipeline.leftovers import old_picture, old_pictures
from samenspel.products import products
from samenspel.proofing.grid import with_grid
from samenspel.proofing.lettering import BOLD, REGULAR, font, in_our_letters, jpeg, png
from samenspel.proofing.wishes import shown_products
from samenspel.saying import say
from samenspel.staging import Staging
from samenspel.units import MM_PER_INCH, MM_PER_POINT, Size

DPI = 150
CONTACT_SHEET = "contact-sheet"
SHEET_WIDTH = 3000
"""Width of the contact sheet in pixels, about."""

GROUND, INK, SHADOW = (232, 231, 228), (60, 60, 58), (150, 148, 144)
MARGIN, HEAD, BETWEEN_SIDES, BETWEEN_CARDS = 12.0, 14.0, 2.5, 9.0
"""Millimetres of card on the contact sheet."""
BEST_SHAPE = 1.5


@dataclass(frozen=True, slots=True)
class PreviewReport:
    """What a preview made."""

    pictures: tuple[Path, ...]
    """The files with pictures."""
    stopped: tuple[Stopped, ...] = ()
    """The regions of which none could be made."""
    warnings: tuple[Diagnostic, ...] = ()
    """What became of files that stood there."""
    removed: tuple[Path, ...] = ()
    """Pictures of pages that are no more, where ``request.clean`` asks for that."""


def preview_deck(
    request: BuildRequest,
    on_progress: Callable[[Progress], None] | None = None,
    dpi: float = DPI,
    grid: bool = False,
    *,
    lossless: bool = False,
) -> PreviewReport:
    """Write ``<output>/<region>/<language>/<format>/preview/*.jpg``; ``lossless``: PNG files.

    A request without products shows those that are worth a look; ``grid`` lays the grid that cards
    are designed on over their pages. No preflight: pages are shown that a press would refuse.
    Raises what ``build_deck`` raises; then nothing was written.
    """
    ending, packed = (".png", png) if lossless else (".jpg", jpeg)
    with TemporaryDirectory(prefix="samenspel-") as folder:
        wanted = replace(
            request, output=Path(folder) / "deck", products=shown_products(request),
            pages="front-back", die_lines=False, inspected=False, clean=False,
        )  # fmt: skip
        report = build_deck(wanted, on_progress)
        warnings: list[Diagnostic] = []
        old: list[str] = []
        with Staging(request.output, kept=warnings.append) as staging:
            for file in report.files:
                home = f"{file.region}/{file.language}/{file.format}/preview/"
                made = []
                allow(MAKING + file.pages)
                for name, picture in _pictures(file, dpi, grid):
                    made.append(f"{home}{name}{ending}")
                    staging.write(made[-1], packed(picture, dpi))
                if f"{home}{CONTACT_SHEET}{ending}" in made:  # all cards, so no other is one
                    old += old_pictures(request.output, home, made)
            staging.discard(old if request.clean else ())
            pictures = tuple(staging.commit())
    places = tuple(request.output / name for name in old)
    if not request.clean:
        warnings += map(old_picture, places)
    removed = places if request.clean else ()
    return PreviewReport(pictures, report.stopped, tuple(warnings), removed)


def _pictures(file: BuiltFile, dpi: float, grid: bool) -> Iterator[tuple[str, Image.Image]]:
    """Each page of a file, and for cards the contact sheet."""
    cards = products()[file.product].paired
    with pypdfium2.PdfDocument(file.path) as document:
        fine = dpi / MM_PER_INCH
        sheet = ContactSheet(file, len(document)) if cards and not file.card else None
        for index in range(len(document)):
            picture = page_picture(document, index, file.bleed, fine)
            if sheet:  # a page is shown smaller than it was drawn, or else drawn again
                large = fine >= sheet.scale
                sheet.add(
                    picture if large else page_picture(document, index, file.bleed, sheet.scale)
                )
            if grid and cards:
                picture = with_grid(picture, file.trim, file.margin, file.safe)
            yield _name(file, index), picture
        if sheet:
            yield CONTACT_SHEET, sheet.picture()


def _name(file: BuiltFile, index: int) -> str:
    number = f"{file.place + index // 2:02d}-" if products()[file.product].paired else ""
    return f"{number}{file.page_names[index]}"


def page_picture(
    document: pypdfium2.PdfDocument, index: int, bleed: float, pixels_per_mm: float
) -> Image.Image:
    """One page, cut at its trim, which lies ``bleed`` mm inside the page."""
    bitmap = document[index].render(scale=pixels_per_mm * MM_PER_POINT, rev_byteorder=True)
    whole: Image.Image = bitmap.to_pil()
    whole = whole if whole.mode == "RGB" else whole.convert("RGB")
    cut = bleed * pixels_per_mm
    right, bottom = round(whole.width - cut), round(whole.height - cut)
    return whole.crop((round(cut), round(cut), right, bottom))


@dataclass(frozen=True, slots=True)
class Grid:
    """Where cards stand on the contact sheet, in mm of card. A cell holds front and back."""

    columns: int
    rows: int
    cell: tuple[float, float]

    @property
    def width(self) -> float:
        """The whole sheet's width."""
        return 2 * MARGIN + self.columns * (self.cell[0] + BETWEEN_CARDS) - BETWEEN_CARDS

    @property
    def height(self) -> float:
        """The whole sheet's height."""
        return 2 * MARGIN + HEAD + self.rows * (self.cell[1] + BETWEEN_CARDS) - BETWEEN_CARDS

    def corner(self, card: int) -> tuple[float, float]:
        """The top left corner of a card's front."""
        row, column = divmod(card, self.columns)
        return (
            MARGIN + column * (self.cell[0] + BETWEEN_CARDS),
            MARGIN + HEAD + row * (self.cell[1] + BETWEEN_CARDS),
        )


def grid_for(cards: int, trim: Size) -> Grid:
    """The grid that fills a landscape sheet best: few holes, and a shape near 3 : 2."""
    cell = 2 * trim.width + BETWEEN_SIDES, trim.height
    grids = [Grid(columns, math.ceil(cards / columns), cell) for columns in range(1, cards + 1)]

    def fault(grid: Grid) -> float:
        holes = grid.columns * grid.rows - cards
        return abs(math.log(grid.width / grid.height / BEST_SHAPE)) + 0.6 * holes / cards

    return min(grids, key=fault)


class ContactSheet:
    """All cards, front beside back, on a light ground under one line that says what they are."""

    def __init__(self, file: BuiltFile, pages: int) -> None:
        self._file = file
        self._grid = grid_for(pages // 2, file.trim)
        self.scale = SHEET_WIDTH / self._grid.width
        """Pixels a millimetre of card."""
        self._faces: list[Image.Image] = []

    def add(self, page: Image.Image) -> None:
        """The next page, fronts and backs in turn, in any size."""
        size = round(self._file.trim.width * self.scale), round(self._file.trim.height * self.scale)
        same = page.size == size
        self._faces.append(
            page if same else page.resize(size, Image.Resampling.BILINEAR, reducing_gap=1.0)
        )

    def picture(self) -> Image.Image:
        """The sheet with the pages that were added."""
        file, scale = self._file, self.scale
        sheet = Image.new("RGB", (SHEET_WIDTH, round(self._grid.height * scale)), GROUND)
        corners = [
            (round((x + side * (file.trim.width + BETWEEN_SIDES)) * scale), round(y * scale))
            for x, y in map(self._grid.corner, range(len(self._faces) // 2))
            for side in (0, 1)
        ]
        mask = _rounded(self._faces[0].size, file.radius * scale)
        _shadows(sheet, mask, corners, scale)
        for face, corner in zip(self._faces, corners, strict=True):
            sheet.paste(face, corner, mask)
        _headline(sheet, file, scale)
        return sheet


def _rounded(size: tuple[int, int], radius: float) -> Image.Image:
    """A mask with round corners, drawn at four times its size for a smooth edge."""
    large = Image.new("L", (size[0] * 4, size[1] * 4), 0)
    box = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, radius * 4, fill=255)
    return large.resize(size, Image.Resampling.LANCZOS)


def _shadows(
    sheet: Image.Image, mask: Image.Image, corners: Sequence[tuple[int, int]], scale: float
) -> None:
    """A soft shadow below each card: of one, blurred once, since all cards are of one shape."""
    fall, soft = round(0.8 * scale), 1.1 * scale
    edge = math.ceil(3 * soft)  # what a blur reaches
    dark = Image.new("L", (mask.width + 2 * edge, mask.height + 2 * edge), 0)
    dark.paste(170, (edge, edge), mask)
    dark = dark.filter(ImageFilter.GaussianBlur(soft))
    for x, y in corners:
        sheet.paste(SHADOW, (x - edge, y + fall - edge), dark)


def _headline(sheet: Image.Image, file: BuiltFile, scale: float) -> None:
    """Title at the left; format and edition at the right."""
    pen = ImageDraw.Draw(sheet)
    base = (MARGIN + 3.5) * scale
    large, small = (
        font(BOLD, 9 * scale),
        font(REGULAR, 5.5 * scale),
    )
    title = file.title if in_our_letters(file.title) else f"{file.region} · {file.language}"
    pen.text((MARGIN * scale, base), title, INK, font=large, anchor="ls")
    size = say("{trim:g} × {trim2:g} mm", trim=file.trim.width, trim2=file.trim.height)
    details = " · ".join((file.format, size, file.edition_code))
    pen.text((sheet.width - MARGIN * scale, base), details, INK, font=small, anchor="rs")
