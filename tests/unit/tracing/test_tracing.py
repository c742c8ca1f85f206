"""From a card back to its build, and from an earlier build to what has to be printed again."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects import change, tiny_project, write

from samenspel import BuildRequest, ContentError, FileAccessError, UsageError, build_deck
from samenspel.cli.main import run
from samenspel.model.edition_code import ALPHABET, card_code, read_card_code
from samenspel.model.ordering import Making
from samenspel.tracing import ReprintRequest, identify, reprint
from samenspel.tracing.manifests import read_manifest
from samenspel.tracing.swapping import languages, list_name

REGION = ("noordkust",)


@given(st.binary(min_size=8, max_size=8), st.integers(0, 6), st.sampled_from(ALPHABET))
def test_a_code_with_a_slip_is_never_taken_for_another(
    digest: bytes, place: int, other: str
) -> None:
    code = card_code(digest)
    assert read_card_code(f" {code.lower()} ".replace("-", "")) == code
    plain = code.replace("-", "")
    wrong = plain[:place] + other + plain[place + 1 :]
    assert (read_card_code(wrong) == "") == (wrong != plain)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of a deck, and the folder that it was built in."""
    folder = tmp_path_factory.mktemp("printed")
    project = tiny_project(folder / "deck")
    build_deck(BuildRequest(folder / "out", project, REGION, products=("cards",)))
    return project, folder / "out"


def manifest(out: Path) -> Path:
    return out / "noordkust" / "nl" / "a6" / "manifest.json"


def test_the_code_on_a_card_leads_to_its_build(printed: tuple[Path, Path]) -> None:
    _, out = printed
    (made,) = read_manifest(manifest(out))
    codes = {face.card: face.code for face in made.faces}
    assert len(set(codes.values())) == len(codes)
    with pikepdf.open(made.path) as pdf:
        assert len(pdf.pages) == len(made.faces)
    for card, code in codes.items():
        (found,) = identify(code.lower(), [out])
        assert (found.card, found.made.region, found.made.language) == (card, "noordkust", "nl")
        assert found.made.edition_code == made.edition_code
    (edition,) = identify(made.edition_code, [out])
    assert edition.card == ""


def test_codes_that_no_build_has_and_codes_with_a_slip(printed: tuple[Path, Path]) -> None:
    _, out = printed
    with pytest.raises(UsageError, match="card-code-unknown"):
        identify(card_code(b"nowhere!"), [out])
    with pytest.raises(UsageError, match="card-code-slip") as caught:
        identify("7QK-3M9", [out])
    example = caught.value.diagnostics[0].remedy.rpartition(" ")[2]
    assert read_card_code(example) == example  # whoever tries it has no slip


def test_a_card_that_changed_is_made_again_and_no_other(
    printed: tuple[Path, Path], tmp_path: Path
) -> None:
    project, out = printed
    request = ReprintRequest(manifest(out), tmp_path / "again", project, papers=("a4",))
    assert reprint(request).swaps == ()
    text = (project / "cards/nl/01-luister-eerst.yaml").read_text()
    try:
        change(project, "cards/nl/01-luister-eerst.yaml", "title: ", "title: Nog ")
        made = reprint(request)
    finally:
        (project / "cards/nl/01-luister-eerst.yaml").write_text(text)
    (swap,) = made.swaps
    assert (swap.id, bool(swap.old), swap.old != swap.new) == ("luister-eerst", True, True)
    assert made.report is not None
    assert [file.path.name for file in made.report.files] == [
        "card-luister-eerst.pdf", "sheets-a4-chosen.pdf",
    ]  # fmt: skip
    assert made.list is not None
    assert f"{swap.old} -> {swap.new}" in made.list.read_text()


def test_a_code_stays_when_only_the_edition_changes(
    printed: tuple[Path, Path], tmp_path: Path
) -> None:
    _, out = printed
    project = tiny_project(tmp_path / "deck")
    change(project, "cards/deck.yaml", 'edition: "', 'edition: "9')
    request = ReprintRequest(manifest(out), tmp_path / "again", project, products=("cards",))
    titles = {one.id for one in reprint(request).swaps}
    assert titles == {"titel"}  # which names the edition


PAGE = "title: Blad\npages_of: [leaflet]\nfields: {title: {}}\nfront:\n  - stack: [title]\n"


def test_what_goes_with_the_cards_is_known_and_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    project, out = tiny_project(tmp_path / "deck"), tmp_path / "out"
    write(project, "kinds/blad.yaml", PAGE)
    for place in range(4):
        write(project, f"cards/nl/{place}-blad-{place}.yaml", f"kind: blad\ntitle: B{place}\n")
    change(project, "cards/deck.yaml", "leeg, leeg", "leeg, blad-0, blad-1, blad-2, blad-3")
    kinds = ("cards", "sheets", "leaflet")
    wanted = BuildRequest(out, project, REGION, products=kinds, papers=("a4",))
    build_deck(wanted)
    made = {one.path.name: one for one in read_manifest(manifest(out))}
    assert {name: len(one.looks or one.faces) for name, one in made.items()} == {
        "cards.pdf": 6, "sheets-a4.pdf": 4, "leaflet.pdf": 4, "leaflet-a4.pdf": 2,
    }  # fmt: skip
    assert len(made["leaflet.pdf"].looks) == 4 and not made["leaflet.pdf"].faces
    found = identify(made["leaflet.pdf"].edition_code, [out])
    assert {one.made.path.name for one in found} == {"leaflet.pdf", "leaflet-a4.pdf"}
    request = ReprintRequest(manifest(out), tmp_path / "again", project)
    same = reprint(request)
    assert (same.swaps, same.pages, same.list) == ((), (), None)
    change(project, "cards/nl/2-blad-2.yaml", "B2", "Bis")
    changed = reprint(request)
    assert changed.swaps == () and changed.report is None
    assert [(one.file, one.pages) for one in changed.pages] == [
        ("leaflet.pdf", (3,)), ("leaflet-a4.pdf", (2,)),
    ]  # fmt: skip
    assert changed.list is not None and "[ ] leaflet.pdf: 3" in changed.list.read_text()
    again = ["reprint", str(project), "--since", str(manifest(out)), "-o", str(tmp_path / "cli")]
    assert run(again) == 0
    assert "no longer as printed: leaflet.pdf, page 3" in capsys.readouterr().out


def test_boxes_posters_and_tiles_are_compared_as_they_were_made(tmp_path: Path) -> None:
    """In the size, on the board and of the parts that were printed, and not in the usual ones."""
    build_deck(BuildRequest(
        tmp_path, None, languages=("nl",), products=("cards", "box", "poster", "tiles"),
        making=Making(box="two-piece", grammage=400), sizes=("a4", "a3"), papers=("a3",),
        orientations=("portrait",),
    ))  # fmt: skip
    place = tmp_path / "basis" / "nl" / "a6" / "manifest.json"
    request = ReprintRequest(place, tmp_path / "again")
    assert reprint(request).pages == ()
    data = json.loads(place.read_text())
    beside = [one for one in data["files"] if "looks" in one]
    assert {one["name"] for one in beside} == {
        "box-tray.pdf", "box-lid.pdf", "poster-a4-portrait.pdf", "poster-a3-portrait.pdf",
        "poster-a4-portrait-tiles-a3.pdf", "poster-a3-portrait-tiles-a3.pdf",
    }  # fmt: skip
    for one in beside:
        one["looks"][-1]["sha256"] = "0" * 64
    place.write_text(json.dumps(data))
    changed = {one.file: one.pages for one in reprint(request).pages}
    assert changed == {one["name"]: (len(one["looks"]),) for one in beside}
    data["files"][1]["making"] = {"grammage": "heavy"}
    place.write_text(json.dumps(data))
    with pytest.raises(ContentError, match="manifest-wrong"):
        reprint(request)


def test_manifests_that_serve_for_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="manifest-unreadable"):
        read_manifest(tmp_path / "manifest.json")
    path = tmp_path / "manifest.json"
    path.write_text("[1]")
    with pytest.raises(ContentError, match="manifest-wrong"):
        read_manifest(path)
    path.write_text(json.dumps({"files": []}))
    with pytest.raises(UsageError, match="manifest-without-faces"):
        reprint(ReprintRequest(path, tmp_path / "out"))


def test_the_commands(
    printed: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    project, out = printed
    (made,) = read_manifest(manifest(out))
    assert run(["identify", made.faces[0].code, "--in", str(out)]) == 0
    assert made.edition_code in capsys.readouterr().out
    again = ["reprint", str(project), "--since", str(manifest(out)), "-o", str(tmp_path)]
    assert run(again) == 0
    assert "nothing to make" in capsys.readouterr().out


def test_every_language_calls_its_list_by_a_name_of_its_own() -> None:
    assert len({list_name(name) for name in languages()}) == len(languages()) == 4
