"""Options that say what cards and boxes are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import click

from samenspel.cli.which_deck import Command
from samenspel.model.ordering import BOXES, CORES, LAMINATIONS, Making

_NAMES = tuple(field.name for field in fields(Making))

_BOX = click.option(
    "--box", type=click.Choice(BOXES), default="tuck", show_default=True,
    help="The box that each deck comes in.",
)  # fmt: skip
_BOARD: Sequence[Callable[[Any], Any]] = (
    click.option(
        "--grammage", type=click.IntRange(80, 900), default=350, show_default=True,
        metavar="NUMBER", help="Weight of the cards' board in g/m².",
    ),
    click.option(
        "--bulk", type=click.FloatRange(0.5, 3), default=1.25, show_default=True, metavar="NUMBER",
        help="Thickness of the board for its weight, in cm³/g; your shop knows it.",
    ),
    click.option(
        "--lamination", type=click.Choice(LAMINATIONS),
        help="A film on both sides.  [default: matt, or none when cards are written on]",
    ),
    _BOX,
)  # fmt: skip
_REST: Sequence[Callable[[Any], Any]] = (
    click.option(
        "--core", type=click.Choice(CORES), default="white", show_default=True,
        help="A black core lets no light through.",
    ),
    click.option("--hole", is_flag=True, help="A hole of 5 mm in a corner, for a ring."),
    click.option(
        "--printed-proof/--no-printed-proof", default=True,
        help="Whether you want a printed proof first.  [default: yes]",
    ),
    click.option(
        "--spares", type=click.IntRange(0, 200), default=0, show_default=True, metavar="NUMBER",
        help="White cards that each deck has beyond the printed ones; as pages in the file where "
        "the press counts them so.",
    ),
    click.option(
        "--poster-grammage", type=click.IntRange(60, 400), default=170, show_default=True,
        metavar="NUMBER", help="Weight of the paper of posters in g/m².",
    ),
)  # fmt: skip


def board_options(command: Command) -> Command:
    """What decides how high a deck lies, and so how deep its box is."""
    for option in reversed(_BOARD):
        command = option(command)
    return command


def making_options(command: Command) -> Command:
    """All that a shop has to know of how a deck is made."""
    for option in reversed((*_BOARD, *_REST)):
        command = option(command)
    return command


def taken_making(wanted: dict[str, Any]) -> Making:
    """What the options said, taken out of what a command was given."""
    return Making(**{name: wanted.pop(name) for name in _NAMES if name in wanted})
