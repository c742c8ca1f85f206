"""Every part that a kind may name, with what it may say and without: where all of it stands.

What each number must be is told by tests of the parts; this holds all of it together, in two
formats, so that a page never changes without anybody having said so.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests import goldens
from tests.projects import DECK, write
from tests.unit.kinds.test_pages import laid_of

FIELDS = """\
title: Proef
colour: kracht
fields:
  title: {}
  kracht: {set: krachten}
  krachten: {set: krachten, count: 1-4, optional: true}
  core: {optional: true}
  text: {optional: true}
  ways: {list: text, optional: true}
  asks: {list: question, optional: true}
  rows: {list: {what: text, much: text}, optional: true}
  link: {type: link, optional: true}
  power: {type: number, optional: true}
  share: {type: decimal, optional: true}
  fields: {type: lines, optional: true}
  foto: {type: picture, optional: true}
labels: {kop: Kop}
types: {regel: [11, 8, 1.2]}
front:
  - ground: paper
"""
SET = """\
title: Krachten
choices:
  aarde:
    name: Aarde
    inks: {strong: [2, 62, 74, 0]}
    large: pictograms/belangen.svg
    small: pictograms/belangen-klein.svg
  water:
    name: Water
    inks: {strong: [60, 10, 0, 0], tint: [20, 0, 0, 0], deep: [100, 40, 0, 30]}
    large: pictograms/relatie.svg
    small: pictograms/relatie-klein.svg
  vuur:
    name: Vuur
    inks: {strong: [0, 80, 90, 0]}
    small: pictograms/proces-klein.svg
"""
CARD = """\
title: Waar het water stijgt
kracht: water
krachten: [aarde, water, vuur]
core: Wie luistert, hoort **meer** dan er wordt gezegd, en wie wacht ook.
text: >-
  De eerste zin staat hier. De tweede zin is wat langer, want zo gaat dat met tweede zinnen in een
  verantwoordelijkheidsgevoelige omgeving. En de derde *zin* is kort.
ways: [Lees voor, "Geef om de beurt antwoord zonder dat een ander iets zegt", Sluit af]
asks: [Wat hoor jij?, "Wat horen wij als niemand iets zegt en iedereen naar buiten kijkt?"]
rows: [{what: Uien, much: 200 g}, {what: Rode linzen uit het blik van gisteren, much: "2"}]
link: https://voorbeeld.nl/kaart
power: 3
share: 0.35
fields: [{label: Wie, lines: 2}, {label: Wanneer, lines: 1}]
foto: photos/nacht.jpg
"""
FRONTS = {
    "vlakken": """\
  - panel: navy 20%
    id: head
    top: 0mm
    bottom: 30%
  - panel: {ink: tint, shape: hill}
    bottom: 20%
  - {panel: {ink: strong, shape: ellipse}, left: 20, width: 40, top: 50, height: 20}
  - {panel: {ink: deep, shape: circle}, left: 60, width: 30, top: 50, height: 20}
  - panel: {ink: tint, radius: 3, frame: accent, line: 0.8}
    in: inner
    inset: 4
    top: 80
    height: 20
  - {panel: {frame: grey}, left: 50% - 10, right: 60mm, top: 105, bottom: 115}
  - {panel: {ink: paper, opacity: 70%}, in: head, inset: 6}
  - {rule: accent, top: 118}
  - {rule: {ink: navy, line: 0.7, down: true}, left: 30, top: 118, bottom: 130}
  - badge: {text: "3", x: margin + 8, y: head.bottom, radius: 8, ring: 1.1, ink: strong}
  - badge: {text: "10", x: 60, y: head.bottom, radius: 6, ink: deep}
  - badge: {icon: kracht.small, x: 80, y: head.bottom, radius: 5, ink: tint}
""",
    "plaatjes": """\
  - panel: tint
    id: boven
    top: 0mm
    bottom: 45%
  - {picture: foto, in: boven, mode: fill, focus: 30% 60%}
  - {picture: kracht.large, in: boven, inset: 16, ink: tint}
  - {picture: {art: foto, shape: circle, mode: fill}, left: 20, width: 30, top: 75, height: 25}
  - {picture: {art: foto, mode: whole}, left: 55, width: 30, top: 75, height: 25, turn: 90}
  - pattern: {art: [kracht.small, pictograms/ambitie-klein.svg], step: 12, size: 7}
    left: 10
    width: 50
    top: 105
    bottom: 140
  - pattern: {art: kracht.small, step: 9, size: 9, seamless: true, ink: tint}
    left: 62
    right: 97
    top: 105
    height: 20
""",
    "hoeken": """\
  - {id: band, band: {title: "{{ title }}", label: "{{ kracht }}", icons: krachten, ink: strong}}
  - index: {text: "{{ n }}", icon: kracht.small, corner: bottom right, ground: tint}
  - index: {text: "7", icon: kracht.small, corner: top right, chip: link, size: 14}
  - {word: {text: "Kop {{ power }}", type: title, size: 0.8, align: centre, ink: deep}, top: 50}
  - word: {text: "{{ label.kop }}", face: heading, align: right}
    top: 70
    left: 40
    width: 30
    height: 30
    turn: 90
  - {qr: link, top: band.bottom + 40, width: 24, height: 30}
""",
    "rijen": """\
  - row: {icons: krachten, size: 9, disc: own, align: right}
  - {row: {icons: krachten, disc: tint, spread: true}, top: 25}
  - {row: {dots: power, of: 7, align: centre, ink: accent}, top: 40}
  - {row: {tags: ways, disc: navy 20%, ink: navy}, top: 50}
  - {bar: {share: share, of: 1, ink: strong, rest: tint}, top: 90, height: 4}
  - {bar: power, top: 98, height: 3, width: 50}
  - {lines: fields, top: 104, bottom: 138}
""",
    "vinkjes": """\
  - {boxes: ways, bottom: 60}
  - {boxes: {texts: asks, size: 6}, top: 64, bottom: 100}
  - lines: [{label: Onze afspraak, lines: 6}, {label: "", lines: 2}]
    top: 104
    bottom: 138
""",
    "vakken": """\
  - rows: {areas: {a: 30, b: rest, c: 20%}, gap: 4}
  - {columns: {areas: {d: rest, e: 40, f: rest}, gap: 3}, in: b}
  - {panel: tint, in: d}
  - {panel: strong, in: e, inset: 2}
  - {panel: deep, in: f}
  - grid: {for: one in ways, columns: 2, gap: 2}
    in: a
    items:
      - {panel: navy 10%, in: cell}
      - {stack: [{say: "{{ at }} {{ one }}", type: regel}], in: cell, inset: 1}
  - group:
    in: c
    inset: 3
    items:
      - {panel: {frame: accent}}
      - {stack: [core], valign: middle}
""",
    "stapel": """\
  - stack:
      - title
      - {text: core, size: 1.2, face: text-bold, ink: deep, gap: 4}
      - {say: "{{ label.kop }} {{ at }}", for: way in ways}
      - {numbered: asks, mark: deep}
      - {bullets: ways, gap: 5, mark: accent}
      - {table: rows, columns: [what, much], second: 24, rule: true}
    spread: 40%
""",
    "midden": """\
  - stack: [title, {text: text, align: right, leading: 110%, hyphenate: true}]
    bottom: 60
    valign: middle
    fill: tint
    pad: 4
    radius: 3
    align: centre
    id: s
  - stack: [{paragraphs: ways, between: 2}, {sentences: ways, gap: 6}]
    top: 70
    bottom: 110
    valign: 25%
    fit: samen
  - stack: [{text: core, type: text}]
    most: 3
    top: 112
    fit: samen
    align: right
""",
    "open": """\
  - stack: [title, {room: open}, core, {text: text, size: 0.9}]
  - {panel: tint, in: open, inset: 3}
""",
    "even": """\
  - stack: [{text: core}, {say: "twee"}, {say: "drie"}]
    even: true
    bottom: 60
  - stack: [{table: rows}, {say: Onder, gap: 3}]
    top: 65
    valign: bottom
    ink: navy
""",
    "delen": """\
  - sections:
      for: way in ways
      texts: [{text: way, type: core}, {say: "uitleg {{ at }}", gap: 1, type: text}]
      before: 12
      after: 4
      fill: tint
      pad: 2
      radius: 2
      items:
        - badge: {text: "{{ at }}", x: cell.left + 6, y: head.middle, radius: 4, ink: strong}
        - {rule: accent, top: texts.bottom, in: cell}
    bottom: 100
    valign: 30%
  - sections:
      for: row in rows
      texts: [row.what]
      grow: true
      gap: 2
      lowest: 12
      beside: row.much == "2"
      before: 8
      items:
        - badge: {icon: kracht.small, x: cell.left + 3, y: cell.middle, radius: 3, ink: tint}
    top: 104
""",
    "loop": """\
  - {id: foot, foot: {left: "{{ deck.title }}", right: "{{ n }} {{ label.of }} {{ total }}"}}
  - stack: [{paragraphs: ways, type: title}]
    bottom: 50
    runs_on: true
    id: eerst
  - stack: [{rest: eerst, type: text}]
    top: 60
    turn: 180
  - {picture: kracht.large, left: 8, width: 30, top: 100, height: 25, turn: 270}
""",
}
BACK = "back:\n  - ground: tint\n"
LAST = "  - stack: [{text: text, least: label}]\n    in: safe\n    inset: 6\n"
"""On the back of the last kind."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("delen")
    write(made, "sets/krachten.yaml", SET)
    photos = made / "assets" / "photos"
    photos.mkdir(parents=True)
    Image.new("L", (1200, 900), 90).save(photos / "nacht.jpg", quality=50)
    for name, items in FRONTS.items():
        write(made, f"kinds/{name}.yaml", FIELDS.replace("Proef", name) + items + BACK)
        write(made, f"cards/nl/01-kaart-{name}.yaml", f"kind: {name}\n{CARD}")
    last = made / "kinds" / "loop.yaml"
    last.write_text(last.read_text(encoding="utf-8") + LAST, encoding="utf-8")
    cards = ", ".join(f"kaart-{name}" for name in FRONTS)
    write(made, "cards/deck.yaml", DECK.replace("titel, luister-eerst, leeg, leeg", cards))
    return made


@pytest.mark.parametrize("shape", ["a6", "groot"])
def test_every_part_stands_where_it_stood(folder: Path, shape: str) -> None:
    goldens.compare(f"parts-{shape}", "\n".join(map(goldens.laid, laid_of(folder, shape))))
