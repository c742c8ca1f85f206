"""External programs that some tests need as oracles."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

NPM = Path("~/.cache/samenspel-tools").expanduser()


def require_tool(name: str) -> str:
    """The path of a program; without it the test is skipped.

    With SAMENSPEL_REQUIRE_TOOLS=1 (as in CI) it fails instead, so no oracle goes missing unseen.
    """
    return shutil.which(name) or _missing(f"the program {name} is not installed")


def require_modules(*names: str) -> Path:
    """The ``node_modules`` that holds packages of npm; without them as ``require_tool``.

    SAMENSPEL_NPM names another folder than ~/.cache/samenspel-tools.
    """
    modules = Path(os.environ.get("SAMENSPEL_NPM", NPM)) / "node_modules"
    if missing := [name for name in names if not (modules / name).is_dir()]:
        _missing(f"not installed: {', '.join(missing)}")
    return modules


def _missing(message: str) -> NoReturn:
    if os.environ.get("SAMENSPEL_REQUIRE_TOOLS") == "1":
        pytest.fail(message)
    pytest.skip(message)
