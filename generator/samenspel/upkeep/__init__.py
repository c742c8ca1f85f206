"""Keeping a deck up: overridden texts, gaps in translations, rewording, schemas for editors."""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.upkeep.alts import alts_of_other_pictures
    from samenspel.upkeep.avoiding import avoided_words
    from samenspel.upkeep.overrides import accepted_overrides, outdated_overrides, stale_overrides
    from samenspel.upkeep.schemas import json_schemas, write_schemas
    from samenspel.upkeep.vocabulary import own_words

__all__ = [
    "accepted_overrides",
    "alts_of_other_pictures",
    "avoided_words",
    "json_schemas",
    "outdated_overrides",
    "own_words",
    "stale_overrides",
    "write_schemas",
]
__getattr__ = lazily(
    __name__,
    {
        "alts": ("alts_of_other_pictures",),
        "avoiding": ("avoided_words",),
        "overrides": ("accepted_overrides", "outdated_overrides", "stale_overrides"),
        "vocabulary": ("own_words",),
        "schemas": ("json_schemas", "write_schemas"),
    },
)
