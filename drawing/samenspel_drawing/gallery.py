"""All art that the kit draws, as files below ``assets/``."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from samenspel_drawing.marks import MARKS
from samenspel_drawing.pictograms import PICTOGRAMS
from samenspel_drawing.scenes import draw_scene, drawn_slugs
from samenspel_drawing.svg import svg_document

Draw = Callable[[], str]
"""Draws a picture as an SVG document."""


def pictures(fonts: Path) -> dict[str, Draw]:
    """Return every picture's path below ``assets/`` and what draws it.

    `fonts` is the folder with the faces in which the example regions' logos are set.
    """
    found: dict[str, Draw] = {
        f"cartoons/{slug}.svg": partial(_scene, slug) for slug in drawn_slugs()
    }
    for name in PICTOGRAMS:
        found[f"pictograms/{name}.svg"] = partial(_pictogram, name)
        found[f"pictograms/{name}-klein.svg"] = partial(_small, name, "ink")
        found[f"pictograms/{name}-klein-wit.svg"] = partial(_small, name, "white")
    for name, draw in MARKS.items():
        found[f"logos/{name}.svg"] = partial(draw, fonts)
    return found


def _scene(slug: str) -> str:
    return draw_scene(slug).svg()


def _pictogram(name: str) -> str:
    return PICTOGRAMS[name].large().svg()


def _small(name: str, colour: str) -> str:
    return svg_document([(PICTOGRAMS[name].small(), colour)])


def chosen(known: Mapping[str, Draw], slugs: Collection[str]) -> dict[str, Draw]:
    """Return the pictures with these names (``titel``, ``ambitie-klein``); all when none is named.

    Raises KeyError with the first name that no picture has.
    """
    stems = {PurePosixPath(path).stem for path in known}
    for slug in slugs:
        if slug not in stems:
            raise KeyError(slug)
    return {p: draw for p, draw in known.items() if not slugs or PurePosixPath(p).stem in slugs}


def write(drawn: Mapping[str, str], assets: Path) -> list[Path]:
    """Write drawn pictures below the folder `assets`; return the files.

    All are drawn before the first is written, so that a scene that fails changes nothing.
    """
    files = []
    for path, document in drawn.items():
        file = assets / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document, encoding="utf-8", newline="\n")
        files.append(file)
    return files


def unlike(drawn: Mapping[str, str], assets: Path) -> list[str]:
    """Return the pictures whose file below `assets` is missing or is not what was drawn."""
    return [
        path
        for path, document in drawn.items()
        if not (assets / path).is_file() or (assets / path).read_bytes() != document.encode("utf-8")
    ]
