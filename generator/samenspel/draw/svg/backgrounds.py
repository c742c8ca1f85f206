"""A background of the whole drawing (``background`` in the outermost element's style)."""

from __future__ import annotations

from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.values import colour
from samenspel.draw.svg.viewport import canvas_size, fit
from samenspel.saying import say

MORE = 0.1
"""How far beyond the canvas a background reaches at each side, as a share of it."""
SPREAD = 1 + 2 * MORE
_NOTHING = ("", "none", "transparent", "initial", "unset", "inherit")


def put_background(root: Node) -> None:
    """Make the background a rectangle below all else, as browsers show it.

    Raises Mistake ``svg-unsupported`` for one that is no even colour.
    """
    value = root.style.pop("background", "")
    value = root.style.pop("background-color", value).strip()
    if value.lower() in _NOTHING:
        return
    try:
        colour(value)
    except ValueError as error:
        raise Mistake(
            "svg-unsupported",
            say("it has a background that is no even colour ({value})", value=value[:40]),
            "put a rectangle of that look below the drawing",
            root.line,
        ) from error
    canvas = canvas_size(root)
    (a, _, _, d, e, f), _ = fit(root, *canvas)
    # over a little more than the canvas, and no more: renderers take time for what is cut off
    width, height = (side / scale for side, scale in zip(canvas, (a, d), strict=True))
    numbers = -e / a - MORE * width, -f / d - MORE * height, SPREAD * width, SPREAD * height
    place = zip(("x", "y", "width", "height"), numbers, strict=True)
    below = Node("rect", {name: f"{number:.9g}" for name, number in place}, root.line)
    below.style = {"fill": value, "stroke": "none", "fill-opacity": "1"}
    root.children.insert(0, below)
