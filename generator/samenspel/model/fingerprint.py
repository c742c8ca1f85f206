"""Fingerprints of data: the same on every machine, whatever order or layout the data came in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any


def fingerprint(data: Any) -> str:
    """SHA-256 in hex of canonical JSON: sorted keys, no spaces, UTF-8.

    ``data`` is made of mappings, lists, texts, numbers, sets of texts, and dataclasses of these,
    of which fields that do not count when two are compared do not count here either.
    """
    text = json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name) for one in fields(value) if one.compare}
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no fingerprint")
