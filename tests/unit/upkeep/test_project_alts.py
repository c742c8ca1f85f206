"""An alt text written for a picture that a higher layer replaces is reported, and only that one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.decks import ROOT
from tests.projects import change, opened, tiny_project, write

from samenspel.loading import open_project, select
from samenspel.upkeep import alts_of_other_pictures

CARD = "cards/nl/01-luister-eerst.yaml"
HERE = "cards/regions/noordkust.yaml"
PROVINCE = "abstract: true\ncards:\n  change:\n    luister-eerst: {%s}\n"


def project(folder: Path, said: str, province: str = "") -> Path:
    """A card with a picture and its alt text; what region and province say over it."""
    tiny_project(folder)
    change(folder, CARD, "kind: reminder", "kind: reminder\ncartoon: muur\nalt: Iemand luistert.")
    change(folder, HERE, "    luister-eerst:\n", f"    luister-eerst:\n{said}")
    if province:
        write(folder, "cards/regions/provincie.yaml", PROVINCE % province)
        change(folder, HERE, "name: Regio", "extends: provincie\nname: Regio")
    return folder


def warnings(
    folder: Path, region: str = "noordkust", builtin: Path | None = None
) -> list[tuple[str, str, str]]:
    found = open_project(folder, builtin) if builtin else opened(folder)
    alts = alts_of_other_pictures(found.sources, select(found, region, "nl"))
    return [(card, one.code, str(one.location)) for card, one in alts]


OURS, ALT = "      cartoon: steiger\n", "      alt: Vier mensen op een steiger.\n"


@pytest.mark.parametrize(
    ("said", "province"),
    [
        ("", ""),
        (OURS + ALT, ""),
        (ALT, ""),
        (ALT, "cartoon: veer"),
        ("", "cartoon: veer, alt: Een veer."),
    ],
)
def test_a_text_from_the_pictures_layer_or_above_is_its_own(tmp_path, said, province):
    assert warnings(project(tmp_path, said, province)) == []


def test_a_text_from_below_is_told_at_the_picture(tmp_path):
    folder = project(tmp_path, OURS)
    line = (folder / HERE).read_text(encoding="utf-8").splitlines().index(OURS.rstrip()) + 1
    assert warnings(folder) == [("luister-eerst", "alt-of-other-picture", f"{HERE}:{line}")]
    assert warnings(folder, "basis") == []


def test_a_text_of_the_layer_between_tells_of_the_picture_between(tmp_path):
    assert len(warnings(project(tmp_path, OURS, "cartoon: veer, alt: Een veer."))) == 1
    change(tmp_path, HERE, OURS, "")
    change(tmp_path, "cards/regions/provincie.yaml", ", alt: Een veer.", "")
    assert warnings(tmp_path)[0][2].startswith("cards/regions/provincie.yaml")


def test_a_projects_own_card_over_its_bases_is_told_too(tmp_path):
    card = "cards/nl/11-blijf-balanceren.yaml"
    write(tmp_path, "cards/deck.yaml", "base: samenspel 2026.1\n")
    write(tmp_path, card, "cartoon: steiger\n")
    found = [("blijf-balanceren", "alt-of-other-picture", f"{card}:1")]
    assert warnings(tmp_path, "basis", ROOT) == found
    write(tmp_path, card, "cartoon: steiger\nalt: Vier mensen op een steiger.\n")
    assert warnings(tmp_path, "basis", ROOT) == []
