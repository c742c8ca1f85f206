"""One Frame as a page's content stream: operators and the resources that they name.

Points throughout; the origin is the bleed box's lower left corner (ISO 32000-1, 8.3.2). Text and
thin lines of black ink alone overprint, and spot colours always; all else knocks out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspel.draw.fonts import Subset
from samenspel.draw.marking import marked
from samenspel.draw.showing import shown
from samenspel.model.frame import Frame, Path, Placement, Shape, TextRun
from samenspel.model.ink import Ink
from samenspel.tagging import Marks
from samenspel.units import MM_PER_POINT, POINTS_PER_MM, number

THIN_LINE = 2.0
"""Points: black lines below this overprint (GWG 2022, R0010)."""

OVERPRINT = {(False, False): "O0", (True, True): "O1", (True, False): "O2"}
"""Names of the graphics states by (strokes overprint, fills overprint)."""

Look = tuple[str, Ink, tuple[tuple[Ink, float], ...]]
"""``Placement.look``: what decides how art is drawn."""

_NAMES = {"M": "m", "L": "l", "C": "c"}


@dataclass(slots=True)
class Names:
    """What a page's names stand for: fonts by TextRun.font, art by its ``look``.

    ``outlines`` holds, instead of fonts, the forms of glyphs by TextRun.font and glyph id (none for
    a space); ``spots`` the colour spaces of spot colours, ``layers`` the groups of optional content
    (none for a standard that knows no layers). Without ``overprint`` black text and thin
    lines knock out.
    """

    fonts: dict[str, tuple[str, Subset]]
    art: dict[Look, ArtName]
    outlines: dict[str, dict[int, str]] = field(default_factory=dict)
    spots: dict[str, str] = field(default_factory=dict)
    layers: dict[str, str] = field(default_factory=dict)
    overprint: bool = True


@dataclass(frozen=True, slots=True)
class ArtName:
    """How a page calls art, and the art's size in the units that its form draws in (1 × 1 for an
    image).
    """

    resource: str
    width: float
    height: float


def write_frame(frame: Frame, names: Names, marks: Marks | None = None) -> tuple[bytes, set[str]]:
    """The page's operators and the resource names that they use; with ``marks`` they are marked."""
    writer = _Writer(frame, names, marks is not None)
    for item, around in marked(frame.items, marks):
        writer.out.extend(around.before)
        if isinstance(item, TextRun):
            writer.text(item, around.spaced)
        elif isinstance(item, Shape):
            writer.shape(item)
        else:
            writer.placement(item)
        writer.out.extend(around.after)
    return "\n".join([*writer.out, ""]).encode("ascii"), writer.used


@dataclass(slots=True)
class _Writer:
    frame: Frame
    names: Names
    tagged: bool = False
    out: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    state: dict[str, str] = field(default_factory=dict)

    # -- state --------------------------------------------------------------------------------

    def _write_state(self, operator: str, operands: str) -> None:
        """Change the graphics state, unless it is so already."""
        if self.state.get(operator) != operands:
            self.state[operator] = operands
            self.out.append(f"{operands} {operator}")

    def _overprint(self, strokes: bool, fills: bool) -> None:
        name = OVERPRINT[strokes, fills]
        self.used.add(name)
        self._write_state("gs", f"/{name}")

    def _x(self, mm: float) -> float:
        return (mm + self.frame.bleed) * POINTS_PER_MM

    def _y(self, mm: float) -> float:
        return (self.frame.height + self.frame.bleed - mm) * POINTS_PER_MM

    # -- text ---------------------------------------------------------------------------------

    def text(self, run: TextRun, spaced: bool = False) -> None:
        """Glyphs at their places: TJ arrays, with a rise (Ts) where glyphs leave the baseline.

        A ``spaced`` line ends in a space, which parts it from the next one for who reads letters.
        """
        if not run.glyphs:
            return
        over = bool(run.spot) or (run.ink.black_only and self.names.overprint)
        self._overprint(over, over)
        self._fill_colour(run.ink, run.spot)
        if run.font in self.names.outlines:
            self._outlined(run, self.names.outlines[run.font])
            return
        name, subset = self.names.fonts[run.font]
        self.used.add(name)
        x, y = number(self._x(run.x), 3), number(self._y(run.y), 3)
        place = f"{_AXES[run.turn]} {x} {y} Tm" if run.turn else f"{x} {y} Td"
        self.out.append(f"BT\n/{name} {number(run.size, 3)} Tf\n{place}")
        self.out.extend(shown(run, subset, letters=self.tagged and subset.silent))
        if spaced and subset.space is not None:
            self.out.append(f"<{subset.space:04X}> Tj")
        self.out.append("ET")

    def _outlined(self, run: TextRun, forms: dict[int, str]) -> None:
        """Glyphs as forms of an em, each moved on from the one before.

        Each step starts from where the last one really is, so that rounding never adds up.
        """
        size = number(run.size, 3)
        x, y = number(self._x(run.x), 3), number(self._y(run.y), 3)
        axes = " ".join(size if axis == "1" else axis.replace("1", size) for axis in
                        _AXES[run.turn].split())  # fmt: skip
        self.out.append(f"q {axes} {x} {y} cm")
        em = run.size * MM_PER_POINT
        here = 0.0, 0.0
        for glyph in run.glyphs:
            form = forms.get(glyph.gid)
            if form is None:
                continue
            step = round(glyph.x / em - here[0], 4), round(glyph.y / em - here[1], 4)
            here = here[0] + step[0], here[1] + step[1]
            self.used.add(form)
            if any(step):
                self.out.append(f"1 0 0 1 {number(step[0])} {number(step[1])} cm")
            self.out.append(f"/{form} Do")
        self.out.append("Q")

    # -- shapes -------------------------------------------------------------------------------

    def shape(self, shape: Shape) -> None:
        """A path, filled and/or stroked with round caps and joins."""
        stroke = shape.stroke if shape.line_width > 0 else None
        if not shape.path or (shape.fill is None and stroke is None):
            return
        layer = self.names.layers.get(shape.layer)
        if layer is not None:  # ISO 32000-1, 8.11.3.2
            self.used.add(layer)
            self.out.append(f"/OC /{layer} BDC")
        self._painted(shape, stroke)
        if layer is not None:
            self.out.append("EMC")

    def _painted(self, shape: Shape, stroke: Ink | None) -> None:
        width = shape.line_width * POINTS_PER_MM
        thin = stroke is not None and stroke.black_only and width < THIN_LINE
        self._overprint(bool(shape.spot) or (thin and self.names.overprint), False)
        if shape.fill is not None:
            self._fill_colour(shape.fill)
        if stroke is not None:
            self._stroke_colour(stroke, shape.spot)
            self._write_state("w", number(width))
            self._write_state("J", "1")
            self._write_state("j", "1")
            dashes = " ".join(number(length * POINTS_PER_MM) for length in shape.dash)
            self._write_state("d", f"[{dashes}] 0")
        star = "*" if shape.even_odd else ""
        if shape.clips:
            self.out.append("q")
            self._clip(shape.clips)
        self._path(shape.path)
        if stroke is None:
            self.out.append("f" + star)
        else:
            self.out.append("S" if shape.fill is None else "B" + star)
        if shape.clips:
            self.out.append("Q")

    def _stroke_colour(self, ink: Ink, spot: str) -> None:
        """A solid spot, or process inks."""
        if not spot:
            self._write_state("K", tints(ink))
            return
        space = self.names.spots[spot]
        self.used.add(space)
        self.state.pop("K", None)  # SCN sets the same colour: the next K must be written again
        self.out.append(f"/{space} CS 1 SCN")

    def _fill_colour(self, ink: Ink, spot: str = "") -> None:
        """The same for what is filled."""
        if not spot:
            self._write_state("k", tints(ink))
            return
        self.used.add(self.names.spots[spot])
        self.state.pop("k", None)
        self.out.append(f"/{self.names.spots[spot]} cs 1 scn")

    def _path(self, path: Path) -> None:
        for command, numbers in path:
            if command == "Z":
                self.out.append("h")
                continue
            points = (
                f"{number(self._x(numbers[at]), 3)} {number(self._y(numbers[at + 1]), 3)}"
                for at in range(0, len(numbers), 2)
            )
            self.out.append(f"{' '.join(points)} {_NAMES[command]}")

    def _clip(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._path(path)
            self.out.append("W n")

    # -- art ----------------------------------------------------------------------------------

    def placement(self, placed: Placement) -> None:
        """Art with its whole canvas scaled to the box."""
        art = self.names.art[placed.look]
        self.used.add(art.resource)
        self._overprint(False, False)
        self.out.append("q")
        self._clip(placed.clips)
        box = placed.box
        upright = placed.turn in (0, 180)
        wide, high = (art.width, art.height) if upright else (art.height, art.width)
        across = number(box.width * POINTS_PER_MM / wide, 8)
        up = number(box.height * POINTS_PER_MM / high, 8)
        left, bottom = number(self._x(box.x), 3), number(self._y(box.bottom), 3)
        right, top = number(self._x(box.right), 3), number(self._y(box.y), 3)
        matrix = {
            0: f"{across} 0 0 {up} {left} {bottom}",
            90: f"0 -{up} {across} 0 {left} {top}",
            180: f"-{across} 0 0 -{up} {right} {top}",
            270: f"0 {up} -{across} 0 {right} {bottom}",
        }[placed.turn]
        self.out.append(f"{matrix} cm\n/{art.resource} Do\nQ")


_AXES = {0: "1 0 0 1", 90: "0 -1 1 0", 180: "-1 0 0 -1", 270: "0 1 -1 0"}
"""Where letters go on and where they stand up, for each turn, as ``Tm`` has it."""


def tints(ink: Ink) -> str:
    """An ink as the operands of ``k``."""
    return " ".join(number(tint / 100) for tint in (ink.c, ink.m, ink.y, ink.k))
