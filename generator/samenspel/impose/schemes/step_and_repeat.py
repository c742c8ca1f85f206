"""The same card all over a sheet: cut once, and there are many of it."""

from __future__ import annotations

from samenspel.impose.scheme import Form, Job, Scheme, chunks, duplex, padded


def _forms(job: Job) -> tuple[Form, ...]:
    copies = job.copies or job.places
    return tuple(
        duplex(cards, job.columns)
        for card in range(job.cards)
        for cards in chunks(padded([card] * copies, job.places, job.filler), job.places)
    )


SCHEME = Scheme("step-and-repeat", "one card all over each sheet", _forms, copies=0)
