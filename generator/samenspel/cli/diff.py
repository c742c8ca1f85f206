"""``samenspel diff``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.options import (
    cache_folder,
    complete_formats,
    complete_regions,
    folder_argument,
    languages,
    project_folder,
)
from samenspel.cli.show import progress, show_data, show_text, styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samenspel.comparing import Comparison, Difference
    from samenspel.project import Project
    from samenspel.proofing.pairs import Pair

EPILOG = """\b
Examples:
  samenspel diff waddenrand
  samenspel diff mijn-regio mijn-dek --html verschil.html
  samenspel diff waddenrand --pictures verschil/ --format poker
"""


@click.command(epilog=EPILOG, short_help="Show what a region changes.")
@click.argument("region", shell_complete=complete_regions)
@folder_argument
@click.option("--language", "-l", metavar="NAME", shell_complete=languages,
              help="The language to compare in.  [default: the region's first]")  # fmt: skip
@click.option(
    "--format", "-f", "shape", default="a6", show_default=True, metavar="NAME",
    shell_complete=complete_formats, help="The size of the cards in pictures.",
)  # fmt: skip
@click.option(
    "--pictures", type=click.Path(path_type=Path), metavar="DIR",
    help="Put a picture of each card that looks different here, before beside after.",
)  # fmt: skip
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE",
              help="Write one page with words and pictures, to read in a browser.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs to read.")
def diff(
    region: str, folder: Path | None, language: str | None, shape: str,
    pictures: Path | None, html: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Show what REGION changes of the deck that it is made from, card by card.

    FOLDER is a deck project, as for 'samenspel build'. For 'basis' the project's own cards are held
    against the deck that the project builds on.
    """
    from samenspel.builtin import builtin_deck
    from samenspel.comparing import compare
    from samenspel.loading import open_project
    from samenspel.offer import languages_of

    builtin = builtin_deck()
    project = open_project(project_folder(folder) or builtin, builtin)
    project.refuse_broken(region)
    language = language or languages_of(project, region)[0]
    comparison = compare(project, region, language)
    if pictures or html:
        _show_pictures(project, comparison, shape, pictures, html)
    if as_json:
        show_data(json.dumps(_plain(comparison), ensure_ascii=False, indent=2))
    elif not (pictures or html):
        show_text("\n".join(_lines(comparison)))


def _show_pictures(
    project: Project, comparison: Comparison, shape: str, pictures: Path | None, html: Path | None
) -> None:
    from samenspel.comparing import PAGE_DPI, PICTURE_DPI, card_pairs, html_page
    from samenspel.staging import Staging

    dpi = PICTURE_DPI if pictures else PAGE_DPI
    with progress() as tell:
        pairs = card_pairs(
            project, comparison.region, comparison.language, shape, dpi,
            cache=cache_folder(), on_progress=tell,
        )  # fmt: skip
    if pictures:
        with Staging(pictures) as staging:
            for name, data in _named(comparison, pairs, dpi):
                staging.write(name, data)
            made = staging.commit()
        show_text(f"{len(made)} cards look different; their pictures are in {pictures}", error=True)
    if html:
        with Staging(html.parent) as staging:
            staging.write(html.name, html_page(comparison, pairs).encode())
            staging.commit()
        show_text(f"{len(pairs)} cards look different; see {html}", error=True)


def _named(
    comparison: Comparison, pairs: Sequence[Pair], dpi: float
) -> Iterator[tuple[str, bytes]]:
    titles = comparison.base, comparison.name
    for number, pair in enumerate(pairs, start=1):
        data = pair.side_by_side(titles, ("no such card", "left out"), dpi)
        yield f"{number:02d}-{pair.card}.png", data


def _plain(comparison: Comparison) -> dict[str, object]:
    data = asdict(comparison)
    for one, difference in zip(data["differences"], comparison.differences, strict=True):
        one["place"] = str(difference.place) if difference.place else None
    return data


def _lines(comparison: Comparison) -> Iterator[str]:
    from samenspel.comparing import DECK, REGION, by_card, headline

    yield styled(comparison.name, bold=True)
    yield headline(comparison)
    if not comparison.differences:
        yield "\nNothing."
    headings = {REGION: "The region", DECK: "The deck"}
    for card, found in by_card(comparison.differences).items():
        yield ""
        yield styled(headings.get(card) or f"{found[0].title} ({card})", bold=True)
        for one in found:
            yield from _difference(one)


def _difference(one: Difference) -> Iterator[str]:
    from samenspel.comparing import told

    place = styled(f"  {one.place}" if one.place else "", dim=True)
    if not one.field:
        yield f"  {told(one)}{place}"
        return
    short = len(one.before) + len(one.after) < 60 and "\n" not in one.before + one.after
    if short:
        old, new = one.before or "–", styled(one.after or "–", fg="green")
        yield f"  {one.field}: {old} → {new}{place}"
        return
    yield f"  {one.field}{place}"
    for mark, text, colour in (("-", one.before, "red"), ("+", one.after, "green")):
        for line in _wrapped(text):
            yield styled(f"    {mark} {line}", fg=colour)


def _wrapped(text: str) -> Iterator[str]:
    import textwrap

    for line in text.splitlines():
        yield from textwrap.wrap(line, 92) or [""]
