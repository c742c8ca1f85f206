"""What a spot colour looks like, from nothing to full tint, as its file says for other printers."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from samenspel.pdf.colours import CMYK, GRAY, PROCESS
from samenspel.pdf.spaces import Spaces
from samenspel.separations.compiling import Compiler
from samenspel.separations.program import groups_of
from samenspel.separations.rendering import render
from samenspel.separations.writing import Writer

WIDTH = 256
SCALE = 72 / 25.4


def ramp(source: pikepdf.Pdf, spaces: Spaces, ink: str) -> Image.Image:
    """256 × 1 pixels, the tints 0 to 255 of a spot.

    In CMYK when the spot's alternate is the press's own (to be shown through its profile), else
    in RGB as PDFium shows it.
    """
    place = spaces.spots.get(ink)
    if place is None:
        return Image.linear_gradient("L").rotate(90).crop((0, 0, WIDTH, 1)).convert("RGB")
    array, index = place
    alternate = spaces.find(array[2], None)
    with pikepdf.new() as target:
        writer = Writer(source, target)
        copy = writer.copied(array)
        device = {CMYK.channels: Name.DeviceCMYK, GRAY.channels: Name.DeviceGray}
        space = device.get(alternate.channels)
        if space is not None and len(spaces.find(array, None).colorants) == 1:
            _page(target, space, copy[3])
            return _by_plates(target)
        count = len(spaces.find(array, None).colorants)
        full = [1.0 if at == index else 0.0 for at in range(count)]
        tint = Dictionary(
            FunctionType=2, Domain=[0, 1], C0=Array([0.0] * count), C1=Array(full), N=1
        )
        _page(target, copy, tint)
        return render(_saved(target), SCALE)[0].crop((0, 0, WIDTH, 1))


def _page(target: pikepdf.Pdf, space: pikepdf.Object, function: pikepdf.Object) -> None:
    """A page that holds nothing but a ramp."""
    shading = Dictionary(
        ShadingType=2, ColorSpace=space, Function=function, Coords=[0.5, 0, WIDTH - 0.5, 0],
        Extend=[True, True],
    )  # fmt: skip
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, WIDTH, 1],
        Resources=Dictionary(Shading=Dictionary(S=target.make_indirect(shading))),
        Contents=target.make_stream(b"/S sh"),
    )
    target.pages.append(pikepdf.Page(target.make_indirect(page)))


def _by_plates(document: pikepdf.Pdf) -> Image.Image:
    program = Compiler(document, Spaces(defaults=True)).page(document.pages[0])
    found: dict[str, Image.Image] = {}
    with pikepdf.new() as target:
        writer = Writer(document, target)
        groups = groups_of(program, PROCESS)
        for group in groups:
            writer.page(program, group, [0, 0, WIDTH, 1])
        pictures = render(_saved(target), SCALE) if groups else []
    for group, picture in zip(groups, pictures, strict=True):
        found.update(zip(group, picture.crop((0, 0, WIDTH, 1)).split(), strict=False))
    blank = Image.new("L", (WIDTH, 1), 255)
    bands = [found.get(ink, blank).point(lambda value: 255 - value) for ink in PROCESS]
    return Image.merge("CMYK", bands)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out, static_id=True, compress_streams=False)
    return out.getvalue()
