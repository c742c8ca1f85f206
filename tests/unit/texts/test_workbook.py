"""The workbook as its editor meets it, and how good its estimates are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from tests.unit.texts.sheets import book_of, columns, edit, row_of, two_languages

from samenspel.model.cards import Card
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.texts import export_texts, free_name
from samenspel.texts.budget import budgets, printed


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    folder = two_languages(tmp_path_factory.mktemp("book") / "dek")
    request = BuildRequest(output=folder, project=folder, regions=("all",), languages=("all",))
    made = export_texts(request)
    assert made.warnings == ()
    return load_workbook(io.BytesIO(made.workbook))


def test_a_sheet_a_language_with_only_texts_open(book: Workbook) -> None:
    assert book.sheetnames == ["Lees mij", "nl", "en"]
    for sheet in book.worksheets[1:]:
        at = columns(sheet)
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for row in sheet.iter_rows(min_row=2):
            shut = {cell.column for cell in row if cell.protection.locked}
            assert shut == set(at.values()) - {at["Tekst"]}
        assert sheet.freeze_panes == "D2"
        assert sheet.column_dimensions[row[at["Controle"] - 1].column_letter].hidden


def test_the_source_stands_beside_what_is_not_translated(book: Workbook) -> None:
    sheet = book["en"]
    at, row = columns(sheet), row_of(sheet, "basis:luister-eerst.questions.1")
    assert sheet.cell(row, at["Brontekst"]).value == "Wat hoor jij?"
    assert sheet.cell(row, at["Tekst"]).value is None


def test_room_is_counted_live(book: Workbook) -> None:
    sheet = book["nl"]
    at, row = columns(sheet), row_of(sheet, "basis:luister-eerst.core")
    used, fits, left = (sheet.cell(row, at[name]) for name in ("Tekens", "Past", "Nog over"))
    assert used.value == f"=LEN(D{row})"
    assert left.value == f"={fits.coordinate}-{used.coordinate}"
    assert isinstance(fits.value, int)
    assert fits.value > len("Wie luistert, hoort meer.")
    assert len(sheet.conditional_formatting) == 1


def test_variables_are_explained_where_they_may_stand(book: Workbook) -> None:
    sheet = book["nl"]
    cell = sheet.cell(row_of(sheet, "basis:titel.text"), columns(sheet)["Tekst"])
    assert cell.comment is not None
    assert "Welkom in onze regio." in cell.comment.text
    hints = [rule for rule in sheet.data_validations.dataValidation if rule.prompt]
    assert any(cell.coordinate in rule.sqref for rule in hints)
    words = sheet.cell(row_of(sheet, "basis:@labels.warning"), columns(sheet)["Tekst"])
    assert not any(words.coordinate in rule.sqref for rule in hints)
    shown = {cell.value for cell in book["Lees mij"]["A"]}
    assert {"{{ regio.naam }}", "{{ woord.school }}"} <= shown


def test_a_region_s_texts_stand_there_once(tmp_path: Path) -> None:
    folder = two_languages(tmp_path / "dek")

    def keys(*editions: tuple[str, str]) -> set[str]:
        sheet = load_workbook(book_of(folder, *editions))["nl"]
        return {str(cell.value) for cell in sheet.iter_cols(columns(sheet)["Kenmerk"])
                .__next__()[1:]}  # fmt: skip

    together = keys(("basis", "nl"), ("noordkust", "nl"))
    assert "noordkust:luister-eerst.questions.2" in together
    assert "noordkust:luister-eerst.questions.1" not in together
    assert "noordkust:luister-eerst.questions.1" in keys(("noordkust", "nl"))


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    folder = two_languages(tmp_path / "dek")
    from samenspel.texts import import_texts

    key = "basis:luister-eerst.core"
    import_texts(edit(book_of(folder), "nl", {key: "=HYPERLINK(1)"}), folder).write()
    sheet = load_workbook(book_of(folder))["nl"]
    cell = sheet.cell(row_of(sheet, key), columns(sheet)["Tekst"])
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK(1)", "s", True)


def test_no_moment_is_in_the_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(book_of(two_languages(tmp_path / "dek"))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


def put(card: Card, path: tuple[str | int, ...], text: str) -> Card:
    """A card with one of its texts replaced."""
    content = card.content()
    spot: Any = content
    for part in path[:-1]:
        spot = spot[part]
    spot[path[-1]] = text
    return card.with_values(**{str(path[0]): content[path[0]]})


@pytest.mark.parametrize(("share", "least", "most"), [(1, 0, 0.05), (2, 0.7, 1)])
def test_a_text_as_long_as_its_budget_nearly_always_fits(
    tmp_path: Path, share: int, least: float, most: float
) -> None:
    """Against real layouts: 19 of 20 texts fit that fill their budget, a quarter of twice that."""
    shapes = ("poker", "groot")
    build = open_build(BuildRequest(output=tmp_path, formats=shapes, products=("cards",)))
    edition = prepared(build, EditionName("basis", "nl"))
    known, deck = budgets(build, EditionName("basis", "nl"))
    words = " ".join(str(getattr(card, "text", "")) for card in deck.cards).split()
    tried = failed = 0
    for (card, path), (room, tightest) in known.items():
        text = printed(deck, card, path)
        spare = iter(words[len(card) + len(path) :])
        while text and len(f"{text} {(word := next(spare))}") <= share * room:
            text = f"{text} {word}"
        if tightest not in shapes or text == printed(deck, card, path):
            continue
        now = deck.moved_to((card, *path))
        assert now
        longer = tuple(put(one, now[1:], text) for one in deck.cards if one.id == card)
        alone = replace(deck, cards=longer[:1])
        one_card = replace(edition, deck=alone, templates=alone, printed={})
        tried += 1
        failed += any(
            fit.cut and fit.path == now[: len(fit.path)]
            for survey in surveys(one_card)
            for fit in survey.fits
        )
    assert tried > 80
    assert least <= failed / tried <= most, failed / tried


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh workbook, and a CSV file beside it."""
    folder = two_languages(tmp_path_factory.mktemp("fresh") / "dek")
    made = export_texts(BuildRequest(output=folder, project=folder, languages=("all",)))
    (folder / "deck.xlsx").write_bytes(made.workbook)
    (folder / "nl.csv").write_bytes(made.csv["nl"])
    return folder


def _remark(book: Workbook) -> None:
    book["nl"]["A2"].comment = Comment("kijk hier eens naar", "Piet")


def _colour(book: Workbook) -> None:
    book["nl"]["C3"].fill = PatternFill("solid", fgColor="FFFF00")


def _sheet(book: Workbook) -> None:
    book.create_sheet("Mijn lijst")["A1"] = "nog bellen"


def _question(book: Workbook) -> None:
    book.worksheets[0]["F3"] = "wie leest dit na?"


@pytest.mark.parametrize("edit_", [_remark, _colour, _sheet, _question])
def test_a_workbook_that_somebody_saved_is_not_written_over(
    exported: Path, tmp_path: Path, edit_: Callable[[Workbook], None]
) -> None:
    file = Path(copy(exported / "deck.xlsx", tmp_path))
    assert free_name(file) == file
    book = load_workbook(file)
    edit_(book)
    book.save(file)
    assert free_name(file) == tmp_path / "deck-2.xlsx"


@pytest.mark.parametrize("edit_", [
    lambda text: text.replace("Controle", "Controle;Mening", 1),
    lambda text: text.replace("\r\n", ";zie mail\r\n").replace(";zie mail", "", 1),
])  # fmt: skip
def test_a_csv_file_with_more_columns_is_not_written_over(
    exported: Path, tmp_path: Path, edit_: Callable[[str], str]
) -> None:
    file = Path(copy(exported / "nl.csv", tmp_path))
    assert free_name(file) == file
    file.write_bytes(edit_(file.read_bytes().decode()).encode())
    assert free_name(file) == tmp_path / "nl-2.csv"
