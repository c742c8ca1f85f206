"""The cards as one HTML page, with its style: for tools that print HTML."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FACES = {
    "head": "BricolageGrotesque-ExtraBold.ttf",
    "body": "AtkinsonHyperlegibleNext-Regular.ttf",
    "semi": "AtkinsonHyperlegibleNext-SemiBold.ttf",
}
STYLE = """
@page { size: 111mm 154mm; margin: 0 }
body { margin: 0; font: 10pt/1.35 body }
section { position: relative; height: 154mm; page-break-after: always }
.panel { position: absolute; left: 0; top: 0; width: 111mm; height: 94mm }
.band { position: absolute; left: 0; top: 0; width: 111mm; height: 30mm }
img { position: absolute; left: 14mm; top: 6mm; width: 83mm }
.low, .body, .bandtitle { position: absolute; left: 11mm; width: 89mm; margin: 0 }
.low { top: 100mm } .body { top: 36mm } .bandtitle { top: 14mm; font: 16pt head }
h1 { font: 25pt/1.02 head; margin: 0 0 3mm } .core { font: 12.5pt/1.26 semi; margin: 0 }
li { font: 13.5pt/1.2 semi; margin: 0 0 5mm }
"""


def _face(one: dict[str, Any]) -> str:
    """Front and back of one card."""
    picture = f'<img src="file://{one["picture"]}">' if one["picture"] else ""
    title, core, text = (escape(one[key]) for key in ("title", "core", "text"))
    questions = "".join(f"<li>{escape(question)}</li>" for question in one["questions"])
    return (
        f'<section><div class="panel" style="background:{one["tint"]}"></div>{picture}'
        f'<div class="low"><h1>{title}</h1><p class="core">{core}</p></div></section>'
        f'<section><div class="band" style="background:{one["tint"]}"></div>'
        f'<p class="bandtitle">{title}</p><div class="body"><p>{text}</p>'
        f"<ol>{questions}</ol></div></section>"
    )


def styled(faces: Path) -> tuple[str, str]:
    """The body and its style; ``faces`` is the file with the texts."""
    cards = json.loads(faces.read_text(encoding="utf-8"))
    fonts = "".join(
        f'@font-face {{ font-family: {name}; src: url("{FONTS.as_uri()}/{file}") }}'
        for name, file in FACES.items()
    )
    return "".join(_face(one) for one in cards), f"{fonts}{STYLE}"


def page(faces: Path) -> str:
    """A whole page that carries its style."""
    body, style = styled(faces)
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style><body>{body}'
