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
    """The cards of a region that look different from its base's.

    Raises what ``build_deck`` raises.
    """
    below = project.base if region == BASE and project.base else project.root
    decks = (below, BASE), (project.root, region)
    return deck_pairs(decks, language, shape, dpi, cache=cache, on_progress=on_progress)


def deck_pairs(
    decks: tuple[tuple[Path, str], tuple[Path, str]],
    language: str,
    shape: str,
    dpi: float,
    *,
    cache: Path | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> list[Pair]:
    """The cards that look different in two decks, from the very files that a build makes.

    Each deck is a project's folder and a region in it. Raises what ``build_deck`` raises.
    """
    from samenspel.proofing.pairs import card_pairs as pairs

    def built(home: Path, folder: Path, name: str) -> BuiltFile:
        request = BuildRequest(
            home,
            folder,
            regions=(name,),
            languages=(language,),
            formats=(shape,),
            products=("cards",),
            cache=cache,
            drafts=True,
        )
        return build_deck(request, on_progress).files[0]

    with TemporaryDirectory(prefix="samenspel-") as home:
        before, after = (built(Path(home, str(number)), *deck) for number, deck in enumerate(decks))
        return list(pairs(before, after, dpi))
