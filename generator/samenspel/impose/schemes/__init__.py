"""Schemes: one file each, with a ``SCHEME``; whoever offers them to choose from asks this table."""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenspel.impose.scheme import Scheme

DEFAULT = "n-up"


def scheme_names() -> tuple[str, ...]:
    """The names of all schemes, from the names of their files; the default one first."""
    found = (module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(found, key=lambda name: (name != DEFAULT, name)))


@functools.cache
def schemes() -> Mapping[str, Scheme]:
    """All schemes by name."""
    files = (f"{__name__}.{name.replace('-', '_')}" for name in scheme_names())
    return {one.name: one for one in (import_module(file).SCHEME for file in files)}
