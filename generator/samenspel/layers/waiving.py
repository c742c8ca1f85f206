"""The waivers in a deck's files: their codes must exist, and each needs a reason."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.model.places import key_of
from samenspel.model.waiving import WAIVABLE, Waiver
from samenspel.saying import say
from samenspel.yaml.nodes import Node


def waivers_of(parts: Mapping[str, Node | None], problems: list[Diagnostic]) -> tuple[Waiver, ...]:
    """The waivers of cards and region, by the id of each or ``@region``."""
    found = []
    for owner, part in parts.items():
        named = part.get("waive") if part else None
        for code, reason in (named.entries if named else {}).items():
            place, key = named.key_location(code) if named else None, key_of(("waive", code))
            if code not in WAIVABLE:
                problems.append(
                    Diagnostic(
                        "waiver-unknown",
                        say('"{code}" is no message that can be waived', code=code),
                        place,
                        key,
                        near_match(code, WAIVABLE),
                    )
                )
            elif not reason.text.strip():
                problems.append(
                    Diagnostic(
                        "waiver-reason",
                        "a waiver needs its reason",
                        place,
                        key,
                        "write after the colon why this may stay as it is",
                    )
                )
            else:
                found.append(Waiver(owner, code, reason.text.strip(), place))
    return tuple(found)
