"""For printers that print one side: fold the sheet along its middle, glue, and cut.

Fronts stand left of the fold and backs right of it, so that each back comes behind its front.
"""

from __future__ import annotations

from samenspel.impose.scheme import Form, Job, Scheme, chunks, halves, order_of, padded


def _forms(job: Job) -> tuple[Form, ...]:
    places = job.places // 2
    order = padded(order_of(job, job.copies or 1), places, job.filler)
    return tuple(halves(cards, job.columns) for cards in chunks(order, places))


SCHEME = Scheme(
    "gutter-fold", "one side, folded and glued", _forms, columns=2, fold="gap", duplex=False
)
