"""Overrides whose base has changed: reported with both texts, until they are accepted."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.projects import ROOT, change, opened, tiny_project

from samenspel.diagnostics import Severity
from samenspel.loading import open_project
from samenspel.upkeep import accepted_overrides, stale_overrides
from samenspel.upkeep.history import change_files
from samenspel.upkeep.overrides import RECORDS, read_record, record_text

CARD = "cards/nl/01-luister-eerst.yaml"
REGION = "cards/regions/noordkust.yaml"


def accept(folder: Path, *, only_new: bool = False) -> list[Path]:
    files = accepted_overrides(opened(folder), "noordkust", only_new=only_new)
    return change_files(folder, "accept", files)


def stale(folder: Path) -> list[tuple[str, str, str]]:
    found = stale_overrides(opened(folder), "noordkust")
    return [(p.code, str(p.location), p.key) for p in found]


def test_a_changed_base_is_reported_with_both_texts_until_it_is_accepted(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    (warning,) = stale_overrides(opened(folder), "noordkust")
    assert (warning.code, warning.severity) == ("override-unrecorded", Severity.INFO)
    assert str(warning.location) == REGION and warning.message.startswith("2 texts stand")
    (path,) = accept(folder)
    assert path == folder / RECORDS / "noordkust.yaml" and stale(folder) == []
    assert accept(folder) == []
    change(folder, CARD, "Wat hoor jij?", "Wat hoor jij niet?")  # which the region leaves alone
    assert stale(folder) == []
    change(folder, CARD, "Wat horen wij?", "Wat horen wij hier?")
    (warning,) = stale_overrides(opened(folder), "noordkust")
    assert (warning.code, warning.severity) == ("override-outdated", Severity.WARNING)
    assert str(warning.location) == f"{REGION}:20"
    assert warning.key == "cards.change.luister-eerst.questions.2"
    assert "“Wat horen wij?”" in warning.message and "“Wat horen wij hier?”" in warning.message
    assert f"{CARD}:11" in warning.message
    accept(folder)
    assert stale(folder) == []


def test_layout_and_line_breaks_of_the_base_are_no_change(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    change(folder, REGION, "      questions:", "      text: Onze eigen tekst.\n      questions:")
    accept(folder)
    change(folder, CARD, "De eerste regel staat hier\n  en", "De eerste regel\n  staat hier en")
    assert stale(folder) == []


def test_only_new_ones_may_be_recorded(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    accept(folder)
    change(folder, CARD, "Wat horen wij?", "Wat horen wij hier?")
    change(folder, REGION, "        2:", "        1: Wat hoor ik?\n        2:")
    accept(folder, only_new=True)
    assert [key for _, _, key in stale(folder)] == ["cards.change.luister-eerst.questions.2"]
    change(folder, CARD, "Wat hoor jij?", "Wat hoor jij toch?")
    assert len(stale(folder)) == 2


def test_an_override_of_a_layer_is_measured_against_what_lies_below_it(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    (folder / "cards/regions/netwerk.yaml").write_text(
        "abstract: true\ncards: {change: {luister-eerst: {questions: {2: Van het netwerk?}}}}\n",
        encoding="utf-8",
    )
    change(folder, REGION, "name: Regio", "extends: netwerk\nname: Regio")
    assert len(accept(folder)) == 2
    change(folder, "cards/regions/netwerk.yaml", "Van het netwerk?", "Van het nieuwe netwerk?")
    (warning,) = stale_overrides(opened(folder), "noordkust")
    assert "“Van het netwerk?”" in warning.message and str(warning.location).startswith(REGION)
    change(folder, CARD, "Wat horen wij?", "Wat horen wij hier?")
    assert [place.split(":")[0] for _, place, _ in stale(folder)] == [
        "cards/regions/netwerk.yaml", REGION,
    ]  # fmt: skip


def test_an_override_that_is_gone_leaves_no_record(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    accept(folder)
    text = (folder / REGION).read_text(encoding="utf-8")
    (folder / REGION).write_text(text.split("cover:")[0], encoding="utf-8")
    accept(folder)
    assert not (folder / RECORDS / "noordkust.yaml").exists()


def test_the_built_in_regions_are_up_to_date() -> None:
    project = open_project(ROOT, ROOT)
    for region in project.regions:
        assert stale_overrides(project, region) == ()
        record = read_record(ROOT, region)
        assert bool(record) == (region != "basis")


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))


@given(texts.map(lambda text: text.strip("\ufeff\ufffe\uffff ")).filter(bool))
def test_a_record_is_read_as_it_was_written(text: str) -> None:
    from samenspel.yaml.text import parse

    record = {"nl": {"kaart.core": {"fingerprint": "12345678", "text": text}}}
    node = parse(record_text(record), "record", [])
    found = node and node.get("nl", "kaart.core", "text")
    assert found and found.text == text.strip()
