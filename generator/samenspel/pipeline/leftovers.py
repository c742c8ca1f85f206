"""What stands in a folder from earlier builds: a build replaces only what it makes.

Only files that a manifest names are looked at; whatever else a maker keeps there is not ours.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel.bounds import PDF_FILE, RECORD
from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import ContentError
from samenspel.gate import read_bytes
from samenspel.layers.shapes import BASE
from samenspel.model.style import Press
from samenspel.ours import MADE, Ours, made_below, maker_key, makers_below, parts_below
from samenspel.pipeline.manifest import NAME
from samenspel.plain_json import parsed
from samenspel.project import Project
from samenspel.saying import say

Entry = dict[str, Any]
_OF_CARD = re.compile(r"(\d\d+-[^/]*|contact-sheet)\.(jpg|png)")
"""A picture of a card's face, or of all cards."""
_REBUILD = say("remove the files that were built for it with: samenspel build --clean")


@dataclass(frozen=True, slots=True)
class Outdated:
    """A file of an earlier build that no longer belongs to what is built now."""

    name: str
    reason: str

    def warning(self, folder: Path) -> Diagnostic:
        """For the maker, who decides whether it goes."""
        remedy = say("build it again, or remove it with --clean")
        return _outdated(folder / self.name, self.reason, remedy)


@dataclass(frozen=True, slots=True)
class Kept:
    """The manifest's entries of files that stay as they are, and which of them are out of date."""

    entries: list[Entry]
    outdated: list[Outdated]

    def without(self, names: Collection[str]) -> Kept:
        """The same but for some files."""
        return Kept(
            [one for one in self.entries if one["name"] not in names],
            [one for one in self.outdated if one.name not in names],
        )


def kept_files(folder: Path, made: Collection[str], codes: Sequence[str], press: Press) -> Kept:
    """What an earlier build left in a folder, beside the files that are made now.

    ``codes`` are those that files of this edition may have: the folder's own format's first, then
    those of what stands in every format's folder. A file that is gone, or is not what was built, is
    not kept in the manifest.
    """
    entries = [
        entry
        for entry in entries_of(folder)
        if entry["name"] not in made and as_built(folder, entry)
    ]
    outdated = [
        Outdated(entry["name"], reason)
        for entry in entries
        if (reason := _reason(entry, codes, press))
    ]
    return Kept(entries, outdated)


def dropped_languages(
    output: Path, home: str, languages: Collection[str], root: Path
) -> dict[str, list[str]]:
    """What stands as it was made below ``home``, in the folders of languages that are no more.

    ``home`` is a region's folder below ``output``, with a slash after it. The names of the files
    are those below ``output``, by the name of their language's folder. What a batch made is found
    when it was made of the project at ``root``.
    """
    found: dict[str, list[str]] = {}
    ours = Ours()
    for name in made_below(output):
        parts = name.removeprefix(home).split("/") if name.startswith(home) else []
        dropped = len(parts) > 2 and parts[0] not in languages
        if dropped and ours.is_ours(output.resolve() / name):
            found.setdefault(parts[0], []).append(name)
    regions = home[: home.rstrip("/").rfind("/") + 1]
    maker = maker_of(output / regions, root)

    def dropped_part(part: str) -> bool:
        return part.startswith(home) and part.removeprefix(home) not in languages

    for part, names in _parts_of(output, regions, maker, dropped_part).items():
        language = part.removeprefix(home)
        found[language] = list(dict.fromkeys((*found.get(language, ()), *names)))
    return found


def maker_of(output: Path, root: Path) -> str:
    """What a record calls the project at ``root``: the way to it from the folder of results.

    So it is the same wherever both are moved together; empty where there is no such way.
    """
    if root == builtin_deck():
        return "samenspel"
    try:
        return Path(os.path.relpath(root.resolve(), output.resolve())).as_posix()
    except ValueError:  # on another drive
        return ""


def dropped_regions(
    output: Path, home: str, root: Path, known: Collection[str]
) -> dict[str, list[str]]:
    """What stands as it was made of regions that the project at ``root`` no longer has.

    ``home`` is the folder of regions below ``output``, with a slash after it, or empty; ``known``
    are the names of ``known_regions``. Only what this very project made is found; another may use
    the same folder. As ``dropped_languages``, with what a batch made.
    """
    maker, ours, made = maker_of(output, root), Ours(), made_below(output)
    gone = [
        folder
        for folder, made_by in makers_below(output).items()
        if maker and made_by == maker and folder.startswith(home)
        and "/" not in folder.removeprefix(home) and folder.removeprefix(home) not in known
    ]  # fmt: skip
    found = {
        folder.removeprefix(home): [
            name
            for name in made
            if name.startswith(f"{folder}/") and ours.is_ours(output.resolve() / name)
        ]
        for folder in gone
    }

    def region_of(part: str) -> str:
        return part.removeprefix(home).partition("/")[0]

    maker = maker_of(output / home, root)
    for part, names in _parts_of(output, home, maker, lambda p: region_of(p) not in known).items():
        region = region_of(part)
        found[region] = list(dict.fromkeys((*found.get(region, ()), *names)))
    return {region: names for region, names in found.items() if names}


def known_regions(project: Project) -> set[str]:
    """The names that a folder of a region may have, also of one that has mistakes."""
    return {BASE, *project.regions, *project.broken, *project.layers}


def _parts_of(
    output: Path, home: str, maker: str, wanted: Callable[[str], bool]
) -> dict[str, list[str]]:
    """What stands as a batch of this maker made it, by the folder of a region and a language.

    The names are those below ``output``; the record that a batch kept there comes last.
    """
    parts = filter(wanted, parts_below(output, home)) if maker else ()
    found, records = {}, {part: made_below(output / part) for part in parts}
    ours, alone = Ours(), _alone(output, home, maker) if records else False
    for part, record in records.items():
        if record.get(maker_key("."), maker if alone else "") == maker:
            found[part] = [
                f"{part}/{name}" for name in record
                if not name.endswith("/") and ours.is_ours(output.resolve() / part / name)
            ]  # fmt: skip
    return {part: [*names, f"{part}/{MADE}"] for part, names in found.items() if names}


def _alone(output: Path, home: str, maker: str) -> bool:
    """True where all records that say who made something name this maker, and one does at least.

    Records of batches said nothing of it in the beginning.
    """
    said = (made_below(output / part).get(maker_key(".")) for part in parts_below(output, home))
    return {*filter(None, said), *makers_below(output).values()} == {maker}


def dropped_region(folder: Path) -> Diagnostic:
    """For the maker, who decides whether a region's folder goes."""
    return _outdated(folder, say("the deck no longer has this region"), _REBUILD)


def dropped_language(folder: Path) -> Diagnostic:
    """For the maker, who decides whether a language's folder goes."""
    return _outdated(folder, say("the deck no longer has this language"), _REBUILD)


def old_pictures(output: Path, home: str, made: Collection[str]) -> list[str]:
    """The pictures of whole decks of cards that stand as they were made, but were not made again.

    ``home`` is the folder of the pictures below ``output``, with a slash after it; the names are
    those below ``output``. So a card that went, or has another name or place, is found.
    """
    ours = Ours()
    return [
        name
        for name in made_below(output)
        if name.startswith(home)
        and _OF_CARD.fullmatch(name.removeprefix(home))
        and name not in made
        and ours.is_ours(output.resolve() / name)
    ]


def old_picture(path: Path) -> Diagnostic:
    """For the maker, who decides whether a picture goes."""
    message = say("this picture is of an earlier preview or proof: the deck has no such page now")
    return _outdated(path, message, say("remove it with --clean"))


def old_rows(output: Path, made: Collection[Path]) -> list[str]:
    """The files of rows, in the folders of those ``made``, that stand as they were and came not.

    The names are those below ``output``.
    """
    folders = {path.parent for path in made}
    ours = Ours()
    return [
        name
        for name in made_below(output)
        if (output / name).parent in folders
        and output / name not in made
        and ours.is_ours(output.resolve() / name)
    ]


def old_row(path: Path) -> Diagnostic:
    """For the maker, who decides whether a row's file goes."""
    return _outdated(path, say("the table no longer has this row"), say("remove it with --clean"))


def _outdated(path: Path, message: str, remedy: str) -> Diagnostic:
    return Diagnostic("file-outdated", message, Location(str(path)), "", remedy, Severity.WARNING)


def entries_of(folder: Path) -> Iterator[Entry]:
    """The files that the manifest in a folder names; none for one that is missing or is not ours.

    Manifests from before files said so themselves state edition and press once, for all.
    """
    try:
        data = parsed(read_bytes(folder, NAME, RECORD))
        common = {
            "edition_code": data["deck"]["edition_code"],
            "press": data["press"]["name"],
            "page_order": data["press"]["page_order"],
        }
        entries = [{**common, **entry} for entry in data["files"]]
    except (ContentError, ValueError, KeyError, TypeError):
        return
    for entry in entries:
        name = entry.get("name")
        if isinstance(name, str) and name == Path(name).name and name.endswith(".pdf"):
            yield entry


def as_built(folder: Path, entry: Entry) -> bool:
    """Whether a file still is what its manifest says."""
    try:
        data = read_bytes(folder, entry["name"], PDF_FILE)
    except ContentError:
        return False
    return hashlib.sha256(data).hexdigest() == entry.get("sha256")


def _reason(entry: Entry, codes: Sequence[str], press: Press) -> str:
    """Why a file no longer belongs; empty when it does."""
    if entry["press"] != press.name:
        return say(
            "this file was built for the press {press}, now it is {name}",
            press=entry["press"],
            name=press.name,
        )
    if entry["page_order"] != press.pages:
        return say(
            "this file has the page order {page_order}, now it is {pages}",
            page_order=entry["page_order"],
            pages=press.pages,
        )
    if entry["edition_code"] not in codes:
        return say(
            "this file is of another edition ({edition_code}, now {codes})",
            edition_code=entry["edition_code"],
            codes=codes[0],
        )
    return ""
