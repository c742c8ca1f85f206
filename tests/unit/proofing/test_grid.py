"""The grid that is laid over the picture of a page."""

from __future__ import annotations

from PIL import Image

from samenspel.proofing.grid import COLUMNS, ROWS, with_grid
from samenspel.units import Size


def test_columns_lie_within_the_margins_and_rows_cut_the_height() -> None:
    page = Image.new("RGB", (1050, 1480), "white")
    shown = with_grid(page, Size(105, 148), 8, 4)
    assert shown.size == page.size
    between_rows = round(1480 / ROWS)
    line = [shown.getpixel((x, between_rows)) != (255, 255, 255) for x in range(1050)]
    edges = [x for x in range(1, 1050) if line[x] != line[x - 1] and 45 < x < 1005]
    assert (len(edges), edges[0], edges[-1]) == (2 * COLUMNS, 80, 971)
    assert shown.getpixel((40, 700)) != (255, 255, 255)  # the safe zone
    tones = [shown.getpixel((60, y)) for y in range(60, 1420)]  # beside all columns
    assert sum(tone != (255, 255, 255) for tone in tones) == len(
        [row for row in range(0, ROWS + 1, 2) if 60 <= row * 1480 / ROWS < 1420]
    )
