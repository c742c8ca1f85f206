"""The first page of a PDF as press art: vectors with their own inks, placed as they are.

Open (:mod:`samenspel.pdf.opening`) → copy what paints and nothing else (:mod:`.streams`,
:mod:`.copying`, :mod:`.spaces`) → refuse what no press takes (:mod:`.judging`) → one form in a PDF
of its own, which :mod:`.putting` takes over into the pages.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.diagnostics import Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.placed.copying import Copier
from samenspel.draw.placed.found import Found, UnplaceableError
from samenspel.draw.placed.judging import (
    NO_CONTENT,
    encrypted,
    mistakes,
    notes_on,
    unplaceable,
)
from samenspel.draw.placed.streams import Streams
from samenspel.errors import ContentError
from samenspel.model.art import PlacedArt
from samenspel.pdf.geometry import Box, Matrix, intersect
from samenspel.pdf.layers import unprinted
from samenspel.pdf.limits import BAD, TooLargeError, bounded, reason
from samenspel.pdf.opening import opened
from samenspel.pdf.values import entry, inherited, rectangle, whole

CANVASES = ("/TrimBox", "/ArtBox", "/CropBox", "/MediaBox")
"""What of a page is placed: the first of these that it has."""
START = b"0 0 0 1 k 0 0 0 1 K 1 w 0 J 0 j 10 M [] 0 d\n"
"""The state that a page begins with (ISO 32000-1, table 52), which a form takes from its caller."""
_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_WITHOUT_CONTENT = b"saved without PDF Content"
"""What Illustrator writes on the page of a file that holds nothing else for other programs."""
LEAST_SIDE = 1.0
"""Points that a canvas must measure at least."""


def convert(name: str, data: bytes, colours: ColourSpace, location: Location) -> PlacedArt:
    """Page 1 of a PDF, or of an AI file that holds one.

    Its canvas is the page's TrimBox, or else its ArtBox, or what is seen of it. Raises ContentError
    with all that is wrong with it.
    """
    try:
        with bounded(pictures=True), opened(data) as source, pikepdf.new() as target:
            if source.is_encrypted:
                raise encrypted(location)
            return _placed(name, source, target, colours, location)
    except pikepdf.PasswordError as error:
        raise encrypted(location) from error
    except (UnplaceableError, TooLargeError) as error:
        raise unplaceable(str(error), location) from error
    except ContentError:
        raise
    except pikepdf.DependencyError as error:  # JBIG2 where its bytes are asked for
        raise unplaceable("it holds data that nothing here unpacks", location) from error
    except BAD as error:
        raise unplaceable(reason(error), location) from error


def _placed(
    name: str, source: pikepdf.Pdf, target: pikepdf.Pdf, colours: ColourSpace, location: Location
) -> PlacedArt:
    if not len(source.pages):
        raise UnplaceableError("it has no page")
    page = source.pages[0].obj
    canvas = _canvas(page)
    turn = whole(Dictionary(R=inherited(page, "/Rotate") or 0), "/R", 0) % 360
    found = Found()
    copier = Copier(target, found, lambda lab: _inks(lab, colours))
    streams = Streams(copier, found, unprinted(source.Root))
    resources = inherited(page, "/Resources")
    cleaned = streams.clean(source.pages[0], resources, 0)
    group = entry(page, "/Group")
    made_group = copier.group(group, resources) if group is not None else None
    if _WITHOUT_CONTENT in b"".join(_TEXT.findall(cleaned.operators)):
        found.notes[NO_CONTENT] = None
    wrong = mistakes(found, location)
    if wrong:
        raise ContentError(wrong)
    width, height = canvas[2] - canvas[0], canvas[3] - canvas[1]
    entries = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(side, 4) for side in canvas]),
        Matrix=Array([round(value, 4) for value in _upright(canvas, turn)]),
        Resources=cleaned.needed,
    )
    if found.transparent:
        entries.Group = _isolated(made_group)
    else:
        _drop_groups(target)
    form = copier.stream(START + cleaned.operators, entries)
    if turn in (90, 270):
        width, height = height, width
    return PlacedArt(
        name,
        round(width, 4),
        round(height, 4),
        _packed(target, form, (width, height)),
        notes_on(source, found, page),
        tuple(found.fonts),
        tuple(sorted(found.spots.items())),
        tuple(found.modern),
        found.overprints,
    )


def _canvas(page: pikepdf.Object) -> Box:
    """The box that is placed, as far as it lies on the page."""
    medium = rectangle(inherited(page, "/MediaBox") or Array([]))
    if medium is None:
        raise UnplaceableError("its page has no size")
    for key in CANVASES:
        found = rectangle(inherited(page, key) or Array([]))
        box = intersect(found, medium) if found else None
        if box and min(box[2] - box[0], box[3] - box[1]) >= LEAST_SIDE:
            if not all(map(math.isfinite, box)):
                break
            return box
    raise UnplaceableError("its page is smaller than a point")


def _upright(canvas: Box, turn: int) -> Matrix:
    """What turns the page as it is looked at, and moves its lower left corner to the origin."""
    left, bottom, right, top = canvas
    return {
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }.get(turn, (1.0, 0.0, 0.0, 1.0, -left, -bottom))


def _isolated(group: pikepdf.Object | None) -> pikepdf.Object:
    """The group that a page is (ISO 32000-1, 11.4.7), for the page as a form."""
    made = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    if group is not None and bool(entry(group, "/K")):
        made.K = True
    return made


def _drop_groups(target: pikepdf.Pdf) -> None:
    """Groups without anything see-through in them change nothing, and older standards know none."""
    for item in target.objects:
        if isinstance(item, pikepdf.Stream) and "/Group" in item:
            del item["/Group"]


def _inks(lab: tuple[float, float, float], colours: ColourSpace) -> Sequence[float]:
    ink = colours.ink_of_lab(lab)
    return [round(tint / 100, 4) for tint in (ink.c, ink.m, ink.y, ink.k)]


def _packed(target: pikepdf.Pdf, form: pikepdf.Object, size: tuple[float, float]) -> bytes:
    """A PDF of one page that shows the form; equal input gives equal bytes."""
    target.add_blank_page(page_size=size)
    page = target.pages[0]
    page.Resources = Dictionary(XObject=Dictionary(Art=form))
    page.Contents = target.make_stream(b"/Art Do\n")
    out = io.BytesIO()
    target.save(
        out,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
