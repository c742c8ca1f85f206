"""``samenspel diff``."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.completing import complete_formats, complete_languages, complete_regions
from samenspel.cli.options import html_file
from samenspel.cli.show import progress, show_data, show_kept, show_text, styled
from samenspel.cli.tongue import here
from samenspel.cli.tongue import language as tongue
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.errors import UsageError
from samenspel.printable import json_text
from samenspel.saying import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samenspel.comparing import Comparison, Difference, Edition
    from samenspel.project import Project
    from samenspel.proofing.pairs import Pair

    Pairs = Callable[..., list[Pair]]

EPILOG = """\b
Examples:
  samenspel diff waddenrand
  samenspel diff mijn-regio mijn-dek --html verschil.html
  samenspel diff waddenrand --pictures verschil/ --format poker
  samenspel diff --base 2026.1 samenspel-2027.zip
"""


@click.command(epilog=EPILOG, short_help="Show what a region changes.")
@click.argument("region", required=False, shell_complete=complete_regions)
@folder_argument
@click.option(
    "--base", nargs=2, metavar="OLD NEW",
    help="Instead of a region: what one edition of a deck says otherwise than another, each a "
    "folder, a zip file, or the number of an edition that is installed.",
)  # fmt: skip
@click.option("--language", "-l", metavar="NAME", shell_complete=complete_languages,
              help="The language to compare in.  [default: the region's first]")  # fmt: skip
@click.option(
    "--format", "-f", "shape", default="a6", show_default=True, metavar="NAME",
    shell_complete=complete_formats, help="The size of the cards in pictures.",
)  # fmt: skip
@click.option(
    "--pictures", type=click.Path(path_type=Path), metavar="DIR",
    help="Put a picture of each card that looks different here, before beside after.",
)  # fmt: skip
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", callback=html_file,
              help="Write one page with words and pictures, to read in a browser.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs to read.")
def diff(
    region: str | None, folder: Path | None, base: tuple[str, str] | None,
    language: str | None, shape: str, pictures: Path | None, html: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Show what REGION changes of the deck that it is made from, card by card.

    FOLDER is a deck project, as for 'samenspel build'. For 'basis' the project's own cards are held
    against the deck that the project builds on. Before you take a new edition of the base deck,
    --base OLD NEW shows all that it changes, also in cards that you have no text of your own for.
    """
    if base:
        if region is not None:
            raise click.UsageError("--base compares two editions, so no region is named with it")
        _editions(*base, language, shape, pictures, html, as_json)
        return
    if region is None:
        raise click.UsageError("name a region, or two editions with --base OLD NEW")
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
        _show_pictures(_region_pairs(project, comparison), comparison, shape, pictures, html)
    if as_json:
        show_data(json_text(_plain(comparison), 2))
    elif not (pictures or html):
        show_text("\n".join(_lines(comparison)))


def _editions(
    old: str, new: str, language: str | None, shape: str,
    pictures: Path | None, html: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Two editions, in all languages that both have, or in one; pictures in the first of them."""
    from samenspel.builtin import builtin_deck
    from samenspel.comparing import compare_editions, opened_editions, shared_languages
    from samenspel.diagnostics import near_match

    with opened_editions(old, new, builtin_deck()) as (before, after):
        known = shared_languages(before, after)
        if language is not None and language not in known:
            raise UsageError.of(
                "language-unknown",
                say('not both editions have the language "{language}"', language=language),
                remedy=near_match(language, known),
            )
        wanted = [language] if language else known
        found = [compare_editions(before, after, one) for one in wanted]
        if pictures or html:
            _show_pictures(_edition_pairs(before, after, found[0]), found[0], shape, pictures, html)
    if as_json:
        show_data(json_text([_plain(one) for one in found], 2))
    elif not (pictures or html):
        show_text("\n\n".join("\n".join(_lines(one)) for one in found))


def _region_pairs(project: Project, comparison: Comparison) -> Pairs:
    from samenspel.comparing import card_pairs

    return partial(card_pairs, project, comparison.region, comparison.language)


def _edition_pairs(before: Edition, after: Edition, comparison: Comparison) -> Pairs:
    from samenspel.comparing import deck_pairs

    decks = (before.project.root, "basis"), (after.project.root, "basis")
    return partial(deck_pairs, decks, comparison.language)


def _show_pictures(
    found: Pairs, comparison: Comparison, shape: str, pictures: Path | None, html: Path | None
) -> None:
    from samenspel.comparing import PAGE_DPI, PICTURE_DPI, html_page
    from samenspel.staging import Staging, write_whole

    dpi = PICTURE_DPI if pictures else PAGE_DPI
    with progress() as tell:
        pairs = found(shape, dpi, cache=cache_folder(), on_progress=tell)
    if pictures:
        with Staging(pictures, kept=show_kept) as staging:
            for name, data in _named_pictures(comparison, pairs, dpi):
                staging.write(name, data)
            made = staging.commit()
        show_text(
            say(
                "{count} cards look different; their pictures are in {pictures}",
                count=len(made),
                pictures=pictures,
            ),
            error=True,
        )
    if html:
        write_whole(html, html_page(comparison, pairs, tongue()).encode(), show_kept)
        show_text(
            say("{count} cards look different; see {html}", count=len(pairs), html=html), error=True
        )


def _named_pictures(
    comparison: Comparison, pairs: Sequence[Pair], dpi: float
) -> Iterator[tuple[str, bytes]]:
    titles = comparison.base, comparison.name
    for number, pair in enumerate(pairs, start=1):
        data = pair.side_by_side(titles, (here("no such card"), here("left out")), dpi)
        yield f"{number:02d}-{pair.card}.png", data


def _plain(comparison: Comparison) -> dict[str, object]:
    data = asdict(comparison)
    for one, difference in zip(data["differences"], comparison.differences, strict=True):
        one["place"] = str(difference.place) if difference.place else None
    return data


def _lines(comparison: Comparison) -> Iterator[str]:
    from samenspel.comparing import by_card, heading, headline

    yield styled(comparison.name, bold=True)
    yield here(headline(comparison))
    if not comparison.differences:
        yield "\n" + here("Nothing.")
    for card, found in by_card(comparison.differences).items():
        yield ""
        yield styled(here(heading(card, f"{found[0].title} ({card})")), bold=True)
        for one in found:
            yield from _difference(one)


def _difference(one: Difference) -> Iterator[str]:
    from samenspel.comparing import card_change_in_words

    place = styled(f"  {one.place}" if one.place else "", dim=True)
    if not one.field:
        yield f"  {here(card_change_in_words(one))}{place}"
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
