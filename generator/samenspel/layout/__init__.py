"""Stage 4, lay out: final texts become Frames, pages as data in millimetres and press colours."""

from samenspel.layout.cards import (
    art_names,
    layout_cards,
    layout_poster,
    make_desk,
    poster_format,
    survey_cards,
    survey_poster,
)
from samenspel.layout.desk import CENTRE_PICTURE, Desk, PrintedPicture
from samenspel.layout.dump import dump
from samenspel.layout.enlarging import enlarged, enlarged_fit
from samenspel.layout.faces import Face
from samenspel.layout.furniture import sheet_furniture
from samenspel.layout.grounds import LogoGround, TextGround, logo_grounds, text_grounds
from samenspel.layout.record import TextFit
from samenspel.layout.verify import verify

__all__ = [
    "CENTRE_PICTURE",
    "Desk",
    "Face",
    "LogoGround",
    "PrintedPicture",
    "TextFit",
    "TextGround",
    "art_names",
    "dump",
    "enlarged",
    "enlarged_fit",
    "layout_cards",
    "layout_poster",
    "logo_grounds",
    "make_desk",
    "poster_format",
    "sheet_furniture",
    "survey_cards",
    "survey_poster",
    "text_grounds",
    "verify",
]
