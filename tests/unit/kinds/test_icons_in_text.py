"""Small drawings in a line of text: ``<munt>`` becomes a drawing that stands among the letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import DECK, write
from tests.unit.kinds.test_pages import frames_of

from samenspel.checking import check_deck
from samenspel.errors import ContentError
from samenspel.layout.icons import FIRST, HEIGHT, with_icons
from samenspel.layout.wording import Wording
from samenspel.model.frame import Frame, Placement, TextRun
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.units import MM_PER_POINT

KIND = """\
title: Ruil
fields:
  title: {}
  kleur: {set: kleuren}
  text: {}
icons:
  munt: vormen/munt.svg
front:
  - ground: paper
  - stack: [title, text, {say: "Kost <munt> <munt>"}]
back:
  - ground: paper
  - band: {title: "{{ title }}", label: "voor <rood>", ink: navy}
"""
SET = """\
title: Kleuren
choices:
  rood: {name: Rood, small: vormen/rood.svg}
  blauw: {name: Blauw, small: vormen/rood.svg}
"""
COIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 10"><path d="M1 1H9V9H1Z"/></svg>'
)
TEXT = "Geef <munt> aan wie **twee <rood> heeft**, en neem <schelp> terug."


def folder_of(tmp_path: Path, text: str = TEXT, kind: str = KIND) -> Path:
    write(tmp_path, "kinds/ruil.yaml", kind)
    write(tmp_path, "sets/kleuren.yaml", SET)
    card = f"kind: ruil\ntitle: Ruil\nkleur: rood\ntext: {text}\n"
    write(tmp_path, "cards/nl/01-ruil.yaml", card)
    write(tmp_path, "cards/deck.yaml", DECK.replace("[titel, luister-eerst, leeg, leeg]", "[ruil]"))
    write(tmp_path, "assets/vormen/munt.svg", COIN.format(wide=20))
    write(tmp_path, "assets/vormen/rood.svg", COIN.format(wide=10))
    return tmp_path


def icons(frame: Frame) -> list[Placement]:
    return [one for one in frame.items if isinstance(one, Placement) and one.role == "icon"]


def runs(frame: Frame, *field: str) -> list[TextRun]:
    return [one for one in frame.items if isinstance(one, TextRun) and one.source[1:2] == field]


def test_a_drawing_stands_where_its_name_is_written(tmp_path: Path) -> None:
    front, back = frames_of(folder_of(tmp_path))
    drawn = [(one.art, one.source[1:2]) for one in icons(front)]
    assert drawn == [
        ("vormen/munt.svg", ("text",)), ("vormen/rood.svg", ("text",)),
        ("vormen/munt.svg", ("ruil",)), ("vormen/munt.svg", ("ruil",)),
    ]  # fmt: skip
    words = "".join(run.text for run in runs(front, "text"))
    assert words.replace(" ", "") == "Geefaanwietweeheeft,enneem<schelp>terug."
    assert [one.art for one in icons(back)] == ["vormen/rood.svg"]  # in furniture too


def test_it_takes_its_own_room_in_the_line_and_keeps_its_shape(tmp_path: Path) -> None:
    front = frames_of(folder_of(tmp_path))[0]
    first, second = icons(front)[:2]
    run = next(one for one in runs(front, "text") if one.text.startswith("Geef"))
    em = run.size * MM_PER_POINT
    assert first.box.height == pytest.approx(HEIGHT * em)
    assert first.box.width == pytest.approx(2 * first.box.height)
    assert second.box.width == pytest.approx(second.box.height)
    after = next(one for one in runs(front, "text") if "aan" in one.text)
    assert run.x + run.width < first.box.x < first.box.right < after.x + after.width
    assert first.box.right == pytest.approx(after.x - 0.06 * em)
    middle = first.box.y + first.box.height / 2
    assert run.y - 0.75 * em < middle < run.y - 0.25 * em  # halfway the capitals


def test_bold_words_go_on_after_a_drawing(tmp_path: Path) -> None:
    front = frames_of(folder_of(tmp_path, "Neem **elke<munt>keer** een."))[0]
    assert [(one.font, one.text) for one in runs(front, "text")] == [
        ("text", "Neem "), ("text-bold", "elke"), ("text-bold", "keer"), ("text", " een."),
    ]  # fmt: skip


def test_a_line_breaks_with_its_drawings_in_it(tmp_path: Path) -> None:
    long = " ".join(["Geef <munt> en <rood> door."] * 12)
    drawn = icons(frames_of(folder_of(tmp_path, long))[0])
    assert len(drawn) == 26
    assert len({round(one.box.y, 2) for one in drawn}) > 3
    assert max(one.box.right for one in drawn) < 105 - 8 + 0.01  # the margin of A6


def test_a_text_of_drawings_alone_that_is_too_wide_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        frames_of(folder_of(tmp_path, "<munt>" * 60))
    found = caught.value.diagnostics[0]
    assert (found.code, str(found.location)) == ("text-too-long", "cards/nl/01-ruil.yaml:4")


def test_a_name_that_is_no_drawing_is_told(tmp_path: Path) -> None:
    request = BuildRequest(
        output=tmp_path, project=folder_of(tmp_path, "Neem <mutn>."), formats=("a6",)
    )
    found = [one.diagnostic for one in check_deck(request).found]
    [told] = [one for one in found if one.code == "text-icon-unknown"]
    assert (str(told.location), told.key) == ("cards/nl/01-ruil.yaml:4", "text")
    assert 'did you mean "munt"?' in told.remedy


def test_html_is_no_drawing(tmp_path: Path) -> None:
    request = BuildRequest(
        output=tmp_path, project=folder_of(tmp_path, "Neem <b>twee</b>."), formats=("a6",)
    )
    codes = {one.diagnostic.code for one in check_deck(request).found}
    assert "text-html" in codes and "text-icon-unknown" not in codes


def test_an_icon_is_a_drawing_and_one_that_is_missing_is_named(tmp_path: Path) -> None:
    for wrong, said in (("vormen/munt.png", "icons.munt"), ("vormen/weg.svg", "vormen/weg.svg")):
        kind = KIND.replace("munt: vormen/munt.svg", f"munt: {wrong}")
        with pytest.raises(ContentError) as caught:
            frames_of(folder_of(tmp_path, kind=kind))
        assert any(said in str(one) for one in caught.value.diagnostics)


def test_the_file_passes_preflight(tmp_path: Path) -> None:
    request = BuildRequest(output=tmp_path / "out", project=folder_of(tmp_path), formats=("a6",))
    assert [file.pages for file in build_deck(request).files if file.product == "cards"] == [2]


def test_where_each_field_begins_moves_with_the_drawings() -> None:
    said = Wording("a <x> b<x>", ((2, ("card", "one")), (6, ("card", "two"))))
    made = with_icons(said, ["x"])
    assert made.text == f"a {chr(FIRST)} b{chr(FIRST)}"
    parts = [made.text[start:] for start, _ in made.parts]
    assert parts == [f"{chr(FIRST)} b{chr(FIRST)}", f"b{chr(FIRST)}"]
    assert with_icons(Wording("<y>"), ["x"]) == Wording("<y>")
