"""Presses from YAML: a printing condition, and what one shop asks for beyond it.

A shop's file ``extends`` a condition (``extends: coated``) and holds only what the shop itself
says; key by key it lies on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.layers.overlay import merge
from samenspel.model.content import Content, Text
from samenspel.model.ink import ink_of
from samenspel.model.ordering import OneBack, Terms
from samenspel.model.places import key_of
from samenspel.model.region import Tints
from samenspel.model.style import (
    DieLine,
    Overridable,
    Override,
    PageOrder,
    Press,
    RichBlack,
    StandardName,
    TextAs,
)
from samenspel.saying import say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

Millimetres = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Above = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
Month = Annotated[str, StringConstraints(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$")]
Spot = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 _-]{0,40}$")]

PROCESS = frozenset({"cyan", "magenta", "yellow", "black", "all", "none"})
"""Names that a spot colour cannot have: they are plates of their own (ISO 32000-1, 8.6.6.4)."""

SEVERITIES = ("error", "warning", "info")


class RichBlackRow(Content):
    """The recipe for large black areas, and how wide an area has to be, in mm."""

    ink: Tints
    """What is printed instead of black alone."""
    least: Above = 4.0
    """How far across an area must be, in mm."""


class DieLineRow(Content):
    """The die line's plate; ``radius`` is the least that the shop cuts, in mm."""

    name: Spot = "CutContour"
    """The spot colour, as the shop spells it."""
    ink: Tints = Field(default=[0, 100, 0, 0])
    """What stands for it on a screen."""
    width: Above = 0.1
    """Of the line, in mm."""
    radius: Millimetres = 0.0
    """The least radius that the shop cuts, in mm."""


class OverrideRow(Content):
    """What a shop asks for otherwise, why, and where it says so."""

    value: Annotated[str, StringConstraints(min_length=1)]
    """A number, or a severity."""
    reason: Text
    """Why the shop asks for it."""
    source: Text
    """Where the shop says so."""


class OrderRow(Content):
    """What the shop says of orders."""

    one_back: OneBack = ""
    """How it takes a back that all cards share."""
    spares: Literal["", "white-pages"] = ""
    """How it counts cards beyond the deck."""
    tolerance: Above | None = None
    """How far the cut may be off, in mm."""
    products: str = ""
    """What it prints, in words."""
    papers: str = ""
    """On what, in words."""


class PressFile(Content):
    """``presets/presses/<name>.yaml``, with what it extends below it."""

    title: Text
    """What people call it."""
    profile: FileName
    """A file below ``assets/icc/``."""
    output_condition: Text
    """The characterisation's name in the registry."""
    registry: Text
    """The registry's address."""
    condition_info: Text
    """The condition in words."""
    ink_limit: Annotated[float, Field(ge=100, le=400)]
    """Total area coverage in percent."""
    bleed: Millimetres | None = None
    """In mm; none for the format's."""
    safe: Millimetres | None = None
    """In mm; none for the format's."""
    source: str = ""
    """Where the shop states this."""
    read: Month = ""
    """When that was read: year and month."""
    standard: StandardName = "PDF/X-4"
    """What files are built to."""
    text: TextAs = "live"
    """Text in fonts, or as outlines."""
    pages: PageOrder = "front-back"
    """How the cards' faces follow each other."""
    overprint: bool = True
    """Whether black text overprints."""
    transparency: bool = True
    """Whether it takes what is see-through, where the standard allows it."""
    rich_black: RichBlackRow | None = None
    """What prints large black areas; none for black alone."""
    die_line: DieLineRow | None = None
    """The line to stamp along; none without."""
    order: OrderRow = OrderRow()
    """What the shop says of orders."""
    overrides: dict[str, OverrideRow] = Field(default={})
    """Thresholds and severities that the shop sets otherwise."""


def press_node(
    root: Path,
    file: str,
    name: str,
    places: Mapping[str, tuple[Path, str]],
    problems: list[Diagnostic],
    below: tuple[str, ...] = (),
) -> Node | None:
    """A press's file on top of what it extends; ``places`` says where the others stand."""
    node = read_document(root, file, problems)
    parent = node.get("extends") if node else None
    if node is None or parent is None:
        return node
    chain = (*below, name)
    where = key_of(parent.path)
    if parent.text in chain:
        message = say("{names}: that never ends", names=" extends ".join((*chain, parent.text)))
        remedy = "extend a press that does not extend this one"
        problems.append(Diagnostic("press-extends", message, parent.location, where, remedy))
        return None
    if parent.text not in places:
        message = say('there is no press "{text}" to extend', text=parent.text)
        remedy = near_match(parent.text, places)
        problems.append(Diagnostic("press-extends", message, parent.location, where, remedy))
        return None
    base = press_node(*places[parent.text], parent.text, places, problems, chain)
    return merge(base, node.without("extends"), ("overrides",)) if base else None


def press_files(places: Mapping[str, tuple[Path, str]], name: str) -> Iterator[tuple[Path, str]]:
    """The file of a press that was read, with its root, then those of what it extends."""
    while name in places:
        yield places[name]
        node = read_document(*places[name], [])
        parent = node.get("extends") if node else None
        name = parent.text if parent else ""


def read_press(
    node: Node, name: str, known: Overridable | None, problems: list[Diagnostic]
) -> Press | None:
    """The press that a node describes, or ``None`` with a diagnostic for each mistake."""
    data = check(PressFile, node, problems)
    if data is None:
        return None
    problems.extend(_mistakes(data, node, known))
    rich, line = data.rich_black, data.die_line
    fields = data.model_dump(exclude={"rich_black", "die_line", "order", "overrides"})
    return Press(
        name=name,
        **fields,
        rich_black=RichBlack(ink_of(rich.ink), rich.least) if rich else None,
        die_line=DieLine(line.name, ink_of(line.ink), line.width, line.radius) if line else None,
        order=Terms(**data.order.model_dump()),
        overrides={
            key: Override(_value(row.value), row.reason, row.source)
            for key, row in data.overrides.items()
        },
    )


def _value(text: str) -> float | str:
    """A number, or a text as it is."""
    return float(text) if re.fullmatch(r"\d{1,6}(\.\d{1,4})?", text) else text


def _mistakes(data: PressFile, node: Node, known: Overridable | None) -> Iterator[Diagnostic]:
    if data.rich_black and sum(data.rich_black.ink) > data.ink_limit:
        message = say(
            "the rich black is {ink:g} % ink, over the {ink_limit:g} % of ink_limit",
            ink=sum(data.rich_black.ink),
            ink_limit=data.ink_limit,
        )
        yield _wrong(node, ("rich_black", "ink"), message, "lower its tints")
    if data.die_line and data.die_line.name.lower() in PROCESS:
        message = say('"{name}" is the name of a process plate', name=data.die_line.name)
        yield _wrong(node, ("die_line", "name"), message, "name the spot as the shop does")
    for key, row in data.overrides.items():
        yield from _override_mistakes(key, row, node, known)


def _override_mistakes(
    key: str, row: OverrideRow, node: Node, known: Overridable | None
) -> Iterator[Diagnostic]:
    """An unknown name, or a number where a severity should be and the reverse."""
    value = _value(row.value)
    number, severity = isinstance(value, float), value in SEVERITIES
    where = ("overrides", key, "value")
    if known and key not in known.thresholds | known.checks:
        names = node.get("overrides")
        assert names is not None
        message = say('preflight has no threshold or check "{key}"', key=key)
        remedy = near_match(key, known.thresholds | known.checks)
        place = key_of((*names.path, key))
        yield Diagnostic("press-override", message, names.key_location(key), place, remedy)
    elif known and key in known.thresholds and not number:
        yield _wrong(
            node, where, say("{key} is a threshold, and so a number", key=key), "write a number"
        )
    elif known and key in known.checks and not severity:
        remedy = say("write {severities}", severities=", ".join(SEVERITIES))
        yield _wrong(node, where, say("{key} is a check, and has a severity", key=key), remedy)
    elif not number and not severity:
        message = say('"{value}" is neither a number nor a severity', value=row.value)
        yield _wrong(
            node,
            where,
            message,
            say("write a number, or {severities}", severities=", ".join(SEVERITIES)),
        )


def _wrong(node: Node, path: tuple[str, ...], message: str, remedy: str) -> Diagnostic:
    spot = node.nearest(path)
    return Diagnostic("preset-value", message, spot.location, key_of(spot.path), remedy)
