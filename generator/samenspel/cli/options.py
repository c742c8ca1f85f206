"""Arguments and options that several commands share, and which deck they work on."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from samenspel.builtin import builtin_deck, is_project
from samenspel.cli.show import show_text
from samenspel.diagnostics import Location
from samenspel.errors import SamenspelError, UsageError
from samenspel.products import product_names

Command = TypeVar("Command", bound=Callable[..., Any])
STANDARDS = ("PDF/X-4", "PDF/X-1a:2003", "PDF/X-3:2002")


def presets_folder() -> Path | None:
    """The project whose presets serve where somebody stands; ``None`` for samenspel's alone."""
    return Path() if is_project(Path()) else None


BUILT_IN = "samenspel.built-in"
"""Where a command line keeps that the built-in deck was asked for."""
ABOVE = 3
"""So many folders up a deck project is looked for, and one down."""


def project_folder(folder: Path | None) -> Path | None:
    """The deck project to work on; ``None`` stands for the built-in deck.

    A folder that is named must be a project, and so must the folder where somebody stands when
    there is a project near: UsageError (``project-not-found``) names those just above and below.
    The built-in deck is taken when ``--built-in`` asks for it, or, saying so, when none is near.
    """
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(BUILT_IN):
        return None
    here = folder or Path()
    if is_project(here):
        return here
    near = near_projects(here)
    if folder is None and not near:
        show_text("There is no deck project here: this is samenspel's built-in deck.", error=True)
        return None
    missing = "there is no such folder" if not here.exists() else "this is not a deck project"
    named = " or ".join(shlex.quote(str(path)) for path in near[:4])
    raise UsageError.of(
        "project-not-found",
        f"{missing}: it has no cards/deck.yaml",
        Location(str(here.resolve() if folder is None else here)),
        remedy=f"name the deck's folder: {named} (or give --built-in for samenspel's own deck)"
        if near
        else "name a folder that has one, or make one with: samenspel new FOLDER",
    )


def near_projects(here: Path) -> list[Path]:
    """The deck projects just below a folder and just above it, as one names them from there."""
    below = [path for path in _folders(here) if is_project(path)] if here.is_dir() else []
    above = [path for path in list(here.resolve().parents)[:ABOVE] if is_project(path)]
    return [*below, *map(_relative, above)]


def _folders(path: Path) -> list[Path]:
    try:
        return sorted(one for one in path.iterdir() if one.is_dir() and one.name[:1] != ".")
    except OSError:
        return []


def _relative(path: Path) -> Path:
    return Path(os.path.relpath(path))


def cache_folder() -> Path | None:
    """Where art made ready for the press is kept between builds; ``SAMENSPEL_CACHE`` sets it.

    An empty ``SAMENSPEL_CACHE`` keeps nothing.
    """
    named = os.environ.get("SAMENSPEL_CACHE")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        home = str(Path("~/Library/Caches").expanduser())
    else:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(home, "samenspel") if home and Path(home).is_absolute() else None


def _stems(*parts: str) -> Callable[..., list[CompletionItem]]:
    """Completes the names of a project's YAML files in one folder, without reading them."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        del param
        return [
            CompletionItem(name)
            for name in known_names(_folder(ctx), *parts)
            if name.startswith(incomplete)
        ]

    return complete


def _folder(ctx: click.Context) -> Path | None:
    """The project folder on a command line that is still being typed."""
    named = ctx.params.get("folder") or next((Path(word) for word in ctx.args), None)
    return named if named and is_project(named) else None


def known_names(folder: Path | None, *parts: str) -> list[str]:
    """Names that a user may give: of the YAML files in ``parts``, and what is always there."""
    presets = Path(__file__).resolve().parent.parent / "presets"
    try:
        project = folder or presets_folder() or builtin_deck()
        places = [project.joinpath(*parts)]
    except SamenspelError:
        places = []
    extra = {"basis", "all"} if parts == ("cards", "regions") else set()
    if parts[0] == "presets":
        places.append(presets.joinpath(*parts[1:]))
        extra = {"all"} if parts[1] == "formats" else set()
    return sorted({path.stem for place in places for path in place.glob("*.yaml")} | extra)


def languages(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Completes languages: the folders in ``cards/`` that hold furniture words."""
    del param
    try:
        project = _folder(ctx) or presets_folder() or builtin_deck()
    except SamenspelError:
        return []
    found = sorted(path.parent.name for path in project.glob("cards/*/labels.yaml"))
    return [CompletionItem(name) for name in found if name.startswith(incomplete)]


complete_regions = _stems("cards", "regions")
complete_formats = _stems("presets", "formats")


def _products(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    del ctx, param
    return [CompletionItem(name) for name in product_names() if name.startswith(incomplete)]


press_names = _stems("presets", "presses")
"""Completes the names of presses."""


def folder_argument(command: Command) -> Command:
    """``[FOLDER]``: the deck project; ``--built-in`` for samenspel's own."""
    kind = click.Path(path_type=Path)
    built_in = click.option(
        "--built-in", is_flag=True, expose_value=False, is_eager=True, callback=_note_built_in,
        help="Take the deck that comes with samenspel, whatever stands in this folder.",
    )  # fmt: skip
    return click.argument("folder", required=False, type=kind)(built_in(command))


def _note_built_in(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    ctx.meta[BUILT_IN] = value


def split(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option that may be given several times, each several with commas."""
    del ctx, param
    return tuple(name.strip() for part in value for name in part.split(",") if name.strip())


def deck_options(command: Command) -> Command:
    """The options that say which decks to make."""
    return _deck_options(press_option(command), None, "")


def build_options(command: Command) -> Command:
    """The same options, for a command that takes several presses."""
    return _deck_options(presses_option(command), None, "")


def all_deck_options(command: Command) -> Command:
    """The same options, for a command that looks at every deck unless it is asked for some."""
    return _deck_options(press_option(command), "deck", "deck")


def _deck_options(command: Command, region: str | None, shape: str) -> Command:
    for option in reversed(_options(region, shape)):
        command = option(command)
    return command


def press_option(command: Command) -> Command:
    """``--press``: the one that it will be printed on."""
    return click.option(
        "--press", default="coated", show_default=True, metavar="NAME",
        shell_complete=press_names, help="How it will be printed; see 'samenspel list presses'.",
    )(command)  # fmt: skip


def presses_option(command: Command) -> Command:
    """``--press``: one or several."""
    return click.option(
        "--press", "presses", default=("coated",), multiple=True, callback=split, metavar="NAME",
        shell_complete=press_names,
        help="How it will be printed; see 'samenspel list presses'. May be given several times; "
        "then each press gets a folder of its own name.  [default: coated]",
    )(command)  # fmt: skip


_USUAL_REGIONS = {
    None: "the region that the deck is for",
    "deck": "all that the deck is for",
    "basis": "basis",
    "all": "all",
}


def _options(region: str | None, shape: str) -> Sequence[Callable[[Any], Any]]:
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
            shell_complete=languages,
            help="A language, such as nl, or 'all'. May be given several times.  [default: all of "
            "the region's; for 'basis' the one that the deck was written in]",
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
            shell_complete=_products,
            help=f"What to make: {', '.join(product_names())} or 'all'; see 'samenspel list "
            "products'. May be given several times.  [default: what the deck names]",
        ),
        *_SIZES,
    )  # fmt: skip


def sheet_options(command: Command) -> Command:
    """How cards are put on sheets."""
    for option in reversed(_SHEETS):
        command = option(command)
    return command


def scheme_names() -> list[str]:
    """The names of schemes, from the names of their files: to import them takes a while."""
    folder = Path(__file__).resolve().parent.parent / "impose" / "schemes"
    files = (path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    return sorted(name.replace("_", "-") for name in files)


def complete_schemes(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Completes the names of schemes."""
    del ctx, param
    return [CompletionItem(name) for name in scheme_names() if name.startswith(incomplete)]


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
    return click.option(
        "--paper", "papers", multiple=True, callback=split, metavar="NAME",
        shell_complete=_stems("presets", "papers"),
        help="The paper of sheets, such as a4, sra3 or letter, or one of your own; see 'samenspel "
        "list papers'. May be given several times.  [default: a4 and a3]",
    )(command)  # fmt: skip


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
