"""Stage 1: a folder becomes a project, or every mistake in it is reported at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity, in_order, near_match
from samenspel.errors import ContentError, FileAccessError
from samenspel.layers.applying import (
    is_abstract,
    is_ready,
    overlaid,
    region_nodes,
)
from samenspel.layers.locks import broken_by_project, lock_problems
from samenspel.layers.shapes import BASE, DECK, DeckFile
from samenspel.layers.sources import Sources
from samenspel.loading.gone_cards import told_of_base
from samenspel.loading.languages import drafts_of, language_file
from samenspel.loading.models import model_node, model_problems
from samenspel.loading.regions import broken_regions
from samenspel.loading.selecting import checked_cards
from samenspel.model.places import key_of
from samenspel.model.region import RegionInfo
from samenspel.presets.looking_up import check_presets
from samenspel.problems import Problems
from samenspel.project.bases import base_of
from samenspel.project.gathering import gather
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.yaml.nodes import Node, from_plain
from samenspel.yaml.validation import check, without_id


def open_project(
    folder: Path, builtin: Path, regions: Collection[str] | None = None
) -> Project:
    """Read and check all files of the project in ``folder``.

    ``builtin`` is the root of the built-in deck, whose furniture words and assets serve where the
    project has none. Every region is checked in every language that it names, or, for who builds
    these alone, each of ``regions``; the others then count as sound. A mistake in one, or in a
    layer that it builds on, stops that region alone: it stands in ``broken`` and nowhere else.
    Raises FileAccessError (``project-not-found``), or, when anything but a region is wrong,
    ContentError with all mistakes of all files, sorted by file and line.
    """
    root = folder.resolve()
    if not (root / DECK).is_file():
        raise FileAccessError.of(
            "project-not-found",
            say("there is no {deck} in {folder}", deck=DECK, folder=folder),
            remedy="go to the folder of a deck, or make one from the built-in deck",
        )
    problems: list[Diagnostic] = Problems()
    sources = gather(root, builtin.resolve(), problems)
    deck = _checked_deck(sources, problems)
    _check_cards(sources, problems)
    problems.extend(lock_problems(sources))
    broken = broken_regions(sources, regions)
    check_presets(root, problems)
    sources.library.check_own(root)
    problems.extend(sources.library.problems)
    told = partial(told_of_base, root, builtin.resolve(), sources)
    noted = [one for one in problems if one.severity is Severity.WARNING]
    if len(noted) < len(problems) or deck is None:
        broken = broken if regions is None else broken_regions(sources)
        raise ContentError(in_order(told([*problems, *chain.from_iterable(broken.values())])))
    broken = {name: tuple(told(found)) for name, found in broken.items()}
    unready = tuple(name for name, node in sources.regions.items() if not is_ready(node))
    sound = {name: node for name, node in sources.regions.items() if name not in broken}
    sources = replace(sources, regions=sound)
    abstract = tuple(name for name, node in sources.regions.items() if is_abstract(node))
    return Project(
        root=root,
        builtin=builtin.resolve(),
        title=deck.title,
        edition=deck.edition,
        source_language=deck.source_language,
        languages=tuple(dict.fromkeys(deck.languages)),
        regions=(BASE, *(name for name in sources.regions if name not in abstract)),
        layers=abstract,
        unready=unready,
        broken=broken,
        drafts=drafts_of(sources),
        base=base_of(sources, builtin.resolve()),
        formats=tuple(dict.fromkeys(deck.formats)),
        products=tuple(dict.fromkeys(deck.products)),
        order=tuple(node.text for node in sources.listed),
        cards={language: tuple(cards) for language, cards in sources.cards.items()},
        sources=sources,
        warnings=in_order([*noted, *_unlisted(sources), *_unnamed_languages(root, sources)]),
    )


def open_presets(folder: Path, builtin: Path) -> Project:
    """The project in ``folder`` for its presets and assets alone; no text is read or checked."""
    nothing = from_plain({}, Location(DECK))
    return Project(
        root=folder.resolve(),
        builtin=builtin.resolve(),
        title="",
        edition="",
        source_language="",
        languages=(),
        regions=(),
        products=(),
        order=(),
        cards={},
        sources=Sources(nothing, {}, {}, {}, {}),
    )


def _checked_deck(sources: Sources, problems: list[Diagnostic]) -> DeckFile | None:
    node = sources.deck
    if not node.entries:
        return None  # unreadable: reported already
    region = node.get("region")
    if region is not None and region.entries:
        node = Node({**node.entries, "region": without_id(region, problems)}, node.location,
                    node.path, node.keys)  # fmt: skip
    model = model_node(node)
    if model is not None:
        node = Node({**node.entries, "model": model}, node.location, node.path, node.keys)
        problems.extend(model_problems(sources))
    deck = check(DeckFile, node, problems)
    if deck and deck.source_language not in deck.languages:
        place = node.entries["source_language"].location
        message = say(
            'the languages do not hold the source language "{source_language}"',
            source_language=deck.source_language,
        )
        problems.append(
            Diagnostic("language-unknown", message, place, "source_language",
                       near_match(deck.source_language, deck.languages))
        )  # fmt: skip
    return deck


def _check_cards(sources: Sources, problems: list[Diagnostic]) -> None:
    """The cards without a region in each language, and whether list and files agree."""
    base = sources.cards.get(sources.source_language, {})
    listed = {node.text for node in sources.listed}
    spare = [name for name in base if name not in listed] or list(base)
    for node in sources.listed:
        if node.text not in base and sources.source_language in sources.cards:
            message = say('there is no file for the card "{text}"', text=node.text)
            remedy = near_match(node.text, spare)
            problems.append(
                Diagnostic("card-missing", message, node.location, key_of(node.path), remedy)
            )
    for language in sources.cards:
        problems.extend(_strangers(sources, language, list(base)))
        language_file(sources, language, problems)
        for part in region_nodes(sources, language, BASE)[1:]:
            if sources.deck.get("region"):
                check(RegionInfo, part, problems)
        checked_cards(overlaid(sources, language, BASE, problems), sources.library, problems)
        problems.extend(broken_by_project(sources, language))
    problems.extend(_repeated(sources))


def _strangers(sources: Sources, language: str, known: list[str]) -> list[Diagnostic]:
    """Translated cards of which the source language has no card."""
    return [
        Diagnostic(
            "card-unknown",
            say(
                'the language {source_language} has no card "{name}"',
                source_language=sources.source_language,
                name=name,
            ),
            Location(node.location.file if node else f"cards/{language}"),
            "",
            near_match(name, known),
            subject=name,
        )
        for name, node in sources.cards[language].items()
        if name not in known
    ]


def _repeated(sources: Sources) -> list[Diagnostic]:
    """Cards other than those to write on that are listed on more than one line."""
    counts = Counter(node.text for node in sources.lines)
    base = sources.cards.get(sources.source_language, {})
    problems: list[Diagnostic] = []
    seen: set[str] = set()
    for node in sources.lines:
        kind = sources.kind_of(base.get(node.text))
        if node.text in seen and counts[node.text] > 1 and kind and not kind.fills:
            message = say('the card "{text}" is listed twice', text=node.text)
            remedy = say("list it once; for two of it, write {text} x2", text=node.text)
            problems.append(
                Diagnostic("card-repeated", message, node.location, key_of(node.path), remedy)
            )
        seen.add(node.text)
    return problems


def _unnamed_languages(root: Path, sources: Sources) -> list[Diagnostic]:
    """The folders with a language's furniture words that the deck does not name."""
    folders = sorted(file.parent.name for file in (root / "cards").glob("*/labels.yaml"))
    return [
        Diagnostic(
            "language-not-listed",
            say("cards/{name} holds a language that the deck is not made in", name=name),
            Location(f"cards/{name}/labels.yaml"),
            "",
            say("name it under languages: in {deck}, or leave it", deck=DECK),
            Severity.WARNING,
        )
        for name in folders
        if name not in sources.cards
    ]


def _unlisted(sources: Sources) -> list[Diagnostic]:
    """The cards that have a file and no place; what a base has and this deck drops is left out."""
    listed = {node.text for node in sources.listed}
    if sources.base is not None:  # a list of one's own would stand in the place of the base's
        listed |= set(sources.base.cards.get(sources.source_language, {}))
        remedy = "say in it, with after:, which card it follows, or leave it"
    else:
        remedy = say("list it under cards: in {deck}, or leave it", deck=DECK)
    cards = sources.cards.get(sources.source_language, {})
    return [
        Diagnostic(
            "card-not-listed",
            say('the card "{name}" is not in the deck', name=name),
            Location(node.location.file),
            "",
            remedy,
            Severity.WARNING,
        )
        for name, node in cards.items()
        if name not in listed and node
    ]
