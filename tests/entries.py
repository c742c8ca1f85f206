"""Objects of a PDF as people read them, for golden texts."""

from __future__ import annotations

import pikepdf

LONG = 400
"""Of streams that are no longer than this the words are shown, of others how long they are."""
LEFT_OUT = ("/Parent", "/Metadata", "/FontFile2", "/FontFile3", "/ToUnicode", "/CharSet")
"""What leads back, and what another release of a library writes in another way."""


def shown(
    value: object, depth: int = 0, seen: frozenset[tuple[int, int]] = frozenset(), long: int = LONG
) -> str:
    """An object of a file with all that it leads to."""
    pad = "  " * depth
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        if value.objgen in seen:
            return "(above)"
        seen |= {value.objgen}
    if isinstance(value, pikepdf.Stream):
        words = dict(value.stream_dict.items())
        words.pop("/Length", None)
        return f"stream {_data(value, pad, long)}{_entries(words, depth, seen, long)}"
    if isinstance(value, pikepdf.Dictionary):
        return _entries(dict(value.items()), depth, seen, long)
    if isinstance(value, pikepdf.Array):
        inner = [shown(one, depth + 1, seen, long) for one in value]
        return "[" + f" {pad}".join(inner) + "]"
    if isinstance(value, pikepdf.String):
        return repr(str(value)) if str(value).isprintable() else f"{len(bytes(value))} bytes"
    return str(value)


def _data(stream: pikepdf.Stream, pad: str, long: int) -> str:
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return "that only a picture's reader opens"
    if len(data) > long:
        return f"{len(data)} bytes"
    if long > LONG and all(32 <= byte < 127 or byte == 10 for byte in data):
        return "".join(f"\n{pad}  | {line}" for line in data.decode().splitlines())
    return repr(data)


def _entries(
    words: dict[str, object], depth: int, seen: frozenset[tuple[int, int]], long: int
) -> str:
    pad = "  " * (depth + 1)
    return "".join(
        f"\n{pad}{key} {shown(one, depth + 1, seen, long)}"
        for key, one in sorted(words.items())
        if key not in LEFT_OUT
    )
