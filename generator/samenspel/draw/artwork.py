"""Art in the document: one form a drawing, one image a picture (and ground, where it is seen)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from samenspel.draw.content import ArtName
from samenspel.draw.objects import LEVEL, Objects, array, name
from samenspel.draw.richblack import enriched_operators
from samenspel.model.art import Art, PictureArt, VectorArt
from samenspel.model.frame import Frame, Placement
from samenspel.model.ink import PAPER, Ink
from samenspel.model.style import RichBlack
from samenspel.units import number


def put_art(
    objects: Objects, frames: Sequence[Frame], arts: Mapping[str, Art], rich: RichBlack | None
) -> dict[tuple[str, Ink], ArtName]:
    """All art that the frames place, by its name and ground.

    ``rich`` is what prints large black areas of drawings, at the smallest size that they have.
    """
    scales = _scales(frames, arts)
    found: dict[tuple[str, Ink], ArtName] = {}
    made: dict[tuple[str, Ink], ArtName] = {}
    for item in _placements(frames):
        if (item.art, item.ground) in found:
            continue
        art = arts[item.art]
        clear = isinstance(art, PictureArt) and art.alpha is not None
        key = item.art, item.ground if clear else PAPER
        if key not in made:
            count = len(made) + 1
            if isinstance(art, VectorArt):
                made[key] = ArtName(f"A{count}", art.width, art.height)
                reference = _drawing(objects, art, rich, scales[item.art])
            else:
                made[key] = ArtName(f"P{count}", 1, 1)
                reference = _image(objects, art, item.ground)
            objects.register(made[key].resource, "XObject", reference)
        found[item.art, item.ground] = made[key]
    return found


def _placements(frames: Sequence[Frame]) -> Iterator[Placement]:
    for frame in frames:
        for item in frame.items:
            if isinstance(item, Placement):
                yield item


def _scales(frames: Sequence[Frame], arts: Mapping[str, Art]) -> dict[str, float]:
    """The smallest size that each art is placed in, as mm a unit of its own."""
    scales: dict[str, float] = {}
    for item in _placements(frames):
        art = arts[item.art]
        scale = min(item.box.width / art.width, item.box.height / art.height)
        scales[item.art] = min(scale, scales.get(item.art, scale))
    return scales


def _drawing(objects: Objects, art: VectorArt, rich: RichBlack | None, scale: float) -> Any:
    box = ["0", "0", number(art.width, 6), number(art.height, 6)]
    if rich:
        return objects.form(box, _deflated(enriched_operators(art.operators, rich, scale)))
    return objects.form(box, art.packed or _deflated(art.operators))


def _image(objects: Objects, art: PictureArt, ground: Ink) -> Any:
    """An image XObject in untagged DeviceCMYK."""
    entries: dict[str, Any] = {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": art.width,
        "Height": art.height,
        "ColorSpace": name("DeviceCMYK"),
        "BitsPerComponent": 8,
    }
    if art.inverted:
        entries["Decode"] = array([1, 0] * 4)
    data = art.data
    if art.alpha is not None:
        data = _laid_on(data, art.alpha, (art.width, art.height), ground)
    return objects.stream(entries, data, art.encoding)


@lru_cache(maxsize=128)
def _deflated(operators: bytes) -> bytes:
    return zlib.compress(operators, LEVEL)


@lru_cache(maxsize=16)
def _laid_on(samples: bytes, alpha: bytes, size: tuple[int, int], ground: Ink) -> bytes:
    """Deflated CMYK samples laid over an even ground."""
    from PIL import Image

    picture = Image.frombytes("CMYK", size, zlib.decompress(samples))
    mask = Image.frombytes("L", size, zlib.decompress(alpha))
    tints = tuple(round(tint * 255 / 100) for tint in (ground.c, ground.m, ground.y, ground.k))
    under = Image.new("CMYK", size, tints)
    under.paste(picture, mask=mask)
    return zlib.compress(under.tobytes(), LEVEL)
