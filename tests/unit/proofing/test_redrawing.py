"""A page drawn again in the rows that changed is the page drawn at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageChops
from tests.unit.draw.helpers import CORAL, FONTS, PROFILE, filled, frame, run, vector

from samenspel.draw import draw
from samenspel.model.frame import Box, Frame, Placement, TextRun
from samenspel.model.ink import PAPER
from samenspel.proofing.live import PressView, Rows
from samenspel.proofing.redrawing import HELD, Redrawing, changed_rows, within

DPI = 110.0
LEVEL = 2
"""Of 255: where PDFium cuts a curve at the first row."""
ARTS = {"disc": vector('<circle cx="50" cy="50" r="50" fill="#2a9d8f"/>')}


class Watched(PressView):
    """Notes which rows it was asked for."""

    def __init__(self) -> None:
        super().__init__(PROFILE)
        self.asked: list[Rows | None] = []

    def picture(self, pdf: bytes, dpi: float, rows: Rows | None = None) -> Image.Image:
        self.asked.append(rows)
        return super().picture(pdf, dpi, rows)


def card(*lines: str, disc: float = 6.0) -> Frame:
    """A ground, a disc behind it all, and lines of text over both."""
    return frame(
        filled(Box(-3, -3, 66, 46), PAPER),
        Placement("disc", Box(disc, 2, 30, 30)),
        filled(Box(4, 20, 50, 4), CORAL),
        *(run(text, size=14, y=8 + 6 * place) for place, text in enumerate(lines)),
        run("voet", size=8, y=38),
    )


def pdf(page: Frame) -> bytes:
    return draw([page], fonts=FONTS, arts=ARTS)


def worst(one: Image.Image, other: Image.Image) -> int:
    assert one.size == other.size and one.mode == other.mode
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


@pytest.mark.parametrize(
    "typed",
    [
        ("Goede vragen", "Tweede regel"),
        ("Wie luistert", "Een ander woord", "en een regel erbij"),
        ("Wie luistert",),
    ],
    ids=["a-word", "a-line-more", "a-line-less"],
)
def test_what_somebody_types_looks_as_if_the_page_were_drawn_at_once(
    typed: tuple[str, ...],
) -> None:
    view = Watched()
    pages = Redrawing(view)
    first = pages.picture(card("Wie luistert", "Tweede regel"), ARTS, DPI, pdf)
    again = pages.picture(card(*typed), ARTS, DPI, pdf)
    whole = PressView(PROFILE).picture(pdf(card(*typed)), DPI)
    assert worst(again, whole) <= LEVEL < worst(again, first)
    rows = view.asked[1]
    assert view.asked[0] is None and rows is not None and rows[1] - rows[0] < whole.height / 2


def test_a_moved_drawing_leaves_nothing_behind() -> None:
    pages = Redrawing(PressView(PROFILE))
    pages.picture(card("Woord"), ARTS, DPI, pdf)
    for place in (8.0, 25.0):
        moved = card("Woord", disc=place)
        whole = PressView(PROFILE).picture(pdf(moved), DPI)
        assert worst(pages.picture(moved, ARTS, DPI, pdf), whole) <= LEVEL


def test_the_same_page_is_not_drawn_again_and_other_art_is_another_page() -> None:
    view = Watched()
    pages = Redrawing(view)
    one = pages.picture(card("Woord"), ARTS, DPI, pdf)
    assert pages.picture(card("Woord"), ARTS, DPI, pdf) is one and view.asked == [None]
    pages.picture(card("Woord"), dict(ARTS), DPI, pdf)
    pages.picture(replace(card("Woord"), side="back"), ARTS, DPI, pdf)
    assert view.asked == [None, None, None]


def test_what_does_not_reach_the_rows_that_changed_is_not_drawn() -> None:
    seen: list[Frame] = []

    def noted(page: Frame) -> bytes:
        seen.append(page)
        return pdf(page)

    pages = Redrawing(PressView(PROFILE))
    pages.picture(card("Wie luistert", "Tweede regel"), ARTS, DPI, noted)
    pages.picture(card("Wie luistert", "Tweede woord"), ARTS, DPI, noted)
    texts = [[item.text for item in page.items if isinstance(item, TextRun)] for page in seen]
    assert texts == [["Wie luistert", "Tweede regel", "voet"], ["Wie luistert", "Tweede woord"]]


def test_art_that_stands_on_a_page_twice_is_drawn_in_all_its_sizes() -> None:
    page = frame(Placement("disc", Box(0, 0, 4, 4)), Placement("disc", Box(0, 30, 9, 9)),
                 Placement("other", Box(20, 0, 4, 4)))  # fmt: skip
    kept = within(page, (150, 170), DPI).items
    assert [item.box.y for item in kept if isinstance(item, Placement)] == [0, 30]


def test_few_pictures_are_held() -> None:
    view = Watched()
    pages = Redrawing(view)
    for count in range(HELD + 1):
        pages.picture(replace(card("Woord"), card=str(count)), ARTS, 20.0, pdf)
    pages.picture(replace(card("Ander"), card="0"), ARTS, 20.0, pdf)
    pages.picture(replace(card("Ander"), card=str(HELD)), ARTS, 20.0, pdf)
    assert view.asked[-2] is None and view.asked[-1] is not None


def test_rows_stay_within_the_picture() -> None:
    before, after = card("Woord"), card("Woord", disc=-90.0)
    assert changed_rows(before, before, DPI, 100) is None
    tall = replace(before, items=(*before.items, run("x", y=-50)))
    assert changed_rows(before, tall, DPI, 100) is None
    first, end = changed_rows(before, after, DPI, 100) or (0, 0)
    assert 0 <= first < end <= 100
