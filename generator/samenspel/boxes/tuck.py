"""A tuck box: a tube that is glued along one edge, with a lid at each end that tucks in.

Panels are measured from crease to crease through the middle of the board. What lies inside another
panel lies one board's thickness further in; that is where the small differences come from.
"""

from __future__ import annotations

from samenspel.boxes.blank import NOTCH, Blank, Edge, Inside, Panel
from samenspel.model.frame import Box

GLUE = 12.0
"""Width of the glue flap in mm; less for a low box, of which it may not stand out."""
TUCK = 15.0
"""Depth of the flap that tucks in, in mm; less for a low box."""
DUST = 22.0
"""Length of the dust flaps in mm; less for a narrow box."""
CLEAR = 0.5
"""A lid is so much narrower on each side than the room that it closes, in mm."""
TAPER = 2.0
"""How far flaps become narrower towards their free edge, on each side, in mm."""


def tuck(inside: Inside, board: float) -> Blank:
    """The blank of a straight tuck box: glue flap, back, side, front, side, from left to right."""
    t = board
    back = inside.width + t
    deep = inside.depth + 2 * t  # the tuck flaps lie inside the front
    glue = min(GLUE, inside.depth)
    front = back + t  # the last side lies outside the glue flap
    high = inside.height + 3 * t  # lids and dust flaps lie on each other at both ends
    lid = deep - t  # the tuck flap lies inside the front
    flap = min(TUCK, inside.height / 3)
    dust = min(DUST, inside.width * 0.45)
    reach = max(lid + flap, dust)
    x, y = glue, reach
    left = Box(x + back, y + t, deep, high - 2 * t)
    face = Box(left.right, y, front, high)
    right = Box(face.right, y + t, deep, high - 2 * t)
    panels = [
        Panel("back", Box(x, y, back, high)),
        Panel("glue", Box(0.0, y + t, glue, high - 2 * t), "back", "left", slope=4.0,
              printed=False),
        Panel("side", left, "back", "right"),
        Panel("front", face, "side", "right", notch=min(NOTCH, inside.width / 4)),
        Panel("side-2", right, "front", "right"),
    ]  # fmt: skip
    for end in ("top", "bottom"):
        panels += _closing(end, end == "top", panels[0].box, (left, right), (lid, flap, dust), t)
    return Blank("tuck", tuple(panels), board)


def _closing(
    end: str,
    above: bool,
    back: Box,
    sides: tuple[Box, Box],
    lengths: tuple[float, float, float],
    t: float,
) -> list[Panel]:
    """Lid, tuck flap and dust flaps of one end."""
    lid, flap, dust = lengths
    # Between the inner faces of the sides: the one at the glue flap lies half a board further out.
    narrow = Box(back.x + CLEAR, 0.0, back.width - t / 2 - 2 * CLEAR, lid)
    edge: Edge = "top" if above else "bottom"
    over = _beside(narrow, back, lid, above)
    tucked = _beside(narrow, over, flap, above)
    found = [
        Panel(f"lid-{end}", over, "back", edge),
        Panel(f"tuck-{end}", tucked, f"lid-{end}", edge, round=min(6.0, flap / 2)),
    ]
    for name, side in zip(("side", "side-2"), sides, strict=True):
        box = _beside(side, side, dust, above)
        found.append(
            Panel(f"dust-{end}-{name}", box, name, edge, slope=min(TAPER, side.width / 4),
                  printed=False)
        )  # fmt: skip
    return found


def _beside(wide: Box, body: Box, length: float, above: bool) -> Box:
    """A panel as wide as one box, above or below another."""
    return Box(wide.x, body.y - length if above else body.bottom, wide.width, length)
