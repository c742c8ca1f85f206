"""A two-piece box: a tray, and a lid of the same make that goes over it.

The lid covers the whole tray, so it has a notch in each of its two long walls: there finger and
thumb hold the tray while the lid is lifted.
"""

from __future__ import annotations

from dataclasses import replace

from samenspel.boxes.blank import NOTCH, Blank, Edge, Inside, Panel
from samenspel.model.frame import Box

TAB = 12.0
"""Length of the glue tabs in the corners, in mm; less for a low wall."""
PLAY = 0.5
"""Between the outside of the tray and the inside of the lid, on each side, in mm."""
NOTCH_SHARE = 0.4
"""Of a low lid's wall a notch takes no more, so that the spine is read above it."""


def two_piece(inside: Inside, board: float) -> tuple[Blank, Blank]:
    """The blanks of tray and lid; the lid covers the whole height of the tray."""
    t = board
    outer = Inside(
        inside.width + 2 * t + 2 * PLAY, inside.height + 4 * t + 2 * PLAY, inside.depth + t
    )
    return _half("tray", inside, board), _with_notches(_half("lid", outer, board))


def _with_notches(lid: Blank) -> Blank:
    """With a half circle out of the free edges of the two long walls."""
    base = lid.panel("base").box
    edges: tuple[Edge, ...] = ("left", "right") if base.height >= base.width else ("top", "bottom")
    wall = lid.panel(f"wall-{edges[1]}").box
    radius = min(NOTCH, NOTCH_SHARE * min(wall.width, wall.height))
    walls = {f"wall-{edge}" for edge in edges}
    panels = (
        replace(panel, notch=radius, notched=panel.edge) if panel.name in walls else panel
        for panel in lid.panels
    )
    return replace(lid, panels=tuple(panels))


def _half(name: str, inside: Inside, t: float) -> Blank:
    """A base with four walls; tabs on the upright walls are glued inside the lying ones."""
    across, down = inside.width + t, inside.height + 3 * t  # two tabs lie beside the cards
    wall = inside.depth + t / 2
    tab = min(TAB, inside.width / 3)
    x, y = wall, wall
    base = Box(x, y, across, down)
    upright = down - 2 * t  # its tabs lie one board inside the lying walls
    panels = [
        Panel("base", base),
        Panel("wall-top", Box(x, y - wall, across, wall), "base", "top"),
        Panel("wall-bottom", Box(x, base.bottom, across, wall), "base", "bottom"),
        Panel("wall-left", Box(0.0, y + t, wall, upright), "base", "left"),
        Panel("wall-right", Box(base.right, y + t, wall, upright), "base", "right"),
    ]
    for side in ("left", "right"):
        box = panels[3].box if side == "left" else panels[4].box
        slope = min(2.0, wall / 4)
        panels += [
            Panel(f"tab-{side}-top", Box(box.x, box.y - tab, wall, tab), f"wall-{side}", "top",
                  slope=slope, printed=False),
            Panel(f"tab-{side}-bottom", Box(box.x, box.bottom, wall, tab), f"wall-{side}",
                  "bottom", slope=slope, printed=False),
        ]  # fmt: skip
    shift = max(0.0, tab - wall - t)
    moved = (_down(panel, shift) for panel in panels)
    return Blank(name, tuple(moved), t)


def _down(panel: Panel, by: float) -> Panel:
    """Lower, so that nothing stands above the blank's own top."""
    box = panel.box
    return replace(panel, box=Box(box.x, box.y + by, box.width, box.height))
