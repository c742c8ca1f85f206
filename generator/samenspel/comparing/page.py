"""A comparison as one self-contained HTML page: words beside pictures."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from samenspel.comparing.words import DECK, REGION, Comparison, Difference, by_card
from samenspel.printable import html_text

if TYPE_CHECKING:
    from samenspel.proofing.pairs import Pair

STYLE = """
:root { color-scheme: light; --ink: #23272b; --soft: #6a6f73; --line: #dcdad4; --old: #b3261e;
  --new: #176b3a; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 68rem; color: var(--ink);
  background: #faf9f6; font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.15; text-wrap: balance; }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; }
p.what { margin: .35rem 0 2rem; color: var(--soft); }
section { margin: 0 0 1.5rem; padding: 1.25rem 1.5rem; background: #fff;
  border: 1px solid var(--line); border-radius: 10px; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .45rem .75rem .45rem 0; text-align: left; vertical-align: top;
  border-top: 1px solid var(--line); overflow-wrap: anywhere; white-space: pre-line; }
tr:first-child > * { border-top: 0; }
thead th { color: var(--soft); font-weight: 600; font-size: .85rem; }
th:first-child { width: 9.5rem; font-weight: 600; font-size: .9rem; }
del { color: var(--old); text-decoration-thickness: 1px; }
ins { color: var(--new); text-decoration: none; background: #e5f3ea; border-radius: 3px; }
.none { color: var(--soft); font-style: italic; }
.note { color: var(--soft); margin: 0 0 .75rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: 1rem; }
figure { margin: 0; } img { width: 100%; height: auto; display: block; border-radius: 4px; }
figcaption { margin-bottom: .3rem; color: var(--soft); font-size: .85rem; font-weight: 600; }
@media (max-width: 40rem) { body { padding: 1.5rem 1rem 3rem; } section { padding: 1rem; }
  h1 { font-size: 1.5rem; overflow-wrap: anywhere; } .pair { grid-template-columns: 1fr; }
  table, tbody, tr, th, td { display: block; width: auto; } thead { display: none; }
  tr { border-top: 1px solid var(--line); padding: .5rem 0; } tr:first-child { border-top: 0; }
  th, td { border-top: 0; padding: .1rem 0; } th:first-child { width: auto; }
  tr > td:nth-child(2) { color: var(--soft); } }
@media print { body { background: none; } section { break-inside: avoid; } }
"""


def html_page(comparison: Comparison, pairs: Sequence[Pair] = ()) -> str:
    """The whole page; cards with only pictures (a colour that changed) come after the others."""
    found = by_card(comparison.differences)
    pictures = {pair.card: pair for pair in pairs}
    titles = {one.card: one.title for one in comparison.differences}
    cards = [*(card for card in found if card not in (REGION, DECK))]
    cards += [card for card in pictures if card not in found]
    body = [_facts(found.get(REGION, []) + found.get(DECK, []), comparison)]
    body += [
        _card(titles.get(card) or card, found.get(card, []), pictures.get(card), comparison)
        for card in cards
    ]
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html_text(comparison.name)} · {html_text(comparison.base)}</title>"
        f"<style>{STYLE}</style></head><body>"
        f"<h1>{html_text(comparison.name)}</h1>"
        f'<p class="what">{html_text(headline(comparison))}</p>{"".join(body)}</body></html>\n'
    )


def headline(comparison: Comparison) -> str:
    """What is held against what."""
    between = "".join(f", on {name}" for name in reversed(comparison.built_on))
    return (
        f"What {comparison.region}{between} changes of {comparison.base}, "
        f"in the language {comparison.language}"
    )


def _facts(found: Sequence[Difference], comparison: Comparison) -> str:
    if not found:
        return ""
    rows = "".join(_row(one) for one in found)
    return f"<section><h2>{_heading(found[0])}</h2>{_table(rows, comparison)}</section>"


def _heading(first: Difference) -> str:
    return "The region" if first.card == REGION else "The deck"


def _table(rows: str, comparison: Comparison) -> str:
    return (
        f"<table><thead><tr><th>what</th><th>{html_text(comparison.base)}</th>"
        f"<th>{html_text(comparison.region)}</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(one: Difference) -> str:
    before, after = _marked(one.before, one.after)
    return f"<tr><th>{html_text(one.field)}</th><td>{before}</td><td>{after}</td></tr>"


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both texts, with the words that differ marked when most of them do not."""
    none = '<span class="none">nothing</span>'
    if not before or not after:
        return html_text(before) or none, f"<ins>{html_text(after)}</ins>" if after else none
    old, new = (re.findall(r"\s+|\S+", text) for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.5:
        return html_text(before), f"<ins>{html_text(after)}</ins>"
    gone, come = "", ""
    for kind, a, b, c, d in matcher.get_opcodes():
        one, two = html_text("".join(old[a:b])), html_text("".join(new[c:d]))
        gone += one if kind == "equal" or not one else f"<del>{one}</del>"
        come += two if kind == "equal" or not two else f"<ins>{two}</ins>"
    return gone, come


def _card(
    title: str, found: Iterable[Difference], pair: Pair | None, comparison: Comparison
) -> str:
    found = list(found)
    moves = [one for one in found if not one.field]
    notes = "".join(f'<p class="note">{html_text(card_change_in_words(one))}</p>' for one in moves)
    rows = "".join(_row(one) for one in found if one.field)
    table = _table(rows, comparison) if rows else ""
    pictures = _pair(pair, comparison) if pair else ""
    return f"<section><h2>{html_text(title)}</h2>{notes}{table}{pictures}</section>"


def card_change_in_words(one: Difference) -> str:
    """A card that came, went or moved, in words."""
    behind = f"after “{one.after}”" if one.after else "at the beginning"
    return {
        "added": f"A new card, {behind}.",
        "dropped": "This card is left out.",
        "ordered": f"This card now comes {behind}.",
    }[one.kind]


def _pair(pair: Pair, comparison: Comparison) -> str:
    figures = (
        _figure(data, name, f"{pair.card}, {name}")
        for data, name in zip(pair.jpegs(), (comparison.base, comparison.region), strict=True)
    )
    return f'<div class="pair">{"".join(figures)}</div>'


def _figure(data: bytes | None, name: str, alt: str) -> str:
    caption = f"<figcaption>{html_text(name)}</figcaption>"
    if data is None:
        return f'<figure>{caption}<p class="none">no such card</p></figure>'
    source = base64.b64encode(data).decode()
    image = f'<img src="data:image/jpeg;base64,{source}" alt="{html_text(alt)}">'
    return f"<figure>{caption}{image}</figure>"
