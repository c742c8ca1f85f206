"""What happens to a sheet between its two sides.

Look at a sheet's front; its x runs to the right, y down. A press or printer turns the sheet about
one of its edges and prints the back page so that it reads upright to whoever turns the sheet that
way.

* Turned about a **vertical** edge: the front's point (x, y) is seen on the back at
  (width - x, y), and what was up is still up.
* Turned about a **horizontal** edge: (x, y) is seen at (x, height - y), and what was up is now
  down.

"Long edge" and "short edge" name the paper's edges, not the axis: the long edge of an upright
paper is vertical, of a paper on its side horizontal.

A finished card is turned by hand about its vertical axis (left-right), so its back must have the
same up as its front. Where the sheet is turned about a horizontal edge, the front's up lies down
on the back page, and the back pages are therefore placed rotated by 180°.
"""

from __future__ import annotations

from dataclasses import replace

from samenspel.impose.scheme import Matrix
from samenspel.model.sheet import Flip


def turns_about_vertical(flip: Flip, width: float, height: float) -> bool:
    """True when the edge that the sheet is turned about stands upright as the page is seen.

    A square paper has no long edge; it counts as upright.
    """
    return (flip == "long-edge") == (height >= width)


def mirrored(matrix: Matrix, about_vertical: bool) -> Matrix:
    """The front's matrix as it lies when the sheet is seen from behind."""
    if about_vertical:
        return tuple(tuple(reversed(row)) for row in matrix)
    return tuple(reversed(matrix))


def turned_over(matrix: Matrix) -> Matrix:
    """Every page with its head down."""
    return tuple(
        tuple(replace(cell, turned=not cell.turned) if cell else None for cell in row)
        for row in matrix
    )
