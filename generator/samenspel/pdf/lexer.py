"""Content streams as instructions: raw operands and an operator, one after another.

A cartoon has some 10,000 operators, and a Python object for each operand would take most of the
time. So instructions are matched as text, a run of path segments in one piece. Where the pattern
does not match (inline images, comments, deep nesting), the next instruction is read token by token,
and the pattern goes on behind it. Nothing is gone over twice, however a stream is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.pdf.geometry import Matrix
from samenspel.pdf.limits import DamagedError
from samenspel.pdf.values import named
from samenspel.saying import say

Instruction = tuple[bytes, bytes]
"""Operands as they are written, and the operator."""

PATH = b"path"
"""The operator of a run of ``m l c v y h``; its operands are the run itself.

Only segments whose numbers are plain and come in pairs are taken together, so whoever does not need
all coordinates of a run may leave them unread: nothing in it can be wrong.
"""

INLINE_IMAGE = b"INLINE IMAGE"
"""The operator of an inline image; its operands are all between ``BI`` and ``EI``."""


_SPACE = rb"[\s\x00]"
_PLAIN = rb"-?+[0-9]++(?:\.[0-9]++)?+"
_PAIR = _PLAIN + _SPACE + rb"++" + _PLAIN + _SPACE + rb"++"
_SEGMENTS = rb"(?:(?:" + _PAIR + rb")++[mlcvy]" + _SPACE + rb"++|h" + _SPACE + rb"++)++"
_NUMBER = rb"[-+.0-9]++"
_NAME = rb"/[^\s\x00()<>\[\]{}/%]*+"
_STRING = rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_ARRAY = rb"\[(?:" + rb"|".join((_STRING, _HEX, rb"[^\[\]()<>%]++")) + rb")*+\]"
_DICTIONARY = rb"<<(?:" + rb"|".join((_STRING, _HEX, rb"[^()<>%]++")) + rb")*+>>"
_WORD = rb"(?:true|false|null)(?=[\s\x00])"
_OPERAND = rb"(?:" + rb"|".join((_NUMBER, _NAME, _STRING, _HEX, _ARRAY, _DICTIONARY, _WORD)) + rb")"

_INSTRUCTION = re.compile(
    rb"(" + _SEGMENTS + rb")"
    rb"|((?:" + _OPERAND + _SPACE + rb"*+)*+)([A-Za-z'\"][A-Za-z0-9*]*+)" + _SPACE + rb"*+",
    re.DOTALL,
)
_START = re.compile(rb"(" + _PLAIN + rb")" + _SPACE + rb"++(" + _PLAIN + rb")")
_TO_BLANKS = bytes.maketrans(b"mlcvyh\0", b" " * 7)

_BLANKS = re.compile(rb"(?:[\s\x00]++|%[^\r\n]*+)*+")
_TOKEN = re.compile(
    rb"(?P<string>\()|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<operand>" + rb"|".join((_NUMBER, _NAME, _HEX)) + rb")"
    rb"|(?P<word>[^\s\x00()<>\[\]{}/%]++)"
)
_PARENTHESIS = re.compile(rb"[()]|\\.", re.DOTALL)
_END_OF_IMAGE = re.compile(rb"[\s\x00]EI(?=[\s\x00]|\Z)")
_BINARY = re.compile(rb"[^\s\x00\x20-\x7e]")

COMPONENTS = {b"/G": 1, b"/DeviceGray": 1, b"/RGB": 3, b"/DeviceRGB": 3, b"/CMYK": 4,
              b"/DeviceCMYK": 4}  # fmt: skip


def instructions(data: bytes) -> Iterator[Instruction]:
    """All instructions of a content stream. Raises DamagedError where none can be read."""
    data += b"\n"
    end = _blank(data, 0)
    while end < len(data):
        match = _INSTRUCTION.match(data, end)
        if match is None:
            operands, operator, end = _odd(data, end)
        elif match.group(3) is None:
            operands, operator, end = match.group(1), PATH, match.end()
        else:
            operands, operator, end = match.group(2), match.group(3), match.end()
        if operator == b"BI":
            operands, end = _inline_image(data, end)
            operator = INLINE_IMAGE
        yield operands, operator
        end = _blank(data, end)


def _blank(data: bytes, start: int) -> int:
    """Where the next thing begins that is neither white space nor a remark."""
    found = _BLANKS.match(data, start)
    return found.end() if found else start


def _odd(data: bytes, start: int) -> tuple[bytes, bytes, int]:
    """One instruction, token by token: operands, operator, and where it ends."""
    end, depth = start, 0
    operands: list[bytes] = []
    while (end := _blank(data, end)) < len(data) and (token := _TOKEN.match(data, end)):
        depth += bool(token["open"]) - bool(token["close"])
        word = token["word"]
        if depth < 0:
            break
        if word and not depth and word not in (b"true", b"false", b"null"):
            return b" ".join([*operands, b""]), word, token.end()
        begin, end = end, _string_end(data, end) if token["string"] else token.end()
        operands.append(data[begin:end])
    at = repr(data[start : start + 40])
    raise DamagedError(say("no instruction can be read from {data}", data=at))


def _string_end(data: bytes, start: int) -> int:
    """Where a literal string ends, with the strings in parentheses inside it."""
    depth = 0
    for found in _PARENTHESIS.finditer(data, start):
        depth += (found[0] == b"(") - (found[0] == b")")
        if depth == 0:
            return found.end()
    at = repr(data[start : start + 40])
    raise DamagedError(say("a text does not end: {data}", data=at))


def _inline_image(data: bytes, start: int) -> tuple[bytes, int]:
    """An inline image as it is written between ``BI`` and ``EI``, and where it ends."""
    entries, begin = _image_entries(data, start)
    end = _image_end(data, begin, _image_size(entries))
    return data[start : end - len(b"EI")], end


def _image_entries(data: bytes, start: int) -> tuple[dict[bytes, bytes], int]:
    """The dictionary of an inline image, and where its data begins: one blank behind ``ID``."""
    head, operator, end = _odd(data, start)
    if operator != b"ID":
        at = repr(head[:40])
        raise DamagedError(say("an inline image without its data: {data}", data=at))
    return _entries(head), end + 1


def _image_size(entries: dict[bytes, bytes]) -> int | None:
    """How many bytes its data has, where that follows from its entries (8.9.7)."""
    stencil = entries.get(b"IM") == b"true"
    components = 1 if stencil else COMPONENTS.get(entries.get(b"CS", b""))
    if b"F" in entries or components is None:
        return None
    width, height = int(entries.get(b"W", b"0")), int(entries.get(b"H", b"0"))
    bits = 1 if stencil else int(entries.get(b"BPC", b"8"))
    return (width * components * bits + 7) // 8 * height


@dataclass(frozen=True, slots=True)
class InlineImage:
    """An image that stands in the content itself (8.9.7)."""

    entries: dict[bytes, bytes]
    """Its dictionary under the short keys, values as they are written."""
    data: bytes

    @property
    def stencil(self) -> bool:
        """True for a mask that is painted with the fill colour."""
        return self.entries.get(b"IM") == b"true"

    def number(self, key: bytes, default: int) -> int:
        """An entry that is a whole number. Raises ValueError."""
        return int(self.entries.get(key, default))


def inline_image(operands: bytes) -> InlineImage:
    """The operands of INLINE_IMAGE taken apart. Raises DamagedError."""
    entries, begin = _image_entries(operands, 0)
    return InlineImage(entries, operands[begin:])


def _image_end(data: bytes, start: int, size: int | None) -> int:
    """Behind the ``EI`` of an inline image (8.9.7); its data may hold those letters as well."""
    if size is not None:
        found = re.compile(rb"[\s\x00]*+EI(?=[\s\x00]|\Z)").match(data, start + size)
        if found:
            return found.end()
    for found in _END_OF_IMAGE.finditer(data, max(start - 1, 0)):
        if not _BINARY.search(data, found.end(), found.end() + 16):
            return found.end()
    raise DamagedError("an inline image does not end")


_KEYS = {b"Width": b"W", b"Height": b"H", b"BitsPerComponent": b"BPC", b"ColorSpace": b"CS",
         b"ImageMask": b"IM", b"Filter": b"F"}  # fmt: skip


def _entries(head: bytes) -> dict[bytes, bytes]:
    """The dictionary of an inline image: short keys, and values as they are written."""
    values: list[bytes] = []
    end = 0
    while (end := _blank(head, end)) < len(head):
        start, end = end, _operand_end(head, end)
        values.append(head[start:end])
    keys = [key.removeprefix(b"/") for key in values[::2]]
    return {_KEYS.get(key, key): value for key, value in zip(keys, values[1::2], strict=False)}


def _operand_end(data: bytes, start: int) -> int:
    """Where one operand ends; brackets hold all that stands between them."""
    end, depth = start, 0
    while end < len(data) and (token := _TOKEN.match(data, end)):
        depth += bool(token["open"]) - bool(token["close"])
        end = _string_end(data, end) if token["string"] else token.end()
        if depth <= 0:
            return end
        end = _blank(data, end)
    at = repr(data[:40])
    raise DamagedError(say("an inline image's entries cannot be read: {data}", data=at))


def numbers(operands: bytes) -> list[float]:
    """Operands that are all numbers."""
    return list(map(float, operands.split()))


def tints(operands: bytes) -> tuple[float, ...]:
    """The components of a colour."""
    return tuple(map(float, operands.split()))


def points(run: bytes) -> list[float]:
    """The coordinates of a run of path segments."""
    return list(map(float, run.translate(_TO_BLANKS).split()))


def start(run: bytes) -> tuple[float, float] | None:
    """The first point of a run of path segments, or ``None`` when it does not begin with one."""
    found = _START.match(run)
    return (float(found[1]), float(found[2])) if found else None


def six(operands: bytes) -> Matrix:
    """Operands that are a matrix."""
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def name(operand: bytes) -> str:
    """A name operand with its slash, ``#20`` decoded (ISO 32000-1, 7.3.5)."""
    text = operand.strip()
    if b"#" in text:
        text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), text)
    return named(text)
