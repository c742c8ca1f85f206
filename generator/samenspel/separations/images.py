"""Pictures turned into what one to three plates print of them, as light: 255 is no ink.

A picture with one component keeps its data, whatever its filter, and gets a table of lights as its
colour space. Others are decoded and taken apart.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array, Name
from PIL import Image, UnidentifiedImageError

from samenspel.pdf import limits
from samenspel.pdf.colours import Space
from samenspel.saying import say

Group = tuple[str, ...]
"""Up to three plates that are drawn together."""

KEPT = ("/SMask", "/OC")
WIDTHS = {1: "L;1", 2: "P;2", 4: "P;4"}


class UndecodableError(limits.DamagedError):
    """A picture whose data cannot be read here."""


def device(group: Group) -> Name:
    """The space in which a group's lights are written."""
    return Name.DeviceGray if len(group) == 1 else Name.DeviceRGB


def lights(group: Group, tint: Callable[[str], float]) -> list[float]:
    """The values of a group's plates in that space."""
    found = [1.0 - tint(ink) for ink in group]
    return found if len(found) == 1 else [*found, 1.0, 1.0][:3]


def table(space: Space, group: Group, count: int, decode: Sequence[float]) -> bytes:
    """The lights of all ``count`` values that a sample of a one-component picture may have."""
    top = count - 1
    low, high = decode if len(decode) == 2 else ((0, top) if space.family == "Indexed" else (0, 1))
    found = bytearray()
    for sample in range(count):
        value = low + sample * (high - low) / top
        values = (round(value),) if space.family == "Indexed" else (value,)
        tints = {ink: space.tint(ink, values) for ink in group}
        found += bytes(round(255 * light) for light in lights(group, tints.__getitem__))
    return bytes(found)


def lookup_space(image: pikepdf.Object, space: Space, group: Group) -> pikepdf.Object:
    """The colour space in which a one-component ``image`` shows a group's lights."""
    count = 2 ** int(image.get("/BitsPerComponent", 8))
    decode = [float(value) for value in list(image.get("/Decode", []))]
    lookup = pikepdf.String(table(space, group, count, decode))
    return Array([Name.Indexed, device(group), count - 1, lookup])


def keeps_data(image: pikepdf.Object, space: Space) -> bool:
    """True when a table can do it: one component of at most eight bits."""
    names = limits.filters(image)
    return (
        space.count == 1
        and int(image.get("/BitsPerComponent", 8)) <= 8
        and "/JPXDecode" not in names
    )


class Planes:
    """A picture's components, each as 8-bit samples, with its ``Decode`` carried out."""

    def __init__(self, image: pikepdf.Object, space: Space) -> None:
        """Decodes the data. Raises UndecodableError, TooLargeError; the size is checked before."""
        self.size = int(image.Width), int(image.Height)
        self.space = space
        self.raw = _planes(image, self.size, space.count)
        values = [float(value) for value in list(image.get("/Decode", []))]
        pairs = list(zip(values[::2], values[1::2], strict=False))
        self.decode = pairs if len(pairs) == space.count else [(0.0, 1.0)] * space.count
        self.key = [int(value) for value in list(image.Mask)] if _keyed(image) else []

    def light(self, ink: str) -> Image.Image:
        """What one plate shows of it."""
        index = self.space.channel(ink)
        if index is None:
            return Image.new("L", self.size, 255)
        low, high = self.decode[index]
        values = [min(max(low + v / 255 * (high - low), 0.0), 1.0) for v in range(256)]
        turned = values if self.space.inverted else [1 - value for value in values]
        return self.raw[index].point([round(255 * value) for value in turned])

    def grouped(self, group: Group) -> bytes:
        """The samples of a group's plates."""
        planes = [self.light(ink) for ink in group]
        if len(planes) == 1:
            return planes[0].tobytes()
        blank = [Image.new("L", self.size, 255)] * (3 - len(planes))
        return Image.merge("RGB", [*planes, *blank]).tobytes()

    def opaque(self) -> bytes | None:
        """A mask of what colour-key masking leaves (8.9.6.4), where the picture has that."""
        if len(self.key) != 2 * len(self.raw):
            return None
        hidden = Image.new("L", self.size, 255)
        for plane, low, high in zip(self.raw, self.key[::2], self.key[1::2], strict=True):
            inside = plane.point([255 if low <= value <= high else 0 for value in range(256)])
            hidden.paste(0, (0, 0), inside.point(lambda value: 255 - value))
        return hidden.point(lambda value: 255 - value).tobytes()


def _keyed(image: pikepdf.Object) -> bool:
    return isinstance(image.get("/Mask"), pikepdf.Array)


def _planes(image: pikepdf.Object, size: tuple[int, int], count: int) -> list[Image.Image]:
    names = limits.filters(image)
    if names and names[-1] in ("/DCTDecode", "/DCT", "/JPXDecode"):
        return _photo(image, names, size, count)
    bits = int(image.get("/BitsPerComponent", 8))
    try:
        data = limits.content(image)
    except pikepdf.PdfError as error:
        raise UndecodableError(str(error)) from error
    samples = _samples(data, size[0] * count, size[1], bits)
    return [Image.frombytes("L", size, samples[index::count]) for index in range(count)]


def _samples(data: bytes, width: int, height: int, bits: int) -> bytes:
    """One byte a sample, stretched to 0 … 255."""
    if bits == 16:
        data, bits = data[::2], 8
    if bits == 8:
        if len(data) < width * height:
            raise UndecodableError("the picture's data ends too early")
        return data[: width * height]
    if bits not in WIDTHS:
        raise UndecodableError(say("a picture has {bits} bits a component", bits=bits))
    try:
        unpacked = Image.frombytes("P" if bits > 1 else "1", (width, height), data, "raw",
                                   WIDTHS[bits] if bits > 1 else "1")  # fmt: skip
    except ValueError as error:
        raise UndecodableError("the picture's data ends too early") from error
    if bits == 1:
        return unpacked.convert("L").tobytes()
    step = 255 // (2**bits - 1)
    return unpacked.tobytes().translate(bytes(min(v * step, 255) for v in range(256)))


def _photo(
    image: pikepdf.Object, names: list[str], size: tuple[int, int], count: int
) -> list[Image.Image]:
    """JPEG and JPEG 2000 by Pillow, which turns CMYK JPEGs round: their samples are light."""
    if len(names) > 1:
        raise UndecodableError("a picture is packed twice")
    try:
        with Image.open(io.BytesIO(image.read_raw_bytes())) as opened:
            if opened.size != size:
                raise UndecodableError("a picture's size is not what the file says")
            opened.load()
            bands = list(opened.split())
            jpeg = opened.format == "JPEG" and opened.mode == "CMYK"
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise UndecodableError("its data cannot be read") from error
    if len(bands) != count or any(band.mode != "L" for band in bands):
        raise UndecodableError("a picture has other components than the file says")
    return [band.point(lambda value: 255 - value) for band in bands] if jpeg else bands
