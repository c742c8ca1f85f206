"""Opening a project: what is right, and each mistake with its code, place and near match."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.projects import REMINDER, ROOT, change, opened, tiny_project, write

from samenspel.diagnostics import Severity
from samenspel.errors import ContentError, FileAccessError, UsageError
from samenspel.loading import open_project, select
from samenspel.project import Project, missing_art
from samenspel.yaml.documents import _parsed

NL = "cards/nl"


def mistakes(folder: Path) -> list[tuple[str, str, str]]:
    """Code, file:line and key of everything that is wrong."""
    with pytest.raises(ContentError) as caught:
        opened(folder)
    return [(p.code, str(p.location), p.key) for p in caught.value.diagnostics]


def only(folder: Path) -> str:
    """The whole message of the one thing that is wrong."""
    with pytest.raises(ContentError) as caught:
        opened(folder)
    (problem,) = caught.value.diagnostics
    return str(problem)


def test_the_tiny_project_opens(tmp_path: Path) -> None:
    project = opened(tiny_project(tmp_path))
    assert isinstance(project, Project)
    assert project.title == "Klein dek"
    assert project.edition == "1.0"
    assert project.languages == ("nl",)
    assert project.regions == ("basis", "noordkust")
    assert project.products == ("cards",)
    assert project.order == ("titel", "luister-eerst", "leeg", "leeg")
    assert project.cards == {"nl": ("titel", "luister-eerst", "leeg")}
    assert project.warnings == ()


def test_a_deck_that_is_opened_again_is_not_parsed_again() -> None:
    open_project(ROOT, ROOT)
    parsed = _parsed.cache_info().misses
    project = open_project(ROOT, ROOT)
    assert _parsed.cache_info().misses == parsed
    for region in project.regions:
        assert select(project, region, "nl").cards


def test_a_folder_without_a_deck(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError) as caught:
        opened(tmp_path)
    assert caught.value.diagnostics[0].code == "project-not-found"


REMINDER_MISTAKES = [
    ("kind: reminder", "kind: remindr", "value-unknown", 1, "kind", '"reminder"'),
    ("kind: reminder\n", "", "field-missing", 1, "kind", "model, reminder"),
    ("title: Luister eerst", "titel: Luister eerst", "field-missing", 1, "title", "title:"),
    ("core: Wie luistert, hoort meer.", "core:", "field-empty", 3, "core", "value"),
    ("core: Wie luistert, hoort meer.", "core: '  '", "field-empty", 3, "core", "value"),
    ("core: Wie", "core: #Wie", "field-empty", 3, "core", "# needs quotes"),
    ("[relatie]", "[relatei]", "value-unknown", 8, "conditions[1]", '"relatie"'),
    ("[relatie]", "[relatie, proces, ambitie]", "list-length", 8, "conditions", "take some"),
    ("[relatie]", "relatie", "list-expected", 8, "conditions", '"- "'),
    ("  - Wat horen wij?\n", "", "list-length", 10, "questions", "add what is missing"),
    ("- Wat horen wij?", "- Over ons: wat horen wij?", "text-expected", 11, "questions[2]",
     "double quotes"),
    ("- Wat horen wij?", "-", "field-empty", 11, "questions[2]", "value"),
    ("title: Luister eerst", "title: [a]", "text-expected", 2, "title", "brackets"),
    ("conditions:", "id: anders\nconditions:", "field-unknown", 8, "id", "take this line away"),
    ("conditions:", "cartoom: x\nconditions:", "field-unknown", 8, "cartoom", '"cartoon"'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "line", "key", "remedy"), REMINDER_MISTAKES)
def test_mistakes_in_a_card(
    tmp_path: Path, old: str, new: str, code: str, line: int, key: str, remedy: str
) -> None:
    folder = tiny_project(tmp_path, reminder=(old, new))
    with pytest.raises(ContentError) as caught:
        opened(folder)
    found = {(p.code, str(p.location), p.key): p.remedy for p in caught.value.diagnostics}
    place = (code, f"{NL}/01-luister-eerst.yaml:{line}", key)
    assert place in found, found
    assert remedy in found[place]


def test_numbers_and_yes_as_titles_are_texts(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("title: Luister eerst", "title: 2026"))
    change(folder, f"{NL}/01-luister-eerst.yaml", "core: Wie luistert, hoort meer.", "core: no")
    card = select(opened(folder), "basis", "nl").cards[1]
    assert (card.title, getattr(card, "core", "")) == ("2026", "no")


@pytest.mark.parametrize(
    ("moved", "place", "remedy"),
    [
        ("cards/noordkust.yaml", "cards/noordkust.yaml", "cards/regions"),
        ("cards/Noordkust.YML", "cards/Noordkust.YML", "cards/regions"),
        ("cards/Regions/noordkust.yaml", "cards/Regions", "call it cards/regions"),
        ("cards/regios/noordkust.yaml", "cards/regios", "call it cards/regions"),
    ],
)
def test_a_region_beside_its_folder_is_told_and_not_left_out(
    tmp_path: Path, moved: str, place: str, remedy: str
) -> None:
    folder = tiny_project(tmp_path)
    (folder / moved).parent.mkdir(exist_ok=True)
    (folder / "cards/regions/noordkust.yaml").rename(folder / moved)
    with pytest.raises(ContentError) as caught:
        opened(folder)
    [problem] = caught.value.diagnostics
    assert (problem.code, str(problem.location)) == ("file-name", place)
    assert remedy in problem.remedy


def test_a_font_with_its_folder_is_led_to_its_name(tmp_path: Path) -> None:
    deck = ('edition: "1.0"', 'edition: "1.0"\nfallback: [assets/fonts/x.ttf]')
    with pytest.raises(ContentError) as caught:
        opened(tiny_project(tmp_path, deck=deck))
    [problem] = caught.value.diagnostics
    assert (problem.code, problem.key) == ("value-form", "fallback[1]")
    assert problem.remedy.endswith("without its folder: x.ttf")


def test_all_mistakes_are_told_at_once_sorted_and_once(tmp_path: Path) -> None:
    folder = tiny_project(
        tmp_path,
        deck=("edition: \"1.0\"", "edition: 1/0"),
        reminder=("core: Wie luistert, hoort meer.\n", ""),
        blank=("lines: 2", "lines: twee"),
        region=("short: Noordkust\n", ""),
    )  # fmt: skip
    write(folder, f"{NL}/02-kapot.yaml", "title: a: b\n")
    assert mistakes(folder) == [
        ("value-form", "cards/deck.yaml:3", "edition"),
        ("field-missing", f"{NL}/01-luister-eerst.yaml:1", "core"),
        ("yaml-colon", f"{NL}/02-kapot.yaml:1", ""),
        ("number-expected", f"{NL}/09-leeg.yaml:7", "fields[1].lines"),
        ("field-missing", "cards/regions/noordkust.yaml:1", "short"),
    ]


def test_a_listed_card_without_a_file_gets_the_near_file(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, deck=("luister-eerst", "luister-erst"))
    assert only(folder) == (
        'cards/deck.yaml:6: cards[2]: there is no file for the card "luister-erst"; '
        'did you mean "luister-eerst"? [card-missing]'
    )


def test_an_unlisted_file_is_a_warning_only(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    write(folder, f"{NL}/05-los.yaml", REMINDER)
    (warning,) = opened(folder).warnings
    assert (warning.code, str(warning.location)) == ("card-not-listed", f"{NL}/05-los.yaml")
    assert warning.severity is Severity.WARNING


def test_files_with_the_same_id(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    write(folder, f"{NL}/07-luister-eerst.yaml", REMINDER)
    assert mistakes(folder) == [("card-id-duplicate", f"{NL}/07-luister-eerst.yaml", "")]
    assert f"{NL}/01-luister-eerst.yaml" in only(folder)


@pytest.mark.parametrize("name", ["05-Mijn Kaart.yaml", "05-.yaml", "05-a--b.yaml", "05-los.yml"])
def test_file_names(tmp_path: Path, name: str) -> None:
    folder = tiny_project(tmp_path)
    write(folder, f"{NL}/{name}", REMINDER)
    assert mistakes(folder) == [("file-name", f"{NL}/{name}", "")]


def test_only_blanks_may_be_repeated(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, deck=("[titel, luister-eerst", "[titel, titel, luister-eerst"))
    assert mistakes(folder) == [("card-repeated", "cards/deck.yaml:6", "cards[2]")]


REGION_MISTAKES = [
    ("luister-eerst:", "luister-erst:", "card-unknown", 18,
     "cards.change.luister-erst", '"luister-eerst"'),
    ("questions:\n        2:", "questions:\n        4:", "question-unknown", 20,
     "cards.change.luister-eerst.questions.4", "1, 2, 3"),
    ("      questions:\n        2: Wat horen wij {{ regio.plek }}?", "      corre: x",
     "field-unknown", 19, "cards.change.luister-eerst.corre", '"core"'),
    ("      questions:\n        2: Wat horen wij {{ regio.plek }}?", "      conditions: [relati]",
     "value-unknown", 19, "cards.change.luister-eerst.conditions[1]", '"relatie"'),
    ("      questions:\n        2: Wat horen wij {{ regio.plek }}?", "      questions: [a, b]",
     "list-length", 19, "cards.change.luister-eerst.questions", "add"),
    ("      questions:\n        2: Wat horen wij {{ regio.plek }}?", "      questions: {drop: [1]}",
     "list-length", 19, "cards.change.luister-eerst.questions", "add"),
    ("  school: opleiding", "  scool: opleiding", "word-unknown", 10, "words.scool", '"school"'),
    ("  coral:", "  corall:", "field-unknown", 13, "accents.corall", '"coral"'),
    ("[0, 60, 80, 0]", "[0, 60, 800, 0]", "number-range", 13, "accents.coral[3]", "change"),
    ("[0, 60, 80, 0]", "[0, 60, 80]", "colour-form", 13, "accents.coral", "four percents"),
    ("value: 12", "value: 1.200", "number-expected", 8, "facts.schools.value", "digits only"),
    ("date: 2026-10-01", "date: 1-10-2026", "date-expected", 8, "facts.schools.date", "2026-10-01"),
    ("  partners:", "  partnrs:", "field-unknown", 7, "facts.partnrs", '"partners"'),
    ("kind: onderwijsregio", "kind: onderwijsregio\nlanguages: [nl, fr]", "language-unknown", 5,
     "languages[2]", "nl"),
    ("kind: onderwijsregio", "kind: onderwijsregio\nid: x", "field-unknown", 5, "id", "away"),
    ("  change:", "  drop: [titell]\n  change:", "card-unknown", 17, "cards.drop[1]", '"titel"'),
    ("  change:", "  order: [leg, titel]\n  change:", "card-unknown", 17, "cards.order[1]",
     '"leeg"'),
    ("  change:", "  add:\n    - {id: x, after: titl, kind: blank}\n  change:", "card-unknown", 18,
     "cards.add[1].after", '"titel"'),
    ("  change:", "  add:\n    - {id: x, kind: blank}\n  change:", "field-missing", 18,
     "cards.add[1].after", "after:"),
    ("  change:", "  add:\n    - {id: x, after: titel, kind: blank}\n  change:", "field-missing",
     18, "cards.add[1].hint", "hint:"),
    ("  change:", "  chagne: {}\n  change:", "field-unknown", 17, "cards.chagne", '"change"'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "line", "key", "remedy"), REGION_MISTAKES)
def test_mistakes_in_a_region(
    tmp_path: Path, old: str, new: str, code: str, line: int, key: str, remedy: str
) -> None:
    folder = tiny_project(tmp_path, region=(old, new))
    with pytest.raises(ContentError) as caught:
        opened(folder)
    found = {(p.code, str(p.location), p.key): p.remedy for p in caught.value.diagnostics}
    place = (code, f"cards/regions/noordkust.yaml:{line}", key)
    assert place in found, found
    assert remedy in found[place]


def test_basis_is_no_name_for_a_region(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    write(folder, "cards/regions/basis.yaml", "name: x\n")
    assert mistakes(folder) == [("file-name", "cards/regions/basis.yaml", "")]


def test_a_broken_deck_file_does_not_blame_regions_and_cards(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, deck=("title: Klein dek", "title: Klein: dek"))
    assert mistakes(folder) == [("yaml-colon", "cards/deck.yaml:1", "")]


def test_a_broken_card_does_not_blame_the_region_that_changes_it(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("title: Luister eerst", "title: a: b"))
    assert mistakes(folder) == [("yaml-colon", f"{NL}/01-luister-eerst.yaml:2", "")]


def test_languages_need_folders(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, deck=("languages: [nl]", "languages: [nl, em]"))
    write(folder, "cards/en/labels.yaml", "")
    assert only(folder).startswith("cards/deck.yaml:5: languages: there is no folder cards/em")
    assert "known: en, nl" in only(folder)


def test_labels(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, labels=("sheet: sheet", "sheeet: vel"))
    assert mistakes(folder) == [
        ("label-missing", f"{NL}/labels.yaml", "sheet"),
        ("field-unknown", f"{NL}/labels.yaml:6", "sheeet"),
    ]
    other = open_project(tiny_project(tmp_path / "other", labels=("sheet: sheet\n", "")), ROOT)
    assert select(other, "basis", "nl").labels["sheet"] == "vel"


def test_encodings(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    path = f"{NL}/01-luister-eerst.yaml"
    write(folder, path, b"\xef\xbb\xbf" + REMINDER.encode().replace(b"\n", b"\r\n"))
    opened(folder)
    write(folder, path, REMINDER.replace("Wie", "Wié").encode("latin-1"))
    assert mistakes(folder) == [("file-not-utf8", f"{path}:3", "")]
    write(folder, path, REMINDER.replace("Wie", "Wi\x07e"))
    assert mistakes(folder) == [("file-control-character", f"{path}:3", "")]
    write(folder, path, "#" * 600_000)
    assert mistakes(folder) == [("file-too-large", path, "")]


def test_links_out_of_the_project_are_refused(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "project")
    secret = tmp_path / "secret.yaml"
    secret.write_text(REMINDER, encoding="utf-8")
    (folder / NL / "05-los.yaml").symlink_to(secret)
    assert mistakes(folder) == [("path-outside", f"{NL}/05-los.yaml", "")]


def test_a_fifo_does_not_hang(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    os.mkfifo(folder / NL / "05-los.yaml")
    assert mistakes(folder) == [("file-unreadable", f"{NL}/05-los.yaml", "")]


def test_assets(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "own")
    write(folder, "assets/cartoons/eigen.png", b"png")
    write(tmp_path / "builtin", "assets/cartoons/eigen.png", b"other")
    write(tmp_path / "builtin", "assets/cartoons/vast.svg", b"svg")
    project = open_project(folder, tmp_path / "builtin")
    assert project.asset("cartoons/eigen.png") == b"png"
    assert project.asset("cartoons/vast.svg") == b"svg"
    assert project.asset_names("cartoons") == ["cartoons/eigen.png", "cartoons/vast.svg"]
    with pytest.raises(ContentError) as caught:
        project.asset("cartoons/eigne.png")
    (problem,) = caught.value.diagnostics
    assert problem.code == "asset-missing"
    assert problem.remedy.startswith('did you mean "cartoons/eigen.png"')


@pytest.mark.parametrize(
    "name", ["../cards/deck.yaml", "/etc/passwd", "a/../../x", "C:/x", "a\\b", "", "x\0y", "uit/x"]
)
def test_assets_stay_in_their_folder(tmp_path: Path, name: str) -> None:
    folder = tiny_project(tmp_path / "own")
    write(folder, "assets/x.svg", b"")
    write(tmp_path, "elders/x", b"geheim")
    (folder / "assets" / "uit").symlink_to(tmp_path / "elders")
    with pytest.raises(ContentError) as caught:
        opened(folder).asset(name)
    assert caught.value.diagnostics[0].code == "path-outside"


def test_a_links_ring_is_refused(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    (folder / "assets").mkdir()
    (folder / "assets" / "a").symlink_to(folder / "assets" / "b")
    (folder / "assets" / "b").symlink_to(folder / "assets" / "a")
    with pytest.raises(ContentError) as caught:
        opened(folder).asset("a")
    assert caught.value.diagnostics[0].code in ("path-outside", "asset-missing")


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("eigen", "cartoons/eigen.png"),
        ("eigen.png", "cartoons/eigen.png"),
        ("cartoons/eigen.png", "cartoons/eigen.png"),
        ("eigne", None),
    ],
)
def test_cartoons_are_found(tmp_path: Path, named: str, found: str | None) -> None:
    folder = tiny_project(tmp_path, reminder=("conditions:", f"cartoon: {named}\nconditions:"))
    write(folder, "assets/cartoons/eigen.png", b"png")
    project = opened(folder)
    deck = select(project, "basis", "nl")
    assert project.find_picture(deck.cards[1].cartoon) == found
    missing = missing_art(project, deck)
    if found:
        assert not missing
    else:
        assert [(p.code, str(p.location), p.remedy) for p in missing] == [
            ("asset-missing", f"{NL}/01-luister-eerst.yaml:8", 'did you mean "eigen"?')
        ]


def pictured(root: Path, named: str) -> Project:
    folder = tiny_project(root / "own", reminder=("conditions:", f"cartoon: {named}\nconditions:"))
    return open_project(folder, root / "builtin")


def test_the_own_picture_goes_before_the_built_in_one(tmp_path: Path) -> None:
    write(tmp_path, "own/assets/cartoons/eigen.TIF", b"tif")
    write(tmp_path, "builtin/assets/cartoons/eigen.svg", b"svg")
    project = pictured(tmp_path, "eigen")
    deck = select(project, "basis", "nl")
    assert project.find_picture(deck.cards[1].cartoon) == "cartoons/eigen.TIF"
    assert missing_art(project, deck) == ()


def test_two_own_pictures_with_one_name(tmp_path: Path) -> None:
    write(tmp_path, "own/assets/cartoons/eigen.png", b"png")
    write(tmp_path, "own/assets/cartoons/eigen.svg", b"svg")
    project = pictured(tmp_path, "eigen")
    (problem,) = missing_art(project, select(project, "basis", "nl"))
    assert (problem.code, str(problem.location)) == (
        "asset-ambiguous",
        f"{NL}/01-luister-eerst.yaml:8",
    )
    assert "assets/cartoons/eigen.svg and assets/cartoons/eigen.png" in problem.message


@pytest.mark.parametrize("named", ["a", "a.gif", "cartoons/a.gif"])
def test_a_picture_of_a_kind_that_is_not_taken(tmp_path: Path, named: str) -> None:
    write(tmp_path, "own/assets/cartoons/a.gif", b"GIF89a")
    project = pictured(tmp_path, named)
    (problem,) = missing_art(project, select(project, "basis", "nl"))
    assert (problem.code, str(problem.location)) == ("asset-kind", f"{NL}/01-luister-eerst.yaml:8")
    assert "assets/cartoons/a.gif" in problem.message and "did you mean" not in str(problem)


@pytest.mark.parametrize("named", ["../x", "/etc/passwd", "uit/x.svg"])
def test_names_that_lead_out_are_told_where_they_stand(tmp_path: Path, named: str) -> None:
    write(tmp_path, "elders/x.svg", b"")
    write(tmp_path, "own/assets/x.svg", b"")
    (tmp_path / "own" / "assets" / "uit").symlink_to(tmp_path / "elders")
    project = pictured(tmp_path, named)
    change(project.root, "cards/regions/noordkust.yaml", "accents:", f"logo: {named}\naccents:")
    project = open_project(project.root, project.builtin)
    found = missing_art(project, select(project, "noordkust", "nl"))
    assert [(p.code, str(p.location), p.key) for p in found] == [
        ("path-outside", f"{NL}/01-luister-eerst.yaml:8", "cartoon"),
        ("path-outside", "cards/regions/noordkust.yaml:12", "logo"),
    ]


def test_unknown_regions_and_languages(tmp_path: Path) -> None:
    project = opened(tiny_project(tmp_path))
    with pytest.raises(UsageError) as caught:
        select(project, "noordkunst", "n")
    assert [(p.code, p.remedy) for p in caught.value.diagnostics] == [
        ("region-unknown", 'did you mean "noordkust"?'),
        ("language-unknown", 'did you mean "nl"?'),
    ]


def test_a_language_that_the_deck_does_not_name_is_a_warning_only(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    write(folder, "cards/fy/labels.yaml", (folder / "cards/nl/labels.yaml").read_text("utf-8"))
    [warning] = open_project(folder, ROOT).warnings
    assert (warning.code, str(warning.location)) == ("language-not-listed", "cards/fy/labels.yaml")
    assert "languages:" in warning.remedy
