"""What holds for every test: samenspel speaks English, whatever the machine's own language is."""

import os

import pytest

from samenspel.cli.tongue import speak

pytest.register_assert_rewrite("tests.goldens")
os.environ["SAMENSPEL_UI"] = "en"


@pytest.fixture(autouse=True)
def in_english() -> None:
    """A command that spoke Dutch leaves no language behind for the next test of its process."""
    speak("en")
