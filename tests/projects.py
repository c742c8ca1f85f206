"""Small deck projects made in code: valid ones, and ones with a mistake put in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import samenspel.layers.shapes
from samenspel.loading import open_project
from samenspel.project import Project

ROOT = Path(__file__).resolve().parent.parent


@cache
def builtin() -> Project:
    """The built-in deck, read once in each process of a test run."""
    return open_project(ROOT, ROOT)


DECK = """\
title: Klein dek
subtitle: Twee kaarten
edition: "1.0"
source_language: nl
languages: [nl]
cards: [titel, luister-eerst, leeg, leeg]
products: [cards]
source: Een boek
licence: CC BY 4.0
makers: De makers
region:
  name: onze regio
  short: onze regio
  place: in onze regio
  kind: onderwijsregio
  facts:
    issue: wat nu speelt
  words:
    school: school
    scholen: scholen
    docent: docent
"""

COVER = """\
kind: cover
title: Klein dek
subtitle: Twee kaarten
core: Een kern.
text: Welkom in {{ regio.naam }}.
"""

REMINDER = """\
kind: reminder
title: Luister eerst
core: Wie luistert, hoort meer.
text: >-
  De eerste regel staat hier
  en de tweede regel noemt {{ regio.plek }}
  en de derde niets.
conditions: [relatie]
questions:
  - Wat hoor jij?
  - Wat horen wij?
  - Wat hoort een {{ woord.school }}?
"""

BLANK = """\
kind: blank
title: Schrijf zelf
core: Wat blijf je zeggen?
hint: Houd het kort.
fields:
  - label: Onze reminder
    lines: 2
questions_hint: ["Over jou:", "Over ons:", "Over {{ regio.kort }}:"]
"""

REGION = """\
name: Regio Noordkust
short: Noordkust
place: aan de Noordkust
kind: onderwijsregio
contact: Bureau, bureau@noordkust.example
facts:
  partners: [Zilt, Slik, Duin]
  schools: {value: 12, date: 2026-10-01, source: telling}
words:
  school: opleiding
  scholen: opleidingen
accents:
  coral: [0, 60, 80, 0]
cover:
  subtitle: Aan zee
cards:
  change:
    luister-eerst:
      questions:
        2: Wat horen wij {{ regio.plek }}?
"""

FILES = {
    "cards/deck.yaml": DECK,
    "cards/nl/00-titel.yaml": COVER,
    "cards/nl/01-luister-eerst.yaml": REMINDER,
    "cards/nl/09-leeg.yaml": BLANK,
    "cards/nl/labels.yaml": "".join(f"{key}: {key}\n" for key in samenspel.layers.shapes.LABELS),
    "cards/regions/noordkust.yaml": REGION,
}
"""The tiny project's files, by their path in the project."""


def tiny_project(folder: Path, **changes: tuple[str, str]) -> Path:
    """Write the tiny project into ``folder``: a cover, a reminder, two blanks and a region.

    ``changes`` put a mistake in: ``reminder=("old", "new")``, by the names deck, cover, reminder,
    blank, labels and region.
    """
    names = dict(
        zip(("deck", "cover", "reminder", "blank", "labels", "region"), FILES, strict=True)
    )
    for path, text in FILES.items():
        write(folder, path, text)
    for name, (old, new) in changes.items():
        change(folder, names[name], old, new)
    return folder


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace ``old``, which must be there, in one of the project's files."""
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    write(folder, path, text.replace(old, new))


def write(folder: Path, path: str, text: str | bytes) -> None:
    """Write one file of a project."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def opened(folder: Path) -> Project:
    """The project in ``folder``, with itself in place of the built-in deck; no region is broken."""
    project = open_project(folder, folder)
    project.refuse_broken(*project.broken)
    return project
