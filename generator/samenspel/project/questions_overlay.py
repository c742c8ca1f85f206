"""A region's edits of a card's questions, and the re-ordering that questions and cards share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.project.nodes import Node, key_of

EDITS = ("drop", "add", "order")


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
        elif name not in (problem.message.split('"')[1] for problem in problems):
            problems.append(
                Diagnostic(
                    "order-repeats",
                    f'"{name}" stands {listed[name]} times in this order',
                    node.location,
                    key_of(node.path),
                    "name it once",
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


def edit_questions(questions: Node, edits: Node) -> tuple[Node, tuple[Diagnostic, ...]]:
    """A card's questions after a region's edits.

    Numbers count from 1: first ``1: new text`` replaces, then ``drop`` takes away (both by the
    card's own numbers), then ``add`` puts new questions at the end, and ``order`` puts the result
    in order by its new numbers.
    """
    items = list(questions.items)
    numbers = [str(n) for n in range(1, len(items) + 1)]
    problems = _unknown_edits(edits, numbers)
    items = [edits.entries.get(number, item) for number, item in zip(numbers, items, strict=True)]
    dropped, unknown = _numbered(edits, "drop", numbers)
    gone = {node.text for node in dropped}
    items = [item for number, item in zip(numbers, items, strict=True) if number not in gone]
    items += _items(edits, "add")
    numbers = [str(n) for n in range(1, len(items) + 1)]
    named, strange = _numbered(edits, "order", numbers)
    wanted, repeated = rearranging(numbers, named)
    items = [items[int(number) - 1] for number in rearranged(numbers, wanted)]
    edited = replace(edits, value=tuple(items), keys={})
    return edited, (*problems, *unknown, *strange, *repeated)


def _unknown_edits(edits: Node, numbers: Sequence[str]) -> list[Diagnostic]:
    return [
        Diagnostic(
            "question-unknown",
            f'there is no question "{key}" to replace'
            if key.isdigit()
            else f'"{key}" is not something to do with questions',
            edits.key_location(key),
            key_of((*edits.path, key)),
            near_match(key, (*EDITS, *numbers)),
        )
        for key in edits.entries
        if key not in EDITS and key not in numbers
    ]


def _numbered(
    edits: Node, name: str, numbers: Sequence[str]
) -> tuple[list[Node], list[Diagnostic]]:
    nodes = _items(edits, name)
    problems = [
        Diagnostic(
            "question-unknown",
            f'there is no question number "{node.text}"',
            node.location,
            key_of(node.path),
            "known: " + ", ".join(numbers),
        )
        for node in nodes
        if node.text not in numbers
    ]
    return [node for node in nodes if node.text in numbers], problems


def _items(edits: Node, name: str) -> tuple[Node, ...]:
    child = edits.get(name)
    return child.items if child else ()
