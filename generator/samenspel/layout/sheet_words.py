"""How to print a sheet, in the words of an office printer's window, as the deck's labels say it."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.layout.wording import Wording, written
from samenspel.model.sheet import SheetPlan

HOW = ("cut-and-stack", "gutter-fold", "work-and-turn", "work-and-tumble", "booklet")
"""Schemes that ask for something beside printing."""


def how_to_print(plan: SheetPlan, labels: Mapping[str, str]) -> list[Wording]:
    """What to choose in the printer's window, and what to do with the sheets afterwards.

    The first is what goes wrong most often.
    """
    duplex = any(side.side == "back" for side in plan.sides)
    names: list[str] = [plan.flip] if duplex else []
    names += [plan.scheme] if plan.scheme in HOW else []
    return [sheet_word(labels, name) for name in (*names, "scale")]


def sheet_word(labels: Mapping[str, str], name: str) -> Wording:
    """The deck's words for a flip, a scheme, ``tiles`` or ``scale``."""
    return written(labels[key_of(name)], "@labels", key_of(name))


def key_of(name: str) -> str:
    """The label of a flip or a scheme."""
    return "print_" + name.replace("-", "_")


def calibration_words(
    labels: Mapping[str, str], flip: str, landscape: bool = False
) -> tuple[str, ...]:
    """The lines of a printer's test sheet, the command last.

    A printer that was tested on its side is kept by an option of its own.
    """
    option = "--landscape-offset" if landscape else "--back-offset"
    offsets = f"{option} {labels['test_offsets']}"
    return (
        f"{labels['test_print']}: {'; '.join(labels[key_of(name)] for name in (flip, 'scale'))}.",
        *(labels[f"test_{name}"] for name in ("upright", "lying", "edges")),
        f"samenspel printer add {labels['test_name']} {offsets} --margin {labels['test_edge']}",
    )
