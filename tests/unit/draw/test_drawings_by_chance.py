"""Hundreds of drawings by chance: every attribute in every company, and what each is painted as."""

from __future__ import annotations

import pytest
from PIL import Image
from tests.chances import Chance, hold
from tests.unit.draw.helpers import DOT, encoded, svg
from tests.unit.draw.test_draw_many import told

from samenspel.draw.svg import rendering

UNITS = (*[""] * 9, "px", "mm", "pt", "%", "%", "in", "cm", "pc", "Q", "em")
COLOURS = (
    "#e9674d", "#f00", "#1d1d1b", "rgb(10, 200, 30)", "rgb(100%,0%,20%)", "hsl(200 50% 40%)",
    "navy",
    "black", "white", "currentColor", "none", "hsl(0.4turn, 90%, 30%)", "#80808080", "#0a0c10",
    "#123", "rgba(0, 0, 255, .5)", "inherit", "transparent",
)  # fmt: skip


def point(chance: Chance) -> str:
    return f"{chance.number(-20, 120, 1):g} {chance.number(-20, 120, 1):g}"


def length(chance: Chance, low: float = 0, high: float = 60) -> str:
    unit = chance.of(UNITS)
    most = high / {"in": 60, "cm": 25, "mm": 3, "pc": 12, "em": 12, "ex": 6}.get(unit, 1)
    return f"{chance.number(low, most, 2):g}{unit}"


def path(chance: Chance) -> str:
    parts = [f"{chance.of('Mm')}{point(chance)}"]
    for _ in range(int(chance.number(1, 8))):
        kind = chance.of("LlHhVvCcSsQqTtAaZz")
        many = {"L": 1, "C": 3, "S": 2, "Q": 2, "T": 1}.get(kind.upper(), 0)
        said = " ".join(point(chance) for _ in range(many * int(chance.number(1, 2.4))))
        if kind in "HhVv":
            said = f"{chance.number(-30, 90, 1):g}"
        if kind in "Aa":
            radii = f"{chance.number(1, 50, 1):g} {chance.number(1, 50, 1):g}"
            said = f"{radii} {chance.of((0, 30, -60, 90))} {chance.of('01')} {chance.of('01')} "
            said += point(chance)
        parts.append(kind + said)
    return f'<path d="{"".join(parts)}"'


def shape(chance: Chance) -> str:
    kind = chance.of(("path", "path", "rect", "rect", "circle", "ellipse", "line", "poly", "round"))
    if kind == "path":
        return path(chance)
    if kind == "circle":
        return f'<circle cx="{length(chance)}" cy="{length(chance)}" r="{length(chance, 1, 40)}"'
    if kind == "ellipse":
        radii = f'rx="{length(chance, 1)}" ry="{chance.of((length(chance, 1), "auto"))}"'
        return f'<ellipse cx="{length(chance)}" cy="{length(chance)}" {radii}'
    if kind == "line":
        ends = " ".join(f'{name}="{length(chance, -5, 99)}"' for name in ("x1", "y1", "x2", "y2"))
        return f"<line {ends}"
    if kind == "poly":
        points = chance.of((" ", ", ")).join(point(chance) for _ in range(int(chance.number(1, 6))))
        return f'<{chance.of(("polygon", "polyline"))} points="{points}"'
    size = f'width="{length(chance, 2, 80)}" height="{length(chance, 2, 80)}"'
    round_ = f' rx="{length(chance, 0, 40)}"' if kind == "round" else ""
    round_ += f' ry="{length(chance, 0, 40)}"' if kind == "round" and chance.maybe(0.4) else ""
    return f'<rect x="{length(chance, -9, 50)}" y="{length(chance, -9, 50)}" {size}{round_}'


def transform(chance: Chance) -> str:
    made = []
    for _ in range(int(chance.number(1, 3.4))):
        x, y = chance.number(-30, 30, 1), chance.number(-30, 30, 1)
        made.append(chance.of((
            f"translate({x:g} {y:g})", f"translate({x:g})", f"scale({x / 20:g})",
            f"scale({x / 15:g}, {y / 15:g})", f"rotate({x * 6:g})", f"rotate({x:g},{y:g} 20)",
            f"skewX({x:g})", f"skewY({y:g})", f"matrix(1 {x / 90:g} {y / 90:g} .8 {x:g} {y:g})",
        )))  # fmt: skip
    return f' transform="{chance.of((" ", ",", "")).join(made)}"'


def looks(chance: Chance) -> str:
    said = []
    options = {
        "fill": COLOURS, "stroke": COLOURS, "stroke-width": ("1", "2.5", "4%", "1mm", "0", "12"),
        "stroke-linecap": ("butt", "round", "square"), "opacity": ("1", ".5", "20%", "0"),
        "stroke-linejoin": ("miter", "round", "bevel"), "stroke-miterlimit": ("1", "2", "10"),
        "stroke-dasharray": ("4", "5 3", "5,3,1", "10%", "none", "0"),
        "stroke-dashoffset": ("2", "-3", "10%"), "fill-rule": ("evenodd", "nonzero"),
        "fill-opacity": (".3", "70%", "1"), "stroke-opacity": (".5", "0", "1"),
        "paint-order": ("stroke", "normal", "markers stroke"), "color": ("#2f8a8f", "red"),
        "vector-effect": ("non-scaling-stroke", "none"), "visibility": ("visible", "hidden"),
        "clip-rule": ("evenodd",), "pathLength": ("50", "200"), "font-size": ("10", "2em", "50%"),
    }  # fmt: skip
    names = [*options]
    for name in {chance.of(names): 1 for _ in range(int(chance.number(0, 6.9)))}:
        said.append((name, chance.of(options[name])))
    if chance.maybe(0.3):
        own = "; ".join(f"{name}: {value}" for name, value in said if name != "pathLength")
        return f' style="{own}{chance.of(("", ";", " !important"))}"'
    return "".join(f' {name}="{value}"' for name, value in said)


def one(chance: Chance) -> str:
    more = transform(chance) if chance.maybe(0.3) else ""
    return shape(chance) + looks(chance) + more


def shapes(chance: Chance) -> str:
    return "".join(f"{one(chance)}/>" for _ in range(int(chance.number(1, 2.9))))


def stops(chance: Chance) -> str:
    made = ""
    for _ in range(int(chance.number(1, 4.4))):
        made += f'<stop offset="{chance.of(("0", ".2", ".5", "60%", "1", "1.5", "-1"))}" '
        made += f'stop-color="{chance.of(COLOURS[:8])}" '
        made += f'stop-opacity="{chance.of(("1", "1", "1", ".5", "40%"))}"/>'
    return made


def gradients(chance: Chance) -> str:
    kind = chance.of(("linear", "radial"))
    names = ("x1", "y1", "x2", "y2") if kind == "linear" else ("cx", "cy", "r", "fx", "fy", "fr")
    scale = chance.of(("objectBoundingBox", "userSpaceOnUse", ""))
    values = (".1", ".35", "50%", ".9", "1.2")
    if "user" in scale:
        values = ("10", "30", "45.5", "60%", "80")
    said = "".join(f' {name}="{chance.of(values)}"' for name in names if chance.maybe(0.5))
    said += f' gradientUnits="{scale}"' if scale else ""
    if chance.maybe(0.4):
        said += f' spreadMethod="{chance.of(("pad", "reflect", "repeat"))}"'
    if chance.maybe(0.4):
        said += transform(chance).replace("transform", "gradientTransform")
    made = f'<{kind}Gradient id="g"{said}>{stops(chance)}</{kind}Gradient>'
    if chance.maybe(0.25):
        other = chance.of(("linear", "radial"))
        made += f'<{other}Gradient id="h" href="#g" {names[1]}="{chance.of(values)}"/>'
    used = "h" if 'id="h"' in made else "g"
    what, other = chance.of(("fill", "fill", "stroke")), chance.of(("", " red", " none"))
    turned = transform(chance) if chance.maybe(0.2) else ""
    return f'{made}{shape(chance)} {what}="url(#{used}){other}"{turned}/>'


INNER = (
    '<circle cx=".5" cy=".4" r=".4"/>', '<rect x=".1" y=".3" width=".6" height=".4"/>',
    '<path d="M0 0L1 .5L.2 1z"/>',
)  # fmt: skip
NAMES = ("", 'class="a"', 'id="b"', 'fill="lime"')


def clips(chance: Chance) -> str:
    units = chance.of(("", "", ' clipPathUnits="objectBoundingBox"'))
    inner = shapes(chance)
    if units:
        inner = chance.of(INNER)
    own = transform(chance) if chance.maybe(0.3) else ""
    made = f'<clipPath id="c"{units}{own}>{inner}</clipPath>'
    group = f'<g clip-path="url(#c)"{looks(chance)}>{shapes(chance)}</g>'
    return made + (one(chance) + ' clip-path="url(#c)"/>' if chance.maybe(0.5) else group)


def reuse(chance: Chance) -> str:
    box = f'viewBox="{chance.number(-9, 9)} 0 {chance.number(5, 60)} {chance.number(5, 60)}"'
    fit = chance.of(("xMinYMin", "xMidYMid", "xMaxYMax", "xMinYMax", "xMaxYMid", "none"))
    fit = f'preserveAspectRatio="{fit}{chance.of(("", " meet", " slice"))}"'
    size = f'width="{length(chance, 5, 80)}" height="{length(chance, 5, 80)}"'
    place = f'x="{length(chance, 0, 30)}" y="{length(chance, 0, 30)}"'
    kind = chance.of(("symbol", "svg", "use", "image", "nested"))
    if kind == "symbol":
        seen = chance.of(("", 'overflow="visible"', 'refX="5" refY="bottom"'))
        symbol = f'<symbol id="s" {box} {fit} {seen}>{shapes(chance)}</symbol>'
        return f'{symbol}<use href="#s" {place} {size}/>'
    if kind == "svg":
        return f"<svg {box} {fit} {place} {size}>{shapes(chance)}</svg>"
    inner = shapes(chance)
    if kind == "image":
        return f'<image href="{DOT}" {place} {size} {fit}{looks(chance)}/>'
    if kind == "nested":
        return f"<g{transform(chance)}{looks(chance)}><g{transform(chance)}>{inner}</g></g>"
    defined = f'<defs><g id="a"{looks(chance)}>{inner}</g></defs>'
    return f'{defined}<use xlink:href="#a" {place}{transform(chance)}/>'


def markers(chance: Chance) -> str:
    said = "".join(f' {name}="{chance.of(values)}"' for name, values in {
        "orient": ("auto", "auto-start-reverse", "30", "0.1turn"),
        "refX": ("0", "2", "center", "50%"),
        "refY": ("0", "1", "bottom"), "markerWidth": ("3", "8"), "markerHeight": ("4", "6"),
        "markerUnits": ("userSpaceOnUse", "strokeWidth"), "viewBox": ("0 0 8 8", "-2 -2 9 5"),
        "overflow": ("visible", "hidden"), "preserveAspectRatio": ("none", "xMaxYMin slice"),
    }.items() if chance.maybe(0.5))  # fmt: skip
    inner = f'<path d="M0 0L4 1.5L0 3z" fill="{chance.of(COLOURS[:9])}"/>'
    where = chance.of(("marker", "marker-start", "marker-mid", "marker-end"))
    line = f'fill="none" stroke="black" stroke-width="{chance.of((1, 3))}" {where}="url(#m)"'
    return f'<marker id="m"{said}>{inner}</marker>{path(chance)} {line}/>'


SELECTORS = (
    "rect", ".a", "#b", "*", "g > .a", "rect:not(.a)", ":first-child", ".a + rect", "rect ~ .a",
    "[class]", ":nth-child(2n)", ":is(.a, #b)", "g rect", "rect.a",
)  # fmt: skip
PROPERTIES = {
    "fill": COLOURS, "stroke": COLOURS, "opacity": (".5", "1"), "stroke-width": ("2", "3px"),
    "transform": ("rotate(20deg)", "translate(3px, 10%)", "scale(2)"), "width": ("30px", "20%"),
    "display": ("inline", "none"),
}  # fmt: skip


def sheets(chance: Chance) -> str:
    rules = ""
    for _ in range(int(chance.number(1, 4.4))):
        which, name = chance.of(SELECTORS), chance.of([*PROPERTIES])
        value, weight = chance.of(PROPERTIES[name]), chance.of(("", "", " !important"))
        rules += f"{which} {{ {name}: {value}{weight} }} "
    rect = '<rect y="{}" width="9" height="8" {}/>'
    inner = "".join(rect.format(9 * n, chance.of(NAMES)) for n in range(3))
    return f"<style>{rules}</style>{inner}<g>{inner.replace(NAMES[2], '')}</g>"


ROOMS = {
    "shapes": (shapes, 120), "gradients": (gradients, 80), "clips": (clips, 60),
    "reuse": (reuse, 80), "markers": (markers, 50), "sheets": (sheets, 50),
}  # fmt: skip


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is handed to the renderer, in whose place a soft box comes in few pixels."""
    handed: list[str] = []

    def rendered(drawing: str, size: tuple[int, int]) -> bytes:
        handed.append(drawing)
        image = Image.new("RGBA", size)
        width, height = size
        image.paste((233, 103, 77, 128), (width // 4, height // 3, width, height))
        image.paste((20, 20, 20, 255), (width // 2, height // 2, width, height))
        return encoded(image, "PNG", compress_level=0)

    monkeypatch.setattr(rendering, "_resvg", rendered)
    monkeypatch.setattr(rendering, "LONG_SIDE", 48)
    monkeypatch.setattr(rendering, "COARSE_SIDE", 24)
    return handed


@pytest.mark.parametrize("room", ROOMS)
def test_drawings_by_chance_are_painted_as_they_were(room: str, written: list[str]) -> None:
    part, count = ROOMS[room]

    def painted(chance: Chance) -> str:
        written.clear()
        return "\n".join([told(svg(part(chance))), *written])

    hold("chance-drawings", room, count, painted)
