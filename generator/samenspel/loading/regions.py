"""The files of regions: what is wrong with one stops that region and what builds on it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from samenspel.diagnostics import Diagnostic, in_order, near_match
from samenspel.layers.applying import (
    chain,
    chain_problems,
    is_abstract,
    is_sound,
    layers,
    overlaid,
    region_nodes,
)
from samenspel.layers.locks import broken_by_region
from samenspel.layers.phrases import phrase_problems
from samenspel.layers.shapes import REGIO_NAMES, RegionFile
from samenspel.layers.sources import Sources
from samenspel.loading.selecting import checked_cards
from samenspel.model.places import key_of
from samenspel.model.region import NAMED, RegionInfo
from samenspel.saying import say
from samenspel.yaml.complaints import EMPTY
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check, without_id


def broken_regions(
    sources: Sources, wanted: Collection[str] | None = None
) -> dict[str, tuple[Diagnostic, ...]]:
    """The mistakes of each region and layer that has any, with those of what it builds on.

    The decks of regions that are not ``wanted`` are not checked; without it all are.
    """
    closely = None if wanted is None else {one for name in wanted for one in chain(sources, name)}
    own = {name: list(sources.unread.get(name, ())) for name in (*sources.regions, *sources.unread)}
    for found in chain_problems(sources):
        file = PurePosixPath(found.location.file) if found.location else PurePosixPath()
        own[file.stem].append(found)
    for name, node in sources.regions.items():
        if node is not None and (closely is None or name in closely):
            _check_region(sources, name, node, own[name])
    whole = {
        name: in_order(one for layer in chain(sources, name) or (name,) for one in own[layer])
        for name in own
    }
    return {name: found for name, found in whole.items() if found}


def _check_region(sources: Sources, name: str, node: Node, problems: list[Diagnostic]) -> None:
    shape = check(RegionFile, without_id(node, problems), problems)
    _check_words(sources, node, problems)
    problems.extend(_unknown_languages(sources, node))
    problems.extend(_count_names(node))
    problems.extend(phrase_problems(sources, name))
    if is_sound(sources, name):
        nameless = [] if is_abstract(node) else _nameless(sources, name, node)
        problems.extend(nameless)
        _check_decks(sources, name, None if nameless else shape, problems)


def _check_decks(
    sources: Sources, name: str, shape: RegionFile | None, problems: list[Diagnostic]
) -> None:
    """A region's deck in each of its languages; of a layer, whose region is still to come, too."""
    languages = [item.text for item in _languages(sources, name)] or list(sources.languages)
    problems.extend(_unheard_texts(sources.regions[name], languages))
    for language in languages:
        if language in sources.cards:
            if shape:
                check(RegionInfo, region_nodes(sources, language, name).info, problems)
            checked_cards(overlaid(sources, language, name, problems), sources.library, problems)
            problems.extend(broken_by_region(sources, name, language))


def _languages(sources: Sources, name: str) -> tuple[Node, ...]:
    """The languages that a region, or the nearest layer below it, names."""
    said = [layer.said.get("languages") for layer in layers(sources, name, "")]
    return next((node.items for node in reversed(said) if node), ())


def _nameless(sources: Sources, name: str, region: Node) -> list[Diagnostic]:
    """The names that neither a region nor a layer below it gives."""
    given = {key for layer in layers(sources, name, "") for key, node in layer.said.entries.items()
             if node.value is not None}  # fmt: skip
    empty = {key for key in NAMED if key in region.entries and key not in given}
    return [
        Diagnostic("field-empty", "nothing is filled in", region.key_location(key), key, EMPTY)
        if key in empty
        else Diagnostic(
            "field-missing",
            say('the key "{key}" is missing', key=key),
            region.location,
            key,
            say("add a line {name}: with its value", name=key),
        )
        for key in NAMED
        if key not in given
    ]


def _unheard_texts(region: Node | None, languages: list[str]) -> list[Diagnostic]:
    """Texts in a language that the region is not made in."""
    texts = region.get("texts") if region else None
    return [
        Diagnostic(
            "language-unknown",
            say('the region is not made in "{key}"', key=key),
            texts.key_location(key),
            key_of((*texts.path, key)),
            say("add it to languages: ({near})", near=near_match(key, languages)),
        )
        for key in (texts.entries if texts else ())
        if key not in languages and texts
    ]


def _count_names(region: Node) -> list[Diagnostic]:
    """Counts with a name that templates know as something else."""
    counts = region.get("facts", "counts")
    return [
        Diagnostic(
            "count-name-taken",
            say("regio.{key} already is something else", key=key),
            counts.key_location(key),
            key_of((*counts.path, key)),
            "give it another name",
        )
        for key in (counts.entries if counts else ())
        if key in REGIO_NAMES and counts
    ]


def _check_words(sources: Sources, region: Node, problems: list[Diagnostic]) -> None:
    """A region's words must be words that the deck itself has."""
    base, own = sources.deck.get("region", "words"), region.get("words")
    if base is None or own is None:
        return
    problems.extend(
        Diagnostic(
            "word-unknown",
            say('the deck has no word "{key}" to replace', key=key),
            own.key_location(key),
            key_of((*own.path, key)),
            near_match(key, base.entries),
        )
        for key in own.entries
        if key not in base.entries
    )


def _unknown_languages(sources: Sources, region: Node) -> list[Diagnostic]:
    node = region.get("languages") if sources.languages else None
    return [
        Diagnostic(
            "language-unknown",
            say('the deck has no language "{text}"', text=item.text),
            item.location,
            key_of(item.path),
            near_match(item.text, sources.languages),
        )
        for item in (node.items if node else ())
        if item.text and item.text not in sources.languages
    ]
