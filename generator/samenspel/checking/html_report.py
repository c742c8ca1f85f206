"""A check's report as one HTML page that needs nothing else: pictures, style, filters inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from samenspel.checking.brand import NEAR
from samenspel.checking.colours import SIGHTS
from samenspel.checking.report import CheckReport, FitRow, Found, PageName, worst
from samenspel.checking.telling import EACH
from samenspel.diagnostics import Severity
from samenspel.offer import EditionName
from samenspel.printable import html_text
from samenspel.saying import say
from samenspel.version import __version__


def as_html(report: CheckReport) -> str:
    """The whole page."""
    parts = (
        _head(report),
        "<main>",
        _findings(report),
        _fit_section(report),
        _accents_section(report),
        _filters(report),
        _texts_section(report.rows),
        _cards_section(report),
        "</main>",
        f"<footer>Made by samenspel {html_text(__version__)}.</footer>",
        f"<script>{_file('page.js')}</script></body></html>\n",
    )
    return "\n".join(parts)


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _head(report: CheckReport) -> str:
    title = html_text(report.heading)
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
        f'<li class="{kind if count else ""}"><b>{count}</b>{name}</li>'
        for name, count, kind in tiles
    )
    editions = ", ".join(map(str, report.editions))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Check of {title}</title><style>{_file('page.css')}</style></head><body>"
        f"<header><h1>{title}</h1><p class=lead>{html_text(editions)} in "
        f"{html_text(', '.join(report.formats))}</p><ul class=tiles>{shown}</ul></header>"
    )


def _table(headings: Sequence[str], rows: Iterable[str], right: Sequence[str] = ()) -> str:
    head = "".join(f"<th{' class=n' if name in right else ''}>{name}</th>" for name in headings)
    body = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f"<div class=wide>{body}</div>"


def _findings(report: CheckReport) -> str:
    """What was found, the maker's own first; the base deck's and what is waived are folded up."""
    own = [one for one in report.brief if not report.is_of_base(one.diagnostic)]
    base = [one for one in report.brief if report.is_of_base(one.diagnostic)]
    parts = [_groups(report, own) if own else "<p>Nothing was found.</p>"]
    if base:
        parts.append(
            _folded(say("About the base deck ({count})", count=len(base)), _groups(report, base))
        )
    if report.excused:
        rows = "".join(
            f"<li><span class='v info'>waived</span> {html_text(one.diagnostic.message)}"
            f"<small>{html_text(one.waiver.reason)} · "
            f"{html_text(str(one.waiver.location or ''))} · "
            f"<code>{html_text(one.waiver.code)}</code></small></li>"
            for one in report.excused
        )
        parts.append(
            _folded(
                say("Waived ({count})", count=len(report.excused)), f"<ul class=found>{rows}</ul>"
            )
        )
    return f"<h2>Findings</h2>{''.join(parts)}"


def _folded(summary: str, body: str) -> str:
    return f"<details><summary>{html_text(summary)}</summary>{body}</details>"


def _groups(report: CheckReport, found: Sequence[Found]) -> str:
    """The messages by code: the first of each in full sight, many alike folded up."""
    by_code: dict[str, list[Found]] = {}
    for one in found:
        by_code.setdefault(one.diagnostic.code, []).append(one)
    return "".join(_group(report, code, same) for code, same in by_code.items())


def _group(report: CheckReport, code: str, same: Sequence[Found]) -> str:
    rows = [_finding(report, one) for one in same]
    rest = say("{count} more {code}", count=len(rows) - EACH, code=code)
    more = _folded(rest, f"<ul class=found>{''.join(rows[EACH:])}</ul>") if rows[EACH:] else ""
    return f"<ul class=found>{''.join(rows[:EACH])}</ul>{more}"


def _finding(report: CheckReport, one: Found) -> str:
    """What is wrong, the text it is about, what to do, and where."""
    told = one.diagnostic
    kind = told.severity.value
    quote = report.quote(told)
    said = f"<q>{html_text(quote)}</q>" if quote else ""
    remedy = f"<em>{html_text(told.remedy)}</em>" if told.remedy else ""
    places = (str(told.location or ""), told.key, _where(report, one))
    place = " · ".join(html_text(part) for part in places if part)
    return (
        f"<li><span class='v {kind}'>{kind}</span> {html_text(told.message)}{said}{remedy}"
        f"<small>{place} · <code>{html_text(told.code)}</code></small></li>"
    )


def _where(report: CheckReport, one: Found) -> str:
    """The editions in which it holds, when it is not all of them."""
    if not one.editions or len(one.editions) == len(report.editions):
        return ""
    names = list(map(str, one.editions))
    return ", ".join(names[:3]) + (
        say(" and {count} more", count=len(names) - 3) if names[3:] else ""
    )


def _fit_section(report: CheckReport) -> str:
    formats = list(dict.fromkeys(row.format for row in report.rows))
    rows = (
        f"<tr><td>{html_text(card)}</td>{''.join(_cell(cells.get(name)) for name in formats)}</tr>"
        for card, cells in worst(report.rows)
    )
    table = _table(("card", *map(html_text, formats)), rows, right=formats)
    lead = (
        "<p class=lead>For each card the text that fits worst, over all editions: the points taken "
        "off its design size, or the words to cut.</p>"
    )
    return f"<h2>Fit</h2>{lead}{table.replace('<table>', '<table class=matrix>')}"


def _cell(row: FitRow | None) -> str:
    if row is None:
        return "<td class=n></td>"
    shown = "✓" if not row.fit.smaller else f"−{row.fit.smaller:g}"
    if row.verdict != "fits":
        shown = say("cut {cut}", cut=row.fit.cut) if row.fit.cut else "tight"
    return f"<td class=n><span class='v {row.verdict}'>{shown}</span></td>"


def _accents_section(report: CheckReport) -> str:
    """How far each region's accents are from the condition that is nearest."""
    rows = []
    for region, distances in report.accents.items():
        accents = dict.fromkeys(one.accent for one in distances)
        for accent in accents:
            by_sight = {one.sight: one for one in distances if one.accent == accent}
            first = by_sight["normal"]
            cells = "".join(
                f"<td class=n>{_far(one.distance, one.used, sight)} {html_text(one.condition)}</td>"
                for sight, one in by_sight.items()
            )
            rows.append(
                f"<tr><td>{html_text(region)}</td>"
                f"<td>{html_text(accent)} <code>{first.ink}</code></td>"
                f"<td>{html_text(first.used)}</td>{cells}</tr>"
            )
    lead = (
        "<p class=lead>How far each accent is from the condition it comes nearest to (CIEDE2000), "
        "in normal sight and three kinds of colour blindness. Accents that are only in drawings "
        "carry no meaning and may be near.</p>"
    )
    table = _table(("region", "accent", "used in", *SIGHTS), rows, right=SIGHTS)
    return f"<details><summary>Accents</summary>{lead}{table}</details>"


def _far(distance: float, used: str, sight: str) -> str:
    near = used == "cards" and distance < NEAR[sight]
    return f"<span class='v {'warning' if near else ''}'>{distance:.1f}</span>"


def _filters(report: CheckReport) -> str:
    editions = report.editions
    formats = dict.fromkeys(row.format for row in report.rows)
    return (
        "<form>"
        + _select("region", dict.fromkeys(one.region for one in editions))
        + _select("language", dict.fromkeys(one.language for one in editions))
        + _select("format", formats)
        + "<label>texts<select name=verdict><option value='fails tight'>tight or failing</option>"
        "<option value=fails>failing</option><option value=''>all</option></select></label>"
        "<label>card<input name=card type=search></label><output></output></form>"
    )


def _select(name: str, values: Iterable[str]) -> str:
    options = "".join(f"<option>{html_text(value)}</option>" for value in values)
    return (
        f"<label>{name}<select name={name}><option value=''>all</option>{options}</select></label>"
    )


def _data(edition: EditionName, shape: str, card: str) -> str:
    return (
        f'data-region="{html_text(edition.region)}" data-language="{html_text(edition.language)}" '
        f'data-format="{html_text(shape)}" data-card="{html_text(card)}"'
    )


def _texts_section(rows: Iterable[FitRow]) -> str:
    right = ("size", "design", "least", "lines", "space left", "hyphens")
    headings = ("card", "side", "text", "format", "edition", *right, "")
    return f"<h2>Texts</h2>{_table(headings, map(_text, rows), right)}"


def _text(row: FitRow) -> str:
    fit = row.fit
    lines = (
        "1 line" if fit.free_lines == 1 else say("{free_lines} lines", free_lines=fit.free_lines)
    )
    left = (
        say("cut {cut}", cut=fit.cut)
        if fit.cut
        else say("{left:.1f} mm, {lines}", left=fit.left, lines=lines)
    )
    numbers = (f"{fit.size:g}", f"{fit.design:.4g}", f"{fit.minimum:.4g}", fit.lines, left)
    cells = "".join(f"<td class=n>{number}</td>" for number in (*numbers, fit.hyphens or ""))
    return (
        f'<tr {_data(row.edition, row.format, fit.card)} data-verdict="{row.verdict}">'
        f"<td>{html_text(fit.card)}</td><td>{fit.side}</td><td>{html_text(row.field)}</td>"
        f"<td>{html_text(row.format)}</td><td>{row.edition}</td>{cells}"
        f"<td><span class='v {row.verdict}'>{row.verdict}</span></td></tr>"
    )


def _cards_section(report: CheckReport) -> str:
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
    shown = (_figure(report, key, names, short.get(key, ())) for key, names in faces.items())
    return f"<h2>Cards</h2><div class=cards>{''.join(shown)}</div>"


def _figure(
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
        f"{html_text(card)}<small>{html_text(shape)} · {edition}</small>{''.join(_short(short))}"
        "</figcaption></figure>"
    )


def _short(rows: Iterable[FitRow]) -> Iterator[str]:
    for row in rows:
        words = say(", cut {cut}", cut=row.fit.cut) if row.fit.cut else ""
        yield f"<span class='v {row.verdict}'>{html_text(row.field)}{words}</span> "


def _image(picture: bytes, name: str) -> str:
    data = b64encode(picture).decode("ascii")
    return f'<img loading="lazy" alt="{html_text(name)}" src="data:image/jpeg;base64,{data}">'
