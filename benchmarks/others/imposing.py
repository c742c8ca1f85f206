"""Cards four on an A3 sheet: ``python imposing.py samenspel|pikepdf COUNT``.

Prints the seconds of CPU that imposing took, from the pages as they are at hand to the file: ours
are drawings (a build has them so), pikepdf's a file in memory. The pages are small, so that what is
measured is the imposing. pikepdf's own way is a page made a form, copied to a new document and
placed; it draws neither marks nor clips.
"""

from __future__ import annotations

import io
import sys
import time
import zlib

import pikepdf

from samenspel.impose import place, plan
from samenspel.model.sheet import Paper, SheetPlan
from samenspel.pdf.drawing import Drawing, Leaf
from samenspel.units import Size, to_points

TRIM, BLEED = Size(105.0, 148.0), 3.0
PLACES = 4


def operators(number: int) -> bytes:
    """What a page paints: each something else."""
    return b"0 0 0 1 k %d 9 %d 9 re f" % (number % 199, number)


def leaves(count: int, width: float, height: float) -> Drawing:
    """So many pages as a drawing, sizes in mm."""
    box = 0.0, 0.0, to_points(width), to_points(height)
    return Drawing([], [Leaf(box, zlib.compress(operators(one))) for one in range(count)])


def pages(count: int, width: float, height: float) -> bytes:
    """The same as a file."""
    return leaves(count, width, height).pdf()


def with_pikepdf(cards: bytes) -> bytes:
    """Each page as a form, four on a page."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(cards)) as source, pikepdf.new() as sheets:
        known = list(source.pages)
        for first in range(0, len(known), PLACES):
            forms = pikepdf.Dictionary()
            placed = b""
            for place_, page in enumerate(known[first : first + PLACES]):
                forms[f"/C{place_}"] = sheets.copy_foreign(page.as_form_xobject())
                placed += b"q 1 0 0 1 %d 0 cm /C%d Do Q\n" % (place_ * 200, place_)
            sheet = sheets.add_blank_page(page_size=(842, 1191))
            sheet.Resources = pikepdf.Dictionary(XObject=forms)
            sheet.Contents = sheets.make_stream(placed)
        sheets.save(out)
    return out.getvalue()


def ours(sheets: SheetPlan, cards: Drawing, marks: Drawing) -> bytes:
    """The pages in their slots, clipped at their bleed, with marks and slug above them."""
    return place(sheets, cards, marks, bleed=BLEED).pdf()


def main() -> None:
    """Make the pages, impose them, and tell what that took."""
    who, count = sys.argv[1], int(sys.argv[2])
    size = TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED
    if who == "pikepdf":
        file = pages(count, *size)
        begin = time.process_time()
        made = with_pikepdf(file)
    else:
        cards = leaves(count, *size)
        paper = Paper("a3", "A3", 297.0, 420.0)
        sides = plan(count // 2, trim=TRIM, bleed=BLEED, gutter=None, paper=paper).sides
        marks = leaves(len(sides), paper.width, paper.height)
        begin = time.process_time()
        sheets = plan(count // 2, trim=TRIM, bleed=BLEED, gutter=None, paper=paper)
        made = ours(sheets, cards, marks)
    print(time.process_time() - begin)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) == count // PLACES


if __name__ == "__main__":
    main()
