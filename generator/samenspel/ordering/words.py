"""The words of order papers, by language: ``words/<language>.yaml``, for a translator to edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from samenspel.yaml import word_lists
from samenspel.yaml.word_lists import FALLBACK, Words

FOLDER = Path(__file__).parent / "words"

languages = partial(word_lists.languages, FOLDER)
words_in = partial(word_lists.words_in, FOLDER)

__all__ = ["FOLDER", "Words", "languages", "spoken", "words_in"]


def spoken(language: str) -> str:
    """The language that papers for a language are in: English for one without words."""
    return language if language.partition("-")[0] in languages() else FALLBACK
