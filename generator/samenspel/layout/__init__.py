"""Stage 4, lay out: final texts become Frames, pages as data in millimetres and press colours."""

from samenspel.layout.cards import (
    art_names,
    layout_cards,
    layout_poster,
    make_desk,
    poster_format,
)
from samenspel.layout.desk import CENTRE_PICTURE, Desk, PrintedPicture
from samenspel.layout.dump import dump
from samenspel.layout.faces import Face
from samenspel.layout.furniture import sheet_furniture
from samenspel.layout.verify import verify

__all__ = [
    "CENTRE_PICTURE",
    "Desk",
    "Face",
    "PrintedPicture",
    "art_names",
    "dump",
    "layout_cards",
    "layout_poster",
    "make_desk",
    "poster_format",
    "sheet_furniture",
    "verify",
]
