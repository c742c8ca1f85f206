"""Art from PDFs on this press: what the press cannot take of it, and what its maker should know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import ContentError
from samenspel.model.art import Art, PlacedArt
from samenspel.model.style import Press
from samenspel.saying import say

TRANSPARENCY = "transparency"


def check_placed(arts: Mapping[str, Art], press: Press, places: Mapping[str, str]) -> None:
    """Raise ContentError with all that this press cannot take of placed PDFs.

    ``places`` says in words where the deck names each piece of art.
    """
    placed = _placed(arts)
    found = [(name, one) for name, art in placed.items() for one in _mistakes(art, press)]
    found += _two_looks(placed)
    if found:
        raise ContentError(
            Diagnostic(one.code, one.message + places.get(name, ""), _at(name), remedy=one.remedy)
            for name, one in found
        )


def placed_notes(
    arts: Mapping[str, Art], press: Press, places: Mapping[str, str]
) -> list[Diagnostic]:
    """What stops nothing, and may surprise."""
    return [
        Diagnostic(
            one.code,
            say("{name} {said}{place}", name=name, said=one.message, place=places.get(name, "")),
            _at(name),
            remedy=one.remedy,
            severity=Severity.WARNING,
        )
        for name, art in _placed(arts).items()
        for one in _notes(art, press)
    ]


def spots_of(arts: Mapping[str, Art]) -> frozenset[str]:
    """The spot colours that placed PDFs bring."""
    return frozenset(spot for art in _placed(arts).values() for spot, _ in art.spots)


def is_transparent(arts: Mapping[str, Art]) -> bool:
    """Whether a placed PDF is see-through somewhere."""
    return any(TRANSPARENCY in art.modern for art in _placed(arts).values())


def _placed(arts: Mapping[str, Art]) -> dict[str, PlacedArt]:
    return {name: art for name, art in arts.items() if isinstance(art, PlacedArt)}


def _at(name: str) -> Location:
    return Location(f"assets/{name}")


class Fault(NamedTuple):
    """What is so of a file, and what to do."""

    code: str
    message: str
    remedy: str


def _mistakes(art: PlacedArt, press: Press) -> Iterator[Fault]:
    forbidden = list(art.modern) if press.standard != "PDF/X-4" else []
    if TRANSPARENCY in art.modern and not press.transparency:
        forbidden = [TRANSPARENCY]
    if forbidden:
        who = (
            press.standard
            if press.standard != "PDF/X-4"
            else say("the press {name}", name=press.name)
        )
        yield Fault(
            "art-pdf-transparency",
            say(
                "the PDF uses {forbidden}, which {who} does not allow",
                forbidden=" and ".join(forbidden),
                who=who,
            ),
            "export it with transparency flattened and pictures of 8 bits (PDF/X-1a does so)",
        )
    if art.fonts and press.text == "outlined":
        yield Fault(
            "art-pdf-font",
            say(
                "the PDF has live text ({fonts}), and the press {name} wants outlines",
                fonts=", ".join(art.fonts),
                name=press.name,
            ),
            "turn its text into outlines and export it again",
        )
    line = press.die_line
    for spot, _ in art.spots:
        if line and _plain(spot) == _plain(line.name):
            yield Fault(
                "art-pdf-spot",
                say(
                    'the PDF has the spot colour "{spot}", and {name} cuts along "{line_name}"',
                    spot=spot,
                    name=press.name,
                    line_name=line.name,
                ),
                "take that colour, or the layer that holds it, out of the file",
            )


def _plain(spot: str) -> str:
    return "".join(spot.split()).lower()


def _two_looks(placed: Mapping[str, PlacedArt]) -> list[tuple[str, Fault]]:
    """Spots that two files describe differently: on press they are one ink."""
    known: dict[str, tuple[str, bytes]] = {}
    found: list[tuple[str, Fault]] = []
    for name, art in placed.items():
        for spot, look in art.spots:
            first, seen = known.setdefault(spot, (name, look))
            if look and seen and look != seen:
                what = say(
                    'the spot colour "{spot}" looks otherwise than in {first}',
                    spot=spot,
                    first=first,
                )
                remedy = "give both files the same colour, from one library"
                found.append((name, Fault("art-pdf-spot", what, remedy)))
    return found


def _notes(art: PlacedArt, press: Press) -> Iterator[Fault]:
    if art.spots:
        named = ", ".join(f'"{spot}"' for spot, _ in art.spots)
        plates = "a plate of its own" if len(art.spots) == 1 else "plates of their own"
        yield Fault(
            "art-pdf-spot",
            say("prints with {plates}: {named}", plates=plates, named=named),
            "ask the print shop whether it prints that ink, or export the file with CMYK only",
        )
    look = "look whether it prints as you wish"
    if press.rich_black is not None:
        what = "is a PDF: its large blacks keep their inks, without rich black"
        yield Fault("art-note", what, look)
    if art.overprints and not press.overprint:
        who = say("and {name} asks for files in which nothing overprints", name=press.name)
        yield Fault(
            "art-note",
            say("sets overprint itself, {who}", who=who),
            "take overprint out of the file",
        )
    if art.white_is_ground:
        what = "is a PDF: its white stays white (logo_white)"
        yield Fault("art-note", what, "take its white out")
