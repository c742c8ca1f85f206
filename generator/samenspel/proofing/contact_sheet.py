"""All cards of a deck on one picture, front beside back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

from samenspel.pipeline import BuiltFile
from samenspel.proofing.lettering import BOLD, REGULAR, font, in_our_letters
from samenspel.saying import say
from samenspel.units import Size

SHEET_WIDTH = 3000
"""Width of the contact sheet in pixels, about."""

GROUND, INK, SHADOW = (232, 231, 228), (60, 60, 58), (150, 148, 144)
MARGIN, HEAD, BETWEEN_SIDES, BETWEEN_CARDS = 12.0, 14.0, 2.5, 9.0
"""Millimetres of card on the contact sheet."""
BEST_SHAPE = 1.5


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

    def __init__(self, file: BuiltFile) -> None:
        self._file = file
        self._grid = grid_for(file.pages // 2, file.trim)
        self.scale = SHEET_WIDTH / self._grid.width
        """Pixels a millimetre of card."""
        self.size = round(file.trim.width * self.scale), round(file.trim.height * self.scale)
        """Of a face, in pixels."""
        self._faces: list[Image.Image] = []

    @property
    def said(self) -> str:
        """All that it shows beside its faces."""
        file = self._file
        return repr([*_headings(file), file.trim, file.radius])

    def face(self, page: Image.Image) -> Image.Image:
        """A page, drawn at this scale or finer, as it stands on the sheet."""
        if page.size == self.size:
            return page
        return page.resize(self.size, Image.Resampling.BILINEAR, reducing_gap=1.0)

    def add(self, face: Image.Image) -> None:
        """The next face, fronts and backs in turn."""
        self._faces.append(face)

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
    large, small = font(BOLD, 9 * scale), font(REGULAR, 5.5 * scale)
    title, details = _headings(file)
    pen.text((MARGIN * scale, base), title, INK, font=large, anchor="ls")
    pen.text((sheet.width - MARGIN * scale, base), details, INK, font=small, anchor="rs")


def _headings(file: BuiltFile) -> tuple[str, str]:
    """What the deck is called, and what it is."""
    title = file.title if in_our_letters(file.title) else f"{file.region} · {file.language}"
    size = say("{trim:g} × {trim2:g} mm", trim=file.trim.width, trim2=file.trim.height)
    return title, " · ".join((file.format, size, file.edition_code))
