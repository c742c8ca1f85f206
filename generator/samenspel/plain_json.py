"""What samenspel wrote itself, read back as if a stranger had written it, for one may have."""

from __future__ import annotations

import json
from typing import Any


def parsed(data: bytes | str) -> Any:
    """What JSON says. Raises ValueError for what is none, however deep it is."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("lists in lists without end") from error
