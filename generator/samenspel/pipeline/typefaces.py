"""The fonts that a deck is set with: where each is named, and whether it can do its work.

A font that cannot be used stops the build with its name and the place that names it. It is never
replaced in silence: the fonts behind it are for the odd sign, not for the letters of a language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.draw import font_notes, printable
from samenspel.errors import ContentError
from samenspel.layout.faces import Face
from samenspel.layout.shaping import script_of
from samenspel.loading.languages import named_fonts
from samenspel.model.deck import Deck
from samenspel.model.style import NamedFont, Theme
from samenspel.model.tongues import Tongues
from samenspel.pipeline.mistakes import Mistakes
from samenspel.project import Project
from samenspel.saying import say

ITALIC = {"ital": 1.0, "slnt": -12.0}
AXES: Mapping[str, Mapping[str, float]] = {
    "display": {"wght": 800},
    "heading": {"wght": 700},
    "text": {"wght": 400},
    "text-italic": {"wght": 400, **ITALIC},
    "text-semibold": {"wght": 600},
    "text-bold": {"wght": 700},
    "text-extrabold": {"wght": 800},
    "text-semibold-italic": {"wght": 600, **ITALIC},
    "text-bold-italic": {"wght": 700, **ITALIC},
}
"""Where a variable font stands on its axes in each role: weights as OpenType counts them."""


@dataclass(frozen=True, slots=True)
class RoleFont:
    """A font in a role: ``text``, or ``text/2`` for what follows it in the chain."""

    name: str
    font: NamedFont

    @property
    def role(self) -> str:
        """The role, whatever its place in the chain."""
        return self.name.partition("/")[0]


def role_fonts(project: Project, theme: Theme, language: str) -> tuple[RoleFont, ...]:
    """All fonts by role: the language's own, the theme's, then those for what all these lack.

    The last are the project's ``fallback:``, and the theme's.
    """
    own = named_fonts(project, language)
    last = (*_fallback(project), *theme.fallback)
    return tuple(
        RoleFont(role if place == 1 else f"{role}/{place}", font)
        for role, fonts in theme.fonts.items()
        for place, font in enumerate((*own.get(role, ()), *fonts, *last), start=1)
    )


def _fallback(project: Project) -> Iterator[NamedFont]:
    node = project.sources.deck.get("fallback")
    for place, item in enumerate(node.items if node else (), start=1):
        yield NamedFont(item.text, item.location, f"fallback[{place}]")


def font_files(read: Callable[[str], bytes], fonts: Iterable[RoleFont]) -> dict[str, bytes]:
    """What each role is set with, ready to print; ``read`` gives an asset's bytes.

    Raises ContentError with all that is wrong.
    """
    mistakes = Mistakes()
    made: dict[str, bytes] = {}
    for one in fonts:
        with mistakes.gathered():
            made[one.name] = _file(read, one)
    mistakes.raise_all()
    return made


def _file(read: Callable[[str], bytes], one: RoleFont) -> bytes:
    try:
        return printable(read(f"fonts/{one.font.file}"), AXES.get(one.role))
    except ContentError as error:
        raise ContentError(_said_of(one.font, problem) for problem in error.diagnostics) from error


def _said_of(font: NamedFont, problem: Diagnostic) -> Diagnostic:
    """A problem of a font with the font's name, where a maker names it."""
    named = problem.message
    if problem.code != "asset-missing":
        named = say("the font assets/fonts/{file} {named}", file=font.file, named=named)
    place = font.location or problem.location
    return replace(problem, message=named, location=place, key=font.key)


def changed_fonts(read: Callable[[str], bytes], fonts: Iterable[RoleFont]) -> list[Diagnostic]:
    """Warnings of the fonts themselves, each once."""
    every = {one.font.file: one.font for one in fonts}.values()
    return [
        _said_of(font, note) for font in every for note in font_notes(read(f"fonts/{font.file}"))
    ]


def letter_problems(
    deck: Deck, fonts: Sequence[RoleFont], faces: Mapping[str, Face]
) -> list[Diagnostic]:
    """The fonts that lack the letters of the deck's texts: an error for most, a note for a few."""
    letters = _letters(deck)
    if not letters:
        return []
    found: dict[tuple[str, str], Diagnostic] = {}
    for one in fonts:
        if "/" not in one.name and one.role in faces:
            problem = _lacking(deck.language, one.font, faces[one.role], letters)
            if problem:
                found.setdefault((one.font.file, problem.code), problem)
    return list(found.values())


def _letters(deck: Deck) -> Counter[str]:
    """How often each letter stands in the texts that are in the deck's language."""
    tongues = Tongues(deck)
    texts = [
        text
        for card in deck.every
        for path, text in card.texts()
        if not tongues.other((card.id, *path))
    ]
    return Counter(char for text in texts for char in text if char.isalpha() and script_of(char))


def _lacking(
    language: str, font: NamedFont, face: Face, letters: Counter[str]
) -> Diagnostic | None:
    scripts: Counter[str] = Counter()
    for char, times in letters.items():
        scripts[script_of(char)] += times
    main = scripts.most_common(1)[0][0]
    named = say("the font assets/fonts/{file}", file=font.file)
    for script in (main, *(name for name in scripts if name != main)):
        mine = {char: times for char, times in letters.items() if script_of(char) == script}
        missing = [char for char in mine if not face.draws(char)]
        share = sum(mine[char] for char in missing) / sum(mine.values())
        if script == main and share > 0.5:
            return Diagnostic(
                "font-without-letters",
                say(
                    "{named} lacks the letters of the language {language}: {some}",
                    named=named,
                    language=language,
                    some=_some(missing),
                ),
                font.location,
                font.key,
                "name a font that has them",
            )
        if missing and share <= 0.5:
            return Diagnostic(
                "font-letters-borrowed",
                say(
                    "{named} lacks {some}; they are taken from another font",
                    named=named,
                    some=_some(missing),
                ),
                font.location,
                font.key,
                "look whether it prints as you wish, or name a font that has them",
                Severity.WARNING,
            )
    return None


def _some(letters: Iterable[str]) -> str:
    every = sorted(letters)
    return ", ".join(every[:8]) + (
        say(" and {count} more", count=len(every) - 8) if len(every) > 8 else ""
    )
