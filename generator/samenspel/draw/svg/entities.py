"""Entities that stand for a plain text, as Illustrator declares them for its namespaces.

They are written out by a pattern that knows nothing else: no entity in an entity, no parameter
entities, nothing outside the file. What grows too long is left to be refused.
"""

from __future__ import annotations

import re

MAX_ENTITIES = 100
MAX_LENGTH = 200
"""Bytes that an entity may stand for; plain texts of no other entities or tags."""

MAX_GROWTH = 1_000_000
"""Bytes that a file may become longer."""

_ENTITY = rb"""<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&%<>]*)"|'([^'&%<>]*)')\s*>"""
_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s[^\[\]<>]*\[(?:\s*+" + _ENTITY.replace(b"(", b"(?:").replace(b"(?:?:", b"(?:")
    + rb")*+\s*+\]\s*>"
)  # fmt: skip
_DECLARED = re.compile(_ENTITY)
_USED = re.compile(rb"&([A-Za-z_][\w.-]*);")
_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def with_entities_written_out(data: bytes, place: int) -> bytes | None:
    """The file without the doctype over ``place`` and with its entities written out.

    Line breaks stay, for messages. None when the doctype declares anything else, or too much.
    """
    start = data.rfind(b"<!DOCTYPE", 0, place + 1)
    match = _DOCTYPE.match(data, start) if start >= 0 else None
    if match is None or not match.start() <= place < match.end():
        return None
    texts = {name: one or other for name, one, other in _DECLARED.findall(match.group())}
    if len(texts) > MAX_ENTITIES or any(len(text) > MAX_LENGTH for text in texts.values()):
        return None
    rest = data[match.end() :]
    used = [texts.get(name, b"") for name in _USED.findall(rest)]
    if sum(map(len, used)) > MAX_GROWTH or not _XML.isdisjoint(texts):
        return None
    written = _USED.sub(lambda found: texts.get(found.group(1), found.group()), rest)
    return data[:start] + b"\n" * match.group().count(b"\n") + written
