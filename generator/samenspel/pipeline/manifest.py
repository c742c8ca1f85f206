"""The manifest: what a folder holds, and what it was made with, so that a printer can check it.

No times of day and no paths: the same build gives the same manifest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.ordering import Making
from samenspel.model.style import Format, Press
from samenspel.pipeline.request import BuiltFile, Input
from samenspel.printable import json_text
from samenspel.version import __version__

NAME = "manifest.json"
TOOLS = ("reportlab", "pikepdf", "uharfbuzz", "pillow")
"""The libraries whose version may change a file's bytes."""


def manifest(
    deck: Deck,
    shape: Format,
    press: Press,
    files: Sequence[BuiltFile],
    inputs: Sequence[Input] = (),
    kept: Sequence[Mapping[str, Any]] = (),
    created: str = "",
) -> bytes:
    """The manifest of one folder, as UTF-8 JSON; ``kept`` are entries of files that stay.

    ``inputs`` are what the new files were made with beside texts; ``created`` is the day that the
    files carry.
    """
    data = {
        "deck": {"title": deck.title, "version": deck.edition, "edition_code": deck.edition_code,
                 "created": created, "backs": deck.backs},
        "region": {"id": deck.region.id, "name": deck.region.name},
        "language": deck.language,
        "format": {
            "name": shape.name,
            "trim_mm": _lengths(shape.width, shape.height),
            "bleed_mm": _lengths(shape.bleed)[0],
        },
        "press": {
            "name": press.name,
            "profile": press.profile,
            "output_condition": press.output_condition,
            "ink_limit_percent": press.ink_limit,
            "standard": press.standard,
            "text": press.text,
            "page_order": press.pages,
        },
        "cards": [_card(card) for card in deck.cards],
        "inputs": [_input(one) for one in inputs],
        "files": [*(_entry(file, press) for file in files), *kept],
        "built_with": {
            "samenspel": __version__,
            **{tool: _version(tool) for tool in TOOLS},
        },
    }
    return (json_text(data, 2) + "\n").encode()


def _card(card: Card) -> dict[str, str]:
    """A card's title and its pictures in words, for whoever shows the deck on a screen.

    The press files carry no alt texts: only a tagged PDF may, and a press has no use for tags.
    """
    alt = " ".join(words for field in card.spec.pictures if (words := card.alt_of(field)))
    return {"id": card.id, "title": card.name, **({"alt": alt} if alt else {})}


def _input(one: Input) -> dict[str, Any]:
    """An input; whose it is stands there when it is not samenspel's, and what it goes before."""
    own = {"from": "project"} if one.own else {}
    replaced = {"replaces": f"samenspel {__version__}"} if one.replaces else {}
    return {"name": one.name, "sha256": one.sha256, **own, **replaced}


def _made_otherwise(making: Making) -> dict[str, Any]:
    """What is made otherwise than usual, by name."""
    usual, chosen = asdict(Making()), asdict(making)
    return {key: chosen[key] for key in sorted(chosen) if chosen[key] != usual[key]}


def _entry(file: BuiltFile, press: Press) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": file.path.name,
        "product": file.product,
        "pages": file.pages,
        "trim_mm": _lengths(*file.trim),
        "bleed_mm": _lengths(file.bleed)[0],
        "edition_code": file.edition_code,
        "press": press.name,
        "page_order": press.pages,
        "standard": press.standard,
        "profile": press.profile,
        "bytes": file.bytes,
        "sha256": file.sha256,
    }
    if any(file.page_codes):
        pages = zip(file.page_names, file.page_codes, file.page_prints, strict=True)
        entry["faces"] = [
            {"page": name, "code": code, "sha256": digest} for name, code, digest in pages
        ]
    elif any(file.page_prints):
        looks = zip(file.page_names, file.page_prints, strict=True)
        entry["looks"] = [{"page": name, "sha256": digest} for name, digest in looks]
    if file.die_line:
        entry["die_line"] = {"plate": file.die_line, "corner_radius_mm": _lengths(file.radius)[0]}
    if file.lines:
        entry["lines"] = list(file.lines)
    if making := _made_otherwise(file.making):
        entry["making"] = making
    if file.picture:
        entry["picture"] = dict(zip(("name", "sha256"), file.picture, strict=True))
    return entry


def _lengths(*lengths: float) -> list[float]:
    """Lengths in mm as people write them: 105 and not 105.0."""
    return [int(length) if length == int(length) else round(length, 4) for length in lengths]


def _version(tool: str) -> str:
    try:
        return version(tool)
    except PackageNotFoundError:
        return "unknown"
