"""Small parts of drawing, each held to the number: operators of letters, seen colours, grounds."""

from __future__ import annotations

import io
import json
import pickle
import resource
import sys
import zlib
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image
from tests.unit.draw.helpers import COLOURS, PROFILE, encoded, svg

from samenspel.diagnostics import Diagnostic, Location
from samenspel.draw import worker
from samenspel.draw.codes import qr_modules
from samenspel.draw.colour import ColourSpace
from samenspel.draw.glimpses import extremes
from samenspel.draw.greys import curve_of_greys, falling, tint_for, tints_of_greys
from samenspel.draw.grounds import at_least, laid_on_ground, multiplied, white_as
from samenspel.draw.picture_mistakes import blank, too_large, unreadable
from samenspel.draw.series import Needs
from samenspel.draw.showing import shown
from samenspel.draw.worker import Job
from samenspel.errors import ContentError
from samenspel.model.art import PictureArt
from samenspel.model.frame import Box, Frame, Glyph, Placement, Shape, TextRun
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.units import MM_PER_POINT

HERE = Location("assets/a.png", 3)
WIDTHS = (500, 600, 250)
THOUSANDTH = 10 * MM_PER_POINT / 1000
"""Of the size that the letters below have, in mm."""


def run(*glyphs: tuple[int, float, float, str]) -> TextRun:
    """Glyphs by number, with where they stand in thousandths, how high in mm, and their text."""
    set_ = tuple(Glyph(gid, x * THOUSANDTH, y, text) for gid, x, y, text in glyphs)
    return TextRun("text", 10, 0, 0, 30, "".join(one.text for one in set_), set_)


def operators(line: TextRun, *, letters: bool = False) -> list[str]:
    codes = {(one.gid, one.text): one.gid for one in line.glyphs}
    return shown(line, SimpleNamespace(codes=codes, widths=WIDTHS), letters=letters)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        ([(0, 0, 0.0, "a"), (1, 500, 0.0, "b")], ["[<00000001>] TJ"]),
        ([(0, 0, 0.0, "a"), (1, 480, 0.0, "b")], ["[<0000> 20 <0001>] TJ"]),
        ([(0, 30, 0.0, "a"), (1, 530, 0.0, "b")], ["[-30 <00000001>] TJ"]),
        ([(0, 0, 0.0, "a"), (1, 500.4, 0.0, "b"), (2, 1100.8, 0.0, "c")],
         ["[<00000001> -1 <0002>] TJ"]),
        ([(0, 0, 0.0, "a"), (1, 500, 1.0, "b")],
         ["[<0000>] TJ", "2.8346 Ts", "[<0001>] TJ", "0 Ts"]),
        ([(0, 0, 1.0, "a"), (1, 490, 0.0, "b")],
         ["2.8346 Ts", "[<0000>] TJ", "0 Ts", "[10 <0001>] TJ"]),
    ],
)  # fmt: skip
def test_letters_are_shown_in_whole_thousandths(
    glyphs: list[tuple[int, float, float, str]], expected: list[str]
) -> None:
    assert operators(run(*glyphs)) == expected


def test_glyphs_without_a_text_are_marked_with_their_letter() -> None:
    begin = "/Span <</ActualText <FEFF{}>>> BDC"
    points = run((2, 0, 0, ""), (0, 250, 0, "é"), (1, 750, 0, "b"))
    assert operators(points, letters=True) == [
        begin.format("00E9"), "[<00020000>] TJ", "EMC", "[<0001>] TJ",
    ]  # fmt: skip
    after = run((0, 0, 0, "é"), (2, 500, 0, ""), (1, 750, 0, "b"), (2, 1350, 0, ""))
    assert operators(after, letters=True) == [
        begin.format("00E9"), "[<00000002>] TJ", f"EMC\n{begin.format('0062')}",
        "[<00010002>] TJ", "EMC",
    ]  # fmt: skip
    assert operators(run((0, 0, 0, "a"), (1, 500, 0, "b")), letters=True) == ["[<00000001>] TJ"]


def art(rows: list[list[tuple[int, int, int, int]]], **more: Any) -> PictureArt:
    """A picture of CMYK levels from 0 to 255."""
    data = zlib.compress(b"".join(bytes(pixel) for row in rows for pixel in row))
    return PictureArt("a.png", len(rows[0]), len(rows), data, "FlateDecode", **more)


WHITE, GREY, SOLID = (0, 0, 0, 0), (0, 0, 0, 102), (0, 0, 0, 255)
QUARTERS = art([[WHITE, GREY], [SOLID, (255, 0, 0, 0)]])


@pytest.mark.parametrize(
    ("area", "cells", "lightest", "darkest"),
    [
        ((0.0, 0.0, 0.5, 0.5), (1, 1), PAPER, PAPER),
        ((0.5, 0.0, 1.0, 0.5), (1, 1), Ink(0, 0, 0, 40), Ink(0, 0, 0, 40)),
        ((0.0, 0.0, 1.0, 0.5), (2, 1), PAPER, Ink(0, 0, 0, 40)),
        ((0.0, 0.0, 1.0, 0.5), (1, 1), Ink(0, 0, 0, 20), Ink(0, 0, 0, 20)),
        ((0.0, 0.5, 0.5, 1.0), (3, 3), BLACK, BLACK),
        ((-0.5, -0.5, 0.5, 2.0), (1, 2), PAPER, BLACK),
        ((0.5, 0.5, 3.0, 9.0), (1, 1), Ink(100, 0, 0, 0), Ink(100, 0, 0, 0)),
    ],
)
def test_what_is_seen_of_a_part_of_a_picture(
    area: tuple[float, float, float, float], cells: tuple[int, int], lightest: Ink, darkest: Ink
) -> None:
    assert extremes(QUARTERS, area, cells, ()) == (lightest, darkest)


def test_a_jpeg_is_seen_as_it_is_stored_and_through_layers() -> None:
    data = encoded(Image.new("CMYK", (16, 16), (51, 0, 0, 0)), "JPEG", quality=100)
    for inverted in (True, False):
        jpeg = PictureArt("a.jpg", 16, 16, data, "DCTDecode", inverted=inverted)
        ((light, _), whole) = (extremes(jpeg, (0, 0, 1, 1), (1, 1), ()), (0, 0, 1, 1))
        expected = (20, 0, 0, 0) if inverted else (80, 100, 100, 100)
        assert light.tints == pytest.approx(expected, abs=1)
        veiled, _ = extremes(jpeg, whole, (1, 1), ((PAPER, 0.5),))
        assert veiled.tints == pytest.approx([tint / 2 for tint in light.tints], abs=0.01)
        under = multiplied(jpeg, Ink(40, 10, 0, 0))
        levels = zlib.decompress(under.data)[:4]
        assert (under.encoding, under.inverted) == ("FlateDecode", False)
        tints = [level / 2.55 for level in levels]
        assert tints == pytest.approx([*map(max, expected, (40, 10, 0, 0))], abs=1)


def test_white_takes_the_colour_of_its_ground() -> None:
    found = multiplied(replace(QUARTERS, white_is_ground=True), Ink(20, 0, 0, 60))
    assert not found.white_is_ground
    assert [*zlib.decompress(found.data)] == [
        51, 0, 0, 153, 51, 0, 0, 153, 51, 0, 0, 255, 255, 0, 0, 153,
    ]  # fmt: skip
    drawing = b"0 0 0 0 k\n0 0 0 0 K\n0 0 0 0.5 k\n1 0 0 0 0 k"
    assert white_as(drawing, Ink(12.5, 0, 100, 3)) == (
        b"0.125 0 1 0.03 k\n0.125 0 1 0.03 K\n0 0 0 0.5 k\n1 0 0 0 0 k"
    )
    assert at_least(Ink(10, 20, 30, 40), Ink(40, 10, 30, 50)) == Ink(40, 20, 30, 50)


def test_a_see_through_picture_mixes_with_its_ground_in_inks() -> None:
    alpha = zlib.compress(bytes([255, 0, 128, 51]))
    over = art([[SOLID, SOLID], [SOLID, (255, 0, 0, 0)]], alpha=alpha)
    levels = [*zlib.decompress(laid_on_ground(over, Ink(0, 0, 40, 0), None))]
    assert levels == pytest.approx(
        [0, 0, 0, 255, 0, 0, 102, 0, 0, 0, 51, 128, 51, 0, 82, 0], abs=1
    )


def test_what_is_refused_of_pictures() -> None:
    kinds = (
        (unreadable(HERE, "it is cut off"), "picture-unreadable", "cannot be read: it is cut off"),
        (blank(HERE), "art-blank", "all of it is see-through"),
        (too_large(HERE, (9000, 8000), 71_999_999), "picture-too-large",
         "measures 9000 × 8000 pixels; the limit for its kind is 71 million pixels"),
        (too_large(HERE, (10, 20), 3_000_000, progressive=True), "picture-too-large",
         "the limit for a progressive JPEG, which comes as a whole, is 3 million pixels"),
    )  # fmt: skip
    for error, code, words in kinds:
        (found,) = error.diagnostics
        assert (found.code, found.location) == (code, HERE)
        assert words in found.message and found.remedy


def test_a_code_is_the_same_at_every_run() -> None:
    rows = qr_modules("https://samenspel.example/a")
    assert len(rows) == 29 and {len(row) for row in rows} == {29}
    finder = "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"
    shown_ = ["".join(".#"[dark] for dark in row) for row in rows]
    assert tuple(row[:7] for row in shown_[:7]) == finder
    assert tuple(row[-7:] for row in shown_[:7]) == finder
    assert tuple(row[:7] for row in shown_[-7:]) == finder
    assert len(qr_modules("https://samenspel.example/" + "a" * 60)) == 41  # M; of L 37


RAMP = [100 - level * 80 / 255 for level in range(256)]


@pytest.mark.parametrize(
    ("lightness", "tint"), [(100, 0), (101, 0), (60, 50), (20, 100), (19.9, 100), (99.92, 0.1)]
)
def test_a_grey_is_found_between_measured_steps(lightness: float, tint: float) -> None:
    assert tint_for(RAMP, lightness) == pytest.approx(tint)


def test_greys_as_tints_of_black() -> None:
    assert falling([100, 90, 91, 80, 85, 70]) == [100, 90, 90, 80, 80, 70]
    tints, curve = tints_of_greys(RAMP), curve_of_greys(RAMP)
    assert (tints[0], tints[255], curve[0], curve[255]) == (100, 0, 255, 0)
    assert [tints[level] for level in (1, 50, 64, 128, 200, 254)] == TINTS
    assert [curve[level] for level in (1, 50, 64, 128, 200, 254)] == CURVE


TINTS = [100.0, 99.0, 91.1, 58.0, 24.2, 0.4]
CURVE = [255, 224, 211, 140, 60, 1]


def test_a_colour_space_goes_to_another_process_whole() -> None:
    there = pickle.loads(pickle.dumps(COLOURS))
    assert (there.key, there.named, there.ink_limit) == (COLOURS.key, COLOURS.named, 400)
    assert there.is_output(PROFILE) and not there.is_output(PROFILE + b" ")
    assert ColourSpace(PROFILE, ink_limit=300).key != ColourSpace(PROFILE).key


def test_a_row_of_pages_needs_each_letter_and_each_drawing_once() -> None:
    needs = Needs()
    with pytest.raises(ValueError, match="no page was seen"):
        _ = needs.page
    first = run((0, 0, 0, "a"), (1, 500, 0, "b"))
    again = replace(run((1, 0, 0, "b"), (2, 600, 0, "c")), size=12)
    heading = replace(first, font="heading")
    box = Box(1, 2, 30, 20)
    arts = [
        Placement("a.svg", box, None, PAPER, "art", ""),
        Placement("a.svg", replace(box, x=50), None, PAPER, "art", ""),
        Placement("a.svg", replace(box, width=30.0004), None, PAPER, "art", ""),
        Placement("a.svg", replace(box, width=31), None, PAPER, "art", ""),
        Placement("a.svg", replace(box, height=21), None, PAPER, "art", ""),
        replace(Placement("a.svg", box, None, PAPER, "art", ""), turn=90),
    ]
    lines = [Shape((), stroke=BLACK, spot=spot, layer=layer)
             for spot, layer in (("Cut", ""), ("Cut", ""), ("", "Under"), ("", ""))]  # fmt: skip
    frame = Frame("one", 60, 40, 3, 3, (first, heading, *arts, *lines))
    needs.see(frame)
    needs.see(replace(frame, name="two", items=(again, *arts)))
    page = needs.page
    assert page.name == "one"
    runs = [item for item in page.items if isinstance(item, TextRun)]
    assert [(one.font, [(g.gid, g.text) for g in one.glyphs]) for one in runs] == [
        ("text", [(0, "a"), (1, "b"), (2, "c")]), ("heading", [(0, "a"), (1, "b")]),
    ]  # fmt: skip
    others = [item for item in page.items if not isinstance(item, TextRun)]
    assert others == [arts[0], *arts[3:], lines[0], lines[2]]


JOB = Job("a.svg", 0, COLOURS, HERE, memory=2**30, seconds=7)


def answer(data: bytes, monkeypatch: pytest.MonkeyPatch, job: Job = JOB) -> bytes:
    """What the process that prepares art answers, made in this one, and without its bounds."""
    monkeypatch.setattr(worker, "_bound", lambda _: None)
    inward, outward = io.BytesIO(pickle.dumps(replace(job, size=len(data))) + data), io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=inward))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=outward))
    worker.main()
    return outward.getvalue()


def test_a_worker_answers_with_art_or_with_all_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(svg('<rect width="9" height="9"/>'), monkeypatch)[:1] == worker.ANSWER_ART
    said = answer(b"no drawing", monkeypatch)
    assert said[:1] == worker.ANSWER_MISTAKES
    (mistake, *_) = json.loads(said[1:])
    assert mistake["location"] == ["assets/a.png", 3] and mistake["severity"] == "error"
    assert worker._out(Diagnostic("code", "words"))["location"] is None


@pytest.mark.parametrize("kind", [MemoryError, RecursionError])
def test_a_worker_says_when_art_is_too_heavy(
    kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def heavy(*_: object, **__: object) -> None:
        raise kind

    monkeypatch.setattr("samenspel.draw.art.prepare_here", heavy)
    assert answer(b"", monkeypatch) == worker.ANSWER_HEAVY


@pytest.mark.parametrize(("hard", "expected"), [(resource.RLIM_INFINITY, (7, 100)), (5, (5, 5))])
def test_a_worker_bounds_itself_within_what_the_system_allows(
    hard: int, expected: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "getrlimit", lambda _: (hard, hard))
    monkeypatch.setattr(resource, "setrlimit", held.__setitem__)
    monkeypatch.setattr(worker, "_mapped", lambda: 100)
    worker._bound(replace(JOB, memory=0))
    assert {kind: limit for kind, (limit, _) in held.items()} == {
        resource.RLIMIT_CPU: expected[0], resource.RLIMIT_AS: expected[1], resource.RLIMIT_CORE: 0,
    }  # fmt: skip
    assert {most for _, most in held.values()} == {hard}


def test_what_is_mapped_is_counted_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 2**24 < worker._mapped() < 2**36

    def gone(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("builtins.open", gone)
    assert worker._mapped() == 200 * 2**20


def test_a_broken_output_profile_is_refused() -> None:
    space = ColourSpace(b"no profile")
    with pytest.raises(ContentError, match="profile-unreadable"):
        space.ink((9, 99, 9))
