"""Stage 3: a deck's templates become its final texts, in a sandbox and with typographer's marks."""

from samenspel.questions.oddities import odd_texts
from samenspel.questions.rendering import differs_by_format, render
from samenspel.questions.typography import clean

__all__ = ["clean", "differs_by_format", "odd_texts", "render"]
