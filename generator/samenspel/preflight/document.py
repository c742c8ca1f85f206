"""A finished file as checks see it: pages with boxes in points, and what they paint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from samenspel.preflight.geometry import Box
from samenspel.preflight.interpreter import Interpreter
from samenspel.preflight.marks import Mark
from samenspel.preflight.values import box, entry, kind, real, whole
from samenspel.units import to_mm


class PageView:
    """One page. ``number`` counts from 1. Boxes that the page does not state are ``None``."""

    def __init__(self, document: Document, number: int, page: pikepdf.Page) -> None:
        """A page of ``document``."""
        self.number, self.page, self.obj = number, page, page.obj
        self._document = document

    def box(self, name: str) -> Box | None:
        """A stated box in points: ``TrimBox``, ``BleedBox``, ``CropBox``, ``ArtBox``, MediaBox."""
        return box(self.obj, f"/{name}")

    @property
    def media(self) -> Box:
        """The MediaBox, or nothing at all when it is missing or damaged."""
        return self.box("MediaBox") or (0.0, 0.0, 0.0, 0.0)

    @property
    def rotate(self) -> int:
        """Degrees clockwise."""
        return whole(self.obj, "/Rotate", 0)

    @property
    def user_unit(self) -> float:
        """Points a unit."""
        return real(self.obj, "/UserUnit", 1.0)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All that shows inside the MediaBox. Extents inside forms may be too large."""
        return self._document.interpreter.page(self.page, self.media)

    @cached_property
    def exact_marks(self) -> tuple[Mark, ...]:
        """The same with every extent read from the coordinates."""
        return self._document.exact_interpreter.page(self.page, self.media)

    def of_kind(self, *kinds: str) -> Iterator[Mark]:
        """Marks of the given kinds."""
        return (mark for mark in self.marks if mark.kind in kinds)

    def position(self, mark: Mark) -> tuple[float, float]:
        """The top left corner of a mark's first place: mm from the trim's top left corner."""
        origin = self.box("TrimBox") or self.media
        return to_mm(mark.box[0] - origin[0]), to_mm(origin[3] - mark.box[3])


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource somewhere in the file. ``page`` is the first page that leads to it."""

    group: str
    name: str
    value: pikepdf.Object
    page: int


class Document:
    """The file, read as a stranger would."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """``pdf`` is open for as long as checks run."""
        self.pdf = pdf
        self.root = pdf.Root
        self.pages = [PageView(self, n, page) for n, page in enumerate(pdf.pages, start=1)]
        self.interpreter = Interpreter()
        self.exact_interpreter = Interpreter(exact=True)

    @cached_property
    def resources(self) -> list[Resource]:
        """Every resource that pages, forms and patterns name, direct dictionaries included."""
        found: list[Resource] = []
        seen: set[tuple[int, int]] = set()
        for page in self.pages:
            _collect(entry(page.obj, "/Resources"), page.number, seen, found)
        return found


def _collect(
    resources: pikepdf.Object | None,
    page: int,
    seen: set[tuple[int, int]],
    found: list[Resource],
) -> None:
    if resources is None or _known(resources, seen):
        return
    for group, members in resources.items():
        if not isinstance(members, pikepdf.Dictionary) or _known(members, seen):
            continue
        for name, value in members.items():
            if not isinstance(value, pikepdf.Object) or _known(value, seen):
                continue
            found.append(Resource(group[1:], name[1:], value, page))
            if group == "/Pattern" or kind_of(value) in ("Form", "Type3"):
                _collect(entry(value, "/Resources"), page, seen, found)


def kind_of(value: pikepdf.Object) -> str:
    """The Subtype of a dictionary or stream, else nothing."""
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return kind(value)
    return ""


def _known(value: pikepdf.Object, seen: set[tuple[int, int]]) -> bool:
    """True when an indirect object was met before; direct ones are always new."""
    if not value.is_indirect:
        return False
    if value.objgen in seen:
        return True
    seen.add(value.objgen)
    return False
