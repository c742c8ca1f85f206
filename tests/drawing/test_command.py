"""``samenspel-drawing``: drawing again, comparing, and a plain word about mistakes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.drawing.svgfiles import ROOT

from samenspel_drawing.command import Exit, run

FONTS = ["--fonts", str(ROOT / "assets" / "fonts")]


def test_draws_named_pictures_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ambitie-klein", "stroomdal", "--output", str(tmp_path), *FONTS]) == Exit.DONE
    written = capsys.readouterr().out.splitlines()
    for path in ("pictograms/ambitie-klein.svg", "logos/stroomdal.svg"):
        assert (tmp_path / path).read_bytes() == (ROOT / "assets" / path).read_bytes()
        assert str(tmp_path / path) in written
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == len(written) == 2


def test_check_reports_every_file_that_differs_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["-o", str(tmp_path)]
    assert run(["polderland", *to, *FONTS]) == Exit.DONE
    assert run(["polderland", "proces-klein", *to, *FONTS, "--check"]) == Exit.DIFFERS
    reported = capsys.readouterr().err
    assert "proces-klein.svg: this file is missing" in reported
    assert "polderland.svg" not in reported
    drawn = tmp_path / "logos" / "polderland.svg"
    drawn.write_bytes(drawn.read_bytes().replace(b"z", b"Z", 1))
    assert run(["polderland", *to, *FONTS, "--check"]) == Exit.DIFFERS
    assert "polderland.svg: this file is not what" in capsys.readouterr().err
    assert not (tmp_path / "pictograms" / "proces-klein.svg").exists()


def test_an_unknown_name_is_a_usage_mistake_with_a_near_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["blijf-balancern"]) == Exit.USAGE
    assert 'did you mean "blijf-balanceren"' in capsys.readouterr().err


def test_without_the_faces_a_logo_names_the_file_and_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["stroomdal", "--fonts", str(tmp_path), "-o", str(tmp_path)]) == Exit.ACCESS
    reported = capsys.readouterr().err
    assert str(tmp_path) in reported and "root" in reported
    assert not list(tmp_path.iterdir())


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "samenspel_drawing", "proces-klein", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "what the drawing kit draws: 1 of 1 files\n")
