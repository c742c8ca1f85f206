"""A finished file as checks see it: pages with boxes in points, and what they paint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from samenspel.preflight.fingerprints import Fingerprints
from samenspel.preflight.geometry import Box
from samenspel.preflight.interpreter import Interpreter
from samenspel.preflight.limits import TooLargeError, content
from samenspel.preflight.marks import Mark
from samenspel.preflight.memory import Memory
from samenspel.preflight.values import box, entry, inherited, kind, real, rectangle
from samenspel.units import to_mm


class PageView:
    """One page. ``number`` counts from 1. Boxes that the page does not state are ``None``."""

    def __init__(self, document: Document, number: int, page: pikepdf.Page) -> None:
        """A page of ``document``."""
        self.number, self.page, self.obj = number, page, page.obj
        self._document = document

    def box(self, name: str) -> Box | None:
        """A stated box in points: ``TrimBox``, ``BleedBox``, ``CropBox``, ``ArtBox``, MediaBox.

        MediaBox and CropBox may also be stated for several pages at once (7.7.3.4).
        """
        if name in ("MediaBox", "CropBox"):
            return rectangle(inherited(self.obj, f"/{name}"))
        return box(self.obj, f"/{name}")

    @property
    def media(self) -> Box:
        """The MediaBox, or nothing at all when it is missing or damaged."""
        return self.box("MediaBox") or (0.0, 0.0, 0.0, 0.0)

    @property
    def rotate(self) -> int:
        """Degrees clockwise."""
        turned = inherited(self.obj, "/Rotate")
        return int(turned) if turned is not None else 0

    @property
    def user_unit(self) -> float:
        """Points a unit."""
        return real(self.obj, "/UserUnit", 1.0)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All that shows inside the MediaBox; see ``Document`` for how exact it is."""
        try:
            return self._document.interpreter.page(self.page, self.media)
        except TooLargeError as error:
            self._document.excess[self.number] = str(error)
            return ()

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
    """The file, read as a stranger would.

    An ``exact`` reading takes every extent from the coordinates. A quick one may give marks that
    are too large, and so show what is clipped away, but leaves out none that the exact one has:
    where a check finds nothing in it, there is nothing.
    """

    def __init__(
        self, pdf: pikepdf.Pdf, *, exact: bool = False, memory: Memory | None = None
    ) -> None:
        """``pdf`` is open for as long as checks run; ``memory`` is what was read before."""
        self.pdf = pdf
        self.root = pdf.Root
        self._memory = memory
        self._fingerprints = Fingerprints(pdf) if memory is not None else None
        self.excess: dict[int, str] = {}
        """Pages that are too much to read, and why."""
        self.interpreter = Interpreter(exact=exact, fingerprints=self._fingerprints, memory=memory)

    @cached_property
    def pages(self) -> list[PageView]:
        """All pages in order."""
        return [PageView(self, n, page) for n, page in enumerate(self.pdf.pages, start=1)]

    def header(self, profile: pikepdf.Object) -> bytes:
        """The first 128 bytes of an ICC profile that has been decoded as a whole."""
        if self._memory is None or self._fingerprints is None:
            return content(profile)[:128]
        key = self._fingerprints.content(profile)
        header = self._memory.headers.get(key)
        if header is None:
            header = content(profile)[:128]
            self._memory.headers.keep(key, header)
        return header

    @cached_property
    def resources(self) -> list[Resource]:
        """Every resource that pages, forms and patterns name, direct dictionaries included."""
        found: list[Resource] = []
        seen: set[tuple[int, int]] = set()
        for page in self.pages:
            _collect(inherited(page.obj, "/Resources"), page.number, seen, found)
        return found


def _collect(
    resources: pikepdf.Object | None,
    page: int,
    seen: set[tuple[int, int]],
    found: list[Resource],
) -> None:
    """Everything below ``resources``, without a call for each level: levels may be very many."""
    waiting = [_members(resources, page, seen)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
            continue
        found.append(item)
        if item.group == "Pattern" or kind_of(item.value) in ("Form", "Type3"):
            waiting.append(_members(_resources_of(item.value), page, seen))


def _resources_of(value: pikepdf.Object) -> pikepdf.Object | None:
    holds = isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))
    return entry(value, "/Resources") if holds else None


def _members(
    resources: pikepdf.Object | None, page: int, seen: set[tuple[int, int]]
) -> Iterator[Resource]:
    if not isinstance(resources, pikepdf.Dictionary) or _known(resources, seen):
        return
    for group, members in resources.items():
        if not isinstance(members, pikepdf.Dictionary) or _known(members, seen):
            continue
        for name, value in members.items():
            if isinstance(value, pikepdf.Object) and not _known(value, seen):
                yield Resource(group[1:], name[1:], value, page)


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
