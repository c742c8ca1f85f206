"""Drawings that need transparency or shading, rendered by resvg to a picture fit for print.

resvg gets the tree that was read and checked, written out again: no text (so no fonts), nothing
outside the file. System fonts are off and no resource folder is set.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from samenspel.draw.colour import ColourSpace
from samenspel.draw.flats import drawing
from samenspel.draw.pictures import packed_art
from samenspel.draw.svg.reading import Mistake, Node, serialise
from samenspel.draw.svg.style import node_transform
from samenspel.draw.svg.viewport import canvas_size
from samenspel.draw.tones import RGB
from samenspel.model.art import PictureArt

LONG_SIDE = 2400
"""Pixels on the longer side: 300 ppi at 203 mm, 900 ppi on a card."""

_TRANSFORMS = frozenset({"transform", "rotate", "scale", "translate"})


def render(
    name: str,
    root: Node,
    size: tuple[float, float],
    reasons: tuple[str, ...],
    colours: ColourSpace,
    flats: Iterable[RGB] = (),
) -> PictureArt:
    """The whole drawing as a picture; the note names what made it one.

    Raises Mistake ``svg-render-failed``, ``svg-empty``.
    """
    from PIL import Image

    width, height = size
    scale = LONG_SIDE / max(width, height)
    pixels = max(1, round(width * scale)), max(1, round(height * scale))
    png = _resvg(_sized(root, pixels), pixels)
    image = Image.open(io.BytesIO(png), formats=("PNG",)).convert("RGBA")
    if image.size != pixels:
        raise _failed(f"it gave {image.size} pixels instead of {pixels}")
    if image.getchannel("A").getextrema()[1] == 0:
        raise Mistake(
            "svg-empty",
            "the drawing shows nothing once it is rendered",
            "check that its layers are visible, and save again",
            root.line,
        )
    note = f"uses {_listed(reasons)}: printed as a {LONG_SIDE} px picture"
    alpha = image.getchannel("A")
    cmyk = drawing(image.convert("RGB"), colours, flats)
    opaque = alpha.getextrema()[0] == 255
    return packed_art(name, cmyk, None if opaque else alpha, [note], lossy=False)


def _listed(reasons: tuple[str, ...]) -> str:
    return reasons[0] if len(reasons) == 1 else f"{', '.join(reasons[:-1])} and {reasons[-1]}"


def _sized(root: Node, pixels: tuple[int, int]) -> str:
    """The SVG's text with its canvas in pixels, so that resvg need not guess or fit."""
    attributes = dict(root.attributes)
    if "viewBox" not in attributes:
        # sizes in the drawing are user units then: make the canvas the box to scale from
        width, height = canvas_size(root)
        attributes["viewBox"] = f"0 0 {width:.6f} {height:.6f}"
        attributes["preserveAspectRatio"] = "none"
    attributes["width"], attributes["height"] = (str(side) for side in pixels)
    sized = Node(root.tag, attributes, root.line, root.children, root.text, root.style)
    return serialise(_plain(sized))


def _plain(node: Node) -> Node:
    """An element with its styles as the cascade left them, in the way that resvg reads them: it
    gets no stylesheets, and no transforms of CSS's own (``45deg``), at which it says nothing.
    """
    attributes = {
        name: value
        for name, value in node.attributes.items()
        if name != "class" and name not in node.style
    }
    style = {name: value for name, value in node.style.items() if name not in _TRANSFORMS}
    if "transform" in node.style:
        numbers = " ".join(f"{value:.9f}" for value in node_transform(node))
        style["transform"] = f"matrix({numbers})"
    attributes["style"] = ";".join(f"{name}:{value}" for name, value in style.items())
    if not style:
        del attributes["style"]
    children = [_plain(child) for child in node.children if child.tag != "style"]
    return Node(node.tag, attributes, node.line, children, node.text)


def _resvg(svg: str, pixels: tuple[int, int]) -> bytes:
    import resvg_py

    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=pixels[0],
            height=pixels[1],
            skip_system_fonts=True,
            dpi=96,  # not 0, its own default, at which millimetres come out as nothing
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a Rust panic arrives as a BaseException
        raise _failed(str(error)) from error


def _failed(why: str) -> Mistake:
    return Mistake(
        "svg-render-failed",
        f"the drawing could not be rendered: {why}",
        "save it as a PNG of 300 ppi at its printed size and use that",
    )
