"""Build hook: puts the built-in deck inside real wheels.

An editable install gets none: there the checkout itself is the built-in deck, and a copy would grow
stale. Which folders: what a deck project consists of.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("cards", "assets", "editions", "examples", "press-art")
"""``editions`` holds older editions of the deck, when there are any; ``examples`` other decks;
``press-art`` the deck's drawings ready for the press, when ``tools/ship_art.py`` made them."""


class BuiltinDeckHook(BuildHookInterface):  # type: ignore[misc, unused-ignore]
    """Adds ``cards/`` and ``assets/`` as ``samenspel/_builtin/``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it packs; ``version`` is ``standard`` or ``editable``."""
        if version == "editable":
            return
        root = Path(self.root)
        if not (root / "cards" / "deck.yaml").is_file():
            raise FileNotFoundError("cards/deck.yaml: a wheel without the built-in deck is no use")
        for folder in FOLDERS:
            if not (root / folder).is_dir():
                continue
            build_data["force_include"][str(root / folder)] = f"samenspel/_builtin/{folder}"
