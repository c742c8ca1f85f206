"""A comparison as one self-contained HTML page: words beside pictures."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from samenspel.comparing.marking import marked
from samenspel.comparing.words import DECK, REGION, Comparison, Difference, by_card
from samenspel.printable import html_text
from samenspel.saying import say, together
from samenspel.speaking import ENGLISH, spoken

if TYPE_CHECKING:
    from samenspel.proofing.pairs import Pair


def html_page(comparison: Comparison, pairs: Sequence[Pair] = (), language: str = ENGLISH) -> str:
    """The whole page, in the reader's language.

    Cards with only pictures (a colour that changed) come after the others.
    """
    return _Page(comparison, language).whole(pairs)


def headline(comparison: Comparison) -> str:
    """What is held against what."""
    between = (say(", on {name}", name=name) for name in reversed(comparison.built_on))
    return say(
        "What {region}{between} changes of {base}, in the language {language}",
        region=comparison.region, between=together(*between),
        base=comparison.base, language=comparison.language,
    )  # fmt: skip


def heading(card: str, title: str) -> str:
    """What stands above the differences of a card, of the region or of the deck."""
    return {REGION: "The region", DECK: "The deck"}.get(card, title or card)


def card_change_in_words(one: Difference) -> str:
    """A card that came, went or moved, in words."""
    if one.kind == "dropped":
        return "This card is left out."
    if one.kind == "added":
        if one.after:
            return say("A new card, after “{title}”.", title=one.after)
        return "A new card, at the beginning."
    if one.after:
        return say("This card now comes after “{title}”.", title=one.after)
    return "This card now comes at the beginning."


class _Page:
    """The page in one language."""

    def __init__(self, comparison: Comparison, language: str) -> None:
        self._comparison, self._language = comparison, language

    def _w(self, text: str) -> str:
        """Words of samenspel's own in the reader's language, escaped."""
        return html_text(spoken(text, self._language))

    def whole(self, pairs: Sequence[Pair]) -> str:
        """All of it."""
        comparison = self._comparison
        found = by_card(comparison.differences)
        pictures = {pair.card: pair for pair in pairs}
        titles = {one.card: one.title for one in comparison.differences}
        cards = [card for card in found if card not in (REGION, DECK)]
        cards += [card for card in pictures if card not in found]
        body = [self._facts(found.get(REGION, []) + found.get(DECK, []))]
        body += [
            self._card(titles.get(card) or card, found.get(card, []), pictures.get(card))
            for card in cards
        ]
        style = files("samenspel.comparing").joinpath("page.css").read_text(encoding="utf-8")
        return (
            f'<!doctype html>\n<html lang="{self._language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{html_text(comparison.name)} · {html_text(comparison.base)}</title>"
            f"<style>{style}</style></head><body>"
            f"<h1>{html_text(comparison.name)}</h1>"
            f'<p class="what">{self._w(headline(comparison))}</p>{"".join(body)}</body></html>\n'
        )

    def _facts(self, found: Sequence[Difference]) -> str:
        if not found:
            return ""
        title = self._w(heading(found[0].card, ""))
        return f"<section><h2>{title}</h2>{self._table(found)}</section>"

    def _table(self, found: Iterable[Difference]) -> str:
        rows = "".join(map(self._row, found))
        return (
            f"<table><thead><tr><th>{self._w('what')}</th>"
            f"<th>{html_text(self._comparison.base)}</th>"
            f"<th>{html_text(self._comparison.region)}</th></tr></thead><tbody>{rows}</tbody></table>"
        )

    def _row(self, one: Difference) -> str:
        before, after = self._marked(one.before, one.after)
        return f"<tr><th>{html_text(one.field)}</th><td>{before}</td><td>{after}</td></tr>"

    def _marked(self, before: str, after: str) -> tuple[str, str]:
        """Both texts, with the words that differ marked when most of them do not."""
        none = f'<span class="none">{self._w("nothing")}</span>'
        gone, come = marked(before, after)
        return gone or none, come or none

    def _card(self, title: str, found: Sequence[Difference], pair: Pair | None) -> str:
        moves = [one for one in found if not one.field]
        notes = "".join(
            f'<p class="note">{self._w(card_change_in_words(one))}</p>' for one in moves
        )
        changed = [one for one in found if one.field]
        table = self._table(changed) if changed else ""
        pictures = self._pair(pair) if pair else ""
        return f"<section><h2>{html_text(title)}</h2>{notes}{table}{pictures}</section>"

    def _pair(self, pair: Pair) -> str:
        names = self._comparison.base, self._comparison.region
        figures = (
            self._figure(data, name, f"{pair.card}, {name}")
            for data, name in zip(pair.jpegs(), names, strict=True)
        )
        return f'<div class="pair">{"".join(figures)}</div>'

    def _figure(self, data: bytes | None, name: str, alt: str) -> str:
        caption = f"<figcaption>{html_text(name)}</figcaption>"
        if data is None:
            return f'<figure>{caption}<p class="none">{self._w("no such card")}</p></figure>'
        source = base64.b64encode(data).decode()
        image = f'<img src="data:image/jpeg;base64,{source}" alt="{html_text(alt)}">'
        return f"<figure>{caption}{image}</figure>"
