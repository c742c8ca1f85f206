"""A closed box as a small picture: the blank's own page on the sides that are seen."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.boxes import Inside, Seen
from samenspel.finish.standing import Part, stand
from samenspel.layout.packaging import CREASE, CUT
from samenspel.layout.paperwork import caption
from samenspel.model.frame import Box, Frame, Shape
from samenspel.model.ink import Ink
from samenspel.model.paths import polygon
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.made import Made
from samenspel.pipeline.papers import OFFICE, office_pages
from samenspel.presets import paper_named
from samenspel.products.box import room_in, shown
from samenspel.separations.rendering import render

BOX_PICTURE = "box.png"
"""The name of the picture beside a blank."""
ROOM = 26.0
"""Around the picture, in mm."""
SHADOW, FALLS = Ink(0, 0, 0, 14), 9.0
"""The colour of its shadow on the table, and how far it falls, in mm."""
SHARP = 5.0
"""Pixels a millimetre of the picture as PNG."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """The box on a page of office paper."""

    page: bytes
    """A PDF that is not finished."""
    box: Box
    """Where the picture stands on it, in mm."""

    @property
    def png(self) -> bytes:
        """The picture alone, as a PNG file."""
        (page,) = render(self.page, SHARP)
        left, top, right, bottom = (
            round(side * SHARP)
            for side in (self.box.x, self.box.y, self.box.right, self.box.bottom)
        )
        out = io.BytesIO()
        page.crop((left, top, right, bottom)).save(out, "PNG", optimize=True)
        return out.getvalue()


def box_picture(
    build: Build, language: str, pdf: bytes, box: str, inside: tuple[float, float, float], said: str
) -> Picture:
    """The closed box, as large as the paper takes but no larger than it is, with a caption.

    ``pdf`` is the blank's press file, ``inside`` the room that its box has in mm.
    """
    faces, (width, height) = shown(box, Inside(*inside))
    paper = paper_named(build.project, OFFICE)
    share = min(1.0, (paper.width - 2 * ROOM) / width, (paper.height - 2 * ROOM) / height)
    left, top = (paper.width - width * share) / 2, (paper.height - height * share) / 2

    def at(point: Point) -> Point:
        return left + point[0] * share, top + point[1] * share

    words = caption(
        build.setter(language), said, left, top + height * share + 2 * FALLS, width * share
    )
    ground = polygon([*map(at, _shadow([one for one, *_ in faces]))])
    frame = Frame(
        "box-picture", paper.width, paper.height, 0.0, 0.0,
        (Shape(ground, fill=SHADOW, role="shadow"), *words), "box-picture", "front",
    )  # fmt: skip
    parts = [
        Part(place, at(one.top_left), at(one.top_right), at(one.bottom_left), hole)
        for one, place, hole in faces
    ]
    page = stand(pdf, parts, office_pages(build, language, [frame]).pdf(), (CUT, CREASE))
    around = Box(left, top, width * share, height * share).inset(*[-FALLS - 2] * 4)
    return Picture(page, around)


def box_beside(edition: Edition, made: Made) -> bytes:
    """The picture of the box that a blank becomes, as PNG; it says which deck's it is."""
    build, deck, making = edition.build, edition.deck, made.piece.making
    shape = next(one for one in build.formats if one.name == made.piece.folder)
    room = room_in(deck, shape.name, shape.trim, making)
    said = f"{edition.title} · {shape.name.upper()}"
    return box_picture(build, deck.language, made.pdf, making.box, room, said).png


def _shadow(seen: Sequence[Seen]) -> list[Point]:
    """What the box darkens: a strip on the table, along the foot of the two upright sides."""
    left, right = seen[2].corners[3], seen[2].corners[2]
    back = seen[1].corners[2] if seen[1].corners[2][0] > right[0] else seen[1].corners[1]
    return [left, right, back, (back[0] + FALLS, back[1] + 2), (right[0] + FALLS / 2, right[1] + 6),
            (left[0] + 3, left[1] + 3)]  # fmt: skip
