"""Pages of PDFs as art: they print what their maker's file prints, and nothing else is in them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageChops
from tests.unit.draw.helpers import COLOURS, FONTS, Plates, codes, frame, prepare, run
from tests.unit.preflight.pdfs import clean, pages

from samenspel.draw import draw, prepare_art
from samenspel.draw.entries import packed, unpacked
from samenspel.draw.placed.judging import _listed
from samenspel.errors import ContentError
from samenspel.model.art import PlacedArt
from samenspel.model.frame import Box, Placement
from samenspel.model.ink import PAPER

SIZE = 120.0
TRIM = (10, 20, 110, 100)
WIDE = 25.4 / 72
Pdf = pikepdf.Pdf


def spot(name: str = "Huiskleur", cyan: float = 0.4) -> Array:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[cyan, 0.9, 0, 0], N=1)
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])


def axial() -> Dictionary:
    blend = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.9, 0, 0, 0], C1=[0, 0, 0.9, 0.2], N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[10, 20, 110, 100],
                      Function=blend, Extend=[True, True])  # fmt: skip


def pdf(content: bytes, resources: Dictionary | None = None, pdf: Pdf | None = None,
        trim: tuple[float, ...] | None = TRIM, **entries: object) -> bytes:  # fmt: skip
    """A PDF of one page."""
    document = pdf or pikepdf.new()
    document.add_blank_page(page_size=(SIZE, SIZE))
    page = document.pages[0].obj
    page.Contents = document.make_stream(content)
    page.Resources = resources or Dictionary()
    if trim:
        page.TrimBox = Array(trim)
    for key, value in entries.items():
        page["/" + key] = value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def art_of(data: bytes) -> PlacedArt:
    art = prepare(data, "art.pdf")
    assert isinstance(art, PlacedArt)
    return art


def refused(data: bytes) -> list[str]:
    with pytest.raises(ContentError) as raised:
        prepare(data, "art.pdf")
    return codes(raised.value)


def page_of(art: PlacedArt) -> bytes:
    """The art on a page, at its own size."""
    box = Box(0, 0, art.width * WIDE, art.height * WIDE)
    page = frame(Placement("art", box, ground=PAPER), width=box.width, height=box.height, bleed=0)
    return draw([page], fonts={}, arts={"art": art}, colours=COLOURS)


def as_source(data: bytes) -> bytes:
    """The maker's own page, cut to what is placed, for a program that shows the crop box."""
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0].obj
        page.MediaBox = page.get("/TrimBox", page.MediaBox)
        del document.pages[1:]
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def same_plates(data: bytes, folder: Path) -> set[str]:
    """Hold the plates of the page as placed against the source's; the names of plates with ink."""
    for name in ("source", "placed"):
        (folder / name).mkdir()
    source = Plates(as_source(data), folder / "source", dpi=144)
    placed = Plates(page_of(art_of(data)), folder / "placed", dpi=144)
    inked = {name for name, plate in source.images.items() if plate.getextrema()[0] < 250}
    assert inked == {name for name, plate in placed.images.items() if plate.getextrema()[0] < 250}
    for name in inked:
        one, other = source.images[name], placed.images[name]
        assert abs(one.width - other.width) <= 1 and abs(one.height - other.height) <= 1
        size = min(one.width, other.width), min(one.height, other.height)
        apart = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
        assert sum(apart.histogram()[24:]) <= 0.002 * size[0] * size[1], name
    return inked


def stripes(document: Pdf) -> pikepdf.Object:
    """A tiling pattern."""
    return document.make_stream(
        b"0 0.6 0 0 k 0 0 4 8 re f",
        PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 8, 8], XStep=8, YStep=8,
        Resources=Dictionary(), Matrix=[1, 0.2, 0, 1, 3, 5],
    )  # fmt: skip


def letters(document: Pdf) -> Dictionary:
    """A font whose letters are drawn, one of them with a spot."""
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 10, 10],
        FontMatrix=[0.1, 0, 0, 0.1, 0, 0], FirstChar=65, LastChar=66, Widths=[10, 10],
        Encoding=Dictionary(Type=Name.Encoding, Differences=[65, Name.a, Name.b]),
        CharProcs=Dictionary(
            a=document.make_stream(b"10 0 0 0 10 10 d1 0 0 8 8 re f"),
            b=document.make_stream(b"10 0 d0 /S cs 0.7 scn 2 2 6 6 re f"),
        ),
        Resources=Dictionary(ColorSpace=Dictionary(S=spot())),
    )  # fmt: skip


def grey_picture(document: Pdf, **entries: object) -> pikepdf.Object:
    usual = {"Width": 8, "Height": 8, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    return document.make_stream(
        bytes(range(0, 256, 4)), Type=Name.XObject, Subtype=Name.Image, **usual | entries
    )


def made(name: str) -> bytes:
    """Files that each hold something that is easily lost on the way."""
    document = pikepdf.new()
    form = document.make_stream(b"/S cs 1 scn 0 0 30 30 re f", Type=Name.XObject,
                                Subtype=Name.Form, BBox=[0, 0, 30, 30],
                                Matrix=[1, 0.3, 0, 1, 40, 40])  # fmt: skip
    inherits = Dictionary(XObject=Dictionary(F=form), ColorSpace=Dictionary(S=spot()))
    mask = document.make_stream(b"\xf0" * 8, Type=Name.XObject, Subtype=Name.Image, Width=8,
                                Height=8, ImageMask=True, BitsPerComponent=1)  # fmt: skip
    states = Dictionary(ExtGState=Dictionary(O=Dictionary(OP=True, op=True, OPM=1),
                                             H=Dictionary(ca=0.5, CA=0.5)))  # fmt: skip
    tagged = document.make_stream(b"no profile", N=4)
    content, resources, more = {
        "flat": (b"0.5 0 0.2 0 k 20 30 60 40 re f 0 0 0 1 K 3 w 20 30 m 100 90 l S", None, {}),
        "default colour": (b"20 30 60 40 re f", None, {}),
        "turned": (b"0.5 0 0.2 0 k 20 30 60 20 re f", None, {"Rotate": 90}),
        "upside down": (b"0.5 0 0.2 0 k 20 30 60 20 re f", None, {"Rotate": 180}),
        "left": (b"0.5 0 0.2 0 k 20 30 60 20 re f", None, {"Rotate": 270}),
        "form of its caller": (b"/F Do", inherits, {}),
        "shading": (b"/Sh sh", Dictionary(Shading=Dictionary(Sh=axial())), {}),
        "pattern": (
            b"/Pattern cs /P scn 20 30 70 50 re f",
            Dictionary(Pattern=Dictionary(P=stripes(document))),
            {},
        ),
        "drawn letters": (
            b"0 1 0 0 k BT /T 20 Tf 20 40 Td (AB) Tj ET",
            Dictionary(Font=Dictionary(T=letters(document))),
            {},
        ),
        "masked picture": (
            b"q 60 0 0 60 20 30 cm /I Do Q",
            Dictionary(XObject=Dictionary(I=grey_picture(document, Mask=mask))),
            {},
        ),
        "inline picture": (
            b"q 60 0 0 60 20 30 cm BI /W 2 /H 2 /BPC 8 /CS /CMYK ID "
            + bytes(range(0, 160, 10))
            + b" EI Q",
            None,
            {},
        ),
        "overprint": (
            b"0 0.8 0 0 k 20 30 60 40 re f /O gs 0.7 0 0 0 k 40 40 60 40 re f",
            states,
            {},
        ),
        "see-through": (
            b"0 0.8 0 0 k 20 30 60 40 re f /H gs 0.7 0 0 0.4 k 40 40 60 40 re f",
            states,
            {"Group": Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)},
        ),
        "tagged CMYK": (
            b"/C cs 0.3 0.2 0 0.1 scn 20 30 60 40 re f",
            Dictionary(ColorSpace=Dictionary(C=Array([Name.ICCBased, tagged]))),
            {},
        ),
        "two inks": (
            b"/N cs 0.5 0.5 scn 20 30 60 40 re f",
            Dictionary(ColorSpace=Dictionary(N=Array([
                Name.DeviceN, Array([Name("/Huiskleur"), Name.Black]), Name.DeviceCMYK,
                document.make_stream(b"{0 exch 0 exch 0 3 1 roll pop}", FunctionType=4,
                                     Domain=[0, 1, 0, 1], Range=[0, 1] * 4),
            ]))),
            {},
        ),
    }[name]  # fmt: skip
    return pdf(content, resources, document, **more)


@pytest.mark.parametrize(
    ("name", "plates"),
    [
        ("flat", {"Cyan", "Yellow", "Black"}),
        ("default colour", {"Black"}),
        ("turned", {"Cyan", "Yellow"}),
        ("upside down", {"Cyan", "Yellow"}),
        ("left", {"Cyan", "Yellow"}),
        ("form of its caller", {"Huiskleur"}),
        ("shading", {"Cyan", "Yellow", "Black"}),
        ("pattern", {"Magenta"}),
        ("drawn letters", {"Magenta", "Huiskleur"}),
        ("masked picture", {"Black"}),
        ("inline picture", {"Cyan", "Magenta", "Yellow", "Black"}),
        ("overprint", {"Cyan", "Magenta"}),
        ("see-through", {"Cyan", "Magenta", "Black"}),
        ("two inks", {"Huiskleur", "Black"}),
    ],
)
def test_the_plates_are_those_of_the_source(name: str, plates: set[str], tmp_path: Path) -> None:
    assert same_plates(made(name), tmp_path) == plates


def test_ink_values_tagged_with_a_profile_stay(tmp_path: Path) -> None:
    art = art_of(made("tagged CMYK"))
    page = page_of(art)
    c, m, y, k = Plates(page, tmp_path).at(20 * WIDE, 40 * WIDE)
    assert (round(c), round(m), round(y), round(k)) == (30, 20, 0, 10)
    assert "CMYK profile" in art.notes[0]


def test_canvas_is_the_trim_box_or_the_art_box_or_the_page() -> None:
    flat = b"0 0 0 1 k 0 0 120 120 re f"
    assert art_of(pdf(flat)).width == 100 and art_of(pdf(flat)).height == 80
    of_art = art_of(pdf(flat, trim=None, ArtBox=Array([0, 0, 30, 40])))
    assert (of_art.width, of_art.height) == (30, 40)
    whole = art_of(pdf(flat, trim=None))
    assert (whole.width, whole.height) == (SIZE, SIZE)
    turned = art_of(pdf(flat, Rotate=90))
    assert (turned.width, turned.height) == (80, 100)


def test_only_what_paints_is_taken_along() -> None:
    document = pikepdf.new()
    off = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("geheim")))
    document.Root.OCProperties = Dictionary(OCGs=[off], D=Dictionary(OFF=[off]))
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("geheim()"))
    document.docinfo["/Author"] = "geheim"
    document.Root.Metadata = document.make_stream(b"<x>geheim</x>")
    content = (
        b"0.5 0 0 0 k 20 30 60 40 re f /OC /L BDC /S cs 1 scn 0 0 9 9 re f "
        b"(geheim) Tj EMC /P <</E (geheim)>> BDC 0 1 0 0 k 20 20 5 5 re f EMC"
    )
    resources = Dictionary(
        Properties=Dictionary(L=off), ColorSpace=Dictionary(S=spot("CutContour")),
        Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.geheim)),
    )  # fmt: skip
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String("geheim"))
    data = pdf(content, resources, document, Annots=Array([note]),
               PieceInfo=Dictionary(X=Dictionary(Private=String("geheim"))))  # fmt: skip
    art = art_of(data)
    with pikepdf.open(io.BytesIO(art.data)) as kept:
        out = io.BytesIO()
        kept.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all,
                  object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
    assert b"geheim" not in out.getvalue() and b"CutContour" not in out.getvalue()
    assert art.spots == ()
    assert [note for note in art.notes if "comment" in note]
    assert [note for note in art.notes if "scripts" in note]


@pytest.mark.parametrize("state", ["OFF", "ON"])
def test_a_layer_that_is_not_printed_is_not_placed(state: str, tmp_path: Path) -> None:
    document = pikepdf.new()
    usage = Dictionary(Print=Dictionary(PrintState=Name("/" + state)))
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("x"), Usage=usage))
    switch = Dictionary(Event=Name.Print, Category=[Name.Print], OCGs=[layer])
    document.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(AS=[switch]))
    content = b"0.5 0 0 0 k 20 30 60 40 re f /OC /L BDC 0 1 0 0 k 60 30 30 60 re f EMC"
    data = pdf(content, Dictionary(Properties=Dictionary(L=layer)), document)
    plates = Plates(page_of(art_of(data)), tmp_path)
    assert (plates.extremes("Magenta")[1] > 90) == (state == "ON")


def rgb_group() -> Dictionary:
    return Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def test_colours_that_nothing_is_painted_in_stop_nothing() -> None:
    content = b"1 0 0 rg 0 1 0 RG 0 0 0 1 k 20 30 60 40 re f q 0 0 1 rg Q"
    assert art_of(pdf(content, Group=rgb_group())).modern == ()


SEE_THROUGH = Dictionary(ExtGState=Dictionary(H=Dictionary(ca=0.5)))


@pytest.mark.parametrize(
    ("content", "resources", "code"),
    [
        (b"1 0 0 rg 20 30 60 40 re f", None, "art-pdf-rgb"),
        (b"1 0 0 RG 20 30 60 40 re S", None, "art-pdf-rgb"),
        (b"/C cs 1 0 0 scn 20 30 9 9 re f",
         Dictionary(ColorSpace=Dictionary(C=Array([
             Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])]))),
         "art-pdf-rgb"),
        (b"BT /F 9 Tf 20 30 Td (x) Tj ET",
         Dictionary(Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1,
                                                 BaseFont=Name.Helvetica))), "art-pdf-font"),
        (b"", None, "art-pdf-empty"),
        (b"q 1 0 0 1 9 9 cm Q", None, "art-pdf-empty"),
        (b"/X Do 20 30 60 40 re f /G gs", None, "art-pdf-unreadable"),
        (b"BT /F 9 Tf (This is an Adobe Illustrator File that was "
         b"saved without PDF Content.) Tj ET",
         Dictionary(Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1,
                                                 BaseFont=Name.Helvetica))), "art-pdf-empty"),
    ],
)  # fmt: skip
def test_what_no_press_takes_is_refused(
    content: bytes, resources: Dictionary | None, code: str
) -> None:
    assert code in refused(pdf(content, resources))


def test_a_form_in_its_callers_colour_is_in_that_colour(tmp_path: Path) -> None:
    document = pikepdf.new()
    form = document.make_stream(b"0 0 30 30 re f", Type=Name.XObject, Subtype=Name.Form,
                                BBox=[0, 0, 30, 30], Matrix=[1, 0, 0, 1, 40, 40])  # fmt: skip
    own = document.make_stream(b"0 1 0 0 k 0 0 30 30 re f", Type=Name.XObject,
                               Subtype=Name.Form, BBox=[0, 0, 30, 30])  # fmt: skip
    resources = Dictionary(XObject=Dictionary(F=form, O=own))
    assert refused(pdf(b"1 0 0 rg /F Do", resources, document)) == ["art-pdf-rgb"]
    data = pdf(b"1 0 0 rg q 1 0 0 1 20 30 cm /O Do Q 1 0 0 0 k /F Do", resources, document)
    assert same_plates(data, tmp_path) == {"Cyan", "Magenta"}


def test_mixing_in_rgb_is_refused() -> None:
    content = b"/H gs 0 0 0 1 k 20 30 60 40 re f"
    assert refused(pdf(content, SEE_THROUGH, Group=rgb_group())) == ["art-pdf-rgb"]
    assert art_of(pdf(content, SEE_THROUGH)).modern == ("transparency",)


def test_packings_that_no_press_takes_are_refused() -> None:
    document = pikepdf.new()
    picture = grey_picture(document)
    picture.write(b"x", filter=Name.JPXDecode)
    resources = Dictionary(XObject=Dictionary(I=picture))
    assert refused(pdf(b"/I Do", resources, document)) == ["art-pdf-unsupported"]


def test_locked_and_damaged_files_are_refused() -> None:
    data = pdf(b"0 0 0 1 k 20 30 60 40 re f")
    with pikepdf.open(io.BytesIO(data)) as document:
        out = io.BytesIO()
        document.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
        locked = io.BytesIO()
        document.save(locked, encryption=pikepdf.Encryption(owner="x", user="y"))
    assert refused(out.getvalue()) == refused(locked.getvalue()) == ["art-pdf-encrypted"]
    assert refused(b"%PDF-1.7\nnothing") == ["art-pdf-unreadable"]


def test_one_spot_in_two_looks_is_refused() -> None:
    resources = Dictionary(ColorSpace=Dictionary(S=spot(), T=spot(cyan=0.1)))
    content = b"/S cs 1 scn 20 30 9 9 re f /T cs 1 scn 40 30 9 9 re f"
    assert refused(pdf(content, resources)) == ["art-pdf-unsupported"]


def test_a_spot_described_in_lab_gets_a_cmyk_look() -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[100, 0, 0], C1=[48, 74, 45], N=1,
                      Range=[0, 100, -128, 127, -128, 127])  # fmt: skip
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82], Range=[-128, 127, -128, 127])])
    space = Array([Name.Separation, Name("/PANTONE 185 C"), lab, tint])
    art = art_of(pdf(b"/S cs 1 scn 20 30 60 40 re f", Dictionary(ColorSpace=Dictionary(S=space))))
    with pikepdf.open(io.BytesIO(art.data)) as document:
        form = document.pages[0].Resources.XObject.Art
        (found,) = (value for _, value in form.Resources.ColorSpace.items())
        cyan, magenta, yellow, black = (float(value) for value in found[3].C1)
    assert found[2] == Name.DeviceCMYK
    assert magenta > 0.85 and yellow > 0.5 and cyan < 0.15 and black < 0.15


def test_same_bytes_every_time_and_through_the_cache() -> None:
    data = made("drawn letters")
    first, again = art_of(data), prepare_art("art.pdf", data, colour=COLOURS)
    assert first == again and page_of(first) == page_of(art_of(data))
    assert unpacked(packed(first), first.name) == first


def test_values_may_stand_in_objects_of_their_own() -> None:
    document = pikepdf.new()
    picture = grey_picture(document)
    picture.Intent = document.make_indirect(Name.Perceptual)
    resources = Dictionary(XObject=Dictionary(I=picture))
    assert art_of(pdf(b"q 90 0 0 90 9 9 cm /I Do Q", resources, document)).width == 100


def test_more_pages_are_told() -> None:
    document = pikepdf.new()
    data = pdf(b"0 0 0 1 k 20 30 60 40 re f", pdf=document)
    with pikepdf.open(io.BytesIO(data)) as both:
        both.add_blank_page()
        out = io.BytesIO()
        both.save(out)
    assert art_of(out.getvalue()).notes == ("has 2 pages: the first is placed",)


def test_what_a_page_names_twice_is_once_in_the_file_and_nothing_is_a_mere_reference() -> None:
    document = pikepdf.new()
    picture = document.make_indirect(
        document.make_stream(b"\x80" * 4 * 16, Type=Name.XObject, Subtype=Name.Image, Width=4,
                             Height=4, BitsPerComponent=8, ColorSpace=Name.DeviceCMYK)
    )  # fmt: skip
    resources = Dictionary(XObject=Dictionary(A=picture, B=picture))
    content = b"q 40 0 0 40 20 30 cm /A Do Q q 30 0 0 30 60 60 cm /B Do Q"
    made = page_of(art_of(pdf(content, resources, document)))
    assert not re.search(rb"\d+ 0 obj\s+\d+ 0 R\s+endobj", made)
    with pikepdf.open(io.BytesIO(made)) as opened:
        streams = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        assert sum(one.get("/Subtype") == Name.Image for one in streams) == 1


def test_five_things_that_are_wrong_are_named_and_more_are_counted() -> None:
    assert _listed("abcde") == "a, b, c, d, e"
    assert _listed("abcdefg") == "a, b, c, d, e and 2 more"


def test_letters_of_a_font_of_many_signs_are_taken_along() -> None:
    """Our own pages have such fonts (Type 0): placed, the same text is still read from them."""
    made = draw([frame(run("Één gesprek"))], fonts=FONTS, arts={}, colours=COLOURS)
    art = art_of(made)
    with pymupdf.open(stream=page_of(art), filetype="pdf") as found:
        assert found[0].get_text().strip() == "Één gesprek"
    with pikepdf.open(io.BytesIO(art.data)) as kept:
        (font,) = [one for one in kept.objects if isinstance(one, Dictionary)
                   and one.get("/Subtype") == Name.Type0]  # fmt: skip
        assert len(font.DescendantFonts) == 1


def test_letters_of_a_simple_font_are_taken_along() -> None:
    art = art_of(pages(clean))
    with pikepdf.open(io.BytesIO(art.data)) as kept:
        fonts = [one for one in kept.objects if isinstance(one, Dictionary)
                 and one.get("/Type") == Name.Font]  # fmt: skip
    assert fonts and not any("/DescendantFonts" in font for font in fonts)


@pytest.mark.parametrize(("alpha", "modern"), [(None, False), (1, False), (0.99, True)])
@pytest.mark.parametrize("key", ["CA", "ca"])
def test_only_what_is_seen_through_asks_for_a_new_standard(
    key: str, alpha: float | None, modern: bool
) -> None:
    state = Dictionary(Type=Name.ExtGState, LW=1)
    if alpha is not None:
        state["/" + key] = alpha
    content = b"/G gs 0.5 0 0 0 k 20 30 60 40 re f"
    art = art_of(pdf(content, Dictionary(ExtGState=Dictionary(G=state))))
    assert bool(art.modern) is modern
