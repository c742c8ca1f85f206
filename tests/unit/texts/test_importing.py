"""What an import refuses, tells, and leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.projects import change, write
from tests.unit.texts.sheets import book_of, columns, csv_of, edit, files_of, row_of, two_languages

from samenspel.errors import ContentError, FileAccessError, SamenspelError
from samenspel.starter import Start, new_project
from samenspel.texts import free_name, import_texts
from samenspel.upkeep.history import undo
from samenspel.yaml.editing import plain_of

CORE = "basis:luister-eerst.core"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_languages(tmp_path / "dek")


def spoilt(file: Path, how: Callable[[Worksheet], None]) -> Path:
    book = load_workbook(file)
    how(book["nl"])
    book.save(file)
    return file


def put(sheet: Worksheet, head: str, value: object) -> None:
    sheet.cell(row_of(sheet, CORE), columns(sheet)[head]).value = value  # type: ignore[assignment]


def twice(sheet: Worksheet) -> None:
    row = row_of(sheet, CORE)
    sheet.append([sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)])


MISTAKES: dict[str, tuple[str, str, Callable[[Worksheet], None]]] = {
    "text emptied": ("texts-empty", "D", lambda s: put(s, "Tekst", None)),
    "formula": ("texts-cell-type", "D", lambda s: put(s, "Tekst", "=1+1")),
    "key changed": ("texts-key-changed", "J", lambda s: put(s, "Kenmerk", "basis:titel.core")),
    "key emptied": ("texts-mark", "J", lambda s: put(s, "Kenmerk", None)),
    "mark changed": ("texts-mark", "K", lambda s: put(s, "Controle", "7")),
    "row twice": ("texts-row-twice", "J", twice),
    "unknown variable": (
        "template-unknown-attribute", "D", lambda s: put(s, "Tekst", "In {{ regio.plaats }}.")
    ),
    "broken template": ("template-syntax", "D", lambda s: put(s, "Tekst", "In {{ regio.naam }.")),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_at_its_cell_and_nothing_is_written(folder: Path, name: str) -> None:
    code, column, how = MISTAKES[name]
    file = book_of(folder)
    sheet = load_workbook(file)["nl"]
    row = sheet.max_row + 1 if name == "row twice" else row_of(sheet, CORE)
    before = files_of(folder)
    with pytest.raises(ContentError) as raised:
        import_texts(spoilt(file, how), folder)
    places = {(one.code, str(one.location)) for one in raised.value.diagnostics}
    assert (code, f"deck.xlsx: nl!{column}{row}") in places
    assert files_of(folder) == before


def test_a_text_that_is_gone_is_told_when_it_was_edited(folder: Path) -> None:
    file = book_of(folder)
    change(folder, "cards/nl/09-leeg.yaml", 'fields:\n  - label: Onze reminder\n    lines: 2\n',
           "fields:\n  - {label: Onze reminder, lines: 2}\n")  # fmt: skip
    assert import_texts(file, folder).changes == ()  # laid out otherwise, the same text
    edit(file, "nl", {"noordkust:@region.facts.partners[3]": "Duin en Dal"})
    change(folder, "cards/regions/noordkust.yaml", "[Zilt, Slik, Duin]", "[Zilt, Slik]")
    with pytest.raises(ContentError, match="texts-key-unknown"):
        import_texts(file, folder)


def test_a_conflict_shows_both_texts_and_holds_nothing_else_up(folder: Path) -> None:
    file = edit(book_of(folder), "nl", {CORE: "Uit de cel.", "basis:titel.core": "Nieuwe kern."})
    card = "cards/nl/01-luister-eerst.yaml"
    change(folder, card, "Wie luistert, hoort meer.", "Uit het bestand.")
    found = import_texts(file, folder)
    assert [one.after for one in found.changes] == ["Nieuwe kern."]
    (conflict,) = found.warnings
    assert conflict.code == "texts-conflict"
    assert "Uit de cel." in conflict.message
    assert "Uit het bestand." in conflict.message
    assert "cards/nl/01-luister-eerst.yaml:3" in conflict.message


def test_all_mistakes_come_in_one_round(folder: Path) -> None:
    """Also those that show only when the other edits are tried."""
    edits = {CORE: "{{ regio.niets }}", "basis:titel.core": "", "basis:titel.title": "{{ x"}
    file = edit(book_of(folder), "nl", edits)
    with pytest.raises(ContentError) as raised:
        import_texts(file, folder)
    codes = {one.code for one in raised.value.diagnostics}
    assert "texts-empty" in codes and len(codes) >= 2


def test_an_import_can_be_taken_back(folder: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    import_texts(edit(book_of(folder), "nl", {CORE: "Uit de cel."}), folder).write()
    assert "Uit de cel." in (folder / "cards/nl/01-luister-eerst.yaml").read_text("utf-8")
    undo(folder)
    after = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    assert {path: data for path, data in after.items() if path in before} == before
    assert not any("cards" in path.parts for path in set(after) - set(before))


def test_an_export_never_replaces_what_somebody_edited(folder: Path) -> None:
    file = book_of(folder)
    assert free_name(file) == file
    edit(file, "nl", {CORE: "Uit de cel."})
    assert free_name(file) == file.with_name(f"{file.stem}-2.xlsx")
    other = file.with_name("anders.xlsx")
    other.write_bytes(b"not ours")
    assert free_name(other).name == "anders-2.xlsx"


def test_a_link_out_of_the_project_is_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "noordkust.yaml").write_text("not yours")
    file = edit(book_of(folder), "nl", {CORE: "Uit de cel."})
    (folder / "cards" / ".basis").symlink_to(elsewhere)
    (folder / "cards" / "again").symlink_to(".")
    with suppress(SamenspelError):
        import_texts(file, folder).write()
    assert (elsewhere / "noordkust.yaml").read_text() == "not yours"
    assert len(list(elsewhere.iterdir())) == 1


def test_what_changed_in_the_files_alone_stays(folder: Path) -> None:
    file = edit(book_of(folder), "nl", {"basis:titel.core": "Een andere kern."})
    change(folder, "cards/nl/01-luister-eerst.yaml", "Wie luistert, hoort meer.", "Nieuw.")
    found = import_texts(file, folder)
    assert [one.after for one in found.changes] == ["Een andere kern."]
    assert list(found.files) == ["cards/nl/00-titel.yaml"]


def test_a_missing_row_is_told_and_takes_nothing_away(folder: Path) -> None:
    file = spoilt(book_of(folder), lambda sheet: sheet.delete_rows(row_of(sheet, CORE)))
    found = import_texts(file, folder)
    assert [one.code for one in found.warnings] == ["texts-row-missing"]
    assert found.files == {}


def test_sorted_rows_and_moved_columns_are_found(folder: Path) -> None:
    def turned(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        for row in (rows[0], *reversed(rows[1:])):
            sheet.append(list(reversed(row)))

    file = spoilt(edit(book_of(folder), "nl", {CORE: "Anders."}), turned)
    assert [one.after for one in import_texts(file, folder).changes] == ["Anders."]


def test_conditions_are_chosen_from_the_five(folder: Path) -> None:
    first, second = (f"basis:luister-eerst.conditions[{n}]" for n in (1, 2))
    file = edit(book_of(folder), "nl", {first: "proces", second: "relatie"})
    import_texts(file, folder).write()
    card = (folder / "cards/nl/01-luister-eerst.yaml").read_text(encoding="utf-8")
    assert "conditions: [proces, relatie]\n" in card
    file = edit(book_of(folder), "nl", {second: None})
    import_texts(file, folder).write()
    card = (folder / "cards/nl/01-luister-eerst.yaml").read_text(encoding="utf-8")
    assert "conditions: [proces]\n" in card
    file = edit(book_of(folder), "nl", {first: "process"})
    with pytest.raises(ContentError, match=r'did you mean "proces"'):
        import_texts(file, folder)


def test_an_override_keeps_what_the_base_said(tmp_path: Path) -> None:
    folder = tmp_path / "dek"
    new_project(folder, Start("Oost"))
    key = "oost:start-bij-jezelf.questions.2"
    file = edit(book_of(folder, ("oost", "nl")), "nl", {key: "Wat houden wij in stand?"})
    found = import_texts(file, folder)
    found.write()
    assert sorted(found.files) == ["cards/.basis/oost.yaml", "cards/regions/oost.yaml"]
    record = (folder / "cards/.basis/oost.yaml").read_text(encoding="utf-8")
    assert "start-bij-jezelf.questions.2" in record
    assert "Waarover klagen wij" in record


def test_locked_texts_are_refused_with_who_locked_them(tmp_path: Path) -> None:
    folder = tmp_path / "dek"
    new_project(folder, Start("Oost"))
    key = "oost:start-bij-jezelf.title"
    file = book_of(folder, ("oost", "nl"))
    sheet = load_workbook(file)["nl"]
    cell = sheet.cell(row_of(sheet, key), columns(sheet)["Tekst"])
    assert cell.protection.locked
    with pytest.raises(ContentError) as raised:
        import_texts(edit(file, "nl", {key: "Begin bij jezelf"}), folder)
    (locked,) = raised.value.diagnostics
    assert locked.code == "field-locked"
    assert "de makers van Samenspel" in locked.message
    assert str(locked.location) == f"deck.xlsx: nl!{cell.coordinate}"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("deck.xlsx", b"PK\x03\x04", "texts-unreadable"),
        ("deck.xlsx", b"", "texts-unreadable"),
        ("nl.csv", "Tekst;Kenmerk;Controle\nCaf\xe9;a;b\n".encode("cp1252"), "texts-encoding"),
        ("nl.csv", b"a;b\n1;2\n", "texts-no-table"),
        ("nl.csv", b"Tekst;Kenmerk\n1;2\n", "texts-columns"),
        ("nl.csv", b'Tekst;Kenmerk;Controle\n"a"b;c;d\n', "texts-unreadable"),
    ],
)
def test_a_file_of_another_kind(folder: Path, name: str, data: bytes, code: str) -> None:
    file = folder.parent / name
    file.write_bytes(data)
    with pytest.raises(SamenspelError, match=code):
        import_texts(file, folder)


def test_a_file_that_is_not_there(folder: Path) -> None:
    with pytest.raises(FileAccessError):
        import_texts(folder / "weg.xlsx", folder)


def test_a_language_that_is_gone(folder: Path) -> None:
    files = csv_of(folder)
    shutil.rmtree(folder / "cards/en")
    change(folder, "cards/deck.yaml", "languages: [nl, en]", "languages: [nl]")
    change(folder, "cards/regions/noordkust.yaml", "languages: [nl, en]\n", "")
    with pytest.raises(ContentError, match="language-unknown"):
        import_texts(files, folder)


def test_a_region_with_a_network_below_it_and_two_languages(tmp_path: Path) -> None:
    folder = tmp_path / "dek"
    new_project(folder, Start("Oost", ("nl", "de")))
    write(folder, "cards/regions/netwerk.yaml", NETWORK)
    path = folder / "cards/regions/oost.yaml"
    path.write_text("extends: netwerk\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    file = book_of(folder, ("oost", "nl"), ("oost", "de"))
    edit(file, "nl", {"oost:@region.facts.partners[2]": "Brug & Co"})
    edit(file, "de", {
        "oost:wees-druk-met-rust.questions.eigen": "Was nun?",
        "oost:zo-gebruik-je-de-kaarten.ways[1].title": "Fünfzehn Minuten",
    })  # fmt: skip
    import_texts(file, folder).write()
    own = plain_of(path.read_text(encoding="utf-8"))
    assert own["facts"]["partners"] == ["Stichting A", "Brug & Co"]
    change_de = own["texts"]["de"]["cards"]["change"]
    assert change_de["wees-druk-met-rust"] == {"questions": {"eigen": "Was nun?"}}
    ways = change_de["zo-gebruik-je-de-kaarten"]["ways"]
    assert [way["title"] for way in ways] == ["Fünfzehn Minuten", "Eine Stunde", "Ein halber Tag"]
    assert import_texts(book_of(folder, ("oost", "nl"), ("oost", "de")), folder).changes == ()


NETWORK = """\
abstract: true
facts:
  partners: [Stichting A, Stichting B]
cards:
  change:
    wees-druk-met-rust:
      questions: {drop: [3], add: [{id: eigen, text: Wat nu?}]}
"""
