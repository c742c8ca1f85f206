"""A quick road for drawings written small: M, L, C and Z in either case, with plain numbers.

Our cartoons hold some 240,000 points this way. The result is, letter for letter, what
``operators(segments(data), digits)`` says; the numbers are only never looked at one by one.
"""

from __future__ import annotations

import re

_TIDY = re.compile(r"[MLCZmlcz0-9., \n-]*+")
_LONG = re.compile(r"\d{7}")
"""Numbers that the general road must judge: it refuses those of a thousand million and more."""
_STEP = re.compile(r"([MLCZmlcz])([^MLCZmlcz]*+)")
_FINE = re.compile(r"\.\d\d")
_ZEROS = re.compile(r"\.?0+(?= )")
_COUNT = {"M": 2, "L": 2, "C": 6}


def relative_operators(data: str, digits: int) -> str | None:
    """PDF path operators with so many decimals, or None when the data ask for the general road."""
    if not digits or not _TIDY.fullmatch(data) or _LONG.search(data):
        return None
    if not _FINE.search(data):  # sums of tenths are tenths
        digits = 1
    try:
        lines = _lines(_STEP.findall(data.replace("-", " -").replace(",", " ")), digits)
    except ValueError:  # what is no number, and sets that are not whole
        return None
    return None if lines is None else _trimmed("\n".join(lines), digits)


def _lines(steps: list[tuple[str, str]], digits: int) -> list[str] | None:
    """One line for each segment; all numbers have ``digits`` decimals."""
    pair = f"%.{digits}f %.{digits}f "
    shape = {"M": pair + "m", "L": pair + "l", "C": pair * 3 + "c"}
    lines: list[str] = []
    add = lines.append
    x = y = start_x = start_y = 0.0
    opened = False
    for letter, text in steps:
        kind = letter.upper()
        if kind == "Z":
            if text.strip() or not opened:
                return None
            add("h")
            x, y, opened = start_x, start_y, False
            continue
        values = list(map(float, text.split()))
        count = _COUNT[kind]
        if not values or len(values) % count or not (opened or kind == "M"):
            return None
        own = letter == kind
        for at in range(0, len(values), count):
            if count == 2:
                x, y = values[at : at + 2] if own else (values[at] + x, values[at + 1] + y)
                add(shape[kind] % (x, y))
                if kind == "M":
                    start_x, start_y, opened, kind = x, y, True, "L"
                continue
            a, b, c, d, e, f = values[at : at + 6]
            if not own:
                a, b, c, d, e, f = a + x, b + y, c + x, d + y, e + x, f + y
            add(shape["C"] % (a, b, c, d, e, f))
            x, y = e, f
    return lines


def _trimmed(text: str, digits: int) -> str:
    """Without the zeros that end decimals, and without minus before nothing."""
    short = text.replace(".0 ", " ") if digits == 1 else _ZEROS.sub("", text)
    return short.replace("-0 ", "0 ")
