"""The strings that text operators show (ISO 32000-1, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(
    rb"<([0-9A-Fa-f\s]*+)>|\(((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+)\)|([-+.\d]++)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pieces(operands: bytes) -> Iterator[bytes | float]:
    """The strings of a ``Tj`` or ``TJ``, and the numbers between them (thousandths of an em)."""
    for found in _PIECE.finditer(operands):
        coded, plain, number = found.groups()
        if coded is not None:
            digits = b"".join(coded.split())
            yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif plain is not None:
            yield _ESCAPE.sub(_unescaped, plain) if b"\\" in plain else plain
        else:
            yield float(number)


def _unescaped(found: re.Match[bytes]) -> bytes:
    what = found[1]
    if what[:1].isdigit():
        return bytes([int(what, 8) & 255])
    return b"" if what in (b"\n", b"\r", b"\r\n") else _ESCAPED.get(what, what)
