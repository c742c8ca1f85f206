"""A deck in one format: everything that a design needs to make its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samenspel.layout.blocks import Block, Copy, Typesetter
from samenspel.layout.faces import Face
from samenspel.layout.fitting import STEP, Entry, Fit, fit_stack
from samenspel.layout.icons import with_icons
from samenspel.layout.reach import Painted, box_alone
from samenspel.layout.styles import STYLES, Style, enriched, in_line
from samenspel.layout.wording import Wording, written
from samenspel.model.art import ArtSize
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.frame import Path
from samenspel.model.ink import BLACK, Ink, readable_on
from samenspel.model.kind import Choice
from samenspel.model.places import TextPath
from samenspel.model.style import ConditionStyle, Format, Theme, TypeSize
from samenspel.store import Store


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the pages of cards are kept, to be laid out once."""

    store: Store
    """The store; one without a folder leaves them in memory alone."""
    digests: Mapping[str, str]
    """SHA-256 of profile, fonts and drawings by their files below ``assets/``."""
    beside: str = ""
    """What else letters and colours are made of, beyond what a layout says of them."""


@dataclass(frozen=True, slots=True)
class FormatLayout:
    """What does not change from page to page."""

    deck: Deck
    """The deck, in one language and for one region."""
    format: Format
    """The cards' size and type."""
    theme: Theme
    """Colours and fonts."""
    setter: Typesetter
    """Sets texts in the language's faces."""
    art: Mapping[str, ArtSize]
    """What is known of each piece of art, by its name."""
    cartoons: Mapping[str, str]
    """The picture of each card that has one, by the card's id."""
    codes: Mapping[str, tuple[tuple[bool, ...], ...]] = field(default_factory=dict)
    """The QR code of each link, as rows of modules (True is dark)."""
    outlines: Mapping[str, Path] = field(default_factory=dict)
    """The outline of each drawing that panels are cut by, in shares of its width and height; none
    for a drawing of more shapes than one."""
    icons: Mapping[str, str] = field(default_factory=dict)
    """The drawings that may stand in a line of text, by their names there."""
    painted: Painted = box_alone
    """What a drawing paints, where that is known; asked only where its box touches something."""
    pictured: dict[str, list[TextPath]] = field(default_factory=dict)
    """The fields that name each picture, in deck order; found where they are not given."""
    shelf: Shelf | None = None
    """Where pages are kept; ``None`` has every page laid out."""

    def __post_init__(self) -> None:
        """Look once through all cards: pages ask for every picture that they place."""
        if self.pictured:  # of the layout that this one is a change of
            return
        for card in self.deck.every:
            for path, name in card.pictures():
                self.pictured.setdefault(name, []).append((card.id, *path))

    def style(self, condition: str) -> ConditionStyle:
        """Colours of a condition."""
        return self.theme.conditions[condition]

    def condition(self, name: str) -> Choice:
        """A condition of the deck's model: its name and its pictures."""
        return self.model[name]

    @property
    def model(self) -> Mapping[str, Choice]:
        """The conditions of the deck's model in order; none for a deck without a model."""
        return self.deck.model.conditions if self.deck.model else {}

    @property
    def centre(self) -> str | None:
        """The picture of the model's middle, when the deck has one."""
        named = self.deck.model.centre if self.deck.model else ""
        return named if named in self.art else None

    @property
    def accent(self) -> Ink:
        """The region's accent, for cards that belong to no condition.

        At half its strength: whatever colour a region chooses, black text stands well on it, and
        the five full colours stay those of the conditions.
        """
        return self.theme.accent.tint(0.5)

    @property
    def on_accent(self) -> Ink:
        """The ink of text on the accent."""
        return readable_on(self.accent)

    @property
    def accent_tint(self) -> Ink:
        """A light ground in the region's accent."""
        return self.theme.accent.tint(0.22)

    @property
    def scale(self) -> float:
        """How large furniture is on this format, A6 being 1."""
        return min(self.format.width, self.format.height) / 105

    @property
    def title(self) -> Wording:
        """The deck's title."""
        return written(self.deck.title, "@deck", "title")

    @property
    def edition(self) -> Wording:
        """The deck's edition."""
        return written(self.deck.edition, "@deck", "edition")

    def label(self, key: str) -> Wording:
        """A furniture word in the deck's language."""
        return written(self.deck.labels[key], "@labels", key)

    @property
    def touching(self) -> list[Card]:
        """The cards that are about conditions of the model, in deck order, each once."""
        found = {card.id: card for card in self.deck.cards if card.spec.touches}
        return list(found.values())

    @property
    def condition_cards(self) -> dict[str, Card]:
        """The cards that stand for the conditions of the model, in deck order."""
        named = {card.values[card.spec.stands_for]: card for card in reversed(self.deck.cards)
                 if card.spec.stands_for}  # fmt: skip
        return {name: card for name, card in reversed(named.items()) if name in self.model}

    def number_of(self, card: Card) -> int:
        """A reminder's or condition's number among its kind, from 1."""
        same = [other.id for other in self.deck.cards if other.kind == card.kind]
        return same.index(card.id) + 1

    def type(self, role: str) -> TypeSize:
        """The format's type for a role."""
        return self.format.type[role]

    def face(self, name: str) -> Face:
        """The face of a font role."""
        return self.setter.faces[name]

    def styled(
        self,
        role: str,
        text: Wording,
        measure: float,
        *,
        size: TypeSize | None = None,
        gap: float = 0.0,
        floor: float = 0.0,
        ink: Ink = BLACK,
        style: Style | None = None,
    ) -> Entry:
        """A text of a stack as its role is set: face, size and leading.

        ``size`` takes the place of the format's type for the role, ``style`` that of the role's
        usual style. ``measure``, ``gap`` and ``floor`` are in mm.
        """
        style = style or STYLES[role]
        text, style = enriched(self.spelled(text), style)
        size = size or self.type(style.type)
        copy = Copy(
            text,
            style.face,
            ink,
            align=style.align,
            leading=size.leading,
            hyphenate=style.hyphenate,
            balanced=style.balanced,
            role=role,
        )
        return Entry(copy, size, measure, gap, floor)

    def spelled(self, text: Wording) -> Wording:
        """A text with the drawings in its lines, where it names some."""
        return with_icons(text, tuple(self.icons)) if self.icons and "<" in text.text else text

    def fit(self, entries: Sequence[Entry], height: float, max_lines: int | None = None) -> Fit:
        """A stack of texts in ``height`` mm at the largest sizes that fit; nothing is recorded."""
        return fit_stack(self.setter, entries, height, max_lines)

    def word(
        self, text: Wording, size: float, face: str = "text-semibold", ink: Ink = BLACK
    ) -> Block:
        """Furniture: a short text on one line at a fixed size, as wide as it is."""
        text, face = in_line(self.spelled(text), face)
        width = self.setter.faces[face].width(text.text, size)
        copy = Copy(text, face, ink, hyphenate=False, role="furniture")
        block = self.setter.set(copy, size, width + ROUNDING)
        if block is None:  # a measure of its own width always holds a line
            raise AssertionError(text)
        return block

    def small(
        self,
        text: Wording,
        room: float,
        *,
        size: TypeSize | None = None,
        face: str = "text-semibold",
        ink: Ink = BLACK,
    ) -> Block:
        """Furniture that may be long: on one line of ``room`` mm if it can, smaller if it must.

        At its smallest size it takes as many lines as it needs. ``size`` takes the place of the
        format's furniture type.
        """
        text, face = in_line(self.spelled(text), face)
        size = size or self.type("furniture")
        step = size.design
        while step > size.minimum:
            if self.face(face).width(text.text, step) <= room:
                return self.word(text, step, face, ink)
            step = max(size.minimum, step - STEP)
        if self.face(face).width(text.text, step) <= room:
            return self.word(text, step, face, ink)
        copy = Copy(text, face, ink, leading=SMALL_LEADING, role="furniture")
        return self.setter.set(copy, step, room) or self.word(text, step, face, ink)


SMALL_LEADING = 1.2
"""The distance of baselines of furniture on several lines."""
ROUNDING = 0.01
"""What a measure is wider than the words that it has to hold, in mm."""
