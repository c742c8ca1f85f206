"""What all content is made of: frozen, validated types without any I/O.

The same types describe a deck before and after its templates are rendered: rendering replaces texts
by texts. Field descriptions feed the JSON Schema that editors show to deck makers.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Waive = Annotated[
    dict[str, str],
    Field(exclude=True, description="Meldingen die mogen blijven: de code, dan de reden."),
]
"""Waivers are no content: they are not printed and do not change the edition code."""
TAG = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"
"""BCP 47 in small letters, as folders of languages are called."""
Language = Annotated[str, StringConstraints(pattern=TAG)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Content(BaseModel):
    """Base of all content: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
