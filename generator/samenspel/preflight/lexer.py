"""Content streams as instructions: raw operands and an operator.

A cartoon has some 10,000 operators, and a Python object for each operand would take most of the
time. So instructions are matched as text, a run of path segments in one piece. The pattern has to
match the stream **without a gap**; where it does not (inline images, comments, deep nesting,
damage), pikepdf's parser reads the whole stream instead. Both ways give the same instructions.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

import pikepdf

from samenspel.preflight.geometry import Matrix

Instruction = tuple[bytes, bytes]
"""Operands as they are written, and the operator."""

PATH = b"path"
"""The operator of a run of ``m l c v y h``; its operands are the run itself.

Only segments whose numbers are plain and come in pairs are taken together, so whoever does not need
all coordinates of a run may leave them unread: nothing in it can be wrong.
"""

INLINE_IMAGE = b"INLINE IMAGE"

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
_RUN = re.compile(_SEGMENTS)
_START = re.compile(rb"(" + _PLAIN + rb")" + _SPACE + rb"++(" + _PLAIN + rb")")
_TO_BLANKS = bytes.maketrans(b"mlcvyh\0", b" " * 7)


def instructions(source: pikepdf.Object, data: bytes) -> list[Instruction]:
    """All instructions of ``data``, the decoded content of ``source`` (a page or a form)."""
    found: list[Instruction] = []
    data = data.lstrip(b" \t\r\n\f\0") + b"\n"
    end = 0
    while match := _INSTRUCTION.match(data, end):
        operator = match.group(3)
        if operator == b"BI":
            break
        end = match.end()
        if operator is None:
            found.append((match.group(1), PATH))
        else:
            found.append((match.group(2), operator))
    return found if not data[end:].strip() else list(_parsed(source))


def numbers(operands: bytes) -> list[float]:
    """Operands that are all numbers."""
    return list(map(float, operands.split()))


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
    return text.decode("utf-8", "surrogateescape")


def _parsed(source: pikepdf.Object) -> Iterator[Instruction]:
    """The same by pikepdf, for what the pattern does not cover."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            parsed = pikepdf.parse_content_stream(source)
        except UserWarning as warning:
            raise pikepdf.PdfError(f"a content stream is damaged: {warning}") from warning
    for instruction in parsed:
        operator = bytes(instruction.operator)
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield _inline_image(instruction.iimage), INLINE_IMAGE
            continue
        text = pikepdf.unparse_content_stream([instruction])
        operands = text.strip()[: -len(operator)] + b" "
        if _RUN.fullmatch(operands.lstrip() + operator + b" "):
            yield operands.lstrip() + operator + b" ", PATH
        else:
            yield operands, operator


def _inline_image(image: pikepdf.PdfInlineImage) -> bytes:
    """Width, height, bits and colour space of an inline image, as text."""
    space = "ImageMask" if image.image_mask else str(image.colorspace or "unknown").lstrip("/")
    return f"{image.width} {image.height} {image.bits_per_component} /{space}".encode()
