"""Many small drawings, each with something that drawing programs write: all that is painted.

What the SVG and CSS standards ask is tested one by one elsewhere; this holds every number of what
goes to the press, and how a drawing is refused that says what cannot be printed.
"""

from __future__ import annotations

import zlib

import pytest
from PIL import Image
from tests import goldens
from tests.unit.draw.helpers import DOT, codes, prepare, svg

from samenspel.errors import SamenspelError
from samenspel.model.art import Art, PictureArt, VectorArt

SPOT = '<rect x="10" y="20" width="30" height="40"'
PATHS = {
    "lines": '<path d="M10 10 L20 20 H40 V50 h-10 v-5 l-5 5 z m 5 5 10 0 0 10 z"/>',
    "cubics": '<path d="M10 80 C40 10 65 10 95 80 S150 150 180 80 c 1 2 3 4 5 6 s 7 8 9 10"/>',
    "quadratics": '<path d="M10 80 Q52.5 10 95 80 T180 80 q 1 2 3 4 t 5 6"/>',
    "smooth after a line": '<path d="M0 0 L10 10 S30 30 40 20 M0 50 l10 0 T30 60 Z"/>',
    "arcs": '<path d="M10 50 A25 25 0 0 1 60 50 A 25 15 30 1 0 20 20 a5 8 0 0 0 9 9 Z"/>',
    "arcs run together": '<path d="M80 80a25 20 -30 01 50-25 10 10 0 10.5.5z"/>',
    "an arc too small": '<path d="M0 50 A1 1 0 0 1 60 50 Z"/>',
    "arcs that turn": '<path d="M50 10 A40 20 45 0 1 90 50 A40 20 45 1 1 50 10"/>',
    "exponents": '<path d="M1e1 1.5e1L2E1-.5.5 10-1e-1,+3z"/>',
    "begins small": '<path d="m 5 5 5 0 0 5 z l 3 3 -3 0 z"/>',
    "even odd": '<path fill-rule="evenodd" d="M0 0h50v50h-50z M10 10h30v30h-30z"/>',
    "round corners": '<rect x="1" y="2" width="30" height="20" rx="5"/>'
    '<rect x="40" y="2" width="30" height="20" rx="20" ry="3"/>',
    "polygon": '<polygon points="10,10 50 10,30 40"/><polyline points="0 0 9 3 9 9" stroke="red"/>',
    "units": '<rect x="1mm" y="0.5cm" width="1in" height="12pt"/>'
    '<rect x="10%" y="20%" width="1pc" height="2em"/><circle cx="50%" cy="50%" r="10%"/>',
}
TRANSFORMS = {
    "move": f'{SPOT} transform="translate(10 20)"/>{SPOT} transform="translate(7)"/>',
    "scale": f'{SPOT} transform="scale(2 .5)"/>{SPOT} transform="scale(3)"/>',
    "turn": f'{SPOT} transform="rotate(30)"/>{SPOT} transform="rotate(45 25 40)"/>',
    "slant": f'{SPOT} transform="skewX(20)"/>{SPOT} transform="skewY(-15)"/>',
    "matrix": f'{SPOT} transform="matrix(1 .2 -.3 .9 5 6)"/>',
    "several": f'{SPOT} transform="translate(5,5) rotate(10) scale(1.5) translate(-5 -5)"/>',
    "nested": f'<g transform="translate(9 1)"><g transform="rotate(90)">{SPOT}/></g></g>',
    "by style": f'{SPOT} style="transform: rotate(0.25turn) translate(3px, 4px)"/>',
    "about its middle": f'{SPOT} style="transform-box: fill-box; transform-origin: center; '
    'transform: rotate(30deg)"/>',
    "about a corner": f'{SPOT} style="transform-origin: 10px 20%; transform: scale(2)"/>',
    "about the right": f'{SPOT} style="transform-box: fill-box; transform-origin: right bottom; '
    'transform: scale(.5)"/>',
    "grads": f'{SPOT} style="transform: rotate(50grad) skew(10deg, 5deg)"/>',
    "radians": f'{SPOT} style="transform: rotate(0.5rad) scaleX(2) translateY(10%)"/>',
}
LINES = {
    "usual": '<path d="M10 10H90" stroke="#000"/>',
    "wide": '<path d="M10 10H90V50" fill="none" stroke="#e9674d" stroke-width="6"/>',
    "ends": '<path d="M10 10H90" stroke="black" stroke-linecap="round" stroke-width="2"/>'
    '<path d="M10 20H90" stroke="black" stroke-linecap="square" stroke-width="2"/>',
    "joins": '<g fill="none" stroke="black" stroke-width="4">'
    '<path d="M10 10L20 50L30 10" stroke-linejoin="round"/>'
    '<path d="M40 10L50 50L60 10" stroke-linejoin="bevel"/>'
    '<path d="M70 10L80 50L90 10" stroke-miterlimit="2"/></g>',
    "dashes": '<path d="M10 10H90" stroke="black" stroke-dasharray="5 3 1"/>'
    '<path d="M10 20H90" stroke="black" stroke-dasharray="5,3" stroke-dashoffset="2"/>'
    '<path d="M10 30H90" stroke="black" stroke-dasharray="0 0"/>'
    '<path d="M10 40H90" stroke="black" stroke-dasharray="10%"/>',
    "length said": '<path pathLength="10" d="M10 10H90" stroke="black" stroke-dasharray="1 1"/>',
    "stretched": '<path d="M5 5H30" transform="scale(3 1)" stroke="black" stroke-width="2"/>',
    "kept": '<path d="M5 5H30V20" transform="scale(3 1)" stroke="black" fill="none" '
    'stroke-width="2" vector-effect="non-scaling-stroke"/>',
    "line first": f'{SPOT} stroke="red" paint-order="stroke" stroke-width="3"/>',
    "share": '<path d="M10 10H90" stroke="black" stroke-width="2%"/>',
}
ARROW = (
    '<marker id="m" markerWidth="4" markerHeight="3" refX="2" refY="1" {more}>'
    '<path d="M0 0L4 1.5L0 3z"/></marker>'
)
MARKED = '<path d="M10 10L50 30L90 10C90 40 60 60 50 90" fill="none" stroke="black" {more}/>'
ALL = 'marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"'
MARKERS = {
    "along the line": ARROW.format(more='orient="auto"') + MARKED.format(more=ALL),
    "back at the start": ARROW.format(more='orient="auto-start-reverse"')
    + MARKED.format(more=ALL + ' stroke-width="2"'),
    "at an angle": ARROW.format(more='orient="30"') + MARKED.format(more='marker="url(#m)"'),
    "in user units": ARROW.format(more='markerUnits="userSpaceOnUse"')
    + MARKED.format(more=ALL + ' stroke-width="5"'),
    "with a box": ARROW.format(more='viewBox="0 0 8 8" orient="auto"') + MARKED.format(more=ALL),
    "not cut": ARROW.format(more='overflow="visible"') + MARKED.format(more=ALL),
    "closed": ARROW.format(more='orient="auto"')
    + f'<path d="M10 10H60V60Z" stroke="black" {ALL}/>',
    "polygon": ARROW.format(more='orient="auto"')
    + f'<polygon points="10 10 60 10 60 60" stroke="black" {ALL}/>',
}
REUSE = {
    "use": f'<defs>{SPOT} id="a"/></defs><use href="#a"/><use xlink:href="#a" x="40" y="5"/>',
    "use turned": f'<defs><g id="a" fill="red">{SPOT}/></g></defs>'
    '<use href="#a" x="5" transform="rotate(10)" fill="blue"/>',
    "symbol": '<symbol id="s" viewBox="0 0 10 20"><rect width="10" height="20"/></symbol>'
    '<use href="#s" x="10" y="10" width="40" height="40"/><use href="#s" width="20" height="20"/>',
    "symbol seen": '<symbol id="s" viewBox="0 0 10 10" overflow="visible" refX="5" refY="center">'
    '<rect width="20" height="5"/></symbol><use href="#s" x="10" y="10" width="40" height="40"/>',
    "inner svg": '<svg x="10" y="20" width="40" height="40" viewBox="0 0 10 5" '
    'preserveAspectRatio="xMaxYMin slice"><rect width="10" height="5"/></svg>',
    "inner meet": '<svg x="10%" y="20" width="50%" height="40" viewBox="5 5 10 5">'
    '<rect x="5" y="5" width="10" height="5"/></svg>',
    "switch": '<switch><rect systemLanguage="xx" width="5" height="5"/>'
    '<rect width="7" height="7"/><rect width="9" height="9"/></switch>',
    "uses itself": f'<g id="a">{SPOT}/><use href="#a"/></g>',
}
CLIPS = {
    "clip": f'<clipPath id="c"><circle cx="25" cy="40" r="10"/></clipPath>'
    f'{SPOT} clip-path="url(#c)"/>',
    "of its box": '<clipPath id="c" clipPathUnits="objectBoundingBox">'
    f'<rect x=".25" y=".1" width=".5" height=".5"/></clipPath>{SPOT} clip-path="url(#c)"/>',
    "moved": '<clipPath id="c" transform="translate(5 0)"><path d="M10 20h20v20h-20z" '
    f'clip-rule="evenodd" transform="scale(1.5)"/></clipPath>{SPOT} clip-path="url(#c)"/>',
    "two": '<clipPath id="d"><rect x="20" y="0" width="50" height="99"/></clipPath>'
    '<clipPath id="c" clip-path="url(#d)"><circle cx="25" cy="40" r="10"/></clipPath>'
    f'<g clip-path="url(#d)">{SPOT} clip-path="url(#c)"/></g>',
    "of many": '<clipPath id="c"><rect x="10" y="20" width="9" height="9"/>'
    f'<circle cx="30" cy="50" r="8"/></clipPath>{SPOT} clip-path="url(#c)"/>',
    "by style": f'{SPOT} style="clip-path: inset(5px 10%)"/>',
    "nothing": f'<clipPath id="c"/>{SPOT} clip-path="url(#c)"/><circle cx="70" cy="70" r="5"/>',
}
COLOURS = {
    "ways of saying": "".join(
        f'<rect x="{9 * n}" width="8" height="9" fill="{colour}"/>'
        for n, colour in enumerate(
            (
                "#e9674d",
                "#f00",
                "#00ff0080",
                "rgb(10, 20, 30)",
                "rgb(10% 50% 90%)",
                "hsl(200 50% 40%)",
                "hsla(20deg, 80%, 60%, 1)",
                "tomato",
                "RebeccaPurple",
                "none",
            )
        )
    ),
    "greys": "".join(
        f'<rect x="{9 * n}" width="8" height="9" fill="{colour}"/>'
        for n, colour in enumerate(
            (
                "#000",
                "#111",
                "#1a1a1a",
                "#333",
                "#808080",
                "#817f80",
                "#ccc",
                "#fafafa",
                "#fefefe",
                "#fff",
                "#0a0c10",
                "#20242a",
            )
        )
    ),
    "current": f'<g color="#2f8a8f">{SPOT} fill="currentColor" stroke="currentcolor"/></g>',
    "inherit": f'<g fill="red" stroke="blue">{SPOT} fill="inherit" stroke="none"/></g>',
    "half": f'{SPOT} fill="#2f8a8f" fill-opacity="50%" stroke="#000" stroke-opacity=".25"/>',
    "together half": f'<g opacity=".5">{SPOT} fill="red"/><circle cx="80" cy="80" r="9"/></g>',
    "over each other": f'{SPOT} fill="red"/><g opacity=".4">{SPOT} fill="blue" '
    'transform="translate(15 9)"/></g>',
    "variables": "<style>:root { --warm: #e9674d; --edge: var(--none, var(--warm)) }"
    f'.a {{ fill: var(--warm); stroke: var(--edge) }}</style>{SPOT} class="a"/>',
}
SHEETS = {
    "which rule wins": "<style>rect { fill: red } .a { fill: lime } #b { fill: blue } "
    'g > rect { fill: navy } rect[width="8"] { fill: teal } '
    "rect:nth-child(2n+1) { stroke: black }</style>"
    '<g><rect class="a" width="9" height="9"/><rect class="a" id="b" y="10" width="9" height="9"/>'
    '<rect y="20" width="8" height="9"/></g><rect x="30" width="9" height="9"/>',
    "important": "<style>.a { fill: red !important; stroke-width: 2 } rect { fill: lime; "
    'stroke: black; }</style><rect class="a" width="9" height="9" style="fill: blue"/>',
    "media": "<style>@media print { rect { fill: red } } @media screen { rect { fill: lime } }"
    '</style><rect width="9" height="9"/>',
    "attributes are weakest": "<style>* { fill: red }</style>"
    '<rect fill="lime" width="9" height="9"/>',
    "size by style": "<style>rect { width: 20px; height: 30px }</style><rect/>",
    "not and is": "<style>rect:not(.a) { fill: red } :is(.a, .b) { fill: lime }</style>"
    '<rect class="a" width="9" height="9"/><rect x="10" width="9" height="9"/>',
}
STOPS = '<stop offset="0" stop-color="#e9674d"/><stop offset="60%" stop-color="#2f8a8f"/>{more}'
LINEAR = '<linearGradient id="g" {more}>' + STOPS.format(more="") + "</linearGradient>"
RADIAL = '<radialGradient id="g" {more}>' + STOPS.format(more="") + "</radialGradient>"
FILLED = f'{SPOT} fill="url(#g)"/>'
GRADIENTS = {
    "across": LINEAR.format(more="") + FILLED,
    "down": LINEAR.format(more='x2="0" y2="1"') + FILLED,
    "in place": LINEAR.format(more='gradientUnits="userSpaceOnUse" x1="10" x2="40" y1="20" y2="60"')
    + FILLED,
    "turned": LINEAR.format(more='gradientTransform="rotate(30 .5 .5)"') + FILLED,
    "again": LINEAR.format(more='x2=".3" spreadMethod="repeat"') + FILLED,
    "there and back": LINEAR.format(more='x1=".2" x2=".5" spreadMethod="reflect"') + FILLED,
    "round": RADIAL.format(more="") + FILLED,
    "round aside": RADIAL.format(more='cx=".4" cy=".6" r=".5" fx=".3" fy=".5"') + FILLED,
    "round in place": RADIAL.format(
        more='gradientUnits="userSpaceOnUse" cx="25" cy="40" r="20" fx="30" fr="4"'
    )
    + FILLED,
    "round again": RADIAL.format(more='r=".2" spreadMethod="repeat"') + FILLED,
    "taken over": LINEAR.format(more='x2=".5"').replace('"g"', '"h"')
    + '<linearGradient id="g" href="#h" y2=".5"/>'
    + FILLED,
    "half": '<linearGradient id="g">'
    + STOPS.format(more='<stop offset="1" stop-color="red" stop-opacity=".5"/>')
    + f"</linearGradient>{FILLED}",
    "hard": '<linearGradient id="g"><stop offset=".5" stop-color="red"/>'
    f'<stop offset=".5" stop-color="blue"/></linearGradient>{FILLED}',
    "out of order": '<linearGradient id="g"><stop offset=".7" stop-color="red"/>'
    f'<stop offset=".2" stop-color="blue"/></linearGradient>{FILLED}',
    "one stop": f'<linearGradient id="g"><stop stop-color="lime"/></linearGradient>{FILLED}',
    "none": f'<linearGradient id="g"/>{FILLED}<circle cx="5" cy="5" r="4"/>',
    "on a line": LINEAR.format(more="")
    + '<path d="M9 9L90 50" stroke="url(#g)" stroke-width="5"/>',
    "missing": f'{SPOT} fill="url(#none) teal"/>',
    "greys": '<linearGradient id="g"><stop offset="0" stop-color="#000"/>'
    f'<stop offset="1" stop-color="#ccc"/></linearGradient>{FILLED}',
}
OTHERS = {
    "picture": f'<image href="{DOT}" x="10" y="20" width="30" height="40"/>',
    "picture filled": f'<image href="{DOT}" width="30" height="40" '
    'preserveAspectRatio="xMinYMid slice"/>',
    "pattern": '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">'
    f'<circle cx="5" cy="5" r="3"/></pattern>{SPOT} fill="url(#p)"/>',
    "mask": '<mask id="m"><rect width="99" height="50" fill="white"/></mask>'
    f'{SPOT} mask="url(#m)"/>',
    "words": '<text x="10" y="20">Hallo</text>',
    "filter": '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>'
    f'{SPOT} filter="url(#f)"/>',
    "script": f"<script>alert(1)</script>{SPOT}/>",
    "elsewhere": '<image href="https://voorbeeld.nl/a.png" width="9" height="9"/>',
    "hidden": f'{SPOT} visibility="hidden"/><g display="none">{SPOT}/></g>'
    '<circle cx="5" cy="5" r="4"/>',
    "blend": f'{SPOT} fill="red"/>{SPOT} fill="blue" style="mix-blend-mode: multiply"/>',
    "far away": '<rect x="500" width="9" height="9"/><circle cx="98" cy="5" r="9"/>',
}
BOXES = {
    "wide": ("0 0 200 50", 'width="60mm"'),
    "moved": ("-10 -20 100 80", 'width="2in" height="2in"'),
    "filled": ("0 0 50 100", 'width="80" height="40" preserveAspectRatio="xMaxYMax slice"'),
    "by style": ("0 0 30 60", 'style="width: 3cm; height: 90px"'),
}
ROOMS = {
    "paths": PATHS, "transforms": TRANSFORMS, "lines": LINES, "markers": MARKERS, "reuse": REUSE,
    "clips": CLIPS, "colours": COLOURS, "sheets": SHEETS, "gradients": GRADIENTS, "others": OTHERS,
}  # fmt: skip


def told(data: bytes) -> str:
    """What a drawing becomes, or why it is refused, as lines of text."""
    try:
        return shown(prepare(data))
    except SamenspelError as error:
        return f"refused: {', '.join(codes(error))}\n  {error}".replace("\n", "\n  ")


def shown(art: Art) -> str:
    """All that is known of art; of samples their number."""
    assert isinstance(art, VectorArt | PictureArt)
    notes = [f"note: {note}" for note in art.notes]
    if isinstance(art, PictureArt):
        return "\n  ".join([*pixels(art), *notes])
    lines = [f"drawing {goldens.numbers(art.width, art.height, digits=3)}"]
    if art.seen:
        box = art.seen
        lines.append(f"seen {goldens.numbers(box.x, box.y, box.width, box.height, digits=3)}")
    lines += [line for inset in art.insets for line in pixels(inset)]
    lines += [f"gradient {shading}" for shading in art.shadings]
    lines += art.operators.decode().split("\n") + notes
    return "\n  ".join(lines)


def pixels(art: PictureArt) -> list[str]:
    """A picture in eight rows of eight: percent of ink there, and of what is seen."""
    assert art.encoding == "FlateDecode"
    size = art.width, art.height
    inks = Image.frombytes("CMYK", size, zlib.decompress(art.data)).resize(
        (8, 8), Image.Resampling.BOX
    )
    total = [sum(inks.getpixel((x, y))) * 100 // 255 for y in range(8) for x in range(8)]
    rows = [" ".join(map(str, total[at : at + 8])) for at in range(0, 64, 8)]
    if art.alpha:
        seen = Image.frombytes("L", size, zlib.decompress(art.alpha))
        levels = seen.resize((8, 8), Image.Resampling.BOX).tobytes()
        rows = [
            f"{row} | {' '.join(str(one * 100 // 255) for one in levels[8 * at : 8 * at + 8])}"
            for at, row in enumerate(rows)
        ]
    return [f"picture {art.width} x {art.height}", *rows]


@pytest.mark.parametrize("room", ROOMS)
def test_a_drawing_is_painted_as_it_was(room: str) -> None:
    parts = [f"{name}\n  {told(svg(body))}\n" for name, body in ROOMS[room].items()]
    goldens.compare(f"drawings-{room}", "\n".join(parts))


def test_a_drawing_is_as_large_as_it_was() -> None:
    parts = [
        f"{name}\n  {told(svg(SPOT + '/>', box, more))}\n" for name, (box, more) in BOXES.items()
    ]
    goldens.compare("drawings-boxes", "\n".join(parts))
