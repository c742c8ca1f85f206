"""The texts of stacks and sections: each is one of the kinds of text, or the room between two."""

from __future__ import annotations

from dataclasses import replace

from samenspel.diagnostics import near_match
from samenspel.kinds.uses import Uses
from samenspel.model.design import Part
from samenspel.model.design.parts.texts import KINDS_OF_TEXT, Sections, Stack, TextEntry, Texts
from samenspel.saying import say
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check


def with_texts(uses: Uses, part: Part, node: Node, names: set[str]) -> Part:
    """A stack, sections or a text of texts, with each of its texts read."""
    if not isinstance(part, (Texts, TextEntry)):
        return part
    texts = node.get("texts")
    if texts is None or not isinstance(texts.value, tuple):
        return part
    read = [(_entry(uses, item, names), item) for item in texts.items]
    made = [entry for entry, _ in read if entry is not None]
    rooms = [item for entry, item in read if entry is not None and entry.room]
    if len(rooms) > 1 or (rooms and (isinstance(part, Sections) or _shares(part))):
        uses.say("design-value", "a room stands once in a stack that shrinks by itself", rooms[-1],
                 "take it away here")  # fmt: skip
    return part.model_copy(update={"texts": made})


def _shares(part: Part) -> bool:
    """True for a stack whose sizes wait for others: where its texts end is not known in time."""
    return not isinstance(part, Stack) or part.fit is not None


def _entry(uses: Uses, node: Node, names: set[str]) -> TextEntry | None:
    whole = node if node.entries else replace(node, value={"text": node}, keys={})
    entry = check(TextEntry, whole, uses.problems)
    if entry is None:
        return None
    if len([key for key in KINDS_OF_TEXT if getattr(entry, key) is not None]) != 1:
        uses.say(
            "design-value",
            say(
                "a text of a stack is one of {kinds}",
                kinds=", ".join(KINDS_OF_TEXT),
            ),
            node,
            "give each its own line",
        )
        return None
    each = uses.loop(node, entry.each, names)
    known = names | ({each.name} if each else set())
    uses.check_part(node, entry, known)
    if entry.rest is not None and entry.rest not in uses.flows:
        remedy = near_match(entry.rest, uses.flows) if uses.flows else "say runs_on: true there"
        uses.say(
            "design-area-unknown",
            say('no stack "{rest}" above runs on', rest=entry.rest),
            node,
            remedy,
        )
    if entry.room is not None:
        uses.areas.add(entry.room)
    made = with_texts(uses, entry, whole, known)
    return made if isinstance(made, TextEntry) else None
