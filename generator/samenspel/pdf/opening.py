"""Opening a file, so that all names in it can be read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import named

HIGH = re.compile(rb"#[89A-Fa-f][0-9A-Fa-f]")
"""A byte beyond ASCII in a name, as qpdf writes it."""
MAX_DEPTH = 100
"""Arrays and dictionaries in each other; qpdf itself reads no more than 500."""


def opened(data: bytes) -> pikepdf.Pdf:
    """The file. Raises pikepdf.PasswordError and what damaged files raise.

    Names that are no UTF-8 are renamed in memory to what they mean in Latin 1: pikepdf cannot look
    into a dictionary that has one, and so all fonts or spot colours beside it would be lost.
    """
    document = pikepdf.open(io.BytesIO(data))
    for item in _objects(document):
        _rename(item, 0)
    return document


def _objects(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Those with a name that is no UTF-8."""
    for item in (document.trailer, *document.objects):
        if isinstance(item, pikepdf.Stream):
            text = item.stream_dict.unparse()
        elif isinstance(item, (pikepdf.Dictionary, pikepdf.Array)):
            text = item.unparse(resolved=True)
        else:
            continue
        if HIGH.search(text):
            yield item


def _rename(item: pikepdf.Object, depth: int) -> None:
    """The names in an object and in what it holds directly."""
    if depth > MAX_DEPTH:
        return
    if isinstance(item, pikepdf.Array):
        for place, value in enumerate(list(item)):
            if (other := _other(value)) is not None:
                item[place] = other
            elif _inner(value):
                _rename(value, depth + 1)
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in list(item.keys()):
            _rename_entry(item, key, depth)


def _rename_entry(item: pikepdf.Object, key: str, depth: int) -> None:
    raw = key.encode("utf-8", "surrogateescape")
    old = _name(raw)
    value = item[old]
    if (other := _other(value)) is not None:
        item[old] = other
    elif _inner(value):
        _rename(value, depth + 1)
    if (key_now := named(raw)) != key:
        item[pikepdf.Name(key_now)] = item[old]
        del item[old]


def _name(raw: bytes) -> pikepdf.Name:
    """A name of any bytes; pikepdf makes one of text alone."""
    found = pikepdf.Object.parse(b"/" + b"".join(b"#%02x" % byte for byte in raw[1:]))
    assert isinstance(found, pikepdf.Name)
    return found


def _other(value: object) -> pikepdf.Name | None:
    """The name to put in the place of one that is no UTF-8."""
    if not isinstance(value, pikepdf.Name):
        return None
    raw = bytes(value)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return pikepdf.Name(named(raw))
    return None


def _inner(value: object) -> bool:
    """True for what is written inside its holder; indirect objects are met by themselves."""
    return (
        isinstance(value, (pikepdf.Array, pikepdf.Dictionary))
        and not isinstance(value, pikepdf.Stream)
        and not value.is_indirect
    )
