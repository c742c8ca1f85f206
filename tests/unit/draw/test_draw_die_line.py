"""The die line: on a plate of its own, over everything, changing nothing below it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from tests.unit.draw.helpers import CORAL, FONTS, Plates, filled, frame, run

from samenspel.draw import die_lined, draw
from samenspel.model.frame import Box, Frame, Shape
from samenspel.model.ink import Ink
from samenspel.model.paths import bounds
from samenspel.model.style import DieLine
from samenspel.units import POINTS_PER_MM

LINE = DieLine("CutContour", Ink(0, 100, 0, 0), width=1.0)


def page() -> Frame:
    return frame(filled(Box(-3, -3, 66, 46), CORAL), run("tekst"))


def test_it_follows_the_trim_with_round_corners() -> None:
    lined = die_lined(page(), LINE, 4)
    assert lined.items[:-1] == page().items
    shape = lined.items[-1]
    assert isinstance(shape, Shape)
    assert bounds(shape.path) == Box(0, 0, 60, 40)
    assert [command for command, _ in shape.path].count("C") == 4
    assert shape.path[0] == ("M", (4, 0))
    assert (shape.spot, shape.stroke, shape.line_width) == ("CutContour", LINE.ink, 1.0)


def test_its_colour_is_a_separation_that_overprints() -> None:
    pdf = pikepdf.open(io.BytesIO(draw([die_lined(page(), LINE, 4)], fonts=FONTS, arts={})))
    with pdf:
        resources = pdf.pages[0].obj.Resources
        ((name, space),) = resources.ColorSpace.items()
        assert list(space)[:3] == [Name.Separation, Name.CutContour, Name.DeviceCMYK]
        assert [float(tint) for tint in space[3].C1] == [0, 1, 0, 0]
        operations = [
            (str(op), operands) for operands, op in pikepdf.parse_content_stream(pdf.pages[0])
        ]
        place = next(at for at, (op, _) in enumerate(operations) if op == "CS")
        assert str(operations[place][1][0]) == name
        assert (operations[place + 1][0], operations[place + 1][1][0]) == ("SCN", 1)
        state = next(str(args[0]) for op, args in reversed(operations[:place]) if op == "gs")
        assert resources.ExtGState[state].OP is True
        assert resources.ExtGState[state].OPM == 1


def test_it_prints_on_its_own_plate_and_knocks_nothing_out(tmp_path: Path) -> None:
    found = {}
    for kind, frames in (("with", [die_lined(page(), LINE, 4)]), ("without", [page()])):
        (tmp_path / kind).mkdir()
        found[kind] = Plates(draw(frames, fonts=FONTS, arts={}), tmp_path / kind, dpi=200)
    assert "CutContour" in found["with"].images and "CutContour" not in found["without"].images
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        assert found["with"].images[plate].tobytes() == found["without"].images[plate].tobytes()
    cut = found["with"].images["CutContour"]
    pixel = 200 / 25.4
    assert cut.getpixel((round(33 * pixel), round(3 * pixel))) == 0  # solid on an edge
    assert cut.getpixel((round(33 * pixel), round(23 * pixel))) == 255
    assert cut.getpixel((round(3.4 * pixel), round(3.4 * pixel))) == 255  # the corner is round


def test_a_knocking_out_line_would_be_seen(tmp_path: Path) -> None:
    """The control: the same line in magenta ink changes the process plates."""
    ((*items, contour),) = [die_lined(page(), LINE, 4).items]
    assert isinstance(contour, Shape)
    process = replace(page(), items=(*items, replace(contour, spot="")))
    plates = Plates(draw([process], fonts=FONTS, arts={}), tmp_path, dpi=200)
    x, y = 33.0, 3.0
    assert plates.at(x, y)[1] == 100 and plates.at(x, y)[2] == 0


def test_one_name_with_two_looks_is_a_bug() -> None:
    other = replace(LINE, ink=Ink(100, 0, 0, 0))
    with pytest.raises(ValueError, match="two looks"):
        draw([die_lined(page(), LINE, 4), die_lined(page(), other, 4)], fonts=FONTS, arts={})


def test_a_process_line_after_it_has_its_own_colour_again() -> None:
    line = Shape((("M", (0, 0)), ("L", (9, 9))), stroke=CORAL, line_width=1)
    lined = die_lined(replace(page(), items=(line,)), LINE, 4)
    again = replace(lined, items=(*lined.items, line))
    with pikepdf.open(io.BytesIO(draw([again], fonts=FONTS, arts={}))) as pdf:
        strokes = [str(op) for _, op in pikepdf.parse_content_stream(pdf.pages[0])]
    assert [op for op in strokes if op in ("K", "SCN", "S")] == ["K", "S", "SCN", "S", "K", "S"]


def test_the_line_is_as_wide_as_asked() -> None:
    with pikepdf.open(io.BytesIO(draw([die_lined(page(), LINE, 4)], fonts=FONTS, arts={}))) as pdf:
        widths = [
            float(args[0]) for args, op in pikepdf.parse_content_stream(pdf.pages[0]) if
            str(op) == "w"
        ]  # fmt: skip
    assert widths == [pytest.approx(POINTS_PER_MM, abs=1e-4)]
