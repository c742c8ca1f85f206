"""Stage 4, lay out: final texts become Frames, pages as data in millimetres and press colours."""

from samenspel.layout.canvas import canvas_plan, laid_canvas, laid_dots
from samenspel.layout.cards import (
    LaidPages,
    art_names,
    forget,
    format_layout,
    laid_card,
    laid_cards,
    laid_poster,
    layout_cards,
    layout_poster,
    shape_names,
)
from samenspel.layout.enlarging import enlarged, enlarged_fit, enlarged_picture
from samenspel.layout.extras import extras_of, laid_extras
from samenspel.layout.faces import Face
from samenspel.layout.fingerprints import known_sheets
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.furniture import marks_and_slugs, sheet_furniture
from samenspel.layout.grounds import (
    LOGO_CLEAR,
    LogoGround,
    TextGround,
    TextOnPicture,
    logo_grounds,
    text_grounds,
    texts_on_pictures,
)
from samenspel.layout.icons import icons_of
from samenspel.layout.laid import Laid, PrintedPicture
from samenspel.layout.outlines import inside
from samenspel.layout.poster import poster_format, whole_model
from samenspel.layout.record import TextFit
from samenspel.layout.tracing import fingerprinted, traced
from samenspel.layout.verify import verify
from samenspel.layout.wording import Wording, written

__all__ = [
    "LOGO_CLEAR",
    "Face",
    "FormatLayout",
    "Laid",
    "LaidPages",
    "LogoGround",
    "PrintedPicture",
    "TextFit",
    "TextGround",
    "TextOnPicture",
    "Wording",
    "art_names",
    "canvas_plan",
    "enlarged",
    "enlarged_fit",
    "enlarged_picture",
    "extras_of",
    "fingerprinted",
    "forget",
    "format_layout",
    "icons_of",
    "inside",
    "known_sheets",
    "laid_canvas",
    "laid_card",
    "laid_cards",
    "laid_dots",
    "laid_extras",
    "laid_poster",
    "layout_cards",
    "layout_poster",
    "logo_grounds",
    "marks_and_slugs",
    "poster_format",
    "shape_names",
    "sheet_furniture",
    "text_grounds",
    "texts_on_pictures",
    "traced",
    "verify",
    "whole_model",
    "written",
]
