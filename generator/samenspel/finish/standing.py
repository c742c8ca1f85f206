"""Parts of a page, each placed by a matrix of its own: a flat box as it stands on the table."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Name

from samenspel.model.frame import Box, Path
from samenspel.units import number, to_points

Point = tuple[float, float]
Step = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
EDGE = "0 0 0 0.4 K 0.4 w 1 j"
"""The edges of what stands: a thin grey line."""
BEHIND = 0.55
"""How dark a hole is, as a share of black; solid, since not every standard allows see-through."""


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of the page, and where three of its corners come on the picture (mm, y down)."""

    box: Box
    """The rectangle, from the top left corner of the flat page."""
    top_left: Point
    """Where its top left corner comes, from the top left corner of the picture's page."""
    top_right: Point
    """Where its top right corner comes."""
    bottom_left: Point
    """Where its bottom left corner comes; the fourth follows, for what is parallel stays so."""
    hole: Path = ()
    """What is cut out of it, in mm of the flat page; there one sees into the box, dark."""


def stand(pdf: bytes, parts: Sequence[Part], furniture: bytes, lines: Sequence[str]) -> bytes:
    """The picture: ``furniture`` is its only page, over which the parts of the first page are put.

    ``lines`` are the spot colours of lines for a die maker, which are left out.
    """
    with (
        pikepdf.open(io.BytesIO(pdf)) as flat,
        pikepdf.open(io.BytesIO(furniture)) as document,
    ):
        page, shown = document.pages[0], flat.pages[0]
        shown.obj.Contents = flat.make_stream(_without(shown, lines))
        form = document.copy_foreign(shown.as_form_xobject(handle_transformations=False))
        name = page.add_resource(form, Name.XObject, prefix="Flat")
        high = float(shown.mediabox[3]), float(page.mediabox[3])
        placed = "".join(_placement(part, str(name), *high) for part in parts)
        page.contents_add(placed.encode("ascii"))
        page.contents_coalesce()
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
        return out.getvalue()


def _without(page: pikepdf.Page, lines: Sequence[str]) -> bytes:
    """The page's content without lines in those colours, and without their layers."""
    return pikepdf.unparse_content_stream([*_kept(page, lines)])


def _kept(page: pikepdf.Page, lines: Sequence[str]) -> Iterator[Step]:
    spaces = page.resources.get("/ColorSpace", pikepdf.Dictionary())
    spots = {
        key for key, space in spaces.items()
        if isinstance(space, pikepdf.Array) and str(space[1]).lstrip("/") in lines
    }  # fmt: skip
    on_line = False
    for step in pikepdf.parse_content_stream(page):
        kind = str(step.operator)
        if kind in ("BDC", "EMC", "BMC"):
            continue
        if kind in ("CS", "K", "G"):
            on_line = kind == "CS" and str(step.operands[0]) in spots
        dropped = on_line and kind in ("S", "s")
        yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")) if dropped else step


def _placement(part: Part, name: str, flat: float, high: float) -> str:
    """``q <its outline> W n <matrix> cm /Name Do Q`` and its edges; heights of pages in points."""
    (ax, ay), (bx, by), (cx, cy) = (
        (to_points(x), high - to_points(y))
        for x, y in (part.top_left, part.top_right, part.bottom_left)
    )
    box = part.box
    left, top = to_points(box.x), flat - to_points(box.y)
    wide, tall = to_points(box.width), to_points(box.height)
    a, b = (bx - ax) / wide, (by - ay) / wide
    c, d = (ax - cx) / tall, (ay - cy) / tall
    matrix = a, b, c, d, ax - a * left - c * top, ay - b * left - d * top
    hole = _path(part.hole, matrix, flat)
    around = (ax, ay), (bx, by), (bx + cx - ax, by + cy - ay), (cx, cy)
    path = " ".join(
        f"{number(x)} {number(y)} {'l' if at else 'm'}" for at, (x, y) in enumerate(around)
    )
    numbers = " ".join(number(value, 6) for value in matrix)
    return f"q {path} h W n {numbers} cm {name} Do Q q {EDGE} {path} h S Q\n" + (
        f"q 0 0 0 {BEHIND} k {path} h W n {hole} f Q q {EDGE} {hole} S Q\n" if hole else ""
    )


def _path(path: Path, matrix: Sequence[float], flat: float) -> str:
    """A path of the flat page (mm, y down) in points of the picture."""
    a, b, c, d, e, f = matrix
    steps = []
    for kind, values in path:
        pairs = zip(values[::2], values[1::2], strict=True)
        points = ((to_points(x), flat - to_points(y)) for x, y in pairs)
        placed = ((a * x + c * y + e, b * x + d * y + f) for x, y in points)
        numbers = (number(value) for point in placed for value in point)
        steps.append(f"{' '.join(numbers)} {kind.lower()}")
    return " ".join(steps)
