"""The preflight of finished files: each is inspected once, and what is rejected is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from samenspel.bounds import THOROUGH
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import PreflightError
from samenspel.fence import allow, time_for
from samenspel.model.art import PLACED_ENDINGS
from samenspel.model.finding import Finding
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.expecting import expected_of
from samenspel.pipeline.made import Made
from samenspel.pipeline.rejecting import diagnostics
from samenspel.pipeline.request import BuildRequest, rejected_name
from samenspel.store import Store


class Inspections:
    """All that preflight found in the files of one build."""

    def __init__(
        self, request: BuildRequest, warn: Callable[[Iterable[Diagnostic]], None]
    ) -> None:
        """``warn`` takes what the maker should know although it stops nothing."""
        self._request, self._warn = request, warn
        self._errors: dict[str, dict[Diagnostic, None]] = {}
        self._rejected: dict[str, dict[str, bytes]] = {}
        self._found: dict[tuple[str, str], list[Finding]] = {}

    def of_file(self, edition: Edition, name: str, made: Made, digest: str) -> list[Finding]:
        """What is found in a file; nothing where the request asks for no inspection."""
        if not self._request.inspected:
            return []
        findings = self._findings(edition, made, digest)
        reports = diagnostics(edition, name, made.origin, findings)
        errors = [one for one in reports if one.severity is Severity.ERROR]
        if errors:
            region = edition.deck.region.id
            known = self._errors.setdefault(region, {})
            known |= dict.fromkeys(_news(made, errors, known))
            self._rejected.setdefault(region, {})[name] = made.pdf
        warnings = (one for one in reports if one.severity is Severity.WARNING)
        self._warn(one for one in warnings if not _reported_before(one))
        return findings

    def _findings(self, edition: Edition, made: Made, digest: str) -> list[Finding]:
        """Preflight. The same bytes (a poster in several folders) are inspected once a press."""
        from samenspel.preflight import inspect  # its many checks take a while to load

        key = digest, edition.build.press.name
        if key not in self._found:
            thorough, store = self._request.thorough, Store(self._request.cache)
            allow(time_for(len(made.file.frames)) * (THOROUGH if thorough else 1))
            expected = expected_of(edition, made)
            self._found[key] = inspect(made.pdf, expected, thorough, store)  # 8 preflight
        return self._found[key]

    def rejection(self, region: str) -> PreflightError | None:
        """All that is wrong with all files of a region."""
        errors = self._errors.get(region)
        if not errors:
            return None
        kept = (self._request.output / name for name in self.kept(region))
        return PreflightError([*errors, *map(_kept, kept)])

    def kept(self, region: str) -> dict[str, bytes]:
        """The rejected files of a region under the names that they are kept by, if they are."""
        files = self._rejected.get(region, {}) if self._request.keep_rejected else {}
        return {rejected_name(name): pdf for name, pdf in sorted(files.items())}


def _news(
    made: Made, errors: Iterable[Diagnostic], known: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """What is not known yet: sheets hold the same cards, so the same is wrong with them."""
    reported = {(one.code, one.location) for one in known} if made.file.plan else set()
    return [one for one in errors if (one.code, one.location) not in reported]


def _kept(path: Path) -> Diagnostic:
    return Diagnostic(
        "rejected-kept",
        "kept to be looked at",
        Location(str(path)),
        remedy="do not send it to a print shop",
        severity=Severity.INFO,
    )


def _reported_before(found: Diagnostic) -> bool:
    """Of coarse pictures the maker knows before anything is drawn; not of those inside a PDF."""
    where = found.location.file.lower() if found.location else ""
    return found.code == "image-resolution" and not where.endswith(PLACED_ENDINGS)
