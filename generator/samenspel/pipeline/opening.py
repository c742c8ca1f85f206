"""From what is asked to a Build: the project is read, and every name that was given looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import get_args

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, near_match
from samenspel.draw import ArtCache, ColourSpace
from samenspel.errors import UsageError
from samenspel.impose import scheme_named
from samenspel.loading import open_project
from samenspel.model.sheet import Flip, Imposing
from samenspel.model.style import Format, Press
from samenspel.offer import EditionName, languages_of, usual_languages, usual_regions
from samenspel.pipeline.build import Build, fitted
from samenspel.pipeline.request import ALL, BuildRequest, moment_of
from samenspel.pipeline.screen_colours import Printed, printed_on, printed_press, printed_theme
from samenspel.pipeline.wishes import overridable, wished
from samenspel.presets import format_named, names, paper_named, press_named, theme_named
from samenspel.products import products
from samenspel.products.product import Choices, Piece, Product
from samenspel.project import Project

FLIPS = get_args(Flip)
DEFAULT_PRESS = "coated"
USUAL_FORMATS = ("a6",)
DECKS_OWN = "deck"
"""What a check looks at: the formats that a deck names, or else all; a project's own regions, and
with no base below it the deck without a region too."""


def open_builds(request: BuildRequest) -> list[Build]:
    """One build for each press that is asked for. Raises what ``open_build`` raises."""
    presses = list(dict.fromkeys(request.presses or (request.press,)))
    first = open_build(replace(request, press=presses[0]))
    if len(presses) == 1:
        return [first]
    builds = [_for_press(first, replace(request, press=name)) for name in presses]
    return [replace(build, folder=f"{build.press.name}/") for build in builds]


def _for_press(build: Build, request: BuildRequest) -> Build:
    """The same project for another press; fonts, shaped words and art are shared."""
    press, profile, printed = _press(request, build.project)
    table = products()
    wanted = [table[name] for name in build.products]
    return replace(
        build,
        press=press,
        profile=profile,
        theme=printed_theme(theme_named(build.project, request.theme), printed),
        pieces=_pieces(wanted, _choices(request, build.project, press, build.formats)),
    )


def open_build(request: BuildRequest) -> Build:
    """Read and check the project and everything that the request names, for one press.

    Raises UsageError for names that do not exist, ContentError for mistakes in the project, and for
    those in the regions that are asked for when none of them is sound.
    """
    if request.flip not in FLIPS:
        raise UsageError.of(
            "flip-unknown",
            f'there is no flip "{request.flip}"',
            remedy=near_match(request.flip, FLIPS),
        )
    builtin = builtin_deck()
    project = open_project(request.project or builtin, builtin)
    press, profile, printed = _press(request, project)
    known = names(project, "formats")
    wanted_formats = request.formats or project.formats or USUAL_FORMATS
    if wanted_formats == (DECKS_OWN,):
        wanted_formats = project.formats or (ALL,)
    formats = tuple(format_named(project, name) for name in _each(wanted_formats, known))
    wanted = _products(request.products or project.products)
    _check_heard(request, wanted)
    regions = _regions(project, request)
    sound = [name for name in regions if name not in project.broken]
    if not sound:
        project.refuse_broken(*regions)
    return Build(
        project=project,
        press=press,
        profile=profile,
        theme=printed_theme(theme_named(project, request.theme), printed),
        formats=formats,
        products=tuple(product.name for product in wanted),
        pieces=_pieces(wanted, _choices(request, project, press, formats)),
        editions=tuple(_editions(project, request, sound)),
        broken={name: project.broken[name] for name in regions if name in project.broken},
        folder="",
        moment=request.created or moment_of(project.edition),
        cache=ArtCache(request.cache),
        colours=_judged_on(project),
    )


def _press(request: BuildRequest, project: Project) -> tuple[Press, bytes, Printed]:
    """The press, its profile, and what colours of screens print as on it."""
    press = press_named(project, request.press)
    if press.overrides:
        press = press_named(project, request.press, overridable())
    press = wished(press, request)
    profile = project.asset(f"icc/{press.profile}")
    printed = printed_on(profile, press.ink_limit)
    return printed_press(press, printed), profile, printed


def _check_heard(request: BuildRequest, wanted: Sequence[Product]) -> None:
    """Raise UsageError for a wish that none of the products listens to."""
    usual = BuildRequest(request.output)
    unheard = {
        "a size or orientation": (("sizes", "orientations"), [one.sizes for one in wanted]),
        "a paper, scheme, printer or other wish for sheets": (
            ("papers", "scheme", "copies", "fill", "gutter", "printer"),
            [one.papers for one in wanted],
        ),
    }
    for wish, (keys, takers) in unheard.items():
        asked = [key for key in keys if getattr(request, key) != getattr(usual, key)]
        if asked and not any(takers):
            raise UsageError.of(
                "wish-unheard",
                f"{wish} is asked for, and none of the products has any: "
                f"{', '.join(product.name for product in wanted)}",
                remedy="ask for another product with --product, or leave it out",
            )


def _choices(
    request: BuildRequest, project: Project, press: Press, formats: Iterable[Format]
) -> Choices:
    return Choices(
        formats=tuple(fitted(press, shape) for shape in formats),
        fitted=partial(fitted, press),
        paper=partial(paper_named, project),
        papers=tuple(_each(request.papers, names(project, "papers"))),
        sizes=request.sizes,
        orientations=request.orientations,
        making=request.making,
        imposing=Imposing(
            scheme=scheme_named(request.scheme).name,
            flip=request.flip,
            copies=request.copies,
            fill=request.fill,
            gutter=request.gutter,
            creep=request.creep,
            printer=request.printer,
        ),
    )


def _pieces(wanted: Sequence[Product], choices: Choices) -> tuple[Piece, ...]:
    """All pieces, what stands in every folder first, then folder by folder."""
    pieces = [piece for product in wanted for piece in product.pieces(product, choices)]
    folders = ["", *(shape.name for shape in choices.formats)]
    return tuple(sorted(pieces, key=lambda piece: folders.index(piece.folder)))


def _judged_on(project: Project) -> ColourSpace:
    """The stock on which colours are told apart and contrasts measured: coated.

    Named builds are made for it. On uncoated paper black itself is grey (L* 31), so that every
    contrast is lower, whatever colours a brand may choose.
    """
    return ColourSpace(project.asset(f"icc/{press_named(project, DEFAULT_PRESS).profile}"))


def _each(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """The names that are asked for, each once, with ``all`` written out.

    Capitals are forgiven: ``A6`` is ``a6`` when there is no other.
    """
    names = list(known)
    plain = {name.lower(): name for name in names}
    asked = (name if name in names else plain.get(name.lower(), name) for name in wanted)
    return list(
        dict.fromkeys(n for name in asked for n in (names if name.lower() == ALL else (name,)))
    )


def _products(wanted: Iterable[str]) -> list[Product]:
    table = products()
    named = _each(wanted, table)
    unknown = [name for name in named if name not in table]
    if unknown:
        raise UsageError(
            Diagnostic(
                "product-unknown",
                f'there is no product "{name}"',
                remedy=near_match(name, table),
            )
            for name in unknown
        )
    return [product for name, product in table.items() if name in named]


def _editions(
    project: Project, request: BuildRequest, regions: Iterable[str]
) -> list[EditionName]:
    """Every region with each of its languages, as asked for."""
    return [
        EditionName(region, language)
        for region in regions
        for language in _each(
            request.languages or usual_languages(project, region), languages_of(project, region)
        )
    ]


def _regions(project: Project, request: BuildRequest) -> list[str]:
    """The regions to make: those asked for, or the one that the project is for.

    Raises UsageError (``region-missing``) when a project has several and none is named.
    """
    asked: tuple[str, ...] = request.regions or usual_regions(project)
    if asked == (DECKS_OWN,):
        theirs = (*project.own_regions, *project.broken) if project.base else ()
        asked = tuple(name for name in theirs if name not in project.unready) or (ALL,)
    if not asked:
        own = ", ".join((*project.own_regions, *project.broken))
        raise UsageError.of(
            "region-missing",
            f"this deck is made for several regions: {own}",
            remedy="name one with --region, or all of them with --region all; --region basis is "
            "the deck without a region",
        )
    everywhere = [*project.regions, *project.broken]
    known = project.ready if ALL in map(str.lower, asked) else everywhere
    return _each(asked, known)
