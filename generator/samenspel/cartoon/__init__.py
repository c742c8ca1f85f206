"""The drawing kit behind ``assets``: pen, plates, people, props, scenes, pictograms and logos.

`redraw` writes the cartoons' SVG files again, `redraw_all` also the pictograms and the example
regions' logos; they are the same bytes on every run.
"""

from collections.abc import Sequence
from pathlib import Path

from samenspel.cartoon.marks import redraw_marks
from samenspel.cartoon.pictograms import redraw_pictograms
from samenspel.cartoon.plates import Scene
from samenspel.cartoon.scenes import SCENES, draw_scene, drawn_slugs

__all__ = ["SCENES", "Scene", "draw_scene", "drawn_slugs", "redraw", "redraw_all"]


def redraw(folder: Path, slugs: Sequence[str] | None = None) -> list[Path]:
    """Draw cartoons (all, or those named) into `folder` as ``<slug>.svg``; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for slug in drawn_slugs() if slugs is None else slugs:
        path = folder / f"{slug}.svg"
        path.write_text(draw_scene(slug).svg(), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def redraw_all(assets: Path) -> list[Path]:
    """Draw cartoons, pictograms and logos into the subfolders of `assets`; return the files."""
    return [
        *redraw(assets / "cartoons"),
        *redraw_pictograms(assets / "pictograms"),
        *redraw_marks(assets / "logos", assets / "fonts"),
    ]
