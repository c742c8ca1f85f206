"""What the files of formats and themes hold, as a maker writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from samenspel.kinds.sets import InksFile
from samenspel.model.content import Content, Text
from samenspel.model.region import Tints

Millimetres = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
Side = Annotated[float, Field(ge=20, le=1000, allow_inf_nan=False)]
Points = Annotated[float, Field(gt=0, le=400, allow_inf_nan=False)]
Hex = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]


FontChain = Annotated[
    FileName | Annotated[list[FileName], Field(min_length=1, max_length=8)],
    Field(description="A font file, or several: what the first lacks is taken from the next."),
]


class TypeRows(Content):
    """The type of a format: design size, minimum and leading for each role."""

    title: Annotated[list[Points], Field(min_length=2, max_length=3)]
    """The title of a card."""
    core: Annotated[list[Points], Field(min_length=2, max_length=3)]
    """The sentence that carries a card."""
    question: Annotated[list[Points], Field(min_length=2, max_length=3)]
    """Questions."""
    text: Annotated[list[Points], Field(min_length=2, max_length=3)]
    """All other text."""
    label: Annotated[list[Points], Field(min_length=2, max_length=3)]
    """Names and headings of a few words."""
    furniture: Annotated[list[Points], Field(min_length=2, max_length=3)]
    """Numbers, sources, what stands at the foot."""


class FormatFile(Content):
    """``presets/formats/<name>.yaml``."""

    title: Text
    """What people call it."""
    width: Side
    """Of the trim, in mm."""
    height: Side
    """Of the trim, in mm."""
    bleed: Millimetres
    """How far pages are painted beyond the trim, in mm."""
    safe: Millimetres
    """How far inside the trim nothing important stands, in mm."""
    radius: Millimetres
    """Of the corners, in mm."""
    margin: Millimetres
    """From the trim to the texts, in mm."""
    gutter: Millimetres | None = None
    """Between trims on a sheet, in mm; none for twice the bleed."""
    drop: list[Literal["text"]] = Field(default=[])
    """Texts that this format leaves out or says in short."""
    type: TypeRows
    """The sizes of type."""


class PaletteEntry(Content):
    """One flat colour of the drawings, on screen and on press."""

    screen: Hex
    """The colour in the SVG."""
    ink: Tints
    """What it becomes on press."""


class FontFiles(Content):
    """The font file of each role, or several: glyphs that one lacks come from the next."""

    display: FontChain
    """Titles."""
    heading: FontChain
    """Names and headings."""
    text: FontChain
    """Running text."""
    text_italic: FontChain = Field(alias="text-italic")
    """The same, in italic."""
    text_semibold: FontChain = Field(alias="text-semibold")
    """The same, a little heavier."""
    text_bold: FontChain = Field(alias="text-bold")
    """The same, in bold."""
    text_extrabold: FontChain | None = Field(default=None, alias="text-extrabold")
    """Bold words among semi-bold ones."""
    text_semibold_italic: FontChain | None = Field(default=None, alias="text-semibold-italic")
    """Italic words among semi-bold ones."""
    text_bold_italic: FontChain | None = Field(default=None, alias="text-bold-italic")
    """Words that are bold and italic."""
    fallback: FontChain | None = None
    """Behind every chain."""


ROLES = tuple(
    field.alias or name for name, field in FontFiles.model_fields.items() if field.is_required()
)
"""What fonts are for."""
EMPHASIS = {
    "text-extrabold": "text-bold",
    "text-semibold-italic": "text-italic",
    "text-bold-italic": "text-bold",
}
"""The roles of bold and italic words that a theme may leave out, and what stands in for each."""


class ThemeFile(Content):
    """``presets/themes/<name>.yaml``."""

    title: Text
    """What people call it."""
    paper_tint: Tints
    """A light ground beside the paper's white."""
    accent: Tints
    """The colour of what belongs to no condition."""
    conditions: dict[str, InksFile] = Field(default={})
    """The colours of conditions, in place of the model's own."""
    palette: dict[str, PaletteEntry] = Field(min_length=1)
    """The flat colours of drawings, by name."""
    fonts: FontFiles
    """The files of each face."""
    features: dict[
        Literal["display", "heading", "text", "text-italic", "text-semibold", "text-bold"],
        dict[str, bool],
    ] = Field(default={})
    """OpenType features of each face, switched on or off."""
