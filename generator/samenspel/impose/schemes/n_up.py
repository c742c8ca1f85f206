"""Cards in reading order: each sheet from left to right and top to bottom, then the next."""

from __future__ import annotations

from samenspel.impose.scheme import Form, Job, Scheme, chunks, duplex, order_of, padded


def _forms(job: Job) -> tuple[Form, ...]:
    order = padded(order_of(job, job.copies or 1), job.places, job.filler)
    return tuple(duplex(cards, job.columns) for cards in chunks(order, job.places))


SCHEME = Scheme("n-up", "in reading order, sheet after sheet", _forms)
