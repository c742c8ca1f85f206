"""The words of what comes after the texts: trying a deck, having it looked at, checking files."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.saying import say

WORDS_AFTER: Mapping[str, str] = {
    "wing_cards": say("The cards"),
    "wing_region": say("Your region"),
    "wing_try": say("Try it"),
    "wing_make": say("Have it made"),
    "try_title": say("Try it"),
    "try_how": say(
        "Play with the deck before it is printed: draw, turn, lay out. These are the pages as they "
        "come from the press."
    ),
}  # fmt: skip
