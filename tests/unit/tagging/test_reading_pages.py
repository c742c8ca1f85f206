"""What of a page is read, in which order, and that nothing comes to lie over anything else."""

from __future__ import annotations

from dataclasses import replace

from tests.decks import REMINDER, deck_of

from samenspel.model.frame import Box as MmBox
from samenspel.model.frame import Frame, Glyph, Item, Placement, Shape, TextRun
from samenspel.model.ink import BLACK
from samenspel.tagging import read
from samenspel.tagging.arranging import arranged
from samenspel.tagging.blocks import blocks_of, needs_space
from samenspel.tagging.marks import is_read

DECK = deck_of(REMINDER)


def run(text: str, *source: str | int, y: float = 10, role: str = "text", x: float = 8) -> TextRun:
    glyphs = tuple(Glyph(40 + n, n * 2.0, 0.0, letter) for n, letter in enumerate(text))
    return TextRun(
        "text", 10, x, y, 2.0 * len(text), text, glyphs, role=role, source=tuple(source)
    )


def page(*items: Item) -> Frame:
    return Frame("kaart-front", 105, 148, 3, 4, items, "kaart", "front")


def square(x: float, y: float, side: float) -> Shape:
    corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    path = tuple(("M" if not n else "L", point) for n, point in enumerate(corners))
    return Shape((*path, ("Z", ())), fill=BLACK)


def test_furniture_and_slugs_are_no_texts_but_a_credit_is() -> None:
    assert not is_read(run("Samenspel", "@deck", "title", role="furniture"))
    assert not is_read(run("3", "kaart", role="furniture"))
    assert not is_read(run("vel 1", "@deck", "title", role="slug"))
    assert not is_read(square(0, 0, 9))
    assert is_read(run("Bron: een boek", "@labels", "source", role="furniture"))
    assert is_read(run("09.00", "kaart", "steps", 0, "time", role="furniture"))


def test_a_picture_is_read_when_it_has_words() -> None:
    box = MmBox(0, 0, 30, 30)
    assert is_read(Placement("cartoons/a.svg", box, alt="Drie mensen."))
    assert not is_read(Placement("pictograms/a.svg", box))


def test_lines_of_one_field_are_one_block_with_spaces_between_words() -> None:
    first, second = run("Eén kaart", "kaart", "text"), run("en één afspraak", "kaart", "text", y=14)
    [block] = blocks_of(page(first, second))
    assert block.items == [0, 1]
    assert block.printed == "Eén kaart en één afspraak"
    assert not needs_space(run("samen-", "kaart", "text"), second)
    assert not needs_space(second, None)


def test_a_label_is_read_with_the_text_that_it_stands_before() -> None:
    label = run("Let op als", "@labels", "warning", role="label")
    text = run("niemand begint.", "kaart", "warning", y=14, role="warning")
    [block] = blocks_of(page(label, text))
    assert block.path == ("kaart", "warning")
    assert block.printed == "Let op als niemand begint."


def test_a_page_of_signs_alone_is_one_picture() -> None:
    sign = Placement("pictograms/a.svg", MmBox(0, 0, 9, 9))
    [block] = blocks_of(page(square(0, 0, 9), sign))
    assert (block.items, block.picture) == ([0, 1], sign)


def test_texts_are_painted_in_the_order_of_reading() -> None:
    frame = page(run("tip", "kaart", "tip", y=90), run("titel", "kaart", "title", y=20))
    assert arranged(frame, [1, 0]) == [1, 0]


def test_what_lies_over_something_else_stays_over_it() -> None:
    """The tip is read last; its panel is painted before it, and the ground before all."""
    ground, panel = square(-3, -3, 200), square(5, 80, 40)
    tip, title = run("tip", "kaart", "tip", y=90), run("titel", "kaart", "title", y=20)
    order = arranged(page(ground, panel, tip, title), [3, 2])
    assert order == [0, 3, 1, 2]


def test_a_page_that_is_in_order_stays_as_it_is() -> None:
    frame = page(square(0, 0, 9), run("a", "kaart", "title"), run("b", "kaart", "text", y=30))
    assert arranged(frame, [1, 2]) == [0, 1, 2]


def test_a_title_on_the_back_is_one_heading_with_that_on_the_front() -> None:
    title = run("titel", "kaart", "title", role="title")
    text = run("een tekst", "kaart", "text", y=60)
    front = replace(page(title), name="a")
    back = replace(page(text, title), name="b", side="back")
    reading = read([front, back], DECK)
    [section] = reading.outline.sections
    (_, (heading,)), (_, said) = section.pages
    assert (heading.kind, heading.text, heading.plain) == ("H1", "titel", False)
    assert [one.kind for one in said] == ["P"]
    [(place, mark)] = heading.echoes
    assert place == 1
    echoed = reading.frames[1].items[reading.marks[1].index(mark)]
    assert isinstance(echoed, TextRun) and echoed.text == "titel"


def test_a_title_above_a_page_that_goes_on_is_a_running_head() -> None:
    title = run("titel", "kaart", "title", role="title")
    pages = [replace(page(title), name=name) for name in "ab"]
    reading = read(pages, DECK)
    [section] = reading.outline.sections
    assert [one.echoes for _, row in section.pages for one in row] == [()]
    assert reading.marks == ((0,), (None,))


def test_a_picture_says_where_it_is_seen() -> None:
    sign = Placement("cartoons/a.svg", MmBox(-20, 10, 40, 40), alt="Drie mensen.")
    [section] = read([page(sign)], DECK).outline.sections
    _, (figure,) = section.pages[0]
    assert figure.box == MmBox(-3, 10, 23, 40)
