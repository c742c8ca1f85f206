"""Soft proofs: each page as the press will show it, its plates, its ink, and its cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from samenspel.bounds import MAKING, PDF_FILE
from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, Location, Severity, cannot_read, near_match
from samenspel.errors import FileAccessError, UsageError, reason_of
from samenspel.fence import allow
from samenspel.gate import read_given
from samenspel.loading import open_presets
from samenspel.pipeline import BuildRequest, Progress, build_deck
from samenspel.pipeline.leftovers import old_picture, old_pictures
from samenspel.pipeline.opening import open_builds
from samenspel.pipeline.other_presses import DEFAULT_PRESS
from samenspel.presets import press_named
from samenspel.printable import ranges
from samenspel.products import products
from samenspel.proofing.file_names import folders, numbered, page_names, slug
from samenspel.proofing.heat import heat_map
from samenspel.proofing.lettering import png
from samenspel.proofing.overlay import overlay
from samenspel.proofing.report import ProofedPage, ProofReport
from samenspel.proofing.screen import Screen
from samenspel.proofing.wishes import (
    INK_LIMIT,
    SAFE,
    ProofWishes,
    check_count,
    chosen_pages,
    pictures_of,
    shown_products,
)
from samenspel.saying import counted, say
from samenspel.separations import Coverage, Note, PlateSet, Separator, coverage
from samenspel.staging import Staging

FOLDER = "proof"

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to proof: where it is, what it is called, and where its pictures go."""

    path: Path
    shown: Path
    folder: str
    names: Sequence[str]
    ink_limit: float
    safe: float
    profile: bytes | None = None
    whole: bool = False
    """Whether it holds all cards of a deck, so that pictures of other cards are old."""


def proof_files(
    files: Sequence[Path],
    output: Path,
    wishes: ProofWishes,
    *,
    press: str | None = None,
    project: Path | None = None,
    on_progress: OnProgress | None = None,
) -> ProofReport:
    """Write ``<output>/proof/<file>/<page>-*.png`` for PDF files of any origin.

    Colours come through the profile of each file's output intent; ``press`` names a preset (of
    ``project``, or built in) whose profile and ink limit are taken instead, and whose name the
    folder then has (``proof-<press>``). Raises UsageError, FileAccessError (``pdf-unreadable``,
    ``pdf-locked``), ContentError; then nothing was written.
    """
    limit, profile = INK_LIMIT, None
    if press is not None:
        opened = open_presets(project or builtin_deck(), builtin_deck())
        preset = press_named(opened, press)
        limit, profile = preset.ink_limit, opened.asset(f"icc/{preset.profile}")
    safe = SAFE if wishes.safe is None else wishes.safe
    limit = limit if wishes.ink_limit is None else wishes.ink_limit
    home = FOLDER if press is None else f"{FOLDER}-{press}"
    jobs = [
        _Job(path, path, f"{home}/{name}", (), limit, safe, profile)
        for path, name in zip(files, folders(files), strict=True)
    ]
    return _Proofing(output, wishes, on_progress).done(jobs)


def proof_deck(
    request: BuildRequest, wishes: ProofWishes, on_progress: OnProgress | None = None
) -> ProofReport:
    """Write ``<output>/<region>/<language>/<format>/proof/*.png`` for what a build would make.

    For a press other than ``coated`` it is ``proof-<press>``; with several presses each has a
    folder of its name before ``<region>``. A request without products shows those that are worth a
    look. Raises what ``build_deck`` and ``proof_files`` raise; then nothing was written.
    """
    from dataclasses import replace

    limits = {one.press.name: one.press.ink_limit for one in open_builds(request)}
    with TemporaryDirectory(prefix="samenspel-") as folder:
        wanted = replace(
            request, output=Path(folder) / "deck", products=shown_products(request),
            pages="front-back", die_lines=False, clean=False,
        )  # fmt: skip
        built = build_deck(wanted, on_progress)
        jobs = []
        for file in built.files:
            shown = file.path.relative_to(wanted.output)
            home = (shown.parent / pictures_of(file, request, FOLDER)).as_posix()
            safe = file.safe if wishes.safe is None else wishes.safe
            limit = limits[file.press] if wishes.ink_limit is None else wishes.ink_limit
            whole = products()[file.product].paired and not file.card
            jobs.append(_Job(file.path, shown, home, page_names(file), limit, safe, whole=whole))
        report = _Proofing(request.output, wishes, on_progress, request.clean).done(jobs)
    warnings = (*built.warnings, *report.warnings)
    return ProofReport(report.pages, warnings, built.stopped, report.removed)


@dataclass(slots=True)
class _Proofing:
    """All files of one command; nothing is in place before all are done."""

    output: Path
    wishes: ProofWishes
    on_progress: OnProgress | None = None
    clean: bool = False
    notes: dict[tuple[Path, Note], list[int]] = field(default_factory=dict)
    assumed: list[Diagnostic] = field(default_factory=list)
    inks: set[str] = field(default_factory=set)

    def done(self, jobs: Sequence[_Job]) -> ProofReport:
        """Proof all files."""
        found: list[ProofedPage] = []
        with ExitStack() as stack:
            opened = [
                stack.enter_context(Separator(_read(job.path), str(job.shown))) for job in jobs
            ]
            pages = [chosen_pages(self.wishes.pages, len(separator)) for separator in opened]
            for job, numbers in zip(jobs, pages, strict=True):
                check_count(str(job.shown), numbers)
            total = sum(map(len, pages))
            staging = stack.enter_context(Staging(self.output, kept=self.assumed.append))
            for job, separator, numbers in zip(jobs, opened, pages, strict=True):
                screen = Screen(self._profile(job, separator), paper=self.wishes.paper)
                for number in numbers:
                    if self.on_progress:
                        self.on_progress(Progress(len(found), total, f"{job.shown} {number}"))
                    found.append(self._page(job, separator, screen, number, staging))
            self._check_names()
            old = [name for job in jobs if job.whole for name in self._old(job)]
            staging.discard(old if self.clean else ())
            staging.commit()
        places = tuple(self.output / name for name in old)
        named = () if self.clean else map(old_picture, places)
        warnings = (*self.assumed, *self._warnings(found), *named)
        return ProofReport(tuple(found), warnings, removed=places if self.clean else ())

    def _old(self, job: _Job) -> list[str]:
        """Pictures of cards that the deck has no more, or that have another place in it."""
        home = f"{job.folder}/"
        pages = tuple(f"{home}{name}-" for name in job.names)
        found = old_pictures(self.output, home, ())
        return [name for name in found if not name.startswith(pages)]

    def _profile(self, job: _Job, separator: Separator) -> bytes:
        profile = job.profile or separator.profile
        if profile is not None:
            return profile
        self.assumed.append(
            Diagnostic(
                "profile-assumed",
                say(
                    'the file names no press with its profile; "{default_press}" is shown',
                    default_press=DEFAULT_PRESS,
                ),
                Location(str(job.shown)),
                remedy="choose the press with --press",
                severity=Severity.WARNING,
            )
        )
        project = open_presets(builtin_deck(), builtin_deck())
        return project.asset(f"icc/{press_named(project, DEFAULT_PRESS).profile}")

    def _page(
        self, job: _Job, separator: Separator, screen: Screen, number: int, staging: Staging
    ) -> ProofedPage:
        wishes = self.wishes
        allow(MAKING)
        plates = separator.plates(number, dpi=wishes.dpi)
        self.inks.update(plates)
        for note in plates.notes:
            self.notes.setdefault((job.shown, note), []).append(number)
        ink = coverage(plates, without=wishes.without)
        name = job.names[number - 1] if job.names else numbered(number, len(separator))
        made = []
        for kind, picture in self._pictures(job, separator, screen, plates, ink):
            path = f"{job.folder}/{name}-{kind}.png"
            staging.write(path, png(picture, wishes.dpi))
            made.append(self.output / path)
        called = job.names[number - 1] if job.names else ""
        limit = job.ink_limit
        return ProofedPage(job.shown, number, tuple(plates), ink, limit, tuple(made), called)

    def _pictures(
        self,
        job: _Job,
        separator: Separator,
        screen: Screen,
        plates: PlateSet,
        ink: Coverage,
    ) -> Iterator[tuple[str, Image.Image]]:
        """All pictures of a page, with what each is called."""
        wishes = self.wishes
        ramps = {spot: separator.ramp(spot) for spot in plates.spots}
        shown = screen.shown(plates, ramps, wishes.without)
        yield "proof", shown
        if wishes.plates:
            for plate in plates.values():
                kind = f"spot-{slug(plate.ink)}" if plate.spot else plate.ink.lower()
                yield kind, plate.film
        if wishes.ink:
            yield "ink", heat_map(plates, ink, job.ink_limit, wishes.without, wishes.language)
        if wishes.overlay:
            yield "overlay", overlay(shown, plates, job.safe, wishes.language)

    def _check_names(self) -> None:
        for name in self.wishes.without:
            if name not in self.inks:
                raise UsageError.of(
                    "plate-unknown",
                    say('there is no ink "{name}" on these pages', name=name),
                    remedy=near_match(name, self.inks),
                )

    def _warnings(self, pages: Sequence[ProofedPage]) -> Iterator[Diagnostic]:
        """What the plates do not show, and where there is too much ink."""
        for (file, note), numbers in self.notes.items():
            yield Diagnostic(
                note.code, note.message, Location(str(file)), _pages_named(numbers),
                severity=Severity.WARNING,
            )  # fmt: skip
        for page in pages:
            most = max(page.ink.point.percent, page.ink.square.percent)
            if most > page.ink_limit + 0.5:
                named = f" ({page.name})" if page.name else ""
                yield Diagnostic(
                    "ink-coverage",
                    say(
                        "ink of {point}{named}, more than {ink_limit:g} %",
                        point=page.ink.point.text,
                        named=named,
                        ink_limit=page.ink_limit,
                    ),
                    Location(str(page.file)),
                    _pages_named([page.page]),
                    remedy="choose colours with less ink there",
                    severity=Severity.WARNING,
                )


def _read(path: Path) -> bytes:
    try:
        return read_given(path, PDF_FILE)
    except OSError as error:
        raise FileAccessError(cannot_read(Location(str(path)), reason_of(error))) from error


def _pages_named(numbers: Sequence[int]) -> str:
    """``page 3`` or ``pages 1–4, 7``."""
    return counted("page {pages}", "pages {pages}", count=len(numbers), pages=ranges(numbers))
