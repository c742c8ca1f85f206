"""Card designs: one front and one back for each kind of card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samenspel.layout.designs import background, condition, cover, howto, model, reminder, writing
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid

Design = Callable[[FormatLayout, Any], Laid]
"""Makes one page of a card and says all that was found; it changes nothing."""

DESIGNS: dict[str, tuple[Design, Design]] = {
    "reminder": (reminder.front, reminder.back),
    "condition": (condition.front, condition.back),
    "cover": (cover.front, cover.back),
    "howto": (howto.front, howto.back),
    "model": (model.front, model.back),
    "agreement": (writing.agreement_front, writing.agreement_back),
    "background": (background.front, background.back),
    "blank": (writing.blank_front, writing.blank_back),
}
"""Kind of card to its front and back."""
