"""What the papers of an order say, in words: the job ticket, the approval page, the mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.layout.paperwork import Entry, Heading, Paragraph, Row, Title, ToFill
from samenspel.ordering.approvals import Approval
from samenspel.ordering.jobs import Job
from samenspel.ordering.paper_names import papers
from samenspel.ordering.request import OrderRequest
from samenspel.ordering.specification import DIGITS, amount, asked, heading, rows
from samenspel.ordering.words import Words
from samenspel.printable import printable


def ticket(
    jobs: Sequence[Job], request: OrderRequest, words: Words, approvals: Sequence[Approval] = ()
) -> list[Entry]:
    """The job ticket: what the order is, then each job whole."""
    return [
        Title(words["ticket"]),
        *_order(jobs, request, words),
        Row(words["approved"], _approved(jobs, words, approvals)),
        *_whole(jobs, words),
    ]


def _approved(jobs: Sequence[Job], words: Words, approvals: Sequence[Approval]) -> str:
    """Who said yes to each edition, and when; where nobody did, where that is signed."""
    codes = list(dict.fromkeys(job.deck.edition_code for job in jobs))
    said = [
        words["approved-by"].format(name=one.name, date=one.date, code=code)
        for code in codes for one in approvals if one.edition == code
    ]  # fmt: skip
    open_ = [code for code in codes if code not in {one.edition for one in approvals}]
    if len(open_) == len(codes) > 1:
        said.append(words["approved-nothing"].format(n=len(codes), file=papers(words).proof))
    else:
        said += [words["approved-none"].format(code=code, file=papers(words).proof)
                 for code in open_]  # fmt: skip
    return "\n".join(said)


def _whole(jobs: Sequence[Job], words: Words) -> Iterator[Entry]:
    for job in jobs:
        yield Heading(heading(job, words))
        yield from rows(job, words)


def approval(jobs: Sequence[Job], words: Words, approvals: Sequence[Approval] = ()) -> list[Entry]:
    """The page on which somebody says yes to a proof."""
    editions: dict[str, list[Job]] = {}
    for job in jobs:
        editions.setdefault(job.deck.edition_code, []).append(job)
    return [
        Title(words["approval"]),
        Paragraph(words["approval-text"]),
        *(
            Row(
                words["edition"],
                "\n".join([*(heading(job, words) for job in same), f"{words['code']}: {code}"]),
            )
            for code, same in editions.items()
        ),
        *(
            Row(words["files"], f"{file.name}\nsha256 {file.built.sha256[:DIGITS]}…")
            for job in jobs
            for file in job.art
        ),
        *([Row(words["approved"], _approved(jobs, words, approvals))] if approvals else []),
        *(
            ToFill(words[name], height)
            for name, height in (
                ("approve-remarks", 16.0),
                ("approve-yes", 14.0),
                ("approve-name", 14.0),
                ("approve-date", 14.0),
                ("approve-signed", 18.0),
            )
        ),
    ]


def price_request(jobs: Sequence[Job], request: OrderRequest, words: Words) -> str:
    """The mail in which one asks for a price."""
    lines = [
        words["mail-subject"].format(deck=jobs[0].deck.title, n=_whole_amount(jobs, words)),
        "",
        words["mail-hello"],
        "",
        words["mail-ask"],
        "",
    ]
    for job in jobs:
        lines += [heading(job, words), *(f"- {row.label}: {row.text}" for row in asked(job, words))]
        lines.append("")
    lines += [
        *(f"{row.label}: {row.text}" for row in _agreed(request, words)),
        "",
        words["mail-files"].format(standard=jobs[0].press.standard),
        words["mail-more"],
        "",
        words["mail-bye"],
        request.contact,
    ]
    return printable("\n".join(lines).rstrip()) + "\n"


def _order(jobs: Sequence[Job], request: OrderRequest, words: Words) -> Iterator[Row]:
    press = jobs[0].press
    yield Row(words["deck"], f"{jobs[0].deck.title}, {jobs[0].deck.edition}")
    yield Row(words["press"], press.title)
    yield Row(words["reference"], request.reference or words["no-reference"])
    yield from _agreed(request, words)
    yield Row(words["copies"], "\n".join(
        f"{heading(job, words)}: {amount(job, words)}" for job in jobs
    ))  # fmt: skip


def _agreed(request: OrderRequest, words: Words) -> Iterator[Row]:
    yield Row(words["delivery"], request.delivery or words["to-agree"])
    yield Row(words["contact"], request.contact or words["by-mail"])


def _whole_amount(jobs: Sequence[Job], words: Words) -> str:
    """All decks of an order together; of one without decks the amount of its first job."""
    decks = sum(job.copies for job in jobs if job.cards)
    return words["decks"].format(n=decks) if decks > 1 else amount(jobs[0], words)
