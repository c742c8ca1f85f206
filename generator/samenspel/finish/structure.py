"""The structure tree (ISO 32000-1, 14.7): what is read in a file, in which order, as what.

Pages, and pages that became forms on sheets, carry as ``/StructParents`` the number that the
outline knows them by. A page of which no such number is left has nothing to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from samenspel.model.frame import Box
from samenspel.tagging import Element, Outline, Section
from samenspel.units import to_points

PDF_UA = {"pdfuaid:part": "1"}
"""What the XMP packet says of a file with a tree (ISO 14289-1, 5)."""
MARK = Name.MCR
NOTHING: Mapping[str, object] = {}


class _Place(NamedTuple):
    """Where marks stand."""

    page: pikepdf.Object
    form: pikepdf.Object | None
    """The form on that page, when its stream holds them; a page holds its own, or forms do."""


def set_structure(document: pikepdf.Pdf, outline: Outline) -> None:
    """The tree of an outline, bookmarks by section, and what tells readers to follow it."""
    places = _marked_places(document)
    tree = _Tree(document, places)
    document.Root.StructTreeRoot = tree.root(outline)
    document.Root.MarkInfo = Dictionary(Marked=True)
    for page in document.pages:
        page.obj.Tabs = Name.S
    if len(document.pages) > 1:
        _set_bookmarks(document, outline.sections, places)


def _marked_places(document: pikepdf.Pdf) -> dict[int, _Place]:
    """By the key of the parent tree, the page and the form in which marks stand."""
    found: dict[int, _Place] = {}
    for page in document.pages:
        if "/StructParents" in page.obj:
            found[int(page.obj.StructParents)] = _Place(page.obj, None)
        for form in _forms(page.obj):
            if "/StructParents" in form:
                found.setdefault(int(form.StructParents), _Place(page.obj, form))
    return found


def _forms(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    resources = page.get("/Resources", Dictionary())
    for _, item in resources.get("/XObject", Dictionary()).items():
        if item.get("/Subtype") == Name.Form:
            yield item


class _Tree:
    """Elements under their parents, and the way back from marks to elements."""

    def __init__(self, document: pikepdf.Pdf, places: dict[int, _Place]) -> None:
        self._document, self._places = document, places
        self._parents: dict[int, dict[int, pikepdf.Object]] = {key: {} for key in places}

    def root(self, outline: Outline) -> pikepdf.Object:
        """The whole tree."""
        document = self._document
        root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self._made("Document", root)
        whole.K = Array([self._section(section, whole) for section in outline.sections])
        root.K = whole
        numbers: list[object] = []
        for key in sorted(self._parents):
            marks = self._parents[key]
            numbers += [key, document.make_indirect(Array([marks[mark] for mark in sorted(marks)]))]
        root.ParentTree = document.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = max(self._parents, default=-1) + 1
        return root

    def _section(self, section: Section, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._made("Sect", parent)
        made.T = String(section.name)
        if section.language:
            made.Lang = String(section.language)
        made.K = Array(
            [self._element(one, made, key) for key, page in section.pages for one in page]
        )
        return made

    def _element(self, element: Element, parent: pikepdf.Object, key: int) -> pikepdf.Object:
        place = self._places[key]
        entries: dict[str, object] = {}
        if element.alt:
            entries["/Alt"] = String(element.alt)
        if not element.plain:
            entries["/ActualText"] = String(element.text)
        if element.kind == "L" and _counted(element):
            entries["/A"] = Dictionary(O=Name.List, ListNumbering=Name.Decimal)
        if element.box is not None:
            entries["/A"] = Dictionary(O=Name.Layout, BBox=_bounds(element.box, place.page))
        if element.language:
            entries["/Lang"] = String(element.language)
        if element.marks and place.form is None:
            entries["/Pg"] = place.page
        kids: list[object] = [self._mark(mark, place) for mark in element.marks]
        kids += [self._far_mark(mark, self._places[page]) for page, mark in element.echoes]
        if not element.children:
            entries["/K"] = kids[0] if len(kids) == 1 else Array(kids)
        made = self._made(element.kind, parent, entries)
        for mark in element.marks:
            self._parents[key][mark] = made
        for page, mark in element.echoes:
            self._parents[page][mark] = made
        if element.children:
            kids += [self._element(child, made, key) for child in element.children]
            made.K = Array(kids)
        return made

    def _mark(self, mark: int, place: _Place) -> object:
        return mark if place.form is None else self._far_mark(mark, place)

    def _far_mark(self, mark: int, place: _Place) -> pikepdf.Object:
        """A mark that stands on another page than its element, or in a form."""
        stream = {"/Stm": place.form} if place.form is not None else {}
        return Dictionary({"/Type": MARK, "/Pg": place.page, **stream, "/MCID": mark})

    def _made(
        self, kind: str, parent: pikepdf.Object, entries: Mapping[str, object] = NOTHING
    ) -> pikepdf.Object:
        element = Dictionary({"/S": _name(kind), "/P": parent, **entries})
        return self._document.make_indirect(element)


def _bounds(box: Box, page: pikepdf.Object) -> Array:
    """Left, bottom, right and top of a box of a page's trim, in points (14.8.5.4.3)."""
    left, _, _, top = (float(value) for value in page.TrimBox)
    across = (left + to_points(box.x), left + to_points(box.right))
    down = (top - to_points(box.bottom), top - to_points(box.y))
    return Array([round(value, 1) for value in (across[0], down[0], across[1], down[1])])


@cache
def _name(kind: str) -> Name:
    return Name(f"/{kind}")


def _counted(element: Element) -> bool:
    return any(part.kind == "Lbl" for item in element.children for part in item.children)


def _set_bookmarks(
    document: pikepdf.Pdf, sections: Sequence[Section], places: dict[int, _Place]
) -> None:
    """One bookmark a section, to the page on which it begins (12.3.3)."""
    if not sections:
        return
    top = document.make_indirect(Dictionary(Type=Name.Outlines, Count=len(sections)))
    items = [
        document.make_indirect(
            Dictionary(
                Title=String(section.name),
                Parent=top,
                Dest=Array([places[section.pages[0][0]].page, Name.Fit]),
            )
        )
        for section in sections
    ]
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before
    top.First, top.Last = items[0], items[-1]
    document.Root.Outlines = top
