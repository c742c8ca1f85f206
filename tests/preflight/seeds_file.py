"""Faults of the file as a whole: version, claims, metadata, scripts, layers."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.preflight.making import (
    PICTURE,
    Maker,
    Seed,
    drawn,
    edited,
    form,
    mm,
    packet,
    page_set,
    picture,
    root_set,
    state,
)
from tests.unit.preflight.pdfs import card, changed, clean, profile

X1A = {"standard": "PDF/X-1a:2003"}


def _encrypted(password: str) -> Maker:
    protection = pikepdf.Encryption(owner="secret", user=password, R=4, aes=True)
    return edited(lambda _: None, encryption=protection)


def _without_id() -> bytes:
    """Written by hand, as pikepdf always gives an ID."""
    whole = card()
    assert whole.count(b"/ID [") == 1
    return whole.replace(b"/ID [", b"/IX [")


def _intent(change: object) -> Maker:
    return edited(lambda document: change(document, document.Root.OutputIntents[0]))


def _bad_profile(data: bytes, count: int) -> Maker:
    def change(document: Pdf, intent: pikepdf.Object) -> None:
        intent.DestOutputProfile = document.make_stream(data, N=count)

    return _intent(change)


def _info(**entries: str) -> Maker:
    def change(document: Pdf) -> None:
        for key, value in entries.items():
            document.trailer.Info[f"/{key}"] = String(value)

    return edited(change)


def _layer(document: Pdf, **default: object) -> pikepdf.Object:
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    settings = {"Name": String("Usual"), "Order": Array([group])} | default
    return Dictionary(OCGs=Array([group]), D=Dictionary(**settings))


def _entries(holder: pikepdf.Object) -> dict[str, pikepdf.Object]:
    return {key[1:]: value for key, value in holder.items()}


def _switched_off(document: Pdf) -> None:
    """A layer that is off, and a square in it."""
    layers = _layer(document)
    layers.D.OFF = Array([layers.OCGs[0]])
    document.Root.OCProperties = layers
    page = document.pages[0].obj
    page.Resources.Properties = Dictionary(L=layers.OCGs[0])
    data = page.Contents.read_bytes() + b" /OC /L BDC 1 0 0 rg 60 300 9 9 re f EMC"
    page.Contents = document.make_stream(data)


def _hidden_picture(document: Pdf) -> None:
    """An RGB picture of a layer that is off."""
    layers = _layer(document)
    layers.D.OFF = Array([layers.OCGs[0]])
    document.Root.OCProperties = layers
    page = document.pages[0].obj
    found = picture(30, 30, Name.DeviceRGB, OC=layers.OCGs[0])(document)
    page.Resources.XObject = Dictionary(Im=found)
    page.Contents = document.make_stream(page.Contents.read_bytes() + b" " + PICTURE.encode())


def _outlines(document: Pdf) -> pikepdf.Object:
    """A bookmark below another, which opens a page of the web."""
    leaf = document.make_indirect(
        Dictionary(Title=String("x"), A=Dictionary(S=Name.URI, URI=String("http://example.org")))
    )
    top = document.make_indirect(Dictionary(Title=String("y"), First=leaf, Last=leaf))
    return document.make_indirect(Dictionary(First=top, Last=top))


def x1a(change: object = None, **options: object) -> Maker:
    """The clean card as PDF/X-1a:2003."""

    def act(document: Pdf) -> None:
        packet(b"PDF/X-4", b"")(document)
        document.trailer.Info.GTS_PDFXVersion = String("PDF/X-1a:2003")
        if change is not None:
            change(document)

    settings = {
        "force_version": "1.4",
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
    } | options
    return lambda: changed(card(), act, **settings)


def _compressed() -> bytes:
    options = {"force_version": "1.5", "object_stream_mode": pikepdf.ObjectStreamMode.generate}
    return x1a(**options)()


def _see_through(document: Pdf) -> None:
    page = document.pages[0].obj
    page.Resources.ExtGState.T = Dictionary(ca=0.5)
    data = page.Contents.read_bytes() + b" /T gs 1 0 0 0 k 60 300 9 9 re f"
    page.Contents = document.make_stream(data)


def _jpx(document: Pdf) -> None:
    document.Root.Unused = document.make_stream(b"", Filter=Name.JPXDecode)


def _bad_form(**entries: object) -> Maker:
    return drawn("", XObject={"Fm": form(b"", **entries)})


SEEDS = [
    Seed("missing-resource", "picture", drawn("/Nope Do"), 1),
    Seed("missing-resource", "font", drawn("0 1 0 0 k BT /Nope 12 Tf 60 300 Td (a) Tj ET"), 1),
    Seed("missing-resource", "graphics state", drawn("/Nope gs"), 1),
    Seed("missing-resource", "colour space", drawn("/Nope cs 1 scn 60 300 9 9 re f"), 1),
    Seed("missing-resource", "pattern", drawn("/Pattern cs /Nope scn 60 300 9 9 re f"), 1),
    Seed("missing-resource", "shading in a form", drawn("/Fm Do", XObject={
        "Fm": form(b"/Nope sh")}), 1),
    Seed("missing-resource", "operator", drawn("0 1 0 0 k 60 300 9 9 re fill"), 1),
    Seed("version", "newer", edited(lambda _: None, force_version="1.7"), 0),
    Seed("encryption", "empty password", _encrypted(""), 0),
    Seed("encryption", "password", _encrypted("open"), 0),
    Seed("encryption", "RC4, empty password", edited(
        lambda _: None, encryption=pikepdf.Encryption(owner="", user="", R=3, aes=False,
                                                      metadata=False)), 0),
    Seed("file-id", "none", _without_id, 0),
    Seed("standard", "another", edited(packet(b"PDF/X-4", b"PDF/X-9")), 0),
    Seed("standard", "an older one", x1a(), 0),
    Seed("standard", "two claims", edited(lambda d: d.trailer.Info.__setitem__(
        "/GTS_PDFXVersion", String("PDF/X-3:2002"))), 0),
    Seed("old-syntax", "compressed objects",
         lambda: _compressed().replace(b"%PDF-1.5", b"%PDF-1.4"), 0, expected=X1A),
    Seed("old-syntax", "JPEG 2000", x1a(_jpx), 0, expected=X1A),
    Seed("old-syntax", "layers",
         x1a(lambda d: d.Root.__setitem__("/OCProperties", _layer(d))), 0, expected=X1A),
    Seed("transparency", "in an older standard", x1a(_see_through), 1, mm(60, 309),
         expected={**X1A, "transparency": True}),
    Seed("output-intent", "none", root_set(OutputIntents=None), 0),
    Seed("output-intent", "two", edited(
        lambda d: d.Root.OutputIntents.append(d.Root.OutputIntents[0])), 0),
    Seed("output-intent", "no profile",
         _intent(lambda _, intent: intent.__delitem__("/DestOutputProfile")), 0),
    Seed("output-intent", "RGB profile",
         _bad_profile(b"\0" * 12 + b"mntrRGB " + b"\0" * 16 + b"acsp" + b"\0" * 88, 3), 0),
    Seed("output-intent", "no printer's profile",
         _bad_profile(b"\0" * 12 + b"scnrCMYK" + b"\0" * 16 + b"acsp" + b"\0" * 88, 4), 0),
    Seed("output-intent", "monitor's profile for four inks", _intent(
        lambda d, i: i.__setitem__("/DestOutputProfile", d.make_stream(
            profile()[:12] + b"mntr" + profile()[16:], N=4))), 0),
    Seed("output-intent", "half a profile", _intent(lambda d, i: i.__setitem__(
        "/DestOutputProfile", d.make_stream(profile()[:5000], N=4))), 0),
    Seed("output-intent", "no registry",
         _intent(lambda _, intent: intent.__delitem__("/RegistryName")), 0),
    Seed("output-intent", "other condition", _intent(
        lambda _, i: i.__setitem__("/OutputConditionIdentifier", String("FOGRA51"))), 0),
    Seed("metadata", "none", root_set(Metadata=None), 0),
    Seed("metadata", "not XML", edited(lambda d: d.Root.Metadata.write(b"<x>")), 0),
    Seed("metadata", "other title", _info(Title="Iets anders"), 0),
    Seed("metadata", "other date", _info(ModDate="D:20200101000000Z"), 0),
    Seed("metadata", "other producer", _info(Producer="Iets anders"), 0),
    Seed("metadata", "other keywords", edited(lambda d: (
        d.trailer.Info.__setitem__("/Keywords", String("een")),
        packet(b"</dc:title>", b"</dc:title><pdf:Keywords>twee</pdf:Keywords>")(d))), 0),
    Seed("metadata", "no identifier", edited(packet(b"VersionID", b"VersionXX")), 0),
    Seed("trapped-key", "missing",
         edited(lambda d: d.trailer.Info.__delitem__("/Trapped")), 0),
    Seed("trapped-key", "two answers",
         edited(lambda d: d.trailer.Info.__setitem__("/Trapped", Name("/True"))), 0),
    Seed("trapped-key", "a text", _info(Trapped="False"), 0),
    Seed("page-count", "one too many", lambda: card(clean, lambda _: None), 0,
         expected={"severities": {"page-empty": None}}),
    Seed("annotations", "link", page_set(Annots=Array([
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 300, 69, 309]))])),
        1, mm(60, 309)),
    Seed("annotations", "stamp with RGB in its appearance", page_set(
        Annots=lambda d: Array([Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([60, 300, 69, 309]), F=4,
            AP=Dictionary(N=form(b"1 0 0 rg 0 0 9 9 re f")(d)))])), 1, mm(60, 309)),
    Seed("annotations", "signature", root_set(AcroForm=Dictionary(SigFlags=3, Fields=Array([
        Dictionary(FT=Name.Sig, T=String("x"), V=Dictionary(Type=Name.Sig))]))), 0),
    Seed("annotations", "form", root_set(AcroForm=Dictionary(Fields=Array([
        Dictionary(FT=Name.Tx, T=String("x"))]))), 0),
    Seed("javascript", "on opening",
         root_set(OpenAction=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))), 0),
    Seed("javascript", "named",
         root_set(Names=Dictionary(JavaScript=Dictionary(Names=Array([])))), 0),
    Seed("javascript", "of a link beside the page", page_set(Annots=Array([Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([-90, -90, -80, -80]),
        A=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))]))),
    Seed("javascript", "attachment",
         root_set(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))), 0),
    Seed("javascript", "of a bookmark", root_set(Outlines=_outlines), 0),
    Seed("javascript", "of a page",
         page_set(AA=Dictionary(O=Dictionary(S=Name.Named, N=Name.Print)))),
    Seed("layers", "set without a name", root_set(
        OCProperties=lambda d: _layer(d, Name=String(""))), 0),
    Seed("layers", "switching themselves", root_set(
        OCProperties=lambda d: _layer(d, AS=Array([]))), 0),
    Seed("layers", "two sets of one name", root_set(OCProperties=lambda d: Dictionary(
        Configs=Array([Dictionary(Name=String("Usual"))]), **_entries(_layer(d)))), 0),
    Seed("layers", "switched off", edited(_switched_off), 1, mm(60, 309)),
    Seed("layers", "a picture that is switched off", edited(_hidden_picture), 1, mm(60, 372)),
    Seed("forbidden-feature", "transfer", drawn("", ExtGState=state(TR2=Name.Identity))),
    Seed("forbidden-feature", "halftone's transfer", drawn("", ExtGState=state(
        HT=Dictionary(Type=Name.Halftone, HalftoneType=1, TransferFunction=Name.Identity)))),
    Seed("forbidden-feature", "transfer of one plate's halftone", drawn("", ExtGState=state(
        HT=Dictionary(Type=Name.Halftone, HalftoneType=5, Default=Dictionary(
            Type=Name.Halftone, HalftoneType=1, TransferFunction=Name.Identity))))),
    Seed("forbidden-feature", "LZW in the content", drawn(
        "q 9 0 0 9 60 300 cm BI /W 1 /H 1 /BPC 8 /CS /G /F [/AHx /LZW] ID 80002020> EI Q"), 1,
        mm(60, 309)),
    Seed("forbidden-feature", "OPI", drawn(PICTURE, XObject={
        "Im": picture(300, 300, Name.DeviceCMYK, OPI=Dictionary())})),
    Seed("forbidden-feature", "alternates", drawn(PICTURE, XObject={
        "Im": picture(300, 300, Name.DeviceCMYK, Alternates=Array([]))})),
    Seed("forbidden-feature", "PostScript in a form", _bad_form(Subtype2=Name.PS)),
    Seed("forbidden-feature", "another file", _bad_form(Ref=Dictionary())),
    Seed("forbidden-feature", "LZW", edited(lambda d: d.Root.__setitem__(
        "/Unused", d.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode)),
        stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False), 0),
    Seed("rendering-intent", "operator", drawn("/Bright ri 1 0 0 0 k 60 300 9 9 re f"), 1,
         mm(60, 309)),
    Seed("rendering-intent", "graphics state", drawn("", ExtGState=state(RI=Name.Bright))),
    Seed("rendering-intent", "picture", drawn(PICTURE, XObject={
        "Im": picture(300, 300, Name.DeviceCMYK, Intent=Name.Bright)})),
]  # fmt: skip
