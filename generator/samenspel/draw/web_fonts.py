"""Fonts as a web page takes them: WOFF2, with no more letters than it shows."""

from __future__ import annotations

import io
import re

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

_FREE = re.compile(r"openfontlicense|scripts\.sil\.org/OFL|SIL Open Font", re.IGNORECASE)
_LICENCE = (13, 14)
"""Licence description and licence URL (OpenType specification, name IDs)."""


def woff2(data: bytes, letters: str) -> bytes:
    """A font's glyphs for some letters as WOFF2; empty for a font that may not be passed on."""
    font = TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
    names = font["name"]
    if not any(_FREE.search(str(names.getDebugName(key) or "")) for key in _LICENCE):
        return b""
    options = Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
