"""A card's questions by id, a layer's edits of them, and the re-ordering they share with cards.

A question is a plain text or ``{id: …, text: …}``. A plain text's id is its number on its own card.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

EDITS = ("drop", "add", "order")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Question = tuple[str, Node]
"""An id and the node of the text itself."""


def rearranging(
    items: Sequence[str], names: Sequence[Node]
) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """The wanted order with its mistakes sorted out: names given too often, or unknown."""
    counts = Counter(items)
    listed = Counter(node.text for node in names)
    wanted: list[str] = []
    problems: list[Diagnostic] = []
    for node in names:
        name = node.text
        if listed[name] in (1, counts[name]):
            wanted += [name] * (counts[name] if listed[name] == 1 else 1)
        elif name not in (problem.subject for problem in problems):
            problems.append(
                Diagnostic(
                    "order-repeats",
                    say(
                        '"{name}" stands {count} times in this order',
                        name=name,
                        count=listed[name],
                    ),
                    node.location,
                    key_of(node.path),
                    "name it once",
                    subject=name,
                )
            )
    return wanted, tuple(problems)


def rearranged(items: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    """``items`` with the wanted ones in their wanted order, in the places that they held together.

    ``wanted`` must hold each of its names as often as ``items`` does.
    """
    queue = iter(wanted)
    named = set(wanted)
    return tuple(next(queue) if item in named else item for item in items)


def _is_named(item: Node) -> bool:
    """True for a question that is written as ``{id: …, text: …}``."""
    text = item.get("text")
    return text is not None and set(item.entries) <= {"id", "text"}


def _text(item: Node) -> Node:
    return item.entries["text"] if _is_named(item) else item


def identified(questions: Node) -> list[Question]:
    """A list's questions with their ids: their own, else their number on the card."""
    made: list[Question] = []
    for number, item in enumerate(questions.items, 1):
        own = item.get("id") if _is_named(item) else None
        made.append((own.text if own else str(number), _text(item)))
    return made


def _as_list(like: Node, questions: Iterable[Question]) -> Node:
    """Questions as a list again, each with its id beside it."""
    items = (
        Node({"id": Node(name, text.location, text.path), "text": text}, text.location, text.path)
        for name, text in questions
    )
    return replace(like, value=tuple(items), keys={})


def plain_questions(questions: Node) -> Node:
    """The list as later stages want it: texts alone, each at its own place."""
    return replace(questions, value=tuple(_text(item) for item in questions.items))


def question_problems(questions: Node) -> list[Diagnostic]:
    """Ids that cannot be ids, and ids that two questions of one card share."""
    problems: list[Diagnostic] = []
    seen: set[str] = set()
    for (name, text), item in zip(identified(questions), questions.items, strict=True):
        place = item.get("id") or text
        if not _ID.fullmatch(name) or name in EDITS:
            remedy = "use small letters, digits and dashes (not drop, add or order)"
            problems.append(
                _question_problem(
                    "question-id", say('"{name}" cannot be an id', name=name), place, remedy
                )
            )
        elif name in seen:
            remedy = "give one of the two another id"
            message = say('there are two questions "{name}" on this card', name=name)
            problems.append(_question_problem("question-exists", message, place, remedy))
        seen.add(name)
    return problems


def named_like(questions: Node, below: Node) -> Node:
    """A whole new list of questions in place of ``below``.

    Its plain texts take over the ids of the questions whose places they take, so that a translated
    or rewritten list can be edited by the same ids.
    """
    old = [name for name, _ in identified(below)]
    if not isinstance(questions.value, tuple) or old == [str(n + 1) for n in range(len(old))]:
        return questions
    own = {name for (name, _), i in zip(identified(questions), questions.items, strict=True)
           if _is_named(i)}  # fmt: skip
    made = [
        (old[place] if not _is_named(item) and place < len(old) and old[place] not in own else name,
         text)
        for place, ((name, text), item) in enumerate(
            zip(identified(questions), questions.items, strict=True)
        )
    ]  # fmt: skip
    return _as_list(questions, made)


def edit_questions(questions: Node, edits: Node) -> tuple[Node, tuple[Diagnostic, ...]]:
    """A card's questions after a layer's edits, all by id.

    First ``2: new text`` replaces and ``drop`` takes away, then ``add`` puts new questions at the
    end (a plain text gets the lowest free number as its id), and ``order`` puts the result in
    order.
    """
    below = identified(questions)
    names = [name for name, _ in below]
    problems = _unknown_edits(edits, names)
    dropped, unknown = _known_questions(edits, "drop", names)
    gone = {node.text for node in dropped}
    made = [
        (name, _text(edits.entries.get(name, text))) for name, text in below if name not in gone
    ]
    made, repeated = _added(made, _items(edits, "add"))
    names = [name for name, _ in made]
    ordered, strange = _known_questions(edits, "order", names)
    wanted, twice = rearranging(names, ordered)
    by_id = dict(made)
    made = [(name, by_id[name]) for name in rearranged(names, wanted)]
    all_problems = (*problems, *unknown, *repeated, *strange, *twice)
    return _as_list(edits, made), all_problems


def _added(made: list[Question], items: Sequence[Node]) -> tuple[list[Question], list[Diagnostic]]:
    problems: list[Diagnostic] = []
    for item in items:
        taken = {name for name, _ in made}
        own = item.get("id") if _is_named(item) else None
        free = next(str(n) for n in range(1, len(made) + 2) if str(n) not in taken)
        if own and own.text in taken:
            message = say('there is a question "{text}" already', text=own.text)
            remedy = "give it another id, or replace that question"
            problems.append(_question_problem("question-exists", message, own, remedy))
            continue
        made = [*made, (own.text if own else free, _text(item))]
    return made, problems


def _question_problem(code: str, message: str, node: Node, remedy: str) -> Diagnostic:
    return Diagnostic(code, message, node.location, key_of(node.path), remedy)


def _unknown_edits(edits: Node, names: Sequence[str]) -> list[Diagnostic]:
    return [
        Diagnostic(
            "question-unknown",
            say('there is no question "{key}" to replace', key=key),
            edits.key_location(key),
            key_of((*edits.path, key)),
            near_match(key, (*EDITS, *names)),
        )
        for key in edits.entries
        if key not in EDITS and key not in names
    ]


def _known_questions(
    edits: Node, edit: str, names: Sequence[str]
) -> tuple[list[Node], list[Diagnostic]]:
    nodes = _items(edits, edit)
    problems = [
        _question_problem(
            "question-unknown",
            say('there is no question "{text}"', text=node.text),
            node,
            "known: " + ", ".join(names),
        )
        for node in nodes
        if node.text not in names
    ]
    return [node for node in nodes if node.text in names], problems


def _items(edits: Node, name: str) -> tuple[Node, ...]:
    child = edits.get(name)
    return child.items if child else ()
