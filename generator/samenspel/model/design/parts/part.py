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
    turns: ClassVar[bool] = True
    """False for a part of the whole side, which cannot be turned."""
    within: ClassVar[str] = "inner"
    """The area that it stands in where its item does not say."""

    @property
    def turns_in_place(self) -> bool:
        """True for a part that turns about its own middle, not about that of its item's area."""
        return False
