"""Manifests as they are read back: what stood in a folder, and what each card looked like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from samenspel.diagnostics import Location
from samenspel.errors import ContentError, FileAccessError, reason_of
from samenspel.model.backs import BACKS, Backs
from samenspel.model.ordering import Making
from samenspel.pipeline.manifest import NAME
from samenspel.saying import say

DEEPEST = 6
"""Folders below the one that is named in which a manifest is looked for: press, region, language
and format are four."""
LARGEST = 20_000_000
"""A manifest of more bytes than this is none of ours."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a card."""

    page: str
    """``blijf-balanceren-front``."""
    code: str
    """The code on its card."""
    sha256: str
    """The fingerprint of all that is seen on it."""

    @property
    def card(self) -> str:
        """The card without its side: ``blijf-balanceren``, or ``…-2`` for the second of a pair."""
        return self.page.rpartition("-")[0]


@dataclass(frozen=True, slots=True)
class Made:
    """What a manifest says of one file."""

    path: Path
    """The file."""
    region: str
    """The id of its region."""
    region_name: str
    """What people call it."""
    language: str
    """Of its texts."""
    format: str
    """The name of its format."""
    press: str
    """The name of its press."""
    backs: Backs
    """What its backs tell."""
    edition_code: str
    """Of the edition that it is of."""
    created: str
    """The day that its edition carries."""
    sha256: str
    """Of the file."""
    faces: tuple[Face, ...]
    """Its pages, of a file with cards."""
    titles: dict[str, str]
    """The titles of cards by id."""
    product: str = ""
    """The name of its product."""
    looks: tuple[tuple[str, str], ...] = ()
    """Names and fingerprints of the pages of what goes with the cards."""

    making: Making = field(default_factory=Making)
    """How it was to be made: a box is of another size for another board."""

    def title(self, card: str) -> str:
        """The title of a card, also of the second of a pair."""
        return self.titles.get(card) or self.titles.get(card.rpartition("-")[0]) or card


def manifests_below(folder: Path) -> Iterator[Path]:
    """The manifests in a folder and below it, in order of their names."""
    for depth in range(DEEPEST):
        yield from sorted(folder.glob("*/" * depth + NAME))


def read_manifest(path: Path) -> list[Made]:
    """The files that a manifest names.

    Raises FileAccessError (``manifest-unreadable``) and ContentError (``manifest-wrong``).
    """
    place = Location(str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("it is too large")
        data = json.loads(path.read_bytes())
        return [_made(path.parent / entry["name"], data, entry) for entry in data["files"]]
    except OSError as error:
        raise FileAccessError.of(
            "manifest-unreadable",
            say("this manifest cannot be read ({reason})", reason=reason_of(error)), place,
            remedy="name the manifest.json beside the files of a build, or their folder",
        ) from error  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ContentError.of(
            "manifest-wrong", "this is no manifest of a build", place,
            remedy="name the manifest.json that a build wrote, as it was written",
        ) from error  # fmt: skip


def _made(path: Path, data: dict[str, dict[str, str]], entry: dict[str, object]) -> Made:
    faces, looks = entry.get("faces", []), entry.get("looks", [])
    if not isinstance(faces, list) or not isinstance(looks, list):
        raise ValueError("faces and looks are lists")
    cards: list[dict[str, str]] = data["cards"]  # type: ignore[assignment]
    language: str = data["language"]  # type: ignore[assignment]
    return Made(
        path=path,
        region=data["region"]["id"],
        region_name=data["region"]["name"],
        language=language,
        format=data["format"]["name"],
        press=str(entry["press"]),
        backs=_backs(data["deck"].get("backs", "own")),
        edition_code=str(entry["edition_code"]),
        created=data["deck"].get("created", ""),
        sha256=str(entry["sha256"]),
        faces=tuple(Face(str(f["page"]), str(f["code"]), str(f["sha256"])) for f in faces),
        titles={str(card["id"]): str(card["title"]) for card in cards},
        product=str(entry.get("product", "")),
        making=Making(**_made_so(entry.get("making", {}))),
        looks=tuple((str(one["page"]), str(one["sha256"])) for one in looks),
    )


def _made_so(said: object) -> dict[str, Any]:
    """What a manifest says of the making. Raises ValueError for what no build writes."""
    usual = asdict(Making())
    if not isinstance(said, dict) or any(
        key not in usual or not isinstance(one, type(usual[key]) if usual[key] is not None else str)
        for key, one in said.items()
    ):
        raise ValueError("making names what is made otherwise than usual")
    return said


def _backs(said: str) -> Backs:
    """What a manifest says of its backs. Raises ValueError for what no build writes."""
    return BACKS[[str(one) for one in BACKS].index(said)]
