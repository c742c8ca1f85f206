"""What preflight finds in a built file is reported with the card and the maker's own file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.decks import deck_of
from tests.projects import change, tiny_project, write

from samenspel import BuildRequest, PreflightError, build_deck
from samenspel.diagnostics import Location, Severity
from samenspel.model.finding import Finding
from samenspel.model.frame import Box, Frame, Placement, TextRun
from samenspel.model.paths import circle
from samenspel.model.sheet import SheetPlan, SheetSide, Slot
from samenspel.ours import MADE
from samenspel.pipeline.causes import Cause, Origin, cause
from samenspel.pipeline.rejecting import diagnostics
from samenspel.units import Point, Size

HAIRLINE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800">
<rect x="100" y="100" width="600" height="500" fill="#888"/>
<path d="M100 700 L700 650" stroke="#000" stroke-width="0.3" fill="none"/></svg>"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    deck = tiny_project(tmp_path / "deck")
    write(deck, "assets/cartoons/eigen.svg", HAIRLINE)
    card = "cards/nl/01-luister-eerst.yaml"
    change(deck, card, "kind: reminder", "kind: reminder\ncartoon: eigen")
    return deck


def files(folder: Path) -> list[str]:
    names = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(name for name in names if name != MADE)


@pytest.mark.parametrize("products", [("cards", "sheets"), ("sheets",)])
def test_a_drawing_is_named_with_the_card_that_uses_it(
    project: Path, tmp_path: Path, products: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    with pytest.raises(PreflightError) as caught:
        build_deck(BuildRequest(project=project, output=out, products=products))
    first, *others = caught.value.diagnostics
    assert first.code == "line-width"
    assert first.location == Location("assets/cartoons/eigen.svg")
    made = {"cards": "cards.pdf", "sheets": "sheets-a4.pdf"}[products[0]]
    assert first.key.startswith(f"basis/nl/a6/{made} page ")
    assert "luister-eerst front" in first.key
    assert "named in cards/nl/01-luister-eerst.yaml:2, cartoon" in first.message
    assert not others
    assert not files(out)


def test_rejected_files_are_kept_on_request_until_a_build_passes(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(PreflightError) as caught:
        build_deck(BuildRequest(project=project, output=out, keep_rejected=True))
    assert files(out) == ["basis/nl/a6/cards.rejected.pdf"]
    kept = caught.value.diagnostics[-1]
    assert (kept.code, kept.severity) == ("rejected-kept", Severity.INFO)
    write(project, "assets/cartoons/eigen.svg", HAIRLINE.replace('"0.3"', '"9"'))
    build_deck(BuildRequest(project=project, output=out))
    assert files(out) == ["basis/nl/a6/cards.pdf", "basis/nl/a6/manifest.json"]


class Edition:
    """As much of a edition as causes need."""

    art_places = {"a.svg": " (named in cards/nl/a.yaml:3, cartoon)"}  # noqa: RUF012

    class deck:  # noqa: N801
        @staticmethod
        def where(card: str, *_: str) -> Location:
            return Location(f"cards/nl/{card}.yaml", 1)


def found(x: float, y: float, page: int = 1) -> Finding:
    return Finding("line-width", Severity.ERROR, "thin", page, Point(x, y), extent=Size(2.0, 2.0))


@pytest.mark.parametrize(
    ("turned", "place", "what"),
    [
        (False, (120.0, 30.0), "assets/a.svg"),
        (False, (120.0, 120.0), "cards/nl/one.yaml"),
        (True, (178.0, 118.0), "assets/a.svg"),
        (True, (120.0, 30.0), "cards/nl/one.yaml"),
    ],
)
def test_a_place_on_a_sheet_is_a_place_on_its_card(
    turned: bool, place: tuple[float, float], what: str
) -> None:
    art = Placement("a.svg", Box(10, 10, 40, 40))
    card = Frame("one-front", 105, 148, 3, 4, (art,), "one", "front")
    slot = Slot(0, Box(100, 10, 105, 148), (3, 3, 0, 3), turned)
    plan = SheetPlan("a4", 297, 210, 2, 1, "long-edge", (SheetSide(1, "front", (slot,)),), (), ())
    sheet = Frame("sheet-1", 297, 210, 0, 0, (), "sheet-1", "front")
    found_cause = cause(Edition(), Origin([sheet], plan, [card]), found(*place))  # type: ignore[arg-type]
    assert isinstance(found_cause, Cause)
    assert found_cause.page == "one front on sheet-1 front"
    assert found_cause.where is not None
    assert found_cause.where.file == what


def test_what_concerns_the_file_has_no_card() -> None:
    assert cause(Edition(), Origin([]), found(1, 1, 0)) is None  # type: ignore[arg-type]


def run(text: str, *source: str | int) -> TextRun:
    return TextRun("text", 10, 20, 40, 30, text, (), source=source)


def test_a_text_is_led_back_to_the_line_and_key_of_its_field() -> None:
    sources = {
        ("proces", "core"): Location("cards/nl/proces.yaml", 4),
        ("@region", "contact"): Location("cards/regions/stad.yaml", 9),
    }
    deck = replace(deck_of(), sources=sources)
    edition = SimpleNamespace(deck=deck, art_places={})
    items = (run("Een route met ijkpunten", "proces", "core"),)
    frame = Frame("model-back", 105, 148, 3, 4, items, "model", "back")
    found_cause = cause(edition, Origin([frame]), found(25, 38))  # type: ignore[arg-type]
    assert found_cause is not None
    assert (found_cause.where, found_cause.key) == (Location("cards/nl/proces.yaml", 4), "core")
    assert found_cause.what == "“Een route met ijkpunten”"
    contact = replace(frame, items=(run("post@stad.nl", "@region", "contact", "address"),))
    found_cause = cause(edition, Origin([contact]), found(25, 38))  # type: ignore[arg-type]
    assert found_cause is not None
    assert (found_cause.where, found_cause.key) == (
        Location("cards/regions/stad.yaml", 9),
        "contact.address",
    )


def test_what_is_wrong_with_a_text_names_its_line_key_and_page() -> None:
    deck = replace(deck_of(), sources={("proef", "core"): Location("cards/nl/proef.yaml", 4)})
    edition = SimpleNamespace(deck=deck, art_places={})
    items = (run("Een zin", "proef", "core"),)
    frame = Frame("proef-front", 105, 148, 3, 4, items, "proef", "front")
    twice = [found(25, 38), replace(found(26, 38), message="thin by 2")]
    (one,) = diagnostics(edition, "cards.pdf", Origin([frame]), twice)  # type: ignore[arg-type]
    assert (one.location, one.key) == (Location("cards/nl/proef.yaml", 4), "core")
    assert one.message.startswith("thin (“Een zin”), in cards.pdf page 1 (proef front) at 25.0")
    assert one.message.endswith("and 1 more place")


def test_mistakes_of_the_whole_file_are_not_put_together() -> None:
    whole = [Finding("metadata", Severity.ERROR, what, 0) for what in ("no title", "no date")]
    edition = SimpleNamespace(deck=deck_of(), art_places={})
    rejections = diagnostics(edition, "cards.pdf", Origin([]), whole)  # type: ignore[arg-type]
    assert [one.message for one in rejections] == ["no title", "no date"]


@pytest.mark.parametrize(("beside", "key"), [(0.5, "core"), (0.7, "")])
def test_a_place_just_beside_a_text_is_still_that_text(beside: float, key: str) -> None:
    edition = SimpleNamespace(deck=deck_of(), art_places={})
    items = (run("Een zin", "proef", "core"),)
    frame = Frame("proef-front", 105, 148, 3, 4, items, "proef", "front")
    at = Finding("line-width", Severity.ERROR, "thin", 1, Point(50 + beside, 39.0))
    found_cause = cause(edition, Origin([frame]), at)  # type: ignore[arg-type]
    assert found_cause is not None and found_cause.key == key


def test_the_corner_of_a_round_picture_and_an_empty_canvas_are_not_the_picture() -> None:
    edition = SimpleNamespace(deck=deck_of(), art_places={})
    text = run("Een zin", "proef", "core")
    round_ = Placement("a.svg", Box(20, 30, 40, 40), clip=circle(40, 50, 20))
    canvas = Placement("b.svg", Box(0, 0, 105, 148), seen=Box(0, 100, 105, 48))
    frame = Frame("proef-front", 105, 148, 3, 4, (text, round_, canvas), "proef", "front")
    found_cause = cause(edition, Origin([frame]), found(21, 36))  # type: ignore[arg-type]
    assert found_cause is not None and found_cause.key == "core"
    found_cause = cause(edition, Origin([frame]), found(40, 50))  # type: ignore[arg-type]
    assert found_cause is not None and found_cause.where == Location("assets/a.svg")


def test_a_small_line_above_a_large_title_is_itself() -> None:
    """The room over the title's letters reaches into that line, whichever is drawn last."""
    small = run("Hier praten we over", "proef", "line")
    title = replace(run("Ambitie", "proef", "title"), size=44, y=50)
    edition = SimpleNamespace(deck=deck_of(), art_places={})
    for items in ((small, title), (title, small)):
        frame = Frame("proef-front", 105, 148, 3, 4, items, "proef", "front")
        for at, key in ((found(25, 38), "line"), (found(25, 45), "title")):
            found_cause = cause(edition, Origin([frame]), at)  # type: ignore[arg-type]
            assert found_cause is not None and found_cause.key == key
