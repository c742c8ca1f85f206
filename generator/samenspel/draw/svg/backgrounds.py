"""A background of the whole drawing (``background`` in the outermost element's style)."""

from __future__ import annotations

from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.values import colour
from samenspel.draw.svg.viewport import canvas_size, fit, view_box
from samenspel.saying import say

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
    x, y, _, _ = view_box(root) or (0.0, 0.0, 0.0, 0.0)
    _, (width, height) = fit(root, *canvas_size(root))
    # over more than the box, for the canvas may be wider than it: what is beyond is cut off
    reach = 10 * max(width, height)
    numbers = x - reach, y - reach, width + 2 * reach, height + 2 * reach
    place = zip(("x", "y", "width", "height"), numbers, strict=True)
    below = Node("rect", {name: f"{number:.9g}" for name, number in place}, root.line)
    below.style = {"fill": value, "stroke": "none", "fill-opacity": "1"}
    root.children.insert(0, below)
