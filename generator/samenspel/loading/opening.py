"""Stage 1: a folder becomes a project, or every mistake in it is reported at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity, near_match
from samenspel.errors import ContentError, FileAccessError
from samenspel.layers.applying import (
    chain_problems,
    is_abstract,
    is_ready,
    is_sound,
    layers,
    overlaid,
    region_nodes,
)
from samenspel.layers.locks import broken_by_project, broken_by_region, lock_problems
from samenspel.layers.shapes import BASE, DECK, REGIO_NAMES, DeckFile, RegionFile
from samenspel.layers.sources import Sources
from samenspel.loading.languages import language_file
from samenspel.loading.models import model_node, model_problems
from samenspel.loading.selecting import checked_cards
from samenspel.model.places import key_of
from samenspel.model.region import NAMED, RegionInfo
from samenspel.presets.looking_up import check_presets
from samenspel.project.bases import base_of
from samenspel.project.gathering import gather
from samenspel.project.project import Project
from samenspel.yaml.nodes import Node, from_plain
from samenspel.yaml.validation import EMPTY, check, without_id


def open_project(folder: Path, builtin: Path) -> Project:
    """Read and check all files of the project in ``folder``.

    ``builtin`` is the root of the built-in deck, whose furniture words and assets serve where the
    project has none. Raises FileAccessError (``project-not-found``), or ContentError with all
    mistakes of all files, sorted by file and line. Every region is checked in every language that
    it names, so a broken region file is reported here and not at the first build of that region.
    """
    root = folder.resolve()
    if not (root / DECK).is_file():
        raise FileAccessError.of(
            "project-not-found",
            f"there is no {DECK} in {folder}",
            remedy="go to the folder of a deck, or make one from the built-in deck",
        )
    problems: list[Diagnostic] = []
    sources = gather(root, builtin.resolve(), problems)
    deck = _checked_deck(sources, problems)
    _check_cards(sources, problems)
    problems.extend(lock_problems(sources))
    _check_regions(sources, problems)
    check_presets(root, problems)
    sources.library.check_own(root)
    problems.extend(sources.library.problems)
    if problems or deck is None:
        raise ContentError(in_order(problems))
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
        unready=tuple(name for name, node in sources.regions.items() if not is_ready(node)),
        base=base_of(sources, builtin.resolve()),
        formats=tuple(dict.fromkeys(deck.formats)),
        products=tuple(dict.fromkeys(deck.products)),
        order=tuple(node.text for node in sources.listed),
        cards={language: tuple(cards) for language, cards in sources.cards.items()},
        sources=sources,
        warnings=in_order(_unlisted(sources)),
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


def in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file and line, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=_rank))


def _rank(problem: Diagnostic) -> tuple[Location, str, str]:
    return problem.location or Location(""), problem.key, problem.code


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
        message = f'the languages do not hold the source language "{deck.source_language}"'
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
            message = f'there is no file for the card "{node.text}"'
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
            f'the language {sources.source_language} has no card "{name}"',
            Location(node.location.file if node else f"cards/{language}"),
            "",
            near_match(name, known),
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
            message = f'the card "{node.text}" is listed twice'
            remedy = f"list it once; for two of it, write {node.text} x2"
            problems.append(
                Diagnostic("card-repeated", message, node.location, key_of(node.path), remedy)
            )
        seen.add(node.text)
    return problems


def _unlisted(sources: Sources) -> list[Diagnostic]:
    listed = {node.text for node in sources.listed}
    cards = sources.cards.get(sources.source_language, {})
    return [
        Diagnostic("card-not-listed", f'the card "{name}" is not in the deck',
                   Location(node.location.file), "", f"list it under cards: in {DECK}, or leave it",
                   Severity.WARNING)
        for name, node in cards.items()
        if name not in listed and node
    ]  # fmt: skip


def _check_regions(sources: Sources, problems: list[Diagnostic]) -> None:
    problems.extend(chain_problems(sources))
    for name, node in sources.regions.items():
        if node is None:
            continue
        shape = check(RegionFile, without_id(node, problems), problems)
        _check_words(sources, node, problems)
        problems.extend(_unknown_languages(sources, node))
        problems.extend(_count_names(node))
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
                check(RegionInfo, region_nodes(sources, language, name)[1], problems)
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
        else Diagnostic("field-missing", f'the key "{key}" is missing', region.location, key,
                        f"add a line {key}: with its value")
        for key in NAMED
        if key not in given
    ]  # fmt: skip


def _unheard_texts(region: Node | None, languages: list[str]) -> list[Diagnostic]:
    """Texts in a language that the region is not made in."""
    texts = region.get("texts") if region else None
    return [
        Diagnostic("language-unknown", f'the region is not made in "{key}"',
                   texts.key_location(key), key_of((*texts.path, key)),
                   f"add it to languages: ({near_match(key, languages)})")
        for key in (texts.entries if texts else ())
        if key not in languages and texts
    ]  # fmt: skip


def _count_names(region: Node) -> list[Diagnostic]:
    """Counts with a name that templates know as something else."""
    counts = region.get("facts", "counts")
    return [
        Diagnostic("count-name-taken", f'regio.{key} already is something else',
                   counts.key_location(key), key_of((*counts.path, key)), "give it another name")
        for key in (counts.entries if counts else ())
        if key in REGIO_NAMES and counts
    ]  # fmt: skip


def _check_words(sources: Sources, region: Node, problems: list[Diagnostic]) -> None:
    """A region's words must be words that the deck itself has."""
    base, own = sources.deck.get("region", "words"), region.get("words")
    if base is None or own is None:
        return
    problems.extend(
        Diagnostic("word-unknown", f'the deck has no word "{key}" to replace',
                   own.key_location(key), key_of((*own.path, key)), near_match(key, base.entries))
        for key in own.entries
        if key not in base.entries
    )  # fmt: skip


def _unknown_languages(sources: Sources, region: Node) -> list[Diagnostic]:
    node = region.get("languages") if sources.languages else None
    return [
        Diagnostic("language-unknown", f'the deck has no language "{item.text}"', item.location,
                   key_of(item.path), near_match(item.text, sources.languages))
        for item in (node.items if node else ())
        if item.text and item.text not in sources.languages
    ]  # fmt: skip
