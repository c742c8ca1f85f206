"""A page's picture with the cut, the bleed, and what was found where, as SVG."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from samenspel.model.finding import Finding
from samenspel.printable import html_text
from samenspel.proofing import PagePicture
from samenspel.speaking import ENGLISH, spoken

Numbered = Sequence[tuple[int, Finding]]
DOT = 0.021
"""Radius of a number, as a share of the picture's longer side."""
WHOLE = 0.5
"""Share of the page from which a box is only an outline: a tint would hide the page."""
LEAST = 0.012
"""Smallest side of a box, likewise: what is smaller could not be seen."""


def drawing(picture: PagePicture, findings: Numbered, name: str, language: str = ENGLISH) -> str:
    """The picture with numbers; ``name`` begins the ids that the list beside it links to."""
    unit = max(picture.width, picture.height)
    size = f"{picture.width:.2f}", f"{picture.height:.2f}"
    image = base64.b64encode(picture.webp).decode("ascii")
    parts = [
        f'<svg viewBox="0 0 {size[0]} {size[1]}" role="img" '
        f'aria-label="{html_text(spoken("the page", language))}">',
        f'<image width="{size[0]}" height="{size[1]}" preserveAspectRatio="none" '
        f'href="data:image/webp;base64,{image}"/>',
        *_lines(picture, unit),
        *_markers(picture, findings, unit, name, language),
        "</svg>",
    ]
    return "".join(parts)


def _lines(picture: PagePicture, unit: float) -> list[str]:
    """What is cut off is paled; the cut and the bleed are drawn."""
    found = []
    if picture.trim is not None and not _whole(picture):
        x, y, width, height = picture.trim
        found.append(
            f'<path fill="#fff" fill-opacity=".45" fill-rule="evenodd" d="M0 0H{picture.width:.2f}'
            f"V{picture.height:.2f}H0ZM{x:.2f} {y:.2f}h{width:.2f}v{height:.2f}h{-width:.2f}Z"
            '"/>'
        )
    for box, colour in ((picture.bleed, "bleed"), (picture.trim, "trim")):
        if box is not None:
            found.append(
                f'<rect {_sides(box)} fill="none" stroke="var(--{colour})" '
                f'stroke-width="{unit * 0.0022:.3f}"/>'
            )
    return found


def _whole(picture: PagePicture) -> bool:
    """True when nothing is cut off."""
    return picture.trim is not None and picture.trim[2:] == (picture.width, picture.height)


def _markers(
    picture: PagePicture, findings: Numbered, unit: float, name: str, language: str
) -> list[str]:
    """Boxes first and numbers on top of them, so that no number is covered."""
    boxes, dots = [], []
    taken: list[tuple[float, float]] = []
    for n, finding in findings:
        box = _box(picture, finding, unit)
        spot = _free(box, picture, taken, unit * DOT)
        taken.append(spot)
        kind = finding.severity.value
        line = unit * 0.0028
        whole = " whole" if box[2] * box[3] > WHOLE * picture.width * picture.height else ""
        boxes.append(
            f'<g class="marker {kind}" id="mark-{name}-{n}">'
            f'<rect class="halo" {_sides(box)} stroke-width="{line * 2.4:.3f}"/>'
            f'<rect class="mark{whole}" {_sides(box)} stroke-width="{line:.3f}"/></g>'
        )
        title = html_text(spoken(finding.message, language))
        dots.append(
            f'<a class="marker {kind}" href="#item-{name}-{n}"><title>{title}</title>'
            f"{_dot(spot, n, unit)}</a>"
        )
    return boxes + dots


def _dot(spot: tuple[float, float], n: int, unit: float) -> str:
    """A number in a circle."""
    radius = unit * DOT
    return (
        f'<circle cx="{spot[0]:.2f}" cy="{spot[1]:.2f}" r="{radius:.2f}" '
        f'stroke-width="{unit * 0.003:.3f}"/>'
        f'<text x="{spot[0]:.2f}" y="{spot[1] + radius * 0.4:.2f}" '
        f'font-size="{radius * (1.2 if n < 100 else 0.95):.2f}">{n}</text>'
    )


def _box(picture: PagePicture, finding: Finding, unit: float) -> tuple[float, float, float, float]:
    """Where a finding is on the picture: cut to it, and large enough to be seen."""
    origin = picture.trim or (0.0, 0.0, picture.width, picture.height)
    x, y = finding.position or (0.0, 0.0)
    width, height = finding.extent or (0.0, 0.0)
    left, top = _within(origin[0] + x, picture.width), _within(origin[1] + y, picture.height)
    right = _within(origin[0] + x + width, picture.width)
    bottom = _within(origin[1] + y + height, picture.height)
    least = unit * LEAST
    wide, high = max(right - left, least), max(bottom - top, least)
    return min(left, picture.width - wide), min(top, picture.height - high), wide, high


def _within(place: float, most: float) -> float:
    return min(max(place, 0.0), most)


def _free(
    box: tuple[float, float, float, float],
    picture: PagePicture,
    taken: Sequence[tuple[float, float]],
    radius: float,
) -> tuple[float, float]:
    """A place for a number at the box's corner, beside those that are there already."""
    x = min(max(box[0], radius), picture.width - radius)
    y = min(max(box[1], radius), picture.height - radius)
    for _ in range(200):
        if all((x - a) ** 2 + (y - b) ** 2 >= (1.9 * radius) ** 2 for a, b in taken):
            break
        x += 2 * radius
        if x > picture.width - radius:
            x, y = radius, y + 2 * radius
            if y > picture.height - radius:
                y = radius
    return x, y


def _sides(box: tuple[float, float, float, float]) -> str:
    x, y, width, height = box
    return f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
