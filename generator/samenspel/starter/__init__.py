"""A deck project of one's own: a small one on the built-in deck, or a whole copy of it."""

from typing import TYPE_CHECKING

from samenspel.lazy import lazily

if TYPE_CHECKING:
    from samenspel.starter.colour import accent_of
    from samenspel.starter.copying import check_empty, copy_project, renew_schemas
    from samenspel.starter.example import copy_example, example_names
    from samenspel.starter.logo import logo_bytes
    from samenspel.starter.small import Start, new_project, suggested_name

__all__ = [
    "Start",
    "accent_of",
    "check_empty",
    "copy_example",
    "copy_project",
    "example_names",
    "logo_bytes",
    "new_project",
    "renew_schemas",
    "suggested_name",
]
__getattr__ = lazily(
    __name__,
    {
        "colour": ("accent_of",),
        "copying": ("check_empty", "copy_project", "renew_schemas"),
        "example": ("copy_example", "example_names"),
        "logo": ("logo_bytes",),
        "small": ("Start", "new_project", "suggested_name"),
    },
)
