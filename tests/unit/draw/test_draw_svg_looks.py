"""Our vectors look as resvg shows the same drawing; and drawings that are left to resvg."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops
from tests.unit.draw.helpers import (
    CORAL,
    DOT,
    Plates,
    filled,
    greys,
    near,
    picture,
    placed,
    prepare,
    svg,
    vector,
)

from samenspel.model.art import PictureArt
from samenspel.model.frame import Box
from samenspel.model.ink import Ink

SIDE = 400


def by_resvg(data: bytes) -> Image.Image:
    """resvg's own picture of a drawing, on white, in grey."""
    drawing = data.decode()
    png = resvg_py.svg_to_bytes(
        drawing, width=SIDE, height=SIDE, skip_system_fonts=True, background="#fff", dpi=96
    )
    return Image.open(io.BytesIO(png)).convert("L")


def differing(data: bytes, folder: Path) -> float:
    """The share of pixels that are ink for one and paper for the other, thin edges aside."""
    art = prepare(data)
    ours = greys(placed(art), folder, dpi=254)
    wanted = by_resvg(data)
    assert ours.size == wanted.size == (SIDE, SIDE)
    one = ours.point([0] * 128 + [255] * 128)
    two = wanted.point([0] * 128 + [255] * 128)
    return ImageChops.difference(one, two).histogram()[255] / SIDE**2


DRAWINGS = {
    "arcs": '<path d="M10 50a20 30 30 1 0 40 10A10 10 0 0 1 80 40a5 5 0 0 0-9-9z'
    'M60 80A1 2 20 1 1 90 90z"/>',
    "smooth": '<path d="M5 50C5 5 45 5 50 50S95 95 95 50V95T50 80 5 95z"/>',
    "even-odd": '<path fill-rule="evenodd" d="M50 5L80 95 5 35H95L20 95z"/>',
    "nonzero": '<path d="M50 5L80 95 5 35H95L20 95z"/>',
    "rounded": '<rect x="10" y="20" width="70" height="50" rx="30" ry="10"/>',
    "ovals": '<circle cx="30" cy="30" r="25"/><ellipse cx="60" cy="70" rx="35" ry="20"/>',
    "polygons": '<polygon points="10,10 90,20 50,90"/><polyline points="5 95 50 50 95 95"/>',
    "miter": '<path d="M10 90L30 10L50 90L55 10" fill="none" stroke="#000" stroke-width="6"/>',
    "limit": '<path d="M10 90L30 10L50 90L55 10" fill="none" stroke="#000" stroke-width="6" '
    'stroke-miterlimit="20"/>',
    "round": '<path d="M20 80L40 20L60 80" fill="none" stroke="#000" stroke-width="20" '
    'stroke-linejoin="round" stroke-linecap="round"/>',
    "bevel": '<path d="M20 80L40 20L60 80" fill="none" stroke="#000" stroke-width="20" '
    'stroke-linejoin="bevel" stroke-linecap="square"/>',
    "dashes": '<circle cx="50" cy="50" r="40" fill="none" stroke="#000" stroke-width="8" '
    'stroke-dasharray="20 6 3" stroke-dashoffset="7"/>',
    "stretched": '<g transform="translate(10 10) skewX(20) scale(2 .5)"><circle cx="20" cy="80" '
    'r="15" fill="none" stroke="#000" stroke-width="8"/></g>',
    "turned": '<g transform="rotate(30 50 50) scale(.5)"><rect x="40" y="40" width="90" '
    'height="60"/></g>',
    "order": '<circle cx="50" cy="50" r="30" fill="#fff" stroke="#000" stroke-width="20" '
    'paint-order="stroke"/>',
    "clipped": '<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath>'
    '<g clip-path="url(#c)" transform="translate(10 0)"><rect width="60" height="100"/></g>',
    "clip of ovals": '<clipPath id="c"><circle cx="40" cy="50" r="30"/><rect x="50" y="10" '
    'width="30" height="50"/></clipPath><rect clip-path="url(#c)" width="100" height="100"/>',
    "clip by box": '<clipPath id="c" clipPathUnits="objectBoundingBox" transform="scale(.8)">'
    '<path d="M0 0L1 0L.5 1Z"/></clipPath><path clip-path="url(#c)" d="M10 20C10 0 90 0 90 90z"/>',
    "clip of clip": '<clipPath id="d"><rect width="50" height="99"/></clipPath><clipPath id="c" '
    'clip-path="url(#d)"><circle cx="50" cy="50" r="30"/></clipPath>'
    '<rect clip-path="url(#c)" width="100" height="100"/>',
    "clip rule": '<clipPath id="c"><path clip-rule="evenodd" d="M50 5L80 95 5 35H95L20 95z"/>'
    '</clipPath><rect clip-path="url(#c)" width="100" height="100"/>',
    "use": '<defs><g id="g"><rect width="20" height="20"/><circle cx="30" cy="10" r="8"/></g>'
    '</defs><use href="#g" x="5" y="5"/><use href="#g" transform="translate(90 40) rotate(90)"/>',
    "symbol": '<symbol id="s" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid slice"><circle '
    'cx="5" cy="5" r="6"/></symbol><use href="#s" x="20" y="10" width="60" height="30"/>'
    '<use href="#s" y="50" width="40" height="40" x="50"/>',
    "nested": '<svg x="20" y="20" width="60" height="40" viewBox="0 0 30 30">'
    '<rect x="-10" y="10" width="50" height="10"/><circle cx="15" cy="15" r="14"/></svg>',
    "style": "<style>.a{fill:#fff} g{fill:#000} #x{stroke:#000;stroke-width:5}</style><g>"
    '<rect width="60" height="60"/><rect class="a" x="10" y="10" width="20" height="20"/>'
    '<circle id="x" class="a" cx="70" cy="70" r="20"/></g>',
    "switch": '<switch><circle cx="20" cy="30" r="15"/><rect width="90" height="90"/></switch>',
    "non-scaling": '<g transform="scale(5)"><circle cx="10" cy="10" r="6" fill="none" '
    'stroke="#000" stroke-width=".8"/></g>',
    "units": '<rect x="10%" y="5mm" width="1cm" height="20pt"/>',
    "visibility": '<g visibility="hidden"><rect width="99" height="50"/><circle cx="50" cy="70" '
    'r="20" visibility="visible"/></g>',
    "mirrored": '<g transform="matrix(-1 0 .3 1 90 0)"><path d="M0 0h50v30l-20 50z"/></g>',
    "open": '<path d="M10 10L90 20L50 90" stroke="#000" stroke-width="4" fill="#000"/>',
    "subpaths": '<path d="M10 10h30v30h-30zm10 10v10h10v-10zM60 60l30 0 0 30zl-20 5 0 20"/>',
}  # fmt: skip


@pytest.mark.parametrize("name", DRAWINGS)
def test_vectors_look_as_resvg_shows_them(name: str, tmp_path: Path) -> None:
    vector(DRAWINGS[name])
    assert differing(svg(DRAWINGS[name]), tmp_path) < 0.004


@pytest.mark.parametrize(
    ("attributes", "box"),
    [
        ('width="100" height="100"', "10 -20 50 120"),
        ('width="100" height="100" preserveAspectRatio="none"', "0 0 50 120"),
        ('width="100" height="100" preserveAspectRatio="xMinYMin slice"', "0 0 50 120"),
    ],
)
def test_canvases_look_as_resvg_shows_them(attributes: str, box: str, tmp_path: Path) -> None:
    data = svg(DRAWINGS["arcs"], box, attributes)
    assert differing(data, tmp_path) < 0.004


def test_the_measure_would_notice(tmp_path: Path) -> None:
    """A control: the same comparison fails for a drawing that is a little different."""
    ours = prepare(svg('<circle cx="50" cy="50" r="30"/>'))
    other = by_resvg(svg('<circle cx="50" cy="50" r="31"/>'))
    shown = greys(placed(ours), tmp_path, dpi=254)
    pairs = ImageChops.difference(
        shown.point([0] * 128 + [255] * 128), other.point([0] * 128 + [255] * 128)
    )
    assert pairs.histogram()[255] / SIDE**2 > 0.01


# -- pictures -------------------------------------------------------------------------------------

GRADIENT = (
    '<linearGradient id="g" x2=".001" spreadMethod="reflect">'
    '<stop stop-color="#e9674d"/><stop offset="1" stop-color="#2f8a8f"/>'
    "</linearGradient>"
)
R = '<rect width="50" height="50"'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f'{GRADIENT}{R} fill="url(#g)"/>', "gradients"),
        (f'{GRADIENT}{R} stroke="url(#g)"/>', "gradients"),
        ('<radialGradient id="g" fx="1"><stop/><stop offset="1" stop-color="red"/>'
         f'</radialGradient>{R} fill="url(#g)"/>', "gradients"),
        (f'<pattern id="g" width="5" height="5">{R}/></pattern>{R} fill="url(#g)"/>', "patterns"),
        (f'{R} opacity=".5"/>', "transparency"),
        (f'{R} fill-opacity="50%"/>', "transparency"),
        (f'{R} stroke="red" stroke-opacity=".5"/>', "transparency"),
        (f'{R} fill="#ff000080"/>', "transparency"),
        (f'{R} fill="rgba(1,2,3,.4)"/>', "transparency"),
        (f'<g style="opacity:.2">{R}/></g>', "transparency"),
        (f'<mask id="m">{R} fill="white"/></mask>{R} mask="url(#m)"/>', "masks"),
        (f'<filter id="f"><feGaussianBlur stdDeviation="1"/></filter>{R} filter="url(#f)"/>',
         "filters"),
        (f'{R} style="mix-blend-mode:multiply"/>', "blend modes"),
        (f'<image width="9" height="9" href="{DOT}"/>', "embedded pictures with see-through parts"),
        (f'<marker id="m">{R}/></marker><path d="M0 0L9 9" stroke="red" marker-end="url(#m)"/>',
         "markers"),
        ('<path d="M5 50L50 5L50 95" stroke="red" stroke-width="9" stroke-linejoin="miter-clip"/>',
         "clipped miters"),
        (f'<clipPath id="c"><path d="M0 0L9 9L9 0Z"/><path d="M0 9L9 9L9 0Z"/></clipPath>'
         f'{R} clip-path="url(#c)"/>', "intricate clipping"),
        (f'<clipPath id="c" clipPathUnits="objectBoundingBox">{R}/></clipPath>'
         f'<g clip-path="url(#c)">{R}/></g>', "intricate clipping"),
    ],
)  # fmt: skip
def test_what_is_left_to_resvg_is_noted(
    body: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenspel.draw.svg import rendering

    monkeypatch.setattr(rendering, "LONG_SIDE", 60)
    art = prepare(svg(body))
    assert isinstance(art, PictureArt)
    assert art.notes == (f"uses {reason}: printed as a 60 px picture",)


def test_several_reasons_are_all_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenspel.draw.svg import rendering

    monkeypatch.setattr(rendering, "LONG_SIDE", 60)
    body = f'{GRADIENT}{R} fill="url(#g)" opacity=".5"/><image href="{DOT}" width="1" height="1"/>'
    art = prepare(svg(body))
    assert art.notes[0].startswith(
        "uses transparency, gradients and embedded pictures with see-through parts: "
    )


def test_css_transforms_reach_resvg_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenspel.draw.svg import rendering

    monkeypatch.setattr(rendering, "LONG_SIDE", 100)
    style = "<style>rect{transform:translate(40px, 3px) rotate(90deg)}</style>"
    art = picture(svg(f'{style}<rect width="50" height="20" opacity=".5"/>'))
    assert art.alpha is not None
    alpha = Image.frombytes("L", (100, 100), zlib.decompress(art.alpha))
    assert alpha.getbbox() == (20, 3, 40, 53)


@pytest.mark.parametrize(
    "look",
    ["<style>rect{;opacity:.5}</style>", "<style>/* x */ rect{;;opacity:.5;x}</style>"],
)
def test_stray_semicolons_do_not_throw_resvg_off(look: str) -> None:
    from samenspel.draw.svg import rendering

    art = picture(svg(f'{look}<rect width="50" height="50" style=";fill:#e9674d;;"/>'))
    assert art.alpha is not None
    side = rendering.LONG_SIDE
    alpha = Image.frombytes("L", (side, side), zlib.decompress(art.alpha))
    assert alpha.getpixel((9, 9)) == pytest.approx(127, abs=1)
    cmyk = Image.frombytes("CMYK", (side, side), zlib.decompress(art.data))
    cyan, magenta, _, black = cmyk.getpixel((9, 9))  # type: ignore[misc]
    assert magenta > 120 and cyan < 40 and black < 40


def test_units_reach_resvg_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenspel.draw.svg import rendering

    monkeypatch.setattr(rendering, "LONG_SIDE", 100)
    art = picture(svg('<rect x="50%" width="15pt" height="6pc" opacity=".5"/>'))
    assert art.alpha is not None
    alpha = Image.frombytes("L", (100, 100), zlib.decompress(art.alpha))
    assert alpha.getbbox() == (50, 0, 70, 96)


def test_unused_gradients_leave_a_drawing_vectors() -> None:
    vector(f'<defs>{GRADIENT}<mask id="m">{R}/></mask></defs>{R} opacity=".999"/>')


@pytest.mark.as_printed
def test_a_picture_is_2400_pixels_long_and_fits_the_canvas() -> None:
    art = picture(svg(f'{GRADIENT}<rect width="100" height="50" fill="url(#g)"/>', "0 0 100 50"))
    assert (art.width, art.height) == (2400, 1200)
    assert art.alpha is None
    tall = picture(svg(f'{GRADIENT}{R} fill="url(#g)"/>', "0 0 50 149.97"))
    assert (tall.width, tall.height) == (800, 2400)


@pytest.mark.as_printed
@pytest.mark.parametrize("attributes", ['width="60" height="20"', 'width="30mm" height="10mm"'])
def test_pictures_without_a_view_box_scale(attributes: str) -> None:
    from tests.unit.draw.helpers import OPEN

    body = f'{GRADIENT}<rect width="50%" height="100%" fill="url(#g)"/>'
    art = picture(f"{OPEN} {attributes}>{body}</svg>".encode())
    assert (art.width, art.height) == (2400, 800)
    assert art.alpha is not None
    alpha = Image.frombytes("L", (2400, 800), zlib.decompress(art.alpha))
    assert alpha.getpixel((1150, 790)) == 255
    assert alpha.getpixel((1250, 10)) == 0


def test_black_in_a_rendered_drawing_stays_on_the_black_plate(tmp_path: Path) -> None:
    body = f'{GRADIENT}{R} fill="url(#g)"/><rect y="50" width="100" height="50"/>'
    under = filled(Box(0, 0, 40, 40), CORAL)
    plates = Plates(placed(prepare(svg(body)), under, ground=CORAL), tmp_path)
    assert near(plates.at(20, 30), Ink(0, 0, 0, 100))
    assert near(plates.at(30, 10), CORAL)
    assert min(plates.at(10, 10)[:3]) > 5


def test_a_rendering_without_anything_in_it_is_empty() -> None:
    from tests.unit.draw.helpers import codes

    from samenspel.errors import ContentError

    hidden = f'<mask id="m"/>{R} mask="url(#m)"/>'
    with pytest.raises(ContentError) as raised:
        prepare(svg(hidden))
    assert codes(raised.value) == ["svg-empty"]


def test_resvg_failing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.unit.draw.helpers import codes

    from samenspel.errors import ContentError

    class Panic(BaseException):
        pass

    def fail(**_: object) -> bytes:
        raise Panic("called unwrap on None")

    monkeypatch.setattr(resvg_py, "svg_to_bytes", fail)
    with pytest.raises(ContentError) as raised:
        prepare(svg(f'{R} opacity=".5"/>'))
    assert codes(raised.value) == ["svg-render-failed"]


def test_resvg_sees_only_what_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = resvg_py.svg_to_bytes

    def spy(svg_string: str, **options: object) -> bytes:
        assert options["skip_system_fonts"] is True
        assert "resources_dir" not in options
        seen.append(svg_string)
        return real(svg_string=svg_string, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(resvg_py, "svg_to_bytes", spy)
    body = (
        '<metadata><x/></metadata><i:pgf xmlns:i="http://ai">secret</i:pgf><!-- note -->'
        f'<g xml:base="http://x/" i:z="1" xmlns:i="http://ai">{R} opacity=".5"/></g>'
        "<style><![CDATA[g > rect{fill:red}]]></style>"
    )
    picture(svg(body))
    assert "secret" not in seen[0] and "xml:base" not in seen[0] and "note" not in seen[0]
    assert "<style" not in seen[0] and 'style="opacity:.5;fill:red"' in seen[0]
