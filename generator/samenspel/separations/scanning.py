"""Content streams in pieces: instructions that matter to plates, and all between them verbatim.

Like preflight's lexer it matches text, because a Python object for each operand would cost more
than all the rest. But it keeps what it does not understand byte for byte, as it will be written
again. The pattern has to match the stream without a gap; where it does not (inline images, damage),
pikepdf's parser reads the whole stream.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf

Piece = tuple[Any, bytes]
"""Operands and operator; verbatim text and ``b""``; an inline image and ``BI``."""

VERBATIM = b""
INLINE_IMAGE = b"BI"

_SPACE = rb"(?:[\s\x00]++|%[^\r\n]*+)"
_END = rb"(?=[\s\x00()<>\[\]{}/%])"
_NUMBER = rb"[-+.0-9]++"
_NAME = rb"/[^\s\x00()<>\[\]{}/%]*+"
_STRING = rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_ARRAY = rb"\[(?:" + rb"|".join((_STRING, _HEX, rb"[^\[\]()<>%]++")) + rb")*+\]"
_DICTIONARY = rb"<<(?:" + rb"|".join((_STRING, _HEX, rb"[^()<>%]++")) + rb")*+>>"
_WORD = rb"(?:true|false|null)" + _END
_OPERAND = rb"(?:" + rb"|".join((_NUMBER, _NAME, _STRING, _HEX, _ARRAY, _DICTIONARY, _WORD)) + rb")"
_PLAIN = rb"(?:[mlcvyhwJjMin]|re|cm|W\*?|BT|ET|T[dDmLcwzs*])" + _END
"""Operators with numbers alone that mean nothing to plates: paths, matrices, places of text."""

_PIECE = re.compile(
    rb"((?:(?:" + _NUMBER + _SPACE + rb"++)*+" + _PLAIN + _SPACE + rb"*+)++)"
    rb"|((?:" + _OPERAND + _SPACE + rb"*+)*+)([A-Za-z'\"][A-Za-z0-9*]*+)" + _SPACE + rb"*+",
    re.DOTALL,
)

_HEAD = re.compile(rb"\s*BI\s*((?:" + _OPERAND + _SPACE + rb"*+)*+)ID", re.DOTALL)

KEYS = {
    "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/D": "/Decode", "/DP": "/DecodeParms",
    "/F": "/Filter", "/H": "/Height", "/IM": "/ImageMask", "/I": "/Interpolate", "/W": "/Width",
}  # fmt: skip
FILTERS = {
    "/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode", "/RL": "/RunLengthDecode", "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}  # fmt: skip


def pieces(source: pikepdf.Object, data: bytes) -> list[Piece]:
    """All pieces of ``data``, the decoded content of ``source`` (a page, form, pattern or glyph).

    Raises pikepdf.PdfError for a damaged stream.
    """
    found: list[Piece] = []
    data = data.lstrip(b" \t\r\n\f\0") + b"\n"
    end = 0
    while match := _PIECE.match(data, end):
        operator = match.group(3)
        if operator == INLINE_IMAGE:
            break
        end = match.end()
        if operator is None:
            found.append((match.group(1), VERBATIM))
        else:
            found.append((match.group(2), operator))
    return found if not data[end:].strip() else list(_parsed(source))


def _parsed(source: pikepdf.Object) -> Iterator[Piece]:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            parsed = pikepdf.parse_content_stream(source)
        except UserWarning as warning:
            raise pikepdf.PdfError(f"a content stream is damaged: {warning}") from warning
    for instruction in parsed:
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield instruction.iimage, INLINE_IMAGE
            continue
        operator = bytes(instruction.operator)
        text = pikepdf.unparse_content_stream([instruction]).strip()
        yield text[: -len(operator)] + b" ", operator


def outlined(document: pikepdf.Pdf, image: pikepdf.PdfInlineImage) -> pikepdf.Object:
    """An inline image as an image object of its own (8.9.7)."""
    head = _HEAD.match(image.unparse())
    if head is None:
        raise ValueError("an inline image cannot be read")
    entries = pikepdf.Object.parse(b"<<" + head.group(1) + b">>")
    made = pikepdf.Stream(document, image.read_raw_bytes())
    for key, value in entries.items():
        made[KEYS.get(key, key)] = value
    filters = made.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        made.Filter = pikepdf.Array([_filter(item) for item in list(filters)])
    elif filters is not None:
        made.Filter = _filter(filters)
    made.Subtype = pikepdf.Name.Image
    return made


def _filter(name: pikepdf.Object) -> pikepdf.Name:
    return pikepdf.Name(FILTERS.get(str(name), str(name)))


def name(operand: bytes) -> str:
    """A name operand with its slash, ``#20`` decoded (ISO 32000-1, 7.3.5)."""
    text = operand.strip()
    if b"#" in text:
        text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), text)
    return text.decode("utf-8", "surrogateescape")
