"""The torso's clothes, drawn on a figure's own (u, v) coordinates."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
from shapely.geometry import LineString

from samenspel_drawing.geometry import Knot, corner, spline
from samenspel_drawing.regions import Region, area_of, outline_points

if TYPE_CHECKING:
    from samenspel_drawing.figures import Figure

Garment = Callable[["Figure", Region], None]


def dress(figure: "Figure", back: bool = False) -> None:
    """Draw the torso: its shape, stripes and, unless seen from the `back`, its garment."""
    region = figure.scene.shape(
        outline_points(figure.torso_region, 2.2), figure.look.top_colour, figure.width
    )
    if figure.look.stripes:
        _stripes(figure, region)
    if back:
        _collar_line(figure, 0.955, 0.93)
    else:
        _GARMENTS[figure.look.top](figure, region)


def _stripes(figure: "Figure", region: Region) -> None:
    v, colour = figure.front, figure.look.stripes or "white"
    length = float(np.hypot(*(figure.neck_at - figure.hip)))
    pitch = max(0.115, 19 * figure.scale / length)  # a child's short trunk has fewer
    for u in np.arange(0.06, 0.98, pitch):
        line = figure.across((u + 0.03, -1.3), (u, v * 0.4), (u + 0.03, 1.3))
        band = LineString(line).buffer(4.6 * figure.scale, cap_style="flat")
        figure.scene.fill(band, colour, clip=region)


def _corners(figure: "Figure", *places: tuple[float, float]) -> list[Knot]:
    """Return places on the torso as sharp corners."""
    return [corner(figure.at(u, v)) for u, v in places]


def _line(
    figure: "Figure",
    weight: float,
    *places: tuple[float, float],
    taper: tuple[float, float] = (0.45, 0.25),
) -> None:
    figure.scene.line(figure.across(*places), figure.width * weight, taper)


def _collar_line(figure: "Figure", high: float = 0.965, low: float = 0.91) -> None:
    _line(figure, 0.7, (high, -0.62), (low, figure.front * 0.6), (high, 0.62))


def _buttons(figure: "Figure", v: float, places: tuple[float, ...], radius: float) -> None:
    for u in places:
        x, y = figure.at(u, v)
        figure.scene.dot(float(x), float(y), radius * figure.scale)


def _jacket(figure: "Figure", region: Region) -> None:
    v, scene, bold = figure.front, figure.scene, (0.8, 0.8)
    shirt = spline(_corners(figure, (1.03, v - 0.75), (1.03, v + 0.75), (0.40, v + 0.03)), True)
    scene.patch(area_of(shirt).intersection(region), "white")
    if figure.look.tie:
        places = ((0.93, v - 0.14), (0.93, v + 0.16), (0.84, v + 0.07), (0.52, v + 0.13),
                  (0.44, v + 0.02), (0.52, v - 0.10), (0.84, v - 0.05))  # fmt: skip
        tie = spline(_corners(figure, *places), True)
        scene.shape(tie, figure.look.tie, figure.width * 0.6, halo=0)
    _line(figure, 0.85, (0.99, v - 0.62), (0.66, v - 0.36), (0.40, v + 0.02), taper=bold)
    _line(figure, 0.85, (0.99, v + 0.66), (0.66, v + 0.34), (0.40, v + 0.03), taper=bold)
    _line(figure, 0.65, (0.70, v - 0.38), (0.72, v - 0.60), (0.80, v - 0.54))
    _line(figure, 0.65, (0.70, v + 0.36), (0.72, v + 0.56), (0.80, v + 0.52))
    _line(figure, 0.8, (0.40, v + 0.02), (0.2, v + 0.02), (0, v))
    _buttons(figure, v + 0.12, (0.30, 0.16), 3.6)


def _cardigan(figure: "Figure", region: Region) -> None:
    v = figure.front
    knots: list[Knot] = [
        *_corners(figure, (1.03, v - 0.7), (1.03, v + 0.7)), figure.at(0.52, v + 0.1),
        *_corners(figure, (0, v + 0.10), (0, v - 0.06)), figure.at(0.52, v - 0.08),
    ]  # fmt: skip
    figure.scene.patch(area_of(spline(knots, True)).intersection(region), "white")
    _line(figure, 0.8, (0.99, v - 0.6), (0.56, v - 0.10), (0, v - 0.06))
    _line(figure, 0.8, (0.99, v + 0.62), (0.56, v + 0.12), (0, v + 0.10))
    _buttons(figure, v + 0.20, (0.42, 0.28, 0.14), 3.4)


def _shirt(figure: "Figure", _region: Region) -> None:
    v = figure.front
    _line(figure, 0.65, (0.96, v), (0.5, v), (0, v))
    _buttons(figure, v + 0.07, (0.75, 0.55, 0.35, 0.15), 3)
    collar: list[Knot] = [
        figure.at(1.0, v - 0.5), figure.at(0.86, v - 0.3), corner(figure.at(0.93, v)),
        figure.at(0.86, v + 0.32), figure.at(1.0, v + 0.55),
    ]  # fmt: skip
    figure.scene.shape(spline(collar, True), "white", figure.width * 0.7, halo=0)


def _turtle(figure: "Figure", _region: Region) -> None:
    places = ((1.06, -0.8), (1.06, 0.8), (0.91, 0.72), (0.91, -0.72))
    collar = spline([figure.at(u, v) for u, v in places], True)
    figure.scene.shape(collar, figure.look.top_colour, figure.width * 0.85)


def _sweater(figure: "Figure", region: Region) -> None:
    _collar_line(figure)
    hem = figure.across((0.07, -1.0), (0.05, figure.front), (0.07, 1.0))
    figure.scene.line(hem, figure.width * 0.6, clip=region)


def _dress(figure: "Figure", _region: Region) -> None:
    _collar_line(figure, 0.965, 0.90)


def _hoodie(figure: "Figure", _region: Region) -> None:
    _line(figure, 0.65, (0.2, -0.5), (0.36, -0.34), (0.36, 0.34), (0.2, 0.5))
    _line(figure, 0.65, (0.2, -0.5), (0.17, 0), (0.2, 0.5))
    _line(figure, 0.7, (0.96, -0.7), (0.86, figure.front * 0.6), (0.96, 0.7))


def _plain(_figure: "Figure", _region: Region) -> None:
    pass


_GARMENTS: Final[dict[str, Garment]] = {
    "plain": _plain,
    "jacket": _jacket,
    "cardigan": _cardigan,
    "shirt": _shirt,
    "turtle": _turtle,
    "sweater": _sweater,
    "dress": _dress,
    "hoodie": _hoodie,
}
