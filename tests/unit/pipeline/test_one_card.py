"""Cards that are asked for by themselves: files and pictures beside those of the whole deck."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tests.projects import change, tiny_project

from samenspel import BuildRequest, UsageError, build_deck, check_deck, preview_deck


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "deck")


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_one_card_is_enough(project: Path, tmp_path: Path) -> None:
    """It has a file of its own beside the deck's, and says its place in the whole deck."""
    whole = build_deck(BuildRequest(tmp_path / "out", project, products=("cards",)))
    deck = whole.files[0].path.read_bytes()
    report = build_deck(BuildRequest(tmp_path / "out", project, cards=("luister-eerst",)))
    [file] = report.files
    assert (file.path.name, file.pages, file.card) == ("card-luister-eerst.pdf", 2, "luister-eerst")
    assert whole.files[0].path.read_bytes() == deck
    names = [entry["name"] for entry in json.loads(report.manifests[0].read_bytes())["files"]]
    assert names == ["card-luister-eerst.pdf", "cards.pdf"]
    assert texts(file.path) == texts(whole.files[0].path)[2:4]


def test_single_cards_in_the_way_that_the_press_asks(project: Path, tmp_path: Path) -> None:
    wanted = BuildRequest(
        tmp_path / "out", project, cards=("00-titel.yaml", "Leeg", "leeg"), pages="separate"
    )
    assert [file.path.name for file in build_deck(wanted).files] == [
        "card-titel-fronts.pdf", "card-titel-backs.pdf", "card-leeg-fronts.pdf",
        "card-leeg-backs.pdf",
    ]  # fmt: skip


def test_each_press_gets_the_cards_that_were_asked_for(project: Path, tmp_path: Path) -> None:
    wanted = BuildRequest(
        tmp_path / "out", project, cards=("00-titel.yaml",), presses=("coated", "uncoated")
    )
    assert [file.path.name for file in build_deck(wanted).files] == ["card-titel.pdf"] * 2


def test_pictures_of_one_card_keep_their_number_and_the_contact_sheet(
    project: Path, tmp_path: Path
) -> None:
    request = BuildRequest(tmp_path / "out", project)
    before = preview_deck(request, dpi=30).pictures
    sheet = next(path for path in before if path.name == "contact-sheet.jpg").read_bytes()
    made = preview_deck(replace(request, cards=("luister-eerst",)), dpi=40).pictures
    sides = ("back", "front")
    assert [path.name for path in made] == [f"02-luister-eerst-{side}.jpg" for side in sides]
    assert set(made) < set(before)
    assert (made[0].parent / "contact-sheet.jpg").read_bytes() == sheet


@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        ({"cards": ("luister-erst",)}, "card-unknown", 'did you mean "luister-eerst"?'),
        ({"cards": ("titel", "x", "y")}, "card-unknown", "known: leeg, luister-eerst, titel"),
        ({"cards": ("titel",), "products": ("box",)}, "wish-unheard", "box is made of the"),
    ],
)
def test_what_single_cards_cannot_be(
    project: Path, tmp_path: Path, wanted: dict[str, tuple[str, ...]], code: str, said: str
) -> None:
    with pytest.raises(UsageError) as caught:
        build_deck(BuildRequest(tmp_path / "out", project, **wanted))  # type: ignore[arg-type]
    assert {one.code for one in caught.value.diagnostics} == {code}
    assert said in str(caught.value)


def test_a_card_that_one_region_alone_has(project: Path, tmp_path: Path) -> None:
    change(project, "cards/regions/noordkust.yaml", "cards:\n", "cards:\n  drop: [titel]\n")
    wanted = BuildRequest(tmp_path / "out", project, cards=("titel",))
    files = build_deck(replace(wanted, regions=("all",))).files
    assert {file.region for file in files} == {"basis"}
    with pytest.raises(UsageError, match="is left out of this deck"):
        build_deck(replace(wanted, regions=("noordkust",)))


def test_a_check_of_one_card_speaks_of_that_card(project: Path, tmp_path: Path) -> None:
    change(project, "cards/nl/01-luister-eerst.yaml", "Wat hoor jij?", "Hoor jij dat?")
    wanted = BuildRequest(tmp_path / "out", project, regions=("all",))
    report = check_deck(replace(wanted, cards=("titel",)))
    assert {row.fit.card for row in report.rows} == {"titel"}
    assert not report.found
    found = check_deck(replace(wanted, cards=("luister-eerst",))).found
    assert {one.diagnostic.code for one in found} == {"question-yes-no", "words-too-few"}


def test_a_deck_of_one_card_has_cards_sheets_and_a_box(project: Path, tmp_path: Path) -> None:
    """A box so flat that no letter stands on its sides."""
    change(project, "cards/deck.yaml", "cards: [titel, luister-eerst, leeg, leeg]", "cards: [leeg]")
    (project / "cards/regions/noordkust.yaml").unlink()
    products = ("cards", "sheets", "box")
    report = build_deck(BuildRequest(tmp_path / "out", project, products=products))
    assert {file.product for file in report.files} == set(products)
    assert [file.pages for file in report.files if file.product == "cards"] == [2]
