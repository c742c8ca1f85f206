"""Where preflight says that text stands is where poppler finds it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from tests.tools import require_tool

from samenspel.preflight.document import Document
from samenspel.preflight.marks import TEXT

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"')
NEAR = 1.5
"""Points: half a millimetre; boxes of letters are drawn by their widths, here as there."""


@pytest.mark.parametrize("page", [2, 9, 18, 41])
def test_text_stands_where_poppler_finds_it(built: Path, page: int) -> None:
    file = built / "a6" / "cards.pdf"
    words = poppler(file, page)
    with pikepdf.open(file) as pdf:
        view = Document(pdf, exact=True).pages[page - 1]
        boxes = [mark.extent for mark in view.of_kind(TEXT)]
    assert boxes and words
    assert min(box[0] for box in boxes) == pytest.approx(min(w[0] for w in words), abs=NEAR)
    assert max(box[2] for box in boxes) == pytest.approx(max(w[2] for w in words), abs=NEAR)
    for left, top, right, bottom in words:
        middle = (left + right) / 2, view.media[3] - (top + bottom) / 2
        assert any(holds(box, middle) for box in boxes), (left, top)


def holds(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    x, y = point
    return box[0] - NEAR <= x <= box[2] + NEAR and box[1] - NEAR <= y <= box[3] + NEAR


def poppler(file: Path, page: int) -> list[tuple[float, float, float, float]]:
    """The boxes of all words on a page: points from its top left corner."""
    tool = require_tool("pdftotext")
    number = str(page)
    found = subprocess.run(
        [tool, "-bbox", "-f", number, "-l", number, str(file), "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    return [tuple(map(float, match.groups())) for match in WORD.finditer(found.stdout)]
