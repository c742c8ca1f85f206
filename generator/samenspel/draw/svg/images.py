"""``<image>``: pictures embedded in drawings, decoded by the reader that reads all pictures."""

from __future__ import annotations

import base64
import binascii
import io
from dataclasses import dataclass

from samenspel.diagnostics import Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.svg.paths import short
from samenspel.draw.svg.reading import Mistake, Node
from samenspel.draw.svg.references import References
from samenspel.draw.svg.shapes import Viewport, measure, mistaken
from samenspel.draw.svg.values import Matrix, multiply
from samenspel.draw.svg.viewport import fit
from samenspel.draw.svg.writing import cm
from samenspel.errors import ContentError
from samenspel.model.art import PictureArt
from samenspel.saying import say


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture with where it goes; ``density`` is its pixels a user unit."""

    picture: PictureArt
    matrix: Matrix
    window: tuple[float, float, float, float]
    cut: bool
    density: float

    def operators(self, digits: int) -> list[str]:
        """What leads from user units to the picture's unit square."""
        found = [cm(self.matrix)]
        if self.cut:
            window = " ".join(short(value, digits) for value in self.window)
            found.insert(0, f"{window} re W n")
        return found


def placed_picture(
    node: Node, references: References, colours: ColourSpace, viewport: Viewport
) -> PlacedPicture | None:
    """The picture of an ``image`` element in its place; None when it shows nothing.

    Raises Mistake ``svg-bad-image`` and ``svg-bad-value``.
    """
    target = node.attributes.get("href", "").strip()
    if not target:
        return None
    picture = references.pictures.get(target)
    if picture is None:
        picture = references.pictures[target] = _prepared(node, target, colours)
    x, y = measure(node, "x", viewport), measure(node, "y", viewport)
    width, height = _size(node, viewport, picture)
    if not width or not height:
        return None
    aspect = node.attributes.get("preserveAspectRatio", "xMidYMid meet")
    box = {"viewBox": f"0 0 {picture.width} {picture.height}", "preserveAspectRatio": aspect}
    inner, _ = fit(Node("svg", box, node.line), width, height)
    moved = multiply((1, 0, 0, 1, x, y), inner)
    upright = multiply(moved, (picture.width, 0, 0, -picture.height, 0, picture.height))
    cut = "slice" in aspect
    return PlacedPicture(picture, upright, (x, y, width, height), cut, 1 / max(inner[0], inner[3]))


def _size(node: Node, viewport: Viewport, picture: PictureArt) -> tuple[float, float]:
    """The window's size; a side that is not given follows from the picture's own."""
    given = [node.attributes.get(name, "auto").strip() for name in ("width", "height")]
    width, height = measure(node, "width", viewport), measure(node, "height", viewport)
    if min(width, height) < 0:
        raise mistaken(node, "a size", str(min(width, height)))
    if given[0] in ("", "auto") and given[1] in ("", "auto"):
        return picture.width, picture.height
    if given[0] in ("", "auto"):
        return height * picture.width / picture.height, height
    if given[1] in ("", "auto"):
        return width, width * picture.height / picture.width
    return width, height


def embedded(target: str) -> bytes:
    """The bytes in a ``data:`` URL; ValueError when they are no base64."""
    try:
        return base64.b64decode(target.partition(",")[2], validate=False)
    except binascii.Error as error:
        raise ValueError("its data are broken") from error


def _prepared(node: Node, target: str, colours: ColourSpace) -> PictureArt:
    from samenspel.draw.pictures import prepare_picture

    try:
        return prepare_picture("", embedded(target), colours, Location(""))
    except (ContentError, ValueError) as error:
        raise broken_image(node, reason(error)) from error


def for_resvg(node: Node, colours: ColourSpace) -> str:
    """The ``href`` of an ``image`` or ``feImage`` that resvg may be given: a whole sRGB picture."""
    from samenspel.draw.screens import screen_picture

    target = node.attributes.get("href", "").strip()
    if not target.startswith("data:"):
        return target
    try:
        picture = screen_picture(embedded(target), colours, Location(""))
    except (ContentError, ValueError) as error:
        raise broken_image(node, reason(error)) from error
    packed = io.BytesIO()
    picture.save(packed, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(packed.getvalue()).decode()


def reason(error: Exception) -> str:
    """Why a picture cannot be used, without what only its own file would need."""
    if isinstance(error, ContentError):
        message = error.diagnostics[0].message
        return message.removeprefix("the picture cannot be read: ")
    return str(error)


def broken_image(node: Node, why: str) -> Mistake:
    """A picture in a drawing that cannot be used."""
    return Mistake(
        "svg-bad-image",
        say("the picture embedded in the drawing cannot be used: {why}", why=why),
        "embed it again as PNG or JPEG, smaller if need be",
        node.line,
    )
