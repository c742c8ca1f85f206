"""Separations and ink coverage held against Ghostscript's tiffsep, and overprint against controls.

Where plates are compared, edges are left out as ``separating.agreement`` says.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from tests.press.separating import (
    Page,
    agreement,
    ghostscript_plates,
    separated,
    tints,
)

from samenspel.separations import Separator, coverage, plates

MEDIAN, MAXIMUM = 0.5, 2.0
"""Percent of ink."""
CARDS = {1: "cover", 2: "how-to", 9: "condition", 17: "reminder", 18: "its back", 41: "agreement"}
GROUND = b"1 0 0 0 k 0 0 60 60 re f\n"
"""Solid cyan under everything."""


# -- the real deck


@pytest.mark.parametrize("page", CARDS)
def test_plates_of_cards_agree_with_ghostscript(built: Path, tmp_path: Path, page: int) -> None:
    pdf = built / "a6" / "cards.pdf"
    ours = plates(pdf.read_bytes(), page, dpi=144)
    theirs = ghostscript_plates(pdf, page, tmp_path)
    assert not ours.notes
    assert set(ours) == set(theirs)
    for ink, plate in ours.items():
        found = agreement(plate.tints, theirs[ink])
        assert found.median <= MEDIAN, (ink, found)
        assert found.maximum <= MAXIMUM, (ink, found)
        assert found.counted > 0.5, (ink, found)


@pytest.mark.parametrize("name", ["sheets-a4.pdf", "poster.pdf"])
def test_sheets_and_poster_agree_with_ghostscript(built: Path, tmp_path: Path, name: str) -> None:
    pdf = built / "a6" / name
    ours = plates(pdf.read_bytes(), 1, dpi=72)
    theirs = ghostscript_plates(pdf, 1, tmp_path, dpi=72)
    assert not ours.notes
    for ink, plate in ours.items():
        found = agreement(plate.tints, theirs[ink])
        assert found.median <= MEDIAN, (ink, found)
        assert found.maximum <= MAXIMUM, (ink, found)


@pytest.mark.parametrize("page", CARDS)
def test_coverage_agrees_with_ghostscript(built: Path, tmp_path: Path, page: int) -> None:
    """Whole windows, edges included: here anti-aliasing evens out.

    Ghostscript draws every pixel that a shape touches, which makes lines of ink too fat and lines
    of paper, too: the finer it draws, the nearer it comes to ours at 100 dpi.
    """
    pdf = built / "a6" / "cards.pdf"
    by_ours = coverage(plates(pdf.read_bytes(), page, dpi=100))
    theirs = ghostscript_plates(pdf, page, tmp_path, dpi=600)
    by_theirs = coverage(as_plates(plates(pdf.read_bytes(), page, dpi=600), theirs))
    assert by_ours.point.percent == pytest.approx(by_theirs.point.percent, abs=MAXIMUM)
    assert by_ours.square.percent == pytest.approx(by_theirs.square.percent, abs=MAXIMUM)


def as_plates(like, images):
    """Ghostscript's plates as a set of ours."""
    from dataclasses import replace

    from samenspel.separations import Plate

    found = {ink: Plate(ink, image) for ink, image in images.items()}
    return replace(like, plates=found, size=images["Cyan"].size)


def test_a_card_takes_a_moment(built: Path) -> None:
    """Aimed at is 0.05 to 0.3 s; a slow machine gets more."""
    data = (built / "a6" / "cards.pdf").read_bytes()
    with Separator(data) as separator:
        start = time.perf_counter()
        for page in CARDS:
            coverage(separator.plates(page, dpi=100))
        assert (time.perf_counter() - start) / len(CARDS) < 1.0


def test_black_text_on_a_card_leaves_the_colours_alone(built: Path) -> None:
    """Without its text, a condition's front has the same colour plates."""
    import pikepdf

    data = (built / "a6" / "cards.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[8]
        bare = [
            (operands, operator)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) not in ("Tj", "TJ", "'", '"')
        ]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(bare))
        out = io.BytesIO()
        pdf.save(out)
    whole, without = plates(data, 9, dpi=100), plates(out.getvalue(), 9, dpi=100)
    for ink in ("Cyan", "Magenta", "Yellow"):
        assert whole[ink].tints.tobytes() == without[ink].tints.tobytes()
    assert whole["Black"].tints.tobytes() != without["Black"].tints.tobytes()


# -- overprint: what is printed at (30, 30), where something lies on solid cyan

OVER = {"OP": True, "op": True}
SQUARE = b"20 20 20 20 re f\n"
OVERPRINT: dict[str, tuple[dict[str, object], bytes, dict[str, int]]] = {
    "black-opm1": ({**OVER, "OPM": 1}, b"0 0 0 1 k ", {"Cyan": 100, "Black": 100}),
    "black-control": ({}, b"0 0 0 1 k ", {"Black": 100}),
    "black-opm0": (OVER, b"0 0 0 1 k ", {"Black": 100}),
    "opm1-without-op": ({"OPM": 1}, b"0 0 0 1 k ", {"Black": 100}),
    "op-of-lines-only": ({"OP": True, "op": False, "OPM": 1}, b"0 0 0 1 k ", {"Black": 100}),
    "op-alone-sets-both": ({"OP": True, "OPM": 1}, b"0 0 0 1 k ", {"Cyan": 100, "Black": 100}),
    "two-inks-opm1": (
        {**OVER, "OPM": 1},
        b"0 .5 0 .4 k ",
        {"Cyan": 100, "Magenta": 50, "Black": 40},
    ),
    "cyan-tint-opm1": ({**OVER, "OPM": 1}, b".3 0 0 1 k ", {"Cyan": 30, "Black": 100}),
    "white-opm1-vanishes": ({**OVER, "OPM": 1}, b"0 0 0 0 k ", {"Cyan": 100}),
    "white-control": ({}, b"0 0 0 0 k ", {}),
    "gray-knocks-out": ({**OVER, "OPM": 1}, b"0 g ", {"Black": 100}),
    "spot-over": (OVER, b"/S cs 1 scn ", {"Cyan": 100, "Die": 100}),
    "spot-control": ({}, b"/S cs 1 scn ", {"Die": 100}),
    "spot-tint": (OVER, b"/S cs .4 scn ", {"Cyan": 100, "Die": 40}),
    "separation-black": (OVER, b"/B cs 1 scn ", {"Cyan": 100, "Black": 100}),
    "separation-black-control": ({}, b"/B cs 1 scn ", {"Black": 100}),
    "device-n": (OVER, b"/N cs .5 .25 scn ", {"Cyan": 100, "Magenta": 50, "Die": 25}),
    "device-n-control": ({}, b"/N cs .5 .25 scn ", {"Magenta": 50, "Die": 25}),
}


def overprinting(settings: dict[str, object], colour: bytes, rest: bytes = SQUARE) -> Page:
    page = Page()
    page.add("/ExtGState", "/G", Dictionary(**settings))
    page.add("/ColorSpace", "/S", page.spot("Die"))
    page.add("/ColorSpace", "/B", page.spot("Black", 0, 0, 0, 1))
    tint = page.stream(
        b"{ pop pop 0 0 0 0 }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4
    )
    names = Array([Name.Magenta, Name.Die])
    page.add("/ColorSpace", "/N", Array([Name.DeviceN, names, Name.DeviceCMYK, tint]))
    page.content = GROUND + b"/G gs " + colour + rest
    return page


@pytest.mark.parametrize("case", OVERPRINT)
def test_overprint_and_its_control(case: str, tmp_path: Path) -> None:
    settings, colour, expected = OVERPRINT[case]
    page = overprinting(settings, colour)
    data = page.bytes()
    found = plates(data, 1, dpi=144)
    assert tints(found, 30, 30) == expected
    assert tints(found, 5, 5) == {"Cyan": 100}
    assert not found.notes
    held_against_ghostscript(data, tmp_path)


def held_against_ghostscript(
    data: bytes, folder: Path, *, steepest: int = 1, dpi: int = 144
) -> None:
    pdf = folder / "page.pdf"
    pdf.write_bytes(data)
    ours, theirs = plates(data, 1, dpi=dpi), ghostscript_plates(pdf, 1, folder, dpi=dpi)
    for ink in set(ours) | set(theirs):
        one = ours[ink].tints if ink in ours else Image.new("L", ours.size)
        other = theirs.get(ink, Image.new("L", theirs["Cyan"].size))
        found = agreement(one, other, steepest=steepest)
        assert found.median <= MEDIAN, (ink, found)
        assert found.maximum <= MAXIMUM, (ink, found)
        assert found.counted > 0.25, (ink, found)


def test_a_spot_named_all_prints_on_every_plate() -> None:
    page = overprinting({}, b"/A cs .6 scn ")
    page.add("/ColorSpace", "/A", page.spot("All", 1, 1, 1, 1))
    page.content += b"/S cs 1 scn 1 1 2 2 re f"
    every = dict.fromkeys(("Cyan", "Magenta", "Yellow", "Black", "Die"), 60)
    assert tints(separated(page), 30, 30) == every


def test_a_spot_named_none_prints_nothing_and_knocks_nothing_out() -> None:
    page = overprinting({}, b"/Z cs 1 scn ")
    page.add("/ColorSpace", "/Z", page.spot("None"))
    assert tints(separated(page), 30, 30) == {"Cyan": 100}


def test_lines_and_fills_overprint_apart() -> None:
    """A fill that knocks out with a line that overprints."""
    settings = {"OP": True, "op": False, "OPM": 1}
    rest = b"0 0 0 1 K 8 w 20 20 20 20 re B\n"
    found = separated(overprinting(settings, b"0 1 0 0 k ", rest))
    assert tints(found, 30, 30) == {"Magenta": 100}
    assert tints(found, 18, 30) == {"Cyan": 100, "Black": 100}
    assert tints(found, 22, 30) == {"Magenta": 100, "Black": 100}


@pytest.mark.parametrize(("over", "cyan"), [(True, 100), (False, 0)])
def test_text_overprints(over: bool, cyan: int) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
    settings = {"OP": over, "op": over, "OPM": 1}
    text = b"BT /F 90 Tf 1 0 0 1 12 8 Tm (I) Tj 0 1 0 0 k (I) Tj ET "
    page = overprinting(settings, b"0 0 0 1 k ", text)
    page.add("/Font", "/F", font)
    found = separated(page)
    assert tints(found, 24, 30).get("Black") == 100
    assert tints(found, 24, 30).get("Cyan", 0) == cyan
    assert tints(found, 49, 30).get("Magenta") == 100


def test_overprint_reaches_into_forms_and_ends_with_q(tmp_path: Path) -> None:
    page = overprinting({**OVER, "OPM": 1}, b"", b"/F Do Q 0 0 0 1 k 40 40 10 10 re f /F Do ")
    page.content = page.content.replace(GROUND, GROUND + b"q 0 0 0 1 k ")
    form = page.stream(
        b"20 20 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 60, 60],
        Matrix=[1, 0, 0, 1, 0, 0], Resources=Dictionary(),
    )  # fmt: skip
    page.add("/XObject", "/F", form)
    shifted = page.content.replace(b"re f /F Do", b"re f 1 0 0 1 20 -15 cm /F Do")
    page.content = shifted
    data = page.bytes()
    found = plates(data, 1, dpi=144)
    assert tints(found, 25, 25) == {"Cyan": 100, "Black": 100}
    assert tints(found, 45, 45) == {"Black": 100}
    assert tints(found, 45, 10) == {"Black": 100}
    held_against_ghostscript(data, tmp_path)


# -- pictures

PIXELS = [(0, 0, 0, 255), (255, 0, 0, 0), (0, 128, 0, 0), (10, 20, 30, 40)]
"""A picture of 2 × 2 pixels: top row, bottom row."""
PLACE = b"q 40 0 0 40 10 10 cm /X Do Q "
AT = [(20, 40), (40, 40), (20, 20), (40, 20)]


def picture_page(image: Callable[[Page], object], before: bytes = GROUND) -> Page:
    page = overprinting({**OVER, "OPM": 1}, b"", b"")
    page.content = before + PLACE
    page.add("/XObject", "/X", image(page))
    return page


def large(values: list[bytes], bits: int = 8) -> bytes:
    """Four pixels enlarged to 64 × 64, so that resampling does not blur their middles."""
    assert bits == 8
    rows = [values[0] * 32 + values[1] * 32, values[2] * 32 + values[3] * 32]
    return rows[0] * 32 + rows[1] * 32


def cmyk_data() -> bytes:
    return large([bytes(pixel) for pixel in PIXELS])


def jpeg(page: Page) -> object:
    out = io.BytesIO()
    Image.frombytes("CMYK", (64, 64), cmyk_data()).save(out, "JPEG", quality=100, subsampling=0)
    return page.image(
        out.getvalue(), (64, 64), ColorSpace=Name.DeviceCMYK, Filter=Name.DCTDecode,
        Decode=[1, 0] * 4,
    )  # fmt: skip


def indexed(page: Page) -> object:
    table = String(b"".join(bytes(pixel) for pixel in PIXELS))
    data = large([bytes([n]) for n in range(4)])
    packed = bytes(a << 4 | b for a, b in zip(data[::2], data[1::2], strict=True))
    space = Array([Name.Indexed, Name.DeviceCMYK, 3, table])
    return page.image(packed, (64, 64), ColorSpace=space, BitsPerComponent=4)


def gray(page: Page) -> object:
    return page.image(
        large([b"\x00", b"\xff", b"\x80", b"\x40"]), (64, 64), ColorSpace=Name.DeviceGray
    )


def one_bit(page: Page) -> object:
    row = b"\x00" * 4 + b"\xff" * 4
    return page.image(
        row * 32 + row[::-1] * 32, (64, 64), ColorSpace=Name.DeviceGray, BitsPerComponent=1
    )


def spot_picture(page: Page) -> object:
    return page.image(
        large([b"\xff", b"\x00", b"\x80", b"\x40"]), (64, 64), ColorSpace=page.spot("Die")
    )


def device_n_picture(page: Page) -> object:
    tint = page.stream(
        b"{ pop pop 0 0 0 0 }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4
    )
    space = Array([Name.DeviceN, Array([Name.Magenta, Name.Die]), Name.DeviceCMYK, tint])
    data = large([b"\xff\x00", b"\x00\xff", b"\x80\x40", b"\x00\x00"])
    return page.image(data, (64, 64), ColorSpace=space)


def sixteen_bits(page: Page) -> object:
    data = large([bytes(v for c in pixel for v in (c, c)) for pixel in PIXELS])
    return page.image(data, (64, 64), ColorSpace=Name.DeviceCMYK, BitsPerComponent=16)


def soft_masked(page: Page) -> object:
    mask = page.image(
        large([b"\xff", b"\xff", b"\x80", b"\x00"]), (64, 64), ColorSpace=Name.DeviceGray
    )
    return page.image(cmyk_data(), (64, 64), ColorSpace=Name.DeviceCMYK, SMask=mask)


def colour_keyed(page: Page) -> object:
    return page.image(
        cmyk_data(), (64, 64), ColorSpace=Name.DeviceCMYK, Mask=[0, 5, 120, 130, 0, 0, 0, 0]
    )


def stencil_masked(page: Page) -> object:
    row = b"\x00" * 4 + b"\xff" * 4
    mask = page.image(row * 64, (64, 64), ImageMask=True, BitsPerComponent=1)
    return page.image(cmyk_data(), (64, 64), ColorSpace=Name.DeviceCMYK, Mask=mask)


CMYK = [
    {"Black": 100},
    {"Cyan": 100},
    {"Magenta": 50},
    {"Cyan": 4, "Magenta": 8, "Yellow": 12, "Black": 16},
]
GROUND_ONLY = {"Cyan": 100}
PICTURES: dict[str, tuple[Callable[[Page], object], list[dict[str, int]]]] = {
    "cmyk": (
        lambda page: page.image(cmyk_data(), (64, 64), ColorSpace=Name.DeviceCMYK),
        CMYK,
    ),
    "jpeg": (jpeg, CMYK),
    "indexed": (indexed, CMYK),
    "16-bit": (sixteen_bits, CMYK),
    "gray": (gray, [{"Black": 100}, {}, {"Black": 50}, {"Black": 75}]),
    "1-bit": (one_bit, [{"Black": 100}, {}, {}, {"Black": 100}]),
    "spot": (spot_picture, [{"Die": 100}, {}, {"Die": 50}, {"Die": 25}]),
    "device-n": (
        device_n_picture,
        [{"Magenta": 100}, {"Die": 100}, {"Magenta": 50, "Die": 25}, {}],
    ),
    "soft-mask": (
        soft_masked,
        [{"Black": 100}, {"Cyan": 100}, {"Cyan": 50, "Magenta": 25}, GROUND_ONLY],
    ),
    "colour-key": (colour_keyed, [*CMYK[:2], GROUND_ONLY, CMYK[3]]),
    "stencil-mask": (stencil_masked, [CMYK[0], GROUND_ONLY, CMYK[2], GROUND_ONLY]),
}


@pytest.mark.parametrize("case", PICTURES)
def test_pictures(case: str, tmp_path: Path) -> None:
    image, expected = PICTURES[case]
    data = picture_page(image).bytes()
    found = plates(data, 1, dpi=144)
    assert not found.notes
    for (x, y), wanted in zip(AT, expected, strict=True):
        at = tints(found, x, y)
        assert set(at) == set(wanted), (case, x, y, at)
        assert all(abs(at[ink] - wanted[ink]) <= 1 for ink in wanted), (case, at, wanted)
    held_against_ghostscript(data, tmp_path)


def test_a_cmyk_picture_knocks_out_even_with_overprint_mode_1(tmp_path: Path) -> None:
    page = picture_page(PICTURES["cmyk"][0], GROUND + b"/G gs ")
    data = page.bytes()
    assert tints(plates(data, 1, dpi=144), 20, 40) == {"Black": 100}
    held_against_ghostscript(data, tmp_path)


def test_a_spot_picture_overprints() -> None:
    found = separated(picture_page(spot_picture, GROUND + b"/G gs "))
    assert tints(found, 20, 40) == {"Cyan": 100, "Die": 100}
    assert tints(found, 40, 40) == {"Cyan": 100}


@pytest.mark.parametrize(("before", "cyan"), [(b"", 0), (b"/G gs ", 100)])
def test_a_mask_is_painted_in_the_colour_that_is_set(before: bytes, cyan: int) -> None:
    def stencil(page: Page) -> object:
        return page.image(b"\x00" * 512, (64, 64), ImageMask=True, BitsPerComponent=1)

    found = separated(picture_page(stencil, GROUND + before + b"0 0 0 .7 k "))
    assert tints(found, 30, 30) == {k: v for k, v in {"Cyan": cyan, "Black": 70}.items() if v}


def test_a_picture_in_the_stream_itself(tmp_path: Path) -> None:
    page = Page()
    page.content = (
        GROUND + b"q 40 0 0 40 10 10 cm BI /W 1 /H 1 /BPC 8 /CS /CMYK /F /AHx ID 00FF0080> EI Q "
        b"q 5 0 0 5 0 0 cm 0 0 1 0 k BI /W 8 /H 1 /IM true /F /AHx ID 00> EI Q "
    )
    data = page.bytes()
    found = plates(data, 1, dpi=144)
    assert tints(found, 30, 30) == {"Magenta": 100, "Black": 50}
    assert tints(found, 2, 2) == {"Yellow": 100}
    assert not found.notes
    held_against_ghostscript(data, tmp_path)


# -- shadings, patterns, clips, glyphs, transparency

CMYK_RAMP = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.2, 0, 0, 0], C1=[1, 0.6, 0, 0.3], N=1)

GENTLE_RAMP = Dictionary(
    FunctionType=2, Domain=[0, 1], C0=[0.2, 0, 0, 0], C1=[0.6, 0.3, 0, 0.2], N=1
)
"""PDFium draws a ramp in 256 steps, whatever its length, so a steep one in a half differs more."""


def shaded(space: object, function: object, **entries: object) -> Page:
    page = Page()
    entries = {"Coords": [10, 0, 50, 0], "ShadingType": 2, "Extend": [True, True], **entries}
    page.add("/Shading", "/H", Dictionary(ColorSpace=space, Function=function, **entries))
    page.content = b"0 0 1 0 k 0 0 60 60 re f /H sh "
    return page


def sampled(page: Page) -> object:
    return page.stream(
        bytes([0, 0, 0, 0, 255, 128, 0, 64]), FunctionType=0, Domain=[0, 1], Range=[0, 1] * 4,
        Size=[2], BitsPerSample=8,
    )  # fmt: skip


def shadings() -> dict[str, Page]:
    single = [
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[top], N=1) for top in (1, 0, 0.5, 0.1)
    ]
    stitched = Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=[GENTLE_RAMP, GENTLE_RAMP], Bounds=[0.5],
        Encode=[0, 1, 1, 0],
    )  # fmt: skip
    grey = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0.2], N=1)
    found = {
        "axial": shaded(Name.DeviceCMYK, CMYK_RAMP),
        "stitched": shaded(Name.DeviceCMYK, stitched),
        "one-function-a-plate": shaded(Name.DeviceCMYK, Array(single)),
        "radial": shaded(Name.DeviceCMYK, CMYK_RAMP, ShadingType=3, Coords=[30, 30, 5, 30, 30, 25]),
        "gray": shaded(Name.DeviceGray, grey),
        "spot": shaded(Page().spot("Die"), Dictionary(FunctionType=2, Domain=[0, 1], N=1)),
    }
    found["sampled"] = page = Page()
    page.add(
        "/Shading", "/H",
        Dictionary(ColorSpace=Name.DeviceCMYK, Function=sampled(page), ShadingType=2,
                   Coords=[10, 0, 50, 0], Extend=[True, True]),
    )  # fmt: skip
    page.content = b"/H sh "
    return found


@pytest.mark.parametrize("case", shadings())
def test_shadings(case: str, tmp_path: Path) -> None:
    data = shadings()[case].bytes()
    found = plates(data, 1, dpi=144)
    assert not found.notes
    ramp = "Die" if case == "spot" else "Black"
    assert found[ramp].tints.getextrema()[1] > 20
    held_against_ghostscript(data, tmp_path, steepest=10, dpi=600)


def test_a_mesh_with_colours_at_its_corners(tmp_path: Path) -> None:
    page = Page()
    data = b""
    for x, y, colour in (
        (0, 0, (255, 0, 0, 0)),
        (255, 0, (0, 255, 0, 0)),
        (0, 255, (0, 0, 0, 255)),
    ):
        data += bytes([0, x, y, *colour])
    shading = page.stream(
        data, ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=8, BitsPerComponent=8,
        BitsPerFlag=8, Decode=[-20, 160, -20, 160, *([0, 1] * 4)],
    )  # fmt: skip
    page.add("/Shading", "/H", shading)
    page.content = b"/H sh "
    held_against_ghostscript(page.bytes(), tmp_path, steepest=12, dpi=300)


def test_a_shading_as_a_pattern(tmp_path: Path) -> None:
    page = shaded(Name.DeviceCMYK, CMYK_RAMP)
    shading = page.resources.Shading.H
    page.add("/Pattern", "/P", Dictionary(PatternType=2, Shading=shading))
    page.content = GROUND + b"/Pattern cs /P scn 0 0 60 60 re f "
    data = page.bytes()
    assert "Magenta" in tints(plates(data, 1, dpi=144), 40, 30)
    held_against_ghostscript(data, tmp_path, steepest=10, dpi=300)


@pytest.mark.parametrize("kind", [1, 2])
def test_tiles(kind: int, tmp_path: Path) -> None:
    """With colours of their own (1), or in the colour that is set (2)."""
    page = Page()
    cell = b"0 1 0 0 k " if kind == 1 else b""
    tile = page.stream(
        cell + b"0 0 10 20 re f", Type=Name.Pattern, PatternType=1, PaintType=kind, TilingType=1,
        BBox=[0, 0, 20, 20], XStep=20, YStep=20, Resources=Dictionary(),
    )  # fmt: skip
    page.add("/Pattern", "/P", tile)
    page.add("/ColorSpace", "/U", Array([Name.Pattern, Name.DeviceCMYK]))
    choose = b"/Pattern cs /P scn " if kind == 1 else b"/U cs 0 1 0 0 /P scn "
    page.content = GROUND + choose + b"0 0 60 60 re f "
    data = page.bytes()
    found = plates(data, 1, dpi=144)
    assert tints(found, 5, 30) == {"Magenta": 100}
    assert tints(found, 15, 30) == {"Cyan": 100}
    held_against_ghostscript(data, tmp_path)


def test_clips_by_paths_and_by_text() -> None:
    page = Page()
    page.add("/Font", "/F", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.add("/ExtGState", "/G", Dictionary(OP=True, op=True, OPM=1))
    page.content = (
        GROUND + b"q 0 0 30 60 re W n 0 1 0 0 k 0 0 60 60 re f Q "
        b"q /G gs 0 0 0 1 k BT /F 90 Tf 4 Tr 1 0 0 1 40 0 Tm (I) Tj ET 0 0 0 1 k 0 0 60 60 re f Q "
    )
    found = separated(page)
    assert tints(found, 10, 30) == {"Magenta": 100}
    assert tints(found, 36, 30) == {"Cyan": 100}
    assert tints(found, 52, 30) == {"Cyan": 100, "Black": 100}


def test_glyphs_that_are_drawings() -> None:
    """Type 3: the first glyph brings its colour, the second takes the one that is set."""
    page = Page()
    box = Dictionary(
        a=page.stream(b"1000 0 d0 0 1 0 0 k 0 0 1000 1000 re f"),
        b=page.stream(b"1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f"),
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1000, 1000],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0], CharProcs=box, FirstChar=97, LastChar=98,
        Widths=[1000, 1000], Encoding=Dictionary(Differences=[97, Name.a, Name.b]),
        Resources=Dictionary(),
    )  # fmt: skip
    page.add("/Font", "/T", page.pdf.make_indirect(font))
    page.content = GROUND + b"0 0 1 0 k BT /T 30 Tf 1 0 0 1 0 10 Tm (ab) Tj ET "
    found = separated(page)
    assert tints(found, 15, 20) == {"Magenta": 100}
    assert tints(found, 45, 20) == {"Yellow": 100}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"ca": 0.5}, {"Cyan": 50, "Magenta": 50}),
        ({"BM": Name.Multiply}, {"Cyan": 100, "Magenta": 100}),
        ({"BM": Name.Multiply, "ca": 0.5}, {"Cyan": 100, "Magenta": 50}),
    ],
)
def test_transparency_that_keeps_plates_apart(
    settings: dict[str, object], expected: dict[str, int], tmp_path: Path
) -> None:
    page = overprinting(settings, b"0 1 0 0 k ")
    data = page.bytes()
    found = plates(data, 1, dpi=144)
    at = tints(found, 30, 30)
    assert set(at) == set(expected)
    assert all(abs(at[ink] - expected[ink]) <= 1 for ink in expected)
    held_against_ghostscript(data, tmp_path)
