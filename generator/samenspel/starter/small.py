"""A small deck project on the built-in deck: only what differs, and what explains it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samenspel.bounds import QUOTED
from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, near_match
from samenspel.errors import UsageError
from samenspel.model.ink import Ink
from samenspel.model.writing import MARKS
from samenspel.printable import plain_word, printable
from samenspel.project.edition import base_line, languages_of
from samenspel.project.reserved import EXAMPLE, TAKEN_NAMES
from samenspel.saying import say
from samenspel.starter.copying import check_empty, own_schemas, read, speaking
from samenspel.starter.leaflets import DECK, IGNORED, README, REGION
from samenspel.starter.logo import logo_bytes
from samenspel.upkeep.history import change_files

_IN = {"nl": "in", "fy": "yn", "de": "in", "en": "in"}
"""The word before a region's name, by language; a maker changes it where it should be another."""

LONGEST_ID = 32
"""A region's id of more letters makes edition codes that no longer fit a QR code on a card."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a new project begins with."""

    name: str
    """The region's."""
    languages: tuple[str, ...] = ("nl",)
    """Of its decks."""
    logo: Path | None = None
    """A file to copy; ``None`` for no logo."""
    accent: Ink | None = None
    """What colours the title card, the bands and all that is teal; ``None`` for the deck's own."""
    short: str = ""
    """Its name in short; empty for the whole name."""
    place: str = ""
    """As in ``in de regio``; empty for what follows from the name."""
    kind: str = "onderwijsregio"
    """What sort of region it is."""
    second: Ink | None = None
    """What colours all that is coral in the drawings; ``None`` for the deck's own."""
    ui: str = ""
    """The language of messages to its maker; empty for what the maker's system asks for."""

    @property
    def region(self) -> str:
        """The region's id: the name of its file, in whole words. It is part of edition codes."""
        whole = plain_word(self.short or self.name)
        kept = f"{whole}-"[: LONGEST_ID + 1].rpartition("-")[0]
        return kept or whole[:LONGEST_ID]


def new_project(folder: Path, start: Start | None = None) -> list[Path]:
    """Write a small project that builds at once into ``folder``; returns its files, sorted.

    It holds a region and inherits all else from the built-in deck. Without ``start`` the region is
    called after the folder. Raises UsageError (``folder-not-empty``, ``language-unknown``,
    ``name-unusable``, ``logo-unusable``), ContentError for a logo that cannot be printed, and
    FileAccessError; then nothing was written.
    """
    check_empty(folder)
    start = start or Start(suggested_name(folder))
    builtin = builtin_deck()
    source, languages = languages_of(builtin)
    _check(start, languages)
    logo: dict[str, bytes] = {}
    if start.logo:
        logo[f"logos/{start.region}{start.logo.suffix.lower()}"] = logo_bytes(start.logo)
    region = region_text(start, next(iter(logo), None), source)
    files: dict[str, bytes] = {
        **{f"assets/{name}": data for name, data in logo.items()},
        "cards/deck.yaml": DECK.format(base=base_line(builtin)).encode(),
        f"cards/regions/{start.region}.yaml": region.encode(),
        EXAMPLE: read(builtin / EXAMPLE),
        **own_schemas(),
        ".gitignore": IGNORED.encode(),
        "LEESMIJ.md": README.format(region=start.region).encode(),
    }
    return change_files(folder, "new", speaking(files, start.ui))


def suggested_name(folder: Path) -> str:
    """A region's name after a folder's: ``mijn-dek`` is *Mijn dek*."""
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip() or "onze regio"
    return words[:1].upper() + words[1:]


def region_text(start: Start, logo: str | None, source_language: str) -> str:
    """The region's file: what was asked, and the rest as comments to be filled in."""
    short = start.short or start.name
    source = source_language if source_language in start.languages else start.languages[0]
    place = start.place or f"{_IN.get(source, 'in')} {short}"
    return REGION.format(
        name=_quoted(start.name),
        short=_quoted(short),
        place=_quoted(place),
        kind=_quoted(start.kind),
        languages=", ".join(start.languages),
        logo=f"logo: {_quoted(logo)}" if logo else "# logo: logos/mijn-logo.svg",
        accents=_accents(start),
        texts=_other_languages(start, source, short),
    )


def _accents(start: Start) -> str:
    colours = {"teal": start.accent, "coral": start.second}
    lines = [_accent(name, ink) for name, ink in colours.items() if ink]
    unsaid = '# accents:\n#   teal: [78, 24, 40, 6]\n#   coral: "#e4572e"'
    return "\n".join(["accents:", *lines]) if lines else unsaid


def _accent(name: str, ink: Ink) -> str:
    numbers = ", ".join(f"{tint:g}" for tint in (ink.c, ink.m, ink.y, ink.k))
    return f'  {name}: "{ink.screen}"    # [{numbers}]' if ink.screen else f"  {name}: [{numbers}]"


def _other_languages(start: Start, source: str, short: str) -> str:
    """A place for what a maker says in each other language."""
    others = [language for language in start.languages if language != source]
    if not others:
        return ""
    lines = ["\n# Hetzelfde in de andere talen. Kijk na of het zo goed is.", "texts:"]
    for language in others:
        place = f"{_IN.get(language, 'in')} {short}"
        lines += [f"  {language}:", f"    place: {_quoted(place)}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text as YAML takes it, whatever is in it."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _check(start: Start, languages: Sequence[str]) -> None:
    problems = [
        Diagnostic("language-unknown", say('the deck has no language "{language}"',
                                           language=language),
                   remedy=near_match(language, languages))
        for language in start.languages
        if language not in languages
    ]  # fmt: skip
    if not start.region or start.region in TAKEN_NAMES:
        message = say('"{name}" cannot be the name of a region', name=start.name)
        remedy = "give a name with letters in it, with --name"
        problems.append(Diagnostic("name-unusable", message, remedy=remedy))
    named = (("name", start.name), ("short", start.short), ("place", start.place))
    for option, said in (*named, ("kind", start.kind)):
        if what := _unusable(said):
            message = say(
                "--{option} {what}: {said}", option=option, what=what, said=printable(said[:QUOTED])
            )
            remedy = "write it as it is to be printed"
            problems.append(Diagnostic("name-unusable", message, remedy=remedy))
    if problems:
        raise UsageError(problems)


def _unusable(said: str) -> str:
    """Why a name cannot stand in a region's file; empty for one that can."""
    if len(said) > QUOTED:
        return say("has more than {quoted} characters", quoted=QUOTED)
    if any(mark in said for mark in MARKS):
        return "holds a template"
    return "" if printable(said) == said else "holds a character that nobody sees"
