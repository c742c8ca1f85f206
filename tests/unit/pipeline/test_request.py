"""The moment that files carry, and gathering mistakes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, UsageError
from samenspel.pipeline.mistakes import Mistakes
from samenspel.pipeline.request import moment_of


@pytest.mark.parametrize(
    ("edition", "year"),
    [("2026.1", 2026), ("2031", 2031), ("1.0", 2000), ("20261", 2000), ("", 2000)],
)
def test_the_moment_is_the_first_day_of_the_editions_year(edition: str, year: int) -> None:
    assert moment_of(edition, {}) == datetime(year, 1, 1, tzinfo=UTC)


def test_source_date_epoch_wins() -> None:
    moment = moment_of("2026.1", {"SOURCE_DATE_EPOCH": "1700000000"})
    assert moment == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["now", "-1", "0", "1e9", "9" * 30])
def test_an_impossible_epoch_is_refused(epoch: str) -> None:
    with pytest.raises(UsageError, match="epoch-invalid"):
        moment_of("2026.1", {"SOURCE_DATE_EPOCH": epoch})


def test_mistakes_are_gathered_each_once_and_in_order() -> None:
    mistakes = Mistakes()
    first, second = Diagnostic("a-b", "one"), Diagnostic("a-b", "two")
    for found in ([first], [second, first]):
        with mistakes.gathered():
            raise ContentError(found)
    assert mistakes
    with pytest.raises(ContentError) as caught:
        mistakes.raise_all()
    assert caught.value.diagnostics == (first, second)


def test_other_errors_are_not_swallowed() -> None:
    mistakes = Mistakes()
    with pytest.raises(UsageError), mistakes.gathered():
        raise UsageError(Diagnostic("a-b", "one"))
    assert not mistakes
    mistakes.raise_all()
