"""Preflight of personal cards in parts, so that nothing grows with their count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.errors import PreflightError
from samenspel.model.style import Format
from samenspel.personal.people import Person
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.expecting import COPIES
from samenspel.pipeline.placed import is_transparent, spots_of
from samenspel.preflight import Expectation, inspect, profile_for
from samenspel.preflight.profiles import HOUSE
from samenspel.units import Size


class Judge:
    """Judges files of personal cards; each has all that the whole file has, and some of its pages.
    """

    def __init__(self, edition: Edition, shape: Format, pages: int) -> None:
        """``pages`` is how many each card has."""
        self._pages = pages
        self._expected = _expected(edition, shape)

    def judge(self, pdf: bytes, people: Sequence[Person]) -> None:
        """Raises PreflightError with all that a press would refuse, and whose card it is on."""
        expected = replace(self._expected, pages=len(people) * self._pages)
        wrong = [one for one in inspect(pdf, expected) if one.severity is Severity.ERROR]
        if wrong:
            raise PreflightError(
                Diagnostic(
                    one.check,
                    one.message,
                    people[(one.page - 1) // self._pages].place if one.page else None,
                    remedy=one.remedy,
                )
                for one in wrong
            )


def _expected(edition: Edition, shape: Format) -> Expectation:
    usual = profile_for(edition.build.press, HOUSE).expected
    return replace(
        usual,
        severities={**usual.severities, **COPIES},
        trim=Size(shape.width, shape.height),
        bleed=shape.bleed,
        safe=shape.safe,
        radius=shape.radius,
        duplex=True,
        page_order="",
        spots=usual.spots | spots_of(edition.arts),
        transparency=is_transparent(edition.arts),
    )
