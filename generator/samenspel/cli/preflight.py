"""``samenspel preflight``."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.completing import complete_presses
from samenspel.cli.show import coloured, progress, show_data, show_kept, show_text, styled
from samenspel.cli.tongue import here, language
from samenspel.cli.which_deck import presets_folder
from samenspel.diagnostics import Severity
from samenspel.errors import UsageError
from samenspel.printable import sentence
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.inspecting.report import FileReport, Group, PreflightReport

PROFILES = ("gwg2022-sheetcmyk", "gwg2022-sheetspot", "digital", "pdfua")
MAX_LINES = 8
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
TONES = {"passed": "green", "warnings": "yellow", "rejected": "red", "unreadable": "red"}

EPILOG = """\b
Examples:
  samenspel preflight kaarten.pdf
  samenspel preflight kaarten.pdf --press coated --bleed 3 --trim 105x148
  samenspel preflight *.pdf --html --output report.html
  samenspel preflight kaarten.pdf --json | jq '.files[].findings[].check'
Exit code: 0 no error found, 4 an error found, 5 a file cannot be read.
"""


class _Size(click.ParamType[tuple[float, float]]):
    """Two lengths in mm, such as ``105x148``."""

    name = "size"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[float, float]:
        """Width and height."""
        if isinstance(value, tuple):
            return value
        parts = str(value).lower().replace("×", "x").split("x")
        try:
            width, height = (float(part.replace(",", ".")) for part in parts)
            if not (0 < width < 10_000 and 0 < height < 10_000):
                raise ValueError(value)
        except ValueError:
            self.fail(
                say(
                    '"{value}" is no size; write width x height in mm, such as 105x148', value=value
                )
            )
        del param, ctx
        return width, height


@click.command(epilog=EPILOG, short_help="Find what a print shop would refuse in a PDF file.")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=PROFILES[0],
    show_default=True,
    help="The rules to hold the files against: those of the Ghent Workgroup for sheetfed offset, "
    "without or with spot colours, or for digital printing.",
)
@click.option(
    "--press",
    metavar="NAME",
    shell_complete=complete_presses,
    help="A print shop's own rules instead; see 'samenspel list presses'.",
)
@click.option(
    "--trim",
    type=_Size(),
    metavar="WxH",
    help="The cut size that every page should have, in mm, such as 105x148.",
)
@click.option(
    "--bleed",
    type=click.FloatRange(0, 50),
    metavar="MM",
    help="The bleed that every page should have.  [default: the profile's]",
)
@click.option(
    "--safe",
    type=click.FloatRange(0, 50),
    metavar="MM",
    help="How far inside the cut text should stay.  [default: the profile's]",
)
@click.option(
    "--pages", type=click.IntRange(1), metavar="N", help="How many pages each file should have."
)
@click.option(
    "--spot",
    "spots",
    multiple=True,
    metavar="INK",
    help="A spot colour, or a die line such as 'CutContour', that belongs to the job. "
    "May be given several times.",
)
@click.option(
    "--thorough",
    is_flag=True,
    help="Also draw every page and measure the ink on it; this takes some seconds more.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors in the exit code.")
@click.option("--json", "form", flag_value="json", help="Write the report as JSON, for programs.")
@click.option(
    "--html",
    "form",
    flag_value="html",
    help="Write it as one web page, with pictures on which the places are marked.",
)
@click.option(
    "--markdown",
    "form",
    flag_value="markdown",
    help="Write it as Markdown, for an issue or e-mail.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the report.  [default: standard output]",
)
def preflight(
    files: tuple[Path, ...], form: str | None, output: Path | None, strict: bool, **wanted: Any
) -> int:
    """Find what a print shop would refuse in PDF files, before it does.

    Any PDF will do, made by samenspel or by something else. Each file is read by itself, as a
    stranger would: colours, fonts, boxes, bleed, resolution, ink, overprint, and what PDF/X
    forbids. Each finding comes with its page, its place in mm from the cut's top left corner,
    and what to do about it; 'samenspel explain CHECK' tells more.
    """  # fmt: skip
    from samenspel.inspecting.inspection import PreflightWishes, preflight_files

    wishes = PreflightWishes(
        **wanted,
        pictures=form == "html",
        project=presets_folder() if wanted["press"] else None,
    )
    if output is not None and form is None:
        raise UsageError.of(
            "report-form-missing",
            "--output needs to know what to write",
            remedy="add --html, --json or --markdown",
        )
    with progress() as tell:
        report = preflight_files(files, wishes, _progress_line(tell))
    if form is None:
        _show(report)
    else:
        _write(_written(report, form, strict=strict), output)
        if output is not None:
            _show_verdicts(report)
            show_text(say("report: {output}", output=output))
    return report.exit_code(strict=strict)


def _progress_line(tell: Any) -> Any:
    """Files as the progress bar counts them."""
    if tell is None:
        return None
    from samenspel.pipeline import Progress

    return lambda done, total, doing: tell(Progress(done, total, doing))


def _written(report: PreflightReport, form: str, *, strict: bool) -> str:
    if form == "json":
        from samenspel.inspecting.data import as_json

        return as_json(report, strict=strict)
    if form == "html":
        from samenspel.inspecting.page import as_html

        return as_html(report, language())
    from samenspel.inspecting.markdown import as_markdown

    return as_markdown(report, language())


def _write(text: str, output: Path | None) -> None:
    if output is None:
        show_data(text.removesuffix("\n"))
        return
    from samenspel.staging import access_error, write_whole

    if not output.parent.is_dir():  # a slip in its name makes no new folder
        raise access_error(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)), output)
    write_whole(output, text.encode(), show_kept)


def _show(report: PreflightReport) -> None:
    for index, file in enumerate(report.files):
        show_text("\n".join([*([""] if index else []), *_file(file)]))
    if len(report.files) > 1:
        show_text("")
        _show_verdicts(report)
    codes = [finding.check for file in report.files for finding in file.findings]
    if codes:
        show_text(say("\nMore about a rule: samenspel explain {codes}", codes=codes[0]))


def _show_verdicts(report: PreflightReport) -> None:
    from samenspel.inspecting.report import verdict_line

    for file in report.files:
        tone = TONES[file.verdict.value]
        show_text(styled(file.file, bold=True) + ": " + _toned(here(verdict_line(file)), tone))


def _file(file: FileReport) -> Iterator[str]:
    from samenspel.inspecting.report import facts, verdict_line

    yield styled(file.file, bold=True)
    if file.unreadable is not None:
        diagnostic = file.unreadable
        yield (
            _toned(f"  {here(diagnostic.message)}", "red")
            + f"; {here(diagnostic.remedy)} [{diagnostic.code}]"
        )
        return
    yield styled("  " + " · ".join(map(here, facts(file))), dim=True)
    for group in file.groups:
        yield ""
        yield from _group(group)
    if file.more:
        yield here(say("\n  {more} more findings are left out", more=file.more))
    yield ""
    yield "  " + _toned(sentence(here(verdict_line(file))), TONES[file.verdict.value])


def _group(group: Group) -> Iterator[str]:
    from samenspel.inspecting.report import places

    width = max(len(here(one.value)) for one in Severity) + 1
    name = here(group.severity.value)
    kind = styled(f"{name:<{width}}", fg=COLOURS[group.severity], bold=True)
    yield f"  {kind} {styled(here(group.title), bold=True)} " + styled(f"[{group.check}]", dim=True)
    messages = group.messages
    for message, same in messages[:MAX_LINES]:
        yield f"{' ' * (width + 3)}{here(message)}" + styled(f"  ({here(places(same))})", dim=True)
    if len(messages) > MAX_LINES:
        more = say("and {count} more; --html and --json tell all", count=len(messages) - MAX_LINES)
        yield " " * (width + 3) + here(more)
    if group.remedy:
        yield f"{' ' * (width + 1)}→ {here(group.remedy)}"


def _toned(text: str, colour: str) -> str:
    return styled(text, fg=colour, bold=True) if coloured(sys.stdout) else text
