"""Copies of what paints, entry by entry: only what a page needs to look as it does is taken along.

Whatever an entry is not named for here (metadata, private data, links to other files, alternates,
structure) stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.draw.placed.found import TRANSPARENCY, Found, UnplaceableError
from samenspel.draw.placed.keys import (
    DESCRIPTOR,
    FONT,
    FOREIGN_CODINGS,
    FORM,
    HARMLESS,
    IMAGE,
    KEPT_CODINGS,
    LOST_STATES,
    PATTERN,
    PLAIN_BLENDS,
    PROGRAMS,
    SHADING,
    STATE,
)
from samenspel.draw.placed.spaces import Spaces
from samenspel.draw.placed.taking import Taker
from samenspel.pdf.limits import MAX_FORMS, check_picture, content, filters
from samenspel.pdf.values import Resources, entry, kind, name_of, number, whole
from samenspel.saying import say


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A content stream: its operators, the resources that they need, and which of the colours
    (True for that of fills) it takes from its caller.
    """

    operators: bytes
    needed: Any
    inherits: frozenset[bool] = frozenset()


ContentCleaner = Callable[[Any, Resources, int], Cleaned]
Lab = tuple[float, float, float]


class Copier(Taker):
    """Copies what content streams call; ``clean`` is what cleans the streams in it."""

    def __init__(
        self, target: pikepdf.Pdf, found: Found, inks_of_lab: Callable[[Lab], Sequence[float]]
    ) -> None:
        """``inks_of_lab`` gives the four tints, 0 to 1, that look like a Lab colour."""
        super().__init__(target)
        self.found, self.inks_of_lab = found, inks_of_lab
        self.spaces = Spaces(self, found)
        self.clean: ContentCleaner
        self._inherits: dict[tuple[int, int], frozenset[bool]] = {}

    # -- pictures and forms ---------------------------------------------------------------------

    def image(self, image: Any, resources: Resources) -> Any:
        """A picture with its masks; its data stay as they are packed."""
        return self.once(image, "image", lambda: self._image(image, resources))

    def _image(self, image: Any, resources: Resources) -> Any:
        check_picture(image)
        entries = self.picked(image, IMAGE)
        if not entries.get("/ImageMask", False):
            space = entry(image, "/ColorSpace")
            entries.ColorSpace = self.spaces.clean(space, resources, "a picture")
        soft, mask = entry(image, "/SMask"), entry(image, "/Mask")
        if isinstance(soft, pikepdf.Stream):
            self.found.modern[TRANSPARENCY] = None
            entries.SMask = self.image(soft, resources)
        elif isinstance(mask, pikepdf.Stream):
            entries.Mask = self.image(mask, resources)
        elif isinstance(mask, Array):
            entries.Mask = self.plain(mask)
        if whole(image, "/BitsPerComponent", 8) == 16:
            self.found.modern["pictures of 16 bits a channel"] = None
        return self._packed(image, entries)

    def _packed(self, image: Any, entries: Any) -> Any:
        """The picture's data, packed as they are; what no press file may hold is unpacked."""
        names = filters(image)
        for name in names:
            if name in FOREIGN_CODINGS:
                self.found.unusable[FOREIGN_CODINGS[name]] = None
                return self.stream(b"", entries)
        if any(name not in KEPT_CODINGS for name in names):
            return self.stream(content(image), entries)
        made = self.target.make_stream(b"")
        parms = entry(image, "/DecodeParms")
        coding = image.get("/Filter")
        made.write(
            image.read_raw_bytes(),
            filter=self.plain(coding) if coding is not None else None,
            decode_parms=self.plain(parms) if parms is not None else None,
        )
        for key, value in entries.items():
            made[key] = value
        return made

    def inline(self, image: pikepdf.PdfInlineImage, resources: Resources) -> Any:
        """A picture in a content stream as one of its own."""
        facts = image.obj
        made = self.target.make_stream(b"")
        coding, parms = facts.get("/Filter"), facts.get("/DecodeParms")
        made.write(image.read_raw_bytes(), filter=coding, decode_parms=parms)  # type: ignore[arg-type]
        for key, value in facts.items():
            if key not in ("/Filter", "/DecodeParms", "/Length"):
                made[key] = value
        made.Subtype = Name.Image
        return self._image(made, resources)

    def form(self, form: Any, resources: Resources, depth: int) -> Any:
        """A form XObject with what its content needs. Raises UnplaceableError."""
        if depth > MAX_FORMS:
            raise UnplaceableError("it holds forms in forms without end")
        own = entry(form, "/Resources")
        given = own if own is not None else resources
        what = (
            "form"
            if own is not None
            else say("form in {number}", number=resources.objgen if resources else 0)
        )
        return self.once(form, what, lambda: self._form(form, given, depth))

    def _form(self, form: Any, resources: Resources, depth: int) -> Any:
        cleaned = self.clean(form, resources, depth)
        self._inherits[form.objgen] = cleaned.inherits
        entries = self.picked(form, FORM)
        entries.Resources = cleaned.needed
        group = entry(form, "/Group")
        if group is not None:
            entries.Group = self.group(group, resources)
        return self.stream(cleaned.operators, entries)

    def inherited(self, form: Any) -> frozenset[bool]:
        """Which colours a form that was copied takes from its caller."""
        return self._inherits.get(form.objgen, frozenset())

    def group(self, group: Any, resources: Resources) -> Any:
        """A transparency group that mixes in the press's inks."""
        made = self.picked(group, ("/Type", "/S", "/I", "/K"))
        space = entry(group, "/CS")
        if space is not None:
            before = dict(self.found.foreign)
            made.CS = self.spaces.clean(space, resources, "see-through parts that mix")
            new = [one for one in self.found.foreign if one not in before]
            for one in new:
                del self.found.foreign[one]
                self.found.groups[one] = None
        return made

    # -- states, patterns, shadings ---------------------------------------------------------------

    def state(self, state: Any, resources: Resources, depth: int) -> Any:
        """An entry of ExtGState."""
        return self.once(state, "state", lambda: self._state(state, resources, depth))

    def _state(self, state: Any, resources: Resources, depth: int) -> Any:
        made = self.picked(state, STATE)
        for key, what in LOST_STATES.items():
            value = entry(state, key)
            if value is not None and str(value) not in HARMLESS:
                self.found.notes[say("sets {what}: they are left out", what=what)] = None
        if any(bool(entry(state, key)) for key in ("/OP", "/op")):
            self.found.overprints = True
        if any(number(entry(state, key), 1.0) < 1 for key in ("/CA", "/ca")):
            self.found.modern[TRANSPARENCY] = None
        blend = entry(state, "/BM")
        if blend is not None:
            chosen = blend[0] if isinstance(blend, Array) and len(blend) else blend
            if str(chosen) not in PLAIN_BLENDS:
                self.found.modern[TRANSPARENCY] = None
            made.BM = chosen
        font = entry(state, "/Font")
        if isinstance(font, Array) and len(font) == 2:
            made.Font = Array([self.font(font[0], resources, depth), font[1]])
        soft = entry(state, "/SMask")
        if isinstance(soft, Dictionary):
            self.found.modern[TRANSPARENCY] = None
            made.SMask = self.picked(soft, ("/Type", "/S", "/BC"))
            made.SMask.G = self.form(soft.G, resources, depth + 1)
            if isinstance(entry(soft, "/TR"), (Dictionary, pikepdf.Stream)):
                made.SMask.TR = self.function(soft.TR)
        elif soft is not None:
            made.SMask = Name("/None")
        return made

    def shading(self, shading: Any, resources: Resources) -> Any:
        """A shading, with its functions and its mesh."""
        return self.once(shading, "shading", lambda: self._shading(shading, resources))

    def _shading(self, shading: Any, resources: Resources) -> Any:
        made = self.picked(shading, SHADING)
        made.ColorSpace = self.spaces.clean(entry(shading, "/ColorSpace"), resources, "a gradient")
        function = entry(shading, "/Function")
        if function is not None:
            made.Function = self.function(function)
        if isinstance(shading, pikepdf.Stream):
            return self.stream(content(shading), made)
        return made

    def pattern(self, pattern: Any, resources: Resources, depth: int) -> Any:
        """A pattern of either kind."""
        return self.once(pattern, "pattern", lambda: self._pattern(pattern, resources, depth))

    def _pattern(self, pattern: Any, resources: Resources, depth: int) -> Any:
        made = self.picked(pattern, PATTERN)
        if not isinstance(pattern, pikepdf.Stream):
            made.Shading = self.shading(pattern.Shading, resources)
            state = entry(pattern, "/ExtGState")
            if state is not None:
                made.ExtGState = self.state(state, resources, depth)
            return made
        own = entry(pattern, "/Resources")
        cleaned = self.clean(pattern, own if own is not None else resources, depth + 1)
        made.Resources = cleaned.needed
        return self.stream(cleaned.operators, made)

    # -- fonts ------------------------------------------------------------------------------------

    def font(self, font: Any, resources: Resources, depth: int) -> Any:
        """A font; one without its program is noted."""
        return self.once(font, "font", lambda: self._font(font, resources, depth))

    def _font(self, font: Any, resources: Resources, depth: int) -> Any:
        named = name_of(entry(font, "/BaseFont") or Name.Unnamed)
        if kind(font) == "Type3":
            return self.target.make_indirect(self._drawn_font(font, resources, depth))
        made = self._kept_font(font)
        inner = entry(font, "/DescendantFonts")
        holder = inner[0] if isinstance(inner, Array) and len(inner) else font
        descriptor = entry(holder, "/FontDescriptor")
        if not any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in PROGRAMS):
            self.found.unembedded[named] = None
        else:
            self.found.fonts[named] = None
        if holder is not font:
            made.DescendantFonts = Array([self.target.make_indirect(self._kept_font(holder))])
        return self.target.make_indirect(made)

    def _kept_font(self, font: Any) -> Any:
        made = self.picked(font, [key for key in FONT if key != "/FontDescriptor"])
        descriptor = entry(font, "/FontDescriptor")
        if descriptor is not None:
            made.FontDescriptor = self.target.make_indirect(self.picked(descriptor, DESCRIPTOR))
        return made

    def _drawn_font(self, font: Any, resources: Resources, depth: int) -> Any:
        """A Type 3 font: each letter is a content of its own, and all share their resources."""
        made = self._kept_font(font)
        own = entry(font, "/Resources")
        given = own if own is not None else resources
        letters, gathered = Dictionary(), Dictionary()
        for key, letter in font.CharProcs.items():
            cleaned = self.clean(letter, given, depth + 1)
            for group, named in cleaned.needed.items():
                if group not in gathered:
                    gathered[group] = Dictionary()
                for name, value in named.items():
                    gathered[group][name] = value
            letters[key] = self.stream(cleaned.operators, Dictionary())
        made.CharProcs, made.Resources = letters, gathered
        return made
