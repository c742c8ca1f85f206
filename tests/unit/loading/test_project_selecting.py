"""One deck out of a project."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import change, opened, tiny_project, write

from samenspel.diagnostics import Location
from samenspel.errors import ContentError, UsageError
from samenspel.kinds.library import SHIPPED
from samenspel.loading import select


def test_the_deck_without_a_region(tmp_path: Path) -> None:
    deck = select(opened(tiny_project(tmp_path)), "basis", "nl")
    assert [card.id for card in deck.cards] == ["titel", "luister-eerst", "leeg", "leeg"]
    assert deck.region.id == "basis"
    assert deck.region.facts.issue == "wat nu speelt"
    assert deck.labels["sheet"] == "sheet"
    assert deck.edition_code == "1.0-basis-nl"
    assert deck.cards[2].kind == "blank"


def test_a_region_over_the_deck(tmp_path: Path) -> None:
    deck = select(opened(tiny_project(tmp_path)), "noordkust", "nl")
    cover, reminder = deck.cards[:2]
    assert cover.kind == "cover" and reminder.kind == "reminder"
    assert cover.subtitle == "Aan zee"
    assert reminder.questions[1] == "Wat horen wij {{ regio.plek }}?"
    assert deck.region.words == {
        "school": "opleiding",
        "scholen": "opleidingen",
        "docent": "docent",
    }
    assert deck.region.facts.issue == "wat nu speelt"
    assert deck.region.facts.schools and deck.region.facts.schools.value == 12
    assert deck.region.languages == ["nl"]


def test_every_text_knows_its_file_and_line(tmp_path: Path) -> None:
    deck = select(opened(tiny_project(tmp_path)), "noordkust", "nl")
    own, region = "cards/nl/01-luister-eerst.yaml", "cards/regions/noordkust.yaml"
    assert deck.where("luister-eerst", "core") == Location(own, 3, 7)
    assert str(deck.where("luister-eerst", "questions", 0)) == f"{own}:10"
    assert str(deck.where("luister-eerst", "questions", 1)) == f"{region}:20"
    assert str(deck.where("titel", "subtitle")) == f"{region}:15"
    assert str(deck.where("@region", "words", "docent")) == "cards/deck.yaml:21"
    text = getattr(deck.cards[1], "text", "")
    place = deck.line_of(("luister-eerst", "text"), text.index("regio.plek"))
    assert str(place) == f"{own}:6"


def test_the_content_changes_with_every_text_and_with_nothing_else(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    path = "cards/nl/01-luister-eerst.yaml"

    def code() -> str:
        return select(opened(folder), "basis", "nl").content

    first = code()
    assert code() == first
    change(folder, path, "  De eerste regel staat hier\n  en", "  De eerste regel staat hier en")
    change(folder, path, "title: Luister eerst", 'title:   "Luister eerst"  # uitleg')
    assert code() == first
    change(folder, path, "Wat hoor jij?", "Wat hoor je?")
    second = code()
    assert second != first
    change(folder, "cards/deck.yaml", "leeg, leeg]", "leeg]")
    assert code() not in (first, second)


def test_the_content_covers_the_pages_of_a_kind_and_of_a_card(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)

    def content() -> str:
        return select(opened(folder), "basis", "nl").content

    first = content()
    shipped = (SHIPPED / "kinds/blank.yaml").read_text(encoding="utf-8")
    write(folder, "kinds/blank.yaml", "# ours\n" + shipped)
    assert content() == first, "the same pages from another place"
    change(folder, "kinds/blank.yaml", "bottom: 56%", "bottom: 55%")
    second = content()
    write(folder, "kinds/blank.yaml", shipped)
    change(folder, "cards/nl/09-leeg.yaml", "kind: blank",
           "kind: blank\nlayout: {front: {lines: null}}")  # fmt: skip
    assert len({first, second, content()}) == 3


def translated(folder: Path) -> Path:
    tiny_project(folder, deck=("languages: [nl]", "languages: [nl, en]"))
    write(
        folder,
        "cards/en/luister-eerst.yaml",
        "title: Listen first\ncore: Who listens hears more.\n",
    )
    write(folder, "cards/en/labels.yaml", "sheet: sheet EN\n")
    write(
        folder,
        "cards/en/deck.yaml",
        "title: Small deck\nregion:\n  name: our region\n  words: {school: college}\n",
    )
    return folder


def test_a_language_lies_over_the_source_language(tmp_path: Path) -> None:
    project = opened(translated(tmp_path))
    deck = select(project, "basis", "en")
    card = deck.cards[1]
    assert (deck.language, deck.title, deck.subtitle) == ("en", "Small deck", "Twee kaarten")
    assert card.kind == "reminder"
    assert (card.title, card.questions[0]) == ("Listen first", "Wat hoor jij?")
    assert (deck.labels["sheet"], deck.labels["of"]) == ("sheet EN", "of")
    assert (deck.region.name, deck.region.place) == ("our region", "in onze regio")
    assert deck.region.words["school"] == "college"
    assert deck.region.words["docent"] == "docent"
    assert str(deck.where("luister-eerst", "title")) == "cards/en/luister-eerst.yaml:1"
    assert select(project, "basis", "nl").title == "Klein dek"
    assert project.cards["en"] == ("luister-eerst",)


def test_mistakes_in_a_translation(tmp_path: Path) -> None:
    folder = translated(tmp_path)
    write(folder, "cards/en/luister-erst.yaml", "title: x\n")
    change(folder, "cards/en/luister-eerst.yaml", "core:", "corre:")
    change(folder, "cards/en/deck.yaml", "title:", "titel:")
    with pytest.raises(ContentError) as caught:
        opened(folder)
    assert [(p.code, str(p.location), p.remedy) for p in caught.value.diagnostics] == [
        ("field-unknown", "cards/en/deck.yaml:1", 'did you mean "title" or "subtitle"?'),
        ("field-unknown", "cards/en/luister-eerst.yaml:2", 'did you mean "core"?'),
        ("card-unknown", "cards/en/luister-erst.yaml", 'did you mean "luister-eerst"?'),
    ]


def test_a_region_comes_in_its_own_languages_only(tmp_path: Path) -> None:
    folder = translated(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "kind:", "languages: [nl]\nkind:")
    with pytest.raises(UsageError) as caught:
        select(opened(folder), "noordkust", "en")
    assert caught.value.diagnostics[0].code == "language-unknown"


def test_regions_add_drop_order_and_clear(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("conditions:", "cartoon: x\nconditions:"))
    change(
        folder,
        "cards/regions/noordkust.yaml",
        "  change:\n    luister-eerst:\n",
        """\
  drop: [titel]
  order: [eigen, luister-eerst]
  add:
    - id: eigen
      after: luister-eerst
      kind: reminder
      title: Eigen
      core: Kern.
      text: Tekst.
      conditions: [proces]
      questions: [een?, twee?, drie?]
  change:
    luister-eerst:
      cartoon:
""",
    )
    deck = select(opened(folder), "noordkust", "nl")
    assert [card.id for card in deck.cards] == ["eigen", "luister-eerst", "leeg", "leeg"]
    assert getattr(deck.cards[1], "cartoon", "?") is None
    assert str(deck.where("eigen", "core")) == "cards/regions/noordkust.yaml:24"
