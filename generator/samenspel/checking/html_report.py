"""A check's report as one HTML page that needs nothing else: pictures, style, filters inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from samenspel.checking.brand import NEAR
from samenspel.checking.colours import SIGHTS
from samenspel.checking.first import EACH
from samenspel.checking.report import CheckReport, FitRow, Found, PageName, worst
from samenspel.diagnostics import Severity
from samenspel.offer import EditionName
from samenspel.printable import html_text
from samenspel.saying import Said, counted, say
from samenspel.speaking import ENGLISH, spoken
from samenspel.version import __version__


def as_html(report: CheckReport, language: str = ENGLISH) -> str:
    """The whole page, in the reader's language."""
    return _Page(language).whole(report)


class _Page:
    """The page in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def _w(self, text: str) -> str:
        """Words of samenspel's own in the reader's language, escaped."""
        return html_text(spoken(text, self._language))

    def whole(self, report: CheckReport) -> str:
        """All of it."""
        parts = (
            self._head(report),
            "<main>",
            self._findings(report),
            self._fit_section(report),
            self._accents_section(report),
            self._filters(report),
            self._texts_section(report.rows),
            self._cards_section(report),
            "</main>",
            f"<footer>{self._w(say('Made by samenspel {version}.', version=__version__))}</footer>",
            f"<script>{_file('page.js')}</script></body></html>\n",
        )
        return "\n".join(parts)

    def _head(self, report: CheckReport) -> str:
        title = html_text(report.heading)
        named = self._w(say("Check of {title}", title=report.heading))
        verdicts = [row.verdict for row in report.rows]
        tiles = (
            ("texts", len(verdicts), ""),
            ("do not fit", verdicts.count("fails"), "bad"),
            ("tight", verdicts.count("tight"), "warn"),
            ("errors", len(report.of_severity(Severity.ERROR)), "bad"),
            ("warnings", len(report.of_severity(Severity.WARNING)), "warn"),
            ("waived", len(report.excused), ""),
        )
        shown = "".join(
            f'<li class="{kind if count else ""}"><b>{count}</b>{self._w(name)}</li>'
            for name, count, kind in tiles
        )
        editions = ", ".join(map(str, report.editions))
        return (
            f'<!doctype html><html lang="{self._language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f"<title>{named}</title><style>{_file('page.css')}</style></head><body>"
            f"<header><h1>{title}</h1><p class=lead>{html_text(editions)} · "
            f"{html_text(', '.join(report.formats))}</p><ul class=tiles>{shown}</ul></header>"
        )

    def _table(
        self, headings: Sequence[str], rows: Iterable[str], right: Sequence[str] = ()
    ) -> str:
        head = "".join(
            f"<th{' class=n' if name in right else ''}>{self._w(name)}</th>" for name in headings
        )
        body = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        return f"<div class=wide>{body}</div>"

    def _findings(self, report: CheckReport) -> str:
        """What was found, the maker's own first; the base deck's and what is waived folded up."""
        own = [one for one in report.brief if not report.is_of_base(one.diagnostic)]
        base = [one for one in report.brief if report.is_of_base(one.diagnostic)]
        parts = [self._groups(report, own) if own else f"<p>{self._w('Nothing was found.')}</p>"]
        if base:
            parts.append(
                self._folded(
                    say("About the base deck ({count})", count=len(base)),
                    self._groups(report, base),
                )
            )
        if report.excused:
            rows = "".join(
                f"<li><span class='v info'>{self._w('waived')}</span> "
                f"{self._w(one.diagnostic.message)}"
                f"<small>{html_text(one.waiver.reason)} · "
                f"{html_text(str(one.waiver.location or ''))} · "
                f"<code>{html_text(one.waiver.code)}</code></small></li>"
                for one in report.excused
            )
            parts.append(
                self._folded(
                    say("Waived ({count})", count=len(report.excused)),
                    f"<ul class=found>{rows}</ul>",
                )
            )
        return f"<h2>{self._w('Findings')}</h2>{''.join(parts)}"

    def _folded(self, summary: str, body: str) -> str:
        return f"<details><summary>{self._w(summary)}</summary>{body}</details>"

    def _groups(self, report: CheckReport, found: Sequence[Found]) -> str:
        """The messages by code: the first of each in full sight, many alike folded up."""
        by_code: dict[str, list[Found]] = {}
        for one in found:
            by_code.setdefault(one.diagnostic.code, []).append(one)
        return "".join(self._group(report, code, same) for code, same in by_code.items())

    def _group(self, report: CheckReport, code: str, same: Sequence[Found]) -> str:
        rows = [self._finding(report, one) for one in same]
        rest = say("{count} more {code}", count=len(rows) - EACH, code=code)
        more = (
            self._folded(rest, f"<ul class=found>{''.join(rows[EACH:])}</ul>")
            if rows[EACH:]
            else ""
        )
        return f"<ul class=found>{''.join(rows[:EACH])}</ul>{more}"

    def _finding(self, report: CheckReport, one: Found) -> str:
        """What is wrong, the text it is about, what to do, and where."""
        diagnostic = one.diagnostic
        kind = diagnostic.severity.value
        quote = report.quote(diagnostic)
        said = f"<q>{html_text(quote)}</q>" if quote else ""
        remedy = f"<em>{self._w(diagnostic.remedy)}</em>" if diagnostic.remedy else ""
        places = (
            str(diagnostic.location or ""),
            self._said(diagnostic.key),
            self._said(_where(report, one)),
        )
        place = " · ".join(html_text(part) for part in places if part)
        return (
            f"<li><span class='v {kind}'>{self._w(kind)}</span> "
            f"{self._w(diagnostic.message)}{said}{remedy}"
            f"<small>{place} · <code>{html_text(diagnostic.code)}</code></small></li>"
        )

    def _fit_section(self, report: CheckReport) -> str:
        formats = list(dict.fromkeys(row.format for row in report.rows))
        rows = (
            f"<tr><td>{html_text(card)}</td>"
            f"{''.join(self._cell(cells.get(name)) for name in formats)}</tr>"
            for card, cells in worst(report.rows)
        )
        table = self._table(("card", *formats), rows, right=formats)
        lead = self._w(
            "For each card the text that fits worst, over all editions: the points taken off "
            "its design size, or the words to cut."
        )
        matrix = table.replace("<table>", "<table class=matrix>")
        return f"<h2>{self._w('Fit')}</h2><p class=lead>{lead}</p>{matrix}"

    def _cell(self, row: FitRow | None) -> str:
        if row is None:
            return "<td class=n></td>"
        shown = "✓" if not row.fit.smaller else f"−{row.fit.smaller:g}"
        if row.verdict != "fits":
            shown = self._w(say("cut {cut}", cut=row.fit.cut) if row.fit.cut else "tight")
        return f"<td class=n><span class='v {row.verdict}'>{shown}</span></td>"

    def _accents_section(self, report: CheckReport) -> str:
        """How far each region's accents are from the condition that is nearest."""
        rows = []
        for region, distances in report.accents.items():
            accents = dict.fromkeys(one.accent for one in distances)
            for accent in accents:
                by_sight = {one.sight: one for one in distances if one.accent == accent}
                first = by_sight["normal"]
                cells = "".join(
                    f"<td class=n>{_far(one.distance, one.used, sight)} "
                    f"{html_text(one.condition)}</td>"
                    for sight, one in by_sight.items()
                )
                rows.append(
                    f"<tr><td>{html_text(region)}</td>"
                    f"<td>{html_text(accent)} <code>{first.ink}</code></td>"
                    f"<td>{self._w(first.used)}</td>{cells}</tr>"
                )
        lead = self._w(
            "How far each accent is from the condition it comes nearest to (CIEDE2000), in normal "
            "sight and three kinds of colour blindness. Accents that are only in drawings carry no "
            "meaning and may be near."
        )
        table = self._table(("region", "accent", "used in", *SIGHTS), rows, right=SIGHTS)
        summary = self._w("Accents")
        return f"<details><summary>{summary}</summary><p class=lead>{lead}</p>{table}</details>"

    def _filters(self, report: CheckReport) -> str:
        editions = report.editions
        formats = dict.fromkeys(row.format for row in report.rows)
        return (
            "<form>"
            + self._select("region", dict.fromkeys(one.region for one in editions))
            + self._select("language", dict.fromkeys(one.language for one in editions))
            + self._select("format", formats)
            + f"<label>{self._w('texts')}<select name=verdict>"
            f"<option value='fails tight'>{self._w('tight or failing')}</option>"
            f"<option value=fails>{self._w('failing')}</option>"
            f"<option value=''>{self._w('all')}</option></select></label>"
            f"<label>{self._w('card')}<input name=card type=search></label>"
            f"<output data-shown=\"{self._w('texts shown')}\"></output></form>"
        )

    def _select(self, name: str, values: Iterable[str]) -> str:
        options = "".join(f"<option>{html_text(value)}</option>" for value in values)
        return (
            f"<label>{self._w(name)}<select name={name}><option value=''>{self._w('all')}</option>"
            f"{options}</select></label>"
        )

    def _texts_section(self, rows: Iterable[FitRow]) -> str:
        right = ("size", "design", "least", "lines", "space left", "hyphens")
        headings = ("card", "side", "text", "format", "edition", *right, "")
        return f"<h2>{self._w('Texts')}</h2>{self._table(headings, map(self._text, rows), right)}"

    def _text(self, row: FitRow) -> str:
        fit = row.fit
        lines = counted("1 line", "{count} lines", count=fit.free_lines)
        left = (
            say("cut {cut}", cut=fit.cut)
            if fit.cut
            else say("{left:.1f} mm, {lines}", left=fit.left, lines=lines)
        )
        sizes = (fit.size, fit.design, fit.minimum)
        numbers = (*(say("{points:.4g}", points=size) for size in sizes), str(fit.lines), left)
        hyphens = str(fit.hyphens or "")
        cells = "".join(f"<td class=n>{self._w(one)}</td>" for one in (*numbers, hyphens))
        return (
            f'<tr {_data(row.edition, row.format, fit.card)} data-verdict="{row.verdict}">'
            f"<td>{html_text(fit.card)}</td><td>{self._w(fit.side)}</td><td>{html_text(row.field)}</td>"
            f"<td>{html_text(row.format)}</td><td>{row.edition}</td>{cells}"
            f"<td><span class='v {row.verdict}'>{self._w(row.verdict)}</span></td></tr>"
        )

    def _cards_section(self, report: CheckReport) -> str:
        """Front and back of each card that has a picture, with what is tight on it."""
        faces: dict[tuple[EditionName, str, str], list[PageName]] = {}
        for name in report.pictures:
            card = name.page.rpartition("-")[0]
            faces.setdefault((name.edition, name.format, card), []).append(name)
        if not faces:
            return ""
        short: dict[tuple[EditionName, str, str], list[FitRow]] = {}
        for row in report.rows:
            if row.verdict != "fits":
                short.setdefault((row.edition, row.format, row.fit.card), []).append(row)
        shown = (
            self._figure(report, key, names, short.get(key, ())) for key, names in faces.items()
        )
        return f"<h2>{self._w('Cards')}</h2><div class=cards>{''.join(shown)}</div>"

    def _figure(
        self,
        report: CheckReport,
        key: tuple[EditionName, str, str],
        names: Sequence[PageName],
        short: Sequence[FitRow],
    ) -> str:
        edition, shape, card = key
        images = "".join(_image(report.pictures[name], name.page) for name in names)
        wide = " class=wide" if len(names) == 1 else ""  # no card, which has two sides
        return (
            f"<figure{wide} {_data(edition, shape, card)}><div>{images}</div><figcaption>"
            f"{html_text(card)}<small>{html_text(shape)} · {edition}</small>"
            f"{''.join(self._short(short))}"
            "</figcaption></figure>"
        )

    def _short(self, rows: Iterable[FitRow]) -> Iterator[str]:
        for row in rows:
            words = say(", cut {cut}", cut=row.fit.cut) if row.fit.cut else ""
            yield f"<span class='v {row.verdict}'>{html_text(row.field)}{self._w(words)}</span> "

    def _said(self, text: str) -> str:
        """A place, of which only what samenspel says is translated."""
        return spoken(text, self._language) if isinstance(text, Said) else text


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _where(report: CheckReport, one: Found) -> str:
    """The editions in which it holds, when it is not all of them."""
    if not one.editions or len(one.editions) == len(report.editions):
        return ""
    names = list(map(str, one.editions))
    return ", ".join(names[:3]) + (
        say(" and {count} more", count=len(names) - 3) if names[3:] else ""
    )


def _far(distance: float, used: str, sight: str) -> str:
    near = used == "cards" and distance < NEAR[sight]
    return f"<span class='v {'warning' if near else ''}'>{distance:.1f}</span>"


def _data(edition: EditionName, shape: str, card: str) -> str:
    return (
        f'data-region="{html_text(edition.region)}" data-language="{html_text(edition.language)}" '
        f'data-format="{html_text(shape)}" data-card="{html_text(card)}"'
    )


def _image(picture: bytes, name: str) -> str:
    data = b64encode(picture).decode("ascii")
    return f'<img loading="lazy" alt="{html_text(name)}" src="data:image/jpeg;base64,{data}">'
