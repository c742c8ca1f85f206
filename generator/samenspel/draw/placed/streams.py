"""Content streams of a placed PDF: what shows in them, with new names for what they call."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from samenspel.draw.placed.copying import Cleaned, Copier
from samenspel.draw.placed.found import Found, UnplaceableError
from samenspel.draw.placed.spaces import Spaces
from samenspel.draw.placed.visible import (
    FILLS,
    IMAGE,
    SHOWS,
    STROKES,
    Instruction,
    operators,
    visible,
)
from samenspel.pdf.layers import Layer
from samenspel.pdf.limits import content
from samenspel.pdf.values import Resources, entry, kind, name_of
from samenspel.saying import say

FILL, STROKE = True, False
"""The two colours of a graphics state."""
DEVICE_COLOURS = {"g": FILL, "k": FILL, "rg": FILL, "G": STROKE, "K": STROKE, "RG": STROKE}
CHOSEN_SPACES = {"cs": FILL, "CS": STROKE}
CHOSEN_COLOURS = {"sc": FILL, "scn": FILL, "SC": STROKE, "SCN": STROKE}
BEGINS_PATH = frozenset(("m", "re"))
ENDS_PATH = FILLS | STROKES | {"n"}


class Streams:
    """Cleans the streams of one document; ``off`` are the layers that do not print."""

    def __init__(self, copier: Copier, found: Found, off: frozenset[Layer]) -> None:
        self._copier, self._found, self._off = copier, found, off
        copier.clean = self.clean

    def clean(self, holder: Any, resources: Resources, depth: int) -> Cleaned:
        """What is left of a page, form, pattern or letter. Raises UnplaceableError,
        TooLargeError.
        """
        if isinstance(holder, pikepdf.Stream):
            content(holder)  # which holds it to the bounds
        try:
            instructions = pikepdf.parse_content_stream(holder)
        except pikepdf.PdfError as error:
            raise UnplaceableError(
                say("its content cannot be read ({error})", error=error)
            ) from error
        one = _Stream(self._copier, self._found, resources, depth)
        for operands, word in visible(instructions, resources, self._off):
            one.take(operands, word)
        written = pikepdf.unparse_content_stream(operators(one.out)) + b"\n"
        return Cleaned(written, one.needed, frozenset(one.inherits))


class _Stream:
    """One content stream on its way through.

    A colour is written once something is painted in it, so that what is set and never used needs
    no resources and stops nothing. It stands before the path that it paints.
    """

    def __init__(self, copier: Copier, found: Found, resources: Resources, depth: int) -> None:
        self.out: list[Instruction] = []
        self.needed = Dictionary()
        self.inherits: set[bool] = set()
        """The colours that it paints in as its caller has set them."""
        self._copier, self._found = copier, found
        self._resources, self._depth = resources, depth
        self._names: dict[tuple[str, str], Name] = {}
        self._spaces: dict[str, tuple[Any, Found]] = {}
        self._waiting: dict[bool, list[Instruction] | None] = {FILL: None, STROKE: None}
        """What sets each colour and is not written yet; ``None`` while it is the caller's."""
        self._saved: list[dict[bool, list[Instruction] | None]] = []
        self._path: int | None = None
        """Where the path in hand begins."""

    def take(self, operands: list[Any], word: str) -> None:
        """One instruction."""
        if word in DEVICE_COLOURS:
            self._waiting[DEVICE_COLOURS[word]] = [(operands, word)]
        elif word in CHOSEN_SPACES:
            self._waiting[CHOSEN_SPACES[word]] = [(operands, word)]
        elif word in CHOSEN_COLOURS:
            side = CHOSEN_COLOURS[word]
            before = [one for one in self._waiting[side] or [] if one[1] not in CHOSEN_COLOURS]
            self._waiting[side] = [*before, (operands, word)]
        elif word in ("Do", "Tf", "gs", "sh", IMAGE):
            self._call(operands, word)
        else:
            self._follow(word)
            self.out.append((operands, word))
            if word in ENDS_PATH:
                self._path = None

    def _follow(self, word: str) -> None:
        if word == "q":
            self._saved.append(dict(self._waiting))
        elif word == "Q" and self._saved:
            self._waiting = self._saved.pop()
        elif word in BEGINS_PATH and self._path is None:
            self._path = len(self.out)
        elif word in SHOWS:
            self._paint(FILL, STROKE)
        elif word in FILLS or word in STROKES:
            self._paint(*[FILL] * (word in FILLS), *[STROKE] * (word in STROKES))

    def _paint(self, *sides: bool) -> None:
        """Something is painted in these colours, which are written if they wait."""
        self._found.painted += 1
        for side in sides:
            self._use(side)

    def _use(self, side: bool) -> None:
        waiting = self._waiting[side]
        if waiting is None:
            self.inherits.add(side)
            return
        written = [one for instruction in waiting for one in self._coloured(*instruction)]
        place = len(self.out) if self._path is None else self._path
        self.out[place:place] = written
        if self._path is not None:
            self._path += len(written)
        self._waiting[side] = []

    # -- colour -----------------------------------------------------------------------------------

    def _coloured(self, operands: list[Any], word: str) -> list[Instruction]:
        """An instruction that sets a colour, now that something is painted in it."""
        if word in ("rg", "RG"):
            self._found.foreign["shapes or text in DeviceRGB"] = None
            return []
        if word in CHOSEN_SPACES:
            cleaned, met = self._space(operands[0])
            self._found.take(met)
            return [([cleaned], word)]
        if word in CHOSEN_COLOURS and operands and isinstance(operands[-1], Name):
            operands = [*operands[:-1], self._resource("Pattern", operands[-1])]
        return [(operands, word)]

    def _space(self, name: Any) -> tuple[Any, Found]:
        """A colour space as it is called now, and what was met in it."""
        if str(name) not in self._spaces:
            met = Found()
            own = entry(entry(self._resources, "/ColorSpace"), str(name))
            spaces = Spaces(self._copier, met)
            wanted = own if own is not None else name
            cleaned = spaces.clean(wanted, self._resources, "shapes or text")
            if not isinstance(cleaned, Name):
                cleaned = self._needs("ColorSpace", cleaned)
            self._spaces[str(name)] = cleaned, met
        return self._spaces[str(name)]

    # -- resources --------------------------------------------------------------------------------

    def _call(self, operands: list[Any], word: str) -> None:
        if word == "Tf":
            self.out.append(([self._resource("Font", operands[0]), operands[1]], word))
        elif word == "gs":
            self.out.append(([self._resource("ExtGState", operands[0])], word))
        elif word == "sh":
            self._paint()
            self.out.append(([self._resource("Shading", operands[0])], word))
        elif word == IMAGE:
            image = self._copier.inline(operands[0], self._resources)
            self._picture(image)
            self.out.append(([self._needs("XObject", image)], "Do"))
        else:
            self._do(operands[0])

    def _do(self, name: Any) -> None:
        called = entry(entry(self._resources, "/XObject"), str(name))
        made = self._resource("XObject", name)
        if called is not None and kind(called) == "Form":
            for side in sorted(self._copier.inherited(called), reverse=True):
                self._use(side)
        elif called is not None:
            self._picture(called)
        self.out.append(([made], "Do"))

    def _picture(self, image: Any) -> None:
        """A stencil is painted in the colour of fills; other pictures have their own."""
        self._paint(*[FILL] * bool(image.get("/ImageMask", False)))

    def _resource(self, group: str, name: Any) -> Name:
        """The new name of a resource, which is taken along. Raises UnplaceableError."""
        key = group, str(name)
        if key not in self._names:
            value = entry(entry(self._resources, f"/{group}"), str(name))
            if value is None:
                raise UnplaceableError(
                    say(
                        "it calls for {name_of} ({group}), which it lacks",
                        name_of=name_of(name),
                        group=group,
                    )
                )
            self._names[key] = self._needs(group, self._copied(group, value))
        return self._names[key]

    def _copied(self, group: str, value: Any) -> Any:
        copier, resources, depth = self._copier, self._resources, self._depth + 1
        if group == "XObject":
            if kind(value) == "Image":
                return copier.image(value, resources)
            return copier.form(value, resources, depth)
        if group == "Font":
            return copier.font(value, resources, depth)
        if group == "ExtGState":
            return copier.state(value, resources, depth)
        if group == "Shading":
            return copier.shading(value, resources)
        return copier.pattern(value, resources, depth)

    def _needs(self, group: str, value: Any) -> Name:
        name = self._copier.name()
        if f"/{group}" not in self.needed:
            self.needed[f"/{group}"] = Dictionary()
        self.needed[f"/{group}"][name] = value
        return Name(name)
