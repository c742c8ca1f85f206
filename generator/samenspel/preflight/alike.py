"""Pages that are alike, whatever their resources are called and however their content is split."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.fingerprints import Fingerprints
from samenspel.pdf.limits import BAD, MAX_FORMS, TooLargeError, content
from samenspel.pdf.values import Resources, entry, inherited, kind, parts
from samenspel.preflight.page import PageView

GROUPS = {
    b"Tf": "/Font", b"Do": "/XObject", b"gs": "/ExtGState", b"cs": "/ColorSpace",
    b"CS": "/ColorSpace", b"scn": "/Pattern", b"SCN": "/Pattern", b"sh": "/Shading",
    b"BDC": "/Properties",
}  # fmt: skip
"""Operators that call a resource, and the group it is in."""
OUTLINES = frozenset((lexer.PATH, *b"m l c v y h re W W*".split()))
MARKED = frozenset((b"BMC", b"BDC", b"MP", b"DP"))
MAX_INSTRUCTIONS = 300_000
"""Instructions of a page that are compared; of larger ones the bytes are."""


def page_prints(pages: Sequence[PageView], prints: Fingerprints) -> list[bytes]:
    """A digest for each page; only pages that paint at the same places are read closely."""
    rough = [page.print for page in pages]
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


def _written(page: PageView, prints: Fingerprints) -> bytes:
    """The same for pages that are written with the same bytes."""
    held = prints.digest_of(inherited(page.obj, "/Resources"))
    streams = [prints.content(part) for part in parts(page.page)]
    return hashlib.sha256(repr((streams, held)).encode()).digest()


def _close(page: PageView, prints: Fingerprints) -> bytes:
    """By the instructions, those of forms in their place; what is called counts, not its name."""
    digest = hashlib.sha256()
    budget = [MAX_INSTRUCTIONS]
    try:
        data = b"\n".join(map(content, parts(page.page)))
        _feed(digest.update, data, inherited(page.obj, "/Resources"), prints, budget)
    except (TooLargeError, *BAD):
        return _written(page, prints)
    return digest.digest()


def _written_plainly(word: bytes) -> bytes:
    """A number as all programs would write it."""
    if b"." not in word:
        return word
    try:
        return b"%g" % float(word)
    except ValueError:
        return word


def _unseen(operands: bytes, operator: bytes) -> bool:
    """True for marked content that belongs to no layer: words for a screen reader."""
    return operator in MARKED and not operands.lstrip().startswith(b"/OC")


def _feed(
    take: Callable[[bytes], None],
    data: bytes,
    resources: Resources,
    prints: Fingerprints,
    budget: list[int],
    depth: int = 0,
) -> None:
    """Hand on all instructions of a stream but ``q`` and ``Q`` and marks, which paint nothing."""
    path: list[bytes] = []
    for operands, operator in lexer.instructions(data):
        budget[0] -= 1
        if budget[0] < 0 or depth > MAX_FORMS:
            raise TooLargeError("too much to compare")
        if operator in (b"q", b"Q", b"EMC") or _unseen(operands, operator):
            continue
        group = GROUPS.get(operator)
        if group is None or b"/" not in operands:
            plain = operator == lexer.INLINE_IMAGE
            words = operands if plain else b" ".join(map(_written_plainly, operands.split()))
            said = b"%d %b %b" % (len(words), words, operator)
            if operator in OUTLINES:
                path.append(said)
                continue
            clips = path[-1:] and path[-1][-2:].strip() in (b"W", b"W*")
            for one in (*path, said) if operator != b"n" or clips else ():
                take(one)
            path = []
            continue
        for word in operands.split():
            value = entry(entry(resources, group), lexer.name(word)) if word[:1] == b"/" else None
            if isinstance(value, pikepdf.Stream) and kind(value) == "Form":
                inner = entry(value, "/Resources") or resources
                _feed(take, content(value), inner, prints, budget, depth + 1)
            else:
                take(prints.digest_of(value) if isinstance(value, pikepdf.Object) else word)
