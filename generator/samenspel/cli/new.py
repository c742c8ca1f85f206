"""``samenspel new``."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.show import ask, in_tongue, one_line, show_text
from samenspel.cli.tongue import asked_language
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.model.ink import Ink
    from samenspel.starter import Start

EPILOG = """\b
Examples:
  samenspel new mijn-dek
  samenspel new mijn-dek --name "Regio Oost" --logo logo.svg --accent "#005a9c" --accent "#e4572e"
  samenspel new mijn-dek --full
  samenspel new mijn-casussen --kind-of casus
"""


def _examples(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The example decks that begin with what was typed."""
    from samenspel.starter import example_names

    del context, parameter
    return [name for name in example_names() if name.startswith(typed)]


@click.command(epilog=EPILOG, short_help="Make a deck of your own.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", help="The region's full name.  [default: the folder's]")
@click.option("--short", metavar="TEXT", default="", help="Its short name.  [default: the name]")
@click.option("--place", metavar="TEXT", default="", help="How one says 'in …' of it.")
@click.option("--kind", metavar="TEXT", default="onderwijsregio", show_default=True,
              help="What kind of network it is.")  # fmt: skip
@click.option("--language", "--languages", "-l", "languages", multiple=True, metavar="NAME",
              help="A language of the deck; may be given several times, or with commas.  "
              "[default: nl]")  # fmt: skip
@click.option("--logo", type=click.Path(path_type=Path), help="An SVG, JPEG, PNG or TIFF.")
@click.option("--accent", "--colour", "colours", metavar="COLOUR", multiple=True,
              help='A hex such as "#e4572e", or percents of ink: 0,72,68,2. The first colours the '
              "title card and the bands, a second one the drawings.")  # fmt: skip
@click.option("--full", is_flag=True,
              help="Copy the whole built-in deck; later editions do not reach it.")  # fmt: skip
@click.option(
    "--kind-of", "example", metavar="NAME", shell_complete=_examples,
    help="Begin with another kind of deck: a copy of an example, such as casus.",
)  # fmt: skip
def new(
    folder: Path, name: str | None, short: str, place: str, kind: str,
    languages: tuple[str, ...], logo: Path | None, colours: tuple[str, ...], full: bool,
    example: str | None,
) -> None:  # fmt: skip
    """Make a deck project of your own in FOLDER, which must be new or empty.

    It holds only what differs from the built-in deck, and builds at once. On a terminal you are
    asked for what you do not give: the region's name, its languages, a logo and two colours.
    With --ui the project keeps that language for its messages.
    """
    from samenspel.starter import (
        Start,
        check_empty,
        copy_example,
        copy_project,
        new_project,
        suggested_name,
    )

    ui = asked_language()
    if full or example:
        files = copy_example(folder, example, ui) if example else copy_project(folder, ui)
        _show_made(folder, files)
        show_text(say("  samenspel build {folder} --region basis", folder=shlex.quote(str(folder))))
        return
    check_empty(folder)
    given = any((name, languages, logo, colours))
    asks = on_terminal() and not given
    spoken = tuple(part for named in languages for part in named.split(",") if part) or ("nl",)
    if len(colours) > 2:
        raise click.BadParameter("two colours at most: for the bands, and for the drawings")
    accent, second = (*map(_ink, colours), None, None)[:2]
    start = Start(
        name or suggested_name(folder), spoken, logo, accent, short, place, kind, second, ui
    )
    start = _asked(start) if asks else start
    files = new_project(folder, start)
    _show(folder, files)


def on_terminal() -> bool:
    """True when somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ink(accent: str | None) -> Ink | None:
    from samenspel.pipeline.screen_colours import in_words
    from samenspel.starter import accent_of

    if not accent:
        return None
    ink = accent_of(accent)
    if ink.screen:
        show_text(say("{accent} prints as {ink}", accent=accent, ink=in_words(ink)))
    return ink


def _asked(start: Start) -> Start:
    """What somebody answers on a terminal; an empty answer takes what stands between brackets."""
    from dataclasses import replace

    name = ask("Name of the region", default=start.name)
    short = ask("Short name, inside a sentence", default=name)
    place = ask("How do you say 'in …'", default=in_tongue(say("in {short}", short=short)))
    languages = ask("Languages, with commas", default=",".join(start.languages))
    logo = _logo()
    accent = _colour("Your colour, for the title card and the bands")
    second = _colour("A second one, for the drawings") if accent else None
    return replace(
        start,
        name=name,
        short=short,
        place=place,
        languages=tuple(part.strip() for part in languages.split(",") if part.strip()),
        logo=logo,
        accent=accent,
        second=second,
    )


def _logo() -> Path | None:
    """A logo, asked for again until it can be printed, so that no answer is lost to it."""
    from samenspel.errors import SamenspelError
    from samenspel.starter import logo_bytes

    while True:
        text = ask("Logo (a file; Enter for none)", default="", show_default=False)
        named = text.strip().strip("\"'")
        if not named:
            return None
        logo = Path(named).expanduser()
        try:
            logo_bytes(logo)
            return logo
        except SamenspelError as error:
            show_text(one_line(error.diagnostics[0]), error=True)


def _colour(which: str) -> Ink | None:
    """A colour, asked for again until it is one."""
    from samenspel.errors import UsageError

    while True:
        text = ask(
            say('{which} ("#e4572e", or inks 0,72,68,2; Enter for the deck\'s own)', which=which),
            default="",
            show_default=False,
        )
        try:
            return _ink(text.strip().strip('"'))
        except UsageError as error:
            show_text(one_line(error.diagnostics[0]), error=True)


def _show_made(folder: Path, files: Sequence[Path]) -> None:
    show_text(
        say(
            "{count} files made in {folder}. Read {readme}, then:\n",
            count=len(files),
            folder=folder,
            readme=folder / "LEESMIJ.md",
        )
    )


def _show(folder: Path, files: Sequence[Path]) -> None:
    _show_made(folder, files)
    show_text(say("  samenspel build {folder}", folder=shlex.quote(str(folder))))
