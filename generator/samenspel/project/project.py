"""A checked project, and the art in its folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from samenspel.diagnostics import Diagnostic, Location, did_you_mean, files_meant
from samenspel.errors import ContentError
from samenspel.gate import file_exists, files_below, folder_names, read_bytes
from samenspel.layers.shapes import BASE
from samenspel.layers.sources import Sources
from samenspel.project.reserved import ART_ENDINGS
from samenspel.saying import say
from samenspel.walking import check_name

ASSETS = "assets"
"""The folder of drawings, fonts and profiles, below a project's root."""


@dataclass(frozen=True)
class Project:
    """A project whose files have all been read and checked.

    ``loading`` opens one; nothing in it changes afterwards.
    """

    root: Path
    """The project's folder."""
    builtin: Path
    """The folder of the deck that comes with samenspel; its art serves every project."""
    title: str
    """The deck's title in its source language."""
    edition: str
    """The edition that the makers give, such as ``2026.1``."""
    source_language: str
    """The language that the deck is written in."""
    languages: tuple[str, ...]
    """All languages of the deck, in the order in which it names them."""
    regions: tuple[str, ...]
    """The regions, ``basis`` (the deck without a region) first."""
    products: tuple[str, ...]
    """The products that are made when none is asked for; empty for the usual ones."""
    order: tuple[str, ...]
    """The ids of the deck's cards, in their order."""
    cards: Mapping[str, tuple[str, ...]]
    """For each language, the ids of the cards with a file of their own in it."""
    sources: Sources = field(repr=False)
    """The files themselves, as data that knows its place."""
    warnings: tuple[Diagnostic, ...] = ()
    """What a maker should know, and what does not stop a build."""
    layers: tuple[str, ...] = ()
    """The files in ``cards/regions`` that regions build on and that are no regions themselves."""
    unready: tuple[str, ...] = ()
    """The regions that are made only when they are asked for by name."""
    base: Path | None = None
    """The folder of the deck that this one builds on, if it does."""
    broken: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """The mistakes of each region or layer that has any; these are named nowhere else here."""
    drafts: tuple[str, ...] = ()
    """The languages that no native speaker has read yet; made only when that is asked for."""
    formats: tuple[str, ...] = ()
    """The formats that the deck is made in when none is asked for; empty for the usual one."""

    @property
    def ready(self) -> tuple[str, ...]:
        """The regions that ``all`` stands for; a broken one is reported, and stops no other."""
        names = (*self.regions, *self.broken)
        return tuple(name for name in names if name not in self.unready)

    @property
    def own_regions(self) -> tuple[str, ...]:
        """The project's regions but for ``basis``."""
        return tuple(name for name in self.regions if name != BASE)

    def refuse_broken(self, *names: str) -> None:
        """Raise ContentError with the mistakes of these regions, if they have any."""
        found = [one for name in names for one in self.broken.get(name, ())]
        if found:
            raise ContentError(dict.fromkeys(found))

    def asset(self, name: str) -> bytes:
        """The bytes of a file under ``assets/``: the project's own, else the built-in one.

        Raises ContentError: ``asset-missing`` with a near match, ``path-outside``,
        ``file-too-large``, ``file-unreadable``.
        """
        for root, stored in self.asset_homes(name):
            return read_bytes(root, f"{ASSETS}/{stored}")
        known = self.asset_names(str(PurePosixPath(name).parent))
        near = did_you_mean(files_meant(name, known))
        raise ContentError(
            Diagnostic(
                "asset-missing",
                say("there is no file {name} under assets/", name=name),
                Location(f"assets/{name}"),
                "",
                near or "put the file there, or take its name away",
            )
        )

    def has_asset(self, name: str) -> bool:
        """True when ``asset`` would find a file. Raises ContentError (``path-outside``)."""
        return any(True for _ in self.asset_homes(name))

    def asset_homes(self, name: str) -> Iterator[tuple[Path, str]]:
        """Each root with a file of this name below ``assets/``, and how the file is called there.

        The one that serves comes first. Raises ContentError (``path-outside``).
        """
        for root in self._asset_roots():
            stored = _stored(root, name)
            if stored is not None:
                yield root, stored

    def drawings(self) -> list[str]:
        """The drawings and photographs of all decks below this one, named as ``asset`` takes them.

        Those of the project itself are not among them, nor the logos: they are of other regions.
        """
        found = (
            path.removeprefix(f"{ASSETS}/")
            for root in self._asset_roots()
            if root != self.root
            for path in files_below(root, ASSETS)
        )
        art = (path for path in found if path.lower().endswith(ART_ENDINGS))
        return sorted({path for path in art if not path.startswith("logos/")})

    def asset_names(self, folder: str = "") -> list[str]:
        """The files directly in ``folder`` under ``assets/``, named as ``asset`` takes them."""
        names = {
            str(PurePosixPath(folder, entry))
            for root in self._asset_roots()
            for entry in _names(root, folder)
            if _exists(root, str(PurePosixPath(folder, entry)))
        }
        return sorted(names)

    def find_picture(self, named: str, key: str = "cartoon") -> str | None:
        """The asset that a card's picture names; ``None`` when there is none of that name.

        The project's own picture goes before a built-in one, whatever their endings. Raises
        ContentError: ``asset-ambiguous``, ``path-outside``. ``missing_art`` names the cards
        whose picture is not there. ``key`` is the field, for messages.
        """
        for root in self._asset_roots():
            tried = (_stored(root, name) for name in _tried(root, named))
            found = list(dict.fromkeys(name for name in tried if name))
            if len(found) > 1 and not _is_whole(named):
                files = " and ".join(f"assets/{name}" for name in found)
                raise ContentError(
                    Diagnostic(
                        "asset-ambiguous",
                        say('"{named}" may be {files}', named=named, files=files),
                        key=key,
                        remedy="write the ending too, or take one of the files away",
                    )
                )
            if found:
                return found[0]
        return None

    def other_kind(self, named: str) -> str | None:
        """A file that a card's cartoon may mean, of a kind that cannot be printed here."""
        for root in self._asset_roots():
            names = [named] if "/" in named else [f"cartoons/{named}", named]
            found = [name for name in names if _exists(root, name)]
            if not _is_whole(named):
                found += _with_stem(root, named)
            if found:
                return found[0]
        return None

    def _asset_roots(self) -> list[Path]:
        """The folders whose ``assets/`` serve; a name is always walked from one of them."""
        roots = (self.root, *((self.base,) if self.base else ()), self.builtin)
        return [root for root in dict.fromkeys(roots) if (root / ASSETS).is_dir()]


def _below(name: str) -> str:
    """An asset's name from its root. Raises ContentError (``path-outside``)."""
    check_name(name)
    return f"{ASSETS}/{name}"


def _exists(root: Path, name: str) -> bool:
    return file_exists(root, _below(name))


def _names(root: Path, folder: str) -> list[str]:
    return folder_names(root, _below(folder) if folder else ASSETS)


def _stored(root: Path, name: str) -> str | None:
    """How a file below a root's assets is really called: with capitals, or with its ending.

    Cameras write ``IMG_2041.JPG`` and people type ``img_2041.jpg``; a logo is named without its
    ending. Only a name that one file alone answers to is taken.
    """
    if _exists(root, name):
        return name
    parent, last = str(PurePosixPath(name).parent), PurePosixPath(name).name.lower()
    names = _names(root, parent)
    found = [entry for entry in names if entry.lower() == last]
    found = found or [
        entry
        for entry in names
        if entry.lower().endswith(ART_ENDINGS) and PurePosixPath(entry.lower()).stem == last
    ]
    path = f"{parent}/{found[0]}" if parent != "." and found else "".join(found[:1])
    return path if len(found) == 1 and _exists(root, path) else None


def _is_whole(named: str) -> bool:
    """True for a cartoon that is named with its folder or its ending."""
    return "/" in named or named.lower().endswith(ART_ENDINGS)


def _tried(root: Path, named: str) -> list[str]:
    """The files below a root's assets that a cartoon's name may stand for, the likeliest first."""
    if _is_whole(named):
        return [named] if "/" in named else [f"cartoons/{named}", named]
    found = [name for name in _with_stem(root, named) if name.lower().endswith(ART_ENDINGS)]
    return sorted(found, key=lambda name: ART_ENDINGS.index(PurePosixPath(name.lower()).suffix))


def _with_stem(root: Path, stem: str) -> list[str]:
    """A root's cartoons with this name and any ending, sorted."""
    names = _names(root, "cartoons")
    return [f"cartoons/{name}" for name in names if PurePosixPath(name).stem == stem]
