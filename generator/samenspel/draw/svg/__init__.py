"""SVG drawings to press art.

Read (:mod:`.reading`) → read stylesheets (:mod:`.sheets`) → refuse what is unsafe or unprintable
(:mod:`.safety`) → style (:mod:`.css`) → references (:mod:`.references`) → paint as vectors
(:mod:`.painting`), or, when the drawing needs transparency, gradients and the like, render it whole
as a picture (:mod:`.rendering`).
"""

from __future__ import annotations

from dataclasses import replace

from samenspel.diagnostics import Diagnostic, Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.svg.css import apply_styles
from samenspel.draw.svg.painting import Painter
from samenspel.draw.svg.reading import Mistake, Node, read
from samenspel.draw.svg.references import References
from samenspel.draw.svg.safety import mistakes
from samenspel.draw.svg.sheets import Sheets, read_sheets
from samenspel.errors import ContentError
from samenspel.model.art import Art, VectorArt


def convert(name: str, data: bytes, colours: ColourSpace, file: str) -> Art:
    """An SVG file as vectors or, with a note that tells why, as a picture.

    ``file`` is how messages call it. Raises ContentError with every refused thing in the file.
    """
    try:
        root = read(data)
        sheets = read_sheets(root)
        refused = sorted((*mistakes(root), *sheets.problems), key=lambda mistake: mistake.line)
        if refused:
            raise ContentError(
                Diagnostic(m.code, m.message, Location(file, m.line), remedy=m.remedy)
                for m in refused
            )
        art = _paint(name, root, sheets, colours)
        return replace(art, notes=(*art.notes, *sheets.notes)) if sheets.skipped else art
    except Mistake as mistake:
        raise mistake.located(file) from mistake


def _paint(name: str, root: Node, sheets: Sheets, colours: ColourSpace) -> Art:
    apply_styles(root, sheets)
    painter = Painter(root, colours, References.of(root))
    operators = painter.run()
    if painter.reasons:
        from samenspel.draw.svg.rendering import render

        size = painter.width, painter.height
        return render(name, root, size, painter.reasons, colours, painter.flats)
    if not painter.painted:
        raise Mistake(
            "svg-empty",
            "the drawing shows nothing: no shape in it has a fill or a stroke",
            "check that its layers are visible, and save again",
            root.line,
        )
    width, height = round(painter.width, 6), round(painter.height, 6)
    return VectorArt(name, width, height, operators, seen=painter.extent.on(width, height))
