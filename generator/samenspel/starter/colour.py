"""An accent colour as somebody writes it: a screen's hex, or press inks."""

from __future__ import annotations

import re

from pydantic import TypeAdapter, ValidationError

from samenspel.diagnostics import Location
from samenspel.errors import SamenspelError, UsageError
from samenspel.model.ink import Ink, ScreenTints
from samenspel.model.region import Tints
from samenspel.saying import say
from samenspel.yaml.complaints import complaint
from samenspel.yaml.nodes import Node


def accent_of(text: str) -> Ink:
    """The press colour of ``#e4572e`` or of ``0,72,68,2`` (cyan, magenta, yellow, black in %).

    It is held against the same rules as a colour in a deck. A hex goes through the profile of the
    standard press, in whole percents. Raises UsageError (``accent-invalid``).
    """
    parts = [part for part in re.split(r"[\s,/%\[\]]+", text) if part]
    numbers = parts if all(re.fullmatch(r"\d{1,3}(\.\d+)?", part) for part in parts) else []
    asked: str | list[str] = numbers if len(numbers) in (3, 4) else text
    try:
        tints = TypeAdapter[list[float]](Tints).validate_python(asked)
    except ValidationError as error:
        raise _refused(text, error) from error
    return _printed(tints.screen) if isinstance(tints, ScreenTints) else Ink(*tints)


def _refused(text: str, error: ValidationError) -> SamenspelError:
    """Why a colour is none, as a deck says it where the deck knows the slip."""
    first = error.errors(include_url=False)[0]
    message: str = say('"{text}" is not a colour', text=text)
    remedy: str = say('write a hex such as "#e4572e", or four percents of ink such as 0,72,68,2')
    if first["type"] in ("colour_shares", "colour_rgb"):
        _, message, remedy = complaint(first, Node(text, Location("")))
    if first["type"] == "colour_shares":  # without spaces, for a command line
        percents = first["ctx"]["percents"].strip("[]").replace(" ", "")
        remedy = say("write {percents}", percents=percents)
    return UsageError.of("accent-invalid", message, remedy=remedy)


def _printed(screen: str) -> Ink:
    from samenspel.builtin import builtin_deck
    from samenspel.loading import open_presets
    from samenspel.pipeline.screen_colours import printed_on
    from samenspel.presets import press_named

    shelf = open_presets(builtin_deck(), builtin_deck())
    press = press_named(shelf, "coated")
    return printed_on(shelf.asset(f"icc/{press.profile}"), press.ink_limit)(screen)
