"""What may not be in a file, by standard. Our pages never hold it, so finding it is a bug."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pikepdf
from pikepdf import Name

from samenspel.saying import say

Item = pikepdf.Dictionary | pikepdf.Stream
Part = Item | pikepdf.Array

SEEN_THROUGH = frozenset({"/SMask", "/S", "/BM", "/ca", "/CA"})
"""Entries that may make something see-through."""
LOOKED_AT = frozenset({"/Filter", "/TR", "/HTP"})
"""Entries that may hold what every PDF/X forbids."""

LATE_FILTERS = {"/JPXDecode", "/JBIG2Decode", "/Crypt"}
"""JPEG 2000 and Crypt came with PDF 1.5, JBIG2 with 1.4; PDF/X-1a and X-3 allow none of them."""

PLAIN_BLENDS = ("/Normal", "/Compatible")


def old_file_faults(parts: Sequence[Part]) -> list[str]:
    """Transparency, and all that is newer than PDF 1.3 (for X-3:2002) or 1.4 (for X-1a:2003)."""
    items = (part for part in parts if not isinstance(part, pikepdf.Array))
    found = [fault for item in items for fault in (*see_through(item), *_late(item))]
    return list(dict.fromkeys(found + common_faults(parts)))


def common_faults(parts: Sequence[Part]) -> list[str]:
    """What every PDF/X forbids and a writer could let slip in."""
    found: list[str] = []
    spots: dict[str, bytes] = {}
    for item in parts:
        if isinstance(item, pikepdf.Array):
            if len(item) == 4 and item[0] == Name.Separation:
                name, look = str(item[1]), pikepdf.Array(list(item)[2:]).unparse(resolved=True)
                if spots.setdefault(name, look) != look:
                    found.insert(0, say("the spot colour {name} in two looks", name=name[1:]))
            continue
        if not item.keys() & LOOKED_AT:
            continue
        if "/LZWDecode" in _filters(item):
            found.append("LZW compression")
        if "/TR" in item or "/HTP" in item:
            found.append("a transfer function or halftone phase")
    return list(dict.fromkeys(found))


def see_through(item: Item) -> Iterator[str]:
    """Marks of transparency (ISO 32000-1, 11.6.5): PDF 1.4, and never in PDF/X-1a and X-3."""
    if not item.keys() & SEEN_THROUGH:
        return
    if str(item.get("/SMask", "/None")) != "/None":
        yield "a soft mask"
    if item.get("/S") == Name.Transparency:
        yield "a transparency group"
    blend = item.get("/BM")
    if blend is not None and str(blend) not in PLAIN_BLENDS:
        yield say("the blend mode {blend}", blend=blend)
    alphas = [item.get(key) for key in ("/ca", "/CA")]
    if any(isinstance(alpha, (int, float, Decimal)) and alpha != 1 for alpha in alphas):
        yield "constant alpha"


def any_see_through(parts: Sequence[Part]) -> bool:
    """Whether anything in a document is."""
    items = (part for part in parts if not isinstance(part, pikepdf.Array))
    return any(next(see_through(item), None) is not None for item in items)


def _late(item: Item) -> Iterator[str]:
    for coding in sorted(_filters(item) & LATE_FILTERS):
        yield say("the compression {coding}", coding=coding[1:])
    if item.get("/Subtype") == Name.Image and item.get("/BitsPerComponent") == 16:
        yield "pixels of 16 bits a channel (PDF 1.5)"
    if item.get("/Type") == Name.OCG or "/OCProperties" in item:
        yield "layers (optional content, PDF 1.5)"


def _filters(item: Item) -> set[str]:
    coding = item.get("/Filter")
    if isinstance(coding, pikepdf.Array):
        return {str(one) for one in coding}
    return set() if coding is None else {str(coding)}


def parts_of(document: pikepdf.Pdf) -> Iterator[Part]:
    """Every dictionary, stream and array, also those that stand inside others."""
    stack: list[pikepdf.Object] = list(document.objects)
    while stack:
        item = stack.pop()
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
            yield item
            stack += _direct(item)


def _direct(item: pikepdf.Object) -> list[pikepdf.Object]:
    """The dictionaries and arrays that an object holds itself, not by reference."""
    inside: list[pikepdf.Object]
    if isinstance(item, pikepdf.Array):
        inside = list(item)
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        inside = [value for _, value in item.items()]
    else:
        return []
    kinds = (pikepdf.Array, pikepdf.Dictionary)
    return [one for one in inside if isinstance(one, kinds) and not one.is_indirect]
