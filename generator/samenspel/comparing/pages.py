"""What a region's deck shows differently: the cards of which a page differs, before and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from samenspel.layers.shapes import BASE
from samenspel.pipeline import BuildRequest, BuiltFile, Progress, build_deck
from samenspel.project import Project

if TYPE_CHECKING:
    from samenspel.proofing.pairs import Pair

PICTURE_DPI = 120
PAGE_DPI = 96
"""Pixels per inch: of pictures in a folder, and of those in a page for a browser."""


def card_pairs(
    project: Project,
    region: str,
    language: str,
    shape: str,
    dpi: float,
    *,
    cache: Path | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> list[Pair]:
    """The cards that look different in a format, from the very files that a build makes.

    Raises what ``build_deck`` raises.
    """
    from samenspel.proofing.pairs import card_pairs as pairs

    def built(folder: Path | None, name: str) -> BuiltFile:
        request = BuildRequest(
            Path(home) / ("base" if folder == project.base else "own"),
            folder,
            regions=(name,),
            languages=(language,),
            formats=(shape,),
            products=("cards",),
            cache=cache,
        )
        return build_deck(request, on_progress).files[0]

    below = project.base if region == BASE and project.base else project.root
    with TemporaryDirectory(prefix="samenspel-") as home:
        return list(pairs(built(below, BASE), built(project.root, region), dpi))
