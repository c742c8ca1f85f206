"""SVG features as operators."""

from __future__ import annotations

import re

import pytest
from tests.unit.draw.helpers import COLOURS, operators, prepare, svg, vector

from samenspel.draw import art_size, prepare_art
from samenspel.errors import ContentError
from samenspel.model.art import VectorArt

OPERATORS = "q Q k K w J j M d m l c h f f* S B B* W W* n r e"
"""All that art may use; ``cm`` and ``re`` as their letters."""

PATH = '<path d="M0 0h9v9"/>'
BLACK_FILL = "0 0 0 1 k"
SQUARE = ["0 0 m", "9 0 l", "9 9 l", "0 9 l", "h"]


def test_the_canvas_is_turned_the_pdf_s_way_up() -> None:
    art = vector('<path d="M0 0L10 0L10 10Z"/>', "0 0 100 80")
    assert (art.width, art.height) == (100, 80)
    assert art.operators.decode().split("\n")[:2] == ["q", "1 0 0 -1 0 80 cm"]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("", (200, 100)),
        ('width="50mm"', (188.976378, 94.488189)),
        ('height="1in"', (192, 96)),
        ('width="10cm" height="5cm"', (377.952756, 188.976378)),
        ('width="100%" height="100%"', (200, 100)),
        ('width="72pt" height="3pc"', (96, 48)),
        ('width="40q" height="20px"', (37.795276, 20)),
    ],
)
def test_sizes_and_units(attributes: str, size: tuple[float, float]) -> None:
    art = vector('<rect width="9" height="9"/>', "0 0 200 100", attributes)
    assert (art.width, art.height) == pytest.approx(size, abs=1e-5)


def test_art_size_is_the_canvas() -> None:
    size = art_size(vector('<rect width="9" height="9"/>', "0 0 30 20"))
    assert (size.width, size.height, size.vector, size.aspect) == (30, 20, True, 1.5)


@pytest.mark.parametrize(
    ("aspect", "matrix"),
    [
        ("", "2 0 0 -2 50 100 cm"),
        ("xMidYMid meet", "2 0 0 -2 50 100 cm"),
        ("xMinYMax", "2 0 0 -2 0 100 cm"),
        ("xMaxYMin meet", "2 0 0 -2 100 100 cm"),
        ("none", "4 0 0 -2 0 100 cm"),
        ("xMidYMin slice", "4 0 0 -4 0 100 cm"),
        ("xMidYMax slice", "4 0 0 -4 0 200 cm"),
    ],
)
def test_preserve_aspect_ratio(aspect: str, matrix: str) -> None:
    attributes = f'width="200" height="100" preserveAspectRatio="{aspect}"'
    if not aspect:
        attributes = 'width="200" height="100"'
    art = vector('<rect width="50" height="50"/>', "0 0 50 50", attributes)
    assert art.operators.decode().split("\n")[1] == matrix


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('<path d="M1.5 2L3 4L3 5Z"/>', ["1.5 2 m", "3 4 l", "3 5 l", "h"]),
        ('<path d="m1 2 3 4 1 1z"/>', ["1 2 m", "4 6 l", "5 7 l", "h"]),
        ('<path d="M0 0Q3 6 6 0"/>', ["0 0 m", "2 4 4 4 6 0 c"]),
        ('<path d="M0,0 h9 v9 h-9 z"/>', SQUARE),
        ('<rect width="9" height="9"/>', SQUARE),
        ('<rect x="10%" y="5" width="9" height="9" />', ["10 5 m"]),
        ('<polygon points="0,0 9,0 9,9 0,9"/>', SQUARE),
        ('<polygon points="0 0 9 0 9 9 0 9"/>', SQUARE),
        ('<polyline points="0 0 9-3 9 9"/>', ["0 0 m", "9 -3 l", "9 9 l"]),
        ('<circle cx="5" cy="6" r="4"/>', ["9 6 m", "9 8.209 7.209 10 5 10 c"]),
        ('<ellipse cx="5" cy="6" rx="4" ry="2"/>', ["9 6 m", "9 7.105 7.209 8 5 8 c"]),
        ('<ellipse cx="5" cy="6" rx="4"/>', ["9 6 m", "9 8.209 7.209 10 5 10 c"]),
    ],
)
def test_shapes(body: str, wanted: list[str]) -> None:
    found = operators(body)
    assert found[0] == BLACK_FILL
    assert found[1 : 1 + len(wanted)] == wanted
    assert found[-1] == "f"


def test_a_line_has_no_inside() -> None:
    lines = ("M0 0L9 9", "M0 0L9 9ZM3 4h5z")
    for body in (*(f'<path d="{data}"/>' for data in lines), '<polyline points="0 0 9 3"/>'):
        assert operators(body.replace("/>", ' stroke="red"/>'))[-1] == "S"
        with pytest.raises(ContentError):
            prepare(svg(body))


def test_round_rectangles() -> None:
    both = operators('<rect width="20" height="10" rx="4" ry="2"/>')
    assert both[1:4] == ["4 0 m", "16 0 l", "18.209 0 20 0.895 20 2 c"]
    one = operators('<rect width="20" height="10" rx="4"/>')
    assert one[1:4] == ["4 0 m", "16 0 l", "18.209 0 20 1.791 20 4 c"]
    full = operators('<rect width="20" height="10" rx="99" ry="99"/>')
    assert full[1] == "10 0 m"
    assert full == operators('<rect width="20" height="10" rx="10" ry="5"/>')
    high = operators('<rect width="10" height="20" rx="99" ry="99"/>')
    assert high == operators('<rect width="10" height="20" rx="5" ry="10"/>')


def test_lines_are_stroked_and_never_filled() -> None:
    found = operators('<line x2="9" y2="5" stroke="#000" fill="red"/>')
    assert found[0] == "0 0 0 1 K"
    assert found[-3:] == ["0 0 m", "9 5 l", "S"]


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="0" height="9"/>',
        '<circle r="0"/>',
        '<ellipse rx="0" ry="5"/>',
        '<path d=""/>',
        "<path/>",
        '<path d="none"/>',
        '<polygon points=""/>',
        '<rect width="9" height="9" fill="none"/>',
        '<rect width="9" height="9" display="none"/>',
        '<rect width="9" height="9" visibility="hidden"/>',
        '<rect width="9" height="9" fill="none" stroke="red" stroke-width="0"/>',
        '<rect width="9" height="9" fill-opacity="0"/>',
        '<rect width="9" height="9" fill="transparent"/>',
        '<g display="none"><rect width="9" height="9" display="inline"/></g>',
        '<g transform="scale(0)"><rect width="9" height="9"/></g>',
        '<defs><rect width="9" height="9"/></defs>',
        '<symbol><rect width="9" height="9"/></symbol>',
        '<clipPath id="c"/><rect width="9" height="9" clip-path="url(#c)"/>',
        '<svg width="0"><rect width="9" height="9"/></svg>',
        "<title>t</title><desc>d</desc><metadata><a href='http://x'/></metadata>",
        '<color-profile name="x" href="http://x"/><font><glyph/></font>',
        '<text x="3"> </text>',
    ],
)
def test_what_svg_does_not_draw_is_not_drawn(body: str) -> None:
    seen = operators(body + '<path d="M50 50L60 60L50 60Z"/>')
    assert [line for line in seen if line not in ("q", "Q")] == [
        BLACK_FILL, "50 50 m", "60 60 l", "50 60 l", "h", "f",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paint", "tints"),
    [
        ("#e9674d", "0 0.72 0.68 0.02"),
        ("#E9674D", "0 0.72 0.68 0.02"),
        ("rgb(233,103,77)", "0 0.72 0.68 0.02"),
        ("rgb(233 103 77 / 100%)", "0 0.72 0.68 0.02"),
        ("rgba(233, 103, 77, 1)", "0 0.72 0.68 0.02"),
        ("#e9674dff", "0 0.72 0.68 0.02"),
        ("black", "0 0 0 1"),
        ("#000", "0 0 0 1"),
        ("#000f", "0 0 0 1"),
        ("hsl(0, 0%, 0%)", "0 0 0 1"),
        ("rgb(0%,0%,0%)", "0 0 0 1"),
        ("white", "0 0 0 0"),
        ("hsl(120 50% 100%)", "0 0 0 0"),
        ("hsla(120deg, 50%, 100%, 1)", "0 0 0 0"),
        ("currentColor", "0 0.72 0.68 0.02"),
        ("#e9674d icc-color(x, 1, 2)", "0 0.72 0.68 0.02"),
        ("url(#gone) #e9674d", "0 0.72 0.68 0.02"),
    ],
)
def test_colours(paint: str, tints: str) -> None:
    found = operators(f'<g color="#e9674d"><rect width="9" height="9" fill="{paint}"/></g>')
    assert found[0] == f"{tints} k"


def test_other_colours_go_through_the_profile() -> None:
    ink = COLOURS.ink((0x12, 0x80, 0xF0))
    found = operators('<rect width="9" height="9" fill="#1280f0"/>')[0]
    assert [float(word) * 100 for word in found.split()[:4]] == pytest.approx(
        [ink.c, ink.m, ink.y, ink.k], abs=0.01
    )


def test_names_stand_for_their_colours() -> None:
    found = operators('<rect width="9" height="9" fill="RebeccaPurple"/>')
    assert found == operators('<rect width="9" height="9" fill="#663399"/>')


def test_even_odd() -> None:
    assert operators('<path fill-rule="evenodd" d="M0 0L9 0L9 9Z"/>')[-1] == "f*"
    both = operators('<path fill-rule="evenodd" stroke="red" d="M0 0L9 0L9 9Z"/>')
    assert both[-1] == "B*"


def test_strokes() -> None:
    found = operators(
        '<path d="M0 0L9 9" fill="none" stroke="#2f8a8f" stroke-width="2.5" '
        'stroke-linecap="square" stroke-linejoin="bevel" stroke-miterlimit="8" '
        'stroke-dasharray="4 2,1" stroke-dashoffset="-1"/>'
    )
    assert found == [
        "0.78 0.24 0.4 0.06 K", "2.5 w", "2 J", "2 j", "8.0000 M",
        "[4.0000 2.0000 1.0000] 13.0000 d", "0 0 m", "9 9 l", "S",
    ]  # fmt: skip


def test_stroke_widths_in_units_and_percent() -> None:
    assert operators('<path d="M0 0L9 9" stroke="red" stroke-width="1%"/>')[1] == "1 w"
    assert operators('<path d="M0 0L9 9" stroke="red" stroke-width="1in"/>')[1] == "96 w"


def test_all_zero_dashes_are_a_solid_line() -> None:
    assert "[] 0 d" in operators('<path d="M0 0L9 9" stroke="red" stroke-dasharray="0 0"/>')


def test_paint_order() -> None:
    found = operators(
        '<path d="M0 0L9 0L9 9Z" fill="#000" stroke="#000" style="paint-order:stroke fill"/>'
    )
    outline = [["0 0 m", "9 0 l", "9 9 l", "h"]]
    assert found[-10:] == [*outline[0], "S", *outline[0], "f"]


def test_non_scaling_strokes() -> None:
    found = operators(
        '<g transform="scale(4) rotate(20)"><path d="M0 0L9 9" stroke="red" '
        'vector-effect="non-scaling-stroke" stroke-width="2"/></g>'
    )
    assert "0.5 w" in found


@pytest.mark.parametrize("around", ["scale(.1 .3) scale(3 1)", "scale(.3 .1) scale(1 3)"])
@pytest.mark.parametrize("turn", ["", " rotate(90)", " scale(-1 1)"])
def test_a_scale_that_is_even_but_for_rounding_keeps_a_strokes_width(
    around: str, turn: str
) -> None:
    found = operators(
        f'<g transform="{around}{turn}"><path d="M0 0L9 9" stroke="red" '
        'vector-effect="non-scaling-stroke" stroke-width="3"/></g>'
    )
    assert "10 w" in found


def test_quadratic_curves_of_a_pen_program_are_raised_on_the_fast_road() -> None:
    found = operators('<path d="M0 0Q3 6 6 0"/>', "0 0 1000 1000")
    assert found[1:3] == ["0 0 m", "2.00 4.00 4.00 4.00 6 0 c"]


def test_equal_state_is_not_set_twice() -> None:
    found = operators('<rect width="9" height="9"/><rect width="8" height="9"/>')
    assert found.count(BLACK_FILL) == 1


def test_state_is_set_again_after_a_group() -> None:
    found = operators(
        '<rect width="9" height="9"/><g transform="scale(2)"><rect width="9" height="9" '
        'fill="white"/></g><rect width="9" height="9"/><rect width="9" height="9" fill="white"/>'
    )
    assert [line for line in found if line.endswith(("k", "q", "Q"))] == [
        BLACK_FILL, "q", "0 0 0 0 k", "Q", "0 0 0 0 k",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "matrix"),
    [
        ("translate(3,4)", "1 0 0 1 3 4 cm"),
        ("translate(3)", "1 0 0 1 3 0 cm"),
        ("scale(2)", "2 0 0 2 0 0 cm"),
        ("scale(2 -1)", "2 0 0 -1 0 0 cm"),
        ("matrix(1 2 3 4 5 6)", "1 2 3 4 5 6 cm"),
        ("rotate(90)", "0 1 -1 0 0 0 cm"),
        ("translate(1,1) scale(2)", "2 0 0 2 1 1 cm"),
        ("rotate(90 5 5)", "0 1 -1 0 10 0 cm"),
    ],
)
def test_transforms(text: str, matrix: str) -> None:
    found = operators(f'<g transform="{text}"><rect width="9" height="9"/></g>')
    numbers = [float(word) for word in found[1].split()[:6]]
    assert numbers == pytest.approx([float(word) for word in matrix.split()[:6]], abs=1e-9)
    assert (found[0], found[-1]) == ("q", "Q")


def test_transform_as_a_property_wins() -> None:
    found = operators(
        '<rect transform="scale(3)" style="transform: translate(3px, 4px)" width="9" height="9"/>'
    )
    assert found[1] == "1 0 0 1 3 4 cm"


def test_nested_transforms_nest() -> None:
    found = operators(
        '<g transform="translate(1 1)"><g transform="scale(2)"><rect width="9" height="9"/></g></g>'
    )
    assert found[:4] == ["q", "1 0 0 1 1 1 cm", "q", "2 0 0 2 0 0 cm"]
    assert found[-2:] == ["Q", "Q"]


def test_inheritance() -> None:
    found = operators(
        '<g fill="#e9674d" stroke="white" stroke-width="3"><g stroke="none">'
        '<rect width="9" height="9"/><rect width="9" height="9" stroke="inherit" fill="inherit"/>'
        '<rect width="9" height="9" fill="initial"/></g></g>'
    )
    assert found[0] == "0 0.72 0.68 0.02 k"
    assert BLACK_FILL in found
    assert not any(line.endswith("K") for line in found)


def test_hidden_groups_may_hold_visible_shapes() -> None:
    found = operators(
        '<g visibility="hidden"><rect width="9" height="9"/>'
        '<path visibility="visible" d="M1 1L2 2L3 1Z"/></g>'
    )
    assert found == [BLACK_FILL, "1 1 m", "2 2 l", "3 1 l", "h", "f"]


@pytest.mark.parametrize(
    ("sheet", "attributes"),
    [
        (".a{fill:#e9674d}", 'class="b a"'),
        ("rect{fill:#e9674d}", ""),
        ("#x{fill:#e9674d}", 'id="x"'),
        ("rect.a.b{fill:#e9674d}", 'class="b a"'),
        ("circle,.a{fill:#e9674d}", 'class="a"'),
        ("*{fill:#e9674d}", ""),
        (".a{fill:red} rect{fill:black} .a{fill:#e9674d}", 'class="a"'),
        ("#x{fill:#e9674d} .a{fill:red}", 'class="a" id="x"'),
        (".a{fill:#e9674d} rect{fill:red}", 'class="a"'),
        ("/* x */ .a { fill : #e9674d ; }", 'class="a"'),
        (".a{fill:#e9674d}", 'class="a" fill="red"'),
        (".a{fill:red}", 'class="a" style="fill:#e9674d"'),
        (".a{fill:#e9674d !important}", 'class="a" style="fill:red"'),
        (".a{fill:#e9674d}", 'class="a" style="/* nothing */"'),
        ("<![CDATA[.a{fill:#e9674d}]]>", 'class="a"'),
        (".a{font-family:Arial;-x-y:z;fill:#e9674d}", 'class="a"'),
    ],
)
def test_stylesheets(sheet: str, attributes: str) -> None:
    body = f'<style>{sheet}</style><rect width="9" height="9" {attributes}/>'
    assert operators(body)[0] == "0 0.72 0.68 0.02 k"


def test_style_rules_come_in_the_document_s_order_wherever_they_stand() -> None:
    body = '<rect class="a" width="9" height="9"/><defs><style>.a{fill:#e9674d}</style></defs>'
    assert operators(body)[0] == "0 0.72 0.68 0.02 k"


def test_use() -> None:
    for link in ("href", "xlink:href"):
        found = operators(
            f'<defs><rect id="r" width="9" height="9"/></defs><use {link}="#r" x="3" y="4" '
            'transform="scale(2)" fill="white"/>'
        )
        assert found[:3] == ["q", "2 0 0 2 6 8 cm", "0 0 0 0 k"]


def test_use_of_a_symbol_fits_and_clips() -> None:
    found = operators(
        '<symbol id="s" viewBox="0 0 10 10"><rect width="9" height="9"/></symbol>'
        '<use href="#s" x="5" y="5" width="20" height="20"/>'
    )
    assert found[:5] == [
        "q", "1 0 0 1 5 5 cm", "q", "0 0 20 20 re W n", "2 0 0 2 0 0 cm",
    ]  # fmt: skip


def test_nested_svg_fits_and_clips() -> None:
    body = (
        '<svg x="10" width="50%" height="20" viewBox="0 0 25 10">'
        '<rect width="100%" height="9"/></svg>'
    )
    found = operators(body)
    assert found[:5] == ["q", "1 0 0 1 10 0 cm", "q", "0 0 50 20 re W n", "2 0 0 2 0 0 cm"]
    assert "25 0 l" in found
    loose = operators(body.replace("<svg ", '<svg overflow="visible" '))
    assert not any("re W n" in line for line in loose)


@pytest.mark.parametrize(
    ("clip", "wanted"),
    [
        ('<path d="M1 1L5 1L5 5Z"/>', "1 1 m\n5 1 l\n5 5 l\nh\nW n"),
        ('<path clip-rule="evenodd" d="M1 1L5 1L5 5Z"/>', "1 1 m\n5 1 l\n5 5 l\nh\nW* n"),
        ('<path transform="translate(1 2)" d="M1 1L5 1L5 5Z"/>', "2 3 m\n6 3 l\n6 7 l\nh\nW n"),
        ('<use href="#p"/>', "1 1 m\n5 1 l\n5 5 l\nh\nW n"),
        (
            '<path d="M1 1L5 1L5 5Z"/><path d="M6 6L8 6L8 8Z"/>',
            "1 1 m\n5 1 l\n5 5 l\nh\n6 6 m\n8 6 l\n8 8 l\nh\nW n",
        ),
        *(
            (
                "".join(f'<path clip-rule="evenodd" d="M{x} {y}h2v2Z"/>' for x, y in places),
                "\n".join(f"{x} {y} m\n{x + 2} {y} l\n{x + 2} {y + 2} l\nh" for x, y in places)
                + "\nW* n",
            )
            for places in (  # side by side, their boxes touching
                ((1, 1), (3, 1)),
                ((3, 1), (1, 1)),
                ((1, 1), (1, 3)),
                ((1, 3), (1, 1)),
            )
        ),
        ('<path display="none" d="M0 0L1 1"/><use href="#p"/>', "1 1 m\n5 1 l\n5 5 l\nh\nW n"),
    ],
)
def test_clips(clip: str, wanted: str) -> None:
    found = operators(
        f'<defs><path id="p" d="M1 1L5 1L5 5Z"/><clipPath id="c">{clip}</clipPath></defs>'
        '<rect clip-path="url(#c)" width="9" height="9"/>'
    )
    assert found[0] == "q"
    assert "\n".join(found).startswith("q\n" + wanted + "\n" + BLACK_FILL)


@pytest.mark.parametrize("places", [(1, 20), (20, 1)])
@pytest.mark.parametrize("piece", ["M{0} 1h5v80h-5Z", "M1 {0}v5h80v-5Z"])
def test_pieces_of_a_clip_that_lie_apart_are_one_clip(piece: str, places: tuple[int, int]) -> None:
    """Long pieces side by side: no coordinate of one may be taken for another."""
    clip = "".join(f'<path d="{piece.format(place)}"/>' for place in places)
    found = operators(
        f'<clipPath id="c">{clip}</clipPath><rect clip-path="url(#c)" width="90" height="90"/>'
    )
    assert found.count("h") == 3 and found.count("W n") == 1  # two pieces of one clip, and the rect


def test_clips_by_the_box_and_clips_of_clips() -> None:
    found = operators(
        '<clipPath id="d"><path d="M0 0L9 0L9 9Z"/></clipPath>'
        '<clipPath id="c" clipPathUnits="objectBoundingBox" clip-path="url(#d)">'
        '<rect width=".5" height="1"/></clipPath>'
        '<rect clip-path="url(\'#c\')" x="10" y="10" width="20" height="30"/>'
    )
    text = "\n".join(found)
    assert "0 0 m\n9 0 l\n9 9 l\nh\nW n\n10 10 m\n20 10 l\n20 40 l\n10 40 l\nh\nW n" in text


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("matrix(2,0,0,3,4,5)", "2 0 0 3 4 5 cm"),
        ("translate(4px,5px)", "1 0 0 1 4 5 cm"),
        ("translate(4px)", "1 0 0 1 4 0 cm"),
        ("translateX(4px)", "1 0 0 1 4 0 cm"),
        ("translateY(5px)", "1 0 0 1 0 5 cm"),
        ("scale(2)", "2 0 0 2 0 0 cm"),
        ("scale(2,3)", "2 0 0 3 0 0 cm"),
        ("scaleX(2)", "2 0 0 1 0 0 cm"),
        ("scaleY(3)", "1 0 0 3 0 0 cm"),
    ],
)
def test_transforms_without_an_angle_are_exact(said: str, wanted: str) -> None:
    assert operators(f'<path style="transform:{said}" d="M1 1L5 1L5 5Z"/>')[1] == wanted


@pytest.mark.parametrize(
    "data", ["M 10 10 L 90 90", "M10 10L90 90", "M 10 10 L 90 90 ", "M10,10 L90,90"]
)
def test_a_line_is_not_filled_however_it_is_spaced(data: str) -> None:
    assert "B" not in operators(f'<path d="{data}" fill="red" stroke="green"/>')


def test_small_coordinates_keep_their_shape() -> None:
    found = operators('<path d="M.00123 .5L1 .75L.333333 1Z"/>', "0 0 1 1")
    assert found[1:4] == ["0.00123 0.5 m", "1 0.75 l", "0.33333 1 l"]
    scaled = operators('<g transform="scale(1000)"><path d="m.0001 .00015 .1 .1 0 .1"/></g>')
    assert "0.0001 0.00015 m" in scaled


def test_foreign_elements_of_editors_are_passed_over() -> None:
    data = svg(
        '<sodipodi:namedview xmlns:sodipodi="http://x/y" onx="1"><sodipodi:grid/>'
        '</sodipodi:namedview><rect width="9" height="9"/>'
    )
    assert isinstance(prepare(data), VectorArt)


def test_a_drawing_without_namespace_and_one_in_utf_16() -> None:
    plain = '<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    assert isinstance(prepare(plain.encode()), VectorArt)
    wide = f'<?xml version="1.0" encoding="utf-16"?>{svg(PATH).decode()}'
    assert isinstance(prepare(wide.encode("utf-16")), VectorArt)
    marked = b"\xef\xbb\xbf" + plain.encode()
    assert isinstance(prepare(marked), VectorArt)


def test_operators_use_nothing_but_device_cmyk_and_paths() -> None:
    body = (
        '<style>.a{stroke:teal;stroke-dasharray:1 2}</style><g transform="rotate(9)">'
        '<circle class="a" r="5" fill="tomato"/><path d="M0 0a5 5 0 0 1 9 9z"/></g>'
    )
    words = set(re.findall(r"[A-Za-z]\*?", vector(body).operators.decode()))
    assert words <= set(OPERATORS.split())


def test_the_name_is_the_caller_s() -> None:
    art = prepare_art("cartoons/x.svg", svg('<rect width="9" height="9"/>'), colour=COLOURS)
    assert art.name == "cartoons/x.svg" and art.notes == ()
