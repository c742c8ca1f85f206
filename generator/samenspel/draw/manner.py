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
    layers: bool = True
    """Whether the standard knows layers (optional content), which came with PDF 1.5."""
    whole_fonts: bool = True
    """Whether fonts say what each code means, as a file that is read aloud needs (ISO 14289-1)."""


PLAIN = Manner()


def manner_of(press: Press) -> Manner:
    """What a press asks of its pages."""
    layers = press.standard == "PDF/X-4"
    return Manner(press.text == "outlined", press.overprint, press.rich_black, layers, layers)
