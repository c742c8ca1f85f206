"""What ``docs/cartoons.md`` shows is so."""

from __future__ import annotations

import re
from types import SimpleNamespace

from tests.drawing.judging import judge_canvas
from tests.drawing.svgfiles import ROOT, Drawing

from samenspel_drawing.palette import ACCENTS, PALETTE
from samenspel_drawing.svg import svg_document

TEXT = (ROOT / "docs" / "cartoons.md").read_text(encoding="utf-8")


def test_the_example_of_an_eleventh_cartoon_draws_one() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    module = SimpleNamespace()
    exec(compile(code, "docs/cartoons.md", "exec"), module.__dict__)
    layers = module.draw().layers()
    judge_canvas(Drawing(layers, svg_document(layers)))
    colours = [name for _, name in layers]
    assert {"mist", "sand", "coral"} <= set(colours) and colours[-1] == "ink"
    assert len(svg_document(layers)) > 10_000


def test_the_table_of_colours_is_the_palette() -> None:
    row = re.compile(r"\| (\**)(\w+)\** \| (#\w{6}) \| ([\d/]+) ")
    documented = {
        name: (screen, inks, bool(bold)) for bold, name, screen, inks in row.findall(TEXT)
    }
    assert documented == {
        c.name: (c.screen, "/".join(map(str, c.press)), c.name in ACCENTS) for c in PALETTE.values()
    }
