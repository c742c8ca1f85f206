"""A deck as slides for a call on screen: one card on each, as real text, with its drawing.

A slide holds what the front says and the card's questions and lists; the story of its back stands
in the notes of who leads the talk. Lengths are in centimetres.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from samenspel.digital.reading import Block, Picture, ReadCard
from samenspel.markup import Run, plain, runs_in_line
from samenspel.model.writing import is_right_to_left

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
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
BAR = 0.55
LOGO, LOGO_WIDE = 2.6, 8.0
"""How high the region's logo is at most, and how wide."""
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
"""Says that a shape is decoration, as PowerPoint writes it."""


class Line(NamedTuple):
    """A text on a slide."""

    runs: tuple[Run, ...]
    """Its letters by their look."""
    size: float
    """Of its type, in points."""
    bold: bool = False
    """Whether it is bold."""
    language: str = ""
    """Its language, where that is not the slides'; else empty."""


@dataclass(frozen=True, slots=True)
class SlideLook:
    """What makes slides look like the deck."""

    language: str
    """The code of the texts' language."""
    accent: str = "1d1d1b"
    """The region's accent as ``rrggbb``; a bar at the top of slides of no condition."""
    conditions: Mapping[str, str] = field(default_factory=dict)
    """The colour of each condition's bar, by its id."""
    title_font: str = ""
    """The name of the font of titles; empty for that of the program that shows them."""
    text_font: str = ""
    """The name of the font of texts."""
    logo: bytes = b""
    """The region's logo as a PNG or JPEG file; empty for none."""
    owner: str = ""
    """The name of the region, which is what the logo says."""

    @property
    def backward(self) -> bool:
        """Whether lines begin at the right; then all is mirrored."""
        return is_right_to_left(self.language)


def slides_of(
    cards: Sequence[ReadCard],
    pictures: Mapping[str, bytes],
    title: str,
    look: SlideLook,
    moment: datetime,
) -> bytes:
    """The presentation; ``pictures`` are PNG or JPEG files by the name of their art."""
    from pptx import Presentation
    from pptx.util import Cm

    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(WIDTH), Cm(HEIGHT)
    about = deck.core_properties
    about.title, about.language, about.author = title, look.language, "samenspel"
    about.created = about.modified = moment
    for number, card in enumerate(cards):
        slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        _fill(slide, card, pictures, look)
        if look.logo and not number:
            _sign(slide, look)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _fill(slide: Slide, card: ReadCard, pictures: Mapping[str, bytes], look: SlideLook) -> None:
    from pptx.util import Cm

    shown = next(_shown(card, pictures), None)
    aside = PICTURE + GAP if shown else 0
    left = MARGIN + (0 if look.backward else aside)
    width = WIDTH - 2 * MARGIN - aside
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = (
        Cm(left), Cm(MARGIN), Cm(width), Cm(3.6),
    )  # fmt: skip
    said = Line((Run(plain(card.name)),), TITLE, True, card.language)
    _write(heading.text_frame, [said], look, look.title_font)
    asked = [one for one in card.back.blocks if _asked(one)]
    lines = list(_lines((*card.front.blocks, *asked)))
    height = HEIGHT - 2 * MARGIN - BELOW
    if asked and _high(lines, width, SMALL) > height:
        asked, lines = [], list(_lines(card.front.blocks))
    single = bool(shown) or _high(lines, width, SMALL) <= height
    room = width if single else (width - GAP) / 2
    parts = [lines] if single else _halves(lines, room)
    scale = next(
        (one for one in SCALES if all(_high(part, room, one) <= height for part in parts)),
        SCALES[-1],
    )
    for count, part in enumerate(parts):
        beyond = (len(parts) - 1 - count if look.backward else count) * (room + GAP)
        body = slide.shapes.add_textbox(Cm(left + beyond), Cm(MARGIN + BELOW), Cm(room), Cm(height))
        body.name = plain(card.name)
        sized = [one._replace(size=round(one.size * scale)) for one in part]
        _write(body.text_frame, sized, look, look.text_font)
    if shown:
        place = WIDTH - MARGIN - PICTURE if look.backward else MARGIN
        picture = slide.shapes.add_picture(
            io.BytesIO(pictures[shown.art]), Cm(place), Cm((HEIGHT - PICTURE) / 2), Cm(PICTURE)
        )
        _describe(picture, shown.alt, plain(card.name))
    _bar(slide, next((look.conditions[one] for one in card.conditions), look.accent))
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = "\n".join(_notes(card, asked))


def _describe(shape: BaseShape, alt: str, name: str) -> None:
    """Its words for who does not see it; without any it is said to be decoration."""
    from pptx.oxml import parse_xml

    described = shape._element.xpath(".//p:cNvPr")[0]
    described.set("descr", alt)
    described.set("name", name)
    if not alt:
        described.append(parse_xml(DECORATIVE))


def _bar(slide: Slide, colour: str) -> None:
    """A bar along the top, which no reader is told of."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Cm

    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Cm(WIDTH), Cm(BAR))
    bar.fill.solid()
    bar.fill.fore_color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    bar.line.fill.background()
    bar.shadow.inherit = False
    _describe(bar, "", "")


def _sign(slide: Slide, look: SlideLook) -> None:
    """The region's logo below the texts."""
    from pptx.util import Cm

    logo = slide.shapes.add_picture(io.BytesIO(look.logo), 0, 0, height=Cm(LOGO))
    if logo.width > Cm(LOGO_WIDE):
        logo.width, logo.height = Cm(LOGO_WIDE), round(logo.height * Cm(LOGO_WIDE) / logo.width)
    logo.left = Cm(MARGIN) if look.backward else Cm(WIDTH - MARGIN) - logo.width
    logo.top = Cm(HEIGHT - MARGIN) - logo.height
    _describe(logo, look.owner, look.owner)


def _high(lines: Sequence[Line], width: float, scale: float) -> float:
    """How high texts become in a column, in cm."""
    high = 0.0
    for one in lines:
        point = one.size * scale * CM_PER_POINT
        letters = sum(len(run.text) for run in one.runs)
        rows = math.ceil(letters * point * LETTER / (width - 0.5))
        high += point * (rows * LINE + 1 / 3)
    return high


def _halves(lines: Sequence[Line], width: float) -> list[Sequence[Line]]:
    """Lines in two columns of about one height, of which none ends in a heading.

    Boxes of their own: PowerPoint's columns know no keeping with what comes next.
    """
    headed = [at for at, one in enumerate(lines) if at and one.bold and not lines[at - 1].bold]
    places = headed or [at for at in range(1, len(lines)) if not lines[at - 1].bold]
    parted = [(lines[:at], lines[at:]) for at in places] or [(lines, ())]
    halves = min(parted, key=lambda two: max(_high(part, width, 1) for part in two))
    return [part for part in halves if part]


def _shown(card: ReadCard, pictures: Mapping[str, bytes]) -> Iterator[Picture]:
    """The drawings that the card is about, those with words first."""
    found = [one for one in (*card.front.pictures, *card.back.pictures) if one.art in pictures]
    yield from sorted((one for one in found if one.large), key=lambda one: not one.alt)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """What stands on the slide below the title."""
    for block in blocks:
        if block.title:
            yield Line((Run(plain(block.title)),), TEXT, True, block.language)
        for number, text in enumerate(block.texts, 1):
            before = f"{number}. " if block.numbered else ""
            before += f"{block.label} " if block.label else ""
            lead = (Run(before),) if before else ()
            runs = (*lead, *runs_in_line(text))
            yield Line(runs, _size(block), language=block.language)


def _asked(block: Block) -> bool:
    """Whether a text of the back is for everybody: questions and lists, and no story."""
    return block.numbered or block.listed or bool(block.title)


def _size(block: Block) -> float:
    return CORE if block.name in ("core", "subtitle") else TEXT


def _notes(card: ReadCard, asked: Sequence[Block]) -> Iterator[str]:
    """What is told beside the slide: what else the back says, and what the drawing shows."""
    for line in _lines(block for block in card.back.blocks if block not in asked):
        yield "".join(run.text for run in line.runs)
    yield from dict.fromkeys(one.alt for one in card.front.pictures if one.alt)


def _write(frame: TextFrame, lines: Sequence[Line], look: SlideLook, font: str) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for count, (runs, size, bold, language) in enumerate(lines):
        paragraph = frame.paragraphs[0] if not count else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if look.backward else PP_ALIGN.LEFT
        if look.backward:
            paragraph._p.get_or_add_pPr().set("rtl", "1")
        paragraph.space_after = Pt(size / 3)
        for one in runs:
            run = paragraph.add_run()
            run.text = one.text
            run.font.size, run.font.bold = Pt(size), bold or one.bold
            if one.italic:
                run.font.italic = True
            about = run._r.get_or_add_rPr()
            about.set("lang", language or look.language)
            if font:
                run.font.name = font
                if look.backward:
                    about.append(about.makeelement(qn("a:cs"), {"typeface": font}))
