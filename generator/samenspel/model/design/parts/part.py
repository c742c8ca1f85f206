"""What all parts are."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict

from samenspel.model.content import Content


class Part(Content):
    """Base of all parts."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True
    )
    short: ClassVar[str] = ""
    """The parameter that a bare value is; empty for a part that needs its keys."""
    within: ClassVar[str] = "inner"
    """The area that it stands in where its item does not say."""
