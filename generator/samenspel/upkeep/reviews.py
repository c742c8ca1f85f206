"""What those who looked at a deck answered: their remarks, and the one yes that freezes it.

Each answer is a file in the project's ``reviews/``. An edition that somebody approved is frozen in
its language until somebody says otherwise: that is noted in the answer itself, with who and why.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from samenspel.bounds import KB
from samenspel.diagnostics import Location
from samenspel.errors import ContentError, UsageError
from samenspel.gate import files_below, read_bytes
from samenspel.plain_json import parsed
from samenspel.printable import is_hidden, plain_word
from samenspel.saying import say

FOLDER = "reviews"
ANSWER = 256 * KB
"""Bytes of an answer: a remark on every card of a large deck."""
NAME, REMARK, REMARKS = 120, 4_000, 500
"""Characters of a name and of a remark, and how many remarks there may be."""
PARTS = ("edition", "region", "language", "format", "press")
"""What an answer is about, each a plain word."""
WORD = re.compile(r"[\w.-]{1,80}")
SHARED = "cards/"
REGION_FILES = "cards/regions/"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said of one edition."""

    edition: str
    """The code of what was looked at: of other pages it is another."""
    region: str
    language: str
    format: str
    press: str
    name: str
    """Who said it."""
    date: str
    """The day, as 2026-03-01."""
    approved: bool
    """Whether it may be printed so."""
    remarks: tuple[tuple[str, str], ...] = ()
    """Each a card's id, or ``*`` for the whole, and what was said."""
    reopened: tuple[str, str, str] | None = None
    """Who let it change again, when, and why."""

    @property
    def file(self) -> str:
        """Where it is kept, below the project's folder."""
        return f"{FOLDER}/{self.edition}-{plain_word(self.name) or 'x'}.json"

    @property
    def freezes(self) -> bool:
        """Whether nothing of it may change now."""
        return self.approved and self.reopened is None


def answer_of(data: bytes, file: str) -> Answer:
    """What a file says that came back. Raises ContentError (``review-answer``)."""
    try:
        said = parsed(data)
        if len(data) > ANSWER or said["samenspel"] != "review":
            raise ValueError("of something else")
        parts = [said[name] for name in PARTS]
        remarks = tuple((_text(one["card"], NAME), _text(one["text"], REMARK, breaks=True))
                        for one in said["remarks"])  # fmt: skip
        if not all(isinstance(one, str) and WORD.fullmatch(one) for one in parts):
            raise ValueError("names")
        if len(remarks) > REMARKS or not isinstance(said["approved"], bool):
            raise ValueError("remarks")
        name, day = _text(said["name"], NAME).strip(), said["date"]
        if not name or date.fromisoformat(day).isoformat() != day:
            raise ValueError("who and when")
        again = said.get("reopened")
        reopened: tuple[str, str, str] | None = None
        if again:
            by, when, why = (_text(one, REMARK) for one in again)
            reopened = by, when, why
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError.of(
            "review-answer",
            "this is no answer from a review page",
            Location(file),
            remedy="choose the file that the page saved, as it is",
        ) from error
    about = dict(zip(PARTS, parts, strict=True))
    return Answer(
        **about, name=name, date=day, approved=said["approved"], remarks=remarks, reopened=reopened
    )


def _text(value: Any, most: int, *, breaks: bool = False) -> str:
    """A text of somebody else's. Raises ValueError for one that hides something, or is too long."""
    if not isinstance(value, str) or len(value) > most:
        raise ValueError("text")
    seen = value.replace("\r\n", "\n")
    if any(is_hidden(char) or (char in "\n\t" and not breaks) for char in seen):
        raise ValueError("text")
    return seen


def as_json(answer: Answer) -> bytes:
    """An answer as it is kept."""
    said: dict[str, Any] = {"samenspel": "review"}
    said |= {name: getattr(answer, name) for name in (*PARTS, "name", "date", "approved")}
    said["remarks"] = [{"card": card, "text": text} for card, text in answer.remarks]
    if answer.reopened:
        said["reopened"] = list(answer.reopened)
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def answers(root: Path) -> tuple[Answer, ...]:
    """All answers of a project, the newest last. Raises ContentError (``review-answer``)."""
    names = [name for name in files_below(root, FOLDER) if name.endswith(".json")]
    found = (answer_of(read_bytes(root, name, ANSWER), name) for name in sorted(names))
    return tuple(sorted(found, key=lambda one: (one.date, one.file)))


def frozen_in(root: Path, region: str, language: str) -> Answer | None:
    """The yes by which an edition is frozen, if there is one."""
    held = (one for one in answers(root) if one.freezes)
    return next((one for one in held if (one.region, one.language) == (region, language)), None)


def refuse_frozen(root: Path, files: Iterable[str], languages: Iterable[str] = ()) -> None:
    """Raise UsageError (``approved-frozen``) for a change of files that somebody approved.

    A region's own file belongs to that region, all others below ``cards/`` to every region;
    ``languages`` are those that the change is in, none means all.
    """
    held = [one for one in answers(root) if one.freezes]
    for name in files if held else ():
        for one in held:
            if _touches(name, one, set(languages)):
                raise UsageError.of(
                    "approved-frozen",
                    why_frozen(one),
                    Location(name),
                    remedy=HOW_TO_REOPEN,
                )


def _touches(name: str, held: Answer, languages: set[str]) -> bool:
    if not name.startswith(SHARED) or name.startswith("cards/.basis/"):
        return False
    if name.startswith(REGION_FILES):
        mine = name == f"{REGION_FILES}{held.region}.yaml"
        return mine and (not languages or held.language in languages)
    return not languages or held.language in languages


HOW_TO_REOPEN = say(
    "say first that it may change again, on the page Have it looked at of the studio or with "
    "'samenspel review --reopen'"
)


def why_frozen(held: Answer) -> str:
    """Who approved what and when."""
    return say(
        "{name} approved {region} ({language}) on {date}, so it is frozen",
        name=held.name, region=held.region, language=held.language, date=held.date,
    )  # fmt: skip


def reopened(found: Iterable[Answer], by: str, when: str, why: str) -> Iterator[Answer]:
    """Answers that freeze no more. Raises UsageError (``review-who``) without a name or reason."""
    by, why = " ".join(by.split()), " ".join(why.split())
    if not by or not why or len(by) > NAME or len(why) > REMARK:
        raise UsageError.of(
            "review-who",
            "who opens it again, and why, is noted",
            remedy="give your name and a reason",
        )
    for one in found:
        if one.freezes:
            yield replace(one, reopened=(by, when, why))
