"""Every message about a page leads back: to a file, a line and a key that a maker can change."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.decks import ROOT

from samenspel import BuildRequest
from samenspel.diagnostics import Diagnostic
from samenspel.layout.cards import laid_cards, laid_poster
from samenspel.layout.verify import verify
from samenspel.model.frame import Box, Frame, Placement, Shape, TextRun
from samenspel.model.ink import BLACK
from samenspel.model.style import TypeSize
from samenspel.offer import EditionName
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build

PACKAGE = ROOT / "generator" / "samenspel"
CODES = {
    code
    for path in PACKAGE.rglob("*.py")
    for code in re.findall(r'"(layout-[a-z-]+)"', path.read_text(encoding="utf-8"))
}


@cache
def edition() -> Edition:
    """The built-in deck's own edition, made ready to be laid out."""
    return prepared(open_build(BuildRequest(Path("out"))), EditionName("basis", "nl"))


def narrow_pages() -> list[Frame]:
    """All cards and the poster, as a format would have them whose sizes nobody checked."""
    usual = edition().build.formats[0]
    small = {role: TypeSize(6.0, 5.0, 1.0) for role in usual.type}
    shape = replace(usual, margin=1.0, safe=11.0, type=small)
    frames = list(laid_cards(edition().layout(shape)).frames)
    poster = laid_poster(edition().layout(replace(shape, width=420, height=297))).frames
    return [*frames, *(replace(frame, safe=30.0) for frame in poster)]


def spoiled(frame: Frame) -> Frame:
    """The page with everything laid once more, askew and on top."""
    again = []
    for item in frame.items:
        if isinstance(item, TextRun):
            again.append(replace(item, x=item.x + 0.6, y=item.y + 0.6, text=item.text + " "))
        elif isinstance(item, Placement):
            box = item.box
            again.append(replace(item, box=Box(0.5, 0.5, box.width, box.height)))
        elif isinstance(item, Shape):
            again.append(replace(item, fill=BLACK))
    return replace(frame, items=(*frame.items, *again))


def test_every_message_about_a_page_names_file_line_and_key() -> None:
    found: dict[Diagnostic, None] = {}
    for frame in narrow_pages():
        found |= dict.fromkeys(verify(frame, edition().deck))
        found |= dict.fromkeys(verify(spoiled(frame), edition().deck))
    assert {one.code for one in found} == CODES
    for one in found:
        assert one.location is not None and one.location.line, one
        assert (ROOT / one.location.file).is_file(), one
        assert one.key and one.remedy, one


def test_what_no_field_says_is_led_back_to_the_kind_that_drew_it() -> None:
    kinds = {
        str(one.location): one.key
        for frame in narrow_pages()
        for one in verify(frame, edition().deck)
        if "a shape (" in one.message and edition().deck.where(frame.card)
    }
    assert kinds and set(kinds.values()) == {"kind"}
