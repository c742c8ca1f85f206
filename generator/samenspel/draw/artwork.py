"""Art in the document: one form a drawing, one image a picture (and ground, where it is seen)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from samenspel.draw.colour import ColourSpace
from samenspel.draw.content import ArtName, Look
from samenspel.draw.grounds import at_least, laid_on_ground, multiplied, white_as
from samenspel.draw.manner import Manner
from samenspel.draw.objects import LEVEL, Objects, array, dictionary, name
from samenspel.draw.overprint import KNOCKS_OUT, STROKES, overprinted
from samenspel.draw.placed.putting import put_placed
from samenspel.draw.ramps import Steps
from samenspel.draw.richblack import enriched_operators
from samenspel.draw.sampling import sampled
from samenspel.draw.shadings import inked, put_shading
from samenspel.draw.veils import Veils, seen_through, veiled_operators, veiled_picture
from samenspel.model.art import Art, PictureArt, PlacedArt, VectorArt
from samenspel.model.frame import Frame, Placement
from samenspel.model.ink import PAPER, Ink
from samenspel.units import number


def put_art(
    objects: Objects,
    frames: Sequence[Frame],
    arts: Mapping[str, Art],
    manner: Manner,
    colours: ColourSpace | None = None,
) -> dict[Look, ArtName]:
    """All art that the frames place, by its name, its ground and the layers over it.

    Large black areas of drawings are printed as ``manner`` says, judged at the smallest size that
    they have; thin black strokes, judged at the largest, overprint when it allows that.
    ``colours`` is how see-through areas mix with their ground (in inks, without).
    """
    put = _Putter(objects, manner, colours)
    scales = _scales(frames, arts)
    found: dict[Look, ArtName] = {}
    made: dict[Look, ArtName] = {}
    for item in _placements(frames):
        if item.look in found:
            continue
        art = arts[item.art]
        veils = item.look[2]
        key = item.art, item.ground if _takes_ground(art) else PAPER, veils
        if key not in made:
            count = len(made) + 1
            if isinstance(art, VectorArt):
                made[key] = ArtName(f"A{count}", art.width, art.height)
                reference = put.drawing(art, item.ground, scales[item.art], veils)
            elif isinstance(art, PlacedArt):
                made[key] = ArtName(f"A{count}", art.width, art.height)
                reference = put_placed(objects, art)
            else:
                made[key] = ArtName(f"P{count}", 1, 1)
                reference = put.image(sampled(art, scales[item.art].most), item.ground, veils)
            objects.register(made[key].resource, "XObject", reference)
        found[item.look] = made[key]
    return found


def _takes_ground(art: Art) -> bool:
    """Whether art looks otherwise on another ground."""
    if isinstance(art, PlacedArt):
        return False
    pictures = art.insets if isinstance(art, VectorArt) else (art,)
    return art.white_is_ground or any(picture.alpha is not None for picture in pictures)


def _placements(frames: Sequence[Frame]) -> Iterator[Placement]:
    for frame in frames:
        for item in frame.items:
            if isinstance(item, Placement):
                yield item


@dataclass(frozen=True, slots=True)
class _Scales:
    """The smallest and the largest size that art is placed in, as mm a unit of its own."""

    least: float
    most: float


def _scales(frames: Sequence[Frame], arts: Mapping[str, Art]) -> dict[str, _Scales]:
    scales: dict[str, _Scales] = {}
    for item in _placements(frames):
        art = arts[item.art]
        across, down = item.box.width / art.width, item.box.height / art.height
        found = scales.get(item.art, _Scales(across, across))
        scales[item.art] = _Scales(min(across, down, found.least), max(across, down, found.most))
    return scales


@dataclass(frozen=True, slots=True)
class _Putter:
    """Puts art into a document."""

    objects: Objects
    manner: Manner
    colours: ColourSpace | None
    ramps: dict[Steps, Any] = field(default_factory=dict)

    def drawing(self, art: VectorArt, ground: Ink, scales: _Scales, veils: Veils = ()) -> Any:
        """A form XObject, with the pictures in it as its resources."""
        box = ["0", "0", number(art.width, 6), number(art.height, 6)]
        shadings = art.shadings
        insets = {
            f"I{place}": self.image(one, ground, veils) for place, one in enumerate(art.insets)
        }
        operators = art.operators
        if art.white_is_ground:
            operators = white_as(operators, ground)
            shadings = tuple(inked(one, lambda ink: at_least(ink, ground)) for one in shadings)
            insets = {
                called: self.image(replace(one, white_is_ground=True), ground, veils)
                for called, one in zip(insets, art.insets, strict=True)
            }
        if veils:
            operators = veiled_operators(operators, veils)
            shadings = tuple(inked(one, lambda ink: seen_through(ink, veils)) for one in shadings)
        if self.manner.rich_black:
            operators = enriched_operators(operators, self.manner.rich_black, scales.least)
        if self.manner.overprint:
            operators = overprinted(operators, scales.most)
        same = operators is art.operators
        packed = art.packed if same and art.packed else _deflated(operators)
        names = (STROKES, KNOCKS_OUT) if b" gs\n" in operators else ()
        states = {name: self.objects.resource(name) for name in names}
        patterns = {
            f"H{place}": put_shading(self.objects, one, self.ramps)
            for place, one in enumerate(shadings)
        }
        resources = {"XObject": insets, "ExtGState": states, "Pattern": patterns}
        used = {kind: dictionary(found) for kind, found in resources.items() if found}
        return self.objects.form(box, packed, used)

    def image(self, art: PictureArt, ground: Ink, veils: Veils = ()) -> Any:
        """An image XObject in untagged DeviceCMYK."""
        if art.white_is_ground:
            art = multiplied(art, ground)
        if veils:
            if art.alpha is not None:
                samples = laid_on_ground(art, ground, self.colours)
                art = replace(art, data=samples, alpha=None, screen=None)
            art = veiled_picture(art, veils)
        entries = _image_entries(art, "DeviceCMYK", 8)
        if art.inverted:
            entries["Decode"] = array([1, 0] * 4)
        if art.cover is not None:
            entries["Mask"] = self._stencil(art)
        data = art.data
        if art.alpha is not None:
            data = laid_on_ground(art, ground, self.colours)
        return self.objects.stream(entries, data, art.encoding)

    def _stencil(self, art: PictureArt) -> Any:
        """Where an image is painted: an explicit mask (ISO 32000-1, 8.9.6.3), of which 0 paints."""
        entries = {**_image_entries(art, "", 1), "ImageMask": "true", "Decode": array([1, 0])}
        return self.objects.stream(entries, art.cover or b"")


def _image_entries(art: PictureArt, space: str, bits: int) -> dict[str, Any]:
    entries: dict[str, Any] = {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": art.width,
        "Height": art.height,
        "BitsPerComponent": bits,
    }
    return {**entries, "ColorSpace": name(space)} if space else entries


@lru_cache(maxsize=128)
def _deflated(operators: bytes) -> bytes:
    return zlib.compress(operators, LEVEL)
