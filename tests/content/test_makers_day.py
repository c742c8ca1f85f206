"""A maker's day: three people's edits, two presses, a new edition of the base, and two undos.

After each step the folders are compared byte by byte with what they were before it: what changed is
what the step was for, and not a byte of anybody's is lost.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.projects import ROOT, change

from samenspel.cli.main import run
from samenspel.project import bases

OWN, SECOND = "Wat zagen wij in Duin?", "Wat zagen wij in Duin pas laat?"
CARD = ["-c", "blijf-onbevangen", "-f", "poker"]


def tree(folder: Path) -> dict[str, bytes]:
    """All files but the steps that undo keeps, and the folders' names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".samenspel" not in path.relative_to(folder).parts
    }


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    assert not set(before) - set(after), "a file is gone"
    return {name for name, data in after.items() if before.get(name) != data}


def edited(book: Path, key: str, text: str) -> None:
    """Somebody types another text in a cell."""
    workbook = load_workbook(book)
    sheet = workbook["nl"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    [row] = [
        number
        for number in range(2, sheet.max_row + 1)
        if str(sheet.cell(number, heads["Kenmerk"]).value) == key
    ]
    sheet.cell(row, heads["Tekst"]).value = text
    workbook.save(book)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with two editions of the base; a question of the newer is otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    newer = tmp_path / "newer/2027.1"
    shutil.copytree(ROOT / "cards", newer / "cards")
    change(newer, "cards/deck.yaml", 'edition: "2026.1"', 'edition: "2027.1"')
    question = "Welke domme vraag stellen wij vandaag alsnog?"
    card = (newer / "cards/nl/18-blijf-onbevangen.yaml").read_text(encoding="utf-8")
    start = card.index("  - ", card.index("questions:"))
    second = card.index("  - ", start + 1)
    third = card.index("  - ", second + 1)
    (newer / "cards/nl/18-blijf-onbevangen.yaml").write_text(
        f"{card[:second]}  - {question}\n{card[third:]}", encoding="utf-8"
    )
    # The folder, not the function: modules that are loaded already hold the function itself.
    monkeypatch.setattr(bases, "EDITIONS", newer.parent)
    return tmp_path


def test_a_makers_day_loses_no_byte(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = here / "dek"
    start = ["new", "dek", "--name", "Onderwijsregio Duin", "--short", "Duin", "--place", "in Duin"]
    assert run(start) == 0
    assert {path.name for path in here.iterdir()} == {"dek", "newer"}
    [region] = [path.stem for path in (deck / "cards/regions").glob("*.yaml")]
    file, record = f"cards/regions/{region}.yaml", f"cards/.basis/{region}.yaml"

    # One types YAML; the next command notes what the base says there, and nothing else.
    text = (deck / file).read_text(encoding="utf-8")
    assert "\ncards:" not in text
    own = f"cards:\n  change:\n    blijf-onbevangen:\n      questions:\n        2: {OWN}\n"
    (deck / file).write_text(text.rstrip("\n") + "\n" + own, encoding="utf-8")
    before = tree(deck)
    assert run(["check", "dek", *CARD]) == 0
    assert differing(before, tree(deck)) == {record}

    # Two others get a workbook each; meanwhile the first goes on typing.
    before = tree(deck)
    assert run(["texts", "export", "b.xlsx", "dek", "-r", region, "-f", "poker"]) == 0
    assert tree(deck) == before
    shutil.copy("b.xlsx", "c.xlsx")
    change(deck, file, OWN, SECOND)
    edited(Path("b.xlsx"), f"{region}:start-bij-jezelf.core", "Wie begint, begint bij zichzelf.")
    edited(Path("c.xlsx"), f"{region}:blijf-balanceren.core", "Wie staat, wiebelt een beetje.")
    edited(Path("c.xlsx"), f"{region}:blijf-onbevangen.questions.2", "Een ander woord?")
    assert run(["texts", "export", "c.xlsx", "dek", "-r", region, "-f", "poker"]) == 0
    assert Path("c-2.xlsx").is_file()  # an edited workbook is never written over

    before = tree(deck)
    assert run(["texts", "import", "b.xlsx", "dek", "--yes"]) == 0
    assert differing(before, tree(deck)) == {file, record}
    before_c = tree(deck)
    capsys.readouterr()
    assert run(["texts", "import", "c.xlsx", "dek", "--yes"]) == 0
    assert "[texts-conflict]" in capsys.readouterr().err
    assert differing(before_c, tree(deck)) == {file, record}
    said = (deck / file).read_text(encoding="utf-8")
    for words in (SECOND, "Wie begint, begint bij zichzelf.", "Wie staat, wiebelt een beetje."):
        assert words in said
    assert said.startswith(text.rstrip("\n"))  # what stood there stands there

    # Two presses; then another card, which leaves the first one's files alone.
    before = tree(deck)
    presses = ["--press", "coated", "--press", "meinspiel"]
    assert run(["build", "dek", *CARD, *presses, "-o", "out"]) == 0
    made = tree(here / "out")
    assert {name.split("/")[0] for name in made} == {"coated", "meinspiel"}
    other = ["-c", "titel", "-f", "poker", "--press", "coated"]
    other_build = ["build", "dek", *other, "-o", "out/coated"]
    assert run(other_build) == 0
    assert {name: made[name] for name in made if name in tree(here / "out")} == made
    assert tree(deck) == before

    # The same one press after the other, into one folder.
    apart = ["build", "dek", *CARD, "-o", "apart"]
    assert run([*apart, "--press", "coated"]) == 0
    files = {data for name, data in tree(here / "apart").items() if name.endswith(".pdf")}
    assert run([*apart, "--press", "uncoated"]) == 0
    both = {data for name, data in tree(here / "apart").items() if name.endswith(".pdf")}
    assert files < both and tree(deck) == before

    # A new edition of the base: what it changes is shown; then both texts are shown, accepted, and
    # taken back.
    capsys.readouterr()
    assert run(["diff", "--base", "2026.1", "2027.1"]) == 0
    assert "Welke domme vraag stellen wij vandaag alsnog?" in capsys.readouterr().out
    assert tree(deck) == before
    change(deck, "cards/deck.yaml", "2026.1", "2027.1")
    before = tree(deck)
    assert run(["check", "dek", *CARD[2:], "-p", "cards"]) == 0
    assert "[override-outdated]" in capsys.readouterr().err
    assert tree(deck) == before
    assert run(["check", "dek", *CARD[2:], "-p", "cards", "--accept"]) == 0
    told = capsys.readouterr().err
    assert "Welke domme vraag stellen wij vandaag alsnog?" in told and SECOND in told
    assert differing(before, tree(deck)) == {record}
    assert run(["undo", "dek", "--yes"]) == 0
    assert tree(deck) == before

    # And the last import too: all is as it was before it, but for the line with the edition.
    assert run(["undo", "dek", "--yes"]) == 0
    after = tree(deck)
    assert differing(before_c, after) == {"cards/deck.yaml"}
    assert set(after) == set(before_c)

    # What was built of the earlier edition goes when that is asked for, and nothing of anybody's.
    [folder] = (here / "out" / "coated").rglob("poker")
    [drawn] = folder.glob("*titel*.pdf")
    [old] = folder.glob("*onbevangen*.pdf")
    (folder / "notities.txt").write_text("Bellen met de drukker.", encoding="utf-8")
    drawn.write_bytes(drawn.read_bytes() + b"% a remark")
    before = tree(here / "out")
    assert run([*other_build, "--clean"]) == 0
    after = tree(here / "out")
    assert set(before) - set(after) == {old.relative_to(here / "out").as_posix()}
    assert drawn.with_name(f"{drawn.stem}-kept.pdf").read_bytes().endswith(b"% a remark")
    assert (folder / "notities.txt").is_file()
    assert tree(deck) == {**before_c, "cards/deck.yaml": tree(deck)["cards/deck.yaml"]}
