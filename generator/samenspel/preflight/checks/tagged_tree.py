"""The file has a structure tree, and says so."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.tag_marks import leads_back
from samenspel.pdf.tags import elements, inside, within
from samenspel.pdf.values import entry
from samenspel.pdf.values import kind as kind_of
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

TYPES = frozenset({
    "Annot", "Art", "Artifact", "BibEntry", "BlockQuote", "Caption", "Code", "Div", "Document",
    "Figure", "Form", "Formula", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Index", "L", "LBody",
    "LI", "Lbl", "Link", "NonStruct", "Note", "P", "Part", "Private", "Quote", "RB", "RP", "RT",
    "Reference", "Ruby", "Sect", "Span", "TBody", "TD", "TFoot", "TH", "THead", "TOC", "TOCI",
    "TR", "Table", "WP", "WT", "Warichu",
})  # fmt: skip
"""The types of ISO 32000-1, 14.8.4, and that of artifacts in a tree."""
PARTS = ("1", "2")
"""Of ISO 14289."""
HOLDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
}
"""What alone may stand in lists and tables (14.8.4.3.3 and 14.8.4.3.4)."""


STANDS_IN = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
}
"""What they alone may stand in."""
GROUPS = frozenset({"Div", "NonStruct", "Private"})
"""Types that change nothing of what is in them."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged:
        return
    root = document.root
    tree = entry(root, "/StructTreeRoot")
    if tree is None or next(elements(tree), None) is None:
        yield Problem("the file has no structure tree")
        return
    if str(entry(entry(root, "/MarkInfo"), "/Marked")) != "True":
        yield Problem("the file does not say that it is tagged")
    if str(entry(entry(root, "/MarkInfo"), "/Suspects")) == "True":
        yield Problem("the file says that its tags may be wrong")
    if document.claims.pdf_ua not in PARTS:
        yield Problem("the metadata do not call it PDF/UA")
    if not leads_back(tree, [page.obj for page in document.pages]):
        yield Problem("no way leads from marks to their elements (ParentTree)")
    yield from _types(tree)


def _types(tree: pikepdf.Object) -> Iterator[Problem]:
    """Types that no reader knows, and what stands where it cannot; each once."""
    found: dict[str, None] = {}
    for kind, one in elements(tree):
        if kind not in TYPES and entry(one, "/NS") is None:
            found[say("no reader knows an element of the type {kind}", kind=kind)] = None
        for below in inside(tree, one):
            astray = below in STANDS_IN and kind not in (STANDS_IN[below] | GROUPS)
            if astray or (kind in HOLDS and below not in HOLDS[kind]):
                said = say(
                    "{below} stands in {kind}, which does not hold it", below=below, kind=kind
                )
                found[said] = None
    for name in _remapped(tree):
        found[say("{kind} means something else here than in the standard", kind=name)] = None
    if any(kind == "Note" and entry(one, "/ID") is None for kind, one in elements(tree)):
        found[say("a note has no ID by which it is found")] = None
    if _misplaced(tree):
        found[say("an element stands in two places, or not where it says itself")] = None
    yield from (Problem(one) for one in found)


def _remapped(tree: pikepdf.Object) -> Iterator[str]:
    """Types of the standard to which the role map gives another meaning (ISO 14289-1, 7.1)."""
    roles = entry(tree, "/RoleMap")
    if not isinstance(roles, pikepdf.Dictionary):
        return
    for key in map(str, roles):
        if key[1:] in TYPES and kind_of(roles, key) not in ("", key[1:]):
            yield key[1:]


def _misplaced(tree: pikepdf.Object) -> bool:
    """Whether an element is in the tree twice, or names another parent than it has."""
    seen: set[tuple[int, int]] = set()
    for parent in (tree, *(one for _, one in elements(tree))):
        for one in within(parent):
            above = entry(one, "/P")
            if one.objgen in seen or above is None or above.objgen != parent.objgen:
                return True
            if one.is_indirect:
                seen.add(one.objgen)
    return False


CHECK = Check(
    id="tagged-tree",
    title="The file is tagged, and says so",
    rationale="Without a structure tree a screen reader guesses what is read, and in which order.",
    remedy="make it as a tagged PDF (PDF/UA-1)",
    source="ISO 14289-1, 5 and 7.1",
    run=_run,
    thresholds=("tagged",),
)
