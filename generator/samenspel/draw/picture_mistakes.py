"""What is refused of pictures of pixels, each with what to do about it."""

from __future__ import annotations

from samenspel.diagnostics import Location
from samenspel.errors import ContentError
from samenspel.saying import say


def unreadable(location: Location, why: str) -> ContentError:
    """A file that is damaged, or no picture."""
    error = ContentError.of(
        "picture-unreadable",
        say("the picture cannot be read: {why}", why=why),
        location,
        remedy="open it in a picture editor and save it again as PNG, TIFF or JPEG",
    )
    assert isinstance(error, ContentError)
    return error


def blank(location: Location) -> ContentError:
    """A picture that is wholly see-through."""
    error = ContentError.of(
        "art-blank",
        "the picture shows nothing: all of it is see-through",
        location,
        remedy="save it again with its layers visible",
    )
    assert isinstance(error, ContentError)
    return error


def too_large(
    location: Location, size: tuple[int, int], limit: int, *, progressive: bool = False
) -> ContentError:
    """A picture of more pixels than its kind may have."""
    kind, remedy = "its kind", "scale it down: 300 pixels an inch of its printed size is enough"
    if progressive:
        kind = "a progressive JPEG, which comes as a whole,"
        remedy = "save it as a plain JPEG (without 'progressive'), or scale it down"
    error = ContentError.of(
        "picture-too-large",
        say(
            "the picture measures {width} × {height} pixels; the limit for {kind} is {limit} "
            "million pixels",
            width=size[0],
            height=size[1],
            kind=kind,
            limit=limit // 10**6,
        ),
        location,
        remedy=remedy,
    )
    assert isinstance(error, ContentError)
    return error
