"""``samenspel proof``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from samenspel.cli.options import build_options, output_option
from samenspel.cli.recording import record_new
from samenspel.cli.show import (
    in_tongue,
    progress,
    show_diagnostics,
    show_pictures,
    show_stopped,
    show_table,
    show_text,
)
from samenspel.cli.tongue import language
from samenspel.cli.which_deck import (
    built_in_option,
    cache_folder,
    presets_folder,
    project_folder,
)
from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.proofing import ProofReport

DECK_ONLY = (
    "regions", "languages", "drafts", "formats", "products", "cards", "sizes", "orientations",
    "backs", "clean",
)  # fmt: skip

EPILOG = """\b
Examples:
  samenspel proof kaarten.pdf                     any PDF file that goes to a print shop
  samenspel proof kaarten.pdf --pages 1-4 --no-plates
  samenspel proof mijn-dek --region waddenrand    what 'samenspel build' would make
  samenspel proof mijn-dek --product poster --dpi 100 --no-paper
"""


@click.command(epilog=EPILOG, short_help="Show pages as the press will print them.")
@click.argument("what", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE... | FOLDER]")
@built_in_option
@build_options
@click.option(
    "--pages",
    default="",
    metavar="LIST",
    help="Pages of each file, such as 1,3-5.  [default: all]",
)
@click.option(
    "--dpi",
    type=click.FloatRange(20, 600),
    default=150,
    show_default=True,
    help="How fine the pictures are, in dots per inch.",
)
@click.option(
    "--paper/--no-paper",
    default=True,
    show_default=True,
    help="Show the colour of the paper, which is never as white as a screen. Without it, paper is "
    "as white as your screen and colours are shown relative to it.",
)
@click.option(
    "--plates/--no-plates",
    default=True,
    show_default=True,
    help="Also a picture of each plate alone: where cyan is printed, magenta, yellow, black, and "
    "every spot colour.",
)
@click.option(
    "--ink/--no-ink",
    default=True,
    show_default=True,
    help="Also a map of how much ink lies where, with the places that have most.",
)
@click.option(
    "--overlay/--no-overlay",
    default=True,
    show_default=True,
    help="Also a picture with the lines where the page is cut and what has to stay inside.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="INK",
    help="A plate that is not ink, such as a die line 'CutContour'; it is left out of the proof "
    "and of the ink figures. May be given several times.",
)
@click.option(
    "--ink-limit",
    type=click.FloatRange(100, 400),
    metavar="PERCENT",
    help="The most ink that the press can carry.  [default: the press's; 300 for a file]",
)
@click.option(
    "--safe",
    type=click.FloatRange(0, 50),
    metavar="MM",
    help="How far inside the cut text should stay.  [default: the format's; 4 for a file]",
)
@click.option(
    "--clean",
    is_flag=True,
    help="Remove pictures of earlier proofs whose page is no more; without it they are only "
    "named.",
)
@output_option("The folder to put the pictures in; it is made when it is not there.")
@click.pass_context
def proof(ctx: click.Context, /, what: tuple[Path, ...], output: Path, **wanted: Any) -> int:
    """Make pictures (PNG) of pages as the press will print them: a soft proof.

    Give PDF files, of samenspel's own making or any other. Or give a deck project (or nothing, as
    for 'samenspel build') to see what a build would make. Overprinting, knock-outs and spot colours
    are shown as they will be printed, in the colours of the press and paper that the file itself
    names, or of the one that you choose with --press.

    For each page you get NAME-proof.png, NAME-cyan.png and so on for each plate, NAME-ink.png and
    NAME-overlay.png, in output/proof/FILE/ or in output/REGION/LANGUAGE/FORMAT/proof/. For a press
    that you name the folder of a file is proof-PRESS/, and so is that of a deck, but for 'coated';
    with several presses it is in a folder for each press before REGION. A later proof for the same
    press takes their place.
    """  # fmt: skip
    from samenspel.pipeline import BuildRequest
    from samenspel.proofing import ProofWishes, proof_deck, proof_files

    deck = {name: wanted.pop(name) for name in (*DECK_ONLY, "presses")}
    wishes = ProofWishes(**wanted, language=language())
    files = _files(ctx, what)
    with progress() as tell:
        if files:
            given = ctx.get_parameter_source("presses") is not ParameterSource.DEFAULT
            press = _one(deck["presses"]) if given else None
            project = presets_folder() if given else None
            report = proof_files(
                files, output, wishes, press=press, project=project, on_progress=tell
            )
        else:
            folder = project_folder(what[0] if what else None)
            request = BuildRequest(project=folder, output=output, cache=cache_folder(), **deck)
            record_new(request)
            report = proof_deck(request, wishes, tell)
    _show(report)
    presses = () if files else deck["presses"]
    show_pictures(len(report.pictures), output, presses)
    return show_stopped(report.stopped)


def _files(ctx: click.Context, what: tuple[Path, ...]) -> list[Path]:
    """The PDF files that are named; none when it is a deck. Raises UsageError (``proof-mixed``)."""
    files = [path for path in what if not path.is_dir() and (path.suffix or path.exists())]
    others = [path for path in what if path not in files]
    if len(others) > 1 or (others and files):
        raise _mixed("files and decks cannot be proofed together", Location(str(others[0])))
    for name in (*DECK_ONLY, "built_in"):
        if files and ctx.get_parameter_source(name) is not ParameterSource.DEFAULT:
            option = next(str(p.opts[0]) for p in ctx.command.params if p.name == name)
            raise _mixed(say("{option} is for decks, and you gave a file", option=option))
    return files


def _one(presses: tuple[str, ...]) -> str:
    """The press of files. Raises UsageError (``proof-mixed``) for several."""
    if len(presses) != 1:
        raise UsageError.of(
            "proof-mixed",
            "a file is proofed for one press",
            remedy="give --press once, and run it again for the other",
        )
    return presses[0]


def _mixed(message: str, where: Location | None = None) -> Exception:
    return UsageError.of(
        "proof-mixed", message, where, remedy="give PDF files, or one deck project"
    )


def _show(report: ProofReport) -> None:
    named = any(page.name for page in report.pages)
    headings = ("file", "page", *(("card",) if named else ()), "plates", "most ink", "over 15 mm")
    rows = []
    for page in report.pages:
        spots = page.plates[4:]
        plates = "CMYK" + "".join(f" + {spot}" for spot in spots)
        over = " !" if page.ink.point.percent > page.ink_limit + 0.5 else ""
        rows.append(
            (
                str(page.file),
                str(page.page),
                *((page.name,) if named else ()),
                plates,
                in_tongue(page.ink.point.text) + over,
                page.ink.square.text,
            )
        )
    show_table(headings, rows, right=("page",))
    for path in report.removed:
        show_text(say("removed: {path}", path=path))
    if report.warnings:
        show_diagnostics(report.warnings)
