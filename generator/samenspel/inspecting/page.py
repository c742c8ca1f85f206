"""The report as one HTML page that needs nothing else: pictures, fonts and style are in it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePath

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Severity
from samenspel.inspecting.drawing import drawing
from samenspel.inspecting.report import (
    FileReport,
    Group,
    PreflightReport,
    Verdict,
    counted,
    facts,
    places,
    verdict_line,
)
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS
from samenspel.printable import html_text
from samenspel.version import __version__

FONTS = (
    ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular.ttf"),
    ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("Bricolage Grotesque", 700, "BricolageGrotesque-Bold.ttf"),
)
STAMPS = {
    Verdict.PASSED: "Ready for the press",
    Verdict.WARNINGS: "Printable, with questions",
    Verdict.REJECTED: "Not ready for the press",
    Verdict.UNREADABLE: "Cannot be read",
}
REASONS = {check.id: (check.rationale, check.source) for check in CHECKS}
MAX_LINES = 12
MAX_ON_PAGE = 60


def as_html(report: PreflightReport) -> str:
    """The report as a page for any browser, on screen and on paper."""
    names = ", ".join(_called(file) for file in report.files)
    body = "\n".join(line for file in report.files for line in _file(file, report.against))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preflight: {html_text(names)}</title>
<style>
{_faces()}
{files("samenspel.inspecting").joinpath("page.css").read_text(encoding="utf-8")}</style>
</head>
<body>
{body}
<footer>Made by samenspel {__version__}. Places are millimetres from the top left corner of the cut
(of the page, where the file names no cut). Preflight reads the file by itself: it is no proof of
how it prints, and no certificate.</footer>
</body>
</html>
"""


def _called(file: FileReport) -> str:
    """The file's name with what it says it is: deck and region, for a file of samenspel's own."""
    name = PurePath(file.file).name
    title = file.overview.title if file.overview else ""
    return f"{name} · {title}" if title else name


def _faces() -> str:
    folder = builtin_deck() / "assets" / "fonts"
    return "\n".join(
        f'@font-face {{ font-family: "{name}"; font-weight: {weight}; '
        f"src: url(data:font/ttf;base64,"
        f"{base64.b64encode((folder / file).read_bytes()).decode()}); }}"
        for name, weight, file in FONTS
    )


def _file(file: FileReport, against: str) -> Iterator[str]:
    yield '<section class="file">'
    yield f'<p class="kicker">Preflight against {html_text(against)}</p>'
    yield f"<h1>{html_text(PurePath(file.file).name)}</h1>"
    if file.overview is not None and file.overview.title:
        yield f'<p class="called">{_shown(file.overview.title)}</p>'
    yield '<ul class="facts">' + "".join(f"<li>{html_text(fact)}</li>" for fact in facts(file))
    yield "</ul>"
    yield f'<p class="verdict {file.verdict.value}"><strong>{STAMPS[file.verdict]}</strong>'
    if file.unreadable is not None:
        why = file.unreadable
        yield f"{html_text(_sentence(why.message))} {html_text(_sentence(why.remedy))}</p>"
    else:
        yield f"{html_text(_sentence(verdict_line(file)))}</p>"
        yield from _rules(file)
        yield from _pages(file)
    yield "</section>"


def _rules(file: FileReport) -> Iterator[str]:
    if not file.findings:
        return
    yield "<h2>What was found</h2>"
    yield '<div class="rules">'
    for group in file.groups:
        yield from _rule(group)
    yield "</div>"
    if file.more:
        yield f'<p class="meta">{counted(file.more, "more finding")} left out.</p>'


def _rule(group: Group) -> Iterator[str]:
    kind = group.severity.value
    yield f'<div class="rule {kind}"><span><span class="tag">{kind}</span></span><div>'
    yield f"<h3>{html_text(group.title)}<code>{html_text(group.check)}</code></h3><ul>"
    messages = group.messages
    for message, same in messages[:MAX_LINES]:
        yield f"<li>{_shown(message)} <span>({_shown(places(same))})</span></li>"
    if len(messages) > MAX_LINES:
        yield f"<li><span>and {len(messages) - MAX_LINES} more</span></li>"
    yield "</ul>"
    if group.remedy:
        yield f'<p class="remedy">{html_text(_sentence(group.remedy))}</p>'
    why, source = REASONS.get(group.check, ("", ""))
    if why:
        yield f'<p class="why">{html_text(why)} Rule: {html_text(source)}.</p>'
    yield "</div></div>"


def _pages(file: FileReport) -> Iterator[str]:
    by_page: dict[int, list[Finding]] = {}
    for finding in file.findings:
        if finding.page:
            by_page.setdefault(finding.page, []).append(finding)
    if not by_page:
        return
    yield "<h2>Page by page</h2>"
    shown = [number for number in sorted(by_page) if number in file.pictures]
    for number in shown:
        yield from _page(file, number, by_page[number])
    if left := sorted(set(by_page) - set(shown)):
        yield (
            f'<p class="meta">{counted(len(left), "more page")} with findings, without a picture; '
            "they are counted above.</p>"
        )


def _page(file: FileReport, number: int, findings: list[Finding]) -> Iterator[str]:
    picture = file.pictures[number]
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    found = sorted(findings, key=lambda one: (order[one.severity], one.position is None))
    numbered = list(enumerate(found[:MAX_ON_PAGE], start=1))
    name = f"{html_text(file.file)}-{number}"
    wide = " wide" if picture.width > picture.height else ""
    yield f'<section class="page{wide}"><figure>'
    yield drawing(picture, [(n, one) for n, one in numbered if one.position], name)
    yield from _legend(picture.trim is not None, picture.bleed not in (None, picture.trim))
    yield f"</figure><div><h3>Page {number}</h3><ol>"
    for n, finding in numbered:
        yield _item(n, finding, name)
    yield "</ol>"
    if len(found) > MAX_ON_PAGE:
        yield f'<p class="meta">and {len(found) - MAX_ON_PAGE} more on this page</p>'
    yield "</div></section>"


def _item(n: int, finding: Finding, name: str) -> str:
    kind = finding.severity.value
    dot = f'<span class="dot none" title="{kind}">{"!" if kind != "info" else "i"}</span>'
    if finding.position:
        dot = f'<a class="dot" title="{kind}" href="#mark-{name}-{n}">{n}</a>'
    meta = [finding.check]
    if finding.subject and not finding.subject_named:
        meta.append(finding.subject)
    if finding.position:
        meta.append(f"at {finding.position[0]:.1f} × {finding.position[1]:.1f} mm")
    if finding.extent:
        meta.append(f"{finding.extent[0]:.1f} × {finding.extent[1]:.1f} mm large")
    shown = _shown(_sentence(finding.message))
    return (
        f'<li class="{kind}" id="item-{name}-{n}">{dot}<div>{shown}'
        f'<div class="meta">{_shown(" · ".join(meta))}</div></div></li>'
    )


def _legend(trim: bool, bleed: bool) -> Iterator[str]:
    lines = [("trim", "the cut")] * trim + [("bleed", "the bleed, which is cut off")] * bleed
    if lines:
        inside = "".join(
            f'<span><i style="color:var(--{kind})"></i>{text}</span>' for kind, text in lines
        )
        yield f'<p class="legend">{inside}</p>'


def _shown(text: str) -> str:
    """A file's own words as text, and measures that do not break."""
    return re.sub(r"(?<=\d) (?=[×%]|mm|pt)|(?<=×) (?=[-\d])", "\u00a0", html_text(text))


def _sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""
