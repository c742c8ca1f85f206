"""The texts of a stack as lines to fit: fields, fixed words, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samenspel.layout.fitting import Entry
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.knowing import wording_of
from samenspel.layout.scene import Scene
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording
from samenspel.model.design import Found
from samenspel.model.design.items import loop
from samenspel.model.design.parts.texts import TextEntry, Texts
from samenspel.model.ink import Ink
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT

GAP = 3.0
"""Between two texts of a stack, in mm on A6, where a kind does not say."""
BETWEEN = {"paragraphs": 3.0, "rest": 3.0, "numbered": 3.2, "bullets": 1.4, "table": 1.6}
"""Between the items of a list, in mm on A6."""
RULED = 3.0
"""The same where a line stands between them."""
SECOND = 16.0
"""The width of a table's second column, in mm on A6."""
BULLET_INDENT = 3.6
"""Before a text with a bullet, in mm on A6."""
LISTS = ("paragraphs", "numbered", "bullets", "table")


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a stack, and what stands beside it."""

    entry: Entry
    look: str = "text"
    """``text``, ``paragraphs``, ``numbered``, ``bullets`` or ``table``."""
    number: int = 0
    """Its place in its list, from 1."""
    indent: float = 0.0
    mark: Ink | None = None
    cell: Wording | None = None
    rule: bool = False
    found: Found | None = None
    """What it sets, for a paragraph that may go on elsewhere."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a stack stays open: an area with this name."""

    name: str


def stack_lines(
    scene: Scene, part: Texts, texts: list[TextEntry], width: float
) -> Iterator[Line | Room]:
    """The texts of a stack that stand there, each in lines of ``width`` mm."""
    for one in texts:
        if one.each is not None:
            turn = loop(one.each)
            for _ in scene.turns(turn.name, turn.source):
                yield from stack_lines(scene, part, [one.model_copy(update={"each": None})], width)
        elif scene.holds(one.when):
            yield from _text_lines(scene, part, one, width)


def _text_lines(scene: Scene, part: Texts, one: TextEntry, width: float) -> Iterator[Line | Room]:
    gap = scene.length(one.gap or part.gap, "y", GAP * scene.scale)
    if one.room is not None:
        yield Room(one.room)
    elif one.texts is not None:
        yield from _together(scene, part, one, width)
    elif one.say is not None:
        said = scene.words(one.say)
        if said.text.strip():
            yield Line(_entry(scene, part, one, said, one.type or "label", width, gap))
    elif one.text is not None:
        said = wording_of(scene.find(one.text), (scene.card.id,))
        if said.text.strip():
            yield Line(_entry(scene, part, one, said, one.type or _role(scene, one), width, gap))
    elif one.sentences is not None:
        said = wording_of(scene.find(one.sentences), (scene.card.id,), between=" ")
        if said.text.strip():
            yield Line(_entry(scene, part, one, said, one.type or "text", width, gap))
    elif one.rest is not None:
        left = scene.carried.rest.get(one.rest, ())
        yield from _list(scene, part, one, "paragraphs", left, width)
    else:
        look = next(name for name in LISTS if getattr(one, name) is not None)
        yield from _list(scene, part, one, look, _items(scene.find(getattr(one, look))), width)


def _together(scene: Scene, part: Texts, one: TextEntry, width: float) -> Iterator[Line | Room]:
    """Texts that go together: the gap above them is that of the first."""
    first = True
    for made in stack_lines(scene, part, one.texts or [], width):
        above = scene.length(one.gap, "y") if first and one.gap is not None else None
        if above is not None and isinstance(made, Line):
            made = replace(made, entry=replace(made.entry, gap=above))
        yield made
        first = False


def _items(found: Found) -> tuple[Found, ...]:
    """Each value of a list, with where it stands."""
    values = found.value if isinstance(found.value, (list, tuple)) else ()
    paths = ((*found.path, place) if found.path else () for place in range(len(values)))
    return tuple(Found(value, path) for value, path in zip(values, paths, strict=True))


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
    scene: Scene, part: Texts, one: TextEntry, look: str, items: tuple[Found, ...], width: float
) -> Iterator[Line]:
    gap = scene.length(one.gap or part.gap, "y", GAP * scene.scale)
    role = one.type or ("question" if look == "numbered" else "text")
    usual = RULED if one.rule else BETWEEN[look]
    between = scene.length(one.between, "y", usual * scene.scale)
    indent = {
        "numbered": numeral_column(scene.page.layout),
        "bullets": BULLET_INDENT * scene.scale,
    }.get(look, 0.0)
    floor = _numeral_height(scene.page.layout) if look == "numbered" else 0.0
    second = scene.length(one.second, "x", SECOND * scene.scale) if look == "table" else 0.0
    mark = scene.ink(one.mark, scene.ink(one.ink or part.ink)) if one.mark else None
    for place, spot in enumerate(items):
        said, cell = _cells(spot, one) if look == "table" else (wording_of(spot), None)
        above = gap if place == 0 else between
        entry = _entry(scene, part, one, said, role, width - indent - second, above, floor)
        yield Line(entry, look, place + 1, indent, mark, cell, one.rule and place > 0, spot)


def _cells(row: Found, one: TextEntry) -> tuple[Wording, Wording]:
    """Two columns of a row of a table."""
    names = one.columns or list(row.value)[:2]
    found = [
        wording_of(Found(row.value.get(name), (*row.path, name) if row.path else ()))
        for name in names
    ]
    return found[0], found[1] if len(found) > 1 else Wording("")


def _entry(
    scene: Scene, part: Texts, one: TextEntry, said: Wording, role: str, width: float, gap: float,
    floor: float = 0.0,
) -> Entry:  # fmt: skip
    layout = scene.page.layout
    scene.role(one.type, STYLES)
    usual = STYLES.get(role) or Style("text", role if role in layout.format.type else "text")
    style = _style(one, part, usual)
    plain = layout.type(usual.type if usual.type in layout.format.type else "text")
    least = plain.minimum
    if one.least is not None and one.least in layout.format.type:
        least = layout.type(one.least).minimum
    least = min(least, plain.design * one.size)
    leading = one.leading.as_multiple(plain.leading) if one.leading else plain.leading
    size = TypeSize(plain.design * one.size, least, leading)
    ink = scene.ink(one.ink or part.ink)
    return layout.styled(role, said, width, size=size, gap=gap, floor=floor, ink=ink, style=style)


def _style(one: TextEntry, part: Texts, usual: Style) -> Style:
    """The style of a role with what this text says of it."""
    return replace(
        usual,
        face=one.face or usual.face,
        align=one.align or part.align,
        hyphenate=usual.hyphenate if one.hyphenate is None else one.hyphenate,
        balanced=usual.balanced if one.balanced is None else one.balanced,
    )


def numeral_size(layout: FormatLayout) -> float:
    """Size in points of the numerals beside questions: two lines of question high."""
    return round(layout.type("question").design * 1.95, 1)


def numeral_column(layout: FormatLayout) -> float:
    """Width in mm of the column in which the numerals stand."""
    size = numeral_size(layout)
    return layout.face("display").width("3", size) + 3.2 * layout.scale


def _numeral_height(layout: FormatLayout) -> float:
    return layout.face("display").cap_height * numeral_size(layout) * MM_PER_POINT
