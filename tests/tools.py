"""External programs that some tests need as oracles."""

from __future__ import annotations

import os
import shutil

import pytest


def require_tool(name: str) -> str:
    """The path of a program; without it the test is skipped.

    With SAMENSPEL_REQUIRE_TOOLS=1 (as in CI) it fails instead, so no oracle goes missing unseen.
    """
    path = shutil.which(name)
    if path is None:
        message = f"the program {name} is not installed"
        if os.environ.get("SAMENSPEL_REQUIRE_TOOLS") == "1":
            pytest.fail(message)
        pytest.skip(message)
    return path
