"""A page of a file that we made as a picture, cut at its trim."""

from __future__ import annotations

import pypdfium2
from PIL import Image

from samenspel.pipeline import BuiltFile
from samenspel.units import MM_PER_POINT


def page_picture(
    document: pypdfium2.PdfDocument, index: int, bleed: float, pixels_per_mm: float
) -> Image.Image:
    """One page, cut at its trim, which lies ``bleed`` mm inside the page."""
    bitmap = document[index].render(scale=pixels_per_mm * MM_PER_POINT, rev_byteorder=True)
    whole: Image.Image = bitmap.to_pil()
    whole = whole if whole.mode == "RGB" else whole.convert("RGB")
    cut = bleed * pixels_per_mm
    right, bottom = round(whole.width - cut), round(whole.height - cut)
    return whole.crop((round(cut), round(cut), right, bottom))


class Drawn:
    """The pages of a file one after another, each as often as it is wanted."""

    def __init__(self, file: BuiltFile) -> None:
        """Open the file."""
        self._bleed = file.bleed
        self._document = pypdfium2.PdfDocument(file.path)
        self._index = -1

    def __enter__(self) -> Drawn:
        """Nothing more is opened."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the file."""
        self._document.close()

    def next(self, pixels_per_mm: float) -> Image.Image:
        """The next page. ``PdfiumError`` (a bug) behind the last."""
        self._index += 1
        return self.again(pixels_per_mm)

    def again(self, pixels_per_mm: float) -> Image.Image:
        """The same page, as fine as wanted."""
        return page_picture(self._document, self._index, self._bleed, pixels_per_mm)
