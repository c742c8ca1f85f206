"""What SVG means where programs differ: uses, clips, transforms, hidden layers, swatches, caps."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.draw.helpers import (
    CORAL,
    OPEN,
    TEAL,
    Plates,
    codes,
    near,
    operators,
    placed,
    prepare,
    svg,
    vector,
)

from samenspel.errors import ContentError
from samenspel.model.art import PictureArt
from samenspel.model.ink import PAPER

R = '<rect width="40" height="40" fill="#e9674d"/>'
INSIDE, OUTSIDE = CORAL, PAPER


@pytest.mark.parametrize(
    ("body", "painted", "bare"),
    [
        # a use moves its own clip along with it
        ('<clipPath id="c"><rect width="20" height="20"/></clipPath><defs><g id="r">{R}</g></defs>'
         '<use href="#r" x="30" y="30" clip-path="url(#c)"/>', (40, 40), (60, 60)),
        ('<defs><svg id="s" x="40" y="40" width="50" height="50">{R}</svg></defs><use href="#s"/>',
         (60, 60), (20, 20)),
        ('<symbol id="s" style="clip-path:url(#c)">{R}</symbol>'
         '<clipPath id="c"><rect width="10" height="40"/></clipPath><use href="#s"/>',
         (5, 20), (30, 20)),
        # the clip of a viewport lies in the units of what it holds
        *(
            (f'<clipPath id="c"><rect width="2" height="8"/></clipPath>{box}', (55, 60), (70, 60))
            for box in (
                '<svg x="50" y="50" width="40" height="40" viewBox="0 0 8 8" clip-path="url(#c)">'
                '{R}</svg>',
                '<symbol id="s" viewBox="0 0 8 8" clip-path="url(#c)">{R}</symbol>'
                '<use href="#s" x="50" y="50" width="40" height="40"/>',
                '<defs><svg id="s" x="50" viewBox="0 0 8 8" clip-path="url(#c)">{R}</svg></defs>'
                '<use href="#s" y="50" width="40" height="40"/>',
            )
        ),
        ('<style>:lang(nl){{fill:#e9674d}}</style><g xml:lang="nl-BE"><rect width="40" '
         'height="40"/></g><rect x="50" width="40" height="40" fill="none"/>', (20, 20), (60, 20)),
        ('<symbol id="s" transform="translate(50 0)">{R}</symbol><use href="#s"/>',
         (70, 20), (20, 20)),
        ('<g clip-rule="evenodd"><clipPath id="c"><path d="M0 0h40v40H0zM10 10h20v20H10z"/>'
         '</clipPath></g><g clip-path="url(#c)">{R}</g>', (5, 5), (20, 20)),
        ('<g clip-rule="evenodd"><clipPath id="c"><path clip-rule="nonzero" '
         'd="M0 0h40v40H0zM10 10h20v20H10z"/></clipPath></g><g clip-path="url(#c)">{R}</g>',
         (20, 20), (60, 60)),
        ('<clipPath id="c"><use href="#q" x="20"/></clipPath><defs><rect id="q" width="10" '
         'height="40"/></defs><g clip-path="url(#c)">{R}</g>', (25, 20), (5, 20)),
        ('<g transform="rotate(90)" transform-origin="50 50">{R}</g>', (80, 20), (20, 20)),
        # what becomes pixels turns around its origin once, too
        ('<filter id="f"><feOffset/></filter><g filter="url(#f)" transform="rotate(90)" '
         'transform-origin="50 50">{R}</g>', (80, 20), (20, 20)),
        ('<g style="transform:rotate(90deg);transform-origin:center">{R}</g>', (80, 20), (20, 20)),
        ('<g style="transform:rotate(.25turn);transform-origin:50% 50%">{R}</g>',
         (80, 20), (20, 20)),
        ('<g style="rotate:90deg;transform-origin:50px 50px">{R}</g>', (80, 20), (20, 20)),
        ('<g style="translate:50px 20px">{R}</g>', (70, 40), (20, 20)),
        ('<g style="scale:2;translate:10px">{R}</g>', (70, 70), (5, 20)),
        ('<g style="translate:50px;transform:translateY(50px) scaleX(.5)">{R}</g>',
         (60, 70), (80, 70)),
        ('<rect x="40" width="20" height="20" fill="#e9674d" '
         'style="transform-box:fill-box;transform-origin:right bottom;transform:scale(2)"/>',
         (30, 10), (70, 10)),
        ('<rect x="40" width="20" height="20" fill="#e9674d" style="transform-box:fill-box;'
         'transform:scale(2)"/>', (70, 30), (30, 10)),
        *(
            ('<rect x="40" y="40" width="20" height="20" fill="#e9674d" style="transform-box:'
             f'fill-box;transform-origin:{origin};transform:scale(2)"/>', painted, bare)
            for origin, painted, bare in (
                ("left bottom", (70, 30), (30, 30)), ("bottom left", (70, 30), (30, 30)),
                ("top right", (30, 70), (70, 70)), ("right top", (30, 70), (70, 70)),
                ("bottom", (35, 30), (35, 70)), ("top", (35, 70), (35, 30)),
                ("left", (70, 35), (30, 35)), ("20px 0", (30, 70), (70, 70)),
            )
        ),
        ('<style media="print">.x{{display:none}}</style><g class="x"><rect width="99" '
         'height="99"/></g>{R}', (20, 20), (60, 60)),
        ('<switch><g requiredExtensions="http://ns.adobe.com/x"><rect width="99" height="99"/></g>'
         '<g>{R}</g></switch>', (20, 20), (60, 60)),
    ],
)  # fmt: skip
def test_where_things_are_painted(
    body: str, painted: tuple[int, int], bare: tuple[int, int], tmp_path: Path
) -> None:
    plates = Plates(placed(prepare(svg(body.format(R=R)))), tmp_path)
    assert near(plates.at(painted[0] * 0.4, painted[1] * 0.4), INSIDE)
    assert near(plates.at(bare[0] * 0.4, bare[1] * 0.4), OUTSIDE)


@pytest.mark.parametrize(
    "effect",
    [
        'opacity=".5"', 'style="mix-blend-mode:multiply"', 'mask="url(#m)"', 'filter="url(#f)"',
    ],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["symbol", "svg"])
def test_effects_on_what_is_used_need_pixels(tag: str, effect: str) -> None:
    extra = '<mask id="m"/><filter id="f"><feOffset/></filter>'
    used = f'<defs><{tag} id="s" {effect}>{R}</{tag}></defs>{R}<use href="#s"/>'
    art = prepare(svg(extra + used))
    assert art.notes and not isinstance(art, PictureArt)


@pytest.mark.parametrize(
    "style",
    [
        "transform:rotate(9deg);transform-origin:center;transform-box:fill-box",
        "transform:rotate(9deg);transform-origin:0 0;transform-box:stroke-box",
        "rotate:x 9deg",
        "translate:50%",
        "scale:1 2 3",
        "transform:translate(50%)",
        "transform:rotate3d(1,1,1,9deg)",
    ],
)
def test_transforms_that_cannot_be_followed_are_refused(style: str) -> None:
    for body in (f'<g style="{style}">{R}</g>', f'<path d="M1 1h9v9" style="{style}"/>'):
        if "fill-box" in style and "<path" in body:
            continue  # a shape has a box of its own
        with pytest.raises(ContentError) as raised:
            prepare(svg(body))
        assert codes(raised.value)[0] in ("svg-unsupported", "svg-bad-value")


@pytest.mark.parametrize("what", ["transform", "clip-path", "mask", "filter"])
def test_what_programs_show_differently_on_the_outermost_element_is_refused(what: str) -> None:
    value = "rotate(9)" if what == "transform" else "url(#a)"
    tag = {"clip-path": "clipPath"}.get(what, what)
    used = f'<{tag} id="a"/>{R}' if what != "transform" else R
    for box in ("0 0 50 50", "0 0 100 100"):
        data = f'{OPEN} width="100" height="100" viewBox="{box}" {what}="{value}">{used}</svg>'
        if what != "transform" and box == "0 0 100 100":
            continue  # the page's units are the drawing's
        with pytest.raises(ContentError) as raised:
            prepare(data.encode())
        assert codes(raised.value) == ["svg-unsupported"]
        assert what in str(raised.value)


@pytest.mark.parametrize(
    "hidden",
    [
        '<g style="display:none"><text>x</text></g>',
        '<g display="none"><g><text>x</text></g></g>',
        '<g style="visibility:hidden"><text>x</text></g>',
        "<style>.guides{display:none}</style><g class='guides'><text>x</text></g>",
        "<defs><text>x</text></defs>",
        "<symbol id='s'><text>x</text></symbol>",
    ],
)
def test_text_that_does_not_show_stops_nothing(hidden: str) -> None:
    assert operators(hidden + R) == operators(R)
    glass = '<rect width="9" height="9" opacity=".5"/>'
    assert vector(hidden + R + glass).insets == vector(R + glass).insets


ILLUSTRATOR = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
 <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
 <!ENTITY ns_svg 'http://www.w3.org/2000/svg'>
]>
<svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" viewBox="0 0 100 100"><switch>
<foreignObject requiredExtensions="&ns_ai;" width="1" height="1">
<i:pgf>&amp;</i:pgf></foreignObject>
<g>{}</g></switch></svg>"""


def test_illustrator_s_names_for_namespaces_are_accepted() -> None:
    assert prepare(ILLUSTRATOR.replace("{}", R).encode()) == prepare(svg(R))
    with pytest.raises(ContentError) as raised:
        prepare(ILLUSTRATOR.replace("{}", "<text>x</text>").encode())
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.location is not None and diagnostic.location.line == 9


@pytest.mark.parametrize(
    "gradient",
    [
        '<linearGradient id="g"><stop stop-color="#2f8a8f"/></linearGradient>',
        '<radialGradient id="g"><stop stop-color="#2f8a8f"/><stop offset="1" '
        'stop-color="#2f8a8f"/></radialGradient>',
        '<linearGradient id="g" href="#h"/><linearGradient id="h"><stop '
        'style="stop-color:#2f8a8f;stop-opacity:1"/></linearGradient>',
    ],
)
def test_swatches_are_flat(gradient: str) -> None:
    found = operators(f'{gradient}<rect width="9" height="9" fill="url(#g)"/>')
    assert found == operators('<rect width="9" height="9" fill="#2f8a8f"/>')


def test_a_gradient_without_stops_paints_nothing() -> None:
    body = '<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/>'
    assert operators(body + R) == operators(R)


@pytest.mark.parametrize("look", ["background:#2f8a8f", "background-color:#2f8a8f"])
@pytest.mark.parametrize("glass", ["", '<circle cx="50" cy="50" r="5" opacity=".5"/>'])
def test_a_background_of_the_whole_is_painted(look: str, glass: str, tmp_path: Path) -> None:
    data = (
        f'{OPEN} viewBox="-50 -50 100 100" width="200" height="100" style="{look}">{R}{glass}</svg>'
    )
    plates = Plates(placed(prepare(data.encode())), tmp_path)
    assert near(plates.at(1, 1), TEAL) and near(plates.at(39, 39), TEAL)
    assert near(plates.at(22, 24), CORAL)


@pytest.mark.parametrize(
    "point",
    [
        "M20 20L20 20", "M 20 20 L 20 20 ", "M20 20z", "M20 20h0", "M20 20c0 0 0 0 0 0",
        "M20 20l0 0 0 0z", "M20 20a5 5 0 0 1 0 0",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("cap", "marked"), [("round", True), ("square", True), ("butt", False)])
def test_points_have_caps(point: str, cap: str, marked: bool, tmp_path: Path) -> None:
    stroke = f'stroke="#e9674d" stroke-width="20" stroke-linecap="{cap}" fill="none"'
    plates = Plates(placed(vector(f'<path d="{point}M60 60h20" {stroke}/>')), tmp_path)
    assert near(plates.at(8, 8), CORAL if marked else PAPER)
    assert near(plates.at(5, 5), CORAL if cap == "square" else PAPER)
    assert near(plates.at(28, 24), CORAL)
