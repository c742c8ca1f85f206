"""Profiles as data: which numbers and severities a kind of print work asks for.

The three rules of the house: a profile states only what differs from Expectation's defaults; a
press lays its own numbers over a profile; each of those comes with a reason and a source, and both
stand in the message of whatever is found by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from samenspel.diagnostics import Severity, near_match
from samenspel.errors import ContentError, SamenspelError, UsageError
from samenspel.model.style import Override, Press
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.registry import BY_ID
from samenspel.saying import say

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
LEVELS: Mapping[str, Severity | None] = {
    "error": ERROR,
    "warning": WARNING,
    "info": INFO,
    "off": None,
}


@dataclass(frozen=True, slots=True)
class Profile:
    """What files of one kind are held against, whatever their number of pages and size."""

    name: str
    """By which it is asked for."""
    title: str
    """What people call it."""
    source: str
    """Where its numbers come from."""
    expected: Expectation
    """Its numbers."""


GWG = "Ghent Workgroup, Output Intent specification 2022"
STRANGER: Mapping[str, Severity | None] = {
    "font-subset": INFO,
    "ink-coverage": WARNING,
    "ink-point": WARNING,
    "outside-bleed": INFO,
    "safe-zone": WARNING,
    "spot-case": WARNING,
    "spot-twins": WARNING,
    "text-size": WARNING,
}
"""Rules of this deck's own, which a file from elsewhere need not know."""

SHEET_CMYK = Expectation(
    transparency=True,
    safe=2.0,
    ink_limit=330.0,
    text_minimum=5.0,
    severities=STRANGER,
)
"""GWG has no rule for ink at a point (330 % is the most that ISO Coated v2 separates to), none for
legible text and none for a safe zone: what is beyond any press, eye and cutter is a warning."""

READ_ALOUD = Expectation(
    standard="",
    tagged=True,
    severities={name: None for name in BY_ID if not name.startswith("tagged-")},
)
"""What is read, whatever is printed: of a file from any program."""

PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("gwg2022-sheetcmyk", "Sheet-fed offset in four inks", GWG, SHEET_CMYK),
        Profile(
            "gwg2022-sheetspot",
            "Sheet-fed offset with spot colours",
            GWG,
            replace(
                SHEET_CMYK,
                severities={
                    **STRANGER,
                    "spot-colour": WARNING,
                    "spot-suffix": WARNING,
                    "spot-case": ERROR,
                    "spot-twins": ERROR,
                },
            ),
        ),
        Profile(
            "digital",
            "Digital print",
            GWG,
            replace(
                SHEET_CMYK,
                multi_ink_minimum=5.0,
                white_text_minimum=5.0,
                resolution_error=96.0,
                resolution_warning=150.0,
                bitmap_error=350.0,
                bitmap_warning=600.0,
            ),
        ),
        Profile("pdfua", "Read by a screen reader", "ISO 14289-1 (PDF/UA-1)", READ_ALOUD),
    )
}
HOUSE = Profile(
    "samenspel",
    "This deck's own files",
    "Expectation's defaults: GWG 2022, and the deck's own rules beyond it",
    Expectation(),
)
NUMBERS = {field.name for field in fields(Expectation)} - {
    "pages", "trim", "spots", "waived", "severities", "reasons",
}  # fmt: skip
"""Thresholds that a press may set otherwise."""
LIMITED = ("ink-coverage", "ink-point")
"""Checks whose number every press states."""


def profile_named(name: str) -> Profile:
    """A built-in profile. Raises UsageError ``profile-unknown``."""
    if name not in PROFILES:
        raise UsageError.of(
            "profile-unknown",
            say(
                'there is no preflight profile "{name}": {near}',
                name=name,
                near=near_match(name, PROFILES),
            ),
            remedy=say("choose one of {names}", names=", ".join(PROFILES)),
        )
    return PROFILES[name]


def profile_for(press: Press, base: Profile = PROFILES["gwg2022-sheetcmyk"]) -> Profile:
    """The base profile with what the press asks for. Raises ContentError ``press-override``."""
    expected = replace(
        base.expected,
        bleed=press.bleed or base.expected.bleed,
        safe=press.safe or base.expected.safe,
        standard=press.standard,
        output_condition=press.output_condition,
        ink_limit=press.ink_limit,
        duplex=press.pages != "separate",
        page_order=press.pages,
        severities=_counted(base.expected.severities),
        spots=base.expected.spots | ({press.die_line.name} if press.die_line else set()),
    )
    return Profile(
        press.name, press.title, press.source or base.source, overridden(expected, press.overrides)
    )


def _counted(severities: Mapping[str, Severity | None]) -> Mapping[str, Severity | None]:
    """Without what a profile tones down that a press states itself: its ink limit is a limit."""
    return {name: level for name, level in severities.items() if name not in LIMITED}


def overridden(expected: Expectation, overrides: Mapping[str, Override]) -> Expectation:
    """Thresholds by name and severities by check id, each with its reason and source.

    Raises ContentError ``press-override`` for a name or a value that does not exist.
    """
    numbers: dict[str, Any] = {}
    severities, reasons = dict(expected.severities), dict(expected.reasons)
    for name, override in overrides.items():
        if name in NUMBERS:
            numbers[name] = _fitting(name, override.value, getattr(expected, name))
        elif name in BY_ID and str(override.value) in LEVELS:
            severities[name] = LEVELS[str(override.value)]
        else:
            raise _mistake(name, override.value)
        reasons[name] = say(
            "asked for because {reason} ({source})", reason=override.reason, source=override.source
        )
    return replace(expected, **numbers, severities=severities, reasons=reasons)


def _fitting(name: str, value: float | str, known: object) -> float | str | bool:
    """The value as its threshold has it: a text, a number, or yes and no."""
    if isinstance(known, str):
        return str(value)
    if isinstance(known, bool):
        return str(value).lower() in ("1", "1.0", "true", "yes")
    try:
        return float(value)
    except ValueError as error:
        raise _mistake(name, value) from error


def _mistake(name: str, value: float | str) -> SamenspelError:
    if name in BY_ID:
        remedy = ", ".join(LEVELS)
        what = say('the check "{name}" cannot be set to "{value}"', name=name, value=value)
    elif name in NUMBERS:
        remedy = "write a number"
        what = say('{name} is a number, not "{value}"', name=name, value=value)
    else:
        near = near_match(name, NUMBERS | set(BY_ID))
        remedy = "mend the name"
        what = say('there is no threshold or check "{name}": {near}', name=name, near=near)
    return ContentError.of("press-override", what, remedy=remedy)
