"""A text that was typed, into the file where it belongs: that value and no other byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.errors import UsageError
from samenspel.layers.shapes import BASE
from samenspel.model.places import key_of
from samenspel.offer import EditionName
from samenspel.project import Project
from samenspel.saying import say
from samenspel.studio.changing import ANY, Change, changing
from samenspel.studio.engine import Engine
from samenspel.texts.naming import PARTS, field_name
from samenspel.texts.rows import fingerprint
from samenspel.upkeep import accepted_overrides
from samenspel.upkeep.passages import Passage, passages
from samenspel.upkeep.rewording import reworded, rewritten
from samenspel.upkeep.translated import accepted_translations


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a text."""

    file: str
    """Where it stands now; empty when nothing had to be written."""
    theirs: str | None = None
    """What somebody else wrote there meanwhile: nothing was written over it."""


def save(engine: Engine, name: EditionName, key: str, seen: str, text: str) -> Saved:
    """Write a text; ``seen`` is the fingerprint of the one that its writer began with.

    Raises UsageError ``text-unknown``, ``text-locked`` and ``text-needed``, ContentError and
    FileAccessError; then nothing has changed. Its mark is that of the text alone.
    """
    with changing(engine, ANY) as change:
        project = change.project
        passage = passage_named(project, name, key)
        if passage.text == text:
            return Saved("")
        if fingerprint(passage.text) != seen:
            return Saved("", passage.text)
        refuse(passage, text)
        one = reworded(project, passage, text)
        new = rewritten(one.file, engine.read(one.file), [one.edit])
        change.write({one.file: new}, said_of(project, passage), [name.language])
        note(change, name, passage)
        return Saved(one.file)


def passage_named(project: Project, name: EditionName, key: str) -> Passage:
    """A text by its key. Raises UsageError ``text-unknown``."""
    for passage in passages(project, name.region, name.language):
        if passage.key == key and not passage.choices:
            return passage
    raise UsageError.of(
        "text-unknown",
        "this text is no longer in the deck",
        remedy="open the page again",
    )


def said_of(project: Project, passage: Passage) -> str:
    """Which text it is, for who may want to take the change back."""
    titles = (
        one.text or one.source
        for one in passages(project, passage.region, passage.language)
        if one.part == passage.part and one.field == ("title",)
    )
    part = PARTS.get(passage.part) or next(titles, passage.part)
    return f"{part}: {field_name(passage.field, passage.declared)}"


def refuse(passage: Passage, text: str) -> None:
    """Raise UsageError for a text that is not to be changed so."""
    if passage.lock is not None:
        raise UsageError.of(
            "text-locked",
            say("this text is kept as it is by {by}: {why}",
                by=passage.lock.by, why=passage.lock.why),
        )  # fmt: skip
    declared = passage.declared
    if not text.strip() and (declared is None or not declared.optional):
        raise UsageError.of(
            "text-needed",
            "this text cannot be left empty, so it is not saved yet",
            remedy="write something here, or take your change back",
        )


def note(change: Change, name: EditionName, passage: Passage) -> None:
    """Record what the base says under a new text, so that a change of it is noticed later.

    For a translation that is the text that it was made from.
    """
    project = change.engine.project()
    if name.region not in project.regions:
        return
    records = accepted_overrides(project, name.region, only_new=True)
    if name.region == BASE:
        made = record_key(passages(project, name.region, name.language), passage)
        records |= accepted_translations(project, name.language, [made], only_new=True)
    change.keep(records)


def record_key(every: Sequence[Passage], passage: Passage) -> tuple[str, str]:
    """How the record of translations names a text: its card and field, a question by its place."""
    field = passage.field
    if field[0] == "questions" and len(field) == 2:
        mine = [one.field for one in every if one.part == passage.part]
        asked = [one for one in mine if one[0] == field[0]]
        field = (field[0], asked.index(field))
    return passage.part, key_of(field)
