"""From what is asked to a folder for each shop: files, papers, ticket, checksums."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.finish import Metadata
from samenspel.inspecting.page import as_html
from samenspel.inspecting.report import FileReport, PreflightReport
from samenspel.offer import EditionName
from samenspel.ordering.amounts import Amounts, read_amounts
from samenspel.ordering.approvals import Approval, of_other_editions, of_reviews, read_approvals
from samenspel.ordering.jobs import Job, OrderedFile, lots, word_for
from samenspel.ordering.paper_names import papers
from samenspel.ordering.request import OrderReport, OrderRequest
from samenspel.ordering.specification import heading
from samenspel.ordering.ticket import approval, price_request, ticket
from samenspel.ordering.words import Words, spoken, words_in
from samenspel.ordering.xjdf import mistakes, xjdf
from samenspel.pipeline import BuildRequest, BuiltFile, Progress, build_deck
from samenspel.pipeline.box_picture import Picture, box_picture
from samenspel.pipeline.build import Build
from samenspel.pipeline.line import deck_of
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.papers import Pictured, Shown, proof_paper, text_paper
from samenspel.pipeline.request import stopped_error
from samenspel.preflight import profile_for
from samenspel.preflight.overview import overview
from samenspel.products.cards import SPARE
from samenspel.saying import say
from samenspel.speaking import ENGLISH, languages
from samenspel.staging import Staging
from samenspel.upkeep.reviews import answers
from samenspel.version import __version__

PICTURED = ("box", "box-lid")
"""Jobs that are shown as they stand on the table, too."""
FILES, SUMS, TICKET = "files", "SHA256SUMS", "ticket.xjdf"
ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say; the moment of an order is no part of what it holds."""

OnProgress = Callable[[Progress], None]


def order(request: OrderRequest, on_progress: OnProgress | None = None) -> OrderReport:
    """Make a folder (or a zip) for each press, or nothing.

    Raises what ``build_deck`` raises, so also PreflightError for files that a shop would refuse,
    and UsageError or ContentError for amounts that are missing or wrong.
    """
    amounts = read_amounts(request)
    approvals = read_approvals(request.approvals)
    made: dict[str, bytes] = {}
    places: list[str] = []
    warnings: dict[Diagnostic, None] = {}
    for press in dict.fromkeys(request.presses):
        for name, data in _for_press(request, press, (amounts, approvals), warnings, on_progress):
            made[name] = data
        places.append(_place(press, request.zipped))
    if request.zipped:
        made = {name: _zip(_below(made, name)) for name in places}
    with Staging(request.output, kept=lambda one: warnings.setdefault(one)) as staging:
        for name, data in made.items():
            staging.write(name, data)
        written = staging.commit()
    return OrderReport(
        tuple(request.output / name for name in places), tuple(written), tuple(warnings)
    )


def _for_press(
    request: OrderRequest,
    press: str,
    tables: tuple[Amounts, Sequence[Approval]],
    warnings: dict[Diagnostic, None],
    on_progress: OnProgress | None,
) -> Iterator[tuple[str, bytes]]:
    """Everything for one shop, by its name below the output folder."""
    amounts, approvals = tables
    with tempfile.TemporaryDirectory(prefix="samenspel-") as folder:
        wanted = BuildRequest(
            Path(folder), request.project, request.regions or amounts.regions,
            request.languages,
            request.formats, request.products or ("cards",), press=press, cache=request.cache,
            sizes=request.sizes, orientations=request.orientations, making=request.making,
            backs=request.backs, cards=request.cards, drafts=request.drafts,
            papers=request.papers, one_paper=True,
        )  # fmt: skip
        report = build_deck(wanted, on_progress)
        if report.stopped:  # an order is whole or none: nobody counts what is not in it
            raise stopped_error(report.stopped)
        warnings.update(dict.fromkeys(report.warnings))
        build = open_build(wanted)
        amounts.check(build.project.regions)
        jobs = list(_jobs(build, report.files, request, amounts))
        warnings.update(dict.fromkeys(_coated(jobs)))
        editions = [job.deck.edition_code for job in jobs]
        approvals = (*approvals, *of_reviews(answers(build.project.root), jobs))
        warnings.update(dict.fromkeys(of_other_editions(approvals, editions)))
        for name, data in _contents(build, jobs, request, approvals).items():
            yield f"order/{press}/{name}", data


def _jobs(
    build: Build, files: Sequence[BuiltFile], request: OrderRequest, amounts: Amounts
) -> Iterator[Job]:
    """The jobs in the order in which they were built."""
    cards = {shape.name: shape.trim for shape in build.formats}
    found = lots(files)
    leaflets = {(one.files[0].region, one.files[0].language) for one in found
                if one.part == "leaflet"}  # fmt: skip
    for number, lot in enumerate(found, 1):
        first = lot.files[0]
        deck = deck_of(build, EditionName(first.region, first.language))
        ordered = tuple(
            OrderedFile(name, one, one.path.read_bytes())
            for name, one in zip(lot.file_names(deck.title), lot.files, strict=True)
        )
        boxes = [one for one in found if one.files[0].product == "box" and one.goes_with(lot)]
        words = map(word_for, (first.region, first.language, lot.part))
        yield Job(
            id="-".join((str(number), *words)),
            deck=replace(deck, edition_code=first.edition_code),
            product=first.product,
            part=lot.part,
            size=lot.size,
            card=cards[first.format],
            copies=amounts.copies_of(first.region, first.language, first.product),
            files=ordered,
            press=build.press,
            making=request.making,
            with_leaflet=(first.region, first.language) in leaflets,
            box_files=tuple(name for one in boxes for name in one.file_names(deck.title)),
        )


def _contents(
    build: Build, jobs: Sequence[Job], request: OrderRequest, approvals: Sequence[Approval]
) -> dict[str, bytes]:
    """The files of one folder by name, their checksums last."""
    language = request.words or build.project.source_language
    words = words_in(language)
    names = papers(words)
    found = {f"{FILES}/{file.name}": file.data for job in jobs for file in job.files}
    setting = language if language in build.project.languages else build.project.source_language
    found[names.ticket] = text_paper(
        build, setting, jobs[0].deck, ticket(jobs, request, words, approvals),
        _metadata(build, jobs, words["ticket"], language),
    )
    found[TICKET] = _checked_ticket(xjdf(jobs, request, build.moment, language))
    boxes = [job for job in jobs if job.part in PICTURED]
    pictures = {_picture_name(job, words): _picture(build, setting, job, words) for job in boxes}
    found[names.proof] = proof_paper(
        build, setting, jobs[0].deck, approval(jobs, words, approvals), _shown(jobs, words),
        _metadata(build, jobs, words["approval"], language), [
            Pictured(picture.page, picture.box, _box_said(job, words))
            for job, picture in zip(boxes, pictures.values(), strict=True)
        ],
    )  # fmt: skip
    found |= {name: one.png for name, one in pictures.items()}
    found[names.request] = price_request(jobs, request, words).encode()
    found[names.preflight] = _preflight(build, jobs, language)
    found[SUMS] = _sums(found)
    return found


def _picture_name(job: Job, words: Words) -> str:
    region, language = job.deck.region.id, job.deck.language
    parts = (words["box-picture-file"], region, language, job.first.format)
    return f"{'-'.join(map(word_for, parts))}.png"


def _picture(build: Build, language: str, job: Job, words: Words) -> Picture:
    """The box of a job as it stands on the table."""
    (file,) = job.files
    said = _box_said(job, words)
    return box_picture(build, language, file.data, job.making.box, job.room, said)


def _box_said(job: Job, words: Words) -> str:
    return words["box-picture"].format(job=heading(job, words))


def _shown(jobs: Sequence[Job], words: Words) -> Iterator[Shown]:
    """All pages that are printed, in the order of the deck: fronts beside their backs, unless the
    shop has them in files of their own."""
    for job in jobs:
        paired = job.cards > 0 and job.press.pages != "separate" and not job.back_once
        for file in job.art:
            step = 2 if paired else 1
            starts = range(0, file.built.pages, step)
            rows = [tuple(range(start, start + step)) for start in starts]
            if paired and job.press.pages == "back-front":
                rows = [row[::-1] for row in rows]
            captions = _captions(job, file, words)
            yield Shown(file.data, file.built.trim, file.built.bleed, captions, tuple(rows))


def _captions(job: Job, file: OrderedFile, words: Words) -> tuple[str, ...]:
    """Of each page: its number in the file, the card with its side, the region and the edition."""
    titles = {card.id: card.name for card in job.deck.cards}
    titles |= {f"{name}-2": title for name, title in titles.items()}  # the second of a pair
    titles |= {f"{SPARE}-{number + 1}": words["spare"] for number in range(job.white)}
    said = []
    for number, name in enumerate(file.built.page_names, 1):
        card, _, side = name.rpartition("-")
        shown = f"{titles[card]}, {words[side]}" if card in titles else name
        place = f"{job.deck.region.short} {job.deck.language} · {job.deck.edition_code}"
        said.append(f"{number} · {shown} · {place}")
    return tuple(said)


def _preflight(build: Build, jobs: Sequence[Job], language: str) -> bytes:
    """The report on all files: what preflight found when they were built."""
    files = (file for job in jobs for file in job.files)
    reports = [FileReport(one.name, one.built.findings, overview(one.data)) for one in files]
    press = build.press
    expected = profile_for(press).expected
    against = say("press {press}", press=press.name)
    report = PreflightReport(tuple(reports), against, expected)
    return as_html(report, language if language in languages() else ENGLISH).encode()


def _metadata(build: Build, jobs: Sequence[Job], title: str, language: str) -> Metadata:
    first = jobs[0].deck
    return Metadata(
        title=f"{title}: {first.title}",
        created=build.moment,
        subject=first.subtitle,
        creator=f"samenspel {__version__}",
        keywords=first.edition_code,
        language=spoken(language),
        author=first.makers,
        producer=f"samenspel {__version__}",
    )


def _coated(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Cards to write on under a film that takes no pen."""
    for job in jobs:
        film = job.making.film(job.writable)
        if job.writable and film != "none":
            yield Diagnostic(
                "order-coating",
                say(
                    "{writable} cards of {region}/{language} are to be written on, and {film} "
                    "lamination takes no pen",
                    writable=job.writable,
                    region=job.deck.region.id,
                    language=job.deck.language,
                    film=film,
                ),
                remedy="leave --lamination out, or give dry-wipe markers with a gloss one",
                severity=Severity.WARNING,
            )


def _checked_ticket(data: bytes) -> bytes:
    wrong = mistakes(data)
    if wrong:
        raise ValueError(f"a ticket with {'; '.join(wrong)}")
    return data


def _sums(found: Mapping[str, bytes]) -> bytes:
    """As ``sha256sum`` writes and checks them."""
    return "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in found.items()
    ).encode()


def _place(press: str, zipped: bool) -> str:
    return f"order/{press}.zip" if zipped else f"order/{press}"


def _below(made: Mapping[str, bytes], place: str) -> dict[str, bytes]:
    folder = place.removesuffix(".zip") + "/"
    return {
        name.removeprefix("order/"): data for name, data in made.items() if name.startswith(folder)
    }


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
