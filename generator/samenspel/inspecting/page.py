"""The report as one HTML page that needs nothing else: pictures, fonts and style are in it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePath

from samenspel.builtin import builtin_deck
from samenspel.inspecting.drawing import drawing
from samenspel.inspecting.report import (
    ORDER,
    FileReport,
    Group,
    PreflightReport,
    Verdict,
    facts,
    places,
    verdict_line,
)
from samenspel.model.finding import Finding
from samenspel.preflight import CHECKS
from samenspel.printable import html_text, sentence
from samenspel.saying import counted, say
from samenspel.speaking import ENGLISH, spoken
from samenspel.version import __version__

STAMPS = {
    Verdict.PASSED: "Ready for the press",
    Verdict.WARNINGS: "Printable, with questions",
    Verdict.REJECTED: "Not ready for the press",
    Verdict.UNREADABLE: "Cannot be read",
}
FOOTER = (
    "Places are millimetres from the top left corner of the cut (of the page, where the file names "
    "no cut). Preflight reads the file by itself: it is no proof of how it prints, and no "
    "certificate."
)
REASONS = {check.id: (check.rationale, check.source) for check in CHECKS}
MAX_LINES = 12
MAX_ON_PAGE = 60
RANKS = {severity: rank for rank, severity in enumerate(ORDER)}


def as_html(report: PreflightReport, language: str = ENGLISH) -> str:
    """The report as a page for any browser, on screen and on paper, in the reader's language."""
    return _Page(language).whole(report)


class _Page:
    """The page in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def _w(self, text: str) -> str:
        """Words in the reader's language, escaped, with measures that do not break."""
        said = html_text(spoken(text, self._language))
        return re.sub(r"(?<=\d) (?=[×%]|mm|pt)|(?<=×) (?=[-\d])", "\u00a0", said)

    def _sentence(self, text: str) -> str:
        """Words as a sentence of its own."""
        return sentence(self._w(text))

    def whole(self, report: PreflightReport) -> str:
        """All of it."""
        names = ", ".join(_called(file) for file in report.files)
        body = "\n".join(line for file in report.files for line in self._file(file, report.against))
        made = say("Made by samenspel {version}.", version=__version__)
        return f"""<!doctype html>
<html lang="{self._language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preflight: {html_text(names)}</title>
<style>
{_style()}</style>
</head>
<body>
{body}
<footer>{self._w(made)} {self._w(FOOTER)}</footer>
</body>
</html>
"""

    def _file(self, file: FileReport, against: str) -> Iterator[str]:
        yield '<section class="file">'
        yield f'<p class="kicker">{self._w(say("Preflight against {name}", name=against))}</p>'
        yield f"<h1>{html_text(PurePath(file.file).name)}</h1>"
        if file.overview is not None and file.overview.title:
            yield f'<p class="called">{html_text(file.overview.title)}</p>'
        listed = "".join(f"<li>{self._w(fact)}</li>" for fact in facts(file))
        yield f'<ul class="facts">{listed}</ul>'
        stamp = self._w(STAMPS[file.verdict])
        yield f'<p class="verdict {file.verdict.value}"><strong>{stamp}</strong>'
        if file.unreadable is not None:
            why = file.unreadable
            yield f"{self._sentence(why.message)} {self._sentence(why.remedy)}</p>"
        else:
            yield f"{self._sentence(verdict_line(file))}</p>"
            yield from self._rules(file)
            yield from self._pages(file)
        yield "</section>"

    def _rules(self, file: FileReport) -> Iterator[str]:
        if not file.findings:
            return
        yield f"<h2>{self._w('What was found')}</h2>"
        yield '<div class="rules">'
        for group in file.groups:
            yield from self._rule(group)
        yield "</div>"
        if file.more:
            left = counted(
                "1 more finding is left out.",
                "{count} more findings are left out.",
                count=file.more,
            )
            yield f'<p class="meta">{self._w(left)}</p>'

    def _rule(self, group: Group) -> Iterator[str]:
        kind = group.severity.value
        tag = f'<span class="tag">{self._w(kind)}</span>'
        yield f'<div class="rule {kind}"><span>{tag}</span><div>'
        yield f"<h3>{self._w(group.title)}<code>{html_text(group.check)}</code></h3><ul>"
        messages = group.messages
        for message, same in messages[:MAX_LINES]:
            yield f"<li>{self._w(message)} <span>({self._w(places(same))})</span></li>"
        if len(messages) > MAX_LINES:
            more = self._w(say("and {count} more", count=len(messages) - MAX_LINES))
            yield f"<li><span>{more}</span></li>"
        yield "</ul>"
        if group.remedy:
            yield f'<p class="remedy">{self._sentence(group.remedy)}</p>'
        why, source = REASONS.get(group.check, ("", ""))
        if why:
            rule = self._w(say("Rule: {source}.", source=source))
            yield f'<p class="why">{self._w(why)} {rule}</p>'
        yield "</div></div>"

    def _pages(self, file: FileReport) -> Iterator[str]:
        by_page: dict[int, list[Finding]] = {}
        for finding in file.findings:
            if finding.page:
                by_page.setdefault(finding.page, []).append(finding)
        if not by_page:
            return
        yield f"<h2>{self._w('Page by page')}</h2>"
        shown = [number for number in sorted(by_page) if number in file.pictures]
        for number in shown:
            yield from self._page(file, number, by_page[number])
        if left := set(by_page) - set(shown):
            more = counted(
                "1 more page with findings, without a picture; it is counted above.",
                "{count} more pages with findings, without a picture; they are counted above.",
                count=len(left),
            )
            yield f'<p class="meta">{self._w(more)}</p>'

    def _page(self, file: FileReport, number: int, findings: list[Finding]) -> Iterator[str]:
        picture = file.pictures[number]
        found = sorted(findings, key=lambda one: (RANKS[one.severity], one.position is None))
        numbered = list(enumerate(found[:MAX_ON_PAGE], start=1))
        name = f"{html_text(file.file)}-{number}"
        wide = " wide" if picture.width > picture.height else ""
        yield f'<section class="page{wide}"><figure>'
        marked = [(n, one) for n, one in numbered if one.position]
        yield drawing(picture, marked, name, self._language)
        yield self._legend(picture.trim is not None, picture.bleed not in (None, picture.trim))
        yield f"</figure><div><h3>{self._w(say('Page {number}', number=number))}</h3><ol>"
        for n, finding in numbered:
            yield self._item(n, finding, name)
        yield "</ol>"
        if len(found) > MAX_ON_PAGE:
            more = say("and {count} more on this page", count=len(found) - MAX_ON_PAGE)
            yield f'<p class="meta">{self._w(more)}</p>'
        yield "</div></section>"

    def _item(self, n: int, finding: Finding, name: str) -> str:
        kind = finding.severity.value
        title = f'title="{self._w(kind)}"'
        dot = f'<span class="dot none" {title}>{"!" if kind != "info" else "i"}</span>'
        if finding.position:
            dot = f'<a class="dot" {title} href="#mark-{name}-{n}">{n}</a>'
        meta = [finding.check]
        if finding.subject and not finding.subject_named:
            meta.append(finding.subject)
        if finding.position:
            x, y = finding.position
            meta.append(say("at {x:.1f} × {y:.1f} mm", x=x, y=y))
        if finding.extent:
            width, height = finding.extent
            meta.append(say("{width:.1f} × {height:.1f} mm large", width=width, height=height))
        return (
            f'<li class="{kind}" id="item-{name}-{n}">{dot}<div>{self._sentence(finding.message)}'
            f'<div class="meta">{" · ".join(map(self._w, meta))}</div></div></li>'
        )

    def _legend(self, trim: bool, bleed: bool) -> str:
        lines = [("trim", "the cut")] * trim + [("bleed", "the bleed, which is cut off")] * bleed
        inside = "".join(
            f'<span><i style="color:var(--{kind})"></i>{self._w(text)}</span>'
            for kind, text in lines
        )
        return f'<p class="legend">{inside}</p>' if lines else ""


def _called(file: FileReport) -> str:
    """The file's name with what it says it is: deck and region, for a file of samenspel's own."""
    name = PurePath(file.file).name
    title = file.overview.title if file.overview else ""
    return f"{name} · {title}" if title else name


def _style() -> str:
    """The page's style, with the fonts that it names in it."""
    folder = builtin_deck() / "assets" / "fonts"
    style = files("samenspel.inspecting").joinpath("page.css").read_text(encoding="utf-8")

    def held(name: re.Match[str]) -> str:
        data = base64.b64encode((folder / name[1]).read_bytes()).decode("ascii")
        return f"url(data:font/ttf;base64,{data})"

    return re.sub(r"url\(([-\w]+\.ttf)\)", held, style)
