"""The built-in deck's final texts as JSON, so that every tool draws the same."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from samenspel import builtin_deck
from samenspel.loading import open_project, select
from samenspel.model.cards import Card
from samenspel.project import first_pictures
from samenspel.questions import render

TINTS = {
    "ambitie": "#ffe3a1", "belangen": "#fbcabb", "relatie": "#c0e4d8",
    "organisatie": "#b7cbea", "proces": "#d0c6e3",
}  # fmt: skip
NEUTRAL = "#cfdedf"


def faces() -> list[dict[str, Any]]:
    """One entry a card: title, core, running text, questions, drawing and tint."""
    root = builtin_deck()
    project = open_project(root, root)
    deck = render(select(project, "basis", "nl"))
    cartoons = first_pictures(project, deck)
    return [_face(card, cartoons.get(card.id), root) for card in deck.cards]


def _face(card: Card, cartoon: str | None, root: Path) -> dict[str, Any]:
    content = card.content()
    text = content.get("text") or content.get("tip") or content.get("hint") or ""
    named = content.get("condition") or (content.get("conditions") or [""])[0]
    picture = cartoon or (f"pictograms/{named}.svg" if named else None)
    return {
        "title": content["title"],
        "core": content.get("core") or "",
        "text": " ".join(text) if isinstance(text, list) else text,
        "questions": content.get("questions") or content.get("questions_hint") or [],
        "picture": str(root / "assets" / picture) if picture else None,
        "tint": TINTS.get(named, NEUTRAL),
    }


def main() -> None:
    """Write the file that is named."""
    Path(sys.argv[1]).write_text(json.dumps(faces(), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
