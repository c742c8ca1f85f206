"""Pictures to look at before anything is printed: each page, and all cards on one contact sheet.

Made from the very pages that a build draws, so that nothing is shown which is not in its files.
Colours are a screen's, not the press's. A page that was shown before is neither drawn nor packed
again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from samenspel.bounds import MAKING
from samenspel.diagnostics import Diagnostic
from samenspel.fence import allow
from samenspel.pipeline import BuildRequest, BuiltFile, Progress, Stopped, build_deck
from samenspel.pipeline.leftovers import old_picture, old_pictures
from samenspel.products import products
from samenspel.proofing.contact_sheet import ContactSheet
from samenspel.proofing.grid import with_grid
from samenspel.proofing.kept_pictures import KeptPictures, PictureGoneError, Shot
from samenspel.proofing.lettering import jpeg, png
from samenspel.proofing.wishes import pictures_of, shown_products
from samenspel.staging import Staging
from samenspel.store import Store
from samenspel.units import MM_PER_INCH

if TYPE_CHECKING:
    from samenspel.proofing.trimmed import Drawn

DPI = 150
FOLDER = "preview"
CONTACT_SHEET = "contact-sheet"


@dataclass(frozen=True, slots=True)
class PreviewReport:
    """What a preview made."""

    pictures: tuple[Path, ...]
    """The files with pictures."""
    stopped: tuple[Stopped, ...] = ()
    """The regions of which none could be made."""
    warnings: tuple[Diagnostic, ...] = ()
    """What became of files that stood there."""
    removed: tuple[Path, ...] = ()
    """Pictures of pages that are no more, where ``request.clean`` asks for that."""


@dataclass(frozen=True, slots=True)
class _Wishes:
    """How pages are shown."""

    dpi: float
    """Pixels an inch."""
    grid: bool
    """Whether the grid that cards are designed on lies over their pages."""
    lossless: bool
    """PNG files, else JPEG."""

    @property
    def ending(self) -> str:
        """Of the files' names."""
        return ".png" if self.lossless else ".jpg"

    def packed(self, picture: Image.Image) -> bytes:
        """A picture as a file."""
        return (png if self.lossless else jpeg)(picture, self.dpi)


def preview_deck(
    request: BuildRequest,
    on_progress: Callable[[Progress], None] | None = None,
    dpi: float = DPI,
    grid: bool = False,
    *,
    lossless: bool = False,
) -> PreviewReport:
    """Write ``<output>/<region>/<language>/<format>/preview/*.jpg``; ``lossless``: PNG files.

    For a press other than ``coated`` it is ``preview-<press>``; with several presses each has a
    folder of its name before ``<region>``. A request without products shows
    those that are worth a look; ``grid`` lays the grid that cards are designed on over their pages.
    No preflight: pages are shown that a press would refuse. What pages look like is kept in the
    store (``request.cache``). Raises what ``build_deck`` raises; then nothing was written.
    """
    wishes = _Wishes(dpi, grid, lossless)
    try:
        return _preview(request, on_progress, wishes, Store(request.cache))
    except PictureGoneError:  # somebody emptied the store meanwhile
        return _preview(request, on_progress, wishes, Store(None))


def _preview(
    request: BuildRequest,
    on_progress: Callable[[Progress], None] | None,
    wishes: _Wishes,
    store: Store,
) -> PreviewReport:
    kept = KeptPictures(store, repr(wishes))
    with TemporaryDirectory(prefix="samenspel-") as folder:
        wanted = replace(
            request, output=Path(folder) / "deck", products=shown_products(request),
            pages="front-back", die_lines=False, inspected=False, at_hand=kept.has, clean=False,
        )  # fmt: skip
        report = build_deck(wanted, on_progress)
        warnings: list[Diagnostic] = []
        old: list[str] = []
        with Staging(request.output, kept=warnings.append) as staging:
            for file in report.files:
                place = file.path.parent.relative_to(wanted.output)
                home = f"{(place / pictures_of(file, request, FOLDER)).as_posix()}/"
                made = []
                allow(MAKING + file.pages)
                for name, picture in _pictures(file, wishes, kept):
                    made.append(f"{home}{name}{wishes.ending}")
                    staging.write(made[-1], picture)
                if f"{home}{CONTACT_SHEET}{wishes.ending}" in made:  # all cards, so no other is one
                    old += old_pictures(request.output, home, made)
            staging.discard(old if request.clean else ())
            pictures = tuple(staging.commit())
    places = tuple(request.output / name for name in old)
    if not request.clean:
        warnings += map(old_picture, places)
    removed = places if request.clean else ()
    return PreviewReport(pictures, report.stopped, tuple(warnings), removed)


def _pictures(file: BuiltFile, wishes: _Wishes, kept: KeptPictures) -> Iterator[tuple[str, bytes]]:
    """Each page of a file as a file, and for cards the contact sheet."""
    cards = products()[file.product].paired
    sheet = ContactSheet(file) if cards and not file.card else None
    whole = hashlib.sha256(f"{file.page_keys}{sheet.said if sheet else ''}".encode()).hexdigest()
    known = kept.get(whole) if sheet and file.page_keys else None
    for index, shot in enumerate(_shots(file, wishes, kept, sheet)):
        yield _name(file, index), shot.picture
        if sheet and not known:
            sheet.add(shot.face(sheet.size))
    if sheet:
        known = known or kept.put(whole, Shot(wishes.packed(sheet.picture())))
        yield CONTACT_SHEET, known.picture


def _shots(
    file: BuiltFile, wishes: _Wishes, kept: KeptPictures, sheet: ContactSheet | None
) -> Iterator[Shot]:
    """Each page, from the store or from the file, which holds those that were not known."""
    with ExitStack() as stack:
        drawn = None
        for key in file.page_keys or ("",) * file.pages:
            if kept.was_known(key):
                yield kept.at(key)
                continue
            if drawn is None:
                from samenspel.proofing.trimmed import Drawn  # reads PDF: not needed before

                drawn = stack.enter_context(Drawn(file))
            yield kept.put(key, _shot(file, wishes, drawn, sheet))


def _shot(file: BuiltFile, wishes: _Wishes, drawn: Drawn, sheet: ContactSheet | None) -> Shot:
    """The next page that was drawn."""
    fine = wishes.dpi / MM_PER_INCH
    picture = drawn.next(fine)
    # a page is shown smaller on the sheet than it was drawn, or else drawn again
    face = None
    if sheet:
        face = sheet.face(picture if fine >= sheet.scale else drawn.again(sheet.scale))
    if wishes.grid and products()[file.product].paired:
        picture = with_grid(picture, file.trim, file.margin, file.safe)
    return Shot.drawn(wishes.packed(picture), face)


def _name(file: BuiltFile, index: int) -> str:
    number = f"{file.place + index // 2:02d}-" if products()[file.product].paired else ""
    return f"{number}{file.page_names[index]}"
