"""A renderer at 1200 dpi sees the polygons in the committed curves."""

from __future__ import annotations

import io

import pytest
import resvg_py
from PIL import Image, ImageChops
from tests.drawing.catalogue import DRAWN
from tests.drawing.svgfiles import FILES, text_of

from samenspel_drawing.palette import PALETTE
from samenspel_drawing.svg import printable

PIXEL_MM = 25.4 / 1200


def _rendered(svg: str, pixels: int) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=pixels, dpi=96, background="#ffffff")
    return Image.open(io.BytesIO(bytes(png))).convert("RGB")


@pytest.mark.parametrize("name", DRAWN)
def test_a_renderer_at_1200_dpi_sees_the_polygons(name, drawn):
    """resvg shows the file and its straight-edged polygons alike, but for one pixel at an edge."""
    head = text_of(FILES[name]).partition("\n")[0]
    paths = []
    for part, colour in drawn(name.partition("/")[2]).layers:
        rings = [r for p in printable(part).geoms for r in (p.exterior, *p.interiors)]
        corners = (" ".join(f"{x:.3f},{y:.3f}" for x, y in ring.coords) for ring in rings)
        data = "".join(f"M{text}Z" for text in corners)
        paths.append(f'<path fill="{PALETTE[colour].screen}" fill-rule="evenodd" d="{data}"/>')
    pixels = round(50 / PIXEL_MM)
    one = _rendered(text_of(FILES[name]), pixels)
    two = _rendered("\n".join([head, *paths, "</svg>"]), pixels)
    apart = ImageChops.difference(one, two).convert("L").point([0] * 64 + [255] * 192)
    assert _thinned(apart).getbbox() is None


def _thinned(picture: Image.Image) -> Image.Image:
    """What is left when each area loses one pixel along its edge."""
    for across, down in ((1, 0), (0, 1)):
        before = ImageChops.offset(picture, -across, -down)
        after = ImageChops.offset(picture, across, down)
        picture = ImageChops.darker(picture, ImageChops.darker(before, after))
    return picture


def test_one_pixel_is_an_edge_and_three_are_an_area():
    picture = Image.new("L", (40, 40), 0)
    picture.paste(255, (5, 5, 7, 35))
    assert _thinned(picture).getbbox() is None
    picture.paste(255, (20, 20, 23, 23))
    assert _thinned(picture).getbbox() == (21, 21, 22, 22)
