"""Finished PDFs made by code: clean ones, and ones that break a single rule."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samenspel.finish import Metadata, finish
from samenspel.model.style import Press
from samenspel.preflight import Expectation
from samenspel.units import Size, to_points

rl_config.useA85 = 0

ASSETS = Path(__file__).parents[3] / "assets"
TRIM, BLEED = Size(105.0, 148.0), 3.0
FONT = "Atkinson"
CREATED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
METADATA = Metadata(title="Kaarten & <proef>", created=CREATED, creator="samenspel 0.1")
PRESS = Press(
    name="coated",
    title="Offset on coated stock",
    profile="FOGRA39L_coated.icc",
    output_condition="FOGRA39",
    registry="http://www.color.org",
    condition_info="Offset on coated paper, FOGRA39",
    ink_limit=300,
)
EXPECTED = Expectation(pages=1, trim=TRIM, bleed=BLEED, output_condition="FOGRA39", ink_limit=300)

Painter = Callable[[Canvas], None]


@cache
def profile() -> bytes:
    return (ASSETS / "icc" / "FOGRA39L_coated.icc").read_bytes()


def register_font() -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        file = ASSETS / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"
        pdfmetrics.registerFont(TTFont(FONT, str(file)))


def pages(*painters: Painter, size: tuple[float, float] | None = None) -> bytes:
    """One page a painter; ``size`` in mm, else trim plus bleed. The painter works in points."""
    register_font()
    width, height = size or (TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=(to_points(width), to_points(height)),
        invariant=1,
        initialFontName=FONT,
        pageCompression=1,
    )
    for painter in painters:
        painter(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def clean(canvas: Canvas) -> None:
    """A ground to the bleed, black text that overprints, large text in two inks, a black line."""
    canvas.setFillColorCMYK(0.2, 0.1, 0, 0)
    canvas.rect(0, 0, 400, 500, stroke=0, fill=1)
    text(canvas, "Hallo wereld", size=10)
    canvas.setFillOverprint(False)
    text(canvas, "Titel", size=24, cmyk=(0, 0.7, 0.6, 0), y=200)
    text(canvas, "Wit", size=18, cmyk=(0, 0, 0, 0), y=240)
    canvas.setStrokeOverprint(True)
    canvas.setStrokeColorCMYK(0, 0, 0, 1)
    canvas.setLineWidth(0.5)
    canvas.line(40, 50, 200, 50)
    canvas.setStrokeOverprint(False)  # what a test adds to the page begins without


def text(
    canvas: Canvas,
    words: str,
    *,
    size: float,
    cmyk: tuple[float, float, float, float] = (0, 0, 0, 1),
    y: float = 100,
    font: str = FONT,
) -> None:
    overprint(canvas, cmyk == (0, 0, 0, 1))
    canvas.setFillColorCMYK(*cmyk)
    canvas.setFont(font, size)
    canvas.drawString(60, y, words)


def overprint(canvas: Canvas, on: bool = True, mode: int = 1) -> None:
    canvas.setFillOverprint(on)
    canvas.setOverprintMask(mode)


def finished(pdf: bytes, *, trim_inset: float = BLEED, bleed_inset: float = 0) -> bytes:
    return finish(
        pdf,
        press=PRESS,
        profile=profile(),
        trim_inset=trim_inset,
        bleed_inset=bleed_inset,
        metadata=METADATA,
    )


def card(*painters: Painter) -> bytes:
    return _card(painters or (clean,))


@cache
def _card(painters: tuple[Painter, ...]) -> bytes:
    return finished(pages(*painters))


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **options: Any) -> bytes:
    """The file after a change by hand, written as it was."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        out = io.BytesIO()
        settings: dict[str, Any] = {"force_version": "1.6", "fix_metadata_version": False}
        document.save(out, **(settings | options))
        return out.getvalue()


def content(
    operators: str,
    resources: Mapping[str, Any] | None = None,
    *,
    base: bytes | None = None,
) -> bytes:
    """A clean card with operators added to its content, and resources to its own."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        for group, members in (resources or {}).items():
            if f"/{group}" not in page.obj.Resources:
                page.obj.Resources[f"/{group}"] = pikepdf.Dictionary()
            for name, value in members.items():
                made = value(document) if callable(value) else value
                page.obj.Resources[f"/{group}"][f"/{name}"] = made
        whole = b"q " + page.obj.Contents.read_bytes() + b" Q " + operators.encode()
        page.obj.Contents = document.make_stream(whole)

    return changed(base or card(), change)


def image(width: int, height: int, space: Any, bits: int = 8, **entries: Any) -> Any:
    """A maker of an image XObject; its samples are all 0."""

    def make(document: pikepdf.Pdf) -> pikepdf.Object:
        components = {"/DeviceCMYK": 4, "/DeviceRGB": 3}.get(str(space), 1)
        row = (width * components * bits + 7) // 8
        stream = document.make_stream(bytes(row * height))
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.Width, stream.Height = width, height
        if space is None:
            stream.ImageMask = True
        else:
            stream.ColorSpace = space
        stream.BitsPerComponent = bits
        for key, value in entries.items():
            stream[f"/{key}"] = value(document) if callable(value) else value
        return stream

    return make
