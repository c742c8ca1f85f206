"""One HTML file from what was read: the cards in all languages, and what a group does with them.

Everything is inside the file, and its content security policy lets the browser fetch nothing. A
reader without scripts gets all cards in the first language, and can read, search and print them.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from samenspel.digital.looks import Looks
from samenspel.digital.markup_html import flow, inline
from samenspel.digital.reading import Block, ReadCard, Side
from samenspel.digital.words import FALLBACK, Words, languages, words_in
from samenspel.model.writing import is_right_to_left

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Tongue:
    """A deck in one language."""

    language: str
    """Its code."""
    title: str
    """The deck's title."""
    subtitle: str
    """The line below it."""
    cards: tuple[ReadCard, ...]
    """All cards, in the order of the deck."""
    conditions: Mapping[str, str]
    """Names of the conditions by id, in the order of the model."""
    colophon: tuple[str, ...]
    """Where the deck comes from: source, licence, makers, edition."""


@dataclass(frozen=True, slots=True)
class Website:
    """All that one file is made of."""

    region: str
    """The region's name."""
    source_language: str
    """The language of cards that are not translated."""
    tongues: Sequence[Tongue]
    """The first one is what readers see first."""
    looks: Looks
    """Colours and fonts."""
    logo: str = ""
    """The region's logo as an address; empty for none."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the pictures by their name."""


def html_of(site: Website) -> bytes:
    """The file, in UTF-8."""
    style = _style(site.looks)
    script = (HERE / "page.js").read_text("utf-8").strip()
    first = site.tongues[0]
    policy = (
        "default-src 'none'; img-src data:; font-src data:; "
        f"style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action mailto:"
    )
    words = {one.language: dict(words_in(one.language)) for one in site.tongues}
    data = {
        "languages": [one.language for one in site.tongues],
        "rtl": [one.language for one in site.tongues if is_right_to_left(one.language)],
        "words": words,
        "spoken": {one.language: _spoken(one.language) for one in site.tongues},
        "titles": {one.language: one.title for one in site.tongues},
        "conditions": {one.language: dict(one.conditions) for one in site.tongues},
    }
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(first.language)}"{_direction(first.language)}>',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(first.title)} · {escape(site.region)}</title>",
        f"<style>{style}</style></head>",
        '<body class="plain">',
        *_body(site, words[first.language]),
        f'<script type="application/json" id="data">{_json(data)}</script>',
        f"<script>{script}</script>",
        "</body></html>",
    ]
    return "\n".join(parts).encode("utf-8")


def _body(site: Website, words: Words) -> Iterator[str]:
    yield f'<a class="skip" href="#main" data-w="skip">{escape(words["skip"])}</a>'
    yield from _head(site, words)
    yield '<main id="main" tabindex="-1">'
    yield from _cards_view(site, words)
    yield from _draw_view(words)
    if "sort" in _views(site):
        yield from _sort_view(site, words)
    yield from _agree_view(site, words)
    yield "</main>"
    yield "<footer>"
    for one in site.tongues:
        lines = "".join(f"<p>{inline(line)}</p>" for line in one.colophon)
        yield f"<div {_in(one, site)}>{lines}</div>"
    yield "</footer>"
    yield '<p id="said" class="unseen" role="status"></p>'


def _head(site: Website, words: Words) -> Iterator[str]:
    yield "<header>"
    if site.logo:
        yield f'<img class="logo" src="{site.logo}" alt="{escape(site.region)}">'
    for one in site.tongues:
        yield (
            f"<hgroup {_in(one, site)}><h1>{inline(one.title)}</h1>"
            f"<p>{inline(one.subtitle)}</p></hgroup>"
        )
    if len(site.tongues) > 1:
        choices = "".join(
            f'<option value="{escape(one.language)}" lang="{escape(one.language)}">'
            f"{escape(_own_name(one.language))}</option>"
            for one in site.tongues
        )
        yield (
            f'<label class="scripted language"><span data-w="language">'
            f'{escape(words["language"])}</span> <select id="language">{choices}</select></label>'
        )
    buttons = "".join(
        f'<button type="button" data-view="{name}" data-w="{name}">{escape(words[name])}</button>'
        for name in _views(site)
    )
    yield f'<nav class="scripted" data-label="views" aria-label="{escape(words["views"])}">'
    yield f"{buttons}</nav></header>"


def _spoken(language: str) -> str:
    """The language of the words around the cards."""
    known = language.partition("-")[0] in languages()
    return language if known else FALLBACK


def _views(site: Website) -> tuple[str, ...]:
    """The parts; nothing is laid out where there are no conditions to lay it by."""
    return ("cards", "draw", *(("sort",) if site.tongues[0].conditions else ()), "agree")


def _own_name(language: str) -> str:
    """What its speakers call a language; its code for one that there are no words in."""
    return words_in(language)["own-name"] if _spoken(language) == language else language


# -- the parts ---------------------------------------------------------------------------------


def _cards_view(site: Website, words: Words) -> Iterator[str]:
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
    for card in first.cards:
        versions = [(one, cards[card.id]) for one, cards in zip(site.tongues, tongues, strict=True)
                    if card.id in cards]  # fmt: skip
        yield from _card(site, card, versions)
    yield "</div></section>"


def _card(
    site: Website, card: ReadCard, versions: Sequence[tuple[Tongue, ReadCard]]
) -> Iterator[str]:
    about = " ".join(card.conditions)
    colour = f" c-{card.conditions[0]}" if card.conditions else ""
    yield (
        f'<article class="card{escape(colour)}" id="{escape(card.id)}" tabindex="-1" '
        f'data-kind="{escape(card.kind)}" data-about="{escape(about)}">'
    )
    for one, version in versions:
        lang = site.source_language if version.standing else one.language
        yield f'<div class="words" {_in(one, site, lang)}>'
        yield f"<h2>{inline(version.name)}</h2>"
        if version.standing:
            yield f'<p class="note">{escape(words_in(one.language)["standing"])}</p>'
        yield from _side(site, version.front, "front", one.language)
        yield from _side(site, version.back, "back", one.language)
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


def _side(site: Website, side: Side, name: str, language: str) -> Iterator[str]:
    """One side; a picture stands in the file once, with the first language."""
    if not side.blocks and not side.pictures:
        return
    label = escape(words_in(language)[name])
    yield f'<div class="side {name}" role="group" aria-label="{label}">'
    for one in side.pictures:
        if one.art in site.pictures:
            small = "" if one.large else " small"
            here = site.pictures[one.art] if language == site.tongues[0].language else "data:,"
            yield (
                f'<img class="art{small}" data-art="{escape(one.art)}" '
                f'alt="{escape(one.alt)}" src="{here}">'
            )
    for block in side.blocks:
        yield from _block(block)
    yield "</div>"


def _block(block: Block) -> Iterator[str]:
    if block.title:
        yield f"<h3>{inline(block.title)}</h3>"
    label = f"<strong>{inline(block.label)}</strong> " if block.label else ""
    kind = escape(block.name)
    if block.listed:
        tag = "ol" if block.numbered else "ul"
        rows = "".join(f"<li>{inline(text)}</li>" for text in block.texts)
        yield f'<{tag} class="f-{kind}">{rows}</{tag}>'
    elif label:
        yield f'<p class="f-{kind}">{label}{" ".join(map(inline, block.texts))}</p>'
    elif block.texts:
        yield f'<div class="f-{kind}">{"".join(map(flow, block.texts))}</div>'


def _draw_view(words: Words) -> Iterator[str]:
    yield f'<section id="view-draw" data-label="draw" aria-label="{escape(words["draw"])}" hidden>'
    yield f'<h2 class="unseen" data-w="draw">{escape(words["draw"])}</h2>'
    yield f'<p class="intro" data-w="draw-intro">{escape(words["draw-intro"])}</p>'
    yield '<form class="tools" id="dealer">'
    yield f'<button class="first" id="draw-one" data-w="draw-one">{escape(words["draw-one"])}'
    yield f'</button><label><span data-w="how-many">{escape(words["how-many"])}</span> '
    yield '<input type="number" id="how-many" min="1" max="12" value="3"></label>'
    yield f'<button type="button" id="deal" data-w="deal">{escape(words["deal"])}</button>'
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


def _sort_view(site: Website, words: Words) -> Iterator[str]:
    yield f'<section id="view-sort" data-label="sort" aria-label="{escape(words["sort"])}" hidden>'
    yield f'<h2 class="unseen" data-w="sort">{escape(words["sort"])}</h2>'
    yield f'<p class="intro" data-w="sort-intro">{escape(words["sort-intro"])}</p>'
    yield (
        '<div class="piles" id="piles"><section class="pile loose" data-pile="">'
        f'<h3 data-w="nowhere">{escape(words["nowhere"])}</h3><ul></ul></section>'
    )
    for key, name in site.tongues[0].conditions.items():
        yield (
            f'<section class="pile c-{escape(key)}" data-pile="{escape(key)}">'
            f'<h3 data-c="{escape(key)}">{inline(name)}</h3><ul></ul></section>'
        )
    yield "</div>"
    yield f'<button type="button" id="sort-clear" data-w="clear">{escape(words["clear"])}</button>'
    yield "</section>"


def _agree_view(site: Website, words: Words) -> Iterator[str]:
    label = escape(words["agree"])
    yield f'<section id="view-agree" data-label="agree" aria-label="{label}" hidden>'
    for one in site.tongues:
        card = next((card for card in one.cards if card.labels), None)
        title = card.name if card else words_in(one.language)["agree"]
        said = [block for block in (card.front.blocks if card else ()) if not block.listed]
        yield f"<div {_in(one, site)}><h2>{inline(title)}</h2>"
        for block in said[:1]:
            yield from _block(block)
        yield "</div>"
    yield f'<p class="intro" data-w="agree-intro">{escape(words["agree-intro"])}</p>'
    yield '<form id="agreement">'
    rows = [next((card.labels for card in one.cards if card.labels), ()) for one in site.tongues]
    most = max(map(len, rows), default=0)
    for at in range(most):
        names = "".join(
            f"<span {_in(one, site)}>{inline(labels[at])}</span>"
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


# -- small helpers -------------------------------------------------------------------------------


def _in(one: Tongue, site: Website, language: str = "") -> str:
    """The attributes of what is shown in one language only."""
    language = language or one.language
    hidden = "" if one is site.tongues[0] else " hidden"
    shown = f'data-lang="{escape(one.language)}" lang="{escape(language)}"'
    return f"{shown}{_direction(language)}{hidden}"


def _direction(language: str) -> str:
    return ' dir="rtl"' if is_right_to_left(language) else ' dir="ltr"'


def _style(looks: Looks) -> str:
    faces = "".join(
        f"@font-face{{font-family:samenspel-{name};font-display:swap;"
        f"src:url(data:font/woff2;base64,{base64.b64encode(data).decode('ascii')})}}"
        for name, data in looks.fonts.items()
    )
    colours = "".join(
        f".c-{name}{{--strong:{strong};--tint:{tint};--deep:{deep}}}"
        for name, (strong, tint, deep) in looks.conditions.items()
    )
    root = f":root{{--accent:{looks.accent};--cream:{looks.paper}}}"
    return faces + root + (HERE / "page.css").read_text("utf-8").strip() + colours


def _digest(text: str) -> str:
    """How a content security policy names an inline part (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


def _json(data: object) -> str:
    """JSON that no text in it can end."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
