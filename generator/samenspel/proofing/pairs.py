"""Cards of two decks beside each other, as far as their pages look different."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont

from samenspel.pipeline import BuiltFile
from samenspel.proofing.contact_sheet import GROUND, INK
from samenspel.proofing.lettering import BOLD, REGULAR, font, png
from samenspel.proofing.trimmed import page_picture
from samenspel.units import MM_PER_INCH

SEEN = 12
"""Levels of 255 by which a pixel must differ to count: less is how a page happened to be drawn."""

BETWEEN, MARGIN, HEAD = 3.0, 6.0, 9.0
"""Millimetres between pages, around them, and above them."""

JPEG_QUALITY = 88


@dataclass(frozen=True, slots=True)
class Pair:
    """One card: its front and back before, and after; ``None`` where there is no such card."""

    card: str
    before: Image.Image | None
    after: Image.Image | None

    def jpegs(self) -> tuple[bytes | None, bytes | None]:
        """Before and after, each as a JPEG of front and back."""
        return _jpeg(self.before), _jpeg(self.after)

    def side_by_side(self, titles: tuple[str, str], absent: tuple[str, str], dpi: float) -> bytes:
        """Before at the left, after at the right, each under its title, as a PNG.

        ``absent`` is what is written where a card is missing.
        """
        mm = dpi / MM_PER_INCH
        width, height = (self.before or self.after or Image.new("RGB", (1, 1))).size
        margin, head = round(MARGIN * mm), round(HEAD * mm)
        whole = Image.new("RGB", (2 * width + 3 * margin, height + head + margin), GROUND)
        pen = ImageDraw.Draw(whole)
        for place, picture in enumerate((self.before, self.after)):
            x = margin + place * (width + margin)
            face = _fitting(titles[place], 4.2 * mm, width)
            pen.text((x, head * 0.68), titles[place], INK, font=face, anchor="ls")
            if picture is not None:
                whole.paste(picture, (x, head))
            else:
                middle = x + width / 2, head + height / 2
                pen.text(middle, absent[place], INK, font=font(REGULAR, 4 * mm), anchor="mm")
        return png(whole, dpi)


def card_pairs(before: BuiltFile, after: BuiltFile, dpi: float) -> Iterator[Pair]:
    """The cards of which a page differs, in the order of the deck that comes after.

    Both files hold cards, front, back, front, back; a card that stands several times counts once.
    """
    with (
        pypdfium2.PdfDocument(before.path) as old,
        pypdfium2.PdfDocument(after.path) as new,
    ):
        olds, news = _page_numbers(before), _page_numbers(after)
        for card in _merged(list(olds), list(news)):
            one = _card(old, olds.get(card), before.bleed, dpi)
            two = _card(new, news.get(card), after.bleed, dpi)
            if one is None or two is None or differ(one, two):
                yield Pair(card, one, two)


def differ(one: Image.Image, two: Image.Image) -> bool:
    """True when two pictures differ so that it can be seen."""
    if one.size != two.size:
        return True
    greatest = ImageChops.difference(one, two).getextrema()
    return any(int(high[1]) > SEEN for high in greatest if isinstance(high, tuple))


def _page_numbers(file: BuiltFile) -> dict[str, int]:
    """The first page of each card, by the card's id."""
    places: dict[str, int] = {}
    for index in range(0, file.pages, 2):
        places.setdefault(file.page_names[index].removesuffix("-front"), index)
    return places


def _merged(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """All cards; those that are gone stand where they stood."""
    cards = list(new)
    for place, card in enumerate(old):
        if card not in cards:
            before = next((c for c in reversed(old[:place]) if c in cards), None)
            cards.insert(cards.index(before) + 1 if before else 0, card)
    return cards


def _card(
    document: pypdfium2.PdfDocument, first: int | None, bleed: float, dpi: float
) -> Image.Image | None:
    """Front and back of one card beside each other."""
    if first is None:
        return None
    sides = [page_picture(document, first + side, bleed, dpi / MM_PER_INCH) for side in (0, 1)]
    gap = round(BETWEEN * dpi / MM_PER_INCH)
    width, height = sides[0].size
    whole = Image.new("RGB", (2 * width + gap, height), GROUND)
    whole.paste(sides[0], (0, 0))
    whole.paste(sides[1], (width + gap, 0))
    return whole


def _fitting(text: str, size: float, width: float) -> ImageFont.FreeTypeFont:
    """The heading's font at a size at which the text is no wider than ``width`` pixels."""
    wide = font(BOLD, size).getlength(text)
    return font(BOLD, size * min(1.0, width / wide) if wide else size)


def _jpeg(picture: Image.Image | None) -> bytes | None:
    if picture is None:
        return None
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return out.getvalue()
