"""A card for each row of a table: what stands on it, what is shared, and what is refused."""

from __future__ import annotations

import io
import re
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest
from benchmarks.people import people_deck

from samenspel import BuildRequest
from samenspel.cli.main import run
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError, PreflightError, UsageError
from samenspel.finish import Mould, MouldedFile
from samenspel.finish.mould import BRANCH
from samenspel.personal import PersonalFile, PersonalRequest, judging, make_personal, making
from samenspel.preflight import inspect
from samenspel.preflight.profiles import HOUSE


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the page ``docs/personal.md``."""
    return people_deck(tmp_path_factory.mktemp("personal") / "dek")


@pytest.fixture
def wanted(deck: Path, tmp_path: Path) -> PersonalRequest:
    build = BuildRequest(output=tmp_path / "uit", project=deck, cards=("welkom",))
    return PersonalRequest(build, deck / "gasten.csv")


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def table(folder: Path, *rows: str) -> Path:
    path = folder / "rijen.csv"
    path.write_text("\n".join(("naam;rol;organisatie;vraag", *rows)), encoding="utf-8")
    return path


def test_a_remark_in_an_earlier_file_is_kept_beside_the_new_one(wanted: PersonalRequest) -> None:
    (made,) = make_personal(wanted)
    whole = made.path.read_bytes()
    told: list[Diagnostic] = []
    make_personal(wanted, on_kept=told.append)
    assert not told
    made.path.write_bytes(whole + b"% a remark")
    make_personal(wanted, on_kept=told.append)
    assert [one.code for one in told] == ["file-kept"]
    assert made.path.read_bytes() == whole
    assert made.path.with_name("welkom-kept.pdf").read_bytes() == whole + b"% a remark"


def test_files_of_rows_that_are_gone_are_named_and_go_when_that_is_asked(
    wanted: PersonalRequest, tmp_path: Path
) -> None:
    """A file that somebody changed stays; so does what nobody here made."""
    both = table(tmp_path, "Anna;;;", "Bram;;;", "Cato;;;")
    each = replace(wanted, rows=both, each=True)
    home = make_personal(each)[0].path.parent
    (home / "0003-cato.pdf").write_bytes(b"with a remark")
    (home / "eigen.pdf").write_bytes(b"mine")
    table(tmp_path, "Anna;;;")
    told: list[Diagnostic] = []
    make_personal(each, on_kept=told.append)
    assert [(one.code, str(one.location)) for one in told] == [
        ("file-outdated", str(home / "0002-bram.pdf"))
    ]
    gone: list[Path] = []
    make_personal(replace(each, build=replace(each.build, clean=True)), on_removed=gone.append)
    assert gone == [home / "0002-bram.pdf"]
    assert {path.name for path in home.iterdir()} == {
        "0001-anna.pdf", "0003-cato.pdf", "eigen.pdf",
    }  # fmt: skip


def test_cards_for_another_press_replace_none(wanted: PersonalRequest) -> None:
    (first,) = make_personal(wanted)
    before = first.path.read_bytes()
    (other,) = make_personal(replace(wanted, build=replace(wanted.build, press="uncoated")))
    assert other.path.parent.name == "personal-uncoated" and first.path.read_bytes() == before


def test_each_row_gets_its_card_in_one_file(wanted: PersonalRequest) -> None:
    (made,) = make_personal(wanted)
    assert made.path == wanted.build.output / "basis/nl/a6/personal/welkom.pdf"
    assert (made.pages, made.bytes) == (6, made.path.stat().st_size)
    said = texts(made.path)
    assert "Anna de Vries docent De Brug Wat wil jij vandaag weten?" in said[0]
    assert "Bram Ögel schoolleider Wat kom jij hier halen?" in said[2]
    assert "Zoë Çelik deelnemer Het Kompas Wie neem jij mee?" in said[4]


def test_what_is_shared_is_stored_once_and_the_file_is_sound(wanted: PersonalRequest) -> None:
    (made,) = make_personal(wanted)
    data = made.path.read_bytes()
    with pikepdf.open(io.BytesIO(data)) as document:
        assert document.get_warnings() == [] and document.check_pdf_syntax() == []
        backs = {page.Contents.objgen for page in list(document.pages)[1::2]}
        fronts = {page.Contents.objgen for page in list(document.pages)[::2]}
        shared = {page.Resources.objgen for page in document.pages}
        assert (len(backs), len(fronts), len(shared)) == (1, 3, 1)
        assert all(page.TrimBox != page.MediaBox for page in document.pages)
    found = inspect(data, replace(HOUSE.expected, pages=6))
    assert [one for one in found if one.check != "page-twice"] == []


def test_a_file_each_is_named_by_row_and_name(wanted: PersonalRequest) -> None:
    made = make_personal(replace(wanted, each=True))
    names = [one.path.name for one in made]
    assert names == ["0001-anna-de-vries.pdf", "0002-bram-ogel.pdf", "0003-zoe-celik.pdf"]
    assert [one.pages for one in made] == [2, 2, 2]
    assert "Bram Ögel" in texts(made[1].path)[0] and "Anna" not in texts(made[1].path)[0]


def test_a_workbook_says_the_same_as_a_csv_and_the_same_rows_give_the_same_bytes(
    wanted: PersonalRequest, tmp_path: Path
) -> None:
    (first,) = make_personal(wanted)
    book = openpyxl.Workbook()
    for line in wanted.rows.read_text(encoding="utf-8").splitlines():
        book.active.append([cell or None for cell in line.split(";")])
    book.save(tmp_path / "gasten.xlsx")
    other = replace(wanted.build, output=tmp_path / "anders")
    (again,) = make_personal(PersonalRequest(other, tmp_path / "gasten.xlsx"))
    assert again.path.read_bytes() == first.path.read_bytes()


def test_other_rows_are_another_file(wanted: PersonalRequest, tmp_path: Path) -> None:
    marks = []
    for place, name in enumerate(("Anna", "Anne")):
        build = replace(wanted.build, output=tmp_path / str(place))
        (made,) = make_personal(PersonalRequest(build, table(tmp_path, f"{name};;;")))
        with pikepdf.open(made.path) as document:
            packet = document.Root.Metadata.read_bytes()
            marks.append((bytes(document.trailer.ID[0]), re.search(rb"uuid:[^<]+", packet)[0]))
    assert marks[0][0] != marks[1][0] and marks[0][1] != marks[1][1]


def test_parts_and_pages_are_those_of_one_whole(
    wanted: PersonalRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = make_personal(wanted)
    monkeypatch.setattr(making, "PART", 2)
    build = replace(wanted.build, output=tmp_path / "delen")
    (parts,) = make_personal(replace(wanted, build=build))
    assert parts.path.read_bytes() == whole.path.read_bytes()


def test_what_does_not_fit_is_named_with_its_cell_and_nothing_is_written(
    wanted: PersonalRequest, tmp_path: Path
) -> None:
    long = "Een vraag die maar niet ophoudt " * 40
    rows = table(tmp_path, "Anna;;;", f"Bram;;;{long}?", "Zoë;;;", f"Daan;;;{long}?")
    with pytest.raises(ContentError) as caught:
        make_personal(replace(wanted, rows=rows))
    places = [str(one.location) for one in caught.value.diagnostics]
    assert places == ["rijen.csv!D3", "rijen.csv!D5"]
    assert {one.code for one in caught.value.diagnostics} == {"text-too-long"}
    assert not wanted.build.output.exists()


def test_a_letter_that_no_font_has_is_named_with_its_cell(
    wanted: PersonalRequest, tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as caught:
        make_personal(replace(wanted, rows=table(tmp_path, "Anna;;;", "ꙮ;;;")))
    assert {str(one.location) for one in caught.value.diagnostics} == {"rijen.csv!A3"}


def test_columns_and_cards_that_do_not_exist(wanted: PersonalRequest, tmp_path: Path) -> None:
    rows = tmp_path / "x.csv"
    rows.write_text("naam;kamer\nAnna;12", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        make_personal(replace(wanted, rows=rows))
    assert [one.code for one in caught.value.diagnostics] == ["table-column-unknown"]
    with pytest.raises(UsageError):
        make_personal(replace(wanted, build=replace(wanted.build, cards=("welkon",))))


def test_what_a_press_would_refuse_is_told_of_the_row(
    wanted: PersonalRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = judging._expected
    monkeypatch.setattr(
        judging, "_expected", lambda *about: replace(usual(*about), text_minimum=20.0)
    )
    with pytest.raises(PreflightError) as caught:
        make_personal(wanted)
    places = {str(one.location) for one in caught.value.diagnostics}
    assert places == {"gasten.csv!A2", "gasten.csv!A3", "gasten.csv!A4"}
    assert not wanted.build.output.exists()


def test_a_moulded_file_of_many_pages_has_them_all_in_order(made_mould: Mould) -> None:
    file = io.BytesIO()
    written = MouldedFile(made_mould, file)
    count = 2 * BRANCH + 3
    for place in range(count):
        written.add(_square(place % 7))
    written.close()
    with pikepdf.open(file) as document:
        assert document.check_pdf_syntax() == []
        pages = list(document.pages)
        assert len(pages) == count
        assert [page.Contents.read_bytes() for page in pages] == [
            b"0 0 %d 1 re f" % (place % 7) for place in range(count)
        ]
        assert len({page.Contents.objgen for page in pages}) == 7


def _square(wide: int) -> bytes:
    return zlib.compress(b"0 0 %d 1 re f" % wide)


@pytest.fixture
def made_mould(wanted: PersonalRequest) -> Mould:
    (made,) = make_personal(wanted)
    with pikepdf.open(made.path) as document:
        del document.pages[1:]
        out = io.BytesIO()
        document.save(out)
    return Mould(out.getvalue())


def test_the_command(deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["personal", str(deck), "--card", "welkom", "--rows", str(deck / "gasten.csv"), "-o",
             str(tmp_path / "uit")]  # fmt: skip
    assert run(words) == 0
    assert "welkom.pdf" in capsys.readouterr().out
    assert run([*words[:5], str(tmp_path / "none.csv"), *words[6:]]) != 0


def test_memory_does_not_grow_with_the_pages(wanted: PersonalRequest, tmp_path: Path) -> None:
    held = []
    for count in (60, 300):
        rows = table(tmp_path, *(f"Gast {place};docent;De Brug;Wat zoek jij?"
                                 for place in range(count)))  # fmt: skip
        tracemalloc.start()
        made: list[PersonalFile] = make_personal(replace(wanted, rows=rows))
        held.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert made[0].pages == 2 * count
    assert held[1] < 1.3 * held[0]
