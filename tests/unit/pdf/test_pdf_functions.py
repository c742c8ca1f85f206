"""Values of functions: samples, two colours, several of those, calculators, one for each part."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary

from samenspel.pdf.functions import most, value, values
from samenspel.pdf.limits import BAD

HOLDER = pikepdf.new()


def _stream(data: bytes, **entries: object) -> pikepdf.Object:
    return HOLDER.make_stream(data, **entries)


BETWEEN = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2, C0=Array([0, 1]), C1=Array([1, 0]))
STITCHED = Dictionary(
    FunctionType=3, Domain=Array([0, 1]), Functions=Array([BETWEEN, BETWEEN]),
    Bounds=Array([0.5]), Encode=Array([0, 1, 1, 0]),
)  # fmt: skip


def test_between_two_colours_and_their_bounds() -> None:
    assert value(BETWEEN, [0.5]) == pytest.approx((0.25, 0.75))
    assert value(BETWEEN, [7]) == (1, 0)
    assert most(BETWEEN) == (1, 1)


@pytest.mark.parametrize(("at", "first"), [(0, 0), (0.25, 0.25), (0.5, 1), (0.75, 0.25), (1, 0)])
def test_several_joined(at: float, first: float) -> None:
    assert value(STITCHED, [at])[0] == pytest.approx(first)


def test_one_function_for_each_part() -> None:
    assert value(Array([STITCHED, BETWEEN]), [0]) == (0, 1, 0, 1)


@pytest.mark.parametrize("bits", [8, 16, 4])
def test_samples_of_any_depth(bits: int) -> None:
    data = {8: b"\x00\xff\xff\x00", 16: b"\0\0\xff\xff\xff\xff\0\0", 4: b"\x0f\xf0"}[bits]
    function = _stream(
        data, FunctionType=0, Domain=Array([0, 1]), Size=Array([2]), BitsPerSample=bits,
        Range=Array([0, 1, 0, 1]),
    )  # fmt: skip
    assert value(function, [0.25]) == pytest.approx((0.25, 0.75))
    assert list(values(function)) == [(0, 1), (1, 0)]


def test_samples_in_two_directions() -> None:
    function = _stream(
        b"\x00\xff\x00\xff", FunctionType=0, Domain=Array([0, 1, 0, 1]), Size=Array([2, 2]),
        BitsPerSample=8, Range=Array([0, 2]),
    )  # fmt: skip
    assert value(function, [0.5, 0.1]) == pytest.approx((1.0,))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("dup 0.5 gt {1 exch sub} {2 mul} ifelse", (0.25,)),
        ("pop 1 2 3 3 1 roll", (3, 1, 2)),
        ("4 copy pop 2 index", None),
        ("dup 0.7 ge {pop 1} if % as much as there is\n", (1,)),
        ("pop 7 2 idiv 7 2 mod true not {9} if", (3, 1)),
        ("pop 90 sin 1 1 atan 2 3 exp", (1, 45, 8)),
        ("foo", None),
    ],
)
def test_calculators(code: str, found: tuple[float, ...] | None) -> None:
    room = Array([0, 100] * (len(found) if found else 1))
    function = _stream(f"{{ {code} }}".encode(), FunctionType=4, Domain=Array([0, 1]), Range=room)
    if found is None:
        with pytest.raises(BAD):
            value(function, [0.75])
    else:
        assert value(function, [0.75]) == pytest.approx(found)


def test_what_is_damaged_gives_nothing() -> None:
    assert most(None) == ()
    assert most(Dictionary(FunctionType=9)) == ()
    loop = Array([BETWEEN])
    for _ in range(12):
        loop = Array([loop])
    with pytest.raises(BAD):
        value(loop, [0])
