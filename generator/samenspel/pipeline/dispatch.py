"""The end of the line: each finished file is inspected, put ready to be moved, and counted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import PreflightError
from samenspel.model.finding import Finding
from samenspel.model.frame import Frame
from samenspel.model.style import Format
from samenspel.pipeline.build import Build
from samenspel.pipeline.causes import Origin
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.manifest import NAME as MANIFEST
from samenspel.pipeline.manifest import manifest
from samenspel.pipeline.rejecting import diagnostics, rejected_name
from samenspel.pipeline.request import (
    CARD_FILES,
    PAPERS,
    BuildReport,
    BuildRequest,
    BuiltFile,
    Progress,
)
from samenspel.preflight import Expectation, inspect, profile_for
from samenspel.preflight.profiles import HOUSE
from samenspel.staging import Staging

FILES = (*CARD_FILES, *(f"sheets-{paper}.pdf" for paper in PAPERS), "poster.pdf")
"""All files that a build may write into a folder, beside the manifest."""
PICTURES_CHECKED = ("cards", "sheets", "poster")
"""Products whose pictures ``coarse`` has judged before they were drawn."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file that has not been inspected yet, and what it was drawn from."""

    product: str
    name: str
    pdf: bytes
    origin: Origin
    radius: float = 0.0
    die_line: str = ""


class Dispatch:
    """Inspects and stages files, and remembers what to report."""

    def __init__(
        self,
        build: Build,
        request: BuildRequest,
        staging: Staging,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        """``staging`` writes to the request's output folder."""
        self._build, self._request, self._staging = build, request, staging
        self._output: Path = request.output
        self._errors: dict[Diagnostic, None] = {}
        self._rejected: dict[str, bytes] = {}
        self._tell = on_progress or _say_nothing
        self._warnings = dict.fromkeys(build.project.warnings)
        self._files: list[BuiltFile] = []
        self._manifests: list[Path] = []
        self._inspected: dict[str, list[Finding]] = {}
        self._done = 0
        cards = (build.press.pages == "separate") + 1 << (build.press.die_line is not None)
        each = {"cards": cards, "sheets": len(PAPERS), "poster": 1}
        folders = len(build.editions) * len(build.formats)
        self._total = folders * sum(each[product] for product in build.products)

    def tell(self, doing: str) -> None:
        """Tell what is being worked on now."""
        self._tell(Progress(self._done, self._total, doing))

    def warn(self, told: Iterable[Diagnostic]) -> None:
        """Keep what the maker should know although it stops nothing; the same is told once."""
        self._warnings.update(dict.fromkeys(told))

    def folder(self, edition: Edition, shape: Format, made: Sequence[Made]) -> None:
        """Inspect and stage the files of one format, with their manifest."""
        home = f"{edition.deck.region.id}/{edition.deck.language}/{shape.name}"
        files = [self._file(edition, shape, home, one) for one in made]
        self._staging.write(
            f"{home}/{MANIFEST}", manifest(edition.deck, shape, self._build.press, files)
        )
        self._staging.discard(f"{home}/{name}" for name in FILES)
        self._staging.discard(f"{home}/{rejected_name(name)}" for name in FILES)
        self._files += files
        self._manifests.append(self._output / home / MANIFEST)

    def raise_rejected(self) -> None:
        """Raise PreflightError with all that is wrong with all files.

        Files that are rejected are kept beside their place when that was asked for.
        """
        if not self._errors:
            return
        kept: list[Path] = []
        if self._request.keep_rejected:
            self._staging.clear()
            for name, pdf in self._rejected.items():
                self._staging.write(rejected_name(name), pdf)
            kept = self._staging.commit()
        raise PreflightError([*self._errors, *map(_kept, kept)])

    def report(self) -> BuildReport:
        """What was made, in order."""
        return BuildReport(
            self._output, tuple(self._files), tuple(self._manifests), tuple(self._warnings)
        )

    def _file(self, edition: Edition, shape: Format, home: str, made: Made) -> BuiltFile:
        name = f"{home}/{made.name}"
        digest = hashlib.sha256(made.pdf).hexdigest()
        self.tell(name)
        self._inspect(edition, name, made, digest)
        self._staging.write(name, made.pdf)
        self._done += 1
        frames = made.origin.frames
        first = frames[0]
        return BuiltFile(
            path=self._output / name,
            product=made.product,
            region=edition.deck.region.id,
            language=edition.deck.language,
            format=shape.name,
            pages=len(frames),
            trim=(first.width, first.height),
            bleed=first.bleed,
            bytes=len(made.pdf),
            sha256=digest,
            title=edition.title,
            edition_code=edition.deck.edition_code,
            radius=made.radius,
            page_names=tuple(frame.name for frame in frames),
            die_line=made.die_line,
        )

    def _inspect(self, edition: Edition, name: str, made: Made, digest: str) -> None:
        """Preflight. The same bytes (a poster in several folders) are inspected once."""
        if digest not in self._inspected:
            expected = self._expected(made)
            thorough = self._request.thorough
            self._inspected[digest] = inspect(made.pdf, expected, thorough)  # 8 preflight
        found = diagnostics(edition, name, made.origin, self._inspected[digest])
        errors = [one for one in found if one.severity is Severity.ERROR]
        if errors:
            self._errors.update(dict.fromkeys(self._news(made, errors)))
            self._rejected[name] = made.pdf
        # The maker has been told of each picture by its own name, with the pixels that it needs.
        told = "image-resolution" if made.product in PICTURES_CHECKED else ""
        warnings = (one for one in found if one.severity is Severity.WARNING)
        self.warn(one for one in warnings if one.code != told)

    def _news(self, made: Made, errors: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What was not told yet: sheets hold the same cards, so the same is wrong with them."""
        told = {(one.code, one.location) for one in self._errors}
        same = told if made.product == "sheets" else set()
        return [one for one in errors if (one.code, one.location) not in same]

    def _expected(self, made: Made) -> Expectation:
        """What the press asks for, and what the file was drawn to be."""
        frames = made.origin.frames
        first = frames[0]
        return replace(
            profile_for(self._build.press, HOUSE).expected,
            pages=len(frames),
            trim=(first.width, first.height),
            bleed=first.bleed,
            safe=first.safe,
            radius=made.radius,
            duplex=_alternate(frames),
            page_order="",  # it is the one that this build was asked for
            die_line=made.die_line,
        )


def _alternate(frames: Sequence[Frame]) -> bool:
    """True when pages are fronts and backs in turn."""
    sides = [frame.side for frame in frames]
    return sides == ["front", "back"] * (len(frames) // 2)


def _kept(path: Path) -> Diagnostic:
    return Diagnostic(
        "rejected-kept",
        "kept to be looked at",
        Location(str(path)),
        remedy="do not send it to a print shop",
        severity=Severity.INFO,
    )


def _say_nothing(progress: Progress) -> None:
    """For a caller that does not want to know."""
    del progress
