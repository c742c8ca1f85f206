"""A reader of tagged PDF files of the tests' own: the structure tree, by the marks on the pages.

It knows nothing of how the files were made: marked sequences are taken out of pages and forms by
their operators, letters by the fonts' own ToUnicode, and an element's ``/ActualText`` or ``/Alt``
counts instead of what is below it (ISO 32000-1, 14.7 and 14.9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Said:
    """One thing that a reader says."""

    kind: str
    """The type of its element: ``H1``, ``P``, ``Figure``."""
    text: str
    """What is said, with single spaces."""
    section: str
    """The title of the section that it stands in."""
    language: str
    """Of the nearest element that names one, or of the file."""
    page: int
    """The number of the page on which it begins, from 0; -1 for none."""


def walk(path: Path) -> list[Said]:
    """All that a file says, in the order of its tree."""
    with pikepdf.open(path) as document:
        reader = _Reader({page.obj.objgen: at for at, page in enumerate(document.pages)})
        whole = document.Root.StructTreeRoot.K
        return list(reader.said(whole, "", str(document.Root.get("/Lang", "")), None))


class _Reader:
    def __init__(self, numbers: dict[tuple[int, int], int]) -> None:
        self._numbers = numbers
        self._marks: dict[tuple[int, int], dict[int, str]] = {}

    def said(
        self, element: pikepdf.Object, section: str, language: str, page: pikepdf.Object | None
    ) -> Iterator[Said]:
        kind = str(element.S)[1:]
        section = str(element.get("/T", section))
        language = str(element.get("/Lang", language))
        page = element.get("/Pg", page)
        place = page if page is not None else _page_of(element)
        number = self._numbers.get(place.objgen, -1) if place is not None else -1
        instead = element.get("/ActualText", element.get("/Alt"))
        if instead is not None:
            yield Said(kind, _even(str(instead)), section, language, number)
            return
        own = ""
        for kid in _kids(element):
            if isinstance(kid, int):
                own += self._of(page, None)[kid]
            elif kid.get("/Type") == Name.MCR:
                own += self._of(kid.get("/Pg", page), kid.get("/Stm"))[int(kid.MCID)]
            else:
                yield from self.said(kid, section, language, page)
        if _even(own):
            yield Said(kind, _even(own), section, language, number)

    def _of(self, page: pikepdf.Object, form: pikepdf.Object | None) -> dict[int, str]:
        """The texts of a stream's marked sequences."""
        holder = page if form is None else form
        if holder.objgen not in self._marks:
            stream = pikepdf.Page(page) if form is None else form
            self._marks[holder.objgen] = _marked(stream, holder.get("/Resources", Dictionary()))
        return self._marks[holder.objgen]


def _page_of(element: pikepdf.Object) -> pikepdf.Object | None:
    """The page of its first marks, where these stand in a form."""
    found = (kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/Pg" in kid)
    return next((kid.Pg for kid in found), None)


def _kids(element: pikepdf.Object) -> list[object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _marked(stream: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object) -> dict[int, str]:
    fonts = {key: _letters(font) for key, font in resources.get("/Font", Dictionary()).items()}
    found: dict[int, str] = {}
    open_marks: list[int | None] = []
    letters: dict[int, str] = {}
    instead: list[bool] = []
    for step in pikepdf.parse_content_stream(stream):
        operator, operands = str(step.operator), step.operands
        if operator in ("BMC", "BDC"):
            about = operands[1] if operator == "BDC" else Dictionary()
            about = about if isinstance(about, Dictionary) else Dictionary()
            mark = int(about.MCID) if "/MCID" in about else (open_marks or [None])[-1]
            if "/MCID" in about:
                found.setdefault(int(about.MCID), "")
            if "/ActualText" in about and mark is not None:
                found[mark] += str(about.ActualText)
            open_marks.append(mark)
            instead.append("/ActualText" in about)
        elif operator == "EMC":
            open_marks.pop()
            instead.pop()
        elif operator == "Tf":
            letters = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ") and open_marks and open_marks[-1] is not None:
            shown = operands[0] if operator == "TJ" else [operands[0]]
            if not any(instead):
                found[open_marks[-1]] += "".join(
                    _text(bytes(one), letters) for one in shown if isinstance(one, pikepdf.String)
                )
    return found


def _text(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters[codes[at] * 256 + codes[at + 1]] for at in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What the codes of a font mean, by its ToUnicode."""
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _PAIR.findall(font.ToUnicode.read_bytes())
        if code.upper() != b"0000" or text.upper() != b"FFFF"
    }


def _even(text: str) -> str:
    return " ".join(text.replace("\u034f", "").split())
