"""An order's papers as a stranger reads them: what they say is what poppler sees in the files."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest
from PIL import Image
from tests.press.order_reading import complaints, jobs, words
from tests.press.walking import walk
from tests.projects import REGION, change, tiny_project, write
from tests.tools import require_tool

from samenspel import BuildRequest, build_deck
from samenspel.errors import ContentError
from samenspel.ordering import OrderRequest, order
from samenspel.ordering.approvals import read_approvals
from samenspel.preflight import inspect
from samenspel.preflight.profiles import PROFILES

PAGE = "title: Bladzij\npages_of: [leaflet]\nfields: {title: {}}\nfront:\n  - stack: [title]\n"

PRESSES = ("coated", "uncoated", "meinspiel", "onlineprinters", "drivethrucards", "longpack",
           "mbprint", "puzzlefactory")  # fmt: skip
REGIONS = ("noordkust", "zuidkust", "oostkust")


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The folders of eight shops for three regions: made in one go, because all that shops have in
    common is then made once."""
    folder = tmp_path_factory.mktemp("orders")
    project = tiny_project(folder / "dek")
    for name in REGIONS[1:]:
        said = REGION.replace("Noordkust", name.capitalize())
        write(project, f"cards/regions/{name}.yaml", said)
    request = OrderRequest(
        folder / "out", project, PRESSES, REGIONS, copies=40, words="en",
        products=("cards", "box"), cache=folder / "store",
    )  # fmt: skip
    return order(request).places


def test_a_shop_that_has_the_folder_alone_has_nothing_to_ask(orders: tuple[Path, ...]) -> None:
    assert [place.name for place in orders] == [*PRESSES]
    for place in orders:
        assert complaints(place) == [], place.name
        assert len(jobs(place)) == 1 + 2 * len(REGIONS)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("price-request.txt", b"Colour: ", b"Kleur: ", "the mail does not say Colour"),
        ("ticket.xjdf", b'DropItem Amount="40"', b'DropItem Amount="41"', "xjdf: P-1"),
        ("SHA256SUMS", b"  files/", b"  file/", "the checksum of files/"),
    ],
)
def test_a_shop_sees_what_is_wrong(
    orders: tuple[Path, ...], tmp_path: Path, file: str, old: bytes, new: bytes, told: str
) -> None:
    wrong = shutil.copytree(orders[0], tmp_path / "order")
    data = (wrong / file).read_bytes()
    assert old in data
    (wrong / file).write_bytes(data.replace(old, new))
    assert any(told in one for one in complaints(wrong))


def test_another_file_under_the_same_name_is_seen(
    orders: tuple[Path, ...], tmp_path: Path
) -> None:
    wrong = shutil.copytree(orders[0], tmp_path / "order")
    (cards,) = (wrong / "files").glob("*noordkust*cards.pdf")
    with pikepdf.open(cards, allow_overwriting_input=True) as document:
        del document.pages[-1]
        document.pages[0].trimbox = pikepdf.Array([-5, 0, 95, 100])
        document.save()
    said = complaints(wrong)
    for told in ("and not 7", "and not (35.28, 35.28)", "boxes of page 1", "the checksum of"):
        assert any(told in one for one in said), told


def test_a_box_is_shown_as_it_stands_on_the_table(orders: tuple[Path, ...]) -> None:
    """With its art: the picture has the region's ground, and no line of the die maker's."""
    (coated, *_) = orders
    assert words(coated / "proof.pdf").count(": the box as it") == len(REGIONS)
    pictures = sorted(coated.glob("*.png"))
    assert [path.name for path in pictures] == [
        f"box-{region}-nl-a6.png" for region in sorted(REGIONS)
    ]
    with Image.open(pictures[0]) as picture:
        counts = picture.getcolors(1 << 24) or []
    colours = {colour for _, colour in counts}
    _, most = max((count, colour) for count, colour in counts if colour != (255, 255, 255))
    assert max(most) - min(most) > 20  # a colour, and no grey
    for line in ((236, 0, 140), (0, 174, 239)):  # solid magenta and cyan
        assert line not in colours


def test_papers_are_tagged_and_faces_are_pictures_with_their_captions(
    orders: tuple[Path, ...],
) -> None:
    place = next(one for one in orders if one.name == "coated")
    for name in ("ticket.pdf", "proof.pdf"):
        path = place / name
        assert pdfua.validate(str(path)).findings == ()
        found = outloud.check(str(path)).findings
        assert [one for one in found if one.severity == "error"] == []
        assert inspect(path.read_bytes(), PROFILES["pdfua"].expected) == []
        assert {one.language for one in walk(path)} == {"en"}
    ticket = walk(place / "ticket.pdf")
    assert (ticket[0].kind, ticket[0].text) == ("H1", "Job ticket")
    said = [one.text for one in ticket]
    assert said[said.index("Quantity") + 1].startswith("Cards · Regio Noordkust")
    assert sum(one.kind == "H2" for one in ticket) == 2 * len(REGIONS)
    faces = [one for one in walk(place / "proof.pdf") if one.kind == "Figure"]
    assert len(faces) == len(REGIONS) * (1 + 8 + 1)
    assert any(one.text.startswith("3 · Luister eerst, front · Noordkust nl") for one in faces)


def test_papers_for_an_older_standard_have_no_tags(orders: tuple[Path, ...]) -> None:
    place = next(one for one in orders if one.name == "drivethrucards")
    with pikepdf.open(place / "ticket.pdf") as document:
        assert "/StructTreeRoot" not in document.Root
        assert b"BDC" not in document.pages[0].Contents.read_bytes()


def test_what_goes_with_every_format_is_ordered_once(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "dek")
    write(project, "kinds/bladzij.yaml", PAGE)
    for number in range(4):
        write(project, f"cards/nl/blad-{number}.yaml", f"kind: bladzij\ntitle: Blad {number}\n")
    change(project, "cards/deck.yaml", "leeg, leeg", "leeg, leeg, blad-0, blad-1, blad-2, blad-3")
    request = OrderRequest(
        tmp_path / "out", project, ("coated",), ("noordkust",), copies=40, words="en",
        products=("cards", "leaflet"), formats=("a6", "poker"),
    )  # fmt: skip
    (place,) = order(request).places
    assert complaints(place) == []
    told = sorted(job.split(" · ")[0].strip() for job in jobs(place)[1:])
    assert told == ["Cards", "Cards", "Leaflet"]
    names = {path.name for path in (place / "files").iterdir() if "leaflet" in path.name}
    assert names == {f"klein-dek-noordkust-nl-a6-coated-leaflet{end}.pdf" for end in ("", "-a4")}


@pytest.mark.parametrize(
    ("code", "said", "told"),
    [("{code}", "Jo de Wit, 2026-03-01: edition", 0), ("1.0-oud", "by nobody yet; sign on", 1)],
)
def test_an_order_says_who_approved_its_edition(
    tmp_path: Path, code: str, said: str, told: int
) -> None:
    project = tiny_project(tmp_path / "dek")
    report = build_deck(BuildRequest(tmp_path / "built", project, ("noordkust",)))
    code = code.format(code=report.files[0].edition_code)
    table = tmp_path / "goedgekeurd.csv"
    table.write_text(f"uitgave,naam,datum\n{code},Jo de Wit,2026-03-01\n")
    request = OrderRequest(
        tmp_path / "out", project, ("coated",), ("noordkust",), copies=40, words="en",
        approvals=table,
    )  # fmt: skip
    made = order(request)
    for paper in ("ticket.pdf", "proof.pdf"):
        assert said in words(made.places[0] / paper)
    assert [one.code for one in made.warnings] == ["order-approval"] * told


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("uitgave,naam\nx,Jo\n", 'no column "date"'),
        ("uitgave,naam,datum\nx,Jo,1 maart\n", "needs an edition, a name and a day"),
        ("uitgave,naam,datum\n,Jo,2026-03-01\n", "needs an edition, a name and a day"),
    ],
)
def test_a_table_of_approvals_that_says_too_little(tmp_path: Path, table: str, told: str) -> None:
    path = tmp_path / "goedgekeurd.csv"
    path.write_text(table)
    with pytest.raises(ContentError) as caught:
        read_approvals(path)
    assert told in caught.value.diagnostics[0].message


def test_a_proof_shows_every_page_at_its_true_size(tmp_path: Path) -> None:
    request = OrderRequest(
        tmp_path / "out", tiny_project(tmp_path / "dek"), ("coated",), ("noordkust",), copies=1
    )
    (place,) = order(request).places
    require_tool("qpdf")
    subprocess.run(["qpdf", "--check", str(place / "drukproef.pdf")], check=True)
    said = words(place / "drukproef.pdf")
    assert "Handtekening" in said
    numbers = [int(number) for number in re.findall(r"(\d+) · [^·\n]+, (?:voor|achter)kant", said)]
    assert sorted(numbers) == list(range(1, 9))
