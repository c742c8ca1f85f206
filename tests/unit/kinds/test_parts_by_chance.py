"""Sides of parts by chance: every key in every company, and where all of it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests import goldens
from tests.chances import Chance, digest
from tests.projects import DECK, write
from tests.unit.kinds.test_every_part import CARD, FIELDS, SET
from tests.unit.kinds.test_pages import pages_of

COUNT = 24
INKS = ("strong", "tint", "deep", "accent", "navy 20%", "paper", "grey", "accent 30%",
        "[0, 40, 80, 10]",
        "on strong", "#2f8a8f")
ICONS = ("kracht.small", "kracht.large", "pictograms/ambitie-klein.svg")
SIGNS = ("top left", "top right", "bottom left", "bottom right")
ALIGNS = ("left", "centre", "right")
TYPES = ("title", "core", "text", "label", "regel", "question")
FACES = ("display", "heading", "text", "text-italic", "text-semibold", "text-bold")

Made = dict[str, Any]


def some(chance: Chance, share: float = 0.4, **keys: tuple[Any, ...]) -> Made:
    """Some of these keys, each with one of its values."""
    return {name: chance.of(values) for name, values in keys.items() if chance.maybe(share)}


def panel(chance: Chance) -> Made:
    said = some(chance, ink=INKS, opacity=("70%", "25%"), radius=(2, "4mm"), frame=INKS, line=(0.3,
                                                                                               1.2),
                shape=("rect", "circle", "ellipse", "hill", "wave"))
    return {"panel": said if said.keys() & {"ink", "frame"} else {**said, "ink": "tint"}}


def picture(chance: Chance) -> Made:
    said = some(chance, mode=("auto", "whole", "fill"), focus=("30% 60%", "left top",
                                                               "right bottom"),
                shape=("rect", "circle", "panel"), ink=INKS)
    return {"picture": {"art": chance.of(("foto", "kracht.large", ["nergens", "foto"], "foto")),
                        **said}}


def pattern(chance: Chance) -> Made:
    said = some(chance, seamless=("true",), hole=(20, "30%"), ink=INKS)
    art = chance.of(("kracht.small", [*ICONS[::2]]))
    return {"pattern": {"art": art, "step": chance.of((9, 12, 15.5)), "size": chance.of((5, 8, 9)),
                        **said}}


def badge(chance: Chance) -> Made:
    x, y = chance.of((20, "50%", "width - 14", "margin + 9")), chance.of((30, "40%", "height - 20",
                                                                          90))
    said = {"x": x, "y": y, "radius": chance.of((4, 6.5, 9)), "ink": chance.of(INKS[:6])}
    what = {"text": chance.of(("3", "10", "{{ n }}"))}
    if chance.maybe(0.5):
        what = {"icon": chance.of(ICONS)}
    return {"badge": {**said, **what, **some(chance, ring=(0.8, 1.5))}}


def row(chance: Chance) -> Made:
    kinds = ({"icons": "krachten"}, {"dots": "power", "of": 5}, {"tags": "ways"}, {"dots": 2})
    said = some(chance, size=(4, 7, "9mm"), between=(1, 3), disc=INKS[:6], ink=INKS[:6],
                align=ALIGNS,
                spread=("true",))
    return {"row": {**chance.of(kinds), **said}}


def bar(chance: Chance) -> Made:
    said = some(chance, ink=INKS, rest=INKS)
    return {"bar": {**chance.of(({"share": "share", "of": 1}, {"share": "power", "of": 7},
                                 {"share": 40})), **said}}


def word(chance: Chance) -> Made:
    said = some(chance, type=TYPES, size=(0.8, 1.5), face=FACES, ink=INKS[:6], align=ALIGNS)
    return {"word": {"text": chance.of(("Kop {{ power }}", "{{ label.kop }}",
                                        "{{ n }} van {{ total }}")), **said}}


def index(chance: Chance) -> Made:
    said = some(chance, icon=ICONS, size=(10, 16), ink=INKS[:6], ground=INKS[:6], corner=SIGNS,
                chip=("link",))
    return {"index": {"text": chance.of(("7", "{{ n }}")), **said}}


def entry(chance: Chance) -> Any:
    kinds: tuple[Made, ...] = (
        {"text": "title"}, {"text": "core"}, {"text": "text"}, {"say": "Vaste woorden {{ power }}"},
        {"numbered": "asks"}, {"bullets": "ways"}, {"paragraphs": "ways"}, {"sentences": "ways"},
        {"table": "rows"}, {"table": "rows", "columns": ["what", "much"], "second": 20},
        {"say": "{{ at }} {{ way }}", "for": "way in ways"}, {"text": "core", "when": "power > 2"},
        {"texts": ["core", {"say": "samen"}]},
    )
    said = some(chance, 0.25, type=TYPES, size=(0.8, 1.25), least=("label",), leading=(1.1, "90%",
        1.5), face=FACES,
                ink=INKS[:6], align=ALIGNS, hyphenate=("true", "false"), balanced=("true",),
                gap=(0, 3, 6),
                between=(1, 2.5))
    made = chance.of(kinds)
    if "texts" in made:
        return {**made, **{k: v for k, v in said.items() if k in ("gap", "when")}}
    if {"numbered", "bullets"} & made.keys():
        said |= some(chance, mark=INKS[:6])
    if "table" in made:
        said |= some(chance, rule=("true",))
    return {**made, **said}


def texts(chance: Chance) -> Made:
    return some(chance, 0.3, gap=(0, 2, 5), align=ALIGNS, valign=("top", "middle", "bottom", "30%",
                                                                  "spread"),
                spread=("40%",), ink=INKS[:6], fill=INKS[:8], opacity=("60%",), radius=(2,),
                pad=(2, 4), most=(1, 3))


def stack(chance: Chance) -> Made:
    entries = [entry(chance) for _ in range(int(chance.number(1, 4.2)))]
    return {"stack": entries, **texts(chance), **some(chance, 0.2, even=("true",))}


def sections(chance: Chance) -> Made:
    loop = chance.of((("way", "ways", "way"), ("row", "rows", "row.what"), ("one", "asks", "one")))
    items = [chance.of((
        {"badge": {"text": "{{ at }}", "x": "cell.left + 6", "y": "head.middle", "radius": 4,
                   "ink": "strong"}},
        {"rule": "accent", "top": "texts.bottom", "in": "cell"}, {"panel": {"frame": "grey"},
                                                                  "in": "cell"},
    ))]
    said = some(chance, before=(0, 10), after=(3, 6), lowest=(9, 15), grow=("true",))
    made = {"for": f"{loop[0]} in {loop[1]}", "texts": [{"text": loop[2],
        "type": chance.of(TYPES)}], **texts(chance)}
    return {"sections": {**{k: v for k, v in made.items() if k != "valign"}, **said,
                         "items": items}}


def grid(chance: Chance) -> Made:
    said = {"for": "one in ways", "columns": chance.of((1, 2, 3)), **some(chance, gap=(1, 3))}
    items = [{"panel": chance.of(INKS[:6]), "in": "cell"},
             {"stack": [{"say": "{{ at }} {{ one }}"}], "in": "cell", "inset": 1}]
    return {"grid": {**said, "items": items}}


def others(chance: Chance) -> Made:
    return chance.of((
        {"rule": {"ink": chance.of(INKS), **some(chance, line=(0.2, 1), down=("true",))}},
        {"qr": "link"}, {"lines": "fields"}, {"logo": chance.of(ALIGNS)},
        {"boxes": {"texts": chance.of(("ways", "asks")), **some(chance, size=(4, 7))}},
        {"lines": [{"label": "Naam", "lines": chance.of((1, 3))}]},
    ))


PARTS: tuple[Callable[[Chance], Made], ...] = (
    panel, panel, picture, pattern, badge, row, row, bar, word, index, stack, stack, stack,
    sections, grid, others,
)


def place(chance: Chance) -> Made:
    """An area that is large enough for most parts."""
    across: tuple[Made, ...] = ({}, {"left": 12}, {"left": 10, "width": 70}, {"right": 95,
                                                                              "width": 60},
                                {"left": "10%", "right": "80%"}, {"width": 50,
                                                                  "left": "margin + 4"})
    down: tuple[Made, ...] = ({}, {"top": 20}, {"top": 12, "height": 60}, {"bottom": 130},
                              {"top": "30%", "bottom": "90%"},
                              {"bottom": 120, "height": 80})
    more = some(chance, 0.2, inset=(2, "5mm"), turn=(90, 180, 270), when=("power > 1",))
    area = some(chance, 0.25, **{"in": ("trim", "safe", "inner")})
    return {**chance.of(across), **chance.of(down), **area, **more}


def side(chance: Chance) -> str:
    lines = []
    if chance.maybe(0.3):
        band = {"title": "{{ title }}", "ink": chance.of(INKS[:4]), **some(chance,
            label=("{{ kracht }}",), icons=("krachten",))}
        lines.append({"band": band})
    if chance.maybe(0.3):
        lines.append({"foot": some(chance, 0.7, left=("{{ deck.title }}",), right=("{{ n }}",),
                                   logo=("false",))})
    for _ in range(int(chance.number(2, 5.5))):
        part = chance.of(PARTS)
        made = part(chance)
        placed = place(chance)
        if "badge" in made or "index" in made:
            placed = {}
        if not made.keys() & {"word", "picture", "row", "bar", "qr", "logo"}:
            placed.pop("turn", None)
        lines.append({**made, **placed})
    return "".join(f"  - {json.dumps(one)}\n".replace('"true"', "true").replace('"false"',
        "false") for one in lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("toeval")
    write(made, "sets/krachten.yaml", SET)
    photos = made / "assets" / "photos"
    photos.mkdir(parents=True)
    Image.new("L", (1200, 900), 90).save(photos / "nacht.jpg", quality=50)
    for number in range(COUNT):
        chance = Chance(number)
        sides = f"{side(chance)}back:\n  - ground: {chance.of(INKS[:5])}\n{side(chance)}"
        write(made, f"kinds/k{number}.yaml", FIELDS.replace("Proef", f"k{number}") + sides)
        write(made, f"cards/nl/01-kaart-{number}.yaml", f"kind: k{number}\n{CARD}")
    cards = ", ".join(f"kaart-{number}" for number in range(COUNT))
    write(made, "cards/deck.yaml", DECK.replace("titel, luister-eerst, leeg, leeg", cards))
    return made


@pytest.mark.parametrize("shape", ["groot"])
def test_parts_by_chance_stand_where_they_stood(folder: Path, shape: str) -> None:
    pages = pages_of(folder, shape)
    lines = [
        f"{page.frame.name:18} {digest(goldens.laid(page))} {len(page.frame.items)} items\n"
        for page in pages.pages
    ]
    lines += [f"{one}\n" for one in pages.problems]
    goldens.section("chance-parts", shape, "".join(lines))
