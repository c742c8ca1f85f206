"""Cards four on an A3 sheet: ``python imposing.py samenspel|pikepdf COUNT``.

The pages are small, so that what is measured is the imposing. pikepdf's own way is a page made a
form, copied to a new document and placed; it draws neither marks nor clips.
"""

from __future__ import annotations

import io
import sys

import pikepdf

from samenspel.impose import place, plan
from samenspel.model.sheet import Paper
from samenspel.units import to_points

TRIM, BLEED = (105.0, 148.0), 3.0
PLACES = 4


def pages(count: int, width: float, height: float) -> bytes:
    """A document of so many pages, sizes in points."""
    document = pikepdf.new()
    for number in range(count):
        page = document.add_blank_page(page_size=(width, height))
        page.Contents = document.make_stream(b"0 0 0 1 k 9 9 %d 9 re f" % (number % 200))
    block = io.BytesIO()
    document.save(block)
    return block.getvalue()


def with_pikepdf(cards: bytes) -> None:
    """Each page as a form, four on a page."""
    with pikepdf.open(io.BytesIO(cards)) as source, pikepdf.new() as sheets:
        known = list(source.pages)
        for first in range(0, len(known), PLACES):
            forms = pikepdf.Dictionary()
            operators = b""
            for place_, page in enumerate(known[first : first + PLACES]):
                forms[f"/C{place_}"] = sheets.copy_foreign(page.as_form_xobject())
                operators += b"q 1 0 0 1 %d 0 cm /C%d Do Q\n" % (place_ * 200, place_)
            sheet = sheets.add_blank_page(page_size=(842, 1191))
            sheet.Resources = pikepdf.Dictionary(XObject=forms)
            sheet.Contents = sheets.make_stream(operators)
        sheets.save(io.BytesIO())


def main() -> None:
    """Make the pages and impose them."""
    who, count = sys.argv[1], int(sys.argv[2])
    cards = pages(count, to_points(TRIM[0] + 2 * BLEED), to_points(TRIM[1] + 2 * BLEED))
    if who == "pikepdf":
        with_pikepdf(cards)
        return
    paper = Paper("a3", "A3", 297.0, 420.0)
    sheets = plan(count // 2, trim=TRIM, bleed=BLEED, gutter=None, paper=paper)
    marks = pages(len(sheets.sides), to_points(sheets.width), to_points(sheets.height))
    place(sheets, cards, marks, bleed=BLEED)


if __name__ == "__main__":
    main()
