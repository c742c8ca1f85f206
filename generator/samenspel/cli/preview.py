"""``samenspel preview``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from samenspel.cli.options import build_options, output_option, paper_option
from samenspel.cli.recording import record_new
from samenspel.cli.show import progress, show_diagnostics, show_pictures, show_stopped, show_text
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.saying import say

EPILOG = """\b
Examples:
  samenspel preview
  samenspel preview mijn-dek --region waddenrand --format poker
  samenspel preview --grid
"""


@click.command(epilog=EPILOG, short_help="Make pictures to look at.")
@folder_argument
@build_options
@paper_option
@click.option(
    "--dpi", type=click.FloatRange(20, 600), default=150, show_default=True,
    help="How fine the pictures are, in dots per inch.",
)  # fmt: skip
@click.option("--grid", is_flag=True, help="Lay the grid that cards are designed on over them.")
@click.option("--png", "lossless", is_flag=True,
              help="Write PNG files, which lose nothing and take longer.")  # fmt: skip
@click.option(
    "--clean", is_flag=True,
    help="Remove pictures of earlier previews whose page is no more; without it they are only "
    "named.",
)  # fmt: skip
@output_option("The folder to put the pictures in; it is made when it is not there.")
def preview(
    folder: Path | None, output: Path, dpi: float, grid: bool, lossless: bool, **wanted: Any
) -> int:
    """Make pictures (JPEG) of every page, and one contact sheet of all cards.

    Look at these before you print; preflight only looks at what is built. FOLDER is a deck
    project, as for 'samenspel build'. The pictures come in
    output/REGION/LANGUAGE/FORMAT/preview/, for a press other than 'coated' in preview-PRESS/, and
    with several presses in a folder for each press before REGION. A later preview for the same
    press takes their place.
    """
    from samenspel.pipeline import BuildRequest
    from samenspel.proofing import CONTACT_SHEET, preview_deck

    request = BuildRequest(
        project=project_folder(folder), output=output, cache=cache_folder(), **wanted
    )
    record_new(request)
    with progress() as tell:
        report = preview_deck(request, tell, dpi, grid, lossless=lossless)
    for picture in report.pictures:
        if picture.stem == CONTACT_SHEET:
            show_text(say("contact sheet: {picture}", picture=picture))
    for path in report.removed:
        show_text(say("removed: {path}", path=path))
    if report.warnings:
        show_diagnostics(report.warnings)
    show_pictures(len(report.pictures), output, request.presses)
    return show_stopped(report.stopped)
