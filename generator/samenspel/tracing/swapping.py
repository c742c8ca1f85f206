"""The list for whoever has the printed deck: which cards go out, and which come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenspel.tracing.manifests import Made


@dataclass(frozen=True, slots=True)
class Swap:
    """One card that is not as it was."""

    id: str
    """The card's id."""
    title: str
    """Its title."""
    old: str
    """The code on the card that was printed; empty for a card that is new."""
    new: str
    """The code on the card that takes its place; empty for a card that goes."""


@dataclass(frozen=True, slots=True)
class SwapList:
    """The words of such a list in one language."""

    file: str
    """What it is called."""
    head: str
    """With the deck's edition in it."""
    how: str
    """How one finds a card."""
    swapped: str
    """Above the cards that are swapped; so too for those that are new and those that go."""
    new: str
    gone: str

    def text(self, made: Made, swaps: Sequence[Swap]) -> str:
        """The list as plain text."""
        lines = [self.head.format(region=made.region_name, code=made.edition_code), "", self.how]
        both = [one for one in swaps if one.old and one.new]
        groups = (
            (self.swapped, [f"[ ] {s.old} -> {s.new}  {s.title}" for s in both]),
            (self.new, [f"[ ] {s.new}  {s.title}" for s in swaps if not s.old]),
            (self.gone, [f"[ ] {s.old}  {s.title}" for s in swaps if not s.new]),
        )
        for head, cards in groups:
            lines += ["", head, *cards] if cards else []
        return "\n".join(lines) + "\n"


LISTS: Mapping[str, SwapList] = {
    "nl": SwapList(
        "omruilen.txt",
        "Omruilen in het dek van {region} ({code})",
        "Elke kaart heeft onderaan een code. Wat links staat gaat eruit, wat rechts staat erbij.",
        "Ruil om:", "Nieuw, doe erbij:", "Haal eruit:",
    ),
    "en": SwapList(
        "swap.txt",
        "Swap in the deck of {region} ({code})",
        "Every card has a code at its foot. The one on the left goes, the one on the right comes.",
        "Swap:", "New, put in:", "Take out:",
    ),
    "de": SwapList(
        "tauschen.txt",
        "Tauschen im Kartensatz von {region} ({code})",
        "Jede Karte trägt unten einen Code. Was links steht, geht; was rechts steht, kommt dazu.",
        "Tauscht:", "Neu, legt dazu:", "Nehmt heraus:",
    ),
    "fy": SwapList(
        "omruilje.txt",
        "Omruilje yn it dek fan {region} ({code})",
        "Elke kaart hat ûnderoan in koade. Wat lofts stiet, giet derút; wat rjochts stiet, derby.",
        "Ruilje om:", "Nij, doch derby:", "Helje derút:",
    ),
}  # fmt: skip
"""By language; any other has the English one."""


def swap_list(language: str) -> SwapList:
    """The words in a language."""
    return LISTS.get(language.partition("-")[0], LISTS["en"])
