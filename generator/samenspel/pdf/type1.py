"""Type 1 font programs ("Adobe Type 1 Font Format"): the glyphs' names and widths."""

from __future__ import annotations

import re

EEXEC, CHARSTRING = 55665, 4330
"""The keys that the private part and the charstrings are encrypted with (chapter 7)."""
SKIPPED = 4
"""Random bytes at the start of what is encrypted."""
MAX_GLYPHS = 10_000
MAX_PRIVATE = 4 * 2**20
"""Bytes that are decrypted; the largest fonts have a tenth of that."""

_GLYPH = re.compile(rb"/([^\s/{}\[\]()<>%]+)\s+(\d+)\s+(?:RD|-\||\S{1,3})\s")
_SKIP = re.compile(rb"/lenIV\s+(-?\d+)")
_MATRIX = re.compile(rb"/FontMatrix\s*\[\s*([-+.\deE]+)")


def widths(program: bytes) -> dict[str, float | None]:
    """The glyphs' widths in ems by name; ``None`` where one is not known.

    Empty when no glyph can be found. Raises ValueError for numbers that are none.
    """
    data = _unpacked(program)
    begin = data.find(b"eexec")
    if begin < 0:
        return {}
    packed = data[begin + len(b"eexec") :][:MAX_PRIVATE].lstrip(b" \t\r\n")
    private = _decrypted(_binary(packed), EEXEC)
    skipped = int(found[1]) if (found := _SKIP.search(private)) else SKIPPED
    scale = float(found[1]) if (found := _MATRIX.search(data)) else 0.001
    widths: dict[str, float | None] = {}
    at = private.find(b"/CharStrings")
    while at >= 0 and len(widths) < MAX_GLYPHS and (found := _GLYPH.search(private, at)):
        size = int(found[2])
        code = private[found.end() : found.end() + size]
        if len(code) < size:
            break
        if skipped >= 0:
            code = _decrypted(code, CHARSTRING, skipped)
        width = _width(code)
        widths[found[1].decode("latin-1")] = None if width is None else width * scale
        at = found.end() + size
    widths.pop("CharStrings", None)
    return widths


def _unpacked(program: bytes) -> bytes:
    """Without the headers of a PFB file."""
    found, at = [], 0
    while program[at : at + 1] == b"\x80" and program[at + 1] in (1, 2):
        size = int.from_bytes(program[at + 2 : at + 6], "little")
        found.append(program[at + 6 : at + 6 + size])
        at += 6 + size
    return b"".join(found) or program


def _binary(data: bytes) -> bytes:
    """The encrypted part, which may be written in hexadecimal digits (7.2)."""
    if re.fullmatch(rb"[0-9A-Fa-f\s]{4}", data[:4]):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", data)
        return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    return data


def _decrypted(data: bytes, key: int, skipped: int = SKIPPED) -> bytes:
    found = bytearray()
    for byte in data:
        found.append(byte ^ key >> 8)
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(found[skipped:])


def _width(code: bytes) -> float | None:
    """The second operand of ``hsbw``, or the third of ``sbw`` (6.4)."""
    operands: list[float] = []
    at = 0
    while at < len(code):
        first = code[at]
        if first == 255:
            operands.append(int.from_bytes(code[at + 1 : at + 5], signed=True))
            at += 5
        elif first >= 251:
            operands.append(-(first - 251) * 256 - code[at + 1] - 108)
            at += 2
        elif first >= 247:
            operands.append((first - 247) * 256 + code[at + 1] + 108)
            at += 2
        elif first >= 32:
            operands.append(first - 139)
            at += 1
        elif first == 13 and len(operands) >= 2:
            return operands[1]
        elif first == 12 and code[at + 1 : at + 2] == b"\x07" and len(operands) >= 4:
            return operands[2]
        elif first == 12 and code[at + 1 : at + 2] == b"\x0c" and len(operands) >= 2:
            divisor = operands.pop() or 1.0
            operands[-1] /= divisor
            at += 2
        else:
            return None
    return None
