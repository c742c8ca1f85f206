"""Frames to one drawing, with reportlab's objects for all that pages share.

reportlab's Canvas opens every page with a font of its own, drops resources of forms and
recompresses what it is given. Its lower layer, ``pdfdoc``, has none of these faults (``objects``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspel.draw.artwork import put_art
from samenspel.draw.colour import ColourSpace
from samenspel.draw.content import Names, write_frame
from samenspel.draw.inks import put_layers, put_overprint, put_spots
from samenspel.draw.lettering import put_fonts, put_outlines
from samenspel.draw.manner import PLAIN, Manner
from samenspel.draw.objects import Objects
from samenspel.draw.richblack import enriched
from samenspel.model.art import Art
from samenspel.model.frame import Frame
from samenspel.pdf.drawing import Drawing
from samenspel.tagging import Marks
from samenspel.units import to_points


def write(
    frames: Sequence[Frame],
    *,
    fonts: Mapping[str, bytes],
    arts: Mapping[str, Art],
    manner: Manner = PLAIN,
    colours: ColourSpace | None = None,
    after: Drawing | None = None,
    marks: Sequence[Marks | None] | None = None,
) -> Drawing:
    """A page a Frame, as large as its bleed box; equal input gives equal bytes.

    ``fonts`` holds TrueType files by the names that text runs use, ``arts`` prepared art by the
    names that placements use. DeviceCMYK and spot colours only; boxes, output intent and metadata
    are for finish. The objects of ``after`` come first, for pages that are put together with its.
    A page with ``marks`` has its number, from 0, as its key in a structure tree.
    """
    objects = Objects(after)
    if manner.rich_black:
        frames = [enriched(frame, manner.rich_black) for frame in frames]
    put_overprint(objects)
    names = Names(
        {}
        if manner.outlined
        else put_fonts(objects, frames, fonts, tagged=marks is not None, whole=manner.whole_fonts),
        put_art(objects, frames, arts, manner, colours),
        put_outlines(objects, frames, fonts) if manner.outlined else {},
        put_spots(objects, frames),
        put_layers(objects, frames) if manner.layers else {},
        manner.overprint,
    )
    for place, frame in enumerate(frames):
        own = marks[place] if marks else None
        content, used = write_frame(frame, names, own)
        box = frame.bleed_box
        # As exact as finished boxes: a hair more, and a viewer shows one row of pixels too many.
        size = round(to_points(box.width), 4), round(to_points(box.height), 4)
        objects.page(size, content, used, None if own is None else place)
    return objects.drawing()
