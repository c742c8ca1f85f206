"""``samenspel check``."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.options import all_deck_options, html_file, paper_option
from samenspel.cli.recording import record_new
from samenspel.cli.show import (
    progress,
    show_data,
    show_diagnostics,
    show_kept,
    show_table,
    show_text,
)
from samenspel.cli.tongue import language
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.diagnostics import Severity
from samenspel.errors import ExitCode, UsageError
from samenspel.saying import counted, say

if TYPE_CHECKING:
    from samenspel.checking import Acceptance, CheckReport, FitRow
    from samenspel.offer import EditionName

ROOMY = 110
"""A terminal with so many columns has room for the whole table."""

EVERYWHERE = say("everywhere")

EPILOG = """\b
Examples:
  samenspel check
  samenspel check mijn-dek --region waddenrand --format poker
  samenspel check mijn-dek --html check.html
  samenspel check --strict --json > check.json
  samenspel check mijn-dek --designs --format all
"""


@click.command(epilog=EPILOG, short_help="See whether all texts fit and the deck is good.")
@folder_argument
@all_deck_options
@paper_option
@click.option("--all", "everything", is_flag=True,
              help="Show every text, also of the base deck, and every message.")  # fmt: skip
@click.option("--json", "json_", is_flag=True, help="Print JSON, for other programs to read.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", callback=html_file,
    help="Also write one HTML page with pictures of the cards.",
)  # fmt: skip
@click.option(
    "--accept", is_flag=True,
    help="Write down that you have seen which texts of the base changed under your own.",
)  # fmt: skip
@click.option(
    "--designs", is_flag=True,
    help="Also try the pages of each kind with short, usual and long texts.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="End with an error for warnings too.")
def check(
    folder: Path | None,
    everything: bool,
    json_: bool,
    html: Path | None,
    accept: bool,
    designs: bool,
    strict: bool,
    **wanted: Any,
) -> int:
    """Lay out every card without drawing it, and look at texts, questions and brand.

    FOLDER is a deck project, as for 'samenspel build'. For every region, language and format you
    see which texts do not fit and by how many words, and which are at their smallest size. Then
    come messages about questions, words and the region's colours and logo. Your own texts in the
    formats that you order come first; the rest is counted, and shown with --all. A card or a
    region may waive a warning, with its reason, under 'waive:' in its file.

    With --designs the pages of the deck's kinds are tried too, with texts of no card: as short and
    as long as their fields ask for, or as those of the deck's own cards.

    Outdated texts are reported until you accept them with --accept.

    Ends with 3 when something would stop a build; with --strict also when there are warnings.
    """
    from samenspel.checking import acceptance, as_html, as_json, check_deck
    from samenspel.pipeline import BuildRequest
    from samenspel.staging import write_whole

    request = BuildRequest(
        project=project_folder(folder), output=Path("output"), cache=cache_folder(), **wanted
    )
    if accept:
        _own_folder(request.project)
        _accept(acceptance(request), folder)
    else:
        record_new(request, quiet=json_)
    with progress() as tell:
        report = check_deck(request, tell, pictures=html is not None, designs=designs)
    if html is not None:
        write_whole(html, as_html(report, language()).encode(), show_kept)
    if json_:
        show_data(as_json(report))
    else:
        _show(report, everything)
        if html is not None:
            show_text(say("report: {html}", html=html))
    return ExitCode.CONTENT if report.errors or (strict and report.warnings) else ExitCode.DONE


def _accept(seen: Acceptance, folder: Path | None) -> None:
    """Say what is accepted, text by text, and write it down."""
    for one in seen.outdated:
        show_text(f"{one.place}: {one.key}", error=True)
        show_text(say("  the base said:     {was}", was=one.was), error=True)
        show_text(
            say(
                "  it says now:       {now}  ({base_place})", now=one.now, base_place=one.base_place
            ),
            error=True,
        )
        show_text(say("  yours, which stays: {own}", own=one.own), error=True)
    for path in seen.write():
        show_text(say("written: {path}", path=path), error=True)
    changes = counted("1 change", "{count} changes", count=len(seen.outdated))
    show_text(
        say(
            "{changes} of the base accepted; take it back with: samenspel undo{where}",
            changes=changes,
            where=f" {shlex.quote(str(folder))}" if folder else "",
        ),
        error=True,
    )


def _own_folder(project: Path | None) -> None:
    """Raise UsageError when there is no project of one's own to write in."""
    if project is None:
        raise UsageError.of(
            "project-not-found",
            "there is no deck project here to write in",
            remedy="name its folder: samenspel check FOLDER --accept",
        )


def _show(report: CheckReport, everything: bool) -> None:
    """The maker's own first; what else there is in one line for each kind."""
    from samenspel.checking import first_to_read

    shown = first_to_read(report, everything)
    if shown.texts and _wide():
        headings = ("card", "field", "format", "size", "lines", "left", "hyph.", "where")
        rows = [_row(group.row, _where(group.editions, report)) for group in shown.texts]
        show_table(headings, rows, right=("size", "lines", "left", "hyph."))
        show_text("")
    elif shown.texts:
        narrow = [_narrow_row(group.row, _where(group.editions, report)) for group in shown.texts]
        show_table(("text", "format", "size", "left"), narrow, right=("size", "left"))
        show_text("")
    if everything or not report.base:
        _matrix(report)
    for one in report.excused:
        place = one.waiver.location
        if everything or not report.is_of_base(one.diagnostic):
            show_text(
                say(
                    "waived: {code} in {place}: {reason}",
                    code=one.waiver.code,
                    place=place,
                    reason=one.waiver.reason,
                )
            )
    if shown.messages:
        show_diagnostics((one.diagnostic for one in shown.messages), say("a build would stop"))
    for line in shown.rest:
        show_text(say("also: {line}; --all shows them", line=line))
    errors, warnings = report.of_severity(Severity.ERROR), report.of_severity(Severity.WARNING)
    show_text(
        say(
            "{texts} texts in {editions} and {formats}: {errors}, {warnings}, {waived} waived",
            texts=len(report.rows),
            editions=counted("{count} edition", "{count} editions", count=len(report.editions)),
            formats=counted("{count} format", "{count} formats", count=len(report.formats)),
            errors=counted("{count} error", "{count} errors", count=len(errors)),
            warnings=counted("{count} warning", "{count} warnings", count=len(warnings)),
            waived=len(report.excused),
        )
    )


def _row(row: FitRow, where: str) -> tuple[str, ...]:
    fit = row.fit
    size = f"{fit.size:g} ({fit.design:.4g}–{fit.minimum:.4g})"
    left = say("{left:.1f} mm", left=fit.left) if not fit.cut else _words_to_cut(fit.cut)
    hyphens = str(fit.hyphens) if fit.hyphens else ""
    return (fit.card, row.field, row.format, size, str(fit.lines), left, hyphens, where)


def _wide() -> bool:
    """True when there is room for all columns: on a wide terminal, and in a file."""
    import shutil

    return not sys.stdout.isatty() or shutil.get_terminal_size().columns >= ROOMY


def _narrow_row(row: FitRow, where: str) -> tuple[str, ...]:
    """The columns that matter most, for a narrow terminal."""
    card, field, shape, size, _, left, _, _ = _row(row, where)
    place = "" if where is EVERYWHERE else f" ({where})"
    return f"{card} {field}{place}", shape, size, left


def _words_to_cut(words: int) -> str:
    return counted("cut {count} word", "cut {count} words", count=words)


def _where(editions: Sequence[EditionName], report: CheckReport) -> str:
    """The editions by region, with the language when the check looks at several."""
    if len(editions) == len(report.editions):
        return EVERYWHERE if len(editions) > 1 else editions[0].region
    languages = {edition.language for edition in report.editions}
    names = [one.region if len(languages) == 1 else str(one) for one in editions]
    return (
        ", ".join(names)
        if len(names) <= 3
        else say("{names} and {count} more", names=names[0], count=len(names) - 1)
    )


def _matrix(report: CheckReport) -> None:
    """For each card and format how the text that fits worst stands there."""
    from samenspel.checking import worst

    formats = list(dict.fromkeys(row.format for row in report.rows))
    rows = [
        (card, *(_cell(cells.get(name)) for name in formats)) for card, cells in worst(report.rows)
    ]
    if rows:
        show_table(("card", *formats), rows, right=formats)
        show_text(say("·  fits as designed   -1.5  points smaller   tight  at its smallest size\n"))


def _cell(row: FitRow | None) -> str:
    if row is None:
        return ""
    if row.fit.cut:
        return say("cut {cut}", cut=row.fit.cut)
    if row.verdict == "tight":
        return say("tight")
    return f"-{row.fit.smaller:g}" if row.fit.smaller else "·"
