"""All checks. A new one is one file in ``checks/``, and is found by itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from samenspel.preflight import checks
from samenspel.preflight.check import Check

ORDER = (
    "standard", "version", "encryption", "file-id", "old-syntax", "output-intent", "metadata",
    "trapped-key", "page-count", "page-sides", "page-order", "page-turned", "page-twice",
    "page-empty", "page-rotated", "page-scaled", "box-missing", "box-order", "box-size",
    "box-equal", "box-crop", "bleed-size", "bleed-filled", "bleed-white", "view-area",
    "outside-bleed", "marks-in-bleed", "safe-zone", "corner-clear", "annotations", "javascript",
    "layers", "forbidden-feature", "missing-resource", "state-balance", "rendering-intent",
    "blend-mode", "blend-space", "transparency", "font-embedded", "font-program", "font-subset",
    "font-tags", "font-courier", "font-glyph", "font-width", "colour-rgb", "gray-text",
    "gray-line", "gray-overprint", "spot-colour", "spot-all", "spot-suffix", "spot-case",
    "spot-twins", "spot-conflict", "die-line", "ink-coverage", "ink-point", "ink-window",
    "ink-measured", "image-data", "image-resolution", "line-width", "white-line",
    "multi-ink-line", "text-size", "text-multi-ink", "white-text-small", "text-light",
    "text-covered", "rich-black-text", "black-text-overprint", "black-line-overprint",
    "black-outline-overprint", "white-text-overprint", "white-path-overprint",
    "colour-overprint",
)  # fmt: skip
"""The order in which findings are reported, by id; checks that are not named come last."""


def _found() -> Iterator[Check]:
    """The ``CHECK`` of every file. A file without one is a bug."""
    for module in pkgutil.iter_modules(checks.__path__):
        check = import_module(f"{checks.__name__}.{module.name}").CHECK
        assert isinstance(check, Check)
        yield check


def _place(check: Check) -> int:
    return ORDER.index(check.id) if check.id in ORDER else len(ORDER)


CHECKS: tuple[Check, ...] = tuple(sorted(_found(), key=_place))

BY_ID = {check.id: check for check in CHECKS}
