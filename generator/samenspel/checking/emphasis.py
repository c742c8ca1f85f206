"""Bold and italic words that nobody will see: in a title, in furniture, in a font without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.markup import paragraphs
from samenspel.model.frame import TextRun
from samenspel.model.places import TextPath
from samenspel.model.waiving import OwnedMessage
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.survey import Survey
from samenspel.presets.files import EMPHASIS, ROLES
from samenspel.saying import say

FAMILY = frozenset({role for role in (*ROLES, *EMPHASIS) if role.startswith("text")})
"""The faces that set marked texts; headings and titles have one look."""
_STARRED = re.compile(r"\*\*?\w[^*\n]*\*\*?")


def emphasis_findings(edition: Edition, surveys: Sequence[Survey]) -> Iterator[OwnedMessage]:
    """A warning for each text with bold or italic words that print as the words around them."""
    deck = edition.deck
    marked = {
        (card.id, *path): text
        for card in deck.every
        for path, text in card.texts()
        if "*" in text and _looks(text) - {(False, False)}
    }
    if not marked:
        return
    seen = _faces(marked, surveys)
    files = edition.build.fonts(deck.language)
    names = edition.build.font_names(deck.language)
    for path, text in marked.items():
        faces = seen.get(path, set())
        titled = faces and not faces & FAMILY
        alike = len({files[face] for face in faces}) == 1 and len(_looks(text)) > 1
        if titled or alike:
            yield str(path[0]), _unseen(edition, path, text, names[min(faces)], faces)


def _looks(text: str) -> set[tuple[bool, bool]]:
    """In which looks a text is typed: bold, italic, both or neither."""
    runs = (run for one in paragraphs(text) for run in one.runs if run.text.strip())
    return {(run.bold, run.italic) for run in runs}


def _faces(wanted: Iterable[TextPath], surveys: Sequence[Survey]) -> dict[TextPath, set[str]]:
    """The faces in which each of these texts is set, on all pages."""
    paths, found = frozenset(wanted), dict[TextPath, set[str]]()
    for survey in surveys:
        for frame in survey.pages:
            for item in frame.items:
                if isinstance(item, TextRun):
                    for path in (item.source, *(path for _, path in item.others)):
                        if path in paths:
                            found.setdefault(path, set()).add(item.font.partition("/")[0])
    return found


def _unseen(
    edition: Edition, path: TextPath, text: str, font: str, faces: set[str]
) -> Diagnostic:
    starred = _STARRED.search(text)
    words = starred[0] if starred else text
    if faces <= FAMILY:
        message = say(
            "{words} prints as the words around it: the font assets/{font} has no such letters "
            "beside it",
            words=words,
            font=font,
        )
        remedy = "take the asterisks away, or name fonts for text-bold and text-italic"
    else:
        message = say("{words} prints without its asterisks: a title has one look", words=words)
        remedy = "take the asterisks away"
    return Diagnostic(
        "text-mark-unseen", message, edition.deck.where(*path), edition.deck.key(*path), remedy,
        Severity.WARNING,
    )  # fmt: skip
