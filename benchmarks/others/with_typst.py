"""The cards by Typst: ``python with_typst.py faces.json cards.pdf``."""

from __future__ import annotations

import sys
from pathlib import Path

import typst

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
SOURCE = """\
#set page(width: 111mm, height: 154mm, margin: 0mm)
#set text(font: "Atkinson Hyperlegible Next", lang: "nl", size: 10pt, hyphenate: false)
#set par(leading: 0.5em)
#let heading-face(size, it) = text(font: "Bricolage Grotesque 96pt", weight: 800, size: size, it)
#let faces = json(sys.inputs.faces)
#for face in faces [
  #place(rect(width: 111mm, height: 94mm, fill: rgb(face.tint)))
  #if face.picture != none { place(dx: 14mm, dy: 6mm, image(face.picture, width: 83mm)) }
  #place(dx: 11mm, dy: 104mm, block(width: 89mm)[
    #heading-face(25pt, face.title)
    #v(3mm, weak: true)
    #text(size: 12.5pt, weight: 600, face.core)
  ])
  #pagebreak()
  #place(rect(width: 111mm, height: 30mm, fill: rgb(face.tint)))
  #place(dx: 11mm, dy: 14mm, heading-face(16pt, face.title))
  #place(dx: 11mm, dy: 36mm, block(width: 89mm)[
    #face.text
    #for (n, question) in face.questions.enumerate() [
      #grid(columns: (9mm, 80mm), heading-face(20pt, str(n + 1)),
        text(size: 13.5pt, weight: 600, question))
    ]
  ])
  #pagebreak(weak: true)
]
"""


def main() -> None:
    """Read the faces, compile, write."""
    faces, target = (Path(name).resolve() for name in sys.argv[1:3])
    source = target.with_suffix(".typ")
    source.write_text(SOURCE, encoding="utf-8")
    typst.compile(
        source, output=target, root="/", font_paths=[FONTS], ignore_system_fonts=True,
        sys_inputs={"faces": str(faces)},
    )  # fmt: skip


if __name__ == "__main__":
    main()
