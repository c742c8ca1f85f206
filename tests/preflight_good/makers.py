"""Good files made on the spot, by programs that the tests have locked: each with its verdict."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.unit.preflight.pdfs import card, clean, register_font

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


def fpdf_table() -> bytes:
    """A table with borders."""
    pdf = _fpdf()
    pdf.set_font("Atkinson", size=12)
    with pdf.table(width=80, first_row_as_headings=False) as table:
        for row in (("Kaart", "Aantal"), ("Reminder", "10")):
            table.row(row)
    return bytes(pdf.output())


def fpdf_turned() -> bytes:
    """Turned shapes, and a drawing in CMYK."""
    from fpdf.drawing import DeviceCMYK

    pdf = _fpdf()
    with pdf.rotation(30, x=50, y=60):
        pdf.set_fill_color(DeviceCMYK(0.7, 0, 0.4, 0))
        pdf.ellipse(30, 50, 40, 20, style="F")
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


def weasyprint_table() -> bytes:
    """A table, and a drawing in SVG."""
    drawing = "<svg width=100 height=60><path d='M5 5h60v40z' fill='#0a7'/></svg>"
    return _weasyprint(f"<table border=1><tr><td>Kaart<td>10</table>{drawing}")


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


def typst_table() -> bytes:
    """A table with lines of one ink."""
    return _typst(
        "#set text(fill: cmyk(0%, 0%, 0%, 100%))\n"
        "#table(columns: 2, stroke: 1pt + cmyk(100%, 0%, 0%, 0%), [Kaart], [Aantal], [Leeg], [4])"
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
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(298, 420), invariant=1)
    canvas.drawString(60, 300, "Wat kom jij hier halen?")
    canvas.save()
    return out.getvalue()


def _reportlab(paint: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(298, 420), invariant=1)
    paint(canvas)
    canvas.save()
    return out.getvalue()


def reportlab_cmyk() -> bytes:
    """Shapes in CMYK, one of them turned, and a dashed line."""

    def paint(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(0, 0.7, 0.6, 0)
        canvas.roundRect(40, 220, 120, 80, 9, stroke=0, fill=1)
        canvas.rotate(20)
        canvas.setFillColorCMYK(0.6, 0, 0.5, 0)
        canvas.ellipse(120, 20, 220, 60, stroke=0, fill=1)
        canvas.setStrokeColorCMYK(1, 0, 0, 0)
        canvas.setDash(3, 2)
        canvas.line(120, 90, 240, 90)

    return _reportlab(paint)


def reportlab_embedded() -> bytes:
    """Text in an embedded font, in cyan and large."""

    def paint(canvas: Canvas) -> None:
        register_font()
        canvas.setFont("Atkinson", 18)
        canvas.setFillColorCMYK(1, 0, 0, 0)
        canvas.drawString(40, 300, "Wat kom jij hier halen?")

    return _reportlab(paint)


def reportlab_photo() -> bytes:
    """A grey and a CMYK picture with pixels enough."""

    def paint(canvas: Canvas) -> None:
        for x, mode in ((40, "L"), (140, "CMYK")):
            canvas.drawImage(ImageReader(photo(mode, 300)), x, 200, 72, 72)

    return _reportlab(paint)


def reportlab_gradient() -> bytes:
    """A gradient and see-through colour, in RGB."""

    def paint(canvas: Canvas) -> None:
        canvas.linearGradient(40, 200, 200, 200, (Color(0.8, 0, 0.1), Color(0, 0.1, 0.8)))
        canvas.setFillColor(Color(0, 0.6, 0, alpha=0.5))
        canvas.rect(60, 60, 90, 60, stroke=0, fill=1)

    return _reportlab(paint)


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
    fpdf_table: PAGE | {"gray-line"},
    fpdf_turned: PAGE,
    fpdf_photo: PAGE | {"colour-rgb", "image-resolution"},
    weasyprint_text: WEB | {"colour-rgb"},
    weasyprint_cmyk: WEB,
    weasyprint_x4: {"output-intent"},
    weasyprint_table: WEB | {"colour-rgb"},
    weasyprint_pdfa: UNCLAIMED | {"colour-rgb", "standard", "version"},
    weasyprint_gradient: WEB | {"blend-space", "colour-rgb"},
    typst_text: TYPST | {"colour-rgb"},
    typst_cmyk: TYPST,
    typst_rgb: TYPST | {"colour-rgb"},
    typst_table: TYPST,
    typst_pdfa: TYPST | {"colour-rgb"},
    typst_small: TYPST | {"line-width", "text-multi-ink"},
    reportlab_plain: PAGE - {"trapped-key"} | {"font-embedded"},
    reportlab_cmyk: PAGE - {"trapped-key"},
    reportlab_embedded: PAGE - {"trapped-key"},
    reportlab_photo: PAGE - {"trapped-key"},
    reportlab_gradient: PAGE - {"trapped-key"} | {"colour-rgb"},
    ours_clean: set(),
    ours_linear: set(),
    ours_readable: set(),
    ours_inherited: set(),
}
"""Each maker with the checks that rightly find something: errors and warnings, nothing else."""

BLENDED = PAGE | {"blend-space", "colour-rgb", "file-id"}
PLOT = PAGE | {"colour-rgb", "file-id"}

KEPT: dict[str, set[str]] = {
    "cairo-shapes": BLENDED,
    "cairo-text": BLENDED,
    "chromium-link": PAGE | {"annotations", "colour-rgb", "file-id"},
    "chromium-shapes": PAGE | {"colour-rgb", "file-id"},
    "chromium-text": PAGE | {"colour-rgb", "file-id"},
    "ghostscript-cmyk": PAGE | {"black-text-overprint", "standard", "version"},
    "ghostscript-from-office": PAGE | {"rich-black-text", "standard", "version"},
    "ghostscript-gray": PAGE | {"standard", "version"},
    "ghostscript-hairline": PAGE | {"line-width", "standard", "version"},
    "ghostscript-spot": PAGE | {"spot-colour", "standard", "version"},
    "ghostscript-trim": UNCLAIMED | {"black-text-overprint", "box-missing", "standard", "version"},
    "libreoffice-from-html": PAGE | {"colour-rgb", "page-empty"},
    "libreoffice-pdfa": PAGE | {"colour-rgb", "standard"},
    "libreoffice-slides": PAGE | {"blend-space", "colour-rgb"},
    "libreoffice-text": PAGE | {"colour-rgb"},
    "img2pdf-cmyk": PAGE | {"image-resolution"},
    "img2pdf-gray": PAGE,
    "img2pdf-rgb": PAGE | {"colour-rgb", "image-resolution"},
    "jspdf-cmyk": PAGE,
    "jspdf-text": PAGE,
    "libreoffice-calc": PAGE | {"colour-rgb"},
    "matplotlib-hatch": PLOT | {"gray-line", "gray-text"},
    "matplotlib-lines": PLOT | {"gray-line", "gray-text"},
    "matplotlib-picture": PLOT,
    "matplotlib-type3": PLOT | {"gray-line", "gray-text"},
    "pdfkit-cmyk": PAGE,
    "pdfkit-gradient": PAGE | {"colour-rgb"},
    "pdfkit-lines": PAGE,
    "pdfkit-text": PAGE,
    "pdflib-again": UNCLAIMED | {"black-text-overprint", "box-missing", "standard", "version"},
    "pdflib-cmyk": PAGE | {"file-id", "version"},
    "pdflib-text": PAGE | {"colour-rgb", "file-id", "font-embedded", "version"},
    "pillow-gray": PAGE | {"file-id", "image-resolution"},
    "pillow-rgb": PLOT,
    "qpdf-linear": PAGE | {"black-text-overprint", "standard", "version"},
    "qpdf-readable": PAGE | {"blend-space", "colour-rgb"},
}
"""The same for the files in ``files``; its README says how they were made."""
