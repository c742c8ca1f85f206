"""A brand before it is printed: a poor one is stopped, what is proposed passes, waivers let go."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image, ImageDraw
from tests.decks import ROOT, deck_of
from tests.projects import builtin, change, tiny_project, write

from samenspel.checking import CheckReport, check_deck
from samenspel.checking.brand import NEAR, Brand
from samenspel.checking.colours import SIGHTS, distance, nearest_passing
from samenspel.checking.logos import _crowded
from samenspel.draw import ColourSpace, LogoLook, logo_look, prepare_art, screen_colours, thin_share
from samenspel.errors import ContentError
from samenspel.layout import LogoGround
from samenspel.loading import select
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.pipeline.brand import LOGO_CONTRAST, _faint_logo, needed_contrast
from samenspel.pipeline.opening import open_build
from samenspel.presets import press_named

PROJECT = builtin()
COLOURS = ColourSpace(PROJECT.asset(f"icc/{press_named(PROJECT, 'coated').profile}"))
FILE = "cards/regions/neonrijk.yaml"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">{}</svg>'
REGION = """\
name: Neonrijk
short: Neonrijk
place: in Neonrijk
kind: onderwijsregio
"""


def region(folder: Path, more: str = "", logo: bytes | None = None, name: str = "neon.png") -> Path:
    """The tiny project with a region of a brand of its own."""
    tiny_project(folder)
    if logo is not None:
        write(folder, f"assets/logos/{name}", logo)
        more = f"logo: logos/{name}\n{more}"
    write(folder, FILE, REGION + more)
    return folder


def neon(width: int = 560) -> bytes:
    """Fluorescent yellow blocks on white, RGB, saved at 72 ppi."""
    picture = Image.new("RGB", (width, width // 4), "white")
    pen = ImageDraw.Draw(picture)
    step = width // 5
    for left in range(step // 5, width, step):
        pen.rectangle((left, width // 28, left + step * 0.7, width // 4.6), fill=(255, 255, 0))
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(72, 72))
    return out.getvalue()


def check(folder: Path, **wanted: object) -> CheckReport:
    asked: dict[str, object] = {"regions": ("neonrijk",), "formats": ("a6",), **wanted}
    return check_deck(BuildRequest(project=folder, output=folder / "out", **asked))  # type: ignore[arg-type]


def build(folder: Path) -> list[str]:
    """The codes with which a build is refused; none when it is made."""
    try:
        build_deck(BuildRequest(project=folder, output=folder / "out", regions=("neonrijk",)))
    except ContentError as error:
        return [one.code for one in error.diagnostics]
    return []


def brand_of(report: CheckReport) -> dict[str, str]:
    found = (one.diagnostic for one in report.found)
    return {one.code: str(one) for one in found if one.code.startswith("brand-")}


def test_a_poor_brand_does_not_build_until_it_is_waived_with_a_reason(tmp_path: Path) -> None:
    folder = region(tmp_path / "deck", logo=neon(400))
    found = brand_of(check(folder))
    logo = {"brand-logo-coarse", "brand-logo-rgb", "brand-logo-white"}
    assert set(found) == {"brand-contrast", *logo}
    assert "#ffff00 becomes" in found["brand-logo-rgb"]
    assert "that is seen is" in found["brand-contrast"]
    assert set(build(folder)) == {"brand-contrast", "brand-logo-coarse"}
    change(folder, FILE, "logo:", "waive:\n  brand-contrast: Alleen voor het scherm.\nlogo:")
    assert build(folder) == ["brand-logo-coarse"]
    change(folder, FILE, "logo:", "  brand-logo-coarse: Er is geen ander bestand.\nlogo:")
    assert build(folder) == []
    report = check(folder)
    assert not report.errors
    assert {one.waiver.code for one in report.excused} == {"brand-contrast", "brand-logo-coarse"}


def boxed(kind: str, mode: str = "RGB") -> bytes:
    """A dark block on white, in a format of its own."""
    picture = Image.new(mode, (1000, 250), "white" if mode == "RGB" else (0, 0, 0, 0))
    ink = (20, 60, 110) if mode == "RGB" else (230, 120, 30, 60)
    ImageDraw.Draw(picture).rectangle((100, 60, 900, 190), fill=ink)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


BOX = '<rect width="400" height="100" fill="#fff"/><path fill="#33506f" d="M40 20H360V80H40Z"/>'


@pytest.mark.parametrize(
    ("logo", "name"),
    [
        (boxed("PNG"), "wit.png"),
        (boxed("JPEG", "CMYK"), "wit.jpg"),
        (SVG.format(BOX).encode(), "wit.svg"),
    ],
)
def test_a_logo_in_a_white_box_is_seen_and_mended_by_one_line(
    logo: bytes, name: str, tmp_path: Path
) -> None:
    folder = region(tmp_path / "deck", logo=logo, name=name)
    found = brand_of(check(folder))
    assert "logo_white: ground" in found["brand-logo-white"]
    change(folder, FILE, "logo:", "logo_white: ground\nlogo:")
    assert "brand-logo-white" not in brand_of(check(folder))


def test_no_waiver_prints_a_logo_of_a_few_pixels(tmp_path: Path) -> None:
    more = "waive: {brand-logo-coarse: Anders is er niets., brand-contrast: Mag.}\n"
    folder = region(tmp_path / "deck", more, logo=neon(120))
    assert set(build(folder)) == {"picture-too-coarse"}
    assert {one.diagnostic.code for one in check(folder).errors} == {"picture-too-coarse"}


def test_a_logo_for_light_grounds_in_vectors_is_fine(tmp_path: Path) -> None:
    logo = SVG.format('<path fill="#33506f" d="M0 0H400V40H0ZM0 60H300V100H0Z"/>').encode()
    folder = region(tmp_path / "deck", logo=logo, name="goed.svg")
    assert brand_of(check(folder)) == {}
    assert build(folder) == []


def test_text_on_a_dark_accent_stops_a_build_and_the_proposal_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All text on the full band is large, for which 3 : 1 is always reached: ask for more."""
    monkeypatch.setattr("samenspel.pipeline.brand.LARGE_CONTRAST", 4.5)
    folder = region(tmp_path / "deck", "accents:\n  teal: [90, 60, 30, 50]\n")
    assert set(build(folder)) == {"brand-contrast"}
    message = brand_of(check(folder))["brand-contrast"]
    assert f"{FILE}:6: accents.teal" in message
    proposed = message.split("passes is teal: ")[1].split("]")[0] + "]"
    change(folder, FILE, "[90, 60, 30, 50]", proposed)
    assert build(folder) == []
    assert brand_of(check(folder)) == {}


def test_a_theme_that_cannot_be_read_is_no_fault_of_the_region(tmp_path: Path) -> None:
    folder = region(tmp_path / "deck")
    theme = (ROOT / "generator/samenspel/presets/themes/samenspel.yaml").read_text("utf-8")
    assert "paper_tint: [0, 1, 4, 0]" in theme
    theme = theme.replace("paper_tint: [0, 1, 4, 0]", "paper_tint: [0, 0, 0, 80]")
    write(folder, "presets/themes/nacht.yaml", theme)
    found = [one.diagnostic for one in check(folder, theme="nacht").errors]
    assert {one.code for one in found} == {"brand-contrast"}
    assert not [one for one in found if one.location and one.location.file == FILE]
    assert all("the theme nacht" in one.remedy for one in found)


def test_an_accent_with_too_much_ink_gets_the_nearest_with_less(tmp_path: Path) -> None:
    folder = region(tmp_path / "deck", "accents:\n  navy: [100, 90, 70, 80]\n")
    (error,) = [one.diagnostic for one in check(folder).errors]
    assert error.code == "accent-too-much-ink"
    numbers = error.remedy.split("[")[1].split("]")[0]
    proposed = Ink(*map(float, numbers.split(", ")))
    assert proposed.total <= press_named(PROJECT, "coated").ink_limit
    change(folder, FILE, "[100, 90, 70, 80]", f"[{numbers}]")
    assert not check(folder).errors


def test_an_accent_like_a_condition_for_colour_blind_eyes_is_told(tmp_path: Path) -> None:
    folder = region(tmp_path / "deck", "accents:\n  teal: [70, 16, 66, 14]\n")
    message = brand_of(check(folder))["brand-accent-near"]
    assert "looks like relatie for" in message
    proposed = message.split("passes is teal: ")[1].split("]")[0] + "]"
    change(folder, FILE, "[70, 16, 66, 14]", proposed)
    assert "brand-accent-near" not in brand_of(check(folder))


@pytest.fixture(scope="module")
def brand() -> Brand:
    build = open_build(BuildRequest(output=Path("out")))
    return Brand(build, select(build.project, "basis", "nl"))


@pytest.mark.parametrize("wish", [Ink(100, 20, 80, 0), Ink(0, 62, 74, 0), Ink(100, 100, 100, 100)])
def test_a_proposed_accent_passes_and_is_near(brand: Brand, wish: Ink) -> None:
    found = nearest_passing(wish, brand.accent_passes, COLOURS, 300)
    assert found is not None
    assert brand.accent_passes(found)
    assert found == nearest_passing(wish, brand.accent_passes, COLOURS, 300)
    assert found.total <= 300
    wished, proposed = COLOURS.labs([wish, found])
    assert distance(wished, proposed) < 30
    for tints in product((0, 50, 100), repeat=4):  # no colour of a coarse grid is nearer
        other = Ink(*tints)
        if brand.accent_passes(other):
            assert distance(wished, COLOURS.labs([other])[0]) >= distance(wished, proposed) - 3


def test_what_passes_already_is_its_own_proposal(brand: Brand) -> None:
    wish = Ink(78, 24, 40, 6)
    assert nearest_passing(wish, brand.accent_passes, COLOURS, 300) == wish
    assert nearest_passing(wish, lambda _: False, COLOURS, 300) is None


def test_the_accents_of_the_built_in_deck_are_told_apart_from_its_conditions(brand: Brand) -> None:
    rows = [one for one in brand.distances() if one.used == "cards"]
    assert {one.sight for one in rows} == set(SIGHTS)
    assert all(one.distance >= NEAR[one.sight] for one in rows)


def test_distance_is_ciede2000() -> None:
    """Two pairs of the test data of Sharma, Wu and Dalal (2005)."""
    blue = (50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)
    assert distance(*blue) == pytest.approx(2.0425, abs=1e-4)
    grey = (50.0, 0.0, 0.0), (50.0, -1.0, 2.0)
    assert distance(*grey) == pytest.approx(2.3669, abs=1e-4)
    red, green = (50.0, 40.0, 30.0), (50.0, -20.0, 30.0)
    assert distance(red, green, "deutan") < distance(red, green) / 2


@pytest.mark.parametrize(
    ("size", "font", "needed"),
    [(17.9, "text", 4.5), (18, "text", 3), (13.9, "display", 4.5), (14, "text-bold", 3)],
)
def test_large_text_needs_less_contrast(size: float, font: str, needed: float) -> None:
    assert needed_contrast(size, font) == needed


def test_contrast_runs_from_none_to_that_of_black_on_paper() -> None:
    assert COLOURS.contrast(PAPER, PAPER) == 1
    assert 13 < COLOURS.contrast(PAPER, BLACK) == COLOURS.contrast(BLACK, PAPER) < 17


def look(drawing: str, ground: Ink = PAPER, width: float = 40) -> tuple[float, float]:
    art = prepare_art("logo.svg", SVG.format(drawing).encode(), colour=COLOURS)
    seen = logo_look(art, ground, width, COLOURS)
    return seen.contrast, thin_share(art, ground, width, COLOURS)


def test_a_logo_is_seen_by_its_own_ground_too() -> None:
    letters = '<path fill="{}" d="M40 20H200V80H40Z"/>'
    plate = '<path fill="#1d1d1b" d="M0 0H400V100H0Z"/>'
    assert look(letters.format("#ffff00"))[0] < LOGO_CONTRAST
    assert look(plate + letters.format("#ffff00"))[0] > 10
    assert look(letters.format("#000000"), ground=BLACK)[0] == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(("width", "thin"), [(80, False), (10, True)])
def test_lines_thin_out_as_a_logo_shrinks(width: float, thin: bool) -> None:
    """Lines of 1.4 units: 0.28 mm in a logo 80 mm wide, 0.035 mm in one of 10."""
    lines = "".join(f"M0 {y}H400V{y + 1.4}H0Z" for y in range(0, 100, 10))
    assert (look(f'<path fill="#000000" d="{lines}"/>', width=width)[1] > 0.5) is thin


def test_only_screens_colours_are_named() -> None:
    cmyk = io.BytesIO()
    Image.new("CMYK", (9, 9), (0, 99, 0, 0)).save(cmyk, "JPEG")
    assert screen_colours(cmyk.getvalue()) == []
    assert screen_colours(b'<svg><path fill="#Fa0"/><path fill="#123456"/></svg>') == [
        (255, 170, 0),
        (18, 52, 86),
    ]
    assert (255, 255, 0) in screen_colours(neon())


def test_a_logo_that_is_crowded_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logo = SVG.format('<path fill="#33506f" d="M0 0H400V100H0Z"/>').encode()
    folder = region(tmp_path / "deck", logo=logo, name="goed.svg")
    monkeypatch.setattr("samenspel.checking.logos.LOGO_CLEAR", 9.0)
    assert "brand-logo-space" in brand_of(check(folder))


def test_a_logo_needs_a_fifth_of_its_height_around_it() -> None:
    edition = SimpleNamespace(deck=deck_of(logo="logos/x.svg"))
    ground = LogoGround("logos/x.svg", Box(0, 0, 40, 10), PAPER, 1.99, "proef-back")
    (warning,) = _crowded(edition, ground)  # type: ignore[arg-type]
    assert (warning.code, warning.key) == ("brand-logo-space", "logo")
    assert "1.9 mm of room" in warning.message and "2.0 mm is asked for" in warning.message
    assert list(_crowded(edition, replace(ground, space=2.0))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(("contrast", "faint"), [(2.99, True), (3.0, False)])
def test_a_logo_has_to_stand_out_from_every_ground(contrast: float, faint: bool) -> None:
    looks = {PAPER: 9.0, BLACK: contrast}
    edition = SimpleNamespace(
        deck=deck_of(logo="logos/x.svg"),
        logo_look=lambda _, ground: LogoLook(looks[ground], None, 100),
    )
    logos = [LogoGround("logos/x.svg", Box(0, 0, 40, 10), ink, 5, "p") for ink in looks]
    found = list(_faint_logo(edition, logos))  # type: ignore[arg-type]
    assert [one.code for one in found] == ["brand-contrast"] * faint
    assert all(str(BLACK) in one.message for one in found)
