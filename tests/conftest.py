"""What holds for every test: samenspel speaks English, whatever the machine's own language is."""

import os

import pytest

pytest.register_assert_rewrite("tests.goldens")
os.environ["SAMENSPEL_UI"] = "en"
