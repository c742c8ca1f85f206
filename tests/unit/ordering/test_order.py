"""A whole order: what is in the folder, and that its parts agree with each other."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from tests.decks import ROOT
from tests.projects import change, tiny_project, write

from samenspel import preflight
from samenspel.cli.main import run
from samenspel.diagnostics import Severity
from samenspel.errors import ContentError, UsageError
from samenspel.inspecting import isolation
from samenspel.model.finding import Finding
from samenspel.model.ordering import Making
from samenspel.ordering import OrderRequest, order
from samenspel.ordering.words import languages, words_in
from samenspel.ordering.xjdf import NAMESPACE, mistakes
from samenspel.preflight import Expectation
from samenspel.products import products

PAPERS = {
    "SHA256SUMS", "controle.html", "drukproef.pdf", "files", "opdrachtbon.pdf",
    "prijsaanvraag.txt", "ticket.xjdf",
}  # fmt: skip


def project(folder: Path) -> Path:
    """The tiny deck with the built-in deck's fonts and profile to fall back on."""
    return tiny_project(folder / "dek")


def request(folder: Path, **wanted: object) -> OrderRequest:
    given = {"regions": ("noordkust",), "copies": 40, **wanted}
    return OrderRequest(folder / "out", project(folder), **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ordered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one order, for tests that only read it."""
    report = order(request(tmp_path_factory.mktemp("order")))
    assert not report.warnings
    return report.places[0]


def test_a_folder_for_each_press_holds_all_that_a_shop_needs(tmp_path: Path) -> None:
    report = order(request(tmp_path, presses=("coated", "meinspiel")))
    assert [place.name for place in report.places] == ["coated", "meinspiel"]
    for place in report.places:
        assert {path.name for path in place.iterdir()} == PAPERS
    names = {path.name for path in (report.places[1] / "files").iterdir()}
    assert names == {
        "klein-dek-noordkust-nl-a6-meinspiel-cards-fronts.pdf",
        "klein-dek-noordkust-nl-a6-meinspiel-cards-backs.pdf",
    }
    assert [path.name for path in (report.places[0] / "files").iterdir()] == [
        "klein-dek-noordkust-nl-a6-coated-cards.pdf"
    ]


def test_checksums_are_those_of_all_other_files(ordered: Path) -> None:
    place = ordered
    lines = (place / "SHA256SUMS").read_text().splitlines()
    listed = dict(reversed(line.split("  ")) for line in lines)  # type: ignore[misc, arg-type]
    files = [path for path in place.rglob("*") if path.is_file() and path.name != "SHA256SUMS"]
    assert listed == {
        path.relative_to(place).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_the_ticket_for_machines_names_the_files_as_they_are(tmp_path: Path) -> None:
    (place,) = order(request(tmp_path, presses=("onlineprinters",))).places
    data = (place / "ticket.xjdf").read_bytes()
    assert mistakes(data) == []
    root = ElementTree.fromstring(data)
    specs = list(root.iter(f"{{{NAMESPACE}}}FileSpec"))
    assert len(specs) == 2  # with the die line and without
    for spec in specs:
        file = place / spec.get("URL", "")
        assert spec.get("CheckSum", "").lower() == hashlib.sha256(file.read_bytes()).hexdigest()
        assert int(spec.get("FileSize", "0")) == file.stat().st_size
    (product,) = root.iter(f"{{{NAMESPACE}}}Product")
    assert product.get("Amount") == "40"


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (b'ProductType="Flatwork"', b'ProductType="Plaything"', "no product type Plaything"),
        (b'ItemRef="P-1', b'ItemRef="P-2', "which is not there"),
        (b'Part Product="P-1', b'Part Product="P-9', "no file for P-1"),
        (b'Intent Name="ColorIntent"', b'Intent Name="PaintIntent"', "PaintIntent"),
        (b'Amount="40" IsRoot', b'Amount="0" IsRoot', "no amount"),
        (b'Sides="TwoSidedHeadToHead"', b'Sides="OneSided"', "with inks for 2 sides, OneSided"),
        (b'Pages="8"', b'Pages="7"', "an odd number of pages"),
    ],
)
def test_what_the_schema_lets_through_is_seen(
    ordered: Path, old: bytes, new: bytes, wrong: str
) -> None:
    data = (ordered / "ticket.xjdf").read_bytes()
    assert old in data
    assert any(wrong in one for one in mistakes(data.replace(old, new)))


def test_a_zip_holds_the_same_and_is_the_same_each_time(ordered: Path, tmp_path: Path) -> None:
    (first,) = order(request(tmp_path, zipped=True)).places
    before = first.read_bytes()
    (again,) = order(request(tmp_path, zipped=True)).places
    assert again.read_bytes() == before
    with zipfile.ZipFile(first) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            path.relative_to(ordered.parent).as_posix(): path.read_bytes()
            for path in ordered.rglob("*")
            if path.is_file()
        }


def test_each_file_is_inspected_once_and_the_report_is_of_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []

    def counted(pdf: bytes, expected: Expectation, *wanted: object) -> list[Finding]:
        del expected, wanted
        read.append(pdf)
        return [Finding("text-size", Severity.WARNING, "a text of its own size", page=2)]

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a second reading")

    monkeypatch.setattr(preflight, "inspect", counted)
    monkeypatch.setattr(isolation, "read", never)
    (place,) = order(request(tmp_path, presses=("meinspiel",))).places
    assert sorted(read) == sorted(path.read_bytes() for path in (place / "files").iterdir())
    report = (place / "controle.html").read_text()
    assert report.count("A text of its own size") + report.count("a text of its own size") >= 2
    assert "1 waarschuwing, geen fouten" in report.lower()


def test_a_film_over_cards_to_write_on_is_warned_of(tmp_path: Path) -> None:
    filmed = order(request(tmp_path, making=Making(lamination="matt")))
    assert [one.code for one in filmed.warnings] == ["order-coating"]


def test_amounts_by_region_stand_in_the_papers(tmp_path: Path) -> None:
    deck = project(tmp_path)
    write(deck, "cards/regions/zuidkust.yaml", (deck / "cards/regions/noordkust.yaml").read_text())
    change(deck, "cards/regions/zuidkust.yaml", "Regio Noordkust", "Regio Zuidkust")
    table = tmp_path / "oplage.csv"
    table.write_text("regio;oplage\nnoordkust;40\nzuidkust;15\n")
    (place,) = order(OrderRequest(tmp_path / "out", deck, quantities=table)).places
    mail = (place / "prijsaanvraag.txt").read_text()
    assert "Regio Noordkust · Nederlands · A6\n- Oplage: 40 spellen" in mail
    assert "Regio Zuidkust · Nederlands · A6\n- Oplage: 15 spellen" in mail
    assert mail.startswith("Onderwerp: prijsaanvraag Klein dek, 55 spellen\n")
    assert len(list((place / "files").iterdir())) == 2


def test_what_cannot_be_built_or_counted_leaves_nothing(tmp_path: Path) -> None:
    wanted = request(tmp_path)
    change(wanted.project or Path(), "cards/nl/01-luister-eerst.yaml", "conditions: [relatie]", "")
    with pytest.raises(ContentError):
        order(wanted)
    with pytest.raises(UsageError):
        order(OrderRequest(tmp_path / "out", wanted.project))
    assert not (tmp_path / "out").exists()


def test_a_back_that_all_cards_share_is_told_as_the_shop_wants_it(tmp_path: Path) -> None:
    deck = ROOT / "examples" / "zestig-zinnen"
    wanted = OrderRequest(tmp_path / "out", deck, presses=("longpack",), copies=10)
    (place,) = order(wanted).places
    mail = (place / "prijsaanvraag.txt").read_text()
    assert "alle kaarten dezelfde achterkant; de drukker wil die één keer" in mail


def test_a_leaflet_is_ordered_as_a_stapled_booklet(tmp_path: Path) -> None:
    wanted = request(tmp_path, products=("leaflet",))
    page = "title: Blad\npages_of: [leaflet]\nfields: {title: {}}\nfront:\n  - stack: [title]\n"
    write(wanted.project, "kinds/blad.yaml", page)
    for place in range(4):
        text = f"kind: blad\ntitle: B{place}\n"
        write(wanted.project, f"cards/nl/{place}-blad-{place}.yaml", text)
    change(wanted.project, "cards/deck.yaml", "leeg, leeg", "leeg, blad-0, blad-1, blad-2, blad-3")
    (place,) = order(wanted).places
    mail = (place / "prijsaanvraag.txt").read_text()
    assert "4 bladzijden in leesvolgorde, als geniet boekje" in mail
    assert "twee nietjes in de rug" in mail and "niet gevouwen" not in mail
    ticket = (place / "ticket.xjdf").read_bytes()
    assert not mistakes(ticket)
    (one,) = ElementTree.fromstring(ticket).iter(f"{{{NAMESPACE}}}Product")
    (layout,) = one.iter(f"{{{NAMESPACE}}}LayoutIntent")
    assert one.get("ProductType") == "Booklet"
    assert (layout.get("Sides"), layout.get("Pages")) == ("TwoSidedHeadToHead", "4")
    (binding,) = one.iter(f"{{{NAMESPACE}}}BindingIntent")
    assert (binding.get("BindingType"), binding.get("BindingSide")) == ("SaddleStitch", "Left")


def test_ordered_sheets_are_printed_on_both_sides_of_the_board(tmp_path: Path) -> None:
    wanted = request(tmp_path, products=("sheets",), papers=("a4", "a3"))
    (place,) = order(wanted).places
    mail = (place / "prijsaanvraag.txt").read_text()
    assert "{" not in mail
    sheets = mail[mail.index("Kaarten op vellen A4 ·") :]
    assert "om en om voorkant en achterkant van 2 vellen" in sheets
    assert "Kleur: 4/4" in sheets and "Karton: 350 g/m²" in sheets
    assert "Oplage: 40 sets van 2 bladen" in sheets
    root = ElementTree.fromstring((place / "ticket.xjdf").read_bytes())
    said = {
        product.get("ID", "").rpartition("-")[2]: (layout.get("Sides"), layout.get("Pages"))
        for product in root.iter(f"{{{NAMESPACE}}}Product")
        for layout in product.iter(f"{{{NAMESPACE}}}LayoutIntent")
    }
    assert said == {"a4": ("TwoSidedHeadToHead", "4"), "a3": ("TwoSidedHeadToHead", "2")}


def test_every_product_has_a_name_in_every_language() -> None:
    for language in languages():
        words = words_in(language)
        assert [name for name in products() if "{" in words.get(name, "{")] == [], language


@pytest.mark.parametrize(("press", "white"), [("meinspiel", 3), ("longpack", 0)])
def test_white_cards_beyond_the_deck_are_counted_as_the_shop_does(
    tmp_path: Path, press: str, white: int
) -> None:
    """MeinSpiel has them as white pages of the file; of other shops nobody knows that."""
    plain = order(request(tmp_path / "plain", presses=(press,)))
    spared = order(request(tmp_path / "spared", presses=(press,), making=Making(spares=3)))
    assert not spared.warnings  # that pages are white, and alike, is meant
    without, others = (
        [pages_of(file) for file in sorted((one.places[0] / "files").iterdir())]
        for one in (plain, spared)
    )
    for before, after in zip(without, others, strict=True):
        assert len(after) == len(before) + white
        assert after[len(before) :] == [b""] * white
    mail = (spared.places[0] / "prijsaanvraag.txt").read_text()
    assert "Losse kaarten: 3 witte per spel, 120 in totaal" in mail
    assert ("achteraan in het bestand" in mail) == bool(white)
    assert ("staan niet in het bestand" in mail) == (not white)


def pages_of(file: Path) -> list[bytes]:
    """What each page paints."""
    with pikepdf.open(file) as document:
        return [page.Contents.read_bytes().strip() for page in document.pages]


@pytest.mark.parametrize(
    ("shape", "said"), [("a6", "; het boekje ligt erop"), ("poker", "; het boekje past niet bij")]
)
def test_where_the_leaflet_goes_is_said(tmp_path: Path, shape: str, said: str) -> None:
    wanted = request(tmp_path, products=("cards", "leaflet", "box"), formats=(shape,))
    page = "title: Blad\npages_of: [leaflet]\nfields: {title: {}}\nfront:\n  - stack: [title]\n"
    write(wanted.project, "kinds/blad.yaml", page)
    write(wanted.project, "cards/nl/0-blad-0.yaml", "kind: blad\ntitle: B\n")
    change(wanted.project, "cards/deck.yaml", "leeg, leeg", "leeg, blad-0")
    (place,) = order(wanted).places
    assert said in (place / "prijsaanvraag.txt").read_text()


def test_an_order_is_whole_or_none(tmp_path: Path) -> None:
    """A region with a mistake stops no build of the others; nobody would miss it in an order."""
    wanted = request(tmp_path, regions=("all",))
    write(wanted.project or Path(), "cards/regions/zuidkust.yaml", "name: Zuid: kust\n")
    with pytest.raises(ContentError):
        order(wanted)
    assert not (tmp_path / "out").exists()


def test_a_ticket_is_xml_whatever_a_title_or_a_name_holds(tmp_path: Path) -> None:
    odd = "\x1b[2J\x00\u202e\ufffe"
    report = order(request(tmp_path, reference=odd, contact=odd, delivery=odd))
    ticket = (report.places[0] / "ticket.xjdf").read_text(encoding="utf-8")
    assert "&lt;U+001B&gt;[2J&lt;U+0000&gt;&lt;U+202E&gt;&lt;U+FFFE&gt;" in ticket
    mail = (report.places[0] / "prijsaanvraag.txt").read_text(encoding="utf-8")
    assert "<U+001B>[2J" in mail and "\x1b" not in mail


def test_the_command_takes_all_that_it_offers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    folder, out = project(tmp_path), tmp_path / "out"
    wanted = ["order", str(folder), "--press", "longpack", "--copies", "5", "--region", "noordkust",
              "--backs", "shared", "--drafts", "--output", str(out)]  # fmt: skip
    assert run(wanted) == 0
    files = {path.name for path in (out / "order" / "longpack" / "files").iterdir()}
    assert files == {"klein-dek-noordkust-nl-a6-longpack-cards.pdf"}
    mail = (out / "order" / "longpack" / "prijsaanvraag.txt").read_text()
    assert "eerst alle voorkanten, dan één achterkant" in mail
