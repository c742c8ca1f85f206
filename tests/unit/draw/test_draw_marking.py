"""Tagged text: lines of one text are read as one, with a space where a line ends between words."""

from __future__ import annotations

import pytest
from tests.unit.draw.helpers import run

from samenspel.draw.marking import ENDS, marked


@pytest.mark.parametrize(
    ("first", "second", "spaced"),
    [("een", "gesprek", True), ("ge-", "sprek", False), ("een ", "gesprek", False)],
)
def test_a_line_that_ends_between_words_is_followed_by_a_space(
    first: str, second: str, spaced: bool
) -> None:
    lines = [run(first, y=10), run(second, y=15)]
    one, two = (around for _, around in marked(lines, (0, 0)))
    assert (one.spaced, two.spaced) == (spaced, False)
    assert (one.after, two.after) == ((), ENDS)
    assert len(one.before) == 1 and two.before == ()


def test_what_is_no_text_of_the_page_has_no_spaces_and_texts_apart_have_none() -> None:
    lines = [run("een", y=10), run("twee", y=15)]
    assert [around.spaced for _, around in marked(lines, (None, None))] == [False, False]
    assert [around.spaced for _, around in marked(lines, (0, 1))] == [False, False]
    assert [around.after for _, around in marked(lines, (0, 1))] == [ENDS, ENDS]
