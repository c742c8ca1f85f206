"""Forms, images and shadings: ``Do BI sh`` (ISO 32000-1, 8.7.4, 8.9, 8.10)."""

from __future__ import annotations

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.colours import GRAY, UNKNOWN, Paint, Space
from samenspel.pdf.functions import most
from samenspel.pdf.geometry import Box, Matrix, intersect, scale, transform, upright
from samenspel.pdf.inline import outlined
from samenspel.pdf.values import box, entry, listed, whole
from samenspel.preflight.marks import DOT, HIDDEN, IMAGE, SHADING, SPOILED, THIN, Look, Mark
from samenspel.preflight.outlines import shown
from samenspel.preflight.pictures import picture_fault
from samenspel.preflight.printed import UNKNOWN as UNKNOWN_PLACE
from samenspel.preflight.printed import Printed, printed
from samenspel.preflight.run import NO_LOOK, NOTHING, Action, Called, Run
from samenspel.saying import say

_SCRATCH = pikepdf.new()
"""What streams are made in that belong to no file."""
PACKED_LZW = "inline image packed with LZW"
"""The name of an inline image whose packing PDF/X forbids."""


def _do(run: Run, operands: bytes) -> None:
    called = run.called(operands)
    if called is None:
        run.missing(say("form or picture {name}", name=lexer.name(operands)[1:]))
        return
    run.enter(hidden=run.switched_off(called.layer))
    try:
        if called.kind == "Image":
            _image(run, called.value, called.name)
        elif called.kind == "Form":
            _form(run, called)
    finally:
        run.leave()


def _form(run: Run, form: Called) -> None:
    marks = run.form(form)
    if run.hidden_levels:
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
        None if stencil else run.space(space) if space is not None else UNKNOWN,
        name=name,
        masked="/SMask" in image or whole(image, "/SMaskInData", 0) > 0,
        where=UNKNOWN_PLACE if whole(image, "/SMaskInData", 0) else printed(image),
    )


def _inline_image(run: Run, operands: bytes) -> None:
    image = lexer.inline_image(operands)
    packed = b"/LZW" in image.entries.get(b"F", b"")
    space = None if image.stencil else _inline_space(run, image.entries.get(b"CS", b"/unknown"))
    made = outlined(_SCRATCH, image)
    if fault := picture_fault(made, space or GRAY):
        area = transform((0.0, 0.0, 1.0, 1.0), run.state.ctm)
        run.put(Mark(SPOILED, NO_LOOK, run.state.ctm, area, area, name=fault))
    _paint_image(
        run,
        (image.number(b"W", 0), image.number(b"H", 0)),
        1 if image.stencil else image.number(b"BPC", 8),
        space,
        name=PACKED_LZW if packed else "inline image",
        masked=False,
        where=printed(made),
        intent=lexer.name(image.entries.get(b"Intent", b"/"))[1:],
    )


def _inline_space(run: Run, space: bytes) -> Space:
    """A colour space as an inline image names it, or writes it out (8.9.7)."""
    if space.startswith(b"["):
        return run.space(pikepdf.Object.parse(space))
    return run.space(lexer.name(space))


def _paint_image(
    run: Run,
    pixels: tuple[int, int],
    bits: int,
    space: Space | None,
    *,
    name: str,
    masked: bool,
    where: Printed,
    intent: str = "",
) -> None:
    """A stencil (``space`` is ``None``) is painted with the fill colour."""
    state = run.state
    area = intersect(transform(where.extent, state.ctm), state.clip)
    if area is None:
        return
    look = Look(
        state.fill if space is None else Paint(space),
        state.fill_overprint,
        state.overprint_mode,
        state.fill_alpha,
        state.blend,
        state.soft_mask or masked,
        intent or state.intent,
    )
    cell = state.fill_cell if space is None else ()
    surely = None if state.soft_mask or not upright(state.ctm) else where.core
    run.put(
        Mark(
            IMAGE,
            look,
            state.ctm,
            area,
            area,
            _thickness(area, state.ctm) if space is None and 1 in pixels else 0.0,
            name,
            pixels,
            bits,
            core=shown(transform(surely, state.ctm), state) if surely else None,
        ),
        cell,
    )


_MESHES = (4, 5, 6, 7)


def _shade(run: Run, operands: bytes) -> None:
    """A shading fills all of the clip, but for its own box and, of a mesh, beyond its corners."""
    shading, clip = run.resource("/Shading", operands), run.state.clip
    if shading is None or clip == NOTHING:
        return
    paint = Paint(run.space(shading.ColorSpace), most=most(entry(shading, "/Function")))
    state = run.state
    look = Look(paint, alpha=state.fill_alpha, blend=state.blend, soft_mask=state.soft_mask)
    everywhere = [bool(end) for end in listed(entry(shading, "/Extend"))] == [True, True]
    area = clip
    for own in (box(shading, "/BBox"), _corners(shading)):
        if own is not None:
            everywhere = False
            area = intersect(area, transform(own, state.ctm)) or NOTHING
    if area == NOTHING:
        return
    core = shown(clip, state) if everywhere else None
    run.put(Mark(SHADING, look, state.ctm, area, clip, _thickness(core, state.ctm), core=core))


def _thickness(core: Box | None, ctm: Matrix) -> float:
    """How thick a gradient is that stands for a line, as ``Mark.line_width`` takes it; else 0."""
    if core is None:
        return 0.0
    thin, long = sorted((core[2] - core[0], core[3] - core[1]))
    return thin / scale(ctm) if thin < THIN and long >= DOT * thin and scale(ctm) else 0.0


def _corners(shading: pikepdf.Object) -> Box | None:
    """The box that a mesh's points cannot leave (ISO 32000-1, 8.7.4.5.5): of types 4 to 7."""
    if entry(shading, "/ShadingType") not in _MESHES:
        return None
    numbers = [float(one) for one in listed(entry(shading, "/Decode"))[:4]]
    if len(numbers) < 4:
        return None
    left, right, low, high = numbers
    return min(left, right), min(low, high), max(left, right), max(low, high)


ACTIONS: dict[bytes, Action] = {
    b"Do": _do,
    b"sh": _shade,
    lexer.INLINE_IMAGE: _inline_image,
}
