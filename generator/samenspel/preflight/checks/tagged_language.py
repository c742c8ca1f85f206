"""The file says in which language it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|[ix](-[A-Za-z0-9]{1,8})+")
"""A language tag, as far as its form goes (BCP 47)."""
SMALL_WORDS = {
    "nl": (
        "het", "een", "van", "dat", "niet", "zijn", "voor", "ook", "maar",
        "wordt", "naar", "bij", "deze", "wij", "jullie",
    ),
    "en": (
        "the", "of", "and", "to", "that", "with", "for", "not", "this",
        "are", "you", "your", "from", "have", "what",
    ),
    "de": (
        "der", "die", "das", "und", "nicht", "ist", "mit", "auf", "ein",
        "eine", "zu", "den", "sich", "auch", "wir",
    ),
    "fr": (
        "le", "la", "les", "des", "et", "que", "est", "pas", "pour",
        "dans", "une", "sur", "vous", "nous", "qui",
    ),
}  # fmt: skip
"""Words that stand in every text of a language, and hardly in the others."""
SURE = 12
"""So many small words of another language, and three times those of its own, are a sign."""
READ = 20
"""Pages of which the words are counted."""
_WORD = re.compile(r"[^\W\d_]+")


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged:
        return
    said = str(entry(document.root, "/Lang") or "").strip()
    if not said:
        yield Problem("the file does not say in which language it is")
    elif not TAG.fullmatch(said):
        yield Problem(say('"{language}" is no tag of a language', language=said))
    else:
        yield from _other(document, said)
    tree = entry(document.root, "/StructTreeRoot")
    parts = {str(entry(one, "/Lang") or "").strip() for _, one in elements(tree)} if tree else ()
    for one in sorted(parts):
        if one and not TAG.fullmatch(one):
            yield Problem(say('"{language}" is no tag of a language', language=one))


def _other(document: Document, said: str) -> Iterator[Problem]:
    """A file that is in another language than it says, as its smallest words show."""
    own = said.partition("-")[0].lower()
    if own not in SMALL_WORDS or not document.source:
        return
    import pypdfium2  # few files are asked whether they are tagged

    counts: Counter[str] = Counter()
    with pypdfium2.PdfDocument(document.source) as pdf:
        for page in list(pdf)[:READ]:
            counts.update(_WORD.findall(page.get_textpage().get_text_range().lower()))
    found = {name: sum(counts[word] for word in words)
             for name, words in SMALL_WORDS.items()}  # fmt: skip
    best = max(found, key=lambda name: found[name])
    if found[best] >= SURE and found[best] > 3 * found[own]:
        yield Problem(
            say('the file says "{said}", and its words are "{best}"', said=said, best=best)
        )


CHECK = Check(
    id="tagged-language",
    title="The file says in which language it is",
    rationale="A screen reader speaks Dutch as if it were English.",
    remedy="set the document's language",
    source="ISO 14289-1, 7.2",
    run=_run,
    thresholds=("tagged",),
)
