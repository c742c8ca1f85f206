"""Path data, with svgelements as the oracle."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from svgelements import Path as Oracle  # type: ignore[import-untyped]

from samenspel.draw.svg.curves import extent
from samenspel.draw.svg.paths import fast_operators, operators, segments, through
from samenspel.draw.svg.relative import relative_operators
from samenspel.draw.svg.values import apply, colour, multiply, transform

PATIENT = settings(deadline=None)
COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}
NUMBER = st.integers(-2000, 2000).map(lambda value: value / 100)
SIZE = st.integers(100, 3000).map(lambda value: value / 100)


@st.composite
def command(draw: st.DrawFn, letters: str = "LHVCSQTA") -> str:
    letter = draw(st.sampled_from(letters))
    if letter == "A":
        numbers = [draw(SIZE), draw(SIZE), draw(NUMBER)]
        flags = [draw(st.sampled_from("01")) for _ in range(2)]
        end = [draw(NUMBER), draw(NUMBER)]
        words = [*(f"{n:g}" for n in numbers), *flags, *(f"{n:g}" for n in end)]
    else:
        words = [f"{draw(NUMBER):g}" for _ in range(COUNT[letter])]
    relative = draw(st.booleans())
    joint = draw(st.sampled_from([" ", ",", " , "]))
    return (letter.lower() if relative else letter) + joint.join(words)


@st.composite
def path_data(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        parts.append(draw(command("M")))
        parts.extend(draw(st.lists(command(), min_size=1, max_size=6)))
        if draw(st.booleans()):
            parts.append(draw(st.sampled_from(["Z", "z"])))
            if draw(st.booleans()):
                parts.append(draw(command()))
    return draw(st.sampled_from(["", " ", "\n"])).join(_parted(parts))


def _parted(parts: list[str]) -> list[str]:
    """A line between the two kinds of curves: svgelements wrongly carries handles from one over
    to the other (SVG 2, 9.3.6 and 9.3.7 say that they start anew); our own test below covers that.
    """
    out: list[str] = []
    for part in parts:
        kinds = (out[-1][0] if out else "M") + part[0]
        if kinds.upper() in ("QS", "TS", "CT", "ST"):
            out.append("l1 1")
        out.append(part)
    return out


@PATIENT
@given(path_data())
def test_boxes_agree_with_svgelements(data: str) -> None:
    wanted = Oracle(data).bbox()
    found = extent(segments(data))
    side = max(wanted[2] - wanted[0], wanted[3] - wanted[1])
    # a quarter of a circle as one Bézier curve is off by 2.7e-4 of its radius
    assert found == pytest.approx(wanted, abs=max(0.01, 3e-4 * side))


@PATIENT
@given(path_data())
def test_ends_agree_with_svgelements(data: str) -> None:
    wanted = Oracle(data).current_point
    path = segments(data)
    if path[-1][0] != "Z":
        assert path[-1][1][-2:] == pytest.approx((wanted.x, wanted.y), abs=1e-6)


@PATIENT
@given(path_data())
def test_written_and_read_again_is_the_same(data: str) -> None:
    first = segments(data)
    written = " ".join(f"{name}{' '.join(map(repr, numbers))}" for name, numbers in first)
    assert segments(written) == first


TIDY = st.integers(-99999, 99999).map(lambda value: f"{value / 10:g}")


@st.composite
def tidy_data(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        parts.append("M" + " ".join(draw(TIDY) for _ in range(2)))
        for letter in draw(st.lists(st.sampled_from("LCQ"), max_size=8)):
            parts.append(letter + " ".join(draw(TIDY) for _ in range(COUNT[letter])))
        if draw(st.booleans()):
            parts.append("Z")
    return "".join(parts)


@PATIENT
@given(tidy_data())
def test_the_fast_road_leads_to_the_same_place(data: str) -> None:
    fast = fast_operators(data)
    assert fast is not None
    slow = operators(segments(data), 2)
    one, two = fast.split(), slow.split()
    assert len(one) == len(two)
    for left, right in zip(one, two, strict=True):
        assert left == right or float(left) == pytest.approx(float(right), abs=0.011)


@pytest.mark.parametrize(
    "data",
    ["m1 2l3 4", "M1 2H3", "M1-2L3 4", "M1 2 3 4", "M1 2L3 4 5 6", "L1 2", "M1e3 2", "M1 2ZL3 4",
     "M1234567 2", "M1 2A1 1 0 0 0 3 4"],
)  # fmt: skip
def test_untidy_data_take_the_other_road(data: str) -> None:
    assert fast_operators(data) is None


@PATIENT
@given(st.data(), st.sampled_from([0.1, 0.01, 0.001]), st.integers(1, 5))
def test_the_road_of_small_drawings_leads_to_the_same_letters(
    data: st.DataObject, unit: float, digits: int
) -> None:
    number = st.integers(-99999, 99999).map(lambda value: f"{value * unit:.3f}".rstrip("0"))
    parts: list[str] = []
    for letter in "Mm" + "".join(data.draw(st.lists(st.sampled_from("LlCcMmZz"), max_size=12))):
        count = COUNT[letter.upper()] * data.draw(st.integers(1, 2))
        parts.append(letter + ",".join(data.draw(number) for _ in range(count)))
    written = " ".join(parts).replace(",-", "-")
    quick = relative_operators(written, digits)
    assert quick is None or quick == operators(segments(written), digits)
    assert quick is not None or "z" in written.lower()


@pytest.mark.parametrize(
    "data",
    ["L1 2", "M1 2 3", "M1 2ZL3 4", "M1 2Z 3", "M1e3 2", "M1 2H3", "M.5.5L1 2", "M1 2ZZ", "M",
     "M1234567890 2", "M1--2"],
)  # fmt: skip
def test_the_road_of_small_drawings_leaves_what_must_be_judged(data: str) -> None:
    assert relative_operators(data, 2) is None


def test_arc_flags_may_stick_together() -> None:
    assert segments("M0 0a5 5 0 01.5.5") == segments("M0 0 a5 5 0 0 1 0.5 0.5")


def test_numbers_may_stick_together() -> None:
    assert segments("M.5.5-1-1L1e1 2E-1") == (
        ("M", (0.5, 0.5)), ("L", (-1.0, -1.0)), ("L", (10.0, 0.2)),
    )  # fmt: skip


def test_a_command_after_z_starts_where_the_last_part_started() -> None:
    assert segments("M1 1h5v5zl2 2") == (
        ("M", (1.0, 1.0)), ("L", (6.0, 1.0)), ("L", (6.0, 6.0)), ("Z", ()),
        ("M", (1.0, 1.0)), ("L", (3.0, 3.0)),
    )  # fmt: skip


def test_smooth_commands_without_a_curve_before_use_the_point_itself() -> None:
    assert segments("M1 1L2 2S5 5 6 6")[-1] == ("C", (2.0, 2.0, 5.0, 5.0, 6.0, 6.0))
    assert segments("M1 1C0 0 1 1 2 2T5 5")[-1] == ("C", (2.0, 2.0, 3.0, 3.0, 5.0, 5.0))
    assert segments("M1 1Q0 0 2 2S5 5 6 6")[-1] == ("C", (2.0, 2.0, 5.0, 5.0, 6.0, 6.0))


def test_flat_and_null_arcs() -> None:
    assert segments("M0 0A0 5 0 0 1 9 9")[-1] == ("L", (9.0, 9.0))
    assert segments("M0 0h9A5 5 0 0 1 9 0") == segments("M0 0h9")
    assert segments("M0 0A5 5 0 0 1 0 0") == segments("M0 0h0")  # a point, which has caps


@pytest.mark.parametrize(
    ("data", "place"),
    [("L1 1", 1), ("M1", 3), ("M1 1L2", 7), ("M1 1 x", 6), ("M1 1A1 1 0 2 0 3 3", 12),
     ("M1 1L1e99 5", 6), ("5 5", 1)],
)  # fmt: skip
def test_broken_data_are_refused_with_the_place(data: str, place: int) -> None:
    with pytest.raises(ValueError, match=rf"\(character {place}\)"):
        segments(data)


def test_of_broken_data_twenty_characters_are_shown() -> None:
    with pytest.raises(ValueError, match=r"near “n{20}” \(character 7"):
        segments("M0 0L " + "n" * 40)


def test_numbers_are_written_plainly() -> None:
    path = (("M", (0.12345, -0.0001)), ("L", (1e-7, 123456.0)), ("Z", ()))
    assert operators(path, 3) == "0.123 0 m\n0 123456 l\nh"


MATRIX = st.lists(
    st.sampled_from(["translate(3 4)", "scale(2,-1)", "rotate(30)", "skewX(10)", "skewY(5)",
                     "matrix(1 2 3 4 5 6)", "rotate(45 10 10)", "scale(.5)", "translate(7)"]),
    max_size=4,
)  # fmt: skip


@PATIENT
@given(MATRIX, NUMBER, NUMBER)
def test_transforms_agree_with_svgelements(parts: list[str], x: float, y: float) -> None:
    from svgelements import Matrix, Point

    text = " ".join(parts)
    wanted = Point(x, y) * Matrix(text)
    assert apply(transform(text), x, y) == pytest.approx((wanted.x, wanted.y), abs=1e-6)


@PATIENT
@given(MATRIX, MATRIX)
def test_nested_transforms_multiply(outer: list[str], inner: list[str]) -> None:
    both = transform(" ".join([*outer, *inner]))
    product = multiply(transform(" ".join(outer)), transform(" ".join(inner)))
    assert both == pytest.approx(product, abs=1e-6)


def test_paths_go_through_matrices() -> None:
    path = segments("M0 0C1 0 2 1 2 2Z")
    assert through(path, (2, 0, 0, 3, 1, 1)) == (
        ("M", (1, 1)), ("C", (3, 1, 5, 4, 5, 7)), ("Z", ()),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["rotate(", "spin(3)", "scale(1 2 3)", "translate(1em)", "matrix(1 2)", "scale(1) x"]
)
def test_broken_transforms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        transform(text)


@pytest.mark.parametrize(
    ("said", "rgba"),
    [
        ("transparent", (0, 0, 0, 0)),
        ("black", (0, 0, 0, 1)),
        (" Navy ", (0, 0, 128, 1)),
        ("#1a2", (17, 170, 34, 1)),
        ("#11aa2200", (17, 170, 34, 0)),
        ("rgb(255 128 0 / 40%)", (255, 128, 0, 0.4)),
        ("hsl(120, 100%, 50%)", (0, 255, 0, 1)),
    ],
)
def test_colours_are_those_of_css(said: str, rgba: tuple[int, int, int, float]) -> None:
    assert colour(said) == rgba
