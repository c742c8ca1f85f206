"""Arguments and options that several commands share."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from samenspel.cli.completing import (
    complete_cards,
    complete_formats,
    complete_languages,
    complete_papers,
    complete_presses,
    complete_products,
    complete_regions,
    complete_schemes,
    scheme_names,
)
from samenspel.cli.which_deck import Command
from samenspel.errors import UsageError
from samenspel.model.backs import BACKS
from samenspel.products import SCREEN, product_names
from samenspel.saying import say

STANDARDS = ("PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002")


def html_file(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Where a page is written. Raises UsageError (``html-file-name``): no YAML gives way to it."""
    del ctx, param
    if value is not None and value.suffix.lower() not in (".html", ".htm"):
        raise UsageError.of(
            "html-file-name",
            say('"{file}" does not end in .html', file=value),
            remedy=say("call it {named}", named=shlex.quote(f"{value.stem}.html")),
        )
    return value


def split(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option that may be given several times, each several with commas."""
    del ctx, param
    return tuple(name.strip() for part in value for name in part.split(",") if name.strip())


def _one_press(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> str:
    """The one press; of a second the maker is told, so that none is left out in silence."""
    names = split(ctx, param, value)
    if len(names) != 1:
        raise click.UsageError(
            say(
                "'samenspel {command}' looks at one press at a time, and here are {count}: "
                "{names}; ask for each in a command of its own",
                command=ctx.info_name,
                count=len(names),
                names=", ".join(names) or "-",
            )
        )
    return names[0]


def deck_options(command: Command) -> Command:
    """The options that say which decks to make, for one press."""
    return _deck_options(press_option(command), None, "")


def build_options(command: Command) -> Command:
    """The same options, for several presses."""
    return _deck_options(presses_option(command), None, "")


def order_options(command: Command) -> Command:
    """The same options, for a command that makes the cards unless it is asked for more."""
    return _deck_options(presses_option(command), None, "", product="cards")


def screen_options(command: Command) -> Command:
    """The same options, for several presses, and with what is made for screens."""
    return _deck_options(presses_option(command), None, "", SCREEN)


def batch_options(command: Command) -> Command:
    """The same options, for a command that makes every deck unless it is asked for some."""
    return _deck_options(presses_option(command), "all", "all")


def all_deck_options(command: Command) -> Command:
    """Those for one press, for a command that looks at every deck unless it is asked for some."""
    return _deck_options(press_option(command), "deck", "deck")


def _deck_options(
    command: Command, region: str | None, shape: str, screens: Iterable[str] = (),
    product: str = "what the deck names",
) -> Command:  # fmt: skip
    for option in reversed(_options(region, shape, screens, product)):
        command = option(command)
    return command


def press_option(command: Command) -> Command:
    """``--press``: the one that it will be printed on."""
    return click.option(
        "--press", default=("coated",), multiple=True, callback=_one_press, metavar="NAME",
        shell_complete=complete_presses,
        help="How it will be printed; see 'samenspel list presses'.  [default: coated]",
    )(command)  # fmt: skip


def presses_option(command: Command) -> Command:
    """``--press``: one or several."""
    return click.option(
        "--press", "presses", default=("coated",), multiple=True, callback=split, metavar="NAME",
        shell_complete=complete_presses,
        help="How it will be printed; see 'samenspel list presses'. May be given several times; "
        "then each press gets a folder of its own name.  [default: coated]",
    )(command)  # fmt: skip


_USUAL_REGIONS = {
    None: "the region that the deck is for",
    "deck": "all that the deck is for",
    "basis": "basis",
    "all": "all",
}


def _options(
    region: str | None, shape: str, screens: Iterable[str], product: str
) -> Sequence[Callable[[Any], Any]]:
    usual = "all" if shape else "a6"
    return (
        click.option(
            "--region", "-r", "regions", multiple=True, default=(region,) if region else (),
            metavar="NAME", shell_complete=complete_regions, callback=split,
            help="A region to make the deck for; 'basis' is the deck without a region, 'all' "
            "makes every region that is ready. May be given several times, or with commas.  "
            f"[default: {_USUAL_REGIONS[region]}]",
        ),
        click.option(
            "--language", "-l", "languages", multiple=True, callback=split, metavar="NAME",
            shell_complete=complete_languages,
            help="A language, such as nl, or 'all'. May be given several times.  [default: all of "
            "the region's; for 'basis' the one that the deck was written in]",
        ),
        click.option(
            "--drafts", is_flag=True,
            help="Also languages that are drafts, which no native speaker has read yet.",
        ),
        click.option(
            "--format", "-f", "formats", multiple=True, default=(shape,) if shape else (),
            metavar="NAME", callback=split,
            shell_complete=complete_formats,
            help="The size of the cards, such as a6 or poker; 'all' makes every size. May be given "
            f"several times.  [default: what the deck names, else {usual}]",
        ),
        click.option(
            "--product", "-p", "products", multiple=True, callback=split, metavar="NAME",
            shell_complete=complete_products,
            help=f"What to make: {', '.join((*product_names(), *screens))}, or 'all' that is "
            "printed; see 'samenspel list products'. May be given several times.  [default: "
            f"{product}]",
        ),
        click.option(
            "--card", "-c", "cards", multiple=True, callback=split, metavar="ID",
            shell_complete=complete_cards,
            help="Only this card, by its id, such as blijf-onbevangen. May be given several times.",
        ),
        click.option(
            "--backs", type=click.Choice(BACKS),
            help="The backs of the cards: a story of its own on each, one shared by all so that "
            "one draws blind, or one a suit.  [default: what the deck says]",
        ),
        *_SIZES,
    )  # fmt: skip


def sheet_options(command: Command) -> Command:
    """How cards are put on sheets."""
    for option in reversed(_SHEETS):
        command = option(command)
    return command


_SHEETS: Sequence[Callable[[Any], Any]] = (
    click.option(
        "--scheme", default="n-up", show_default=True, metavar="NAME",
        shell_complete=complete_schemes,
        help=f"How cards are put on sheets: {', '.join(scheme_names())}; see 'samenspel list "
        "schemes'.",
    ),
    click.option(
        "--flip", default="long-edge", show_default=True,
        type=click.Choice(["long-edge", "short-edge"]),
        help="Over which edge the printer turns a sheet for its second side.",
    ),
    click.option(
        "--copies", type=click.IntRange(1, 1000), metavar="NUMBER",
        help="How often each card is wanted on the sheets.  [default: once, or as the scheme has "
        "it]",
    ),
    click.option(
        "--fill/--no-fill", default=True,
        help="Fill places that are left over with cards to write on, or leave them empty.  "
        "[default: fill]",
    ),
    click.option(
        "--gap", "gutter", type=click.FloatRange(0, 100), metavar="MM",
        help="Between cards on a sheet; 0 lets neighbours share a cut.  [default: the format's]",
    ),
    click.option(
        "--creep", type=click.FloatRange(0, 1), default=0.1, show_default=True, metavar="MM",
        help="How thick a sheet of a booklet is; so much do its inner pages move to the spine.",
    ),
    click.option(
        "--printer", metavar="NAME",
        help="A printer that you measured; see 'samenspel printer'.",
    ),
)  # fmt: skip


def paper_option(command: Command) -> Command:
    """``--paper``: what sheets are printed on."""
    return _paper_option("a4 and a3")(command)


def ordered_paper_option(command: Command) -> Command:
    """The same for a shop, which prints all that it is given."""
    return _paper_option("a3")(command)


def _paper_option(usual: str) -> Callable[[Command], Command]:
    return click.option(
        "--paper", "papers", multiple=True, callback=split, metavar="NAME",
        shell_complete=complete_papers,
        help="The paper of sheets, such as a4, sra3 or letter, or one of your own; see 'samenspel "
        f"list papers'. May be given several times.  [default: {usual}]",
    )  # fmt: skip


_SIZES: Sequence[Callable[[Any], Any]] = (
    click.option(
        "--size", "sizes", multiple=True, callback=split, metavar="NAME",
        help="The size of what is not made as cards, such as a2; see 'samenspel list products'. "
        "May be given several times.  [default: the product's own choice]",
    ),
    click.option(
        "--orientation", "orientations", multiple=True,
        type=click.Choice(["landscape", "portrait", "all"]),
        help="Which way up that is.  [default: landscape]",
    ),
)  # fmt: skip


def press_options(command: Command) -> Command:
    """The options that ask for something else than the press preset does."""
    for option in reversed(_PRESS_OPTIONS):
        command = option(command)
    return command


_PRESS_OPTIONS: Sequence[Callable[[Any], Any]] = (
    click.option(
        "--standard", type=click.Choice(STANDARDS, case_sensitive=False),
        metavar=f"[{'|'.join(STANDARDS)}]",
        help="What the files are built to.  [default: what the press asks for]",
    ),
    click.option(
        "--text", type=click.Choice(["live", "outlined"]),
        help="Text as text in fonts, or as outlines without fonts (which cannot be searched or "
        "read aloud).  [default: what the press asks for]",
    ),
    click.option(
        "--pages", type=click.Choice(["front-back", "back-front", "separate"]),
        help="How the cards' faces follow each other; 'separate' makes a file of fronts and one of "
        "backs.  [default: what the press asks for]",
    ),
    click.option(
        "--die-lines/--no-die-lines", default=True,
        help="Whether to make files with a die line too, when the press asks for them.  "
        "[default: yes]",
    ),
)  # fmt: skip


def output_option(help_text: str) -> Callable[[Command], Command]:
    """``--output``: where the result comes."""
    return click.option(
        "--output", "-o", type=click.Path(path_type=Path), default=Path("output"),
        show_default=True, help=help_text,
    )  # fmt: skip
