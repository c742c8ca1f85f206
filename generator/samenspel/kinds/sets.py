"""``sets/<name>.yaml``: the choices of a set with their names, colours and pictures."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Said

from samenspel.diagnostics import Diagnostic
from samenspel.model.content import Content, Text
from samenspel.model.ink import BLACK, FLARE, PAPER, Ink, ink_of, readable_on
from samenspel.model.kind import Choice, ChoiceSet
from samenspel.model.region import Tints
from samenspel.model.style import ConditionStyle
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check


class InksFile(Content):
    """The colours of one choice."""

    strong: Tints = Said(
        description="De kleur zelf: procenten cyaan, magenta, geel en zwart, of een hex."
    )
    tint: Tints | None = Said(default=None, description="Een lichte ondergrond in die kleur.")
    deep: Tints | None = Said(default=None, description="Voor grote letters op papier.")
    on_strong: Literal["black", "white"] | None = Said(
        default=None, description="De tekst op strong; anders wat het best te lezen is."
    )


class ChoiceFile(Content):
    """One choice."""

    name: Text | None = Said(default=None, description="De naam; anders de sleutel zelf.")
    inks: InksFile | None = Said(default=None, description="De kleuren.")
    large: Text | None = Said(default=None, description="Het plaatje in kleur, onder assets/.")
    small: Text | None = Said(default=None, description="Het plaatje op een paar millimeter.")
    reversed: Text | None = Said(default=None, description="Het kleine plaatje in wit.")


class SetFile(Content):
    """``sets/<name>.yaml``."""

    title: Text = Said(description="Hoe de keuzes samen heten.")
    choices: dict[str, ChoiceFile | None] = Said(
        min_length=1, description="De keuzes, in volgorde."
    )


def set_of(name: str, node: Node, problems: list[Diagnostic]) -> ChoiceSet | None:
    """The set in a file, or ``None`` with its mistakes among ``problems``."""
    whole = node
    choices = node.get("choices")
    if choices is not None and choices.entries:  # a choice of which nothing more is said
        said = {key: one if one.value is not None else Node({}, one.location, one.path)
                for key, one in choices.entries.items()}  # fmt: skip
        whole = Node({**node.entries, "choices": Node(said, choices.location, choices.path,
                                                      choices.keys)},
                     node.location, node.path, node.keys)  # fmt: skip
    data = check(SetFile, whole, problems)
    if data is None:
        return None
    made = {key: _choice(key, one or ChoiceFile()) for key, one in data.choices.items()}
    return ChoiceSet(name, data.title, made, node.location)


def _choice(key: str, said: ChoiceFile) -> Choice:
    return Choice(
        id=key,
        name=said.name or key[:1].upper() + key[1:],
        style=style_of(said.inks) if said.inks else None,
        large=said.large or "",
        small=said.small or said.large or "",
        reversed=said.reversed or "",
    )


TINT = 0.3
"""How strong the light ground is that follows from a colour."""

DARK = 0.14
"""Lettering of this lightness stands out well enough from paper."""


ON_TINT = 5.0
"""The contrast of lettering on the light ground of its own colour: 4.5 is asked for (WCAG 2.2), and
what is measured on a press may differ a little from what is reckoned here."""


def darkened(ink: Ink, tint: Ink) -> Ink:
    """A colour with as much black as makes it legible on paper and on its own light ground."""
    for black in range(round(ink.k), 101, 5):
        darker = Ink(ink.c, ink.m, ink.y, max(ink.k, black))
        on_tint = (tint.lightness + FLARE) / (darker.lightness + FLARE)
        if darker.lightness <= DARK and on_tint >= ON_TINT:
            return darker
    return BLACK


def style_of(said: InksFile) -> ConditionStyle:
    """Colours with what follows from ``strong`` where no more is said."""
    strong = ink_of(said.strong)
    tint = ink_of(said.tint) if said.tint else strong.tint(TINT)
    named = {"black": BLACK, "white": PAPER}
    return ConditionStyle(
        strong=strong,
        tint=tint,
        deep=ink_of(said.deep) if said.deep else darkened(strong, tint),
        on_strong=named[said.on_strong] if said.on_strong else readable_on(strong),
    )
