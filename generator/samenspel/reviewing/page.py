"""One HTML file to send: the pages of an edition, remarks to write, and one yes.

Everything is inside, and its content security policy lets a browser fetch nothing. What somebody
fills in stays on that computer until it is saved as a file, which is sent back.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from samenspel.printable import html_text
from samenspel.saying import say
from samenspel.speaking import spoken

HERE = Path(__file__).parent
SAID: Mapping[str, str] = {
    "how": say(
        "Look at every card as it will be printed. Write a remark where something is wrong, say "
        "at the bottom whether it may be printed so, and save your answer. Send that file back."
    ),
    "whole": say("Of the deck as a whole"),
    "answer": say("Your answer"),
    "name": say("Your name"),
    "date": say("Date"),
    "yes": say("Yes, this may be printed as it is"),
    "no": say("Not yet: see my remarks"),
    "yes_means": say(
        "With a yes nothing of these pages changes any more, unless your sender says so."
    ),
    "save": say("Save my answer"),
    "saved": say(
        "Your answer is in the file {file}. Send it to whoever sent you this page.", file="{file}"
    ),
    "needed": say("Fill in your name and the date, and choose yes or not yet."),
    "no_script": say("Your browser runs no scripts here: answer by mail, with the code below."),
    "file": say("answer"),
    "code": say("Edition"),
}


@dataclass(frozen=True, slots=True)
class About:
    """What a page shows."""

    edition: str
    """The code of the edition, which is another as soon as anything that is printed changes."""
    region: str
    language: str
    format: str
    press: str
    title: str
    """The deck's title with the region's name."""


@dataclass(frozen=True, slots=True)
class CardPictures:
    """One card."""

    id: str
    name: str
    faces: tuple[bytes, ...]
    """Its pages as JPEG, front and back in turn."""


def html_of(about: About, cards: Sequence[CardPictures], reader: str) -> bytes:
    """The file, in UTF-8, with its words in the language ``reader``."""
    style, script = (
        (HERE / name).read_text("utf-8").strip() for name in ("review.css", "review.js")
    )
    sources = {
        "default-src": "'none'", "img-src": "data:", "style-src": f"'{_digest(style)}'",
        "script-src": f"'{_digest(script)}'", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    policy = "; ".join(f"{name} {value}" for name, value in sources.items())
    words = {name: spoken(text, reader) for name, text in SAID.items()}
    parts = asdict(about)
    title = parts.pop("title")
    data = {"about": parts, "words": {name: words[name] for name in ("saved", "needed", "file")}}
    lines = [
        "<!doctype html>",
        f'<html lang="{html_text(reader)}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light">',
        f"<title>{html_text(title)}</title><style>{style}</style></head><body>",
        f"<header><h1>{html_text(title)}</h1><p>{html_text(words['how'])}</p>",
        f"<noscript><p>{html_text(words['no_script'])}</p></noscript></header>",
        '<main><form id="answer" novalidate>',
        *(line for card in cards for line in _card(card, about, reader)),
        *_end(about, words),
        "</form></main>",
        f'<script type="application/json" id="data">{_json(data)}</script>',
        f"<script>{script}</script></body></html>",
    ]
    return "\n".join(lines).encode("utf-8")


def _card(card: CardPictures, about: About, reader: str) -> Iterator[str]:
    name = html_text(card.name)
    yield f'<section aria-labelledby="h-{html_text(card.id)}">'
    yield f'<h2 id="h-{html_text(card.id)}" lang="{html_text(about.language)}">{name}</h2>'
    yield '<div class="faces">'
    for number, face in enumerate(card.faces, 1):
        said = say("“{card}”, page {number}", card=card.name, number=number)
        alt = html_text(spoken(said, reader))
        data = base64.b64encode(face).decode("ascii")
        yield f'<img alt="{alt}" src="data:image/jpeg;base64,{data}">'
    label = html_text(spoken(say("Remark on “{card}”", card=card.name), reader))
    yield f'</div><label>{label}<textarea rows="2" maxlength="4000" '
    yield f'data-card="{html_text(card.id)}"></textarea></label></section>'


def _end(about: About, words: Mapping[str, str]) -> Iterator[str]:
    said = {name: html_text(text) for name, text in words.items()}
    yield f'<section class="answer" aria-labelledby="h-answer"><h2 id="h-answer">{said["answer"]}'
    yield f'</h2><label>{said["whole"]}<textarea rows="3" maxlength="4000" data-card="*">'
    yield f'</textarea></label><label>{said["name"]}<input id="name" maxlength="120" '
    yield f'autocomplete="name"></label><label>{said["date"]}<input id="date" type="date"></label>'
    for value in ("yes", "no"):
        yield f'<label class="choice"><input type="radio" name="verdict" value="{value}"> '
        yield f"{said[value]}</label>"
    yield f'<p class="hint">{said["yes_means"]}</p><button>{said["save"]}</button>'
    yield '<p id="said" role="status"></p></section>'
    yield f'<p class="hint">{said["code"]} {html_text(about.edition)}</p>'


def _digest(text: str) -> str:
    """How a content security policy names an inline part (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


def _json(data: object) -> str:
    """JSON that no text in it can end."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
