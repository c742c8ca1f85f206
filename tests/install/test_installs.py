"""The package as it is shipped: wheel, sdist and editable install, run from an empty folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import tarfile
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A wheel, an sdist, and the wheel that comes out of the sdist."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir"]
    run(*build, out / "direct", "--wheel", ROOT, cwd=out)
    run(*build, out / "whole", ROOT, cwd=out)
    return {
        "wheel": next((out / "direct").glob("*.whl")),
        "sdist": next((out / "whole").glob("*.tar.gz")),
        "wheel from sdist": next((out / "whole").glob("*.whl")),
    }


def environment(folder: Path) -> Path:
    """A new environment that sees this one's libraries, but not its samenspel; returns its Python.

    The path file lends the libraries' folder as it is, so that folder's own path files (such as
    that of an editable install) do nothing.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    purelib = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    )
    Path(purelib.strip(), "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def install(python: Path, *what: str | Path) -> None:
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps"]
    offline = ["--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    run(*pip, *offline, *what, cwd=ROOT)


def check(python: Path, empty: Path, home: Path) -> None:
    """Builds from an empty folder with the command, out of the deck below ``home``."""
    empty.mkdir()
    where = "from samenspel import builtin_deck; print(builtin_deck())"
    assert Path(run(python, "-c", where, cwd=empty).strip()).is_relative_to(home)
    command = python.parent / "samenspel"
    output = run(command, "build", "--region", "waddenrand", "--product", "poster", cwd=empty)
    assert "poster.pdf" in output
    made = sorted(path.name for path in (empty / "output/waddenrand/nl/a6").iterdir())
    assert made == ["manifest.json", "poster.pdf"]
    assert "text-too-long" in run(command, "explain", cwd=empty)
    run(command, "new", "mijn-dek", cwd=empty)
    assert "Mijn dek" in run(command, "list", "regions", "mijn-dek", cwd=empty)


@pytest.mark.parametrize("kind", ["wheel", "wheel from sdist"])
def test_a_wheel_brings_its_deck(shipped: dict[str, Path], kind: str, tmp_path: Path) -> None:
    python = environment(tmp_path / "env")
    install(python, shipped[kind])
    check(python, tmp_path / "empty", tmp_path / "env")


def test_a_double_click_sets_itself_up_and_opens_the_studio(
    shipped: dict[str, Path], tmp_path: Path
) -> None:
    """On Linux; the libraries are lent, so that pip finds the locked versions and fetches none."""
    sys.path.insert(0, str(ROOT / "tools"))
    from starter_zip import starter_zip

    for name in ("a.zip", "b.zip"):
        starter_zip(shipped["wheel"], tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    run("unzip", "-q", tmp_path / "a.zip", cwd=tmp_path)
    top = tmp_path / "samenspel-start"
    assert b"\r\n" in (top / "begin-windows.bat").read_bytes()
    environment(top / "samenspel" / "omgeving")
    begin = subprocess.Popen(
        [top / "begin-linux.sh", "--no-browser"], cwd=tmp_path, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PIP_NO_INDEX": "1", "PYTHONUNBUFFERED": "1"}, start_new_session=True,
    )  # fmt: skip
    assert begin.stdout is not None
    try:
        address = next(part for line in begin.stdout for part in line.split() if "key=" in part)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with browser.open(address) as page:
            assert b"samenspel" in page.read()
    finally:
        os.killpg(begin.pid, signal.SIGTERM)
        begin.stdout.close()
        begin.wait(timeout=60)
    assert (top / "mijn-dekken").is_dir()


def test_an_editable_install_uses_the_checkout(tmp_path: Path) -> None:
    python = environment(tmp_path / "env")
    install(python, "--editable", ROOT)
    check(python, tmp_path / "empty", ROOT)


def test_both_wheels_hold_the_same(shipped: dict[str, Path]) -> None:
    names = [sorted(zipfile.ZipFile(shipped[k]).namelist()) for k in ("wheel", "wheel from sdist")]
    assert names[0] == names[1]


def test_the_wheel_holds_all_of_the_deck_and_all_data(shipped: dict[str, Path]) -> None:
    held = set(zipfile.ZipFile(shipped["wheel"]).namelist())
    for folder in ("cards", "assets"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"samenspel/_builtin/{path.relative_to(ROOT).as_posix()}" in held
    package = ROOT / "generator" / "samenspel"
    for pattern in ("presets/**/*.yaml", "explain/*.md", "py.typed"):
        found = list(package.glob(pattern))
        assert found, pattern
        for path in found:
            assert f"samenspel/{path.relative_to(package).as_posix()}" in held
    assert not [name for name in held if "__pycache__" in name or name.endswith(".pyc")]


def test_the_sdist_holds_what_a_wheel_is_made_of(shipped: dict[str, Path]) -> None:
    with tarfile.open(shipped["sdist"]) as archive:
        held = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"pyproject.toml", "hatch_build.py", "LICENSE", "README.md", "cards/deck.yaml"} <= held


def test_the_drawing_kit_is_a_wheel_of_its_own(shipped: dict[str, Path], tmp_path: Path) -> None:
    names = zipfile.ZipFile(shipped["wheel"]).namelist()
    assert not [name for name in names if "drawing/" in name and name.endswith(".py")]
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir"]
    run(*build, tmp_path, ROOT / "drawing", cwd=tmp_path)
    python = environment(tmp_path / "env")
    install(python, next(tmp_path.glob("samenspel_drawing-*.whl")))
    command = python.parent / "samenspel-drawing"
    run(command, "ambitie-klein", "--output", tmp_path / "drawn", cwd=tmp_path)
    drawn = tmp_path / "drawn" / "pictograms" / "ambitie-klein.svg"
    assert drawn.read_bytes() == (ROOT / "assets/pictograms/ambitie-klein.svg").read_bytes()
