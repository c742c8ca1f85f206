"""The operators that show the glyphs of a line (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from samenspel.draw.fonts import Subset
from samenspel.draw.marking import END
from samenspel.model.frame import TextRun
from samenspel.units import MM_PER_POINT, POINTS_PER_MM, number


def shown(run: TextRun, subset: Subset, *, letters: bool = False) -> list[str]:
    """The operators that show a run's glyphs, in pieces of equal rise.

    With ``letters`` those that make one letter together are marked as that letter.

    Widths and adjustments are whole thousandths of the size; each adjustment starts from where the
    pen really is, so that rounding never adds up (it stays below 0.0005 of the size).
    """
    per_mm = 1000 / (run.size * MM_PER_POINT)
    codes, widths = subset.codes, subset.widths
    out: list[str] = []
    array: list[str] = []
    hexes: list[str] = []
    pen, rise = 0, 0.0
    spans = _letters(run) if letters else {}
    for place, glyph in enumerate(run.glyphs):
        if place in spans:
            _flush(out, array, hexes)
            out.append(spans[place])
        if glyph.y != rise:
            _flush(out, array, hexes)
            rise = glyph.y
            out.append(f"{number(rise * POINTS_PER_MM)} Ts")
        code = codes[glyph.gid, glyph.text]
        gap = pen - round(glyph.x * per_mm)
        if gap:
            if hexes:
                array.append(f"<{''.join(hexes)}>")
                hexes.clear()
            array.append(str(gap))
            pen -= gap
        hexes.append(f"{code:04X}")
        pen += widths[code]
    _flush(out, array, hexes)
    if len(run.glyphs) in spans:
        out.append(END)
    if rise:
        out.append("0 Ts")
    return out


def _flush(out: list[str], array: list[str], hexes: list[str]) -> None:
    """Write what has been gathered as one TJ."""
    if hexes:
        array.append(f"<{''.join(hexes)}>")
    if array:
        out.append(f"[{' '.join(array)}] TJ")
    array.clear()
    hexes.clear()


def _letters(run: TextRun) -> dict[int, str]:
    """What stands before some glyphs: those without a text are marked with the letter before them.

    By the number of the glyph, or their count for what ends the run (ISO 32000-1, 14.9.4). Points
    of an Arabic letter are drawn before it, and so go with its neighbour: both are read, in the
    right order, and where poppler sees no gap between them.
    """
    groups: list[list[int]] = []
    for place, glyph in enumerate(run.glyphs):
        if not groups or (glyph.text and any(run.glyphs[one].text for one in groups[-1])):
            groups.append([])
        groups[-1].append(place)
    found: dict[int, str] = {}
    for group in groups:
        if len(group) > 1:
            text = "".join(run.glyphs[place].text for place in group).encode("utf-16-be")
            begin = f"/Span <</ActualText <FEFF{text.hex().upper()}>>> BDC"
            first = group[0]
            found[first] = f"{found[first]}\n{begin}" if first in found else begin
            found[group[-1] + 1] = END
    return found
