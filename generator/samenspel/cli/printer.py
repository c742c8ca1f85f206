"""``samenspel printer``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.show import show_kept, show_table, show_text
from samenspel.cli.which_deck import folder_argument, project_folder
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.model.sheet import Flip

EPILOG = """\b
Examples:
  samenspel printer test -o proefvel.pdf
  samenspel printer add kantoor --back-offset 0.4,-0.3
  samenspel printer list
  samenspel build --product sheets --printer kantoor
"""


def _offset(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[float, float] | None:
    """Two lengths in mm with a comma between them."""
    if value is None:
        return None
    try:
        right, down = (float(part) for part in value.split(","))
    except ValueError as error:
        message = say('"{value}" is not two numbers, such as 0.4,-0.3', value=value)
        raise click.BadParameter(message, ctx, param) from error
    return right, down


@click.group(epilog=EPILOG, short_help="Printers whose backs lie beside their fronts.")
def printer() -> None:
    """Measure a printer once, and have its sheets lie back on front.

    Print the test sheet, hold it against the light, read two numbers, and keep them under a name.
    What a tray does may differ: give each tray a name of its own.
    """


@printer.command("test", epilog=EPILOG)
@folder_argument
@click.option("--paper", default="a4", show_default=True, help="The paper to print on.")
@click.option("--landscape", is_flag=True, help="A sheet on its side, which is measured by itself.")
@click.option(
    "--flip", default="long-edge", show_default=True,
    type=click.Choice(["long-edge", "short-edge"]),
    help="Over which edge the printer turns the sheet.",
)  # fmt: skip
@click.option("--language", "-l", help="The language of its words.  [default: the deck's]")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.  [default: printer-test.pdf, or printer-test-landscape.pdf]",
)  # fmt: skip
def test(
    folder: Path | None, paper: str, landscape: bool, flip: str, language: str | None,
    output: Path | None,
) -> None:
    """Make the test sheet on which one reads how far the back is off."""
    from samenspel.pipeline.calibrating import printer_test
    from samenspel.staging import write_whole

    output = output or Path("printer-test-landscape.pdf" if landscape else "printer-test.pdf")
    edge: Flip = "long-edge" if flip == "long-edge" else "short-edge"
    sheet = printer_test(project_folder(folder), paper, landscape, edge, language)
    write_whole(output, sheet, show_kept)
    show_text(say("written: {output}", output=output))


@printer.command("add", epilog=EPILOG)
@click.argument("name")
@click.option(
    "--back-offset", callback=_offset, metavar="RIGHT,DOWN",
    help="What the test sheet says, in mm: how far the back is too far right and too low.",
)  # fmt: skip
@click.option(
    "--landscape-offset", callback=_offset, metavar="RIGHT,DOWN",
    help="The same from a test sheet with --landscape.",
)  # fmt: skip
@click.option(
    "--margin", type=click.FloatRange(0, 10), metavar="MM",
    help="What the printer cannot reach along the edges of a sheet.",
)  # fmt: skip
def add(
    name: str,
    back_offset: tuple[float, float] | None,
    landscape_offset: tuple[float, float] | None,
    margin: float | None,
) -> None:
    """Keep a printer under NAME. Of one that is kept already, only what is given changes."""
    from samenspel.model.sheet import Printer
    from samenspel.printers import add_printer, printers

    known = printers().get(name, Printer(name))
    said = {"back_offset": back_offset, "landscape_offset": landscape_offset, "margin": margin}
    given = {key: value for key, value in said.items() if value is not None}
    path = add_printer(replace(known, **given))  # type: ignore[arg-type]
    show_text(say("written: {path}", path=path))


@printer.command("list", epilog=EPILOG)
def list_() -> None:
    """Show all printers that you keep."""
    from samenspel.printers import printers

    rows = [
        (one.name, _shown(one.back_offset), _shown(one.landscape_offset), f"{one.margin:g}")
        for one in printers().values()
    ]
    show_table(("printer", "back offset mm", "landscape mm", "margin mm"), rows)


@printer.command("remove", epilog=EPILOG)
@click.argument("name")
def remove(name: str) -> None:
    """Forget a printer."""
    from samenspel.printers import remove_printer

    show_text(say("written: {path}", path=remove_printer(name)))


def _shown(offset: tuple[float, float] | None) -> str:
    return f"{offset[0]:g}, {offset[1]:g}" if offset else "not measured"
