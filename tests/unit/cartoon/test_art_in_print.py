"""The committed art as a press sees it: true curves, little ink, lines that read in grey.

Lengths are canvas units unless their name says mm; the canvas is 1000 units wide.
"""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
import shapely
from PIL import Image, ImageChops, ImageFilter
from tests.decks import ROOT
from tests.unit.cartoon.svgfiles import FILES, filled, region, text_of

from samenspel.cartoon.palette import ACCENTS, PALETTE
from samenspel.cartoon.pictograms import PICTOGRAMS
from samenspel.cartoon.scenes import drawn_slugs
from samenspel.cartoon.svg import printable
from samenspel.draw import ColourSpace, prepare_art
from samenspel.loading import open_project, select
from samenspel.model.art import VectorArt
from samenspel.model.ink import Ink
from samenspel.presets import region_theme, theme_named

INK_LIMIT = 240.0
"""Most ink on one spot, in per cent of the four plates together."""

PIXEL_1200 = 25.4 / 1200
FARTHEST_MM = 0.02
"""How far the curves may run from the polygons that the kit drew."""

DRAWN = [f"cartoons/{slug}" for slug in drawn_slugs()] + [f"pictograms/{n}" for n in PICTOGRAMS]
PICTURES = [name for name in FILES if not name.startswith("logos/")]
PROJECT = open_project(ROOT, ROOT)
THEME = theme_named(PROJECT, "samenspel")
PROFILE = PROJECT.asset("icc/ISOcoated_v2_300_bas.icc")
NAMES = {colour.screen: name for name, colour in PALETTE.items()}


def painted(name: str) -> list[tuple[str, shapely.MultiPolygon]]:
    """The regions of a committed picture in painting order, with their colours' names."""
    return [(NAMES[fill], region(data)) for fill, data in filled(text_of(FILES[name]))]


# -- curves and polygons --------------------------------------------------------------------------


@pytest.mark.parametrize("name", DRAWN)
def test_curves_follow_the_polygons_to_two_hundredths_of_a_millimetre(name, drawn):
    """Only a rim of 0.02 mm along the polygons' edges may differ, at 50 mm wide."""
    layers = drawn(name.partition("/")[2]).layers
    polygons = [(shape, colour) for part, colour in layers if (shape := printable(part)).area]
    far = FARTHEST_MM * 20
    for (shape, colour), (committed, curves) in zip(polygons, painted(name), strict=True):
        assert colour == committed
        assert curves.difference(shape.buffer(far, quad_segs=4)).area < 0.01
        assert shape.buffer(-far, quad_segs=4).difference(curves).area < 0.01


def _rendered(svg: str, pixels: int) -> Image.Image:
    import resvg_py

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
    pixels = round(50 / PIXEL_1200)
    one = _rendered(text_of(FILES[name]), pixels)
    two = _rendered("\n".join([head, *paths, "</svg>"]), pixels)
    apart = ImageChops.difference(one, two).convert("L").point([0] * 64 + [255] * 192)
    assert apart.filter(ImageFilter.MinFilter(3)).getbbox() is None


# -- ink ------------------------------------------------------------------------------------------


def test_the_theme_prints_every_colour_as_the_palette_says():
    assert {name: THEME.screen[name] for name in PALETTE} == {
        name: colour.screen for name, colour in PALETTE.items()
    }
    for name, colour in PALETTE.items():
        ink = THEME.palette[name]
        assert (ink.c, ink.m, ink.y, ink.k) == colour.press


def test_no_colour_takes_more_ink_than_the_limit():
    for colour in PALETTE.values():
        assert sum(colour.press) <= INK_LIMIT, colour.name


@pytest.mark.parametrize("region_id", PROJECT.regions)
def test_no_regions_colour_takes_more_ink_than_the_limit(region_id):
    theme = region_theme(THEME, select(PROJECT, region_id, "nl").region)
    for name, ink in theme.palette.items():
        assert ink.c + ink.m + ink.y + ink.k <= INK_LIMIT, name


def _prepared(name: str, palette: dict[str, Ink]) -> VectorArt:
    colours = ColourSpace(PROFILE, {THEME.screen[n]: ink for n, ink in palette.items()})
    art = prepare_art(name, FILES[name].read_bytes(), colour=colours)
    assert isinstance(art, VectorArt) and art.notes == ()
    return art


def _inked(art: VectorArt) -> list[tuple[tuple[float, ...], str]]:
    """The art's fills in order: (ink, operators that make its path)."""
    parts = re.split(r"^([\d. ]+) k$", art.operators.decode(), flags=re.M)
    inks = [tuple(float(n) * 100 for n in numbers.split()) for numbers in parts[1::2]]
    return list(zip(inks, parts[2::2], strict=True))


@pytest.mark.parametrize("name", FILES)
def test_no_spot_takes_more_ink_than_the_limit(name):
    """Where plates overlap, what is painted later knocks out what lies below.

    That is PDF's paint model as long as nothing overprints: no graphics state, no blending. So
    the ink on a spot is that of the topmost colour, and each fill's own sum is the judge.
    """
    art = _prepared(name, dict(THEME.palette))
    assert not re.search(r"\b(gs|sh|Do|scn?|SCN?|[Gg]|RG|rg|K)\b", art.operators.decode())
    fills = _inked(art)
    assert fills
    assert max(sum(ink) for ink, _ in fills) <= INK_LIMIT


# -- black alone ----------------------------------------------------------------------------------


def _lightness(screen: str) -> float:
    """CIE L* of a screen colour."""
    channels = [int(screen[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def test_lines_stand_out_from_every_colour_in_greys():
    """Ink is at least 22 L* darker than any fill (it is 11 L*), so lines read in grey anywhere."""
    ink = _lightness(PALETTE["ink"].screen)
    for colour in PALETTE.values():
        assert colour.name == "ink" or _lightness(colour.screen) - ink >= 22, colour.name


def test_four_colours_are_accents():
    assert ACCENTS == ("coral", "mustard", "teal", "navy")


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("changed", [(accent,) for accent in ACCENTS] + [ACCENTS], ids="+".join)
def test_an_accent_recolours_exactly_its_own_paths(name, changed):
    new = {accent: Ink(10 + i, 20, 30, 40) for i, accent in enumerate(ACCENTS) if accent in changed}
    before = _inked(_prepared(name, dict(THEME.palette)))
    after = _inked(_prepared(name, {**THEME.palette, **new}))
    fills = [NAMES[fill] for fill, _ in filled(text_of(FILES[name]))]
    assert len(fills) == len(before) == len(after)
    for colour, (old, path), (fresh, same_path) in zip(fills, before, after, strict=True):
        assert path == same_path
        wanted = new.get(colour, THEME.palette[colour])
        assert np.allclose(fresh, (wanted.c, wanted.m, wanted.y, wanted.k))
        assert (fresh != old) == (colour in new)
