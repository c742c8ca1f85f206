"""All that is painted is read, or is an artifact."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.tag_marks import led_to, painted
from samenspel.pdf.tags import unmarked
from samenspel.pdf.values import entry, inherited, kind, listed, parts
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

_NUMBERED = re.compile(r"/(g|G|c|C|cid|glyph)\d+")
"""Names that programs give to glyphs by their number alone."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged or entry(document.root, "/StructTreeRoot") is None:
        return
    for page in document.pages:
        if unmarked(parts(page.page), inherited(page.obj, "/Resources")):
            yield page.problem("something on the page is neither tagged nor an artifact")
    yield from _marks(document)
    yield from _letters(document)


def _letters(document: Document) -> Iterator[Problem]:
    """Fonts whose codes mean nothing: those by glyph number, and those with names of their own."""
    for one in document.resources:
        silent = one.group == "Font" and entry(one.value, "/ToUnicode") is None
        if silent and _by_number(one.value):
            name = kind(one.value, "/BaseFont") or one.name
            yield Problem(say("the letters of {name} mean nothing", name=name), one.page)


def _by_number(font: pikepdf.Object) -> bool:
    encoding = entry(font, "/Encoding")
    if kind(font) == "Type0":
        return str(encoding) in ("/Identity-H", "/Identity-V")
    names = entry(encoding, "/Differences")
    listed_names = [str(one) for one in listed(names)] if names is not None else []
    return any(_NUMBERED.fullmatch(one) for one in listed_names)


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
