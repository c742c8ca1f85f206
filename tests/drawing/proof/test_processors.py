"""The same drawing on every processor: sines and sums differ in their last bits, the art does not.

A program can't change its processor, but numpy, the C library and BLAS can be told to leave out
what newer ones can do; their last bits then differ as they do between machines. (Where they know
none of these settings, this compares a drawing with itself.)
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.decks import ROOT
from tests.drawing.svgfiles import FILES, text_of

OLD_PROCESSOR = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F",
    "OPENBLAS_CORETYPE": "Nehalem",
}
DRAW = "from samenspel_drawing.scenes import draw_scene; print(draw_scene('{}').svg(), end='')"


@pytest.mark.parametrize("slug", ["start-bij-jezelf", "titel"])
def test_an_old_processor_draws_the_same(slug):
    drawn = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", DRAW.format(slug)],
        env={**os.environ, **OLD_PROCESSOR},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert drawn.stdout == text_of(FILES[f"cartoons/{slug}"])
