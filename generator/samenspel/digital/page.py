"""One HTML file from what was read: the cards in all languages, and what a group does with them.

Everything is inside the file, and its content security policy lets the browser fetch nothing. A
reader without scripts gets all cards in the first language, and can read, search and print them.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from samenspel.digital.looks import Looks
from samenspel.digital.markup_html import inline, linked
from samenspel.digital.views import agree_view, cards_view, draw_view, sort_view
from samenspel.digital.website import Website, direction, shown_in
from samenspel.digital.words import FALLBACK, Words, languages, words_in
from samenspel.model.writing import is_right_to_left

HERE = Path(__file__).parent
SCRIPTS = ("table.js", "page.js")


def html_of(site: Website) -> bytes:
    """The file, in UTF-8."""
    style = _style(site.looks)
    script = "".join((HERE / name).read_text("utf-8") for name in SCRIPTS).strip()
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
        f'<html lang="{escape(first.language)}"{direction(first.language)}>',
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
    yield from cards_view(site, words)
    yield from draw_view(words)
    if "sort" in _views(site):
        yield from sort_view(site.tongues[0].conditions, words)
    yield from agree_view(site, words)
    yield "</main>"
    yield "<footer>"
    for one in site.tongues:
        lines = "".join(f"<p>{linked(inline(line))}</p>" for line in one.colophon)
        yield f"<div {shown_in(one, site)}>{lines}</div>"
    yield "</footer>"
    yield '<p id="said" class="unseen" role="status"></p>'


def _head(site: Website, words: Words) -> Iterator[str]:
    yield "<header>"
    if site.logo:
        yield f'<img class="logo" src="{site.logo}" alt="{escape(site.region)}">'
    for one in site.tongues:
        yield (
            f"<hgroup {shown_in(one, site)}><h1>{inline(one.title)}</h1>"
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
