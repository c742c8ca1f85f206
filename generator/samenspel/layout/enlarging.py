"""A finished page made larger or smaller as a whole: places, lengths and type by one factor."""

from __future__ import annotations

from dataclasses import replace

from samenspel.layout.laid import PrintedPicture
from samenspel.layout.record import TextFit
from samenspel.model.frame import Box, Frame, Item, Path, Placement, Shape, TextRun
from samenspel.model.style import Format


def enlarged(frame: Frame, by: float, shape: Format) -> Frame:
    """The page ``by`` times as large, with the name, trim, bleed and safe zone of ``shape``."""
    return replace(
        frame,
        name=f"{shape.name}-{frame.side}",
        width=shape.width,
        height=shape.height,
        bleed=shape.bleed,
        safe=shape.safe,
        items=tuple(_item(item, by) for item in frame.items),
    )


def enlarged_fit(fit: TextFit, by: float) -> TextFit:
    """How a text fits on the page that is ``by`` times as large."""
    return replace(
        fit,
        design=round(fit.design * by, 2),
        minimum=round(fit.minimum * by, 2),
        size=round(fit.size * by, 2),
        room=fit.room * by,
        left=fit.left * by,
        measure=fit.measure * by,
        step=fit.step * by,
        advance=fit.advance * by,
    )


def enlarged_picture(picture: PrintedPicture, by: float) -> PrintedPicture:
    """A picture of pixels on the page that is ``by`` times as large."""
    return replace(
        picture, width=picture.width * by, height=picture.height * by, ppi=picture.ppi / by
    )


def _item(item: Item, by: float) -> Item:
    if isinstance(item, TextRun):
        glyphs = tuple(replace(glyph, x=glyph.x * by, y=glyph.y * by) for glyph in item.glyphs)
        return replace(
            item, size=item.size * by, x=item.x * by, y=item.y * by, width=item.width * by,
            glyphs=glyphs,
        )  # fmt: skip
    if isinstance(item, Shape):
        return replace(
            item,
            path=_path(item.path, by),
            line_width=item.line_width * by,
            dash=tuple(length * by for length in item.dash),
            clips=tuple(_path(clip, by) for clip in item.clips),
        )
    return _placement(item, by)


def _placement(item: Placement, by: float) -> Placement:
    return replace(
        item,
        box=_box(item.box, by),
        clip=_path(item.clip, by) if item.clip else None,
        seen=_box(item.seen, by) if item.seen else None,
        veils=tuple(replace(veil, path=_path(veil.path, by)) for veil in item.veils),
    )


def _box(box: Box, by: float) -> Box:
    return Box(box.x * by, box.y * by, box.width * by, box.height * by)


def _path(path: Path, by: float) -> Path:
    return tuple((name, tuple(value * by for value in values)) for name, values in path)
