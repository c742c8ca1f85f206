"""Every committed SVG: plain closed paths in palette colours; the cheap ones drawn again."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from tests.drawing.catalogue import DRAWN, LATER, SMALL
from tests.drawing.judging import judge_committed_canvas
from tests.drawing.svgfiles import FILES, filled, text_of

from samenspel_drawing.marks import MARKS
from samenspel_drawing.palette import PALETTE
from samenspel_drawing.scenes import SCENES, drawn_slugs
from samenspel_drawing.svg import svg_document

SCREENS = {colour.screen for colour in PALETTE.values()}
NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
SVG = "{http://www.w3.org/2000/svg}"


def test_nothing_is_missing_and_nothing_is_left_over():
    small = {f"{name}{ending}" for name in SMALL for ending in ("", "-wit")}
    assert set(FILES) == {*DRAWN, *small, *(f"logos/{name}" for name in MARKS)}


def test_every_reminder_has_its_cartoon():
    assert len(set(SCENES.values())) == len(SCENES) == 10
    assert set(drawn_slugs()) >= set(SCENES)


@pytest.mark.parametrize("name", FILES)
def test_is_closed_paths_in_palette_colours_and_nothing_else(name):
    text = text_of(FILES[name])
    assert len(text.encode()) < 200_000
    root = ET.fromstring(text)  # well-formed: defusedxml judges it again in the build
    assert root.tag == f"{SVG}svg" and set(root.attrib) == {"width", "height", "viewBox"}
    assert all(path.tag == f"{SVG}path" and not len(path) for path in root)
    assert all(set(path.attrib) == {"fill", "d"} for path in root)
    assert "".join(root.itertext()).strip() == ""
    assert {path.get("fill") for path in root} <= SCREENS
    ring = rf"M{NUMBER} ?{NUMBER}(?:[LlCc](?: ?{NUMBER})+)+[Zz]"
    for path in root:
        assert re.fullmatch(rf"(?:{ring})+", path.get("d", "")), "an open or unknown subpath"


@pytest.mark.parametrize("name", [name for name in FILES if name not in LATER])
def test_nothing_lies_outside_the_canvas(name):
    judge_committed_canvas(name)


@pytest.mark.parametrize("name", SMALL)
def test_small_pictogram_is_what_the_code_draws_in_one_colour(name, drawn):
    ((region, _),) = drawn(name.partition("/")[2]).layers
    for ending, colour in (("", "ink"), ("-wit", "white")):
        text = text_of(FILES[name + ending])
        assert text == svg_document([(region, colour)])
        assert [fill for fill, _ in filled(text)] == [PALETTE[colour].screen]


@pytest.mark.parametrize("name", MARKS)
def test_logo_is_what_the_code_draws(name, drawn):
    assert drawn(name).svg == text_of(FILES[f"logos/{name}"])
