"""A card that a newer base left out is told as that, with what to do; a slip of the pen is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.projects import BLANK, tiny_project, write

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.loading import open_project

GONE = "luister-eerst"


@pytest.fixture
def builtin(tmp_path: Path) -> Path:
    """A deck of which the newest edition lacks a card that the one before it has."""
    home = tmp_path / "builtin"
    tiny_project(home / "editions/1.0")
    shutil.copytree(home / "editions/1.0", home, dirs_exist_ok=True)
    deck = (home / "cards/deck.yaml").read_text(encoding="utf-8")
    write(home, "cards/deck.yaml", deck.replace("1.0", "2027.1").replace(f" {GONE},", ""))
    (home / f"cards/nl/01-{GONE}.yaml").unlink()
    (home / "cards/regions/noordkust.yaml").unlink()
    return home


def problems(folder: Path, builtin: Path) -> list[Diagnostic]:
    try:
        broken = open_project(folder, builtin).broken
    except ContentError as error:
        return list(error.diagnostics)
    return [one for found in broken.values() for one in found]


def deck(folder: Path, **files: str) -> Path:
    write(folder, "cards/deck.yaml", "base: samenspel 2027.1\n")
    for name, text in files.items():
        write(folder, name, text)
    return folder


REGION = "name: Kust\nshort: Kust\nplace: aan zee\nkind: regio\ncards:\n"
OWN = BLANK + "after: {}\n"


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("cards/nl/60-eigen.yaml", OWN.format(GONE), "after"),
        (f"cards/nl/01-{GONE}.yaml", "core: Van ons.\n", ""),
        ("cards/regions/kust.yaml", f"{REGION}  drop: [{GONE}]\n", "cards.drop[1]"),
        ("cards/regions/kust.yaml", f"{REGION}  change: {{{GONE}: {{core: A.}}}}\n",
         f"cards.change.{GONE}"),
    ],
)  # fmt: skip
def test_a_card_that_the_base_left_out(
    tmp_path: Path, builtin: Path, name: str, text: str, key: str
) -> None:
    (told,) = problems(deck(tmp_path / "dek", **{name: text}), builtin)
    assert (told.code, told.key) == ("card-unknown", key)
    assert told.location and told.location.file == name
    assert told.message == f'samenspel 2027.1 no longer has the card "{GONE}"'
    assert "the edition 1.0 has it" in told.remedy and "did you mean" not in told.remedy


def test_an_edition_that_is_not_here_is_known_by_the_records(tmp_path: Path, builtin: Path) -> None:
    shutil.rmtree(builtin / "editions")
    folder = deck(tmp_path / "dek", **{"cards/nl/60-eigen.yaml": OWN.format(GONE)})
    assert "did you mean" not in problems(folder, builtin)[0].message
    record = f'nl:\n  {GONE}.core:\n    fingerprint: "00000000"\n    text: "Wie luistert"\n'
    write(folder, "cards/.basis/basis.yaml", record)
    (told,) = problems(folder, builtin)
    assert "no longer has" in told.message and "cards/.basis" in told.remedy


def test_a_slip_of_the_pen_is_none(tmp_path: Path, builtin: Path) -> None:
    folder = deck(tmp_path / "dek", **{"cards/nl/60-eigen.yaml": OWN.format("titell")})
    (told,) = problems(folder, builtin)
    assert told.remedy == 'did you mean "titel"?'
