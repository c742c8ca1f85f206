"""Soft proofs: colours on screen, maps, lines, and which pages."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.press.separating import Page, separated
from tests.projects import change, tiny_project

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Severity
from samenspel.errors import FileAccessError, SamenspelError, UsageError
from samenspel.pipeline import BuildRequest
from samenspel.proofing import ProofWishes, proof_deck, proof_files
from samenspel.proofing.heat import OVER, heat_map
from samenspel.proofing.lettering import in_our_letters
from samenspel.proofing.overlay import BLEED, SAFE, TRIM, overlay
from samenspel.proofing.screen import Screen
from samenspel.proofing.wishes import chosen_pages
from samenspel.separations import PlateSet, coverage, plates
from samenspel.units import POINTS_PER_MM

PROFILE = (builtin_deck() / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes()
Colour = tuple[int, int, int]


def flat(colour: str) -> PlateSet:
    page = Page()
    page.content = f"{colour} k 0 0 60 60 re f".encode()
    return separated(page)


def middle(picture: Image.Image) -> Colour:
    red, green, blue = picture.getpixel((picture.width // 2, picture.height // 2))
    return red, green, blue


@pytest.mark.parametrize(
    ("paper", "colour", "expected"),
    [
        (True, "0 0 0 0", (239, 241, 244)),
        (False, "0 0 0 0", (255, 255, 255)),
        (True, "1 0 0 0", (0, 155, 222)),
        (True, "0 0 0 1", (40, 40, 40)),
        (False, "0 0 0 1", (24, 23, 21)),
    ],
)
def test_colours_on_screen(paper: bool, colour: str, expected: Colour) -> None:
    shown = Screen(PROFILE, paper=paper).shown(flat(colour), {})
    assert middle(shown) == pytest.approx(expected, abs=14)


def test_a_spot_filters_what_lies_under_it() -> None:
    page = Page()
    page.add("/ExtGState", "/G", pikepdf.Dictionary(op=True))
    page.add("/ColorSpace", "/S", page.spot("Die", 0, 1, 0, 0))
    page.content = b"0 0 1 0 k 0 0 60 60 re f /G gs /S cs 1 scn 0 0 60 60 re f "
    found = separated(page)
    rising = Image.linear_gradient("L").rotate(90).crop((0, 0, 256, 1))
    blank = Image.new("L", (256, 1))
    ramp = Image.merge("CMYK", [blank, rising, blank, blank])
    screen = Screen(PROFILE, paper=False)
    over, without = screen.shown(found, {"Die": ramp}), screen.shown(found, {}, ["Die"])
    red, green, blue = middle(over)
    assert red > 180
    assert green < 60
    assert blue < 60
    assert middle(without)[1] > 200


def test_too_much_ink_is_red_on_the_map() -> None:
    found = flat("1 1 .6 .9")
    picture = heat_map(found, coverage(found), 300)
    assert OVER in (colour for _, colour in picture.getcolors(10**6) or [])
    left = (picture.width - found.size[0]) // 2
    page = left, 16, left + found.size[0], 16 + found.size[1]
    assert middle(picture.crop(page)) == OVER
    fine = heat_map(found, coverage(found), 360)
    assert middle(fine.crop(page)) != OVER


def test_the_overlay_draws_bleed_trim_and_safe_lines() -> None:
    page = Page()
    page.content = b"0 0 0 .2 k 0 0 60 60 re f"
    page.bytes()
    inset = 3 * POINTS_PER_MM
    page.pdf.pages[0].TrimBox = [inset, inset, 60 - inset, 60 - inset]
    out = io.BytesIO()
    page.pdf.save(out)
    found = plates(out.getvalue(), 1, dpi=200)
    picture = Screen(PROFILE, paper=True).shown(found, {})
    with_safe, without = overlay(picture, found, 3), overlay(picture, found, 0)

    def colours(image: Image.Image) -> set[object]:
        area = image.crop((0, 0, image.width, found.size[1] + 20))
        return {colour for _, colour in area.getcolors(10**6) or []}

    assert {BLEED, TRIM, SAFE} <= colours(with_safe)
    assert SAFE not in colours(without)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("2", [2]),
        ("1,3-4", [1, 3, 4]),
        (" 3 - ", [3, 4, 5]),
        ("4,1,4", [1, 4]),
        ("1-999999", [1, 2, 3, 4, 5, 999999]),
        ("9-", [9]),
    ],
)
def test_lists_of_pages(wanted: str, expected: list[int]) -> None:
    assert chosen_pages(wanted, 5) == expected


@pytest.mark.parametrize("wanted", ["0", "a", "3-1", "1,,2", "-3", "1-2-3", "1.5", ","])
def test_lists_that_are_none(wanted: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen_pages(wanted, 5)
    assert caught.value.diagnostics[0].code == "pages-invalid"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    page = Page()
    page.add("/ColorSpace", "/S", page.spot("Cut Contour"))
    page.content = b"1 1 1 .2 k 0 0 60 60 re f /S cs 1 scn 0 0 5 5 re f 1 0 0 rg 9 9 9 9 re f"
    path = tmp_path / "kaart.pdf"
    path.write_bytes(page.bytes())
    return path


def test_pictures_of_a_file(file: Path, tmp_path: Path) -> None:
    report = proof_files([file], tmp_path / "out", ProofWishes(dpi=72))
    home = tmp_path / "out/proof/kaart"
    kinds = ["black", "cyan", "ink", "magenta", "overlay", "proof", "spot-cut-contour", "yellow"]
    assert sorted(path.name for path in home.iterdir()) == [f"01-{kind}.png" for kind in kinds]
    assert sorted(report.pictures) == sorted(home.iterdir())
    with Image.open(home / "01-proof.png") as picture:
        assert picture.size == (60, 60)
    with Image.open(home / "01-cyan.png") as picture:
        assert picture.mode == "L"
        assert picture.getpixel((40, 10)) == 0
    (page,) = report.pages
    assert page.plates[4:] == ("Cut Contour",)
    assert page.ink.point.percent == pytest.approx(320, abs=1)
    codes = {warning.code for warning in report.warnings}
    assert codes == {"plates-incomplete", "profile-assumed", "ink-coverage"}
    assert {warning.severity for warning in report.warnings} == {Severity.WARNING}


def test_legends_are_in_the_reader_s_language_and_pages_are_the_same(
    file: Path, tmp_path: Path
) -> None:
    made = {}
    for language in ("en", "nl"):
        wishes = ProofWishes(dpi=72, plates=False, language=language)
        pictures = proof_files([file], tmp_path / language, wishes).pictures
        made[language] = {path.stem: path.read_bytes() for path in pictures}
    same = {name for name, data in made["en"].items() if data == made["nl"][name]}
    assert same == {"01-proof"} and set(made["nl"]) == {"01-proof", "01-ink", "01-overlay"}


def test_less_is_made_when_less_is_asked(file: Path, tmp_path: Path) -> None:
    wishes = ProofWishes(dpi=72, plates=False, ink=False, overlay=False, ink_limit=330)
    report = proof_files([file], tmp_path / "out", wishes)
    assert [path.name for path in report.pictures] == ["01-proof.png"]
    assert "ink-coverage" not in {warning.code for warning in report.warnings}


def test_files_of_one_name_do_not_meet(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "else" / "kaart.pdf"
    other.parent.mkdir()
    other.write_bytes(file.read_bytes())
    proof_files([file, other], tmp_path / "out", ProofWishes(dpi=72, plates=False))
    assert sorted(path.name for path in (tmp_path / "out/proof").iterdir()) == ["kaart", "kaart-2"]


def test_a_press_is_taken_instead_of_the_files_own(file: Path, tmp_path: Path) -> None:
    report = proof_files([file], tmp_path / "out", ProofWishes(dpi=72), press="coated")
    assert "profile-assumed" not in {warning.code for warning in report.warnings}
    assert report.pages[0].ink_limit == 300


@pytest.mark.parametrize(
    ("wishes", "code", "kind"),
    [
        (ProofWishes(pages="1-2"), "page-unknown", UsageError),
        (ProofWishes(pages="x"), "pages-invalid", UsageError),
        (ProofWishes(without=("Cyaan",)), "plate-unknown", UsageError),
    ],
)
def test_nothing_is_written_after_a_mistake(
    file: Path, tmp_path: Path, wishes: ProofWishes, code: str, kind: type[SamenspelError]
) -> None:
    with pytest.raises(kind) as caught:
        proof_files([file], tmp_path / "out", wishes)
    assert caught.value.diagnostics[0].code == code
    assert not (tmp_path / "out").exists()


def test_one_bad_file_among_good_ones_and_nothing_is_written(file: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"not a pdf")
    for path, code in ((bad, "pdf-unreadable"), (tmp_path / "gone.pdf", "file-access")):
        with pytest.raises(FileAccessError) as caught:
            proof_files([file, path], tmp_path / "out", ProofWishes(dpi=72))
        assert caught.value.diagnostics[0].code == code
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Samenspel · Zuidoost-Fryslân", True),
        ("‘Één’ …", True),
        ("Граймо", False),
        ("اللعب", False),
    ],
)
def test_a_contact_sheet_names_a_deck_in_letters_that_it_has(title: str, shown: bool) -> None:
    assert in_our_letters(title) is shown


def test_old_pictures_of_a_deck_are_named_and_go_when_that_is_asked_for(tmp_path: Path) -> None:
    """Those of cards that have another place now; not the plates of a page that stands."""
    project = tiny_project(tmp_path / "deck")
    request = BuildRequest(tmp_path / "out", project, products=("cards",))
    few = ProofWishes(dpi=20, plates=False, ink=False, overlay=False)
    proof_deck(request, ProofWishes(dpi=20, ink=False, overlay=False, pages="1-3"))
    assert not proof_deck(request, few).warnings
    change(project, "cards/deck.yaml", "[titel, luister-eerst", "[luister-eerst, titel")
    report = proof_deck(request, few)
    old = {str(one.location) for one in report.warnings if one.code == "file-outdated"}
    home = tmp_path / "out/basis/nl/a6/proof"
    assert str(home / "02-luister-eerst-front-cyan.png") in old and len(old) == 16
    assert all(Path(path).is_file() for path in old) and not report.removed
    report = proof_deck(replace(request, clean=True), few)
    assert {str(path) for path in report.removed} == old
    assert len(list(home.iterdir())) == 8


def test_a_deck_is_proofed_for_several_presses(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    presses = ("coated", "coated-330")
    request = BuildRequest(tmp_path / "out", project, products=("cards",), presses=presses)
    report = proof_deck(request, ProofWishes(dpi=20, plates=False, pages="1"))
    assert [page.file.parts[0] for page in report.pages] == list(presses)
    assert len({page.ink_limit for page in report.pages}) == 2
    homes = sorted(path.name for path in (tmp_path / "out").iterdir() if path.name[0] != ".")
    assert homes == list(presses)
