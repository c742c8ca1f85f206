"""A checked project, and the art in its folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError
from samenspel.model.deck import CardBase, Deck
from samenspel.project.gathering import Sources
from samenspel.project.reading import file_exists, inside, read_bytes

ART_ENDINGS = (".svg", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
"""The endings that are tried for a cartoon that is named without one, in this order."""


@dataclass(frozen=True)
class Project:
    """A project whose files have all been read and checked.

    ``regions`` begins with ``basis``, the deck without a region. ``order`` is the deck's row of
    cards; ``cards`` tells, for each language, which cards have a file of their own in it.
    ``warnings`` are diagnostics that do not stop a build.
    """

    root: Path
    builtin: Path
    title: str
    edition: str
    source_language: str
    languages: tuple[str, ...]
    regions: tuple[str, ...]
    products: tuple[str, ...]
    order: tuple[str, ...]
    cards: Mapping[str, tuple[str, ...]]
    sources: Sources = field(repr=False)
    warnings: tuple[Diagnostic, ...] = ()

    def asset(self, name: str) -> bytes:
        """The bytes of a file under ``assets/``: the project's own, else the built-in one.

        Raises ContentError: ``asset-missing`` with a near match, ``path-outside``,
        ``file-too-large``, ``file-unreadable``.
        """
        for folder in self._asset_folders():
            if file_exists(folder, name):
                return read_bytes(folder, name)
        known = self.asset_names(str(PurePosixPath(name).parent))
        near = near_match(name, known)
        raise ContentError(
            Diagnostic(
                "asset-missing",
                f"there is no file {name} under assets/",
                Location(f"assets/{name}"),
                "",
                near if near.startswith("did") else "put the file there, or take its name away",
            )
        )

    def has_asset(self, name: str) -> bool:
        """True when ``asset`` would find a file. Raises ContentError (``path-outside``)."""
        return any(file_exists(folder, name) for folder in self._asset_folders())

    def asset_names(self, folder: str = "") -> list[str]:
        """The files directly in ``folder`` under ``assets/``, named as ``asset`` takes them."""
        names: set[str] = set()
        for base in self._asset_folders():
            path = inside(base, folder or ".")
            if path.is_dir():
                names |= {
                    str(PurePosixPath(folder, entry.name))
                    for entry in path.iterdir()
                    if entry.is_file() and not entry.name.startswith(".")
                }
        return sorted(names)

    def find_cartoon(self, card: CardBase) -> str | None:
        """The asset with a card's cartoon; ``None`` when it names none, or none that is there.

        ``missing_art`` tells which cards name a cartoon that is not there.
        """
        named = getattr(card, "cartoon", None)
        if not named:
            return None
        tried = self._tried(named)
        return next((name for name in tried if self.has_asset(name)), None)

    def _tried(self, named: str) -> list[str]:
        if "/" in named or named.lower().endswith(ART_ENDINGS):
            in_folder = [] if "/" in named else [f"cartoons/{named}"]
            return [*in_folder, named]
        return [f"cartoons/{named}{ending}" for ending in ART_ENDINGS]

    def _asset_folders(self) -> list[Path]:
        folders = (self.root / "assets", self.builtin / "assets")
        return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def missing_art(project: Project, deck: Deck) -> tuple[Diagnostic, ...]:
    """A diagnostic for each cartoon and logo that the deck names and that is not there."""
    found: dict[str, Diagnostic] = {}
    for card in deck.cards:
        named = getattr(card, "cartoon", None)
        if named and project.find_cartoon(card) is None:
            place = deck.where(card.id, "cartoon")
            found[card.id] = _missing(project, named, "cartoons", place, "cartoon")
    logo = deck.region.logo
    if logo and not project.has_asset(logo):
        found["@region"] = _missing(project, logo, "logos", deck.where("@region", "logo"), "logo")
    return tuple(found.values())


def _missing(
    project: Project, named: str, folder: str, place: Location | None, key: str
) -> Diagnostic:
    names = project.asset_names(folder)
    whole = "/" in named or "." in named
    known = names if whole else [PurePosixPath(name).stem for name in names]
    near = near_match(named, known)
    remedy = (
        near if near.startswith("did") else f"put it in assets/{folder}, or take this line away"
    )
    return Diagnostic("asset-missing", f'there is no {key} "{named}"', place, key, remedy)
