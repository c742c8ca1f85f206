"""``samenspel list``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.completing import complete_presses
from samenspel.cli.show import show_data, show_table, show_text, styled
from samenspel.cli.tongue import here
from samenspel.cli.which_deck import cache_folder, folder_argument, project_folder
from samenspel.printable import json_text
from samenspel.saying import say

if TYPE_CHECKING:
    from samenspel.project import Project

Row = dict[str, Any]

TOLD = ("ready", "what", "wanted", "by default", "two-sided", "text", "pages")
"""The columns whose cells are words of samenspel's own."""
ENTITLED = ("formats", "papers", "presses")
"""The tables in which titles are those of samenspel's own presets."""

KEPT = "list"
"""The kind of entry in the store that tables are."""

EPILOG = """\b
Examples:
  samenspel list
  samenspel list regions mijn-dek
  samenspel list colours mijn-dek               as written and as printed
  samenspel list formats --json
  samenspel list presses meinspiel              all that one shop wants
"""


@click.command("list", epilog=EPILOG, short_help="Show what there is to choose from.")
@click.argument(
    "what",
    required=False,
    type=click.Choice(
        [
            "cards",
            "kinds",
            "regions",
            "colours",
            "formats",
            "presses",
            "products",
            "papers",
            "schemes",
        ]
    ),
)
@folder_argument
@click.option(
    "--press",
    metavar="NAME",
    shell_complete=complete_presses,
    help="All that this press wants, with the place where it says so; 'list presses NAME' does "
    "the same.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs to read.")
def list_(what: str | None, folder: Path | None, press: str | None, as_json: bool) -> None:
    """Show the cards, kinds of cards, regions, formats, presses and so on to choose from.

    FOLDER is a deck project, as for 'samenspel build'. Without a kind, all of them are shown.
    """
    if what == "presses" and folder is not None and not folder.exists():
        press, folder = str(folder), None  # list presses NAME
    what = "presses" if press is not None else what
    tables = _tables(project_folder(folder), what, press)
    if as_json:
        data = tables[what] if what else tables
        show_data(json_text(data, 2))
        return
    for kind, rows in tables.items():
        if not what:
            show_text(styled(say(kind.upper()), bold=True))
        headings = list(rows[0]) if rows else []
        show_table(headings, [[_said(kind, name, row[name]) for name in headings] for row in rows])
        if not what:
            show_text("")


def _tables(folder: Path | None, what: str | None, press: str | None) -> dict[str, list[Row]]:
    """The tables that are asked for; those of a project that is as it was come from the store."""
    from samenspel.builtin import builtin_deck
    from samenspel.store import Store, digest_of

    builtin = builtin_deck()
    roots = (folder or builtin, builtin)
    store = Store(cache_folder())
    key = digest_of(roots, repr((what, press))) if store.folder else ""
    entry = store.get(KEPT, key) if key else None
    if entry is None:
        entry = json.dumps(_made(roots, what, press)).encode()
        if key:
            store.put(KEPT, key, entry)
    tables: dict[str, list[Row]] = json.loads(entry)
    return tables


def _made(roots: tuple[Path, Path], what: str | None, press: str | None) -> dict[str, list[Row]]:
    from samenspel.loading import open_project

    project = open_project(*roots)
    if press is not None:
        return {"presses": _press(project, press)}
    return {kind: _TABLES[kind](project) for kind in ([what] if what else _TABLES)}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _said(kind: str, column: str, value: object) -> str:
    """A cell; of the columns in which samenspel itself says something, in the reader's language."""
    told = column in TOLD or (column == "title" and kind in ENTITLED)
    return here(_cell(value)) if told else _cell(value)


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


NOT_SAID = "not stated"


def _products(project: Project) -> list[Row]:
    from samenspel.pipeline import BuildRequest
    from samenspel.pipeline.opening import open_build
    from samenspel.products import products

    build = open_build(BuildRequest(Path(), project.root, products=("all",)))
    files: dict[str, list[str]] = {}
    for piece in build.pieces:
        files.setdefault(piece.product.name, []).extend(
            piece.product.file_names(piece, build.press)
        )
    return [
        {
            "product": name,
            "what": product.summary,
            "files": files[name],
            "sizes": list(product.sizes),
            "by default": name in project.products,
        }
        for name, product in products().items()
    ]


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


_TABLES: dict[str, Callable[[Project], list[Row]]] = {
    "cards": _cards,
    "kinds": _kinds,
    "regions": _regions,
    "colours": _colours,
    "formats": _formats,
    "presses": _presses,
    "products": _products,
    "papers": _papers,
    "schemes": _schemes,
}
