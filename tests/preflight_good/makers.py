"""Good files made on the spot, by programs that the tests have locked: each with its verdict."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from PIL import Image
from tests.unit.preflight.pdfs import card, clean

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "assets" / "fonts"
FONT = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
PROFILE = ROOT / "assets" / "icc" / "ISOcoated_v2_300_bas.icc"

Maker = Callable[[], bytes]


def photo(mode: str, side: int) -> Image.Image:
    """A picture that is not flat."""
    picture = Image.radial_gradient("L").resize((side, side))
    return picture.convert(mode)


# -- fpdf2


def fpdf_text() -> bytes:
    """Black text in an embedded font."""
    pdf = _fpdf()
    pdf.set_font("Atkinson", size=14)
    pdf.cell(text="Wat kom jij hier halen?")
    return bytes(pdf.output())


def fpdf_core_font() -> bytes:
    """Helvetica, which fpdf2 does not embed."""
    pdf = _fpdf()
    pdf.set_font("Helvetica", size=14)
    pdf.cell(text="Wat kom jij hier halen?")
    return bytes(pdf.output())


def fpdf_rgb() -> bytes:
    """Shapes in RGB."""
    pdf = _fpdf()
    pdf.set_fill_color(200, 30, 40)
    pdf.set_draw_color(0, 90, 140)
    pdf.set_line_width(0.5)
    pdf.rect(20, 20, 40, 30, style="DF")
    return bytes(pdf.output())


def fpdf_cmyk() -> bytes:
    """Shapes in CMYK."""
    from fpdf.drawing import DeviceCMYK

    pdf = _fpdf()
    pdf.set_fill_color(DeviceCMYK(0.1, 0.8, 0.6, 0))
    pdf.rect(20, 20, 40, 30, style="F")
    return bytes(pdf.output())


def fpdf_photo() -> bytes:
    """An RGB picture with pixels enough, and a grey one with too few."""
    pdf = _fpdf()
    pdf.image(photo("RGB", 300), x=20, y=20, w=25.4)
    pdf.image(photo("L", 100), x=20, y=60, w=25.4)
    return bytes(pdf.output())


def _fpdf():  # type: ignore[no-untyped-def]
    from fpdf import FPDF

    pdf = FPDF(format=(105, 148))
    pdf.add_font("Atkinson", fname=FONT)
    pdf.add_page()
    return pdf


# -- WeasyPrint


PLAIN = "size: 105mm 148mm; margin: 10mm"


def _weasyprint(body: str, page: str = PLAIN, **options: object) -> bytes:
    from weasyprint import HTML

    style = (
        f"@page {{ {page} }} @font-face {{ font-family: A; src: url({FONT.as_uri()}) }}"
        "body { font: 14pt A; margin: 0 }"
    )
    html = f"<html lang=nl><title>Kaart</title><style>{style}</style><body>{body}"
    return bytes(HTML(string=html).write_pdf(**options))


def weasyprint_text() -> bytes:
    """Text as a web page has it."""
    return _weasyprint("<p>Wat kom jij hier halen?</p>")


def weasyprint_cmyk() -> bytes:
    """Text in CMYK black, on a ground that runs through the bleed."""
    return _weasyprint(
        "<p style='color: device-cmyk(0 0 0 1)'>Wat kom jij hier halen?</p>",
        "size: 105mm 148mm; margin: 10mm; bleed: 3mm; background: device-cmyk(.2 .1 0 0)",
    )


def weasyprint_x4() -> bytes:
    """WeasyPrint's own PDF/X-4."""
    return _weasyprint(
        "<p style='color: device-cmyk(0 0 0 1)'>Wat kom jij hier halen?</p>",
        "size: 105mm 148mm; margin: 10mm; bleed: 3mm; background: device-cmyk(.2 .1 0 0)",
        pdf_variant="pdf/x-4",
    )


def weasyprint_pdfa() -> bytes:
    """For an archive, not for a press."""
    return _weasyprint("<p>Wat kom jij hier halen?</p>", pdf_variant="pdf/a-3b")


def weasyprint_gradient() -> bytes:
    """A gradient, and half-transparent colour."""
    return _weasyprint(
        "<div style='height:40mm;background:linear-gradient(#c12,#12c)'></div>"
        "<div style='height:20mm;background:#0a0;opacity:.5'></div>"
    )


# -- Typst


def _typst(source: str, **options: object) -> bytes:
    import typst

    head = '#set page(width: 105mm, height: 148mm, margin: 10mm)\n#set text(lang: "nl", size: 14pt'
    head += ', font: "Atkinson Hyperlegible Next")\n'
    made = typst.compile(
        (head + source).encode(), font_paths=[str(FONTS)], ignore_system_fonts=True, **options
    )
    return bytes(made)


def typst_text() -> bytes:
    """Text as Typst sets it."""
    return _typst("Wat kom jij hier halen?")


def typst_cmyk() -> bytes:
    """CMYK text and a CMYK shape."""
    return _typst(
        "#set text(fill: cmyk(0%, 0%, 0%, 100%))\nWat kom jij hier halen?\n"
        "#rect(width: 40mm, height: 20mm, stroke: none, fill: cmyk(0%, 70%, 60%, 0%))"
    )


def typst_rgb() -> bytes:
    """Colours as on a screen, one of them half transparent."""
    return _typst(
        '#rect(width: 40mm, height: 20mm, fill: rgb("#c12"))'
        '#rect(width: 40mm, height: 20mm, fill: rgb("#1122cc80"))'
    )


def typst_pdfa() -> bytes:
    """For an archive."""
    return _typst('#set document(date: datetime(year: 2026, month: 1, day: 1))\nTekst.',
                  pdf_standards="a-2b")  # fmt: skip


def typst_small() -> bytes:
    """Fine lines and coloured text."""
    return _typst(
        "#line(length: 40mm, stroke: 0.1pt + cmyk(100%, 0%, 0%, 0%))\n"
        "#text(size: 7pt, fill: cmyk(50%, 50%, 0%, 0%))[klein in twee inkten]"
    )


# -- reportlab, and our own files written anew by others


def reportlab_plain() -> bytes:
    """As its manual begins."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(298, 420), invariant=1)
    canvas.drawString(60, 300, "Wat kom jij hier halen?")
    canvas.save()
    return out.getvalue()


def _again(**options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(card(clean))) as document:
        document.save(out, fix_metadata_version=False, **options)  # type: ignore[arg-type]
    return out.getvalue()


def ours_clean() -> bytes:
    """A card as the tests draw it."""
    return card(clean)


def ours_linear() -> bytes:
    """The same, written for the web."""
    return _again(linearize=True, force_version="1.6")


def ours_readable() -> bytes:
    """The same, unpacked."""
    return _again(qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable,
                  force_version="1.6")  # fmt: skip


def ours_inherited() -> bytes:
    """The same, with boxes and resources stated once for all pages."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(card(clean))) as document:
        page, tree = document.pages[0].obj, document.Root.Pages
        for key in ("/MediaBox", "/Resources"):
            tree[key] = page[key]
            del page[key]
        document.save(out, force_version="1.6", fix_metadata_version=False)
    return out.getvalue()


UNCLAIMED = {"metadata", "output-intent", "trapped-key"}
"""What every file lacks that was not made for a press."""
PAGE = UNCLAIMED | {"box-missing"}
TYPST = PAGE | {"standard", "version"}
WEB = UNCLAIMED | {"file-id", "version"}

MADE: dict[Maker, set[str]] = {
    fpdf_text: PAGE,
    fpdf_core_font: PAGE | {"font-embedded"},
    fpdf_rgb: PAGE | {"colour-rgb"},
    fpdf_cmyk: PAGE,
    fpdf_photo: PAGE | {"colour-rgb", "image-resolution"},
    weasyprint_text: WEB | {"colour-rgb"},
    weasyprint_cmyk: WEB,
    weasyprint_x4: {"output-intent"},
    weasyprint_pdfa: UNCLAIMED | {"colour-rgb", "standard", "version"},
    weasyprint_gradient: WEB | {"blend-space", "colour-rgb"},
    typst_text: TYPST | {"colour-rgb"},
    typst_cmyk: TYPST,
    typst_rgb: TYPST | {"colour-rgb"},
    typst_pdfa: TYPST | {"colour-rgb"},
    typst_small: TYPST | {"line-width", "text-multi-ink"},
    reportlab_plain: PAGE - {"trapped-key"} | {"font-embedded"},
    ours_clean: set(),
    ours_linear: set(),
    ours_readable: set(),
    ours_inherited: set(),
}
"""Each maker with the checks that rightly find something: errors and warnings, nothing else."""

KEPT: dict[str, set[str]] = {
    "chromium-link": PAGE | {"annotations", "colour-rgb", "file-id"},
    "chromium-shapes": PAGE | {"colour-rgb", "file-id"},
    "chromium-text": PAGE | {"colour-rgb", "file-id"},
    "ghostscript-cmyk": PAGE | {"black-text-overprint", "standard", "version"},
    "ghostscript-from-office": PAGE | {"rich-black-text", "standard", "version"},
    "ghostscript-gray": PAGE | {"standard", "version"},
    "ghostscript-hairline": PAGE | {"line-width", "standard", "version"},
    "ghostscript-spot": PAGE | {"spot-colour", "standard", "version"},
    "ghostscript-trim": UNCLAIMED | {"black-text-overprint", "standard", "version"},
    "libreoffice-from-html": PAGE | {"colour-rgb", "page-empty"},
    "libreoffice-pdfa": PAGE | {"colour-rgb", "standard"},
    "libreoffice-slides": PAGE | {"blend-space", "colour-rgb"},
    "libreoffice-text": PAGE | {"colour-rgb"},
}
"""The same for the files in ``files``; its README says how they were made."""
