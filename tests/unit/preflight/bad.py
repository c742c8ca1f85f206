"""For each check at least one file that breaks it and nothing else, made by code."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import card, changed, clean, content, finished, image, pages, text

Maker = Callable[[], bytes]


def _edit(change: Callable[[Pdf], None], **options: object) -> bytes:
    return changed(card(), change, **options)


def _page(change: Callable[[pikepdf.Object], None]) -> bytes:
    return _edit(lambda document: change(document.pages[0].obj))


def _delete(key: str) -> bytes:
    def change(page: pikepdf.Object) -> None:
        del page[key]

    return _page(change)


def _set(key: str, value: object) -> bytes:
    def change(page: pikepdf.Object) -> None:
        page[key] = value

    return _page(change)


def _root(key: str, value: Callable[[Pdf], object]) -> bytes:
    def change(document: Pdf) -> None:
        document.Root[key] = value(document)

    return _edit(change)


def _intent(change: Callable[[Pdf, pikepdf.Object], None]) -> bytes:
    return _edit(lambda document: change(document, document.Root.OutputIntents[0]))


def _drop_profile(_: Pdf, intent: pikepdf.Object) -> None:
    del intent["/DestOutputProfile"]


def _rgb_profile(document: Pdf, intent: pikepdf.Object) -> None:
    intent.DestOutputProfile = document.make_stream(b"\0" * 12 + b"mntrRGB " + b"\0" * 100, N=3)


def _second_intent(document: Pdf) -> None:
    document.Root.OutputIntents.append(document.Root.OutputIntents[0])


def _no_intent(document: Pdf) -> None:
    del document.Root.OutputIntents


def _no_trapped(document: Pdf) -> None:
    del document.trailer.Info["/Trapped"]


def _other_title(document: Pdf) -> None:
    document.trailer.Info.Title = String("Iets anders")


def _other_date(document: Pdf) -> None:
    document.trailer.Info.ModDate = String("D:20200101000000Z")


def _no_claim(document: Pdf) -> None:
    packet = document.Root.Metadata.read_bytes()
    document.Root.Metadata.write(packet.replace(b"PDF/X-4", b"PDF/X-9"))


def _painted(extra: Callable[[Canvas], None]) -> bytes:
    def painter(canvas: Canvas) -> None:
        clean(canvas)
        extra(canvas)

    return card(painter)


def _unembedded() -> bytes:
    def painter(canvas: Canvas) -> None:
        clean(canvas)
        text(canvas, "Helvetica", size=14, cmyk=(1, 0, 0, 0), font="Helvetica", y=280)

    return card(painter)


def _whole_font() -> bytes:
    def change(document: Pdf) -> None:
        for font in document.pages[0].obj.Resources.Font.values():
            name = Name("/" + str(font.BaseFont).split("+")[1])
            font.BaseFont = font.FontDescriptor.FontName = name

    return _edit(change)


def _clashing_subsets() -> bytes:
    def change(document: Pdf) -> None:
        fonts = document.pages[0].obj.Resources.Font
        font = next(iter(dict(fonts.items()).values()))
        twin = document.make_indirect(Dictionary(dict(font.items())))
        twin.FontDescriptor = document.make_indirect(Dictionary(dict(font.FontDescriptor.items())))
        program = font.FontDescriptor.FontFile2.read_bytes() + b"\0"
        twin.FontDescriptor.FontFile2 = document.make_stream(program)
        fonts["/Twin"] = twin

    return _edit(change)


def _icc(document: Pdf) -> pikepdf.Object:
    stream = document.make_stream(pdfs.profile())
    stream.N = 4
    return Array([Name.ICCBased, stream])


def spot(alternate: Name) -> Callable[[Pdf], pikepdf.Object]:
    components = 4 if alternate == Name.DeviceCMYK else 3

    def make(document: Pdf) -> pikepdf.Object:
        function = document.make_stream(
            b"{ " + b"dup " * (components - 1) + b"}",
            FunctionType=4,
            Domain=Array([0, 1]),
            Range=Array([0, 1] * components),
        )
        return Array([Name.Separation, Name("/CutContour"), alternate, function])

    return make


def _soft_mask(document: Pdf) -> pikepdf.Object:
    return image(300, 300, Name.DeviceGray)(document)


def _pattern(document: Pdf) -> pikepdf.Object:
    return document.make_stream(
        b"1 0 0 rg 0 0 5 5 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 5, 5]),
        XStep=5,
        YStep=5,
        Resources=Dictionary(),
    )


def form(data: bytes, **entries: object) -> Callable[[Pdf], pikepdf.Object]:
    def make(document: Pdf) -> pikepdf.Object:
        stream = document.make_stream(data)
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox = Array([0, 0, 1000, 1000])
        for key, value in entries.items():
            stream[f"/{key}"] = value
        return stream

    return make


def _little_bleed() -> bytes:
    """An empty page of the right trim with 2 mm of bleed around it."""
    size = (pdfs.TRIM[0] + 4, pdfs.TRIM[1] + 4)
    return finished(pages(lambda _: None, size=size), trim_inset=2)


def _beyond_bleed() -> bytes:
    """A page with room around its bleed, and a fill that goes there."""

    def painter(canvas: Canvas) -> None:
        clean(canvas)  # reaches beyond the bleed, but a clip holds it
        canvas.setFillColorCMYK(0, 0.5, 0, 0)

    size = (pdfs.TRIM[0] + 20, pdfs.TRIM[1] + 20)

    def clipped(canvas: Canvas) -> None:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(21, 21, 310, 430)
        canvas.clipPath(path, stroke=0)
        painter(canvas)
        canvas.restoreState()
        canvas.setFillColorCMYK(0, 0.5, 0, 0)
        canvas.rect(5, 200, 30, 30, stroke=0, fill=1)

    return finished(pages(clipped, size=size), trim_inset=10, bleed_inset=7)


def _encrypted(password: str) -> bytes:
    return changed(
        card(),
        lambda _: None,
        encryption=pikepdf.Encryption(owner="secret", user=password, R=4, aes=True),
    )


def _show(size: float, colour: str, more: str = "") -> bytes:
    """A word in the page's own font, which reportlab calls F1+0."""
    return content(f" {more} {colour} BT /F1+0 {size} Tf 60 300 Td (a) Tj ET")


OVER = {"ExtGState": {"Over": Dictionary(op=True, OP=True, OPM=1)}}
PICTURE = "q 72 0 0 72 60 300 cm /Im Do Q"

BAD: dict[str, dict[str, Maker]] = {
    "version": {"newer": lambda: _edit(lambda _: None, force_version="1.7")},
    "encryption": {
        "empty password": lambda: _encrypted(""),
        "password": lambda: _encrypted("open"),
    },
    "page-count": {"one too many": lambda: card(clean, clean)},
    "box-missing": {
        "no trim": lambda: _delete("/TrimBox"),
        "no bleed": lambda: _delete("/BleedBox"),
        "art too": lambda: _set("/ArtBox", Array([10, 10, 300, 400])),
    },
    "box-order": {"bleed outside": lambda: _set("/BleedBox", Array([-5, -5, 400, 500]))},
    "box-size": {
        "trim too large": lambda: finished(pages(clean, size=(110.0, 154.0))),
        "little bleed": _little_bleed,
    },
    "box-crop": {"smaller": lambda: _set("/CropBox", Array([10, 10, 300, 400]))},
    "page-rotated": {
        "rotated": lambda: _set("/Rotate", 90),
        "scaled": lambda: _set("/UserUnit", 2),
    },
    "output-intent": {
        "none": lambda: _edit(_no_intent),
        "two": lambda: _edit(_second_intent),
        "no profile": lambda: _intent(_drop_profile),
        "rgb profile": lambda: _intent(_rgb_profile),
        "other condition": lambda: _intent(
            lambda _, intent: intent.__setitem__("/OutputConditionIdentifier", String("FOGRA51"))
        ),
    },
    "metadata": {
        "none": lambda: _edit(lambda document: document.Root.__delitem__("/Metadata")),
        "other title": lambda: _edit(_other_title),
        "other date": lambda: _edit(_other_date),
        "no claim": lambda: _edit(_no_claim),
        "not xml": lambda: _edit(lambda document: document.Root.Metadata.write(b"<x>")),
    },
    "trapped-key": {"missing": lambda: _edit(_no_trapped)},
    "annotations": {
        "link": lambda: _set(
            "/Annots",
            Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))]),
        ),
    },
    "javascript": {
        "on opening": lambda: _root(
            "/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        ),
        "named": lambda: _root(
            "/Names", lambda _: Dictionary(JavaScript=Dictionary(Names=Array([])))
        ),
        "attachment": lambda: _root(
            "/Names", lambda _: Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))
        ),
    },
    "forbidden-feature": {
        "transfer": lambda: content("/T gs", {"ExtGState": {"T": Dictionary(TR2=Name.Identity)}}),
        "opi": lambda: content(
            PICTURE, {"XObject": {"Im": image(300, 300, Name.DeviceCMYK, OPI=Dictionary())}}
        ),
    },
    "font-embedded": {"helvetica": _unembedded},
    "font-subset": {"whole": _whole_font, "clash": _clashing_subsets},
    "colour-rgb": {
        "operator": lambda: _painted(
            lambda canvas: (canvas.setFillColorRGB(1, 0, 0), canvas.rect(60, 300, 9, 9, fill=1))
        ),
        "image": lambda: content(PICTURE, {"XObject": {"Im": image(300, 300, Name.DeviceRGB)}}),
        "indexed image": lambda: content(
            PICTURE,
            {
                "XObject": {
                    "Im": image(
                        300, 300, Array([Name.Indexed, Name.DeviceRGB, 1, String("abcdef")])
                    )
                }
            },
        ),
        "inline image": lambda: content(
            "q 9 0 0 9 60 300 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"
        ),
        "icc": lambda: content(
            "/Icc cs 0 0 0 1 scn 60 300 9 9 re f", {"ColorSpace": {"Icc": _icc}}
        ),
        "icc image": lambda: content(
            PICTURE, {"XObject": {"Im": image(300, 300, Name.DeviceGray, ColorSpace=_icc)}}
        ),
        "lab": lambda: content(
            "/Lab cs 50 0 0 scn 60 300 9 9 re f",
            {
                "ColorSpace": {
                    "Lab": Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
                }
            },
        ),
        "default": lambda: content("", {"ColorSpace": {"DefaultCMYK": _icc}}),
        "pattern": lambda: content(
            "/Pattern cs /P scn 60 300 9 9 re f", {"Pattern": {"P": _pattern}}
        ),
        "in a form": lambda: content(
            "/Fm Do", {"XObject": {"Fm": form(b"1 0 0 RG 60 300 m 90 300 l S")}}
        ),
        "inherited by a form": lambda: content(
            "1 0 0 rg /Fm Do", {"XObject": {"Fm": form(b"60 300 9 9 re f")}}
        ),
        "spot's alternate": lambda: content(
            "/Cut cs 1 scn 60 300 9 9 re f", {"ColorSpace": {"Cut": spot(Name.DeviceRGB)}}
        ),
    },
    "spot-colour": {
        "cut line": lambda: content(
            "/Cut CS 1 SCN 1 w 60 300 m 90 300 l S",
            {"ColorSpace": {"Cut": spot(Name.DeviceCMYK)}},
        ),
    },
    "transparency": {
        "opacity": lambda: content(
            "/T gs 1 0 0 0 k 60 300 9 9 re f", {"ExtGState": {"T": Dictionary(ca=0.5)}}
        ),
        "line opacity": lambda: content(
            "/T gs 1 0 0 0 K 60 300 m 90 300 l S", {"ExtGState": {"T": Dictionary(CA=0.5)}}
        ),
        "blend mode": lambda: content(
            "/T gs 1 0 0 0 k 60 300 9 9 re f", {"ExtGState": {"T": Dictionary(BM=Name.Multiply)}}
        ),
        "soft mask": lambda: content(
            PICTURE,
            {"XObject": {"Im": image(300, 300, Name.DeviceCMYK, SMask=_soft_mask)}},
        ),
        "state's soft mask": lambda: content(
            "/T gs 1 0 0 0 k 60 300 9 9 re f",
            {"ExtGState": {"T": Dictionary(SMask=Dictionary(S=Name.Luminosity))}},
        ),
    },
    "outside-bleed": {"fill": _beyond_bleed},
    "ink-coverage": {
        "fill": lambda: content("1 1 1 .1 k 60 300 9 9 re f"),
        "line": lambda: content("1 1 1 .1 K 60 300 m 90 300 l S"),
    },
    "image-resolution": {
        "error": lambda: content(PICTURE, {"XObject": {"Im": image(149, 300, Name.DeviceCMYK)}}),
        "warning": lambda: content(PICTURE, {"XObject": {"Im": image(300, 224, Name.DeviceCMYK)}}),
        "bitmap": lambda: content(
            f"0 1 0 0 k {PICTURE}", {"XObject": {"Im": image(500, 500, None, 1)}}
        ),
    },
    "line-width": {
        "thin": lambda: content("0 0 0 1 K 0.2 w 60 300 m 90 300 l S"),
        "hairline": lambda: content("0 0 0 1 K 0 w 60 300 m 90 300 l S"),
        "scaled": lambda: content("0 0 0 1 K q .1 0 0 .1 0 0 cm 1 w 600 3000 m 900 3000 l S Q"),
    },
    "text-size": {
        "small": lambda: _show(6.5, "1 0 0 0 k"),
        "scaled": lambda: _show(13, "1 0 0 0 k", "0.5 0 0 0.5 0 0 cm"),
    },
    "text-multi-ink": {"small": lambda: _show(7.5, "1 .5 0 0 k")},
    "black-text-overprint": {
        "knocks out": lambda: _show(10, "0 0 0 1 k"),
        "mode 0": lambda: content(
            "/T gs 0 0 0 1 k BT /F1+0 10 Tf 60 300 Td (a) Tj ET",
            {"ExtGState": {"T": Dictionary(op=True, OPM=0)}},
        ),
    },
    "white-text-overprint": {
        "overprints": lambda: content(
            "/Over gs 0 0 0 0 k BT /F1+0 10 Tf 60 300 Td (a) Tj ET", OVER
        ),
    },
    "gray-text": {
        "gray": lambda: _show(10, "0 g"),
        "initial colour": lambda: _show(10, ""),
    },
}
