"""All that is painted is read, or is an artifact."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.limits import content
from samenspel.pdf.tag_marks import led_to, painted
from samenspel.pdf.tags import elements, unmarked
from samenspel.pdf.values import entry, inherited, kind, listed, parts
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]{4})>")
_NOTHING = (b"0000", b"FEFF", b"FFFE")
_NUMBERED = re.compile(r"/(g|G|c|C|cid|glyph)\d+")
"""Names that programs give to glyphs by their number alone."""

TEXTS = frozenset(["H", *(f"H{level}" for level in range(1, 7)), "P", "LBody", "TH", "TD"])
"""Types of texts that stand alone."""
HIDDEN = 2
"""The flag of an annotation that nobody sees."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged or entry(document.root, "/StructTreeRoot") is None:
        return
    for page in document.pages:
        if unmarked(parts(page.page), inherited(page.obj, "/Resources")):
            yield page.problem("something on the page is neither tagged nor an artifact")
        if any(map(_loose, listed(inherited(page.obj, "/Annots") or pikepdf.Array()))):
            yield page.problem("an annotation belongs to no element")
    yield from _marks(document)
    yield from _silenced(document)
    yield from _letters(document)


def _loose(annotation: object) -> bool:
    """Whether it is seen and stands outside the tree (ISO 14289-1, 7.18.1)."""
    if not isinstance(annotation, pikepdf.Dictionary):
        return False
    flags = entry(annotation, "/F")
    hidden = isinstance(flags, int) and bool(flags & HIDDEN)
    aside = kind(annotation, "/Subtype") in ("Popup", "PrinterMark", "TrapNet")
    return not hidden and not aside and entry(annotation, "/StructParent") is None


def _letters(document: Document) -> Iterator[Problem]:
    """Fonts whose codes mean nothing: those by glyph number, and those with names of their own."""
    for one in document.resources:
        if one.group != "Font":
            continue
        meaning = entry(one.value, "/ToUnicode")
        if _means_nothing(meaning) if meaning is not None else _by_number(one.value):
            name = kind(one.value, "/BaseFont") or one.name
            yield Problem(say("the letters of {name} mean nothing", name=name), one.page)


def _means_nothing(meaning: pikepdf.Object) -> bool:
    """Whether all codes mean U+0000, U+FEFF or U+FFFE, which say nothing (ISO 14289-1, 7.21.7).

    Programs give such a meaning to codes that they never show.
    """
    found = _PAIR.findall(content(meaning))
    return bool(found) and all(text.upper() in _NOTHING for _, text in found)


def _by_number(font: pikepdf.Object) -> bool:
    encoding = entry(font, "/Encoding")
    if kind(font) == "Type0":
        return str(encoding) in ("/Identity-H", "/Identity-V")
    names = entry(encoding, "/Differences")
    listed_names = [str(one) for one in listed(names)] if names is not None else []
    return any(_NUMBERED.fullmatch(one) for one in listed_names)


def _silenced(document: Document) -> Iterator[Problem]:
    """Texts in whose place nothing is read; a span may be one, as a hyphen at the end of a line."""
    numbers = {page.obj.objgen: page.number for page in document.pages}
    for name, one in elements(document.root["/StructTreeRoot"]):
        instead = entry(one, "/ActualText")
        if name in TEXTS and instead is not None and not str(instead).strip():
            page = entry(one, "/Pg")
            number = numbers.get(page.objgen, 0) if page is not None else 0
            yield Problem(say("nothing is read in place of an element {kind}", kind=name), number)


def _marks(document: Document) -> Iterator[Problem]:
    """Sequences that no element has, and elements whose sequences are not there."""
    led = led_to(document.root["/StructTreeRoot"])
    for page in document.pages if led else ():
        found = painted(parts(page.page), inherited(page.obj, "/Resources"))
        wanted = led.get(page.obj.objgen, set())
        if found.numbers - wanted:
            yield page.problem("something on the page is marked, and no element has it")
        if wanted - found.numbers:
            yield page.problem("an element is made of what is not marked on the page")
        if found.nested:
            yield page.problem("what is read and what is an artifact lie in each other")


CHECK = Check(
    id="tagged-content",
    title="All that is painted is tagged or an artifact",
    rationale="What is neither may be read at any moment, or never.",
    remedy="tag it, or mark it as an artifact when it only decorates",
    source="ISO 14289-1, 7.1",
    run=_run,
    thresholds=("tagged",),
)
