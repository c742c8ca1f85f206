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
    ended: str = ""
    """A whole text that ends in a verb without a relative clause of which it is part."""

    def clause(self, text: str) -> str:
        """The word that makes a text a clause; empty when there is none."""
        opened = re.match(rf"(?:{self.openers})\b", text, re.IGNORECASE)
        if opened:
            return opened[0]
        last = re.fullmatch(self.ended, text) if self.ended else None
        if last and not re.search(rf"\w (?:{self.relatives})\b", text):
            return str(next(filter(None, last.groups())))
        verb = re.search(rf"\b(?:{self.verbs})\b", text, re.IGNORECASE)
        if verb is None or re.search(rf"\b(?:{self.relatives})\b", text[: verb.start()]):
            return ""
        return verb[0]


_NL_MANY = (
    "begrijpen|blijven|brengen|denken|doen|durven|gaan|geven|groeien|hebben|helpen|horen|houden|"
    "kennen|kiezen|komen|krijgen|krimpen|kunnen|leren|lezen|lopen|maken|missen|moeten|mogen|nemen|"
    "ontbreken|praten|schrijven|sluiten|staan|vergrijzen|verdwijnen|verliezen|vertrekken|vinden|"
    "weten|willen|wonen|worden|zeggen|zien|zitten|zoeken|zullen"
)
_NL_ONE = (
    "blijft|doet|durft|geeft|groeit|helpt|houdt|kent|kiest|krijgt|krimpt|kan|leert|lesgeeft|maakt|"
    "mag|mist|neemt|ontbreekt|sluit|telt|vergrijst|verdwijnt|verliest|vertrekt|vindt|vraagt|weet|"
    "werkt|wil|woont|zegt|ziet|zit|zoekt|zal"
)
"""Dutch verbs, of more and of one, that are no nouns behind a noun."""
_BOUND = "aan|achter|bij|door|in|langs|met|naar|om|onder|op|over|te|tegen|tot|tussen|uit|van|voor"
"""Behind these a verb is a noun, or goes with one."""

_DE_OTHERS = (
    "(?:morgen|gestern|oben|unten|hinten|innen|außen|drüben|draußen|nicht|jetzt|dort|selbst|"
    "insgesamt|nebenan|statt|zusammen|gemeinsamen?|allen|anderen|vielen|[a-zäöü]+igen)$"
)
"""German words that end as a verb does, and end noun phrases."""

_WORDS = {
    "nl": _Words(
        "(?:dat|die) (?:we|wij|ik|je|ze|zij|er|het|de|een|niemand|iedereen|alle|veel|zich|zelf|"
        "niet|nooit|altijd|nog|steeds|al|door|langs|in|op|aan|over|met|van|voor|bij|uit|naar|om)|"
        "waar(?:in|op|van|mee|bij|voor|over|aan|uit)?|hoe|omdat|doordat|waarom|"
        "waardoor|wanneer|terwijl|zodat|we|wij|ik|jij|er|het is",
        "is|was|wordt|werd|heeft|hebben|moet|moeten|kunnen|gaat|loopt|komt|blijft",
        "die|dat|wat|waar|waarin|waarvan|waarmee|wie|waarop|of|hoe|waarom",
        r"(?:De|Het|Een|Onze|Ons|Deze|Dit)(?= [^A-ZÀ-Þ])",
        rf"[Dd]ie .*\b({_NL_MANY}|werken|{_NL_ONE})"
        rf"|[Dd]at (?!(?:\w+e )*\w+$).*\b({_NL_MANY}|werken|{_NL_ONE})"
        r"|(?:(?:de|onze|alle|deze|hun|jullie|veel|weinig|sommige|steeds|twee|drie) )"
        rf"(?:(?!(?:{_BOUND}|het)\b)[\w’'-]+ )+({_NL_MANY})",
    ),
    "en": _Words(
        r"that (?:we|they|it|there|the|our|no|nobody|everyone|\w+(?<![sui])s(?= \w))|where|who|"
        "which|how|why|because|when|whether|if|we|i|you|they|there (?:is|are)|it is|this is",
        "is|are|was|were|has|have|had|must|cannot",
        "who|whom|whose|which|that|where|what",
        r"(?:The|An?|Our|This|These)(?= [^A-ZÀ-Þ])",
    ),
    "de": _Words(
        "dass|wo|worin|wer|weil|warum|wenn|ob|wir|ich|es (?:ist|sind|gibt)|wie",
        "ist|sind|war|wird|werden|hat|haben|muss|müssen|kann|können|gibt|bleibt",
        r"(?:,|, \w+) (?:die|der|das|dem|den|deren|dessen)|wo|was|wer|ob|wie|warum",
        r"(?:Der|Die|Das|Eine?|Unsere?|Diese[rs]?)(?= )",
        rf"[^,]* (?!{_DE_OTHERS})([a-zäöüß]{{3,}}(?:en|et|[^aeiou]t))(?<!\b(?:am|zu|um|an|in) )",
    ),
    "fy": _Words(
        "dêr’t|dêr't|dy’t|dy't|hoe|omdat|om’t|om't|wêrom|wannear|wylst|wy|ik|der",
        "is|binne|wie|wurdt|hat|hawwe|moat|moatte|giet|komt|bliuwt",
        "dy’t|dy't|dat|wat|dêr’t|dêr't|wêr’t|wêr't|wa’t|wa't",
        r"(?:De|It|In|Us|Dizze|Dit)(?= [^A-ZÀ-Þ])",
        r"[Dd](?:y|at) .*\b(bliuwe|fine|gean|groeie|hawwe|komme|krije|krimpe|misse|moatte|"
        r"sizze|sjogge|slute|stean|sykje|sykt|wolle|wurde|wurkje|wurket)",
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
