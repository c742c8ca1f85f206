"""The ten cartoons, one module each with ``draw() -> Scene``, found by the reminder's slug."""

from importlib import import_module
from importlib.util import find_spec
from typing import Final, cast

from samenspel.cartoon.plates import Scene

SCENES: Final[dict[str, str]] = {
    "start-bij-jezelf": "start_bij_jezelf",
    "blijf-balanceren": "blijf_balanceren",
    "dubbele-loyaliteit-is-realiteit": "dubbele_loyaliteit_is_realiteit",
    "ga-verder-dan-jubeltaal": "ga_verder_dan_jubeltaal",
    "iedereen-kan-iets-brengen": "iedereen_kan_iets_brengen",
    "organiseer-het-vierkant": "organiseer_het_vierkant",
    "een-goed-proces-biedt-houvast": "een_goed_proces_biedt_houvast",
    "bouw-de-juiste-gesprekstafel": "bouw_de_juiste_gesprekstafel",
    "blijf-onbevangen": "blijf_onbevangen",
    "wees-druk-met-rust": "wees_druk_met_rust",
}
"""Slug of the reminder -> name of the module in this package."""


def draw_scene(slug: str) -> Scene:
    """Draw the cartoon for a reminder; its module is imported only now."""
    if slug not in SCENES:
        raise KeyError(f"no cartoon {slug!r}; there are: {', '.join(SCENES)}")
    module = import_module(f"{__name__}.{SCENES[slug]}")
    return cast(Scene, module.draw())


def drawn_slugs() -> list[str]:
    """Return the slugs whose module exists, in the deck's order."""
    return [slug for slug, name in SCENES.items() if find_spec(f"{__name__}.{name}")]
