"""Lines, captions, codes and boxes by chance, and where all of it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests import goldens
from tests.chances import Chance, hold
from tests.decks import A6, layout_of

from samenspel.boxes.blank import Inside
from samenspel.boxes.tray import two_piece
from samenspel.boxes.tuck import tuck
from samenspel.layout.blocks import Copy
from samenspel.layout.packaging import laid_box
from samenspel.layout.paperwork import Heading, Paragraph, Row, Title, ToFill, caption, text_pages
from samenspel.layout.rich import ITEM, PARAGRAPH
from samenspel.layout.tracing import _marked
from samenspel.layout.wording import Wording
from samenspel.model.frame import Box, Frame, Placement, Shape
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import line, rectangle
from samenspel.model.sheet import Paper
from samenspel.products.box import _flat

LAYOUT = layout_of(logo="logos/x.svg")
SETTER = LAYOUT.setter
WORDS = (
    "de", "een", "wie", "verantwoordelijkheidsgevoel", "kijkt",
    "https://voorbeeld.nl/een/lang-adres?x=1",
    "na", "12.500", "kg", "‘ja’,", "stilte.", "in-", "en", "uitvoering", "2026/27", "(soms)", "—",
    "ijs",
    "Waarom?", "mede-eigenaarschap", "a", "wijk-agent", "e.d.", "samenwerkingsovereenkomst",
)


def words(chance: Chance, most: int) -> str:
    return " ".join(chance.of(WORDS) for _ in range(int(chance.number(1, most))))


def block(chance: Chance) -> str:
    text = words(chance, 30)
    if chance.maybe(0.25):
        labels = ("", f"{ITEM}–{ITEM}", f"{ITEM}1.{ITEM}")
        text = PARAGRAPH.join(f"{chance.of(labels)}{words(chance, 9)}" for _ in range(3))
    copy = Copy(
        Wording(text), chance.of(("text", "heading", "display")), chance.of((BLACK, PAPER)),
        leading=chance.of((1.0, 1.3)), hyphenate=chance.maybe(0.7), balanced=chance.maybe(0.4),
        align=chance.of(("left", "centre", "right")), role="text",
    )
    made = SETTER.set(copy, chance.of((7.0, 9.5, 14.0, 25.0)), chance.number(14, 120, 1))
    if made is None:
        return "too wide"
    items = made.at(chance.number(0, 9, 1), 3.0)
    head = goldens.numbers(made.width, made.height, made.cap, digits=3)
    return f"{made.lines}\n{head}\n{shown(Frame('a', 1, 1, 0, 0, tuple(items)))}"


def shown(frame: Frame) -> str:
    return goldens.table(frame)


def office(chance: Chance) -> str:
    entries = []
    for _ in range(int(chance.number(1, 40))):
        entries.append(chance.of((
            Title(words(chance, 12)), Heading(words(chance, 12)), Paragraph(words(chance, 60)),
            Row(words(chance, 6), words(chance, 40)), Row("Label", "een\ntwee\n\ndrie"),
            ToFill(words(chance, 6), chance.of((11.0, 18.0))),
        )))
    pages = text_pages(entries, SETTER, Paper("a5", "A5", 148, chance.of((120, 210))), "proef")
    under = caption(SETTER, words(chance, 14), 5, 9, chance.of((12, 40, 90)), chance.of((6.0, 7.5)))
    return goldens.pages([*pages, Frame("under", 1, 1, 0, 0, tuple(under))])


def coded(chance: Chance) -> str:
    """A page with some things on it, and where its code comes."""
    items = [Shape(rectangle(Box(-3, -3, 111, 154)), fill=chance.of((PAPER, Ink(90, 60, 0, 30))))]
    for _ in range(int(chance.number(0, 4))):
        x, y = chance.of((4, 8, 50, 70, 90)), chance.of((4, 20, 120, 136, 139, 141))
        box = Box(x, y, chance.of((8, 20, 60)), chance.of((3, 8, 20)))
        items.append(chance.of((
            Shape(rectangle(box), fill=Ink(0, 80, 80, 0)), Placement("logos/x.svg", box,
                                                                     role="logo"),
            Placement("a.svg", box, role="cartoon"), Placement("a.svg", box, rectangle(box)),
            Shape(line(box.x, box.y, box.right, box.bottom), stroke=BLACK, line_width=0.4),
            *LAYOUT.word(Wording("Woorden"), 7, "text", BLACK).at(x, y),
        )))
    frame = Frame("a", 105, 148, 3, 4, tuple(items), "a", "back", code="ab12-cd34")
    made = _marked(frame, LAYOUT)
    return shown(replace(made, items=made.items[len(items):]))


def boxed(chance: Chance) -> str:
    inside = Inside(chance.number(45, 130, 1), chance.number(70, 160, 1), chance.number(8, 60, 1))
    blanks = two_piece(inside, 0.5) if chance.maybe(0.5) else (tuck(inside, 0.5),)
    said = ""
    for blank in blanks:
        width, height = (side + 24 for side in blank.size)
        page = replace(A6, width=width, height=height, bleed=0, safe=0, margin=12)
        layout = layout_of(format_=page, logo="logos/x.svg" if chance.maybe(0.5) else None)
        said += goldens.laid(laid_box(layout, _flat(blank)))
    return said


MADE = {"blocks": (block, 200), "office": (office, 25), "codes": (coded, 60), "boxes": (boxed, 12)}


@pytest.mark.parametrize("what", MADE)
def test_what_is_laid_out_by_chance_stands_where_it_stood(what: str) -> None:
    maker, count = MADE[what]
    hold("chance-layout", what, count, maker)
