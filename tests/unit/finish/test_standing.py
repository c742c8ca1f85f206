"""A flat box as it stands: its panels placed by matrices, without the die maker's lines."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from samenspel.finish.standing import EDGE, Part, stand
from samenspel.model.frame import Box

MM = 72 / 25.4
FLAT = b"""0 0 0 1 K 0 0 10 10 re S
/Cut CS 1 SCN 5 5 m 9 9 l S
/Layer BDC 1 1 m 2 2 l s EMC
0 G 3 3 m 4 4 l S
/Gold CS 1 SCN 6 6 m 7 7 l S
/Cut CS 1 SCN 8 8 m 9 8 l s 1 0 0 0 k 0 0 5 5 re f"""


def file(content: bytes, width: float, height: float) -> bytes:
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(width, height))
        tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * 4),
                          C1=Array([1] * 4))
        spaces = {f"/{name}": Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
                  for name in ("Cut", "Gold")}
        page.obj.Resources = Dictionary(ColorSpace=Dictionary(spaces))
        page.obj.Contents = made.make_stream(content)
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def test_panels_are_placed_and_lines_for_the_die_maker_left_out() -> None:
    parts = [
        Part(Box(10, 20, 30, 40), (5, 6), (35, 6), (5, 46)),
        Part(Box(0, 0, 20, 10), (50, 10), (60, 15), (50, 20)),
    ]
    made = stand(file(FLAT, 100 * MM, 100 * MM), parts, file(b"0 g", 80 * MM, 60 * MM), ["Cut"])
    with pikepdf.open(io.BytesIO(made)) as opened:
        content = opened.pages[0].Contents.read_bytes().decode()
        form = next(iter(opened.pages[0].Resources.XObject.values()))
        shown = form.read_bytes().decode().split()
    lines = content.splitlines()
    assert lines[0].split() == ["0", "g"]
    first, second = (line.split() for line in lines if " Do " in line)
    at = first.index("cm")
    # as large as it was, and 5 mm to the left and 26 up: the page is 40 mm lower
    assert [float(one) for one in first[at - 6 : at]] == pytest.approx([
        1, 0, 0, 1, round(-5 * MM, 6), round((60 - 6 - 80) * MM, 6)
    ], abs=2e-6)
    corners = (5, 54), (35, 54), (35, 14), (5, 14)
    expected = [f"{x * MM:.4f}".rstrip("0").rstrip(".") for pair in corners for x in pair]
    assert [one for one in first[1:13] if one not in "ml"] == expected
    at = second.index("cm")
    a, b, c, d, e, f = (float(one) for one in second[at - 6 : at])
    assert (a, b, c, d) == (0.5, -0.25, 0, 1)
    assert (e, f) == pytest.approx((50 * MM, (50 - 100) * MM), abs=2e-6)
    assert f"q {EDGE} " in content and content.count(" h S Q") == 2
    assert "BDC" not in shown and "EMC" not in shown
    assert [one for one in shown if one in ("S", "s", "n", "f")] == ["S", "n", "n", "S", "S", "n",
                                                                     "f"]
