"""Which build a card comes from, by the short code in its foot or the code of its edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.model.edition_code import is_edition, is_whole, read_card_code
from samenspel.saying import say
from samenspel.tracing.manifests import Made, manifests_below, read_manifest


@dataclass(frozen=True, slots=True)
class Identified:
    """A card, or a whole edition, in one file of a build."""

    made: Made
    """The file, and what it is of."""
    card: str = ""
    """The card; empty for a whole edition."""
    sha256: str = ""
    """The fingerprint of the card's front."""

    @property
    def title(self) -> str:
        """The card's title; empty for a whole edition."""
        return self.made.title(self.card) if self.card else ""


def identify(code: str, folders: Sequence[Path]) -> list[Identified]:
    """Where a code occurs among the builds below some folders, each file once.

    Raises UsageError: ``card-code-slip`` for a code with a slip, ``card-code-unknown`` for one that
    no build below these folders has.
    """
    edition = is_edition(code)
    wanted = code if edition else read_card_code(code)
    if not wanted or (edition and not is_whole(code)):
        raise UsageError.of(
            "card-code-slip",
            say(
                '"{code}" is no code of a card: a character is wrong, or two changed places',
                code=code,
            ),
            remedy="read it again from the foot of the card, such as 7QK-3M9T",
        )
    made = [one for path in _paths(folders) for one in read_manifest(path)]
    found = [*_editions(wanted, made)] if edition else [*_cards(wanted, made)]
    if not found:
        looked = ", ".join(map(str, folders))
        raise UsageError.of(
            "card-code-unknown",
            say(
                "no build in {looked} has a card or edition with the code {wanted}",
                looked=looked,
                wanted=wanted,
            ),
            Location(str(folders[0])),
            remedy="name the folder in which its build or its manifest.json is kept, with --in",
        )
    return found


def _paths(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (folder,) if folder.is_file() else manifests_below(folder)


def _editions(code: str, made: Sequence[Made]) -> Iterator[Identified]:
    """The files with cards of an edition, or what goes with them, which has a code of its own."""
    found = [one for one in made if one.edition_code.upper() == code.upper()]
    yield from map(Identified, [one for one in found if one.faces] or found)


def _cards(code: str, made: Sequence[Made]) -> Iterator[Identified]:
    for one in made:
        face = next((face for face in one.faces if face.code == code), None)
        if face is not None:
            yield Identified(one, face.card, face.sha256)
