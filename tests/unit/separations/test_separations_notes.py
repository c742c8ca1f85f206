"""What cannot be separated is reported, never guessed; and nothing takes all memory or all day."""

from __future__ import annotations

import io
import random
import time
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.press.separating import Page, separated, tints

from samenspel.errors import ContentError, FileAccessError, SamenspelError, UsageError
from samenspel.separations import APPROXIMATE, INCOMPLETE, PlateSet, Separator, plates

GROUND = b"1 0 0 0 k 0 0 60 60 re f "
SQUARE = b"20 20 20 20 re f "


def notes_of(found: PlateSet) -> dict[str, str]:
    return {note.code: note.message for note in found.notes}


def icc(page: Page, count: int) -> pikepdf.Object:
    return page.stream(b"no profile", N=count)


def foreign_spaces() -> dict[str, tuple[object, bytes, str]]:
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])
    return {
        "rgb": (Name.DeviceRGB, b"1 0 0", "DeviceRGB"),
        "calrgb": (Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])]), b"1 0 0", "CalRGB"),
        "calgray": (Array([Name.CalGray, Dictionary(WhitePoint=[1, 1, 1])]), b"0", "CalGray"),
        "lab": (lab, b"50 20 20", "Lab"),
    }


@pytest.mark.parametrize("case", foreign_spaces())
def test_what_has_to_be_converted_first_shows_paper_and_is_told(case: str) -> None:
    space, values, name = foreign_spaces()[case]
    page = Page()
    page.add("/ColorSpace", "/S", space)
    page.content = GROUND + b"/S cs " + values + b" scn " + SQUARE
    found = separated(page)
    assert tints(found, 30, 30) == {}
    assert tints(found, 5, 5) == {"Cyan": 100}
    assert name in notes_of(found)[INCOMPLETE]


@pytest.mark.parametrize("count", [1, 3, 4])
def test_a_profile_of_its_own_is_not_separated(count: int) -> None:
    page = Page()
    page.add("/ColorSpace", "/S", Array([Name.ICCBased, icc(page, count)]))
    page.content = GROUND + b"/S cs " + b"0 " * count + b"scn " + SQUARE
    assert "profile of its own" in notes_of(separated(page))[INCOMPLETE]


@pytest.mark.parametrize("same", [True, False])
def test_cmyk_with_the_files_own_profile_is_the_presss(same: bool) -> None:
    page = Page()
    data = b"x" * 12 + b"prtrCMYK" + b"x" * 16 + b"acsp"
    intent = Dictionary(
        S=Name.GTS_PDFX, DestOutputProfile=page.stream(data if same else data + b"other")
    )
    page.pdf.Root.OutputIntents = Array([intent])
    page.add("/ColorSpace", "/S", Array([Name.ICCBased, page.stream(data, N=4)]))
    page.content = GROUND + b"/S cs 0 1 0 0 scn " + SQUARE
    found = separated(page)
    assert tints(found, 30, 30) == ({"Magenta": 100} if same else {})
    assert bool(found.notes) is not same


def test_rg_is_told_too() -> None:
    page = Page()
    page.content = b"1 0 0 rg " + SQUARE
    assert "DeviceRGB" in notes_of(separated(page))[INCOMPLETE]


def test_a_default_space_takes_the_devices_place() -> None:
    page = Page()
    page.add("/ColorSpace", "/DefaultCMYK", Array([Name.ICCBased, icc(page, 4)]))
    page.content = b"0 1 0 0 k " + SQUARE
    found = separated(page)
    assert tints(found, 30, 30) == {}
    assert INCOMPLETE in notes_of(found)


def test_a_picture_in_rgb_shows_paper() -> None:
    page = Page()
    page.add("/XObject", "/X", page.image(b"\x00" * 12, (2, 2), ColorSpace=Name.DeviceRGB))
    page.content = GROUND + b"q 20 0 0 20 20 20 cm /X Do Q "
    found = separated(page)
    assert tints(found, 30, 30) == {}
    assert "DeviceRGB" in notes_of(found)[INCOMPLETE]


def test_a_shading_in_rgb_shows_paper() -> None:
    page = Page()
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[0, 0, 1], N=1)
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Function=ramp, Coords=[0, 0, 60, 0]
    )
    page.add("/Shading", "/H", shading)
    page.content = GROUND + b"/H sh "
    found = separated(page)
    assert tints(found, 30, 30) == {}
    assert "DeviceRGB" in notes_of(found)[INCOMPLETE]


def test_damaged_pictures_show_paper_and_are_told() -> None:
    page = Page()
    page.add("/XObject", "/X", page.image(b"\x00" * 5, (20, 20), ColorSpace=Name.DeviceCMYK))
    page.content = GROUND + b"q 20 0 0 20 20 20 cm /X Do Q "
    found = separated(page)
    assert tints(found, 30, 30) == {}
    assert "ends too early" in notes_of(found)[INCOMPLETE]


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"BM": Name.Luminosity}, "Luminosity"),
        ({"BM": Array([Name.Hue, Name.Normal])}, "Hue"),
        ({"SMask": Dictionary(S=Name.Luminosity)}, "soft mask"),
    ],
)
def test_blending_that_mixes_plates_is_told(settings: dict[str, object], word: str) -> None:
    page = Page()
    if "SMask" in settings:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        form = page.stream(
            b"1 g 0 0 60 60 re f", Subtype=Name.Form, BBox=[0, 0, 60, 60], Group=group
        )
        settings = {"SMask": Dictionary(S=Name.Luminosity, G=form)}
    page.add("/ExtGState", "/G", Dictionary(**settings))
    page.content = GROUND + b"/G gs 0 1 0 0 k " + SQUARE
    assert word in notes_of(separated(page))[APPROXIMATE]


def test_a_group_that_blends_in_rgb_is_told() -> None:
    page = Page()
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = page.stream(b"0 1 0 0 k " + SQUARE, Subtype=Name.Form, BBox=[0, 0, 60, 60], Group=group)
    page.add("/XObject", "/F", form)
    page.content = GROUND + b"/F Do "
    found = separated(page)
    assert tints(found, 30, 30) == {"Magenta": 100}
    assert "RGB" in notes_of(found)[APPROXIMATE]


@pytest.mark.parametrize("space", [Name.DeviceRGB, Name.DeviceGray])
def test_a_page_that_blends_in_another_space_is_noted(space: Name) -> None:
    page = Page()
    page.content = GROUND
    with pikepdf.open(io.BytesIO(page.bytes())) as document:
        document.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=space)
        out = io.BytesIO()
        document.save(out)
    assert "blends in" in notes_of(plates(out.getvalue(), 1, dpi=72))[APPROXIMATE]


@pytest.mark.parametrize("knocks_out", [True, False])
def test_a_knock_out_group_is_noted(knocks_out: bool) -> None:
    page = Page()
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, K=knocks_out)
    form = page.stream(b"0 1 0 0 k " + SQUARE, Subtype=Name.Form, BBox=[0, 0, 60, 60], Group=group)
    page.add("/XObject", "/F", form)
    page.content = GROUND + b"/F Do "
    assert (APPROXIMATE in notes_of(separated(page))) == knocks_out


@pytest.mark.parametrize("as_pattern", [True, False])
@pytest.mark.parametrize("sampled", [True, False])
def test_a_shading_by_samples_in_two_directions_is_noted(sampled: bool, as_pattern: bool) -> None:
    page = Page()
    settings: dict[str, object] = {"Domain": [0, 1, 0, 1], "Range": [0, 1]}
    if sampled:
        function = page.stream(bytes(4), FunctionType=0, Size=[2, 2], BitsPerSample=8, **settings)
    else:
        function = page.stream(b"{ mul }", FunctionType=4, **settings)
    shading = Dictionary(
        ShadingType=1, ColorSpace=Name.DeviceGray, Function=function, Matrix=[60, 0, 0, 60, 0, 0]
    )
    page.add("/Shading", "/H", shading)
    page.add("/Pattern", "/P", Dictionary(PatternType=2, Shading=shading))
    page.content = b"/Pattern cs /P scn 0 0 60 60 re f " if as_pattern else b"/H sh "
    found = separated(page)
    assert (APPROXIMATE in notes_of(found)) == sampled
    if not sampled:
        assert tints(found, 30, 30) == {"Black": 75}


def test_a_missing_resource_is_told() -> None:
    page = Page()
    page.content = b"/Nothing Do /None gs " + GROUND
    found = separated(page)
    assert tints(found, 30, 30) == {"Cyan": 100}
    assert len(found.notes) == 2


def test_annotations_and_turned_pages_are_told() -> None:
    page = Page()
    page.content = GROUND
    with pikepdf.open(io.BytesIO(page.bytes())) as pdf:
        pdf.pages[0].Annots = Array([Dictionary(Subtype=Name.Text, Rect=[0, 0, 9, 9])])
        pdf.pages[0].Rotate = 90
        out = io.BytesIO()
        pdf.save(out)
    assert set(notes_of(plates(out.getvalue(), 1, dpi=72))) == {INCOMPLETE, APPROXIMATE}


def test_a_form_that_contains_itself_ends() -> None:
    page = Page()
    form = page.stream(b"0 1 0 0 k " + SQUARE + b"/F Do ", Subtype=Name.Form, BBox=[0, 0, 60, 60])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page.add("/XObject", "/F", form)
    page.content = b"/F Do "
    found = separated(page)
    assert tints(found, 30, 30) == {"Magenta": 100}
    assert "contain themselves" in notes_of(found)[INCOMPLETE]


# -- bounds


def refused(data: bytes, code: str, kind: type[SamenspelError], **wanted: float) -> None:
    with pytest.raises(kind) as caught:
        plates(data, int(wanted.pop("page", 1)), dpi=wanted.pop("dpi", 72))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == code
    assert diagnostic.remedy


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.4\n%%EOF", b"\x00" * 4000])
def test_what_is_no_pdf(data: bytes) -> None:
    refused(data, "pdf-unreadable", FileAccessError)


def test_a_password() -> None:
    page = Page()
    page.bytes()
    out = io.BytesIO()
    page.pdf.save(out, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    refused(out.getvalue(), "pdf-locked", FileAccessError)


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there(page: int) -> None:
    refused(Page().bytes(), "page-unknown", UsageError, page=page)


def test_a_page_of_too_many_pixels() -> None:
    page = Page()
    page.bytes()
    page.pdf.pages[0].MediaBox = [0, 0, 14400, 14400]
    out = io.BytesIO()
    page.pdf.save(out)
    refused(out.getvalue(), "page-too-large", UsageError, dpi=600)


@pytest.mark.parametrize("dpi", [0, 5, 5000, float("nan")])
def test_a_resolution_out_of_bounds_is_a_bug(dpi: float) -> None:
    with pytest.raises(ValueError, match="dpi"):
        plates(Page().bytes(), 1, dpi=dpi)


def test_content_that_unpacks_to_gigabytes() -> None:
    """300 MB of spaces in a few hundred kB."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(b" " * 2**20) for _ in range(300)) + packer.flush()
    page = Page()
    page.bytes()
    bomb = pikepdf.Stream(page.pdf, data, Filter=Name.FlateDecode)
    page.pdf.pages[0].Contents = page.pdf.make_indirect(bomb)
    out = io.BytesIO()
    page.pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    start = time.process_time()
    refused(out.getvalue(), "page-too-complex", ContentError)
    assert time.process_time() - start < 10


def test_forms_that_multiply() -> None:
    """Ten times ten times … a billion squares in ten small forms."""
    page = Page()
    inner = page.stream(SQUARE, Subtype=Name.Form, BBox=[0, 0, 60, 60], Resources=Dictionary())
    for _ in range(9):
        resources = Dictionary(XObject=Dictionary(F=inner))
        inner = page.stream(
            b"/F Do " * 10, Subtype=Name.Form, BBox=[0, 0, 60, 60], Resources=resources
        )
    page.add("/XObject", "/F", inner)
    page.content = b"/F Do "
    refused(page.bytes(), "page-too-complex", ContentError)


def test_a_picture_of_too_many_pixels() -> None:
    page = Page()
    huge = page.image(b"", (60000, 60000), ColorSpace=Name.DeviceGray)
    page.add("/XObject", "/X", huge)
    page.content = b"/X Do "
    refused(page.bytes(), "page-too-complex", ContentError)


def test_damaged_files_give_a_message_or_plates() -> None:
    """A thousand files with a few bytes changed; 12,000 others were tried by hand."""
    page = Page()
    page.add("/ColorSpace", "/S", page.spot("Die"))
    page.add("/ExtGState", "/G", Dictionary(op=True, OPM=1))
    page.add("/XObject", "/X", page.image(b"\x80" * 16, (2, 2), ColorSpace=Name.DeviceCMYK))
    page.content = GROUND + b"/G gs /S cs 1 scn " + SQUARE + b"q 20 0 0 20 5 5 cm /X Do Q "
    seed, chance = page.bytes(), random.Random(4)
    for _ in range(1000):
        data = bytearray(seed)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            plates(bytes(data), 1, dpi=36)
        except SamenspelError as error:
            assert error.diagnostics[0].code.startswith(("pdf-", "page-"))


# -- sets of plates


def test_plates_come_in_order_and_empty_ones_too() -> None:
    page = Page()
    for name in ("/B", "/A"):
        page.add("/ColorSpace", name, page.spot(name[1:] * 3))
    page.content = b"/B cs 1 scn " + SQUARE + b"/A cs .5 scn 0 0 5 5 re f "
    found = separated(page)
    assert list(found) == ["Cyan", "Magenta", "Yellow", "Black", "AAA", "BBB"]
    assert found.spots == ("AAA", "BBB")
    assert [plate.empty for plate in found.values()] == [True] * 4 + [False] * 2
    assert found["AAA"].film.getpixel((2, found.size[1] - 3)) == pytest.approx(128, abs=1)


def test_an_empty_page_has_four_empty_plates() -> None:
    found = separated(Page())
    assert len(found) == 4
    assert all(plate.empty for plate in found.values())


def test_the_pictures_size_is_the_pages_in_whole_pixels_and_nothing_is_stretched() -> None:
    page = Page()
    page.content = b"0 0 0 1 k 0 0 30 60 re f "
    page.bytes()
    page.pdf.pages[0].MediaBox = [0, 0, 60.3, 60]
    out = io.BytesIO()
    page.pdf.save(out)
    found = plates(out.getvalue(), 1, dpi=144)
    assert found.size == (121, 120)
    assert found["Black"].tints.crop((0, 0, 60, 120)).getextrema() == (255, 255)
    assert found["Black"].tints.crop((61, 0, 121, 120)).getextrema() == (0, 0)


def test_user_units_enlarge_a_page() -> None:
    page = Page()
    page.content = b"0 0 0 1 k 0 0 30 60 re f "
    page.bytes()
    page.pdf.pages[0].obj.UserUnit = 2
    out = io.BytesIO()
    page.pdf.save(out)
    found = plates(out.getvalue(), 1, dpi=72)
    assert found.size == (120, 120)
    assert found["Black"].tints.getpixel((50, 60)) == 255


@pytest.mark.parametrize(
    ("alternate", "function", "mode", "last"),
    [
        (Name.DeviceCMYK, ([0, 0, 0, 0], [0, 1, 0.5, 0]), "CMYK", (0, 255, 128, 0)),
        (Name.DeviceGray, ([1], [0.2]), "CMYK", (0, 0, 0, 204)),
        (Name.DeviceRGB, ([1, 1, 1], [1, 0, 0]), "RGB", (255, 0, 0)),
    ],
)
def test_what_a_spot_looks_like(
    alternate: Name, function: tuple[list[float], list[float]], mode: str, last: tuple[int, ...]
) -> None:
    page = Page()
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=function[0], C1=function[1], N=1)
    page.add("/ColorSpace", "/S", Array([Name.Separation, Name.Goud, alternate, tint]))
    page.content = b"/S cs 1 scn " + SQUARE
    with Separator(page.bytes()) as separator:
        separator.plates(1, dpi=72)
        ramp = separator.ramp("Goud")
    assert (ramp.mode, ramp.size) == (mode, (256, 1))
    found = ramp.getpixel((255, 0))
    assert found == pytest.approx(last, abs=2)


@pytest.mark.parametrize(
    ("content", "pattern"),
    [
        (SQUARE, b""),
        (b"q " + SQUARE + b"Q", b""),
        (b"20 w 20 30 m 40 30 l S", b""),
        (b"/Pattern cs /P scn " + SQUARE, b"0 0 60 60 re f"),
    ],
)
def test_what_is_painted_before_any_colour_is_set_is_black(content: bytes, pattern: bytes) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(60, 60))
    page = document.pages[0].obj
    page.Contents = document.make_stream(content)
    cell = document.make_stream(
        pattern, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=60, YStep=60,
        BBox=Array([0, 0, 60, 60]), Resources=Dictionary(),
    )  # fmt: skip
    page.Resources = Dictionary(Pattern=Dictionary(P=cell))
    out = io.BytesIO()
    document.save(out)
    assert tints(plates(out.getvalue(), 1, dpi=144), 30, 30) == {"Black": 100}
