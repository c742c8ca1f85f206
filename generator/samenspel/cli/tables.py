"""What ``samenspel list`` shows: each table of what there is to choose from, as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.project import Project

Row = dict[str, Any]
"""A cell by the name of its column."""

NOT_SAID = "not stated"


def _cards(project: Project) -> list[Row]:
    from samenspel.loading import select

    deck = select(project, "basis", project.source_language)
    return [
        {"number": number, "card": card.id, "kind": card.kind, "title": card.name}
        for number, card in enumerate(deck.cards, start=1)
    ]


def _kinds(project: Project) -> list[Row]:
    library = project.sources.library
    return [
        {"kind": kind.name, "title": kind.title, "fields": list(kind.fields),
         "file": kind.place.file if kind.place else ""}
        for kind in library.kinds
    ]  # fmt: skip


def _regions(project: Project) -> list[Row]:
    from samenspel.loading import select
    from samenspel.offer import languages_of

    rows = []
    for region in project.regions:
        languages = languages_of(project, region)
        deck = select(project, region, languages[0])
        rows.append(
            {
                "region": region,
                "name": deck.region.name,
                "languages": list(languages),
                "drafts": [name for name in languages if name in project.drafts],
                "cards": len(deck.cards),
                "ready": "no" if region in project.unready else "yes",
            }
        )
    return [*rows, *(_broken_row(project, name) for name in project.broken)]


def _broken_row(project: Project, name: str) -> Row:
    """A region whose file has mistakes; the first is shown."""
    shown = f"({project.broken[name][0].message})"
    return {
        "region": name, "name": shown, "languages": [], "drafts": [], "cards": None,
        "ready": "broken",
    }  # fmt: skip


def _colours(project: Project) -> list[Row]:
    """The colours that a deck's model, sets and regions say, and what the usual press prints."""
    from samenspel.loading import select
    from samenspel.model.ink import ScreenTints
    from samenspel.offer import languages_of
    from samenspel.pipeline import BuildRequest
    from samenspel.pipeline.opening import open_build

    build = open_build(BuildRequest(Path(), project.root, regions=("all",)))

    def row(owner: str, colour: str, tints: Sequence[float], screen: str) -> Row:
        ink = str(build.theme.printed(screen)) if screen else "/".join(f"{one:g}" for one in tints)
        written = screen or f"[{ink.replace('/', ', ')}]"
        return {
            "of": owner, "colour": colour, "written": written, "C/M/Y/K %": ink,
            "press": build.press.name,
        }  # fmt: skip

    basis = select(project, "basis", project.source_language)
    sets = {one.set.name: one.set for one in [basis.model] if one} | dict(basis.sets)
    inks = [
        (one.name, f"{choice.id}.{part}", getattr(choice.style, part))
        for one in sets.values() for choice in one.choices.values() if choice.style
        for part in ("strong", "tint", "deep")
    ]  # fmt: skip
    rows = [row(owner, name, (x.c, x.m, x.y, x.k), x.screen) for owner, name, x in inks]
    for region in project.regions:
        deck = select(project, region, languages_of(project, region)[0])
        rows += [
            row(region, name, tints, tints.screen if isinstance(tints, ScreenTints) else "")
            for name, tints in deck.region.accents.items()
        ]
    return rows


def _formats(project: Project) -> list[Row]:
    from samenspel.presets import format_named, names

    shapes = [format_named(project, name) for name in names(project, "formats")]
    return [
        {
            "format": shape.name,
            "title": shape.title,
            "width mm": shape.width,
            "height mm": shape.height,
            "bleed mm": shape.bleed,
        }
        for shape in shapes
    ]


def _presses(project: Project) -> list[Row]:
    from samenspel.presets import names, press_named

    presses = [press_named(project, name) for name in names(project, "presses")]
    return [
        {
            "press": press.name,
            "title": press.title,
            "standard": press.standard,
            "condition": press.output_condition,
            "ink %": press.ink_limit,
            "bleed mm": press.bleed,
            "text": press.text,
            "pages": press.pages,
            "die line": press.die_line.name if press.die_line else None,
        }
        for press in presses
    ]


def _press(project: Project, name: str) -> list[Row]:
    """Everything that is known of one press, a row for each thing."""
    from samenspel.presets import press_named

    press = press_named(project, name)
    line, rich, terms = press.die_line, press.rich_black, press.order
    said: list[tuple[str, object]] = [
        ("press", press.name),
        ("title", press.title),
        ("standard", press.standard),
        ("condition", f"{press.output_condition} ({press.condition_info})"),
        ("profile", press.profile),
        ("most ink", f"{press.ink_limit:g} %"),
        ("bleed", NOT_SAID if press.bleed is None else say("{bleed:g} mm", bleed=press.bleed)),
        ("safe zone", NOT_SAID if press.safe is None else say("{safe:g} mm", safe=press.safe)),
        ("text", press.text),
        ("page order", press.pages),
        ("overprint", "yes" if press.overprint else "no"),
        (
            "rich black",
            say("{ink}, from {least:g} mm across", ink=rich.ink, least=rich.least)
            if rich
            else "none",
        ),
        (
            "die line",
            say("{name}, corners from {radius:g} mm", name=line.name, radius=line.radius)
            if line
            else "none",
        ),
        ("products", terms.products or NOT_SAID),
        ("papers", terms.papers or NOT_SAID),
        ("one back for all", terms.one_back or NOT_SAID),
        ("spare cards", terms.spares or NOT_SAID),
        (
            "cut may be off",
            NOT_SAID
            if terms.tolerance is None
            else say("{tolerance:g} mm", tolerance=terms.tolerance),
        ),
        *((key, f"{one.value} ({one.reason})") for key, one in press.overrides.items()),
        ("source", press.source or NOT_SAID),
        ("read", press.read or NOT_SAID),
    ]
    return [{"what": what, "wanted": wanted} for what, wanted in said]


SCREEN_FILES = {"web": "REGION.html", "slides": "REGION-LANGUAGE.pptx"}
"""What stands beside the folders of languages."""


def _products(project: Project) -> list[Row]:
    from samenspel.pipeline import BuildRequest
    from samenspel.pipeline.opening import open_build
    from samenspel.products import SCREEN, products

    build = open_build(BuildRequest(Path(), project.root, products=("all",)))
    files: dict[str, list[str]] = {}
    for piece in build.pieces:
        files.setdefault(piece.product.name, []).extend(
            piece.product.file_names(piece, build.press)
        )
    screens = [
        {"product": name, "what": what, "files": [SCREEN_FILES[name]], "sizes": [],
         "by default": False}
        for name, what in SCREEN.items()
    ]  # fmt: skip
    return [
        {
            "product": name,
            "what": product.summary,
            "files": files[name],
            "sizes": list(product.sizes),
            "by default": name in project.products,
        }
        for name, product in products().items()
    ] + screens


def _papers(project: Project) -> list[Row]:
    from samenspel.presets import names, paper_named

    papers = [paper_named(project, name) for name in names(project, "papers")]
    return [
        {
            "paper": paper.name,
            "title": paper.title,
            "width mm": paper.width,
            "height mm": paper.height,
        }
        for paper in papers
    ]


def _schemes(project: Project) -> list[Row]:
    del project
    from samenspel.impose.schemes import schemes

    return [
        {"scheme": name, "what": scheme.summary, "two-sided": "yes" if scheme.duplex else "no"}
        for name, scheme in schemes().items()
    ]


@dataclass(frozen=True, slots=True)
class Table:
    """One list of what there is to choose from."""

    rows: Callable[[Project], list[Row]]
    """Its rows, given the project."""
    of_presets: bool = False
    """Whether presets are all that it reads, so that no text of the project is opened for it."""
    alone: bool = False
    """Whether it is shown only when it is asked for: others are what one chooses from."""


TABLES: Mapping[str, Table] = {
    "cards": Table(_cards),
    "kinds": Table(_kinds),
    "regions": Table(_regions),
    "colours": Table(_colours, alone=True),
    "formats": Table(_formats, of_presets=True),
    "presses": Table(_presses, of_presets=True),
    "products": Table(_products),
    "papers": Table(_papers, of_presets=True),
    "schemes": Table(_schemes, of_presets=True),
}


def made_tables(
    root: Path, builtin: Path, what: str | None, press: str | None
) -> dict[str, list[Row]]:
    """The table of one kind, or all that are not shown alone; with ``press``, what that one wants.

    ``root`` is the project's folder, ``builtin`` that of the built-in deck. Raises what opening
    the project raises, and UsageError (``preset-unknown``) for the press.
    """
    from samenspel.loading import open_presets, open_project

    if press is not None:
        return {"presses": _press(open_presets(root, builtin), press)}
    wanted = [what] if what else [name for name, table in TABLES.items() if not table.alone]
    opening = open_presets if all(TABLES[name].of_presets for name in wanted) else open_project
    project = opening(root, builtin)
    return {name: TABLES[name].rows(project) for name in wanted}
