"""Press files that are PDF/UA-1 as well, before independent judges: outloud, pdfua, poppler."""

from __future__ import annotations

from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest
from tests.decks import ROOT
from tests.press.tagged import sections
from tests.press.test_read_aloud import texts
from tests.press.walking import walk

from samenspel import BuildRequest, build_deck
from samenspel.loading import open_project, select
from samenspel.markup import paragraphs
from samenspel.preflight import inspect
from samenspel.preflight.profiles import PROFILES
from samenspel.questions import render

FILES = (
    "cards.pdf", "sheets-a4.pdf", "sheets-a3.pdf", "poster.pdf", "leaflet.pdf", "leaflet-a4.pdf",
    "kit-plans.pdf", "kit-agreements.pdf", "kit-tents.pdf", "kit-dots.pdf", "kit-canvas.pdf",
    "handout.pdf", "box.pdf", "poster-tiles-a4.pdf",
)  # fmt: skip

ACCEPTED = {
    "LNK-010": "PDF/X-4 allows no link on what is printed, so an address stays a text",
    "PAG-001": "four blank cards begin with the same words, which are no running head",
}
"""What outloud's rules of thumb find, by rule, and why the file stays as it is."""
WHERE = {
    "LNK-010": "regio@waddenrand.example",
    "PAG-001": "Wat moeten jullie elkaar blijven zeggen?",
}
"""The only texts that are accepted: the region's contact, and a blank card's."""


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All products of a region with a contact and a logo of its own."""
    output = tmp_path_factory.mktemp("tagged")
    products = ("cards", "sheets", "poster", "leaflet", "kit", "handout", "box", "tiles")
    build_deck(BuildRequest(output=output, regions=("waddenrand",), products=products,
                            languages=("nl",), inspected=False))  # fmt: skip
    return output / "waddenrand" / "nl" / "a6"


@pytest.mark.parametrize("name", FILES)
def test_outloud_finds_nothing_but_what_is_accepted(tagged: Path, name: str) -> None:
    result = outloud.check(str(tagged / name))
    found = [f"{one.rule} {one.message}" for one in result.findings
             if WHERE.get(one.rule) != one.evidence]  # fmt: skip
    assert found == []


@pytest.mark.parametrize("name", FILES)
def test_pdfua_finds_nothing(tagged: Path, name: str) -> None:
    report = pdfua.validate(str(tagged / name))
    assert [one.message for one in report.findings] == []


def test_our_own_preflight_finds_nothing(tagged: Path) -> None:
    read_aloud = PROFILES["pdfua"].expected
    for name in FILES:
        assert inspect((tagged / name).read_bytes(), read_aloud) == [], name


def test_what_is_accepted_is_still_found(tagged: Path) -> None:
    """An exception that nothing needs any more goes."""
    found = {one.rule for one in outloud.check(str(tagged / "cards.pdf")).findings}
    assert found == set(ACCEPTED)


def test_a_link_over_the_contact_would_be_no_press_file(tagged: Path, tmp_path: Path) -> None:
    """With a link outloud is content, and a press refuses the file."""
    linked = tmp_path / "linked.pdf"
    with pikepdf.open(tagged / "cards.pdf") as document:
        for page in document.pages:
            page.obj.Annots = pikepdf.Array([document.make_indirect(pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=page.trimbox, F=4,
            ))])  # fmt: skip
        document.save(linked)
    assert "LNK-010" not in {one.rule for one in outloud.check(str(linked)).findings}
    told = inspect(linked.read_bytes(), PROFILES["gwg2022-sheetcmyk"].expected)
    assert "annotations" in {one.check for one in told}


def test_each_card_is_read_as_the_deck_says_it(tagged: Path) -> None:
    """Nothing is left out, and all of it is in the order of the digital edition."""
    deck = render(select(open_project(ROOT, ROOT), "waddenrand", "nl"))
    read = {name: [text for _, text in parts] for name, parts in sections(tagged / "cards.pdf")}
    for card in deck.cards:
        whole = " ".join(" ".join(read[card.name]).split())
        missing = [
            said
            for path, text in card.texts()
            if path[0] in ("title", "core", "text", "questions", "warning", "steps", "tip")
            and (said := " ".join(" ".join(one.text for one in paragraphs(text)).split()))
            not in whole
        ]
        assert missing == [], card.id


@pytest.mark.parametrize(("name", "kinds"), [
    ("sheets-a4.pdf", ("howto", "condition", "reminder", "agreement", "background")),
    ("kit-plans.pdf", ("session",)),
    ("kit-agreements.pdf", ("agreement-sheet",)),
    ("kit-tents.pdf", ("tent",)),
    ("handout.pdf", ("handout",)),
])  # fmt: skip
def test_what_lies_on_a_table_says_all_its_texts_in_their_order(
    tagged: Path, name: str, kinds: tuple[str, ...]
) -> None:
    deck = render(select(open_project(ROOT, ROOT), "waddenrand", "nl"))
    whole = " ".join(one.text for one in walk(tagged / name))
    cards = [card for card in deck.every if card.kind in kinds]
    assert {card.kind for card in cards} == set(kinds)
    for card in cards:
        said = texts(card).values()
        assert [text for text in said if text not in whole] == [], card.id
        places = [whole.index(text) for text in said if len(text) > 20]
        assert places == sorted(places), card.id


def test_cards_that_lie_on_a_sheet_again_are_pictures_of_cards(tmp_path: Path) -> None:
    build_deck(BuildRequest(output=tmp_path, products=("sheets",), papers=("a4",), copies=2,
                            cards=("blijf-onbevangen",), inspected=False))  # fmt: skip
    [path] = tmp_path.rglob("*.pdf")
    found = outloud.check(str(path)).findings
    assert found == []
    assert pdfua.validate(str(path)).findings == ()
    assert inspect(path.read_bytes(), PROFILES["pdfua"].expected) == []
    said = [(one.kind, one.text, one.page) for one in walk(path)]
    assert said.count(("H1", "Blijf onbevangen", 0)) == 1
    assert said[-4:-2] == [
        ("Figure", "Blijf onbevangen · vel 1 van 1", 0),
        ("Figure", "Blijf onbevangen · vel 1 van 1", 1),
    ]
    assert "dubbelzijdig, omslaan over de lange zijde" in said[-2][1]
    assert said[-1][1].endswith("vel 1 van 1 · achterkant")


@pytest.mark.parametrize("deck", ["casus", "vier-krachten"])
def test_sheets_and_boxes_of_small_decks_have_no_prose_that_is_left_out(
    tmp_path: Path, deck: str
) -> None:
    """Slugs of so few sheets are no running feet; pictures of cards stand in the order of paint."""
    build_deck(BuildRequest(output=tmp_path, project=ROOT / "examples" / deck, papers=("a3",),
                            products=("sheets", "box"), inspected=False))  # fmt: skip
    found = {path.name: outloud.check(str(path)).findings for path in tmp_path.rglob("*.pdf")}
    assert found == {"sheets-a3.pdf": [], "box.pdf": []}


def test_a_box_says_on_one_spine_whose_it_is(tagged: Path) -> None:
    said = [one.text for one in walk(tagged / "box.pdf")]
    assert said[:2] == ["Samenspel", "Tien reminders voor samenwerken met water ertussen"]
    assert said.count("Samenspel · Onderwijsregio Waddenrand") == 1


def test_tiles_are_read_once_and_say_how_they_are_joined(tagged: Path) -> None:
    said = [(one.kind, one.text, one.page) for one in walk(tagged / "poster-tiles-a4.pdf")]
    title = "Samenspel in Waddenrand"
    assert [one for one in said if title in one[1]] == [
        ("H1", title, 0), *(("Figure", f"{title} · vel {n} van 4", n - 1) for n in (2, 3, 4))
    ]  # fmt: skip
    assert [page for _, text, page in said if "lijm op de strook" in text] == [0, 1, 2, 3]


def test_figures_say_where_they_are_on_their_page(tagged: Path) -> None:
    for name in ("cards.pdf", "sheets-a4.pdf", "poster.pdf"):
        with pikepdf.open(tagged / name) as document:
            boxes = [
                (one.A.BBox, document.pages[0].mediabox)
                for one in document.objects
                if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure
            ]
        assert boxes, name
        for box, page in boxes:
            left, bottom, right, top = map(float, box)
            assert 0 <= left < right <= float(page[2]) + 0.1, name
            assert 0 <= bottom < top <= float(page[3]) + 0.1, name


def test_headings_and_lists_of_a_card(tagged: Path) -> None:
    found = dict(sections(tagged / "cards.pdf"))["Ambitie"]
    kinds = [kind for kind, _ in found]
    assert kinds == ["H1", "H1", "P", "P", "Lbl", "LBody", "Lbl", "LBody", "P"]
    assert found[0] == found[1] == ("H1", "Ambitie")  # one heading, on the front and on the back
    assert found[-1][1].startswith("Let op als ")


def test_the_poster_is_read_condition_by_condition(tagged: Path) -> None:
    [(title, found)] = sections(tagged / "poster.pdf")
    assert title == "Samenspel in Waddenrand"
    headings = [text for kind, text in found if kind == "H2"]
    assert [text for text in headings if not text.isdecimal()] == [
        "Ambitie", "Belangen", "Relatie", "Organisatie", "Proces"
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["cards.pdf", "sheets-a4.pdf"])
def test_a_file_says_its_language_its_title_and_its_cards(tagged: Path, name: str) -> None:
    with pikepdf.open(tagged / name) as document:
        root = document.Root
        assert str(root.Lang) == "nl"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert bool(root.MarkInfo.Marked)
        assert {str(page.obj.Tabs) for page in document.pages} == {"/S"}
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()
        with document.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
    assert titles[:2] == ["Samenspel", "Zo gebruik je de kaarten"]
    assert titles.count("Wees druk met rust") == 1
