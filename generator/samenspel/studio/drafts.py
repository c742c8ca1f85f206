"""A text that somebody is typing, in the pages of an edition, before it stands in any file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from samenspel.diagnostics import Diagnostic
from samenspel.errors import ContentError
from samenspel.model.cards import Card
from samenspel.model.deck import Deck, TextPath
from samenspel.model.region import RegionInfo
from samenspel.model.shape import card_of
from samenspel.model.style import Format
from samenspel.model.waiving import REGION
from samenspel.pipeline.edition import Edition
from samenspel.project import with_pictures
from samenspel.questions import render
from samenspel.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """One text of a card or of the region."""

    path: TextPath
    """Leads to it from the card's id, or from ``@region``."""
    text: str
    """What stands there instead."""


def drafted(edition: Edition, shape: Format, draft: Draft) -> Edition:
    """The edition as it would be with a text, in one format; its code stays what it was.

    Raises ContentError for a text that no deck can hold, or with a mistake in its template.
    """
    printed = edition.in_format(shape)
    templates = _with_text(
        replace(
            edition.templates, edition_code=printed.deck.edition_code, pairs=printed.deck.pairs
        ),
        draft,
    )
    card = next((one for one in templates.cards if one.id == draft.path[0]), None)
    if card is not None and not card.spec.stands_for and templates.stand_ins is None:
        made = render(replace(templates, cards=(card,)))  # no other card says anything of it
        deck = _with_card(printed.deck, with_pictures(edition.build.project, made))
    else:
        deck = with_pictures(edition.build.project, render(templates))
    build = replace(printed.build, store=Store(None))  # nobody will type just this again
    mine = replace(printed, build=build, deck=deck, templates=templates, printed={})
    mine.printed[shape.name, shape.width, shape.height] = mine
    return mine


def _with_card(deck: Deck, made: Deck) -> Deck:
    """A deck with the only card of another one in its place, and that card's places."""
    card = made.cards[0]
    moved = {path: old for path, old in deck.moved.items() if path[0] != card.id}
    return replace(
        deck,
        cards=tuple(card if one.id == card.id else one for one in deck.cards),
        sources={**deck.sources, **made.sources},
        moved={**moved, **made.moved},
    )


def _with_text(deck: Deck, draft: Draft) -> Deck:
    part, *field = draft.path
    made = deck.translation
    if made is not None:
        deck = replace(
            deck, translation=replace(made, untranslated=made.untranslated - {draft.path})
        )
    try:
        if part == REGION:
            data = _put(deck.region.model_dump(by_alias=True), field, draft.text)
            region = RegionInfo.model_validate(data)
            return replace(deck, region=region.model_copy(update={"accents": deck.region.accents}))
        cards = tuple(_card(one, field, draft) if one.id == part else one for one in deck.cards)
        return replace(deck, cards=cards)
    except ValidationError as error:
        raise ContentError(
            Diagnostic(
                "text-unusable",
                "this text cannot stand here",
                deck.where(*draft.path),
                deck.key(*draft.path),
                "write something here that is not empty, or take your change back",
            )
        ) from error


def _card(card: Card, field: list[str | int], draft: Draft) -> Card:
    values = _put(_plain(card.values), field, draft.text or None)
    said = {name: value for name, value in values.items() if value is not None}
    made = card_of(card.spec, {"id": card.id, "waive": card.waive, "lang": card.lang, **said})
    return replace(made, pages=card.pages)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def _put(data: Any, path: list[str | int], text: Any) -> Any:
    """Plain data with one value in it replaced."""
    if not path:
        return text
    first, *rest = path
    if isinstance(data, list) and isinstance(first, int):
        return [
            _put(part, rest, text) if place == first else part for place, part in enumerate(data)
        ]
    inner = data if isinstance(data, dict) else {}
    return {**inner, first: _put(inner.get(first), rest, text)}
