"""The cards by fpdf2: ``python with_fpdf2.py faces.json cards.pdf``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fpdf import FPDF

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FACES = {
    "head": "BricolageGrotesque-ExtraBold.ttf",
    "body": "AtkinsonHyperlegibleNext-Regular.ttf",
    "semi": "AtkinsonHyperlegibleNext-SemiBold.ttf",
}


def front(pdf: FPDF, one: dict[str, Any]) -> None:
    """Tint, drawing, title and core."""
    pdf.add_page()
    pdf.set_fill_color(one["tint"])
    pdf.rect(0, 0, 111, 94, style="F")
    if one["picture"]:
        pdf.image(one["picture"], x=14, y=6, w=83)
    paragraph(pdf, "head", 25, 9, one["title"], 104)
    paragraph(pdf, "semi", 12.5, 5.6, one["core"], pdf.get_y() + 3)


def back(pdf: FPDF, one: dict[str, Any]) -> None:
    """Band with the title, text and questions."""
    pdf.add_page()
    pdf.set_fill_color(one["tint"])
    pdf.rect(0, 0, 111, 30, style="F")
    paragraph(pdf, "head", 16, 6, one["title"], 14)
    paragraph(pdf, "body", 10, 4.8, one["text"], 36)
    for number, question in enumerate(one["questions"], start=1):
        paragraph(pdf, "semi", 13.5, 5.7, f"{number}  {question}", pdf.get_y() + 5)


def paragraph(pdf: FPDF, face: str, size: float, step: float, text: str, y: float) -> None:
    """A text of several lines at the margin."""
    pdf.set_font(face, size=size)
    pdf.set_xy(11, y)
    pdf.multi_cell(89, step, text, align="L", new_x="LMARGIN", new_y="NEXT")


def main() -> None:
    """Read the faces, draw, write."""
    pdf = FPDF(unit="mm", format=(111, 154))
    pdf.set_auto_page_break(False)
    for name, file in FACES.items():
        pdf.add_font(name, fname=FONTS / file)
    pdf.set_text_shaping(True)
    for one in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        front(pdf, one)
        back(pdf, one)
    pdf.output(sys.argv[2])


if __name__ == "__main__":
    main()
