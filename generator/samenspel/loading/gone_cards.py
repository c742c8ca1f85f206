"""Cards that a project speaks of and that its base once had: the message says so, and what to do.

What a newer base left out is no slip of the pen, and another card of nearly the same name is not
meant. It is known by older editions that are installed, and by the records of overridden texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.gate import folder_names
from samenspel.layers.sources import Sources
from samenspel.project.bases import base_of, editions
from samenspel.saying import say
from samenspel.yaml.documents import read_document

RECORDS = "cards/.basis"
_CARD_FILE = re.compile(r"(?:\d+-)?([^/]+)\.yaml")
_ABOUT_CARDS = ("card-unknown", "card-not-listed", "card-dropped")


def told_of_base(
    root: Path, builtin: Path, sources: Sources, problems: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """The problems; of those about a card that the base no longer has, each says so.

    A project's own file for such a card lacks what the base said in it: one message for all of it.
    """
    found = list(problems)
    base = base_of(sources, builtin)
    if base is None or not any(one.code in (*_ABOUT_CARDS, "field-missing") for one in found):
        return found
    now = _cards_in(base, sources.source_language)
    gone = {name: edition for name, edition in _earlier(root, builtin, sources).items()
            if name not in now}  # fmt: skip
    named = sources.deck.get("base")
    line = named.text if named else ""
    return list(dict.fromkeys(_told(one, gone, line, sources.source_language) for one in found))


def _told(problem: Diagnostic, gone: dict[str, str], base: str, language: str) -> Diagnostic:
    """The problem, or what is to be said of a card that is gone."""
    name = problem.subject if problem.code in _ABOUT_CARDS else ""
    place = problem.location
    if problem.code == "field-missing" and place is not None:
        path = PurePosixPath(place.file)
        in_file = _CARD_FILE.fullmatch(path.name) if path.parts[:1] == ("cards",) else None
        name = in_file[1] if in_file and len(path.parts) == 3 else ""
    if name not in gone:
        return problem
    edition = gone[name]
    found = (
        say("the edition {edition} has it", edition=edition)
        if edition
        else say("what it said stands in {records}", records=RECORDS)
    )
    own = problem.code == "field-missing"
    remedy = (
        say("write the card whole in this file ({found}), or take the file away", found=found)
        if own
        else say(
            "name a card that is there, or take this away; to keep the card, write it whole in "
            "cards/{language} ({found})",
            language=language,
            found=found,
        )
    )
    return replace(
        problem,
        code="card-unknown",
        message=say('{base} no longer has the card "{name}"', base=base, name=name),
        key="" if own else problem.key,
        remedy=remedy,
    )


def _earlier(root: Path, builtin: Path, sources: Sources) -> dict[str, str]:
    """Cards that a base had once, by the edition that has them; empty for one that is not here."""
    language = sources.source_language
    found: dict[str, str] = {}
    for name in folder_names(root, RECORDS):
        with suppress(ContentError):
            node = read_document(root, f"{RECORDS}/{name}", [])
            for texts in (node.entries.values() if node else ()):
                found |= dict.fromkeys((key.partition(".")[0] for key in texts.entries), "")
    for edition, folder in editions(builtin).items():
        found |= dict.fromkeys(_cards_in(folder, language), edition)
    return found


def _cards_in(folder: Path, language: str) -> set[str]:
    """The ids of the cards that have a file of their own in a deck."""
    names = map(_CARD_FILE.fullmatch, folder_names(folder, f"cards/{language}"))
    return {found[1] for found in names if found}
