"""Cut the pile of sheets, lay the small piles on each other, and the deck is in order.

The first place of all sheets holds the first cards, the second place those that follow, and so on.
"""

from __future__ import annotations

from samenspel.impose.scheme import Form, Job, Scheme, duplex, order_of, padded


def _forms(job: Job) -> tuple[Form, ...]:
    order = padded(order_of(job, job.copies or 1), job.places, job.filler)
    sheets = len(order) // job.places
    return tuple(duplex(order[sheet::sheets], job.columns) for sheet in range(sheets))


SCHEME = Scheme("cut-and-stack", "cut the pile, and the deck is in order", _forms)
