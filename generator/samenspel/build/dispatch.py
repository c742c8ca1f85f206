"""The end of the line: each finished file is inspected, put ready to be moved, and counted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from samenspel.build.manifest import NAME as MANIFEST
from samenspel.build.manifest import manifest
from samenspel.build.request import PAPERS, BuildReport, BuiltFile, Progress
from samenspel.build.workshop import Bench, Workshop
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import PreflightError
from samenspel.model.finding import Finding
from samenspel.model.frame import Frame
from samenspel.model.style import Format
from samenspel.preflight import Expectation, inspect
from samenspel.staging import Staging

FILES = ("cards.pdf", *(f"sheets-{paper}.pdf" for paper in PAPERS), "poster.pdf")
"""All files that a build may write into a folder, beside the manifest."""
PICTURES_CHECKED = ("cards", "sheets", "poster")
"""Products whose pictures ``coarse`` has judged before they were drawn."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file that has not been inspected yet; ``frames`` are its pages as laid out."""

    product: str
    name: str
    pdf: bytes
    frames: Sequence[Frame]
    radius: float = 0.0


class Dispatch:
    """Inspects and stages files, and remembers what to report."""

    def __init__(
        self,
        shop: Workshop,
        output: Path,
        staging: Staging,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        """``output`` is the folder as the user named it; ``staging`` writes to it."""
        self._shop, self._output, self._staging = shop, output, staging
        self._tell = on_progress or _say_nothing
        self._warnings = dict.fromkeys(shop.project.warnings)
        self._files: list[BuiltFile] = []
        self._manifests: list[Path] = []
        self._inspected: dict[str, list[Finding]] = {}
        self._done = 0
        each = {"cards": 1, "sheets": len(PAPERS), "poster": 1}
        folders = len(shop.editions) * len(shop.formats)
        self._total = folders * sum(each[product] for product in shop.products)

    def tell(self, doing: str) -> None:
        """Tell what is being worked on now."""
        self._tell(Progress(self._done, self._total, doing))

    def warn(self, told: Iterable[Diagnostic]) -> None:
        """Keep what the maker should know although it stops nothing; the same is told once."""
        self._warnings.update(dict.fromkeys(told))

    def folder(self, bench: Bench, shape: Format, made: Sequence[Made]) -> None:
        """Inspect and stage the files of one format, with their manifest.

        Raises PreflightError with all that is wrong with one of them.
        """
        home = f"{bench.deck.region.id}/{bench.deck.language}/{shape.name}"
        files = [self._file(bench, shape, home, one) for one in made]
        self._staging.write(
            f"{home}/{MANIFEST}", manifest(bench.deck, shape, self._shop.press, files)
        )
        self._staging.discard(f"{home}/{name}" for name in FILES)
        self._files += files
        self._manifests.append(self._output / home / MANIFEST)

    def report(self) -> BuildReport:
        """What was made, in order."""
        return BuildReport(
            self._output, tuple(self._files), tuple(self._manifests), tuple(self._warnings)
        )

    def _file(self, bench: Bench, shape: Format, home: str, made: Made) -> BuiltFile:
        name = f"{home}/{made.name}"
        digest = hashlib.sha256(made.pdf).hexdigest()
        self.tell(name)
        self._inspect(name, made, digest)
        self._staging.write(name, made.pdf)
        self._done += 1
        first = made.frames[0]
        return BuiltFile(
            path=self._output / name,
            product=made.product,
            region=bench.deck.region.id,
            language=bench.deck.language,
            format=shape.name,
            pages=len(made.frames),
            trim=(first.width, first.height),
            bleed=first.bleed,
            bytes=len(made.pdf),
            sha256=digest,
            title=bench.title,
            edition_code=bench.deck.edition_code,
            radius=made.radius,
            page_names=tuple(frame.name for frame in made.frames),
        )

    def _inspect(self, name: str, made: Made, digest: str) -> None:
        """Preflight. The same bytes (a poster in several folders) are inspected once."""
        first = made.frames[0]
        expected = Expectation(
            pages=len(made.frames),
            trim=(first.width, first.height),
            bleed=first.bleed,
            output_condition=self._shop.press.output_condition,
            ink_limit=self._shop.press.ink_limit,
        )
        if digest not in self._inspected:
            self._inspected[digest] = inspect(made.pdf, expected)  # 8 preflight
        found = _diagnostics(name, self._inspected[digest])
        errors = [one for one in found if one.severity is Severity.ERROR]
        if errors:
            raise PreflightError(errors)
        # The maker has been told of each picture by its own name, with the pixels that it needs.
        told = "image-resolution" if made.product in PICTURES_CHECKED else ""
        warnings = (one for one in found if one.severity is Severity.WARNING)
        self.warn(one for one in warnings if one.code != told)


def _say_nothing(progress: Progress) -> None:
    """For a caller that does not want to know."""
    del progress


def _diagnostics(name: str, findings: Iterable[Finding]) -> list[Diagnostic]:
    """What preflight found in a file, as messages to the maker.

    What was found in several places, with only other numbers, is told once, at its first place.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        kind = re.sub(r"\d+([.,]\d+)*", "#", finding.message)
        groups.setdefault((finding.check, finding.severity, kind), []).append(finding)
    return [_diagnostic(name, same[0], len(same) - 1) for same in groups.values()]


def _diagnostic(name: str, finding: Finding, more: int) -> Diagnostic:
    place = str(finding).split(":", 1)[0]
    if more:
        place += f" and {more} more " + ("place" if more == 1 else "places")
    return Diagnostic(
        finding.check, finding.message, Location(name), place, finding.remedy, finding.severity
    )
