"""SVG drawings to press art.

Read (:mod:`.reading`) → read stylesheets (:mod:`.sheets`) → refuse what is unsafe or unprintable
(:mod:`.safety`) → style (:mod:`.css`) → references (:mod:`.references`) → paint as vectors
(:mod:`.painting`), and render what needs transparency, patterns and the like to pixels
(:mod:`.rendering`), which go between the vectors.
"""

from __future__ import annotations

import math
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.svg.backgrounds import put_background
from samenspel.draw.svg.css import apply_styles
from samenspel.draw.svg.painting import Painter
from samenspel.draw.svg.pruning import Run
from samenspel.draw.svg.reading import Mistake, Node, read
from samenspel.draw.svg.references import References
from samenspel.draw.svg.safety import mistakes, text_mistakes
from samenspel.draw.svg.sheets import read_sheets
from samenspel.draw.svg.transforms import settle_transforms
from samenspel.draw.svg.values import Matrix
from samenspel.errors import ContentError
from samenspel.model.art import Art, PictureArt, VectorArt
from samenspel.saying import say

MAX_RUNS = 24
"""Places in a drawing where pixels stand between vectors; with more of them all becomes pixels."""


def convert(name: str, data: bytes, colours: ColourSpace, file: str) -> Art:
    """An SVG file as vectors or, with a note that says why, as a picture.

    ``file`` is how messages call it. Raises ContentError with every refused thing in the file.
    """
    try:
        root = read(data)
        sheets = read_sheets(root)
        found = [*mistakes(root), *sheets.problems]
        if not found:
            apply_styles(root, sheets)
        _refuse([*found, *text_mistakes(root)], file)
        art = _paint(name, root, colours)
        return replace(art, notes=(*art.notes, *sheets.notes)) if sheets.skipped else art
    except Mistake as mistake:
        raise mistake.located(file) from mistake
    except (ArithmeticError, RecursionError, ValueError) as error:
        raise _out_of_reach(file, error) from error


def _out_of_reach(file: str, error: Exception) -> ContentError:
    """Numbers or nesting beyond what Python or a library holds."""
    return Mistake(
        "svg-bad-value",
        say("the drawing holds a value that is out of reach ({error})", error=str(error)[:60]),
        "open it in a drawing program and save it again as plain SVG",
    ).located(file)


def _refuse(found: list[Mistake], file: str) -> None:
    """Raise all mistakes at once, in the order of the file; none when there are none."""
    if found:
        raise ContentError(
            Diagnostic(m.code, m.message, Location(file, m.line), remedy=m.remedy)
            for m in sorted(found, key=lambda mistake: mistake.line)
        )


def _paint(name: str, root: Node, colours: ColourSpace) -> Art:
    settle_transforms(root)
    put_background(root)
    references = References.in_tree(root)
    painter = Painter(root, colours, references)
    operators = painter.run()
    if painter.needy:
        return _with_pixels(name, painter, references)
    _refuse_blank(painter)
    pictures = tuple(inset for inset in painter.insets if isinstance(inset, PictureArt))
    size = round(painter.width, 6), round(painter.height, 6)
    seen = painter.extent.on(*size)
    return VectorArt(
        name,
        *size,
        operators,
        insets=pictures,
        pixels=_pixels(painter),
        seen=seen,
        shadings=painter.shadings,
    )


def _refuse_blank(painter: Painter) -> None:
    if painter.extent.touches(painter.width, painter.height):
        return
    why = "no shape in it has a fill or a stroke"
    if painter.painted:
        why = "all that is in it lies outside its canvas (viewBox)"
    raise Mistake(
        "svg-empty",
        say("the drawing shows nothing: {why}", why=why),
        "check that its layers are visible and on the canvas, and save again",
        painter.root.line,
    )


def _with_pixels(name: str, first: Painter, references: References) -> Art:
    """A drawing of which parts, or all, can only be shown as pixels."""
    from samenspel.draw.svg.rendering import LONG_SIDE, Renderer, note_on

    renderer = Renderer(
        first.root, first.width, first.height, first.colours, first.flats, first.finest
    )
    painter = Painter(first.root, first.colours, references, first.needy)
    painter.run()
    runs = sum(isinstance(inset, Run) for inset in painter.insets)
    if not painter.painted or runs > MAX_RUNS:
        art = renderer.whole(name, note_on(first.reasons, whole=True))
        return replace(art, detail=_pixels(first))
    slots: dict[str, str] = {}
    insets: list[PictureArt] = []
    for place, inset in enumerate(painter.insets):
        found = renderer.inset(inset) if isinstance(inset, Run) else (inset, "")
        if found is None:
            slots[f"%I{place}"] = slots[f"/I{place} Do"] = ""
            continue
        picture, way = found
        if way:
            painter.extent.add("0 0 1 1", _matrix(way), 0.0)
        slots[f"%I{place}"] = f"q\n{way}\n/I{len(insets)} Do\nQ"
        slots[f"/I{place} Do"] = f"/I{len(insets)} Do"
        insets.append(picture)
    if not insets:
        _refuse_blank(painter)
    size = round(painter.width, 6), round(painter.height, 6)
    return VectorArt(
        name,
        *size,
        painter.writer.text(slots),
        (note_on(first.reasons, whole=False),),
        insets=tuple(insets),
        seen=painter.extent.on(*size),
        shadings=painter.shadings,
        pixels=min(_pixels(first) or math.inf, LONG_SIDE * first.width / max(size)),
    )


def _matrix(way: str) -> Matrix:
    a, b, c, d, e, f = map(float, way.split()[:6])
    return a, b, c, d, e, f


def _pixels(painter: Painter) -> float | None:
    """How many pixels the coarsest embedded picture would have across the canvas."""
    return painter.density * painter.width if math.isfinite(painter.density) else None
