"""A deck as slides for a call on screen: one card on each, as real text, with its drawing.

A slide holds what the front says and the card's questions and lists; the story of its back stands
in the notes of who leads the talk. Lengths are in centimetres.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from samenspel.digital.reading import Block, Picture, ReadCard
from samenspel.markup import paragraphs

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

WIDTH, HEIGHT = 33.867, 19.05
"""16:9, as PowerPoint has it."""
MARGIN = 1.6
PICTURE = 12.5
"""The side of the square that a drawing stands in."""
GAP = 1.4
TITLE_ONLY = 5
"""The layout of the template that has a title, which readers go by, and nothing else."""
TITLE, CORE, TEXT = 40, 24, 20
"""Sizes of type in points."""
BELOW = 4.0
"""How far below the title's top the texts begin."""
SMALL = 0.7
"""Where texts would become smaller than this, those of the back go to the notes."""
SCALES = (1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much larger type is made, or smaller, so that all fits."""
LETTER, LINE = 0.55, 1.3
"""Width of a letter and height of a line, as shares of the size: rather too large, as nobody knows
the font of who shows the slides."""
CM_PER_POINT = 2.54 / 72


def slides_of(
    cards: Sequence[ReadCard],
    pictures: Mapping[str, bytes],
    title: str,
    language: str,
    moment: datetime,
) -> bytes:
    """The presentation; ``pictures`` are PNG or JPEG files by the name of their art."""
    from pptx import Presentation
    from pptx.util import Cm

    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(WIDTH), Cm(HEIGHT)
    about = deck.core_properties
    about.title, about.language, about.author = title, language, "samenspel"
    about.created = about.modified = moment
    for card in cards:
        slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        _fill(slide, card, pictures)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _fill(slide: Slide, card: ReadCard, pictures: Mapping[str, bytes]) -> None:
    from pptx.util import Cm

    shown = next(_shown(card, pictures), None)
    left = MARGIN + (PICTURE + GAP if shown else 0)
    width = WIDTH - MARGIN - left
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = (
        Cm(left), Cm(MARGIN), Cm(width), Cm(3.6),
    )  # fmt: skip
    _write(heading.text_frame, [(card.name, TITLE, True)])
    asked = [one for one in card.back.blocks if _asked(one)]
    lines = list(_lines((*card.front.blocks, *asked)))
    height = HEIGHT - 2 * MARGIN - BELOW
    body = slide.shapes.add_textbox(Cm(left), Cm(MARGIN + BELOW), Cm(width), Cm(height))
    body.name = card.name
    if asked and _high(lines, width, SMALL) > height:
        asked, lines = [], list(_lines(card.front.blocks))
    scale = next((one for one in SCALES if _high(lines, width, one) <= height), SCALES[-1])
    _write(body.text_frame, [(text, round(size * scale), bold) for text, size, bold in lines])
    if shown:
        picture = slide.shapes.add_picture(
            io.BytesIO(pictures[shown.art]), Cm(MARGIN), Cm((HEIGHT - PICTURE) / 2), Cm(PICTURE)
        )
        described = picture._element.nvPicPr.cNvPr
        described.set("descr", shown.alt)
        described.set("name", card.name)
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = "\n".join(_notes(card, asked))


def _high(lines: Sequence[tuple[str, float, bool]], width: float, scale: float) -> float:
    """How high texts become in a column, in cm."""
    high = 0.0
    for text, size, _ in lines:
        point = size * scale * CM_PER_POINT
        rows = math.ceil(len(text) * point * LETTER / (width - 0.5))
        high += point * (rows * LINE + 1 / 3)
    return high


def _shown(card: ReadCard, pictures: Mapping[str, bytes]) -> Iterator[Picture]:
    """The drawings that the card is about, those with words first."""
    found = [one for one in (*card.front.pictures, *card.back.pictures) if one.art in pictures]
    yield from sorted((one for one in found if one.large), key=lambda one: not one.alt)


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[str, float, bool]]:
    """What stands on the slide below the title: texts with size and weight."""
    for block in blocks:
        if block.title:
            yield _plain(block.title), TEXT, True
        for number, text in enumerate(block.texts, 1):
            said = " ".join(filter(None, (block.label, _plain(text))))
            yield (f"{number}. {said}" if block.numbered else said), _size(block), False


def _asked(block: Block) -> bool:
    """Whether a text of the back is for everybody: questions and lists, and no story."""
    return block.numbered or block.listed or bool(block.title)


def _size(block: Block) -> float:
    return CORE if block.name in ("core", "subtitle") else TEXT


def _notes(card: ReadCard, asked: Sequence[Block]) -> Iterator[str]:
    """What is told beside the slide: what else the back says, and what the drawing shows."""
    yield from (text for text, _, _ in _lines(b for b in card.back.blocks if b not in asked))
    yield from dict.fromkeys(one.alt for one in card.front.pictures if one.alt)


def _plain(text: str) -> str:
    return " ".join(one.text for one in paragraphs(text))


def _write(frame: TextFrame, lines: Sequence[tuple[str, float, bool]]) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for count, (text, size, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if not count else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(size / 3)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), bold
