"""Separations by Ghostscript: what each plate would print."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PIL import Image, ImageChops
from tests.tools import require_tool

INKS = ("Cyan", "Magenta", "Yellow", "Black")
WITHOUT_TEXT = "-dFILTERTEXT"


def plates(
    pdf: Path, page: int, folder: Path, *options: str, dpi: int = 144
) -> dict[str, Image.Image]:
    """The four plates of a page (from 1) as grey images: 255 is no ink, 0 is solid."""
    subprocess.run(
        [
            require_tool("gs"),
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-dSAFER",
            "-sDEVICE=tiffsep",
            f"-r{dpi}",
            "-dGraphicsAlphaBits=1",
            "-dTextAlphaBits=1",
            f"-dFirstPage={page}",
            f"-dLastPage={page}",
            *options,
            f"-sOutputFile={folder}/p.tif",
            str(pdf),
        ],
        check=True,
        capture_output=True,
    )
    return {ink: Image.open(folder / f"p({ink}).tif").convert("L") for ink in INKS}


def ink_box(plate: Image.Image, *, lightest: int = 250) -> tuple[int, int, int, int] | None:
    """The box of all pixels with ink (darker than ``lightest``), or None."""
    return plate.point(lambda value: 255 if value < lightest else 0).getbbox()


def text_boxes(
    pdf: Path, page: int, folder: Path, *, dpi: int = 144
) -> dict[str, tuple[int, int, int, int] | None]:
    """Where text changes each plate: the page with its text against the page without it.

    Black text that overprints changes the black plate alone, whatever it stands on.
    """
    with_text = {ink: image.copy() for ink, image in plates(pdf, page, folder, dpi=dpi).items()}
    without = plates(pdf, page, folder, WITHOUT_TEXT, dpi=dpi)
    return {
        ink: ink_box(ImageChops.invert(ImageChops.difference(with_text[ink], without[ink])))
        for ink in INKS
    }
