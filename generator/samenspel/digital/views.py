"""The parts of the page: all cards, some drawn at random, piles by condition, and agreements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from samenspel.digital.markup_html import flow, inline, linked
from samenspel.digital.reading import Block, ReadCard, Side
from samenspel.digital.website import Tongue, Website, other, shown_in
from samenspel.digital.words import Words, words_in

ONCE = 4096
"""Characters: what is longer of pictures does not stand in the file again."""


def cards_view(site: Website, words: Words) -> Iterator[str]:
    """All cards, to search and to choose by condition."""
    first = site.tongues[0]
    yield f'<section id="view-cards" data-label="cards" aria-label="{escape(words["cards"])}">'
    yield '<form class="scripted tools" id="finder">'
    yield f'<label><span data-w="search">{escape(words["search"])}</span> '
    yield '<input type="search" id="search" autocomplete="off"></label>'
    if first.conditions:
        options = "".join(
            f'<option value="{escape(key)}" data-c="{escape(key)}">{inline(name)}</option>'
            for key, name in first.conditions.items()
        )
        yield (
            f'<label><span data-w="condition">{escape(words["condition"])}</span> '
            f'<select id="condition"><option value="" data-w="any">{escape(words["any"])}</option>'
            f"{options}</select></label>"
        )
    yield '<p id="found" role="status"></p></form>'
    yield '<div class="cards" id="cards">'
    tongues = [{card.id: card for card in one.cards} for one in site.tongues]
    shown: set[str] = set()
    for card in first.cards:
        versions = [(one, cards[card.id]) for one, cards in zip(site.tongues, tongues, strict=True)
                    if card.id in cards]  # fmt: skip
        yield from _card(site, card, versions, shown)
    yield "</div></section>"


def _card(
    site: Website,
    card: ReadCard,
    versions: Sequence[tuple[Tongue, ReadCard]],
    shown: set[str],
) -> Iterator[str]:
    about = " ".join(card.conditions)
    colour = f" c-{card.conditions[0]}" if card.conditions else ""
    sides = (card.front, card.back)
    names = {block.name for side in sides for block in side.blocks}
    asks = " data-asks" if "questions" in names else ""
    yield (
        f'<article class="card{escape(colour)}" id="{escape(card.id)}" tabindex="-1" '
        f'data-kind="{escape(card.kind)}" data-about="{escape(about)}"{asks}>'
    )
    for one, version in versions:
        lang = site.source_language if version.standing else one.language
        yield f'<div class="words" {shown_in(one, site, lang)}>'
        yield f"<h2{other(version.language)}>{inline(version.name)}</h2>"
        if version.standing:
            yield f'<p class="note">{escape(words_in(one.language)["standing"])}</p>'
        yield from _side(site, version.front, "front", one.language, shown)
        yield from _side(site, version.back, "back", one.language, shown)
        if version.labels:
            words = words_in(one.language)
            rows = "".join(f"<li>{inline(label)}</li>" for label in version.labels)
            yield f'<h3>{escape(words["to-write"])}</h3><ul class="labels">{rows}</ul>'
        yield from _about(one, version)
        yield "</div>"
    yield "</article>"


def _about(one: Tongue, card: ReadCard) -> Iterator[str]:
    names = [one.conditions[name] for name in card.conditions if name in one.conditions]
    if names and names != [card.name]:
        chips = "".join(
            f'<li class="c-{escape(key)}">{inline(one.conditions[key])}</li>'
            for key in card.conditions
            if key in one.conditions
        )
        label = escape(words_in(one.language)["about"])
        yield f'<div class="about"><p>{label}</p><ul>{chips}</ul></div>'


def _side(
    site: Website, side: Side, name: str, language: str, shown: set[str]
) -> Iterator[str]:
    """One side. A picture stands in the file once, with the first language and, when it is large,
    on the first of its cards (``shown`` are those that were): the script shows it elsewhere.
    """
    if not side.blocks and not side.pictures:
        return
    label = escape(words_in(language)[name])
    yield f'<div class="side {name}" role="group" aria-label="{label}">'
    for one in side.pictures:
        if one.art in site.pictures:
            small = "" if one.large else " small"
            first = language == site.tongues[0].language and one.art not in shown
            here = site.pictures[one.art] if first else "data:,"
            if first and len(here) > ONCE:
                shown.add(one.art)
            yield (
                f'<img class="art{small}" data-art="{escape(one.art)}" '
                f'alt="{escape(one.alt)}"{other(one.language)} src="{here}">'
            )
    below = False
    for block in side.blocks:
        yield from map(linked, _block(block, 4 if below and (block.texts or block.label) else 3))
        below = below or _bare(block)
    yield "</div>"


def _bare(block: Block) -> bool:
    """Whether it is a heading without a text, which stands above the headings that follow."""
    return bool(block.title) and not block.texts


def _block(block: Block, level: int = 3) -> Iterator[str]:
    lang = other(block.language)
    if block.title:
        yield f"<h{level}{lang}>{inline(block.title)}</h{level}>"
    label = f"<strong>{inline(block.label)}</strong> " if block.label else ""
    kind = escape(block.name)
    if block.listed:
        tag = "ol" if block.numbered else "ul"
        rows = "".join(f"<li>{inline(text)}</li>" for text in block.texts)
        yield f'<{tag} class="f-{kind}"{lang}>{rows}</{tag}>'
    elif label:
        said = " ".join(map(inline, block.texts))
        yield f'<p class="f-{kind}">{label}{f"<span{lang}>{said}</span>" if lang else said}</p>'
    elif block.texts:
        yield f'<div class="f-{kind}"{lang}>{"".join(map(flow, block.texts))}</div>'


def draw_view(words: Words) -> Iterator[str]:
    """Cards drawn at random, with a timer."""
    yield f'<section id="view-draw" data-label="draw" aria-label="{escape(words["draw"])}" hidden>'
    yield f'<h2 class="unseen" data-w="draw">{escape(words["draw"])}</h2>'
    yield f'<p class="intro" data-w="draw-intro">{escape(words["draw-intro"])}</p>'
    yield '<form class="tools" id="dealer">'
    yield f'<button class="first" id="draw-one" data-w="draw-one">{escape(words["draw-one"])}'
    yield f'</button><label><span data-w="how-many">{escape(words["how-many"])}</span> '
    yield '<input type="number" id="how-many" min="1" max="12" value="3"></label>'
    yield f'<button type="button" id="deal" data-w="deal">{escape(words["deal"])}</button>'
    shuffle = escape(words["shuffle"])
    yield f'<button type="button" id="shuffle" data-w="shuffle">{shuffle}</button>'
    yield "</form>"
    yield '<div id="hand" class="cards"></div>'
    label = escape(words["timer"])
    yield f'<div class="timer" role="group" data-label="timer" aria-label="{label}">'
    yield f'<label><span data-w="minutes">{escape(words["minutes"])}</span> '
    yield '<input type="number" id="minutes" min="1" max="180" value="15"></label>'
    start, stop = escape(words["start"]), escape(words["stop"])
    yield f'<button type="button" id="clock-start" data-w="start">{start}</button>'
    yield f'<button type="button" id="clock-stop" data-w="stop" hidden>{stop}</button>'
    yield '<span id="clock" role="timer"></span></div></section>'


def sort_view(conditions: Mapping[str, str], words: Words) -> Iterator[str]:
    """A pile for each condition."""
    yield f'<section id="view-sort" data-label="sort" aria-label="{escape(words["sort"])}" hidden>'
    yield f'<h2 class="unseen" data-w="sort">{escape(words["sort"])}</h2>'
    yield f'<p class="intro" data-w="sort-intro">{escape(words["sort-intro"])}</p>'
    yield (
        '<div class="piles" id="piles"><section class="pile loose" data-pile="">'
        f'<h3 data-w="nowhere">{escape(words["nowhere"])}</h3><ul></ul></section>'
    )
    for key, name in conditions.items():
        yield (
            f'<section class="pile c-{escape(key)}" data-pile="{escape(key)}">'
            f'<h3 data-c="{escape(key)}">{inline(name)}</h3><ul></ul></section>'
        )
    yield "</div>"
    yield f'<button type="button" id="sort-clear" data-w="clear">{escape(words["clear"])}</button>'
    yield "</section>"


def agree_view(site: Website, words: Words) -> Iterator[str]:
    """The form in which a group writes down what it agrees on."""
    label = escape(words["agree"])
    yield f'<section id="view-agree" data-label="agree" aria-label="{label}" hidden>'
    for one in site.tongues:
        card = next((card for card in one.cards if card.labels), None)
        title = card.name if card else words_in(one.language)["agree"]
        said = [block for block in (card.front.blocks if card else ()) if not block.listed]
        yield f"<div {shown_in(one, site)}><h2>{inline(title)}</h2>"
        for block in said[:1]:
            yield from _block(block)
        yield "</div>"
    yield f'<p class="intro" data-w="agree-intro">{escape(words["agree-intro"])}</p>'
    yield '<form id="agreement">'
    rows = [next((card.labels for card in one.cards if card.labels), ()) for one in site.tongues]
    most = max(map(len, rows), default=0)
    for at in range(most):
        names = "".join(
            f"<span {shown_in(one, site)}>{inline(labels[at])}</span>"
            for one, labels in zip(site.tongues, rows, strict=True)
            if at < len(labels)
        )
        lines = 4 if at == 0 else 1
        yield f'<label>{names}<textarea rows="{lines}" id="agree-{at}"></textarea></label>'
    if not most:
        yield f'<label><span data-w="agree">{label}</span>'
        yield '<textarea rows="6" id="agree-0"></textarea></label>'
    yield '<p class="tools">'
    for name in ("save", "mail", "print", "wipe"):
        first = ' class="first"' if name == "save" else ""
        text = escape(words[name])
        yield f'<button type="button"{first} id="agree-{name}" data-w="{name}">{text}</button>'
    yield "</p></form></section>"
