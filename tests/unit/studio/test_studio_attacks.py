"""A little of what ``tests.fuzz.studio_attacks`` tries at length."""

from __future__ import annotations

from tests.fuzz.studio_attacks import forged, killed


def test_no_forged_request_reaches_a_page_and_every_true_one_does() -> None:
    false, true, wrong = forged(2_000)
    assert false >= 2_000 and true > 50 and wrong == []


def test_a_writer_that_is_killed_leaves_a_whole_file_and_a_way_back() -> None:
    made, back, lost = killed(2)
    assert lost == [] and made > 1 and back >= made
