"""New accents recolour the paths of their own colours, in every picture, and nothing else."""

from __future__ import annotations

import pytest
from tests.drawing.catalogue import QUICK
from tests.drawing.printing import judge_accents
from tests.drawing.svgfiles import FILES

PICTURES = [name for name in FILES if not name.startswith("logos/") and name not in QUICK]


@pytest.mark.parametrize("name", PICTURES)
def test_an_accent_recolours_exactly_its_own_paths(name):
    judge_accents(name)
