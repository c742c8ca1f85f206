"""``samenspel cartoon``: drawing again, comparing, and a plain word when the libraries lack."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.cli.main import run


def test_draws_named_pictures_into_a_folder(tmp_path: Path) -> None:
    assert run(["cartoon", "ambitie-klein", "stroomdal", "--output", str(tmp_path)]) == 0
    for path in ("pictograms/ambitie-klein.svg", "logos/stroomdal.svg"):
        assert (tmp_path / path).read_bytes() == (ROOT / "assets" / path).read_bytes()
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 2


def test_check_tells_every_file_that_differs_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["cartoon", "ambitie-klein", "proces-klein", "-o", str(tmp_path), "--check"]
    assert run(command[:2] + command[3:5]) == 0
    assert run(command) == 3
    told = capsys.readouterr().err
    assert "proces-klein.svg" in told and "missing" in told
    assert "ambitie-klein.svg" not in told
    drawn = tmp_path / "pictograms" / "ambitie-klein.svg"
    drawn.write_bytes(drawn.read_bytes().replace(b"z", b"Z", 1))
    assert run([*command[:2], *command[3:]]) == 3
    assert "cartoon-differs" in capsys.readouterr().err
    assert not (tmp_path / "pictograms" / "proces-klein.svg").exists()


def test_an_unknown_name_is_a_usage_mistake_with_a_near_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["cartoon", "blijf-balancern"]) == 2
    assert 'did you mean "blijf-balanceren"' in capsys.readouterr().err


@pytest.mark.parametrize("library", ["numpy", "shapely"])
def test_without_its_libraries_it_says_how_to_get_them(
    library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in list(sys.modules):
        if name.startswith("samenspel.cartoon") or name.partition(".")[0] == library:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    assert run(["cartoon", "titel"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert f"needs {library}" in told and 'pip install "samenspel[cartoon]"' in told
