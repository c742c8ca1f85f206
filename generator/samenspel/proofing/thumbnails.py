"""Small pictures of pages, for reports that hold many."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2

from samenspel.proofing.trimmed import page_picture
from samenspel.units import to_mm

QUALITY = 62


def thumbnails(pdf: bytes, bleed: float, width: int) -> Iterator[bytes]:
    """Each page cut at its trim, ``bleed`` mm inside it, as a JPEG file ``width`` pixels wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        for index in range(len(document)):
            trim = to_mm(document[index].get_width()) - 2 * bleed
            # drawn twice as fine and halved: thin letters stay grey instead of breaking up
            picture = page_picture(document, index, bleed, 2 * width / trim)
            out = io.BytesIO()
            picture.resize((width, round(picture.height * width / picture.width))).save(
                out, "JPEG", quality=QUALITY, optimize=True
            )
            yield out.getvalue()
