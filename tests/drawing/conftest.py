"""Every drawing is made once in a test run, also when several workers share the run."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.drawing.svgfiles import FONTS, Drawing

from samenspel_drawing.marks import MARKS
from samenspel_drawing.pictograms import PICTOGRAMS
from samenspel_drawing.scenes import draw_scene
from samenspel_drawing.svg import svg_document


def _draw(name: str) -> Drawing:
    if name in MARKS:
        return Drawing([], MARKS[name](FONTS))
    large = name.removesuffix("-klein")
    if large in PICTOGRAMS:
        pictogram = PICTOGRAMS[large]
        layers = pictogram.large().layers() if large == name else [(pictogram.small(), "ink")]
    else:
        layers = draw_scene(name).layers()
    return Drawing(layers, svg_document(layers))


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Drawing]:
    """What draws a scene, a pictogram or a logo by its name; what one worker drew, others read."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "drawn"
    shared.mkdir(exist_ok=True)
    known: dict[str, Drawing] = {}

    def get(name: str) -> Drawing:
        if name not in known:
            file: Path = shared / f"{name}.pickle"
            if file.exists():
                known[name] = pickle.loads(file.read_bytes())
            else:
                known[name] = _draw(name)
                unfinished = file.with_suffix(f".{os.getpid()}")
                unfinished.write_bytes(pickle.dumps(known[name]))
                unfinished.replace(file)
        return known[name]

    return get
