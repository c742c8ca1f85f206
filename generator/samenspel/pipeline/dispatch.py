"""The end of the line: each finished file is inspected, put ready to be moved, and counted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.model.frame import one_back
from samenspel.model.style import Format
from samenspel.offer import EditionName, languages_of
from samenspel.ours import MADE
from samenspel.pipeline.build import Build
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.inputs import inputs_of
from samenspel.pipeline.inspections import Inspections
from samenspel.pipeline.leftovers import (
    Entry,
    Kept,
    dropped_language,
    dropped_languages,
    dropped_region,
    dropped_regions,
    kept_files,
    known_regions,
    maker_of,
)
from samenspel.pipeline.made import Made, file_count
from samenspel.pipeline.manifest import NAME as MANIFEST
from samenspel.pipeline.manifest import manifest
from samenspel.pipeline.other_presses import made_again, moved_aside
from samenspel.pipeline.request import (
    BuildReport,
    BuildRequest,
    BuiltFile,
    Input,
    Progress,
    Stopped,
    rejected_name,
)
from samenspel.pipeline.serving import Skipped
from samenspel.products.cards import SPARE
from samenspel.staging import Staging
from samenspel.units import Size


class _Placed(NamedTuple):
    """A file of a region."""

    region: str
    path: Path


class Dispatch:
    """Inspects and stages files, and remembers what to report."""

    def __init__(
        self,
        builds: Sequence[Build],
        request: BuildRequest,
        staging: Staging,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        """``staging`` writes to the request's output folder."""
        self._request, self._staging = request, staging
        self._output: Path = request.output
        self._folders = list(dict.fromkeys(build.folder for build in builds))
        self._stopped = [Stopped(name, ContentError(f)) for name, f in builds[0].broken.items()]
        self._report_progress = on_progress or _ignored
        self._warnings = dict.fromkeys((*builds[0].project.warnings, *builds[0].notes))
        self._files: list[BuiltFile] = []
        self._manifests: list[_Placed] = []
        self._removed: list[_Placed] = []
        self._inputs: dict[Input, None] = {}
        self._editions = builds[0].editions
        self._skipped = {build.press.name: Skipped() for build in builds}
        self._inspections = Inspections(request, self.warn)
        self._done = 0
        self._total = sum(map(file_count, builds))

    @property
    def at_hand(self) -> Callable[[str], bool] | None:
        """Which pages need no drawing, of what is made for a screen."""
        return self._request.at_hand

    def starts(self, doing: str) -> None:
        """Report what is being worked on now."""
        self._report_progress(Progress(self._done, self._total, doing))

    def warn(self, warnings: Iterable[Diagnostic]) -> None:
        """Keep what the maker should know although it stops nothing, each warning once."""
        self._warnings.update(dict.fromkeys(warnings))

    def skips(self, build: Build, edition: EditionName, formats: Iterable[str]) -> None:
        """Note formats that are left out of an edition, to be reported together."""
        self._skipped[build.press.name].add(edition, formats)

    def folder(self, edition: Edition, shape: Format, made: Sequence[Made]) -> None:
        """Inspect and stage the files of one format, with their manifest.

        What stands there from earlier builds stays, and stays in the manifest as it was built;
        what was made of another edition or for another press is named, or removed when that was
        asked for.
        """
        edition = edition.in_format(shape)
        deck = edition.deck
        home = f"{edition.build.folder}{deck.region.id}/{deck.language}/{shape.name}"
        files = [self._file(edition, shape, home, one) for one in made]
        names = [file.path.name for file in files]
        press = edition.build.press
        codes = [edition.code_in(one) for one in (shape, *edition.build.elsewhere)]
        found = kept_files(self._output / home, names, codes, press)
        again = made_again(found, names, press)
        self._staging.discard(f"{home}/{name}" for name in again)
        kept = self._kept(deck.region.id, home, found.without(again))
        aside = {} if self._request.clean else moved_aside(self._output / home, names, press)
        for name, entry in aside.items():
            self._staging.keep(f"{home}/{name}", f"{home}/{entry['name']}")
        kept += aside.values()
        inputs = inputs_of(edition, shape, (one.piece.paper for one in made))
        created = edition.build.moment.date().isoformat()
        data = manifest(deck, shape, press, files, inputs, kept, created)
        self._staging.write(f"{home}/{MANIFEST}", data)
        self._inputs.update(dict.fromkeys(inputs))
        self._staging.discard(f"{home}/{rejected_name(name)}" for name in names)
        maker = maker_of(self._output, edition.build.project.root)
        self._staging.made_by(f"{edition.build.folder}{deck.region.id}", maker)
        self._files += files
        self._manifests.append(_Placed(deck.region.id, self._output / home / MANIFEST))

    def _kept(self, region: str, home: str, earlier: Kept) -> list[Entry]:
        """The manifest's entries of what stays; what is out of date is named, or goes."""
        if not self._request.clean:
            self.warn(one.warning(self._output / home) for one in earlier.outdated)
            return earlier.entries
        outdated = [one.name for one in earlier.outdated]
        self._staging.discard(f"{home}/{name}" for name in outdated)
        self._removed += [_Placed(region, self._output / home / name) for name in outdated]
        return [entry for entry in earlier.entries if entry["name"] not in outdated]

    def dropped(self, build: Build, region: str) -> None:
        """Name what stands there of languages that the region no longer has; or it goes."""
        home = f"{build.folder}{region}/"
        languages = languages_of(build.project, region)
        root = build.project.root
        found = dropped_languages(self._output, home, languages, root)
        if not self._request.clean:
            self.warn(dropped_language(self._output / home / name) for name in found)
            return
        for names in found.values():
            self._discard(region, names)

    def dropped_regions(self, build: Build) -> None:
        """As ``dropped``, of regions that the project no longer has."""
        root, known = build.project.root, known_regions(build.project)
        found = dropped_regions(self._output, build.folder, root, known)
        if not self._request.clean:
            self.warn(dropped_region(self._output / build.folder / name) for name in found)
            return
        for region, names in found.items():
            self._discard(region, names)

    def _discard(self, region: str, names: Sequence[str]) -> None:
        """What goes; a record goes with what it tells of, and is not reported."""
        self._staging.discard(names)
        reported = (name for name in names if not name.endswith(MADE))
        self._removed += [_Placed(region, self._output / name) for name in reported]

    def stop(self, region: str, mistakes: ContentError | None) -> None:
        """Make nothing of a region that has mistakes, or of which a file was rejected.

        Files that are rejected are kept beside their place when that was asked for.
        """
        error = mistakes or self._inspections.rejection(region)
        if error is None:
            return
        self._stopped.append(Stopped(region, error))
        for folder in self._folders:
            self._staging.drop(f"{folder}{region}")
        self._files = [file for file in self._files if file.region != region]
        self._manifests = [one for one in self._manifests if one.region != region]
        self._removed = [one for one in self._removed if one.region != region]
        if mistakes is None:
            for name, pdf in self._inspections.kept(region).items():
                self._staging.write(name, pdf)

    def report(self) -> BuildReport:
        """What was made, in order."""
        for press, skipped in self._skipped.items():
            self.warn(skipped.reported(press, self._editions))
        return BuildReport(
            self._output,
            tuple(self._files),
            tuple(one.path for one in self._manifests),
            tuple(self._warnings),
            tuple(one.path for one in self._removed),
            tuple(self._stopped),
            tuple(sorted(self._inputs)),
        )

    def _file(self, edition: Edition, shape: Format, home: str, made: Made) -> BuiltFile:
        name = f"{home}/{made.file.name}"
        digest = hashlib.sha256(made.pdf).hexdigest()
        self.starts(name)
        found = self._inspections.of_file(edition, name, made, digest)
        self._staging.write(name, made.pdf)
        picture = self._picture(edition, home, made)
        self._done += 1
        frames = made.file.frames
        first = frames[0]
        printed = edition.in_format(made.piece.shape)
        return BuiltFile(
            path=self._output / name,
            product=made.piece.product.name,
            region=edition.deck.region.id,
            language=edition.deck.language,
            format=shape.name,
            press=edition.build.press.name,
            pages=len(frames),
            trim=Size(first.width, first.height),
            bleed=first.bleed,
            safe=first.safe,
            margin=made.piece.shape.margin,
            bytes=len(made.pdf),
            sha256=digest,
            title=edition.title,
            edition_code=printed.deck.edition_code,
            radius=made.file.radius,
            page_names=tuple(frame.name for frame in frames),
            page_prints=tuple(frame.fingerprint for frame in frames),
            page_codes=tuple(frame.code for frame in frames),
            page_keys=made.keys,
            die_line=made.file.die_line,
            lines=made.file.lines,
            card=made.file.card,
            place=made.file.place,
            making=made.piece.making,
            note=made.file.note,
            sides=made.file.sides(made.piece.product),
            picture=picture,
            one_back=made.file.one_back or one_back([one for one in frames if one.card != SPARE]),
            findings=tuple(found),
        )

    def _picture(self, edition: Edition, home: str, made: Made) -> tuple[str, ...]:
        """The box that a blank becomes, as a picture beside it: its name and SHA-256."""
        if not made.file.pictured or not self._request.inspected:
            return ()
        from samenspel.pipeline.box_picture import BOX_PICTURE, box_beside  # draws with PDFium

        data = box_beside(edition, made)
        self._staging.write(f"{home}/{BOX_PICTURE}", data)
        return BOX_PICTURE, hashlib.sha256(data).hexdigest()


def _ignored(progress: Progress) -> None:
    """For a caller that does not want to know."""
    del progress
