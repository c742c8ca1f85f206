"""The grid that the cards are designed on, laid over a picture of a page.

Six columns lie within the margins; the height is cut into 48 rows, of which every other one is
drawn. Bands, panels, stories and questions begin and end on rows.
"""

from __future__ import annotations

from PIL import Image, ImageDraw

from samenspel.units import Size

COLUMNS, ROWS = 6, 48
GUTTER = 3.0
"""Between two columns, in mm."""
COLUMN, ROW, SAFE = (0, 150, 220, 38), (0, 110, 190, 110), (220, 0, 90, 200)


def with_grid(picture: Image.Image, trim: Size, margin: float, safe: float) -> Image.Image:
    """The picture of a page with columns, rows and the safe zone over it. Lengths in mm."""
    scale = picture.width / trim.width
    over = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    wide = (trim.width - 2 * margin - (COLUMNS - 1) * GUTTER) / COLUMNS
    for place in range(COLUMNS):
        x = margin + place * (wide + GUTTER)
        pen.rectangle((x * scale, 0, (x + wide) * scale, picture.height), fill=COLUMN)
    for row in range(0, ROWS + 1, 2):
        y = row * picture.height / ROWS
        pen.line((0, y, picture.width, y), fill=ROW)
    edge = safe * scale
    pen.rectangle((edge, edge, picture.width - edge, picture.height - edge), outline=SAFE)
    return Image.alpha_composite(picture.convert("RGBA"), over).convert("RGB")
