"""Numbers, lengths, colours and transforms as SVG writes them."""

from __future__ import annotations

import colorsys
import math
import re

from samenspel.draw.svg.names import NAMES

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

PX = {
    "": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6,
    "pt": 96 / 72, "pc": 16.0,
}  # fmt: skip
"""User units (CSS pixels) in each absolute unit (CSS Values 3, 5.2)."""

NUMBER = r"[-+]?(?:\d++\.?+\d*+|\.\d++)(?:[eE][-+]?\d++)?+"
"""Without a second thought (possessive), so that a million digits take no more than their time."""
REACH = 1e9
"""No number in a drawing may be larger: transforms multiply, and a float keeps sixteen digits."""
_LENGTH = re.compile(rf"({NUMBER})\s*([A-Za-z%]*)\Z")
_FUNCTION = re.compile(r"([A-Za-z]+)\s*\(([^()]*)\)\s*,?\s*")
_SPLIT = re.compile(r"[\s,]+")


def plain_number(text: str) -> float:
    """A bare number; ValueError for anything else, also for infinities."""
    if not re.fullmatch(NUMBER, text):
        raise ValueError(text)
    return _finite(float(text))


def _finite(value: float) -> float:
    if not math.isfinite(value) or abs(value) > REACH:
        raise ValueError("the number is out of reach")
    return value


def length(text: str, whole: float) -> float:
    """A length in user units; percentages are of ``whole``. ValueError when it is none."""
    match = _LENGTH.match(text.strip())
    if not match:
        raise ValueError(text)
    value, unit = _finite(float(match.group(1))), match.group(2).lower()
    if unit == "%":
        return value * whole / 100
    if unit not in PX:
        raise ValueError(f"the unit {unit!r} is not known here")
    return value * PX[unit]


def share(text: str) -> float:
    """An opacity, as number or percentage, held between 0 and 1."""
    text = text.strip()
    value = plain_number(text[:-1]) / 100 if text.endswith("%") else plain_number(text)
    return min(max(value, 0.0), 1.0)


# -- colours ---------------------------------------------------------------------------------

RGBA = tuple[int, int, int, float]


def colour(text: str) -> RGBA:
    """A colour as 8-bit channels and an opacity; ValueError when it is none."""
    text = text.strip().lower()
    if text == "transparent":
        return 0, 0, 0, 0.0
    if text in NAMES:
        value = NAMES[text]
        return value >> 16, value >> 8 & 255, value & 255, 1.0
    if text.startswith("#"):
        return _hexadecimal(text[1:])
    match = re.fullmatch(r"(rgb|hsl)a?\(([^()]*)\)", text)
    if not match:
        raise ValueError(text)
    parts = _SPLIT.split(match.group(2).replace("/", " ").strip())
    if len(parts) not in (3, 4):
        raise ValueError(text)
    opacity = share(parts[3]) if len(parts) == 4 else 1.0
    red, green, blue = (_rgb if match.group(1) == "rgb" else _hsl)(parts[:3])
    return red, green, blue, opacity


def _hexadecimal(digits: str) -> RGBA:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9a-f]{6}([0-9a-f]{2})?", digits):
        raise ValueError(f"#{digits}")
    channels = bytes.fromhex(digits)
    return channels[0], channels[1], channels[2], (channels[3] / 255 if len(channels) > 3 else 1.0)


def _byte(value: float) -> int:
    return math.floor(min(max(value, 0.0), 255.0) + 0.5)


def _rgb(parts: list[str]) -> tuple[int, int, int]:
    levels = [
        plain_number(part[:-1]) * 2.55 if part.endswith("%") else plain_number(part)
        for part in parts
    ]
    return _byte(levels[0]), _byte(levels[1]), _byte(levels[2])


def _hsl(parts: list[str]) -> tuple[int, int, int]:
    hue = plain_number(parts[0].removesuffix("deg")) / 360 % 1
    saturation, lightness = (share(part) for part in parts[1:])
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return _byte(red * 255), _byte(green * 255), _byte(blue * 255)


# -- transforms ------------------------------------------------------------------------------


def multiply(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first and ``outer`` after (SVG's nesting order)."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
        a * k + c * m + e, b * k + d * m + f,
    )  # fmt: skip


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def determinant(matrix: Matrix) -> float:
    """How much a matrix magnifies areas; 0 when it flattens them, negative when it mirrors."""
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def inverse(matrix: Matrix) -> Matrix:
    """The way back; ZeroDivisionError when a matrix flattens all."""
    a, b, c, d, e, f = matrix
    size = determinant(matrix)
    return (
        d / size, -b / size, -c / size, a / size,
        (c * f - d * e) / size, (b * e - a * f) / size,
    )  # fmt: skip


def scale_of(matrix: Matrix) -> float:
    """The mean magnification of lengths."""
    return math.sqrt(abs(determinant(matrix)))


def transform(text: str) -> Matrix:
    """A ``transform`` list as one matrix; ValueError when it cannot be read."""
    text = text.strip()
    result, place = IDENTITY, 0
    if text in ("", "none"):
        return result
    while place < len(text):
        match = _FUNCTION.match(text, place)
        if not match:
            raise ValueError(text)
        result = multiply(result, _single(match.group(1), match.group(2)))
        place = match.end()
    return result


_ANGLE = re.compile(rf"({NUMBER})(deg|grad|rad|turn|)\Z")
_DEGREES = {"": 1.0, "deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


def turn(text: str) -> float:
    """An angle in degrees, whatever its unit; ValueError when it is none."""
    match = _ANGLE.match(text.strip().lower())
    if not match:
        raise ValueError(text)
    return _finite(float(match.group(1))) * _DEGREES[match.group(2)]


def _single(name: str, arguments: str) -> Matrix:
    parts = [part for part in _SPLIT.split(arguments.strip()) if part]
    match name, parts:
        case "rotate", [angle]:
            return _rotation(turn(angle))
        case "skewX" | "skew", [angle]:
            return 1.0, 0.0, math.tan(math.radians(turn(angle))), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            return 1.0, math.tan(math.radians(turn(angle))), 0.0, 1.0, 0.0, 0.0
        case "rotate", [angle, x, y]:
            place = _along(x), _along(y)
            turned = multiply((1, 0, 0, 1, *place), _rotation(turn(angle)))
            return multiply(turned, (1, 0, 0, 1, -place[0], -place[1]))
    return _straight(name, [_along(part) for part in parts])


def _along(text: str) -> float:
    """A number, or a length of CSS in user units."""
    return plain_number(text) if text[-1:].isdigit() or text[-1:] == "." else _absolute(text)


def _absolute(text: str) -> float:
    if text.endswith("%"):
        raise ValueError(text)
    return length(text, 0.0)


def _straight(name: str, numbers: list[float]) -> Matrix:
    """A transform function without an angle."""
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) < 2:
            return 1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0
        case "translateX", [x]:
            return 1.0, 0.0, 0.0, 1.0, x, 0.0
        case "translateY", [y]:
            return 1.0, 0.0, 0.0, 1.0, 0.0, y
        case "scale", [x, *rest] if len(rest) < 2:
            return x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0
        case "scaleX", [x]:
            return x, 0.0, 0.0, 1.0, 0.0, 0.0
        case "scaleY", [y]:
            return 1.0, 0.0, 0.0, y, 0.0, 0.0
    raise ValueError(f"{name}({numbers})")


def _rotation(angle: float) -> Matrix:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return cos, sin, -sin, cos, 0.0, 0.0
