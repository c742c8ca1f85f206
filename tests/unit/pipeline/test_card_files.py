"""Files of cards as shops want them: order, sides apart, die lines."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.decks import A6
from tests.projects import tiny_project, write
from tests.unit.preflight.pdfs import PRESS

from samenspel import BuildReport, BuildRequest, UsageError, build_deck, preview_deck
from samenspel.model.frame import Frame
from samenspel.model.style import DieLine, Press
from samenspel.products.cards import PRODUCT, ordered
from samenspel.products.product import Pages, Piece, PrintFile

SHOP = """\
title: Mijn drukker
extends: coated
pages: separate
bleed: 2
die_line: {name: CutContour, radius: 6}
"""


def faces(count: int) -> list[Frame]:
    return [
        Frame(f"{card}-{side}", 63, 88, 3, 4, (), str(card), side)
        for card in range(count)
        for side in ("front", "back")
    ]


@given(st.integers(1, 30))
def test_orders_hold_every_face_once(cards: int) -> None:
    frames = faces(cards)
    assert ordered(frames, "front-back") == {"cards": frames}
    swapped = ordered(frames, "back-front")["cards"]
    assert [frame.side for frame in swapped] == ["back", "front"] * cards
    assert [frame.card for frame in swapped] == [frame.card for frame in frames]
    apart = ordered(frames, "separate")
    assert list(apart) == ["cards-fronts", "cards-backs"]
    assert [f.card for f in apart["cards-fronts"]] == [f.card for f in apart["cards-backs"]]
    assert {f.side for f in apart["cards-fronts"]} == {"front"}


def test_a_front_without_a_back_is_a_bug() -> None:
    with pytest.raises(ValueError, match="2 fronts and 1 backs"):
        ordered(faces(2)[:3], "separate")


def variants(press: Press) -> list[PrintFile]:
    piece = Piece(PRODUCT, A6)
    made = list(PRODUCT.files(piece, Pages(faces(1)), None, press))
    assert [file.name for file in made] == list(PRODUCT.file_names(piece, press))
    return made


def test_with_and_without_a_die_line() -> None:
    press = replace(PRESS, die_line=DieLine(radius=6))
    plain, lined = variants(press)
    assert (plain.name, plain.die_line) == ("cards.pdf", "")
    assert (lined.name, lined.die_line) == ("cards-dieline.pdf", "CutContour")
    assert plain.radius == lined.radius == 6  # the least that the shop can cut
    assert [len(frame.items) for frame in plain.frames] == [0, 0]
    assert [len(frame.items) for frame in lined.frames] == [1, 1]
    (only,) = variants(PRESS)
    assert (only.name, only.radius) == ("cards.pdf", 4)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., BuildReport]:
    folder = tiny_project(tmp_path / "deck")
    write(folder, "presets/presses/drukker.yaml", SHOP)

    def run(**wanted: object) -> BuildReport:
        wanted = {"products": ("cards",), **wanted}
        return build_deck(BuildRequest(project=folder, output=tmp_path / "out", **wanted))  # type: ignore[arg-type]

    return run


def names(report: BuildReport) -> list[str]:
    return [file.path.name for file in report.files]


def test_a_shop_that_wants_sides_apart_and_a_die_line(build: Callable[..., BuildReport]) -> None:
    report = build(press="drukker")
    assert names(report) == [
        "cards-fronts.pdf",
        "cards-fronts-dieline.pdf",
        "cards-backs.pdf",
        "cards-backs-dieline.pdf",
    ]
    assert {file.pages for file in report.files} == {4}
    assert {file.bleed for file in report.files} == {2}
    manifest = json.loads(report.manifests[0].read_text(encoding="utf-8"))
    assert manifest["press"]["page_order"] == "separate"
    cut = {"plate": "CutContour", "corner_radius_mm": 6}
    assert [entry.get("die_line") for entry in manifest["files"]] == [None, cut, None, cut]


def test_files_for_another_press_are_named_and_go_when_asked(
    build: Callable[..., BuildReport],
) -> None:
    first = build(press="drukker")
    folder = first.files[0].path.parent
    report = build()
    assert names(report) == ["cards.pdf"]
    outdated = [one for one in report.warnings if one.code == "file-outdated"]
    assert [Path(str(one.location)).name for one in outdated] == names(first)
    assert "drukker" in outdated[0].message and "--clean" in outdated[0].remedy
    assert {path.name for path in folder.iterdir()} == {
        "cards.pdf", "manifest.json", *names(first),
    }  # fmt: skip
    report = build(clean=True)
    assert [path.name for path in report.removed] == names(first)
    assert sorted(path.name for path in folder.iterdir()) == ["cards.pdf", "manifest.json"]


def test_what_is_asked_goes_before_what_the_press_says(build: Callable[..., BuildReport]) -> None:
    report = build(press="drukker", pages="back-front", die_lines=False, standard="PDF/X-3:2002")
    assert names(report) == ["cards.pdf"]
    assert [name.rpartition("-")[2] for name in report.files[0].page_names[:2]] == ["back", "front"]
    assert report.files[0].path.read_bytes().startswith(b"%PDF-1.3")
    manifest = json.loads(report.manifests[0].read_text(encoding="utf-8"))
    assert manifest["press"]["standard"] == manifest["files"][0]["standard"] == "PDF/X-3:2002"


@pytest.mark.parametrize("standard", ["PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002"])
@pytest.mark.parametrize("text", ["live", "outlined"])
def test_the_same_build_gives_the_same_bytes(
    build: Callable[..., BuildReport], standard: str, text: str
) -> None:
    wanted = {"standard": standard, "text": text, "products": ("cards", "sheets")}
    first = [file.sha256 for file in build(**wanted).files]
    assert [file.sha256 for file in build(**wanted).files] == first
    assert len(set(first)) == 3


def test_sheets_lie_right_whatever_the_order_of_pages(build: Callable[..., BuildReport]) -> None:
    """A sheet is made of fronts and backs as ever; only the file of cards is in another order."""
    plain, swapped = (
        build(pages=order, products=("cards", "sheets")) for order in (None, "back-front")
    )
    assert plain.files[0].sha256 != swapped.files[0].sha256
    assert [file.sha256 for file in plain.files[1:]] == [file.sha256 for file in swapped.files[1:]]


def test_a_profile_of_ones_own_stock(tmp_path: Path, build: Callable[..., BuildReport]) -> None:
    """An uncoated stock, say: a profile in assets/icc and a preset that names it."""
    shipped = Path(__file__).parents[3] / "assets/icc/FOGRA47L_uncoated.icc"
    icc = tmp_path / "deck/assets/icc/mijn-papier.icc"
    icc.parent.mkdir(parents=True, exist_ok=True)
    icc.write_bytes(shipped.read_bytes())
    write(
        tmp_path / "deck",
        "presets/presses/papier.yaml",
        "title: Mijn papier\nextends: coated\nprofile: mijn-papier.icc\n"
        "output_condition: Eigen papier\ncondition_info: Ongestreken papier\n",
    )
    (file,) = build(press="papier").files
    with pikepdf.open(io.BytesIO(file.path.read_bytes())) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "Eigen papier"
        assert intent.DestOutputProfile.read_bytes() == shipped.read_bytes()


def test_a_preview_shows_card_by_card_whatever_the_press_wants(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "deck")
    write(folder, "presets/presses/drukker.yaml", SHOP)
    request = BuildRequest(
        project=folder, output=tmp_path / "out", products=("cards",), press="drukker"
    )
    shown = sorted(path.name for path in preview_deck(request, dpi=36).pictures)
    assert [name[:2] for name in shown if name[:1] == "0"] == ["01", "01", "02", "02", "03", "03",
                                                              "04", "04"]  # fmt: skip


def test_the_built_in_deck_prints_on_uncoated_paper(tmp_path: Path) -> None:
    """Its contrasts are those of the stock that its colours were chosen for."""
    request = BuildRequest(output=tmp_path, press="uncoated", products=("poster",))
    (file,) = build_deck(request).files
    with pikepdf.open(file.path) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA47"


@pytest.mark.parametrize(
    ("wish", "near"),
    [
        ({"standard": "PDF/X-1a"}, "PDF/X-1a:2003"),
        ({"text": "outline"}, "outlined"),
        ({"pages": "seperate"}, "separate"),
    ],
)
def test_unknown_wishes(build: Callable[..., BuildReport], wish: dict[str, str], near: str) -> None:
    with pytest.raises(UsageError) as caught:
        build(**wish)
    (problem,) = caught.value.diagnostics
    assert problem.code == "press-wish-unknown" and near in problem.remedy
