"""Which libraries a command may import: how it feels is decided by what it loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import tiny_project

HEAVY = {
    "PIL", "babel", "coloraide", "cssselect2", "fontTools", "jinja2", "lxml", "markdown_it",
    "openpyxl", "pikepdf", "pydantic", "pypdfium2", "pyphen", "reportlab", "resvg_py", "rich",
    "starlette", "tinycss2", "uharfbuzz", "uvicorn", "yaml",
}  # fmt: skip
RUN = (
    "import sys, atexit, json\n"
    "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
    "from samenspel.cli import main\nmain()"
)


def loaded(*arguments: str, folder: Path, store: Path) -> set[str]:
    """The heavy libraries in memory when a command ends; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "SAMENSPEL_CACHE": str(store)}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stderr.splitlines()[-1])
    return HEAVY & {name.split(".")[0] for name in modules}


@pytest.mark.parametrize(
    ("command", "allowed"),
    [
        ("--help", set()),
        ("--version", set()),
        ("build --help", set()),
        ("explain", set()),
        ("studio --help", set()),
        ("explain text-too-long", set()),
        ("store", set()),
        ("printer list", set()),
        ("new dek --name Noordkust", {"yaml"}),
        ("list kinds --built-in", {"pydantic", "yaml"}),
        ("list --built-in regions", {"pydantic", "yaml"}),
        ("list --built-in presses", {"pydantic", "yaml"}),
    ],
)
def test_a_command_imports_what_it_needs(tmp_path: Path, command: str, allowed: set[str]) -> None:
    found = loaded(*command.split(), folder=tmp_path, store=tmp_path / "store")
    assert found <= allowed


def test_tables_of_a_project_that_is_as_it_was_need_no_library(tmp_path: Path) -> None:
    first = loaded("list", "--built-in", folder=tmp_path, store=tmp_path / "store")
    assert "pydantic" in first
    assert loaded("list", "--built-in", folder=tmp_path, store=tmp_path / "store") == set()


def test_a_build_that_would_change_nothing_needs_no_library(tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "deck")
    build = ("build", str(deck), "-r", "basis", "-o", "out")
    first = loaded(*build, folder=tmp_path, store=tmp_path / "store")
    assert {"reportlab", "pikepdf"} <= first
    assert loaded(*build, folder=tmp_path, store=tmp_path / "store") == set()
