"""The pages that are drawn in code: a front and a back for each kind that needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samenspel.layout.designs import background, howto, model
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid

Design = Callable[[FormatLayout, Any], Laid]
"""Makes one page of a card and says all that was found; it changes nothing."""

DESIGNS: dict[str, tuple[Design, Design]] = {
    "howto": (howto.front, howto.back),
    "model": (model.front, model.back),
    "background": (background.front, background.back),
}
"""Kind of card to its front and back."""
