"""The cards by plain reportlab, with svglib: ``python with_reportlab.py faces.json cards.pdf``.

Each drawing is read once and drawn on each page, as its guide shows.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from as_html import FACES, FONTS
from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from svglib.svglib import svg2rlg

WIDE, HIGH, LEFT, ACROSS = 111 * mm, 154 * mm, 11 * mm, 89 * mm


@cache
def drawing(path: str) -> Any:
    """A drawing, 83 mm wide."""
    found = svg2rlg(path)
    scale = 83 * mm / found.width
    found.scale(scale, scale)
    return found, found.height * scale


def paragraph(canvas: Canvas, face: str, size: float, step: float, text: str, top: float) -> float:
    """A text that begins ``top`` mm below the edge; where it ends."""
    style = ParagraphStyle(face, fontName=face, fontSize=size, leading=step * mm)
    made = Paragraph(text, style)
    _, high = made.wrap(ACROSS, HIGH)
    made.drawOn(canvas, LEFT, HIGH - top * mm - high)
    return top + high / mm


def tint(canvas: Canvas, colour: str, high: float) -> None:
    """The coloured part at the head of a face, ``high`` mm."""
    canvas.setFillColor(HexColor(colour))
    canvas.rect(0, HIGH - high * mm, WIDE, high * mm, stroke=0, fill=1)


def card(canvas: Canvas, one: dict[str, Any]) -> None:
    """Front and back."""
    tint(canvas, one["tint"], 94)
    if one["picture"]:
        made, high = drawing(one["picture"])
        renderPDF.draw(made, canvas, 14 * mm, HIGH - 6 * mm - high)
    end = paragraph(canvas, "head", 25, 9, one["title"], 104)
    paragraph(canvas, "semi", 12.5, 5.6, one["core"], end + 3)
    canvas.showPage()
    tint(canvas, one["tint"], 30)
    paragraph(canvas, "head", 16, 6, one["title"], 14)
    end = paragraph(canvas, "body", 10, 4.8, one["text"], 36)
    for number, question in enumerate(one["questions"], start=1):
        end = paragraph(canvas, "semi", 13.5, 5.7, f"{number}  {question}", end + 5)
    canvas.showPage()


def main() -> None:
    """Read the faces, draw, write."""
    for name, file in FACES.items():
        registerFont(TTFont(name, FONTS / file))
    canvas = Canvas(sys.argv[2], pagesize=(WIDE, HIGH), pageCompression=1)
    for one in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        card(canvas, one)
    canvas.save()


if __name__ == "__main__":
    main()
