"""What a proof gives back: its pages, and what their maker should know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samenspel.diagnostics import Diagnostic
from samenspel.pipeline import Stopped
from samenspel.separations import Coverage


@dataclass(frozen=True, slots=True)
class ProofedPage:
    """One page of a proof."""

    file: Path
    """The PDF."""
    page: int
    """From 1."""
    plates: tuple[str, ...]
    """The names of its inks."""
    ink: Coverage
    """How much of it there is."""
    ink_limit: float
    """How much there may be, in percent."""
    pictures: tuple[Path, ...]
    """The files that show it."""
    name: str = ""
    """The card's and its side, for a page of a deck."""


@dataclass(frozen=True, slots=True)
class ProofReport:
    """All pages, and what their maker should know."""

    pages: tuple[ProofedPage, ...]
    """In the order of the files."""
    warnings: tuple[Diagnostic, ...] = ()
    """What their maker should know."""
    stopped: tuple[Stopped, ...] = ()
    """Regions of which nothing could be made."""
    removed: tuple[Path, ...] = ()
    """Pictures of pages that are no more, where that was asked for."""

    @property
    def pictures(self) -> list[Path]:
        """Every picture that was made."""
        return [picture for page in self.pages for picture in page.pictures]
