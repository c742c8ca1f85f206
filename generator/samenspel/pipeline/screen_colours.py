"""Colours that are written as a screen's hex: what each prints as on the press that is built for.

They stay what their maker wrote until here, so that a deck is the same whatever press it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.draw import ColourSpace, parse_hex
from samenspel.kinds.sets import TINT, darkened
from samenspel.model.deck import Deck
from samenspel.model.ink import Ink, ScreenTints, readable_on
from samenspel.model.kind import Choice, ChoiceSet
from samenspel.model.style import ConditionStyle, Press, Theme
from samenspel.model.waiving import REGION
from samenspel.saying import say

Printed = Callable[[str], Ink]
"""What ``#rrggbb`` prints as."""


def printed_on(profile: bytes, limit: float) -> Printed:
    """What screen colours print as through a press's profile, in whole percents of ink.

    ``limit`` is the most ink that the press takes, in percent.
    """
    space = ColourSpace(profile, None, limit)

    @lru_cache(maxsize=256)
    def printed(screen: str) -> Ink:
        exact = space.ink(parse_hex(screen))
        tints = (exact.c, exact.m, exact.y, exact.k)
        whole = [round(tint) for tint in tints]
        if sum(whole) > limit:
            whole = [int(tint) for tint in tints]
        return Ink(*map(float, whole), screen=screen)

    return printed


def printed_theme(theme: Theme, printed: Printed) -> Theme:
    """The theme with inks in place of screen colours."""
    return replace(
        theme,
        paper_tint=_ink(theme.paper_tint, printed),
        accent=_ink(theme.accent, printed),
        conditions={name: _style(style, printed) for name, style in theme.conditions.items()},
        palette={name: _ink(ink, printed) for name, ink in theme.palette.items()},
        printed=printed,
    )


def printed_press(press: Press, printed: Printed) -> Press:
    """The press with inks in place of screen colours."""
    rich, line = press.rich_black, press.die_line
    return replace(
        press,
        rich_black=replace(rich, ink=_ink(rich.ink, printed)) if rich else None,
        die_line=replace(line, ink=_ink(line.ink, printed)) if line else None,
    )


def printed_deck(deck: Deck, printed: Printed) -> Deck:
    """The deck with inks in place of the screen colours of its region, its sets and its model."""
    accents = {
        name: ScreenTints(tints.screen, _tints(printed(tints.screen)))
        if isinstance(tints, ScreenTints)
        else tints
        for name, tints in deck.region.accents.items()
    }
    model = deck.model
    if model is not None:
        model = replace(model, set=_printed_set(model.set, printed))
    return replace(
        deck,
        region=deck.region.model_copy(update={"accents": accents}),
        sets={name: _printed_set(one, printed) for name, one in deck.sets.items()},
        model=model,
    )


def colour_notes(deck: Deck, printed: Printed, press: str) -> Iterator[Diagnostic]:
    """For each screen colour of a deck: the ink that it becomes."""
    for name, tints in deck.region.accents.items():
        if isinstance(tints, ScreenTints):
            place, key = deck.where(REGION, "accents", name), f"accents.{name}"
            yield _note(tints.screen, printed, press, place, key)
    for one in deck.sets.values():
        for choice in one.choices.values():
            for part in ("strong", "tint", "deep"):
                ink = getattr(choice.style, part) if choice.style else None
                if ink is not None and ink.screen:
                    key = f"choices.{choice.id}.inks.{part}"
                    yield _note(ink.screen, printed, press, one.place, key)


def _note(
    screen: str, printed: Printed, press: str, place: Location | None, key: str
) -> Diagnostic:
    ink = printed(screen)
    percents = str(ink).replace("/", ", ")
    return Diagnostic(
        "colour-from-screen",
        say(
            "{screen} prints as {in_words} on the press {press}",
            screen=screen,
            in_words=in_words(ink),
            press=press,
        ),
        place,
        key,
        say(
            "look at a preview; for another ink, write its percents, as in [{percents}]",
            percents=percents,
        ),
        Severity.INFO,
    )


def in_words(ink: Ink) -> str:
    """``cyan 5, magenta 76, yellow 84, black 0 %``."""
    cyan, magenta, yellow, black = _tints(ink)
    return say(
        "cyan {cyan:g}, magenta {magenta:g}, yellow {yellow:g}, black {black:g} %",
        cyan=cyan, magenta=magenta, yellow=yellow, black=black,
    )  # fmt: skip


def _tints(ink: Ink) -> list[float]:
    return [ink.c, ink.m, ink.y, ink.k]


def _ink(ink: Ink, printed: Printed) -> Ink:
    return printed(ink.screen) if ink.screen else ink


def _printed_set(one: ChoiceSet, printed: Printed) -> ChoiceSet:
    return replace(one, choices={name: _choice(x, printed) for name, x in one.choices.items()})


def _choice(one: Choice, printed: Printed) -> Choice:
    return replace(one, style=_style(one.style, printed)) if one.style else one


def _style(style: ConditionStyle, printed: Printed) -> ConditionStyle:
    """Colours, and anew what follows from ``strong`` where no more was said."""
    guess = style.strong
    strong = _ink(guess, printed)
    follows = guess.screen != ""
    own_tint = follows and style.tint == guess.tint(TINT)
    tint = strong.tint(TINT) if own_tint else _ink(style.tint, printed)
    own_deep = follows and style.deep == darkened(guess, style.tint)
    return ConditionStyle(
        strong=strong,
        tint=tint,
        deep=darkened(strong, tint) if own_deep else _ink(style.deep, printed),
        on_strong=readable_on(strong) if follows and style.on_strong == readable_on(guess)
        else style.on_strong,
    )  # fmt: skip
