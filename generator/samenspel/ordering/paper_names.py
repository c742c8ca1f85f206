"""What the papers of an order are called, in the maker's language."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.ordering.words import Words


@dataclass(frozen=True, slots=True)
class Papers:
    """The names of an order's papers."""

    ticket: str
    proof: str
    request: str
    preflight: str


def papers(words: Words) -> Papers:
    """The names of the papers, in the maker's language."""
    return Papers(
        f"{words['ticket-file']}.pdf",
        f"{words['proof-file']}.pdf",
        f"{words['request-file']}.txt",
        f"{words['preflight-file']}.html",
    )
