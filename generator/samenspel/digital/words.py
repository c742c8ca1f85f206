"""The words around the cards in a digital edition: ``words/<language>.yaml``, for a translator."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from samenspel.yaml import word_lists
from samenspel.yaml.word_lists import FALLBACK, Words

FOLDER = Path(__file__).parent / "words"

languages = partial(word_lists.languages, FOLDER)
words_in = partial(word_lists.words_in, FOLDER)

__all__ = ["FALLBACK", "FOLDER", "Words", "languages", "words_in"]
