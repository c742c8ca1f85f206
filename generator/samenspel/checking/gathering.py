"""Gathering what is found over all editions: the same once, what is waived apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from samenspel.checking.report import Excused, Found
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.model.waiving import REGION, OwnedMessage, Waiver, unused, waived
from samenspel.offer import EditionName


class Gathering:
    """Messages with the editions in which they hold, and the waivers that were needed."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, dict[EditionName, None]] = {}
        self._excused: dict[tuple[Waiver, Diagnostic], dict[EditionName, None]] = {}
        self._waivers: dict[EditionName, tuple[Waiver, ...]] = {}

    def set_waivers(self, edition: EditionName, waivers: tuple[Waiver, ...]) -> None:
        """The waivers that hold in an edition."""
        self._waivers[edition] = waivers

    def add(self, edition: EditionName | None, found: Iterable[Diagnostic]) -> None:
        """Messages that no waiver can touch, or that it did not; ``None`` for the project."""
        for one in found:
            self._found.setdefault(one, {}).update({edition: None} if edition else {})

    def add_waivable(self, edition: EditionName, found: Iterable[OwnedMessage]) -> None:
        """Messages about a card or the region, which that card or region may waive."""
        for owner, one in found:
            waiver = waived(self._waivers.get(edition, ()), owner, one.code)
            if waiver is None:
                self.add(edition, [one])
            else:
                self._excused.setdefault((waiver, one), {})[edition] = None

    def add_region_findings(self, edition: EditionName, found: Iterable[Diagnostic]) -> None:
        """Messages about the region that its waivers let stand."""
        self.add_waivable(edition, ((REGION, one) for one in found))

    def warn_of_unused(self, base: str = "") -> None:
        """Warn of waivers that no edition needs; only fair when all editions were checked.

        ``base`` is what the names of the base deck's files begin with: their waivers are not the
        maker's to take away.
        """
        used = {waiver.location for waiver, _ in self._excused}
        every = (waiver for waivers in self._waivers.values() for waiver in waivers)
        for waiver in dict.fromkeys(every):
            place = str(waiver.location or "")
            if waiver.location not in used and not (base and place.startswith(base)):
                self.add(
                    None,
                    [
                        Diagnostic(
                            "waiver-unused",
                            unused(waiver),
                            waiver.location,
                            f"waive.{waiver.code}",
                            "take this line away",
                            Severity.WARNING,
                        )
                    ],
                )

    def found(self) -> tuple[Found, ...]:
        """All messages, errors first, each once; none is a warning too of what stops a build."""
        graver = {replace(one, severity=Severity.WARNING) for one in self._found
                  if one.severity is Severity.ERROR}  # fmt: skip
        ranked = sorted(
            (item for item in self._found.items() if item[0] not in graver),
            key=lambda item: item[0].severity is not Severity.ERROR,
        )
        return tuple(Found(one, tuple(editions)) for one, editions in ranked)

    def excused(self) -> tuple[Excused, ...]:
        """All messages that a waiver lets stand."""
        return tuple(
            Excused(waiver, one, tuple(editions))
            for (waiver, one), editions in self._excused.items()
        )
