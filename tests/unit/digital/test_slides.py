"""Slides: a card on each, as real text, with drawings in words and the story in the notes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree
from PIL import Image
from pptx import Presentation

from samenspel.digital.reading import Block, Picture, ReadCard, Side
from samenspel.digital.slides import SlideLook, slides_of

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
FRONT = Side(
    (Block("core", ("Luister alsof je **hier** voor het *eerst* zit.",)),),
    (Picture("cartoons/a.svg", "Drie mensen aan een tafel.", True),),
)
BACK = Side(
    (
        Block("text", ("Om vijf uur schudden jullie elkaar de hand.",)),
        Block("questions", ("Wat weet je niet?", "Wie vraagt het?"), listed=True, numbered=True),
    )
)
CARDS = [
    ReadCard("blijf-onbevangen", "reminder", "Blijf onbevangen", FRONT, BACK),
    ReadCard("leeg", "blank", "Leeg", Side(()), Side(())),
]


PLAIN = SlideLook("nl")


def made(look: SlideLook = PLAIN) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(out, "PNG")
    pictures = {"cartoons/a.svg": out.getvalue()}
    return slides_of(CARDS, pictures, "Samenspel · Waddenrand", look, MOMENT)


def test_a_card_is_a_slide_of_16_to_9_with_its_name_as_title() -> None:
    deck = Presentation(io.BytesIO(made()))
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    assert [slide.shapes.title.text for slide in deck.slides] == ["Blijf onbevangen", "Leeg"]
    assert (deck.core_properties.title, deck.core_properties.language) == (
        "Samenspel · Waddenrand", "nl",
    )  # fmt: skip


def test_texts_are_text_and_the_drawing_is_told_in_words() -> None:
    slide = Presentation(io.BytesIO(made())).slides[0]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert texts[1] == (
        "Luister alsof je hier voor het eerst zit.\n1. Wat weet je niet?\n2. Wie vraagt het?"
    )
    words = slide.shapes[1].text_frame.paragraphs[0].runs
    assert [one.text for one in words if one.font.bold] == ["hier"]
    assert [one.text for one in words if one.font.italic] == ["eerst"]
    [picture] = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Drie mensen aan een tafel."
    assert slide.notes_slide.notes_text_frame.text == (
        "Om vijf uur schudden jullie elkaar de hand.\nDrie mensen aan een tafel."
    )


def test_a_picture_without_words_is_said_to_be_decoration() -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(out, "PNG")
    silent = Side((), (Picture("icons/tent.svg", "", True),))
    cards = [ReadCard("ambitie", "condition", "Ambitie", silent, Side(())), CARDS[0]]
    pictures = {"icons/tent.svg": out.getvalue(), "cartoons/a.svg": out.getvalue()}
    deck = Presentation(io.BytesIO(slides_of(cards, pictures, "Samenspel", PLAIN, MOMENT)))
    said = [
        b"decorative" in etree.tostring(shape._element)
        for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13
    ]  # fmt: skip
    assert said == [True, False]


def test_nothing_leaves_the_slide_and_no_text_lies_over_the_drawing() -> None:
    deck = Presentation(io.BytesIO(made()))
    for shape in deck.slides[0].shapes:
        assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
        assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height
    title, body, picture, _ = deck.slides[0].shapes
    assert picture.left + picture.width <= min(title.left, body.left)


def test_no_column_of_a_long_slide_ends_in_a_heading() -> None:
    ways = [Block("way", (f"Stap van manier {n}, in een hele zin. " * 3,) * (n + 1),
                  listed=True, title=f"Manier {n}") for n in range(5)]  # fmt: skip
    card = ReadCard("lang", "howto", "Lang", Side(tuple(ways)), Side(()))
    deck = Presentation(io.BytesIO(slides_of([card], {}, "Lang", PLAIN, MOMENT)))
    columns = [one for one in deck.slides[0].shapes if one.name == "Lang"]
    said = [[part.text for part in one.text_frame.paragraphs] for one in columns]
    assert len(said) == 2
    assert [text for column in said for text in column if text.startswith("Manier")] == [
        f"Manier {n}" for n in range(5)
    ]
    assert said[1][0].startswith("Manier") and not said[0][-1].startswith("Manier")
    left, right = columns
    assert left.left + left.width <= right.left
    assert right.left + right.width <= deck.slide_width


def test_the_same_cards_give_the_same_slides() -> None:
    first, second = zipfile.ZipFile(io.BytesIO(made())), zipfile.ZipFile(io.BytesIO(made()))
    assert [one.filename for one in first.infolist()] == [one.filename for one in second.infolist()]
    assert all(first.read(name) == second.read(name) for name in first.namelist())


def test_slides_look_like_the_deck_and_the_bar_is_no_news_for_readers() -> None:
    out = io.BytesIO()
    Image.new("RGB", (90, 30), "navy").save(out, "PNG")
    look = SlideLook("nl", "1f4f6b", {"relatie": "aa3311"}, "Bricolage", "Atkinson",
                     out.getvalue(), "Waddenrand")  # fmt: skip
    first, second = Presentation(io.BytesIO(made(look))).slides
    title, body, _, bar, logo = first.shapes
    assert title.text_frame.paragraphs[0].runs[0].font.name == "Bricolage"
    runs = body.text_frame.paragraphs[0].runs
    assert {(run.font.name, run._r.rPr.get("lang")) for run in runs} == {("Atkinson", "nl")}
    assert str(bar.fill.fore_color.rgb) == "1F4F6B"
    assert b"decorative" in etree.tostring(bar._element)
    assert logo._element.nvPicPr.cNvPr.get("descr") == "Waddenrand"
    assert logo.top + logo.height <= Presentation(io.BytesIO(made(look))).slide_height
    assert [shape.shape_type for shape in second.shapes].count(13) == 0


def test_a_language_from_the_right_is_mirrored() -> None:
    slide = Presentation(io.BytesIO(made(SlideLook("ar")))).slides[0]
    title, body, picture, _ = slide.shapes
    assert picture.left >= max(title.left + title.width, body.left + body.width)
    assert {one._p.pPr.get("rtl") for one in body.text_frame.paragraphs} == {"1"}
