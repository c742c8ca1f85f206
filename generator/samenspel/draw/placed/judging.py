"""What stops a PDF from being placed, with what to ask its maker for; and what is only said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pikepdf

from samenspel.diagnostics import Diagnostic, Location
from samenspel.draw.placed.found import Found
from samenspel.errors import ContentError
from samenspel.pdf.values import entry, listed
from samenspel.saying import say

_MOST_NAMED = 5


def encrypted(location: Location) -> ContentError:
    """A PDF that is locked."""
    return _error(
        "art-pdf-encrypted",
        "the PDF is encrypted",
        location,
        "ask its maker for a PDF without a password and without restrictions",
    )


def unplaceable(why: str, location: Location) -> ContentError:
    """A PDF that cannot be read, or not wholly."""
    return _error(
        "art-pdf-unreadable",
        say("the PDF cannot be placed: {why}", why=why),
        location,
        "export it again from the program that it was made in, as PDF/X-4 or PDF/X-1a",
    )


def _error(code: str, message: str, location: Location, remedy: str) -> ContentError:
    error = ContentError.of(code, message, location, remedy=remedy)
    assert isinstance(error, ContentError)
    return error


def mistakes(found: Found, location: Location) -> list[Diagnostic]:
    """All that no press takes."""
    return [
        Diagnostic(one.code, one.message, location, remedy=one.remedy) for one in _mistakes(found)
    ]


class Fault(NamedTuple):
    """What is so, and what to do."""

    code: str
    message: str
    remedy: str


def _mistakes(found: Found) -> Iterator[Fault]:
    if NO_CONTENT in found.notes:
        yield Fault(
            "art-pdf-empty",
            "the AI file was saved without its PDF content",
            "save it in Illustrator again with “Create PDF Compatible File”, or as SVG",
        )
    elif not found.painted:
        yield Fault(
            "art-pdf-empty",
            "page 1 of the PDF shows nothing",
            "check that its layers are visible and printed, and export it again",
        )
    if found.foreign:
        yield Fault(
            "art-pdf-rgb",
            say("the PDF holds {listed}, not in press colours", listed=_listed(found.foreign)),
            "export it with all colours as CMYK (PDF/X-1a does so), or as SVG, whose colours are "
            "converted here",
        )
    if found.groups and found.transparent:
        yield Fault(
            "art-pdf-rgb",
            say("the PDF has {listed}", listed=_listed(found.groups)),
            "set the document's colours to CMYK before you export it, or export it as PDF/X-1a",
        )
    if found.unembedded:
        yield Fault(
            "art-pdf-font",
            say(
                "the PDF uses fonts that are not in it: {listed}", listed=_listed(found.unembedded)
            ),
            "export it with all fonts embedded, or with its text as outlines",
        )
    if found.unusable:
        yield Fault(
            "art-pdf-unsupported",
            say("the PDF holds {listed}", listed=_listed(found.unusable)),
            "export it as PDF/X-1a or PDF/X-4 with pictures as ZIP or JPEG, and give each spot "
            "colour one definition",
        )


NO_CONTENT = "was saved by Illustrator without its PDF content"


def notes_on(source: pikepdf.Pdf, found: Found, page: pikepdf.Object) -> tuple[str, ...]:
    """What a maker should know of a PDF that is placed."""
    return tuple(dict.fromkeys([*_dropped(source, page), *found.notes]))


def _dropped(source: pikepdf.Pdf, page: pikepdf.Object) -> Iterator[str]:
    count = len(source.pages)
    if count > 1:
        yield say("has {count} pages: the first is placed", count=count)
    shown = [one for one in listed(entry(page, "/Annots")) if _prints(one)]
    if shown:
        yield say("has {count} comment(s) or form field(s): they are not printed", count=len(shown))
    names = entry(source.Root, "/Names")
    if entry(names, "/JavaScript") is not None or "/OpenAction" in source.Root:
        yield "holds scripts or actions: they are left out"
    if entry(names, "/EmbeddedFiles") is not None:
        yield "holds other files: they are left out"


def _prints(annotation: pikepdf.Object) -> bool:
    return str(entry(annotation, "/Subtype")) not in ("/Link", "/Popup")


def _listed(things: Iterable[str]) -> str:
    every = list(things)
    more = len(every) - _MOST_NAMED
    named = ", ".join(every[:_MOST_NAMED])
    return say("{named} and {more} more", named=named, more=more) if more > 0 else named
