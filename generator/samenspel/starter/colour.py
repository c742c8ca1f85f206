"""An accent colour as somebody writes it: a screen's hex, or press inks."""

from __future__ import annotations

import re

from samenspel.errors import UsageError
from samenspel.model.ink import Ink, screen_colour
from samenspel.saying import say


def accent_of(text: str) -> Ink:
    """The press colour of ``#e4572e`` or of ``0,72,68,2`` (cyan, magenta, yellow, black in %).

    A hex goes through the profile of the standard press, in whole percents. Raises UsageError
    (``accent-invalid``).
    """
    numbers = [part for part in re.split(r"[\s,/%]+", text.strip()) if part]
    if len(numbers) == 4 and all(re.fullmatch(r"\d{1,3}(\.\d+)?", part) for part in numbers):
        tints = [float(part) for part in numbers]
        if max(tints) <= 100:
            return Ink(*tints)
    elif screen := screen_colour(text):
        return _printed(screen)
    raise UsageError.of(
        "accent-invalid",
        say('"{text}" is not a colour', text=text),
        remedy='write a hex such as "#e4572e", or four percents of ink such as 0,72,68,2',
    )


def _printed(screen: str) -> Ink:
    from samenspel.builtin import builtin_deck
    from samenspel.loading import open_presets
    from samenspel.pipeline.screen_colours import printed_on
    from samenspel.presets import press_named

    shelf = open_presets(builtin_deck(), builtin_deck())
    press = press_named(shelf, "coated")
    return printed_on(shelf.asset(f"icc/{press.profile}"), press.ink_limit)(screen)
