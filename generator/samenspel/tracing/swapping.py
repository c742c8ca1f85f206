"""The list for whoever has the printed deck: which cards go out, and which come in.

Its words are in ``words/<language>.yaml``, for a translator to edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from samenspel.tracing.manifests import Made
from samenspel.yaml import word_lists

FOLDER = Path(__file__).parent / "words"

languages = partial(word_lists.languages, FOLDER)
words_in = partial(word_lists.words_in, FOLDER)


@dataclass(frozen=True, slots=True)
class Swap:
    """One card that is not as it was."""

    id: str
    """The card's id."""
    title: str
    """Its title."""
    old: str
    """The code on the card that was printed; empty for a card that is new."""
    new: str
    """The code on the card that takes its place; empty for a card that goes."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file beside the cards of which pages are not as they were."""

    file: str
    """Its name."""
    product: str
    """The product that makes it again."""
    pages: tuple[int, ...]
    """Which, from 1."""


def list_name(language: str) -> str:
    """What the file of the list is called in a language."""
    return words_in(language)["file"]


def list_text(made: Made, swaps: Sequence[Swap], pages: Sequence[Changed] = ()) -> str:
    """The list as plain text, in the language of the deck that was printed."""
    words = words_in(made.language)
    head = words["head"].format(region=made.region_name, code=made.edition_code)
    lines = [head, "", words["how"]]
    both = [one for one in swaps if one.old and one.new]
    groups = (
        ("swapped", [f"[ ] {one.old} -> {one.new}  {one.title}" for one in both]),
        ("new", [f"[ ] {one.new}  {one.title}" for one in swaps if not one.old]),
        ("gone", [f"[ ] {one.old}  {one.title}" for one in swaps if not one.new]),
    )
    beside = [f"[ ] {one.file}: {', '.join(map(str, one.pages))}" for one in pages]
    for name, cards in (*groups, ("again", beside)):
        lines += ["", words[name], *cards] if cards else []
    return "\n".join(lines) + "\n"
