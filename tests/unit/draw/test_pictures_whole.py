"""Pictures, logos, outlines and fonts over many small cases: all that is known of each."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator

import pytest
from PIL import Image, ImageCms, ImageDraw
from tests import goldens
from tests.fonts import cut, saved
from tests.unit.draw.helpers import COLOURS, FONTS, SAND, TEAL, encoded, prepare, svg
from tests.unit.draw.test_draw_whole_fonts import FONT, glyph_of, patched, table

from samenspel.draw.jpeg import damage, read_header, segments, stripped
from samenspel.draw.logos import logo_look, packed_look, screen_colours, thin_share, unpacked_look
from samenspel.draw.richblack import enriched_operators
from samenspel.draw.silhouettes import filled_outlines, silhouette
from samenspel.draw.web_fonts import woff2
from samenspel.draw.whole_fonts import check_font
from samenspel.errors import ContentError
from samenspel.model.art import PictureArt, VectorArt
from samenspel.model.ink import PAPER, Ink
from samenspel.model.style import RichBlack


def waves(mode: str, size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture with as many colours as a photograph."""
    width, height = size
    bands = [
        Image.frombytes("L", size, bytes(
            (x * (3 + n) + y * (5 - n)) % 256 for y in range(height) for x in range(width)))
        for n in range(len(Image.new(mode, (1, 1)).getbands()))
    ]  # fmt: skip
    return Image.merge(mode, bands) if len(bands) > 1 else bands[0]


def sign(mode: str, colour: object, ground: object) -> Image.Image:
    """A picture of two colours."""
    made = Image.new(mode, (48, 32), ground)  # type: ignore[arg-type]
    ImageDraw.Draw(made).ellipse((8, 4, 40, 28), fill=colour)  # type: ignore[arg-type]
    return made


PICTURES: dict[str, Callable[[], bytes]] = {
    "an RGB jpeg": lambda: encoded(waves("RGB"), "JPEG", quality=95),
    "a progressive jpeg": lambda: encoded(waves("RGB"), "JPEG", quality=95, progressive=True),
    "a grey jpeg": lambda: encoded(waves("L"), "JPEG", quality=95),
    "a CMYK jpeg": lambda: encoded(waves("CMYK"), "JPEG", quality=95),
    "a turned CMYK jpeg": lambda: encoded(waves("CMYK"), "JPEG", quality=95, exif=turned(6)),
    "an RGB png": lambda: encoded(waves("RGB"), "PNG"),
    "a grey png": lambda: encoded(waves("L"), "PNG"),
    "a png with alpha": lambda: encoded(waves("RGBA"), "PNG"),
    "a grey png with alpha": lambda: encoded(waves("LA"), "PNG"),
    "a png of 16 bits": lambda: encoded(wide(), "PNG"),
    "a tiff of 16 bits": lambda: encoded(wide(), "TIFF"),
    "a png of one bit": lambda: encoded(sign("1", 1, 0), "PNG"),
    "a png with a palette": lambda: encoded(
        sign("RGB", (233, 103, 77), (255, 255, 255)).quantize(), "PNG"),
    "a sign": lambda: encoded(sign("RGB", (0, 0, 0), (255, 255, 255)), "PNG"),
    "a grey sign": lambda: encoded(sign("RGB", (90, 90, 90), (255, 255, 255)), "PNG"),
    "a sign on nothing": lambda: encoded(sign("RGBA", (233, 103, 77, 255), (0, 0, 0, 0)), "PNG"),
    "a sign of glass": lambda: encoded(sign("RGBA", (233, 103, 77, 90), (0, 0, 0, 0)), "PNG"),
    "a CMYK tiff": lambda: encoded(waves("CMYK"), "TIFF"),
    "a Lab tiff": lambda: encoded(waves("LAB"), "TIFF"),
    "an RGB tiff, packed": lambda: encoded(waves("RGB"), "TIFF", compression="tiff_lzw"),
    "of a pixel": lambda: encoded(Image.new("RGB", (1, 1), (200, 30, 30)), "PNG"),
    "half a png": lambda: encoded(waves("RGB"), "PNG")[:900],
    "half a jpeg": lambda: encoded(waves("RGB"), "JPEG")[:-300],
}  # fmt: skip


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def wide() -> Image.Image:
    return Image.frombytes(
        "I;16", (48, 32), b"".join(struct.pack("<H", 41 * n) for n in range(48 * 32))
    )


def known(art: PictureArt) -> Iterator[str]:
    """A picture's facts; of each plate the least, the middle and the most, and its first pixels."""
    yield f"{art.width} x {art.height} {art.encoding} inverted {art.inverted} "
    yield f"few {art.few_colours} detail {art.detail} seen {art.seen} notes {art.notes}\n"
    size = art.width, art.height
    if art.encoding == "DCTDecode":
        header = read_header(art.data)
        yield f"  {header}\n"
        with Image.open(io.BytesIO(art.data)) as opened:
            plates = opened.convert("CMYK") if opened.mode != "CMYK" else opened.copy()
    else:
        plates = Image.frombytes("CMYK", size, zlib.decompress(art.data))
    for name, plate in zip("cmyk", plates.split(), strict=True):
        yield f"  {name} {summed(plate, exact=art.encoding == 'FlateDecode')}\n"
    for name in ("alpha", "screen", "cover"):
        layer = getattr(art, name)
        if layer is not None:
            data = zlib.decompress(layer)
            yield f"  {name} {len(data)} bytes, {sum(data)} in all, {list(data[400:406])}\n"


def summed(plate: Image.Image, *, exact: bool) -> str:
    """The least, the most and the middle level; what went through libjpeg by its middle alone."""
    middle = f"{sum(plate.tobytes()) / (plate.width * plate.height):.0f} on average"
    if not exact:
        return middle
    low, high = plate.getextrema()
    return f"{low} to {high}, {middle}, {list(plate.tobytes()[: plate.width : 9])}"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_becomes_the_samples_that_it_did(name: str) -> None:
    try:
        art = prepare(PICTURES[name](), "beeld")
    except ContentError as error:
        text = "".join(f"refused: {one}\n" for one in error.diagnostics)
    else:
        assert isinstance(art, PictureArt)
        text = "".join(known(art))
    goldens.section("pictures", name, text)


SCAN = 0xDA
"""Its data, whose length another release of libjpeg may change, are left out."""


def jpegs() -> Iterator[tuple[str, bytes]]:
    for sampling in (0, 1, 2):
        yield f"sampling {sampling}", encoded(waves("RGB"), "JPEG", subsampling=sampling)
    yield "grey", encoded(waves("L"), "JPEG")
    yield "four inks", encoded(waves("CMYK"), "JPEG")
    yield "progressive", encoded(waves("RGB"), "JPEG", progressive=True)
    yield "restarts", encoded(waves("RGB"), "JPEG", restart_marker_blocks=1)
    yield (
        "said beside",
        encoded(waves("RGB"), "JPEG", comment=b"wie", exif=turned(3), dpi=(300, 300)),
    )
    plain = encoded(waves("RGB"), "JPEG")
    yield "filled out", plain[:2] + b"\xff" + plain[2:]
    yield "without a frame", plain.replace(b"\xff\xc0", b"\xff\xc4", 1)
    for kind in (0xC1, 0xC3, 0xC8, 0xCC, 0xCF):
        yield f"frame {kind:X}", plain.replace(b"\xff\xc0", bytes([0xFF, kind]), 1)
    yield "an Adobe of another", plain[:2] + b"\xff\xee\x00\x07Ander" + plain[2:]
    yield "nothing", b"\xff\xd8"
    yield "its end alone", plain[:2] + b"\xff\xd9"


def test_what_a_jpeg_says_of_itself_is_read_as_it_was() -> None:
    parts = []
    for name, data in jpegs():
        header = read_header(data)
        found = " ".join(
            f"{one.marker:02X}:{(one.data if one.marker == SCAN else one.end) - one.start}"
            for one in segments(data)
        )
        away = len(data) - len(stripped(data))
        facts = f"{header} held {header.held} passable {header.passable}" if header else "none"
        parts.append(f"{name}: {facts}\n  {found}\n  {away} bytes go\n")
    goldens.compare("jpegs", "".join(parts))


def test_where_a_jpeg_may_be_cut_is_found_as_it_was() -> None:
    parts = []
    for name, options in (("plain", {}), ("restarts", {"restart_marker_blocks": 2})):
        data = encoded(waves("RGB", (64, 64)), "JPEG", quality=80, **options)
        header = read_header(data)
        assert header is not None
        for lost in (0, 1, 2, 3, 8, 15, 16, 17, 24, 40, 200):
            whole = data[: -2 - lost] + data[-2:]
            parts.append(f"{name} {lost} away: {damage(whole, header) or 'whole'}\n")
        parts.append(f"{name} without an end: {damage(data[:-2], header)}\n")
    goldens.compare("jpegs-cut", "".join(parts))


LOGOS = {
    "dark": '<rect width="100" height="50" fill="#1d1d1b"/>',
    "light": '<rect width="100" height="50" fill="#efe3cf"/>',
    "two colours": '<rect width="60" height="50" fill="#e9674d"/>'
    '<rect x="60" width="40" height="50" fill="#2f8a8f"/>',
    "a white ground": '<rect width="100" height="50" fill="#fff"/>'
    '<circle cx="50" cy="25" r="15" fill="#2f8a8f"/>',
    "a white ground with round corners": '<rect width="100" height="50" rx="12" fill="#fff"/>'
    '<circle cx="50" cy="25" r="15" fill="#2f8a8f"/>',
    "half a white rim": '<rect width="100" height="28" fill="#fff"/>'
    '<rect y="28" width="100" height="22" fill="#e9674d"/>',
    "lines": "".join(
        f'<path d="M0 {5 + 8 * n}H100" stroke="#2f8a8f" stroke-width="{width}"/>'
        for n, width in enumerate((0.1, 0.2, 0.3, 0.4, 0.6))
    ),
    "small": '<circle cx="5" cy="5" r="5" fill="#e9674d"/>',
}


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_looks_as_it_did(name: str) -> None:
    data = svg(LOGOS[name], "0 0 100 50")
    art = prepare(data, "logo.svg")
    lines = [f"on screen {screen_colours(data)}\n"]
    for ground in (PAPER, SAND, TEAL, Ink(0, 0, 0, 5), Ink(0, 0, 0, 4)):
        look = logo_look(art, ground, 30, COLOURS)
        assert unpacked_look(packed_look(look)) == look
        lines.append(f"{ground}: contrast {look.contrast:.1f} {look.ink} {look.most_ink:.0f} % ")
        lines.append(f"{'white box ' if look.white_box else ''}")
        lines.append(f"thin {thin_share(art, ground, 20, COLOURS):.2f}\n")
    goldens.section("logos", name, "".join(lines))


def test_the_colours_of_a_picture_are_those_that_cover_most() -> None:
    made = Image.new("RGBA", (100, 100), (255, 255, 255, 0))
    for place, (colour, height) in enumerate(
        (((200, 0, 0, 255), 40), ((0, 200, 0, 255), 30), ((0, 0, 200, 128), 2), ((9, 9, 9, 127), 9))
    ):
        made.paste(colour, (0, 25 * place, 50, 25 * place + height // 2))
    found = [
        screen_colours(encoded(made, "PNG")),
        screen_colours(encoded(made.convert("RGB"), "PNG"), most=2),
        screen_colours(encoded(made.convert("L"), "PNG")),
        screen_colours(encoded(waves("CMYK"), "JPEG")),
        screen_colours(b"%PDF-1.7"), screen_colours(b"fill: #abc; stroke: #AABBCC #12345"),
        screen_colours(encoded(made, "PNG")[:200]),
    ]  # fmt: skip
    goldens.compare("logo-colours", "".join(f"{one}\n" for one in found))


SILHOUETTES = {
    "one": '<path d="M10 10H90V90Z"/>', "round": '<circle cx="50" cy="50" r="40"/>',
    "moved": '<g transform="translate(10 5) scale(.5)"><rect width="50" height="80"/></g>',
    "two": '<rect width="9" height="9"/><rect x="50" width="9" height="9"/>',
    "with a line": '<rect width="50" height="80" stroke="black"/>',
    "a line alone": '<path d="M1 1L9 9" stroke="red" fill="none"/>',
    "a clip": '<clipPath id="c"><rect width="9" height="9"/></clipPath>'
    '<rect width="50" height="50" clip-path="url(#c)"/>',
    "even odd": '<path fill-rule="evenodd" d="M0 0H90V90H0Z M20 20H50V50H20Z"/>',
}  # fmt: skip


def test_what_a_drawing_fills_is_outlined_as_it_was() -> None:
    parts = []
    for name, body in SILHOUETTES.items():
        art = prepare(svg(body), "vorm.svg")
        for what, found in (("one", silhouette(art)), ("all", filled_outlines(art))):
            paths = (found,) if what == "one" and found else found or ()
            shown = [
                " ".join(f"{step}{goldens.numbers(*values, digits=4)}" for step, values in path)  # type: ignore[attr-defined]
                for path in paths
            ]
            parts.append(f"{name}, {what}: {shown or None}\n")
    goldens.compare("silhouettes", "".join(parts))


def test_large_black_areas_are_found_as_they_were() -> None:
    body = "".join(
        f'<rect x="{12 * n}" width="{width}" height="30"/>'
        for n, width in enumerate((1, 2, 3, 4, 9))
    )
    body += '<circle cx="20" cy="60" r="8"/><path d="M50 50h40v40h-40z M53 53h34v34h-34z"'
    body += ' fill-rule="evenodd"/><rect y="90" width="90" height="5" fill="#111"/>'
    art = prepare(svg(body), "zwart.svg")
    assert isinstance(art, VectorArt)
    rich = RichBlack(ink=Ink(40, 30, 30, 100), least=3.0)
    parts = [
        f"scale {scale}\n{enriched_operators(art.operators, rich, scale).decode()}\n"
        for scale in (0.5, 1.0, 2.0)
    ]
    goldens.compare("rich-black", "".join(parts))


def em(units: int) -> bytes:
    return patched(table("head") + 18, struct.pack(">H", units))


def lines_of(up: int, down: int, gap: int = 0) -> bytes:
    return patched(table("hhea") + 4, struct.pack(">hhh", up, down, gap))


def sized(width: int, height: int) -> bytes:
    return patched(glyph_of("a")[1] + 2, struct.pack(">hhhh", 0, 0, width, height))


FACES: dict[str, Callable[[], bytes]] = {
    **{f"an em of {units}": lambda units=units: em(units) for units in (15, 16, 16384, 16385)},
    **{
        f"lines {up} {down} {gap}": lambda up=up, down=down, gap=gap: lines_of(up, down, gap)
        for up, down, gap in (
            (0, -300, 0), (1, -1, 0), (200, -99, 0), (200, -100, 0), (2000, -999, 0),
            (2000, -1001, 0), (4000, 0, 0), (4001, 0, 0), (3990, -11, 0), (900, -4001, 0),
            (900, 3001, 0), (900, -200, 4000), (900, -200, 4001), (900, -200, -4001),
        )
    },
    **{
        f"a letter of {width} by {height}": lambda width=width, height=height: sized(width, height)
        for width, height in (
            (5000, 500), (24000, 500), (24001, 500), (500, 24001), (0, 500), (500, 0),
        )
    },
    "no glyph is measured": lambda: patched(table("hhea") + 34, struct.pack(">H", 0)),
    "one glyph is measured": lambda: patched(table("hhea") + 34, struct.pack(">H", 1)),
    "more than there are": lambda: patched(table("hhea") + 34, struct.pack(">H", 60000)),
    "nothing": lambda: FONT[:12], "a letter away": lambda: FONT[:-1],
    "a glyph turned into parts of parts": lambda: patched(
        glyph_of("a")[1],
        struct.pack(">hhhhhHHhh", -1, 0, 0, 500, 500, 0x0003, glyph_of("b")[0], 0, 0)),
    "one that is scaled each way": lambda: patched(
        glyph_of("a")[1],
        struct.pack(">hhhhhHHhhhh", -1, 0, 0, 500, 500, 0x0043, glyph_of("b")[0], 0, 0, 1, 1)),
}  # fmt: skip


@pytest.mark.parametrize("name", FACES)
def test_a_font_is_judged_as_it_was(name: str) -> None:
    found = "".join(f"{one}\n" for one in check_font(FACES[name]())) or "whole\n"
    goldens.section("fonts-judged", name, found)


def test_postscript_outlines_are_no_reason_to_refuse() -> None:
    assert check_font(FONTS["heading"]) == ()


def test_the_edge_of_a_rectangle_counts_for_how_large_black_is() -> None:
    rich = RichBlack(ink=Ink(40, 30, 30, 100), least=3.0)
    for width, grows in ((3.2, False), (3.4, True)):  # twice the area by the edge, 3.0 between
        operators = f"0 0 0 1 k\n5 7 {width} 30 re\nf".encode()
        assert (b"0.4 0.3 0.3 1 k" in enriched_operators(operators, rich, 1.0)) == grows


def test_a_drawing_that_is_turned_is_as_large_as_it_is() -> None:
    """Turned by 45 degrees and √2 as large: 2.4 wide is 3.4 then."""
    rich = RichBlack(ink=Ink(40, 30, 30, 100), least=3.0)
    for width, grows in ((2.0, False), (2.4, True)):
        operators = f"1 1 -1 1 0 0 cm\n0 0 0 1 k\n0 0 {width} 60 re\nf".encode()
        assert (b"0.4 0.3 0.3 1 k" in enriched_operators(operators, rich, 1.0)) == grows


@pytest.mark.parametrize(("letters", "more"), [("abcde", ""), ("abcdef", " and others")])
def test_up_to_five_letters_that_are_not_whole_are_named(letters: str, more: str) -> None:
    font = FONT
    for letter in letters:
        font = patched(table("hmtx") + 4 * glyph_of(letter)[0], bytes(2), font)
    (found,) = check_font(font)
    assert found.message.endswith(f"no width to a b c d e{more}")


def test_greys_of_sixteen_bits_keep_what_is_said_of_their_colours() -> None:
    """A profile that is not for greys is told of, and not silently lost on the way to 8 bits."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    art = prepare(encoded(wide(), "PNG", icc_profile=profile), "grijs.png")
    assert isinstance(art, PictureArt)
    assert art.notes == ("its colour profile is RGB: taken as sRGB",)


@pytest.mark.parametrize(
    ("description", "address", "free"),
    [
        ("This font is under the SIL Open Font License 1.1", "", True),
        ("", "https://openfontlicense.org", True),
        ("Alle rechten voorbehouden", "https://voorbeeld.nl", False),
        ("", "", False),
    ],
)
def test_a_font_goes_into_a_web_page_by_either_name_of_its_licence(
    description: str, address: str, free: bool
) -> None:
    font = cut(map(ord, "ab"))
    for number, said in ((13, description), (14, address)):
        font["name"].removeNames(nameID=number)
        if said:
            font["name"].setName(said, number, 3, 1, 0x409)
    assert bool(woff2(saved(font), "ab")) == free
