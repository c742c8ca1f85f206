"""One form for both sides: print, turn the sheet over its head, print again, cut it in half.

Fronts stand in the upper half and backs, head down, in the lower one.
"""

from __future__ import annotations

from dataclasses import replace

from samenspel.impose.scheme import Form, Job, Scheme, chunks, duplex, order_of, padded


def _forms(job: Job) -> tuple[Form, ...]:
    places = job.places // 2
    order = padded(order_of(job, (job.copies or 2) // 2), places, job.filler)
    return tuple(_tumbled(duplex(cards, job.columns)) for cards in chunks(order, places))


def _tumbled(form: Form) -> Form:
    assert form.behind is not None
    below = tuple(
        tuple(replace(cell, turned=True) if cell else None for cell in row)
        for row in reversed(form.behind)
    )
    return Form((*form.front, *below))


SCHEME = Scheme(
    "work-and-tumble", "one form for both sides, turned over its head", _forms,
    rows=2, fold="turn", copies=2, duplex=False,
)  # fmt: skip
