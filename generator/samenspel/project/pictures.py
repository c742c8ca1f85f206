"""The pictures that a deck names: found below ``assets/``, or reported where they are named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.model.art import remedy_for
from samenspel.model.deck import Deck
from samenspel.model.places import key_of
from samenspel.project.misplaced import missing_asset
from samenspel.project.project import Project
from samenspel.project.reserved import ART_ENDINGS
from samenspel.saying import say


def first_pictures(project: Project, deck: Deck) -> dict[str, str]:
    """The asset that stands for each card which has a picture: its first one that is there."""
    found: dict[str, str] = {}
    for card in deck.every:
        for one in card.spec.pictures:
            named = card.values.get(one.name)
            asset = project.find_picture(named, one.name) if named else None
            if asset:
                found.setdefault(card.id, asset)
    return found


def with_pictures(project: Project, deck: Deck) -> Deck:
    """The deck with each picture of a card named by its file below ``assets/``."""
    made = {}
    for card in {one.id: one for one in deck.every}.values():
        pictures = {
            one.name: found
            for one in card.spec.pictures
            if (named := card.values.get(one.name))
            and (found := project.find_picture(named, one.name))
        }
        made[card.id] = card.with_values(**pictures) if pictures else card
    cards, extras = deck.made_of(lambda card: made[card.id])
    return replace(deck, cards=cards, extras=extras)


def missing_art(project: Project, deck: Deck) -> tuple[Diagnostic, ...]:
    """A diagnostic for each cartoon, picture and logo that the deck names and that is not there.

    Also for names that lead out of the project, or that two files answer to. All are located where
    the deck names the art.
    """
    found: dict[Diagnostic, None] = {}
    for card in deck.every:
        for path, named in card.pictures():
            place, key = deck.where(card.id, *path), key_of(path)
            found |= dict.fromkeys(_picture_problems(project, named, place, key))
    logo = deck.region.logo
    if logo:
        place = deck.where("@region", "logo")
        found |= dict.fromkeys(_file_problems(project, logo, place, "logo"))
    return tuple(found)


def _picture_problems(
    project: Project, named: str, place: Location | None, key: str
) -> list[Diagnostic]:
    try:
        found = project.find_picture(named, key)
        if found is not None and PurePosixPath(found).suffix.lower() in ("", *ART_ENDINGS):
            return []
        other = found or project.other_kind(named)
    except ContentError as error:
        return [replace(one, location=place, key=key) for one in error.diagnostics]
    if other is not None:
        return [_wrong_kind(other, place, key)]
    folder = str(PurePosixPath(named).parent) if "/" in named else "cartoons"
    return [missing_asset(project, named, folder, place, key)]


def _file_problems(
    project: Project, named: str, place: Location | None, key: str
) -> list[Diagnostic]:
    try:
        if not project.has_asset(named):
            folder = "logos" if key == "logo" else str(PurePosixPath(named).parent)
            return [missing_asset(project, named, folder, place, key)]
    except ContentError as error:
        return [replace(one, location=place, key=key) for one in error.diagnostics]
    if PurePosixPath(named).suffix.lower() not in ("", *ART_ENDINGS):
        return [_wrong_kind(named, place, key)]
    return []


def _wrong_kind(name: str, place: Location | None, key: str) -> Diagnostic:
    ending = PurePosixPath(name).suffix
    kind = (
        say("files that end in {ending} are", ending=ending)
        if ending
        else "a file without an ending is"
    )
    return Diagnostic(
        "asset-kind",
        say("assets/{name} is there, but {kind} not taken", name=name, kind=kind),
        place,
        key,
        remedy_for(ending.lower()),
    )
