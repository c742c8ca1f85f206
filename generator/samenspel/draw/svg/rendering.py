"""Parts of drawings that need transparency or shading, rendered by resvg to pixels fit for print.

resvg gets the tree that was read and checked, written out again: no text (so no fonts), no
stylesheets, nothing outside the file, pictures that were decoded. System fonts are off and no
resource folder is set.
"""

from __future__ import annotations

import io
import math
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from samenspel.draw.colour import ColourSpace
from samenspel.draw.flats import drawing
from samenspel.draw.packing import packed_art
from samenspel.draw.svg.images import for_resvg
from samenspel.draw.svg.paths import short
from samenspel.draw.svg.pruning import Run, members_only, pruned, up_to
from samenspel.draw.svg.reading import Mistake, Node, serialise
from samenspel.draw.svg.style import node_transform
from samenspel.draw.tones import RGB
from samenspel.model.art import PictureArt
from samenspel.saying import say

LONG_SIDE = 2400
"""Pixels on the canvas's longer side: 300 ppi at 203 mm, 900 ppi on a card."""

COARSE_SIDE = 300
"""Pixels on the longer side where only the place of something is looked for."""

SMOOTH = 4
"""Pixels on a side for each of an embedded picture's own: what lies between two is even enough."""

_SHARP = frozenset({"clip-path", "mask", "filter"})
_LIGHTS = frozenset({"feDiffuseLighting", "feSpecularLighting"})
_OWN_SCALE = "data-surface-scale"
"""Where the height of a relief is kept that the file gives."""

Box = tuple[int, int, int, int]


@dataclass(slots=True)
class Renderer:
    """Renders one drawing, whole or in parts; ``flats`` are the even colours in it."""

    root: Node
    width: float
    height: float
    colours: ColourSpace
    flats: tuple[RGB, ...]
    finest: float = 0.0
    """Pixels on a unit of the canvas of the finest picture embedded in it."""

    def whole(self, name: str, note: str) -> PictureArt:
        """The whole drawing as a picture.

        Raises Mistake ``svg-render-failed``, ``svg-empty``.
        """
        scale = LONG_SIDE / max(self.width, self.height)
        image = self._shown(self.root, scale, self._full(scale))
        if image.getchannel("A").getextrema()[1] == 0:
            raise Mistake(
                "svg-empty",
                "the drawing shows nothing once it is rendered",
                "check that its layers are visible, and save again",
                self.root.line,
            )
        return self._picture(name, image, None, (note,))

    def inset(self, run: Run) -> tuple[PictureArt, str] | None:
        """Elements that follow each other, with what lies below them, as a picture that is printed
        where they are; and the operators that lead to its place. None when they show nothing.
        """
        coarse = COARSE_SIDE / max(self.width, self.height)
        alone = pruned(self.root, members_only(self.root, run.members))
        found = self._shown(alone, coarse, self._full(coarse)).getchannel("A").getbbox()
        if found is None:
            return None
        scale = self._scale(run)
        box = self._widened(found, scale / coarse, self._full(scale))
        image = self._shown(alone, scale, box)
        cover = image.getchannel("A").point([0] + [255] * 255)
        if not run.alone:
            image = self._shown(pruned(self.root, up_to(self.root, run.members)), scale, box)
        art = self._picture("", image, cover, ())
        left, top, right, bottom = (value / scale for value in box)
        numbers = (right - left, 0, 0, bottom - top, left, self.height - bottom)
        return art, " ".join(short(value, 6) for value in numbers) + " cm"

    def _scale(self, run: Run) -> float:
        """Pixels on a unit of the canvas. Pictures alone need no more than a few for each of their
        own, where no clip or mask cuts a sharper edge.
        """
        most = LONG_SIDE / max(self.width, self.height)
        pictures = run.alone and all(member.tag == "image" for member in run.members)
        if not pictures or any(_SHARP & {*one.attributes, *one.style} for one in self.root.walk()):
            return most
        return min(most, max(SMOOTH * self.finest, COARSE_SIDE / max(self.width, self.height)))

    def _full(self, scale: float) -> Box:
        width, height = (max(1, round(side * scale)) for side in (self.width, self.height))
        return 0, 0, width, height

    def _widened(self, box: Box, by: float, full: Box) -> Box:
        """A box of a coarse rendering in fine pixels, with a coarse pixel more on each side."""
        left, top, right, bottom = box
        return (
            max(0, math.floor((left - 1) * by)),
            max(0, math.floor((top - 1) * by)),
            min(full[2], math.ceil((right + 1) * by)),
            min(full[3], math.ceil((bottom + 1) * by)),
        )

    def _picture(self, name: str, image: Any, cover: Any, notes: tuple[str, ...]) -> PictureArt:
        alpha, rgb = image.getchannel("A"), image.convert("RGB")
        cmyk = drawing(rgb, self.colours, self.flats)
        if cover is not None and cover.getextrema()[0] == 255:
            cover = None
        solid = alpha.getextrema()[0] == 255
        return packed_art(
            name, cmyk, notes, alpha=None if solid else alpha, screen=rgb, cover=cover
        )

    def _shown(self, root: Node, scale: float, box: Box) -> Any:
        """A part of the drawing, in pixels of ``scale`` to a unit of the canvas, as RGBA."""
        from PIL import Image

        _light(root, scale)
        left, top, right, bottom = box
        size = right - left, bottom - top
        view = " ".join(f"{value / scale:.9f}" for value in (left, top, *size))
        frame = {
            "width": str(size[0]),
            "height": str(size[1]),
            "viewBox": view,
            "preserveAspectRatio": "none",
        }
        inner = replace(root, attributes={
            **root.attributes, "width": f"{self.width:.9f}", "height": f"{self.height:.9f}",
        })  # fmt: skip
        for name in ("x", "y", "transform"):
            inner.attributes.pop(name, None)
        turned = Node("g", {}, root.line, [self._plain(inner)])
        numbers = " ".join(f"{value:.9f}" for value in node_transform(root))
        turned.attributes["transform"] = f"matrix({numbers})"
        png = _resvg(serialise(Node("svg", frame, root.line, [turned])), size)
        image = Image.open(io.BytesIO(png), formats=("PNG",)).convert("RGBA")
        if image.size != size:
            raise _failed(
                say("it gave {given} pixels instead of {asked}", given=image.size, asked=size)
            )
        return image

    def _plain(self, node: Node) -> Node:
        """An element with its styles as the cascade left them, in the way that resvg reads them: it
        gets no stylesheets, and no transforms of CSS's own (``45deg``), at which it says nothing.
        """
        attributes = {
            name: value
            for name, value in node.attributes.items()
            if name not in ("class", "style") and name not in node.style
        }
        style = {name: value for name, value in node.style.items() if name != "transform"}
        if "transform" in node.style and node.tag != "svg":
            numbers = " ".join(f"{value:.9f}" for value in node_transform(node))
            style["transform"] = f"matrix({numbers})"
        if style:
            attributes["style"] = ";".join(f"{name}:{value}" for name, value in style.items())
        if node.tag in ("image", "feImage") and "href" in attributes:
            attributes["href"] = for_resvg(node, self.colours)
        children = [self._plain(child) for child in node.children if child.tag != "style"]
        return Node(node.tag, attributes, node.line, children, node.text)


def _light(root: Node, scale: float) -> None:
    """Keep the relief of lights as it is at a pixel a unit, as on a screen: renderers take its
    slopes between pixels (SVG Filter Effects, 9.13), so that finer ones would make it flat.
    """
    for node in root.walk():
        if node.tag not in _LIGHTS:
            continue
        own = node.attributes.setdefault(_OWN_SCALE, node.attributes.get("surfaceScale", "1"))
        with suppress(ValueError):
            node.attributes["surfaceScale"] = f"{float(own) * scale:.9g}"


def note_on(reasons: tuple[str, ...], *, whole: bool) -> str:
    """The note for makers on a drawing that holds pixels now."""
    listed = (
        reasons[0]
        if len(reasons) == 1
        else say("{reasons} and {last}", reasons=", ".join(reasons[:-1]), last=reasons[-1])
    )
    if whole:
        return say(
            "uses {listed}: printed as a {long_side} px picture", listed=listed, long_side=LONG_SIDE
        )
    return say("uses {listed}: that part is printed as pixels, the rest as vectors", listed=listed)


def _resvg(svg: str, pixels: tuple[int, int]) -> bytes:
    import resvg_py

    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=pixels[0],
            height=pixels[1],
            skip_system_fonts=True,
            dpi=96,  # not 0, its own default, at which millimetres are nothing
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a Rust panic arrives as a BaseException
        raise _failed(str(error)) from error


def _failed(why: str) -> Mistake:
    return Mistake(
        "svg-render-failed",
        say("the drawing could not be rendered: {why}", why=why),
        "save it as a PNG of 300 ppi at its printed size and use that",
    )
