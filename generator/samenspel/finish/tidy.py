"""Small repairs that make one sound document out of parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Name

from samenspel.finish.standards.faults import Part

Key = tuple[int, int]

MAX_ROUNDS = 6
"""Streams that refer to merged streams may become equal in turn; real files need two rounds."""


def drop_proc_sets(parts: Iterable[Part]) -> None:
    """Remove ``/ProcSet``, obsolete since PDF 1.4 (ISO 32000-1, 14.2)."""
    for holder in _dictionaries(parts):
        if "/ProcSet" in holder:
            del holder["/ProcSet"]


def store_once(document: pikepdf.Pdf) -> None:
    """Let every reference to equal streams point to the first of them; the others are not saved."""
    merged: set[Key] = set()
    digests: dict[Key, bytes] = {}
    for _ in range(MAX_ROUNDS):
        twins = _twins(document, merged, digests)
        if not twins:
            return
        merged |= twins.keys()
        for holder in document.objects:
            _redirect(holder, twins)
        _redirect(document.trailer, twins)


def name_subsets(parts: Iterable[Part]) -> None:
    """Give each subset a tag of its own (ISO 32000-1, 9.6.4).

    Writers tag by counting, so parts that were joined may hold two different subsets with one name.
    Only the second and later ones are renamed; their tag is made from the font program's hash.
    """
    known: dict[str, Key] = {}
    for font in _fonts(parts):
        descriptor = font.FontDescriptor
        program = next((descriptor[k] for k in _PROGRAMS if k in descriptor), None)
        name = str(font.get("/BaseFont", ""))[1:]
        if program is None or name[6:7] != "+":
            continue
        if known.setdefault(name, program.objgen) != program.objgen:
            _rename(parts, font, f"{_tag(program.read_raw_bytes())}+{name[7:]}")


_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def _rename(parts: Iterable[Part], font: pikepdf.Object, name: str) -> None:
    """A new name for a font, its descriptor, and the composite font above it (9.7.6.2)."""
    old = str(font.BaseFont)[1:]
    font.BaseFont = font.FontDescriptor.FontName = Name("/" + name)
    for parent in _dictionaries(parts):
        if "/DescendantFonts" not in parent:
            continue
        if parent.DescendantFonts[0].objgen == font.objgen:
            parent.BaseFont = Name("/" + str(parent.BaseFont)[1:].replace(old, name))


def _tag(program: bytes) -> str:
    """Six capitals from a hash."""
    value = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        value, rest = divmod(value, 26)
        letters.append(chr(ord("A") + rest))
    return "".join(letters)


def _fonts(parts: Iterable[Part]) -> Iterator[pikepdf.Object]:
    for holder in _dictionaries(parts):
        if holder.get("/Type") == Name.Font and "/FontDescriptor" in holder:
            yield holder


def _dictionaries(parts: Iterable[Part]) -> Iterator[pikepdf.Object]:
    """All that can hold resources, or be a font."""
    return (part for part in parts if not isinstance(part, pikepdf.Array))


def _twins(
    document: pikepdf.Pdf, merged: set[Key], digests: dict[Key, bytes]
) -> dict[Key, pikepdf.Object]:
    """For each stream, of those not merged yet, that equals an earlier one: that earlier one.

    ``digests`` are those of the streams' bytes, which stay what they are while streams are merged.
    """
    same_bytes: dict[bytes, list[pikepdf.Object]] = {}
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and item.objgen not in merged:
            key = item.objgen
            if key not in digests:
                digests[key] = hashlib.sha256(item.get_raw_stream_buffer()).digest()
            same_bytes.setdefault(digests[key], []).append(item)
    twins: dict[Key, pikepdf.Object] = {}
    for streams in same_bytes.values():
        first: dict[bytes, pikepdf.Object] = {}
        for item in streams if len(streams) > 1 else ():
            kept = first.setdefault(_entries(item), item)
            if kept.objgen != item.objgen:
                twins[item.objgen] = kept
    return twins


def _entries(stream: pikepdf.Object) -> bytes:
    """A stream's dictionary as text, without its Length, which may be a reference of its own."""
    entries = pikepdf.Dictionary()
    for key, value in stream.items():
        if key != "/Length":
            entries[key] = value
    return entries.unparse()


def _redirect(holder: pikepdf.Object, twins: dict[Key, pikepdf.Object]) -> None:
    """Replace references inside one object, and inside what it holds directly."""
    if isinstance(holder, pikepdf.Array):
        pairs: list[tuple[int | str, pikepdf.Object]] = list(enumerate(holder))
    elif isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        pairs = list(holder.items())
    else:
        return
    for key, value in pairs:
        if not isinstance(value, pikepdf.Object):
            continue
        if not value.is_indirect:
            _redirect(value, twins)
        elif value.objgen in twins:
            holder[key] = twins[value.objgen]
