"""What a shop would ask back, had its ticket not said it: on which paper, printed or plain, what
counts as a page.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.projects import change, tiny_project, write

from samenspel.ordering import OrderRequest, order
from samenspel.ordering.xjdf import NAMESPACE, mistakes

NAMED = f"{{{NAMESPACE}}}"
PAGE = "title: Blad\npages_of: [leaflet, plans]\nfields: {title: {}}\nfront:\n  - stack: [title]\n"


def request(folder: Path, **wanted: object) -> OrderRequest:
    given = {"regions": ("noordkust",), "copies": 40, **wanted}
    return OrderRequest(folder / "out", tiny_project(folder / "dek"), **given)  # type: ignore[arg-type]


def with_pages(project: Path | None) -> None:
    """A leaflet of four pages, which are session plans too."""
    write(project, "kinds/blad.yaml", PAGE)
    for place in range(4):
        write(project, f"cards/nl/{place}-blad-{place}.yaml", f"kind: blad\ntitle: B{place}\n")
    change(project, "cards/deck.yaml", "leeg, leeg", "leeg, blad-0, blad-1, blad-2, blad-3")


def test_a_shop_gets_the_cards_on_sheets_of_one_paper(tmp_path: Path) -> None:
    """On two, it would print and charge each deck twice."""
    (place,) = order(request(tmp_path, products=("sheets",))).places
    assert [path.stem.rpartition("-")[2] for path in sorted((place / "files").iterdir())] == ["a3"]
    mail = (place / "prijsaanvraag.txt").read_text()
    assert "Kaarten op vellen A3 ·" in mail and "vellen A4" not in mail


@pytest.mark.parametrize(
    ("products_", "told"),
    [(("cards",), "; onbedrukt"),
     (("cards", "box"), "; bedrukt, uit klein-dek-noordkust-nl-a6-coated-box.pdf")],
)  # fmt: skip
def test_a_shop_reads_whether_the_box_is_printed(
    tmp_path: Path, products_: tuple[str, ...], told: str
) -> None:
    """A box without a file is a plain one, and not a file that was forgotten."""
    (place,) = order(request(tmp_path, products=products_)).places
    cards, *_ = (place / "prijsaanvraag.txt").read_text().split("\n\nDoos")
    (said,) = [line for line in cards.splitlines() if line.startswith("- Doos:")]
    assert said.endswith(told)
    root = ElementTree.fromstring((place / "ticket.xjdf").read_bytes())
    (deck,) = (one for one in root.iter(f"{NAMED}Product") if one.get("ProductTypeDetails"))
    assert [one.text for one in deck.findall(f"{NAMED}Comment")] == [said.removeprefix("- ")]


@pytest.mark.parametrize(
    ("press", "said", "coating"),
    [("coated", "170 g/m², mat gestreken;", "Matte"),
     ("uncoated", "170 g/m², ongestreken;", "None")],
)  # fmt: skip
def test_paper_is_what_the_profile_is_for(
    tmp_path: Path, press: str, said: str, coating: str
) -> None:
    """A profile for uncoated paper with coated paper beside it has a shop ask which is meant."""
    wanted = request(tmp_path, presses=(press,), products=("leaflet", "kit"))
    with_pages(wanted.project)
    (place,) = order(wanted).places
    mail = (place / "prijsaanvraag.txt").read_text()
    assert said in mail
    plans = next(line for line in mail.splitlines() if "Papier: 120 g/m², ongestreken" in line)
    assert ("het profiel is voor gestreken papier" in plans) == (press == "coated")
    root = ElementTree.fromstring((place / "ticket.xjdf").read_bytes())
    products = root.iter(f"{NAMED}Product")
    (leaflet,) = (one for one in products if one.get("ProductType") == "Booklet")
    assert [one.get("Coating") for one in leaflet.iter(f"{NAMED}MediaIntent")] == [coating]


def test_pages_are_printed_once_however_many_files_hold_them(tmp_path: Path) -> None:
    (place,) = order(request(tmp_path, presses=("onlineprinters",))).places
    ticket = (place / "ticket.xjdf").read_bytes()
    inputs = [one for one in ElementTree.fromstring(ticket) if one.get("Usage") == "Input"]
    pages = [run.get("NPage") for one in inputs for run in one.iter(f"{NAMED}FileSpec")]
    assert pages == ["8"]  # the die line's file holds the same eight
    alone, asked = b'<ResourceSet Name="RunList"', b'<ResourceSet Name="RunList" Usage="Input"'
    both = ticket.replace(alone + b">", asked + b">")
    assert any("with 16 pages to print" in one for one in mistakes(both))
