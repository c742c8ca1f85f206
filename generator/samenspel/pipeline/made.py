"""A finished file on its way out, and how many of them a build makes."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.pipeline.build import Build
from samenspel.pipeline.causes import Origin
from samenspel.products.product import Piece, PrintFile


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file that has not been inspected yet, and what it was drawn from."""

    piece: Piece
    file: PrintFile
    pdf: bytes
    origin: Origin
    keys: tuple[str, ...] = ()
    """For a screen only: the digest of what each page is drawn from."""


def file_count(build: Build) -> int:
    """How many files a build makes; what stands in every format's folder counts in each."""
    counts = {
        piece.key: len(list(piece.product.file_names(piece, build.press))) for piece in build.pieces
    }
    folders = sum(
        counts[piece.key] * (1 if piece.folder else len(build.formats)) for piece in build.pieces
    )
    return len(build.editions) * folders
