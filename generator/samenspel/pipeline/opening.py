"""From what is asked to a Build: the project is read, and every name that was given looked up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, near_match
from samenspel.draw import ArtCache, ColourSpace
from samenspel.errors import UsageError
from samenspel.loading import open_project
from samenspel.model.sheet import Flip
from samenspel.offer import EditionName, languages_of, usual_languages
from samenspel.pipeline.build import Build
from samenspel.pipeline.request import ALL, PRODUCTS, BuildRequest, moment_of
from samenspel.pipeline.wishes import OVERRIDABLE, wished
from samenspel.presets import format_named, names, press_named, theme_named
from samenspel.project import Project

FLIPS = get_args(Flip)
DEFAULT_PRESS = "coated"


def open_build(request: BuildRequest) -> Build:
    """Read and check the project and everything that the request names.

    Raises UsageError for names that do not exist, ContentError for mistakes in the project.
    """
    if request.flip not in FLIPS:
        raise UsageError.of(
            "flip-unknown",
            f'there is no flip "{request.flip}"',
            remedy=near_match(request.flip, FLIPS),
        )
    builtin = builtin_deck()
    project = open_project(request.project or builtin, builtin)
    press = wished(press_named(project, request.press, OVERRIDABLE), request)
    profile = project.asset(f"icc/{press.profile}")
    theme = theme_named(project, request.theme)
    known = names(project, "formats")
    return Build(
        project=project,
        press=press,
        profile=profile,
        theme=theme,
        formats=tuple(format_named(project, name) for name in _each(request.formats, known)),
        products=_products(request.products or project.products),
        editions=tuple(_editions(project, request)),
        moment=request.created or moment_of(project.edition),
        cache=ArtCache(request.cache),
        colours=_judged_on(project),
    )


def _judged_on(project: Project) -> ColourSpace:
    """The stock on which colours are told apart and contrasts measured: coated.

    Named builds are made for it. On uncoated paper black itself is grey (L* 31), so that every
    contrast is lower, whatever colours a brand may choose.
    """
    return ColourSpace(project.asset(f"icc/{press_named(project, DEFAULT_PRESS).profile}"))


def _each(wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """The names that are asked for, each once, with ``all`` written out."""
    return list(dict.fromkeys(n for name in wanted for n in (known if name == ALL else (name,))))


def _products(wanted: Iterable[str]) -> tuple[str, ...]:
    named = _each(wanted, PRODUCTS)
    unknown = [name for name in named if name not in PRODUCTS]
    if unknown:
        raise UsageError(
            Diagnostic(
                "product-unknown",
                f'there is no product "{name}"',
                remedy=near_match(name, PRODUCTS),
            )
            for name in unknown
        )
    return tuple(name for name in PRODUCTS if name in named)


def _editions(project: Project, request: BuildRequest) -> list[EditionName]:
    """Every region with each of its languages, as asked for."""
    return [
        EditionName(region, language)
        for region in _each(request.regions, project.ready)
        for language in _each(
            request.languages or usual_languages(project, region), languages_of(project, region)
        )
    ]
