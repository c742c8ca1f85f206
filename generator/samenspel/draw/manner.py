"""How a press wants pages drawn."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.model.style import Press, RichBlack


@dataclass(frozen=True, slots=True)
class Manner:
    """``outlined`` text is paths; ``overprint`` allows black text and thin lines to overprint."""

    outlined: bool = False
    overprint: bool = True
    rich_black: RichBlack | None = None


PLAIN = Manner()


def manner_of(press: Press) -> Manner:
    """What a press asks of its pages."""
    return Manner(press.text == "outlined", press.overprint, press.rich_black)
