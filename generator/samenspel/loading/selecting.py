"""Stage 2: one deck out of a project, for one region in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError, UsageError
from samenspel.kinds import Library
from samenspel.layers.applying import named, overlaid, region_nodes
from samenspel.layers.overlay import Stack, merge
from samenspel.layers.shapes import SHEET_WORDS
from samenspel.layers.waiving import waivers_of
from samenspel.loading.languages import translation_of
from samenspel.loading.models import model_of, sets_of
from samenspel.model.cards import Card
from samenspel.model.deck import Deck, TextPath
from samenspel.model.fingerprint import fingerprint
from samenspel.model.kind import Kind, Pages
from samenspel.model.places import key_of
from samenspel.model.region import RegionInfo
from samenspel.model.shape import as_card, shape_of
from samenspel.problems import Problems
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.yaml.nodes import Node, plain, walk
from samenspel.yaml.validation import check, without_id


def select(project: Project, region: str, language: str) -> Deck:
    """The deck for ``region`` (``basis``: without one) in ``language``; texts are still templates.

    Raises UsageError (``region-unknown``, ``language-unknown``) and ContentError.
    """
    project.refuse_broken(region)
    _check_names(project, region, language)
    made = _selected(project, region, language)
    if language not in made.deck.region.languages:
        raise UsageError(
            _unknown(
                "language-unknown",
                language,
                made.deck.region.languages,
                say(" in region {region}", region=region),
            )
        )
    whole = _whole(project, made.deck)
    return replace(whole, content=_content(whole, made.stack, project.sources.library))


def _whole(project: Project, deck: Deck) -> Deck:
    """A draft's deck of which each card is in its language whole, or whole in the source's."""
    translation = deck.translation
    if translation is None or not translation.draft or not translation.untranslated:
        return deck
    below = _selected(project, deck.region.id, translation.source).deck
    below = replace(below, translation=replace(translation, untranslated=frozenset()))
    mixed = {path[0] for path in translation.untranslated}
    by_id = {card.id: card for card in below.every}
    cards, extras = deck.made_of(lambda one: by_id.get(one.id, one) if one.id in mixed else one)

    def together(own: Mapping[TextPath, Any], source: Mapping[TextPath, Any]) -> dict[Any, Any]:
        return {
            **{path: found for path, found in own.items() if path[0] not in mixed},
            **{path: found for path, found in source.items() if path[0] in mixed},
        }

    return replace(
        deck,
        cards=cards,
        extras=extras,
        sources=together(deck.sources, below.sources),
        line_starts=together(deck.line_starts, below.line_starts),
        stand_ins=below,
    )


class _Selected(NamedTuple):
    """A deck, and the row of cards that it was made of."""

    deck: Deck
    stack: Stack


def _selected(project: Project, region: str, language: str) -> _Selected:
    problems: list[Diagnostic] = Problems()
    deck, info_node = region_nodes(project.sources, language, region)
    info = check(RegionInfo, info_node, problems)
    stack = overlaid(project.sources, language, region, problems)
    cards = checked_cards(stack, project.sources.library, problems)
    waivers = waivers_of({"@region": info_node, **stack.cards}, problems)
    if problems or info is None:
        raise ContentError(problems)
    labels = project.sources.labels[language]
    kinds = {card.kind: card.spec for card in cards.values()}.values()
    parts = {"@deck": deck, "@labels": labels, "@region": info_node, **stack.cards}
    said = {key: node.text for key, node in deck.entries.items()}
    row = [cards[name] for name in stack.order]
    made = Deck(
        title=said["title"],
        subtitle=said["subtitle"],
        edition=said["edition"],
        source=said["source"],
        licence=said["licence"],
        makers=said["makers"],
        edition_code=f"{said['edition']}-{info.id}-{language}",
        language=language,
        region=info,
        cards=tuple(card for card in row if not card.spec.pages_of),
        extras=tuple(card for card in row if card.spec.pages_of),
        labels=plain(labels),
        sources={**_locations(parts), **_kind_places(kinds)},
        line_starts=_line_starts(parts),
        waivers=waivers,
        translation=translation_of(project.sources, language, region, stack.cards),
        sets=sets_of(project.sources, kinds),
        model=model_of(project.sources, kinds),
        backs=info.backs or said.get("backs") or "own",  # type: ignore[arg-type]
        stand_ins=None,
    )
    return _Selected(made, stack)


def _check_names(project: Project, region: str, language: str) -> None:
    problems = []
    if region in project.layers:
        message = say(
            '"{region}" is a layer that regions build on, and no region itself', region=region
        )
        remedy = "choose a region, or take the line abstract: true out of its file"
        problems.append(Diagnostic("region-abstract", message, remedy=remedy))
    elif region not in project.regions:
        problems.append(_unknown("region-unknown", region, project.regions))
    if language not in project.languages:
        problems.append(_unknown("language-unknown", language, project.languages))
    if problems:
        raise UsageError(problems)


def _unknown(code: str, name: str, known: Iterable[str], where: str = "") -> Diagnostic:
    message = say(
        'there is no {kind} "{name}"{where}',
        kind=say(code.removesuffix("-unknown")),
        name=name,
        where=where,
    )
    return Diagnostic(code, message, remedy=near_match(name, known))


def _content(deck: Deck, stack: Stack, library: Library) -> str:
    """A fingerprint of all that the files of a deck say: SHA-256 in hex.

    It is taken of canonical JSON (sorted keys, no spaces, UTF-8), so it changes with every change
    of a text or of a kind's pages, and never with a file's layout.
    """
    content: dict[str, Any] = {
        "title": deck.title,
        "subtitle": deck.subtitle,
        "edition": deck.edition,
        "language": deck.language,
        "credits": [deck.source, deck.licence, deck.makers],
        "region": deck.region.model_dump(mode="json"),
        "cards": [card.content() for card in deck.every],
        "layouts": {
            name: plain(said)
            for name, node in stack.cards.items()
            if node is not None and (said := node.get("layout")) is not None
        },
        "kinds": {
            name: plain(node)
            for name, node in library.documents_of(
                {card.kind for card in deck.every}, [deck.model.set.name] if deck.model else ()
            ).items()
        },
        "model": [deck.model.set.name, deck.model.centre] if deck.model else None,
        "labels": {key: text for key, text in deck.labels.items() if key not in SHEET_WORDS},
    }
    if deck.translation:
        content["untranslated"] = sorted(map(key_of, deck.translation.untranslated))
        content["draft"] = deck.translation.draft  # its colophon says so
    if deck.stand_ins:
        content["in_source"] = deck.stand_ins.region.model_dump(mode="json")
    return fingerprint(content)


def checked_cards(stack: Stack, library: Library, problems: list[Diagnostic]) -> dict[str, Card]:
    """The cards as their types; a broken card is left out and its mistakes are reported."""
    cards: dict[str, Card] = {}
    for name, node in stack.cards.items():
        card = _card(name, node, library, problems) if node else None
        if card is not None:
            cards[name] = card
    return cards


def _card(name: str, node: Node, library: Library, problems: list[Diagnostic]) -> Card | None:
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
    message = say('"{text}" is not a kind of card', text=kind.text)
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
