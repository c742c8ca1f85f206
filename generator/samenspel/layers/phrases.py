"""Facts that the deck puts in the middle of its sentences: each is a noun phrase.

A clause or a whole sentence there makes a sentence that nobody would write. What gives one away is
a mark that ends sentences, a word that begins clauses, or a verb that is in no relative clause.
Words are known of Dutch, English, German and Frisian; in other languages only the marks count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.layers.applying import tongue_of
from samenspel.layers.sources import Sources
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

PHRASES = ("issue", "example", "territory")
"""The facts that stand in sentences of the deck."""
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
        "dat (?:we|wij|ik|je|ze|zij|er|het|de|een|niemand|iedereen|alle|veel)|"
        "hoe|omdat|doordat|waarom|waardoor|wanneer|terwijl|zodat|we|wij|ik|jij|er|het is",
        "is|was|wordt|werd|heeft|hebben|moet|moeten|kunnen|gaat|loopt|komt|blijft",
        "die|dat|wat|waar|waarin|waarvan|waarmee|wie|waarop|of|hoe|waarom",
    ),
    "en": _Words(
        "that (?:we|they|it|there|the|our|no|nobody|everyone)|how|why|because|when|whether|if|"
        "we|i|you|they|there (?:is|are)|it is|this is",
        "is|are|was|were|has|have|had|must|cannot",
        "who|whom|whose|which|that|where|what",
    ),
    "de": _Words(
        "dass|weil|warum|wenn|ob|wir|ich|es (?:ist|sind|gibt)|wie",
        "ist|sind|war|wird|werden|hat|haben|muss|müssen|kann|können|gibt|bleibt",
        r"(?:,|, \w+) (?:die|der|das|dem|den|deren|dessen)|wo|was|wer|ob|wie|warum",
    ),
    "fy": _Words(
        "hoe|omdat|om’t|om't|wêrom|wannear|wylst|wy|ik|der",
        "is|binne|wie|wurdt|hat|hawwe|moat|moatte|giet|komt|bliuwt",
        "dy’t|dy't|dat|wat|dêr’t|dêr't|wêr’t|wêr't|wa’t|wa't",
    ),
}
_ABBREVIATED = re.compile(r"(?:\b\w\.|\b(?:enz|etc|e\.d|bv|bijv|usw|ensf)\.)$", re.IGNORECASE)
_NEXT = re.compile(r"\w{4,}[.!?…]\s+[A-ZÀ-Þ‘“„]")


def unphrased(text: str, language: str) -> str:
    """Why a text is no noun phrase, in words; empty when it is one."""
    text = " ".join(text.split())
    if text[-1:] in "!?;:" or (text[-1:] == "." and not _ABBREVIATED.search(text)):
        return say('it ends with "{text}", as a sentence does', text=text[-1])
    if _NEXT.search(text):
        return "it is more than one sentence"
    words = _WORDS.get(language.split("-")[0])
    clause = words.clause(text) if words else ""
    return say('"{clause}" makes a clause of it', clause=clause) if clause else ""


def phrase_problems(sources: Sources, region: str) -> Iterator[Diagnostic]:
    """The facts of a region's own file that are no noun phrases, in each language it says them."""
    said = sources.regions.get(region)
    if said is None:
        return
    texts = said.get("texts")
    spoken = {tongue_of(sources, region): said, **(texts.entries if texts else {})}
    for language, node in spoken.items():
        for name in PHRASES:
            fact = node.get("facts", name)
            why = unphrased(fact.text, language) if fact and fact.text else ""
            if fact and why:
                yield _refused(fact, why)


def _refused(fact: Node, why: str) -> Diagnostic:
    return Diagnostic(
        CODE,
        say("this fact stands in the middle of sentences, and {why}", why=why),
        fact.location,
        key_of(fact.path),
        "write a noun with what belongs to it, such as: het lerarentekort, without a full stop",
    )
