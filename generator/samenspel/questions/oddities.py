"""What stands in a text by accident: tags, quotes round the whole, characters that nobody sees.

All of it can be printed, so none of it stops a build; each is a warning at its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.markup import unread_marks
from samenspel.model.cards import Card
from samenspel.model.deck import Deck, TextPath
from samenspel.model.places import field_key
from samenspel.model.waiving import REGION
from samenspel.model.writing import is_right_to_left
from samenspel.printable import is_hidden
from samenspel.questions.counting import miscounted
from samenspel.questions.look_alikes import disguised
from samenspel.saying import say

BREAKS = frozenset("\u00ad\u200b\u2060")
"""Marks for where a line may or may not break: a maker may well type them."""
JOINERS = frozenset("\u034f\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
"""Joiners, direction marks and isolates, which scripts that join letters or run from right to left
need. Embeddings and overrides are not among them: they turn round what somebody else wrote."""
SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Choose how the character before them looks: a heart in colour, a sign in its other form."""
_WITHIN = re.compile("(?<=[^\\W\\d_])[\u200b\u2060\ufe00-\ufe0f](?=[^\\W\\d_])")
"""Breaks and selectors between two letters, where they part a word that looks whole."""
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|[^\W\d_][./][^\W\d_])\S*")
"""Addresses on the web and of mail, in which a maker says where a line may break."""
_UNSPACED = ("bo", "ja", "km", "lo", "my", "th", "zh")
"""Languages that put no spaces between words, and need such marks instead."""
_JOINING = ("ar", "ckb", "fa", "he", "hi", "mr", "ne", "ps", "sd", "si", "syr", "ug", "ur", "yi")

_TAG = re.compile(
    r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>|&(?:[a-zA-Z]{2,8}|#x?[0-9a-fA-F]{1,6});"
)
_HTML = re.compile(
    r"a|abbr|article|aside|b|big|blockquote|body|br|center|code|col|dd|del|"
    r"div|dl|dt|em|embed|figure|font|footer|form|h1|h2|h3|h4|h5|h6|head|"
    r"header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|"
    r"nobr|o|object|ol|p|pre|q|s|script|section|small|span|strike|strong|"
    r"style|sub|sup|svg|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr"
)
"""The tags that a text brings along from a web page or a mail."""
_PLACEHOLDER = re.compile(
    r"%[^\W\d]\w*%|(?<![\w\]])\[(?!(?:\w{2,3}|sic!?|red\.)\])[^\W\d][^\[\]\n]{1,40}\](?!\()|"
    r"«\w+_\w+»|\$\w+\$|\bX{3,}\b|\bx{4,}\b|\b(?:TODO|TBD|FIXME)\b|"
    r"(?i:\blorem ipsum\b|\bdolor sit amet\b)"
)
"""What stands for a word that comes later: of mail merges, templates and designers."""
_BRACE = re.compile(r"(?<!\{)\{\s*([A-Za-z_][\w.]*)\s*\}(?!\})")
_BULLET = re.compile(r"[-–•*·▪+]\s+(?=\w)")
_PAIRS = {"“": "”“", "„": "“”", "”": "”", "‘": "’‘", "‚": "‘’", "’": "’", "«": "»", "»": "«»",
          "‹": "›", "›": "‹›", '"': '"', "'": "'", "`": "`’'", "´": "´"}  # fmt: skip
"""What opens a quotation, and what may close it."""
_QUOTELESS = frozenset(
    {(REGION, one) for one in ("contact", "facts", "kind", "name", "place", "short", "words")}
    | {("@deck", "title"), ("@deck", "subtitle")}
)
"""Names, titles and what is filled in elsewhere: quotes are no part; a card's title is one too."""
_MARKDOWN = re.compile(
    r"(?:^|\n)#{1,6} \S+|\[[^\]\n]+\]\([^)\s]+\)|(?<!\w)__\S[^_\n]*__(?!\w)|"
    r"(?<![\w/.@])_[^\W_][^_\n]*_(?![\w/@]|\.\w)|~~\S[^~\n]*~~|`[^`\n]+`|"
    r"(?:^|\n)> \S+|(?:^|\n)\|[^\n]*\|[ \t]*(?=$|\n)|(?:^|\n)[-*+] \[[ xX]\]"
)
"""Marks of Markdown that texts do not know."""
_HALF_BOLD = re.compile(r"\S*(?:(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*))\S*")
"""A mark of bold without its other half."""
_GARBLED = re.compile(
    "\ufffd|[Ã][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|â(?:\u20ac|\u0080)[\u0080-\u2122]?|"
    "Â[\u00a0-\u00bf]|\u00ef\u00bf\u00bd"
)
"""UTF-8 that was read as Windows-1252 or Latin-1, and what was lost when it was read."""

@dataclass(frozen=True, slots=True)
class Oddity:
    """One accident in a text: what it is called, what is said of it, and what helps."""

    code: str
    message: str
    remedy: str
    subject: str = ""
    """Letters that it is about."""


def odd_texts(deck: Deck) -> tuple[Diagnostic, ...]:
    """A warning for each accident in the texts of a deck with final texts, at its place."""
    icons = {card.id: _icons(card, deck) for card in deck.every}
    own = _odd_values(deck)
    found = [
        Diagnostic(
            odd.code, odd.message, deck.where(*path), field_key(path), odd.remedy,
            Severity.WARNING, odd.subject,
        )
        for path, printed in _printed_texts(deck)
        for text in [own.sub("Aa", printed) if own and path[0] != REGION else printed]
        for odd in (
            *oddities(text, deck.language, _quoteless(path), icons.get(str(path[0]), ())),
            *literal_marks(text),
        )
    ]  # fmt: skip
    return tuple(dict.fromkeys((*found, *miscounted(deck, _printed_texts(deck)))))


def _odd_values(deck: Deck) -> re.Pattern[str] | None:
    """The region's own texts with an accident in them, which is reported there.

    It is not reported again in each text of a card that they are filled in.
    """
    texts = {text for _, text in deck.region.printed_texts()}
    odd = [one for one in texts if any(True for _ in oddities(one, deck.language))]
    odd.sort(key=len, reverse=True)
    return re.compile("|".join(map(re.escape, odd)), re.IGNORECASE) if odd else None


def _icons(card: Card, deck: Deck) -> set[str]:
    """The names of the drawings that may stand in a line of the card's texts."""
    sets = (deck.sets[name] for name in card.spec.sets if name in deck.sets)
    return {*card.spec.icons, *(choice for one in sets for choice in one.choices)}


def _quoteless(path: TextPath) -> bool:
    """True for a name or a title, which has no quotes round the whole of it."""
    return path[:2] in _QUOTELESS or (len(path) == 2 and path[1] == "title")


def oddities(
    text: str, language: str, named: bool = False, icons: Collection[str] = ()
) -> Iterator[Oddity]:
    """The accidents in one text; ``named`` for a name or title, ``icons`` for drawings in it."""
    yield from _tags(text)
    yield from _placeholders(text, icons)
    yield from _accents(text)
    for found in _BRACE.finditer(text):
        yield Oddity(
            "text-brace",
            say('"{found}" is printed as it stands here', found=found[0]),
            say(
                "to fill something in, write it with two braces: {{{{ {found} }}}}", found=found[1]
            ),
        )
    if named:
        yield from _quotes(text)
    yield from _markdown(text)
    yield from _garbled(text)
    yield from _invisible(text, language)
    yield from _look_alikes(text)


def literal_marks(text: str) -> Iterator[Oddity]:
    """A bullet before a text of one line, which is printed as it is typed."""
    bullet = _BULLET.match(text)
    if bullet and "\n" not in text:
        yield Oddity(
            "text-mark-literal",
            say(
                '"{bullet}" at the beginning is printed as it stands here', bullet=bullet[0].strip()
            ),
            "take it away; a list has more lines than one, each with its bullet",
        )


def _is_html(tag: re.Match[str]) -> bool:
    """True for a tag of HTML and for a character in its words, such as ``&amp;``."""
    return not tag[1] or _HTML.fullmatch(tag[1].lower()) is not None


def _tags(text: str) -> Iterator[Oddity]:
    found = list(dict.fromkeys(match[0] for match in _TAG.finditer(text) if _is_html(match)))
    if found:
        shown = " ".join(found[:4])
        yield Oddity(
            "text-html",
            say("{shown} is printed as it stands here; texts know no HTML", shown=shown),
            "take it out, or write *italic* and **bold** where the card takes markup",
        )


def _placeholders(text: str, icons: Collection[str]) -> Iterator[Oddity]:
    """What somebody meant to fill in later."""
    names = [
        match[0]
        for match in _TAG.finditer(text)
        if not _is_html(match) and match[0][1:-1] not in icons
    ]
    for found in dict.fromkeys([*names, *(match[0] for match in _PLACEHOLDER.finditer(text))]):
        yield Oddity(
            "text-placeholder",
            say('"{found}" seems to stand for something that is not filled in yet', found=found),
            "write what belongs there; a fact of the region is written as {{ regio.naam }}",
        )


def _accents(text: str) -> Iterator[Oddity]:
    """Accents that stand on no letter: before one, or after a space."""
    for number, char in enumerate(text):
        before = text[number - 1] if number else " "
        if unicodedata.combining(char) and unicodedata.category(before)[0] not in "LMNS":
            around = text[max(0, number - 12) : number + 12].strip()
            yield Oddity(
                "text-accent-lone",
                say('an accent stands on no letter: "{around}"', around=around),
                "type the letter and its accent again, as one",
            )
            return


def _quotes(text: str) -> Iterator[Oddity]:
    inner = text[1:-1]
    paired = len(text) > 2 and text[-1] in _PAIRS.get(text[0], "")
    if paired and not set(inner) & {text[0], *_PAIRS[text[0]]} - {"’"}:
        yield Oddity(
            "text-quoted",
            say("the quotes are part of the name: {text}", text=text),
            say("write it without them: {text}", text=inner),
        )


def _markdown(text: str) -> Iterator[Oddity]:
    for line in text.split("\n"):
        left = _HALF_BOLD.search("" if "\\*" in line else unread_marks(line))
        if left:
            yield Oddity(
                "text-mark-literal",
                say('"{found}" is printed as it stands here', found=left[0]),
                "bold words have ** before and behind them, without spaces in between",
            )
    for found in dict.fromkeys(match[0].strip() for match in _MARKDOWN.finditer(text)):
        yield Oddity(
            "text-mark-literal",
            say('"{found}" is printed as it stands here', found=found),
            "take the marks away; texts know **bold**, *italic*, paragraphs and lists",
        )


def _garbled(text: str) -> Iterator[Oddity]:
    found = _GARBLED.search(text)
    if found:
        around = text[max(0, found.start() - 12) : found.end() + 12].strip()
        yield Oddity(
            "text-garbled",
            say('letters were lost on the way here: "{around}"', around=around),
            "type them again; save files and tables as UTF-8",
        )


def _invisible(text: str, language: str) -> Iterator[Oddity]:
    allowed = BREAKS | (JOINERS if needs_joiners(language) else frozenset())
    hidden = set(filter(is_hidden, text)) - allowed - SELECTORS
    words = "" if language.split("-")[0] in _UNSPACED else _ADDRESS.sub("", text)
    within = _WITHIN.findall(words)
    odd = sorted(hidden | set(within))
    if odd:
        names = ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in odd)
        yield Oddity(
            "text-invisible",
            say("this text holds characters that nobody sees: {names}", names=names),
            "type the text again, or paste it by way of a plain text editor",
        )


def needs_joiners(language: str) -> bool:
    """True for a language whose script needs joiners or direction marks between letters."""
    return is_right_to_left(language) or language.split("-")[0] in _JOINING


def _look_alikes(text: str) -> Iterator[Oddity]:
    for word, strange in disguised(text):
        shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in strange)
        yield Oddity(
            "text-look-alike",
            say('in "{word}" stand letters of another alphabet: {shown}', word=word, shown=shown),
            "type the word again",
            strange,
        )


def _printed_texts(deck: Deck) -> Iterator[tuple[TextPath, str]]:
    """Every text that is printed, by its path."""
    for card in {card.id: card for card in deck.every}.values():
        for path, text in card.texts():
            yield (card.id, *path), text
    for key in ("title", "subtitle", "licence", "makers"):
        yield ("@deck", key), getattr(deck, key)
    yield from ((("@labels", key), text) for key, text in deck.labels.items())
    yield from (((REGION, *path), text) for path, text in deck.region.printed_texts())
