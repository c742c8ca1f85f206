"""What is read of pages on sheets: each in its first place, and as a picture in others."""

from __future__ import annotations

from samenspel.impose import on_sheets
from samenspel.impose.repeating import painted
from samenspel.model.frame import Box
from samenspel.model.sheet import SheetPlan, SheetSide, Slot
from samenspel.tagging import Element, Outline, Section

NONE = (0.0, 0.0, 0.0, 0.0)
LEFT, RIGHT = Box(10, 20, 60, 90), Box(100, 20, 60, 90)
PICTURE = Element("Figure", (1,), alt="Een boot.", box=Box(5, 10, 20, 30))


def plan_of(*sides: tuple[Slot, ...]) -> SheetPlan:
    made = tuple(SheetSide(number, "front", slots) for number, slots in enumerate(sides, 1))
    return SheetPlan("a4", 210, 297, 2, 1, "long-edge", made, (), ())


def outline(*pages: int) -> Outline:
    row = Element("L", children=(Element("LI", children=(PICTURE,)),))
    return Outline(tuple(Section(f"kaart {page}", "", ((page, (row,)),)) for page in pages))


def called(number: int) -> str:
    return f"vel {number}"


def test_a_page_of_which_nothing_is_read_has_no_mark_however_often_it_lies_there() -> None:
    plan = plan_of((Slot(0, LEFT, NONE), Slot(0, RIGHT, NONE)))
    assert [[one.mark for one in laid] for laid in painted(plan)] == [[None, None]]
    assert [[one.mark for one in laid] for laid in painted(plan, {0: 0})] == [[None, 0]]


def test_marks_are_counted_on_each_side() -> None:
    side = (Slot(0, LEFT, NONE), Slot(1, RIGHT, NONE))
    marks = [[one.mark for one in laid] for laid in painted(plan_of(side, side), {0: 0, 1: 1})]
    assert marks == [[None, None], [0, 1]]


def test_a_card_that_lies_there_again_is_one_picture_a_side_around_all_its_places() -> None:
    bleed = (3.0, 3.0, 3.0, 3.0)
    plan = plan_of((Slot(0, LEFT, NONE),), (Slot(0, LEFT, bleed), Slot(0, RIGHT, bleed)))
    [section] = on_sheets(outline(0), plan, 7, called).sections
    assert [place for place, _ in section.pages] == [0, 8]
    _, (again,) = section.pages[1]
    assert (again.kind, again.marks, again.alt) == ("Figure", (0, 1), "kaart 0 · vel 2")
    assert again.box == Box(7, 17, 156, 96)


def test_a_picture_is_where_its_card_lies() -> None:
    plan = plan_of((Slot(0, LEFT, NONE), Slot(1, RIGHT, NONE, turned=True)))
    found = [
        section.pages[0][1][0].children[0].children[0].box
        for section in on_sheets(outline(0, 1), plan, 2, called).sections
    ]
    assert found == [Box(15, 30, 20, 30), Box(135, 70, 20, 30)]
    assert LEFT.contains(found[0]) and RIGHT.contains(found[1])


def test_a_page_that_only_says_its_title_again_is_read() -> None:
    title = Element("H1", (0,), text="Vraag het", title=True, echoes=((1, 0),))
    made = Outline((Section("Vraag het", "", ((0, (title,)),)),))
    assert made.owners == {0: 0, 1: 0}
