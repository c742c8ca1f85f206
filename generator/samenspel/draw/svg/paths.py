"""Path data: any SVG path to absolute M, L, C and Z, and plain ones straight to PDF operators.

Two roads. Drawings out of a pen program (ours among them) hold nothing but absolute M, L, Q, C and
Z with tidy numbers: :func:`fast_operators` turns their text into operators without ever seeing a
number. All else goes through :func:`segments` (SVG 2, chapter 9) and :func:`operators`.
"""

from __future__ import annotations

import re

from samenspel.draw.svg.curves import arc, raised
from samenspel.draw.svg.values import REACH, Matrix, apply
from samenspel.model.frame import Path, Segment
from samenspel.saying import say

# -- the fast road ----------------------------------------------------------------------------

_N = r"-?\d{1,6}+(?:\.\d{1,4}+)?+"
_P = rf"{_N}[ ,]{_N}"
_TIDY = re.compile(
    rf"(?:M ?{_P}\s?+(?:C ?{_P}[ ,]{_P}[ ,]{_P}\s?+|L ?{_P}\s?+|Q ?{_P}[ ,]{_P}\s?+)*+"
    r"(?:Z\s?+)?+)*+\Z"
)
_STEP = re.compile(r"([MLCQZ])([^MLCQZ]*)")


def fast_operators(data: str) -> str | None:
    """PDF path operators for tidy absolute path data, or None when it is not that tidy."""
    if not _TIDY.match(data):
        return None
    if "," in data:
        data = data.replace(",", " ")
    if "Q" in data:
        return _with_quadratics(data)
    parts = [
        f"{numbers.strip()} {_OPERATOR[command]}" if command != "Z" else "h"
        for command, numbers in _STEP.findall(data)
    ]
    return "\n".join(parts)


_OPERATOR = {"M": "m", "L": "l", "C": "c"}


def _with_quadratics(data: str) -> str:
    """As above where quadratic curves must be raised to cubics, which takes arithmetic."""
    parts: list[str] = []
    add = parts.append
    x = y = 0.0
    for command, text in _STEP.findall(data):
        if command == "Q":
            left, top, end_x, end_y = text.split()
            qx, qy, ex, ey = 2 * float(left), 2 * float(top), float(end_x), float(end_y)
            ends = (x + qx) / 3, (y + qy) / 3, (ex + qx) / 3, (ey + qy) / 3
            handles = "%.2f %.2f %.2f %.2f" % ends  # a third faster than an f-string  # noqa: UP031
            add(f"{handles} {end_x} {end_y} c")
            x, y = ex, ey
        elif command == "Z":
            add("h")
        else:
            numbers = text.split()
            add(f"{text} {_OPERATOR[command]}")
            x, y = float(numbers[-2]), float(numbers[-1])
    return "\n".join(parts)


# -- the general road ------------------------------------------------------------------------

_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_COMMAND = re.compile(r"[\s,]*+([MmLlHhVvCcSsQqTtAaZz])")
_NUMBER = re.compile(r"[\s,]*+([-+]?(?:\d++\.?+\d*+|\.\d++)(?:[eE][-+]?\d++)?+)")
_FLAG = re.compile(r"[\s,]*+([01])")
_GAP = re.compile(r"[\s,]*")
_END = re.compile(r"[\s,]*+\Z")


class _Walker:
    """Follows path data and keeps what relative and smooth commands refer to."""

    def __init__(self) -> None:
        self.out: list[Segment] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.handle: tuple[float, float] | None = None
        self.curve = ""
        self.open = False

    def step(self, command: str, values: list[float]) -> None:
        """One command with its own numbers, absolute or relative as its letter's case says."""
        kind = command.upper()
        if command.islower():
            values = self._absolute(kind, values)
        if kind not in "MZ" and not self.open:
            self.out.append(("M", (self.start_x, self.start_y)))
            self.open = True
        getattr(self, f"_{kind.lower()}")(values)
        self.curve = kind

    def _absolute(self, kind: str, values: list[float]) -> list[float]:
        if kind == "H":
            return [values[0] + self.x]
        if kind == "V":
            return [values[0] + self.y]
        if kind == "A":
            return [*values[:5], values[5] + self.x, values[6] + self.y]
        return [v + (self.y if place % 2 else self.x) for place, v in enumerate(values)]

    def _m(self, values: list[float]) -> None:
        self.x, self.y = self.start_x, self.start_y = values[0], values[1]
        self.out.append(("M", (self.x, self.y)))
        self.open = True

    def _z(self, _values: list[float]) -> None:
        if self.open:
            self.out.append(("Z", ()))
        self.x, self.y, self.open = self.start_x, self.start_y, False

    def _l(self, values: list[float]) -> None:
        self.x, self.y = values
        self.out.append(("L", (self.x, self.y)))

    def _h(self, values: list[float]) -> None:
        self._l([values[0], self.y])

    def _v(self, values: list[float]) -> None:
        self._l([self.x, values[0]])

    def _c(self, values: list[float]) -> None:
        self.out.append(("C", tuple(values)))
        self.handle = values[2], values[3]
        self.x, self.y = values[4], values[5]

    def _s(self, values: list[float]) -> None:
        self._c([*self._mirrored("CS"), *values])

    def _q(self, values: list[float]) -> None:
        qx, qy, x, y = values
        self.out.append(("C", raised(self.x, self.y, qx, qy, x, y)))
        self.handle = qx, qy
        self.x, self.y = x, y

    def _t(self, values: list[float]) -> None:
        self._q([*self._mirrored("QT"), *values])

    def _mirrored(self, kinds: str) -> tuple[float, float]:
        """The last handle mirrored in the current point, when the last curve was of these kinds."""
        if self.handle is None or self.curve not in kinds or not self.curve:
            return self.x, self.y
        return 2 * self.x - self.handle[0], 2 * self.y - self.handle[1]

    def _a(self, values: list[float]) -> None:
        pieces = arc(self.x, self.y, values)
        if not pieces and self.out[-1][0] == "M":  # a point, which has caps
            pieces = [("L", (self.x, self.y))]
        self.out.extend(pieces)
        self.x, self.y = values[5], values[6]


def segments(data: str) -> Path:
    """Path data as absolute M, L, C and Z; ValueError with the place when it cannot be read."""
    walker = _Walker()
    place, first = 0, True
    while not _END.match(data, place):
        match = _COMMAND.match(data, place)
        if not match or (first and match.group(1) not in "Mm"):
            raise ValueError(_near(data, place))
        command, place, first = match.group(1), match.end(), False
        place = _arguments(walker, data, command, place)
    return tuple(walker.out)


def _arguments(walker: _Walker, data: str, command: str, place: int) -> int:
    """Take a command's numbers, as many sets as there are; the place where they end."""
    count = _COUNT[command.upper()]
    if not count:
        walker.step(command, [])
        return place
    first = True
    while True:
        values: list[float] = []
        start = place
        for position in range(count):
            flag = count == 7 and position in (3, 4)
            match = (_FLAG if flag else _NUMBER).match(data, place)
            if not match:
                if values or first:
                    raise ValueError(_near(data, place))
                return start
            values.append(float(match.group(1)))
            place = match.end()
        if not all(abs(value) < REACH for value in values):
            raise ValueError(_near(data, start))
        walker.step(command, values)
        command = {"M": "L", "m": "l"}.get(command, command)
        first = False


def _near(data: str, place: int) -> str:
    gap = _GAP.match(data, place)
    place = gap.end() if gap else place
    shown = data[place : place + 20].strip() or "its end"
    return say("near “{shown}” (character {place})", shown=shown, place=place + 1)


# -- what is done with segments --------------------------------------------------------------


def through(path: Path, matrix: Matrix) -> Path:
    """A path through a matrix."""
    return tuple(
        (
            command,
            tuple(
                value
                for place in range(0, len(numbers), 2)
                for value in apply(matrix, numbers[place], numbers[place + 1])
            ),
        )
        for command, numbers in path
    )


def operators(path: Path, digits: int) -> str:
    """A path as PDF path construction operators."""
    names = {"M": "m", "L": "l", "C": "c"}
    parts = [
        " ".join([*(short(value, digits) for value in numbers), names[command]]) if numbers else "h"
        for command, numbers in path
    ]
    return "\n".join(parts)


def short(value: float, digits: int) -> str:
    """A number in fixed point without trailing zeros."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"
