"""A finished file as checks see it: pages with boxes in points, and what they paint."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pikepdf

from samenspel.errors import SamenspelError
from samenspel.pdf.fingerprints import Fingerprints
from samenspel.pdf.layers import switched_off
from samenspel.pdf.limits import BAD, content
from samenspel.pdf.values import entry, inherited, kind, listed
from samenspel.preflight.alike import page_prints
from samenspel.preflight.claims import STANDARDS, Claims, Rules, claims
from samenspel.preflight.die_lines import is_die_line
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.icc import ProfileFacts, facts
from samenspel.preflight.interpreter import Interpreter
from samenspel.preflight.memory import Memory
from samenspel.preflight.page import PageView
from samenspel.preflight.pictures import picture_fault
from samenspel.preflight.sound import Facts, SoundPages
from samenspel.store import Store

if TYPE_CHECKING:
    from samenspel.separations import Coverage, OpenEdge, Separator

COVERAGE_DPI = 100.0
"""Enough for windows of a millimetre."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the plates of a page show."""

    coverage: Coverage
    edges: tuple[OpenEdge, ...]
    left_out: tuple[str, ...] = ()
    """What they do not show, or not exactly."""


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
        self,
        pdf: pikepdf.Pdf,
        *,
        exact: bool = False,
        memory: Memory | None = None,
        source: bytes = b"",
        quick: Document | None = None,
        judged: tuple[Store, Expectation] | None = None,
    ) -> None:
        """``pdf`` is open for as long as checks run; ``memory`` is what was read before.

        ``source`` are the file's bytes, for checks that take its plates; ``quick`` is the quick
        reading, for the pages on which nothing was found in it; ``judged`` is where it is noted
        which pages are sound, and by what.
        """
        self.quick = quick
        self.focus: frozenset[int] | None = None
        """The pages that must be read exactly; ``None`` is all."""
        self.suspected: frozenset[int] | None = None
        """The pages that a check of plates is about; ``None`` is all."""
        self.pdf, self.source = pdf, source
        self.root = pdf.Root
        self._memory = memory
        self._measured: dict[tuple[int, bool], Measured | None] = {}
        self._separator: Separator | None = None
        self._fingerprints = Fingerprints(pdf) if memory is not None else None
        off = switched_off(pdf.Root)
        self._sound: SoundPages | None = None
        if judged is not None and self._fingerprints is not None and not off:
            self._sound = SoundPages(*judged, self._fingerprints)
        self.excess: dict[int, str] = {}
        """Pages that are too much to read, and why."""
        self.interpreter = Interpreter(
            exact=exact,
            fingerprints=self._fingerprints,
            memory=memory,
            off=off,
        )

    @cached_property
    def _own(self) -> list[PageView]:
        return [PageView(self, n, page) for n, page in enumerate(self.pdf.pages, start=1)]

    @property
    def pages(self) -> list[PageView]:
        """All pages in order; those that ``focus`` leaves out as the quick reading has them."""
        if self.quick is None or self.focus is None:
            return self._own
        pairs = zip(self._own, self.quick.pages, strict=True)
        return [own if own.number in self.focus else other for own, other in pairs]

    @property
    def doubtful(self) -> list[PageView]:
        """The pages that were not found sound before. A check that looks at each page by itself, as
        it is and whatever file it is in, looks at these.
        """
        return [page for page in self.pages if page.facts is None]

    def known(self, page: PageView) -> Facts | None:
        """What is known of a page that was found sound before."""
        if self.quick is not None:
            return self.quick.pages[page.number - 1].facts
        try:
            return self._sound.facts(page.number, page.page) if self._sound else None
        except BAD:
            return None

    def keep_sound(self, found: Container[int]) -> None:
        """Note of all pages that they are sound but of those on which something was ``found``.

        Nothing is noted of a file in which anything could not be read.
        """
        if self._sound is None or self.excess or self.interpreter.damage:
            return
        for page in self.doubtful:
            if page.number not in found and page.plain:
                facts = Facts(page.print, page.turned, page.fonts, page.pictures)
                self._sound.keep(page.number, page.page, facts)

    @cached_property
    def claims(self) -> Claims:
        """Which standard the file says it follows."""
        return claims(self.pdf)

    def rules(self, expected: Expectation) -> Rules:
        """What the standard allows that the file claims, else the one that is expected."""
        return self.claims.rules or STANDARDS.get(expected.standard, STANDARDS["PDF/X-4"])

    def measured(self, page: PageView, *, exact: bool = False) -> Measured | None:
        """The ink on a page by its plates; ``None`` (and reported) when they cannot be made.

        ``exact`` takes ten times as long.
        """
        key = page.number, exact
        if key not in self._measured:
            self._measured[key] = self._measure(page.number, exact)
        return self._measured[key]

    def _measure(self, page: int, exact: bool) -> Measured | None:
        from samenspel.separations import Separator, coverage, open_edges

        try:
            self._separator = self._separator or Separator(self.source)
            plates = self._separator.plates(page, dpi=COVERAGE_DPI, exact=exact)
        except SamenspelError as error:
            self.interpreter.note(str(error))
            return None
        without = [ink for ink in plates.spots if is_die_line(ink)]
        notes = tuple(note.message for note in plates.notes)
        return Measured(coverage(plates, without=without), tuple(open_edges(plates)), notes)

    @property
    def shown_fonts(self) -> dict[str, PageView]:
        """The names of all fonts that text is shown in, with the first page of each."""
        found: dict[str, PageView] = {}
        for page in self.pages:
            for name in page.fonts:
                found.setdefault(name, page)
        return found

    def profile(self, profile: pikepdf.Object) -> ProfileFacts:
        """What is known of an ICC profile; equal ones are judged once."""
        if self._memory is None or self._fingerprints is None:
            return facts(content(profile))
        key = self._fingerprints.content(profile)
        found = self._memory.profiles.get(key)
        if found is None:
            found = facts(content(profile))
            self._memory.profiles.keep(key, found)
        return found

    def picture_fault(self, image: pikepdf.Object) -> str:
        """What is wrong with a picture's data, or an empty text; read once for equal pictures."""
        space = entry(image, "/ColorSpace")
        known = self.interpreter.spaces.find(space, None) if space is not None else None
        if self._memory is None or self._fingerprints is None:
            return picture_fault(image, known)
        key = self._fingerprints.digest_of(image), 0 if known is None else known.count
        found = self._memory.pictures.get(key)
        if found is None:
            found = picture_fault(image, known)
            self._memory.pictures.keep(key, found)
        return found

    @cached_property
    def page_prints(self) -> list[bytes]:
        """For each page, a digest of what it shows, whatever its resources are called."""
        return page_prints(self.pages, self._fingerprints or Fingerprints(self.pdf))

    @cached_property
    def resources(self) -> list[Resource]:
        """Every resource that pages, forms and patterns name, direct dictionaries included."""
        found: list[Resource] = []
        seen: set[tuple[int, int]] = set()
        for page in self.pages:
            _collect(inherited(page.obj, "/Resources"), page.number, seen, found)
        return found

    @cached_property
    def streams(self) -> list[pikepdf.Stream]:
        """Every stream of the file."""
        return [item for item in self.pdf.objects if isinstance(item, pikepdf.Stream)]


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
        found += _font_of_state(item)
        waiting += [_members(inner, page, seen) for inner in _inner(item.group, item.value)]


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


def _inner(group: str, value: pikepdf.Object) -> Iterator[pikepdf.Object | None]:
    """Resources that a resource has of its own."""
    if group == "Pattern" or kind_of(value) in ("Form", "Type3"):
        yield entry(value, "/Resources")
    mask = entry(value, "/SMask") if group == "ExtGState" else None
    yield entry(entry(mask, "/G"), "/Resources")


def _font_of_state(item: Resource) -> Iterator[Resource]:
    """The font that a graphics state sets (8.4.5), which no other dictionary need name."""
    font = next(iter(listed(entry(item.value, "/Font"))), None)
    if item.group == "ExtGState" and isinstance(font, pikepdf.Dictionary):
        yield Resource("Font", item.name, font, item.page)


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
