"""One form for both sides: print, turn the sheet like a page, print again, cut it in half.

Fronts stand in the left half and backs in the right, so that each sheet gives every card twice.
"""

from __future__ import annotations

from samenspel.impose.scheme import Form, Job, Scheme, chunks, halves, order_of, padded


def _forms(job: Job) -> tuple[Form, ...]:
    places = job.places // 2
    order = padded(order_of(job, (job.copies or 2) // 2), places, job.filler)
    return tuple(halves(cards, job.columns) for cards in chunks(order, places))


SCHEME = Scheme(
    "work-and-turn", "one form for both sides, turned like a page", _forms,
    columns=2, fold="turn", copies=2, duplex=False,
)  # fmt: skip
