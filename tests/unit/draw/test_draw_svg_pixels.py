"""Drawings of which a part is pixels: the rest stays vectors, and both print the same inks."""

from __future__ import annotations

import base64
import random
import zlib
from pathlib import Path

import pytest
from PIL import Image
from tests.unit.draw.helpers import (
    COLOURS,
    CORAL,
    SAND,
    TEAL,
    Plates,
    encoded,
    filled,
    near,
    operators,
    picture,
    placed,
    prepare,
    svg,
    vector,
)
from tests.unit.draw.test_draw_pictures import BUILD, cmyk_jpeg, flat, noise_jpeg

from samenspel.draw import art_size
from samenspel.draw.colour import Lab
from samenspel.draw.svg.reading import read
from samenspel.draw.svg.rendering import Renderer
from samenspel.errors import ContentError
from samenspel.model.art import VectorArt
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, PAPER, Ink

GLASS = '<circle cx="50" cy="55" r="6" fill="#2f8a8f" opacity=".5"/>'


def uri(data: bytes, kind: str) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


@pytest.mark.as_printed
def test_only_what_needs_pixels_becomes_pixels() -> None:
    art = vector(f'<rect width="40" height="40" fill="#e9674d"/>{GLASS}<path d="M0 90h100v5z"/>')
    assert len(art.insets) == 1
    inset = art.insets[0]
    assert inset.width == pytest.approx(12 * 24, abs=20) == inset.height
    assert b"0 0.72 0.68 0.02 k" in art.operators and b"0 0 0 1 k" in art.operators
    assert art.operators.index(b"/I0 Do") < art.operators.index(b"0 0 0 1 k")
    assert art.notes == ("uses transparency: that part is printed as pixels, the rest as vectors",)


@pytest.mark.as_printed
def test_a_drawing_of_nothing_else_is_one_picture() -> None:
    assert picture(svg(GLASS)).width == 2400


def test_states_are_closed_and_opened_again_around_pixels(tmp_path: Path) -> None:
    """The pixels stand at the root; what follows in its group keeps matrix, clip and colour."""
    body = (
        '<clipPath id="c"><rect width="45" height="100"/></clipPath><g clip-path="url(#c)">'
        '<g transform="translate(10 10)" fill="#e9674d"><rect width="20" height="20"/>'
        '<rect y="30" width="20" height="20" fill-opacity=".5"/>'
        '<rect y="60" width="60" height="20"/></g></g><rect x="60" width="40" height="100"/>'
    )
    plates = Plates(placed(vector(body)), tmp_path)
    assert near(plates.at(8, 8), CORAL) and near(plates.at(8, 32), CORAL)
    assert near(plates.at(20, 32), PAPER) and near(plates.at(30, 20), BLACK)
    mixed = COLOURS.ink((244, 179, 166))
    assert near(plates.at(8, 20), mixed, 1.5)


def test_later_vectors_lie_over_pixels_and_earlier_ones_below(tmp_path: Path) -> None:
    body = (
        '<rect width="100" height="50" fill="#e9674d"/>'
        '<rect width="50" height="100" opacity=".4"/>'
        '<rect x="20" y="20" width="10" height="60" fill="#2f8a8f"/>'
    )
    plates = Plates(placed(vector(body)), tmp_path)
    assert near(plates.at(10, 10), TEAL) and near(plates.at(10, 30), TEAL)
    assert near(plates.at(30, 10), CORAL)
    grey = plates.at(4, 30)
    assert grey[:3] == (0, 0, 0) and 45 < grey[3] < 60


def test_pixels_cover_no_more_than_they_must(tmp_path: Path) -> None:
    """Under the corners of a round thing what lies below the drawing is printed."""
    under = filled(Box(0, 0, 40, 40), Ink(0, 0, 100, 0))
    pdf = placed(vector(f'{GLASS}<rect width="1" height="1"/>'), under, ground=CORAL)
    plates = Plates(pdf, tmp_path)
    assert near(plates.at(20 - 2, 22 - 2), Ink(0, 0, 100, 0))
    assert not near(plates.at(20, 22), Ink(0, 0, 100, 0), 5)


@pytest.mark.parametrize(
    "colour", ["#e9674d", "#2f8a8f", "#efe3cf", "#1d1d1b", "#231f20", "#808080"]
)
def test_even_areas_print_the_same_inks_on_both_roads(colour: str, tmp_path: Path) -> None:
    shape = f'<rect x="10" y="10" width="80" height="80" fill="{colour}"/>'
    (vectors := tmp_path / "v").mkdir()
    (pixels := tmp_path / "p").mkdir()
    plain = Plates(placed(vector(shape)), vectors).at(20, 20)
    group = f'<g style="isolation:isolate;mix-blend-mode:multiply">{shape}</g>'
    assert near(Plates(placed(picture(svg(group))), pixels).at(20, 20), Ink(*plain), 0.8)


def test_near_blacks_stay_on_the_black_plate_up_to_their_edges(tmp_path: Path) -> None:
    shape = '<path d="M0 0L99 40L20 99z" fill="#231f20"/>'
    art = picture(svg(f'<g style="mix-blend-mode:darken">{shape}</g>'))
    plates = Plates(placed(art), tmp_path)
    assert max(plates.extremes(name)[1] for name in ("Cyan", "Magenta", "Yellow")) < 5


# -- mixing ------------------------------------------------------------------------------------


def apart(one: Lab, two: Lab) -> float:
    """CIEDE2000."""
    from coloraide import Color

    return float(
        Color("lab", one).delta_e(Color("lab", two), method="2000")  # type: ignore[arg-type]
    )


def test_mixes_look_as_on_the_screen(tmp_path: Path) -> None:
    """Thirty mixes over paper, over a colour in the drawing and over the card's ground."""
    dice = random.Random(7)
    colours = [tuple(dice.randint(70, 220) for _ in range(3)) for _ in range(30)]
    found: list[float] = []
    for place, ground in enumerate((PAPER, SAND, TEAL)):
        body, wanted = "", []
        for at, rgb in enumerate(colours[place * 10 : place * 10 + 10]):
            opacity = dice.uniform(0.2, 0.9)
            below = (200, 150, 90) if at % 2 else COLOURS.on_screen(ground)
            fill = "#" + bytes(rgb).hex()
            if at % 2:
                body += f'<rect x="{at * 10}" width="10" height="99" fill="#c8965a"/>'
            body += (
                f'<rect x="{at * 10}" width="10" height="99" fill="{fill}" opacity="{opacity}"/>'
            )
            mixed = [
                round(o * opacity + b * (1 - opacity)) for o, b in zip(rgb, below, strict=True)
            ]
            wanted.append(tuple(mixed))
        (folder := tmp_path / str(place)).mkdir()
        under = filled(Box(0, 0, 40, 40), ground)
        plates = Plates(
            placed(vector(body + "<path d='M0 99h1v1z'/>"), under, ground=ground), folder
        )
        for at, rgb in enumerate(wanted):
            printed = Ink(*plates.at(at * 4 + 2, 20))
            target = COLOURS.ink(rgb)  # type: ignore[arg-type]
            found.append(apart(*COLOURS.labs([printed, target])))
    assert sum(found) / len(found) <= 1 and max(found) < 3


def test_half_black_is_as_light_as_on_the_screen(tmp_path: Path) -> None:
    body = '<rect width="100" height="100" opacity=".5"/>'
    assert near(Plates(placed(picture(svg(body))), tmp_path).at(20, 20), Ink(0, 0, 0, 64), 1.5)


# -- embedded pictures -------------------------------------------------------------------------


def test_an_embedded_picture_goes_in_as_it_is(tmp_path: Path) -> None:
    body = f'<image x="10" y="10" width="80" height="80" href="{uri(cmyk_jpeg(True), "jpeg")}"/>'
    art = vector(body)
    assert [inset.encoding for inset in art.insets] == ["DCTDecode"] and art.notes == ()
    plates = Plates(placed(art), tmp_path)
    assert near(plates.at(20, 20), Ink(*(value / 2.55 for value in BUILD)), 1.2)
    assert near(plates.at(2, 2), PAPER)


@pytest.mark.parametrize(
    ("attributes", "inside", "outside"),
    [
        ('width="80" height="40"', (20, 10), (6, 10)),
        ('width="80" height="40" preserveAspectRatio="xMaxYMid"', (30, 10), (18, 10)),
        ('width="80" height="40" preserveAspectRatio="none"', (6, 10), (6, 22)),
        ('width="80" height="40" preserveAspectRatio="xMidYMid slice"', (6, 10), (6, 22)),
        ('width="60"', (6, 6), (30, 6)),
        ('x="40" height="50%"', (30, 6), (10, 6)),
    ],
)
def test_embedded_pictures_stand_in_their_place(
    attributes: str, inside: tuple[int, int], outside: tuple[int, int], tmp_path: Path
) -> None:
    image = flat("RGB", (110, 60, 140), (64, 64))
    data = uri(encoded(image, "PNG"), "png")
    body = f'<g transform="translate(10 10)"><image {attributes} href="{data}"/></g>'
    plates = Plates(placed(vector(body)), tmp_path)
    assert not near(plates.at(*inside), PAPER, 5) and near(plates.at(*outside), PAPER)


@pytest.mark.parametrize(
    ("said", "wide", "high"),
    [
        ("", 64, 32),
        ('width="auto" height="auto"', 64, 32),
        ('width="20"', 20, 10),
        ('height="20"', 40, 20),
        ('width="20" height="auto"', 20, 10),
        ('width="20" height="20" preserveAspectRatio="none"', 20, 20),
    ],
)
def test_an_embedded_picture_has_the_size_that_is_said_or_its_own(
    said: str, wide: int, high: int
) -> None:
    data = uri(encoded(flat("RGB", (110, 60, 140), (64, 32)), "PNG"), "png")
    found = operators(f'<image {said} href="{data}"/>')
    assert found[1] == f"{wide} 0 0 -{high} 0 {high} cm"


@pytest.mark.parametrize(("opacity", "pixels"), [(".997", True), (".998", False), ("1", False)])
def test_half_a_step_from_solid_counts_as_solid(opacity: str, pixels: bool) -> None:
    art = prepare(svg(f'<rect width="50" height="50" fill-opacity="{opacity}"/>'))
    assert isinstance(art, VectorArt) is not pixels


@pytest.mark.parametrize("hidden", ['visibility="hidden" width="50"', 'width="0"'])
def test_an_embedded_picture_that_does_not_show_is_left_out(hidden: str) -> None:
    data = uri(cmyk_jpeg(True), "jpeg")
    art = vector(f'<rect width="9" height="9"/><image {hidden} height="50" href="{data}"/>')
    assert art.insets == ()


@pytest.mark.parametrize("effect", ["", 'opacity=".5"'])
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (noise_jpeg()[:-300], "jpeg"),
        (noise_jpeg("RGB")[:900] + b"\xff\xd9", "jpeg"),
        (encoded(Image.effect_noise((60, 60), 50), "PNG")[:-60], "png"),
        (encoded(Image.effect_noise((60, 60), 50).convert("P"), "GIF")[:-60], "gif"),
    ],
)
def test_half_an_embedded_picture_is_refused(data: bytes, kind: str, effect: str) -> None:
    with pytest.raises(ContentError) as raised:
        prepare(svg(f'<image width="60" height="60" {effect} href="{uri(data, kind)}"/>'))
    assert raised.value.diagnostics[0].code == "svg-bad-image"


def test_resvg_gets_cmyk_pictures_as_a_screen_shows_them() -> None:
    body = (
        f'<image width="100" height="100" opacity=".9999" href="{uri(cmyk_jpeg(True), "jpeg")}"/>'
    )
    body = f'<g style="mix-blend-mode:multiply">{body}</g>'
    art = picture(svg(body))
    found = Image.frombytes("CMYK", (art.width, art.height), zlib.decompress(art.data))
    one, other = Ink(*(v / 2.55 for v in found.getpixel((99, 99)))), Ink(*(v / 2.55 for v in BUILD))  # type: ignore[union-attr]
    assert apart(*COLOURS.labs([one, other])) < 3


@pytest.mark.as_printed
@pytest.mark.parametrize(
    ("body", "pixels"),
    [
        ('<image width="100" height="50" href="{}"/>', 60),
        ('<g transform="scale(.5)"><image width="100" height="50" href="{}"/></g>', 120),
        ('<image width="100" height="50" href="{}"/><rect width="9" height="9" opacity=".5"/>', 60),
        ('<g opacity=".5"><image width="100" height="50" href="{}"/></g>', 60),
        ('<rect width="9" height="9" opacity=".5"/>', 2400),
        ('<rect width="9" height="9"/><rect width="9" height="9" opacity=".5"/>', 2400),
        ('<rect width="9" height="9"/>', None),
    ],
)
def test_embedded_pictures_are_as_coarse_as_they_are(body: str, pixels: float | None) -> None:
    data = uri(encoded(flat("RGB", (110, 60, 140), (60, 30)), "PNG"), "png")
    size = art_size(prepare(svg(body.replace("{}", data))))
    assert size.pixels == (None if pixels is None else pytest.approx(pixels))


def test_equal_drawings_give_equal_art() -> None:
    body = f'<rect width="40" height="40" fill="#e9674d"/>{GLASS}'
    assert vector(body) == vector(body)


def test_art_with_pixels_comes_out_of_the_cache_as_it_went_in(tmp_path: Path) -> None:
    from samenspel.draw import ArtCache

    cache = ArtCache(tmp_path)
    data = svg(f'<rect width="40" height="40" fill="#e9674d"/>{GLASS}')
    first = cache.prepare("a", data, colour=COLOURS)
    assert cache.load(cache.key(data, COLOURS)) is not None
    assert cache.prepare("a", data, colour=COLOURS) == first
    assert isinstance(first, VectorArt) and first.insets[0].screen and first.insets[0].cover


def test_pixels_that_show_nothing_are_left_out() -> None:
    body = '<rect width="9" height="9"/><mask id="m"/><rect width="9" height="9" mask="url(#m)"/>'
    assert vector(body).insets == ()


@pytest.mark.as_printed
def test_a_drawing_that_alternates_without_end_becomes_one_picture() -> None:
    pair = '<rect width="9" height="9"/><rect width="9" height="9" opacity=".5"/>'
    assert picture(svg(pair * 40)).notes == ("uses transparency: printed as a 2400 px picture",)


def test_what_is_used_elsewhere_can_still_be_referred_to(tmp_path: Path) -> None:
    body = (
        '<use href="#r" x="50" opacity=".5"/><rect id="r" width="40" height="40" fill="#e9674d"/>'
        '<switch><g><rect y="60" width="40" height="40"/></g>'
        '<rect width="100" height="100"/></switch>'
    )
    plates = Plates(placed(vector(body)), tmp_path)
    assert near(plates.at(28, 8), COLOURS.ink((244, 179, 166)), 1.5)
    assert near(plates.at(8, 8), CORAL) and near(plates.at(8, 30), BLACK)


def test_the_relief_of_a_light_is_as_deep_in_fine_pixels() -> None:
    root = read(svg(
        '<radialGradient id="g"><stop stop-opacity="0"/><stop offset="1"/></radialGradient>'
        '<filter id="f"><feDiffuseLighting surfaceScale="10"><feDistantLight azimuth="45" '
        'elevation="45"/></feDiffuseLighting></filter>'
        '<circle cx="50" cy="50" r="40" fill="url(#g)" filter="url(#f)"/>'
    ))  # fmt: skip
    renderer = Renderer(root, 100, 100, COLOURS, ())
    levels = []
    for scale in (2, 8):
        image = renderer._shown(root, scale, (0, 0, 100 * scale, 100 * scale))
        levels.append([image.getpixel((at * scale, at * scale))[0] for at in (30, 70)])
    (light, dark), (fine_light, fine_dark) = levels
    assert light - dark > 60
    assert fine_dark == pytest.approx(dark, abs=25) and fine_light == pytest.approx(light, abs=25)


ROUND = Image.radial_gradient("L").resize((8, 8)).convert("RGBA").point(lambda one: one // 2)
SMALL = encoded(ROUND, "PNG")
SOFT = f'<image width="100" height="100" href="{uri(SMALL, "png")}"/>'


@pytest.mark.parametrize(
    ("body", "pixels"),
    [
        (SOFT, 300),
        (f'<rect width="50" height="50" fill="#e9674d"/>{SOFT}', 600),
        (f'<clipPath id="c"><circle r="50"/></clipPath><g clip-path="url(#c)">{SOFT}</g>', 300),
    ],
)
def test_a_coarse_picture_becomes_no_more_pixels_than_show(body: str, pixels: int) -> None:
    """Fine pixels of a few coarse ones took seconds; sharp edges and what lies below need them."""
    (inset,) = vector(f'{body}<path d="M0 90h5v5z"/>').insets
    assert inset.width == pytest.approx(pixels, abs=20)
