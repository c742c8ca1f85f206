"""Texts under each other that shrink together: fields, fixed words, lists, numerals, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block
from samenspel.layout.designs.parts import counted, numeral_column, numeral_size
from samenspel.layout.fitting import Entry, Fit, fit_group
from samenspel.layout.fitting import Stack as Fitting
from samenspel.layout.knowing import wording_of
from samenspel.layout.rich import RICH, marked, unmarked
from samenspel.layout.scene import GREY, Scene
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording
from samenspel.model.design import Found
from samenspel.model.design.items import Item, loop
from samenspel.model.design.parts import Stack, TextEntry
from samenspel.model.frame import Box
from samenspel.model.ink import Ink
from samenspel.model.paths import circle, line, rounded
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT

GAP = 3.0
"""Between two texts of a stack, in mm on A6, where a kind does not say."""
BETWEEN = {"numbered": 3.2, "bullets": 1.4, "table": 1.6}
"""Between the items of a list, in mm on A6."""
RULED = 3.0
"""The same where a line stands between them."""
SECOND = 16.0
"""The width of a table's second column, in mm on A6."""
MOST_SPREAD = 28.0
"""What is spread over the gaps of a stack is no more than this, in mm on A6."""
SHARE = {"top": 0.0, "middle": 0.5, "bottom": 1.0, "spread": 0.0}
"""How much of what is over stands above a stack."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a stack, and what stands beside it."""

    entry: Entry
    look: str = "text"
    """``text``, ``numbered``, ``bullets`` or ``table``."""
    number: int = 0
    """Its place in its list, from 1."""
    indent: float = 0.0
    mark: Ink | None = None
    cell: Wording | None = None
    rule: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stack whose sizes are shared with others of its page."""

    part: Stack
    lines: tuple[Line, ...]
    box: Box


def stack(scene: Scene, part: Stack, item: Item) -> Box:
    """Texts under each other, at the largest sizes at which all fit."""
    box = scene.box(item)
    pad = scene.length(part.pad, "x") if part.fill else 0.0
    box = box.inset(pad, pad, pad, pad)
    lines = tuple(_lines(scene, part, part.texts, box))
    if not lines:
        return Box(box.x, box.y, box.width, 0.0)
    if part.fit:
        scene.waiting.setdefault(part.fit, []).append(Waiting(part, lines, box))
        return box
    entries = [one.entry for one in lines]
    fit = scene.page.fit(entries, box.height, part.most)
    return _placed(scene, Waiting(part, lines, box), fit)


def finish_groups(scene: Scene) -> None:
    """The stacks that share their sizes, once all of a page are known."""
    for group in scene.waiting.values():
        rooms = [Fitting([line.entry for line in one.lines], one.box.height, one.part.most)
                 for one in group]  # fmt: skip
        fits = fit_group(scene.page.layout.setter, rooms)
        for one, room, fit in zip(group, rooms, fits, strict=True):
            scene.page.record(room.entries, fit, room.height, room.max_lines)
            _placed(scene, one, fit)
    scene.waiting.clear()


def _lines(scene: Scene, part: Stack, texts: list[TextEntry], box: Box) -> Iterator[Line]:
    for one in texts:
        if one.each is not None:
            turn = loop(one.each)
            for _ in scene.turns(turn.name, turn.source):
                yield from _lines(scene, part, [one.model_copy(update={"each": None})], box)
        elif scene.holds(one.when):
            yield from _entry_lines(scene, part, one, box)


def _entry_lines(scene: Scene, part: Stack, one: TextEntry, box: Box) -> Iterator[Line]:
    if one.texts is not None:
        first = True
        for made in _lines(scene, part, one.texts, box):
            above = scene.length(one.gap, "y") if first and one.gap is not None else None
            yield made if above is None else replace(made, entry=replace(made.entry, gap=above))
            first = False
        return
    gap = scene.length(one.gap or part.gap, "y", GAP * scene.scale)
    if one.say is not None:
        said = scene.words(one.say)
        if said.text.strip():
            yield Line(_entry(scene, part, one, said, one.type or "label", box.width, gap))
        return
    look = next(name for name in ("text", "numbered", "bullets", "table") if getattr(one, name))
    found = scene.find(getattr(one, look))
    if look == "text":
        said = wording_of(found, (scene.card.id,))
        if said.text.strip():
            yield Line(
                _entry(scene, part, one, said, one.type or _role(scene, one), box.width, gap)
            )
        return
    yield from _list(scene, part, one, look, found, box, gap)


def _role(scene: Scene, one: TextEntry) -> str:
    """The role of a text: that of its field's name where there is such a role, else running text.

    A title is a title and a core a core, as on the built-in cards.
    """
    name = one.text.source.rpartition(".")[2].partition("[")[0] if one.text else ""
    own = scene.card.spec.fields.get(name)
    if own is not None and own.type == "question":
        return "question"
    return name if name in STYLES or name in scene.page.layout.format.type else "text"


def _list(
    scene: Scene, part: Stack, one: TextEntry, look: str, found: Found, box: Box, gap: float
) -> Iterator[Line]:
    layout = scene.page.layout
    values = found.value if isinstance(found.value, (list, tuple)) else []
    role = one.type or ("question" if look == "numbered" else "text")
    usual = RULED if one.rule else BETWEEN[look]
    between = scene.length(one.between, "y", usual * scene.scale)
    indent = numeral_column(layout) if look == "numbered" else 0.0
    floor = 0.0
    if look == "numbered":
        floor = layout.face("display").cap_height * numeral_size(layout) * MM_PER_POINT
    if look == "bullets":
        indent = 3.6 * scene.scale
    second = scene.length(one.second, "x", SECOND * scene.scale) if look == "table" else 0.0
    mark = scene.ink(one.mark, scene.ink(one.ink or part.ink)) if one.mark else None
    for place, value in enumerate(values):
        spot = Found(value, (*found.path, place) if found.path else ())
        said, cell = _cells(spot, one) if look == "table" else (wording_of(spot), None)
        above = gap if place == 0 else between
        width = box.width - indent - second
        entry = _entry(scene, part, one, said, role, width, above, floor)
        yield Line(entry, look, place + 1, indent, mark, cell, one.rule and place > 0)


def _cells(row: Found, one: TextEntry) -> tuple[Wording, Wording]:
    """Two columns of a row of a table."""
    names = one.columns or list(row.value)[:2]
    found = [
        wording_of(Found(row.value.get(name), (*row.path, name) if row.path else ()))
        for name in names
    ]
    return found[0], found[1] if len(found) > 1 else Wording("")


def _entry(
    scene: Scene, part: Stack, one: TextEntry, said: Wording, role: str, width: float, gap: float,
    floor: float = 0.0,
) -> Entry:  # fmt: skip
    layout = scene.page.layout
    scene.role(one.type, STYLES)
    usual = STYLES.get(role) or Style("text", role if role in layout.format.type else "text")
    style = replace(usual, face=one.face or usual.face, align=one.align or part.align)
    said, style = _enriched(scene, said, style)
    plain = layout.type(usual.type if usual.type in layout.format.type else "text")
    least = plain.minimum
    if one.least is not None and one.least in layout.format.type:
        least = layout.type(one.least).minimum
    least = min(least, plain.design * one.size)
    size = TypeSize(plain.design * one.size, least, one.leading or plain.leading)
    ink = scene.ink(one.ink or part.ink)
    return layout.styled(role, said, width, size=size, gap=gap, floor=floor, ink=ink, style=style)


def _enriched(scene: Scene, said: Wording, style: Style) -> tuple[Wording, Style]:
    """A text of a rich field with its marks, and the style whose face can set them."""
    path = said.path
    field = scene.card.spec.field_at(path[1:]) if path[:1] == (scene.card.id,) else None
    text = marked(said.text) if field is not None and field.type == "rich" else said.text
    if text == said.text or style.face not in RICH:
        return replace(said, text=unmarked(text)), style
    return replace(said, text=text), replace(style, face=RICH[style.face], hyphenate=False)


def _placed(scene: Scene, one: Waiting, fit: Fit) -> Box:
    """Put a fitted stack into its area; returns what it takes of it."""
    spare = max(0.0, one.box.height - fit.height)
    gaps = max(1, len(one.lines) - 1)
    wanted = float(one.part.spread[:-1]) / 100 if one.part.spread else 0.0
    wanted = 1.0 if one.part.valign == "spread" else wanted
    spread = min(spare * wanted, MOST_SPREAD * scene.scale) / gaps
    valign = one.part.valign
    share = float(valign[:-1]) / 100 if valign.endswith("%") else SHARE[valign]
    y = one.box.y + (spare - spread * (len(one.lines) - 1)) * share
    taken = Box(one.box.x, y, one.box.width, fit.height + spread * (len(one.lines) - 1))
    if one.part.fill is not None:
        taken = _on_panel(scene, one.part, taken)
    for place, (text, block) in enumerate(zip(one.lines, fit.blocks, strict=True)):
        if place:
            y += text.entry.gap + spread
        y = _line(scene, text, block, one.box, y, spread)
    return taken


def _on_panel(scene: Scene, part: Stack, box: Box) -> Box:
    """The panel under a stack, as high as its texts need."""
    pad = scene.length(part.pad, "x")
    whole = box.inset(-pad, -pad, -pad, -pad)
    path = rounded(whole, scene.length(part.radius, "x"))
    scene.page.paint(path, scene.ink(part.fill), role="panel")
    return whole


def _line(scene: Scene, text: Line, block: Block, box: Box, y: float, spread: float) -> float:
    page, x = scene.page, box.x + text.indent
    bottom = y + max(block.height, text.entry.floor)
    if text.look == "numbered":
        cap = text.entry.floor
        number = counted(text.number, text.entry.copy.wording)
        size = numeral_size(page.layout)
        page.word(number, size, box.x, y + cap, face="display", ink=text.mark or Ink(0, 0, 0, 100))
        alone = len(block.lines) == 1
        y += max(0.0, (cap - block.height + block.drop) / 2) if alone else 0.0
    elif text.look == "bullets":
        radius = 0.32 * block.cap
        ink = text.mark or text.entry.copy.ink
        page.paint(circle(box.x + radius, y + block.cap / 2, radius), ink, role="bullet")
    elif text.look == "table":
        if text.rule:
            middle = y - (text.entry.gap + spread) / 2
            page.stroke(line(box.x, middle, box.right, middle), GREY, 0.25, role="rule")
        if text.cell and text.cell.text:
            page.word(text.cell, block.size, box.right, y + block.cap, align="right",
                      face="text-semibold", ink=text.entry.copy.ink)  # fmt: skip
    page.text(block, x, y)
    return bottom
