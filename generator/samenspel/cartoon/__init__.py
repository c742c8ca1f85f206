"""The drawing kit behind ``assets/cartoons``: pen, plates, people, props and ten scenes.

`redraw` writes the SVG files again; they are the same bytes on every run.
"""

from collections.abc import Sequence
from pathlib import Path

from samenspel.cartoon.plates import Scene
from samenspel.cartoon.scenes import SCENES, draw_scene, drawn_slugs

__all__ = ["SCENES", "Scene", "draw_scene", "drawn_slugs", "redraw"]


def redraw(folder: Path, slugs: Sequence[str] | None = None) -> list[Path]:
    """Draw cartoons (all, or those named) into `folder` as ``<slug>.svg``; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for slug in drawn_slugs() if slugs is None else slugs:
        path = folder / f"{slug}.svg"
        path.write_text(draw_scene(slug).svg(), encoding="utf-8", newline="\n")
        written.append(path)
    return written
