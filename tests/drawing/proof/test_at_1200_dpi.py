"""A renderer at 1200 dpi sees the polygons in the committed curves."""

from __future__ import annotations

import io

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageFilter
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
    assert apart.filter(ImageFilter.MinFilter(3)).getbbox() is None
