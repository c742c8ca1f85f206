"""The parts that a page is made of: what each may be given, as it stands in a kind's file.

``layout/parts`` has one function for each of these. A part's ``short`` parameter is what a bare
value means: ``ground: paper`` is ``ground: {ink: paper}``.
"""

from __future__ import annotations

from samenspel.model.design.parts.areas import Columns, Grid, Group, Rows
from samenspel.model.design.parts.furniture import (
    Band,
    Bar,
    Boxes,
    Foot,
    Index,
    Lines,
    Logo,
    Row,
    Word,
)  # fmt: skip
from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.shapes import (
    Area,
    Badge,
    Ground,
    Panel,
    Pattern,
    Picture,
    Qr,
    Ring,
    Rule,
)  # fmt: skip
from samenspel.model.design.parts.texts import Sections, Stack

PARTS: dict[str, type[Part]] = {
    "ground": Ground,
    "area": Area,
    "panel": Panel,
    "picture": Picture,
    "badge": Badge,
    "index": Index,
    "band": Band,
    "foot": Foot,
    "logo": Logo,
    "word": Word,
    "stack": Stack,
    "sections": Sections,
    "row": Row,
    "bar": Bar,
    "qr": Qr,
    "lines": Lines,
    "boxes": Boxes,
    "pattern": Pattern,
    "rule": Rule,
    "ring": Ring,
    "rows": Rows,
    "columns": Columns,
    "grid": Grid,
    "group": Group,
}
"""Every part by its name in a kind's file."""


NESTED = ("grid", "group", "sections")
"""The parts that hold items of their own, under ``items:`` or as a bare list."""


