"""What a print shop has to know of one job, in words: rows of a label and a text."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.layout.paperwork import Row
from samenspel.ordering.jobs import Job
from samenspel.ordering.paper_names import papers
from samenspel.ordering.words import Words
from samenspel.products.box import BOARD

DIGITS = 12
"""So many digits of a checksum are shown beside a file's name; all stand in SHA256SUMS."""

UNCOATED = ("kit-plans", "kit-agreements")
"""What is printed on uncoated paper whatever the press's profile is for: it is written on."""


def heading(job: Job, words: Words) -> str:
    """What a job is called: ``Kaarten · Waddenrand · Nederlands · A6``."""
    language = words.get(job.deck.language, job.deck.language)
    parts = (product_name(job, words), job.deck.region.name, language, job.size.upper())
    return " · ".join(parts)


def product_name(job: Job, words: Words) -> str:
    """What a job is called; a product that has no word keeps its own, sheets name their paper."""
    name = words.get(job.part) or words.get(job.product, job.product.capitalize())
    return f"{name} {job.part.removeprefix(f'{job.product}-').upper()}" if job.on_sheets else name


def rows(job: Job, words: Words) -> Iterator[Row]:
    """All that a shop has to know of a job, its files last."""
    names = papers(words)
    yield from asked(job, words)
    yield Row(words["standard"], job.press.standard)
    yield Row(
        words["printed-proof"],
        words["proof-yes"] if job.making.printed_proof
        else words["proof-no"].format(file=names.proof),
    )  # fmt: skip
    yield Row(
        words["files"],
        "\n".join(f"{one.name}\nsha256 {one.built.sha256[:DIGITS]}…" for one in job.files),
    )
    yield Row(words["checked"], words["checked-said"].format(file=names.preflight))
    yield Row(words["code"], job.deck.edition_code)


def asked(job: Job, words: Words) -> Iterator[Row]:
    """What decides the price."""
    yield Row(words["copies"], amount(job, words))
    yield Row(words["overs"], words["overs-said"])
    if job.cards:
        yield from _deck(job, words)
    size = "trim-said" if job.first.bleed else "trim-inside"
    if job.product == "box":
        size = "trim-lined"
    yield Row(words["trim"], words[size].format(
        w=_said(words, job.first.trim.width), h=_said(words, job.first.trim.height),
        bleed=_said(words, job.first.bleed), safe=_said(words, job.first.safe),
    ))  # fmt: skip
    yield from _sides(job, words)
    yield from _corner_row(job, words)
    yield from _colours(job, words)
    yield from _material(job, words)


def _deck(job: Job, words: Words) -> Iterator[Row]:
    said = "cards-written" if job.writable else "cards-said"
    total = job.cards * job.copies
    yield Row(words["a-deck"], words[said].format(n=job.cards, m=job.writable, total=total))
    said = "spares-paged" if job.white else "spares-said" if job.making.spares else "no-spares"
    yield Row(words["spares"], words[said].format(
        n=job.making.spares, total=job.making.spares * job.copies,
    ))  # fmt: skip


def _sides(job: Job, words: Words) -> Iterator[Row]:
    if not job.cards:
        said = "order-sheets" if job.on_sheets else f"order-{job.sides}"
        yield Row(words["pages"], words[said].format(n=job.pages, sheets=job.sheets))
        if job.sides == "one":
            yield Row(words["backs"], words["backs-none"])
        return
    order = job.press.order.one_back if job.back_once else job.press.pages
    yield Row(words["pages"], words[f"order-{order}"].format(n=job.pages))
    backs = "backs-many"
    if job.shared_back:
        wishes = {"last-page": "backs-one-last", "own-file": "backs-one-file"}
        backs = wishes.get(job.press.order.one_back, "backs-one")
    yield Row(words["backs"], words[backs])


def _corner_row(job: Job, words: Words) -> Iterator[Row]:
    if job.cards:
        radius = max(one.built.radius for one in job.files)
        said = (
            words["corners-round"].format(mm=_said(words, radius))
            if radius
            else words["corners-square"]
        )
        yield Row(words["corners"], said)
    lines = "\n".join(
        words["cut-said"].format(plate=one.built.die_line, file=one.name) for one in job.die_lines
    )
    if job.lines:
        said = f"cut-along-{job.lines[0]}" if len(job.lines) == 1 else "cut-along"
        lines = words[said].format(plates=", ".join(job.lines), file=job.files[0].name)
    yield Row(words["cut"], lines or words["cut-marks" if job.on_sheets else "cut-none"])
    yield Row(words["tolerance"], _tolerance(job, words))


def _tolerance(job: Job, words: Words) -> str:
    """How far a cut may be off; a page that is cut along lines has no safe zone of its own."""
    stated, safe = job.press.order.tolerance, job.first.safe
    if stated is not None:
        return words["tolerance-said"].format(mm=_said(words, stated))
    if not safe:
        return words["tolerance-lines"]
    return words["tolerance-none"].format(safe=_said(words, safe))


def _colours(job: Job, words: Words) -> Iterator[Row]:
    said = "colour-front" if job.sides == "one" else "colour-both"
    yield Row(words["colour"], words[said].format(
        condition=job.press.output_condition, ink=_said(words, job.press.ink_limit),
    ))  # fmt: skip


def _material(job: Job, words: Words) -> Iterator[Row]:
    making, written = job.making, job.writable
    if job.product == "box":
        yield from _blank(job, words)
        return
    if job.on_sheets:
        yield from _board(job, words)
        return
    if not job.cards:
        usual = words["paper-booklet" if job.sides == "booklet" else "paper-said"]
        said = words.get(f"paper-{job.part}", usual).format(
            g=making.poster_grammage, surface=_surface(job, words)
        )
        if job.part in UNCOATED and not job.press.uncoated:
            said += words["paper-other"]
        if job.sides == "booklet" and job.right_bound:
            said += words["bound-right"]
        yield Row(words["paper"], said)
        yield Row(words["film"], words["film-none"])
        return
    yield from _board(job, words)
    yield Row(words["hole"], words["hole-yes" if making.hole else "hole-no"])
    height = making.stack(job.cards, written)
    yield Row(words["stack"], words["stack-said"].format(mm=_said(words, height, 1)))
    yield box_of(job, words)
    yield Row(words["packing"], _packing(job, words))


def _board(job: Job, words: Words) -> Iterator[Row]:
    """What cards are printed on, one by one or several on a sheet."""
    making, written = job.making, job.writable
    yield Row(words["stock"], words["stock-said"].format(
        g=making.grammage, core=words[f"core-{making.core}"],
        surface=_surface(job, words),
        mm=_said(words, making.thickness(written), 2),
    ))  # fmt: skip
    film = making.film(written)
    reason = "-written" if film == "none" and written else ""
    yield Row(words["film"], words[f"film-{film}{reason}"])


def _surface(job: Job, words: Words) -> str:
    """That for which the press's profile is."""
    return words["surface-uncoated" if job.press.uncoated else "surface-coated"]


def _packing(job: Job, words: Words) -> str:
    """How a deck is put together: in which order, in what, and where a leaflet goes."""
    said = words["packing-boxed" if job.making.box != "none" else "packing-loose"]
    if job.with_leaflet:
        said += words["packing-leaflet" if job.leaflet else "packing-beside"]
    return said


def box_of(job: Job, words: Words) -> Row:
    """The box that a deck of cards goes into: which, how large, and whether it is printed."""
    if job.making.box == "none":
        return Row(words["box"], words["box-none"])
    printed = words["box-printed"].format(file=", ".join(job.box_files))
    box, art = _box(job, words), printed if job.box_files else words["box-plain"]
    return Row(box.label, f"{box.text}; {art}")


def _box(job: Job, words: Words) -> Row:
    across, up, deep = job.room
    box = words[f"box-{job.making.box if job.making.box != 'none' else 'tuck'}"]
    return Row(words["box"], words["box-said"].format(
        box=box, w=_said(words, across), h=_said(words, up), d=_said(words, deep),
    ))  # fmt: skip


def _blank(job: Job, words: Words) -> Iterator[Row]:
    """What the box itself is made of; the file holds its room inside as it was drawn."""
    yield Row(words["stock"], words["box-board"].format(mm=_said(words, BOARD)))
    yield Row(words["film"], words["film-outside"])
    yield _box(job, words)


def amount(job: Job, words: Words) -> str:
    """How much of a job is made: so many decks, sheets, or sets of sheets."""
    if not job.cards:
        several = job.sides != "booklet" and job.sheets > 1
        return words["sets" if several else "amount"].format(n=job.copies, sheets=job.sheets)
    return words["deck-one"] if job.copies == 1 else words["decks"].format(n=job.copies)


def _said(words: Words, value: float, digits: int = 3) -> str:
    """A number as people write it in the papers' language: 0,44 in Dutch, 0.44 in English."""
    return f"{round(value, digits):g}".replace(".", words["decimal"])
