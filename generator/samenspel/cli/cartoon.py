"""``samenspel cartoon``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from samenspel.builtin import builtin_deck
from samenspel.cli.show import show_text
from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError, UsageError

if TYPE_CHECKING:
    from samenspel.cartoon.gallery import Draw

EXTRA = ("numpy", "shapely")
"""What only the drawing kit needs."""


@click.command(
    epilog="\b\nExamples:\n  samenspel cartoon --check\n"
    "  samenspel cartoon blijf-balanceren --output drawings",
    short_help="Draw the cartoons again.",
)
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option(
    "--output",
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("assets"),
    show_default=True,
    help="Where to write; each picture has its place in a subfolder.",
)
@click.option("--check", is_flag=True, help="Write nothing; tell which files differ.")
def cartoon(slugs: tuple[str, ...], folder: Path, check: bool) -> None:
    """Draw the built-in deck's pictures again as SVG files.

    All of them, or those that are named: a cartoon (blijf-balanceren), a pictogram (ambitie,
    ambitie-klein), another picture (titel, poster-midden, patroon) or an example logo. It needs
    the libraries of the drawing kit: pip install "samenspel[cartoon]".
    """
    wanted = _chosen(slugs)
    drawn: dict[str, str] = {}
    for path, draw in wanted.items():
        drawn[path] = draw()
        if not check:
            show_text(str(folder / path))
    if check:
        _compare(drawn, folder)
        return
    from samenspel.cartoon.gallery import write

    write(drawn, folder)


def _chosen(slugs: Sequence[str]) -> Mapping[str, Draw]:
    """What draws each picture that is asked for. Raises UsageError."""
    try:
        from samenspel.cartoon.gallery import chosen, pictures
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        raise UsageError.of(
            "cartoon-extra-missing",
            f"the drawing kit needs {error.name}, which is not installed",
            remedy='install it with: pip install "samenspel[cartoon]"',
        ) from error
    known = pictures(builtin_deck() / "assets" / "fonts")
    unknown = [slug for slug in slugs if slug not in {PurePosixPath(path).stem for path in known}]
    if unknown:
        stems = [PurePosixPath(path).stem for path in known]
        raise UsageError(
            Diagnostic(
                "cartoon-unknown",
                f'there is no picture "{slug}"',
                remedy=near_match(slug, stems),
            )
            for slug in unknown
        )
    return chosen(known, slugs)


def _compare(drawn: Mapping[str, str], folder: Path) -> None:
    """Raises ContentError for every file that is not what the kit draws."""
    from samenspel.cartoon.gallery import unlike

    different = unlike(drawn, folder)
    if different:
        raise ContentError(
            Diagnostic(
                "cartoon-differs",
                "this file is not what the drawing kit draws"
                if (folder / path).is_file()
                else "this file is missing",
                Location(str(folder / path)),
                remedy=f"draw it again with: samenspel cartoon {PurePosixPath(path).stem}",
            )
            for path in different
        )
    show_text(f"{len(drawn)} files are what the drawing kit draws.")
