"""Stage 3: a deck's templates become its final texts, in a sandbox and with typographer's marks."""

from samenspel.questions.oddities import odd_texts
from samenspel.questions.rendering import names_edition, render
from samenspel.questions.typography import clean

__all__ = ["clean", "names_edition", "odd_texts", "render"]
