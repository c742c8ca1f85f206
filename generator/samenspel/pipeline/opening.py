"""From what is asked to a Build: the project is read, and every name that was given looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import get_args

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, near_match
from samenspel.draw import ArtCache, ColourSpace
from samenspel.draw.shipped import FOLDER
from samenspel.errors import UsageError
from samenspel.impose import scheme_named
from samenspel.layers.names import BASE
from samenspel.model.backs import BACKS
from samenspel.model.sheet import Flip, Imposing
from samenspel.model.style import Format, Press
from samenspel.pipeline.build import Build, fitted
from samenspel.pipeline.editions import (
    AskedRegions,
    each,
    wanted_cards,
    wanted_editions,
    wanted_regions,
)
from samenspel.pipeline.other_presses import DEFAULT_PRESS
from samenspel.pipeline.reopening import open_again
from samenspel.pipeline.request import ALL, DECKS_OWN, BuildRequest, moment_of
from samenspel.pipeline.screen_colours import Printed, printed_on, printed_press, printed_theme
from samenspel.pipeline.sound_profiles import profile_of
from samenspel.pipeline.wishes import overridable, wished
from samenspel.presets import format_named, names, paper_named, press_named, theme_named
from samenspel.products import SCREEN, products
from samenspel.products.product import Choices, Piece, Product
from samenspel.project import Project
from samenspel.saying import say
from samenspel.store import Store

FLIPS = get_args(Flip)
USUAL_FORMATS = ("a6",)


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
    wishes = replace(request, cards=build.cards)
    choices = _choices(wishes, build.project, press, build.formats)
    return replace(
        build,
        press=press,
        profile=profile,
        theme=printed_theme(theme_named(build.project, request.theme), printed),
        pieces=_pieces(wanted, choices),
        elsewhere=_elsewhere(choices),
        usual=_usual(wanted, choices),
    )


def open_build(request: BuildRequest) -> Build:
    """Read and check the project and everything that the request names, for one press.

    Raises UsageError for names that do not exist, ContentError for mistakes in the project, and for
    those in the regions that are asked for when none of them is sound.
    """
    if request.flip not in FLIPS:
        raise UsageError.of(
            "flip-unknown",
            say('there is no flip "{flip}"', flip=request.flip),
            remedy=near_match(request.flip, FLIPS),
        )
    if request.backs is not None and request.backs not in BACKS:
        raise UsageError.of(
            "backs-unknown",
            say('there are no backs "{backs}"', backs=request.backs),
            remedy=near_match(request.backs, BACKS),
        )
    builtin = builtin_deck()
    folder = request.project or builtin
    asked = AskedRegions(request.regions)
    built_in = not asked.words and folder.resolve() == builtin.resolve()
    project = open_again(folder, builtin, (BASE,) if built_in else asked.named)
    press, profile, printed = _press(request, project)
    known = names(project, "formats")
    wanted_formats = request.formats or project.formats or USUAL_FORMATS
    if wanted_formats == (DECKS_OWN,):
        wanted_formats = project.formats or (ALL,)
    formats = tuple(format_named(project, name) for name in each(wanted_formats, known))
    usual = ("cards",) if request.cards else project.products
    wanted = _products(request.products or usual)
    _check_heard(request, wanted)
    regions = wanted_regions(project, asked)
    sound = [name for name in regions if name not in project.broken]
    if not sound:
        project.refuse_broken(*regions)
    editions, notes = wanted_editions(project, request, sound)
    cards, editions = wanted_cards(project, request.cards, editions)
    choices = _choices(replace(request, cards=cards), project, press, formats)
    return Build(
        project=project,
        press=press,
        profile=profile,
        theme=printed_theme(theme_named(project, request.theme), printed),
        formats=formats,
        products=tuple(product.name for product in wanted),
        pieces=_pieces(wanted, choices),
        elsewhere=_elsewhere(choices),
        usual=_usual(wanted, choices),
        editions=editions,
        notes=notes,
        cards=cards,
        backs=request.backs,
        broken={name: project.broken[name] for name in regions if name in project.broken},
        folder="",
        optional=frozenset(_unnamed(wanted_formats, known)),
        moment=request.created or moment_of(project.edition),
        cache=_art_cache(request.cache),
        store=Store(request.cache),
        colours=_judged_on(project),
    )


@lru_cache(maxsize=4)
def _art_cache(folder: Path | None) -> ArtCache:
    """One for all builds of a process: what one prepared, the next need not even load."""
    return ArtCache(folder, held=True, beside=builtin_deck() / FOLDER)


def _press(request: BuildRequest, project: Project) -> tuple[Press, bytes, Printed]:
    """The press, its profile, and what colours of screens print as on it."""
    press = press_named(project, request.press)
    if press.overrides:
        press = press_named(project, request.press, overridable())
    press = wished(press, request)
    profile = profile_of(project, press)
    printed = printed_on(profile, press.ink_limit)
    return printed_press(press, printed), profile, printed


def _check_heard(request: BuildRequest, wanted: Sequence[Product]) -> None:
    """Raise UsageError for a wish that none of the products listens to."""
    usual = BuildRequest(request.output)
    unheard: dict[str, tuple[tuple[str, ...], Sequence[object]]] = {
        "a size or orientation": (("sizes", "orientations"), [one.sizes for one in wanted]),
        "a paper or printer": (("papers", "printer"), [one.papers for one in wanted]),
        "a scheme, copies, gap or filling for sheets": (
            ("scheme", "copies", "fill", "gutter"),
            [one.schemed for one in wanted],
        ),
    }
    beside = [one.name for one in wanted if not one.single]
    if request.cards and beside:
        raise UsageError.of(
            "wish-unheard",
            say(
                "single cards are asked for, and {beside} is made of the whole deck",
                beside=", ".join(beside),
            ),
            remedy="leave --card out, or ask for --product cards or sheets",
        )
    for wish, (keys, takers) in unheard.items():
        asked = [key for key in keys if getattr(request, key) != getattr(usual, key)]
        if asked and not any(takers):
            raise UsageError.of(
                "wish-unheard",
                say(
                    "{wish} is asked for, and none of the products has any: {wanted}",
                    wish=wish,
                    wanted=", ".join(product.name for product in wanted),
                ),
                remedy="ask for another product with --product, or leave it out",
            )


def _choices(
    request: BuildRequest, project: Project, press: Press, formats: Iterable[Format]
) -> Choices:
    return Choices(
        formats=tuple(fitted(press, shape) for shape in formats),
        fitted=partial(fitted, press),
        paper=cache(partial(paper_named, project)),
        papers=tuple(each(request.papers, names(project, "papers"))),
        one_paper=request.one_paper,
        sizes=request.sizes,
        orientations=request.orientations,
        cards=request.cards,
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


def _usual(wanted: Sequence[Product], choices: Choices) -> dict[str, Format]:
    """The sizes of all pieces, by name, with the bleed and safe zone that they have themselves."""
    alone = replace(choices, fitted=lambda shape: shape)
    return {piece.shape.name: piece.shape for piece in _pieces(wanted, alone)}


def _elsewhere(choices: Choices) -> tuple[Format, ...]:
    """The sizes, as the press wants them, of all that stands in every format's folder."""
    every = replace(choices, sizes=(ALL,), orientations=(ALL,), papers=())
    pieces = [piece for one in products().values() for piece in one.pieces(one, every)]
    return tuple({one.shape.name: one.shape for one in pieces if not one.folder}.values())


def _judged_on(project: Project) -> ColourSpace:
    """The stock on which colours are told apart and contrasts measured: coated.

    Named builds are made for it. On uncoated paper black itself is grey (L* 31), so that every
    contrast is lower, whatever colours a brand may choose.
    """
    return ColourSpace(profile_of(project, press_named(project, DEFAULT_PRESS)))


def _unnamed(wanted: Sequence[str], known: Iterable[str]) -> list[str]:
    """The names that ``all`` stands for and that are not asked for by themselves."""
    asked = [name.lower() for name in wanted]
    return [name for name in known if ALL in asked and name.lower() not in asked]


def _products(wanted: Iterable[str]) -> list[Product]:
    table = products()
    named = each(wanted, table)
    unknown = [name for name in named if name not in table]
    if unknown:
        raise UsageError(
            Diagnostic(
                "product-unknown",
                say("{name} is made for a screen, and nothing of it is printed", name=name),
                remedy=say("make it with samenspel build --product {name}", name=name),
            )
            if name in SCREEN
            else Diagnostic(
                "product-unknown",
                say('there is no product "{name}"', name=name),
                remedy=near_match(name, table),
            )
            for name in unknown
        )
    return [product for name, product in table.items() if name in named]
