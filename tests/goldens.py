"""Golden texts: what stands where, for people to read; ``SAMENSPEL_GOLDEN=write`` rewrites."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from samenspel.layout import Laid, PrintedPicture, TextFit
from samenspel.model.frame import Frame, Item, Placement, TextRun
from samenspel.model.frame import Path as Outline
from samenspel.model.paths import bounds
from samenspel.units import number

FOLDER = Path(__file__).resolve().parent / "golden"


def compare(name: str, text: str) -> None:
    """Holds a text against the golden one of this name."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("SAMENSPEL_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), renewing(path)


def renewing(path: Path) -> str:
    """How a golden file is written again, by the test that runs now."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[0]
    command = f"SAMENSPEL_GOLDEN=write python -m pytest -n 0 {test}"
    return f"{path.name} is not as it was; if the difference below is meant, run {command}"


def section(name: str, title: str, text: str) -> None:
    """Holds a text against one section of a golden text."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("SAMENSPEL_GOLDEN") == "write":
        parts = _sections(path.read_text(encoding="utf-8")) if path.exists() else {}
        parts |= {title: text}
        whole = "".join(f"== {one}\n{parts[one]}" for one in sorted(parts))
        path.write_text(whole, encoding="utf-8")
        _sections.cache_clear()
    assert text == _sections(path.read_text(encoding="utf-8")).get(title), renewing(path)


@cache
def _sections(whole: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    title = ""
    for line in whole.splitlines(keepends=True):
        if line.startswith("== "):
            title = line.removeprefix("== ").rstrip("\n")
            parts[title] = ""
        else:
            parts[title] += line
    return parts


def table(frame: Frame) -> str:
    """A page to a hundredth of a millimetre: places, looks, and whence each comes."""
    head = f"page {frame.name} {numbers(frame.width, frame.height, frame.bleed, frame.safe)}"
    return "\n".join([head, *(f"  {_line(item)}" for item in frame.items)]) + "\n"


def numbers(*values: float, digits: int = 2) -> str:
    """Numbers with a comma between them."""
    return ",".join(number(value, digits) for value in values)


def _line(item: Item) -> str:
    if isinstance(item, TextRun):
        return _words(
            f"text {item.role} {numbers(item.x, item.y, item.width)}",
            f"{item.font} {numbers(item.size)}pt {item.ink}",
            item.turn and f"turn {item.turn}",
            f"{len(item.glyphs)} glyphs to {numbers(*[item.glyphs[-1].x] if item.glyphs else [])}",
            ".".join(map(str, item.source)),
            *(f"{numbers(start)}:{'.'.join(map(str, path))}" for start, path in item.others),
            f"| {item.text}",
        )
    if isinstance(item, Placement):
        return _words(
            f"art {item.role} {_box(item.box)} {item.art} on {item.ground}",
            item.turn and f"turn {item.turn}",
            item.clip and f"within {outline(item.clip)}",
            *(f"veil {v.ink} {number(v.share)} {outline(v.path)}" for v in item.veils),
            ".".join(map(str, item.source)),
            item.alt and f"| {item.alt}",
        )
    return _words(
        f"shape {item.role} {outline(item.path)}",
        item.fill and f"fill {item.fill}",
        item.stroke and f"line {item.stroke} {number(item.line_width, 3)}",
        item.dash and f"dash {numbers(*item.dash)}",
        item.even_odd and "even-odd",
        item.spot and f"plate {item.spot}",
        item.layer and f"layer {item.layer}",
        *(f"within {outline(clip)}" for clip in item.clips),
    )


def _words(*parts: str | float | Outline | None) -> str:
    return " ".join(str(part) for part in parts if part)


def _box(box: object) -> str:
    return numbers(box.x, box.y, box.width, box.height)  # type: ignore[attr-defined]


def outline(path: Outline) -> str:
    """A path: its letters and points when it is short, else where it is and how large."""
    points = [pair for _, values in path for pair in zip(values[0::2], values[1::2], strict=True)]
    if len(points) <= 5:
        return "".join(f"{letter}{numbers(*values)}" for letter, values in path)
    middle = numbers(*(sum(axis) / len(points) for axis in zip(*points, strict=True)))
    turned = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*points, points[0]])) / 2
    return f"{_box(bounds(path))} ({len(points)} points about {middle}, {numbers(turned)} mm²)"


def fit(one: TextFit) -> str:
    """How a text was fitted: the field, sizes in points, lines, and lengths in mm."""
    return _words(
        f"  fit {one.role} {'.'.join(map(str, one.path))} {one.side}",
        f"{number(one.size, 2)} of {number(one.design, 2)} to {number(one.minimum, 2)} pt",
        f"{one.lines} lines at {number(one.step, 4)} within {number(one.measure, 3)}",
        one.most_lines and f"{one.most_lines} at most",
        one.hyphens and f"{one.hyphens} hyphens",
        f"room {number(one.room, 3)} left {number(one.left, 3)} free {one.free_lines}",
        f"advance {number(one.advance, 4)}",
        one.cut and f"cut {one.cut}",
        one.smaller and f"smaller {number(one.smaller, 2)}",
        one.tight and "tight",
    )


def picture(one: PrintedPicture) -> str:
    """A picture of pixels as it is printed, in mm and pixels an inch."""
    return _words(
        f"  picture {one.art} {one.key} {numbers(one.width, one.height)} at {number(one.ppi, 1)}",
        one.cut and "cut",
        one.lost and f"lost {number(one.lost, 4)}",
    )


def laid(page: Laid) -> str:
    """A page with what its layout brought to light."""
    found = (
        *map(fit, page.fits),
        *map(picture, page.pictures),
        *(f"  problem {one}" for one in page.problems),
    )
    return table(page.frame) + "".join(f"{one}\n" for one in found)


def pages(frames: Iterable[Frame]) -> str:
    """Pages under each other."""
    return "\n".join(table(frame) for frame in frames)
