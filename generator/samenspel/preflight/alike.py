"""Pages that are alike, whatever their resources are called and however their content is split."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.fingerprints import Fingerprints
from samenspel.pdf.limits import BAD, content
from samenspel.pdf.values import Resources, entry, inherited, parts
from samenspel.preflight.page import PageView

GROUPS = {
    b"Tf": "/Font", b"Do": "/XObject", b"gs": "/ExtGState", b"cs": "/ColorSpace",
    b"CS": "/ColorSpace", b"scn": "/Pattern", b"SCN": "/Pattern", b"sh": "/Shading",
    b"BDC": "/Properties",
}  # fmt: skip
"""Operators that call a resource, and the group it is in."""


def page_prints(pages: Sequence[PageView], prints: Fingerprints) -> list[bytes]:
    """A digest for each page; only pages that paint at the same places are read closely."""
    rough = [_rough(page) for page in pages]
    counts = Counter(rough)
    known: dict[bytes, bytes] = {}
    found = []
    for page, digest in zip(pages, rough, strict=True):
        if counts[digest] > 1:
            written = _written(page, prints)
            if written not in known:
                known[written] = _close(page, prints)
            digest = known[written]
        found.append(digest)
    return found


def _rough(page: PageView) -> bytes:
    places = [(mark.kind, *(round(side, 1) for side in mark.extent)) for mark in page.marks]
    return hashlib.sha256(repr((page.trim, places)).encode()).digest()


def _written(page: PageView, prints: Fingerprints) -> bytes:
    """The same for pages that are written with the same bytes."""
    held = prints.of(inherited(page.obj, "/Resources"))
    streams = [prints.content(part) for part in parts(page.page)]
    return hashlib.sha256(repr((streams, held)).encode()).digest()


def _close(page: PageView, prints: Fingerprints) -> bytes:
    """By the instructions, with what they call in the place of its name."""
    resources = inherited(page.obj, "/Resources")
    digest = hashlib.sha256()
    called: dict[tuple[str, bytes], bytes] = {}
    try:
        data = b"\n".join(map(content, parts(page.page)))
        for operands, operator in lexer.instructions(data):
            words = operands if operator == lexer.INLINE_IMAGE else b" ".join(operands.split())
            group = GROUPS.get(operator)
            if group is not None and b"/" in words:
                words = _meant(words, group, resources, prints, called)
            digest.update(b"%d %b %b" % (len(words), words, operator))
    except BAD:
        return _written(page, prints)
    return digest.digest()


def _meant(
    words: bytes,
    group: str,
    resources: Resources,
    prints: Fingerprints,
    called: dict[tuple[str, bytes], bytes],
) -> bytes:
    """The operands with a digest of each resource in the place of its name."""
    found = []
    for word in words.split():
        if not word.startswith(b"/"):
            found.append(word)
            continue
        if (group, word) not in called:
            value = entry(entry(resources, group), lexer.name(word))
            known = isinstance(value, pikepdf.Object)
            called[group, word] = prints.of(value) if known else word
        found.append(called[group, word])
    return b" ".join(found)
