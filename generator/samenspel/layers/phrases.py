"""What facts are in the sentences of a deck, and those that a region says otherwise.

A deck declares it (``grammar:`` in ``deck.yaml``). A clause or a whole sentence where a noun phrase
stands makes a sentence that nobody would write. What gives one away is a mark that ends sentences,
a word that begins clauses, or a verb that is in no relative clause; an article with a capital is
that of a line of its own. Words are known of Dutch, English, German and Frisian; in other languages
only the marks count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.layers.applying import tongue_of
from samenspel.layers.sources import Sources
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

PHRASES = ("issue", "example", "territory")
"""The facts that stand in sentences of the deck: noun phrases, when it declares nothing else."""
CODE = "fact-not-a-phrase"


@dataclass(frozen=True, slots=True)
class _Words:
    """What marks a clause in one language."""

    openers: str
    """Words that begin a clause, or are its subject."""
    verbs: str
    """Finite verbs that are nothing else."""
    relatives: str
    """What begins a relative clause, in which a verb may well stand."""
    articles: str
    """Articles and the like with a capital, when no name follows them."""

    def clause(self, text: str) -> str:
        """The word that makes a text a clause; empty when there is none."""
        opened = re.match(rf"(?:{self.openers})\b", text, re.IGNORECASE)
        if opened:
            return opened[0]
        verb = re.search(rf"\b(?:{self.verbs})\b", text, re.IGNORECASE)
        if verb is None or re.search(rf"\b(?:{self.relatives})\b", text[: verb.start()]):
            return ""
        return verb[0]


_WORDS = {
    "nl": _Words(
        "(?:dat|die) (?:we|wij|ik|je|ze|zij|er|het|de|een|niemand|iedereen|alle|veel|zich|zelf|"
        "niet|nooit|altijd|nog|steeds|al|door|langs|in|op|aan|over|met|van|voor|bij|uit|naar|om)|"
        "waar(?:in|op|van|mee|bij|voor|over|aan|uit)?|hoe|omdat|doordat|waarom|"
        "waardoor|wanneer|terwijl|zodat|we|wij|ik|jij|er|het is",
        "is|was|wordt|werd|heeft|hebben|moet|moeten|kunnen|gaat|loopt|komt|blijft",
        "die|dat|wat|waar|waarin|waarvan|waarmee|wie|waarop|of|hoe|waarom",
        r"(?:De|Het|Een|Onze|Ons|Deze|Dit)(?= [^A-ZÀ-Þ])",
    ),
    "en": _Words(
        "that (?:we|they|it|there|the|our|no|nobody|everyone)|where|who|which|how|why|"
        "because|when|whether|if|we|i|you|they|there (?:is|are)|it is|this is",
        "is|are|was|were|has|have|had|must|cannot",
        "who|whom|whose|which|that|where|what",
        r"(?:The|An?|Our|This|These)(?= [^A-ZÀ-Þ])",
    ),
    "de": _Words(
        "dass|wo|worin|wer|weil|warum|wenn|ob|wir|ich|es (?:ist|sind|gibt)|wie",
        "ist|sind|war|wird|werden|hat|haben|muss|müssen|kann|können|gibt|bleibt",
        r"(?:,|, \w+) (?:die|der|das|dem|den|deren|dessen)|wo|was|wer|ob|wie|warum",
        r"(?:Der|Die|Das|Eine?|Unsere?|Diese[rs]?)(?= )",
    ),
    "fy": _Words(
        "dêr’t|dêr't|dy’t|dy't|hoe|omdat|om’t|om't|wêrom|wannear|wylst|wy|ik|der",
        "is|binne|wie|wurdt|hat|hawwe|moat|moatte|giet|komt|bliuwt",
        "dy’t|dy't|dat|wat|dêr’t|dêr't|wêr’t|wêr't|wa’t|wa't",
        r"(?:De|It|In|Us|Dizze|Dit)(?= [^A-ZÀ-Þ])",
    ),
}
_ABBREVIATED = re.compile(r"(?:\b\w\.|\b(?:enz|etc|e\.d|bv|bijv|usw|ensf)\.)$", re.IGNORECASE)
_NEXT = re.compile(r"\w{4,}[.!?…]\s+[A-ZÀ-Þ‘“„]")


def unphrased(text: str, language: str) -> str:
    """Why a text is no noun phrase, in words; empty when it is one."""
    text = " ".join(text.split())
    ended = _sentence(text, "!?;:")
    words = _WORDS.get(language.split("-")[0])
    if ended or words is None:
        return ended
    clause = words.clause(text)
    if clause:
        return say('"{clause}" makes a clause of it', clause=clause)
    article = re.match(words.articles, text)
    return say('"{article}" has the capital of a sentence', article=article[0]) if article else ""


def unnamed(text: str, language: str) -> str:
    """Why a text is no name, in words; empty when it is one. Names may end in a mark (Doe Mee!)."""
    text = " ".join(text.split())
    words = _WORDS.get(language.split("-")[0]) if text[:1].islower() else None
    clause = words.clause(text) if words else ""
    made = say('"{clause}" makes a clause of it', clause=clause) if clause else ""
    return _sentence(text, ";:") or made


def _sentence(text: str, marks: str) -> str:
    """What makes a text a sentence or more, in words."""
    if text[-1:] in marks or (text[-1:] == "." and not _ABBREVIATED.search(text)):
        return say('it ends with "{text}", as a sentence does', text=text[-1]) if text else ""
    return "it is more than one sentence" if _NEXT.search(text) else ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a fact may be, as a deck declares it."""

    wrong: Callable[[str, str], str]
    """Why a text in a language is not of this kind; empty when it is."""
    remedy: str
    """How to mend one that is not."""


_KINDS = {
    "noun-phrase": _Kind(
        unphrased,
        "write a noun with what belongs to it, such as: het lerarentekort, without a full stop",
    ),
    "name": _Kind(unnamed, "write a name alone, such as: Stichting Twee Oevers"),
}
"""Those that are held; of what is free nothing is asked."""


def phrase_problems(sources: Sources, region: str) -> Iterator[Diagnostic]:
    """The facts of a region's own file that are not what the deck declares, in each language."""
    said = sources.regions.get(region)
    if said is None:
        return
    declared = sources.deck.get("grammar")
    kinds = dict.fromkeys(PHRASES, "noun-phrase")
    kinds |= {name: node.text for name, node in (declared.entries if declared else {}).items()}
    texts = said.get("texts")
    spoken = {tongue_of(sources, region): said, **(texts.entries if texts else {})}
    for language, node in spoken.items():
        for name, kind in kinds.items():
            for fact in _said(node.get("facts", name)) if kind in _KINDS else ():
                why = _KINDS[kind].wrong(fact.text, language)
                if why:
                    yield _refused(fact, why, _KINDS[kind].remedy)


def _said(fact: Node | None) -> Iterator[Node]:
    """The texts of a fact: itself, or the name of each item of a list."""
    for one in fact.items or (fact,) if fact else ():
        named = one.get("name") or one
        if named.text:
            yield named


def _refused(fact: Node, why: str, remedy: str) -> Diagnostic:
    return Diagnostic(
        CODE,
        say("this fact stands in the middle of sentences, and {why}", why=why),
        fact.location,
        key_of(fact.path),
        remedy,
    )
