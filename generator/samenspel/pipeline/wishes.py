"""What a request asks of a press otherwise, and what a press may ask of preflight otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import get_args

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.errors import UsageError
from samenspel.finish import STANDARDS
from samenspel.model.style import Overridable, PageOrder, Press, TextAs
from samenspel.pipeline.request import BuildRequest
from samenspel.saying import say


def overridable() -> Overridable:
    """What a press preset may override: preflight's numbers and its checks' severities."""
    from samenspel.preflight import Expectation  # its many checks take a while to load
    from samenspel.preflight.registry import BY_ID

    return Overridable(
        frozenset(item.name for item in fields(Expectation) if item.type in ("float", float)),
        frozenset(BY_ID),
    )


def wished(press: Press, request: BuildRequest) -> Press:
    """The press with what the request asks for otherwise. Raises UsageError for unknown words."""
    known: dict[str, Iterable[str]] = {
        "standard": STANDARDS, "text": get_args(TextAs), "pages": get_args(PageOrder),
    }  # fmt: skip
    wishes = {key: getattr(request, key) for key in known if getattr(request, key) is not None}
    wrong = [
        Diagnostic(
            "press-wish-unknown",
            say('"{wish}" is no choice of {key}', wish=wish, key=key),
            remedy=near_match(wish, known[key]),
        )
        for key, wish in wishes.items()
        if wish not in known[key]
    ]
    if wrong:
        raise UsageError(wrong)
    line = press.die_line if request.die_lines else None
    return replace(press, **wishes, die_line=line)
