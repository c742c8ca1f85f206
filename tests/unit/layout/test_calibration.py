"""The printer's test sheet: exactly the pair that names the offset runs on, and no other."""

from __future__ import annotations

import pytest
from tests.decks import FONT_BYTES, LABELS, ROOT, THEME

from samenspel.layout.calibration import EDGE, LABEL, TEXT, calibration_sheet
from samenspel.layout.faces import Face, load_faces
from samenspel.model.frame import Frame, Shape, TextRun
from samenspel.model.sheet import Flip, Paper
from samenspel.units import MM_PER_POINT
from samenspel.yaml.text import parse

ARABIC = ROOT / "tests" / "languages" / "arabic"
A4, LETTER = Paper("a4", "", 210, 297), Paper("letter", "", 215.9, 279.4)
FACE = load_faces(FONT_BYTES, THEME.features, "nl")["text"]


def strokes(frame: Frame) -> list[tuple[float, float, float, float]]:
    paths = [item.path for item in frame.items if isinstance(item, Shape)]
    lines = [(*path[0][1], *path[1][1]) for path in paths]
    return [one for one in lines if abs(one[2] - one[0]) + abs(one[3] - one[1]) < 50]


def seen(frame: Frame, offset: tuple[float, float], vertical: bool) -> list[tuple[float, ...]]:
    """The back's lines as they shine through, when the printer is so far off."""
    found = []
    for x1, y1, x2, y2 in strokes(frame):
        moved = [(x1 + offset[0], y1 + offset[1]), (x2 + offset[0], y2 + offset[1])]
        ends = [(frame.width - x, y) if vertical else (x, frame.height - y) for x, y in moved]
        found.append(tuple(value for end in sorted(ends) for value in end))
    return found


def labels(frame: Frame) -> list[str]:
    return [item.text for item in frame.items if isinstance(item, TextRun) and len(item.text) < 5]


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
@pytest.mark.parametrize("offset", [(0.0, 0.0), (0.4, -0.3), (-3.9, 4.2)])
def test_one_pair_each_way_runs_on(paper, landscape, flip, offset) -> None:
    front, back = calibration_sheet(paper, landscape, flip, FACE, LABELS)
    vertical = (flip == "long-edge") == (front.height >= front.width)
    read: dict[str, list[str]] = {"upright": [], "lying": []}
    ours = strokes(front)[-2 * 85 :] if len(strokes(front)) > 170 else strokes(front)
    behind = seen(back, offset, vertical)
    for line, label in zip(ours, labels(front)[-170:], strict=True):
        upright = abs(line[0] - line[2]) < 1e-9
        for other in behind:
            if upright and abs(other[0] - other[2]) < 1e-9:
                along, meets = abs(other[0] - line[0]), abs(min(other[1], other[3]) - line[3])
            elif not upright and abs(other[1] - other[3]) < 1e-9:
                along, meets = abs(other[1] - line[1]), abs(min(other[0], other[2]) - line[2])
            else:
                continue
            if along < 0.02 and meets < 4.3:
                read["upright" if upright else "lying"].append(label)
    assert [[float(text) for text in found] for found in read.values()] == [
        [offset[0]],
        [offset[1]],
    ]


def test_all_stands_on_the_paper() -> None:
    for landscape in (False, True):
        for frame in calibration_sheet(LETTER, landscape, "long-edge", FACE, LABELS):
            ladders = rungs(frame)
            for x1, y1, x2, y2 in strokes(frame):
                if (x1, y1, x2, y2) in ladders:
                    continue
                assert min(x1, x2) > 5 and max(x1, x2) < frame.width - 5
                assert min(y1, y2) > 5 and max(y1, y2) < frame.height - 5
            for item in frame.items:
                if isinstance(item, TextRun):
                    assert item.x > 5 and item.x + item.width < frame.width - 5


@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
def test_a_sheet_in_arabic_begins_at_the_right_and_its_numbers_keep_their_sign_before_them(
    flip: Flip,
) -> None:
    said = parse((ARABIC / "cards/ar/labels.yaml").read_text(), "labels.yaml", [])
    assert said is not None
    words = {key: node.text for key, node in said.entries.items()}
    letters = (ARABIC / "assets/fonts/NotoNaskhArabic-Regular.ttf").read_bytes()
    face = Face({"text": letters, "text/2": FONT_BYTES["text"]}, {}, "ar")
    front, back = calibration_sheet(A4, False, flip, face, words)
    assert len(strokes(back)) == 170
    runs = [run for run in front.items if isinstance(run, TextRun)]
    rows = [sorted((run for run in runs if run.y == y), key=lambda run: run.x)
            for y in sorted({run.y for run in runs if run.size == LABEL})]  # fmt: skip
    seen = ["".join(run.text for run in row).replace("\u200e", "") for row in rows]
    assert any(one.startswith("-4.2") for one in seen)
    assert any(one.endswith("+4.2") for one in seen)
    for y in {run.y for run in runs if run.size == TEXT}:
        line = [run for run in runs if run.y == y]
        assert max(run.x + run.width for run in line) == pytest.approx(210 - EDGE, abs=0.1)
        assert min(run.x for run in line) > EDGE - 1


def rungs(frame: Frame) -> list[tuple[float, ...]]:
    """The lines that lie along an edge and no further than 8 mm from it."""
    return [
        (x1, y1, x2, y2) for x1, y1, x2, y2 in strokes(frame)
        if (y1 == y2 and min(y1, frame.height - y1) < 8.5)
        or (x1 == x2 and min(x1, frame.width - x1) < 8.5)
    ]  # fmt: skip


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("lost", [0.0, 2.9, 4.2])
def test_the_lowest_number_that_is_printed_all_around_is_the_margin(
    landscape: bool, lost: float
) -> None:
    """A printer that loses so much along each edge prints the lines beyond, and their numbers."""
    front, back = calibration_sheet(A4, landscape, "long-edge", FACE, LABELS)
    assert rungs(back) == []
    printed = []
    for x1, y1, _, y2 in rungs(front):
        from_edge = min(y1, front.height - y1) if y1 == y2 else min(x1, front.width - x1)
        if from_edge > lost:
            printed.append(round(from_edge, 6))
    assert [printed.count(step) for step in sorted(set(printed))] == [4] * len(set(printed))
    assert min(printed) == int(lost) + 1
    numbers = [run for run in front.items if isinstance(run, TextRun) and run.text in "12345678"]
    assert len(numbers) == 4 * 8
    assert all(min(run.x, front.width - run.x - run.width, run.y - 1.6, front.height - run.y) > 8.4
               for run in numbers)  # fmt: skip


def test_each_number_stands_before_its_line_with_its_capitals_in_the_middle() -> None:
    front, _ = calibration_sheet(A4, False, "long-edge", FACE, LABELS)
    items = list(front.items)
    runs = [item for item in items if isinstance(item, TextRun) and len(item.text) < 5][-170:]
    ends = {"upright": 0, "lying": 0}
    for (x1, y1, x2, y2), run in zip(strokes(front)[-170:], runs, strict=True):
        if abs(x1 - x2) < 1e-9:
            ends["upright"] += 1
            assert run.x + run.width / 2 == pytest.approx(x1, abs=0.01)
            assert 0 < min(y1, y2) - run.y < 3
        else:
            ends["lying"] += 1
            cap = FACE.cap_height * run.size * MM_PER_POINT
            assert run.y - cap / 2 == pytest.approx(y1, abs=0.01)
            assert 0 < min(x1, x2) - (run.x + run.width) < 3
    assert ends == {"upright": 85, "lying": 85}


def test_a_line_of_100_mm_has_a_tick_at_both_ends() -> None:
    front, _ = calibration_sheet(A4, True, "long-edge", FACE, LABELS)
    paths = [item.path for item in front.items if isinstance(item, Shape)]
    lines = [(*path[0][1], *path[1][1]) for path in paths]
    (long,) = [one for one in lines if abs(one[2] - one[0]) > 50]
    assert long[2] - long[0] == pytest.approx(100) and long[1] == long[3]
    ticks = [one for one in lines if one[0] == one[2] and one[0] in (long[0], long[2])
             and min(one[1], one[3]) < long[1] < max(one[1], one[3])]  # fmt: skip
    assert [one[3] - one[1] for one in ticks] == pytest.approx([4, 4])
