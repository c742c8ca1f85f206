"""Bitmaps: modes, profiles, limits, CMYK JPEGs and see-through parts."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms, ImageFile
from tests.unit.draw.helpers import (
    COLOURS,
    CORAL,
    Plates,
    codes,
    encoded,
    filled,
    greys,
    near,
    picture,
    placed,
)
from tests.unit.draw.test_draw_svg_refusals import chunk, png_header

from samenspel.diagnostics import Location
from samenspel.draw import art_size, prepare_art
from samenspel.draw.headers import kind_of
from samenspel.draw.holding import most_pixels
from samenspel.draw.jpeg import read_header, stripped
from samenspel.draw.pixels import corrected
from samenspel.errors import ContentError
from samenspel.model.art import PictureArt
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER, Ink

GRAPE = (110, 60, 140)


def samples(art: PictureArt) -> Image.Image:
    """The CMYK pixels of prepared art, 255 for solid ink."""
    if art.encoding == "DCTDecode":
        image = Image.open(io.BytesIO(art.data))
        assert image.mode == "CMYK"
        # Pillow takes every CMYK JPEG as inverted
        return image.copy() if art.inverted else ImageChops.invert(image)
    return Image.frombytes("CMYK", (art.width, art.height), zlib.decompress(art.data))


def ink_at(art: PictureArt, place: tuple[int, int] = (1, 1)) -> tuple[float, ...]:
    pixel = samples(art).getpixel(place)
    assert isinstance(pixel, tuple)
    return tuple(value / 2.55 for value in pixel)


def flat(mode: str, colour: object, size: tuple[int, int] = (8, 8)) -> Image.Image:
    return Image.new(mode, size, colour)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_rgb_goes_through_the_profile_and_stays_lossless(kind: str) -> None:
    art = picture(encoded(flat("RGB", GRAPE), kind))
    assert (art.encoding, art.width, art.height, art.notes) == ("FlateDecode", 8, 8, ())
    assert near(ink_at(art), COLOURS.ink(GRAPE), 0.3)


def test_photographs_stay_jpegs() -> None:
    art = picture(encoded(flat("RGB", GRAPE, (64, 64)), "JPEG", quality=95))
    assert (art.encoding, art.inverted) == ("DCTDecode", False)
    assert near(ink_at(art), COLOURS.ink(GRAPE), 2)


def test_what_we_encode_is_not_inverted(tmp_path: Path) -> None:
    art = picture(encoded(flat("RGB", GRAPE, (64, 64)), "JPEG", quality=95))
    pdf = placed(art)
    assert b"/Decode" not in pdf and b"Adobe" not in art.data
    assert near(Plates(pdf, tmp_path).at(20, 20), COLOURS.ink(GRAPE), 2)


def test_pictures_are_not_vectors() -> None:
    size = art_size(picture(encoded(flat("RGB", GRAPE, (30, 20)), "PNG")))
    assert (size.width, size.height, size.vector) == (30, 20, False)


def greyscale(mode: str) -> Image.Image:
    if mode == "I;16":
        return Image.frombytes("I;16", (8, 8), (128 * 257).to_bytes(2, "little") * 64)
    if mode == "P":
        return flat("L", 128).convert("P")
    if mode == "LA":
        return flat("LA", (128, 255))
    if mode == "RGB":
        return flat("RGB", (128, 128, 128))
    if mode == "RGBA":
        return flat("RGBA", (128, 128, 128, 255))
    return flat("L", 128)


@pytest.mark.parametrize("mode", ["L", "I;16", "P", "LA", "RGB", "RGBA"])
def test_greys_of_every_kind_print_on_black_alone(mode: str) -> None:
    art = picture(encoded(greyscale(mode), "PNG"))
    c, m, y, k = ink_at(art)
    assert (c, m, y) == (0, 0, 0)
    assert k == pytest.approx(COLOURS.grey_tints[128], abs=3)
    assert art.alpha is None


def test_grey_jpegs_print_on_black_alone() -> None:
    gradient = Image.linear_gradient("L")
    plates = samples(picture(encoded(gradient, "JPEG", quality=90))).split()
    assert [plate.getextrema() for plate in plates[:3]] == [(0, 0)] * 3
    assert min(plates[3].tobytes()) < 5


def logo() -> Image.Image:
    """A drawing: two colours, black, and white that is not quite."""
    image = flat("RGB", GRAPE, (40, 40))
    image.paste((0, 0, 0), (0, 0, 20, 20))
    image.paste((254, 255, 254), (20, 0, 40, 20))
    return image


def test_black_in_a_drawing_is_black_ink_alone() -> None:
    art = picture(encoded(logo(), "PNG"))
    assert ink_at(art, (5, 5)) == (0, 0, 0, 100)
    assert ink_at(art, (30, 5)) == (0, 0, 0, 0)
    assert near(ink_at(art, (5, 30)), COLOURS.ink(GRAPE), 0.3)


def test_black_in_a_photograph_is_as_deep_as_the_profile_makes_it() -> None:
    """Thousands of colours: shadows need more than one ink."""
    image = Image.merge("RGB", [Image.effect_noise((128, 128), 90) for _ in "rgb"])
    image.paste((0, 0, 0), (0, 0, 20, 20))
    inks = ink_at(picture(encoded(image, "PNG")), (5, 5))
    assert min(inks) > 30 and sum(inks) == pytest.approx(297, abs=5)


def test_one_bit_pictures_are_black_and_paper() -> None:
    image = flat("1", 0, (16, 16))
    image.paste(1, (0, 0, 8, 16))
    for kind in ("PNG", "TIFF"):
        art = picture(encoded(image, kind))
        assert ink_at(art, (1, 1)) == (0, 0, 0, 0)
        assert ink_at(art, (12, 1)) == (0, 0, 0, 100)


def test_palette_pictures() -> None:
    image = flat("P", 1)
    image.putpalette([0, 0, 0, *GRAPE])
    assert near(ink_at(picture(encoded(image, "PNG"))), COLOURS.ink(GRAPE), 0.3)


def test_palettes_and_key_colours_may_be_see_through() -> None:
    image = flat("P", 1)
    image.putpalette([0, 0, 0, *GRAPE])
    image.putpixel((0, 0), 0)
    for art in (
        picture(encoded(image, "PNG", transparency=0)),
        picture(encoded(image.convert("RGB"), "PNG", transparency=(0, 0, 0))),
    ):
        assert art.alpha is not None
        alpha = zlib.decompress(art.alpha)
        assert (alpha[0], alpha[1]) == (0, 255)


def test_sixteen_bit_colour() -> None:
    """A 16-bit RGB PNG made by hand: Pillow reads but cannot write them."""
    row = b"\0" + b"".join(struct.pack(">H", level * 257) for level in GRAPE) * 4
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 16, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(row * 4))
        + chunk(b"IEND", b"")
    )
    assert near(ink_at(picture(data)), COLOURS.ink(GRAPE), 0.3)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_exif_orientation_is_obeyed(orientation: int, mode: str) -> None:
    """A corner that is meant to be at the top left comes there, however the camera was held."""
    upright = flat("RGB", (255, 255, 255), (64, 32))
    upright.paste(GRAPE, (0, 0, 16, 16))
    undo = {
        2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE",
        6: "ROTATE_90", 7: "TRANSVERSE", 8: "ROTATE_270",
    }  # fmt: skip
    stored = upright
    if orientation > 1:
        stored = upright.transpose(Image.Transpose[undo[orientation]])
    exif = Image.Exif()
    exif[0x0112] = orientation
    art = picture(encoded(stored.convert(mode), "JPEG", quality=100, exif=exif, subsampling=0))
    assert (art.width, art.height) == (64, 32)
    assert sum(ink_at(art, (4, 4))) > 60
    assert sum(ink_at(art, (40, 24))) < 5


# -- profiles ----------------------------------------------------------------------------------


def swapped_profile() -> bytes:
    """An RGB profile whose red and green primaries are exchanged: hard to overlook."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    table = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * data[131], 12)}
    red, green = table[b"rXYZ"], table[b"gXYZ"]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = (
        data[green + 4 : green + 12],
        data[red + 4 : red + 12],
    )
    return bytes(data)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG"])
def test_embedded_profiles_are_the_source(kind: str) -> None:
    image = flat("RGB", (200, 60, 90), (32, 32))
    art = picture(encoded(image, kind, icc_profile=swapped_profile()))
    assert near(ink_at(art), COLOURS.ink((60, 200, 90)), 3)
    assert art.notes == ()


def test_profiles_that_do_not_fit_or_cannot_be_read_are_noted() -> None:
    image = flat("RGB", GRAPE)
    broken = picture(encoded(image, "PNG", icc_profile=b"x" * 200))
    assert broken.notes == ("its colour profile is unreadable: taken as sRGB",)
    assert near(ink_at(broken), COLOURS.ink(GRAPE), 0.3)
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert picture(encoded(image, "PNG", icc_profile=other)).notes == (
        "its colour profile is Lab: taken as sRGB",
    )


def test_lab_pictures() -> None:
    rgb = flat("RGB", GRAPE)
    lab = ImageCms.profileToProfile(
        rgb, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    assert near(ink_at(picture(encoded(lab, "TIFF"))), COLOURS.ink(GRAPE), 2)


# -- CMYK --------------------------------------------------------------------------------------

BUILD = (26, 204, 128, 51)  # 10/80/50/20 %


def without_adobe(data: bytes) -> bytes:
    """The same JPEG without its Adobe marker."""
    place = data.index(b"\xff\xee")
    size = int.from_bytes(data[place + 2 : place + 4], "big")
    assert data[place + 4 : place + 9] == b"Adobe"
    return data[:place] + data[place + 2 + size :]


def cmyk_jpeg(adobe: bool, **options: object) -> bytes:
    """A flat CMYK JPEG: inverted with the marker as Adobe's, plain without it."""
    image = flat("CMYK", BUILD, (64, 64))
    if adobe:
        return encoded(image, "JPEG", quality=100, **options)
    inverted = flat("CMYK", tuple(255 - value for value in BUILD), (64, 64))
    return without_adobe(encoded(inverted, "JPEG", quality=100, **options))


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("adobe", [True, False])
def test_cmyk_jpegs_go_through_and_print_right(
    adobe: bool, progressive: bool, tmp_path: Path
) -> None:
    data = cmyk_jpeg(adobe, progressive=progressive)
    art = picture(data)
    assert art.data == stripped(data)
    assert (art.encoding, art.inverted) == ("DCTDecode", adobe)
    assert near(Plates(placed(art), tmp_path).at(20, 20), Ink(10.2, 80, 50.2, 20), 1.2)


@pytest.mark.parametrize("adobe", [True, False])
def test_turned_cmyk_jpegs_are_written_anew_and_print_right(adobe: bool, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = cmyk_jpeg(adobe, exif=exif)
    art = picture(data)
    assert art.data != data
    assert near(Plates(placed(art), tmp_path).at(20, 20), Ink(10.2, 80, 50.2, 20), 1.5)


def test_cmyk_tiffs_keep_their_numbers(tmp_path: Path) -> None:
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate"):
        art = picture(encoded(flat("CMYK", BUILD), "TIFF", compression=compression))
        assert samples(art).getpixel((1, 1)) == BUILD
    assert near(Plates(placed(art), tmp_path).at(20, 20), Ink(10.2, 80, 50.2, 20))


def test_another_cmyk_profile_is_noted_not_converted() -> None:
    from tests.unit.draw.helpers import PROFILE

    other = PROFILE[:4] + b"none" + PROFILE[8:]
    note = ("has its own CMYK profile: its ink values are printed as they are",)
    tiff = picture(encoded(flat("CMYK", BUILD), "TIFF", icc_profile=other))
    assert samples(tiff).getpixel((1, 1)) == BUILD and tiff.notes == note
    assert picture(cmyk_jpeg(True, icc_profile=other)).notes == note


def test_the_press_s_own_profile_is_not_worth_a_note() -> None:
    from tests.unit.draw.helpers import PROFILE

    tiff = picture(encoded(flat("CMYK", BUILD), "TIFF", icc_profile=PROFILE))
    assert samples(tiff).getpixel((1, 1)) == BUILD and tiff.notes == ()
    assert picture(cmyk_jpeg(True, icc_profile=PROFILE)).notes == ()


def test_nothing_private_goes_into_the_print() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Somebody's name"
    data = cmyk_jpeg(True, exif=exif, comment=b"taken at home", icc_profile=b"x" * 99)
    kept = picture(data).data
    for secret in (b"Somebody", b"Exif", b"taken at home", b"ICC_PROFILE", b"JFIF"):
        assert secret not in kept
    assert b"Adobe" in kept and len(kept) < len(data)


def test_what_follows_the_picture_does_not_go_into_the_print() -> None:
    data = cmyk_jpeg(True)
    assert picture(data + b"a second picture").data == stripped(data)


def test_jpeg_headers() -> None:
    header = read_header(cmyk_jpeg(True))
    assert header is not None and header.passable and header.adobe
    rgb = read_header(encoded(flat("RGB", GRAPE), "JPEG"))
    assert rgb is not None and not rgb.passable and rgb.components == 3
    assert read_header(b"\xff\xd8\xff\xd9") is None
    assert read_header(b"\xff\xd8nonsense") is None


def pictures_in(pdf: bytes) -> list[tuple[int, int, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (int(item.Width), int(item.Height), len(item.read_raw_bytes()))
            for item in document.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_photographs_have_no_more_pixels_than_their_print_needs(mode: str, tmp_path: Path) -> None:
    left = Image.new(mode, (1200, 2400), tuple(BUILD[: len(mode)]))
    image = Image.new(mode, (2400, 2400), tuple([0] * len(mode)))
    image.paste(left)
    art = picture(encoded(image, "JPEG", quality=95))
    pdf = placed(art)
    ((width, height, _),) = pictures_in(pdf)
    assert (width, height) == (round(40 / 25.4 * 300),) * 2
    plates = Plates(pdf, tmp_path)
    if mode == "CMYK":
        assert near(plates.at(10, 20), Ink(10.2, 80, 50.2, 20), 1.5)
        assert near(plates.at(30, 20), PAPER, 1)


def test_a_photograph_that_fits_its_print_stays_as_it_is() -> None:
    art = picture(encoded(flat("RGB", GRAPE, (480, 480)), "JPEG"))
    assert pictures_in(placed(art)) == [(480, 480, len(art.data))]


def a_qr() -> Image.Image:
    dots = Image.effect_noise((29, 29), 99).point([0] * 128 + [255] * 128)
    return dots.resize((580, 580), Image.Resampling.NEAREST)


def a_photo() -> Image.Image:
    noise = Image.effect_noise((256, 256), 60)
    return Image.merge("RGB", [Image.radial_gradient("L"), Image.linear_gradient("L"), noise])


@pytest.mark.parametrize(
    ("image", "kind", "photo"),
    [
        (a_qr(), "PNG", False),
        (a_qr().convert("RGB"), "JPEG", False),
        (a_qr().convert("CMYK"), "JPEG", False),
        (flat("RGB", GRAPE, (90, 90)), "PNG", False),
        (a_photo(), "PNG", True),
        (a_photo(), "JPEG", True),
        (a_photo().convert("CMYK"), "JPEG", True),
        (a_photo().convert("L"), "JPEG", True),
    ],
)
def test_drawings_and_codes_are_no_photographs(image: Image.Image, kind: str, photo: bool) -> None:
    assert art_size(picture(encoded(image, kind))).photo is photo


# -- see-through -----------------------------------------------------------------------------------


def test_alpha_is_kept_and_laid_over_each_ground(tmp_path: Path) -> None:
    image = flat("RGBA", (*GRAPE, 0), (20, 20))
    image.paste((*GRAPE, 255), (0, 0, 10, 20))
    image.paste((*GRAPE, 128), (10, 10, 20, 20))
    art = picture(encoded(image, "PNG"))
    assert art.alpha is not None and art.encoding == "FlateDecode"
    solid = COLOURS.ink(GRAPE)
    for ground in (CORAL, PAPER, Ink(0, 0, 0, 100)):
        folder = tmp_path / str(ground).replace("/", "-")
        folder.mkdir()
        plates = Plates(placed(art, ground=ground), folder)
        assert near(plates.at(10, 20), solid, 0.7)
        assert near(plates.at(30, 10), ground)
        mixed = (
            round((one * 128 + other * 127) / 255)
            for one, other in zip(GRAPE, COLOURS.on_screen(ground), strict=True)
        )
        assert near(plates.at(30, 30), COLOURS.ink(tuple(mixed)), 1.5)  # type: ignore[arg-type]


def test_the_ground_covers_what_lies_below(tmp_path: Path) -> None:
    """Nothing transparent reaches the press: under clear pixels the ground is printed."""
    clear = flat("RGBA", (*GRAPE, 0))
    clear.putpixel((0, 0), (*GRAPE, 255))
    art = picture(encoded(clear, "PNG"))
    under = filled(Box(0, 0, 40, 40), Ink(0, 0, 100, 0))
    assert near(Plates(placed(art, under, ground=CORAL), tmp_path).at(20, 20), CORAL)


def test_opaque_alpha_is_dropped() -> None:
    assert picture(encoded(flat("RGBA", (*GRAPE, 255)), "PNG")).alpha is None


def test_grey_alpha() -> None:
    art = picture(encoded(flat("LA", (0, 40)), "PNG"))
    assert art.alpha is not None and zlib.decompress(art.alpha)[0] == 40
    assert ink_at(art) == (0, 0, 0, 100)


# -- refusals ----------------------------------------------------------------------------------


def refusal(data: bytes) -> ContentError:
    with pytest.raises(ContentError) as raised:
        prepare_art("p.png", data, colour=COLOURS, location=Location("assets/p.png"))
    diagnostic = raised.value.diagnostics[0]
    assert str(diagnostic.location) == "assets/p.png" and diagnostic.remedy
    return raised.value


def test_huge_pictures_are_refused_by_their_header() -> None:
    error = refusal(png_header(40_000, 40_000))
    assert codes(error) == ["picture-too-large"]
    assert "40000 × 40000" in str(error) and "100 million" in str(error)


def test_half_a_picture_is_refused_whatever_other_libraries_allow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    half = encoded(Image.effect_noise((64, 64), 50), "JPEG")[:-300]
    assert codes(refusal(half)) == ["picture-unreadable"]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_picture_that_is_see_through_all_over_is_refused(mode: str) -> None:
    assert codes(refusal(encoded(Image.new(mode, (9, 9)), "PNG"))) == ["art-blank"]
    almost = Image.new(mode, (9, 9))
    almost.putpixel((3, 3), (90,) * (len(mode) - 1) + (1,))
    assert picture(encoded(almost, "PNG")).alpha is not None


def test_just_small_enough_pictures_are_not_refused_for_their_size() -> None:
    assert codes(refusal(png_header(10_000, 10_000))) == ["picture-unreadable"]
    assert codes(refusal(png_header(10_001, 10_000))) == ["picture-too-large"]
    woven = {"interlaced": True}
    assert codes(refusal(png_header(8_000, 6_400, **woven))) == ["picture-unreadable"]
    assert codes(refusal(png_header(8_001, 6_400, **woven))) == ["picture-too-large"]


@pytest.mark.parametrize(
    ("mode", "sampling", "most"),
    [("RGB", 2, 80), ("RGB", 0, 40), ("CMYK", 0, 30), ("L", -1, 100)],
)
def test_a_progressive_jpeg_that_would_hold_too_much_says_how_to_save_it(
    mode: str, sampling: int, most: int
) -> None:
    picture = Image.new(mode, (64, 64), 9 if mode == "L" else (9,) * len(mode))
    data = bytearray(encoded(picture, "JPEG", progressive=True, subsampling=sampling))
    place = data.index(b"\xff\xc2") + 5
    data[place : place + 4] = struct.pack(">HH", 10_001, most * 100)
    error = refusal(bytes(data))
    assert codes(error) == ["picture-too-large"]
    assert f"{most} million" in str(error)
    if most < 100:
        assert "plain JPEG" in error.diagnostics[0].remedy
    data[place : place + 4] = struct.pack(">HH", 9_999, most * 100)
    header = read_header(bytes(data))
    assert header is not None
    assert most_pixels(bytes(data), header, in_bands=False) >= 9_999 * most * 100


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\nnonsense that goes on for a while",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"II*\0\x08\0\0\0",
        b"MM\0*\0\0\0\x08\0\x01",
        encoded(flat("RGB", GRAPE, (64, 64)), "PNG")[:-40],
        encoded(Image.effect_noise((64, 64), 50), "JPEG")[:-300],
        encoded(flat("CMYK", BUILD), "TIFF")[:60],
    ],
)
def test_broken_pictures_are_refused(data: bytes) -> None:
    assert codes(refusal(data)) == ["picture-unreadable"]


def noise_jpeg(mode: str = "CMYK", **options: object) -> bytes:
    """The same bytes every time: Pillow's own noise differs from run to run, and of a JPEG cut in
    the middle it depends on the picture whether its data come back into step.
    """
    chance = random.Random(3)
    noise = (
        bytes(min(255, max(0, round(chance.gauss(128, 60 + place)))) for _ in range(96 * 80))
        for place in range(len(mode))
    )
    bands = [Image.frombytes("L", (96, 80), band) for band in noise]
    return encoded(Image.merge(mode, bands), "JPEG", quality=85, **options)


def scan(data: bytes) -> tuple[int, int]:
    """Where the (last) scan's data begin and end."""
    place = data.rindex(b"\xff\xda")
    return place + 2 + int.from_bytes(data[place + 2 : place + 4], "big"), len(data) - 2


@pytest.mark.parametrize("mode", ["CMYK", "RGB"])
@pytest.mark.parametrize("options", [{}, {"restart_marker_rows": 1}, {"progressive": True}])
def test_a_whole_jpeg_is_whole(mode: str, options: dict[str, object]) -> None:
    assert picture(noise_jpeg(mode, **options)).width == 96


@pytest.mark.parametrize("mode", ["CMYK", "RGB"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda data, start, end: data[:start] + data[end:],
        lambda data, start, _end: data[:start],
        lambda data, start, end: data[: start + (end - start) // 2],
        lambda data, start, end: data[: start + (end - start) // 2] + data[end:],
        lambda data, _start, end: data[: end - 40] + data[end:],
        lambda data, start, end: data[:start] + data[start:end][::-1] + data[end:],
        lambda data, start, _end: data[: start + 900] + bytes(800) + data[start + 1700 :],
        lambda data, start, _end: (
            data[: start + 900] + bytes(range(1, 200)) * 4 + data[start + 1696 :]
        ),
        lambda data, start, _end: data[: start + 1000] + data[start + 1300 :],
    ],
)
def test_cut_and_scrambled_jpegs_are_refused(
    mode: str, spoil: Callable[[bytes, int, int], bytes]
) -> None:
    data = noise_jpeg(mode)
    error = refusal(spoil(data, *scan(data)))
    assert codes(error) == ["picture-unreadable"]


def test_a_jpeg_with_a_marker_that_no_jpeg_has_is_refused() -> None:
    data = noise_jpeg("RGB")
    place = data.index(b"\xff\xda")
    strange = data[:place] + b"\xff\xc8\0\4\0\0" + data[place:]
    assert "its image data are scrambled" in str(refusal(strange))


def test_a_jpeg_cut_between_its_restarts_is_refused() -> None:
    data = noise_jpeg("RGB", restart_marker_rows=1)
    second = data.index(b"\xff\xd1")
    assert codes(refusal(data[: second - 90] + data[second:])) == ["picture-unreadable"]
    assert codes(refusal(data[:second] + data[data.index(b"\xff\xd2") :])) == [
        "picture-unreadable"
    ]


# -- what readers fill up without a word ----------------------------------------------------------


PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2))  # fmt: skip


def png_of_rows(rows: list[bytes], side: int, *, interlaced: bool = False) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, interlaced)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(name, data) for name, data in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    )


@pytest.mark.parametrize("missing", [0, 1, 3])
def test_a_png_with_fewer_rows_than_it_says_is_refused(missing: int) -> None:
    plain = [bytes(range(60, 76))] * 16
    woven = [
        bytes(range(60, 76))[left::across]
        for left, top, across, down in PASSES
        for _ in range(top, 16, down)
    ]
    for rows, interlaced in ((plain, False), (woven, True)):
        data = png_of_rows(rows[: len(rows) - missing], 16, interlaced=interlaced)
        if missing:
            assert "its data end halfway" in str(refusal(data))
        else:
            assert picture(data).width == 16


def strip_of(data: bytes) -> tuple[int, int]:
    tags = Image.open(io.BytesIO(data)).tag_v2  # type: ignore[attr-defined]
    assert len(tags[273]) == 1
    return int(tags[273][0]), int(tags[279][0])


@pytest.mark.parametrize(
    ("packing", "spoiling"),
    [
        (packing, spoiling)
        for packing in ("jpeg", "group3", "group4", "tiff_adobe_deflate")
        for spoiling in ("", "zeros", "shorter")
        if spoiling != "zeros" or "group" not in packing  # a fax has no checksum
    ],
)
def test_a_tiff_of_which_a_strip_is_spoiled_is_refused(packing: str, spoiling: str) -> None:
    noise = Image.frombytes("L", (64, 64), random.Random(4).randbytes(64 * 64))
    mode = "1" if "group" in packing else "L"
    data = bytearray(encoded(noise.convert(mode), "TIFF", compression=packing))
    start, size = strip_of(bytes(data))
    if spoiling == "zeros":
        data[start + size // 2 : start + size] = bytes(size - size // 2)
    elif spoiling:
        place = data.index(struct.pack("<HHII", 279, 4, 1, size))
        data[place + 8 : place + 12] = struct.pack("<I", size // 2)
    if spoiling:
        assert codes(refusal(bytes(data))) == ["picture-unreadable"]
    else:
        assert picture(bytes(data)).width == 64


# -- kinds that readers get wrong --------------------------------------------------------------


INKS = b"C\0M\0Y\0K\0PANTONE 485 C\0"
_PACKED = {2: "B", 3: "<H", 4: "<i"}
"""Bytes of text, short and long numbers."""


def tiff(width: int, bands: int, samples: bytes, tags: dict[int, object]) -> bytes:
    """An uncompressed TIFF of one row, little-endian."""
    own = {256: width, 257: 1, 259: 1, 277: bands, 273: None, 278: 1, 279: len(samples), **tags}
    body = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(own))
    tail, place = b"", 8 + 2 + 12 * len(own) + 4
    for tag in sorted(own):
        values = own[tag] if isinstance(own[tag], tuple) else (own[tag],)
        kind = 2 if tag == 333 else 4 if tag in (273, 279) else 3
        if tag == 273:
            values = (-1,)
        packed = b"".join(struct.pack(_PACKED[kind], one) for one in values)
        if len(packed) > 4:
            body += struct.pack("<HHII", tag, kind, len(values), place + len(tail))
            tail += packed
        else:
            body += struct.pack("<HHI", tag, kind, len(values)) + packed.ljust(4, b"\0")
    body += bytes(4)
    start = struct.pack("<i", len(body) + len(tail))
    return body.replace(struct.pack("<i", -1), start) + tail + samples


@pytest.mark.parametrize("white_is_zero", [True, False])
def test_greys_of_sixteen_bits_count_from_either_end(white_is_zero: bool) -> None:
    row = struct.pack("<4H", 0, 0x4000, 0x8000, 0xFFFF)
    data = tiff(4, 1, row, {258: 16, 262: 0 if white_is_zero else 1})
    blacks = [ink_at(picture(data), (place, 0))[3] for place in range(4)]
    assert blacks == sorted(blacks, reverse=not white_is_zero)
    assert {blacks[0], blacks[3]} == {0, 100}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (tiff(1, 3, bytes(6), {258: (16, 16, 16), 262: 2, 284: 2}), "separate planes"),
        (tiff(1, 5, bytes(5), {258: (8,) * 5, 262: 5, 338: 0}), "a channel beside CMYK (a spot"),
        (tiff(1, 5, bytes(5), {258: (8,) * 5, 262: 5, 338: 2}), "see-through parts (an alpha"),
        (
            tiff(1, 5, bytes(5), {258: (8,) * 5, 262: 5, 338: 0, 333: tuple(INKS)}),
            "spot colours beside CMYK (PANTONE 485 C)",
        ),
        (tiff(1, 4, bytes(4), {258: (8,) * 4, 262: 5, 332: 2}), "other than cyan"),
        (tiff(16, 1, bytes(256), {258: 8, 262: 0, 322: 16, 323: 16}), "tiles in the places of"),
        (tiff(2, 3, bytes(12), {258: (8,) * 3, 262: 6}), "YCbCr"),
        (tiff(2, 3, bytes(12), {258: (8,) * 3, 262: 6, 530: (1, 1), 284: 2}), "YCbCr"),
    ],
)
def test_tiffs_that_would_print_wrong_are_refused_by_name(data: bytes, what: str) -> None:
    error = refusal(data)
    assert codes(error) == ["picture-unsupported"] and what in str(error)


def with_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    """A PNG with a chunk behind its header."""
    return png[:33] + chunk(kind, data) + png[33:]


def test_a_png_s_gamma_is_followed() -> None:
    grey = encoded(flat("RGB", (118, 90, 60)), "PNG")
    assert picture(with_chunk(grey, b"gAMA", struct.pack(">I", 45455))) == picture(grey)
    linear = picture(with_chunk(grey, b"gAMA", struct.pack(">I", 100_000)))
    light = tuple(round(255 * (1.055 * (v / 255) ** (1 / 2.4) - 0.055)) for v in (118, 90, 60))
    assert near(ink_at(linear), COLOURS.ink(light), 0.6)  # type: ignore[arg-type]
    srgb = with_chunk(with_chunk(grey, b"gAMA", struct.pack(">I", 100_000)), b"sRGB", b"\0")
    assert picture(srgb) == picture(grey)


def test_the_darkest_levels_of_a_gamma_follow_the_straight_part_of_srgb() -> None:
    levels = Image.frombytes("L", (4, 1), bytes((0, 1, 255, 128)))
    assert list(corrected(levels, 1.0).tobytes()) == [0, 13, 255, 188]  # 12.92 × 1; 128: 1.055…
    dark = list(corrected(levels, 1 / 1.8).tobytes())
    assert dark[0] == 0 and dark[1] == round(12.92 * 255 * (1 / 255) ** 1.8)


@pytest.mark.parametrize(
    ("kind", "body", "taken"),
    [
        (b"cICP", bytes([1, 13, 0, 1]), True),
        (b"cICP", bytes([12, 13, 0, 1]), False),
        (b"cICP", bytes([9, 16, 0, 1]), False),
        (b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000), True),
        (b"cHRM", struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000), False),
    ],
)
def test_colours_told_beside_the_samples(kind: bytes, body: bytes, taken: bool) -> None:
    data = with_chunk(encoded(flat("RGB", GRAPE), "PNG"), kind, body)
    if taken:
        assert near(ink_at(picture(data)), COLOURS.ink(GRAPE), 0.3)
    else:
        error = refusal(data)
        assert codes(error) == ["picture-unsupported"] and kind.decode() in str(error)


def png_of(depth: int, kind: int, row: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of one row of two pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, depth, kind, 0, 0, 0))
    extra = b"".join(chunk(*one) for one in chunks)
    data = chunk(b"IDAT", zlib.compress(b"\0" + row))
    return b"\x89PNG\r\n\x1a\n" + head + extra + data + chunk(b"IEND", b"")


def test_one_grey_of_sixteen_bits_may_be_see_through() -> None:
    row = struct.pack(">2H", 0x8001, 0x8002)
    art = picture(png_of(16, 0, row, (b"tRNS", struct.pack(">H", 0x8002))))
    assert art.alpha is not None and list(zlib.decompress(art.alpha)) == [255, 0]


def test_one_colour_of_sixteen_bits_is_refused_by_name() -> None:
    row = struct.pack(">6H", *[0x8001] * 3, *[0x8002] * 3)
    error = refusal(png_of(16, 2, row, (b"tRNS", struct.pack(">3H", 0x8002, 0x8002, 0x8002))))
    assert codes(error) == ["picture-unsupported"] and "tRNS" in str(error)


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        (b"pitm\0\0\0\0\0\1", b"pitm\0\0\0\0\0\0"),  # no item is the picture
        (b"pixi\0\0\0\0\3\x08", b"pixi\0\0\0\0\0\x08"),  # no channels
    ],
)
def test_an_avif_that_its_reader_gives_up_on_is_refused(whole: bytes, broken: bytes) -> None:
    """libavif's own mistakes come as RuntimeErrors: at opening, or with the first pixel."""
    data = encoded(flat("RGB", GRAPE, (32, 32)), "AVIF", quality=50)
    assert whole in data
    with pytest.raises(ContentError) as caught:
        prepare_art("photo.avif", data.replace(whole, broken), colour=COLOURS)
    assert codes(caught.value) == ["picture-unreadable"]


def test_avif_is_taken() -> None:
    art = picture(encoded(flat("RGB", GRAPE, (32, 32)), "AVIF", quality=100))
    assert near(ink_at(art, (16, 16)), COLOURS.ink(GRAPE), 3)


@pytest.mark.parametrize("bands", ["RGB", "RGBA", "L"])
def test_what_has_more_pixels_than_a_print_needs_is_sampled_down(
    bands: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenspel.draw import pixels

    monkeypatch.setattr(pixels, "MAX_KEPT", 300)
    monkeypatch.setattr(pixels, "STRIP", 3)
    image = flat(bands, tuple([110, 60, 140, 90][: len(bands)]) if len(bands) > 1 else 90, (41, 30))
    art = picture(encoded(image, "PNG"))
    assert (art.width, art.height) == (14, 10)
    whole = picture(encoded(image.crop((0, 0, 9, 9)), "PNG"))
    for place in ((1, 1), (13, 9)):
        assert near(ink_at(art, place), Ink(*ink_at(whole)), 1)


def test_pictures_of_floats_are_refused() -> None:
    assert codes(refusal(encoded(flat("F", 0.5), "TIFF"))) == ["picture-unsupported"]


def test_the_first_of_many_pages_is_printed_and_that_is_noted() -> None:
    pages = [flat("RGB", GRAPE), flat("RGB", (255, 255, 255))]
    art = picture(encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert art.notes == ("has more than one page: the first is printed",)
    assert near(ink_at(art), COLOURS.ink(GRAPE), 0.3)


def test_other_readers_see_both_kinds_of_cmyk_jpeg_alike(tmp_path: Path) -> None:
    """Poppler and PDFium, besides Ghostscript above: their own CMYK, but the same for both."""
    import pypdfium2

    seen = []
    for adobe in (True, False):
        pdf = placed(picture(cmyk_jpeg(adobe)))
        page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
        seen.append((page.getpixel((50, 50)), greys(pdf, tmp_path).getpixel((50, 50))))
    for one, two in zip(*seen, strict=True):
        assert one == pytest.approx(two, abs=3)
    red, green, blue = seen[0][0]
    assert red > 140 and green < 110 and blue < 130


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
        (b"RIFF\x24\0\0\0WAVEfmt ", ""),
        (b"GIF89a\x01\0", "gif"),
        (b"II+\0", "tiff"),
        (b"\0\0\0\x20ftypavif", "avif"),
        (b"\0\0\0\x20ftypmp42", ""),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("length", range(7))
def test_a_frame_that_is_cut_short_is_no_frame(length: int) -> None:
    """Its number of colours is the sixth byte: without it there is no header."""
    body = b"\x08\x00\x10\x00\x20\x03\x01"[:length]
    data = b"\xff\xd8\xff\xc0" + (length + 2).to_bytes(2, "big") + body + b"\xff\xda\x00\x02"
    header = read_header(data)
    assert (header is not None) == (length >= 6)
    assert header is None or (header.components, header.pixels) == (3, 16 * 32)
