"""The ten cartoons, one module each with ``draw() -> Scene``, found by the reminder's slug.

`EXTRAS` are the pictures that belong to no reminder: the poster's centre, the title card's
picture, the how-to card's vignettes, the box's pattern, and the three cards that the example
region Stroomdal has of its own.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import Final, cast

from samenspel_drawing.plates import Scene
from samenspel_drawing.printed import smallest_mm, thinnest_at

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

EXTRAS: Final[dict[str, tuple[str, str]]] = {
    "poster-midden": ("poster_midden", "draw"),
    "titel": ("titel", "draw"),
    "vignet-kwartier": ("vignetten", "kwartier"),
    "vignet-uur": ("vignetten", "uur"),
    "vignet-dagdeel": ("vignetten", "dagdeel"),
    "patroon": ("patroon", "draw"),
    "vraag-meer-dan-een-stageplek": ("vraag_meer_dan_een_stageplek", "draw"),
    "zet-de-machine-waar-hij-draait": ("zet_de_machine_waar_hij_draait", "draw"),
    "laat-de-student-het-uitleggen": ("laat_de_student_het_uitleggen", "draw"),
}
"""Name of a picture beside the ten cartoons -> module in this package and its function."""


def draw_scene(slug: str) -> Scene:
    """Draw a cartoon or another picture; its module is imported only now.

    No line of it is thinner than prints at the smallest size at which the picture is used.
    """
    if slug not in SCENES and slug not in EXTRAS:
        raise KeyError(f"no cartoon {slug!r}; there are: {', '.join((*SCENES, *EXTRAS))}")
    name, function = EXTRAS.get(slug) or (SCENES[slug], "draw")
    module = import_module(f"{__name__}.{name}")
    scene = cast(Scene, getattr(module, function)())
    scene.thinnest = max(scene.thinnest, thinnest_at(smallest_mm(slug)))
    return scene


def drawn_slugs() -> list[str]:
    """Return the slugs whose module exists, in the deck's order, then the other pictures."""
    return [slug for slug, name in SCENES.items() if find_spec(f"{__name__}.{name}")] + [*EXTRAS]
