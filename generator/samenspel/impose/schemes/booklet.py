"""A booklet, folded and stapled in its spine: all faces of the cards as pages to read.

The outermost sheet holds the first and the last page. Pages that are missing to a multiple of four
stay empty, at the end.
"""

from __future__ import annotations

from samenspel.impose.scheme import Cell, Form, Job, Scheme


def _forms(job: Job) -> tuple[Form, ...]:
    pages = 2 * job.cards
    last = pages + -pages % 4 - 1

    def cell(page: int) -> Cell | None:
        return Cell(page) if page < pages else None

    return tuple(
        Form(
            ((cell(last - 2 * depth), cell(2 * depth)),),
            ((cell(last - 2 * depth - 1), cell(2 * depth + 1)),),
            depth,
        )
        for depth in range((last + 1) // 4)
    )


SCHEME = Scheme(
    "booklet", "all faces as the pages of a stapled booklet", _forms,
    columns=2, most=(2, 1), fold="spine", most_copies=1,
)  # fmt: skip
