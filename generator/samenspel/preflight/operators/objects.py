"""Forms, images and shadings: ``Do BI sh`` (ISO 32000-1, 8.7.4, 8.9, 8.10)."""

from __future__ import annotations

import pikepdf

from samenspel.preflight import lexer
from samenspel.preflight.colour import UNKNOWN, Paint, Space, space_of
from samenspel.preflight.geometry import intersect, transform
from samenspel.preflight.marks import HIDDEN, IMAGE, SHADING, Look, Mark
from samenspel.preflight.run import NO_LOOK, NOTHING, Action, Run, Thing
from samenspel.preflight.values import entry, whole

PACKED_LZW = "inline image packed with LZW"
"""The name of an inline image whose packing PDF/X forbids."""


def _do(run: Run, operands: bytes) -> None:
    thing = run.thing(operands)
    if thing is None:
        run.lacks(f"form or picture {lexer.name(operands)[1:]}")
        return
    run.enter(away=run.switched_off(thing.layer))
    try:
        if thing.kind == "Image":
            _image(run, thing.value, thing.name)
        elif thing.kind == "Form":
            _form(run, thing)
    finally:
        run.leave()


def _form(run: Run, form: Thing) -> None:
    marks = run.form(form)
    if run.away:
        marks = tuple(
            Mark(HIDDEN, NO_LOOK, mark.matrix, mark.box, mark.extent, name=form.name)
            for mark in marks
        )
    run.forms += 1
    run.place(marks, run.state.ctm, run.forms)


def _image(run: Run, image: pikepdf.Object, name: str) -> None:
    stencil = bool(whole(image, "/ImageMask", 0))
    space = entry(image, "/ColorSpace")
    _paint_image(
        run,
        (int(image.Width), int(image.Height)),
        1 if stencil else whole(image, "/BitsPerComponent", 8),
        None if stencil else space_of(space, run.resources) if space is not None else UNKNOWN,
        name=name,
        masked="/SMask" in image or whole(image, "/SMaskInData", 0) > 0,
    )


def _inline_image(run: Run, operands: bytes) -> None:
    width, height, bits, packed, space = operands.split(maxsplit=4)
    stencil = space == b"/ImageMask"
    _paint_image(
        run,
        (int(width), int(height)),
        1 if stencil else int(bits),
        None if stencil else _inline_space(run, space),
        name=PACKED_LZW if packed == b"LZW" else "inline image",
        masked=False,
    )


def _inline_space(run: Run, space: bytes) -> Space:
    """A colour space as an inline image names it, or writes it out (8.9.7)."""
    if space.startswith(b"["):
        return space_of(pikepdf.Object.parse(space), run.resources)
    return space_of(lexer.name(space), run.resources)


def _paint_image(
    run: Run,
    pixels: tuple[int, int],
    bits: int,
    space: Space | None,
    *,
    name: str,
    masked: bool,
) -> None:
    """A stencil (``space`` is ``None``) is painted with the fill colour."""
    state = run.state
    area = intersect(transform((0.0, 0.0, 1.0, 1.0), state.ctm), state.clip)
    if area is None:
        return
    look = Look(
        state.fill if space is None else Paint(space),
        state.fill_overprint,
        state.overprint_mode,
        state.fill_alpha,
        state.blend,
        state.soft_mask or masked,
        state.intent,
    )
    cell = state.fill_cell if space is None else ()
    run.put(Mark(IMAGE, look, state.ctm, area, area, 0.0, name, pixels, bits), cell)


def _shade(run: Run, operands: bytes) -> None:
    """A shading fills all of the clip."""
    shading, clip = run.resource("/Shading", operands), run.state.clip
    if shading is None:
        run.lacks(f"shading {lexer.name(operands)[1:]}")
        return
    if clip == NOTHING:
        return
    paint = Paint(space_of(shading.ColorSpace, run.resources))
    state = run.state
    look = Look(paint, alpha=state.fill_alpha, blend=state.blend, soft_mask=state.soft_mask)
    run.put(Mark(SHADING, look, state.ctm, clip, clip))


ACTIONS: dict[bytes, Action] = {
    b"Do": _do,
    b"sh": _shade,
    lexer.INLINE_IMAGE: _inline_image,
}
