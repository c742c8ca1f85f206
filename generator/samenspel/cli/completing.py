"""What a shell completes: names of regions, formats, presses …, found without reading files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from samenspel.builtin import builtin_deck, is_project
from samenspel.cli.which_deck import presets_folder
from samenspel.errors import SamenspelError
from samenspel.products import SCREEN, product_names


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


def _project(folder: Path | None) -> Path | None:
    """The project that is meant: the folder, that in which one works, or the built-in deck."""
    try:
        return folder or presets_folder() or builtin_deck()
    except SamenspelError:
        return None


def known_names(folder: Path | None, *parts: str) -> list[str]:
    """Names that a user may give: of the YAML files in ``parts``, and what is always there."""
    presets = Path(__file__).resolve().parent.parent / "presets"
    project = _project(folder)
    places = [project.joinpath(*parts)] if project else []
    extra = {"basis", "all"} if parts == ("cards", "regions") else set()
    if parts[0] == "presets":
        places.append(presets.joinpath(*parts[1:]))
        extra = {"all"} if parts[1] == "formats" else set()
    found = {path.stem for place in places for path in place.glob("*.yaml")}
    # A shell takes a line for a name, and shows it as it is.
    return sorted({name for name in found if name.isprintable()} | extra)


def complete_languages(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Completes languages: the folders in ``cards/`` that hold furniture words."""
    del param
    project = _project(_folder(ctx))
    if project is None:
        return []
    found = sorted(path.parent.name for path in project.glob("cards/*/labels.yaml"))
    return [CompletionItem(name) for name in found if name.startswith(incomplete)]


def complete_products(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Completes the names of products; those for screens only where files of them are made."""
    del param
    known = (*product_names(), *(SCREEN if ctx.command.name == "build" else ()))
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


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


def complete_cards(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Completes the ids of cards: the names of their files without the number."""
    del param
    project = _project(_folder(ctx))
    if project is None:
        return []
    found = {re.sub(r"^\d+-", "", path.stem) for path in project.glob("cards/*/*.yaml")}
    return [CompletionItem(name) for name in sorted(found) if name.startswith(incomplete)]


complete_regions = _stems("cards", "regions")
complete_formats = _stems("presets", "formats")
complete_presses = _stems("presets", "presses")
complete_papers = _stems("presets", "papers")
