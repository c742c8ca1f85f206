"""A few pages as small pictures, with tolerance. Rewrite with ``SAMENSPEL_GOLDEN=write``.

Goldens of Frames tell exactly what moved; these tell whether the page still looks as it did, art,
colours, overprint and clipping included.
"""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from tests.decks import ROOT

GOLDEN = ROOT / "tests" / "golden" / "pictures"
PAGES = {
    "cover": ("a6/cards.pdf", 0),
    "condition-front": ("a6/cards.pdf", 12),
    "reminder-front": ("a6/cards.pdf", 20),
    "reminder-back": ("a6/cards.pdf", 21),
    "own-card-without-cartoon": ("a6/cards.pdf", 26),
    "poker-reminder-back": ("poker/cards.pdf", 21),
    "sheet-back": ("a6/sheets-a3.pdf", 1),
    "poster": ("a6/poster.pdf", 0),
}
WIDTH = 180


def rendered(pdf: Path, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    image = sheet.render(scale=4 * WIDTH / sheet.get_width()).to_pil().convert("RGB")
    document.close()
    height = round(image.height * WIDTH / image.width)
    return image.resize((WIDTH, height), Image.Resampling.BOX)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(built: Path, name: str) -> None:
    file, page = PAGES[name]
    now = rendered(built / file, page)
    golden = GOLDEN / f"{name}.png"
    if os.environ.get("SAMENSPEL_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        now.quantize(128, dither=Image.Dither.NONE).save(golden, optimize=True)
    then = Image.open(golden).convert("RGB")
    assert now.size == then.size
    difference = ImageChops.difference(now, then)
    assert max(ImageStat.Stat(difference).mean) < 3, "the page as a whole changed"
    blocks = difference.resize((WIDTH // 12, now.height // 12), Image.Resampling.BOX)
    assert max(high for _, high in blocks.getextrema()) < 30, "a part of the page changed"


def test_the_comparison_sees_a_moved_title(built: Path) -> None:
    """The tolerance is not so wide that it lets a mistake through."""
    now = rendered(built / "a6/cards.pdf", 20)
    moved = now.copy()
    third = now.height * 2 // 3
    moved.paste(now.crop((0, third, WIDTH, now.height - 6)), (0, third + 6))
    difference = ImageChops.difference(now, moved)
    blocks = difference.resize((WIDTH // 12, now.height // 12), Image.Resampling.BOX)
    assert max(high for _, high in blocks.getextrema()) >= 30
