"""Stage 2: one deck out of a project, for one region in one language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError, UsageError
from samenspel.kinds import Library
from samenspel.layers.applying import named, overlaid, region_nodes
from samenspel.layers.overlay import Stack, merge
from samenspel.layers.waiving import waivers_of
from samenspel.loading.languages import translation_of
from samenspel.loading.models import model_of, sets_of
from samenspel.model.cards import Card
from samenspel.model.deck import Deck, TextPath
from samenspel.model.kind import Kind, Pages
from samenspel.model.region import RegionInfo
from samenspel.model.shape import as_card, shape_of
from samenspel.project.project import Project
from samenspel.yaml.nodes import Node, key_of, plain, walk
from samenspel.yaml.validation import check, without_id


def select(project: Project, region: str, language: str) -> Deck:
    """The deck for ``region`` (``basis``: without one) in ``language``; texts are still templates.

    Raises UsageError (``region-unknown``, ``language-unknown``) and ContentError.
    """
    project.refuse_broken(region)
    _check_names(project, region, language)
    problems: list[Diagnostic] = []
    deck, info_node = region_nodes(project.sources, language, region)
    info = check(RegionInfo, info_node, problems)
    stack = overlaid(project.sources, language, region, problems)
    cards = checked_cards(stack, project.sources.library, problems)
    waivers = waivers_of({"@region": info_node, **stack.cards}, problems)
    if problems or info is None:
        raise ContentError(problems)
    if language not in info.languages:
        raise UsageError(
            _unknown("language-unknown", language, info.languages, f" in region {region}")
        )
    labels = project.sources.labels[language]
    kinds = {card.kind: card.spec for card in cards.values()}.values()
    parts = {"@deck": deck, "@labels": labels, "@region": info_node, **stack.cards}
    texts = {key: deck.entries[key].text for key in ("title", "subtitle", "edition")}
    credits_ = {key: deck.entries[key].text for key in ("source", "licence", "makers")}
    made = Deck(
        **texts,
        **credits_,
        edition_code="",
        language=language,
        region=info,
        cards=tuple(cards[name] for name in stack.order),
        labels=plain(labels),
        sources={**_locations(parts), **_kind_places(kinds)},
        line_starts=_line_starts(parts),
        waivers=waivers,
        translation=translation_of(project.sources, language, region, stack.cards),
        sets=sets_of(project.sources, kinds),
        model=model_of(project.sources, kinds),
    )
    return _with_code(made)


def _check_names(project: Project, region: str, language: str) -> None:
    problems = []
    if region in project.layers:
        message = f'"{region}" is a layer that regions build on, and no region itself'
        remedy = "choose a region, or take the line abstract: true out of its file"
        problems.append(Diagnostic("region-abstract", message, remedy=remedy))
    elif region not in project.regions:
        problems.append(_unknown("region-unknown", region, project.regions))
    if language not in project.languages:
        problems.append(_unknown("language-unknown", language, project.languages))
    if problems:
        raise UsageError(problems)


def _unknown(code: str, name: str, known: Iterable[str], where: str = "") -> Diagnostic:
    message = f'there is no {code.removesuffix("-unknown")} "{name}"{where}'
    return Diagnostic(code, message, remedy=near_match(name, known))


def edition_code(edition: str, region: str, language: str, content: Mapping[str, Any]) -> str:
    """``2026.1-waddenrand-nl-7f3a2c``; the last part is a fingerprint of all content.

    It is the first 6 hex digits of the SHA-256 over the content's canonical JSON (sorted keys, no
    spaces, UTF-8), so it changes with every change of a text and never with a file's layout.
    """
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{edition}-{region}-{language}-{digest[:6]}"


def _with_code(deck: Deck) -> Deck:
    content: dict[str, Any] = {
        "title": deck.title,
        "subtitle": deck.subtitle,
        "edition": deck.edition,
        "language": deck.language,
        "credits": [deck.source, deck.licence, deck.makers],
        "region": deck.region.model_dump(mode="json"),
        "cards": [card.content() for card in deck.cards],
        "labels": dict(deck.labels),
    }
    if deck.translation and deck.translation.draft:
        content["draft"] = True  # its colophon says so
    code = edition_code(deck.edition, deck.region.id, deck.language, content)
    fields = {name: getattr(deck, name) for name in Deck.__slots__}
    return Deck(**{**fields, "edition_code": code})


def checked_cards(
    stack: Stack, library: Library, problems: list[Diagnostic]
) -> dict[str, Card]:
    """The cards as their types; a broken card is left out and its mistakes are reported."""
    cards: dict[str, Card] = {}
    for name, node in stack.cards.items():
        card = _card(name, node, library, problems) if node else None
        if card is not None:
            cards[name] = card
    return cards


def _card(
    name: str, node: Node, library: Library, problems: list[Diagnostic]
) -> Card | None:
    said = node.get("kind")
    if said is None or said.text not in library.kind_names:
        problems.append(_unknown_kind(node, said, library.kind_names))
        return None
    kind = library.kind(said.text)
    if kind is None:
        return None  # its file has mistakes, which are reported there
    node = without_id(node, problems)
    whole = merge(node.without("layout"), named({"id": name}, node))
    checked = check(shape_of(kind), whole, problems)
    if checked is None:
        return None
    return replace(as_card(kind, checked), pages=_own_pages(kind, node, library, problems))


def _own_pages(
    kind: Kind, node: Node, library: Library, problems: list[Diagnostic]
) -> Pages | None:
    """The pages of one card, where it says ``layout:``."""
    said = node.get("layout")
    if said is None or said.value is None:
        return None
    return kind.design.changed(said, library, problems) if kind.design else None


def _unknown_kind(node: Node, kind: Node | None, known: Iterable[str]) -> Diagnostic:
    if kind is None:
        remedy = "add a line kind: with one of " + ", ".join(known)
        return Diagnostic("field-missing", 'the key "kind" is missing', node.location,
                          key_of((*node.path, "kind")), remedy)  # fmt: skip
    message = f'"{kind.text}" is not a kind of card'
    near = near_match(kind.text, known)
    return Diagnostic("value-unknown", message, kind.location, key_of(kind.path), near)


def _kind_places(kinds: Iterable[Kind]) -> dict[TextPath, Location]:
    """Where the fixed words on the pages of each kind stand."""
    return {("@kind", kind.name): kind.place for kind in kinds if kind.place}


def _locations(parts: Mapping[str, Node | None]) -> dict[TextPath, Location]:
    return {
        (name, *path): node.location
        for name, part in parts.items()
        if part is not None
        for path, node in walk(part)
    }


def _line_starts(parts: Mapping[str, Node | None]) -> dict[TextPath, tuple[int, ...]]:
    return {
        (name, *path): node.breaks
        for name, part in parts.items()
        if part is not None
        for path, node in walk(part)
        if node.breaks
    }
