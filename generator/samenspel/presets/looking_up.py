"""Formats, themes, presses and papers from YAML: the project's own first, then samenspel's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.errors import ContentError, UsageError
from samenspel.gate import folder_names
from samenspel.kinds.sets import style_of
from samenspel.model.deck import Deck
from samenspel.model.ink import Ink, ink_of
from samenspel.model.places import key_of
from samenspel.model.region import RegionInfo
from samenspel.model.sheet import Paper
from samenspel.model.style import Format, NamedFont, Overridable, Press, Theme, TypeSize
from samenspel.presets.files import EMPHASIS, ROLES, FormatFile, ThemeFile
from samenspel.presets.papers import read_paper
from samenspel.presets.presses import press_files, press_node, read_press
from samenspel.problems import Problems
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

Kind = Literal["formats", "themes", "presses", "papers"]
KINDS: tuple[Kind, ...] = ("formats", "themes", "presses", "papers")
SINGLE: dict[Kind, str] = {
    "formats": "format", "themes": "theme", "presses": "press", "papers": "paper",
}  # fmt: skip
SHIPPED = Path(__file__).resolve().parent.parent

SYMBOLS = "SamenspelSymbols.ttf"
"""Stands behind every chain of a theme that names no ``fallback``: arrows, ticks, boxes, signs."""


def names(project: Project, kind: Kind) -> list[str]:
    """The names of all presets of a kind, sorted."""
    return sorted({*_files(SHIPPED, kind), *_files(project.root, kind)})


def format_named(project: Project, name: str) -> Format:
    """The format of that name. Raises UsageError (``preset-unknown``) and ContentError."""
    return _preset(project, "formats", name, _format)


def theme_named(project: Project, name: str) -> Theme:
    """The theme of that name. Raises UsageError (``preset-unknown``) and ContentError."""
    return _preset(project, "themes", name, _theme)


def press_named(project: Project, name: str, known: Overridable | None = None) -> Press:
    """The press of that name. Raises UsageError (``preset-unknown``) and ContentError.

    With ``known``, overrides of names that preflight does not know are mistakes too.
    """
    return _preset(project, "presses", name, partial(_press, known=known))


def paper_named(project: Project, name: str) -> Paper:
    """The paper of that name. Raises UsageError (``preset-unknown``) and ContentError."""
    return _preset(project, "papers", name, read_paper)


def region_theme(theme: Theme, region: RegionInfo) -> Theme:
    """The theme with a region's accents in place of the drawings' colours of those names.

    The theme's ``accent`` follows the palette colour that it equals, and so a region's new coral.
    """
    new: dict[str, Ink] = {
        name: ink_of(tints) for name, tints in region.accents.items() if name in theme.palette
    }
    accent = next((new[n] for n in new if theme.palette[n] == theme.accent), theme.accent)
    return replace(theme, palette={**theme.palette, **new}, accent=accent)


def deck_theme(theme: Theme, deck: Deck) -> Theme:
    """The theme with the colours of the deck's model and the accents of its region.

    A theme that gives a condition other colours has its way.
    """
    own = deck.model.conditions if deck.model else {}
    colours = {name: one.style for name, one in own.items() if one.style}
    chosen = {name: theme.conditions.get(name, style) for name, style in colours.items()}
    return region_theme(replace(theme, conditions=chosen or theme.conditions), deck.region)


def check_presets(root: Path, problems: list[Diagnostic]) -> None:
    """Read all presets in a project's own folder, to find their mistakes."""
    for kind in KINDS:
        for name, file in _files(root, kind).items():
            try:
                _READERS[kind](root, file, name)
            except ContentError as error:
                problems.extend(error.diagnostics)


def _files(root: Path, kind: Kind) -> dict[str, str]:
    """Name to path below ``root`` of the presets of a kind."""
    folder = f"presets/{kind}"
    found = folder_names(root, folder)
    return {
        name.removesuffix(".yaml"): f"{folder}/{name}" for name in found if name.endswith(".yaml")
    }


def preset_files(root: Path, kind: Kind, name: str) -> list[tuple[Path, str]]:
    """The files of the preset that serves a project, each below the root that it stands in.

    Of a press, those that it extends too.
    """
    if kind == "presses":
        return list(press_files(_press_places(root), name))
    found = ((place, _files(place, kind).get(name)) for place in (root, SHIPPED))
    return [(place, file) for place, file in found if file][:1]


T = TypeVar("T")


def _preset(project: Project, kind: Kind, name: str, reader: Callable[[Path, str, str], T]) -> T:
    for root in (project.root, SHIPPED):
        file = _files(root, kind).get(name)
        if file:
            return reader(root, file, name)
    message = say('there is no {single} "{name}"', single=say(SINGLE[kind]), name=name)
    raise UsageError(
        Diagnostic("preset-unknown", message, remedy=near_match(name, names(project, kind)))
    )


def _read(root: Path, file: str, model: type[Any]) -> tuple[Any, Node]:
    problems: list[Diagnostic] = Problems()
    node = read_document(root, file, problems)
    data = check(model, node, problems) if node else None
    if problems or data is None or node is None:
        raise ContentError(problems)
    return data, node


def _format(root: Path, file: str, name: str) -> Format:
    data, node = _read(root, file, FormatFile)
    rows = {role: TypeSize(*row) for role, row in data.type.model_dump().items()}
    problems = [
        _wrong(
            node,
            ("type", role, 1),
            say(
                "the minimum is larger than the design size ({minimum:g} > {design:g})",
                minimum=size.minimum,
                design=size.design,
            ),
            "write [design, minimum, leading]",
        )
        for role, size in rows.items()
        if size.minimum > size.design
    ]
    if 2 * data.margin >= min(data.width, data.height):
        problems.append(_wrong(node, ("margin",), "the margins leave no room", "make it smaller"))
    if data.margin < data.safe:
        message = say(
            "the margin lies in the safe zone ({margin:g} < {safe:g} mm)",
            margin=data.margin,
            safe=data.safe,
        )
        problems.append(_wrong(node, ("margin",), message, "make it at least as wide as safe"))
    if problems:
        raise ContentError(problems)
    fields = data.model_dump(exclude={"type", "drop"})
    return Format(name=name, type=rows, drop=frozenset(data.drop), **fields)


def font_chain(node: Node | None) -> tuple[NamedFont, ...]:
    """The font files that a key names, one or several, in their order."""
    if node is None:
        return ()
    return tuple(
        NamedFont(one.text, one.location, key_of(one.path)) for one in node.items or (node,)
    )


def _fonts(node: Node) -> dict[str, tuple[NamedFont, ...]]:
    found = {role: font_chain(node.get("fonts", role)) for role in (*ROLES, *EMPHASIS)}
    return {role: fonts or found[EMPHASIS[role]] for role, fonts in found.items()}


def _theme(root: Path, file: str, name: str) -> Theme:
    data, node = _read(root, file, ThemeFile)
    screen = {key: entry.screen.lower() for key, entry in data.palette.items()}
    seen: dict[str, str] = {}
    for key, colour in screen.items():
        if seen.setdefault(colour, key) != key:
            message = say(
                "{seen} has the same screen colour {colour}", seen=seen[colour], colour=colour
            )
            where = ("palette", key, "screen")
            raise ContentError(_wrong(node, where, message, "give each its own screen colour"))
    return Theme(
        name=name,
        paper_tint=ink_of(data.paper_tint),
        accent=ink_of(data.accent),
        conditions={key: style_of(inks) for key, inks in data.conditions.items()},
        palette={key: ink_of(entry.ink) for key, entry in data.palette.items()},
        screen=screen,
        fonts=_fonts(node),
        features=data.features,
        fallback=font_chain(node.get("fonts", "fallback")) or (NamedFont(SYMBOLS),),
    )


def _press(root: Path, file: str, name: str, known: Overridable | None = None) -> Press:
    problems: list[Diagnostic] = Problems()
    node = press_node(root, file, name, _press_places(root), problems)
    press = read_press(node, name, known, problems) if node else None
    if problems or press is None:
        raise ContentError(problems)
    return press


def _press_places(root: Path) -> dict[str, tuple[Path, str]]:
    """Where each press stands that one below ``root`` may extend; its own come first."""
    places = (root, SHIPPED)
    return {
        name: (place, file)
        for place in reversed(places)
        for name, file in _files(place, "presses").items()
    }


def _wrong(node: Node, path: tuple[str | int, ...], message: str, remedy: str) -> Diagnostic:
    spot = node.nearest(path)
    return Diagnostic("preset-value", message, spot.location, key_of(spot.path), remedy)


_READERS: dict[Kind, Callable[[Path, str, str], Any]] = {
    "formats": _format,
    "themes": _theme,
    "presses": _press,
    "papers": read_paper,
}
