"""Font files of every kind that makers have, as one that pages are set with: static and plain.

``.ttf`` and ``.otf`` are taken as they are; ``.woff`` and ``.woff2`` are unpacked; of a variable
font the instance is made that a role of type asks for. What cannot be printed is refused, with
what the file really is.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache

import uharfbuzz as hb

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.draw.whole_fonts import check_font
from samenspel.errors import ContentError
from samenspel.saying import say

_NEEDED = frozenset({"head", "hhea", "hmtx", "maxp", "cmap"})
"""Tables without which a font has no measures or no letters (OpenType specification, chapter 2)."""

_OUTLINES = tuple(map(frozenset, (("glyf", "loca"), ("CFF ",), ("CFF2",))))

_RESTRICTED = 0x0002
"""OS/2 fsType: may not be embedded (OpenType specification, OS/2 table)."""

_BITMAP_ONLY = 0x0200
_NO_SUBSETTING = 0x0100

_WOFF = (b"wOFF", b"wOF2")

_LOOKS_LIKE: tuple[tuple[bytes, str, str], ...] = (
    (b"ttcf", "a collection of several fonts", "use the .ttf or .otf file of the one you want"),
    (b"%!PS", "a PostScript Type 1 font", "use the family's .otf or .ttf file"),
    (b"\x80\x01", "a PostScript Type 1 font", "use the family's .otf or .ttf file"),
    (b"PK\x03\x04", "a zip archive", "unpack it, and use the .ttf or .otf file inside"),
    (b"Rar!", "a rar archive", "unpack it, and use the .ttf or .otf file inside"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it, and use the .ttf or .otf file inside"),
    (b"%PDF", "a PDF", "use a font file: .ttf, .otf, .woff or .woff2"),
    (b"\x89PNG", "a picture", "use a font file: .ttf, .otf, .woff or .woff2"),
    (b"\xff\xd8\xff", "a picture", "use a font file: .ttf, .otf, .woff or .woff2"),
    (b"{\\rtf", "a text document", "use a font file: .ttf, .otf, .woff or .woff2"),
    (b"version https://git-lfs", "git’s pointer to a file", "fetch it with git lfs pull"),
)
_PAGE = "a web page, probably saved in place of the file behind it"


def printable(data: bytes, axes: Mapping[str, float] | None = None) -> bytes:
    """The font as a static one with outlines; ``axes`` place a variable font on its axes.

    An axis that is not named stands where the font's makers put it; a place beyond its ends is
    its end. Raises ContentError ``font-unreadable``, ``font-no-embedding``, ``font-damaged``.
    """
    return _printable(data, tuple(sorted((axes or {}).items())))


@lru_cache(maxsize=64)
def _printable(data: bytes, axes: tuple[tuple[str, float], ...]) -> bytes:
    whole = _whole(data)
    face = face_of(whole)
    if damage := [one for one in check_font(whole) if one.severity is Severity.ERROR]:
        raise ContentError(damage)
    if face.axis_infos:
        whole = _instance(face, dict(axes))
        face = face_of(whole)
    elif "CFF2" in face.table_tags:
        whole = _instance(face, {})
        face = face_of(whole)
    return whole


def font_notes(data: bytes) -> list[Diagnostic]:
    """What a maker should know of a font that can be printed; words to stand behind its name."""
    return [one for one in check_font(_whole(data)) if one.severity is not Severity.ERROR]


@lru_cache(maxsize=16)
def _whole(data: bytes) -> bytes:
    return _unpacked(data) if data[:4] in _WOFF else data


@lru_cache(maxsize=64)
def face_of(data: bytes) -> hb.Face:
    """A font file that may be embedded and drawn; raises as :func:`printable`."""
    face = hb.Face(data)
    tables = _tags(face)
    if not tables or data.startswith(b"ttcf"):  # HarfBuzz takes a collection's first font
        raise _refused(*_what(data))
    drawn = next((kind for kind in _OUTLINES if tables >= kind), None)
    if drawn is None:
        what = "holds pictures of its letters and no outlines"
        raise _refused(what, "use a font with outlines: .ttf or .otf")
    if _is_cut_off(data):
        raise _refused("is cut off before its end", "get the file again from where it comes")
    missing = [tag for tag in sorted(_NEEDED | drawn) if not face.reference_table(tag).data]
    if missing:
        what = say("is damaged: its table {missing} is not there", missing=missing[0])
        raise _refused(what, "get the file again from where it comes")
    if not face.unicodes:
        raise _refused("has no letters at all", "use a font that has those of your texts")
    if not may_be_embedded(face):
        raise ContentError(
            Diagnostic(
                "font-no-embedding",
                say(
                    "forbids embedding ({family}), without which it cannot be printed",
                    family=family(face),
                ),
                remedy="use another font, or get a licence that allows embedding",
            )
        )
    return face


def _is_cut_off(data: bytes) -> bool:
    """Whether a table lies beyond the file's end, by the directory at its beginning."""
    count = int.from_bytes(data[4:6], "big")
    rows = (data[at : at + 16] for at in range(12, 12 + 16 * count, 16))
    return any(
        int.from_bytes(r[8:12], "big") + int.from_bytes(r[12:], "big") > len(data) for r in rows
    )


def _tags(face: hb.Face) -> set[str]:
    """The tables of a font that has glyphs; none where their names cannot be read."""
    try:
        return set(face.table_tags) if face.glyph_count > 1 else set()
    except UnicodeDecodeError:
        return set()


def may_be_embedded(face: hb.Face) -> bool:
    """What the font's makers allow: print and preview is enough, bitmaps alone are not."""
    permission = _permission(face)
    return not permission & _BITMAP_ONLY and (permission & 0x000F) != _RESTRICTED


def may_be_cut(face: hb.Face) -> bool:
    """Whether a file may hold some of its glyphs alone."""
    return not _permission(face) & _NO_SUBSETTING


def family_of(data: bytes) -> str:
    """The name of a font file's family, as programs list it; empty for a file without one."""
    face = face_of(data)
    return face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or ""


def family(face: hb.Face) -> str:
    """The font's name as its makers write it, for messages."""
    return face.get_name(hb.OTNameIdPredefined.FULL_NAME) or "without a name"


def _permission(face: hb.Face) -> int:
    return int.from_bytes(bytes(face.reference_table("OS/2").data)[8:10], "big")


def _what(data: bytes) -> tuple[str, str]:
    """What a file that is no font is, and what to do about it."""
    usual = "use a font file: .ttf, .otf, .woff or .woff2"
    if not data:
        return "is empty", "get the file again from where it comes"
    for start, what, remedy in _LOOKS_LIKE:
        if data.startswith(start):
            return say("is {what}, not a font", what=what), remedy
    head = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return say("is {page}", page=_PAGE), "download the file itself"
    if head.startswith((b"<?xml", b"<svg")):
        return "is a drawing or an SVG font", usual
    if data[:4] in (b"\0\1\0\0", b"OTTO", b"true"):
        return "is a damaged font: no glyphs can be read", "get the file again from where it comes"
    if all(byte in b"\t\r\n" or 32 <= byte < 127 or byte > 127 for byte in data[:1024]):
        return "is a text, not a font", usual
    return "is no font", usual


def _refused(what: str, remedy: str) -> ContentError:
    return ContentError(Diagnostic("font-unreadable", what, remedy=remedy))


def _unpacked(data: bytes) -> bytes:
    """The font in a WOFF or WOFF2 file, as it was before it was packed for the web."""
    from fontTools.ttLib import TTFont  # slow to start, and few decks need it

    made = io.BytesIO()
    try:
        font = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
        font.flavor = None
        font.save(made)
    except Exception as error:  # a damaged file breaks this library in any of a dozen ways
        what = "is a damaged web font: it cannot be unpacked"
        raise _refused(what, "get the file again from where it comes") from error
    return made.getvalue()


def _instance(face: hb.Face, axes: Mapping[str, float]) -> bytes:
    """A variable font at one place of its axes, under a name of its own; its outlines as CFF or
    TrueType, which PDF files take."""
    choice = hb.SubsetInput()
    choice.keep_everything()
    choice.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    places = []
    for axis in face.axis_infos:
        wish = axes.get(axis.tag, axis.default_value)
        place = min(max(wish, axis.min_value), axis.max_value)
        choice.pin_axis_location(face, axis.tag, place)
        if place != axis.default_value:
            places.append(f"{place:g}{axis.tag}".replace("-", "m").replace(".", "p"))
    try:
        made = bytes(hb.SubsetPlan(face, choice).execute().blob.data)
    except RuntimeError as error:
        what = "is a variable font whose instances cannot be made"
        raise _refused(what, "use the family's static files") from error
    return _renamed(made, "_".join(places)) if places else made


def _renamed(data: bytes, places: str) -> bytes:
    """The font with where it stands on its axes in its PostScript name (Adobe's note 5902)."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    names = font["name"]
    for record in names.names:
        if record.nameID == 6:
            record.string = f"{record.toUnicode()[:40]}_{places}"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
