"""A region that nobody has seen before builds, or gets messages with which it does at the next try.

Long names full of diacritics, two languages, a CMYK JPEG for a logo, a card dropped and one added,
texts at their limits.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from samenspel import BuildRequest, build_deck, check_deck
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.errors import ContentError
from samenspel.starter import Start, new_project

NAME = "Öffentlijk Verband Êäström-Żółćienbürg aan de Ĳzermünster Gãoübergänge en het Ðrâñgé"
SHORT = "Êäström-Żółćienbürg"
REGION = "cards/regions/eastrom-zolcienburg.yaml"
SENTENCE = "Donderdagmiddag zit je weer in de vergaderzaal van het gemeentehuis. "
OWN = f"""
contact: {{function: Coördinatrice grensoverschrijdend onderwijs, address: info@êäström.example}}
facts:
  issue: de onbegrijpelijk ingewikkelde leerplichtontheffingsregels aan weerszijden van de grens
  partners:
    - {{name: "Stichting Ẽẽn & Äñdêr <voor> 100% {{onderwijs}}", role: po}}
    - {{name: Großraum-Gemeinschaftsschule Straßenbärgen, role: vo}}
  schools: {{value: 1, date: 2026-10-01, source: telling}}
words: {{school: scholengemeenschap, scholen: scholengemeenschappen, docent: leerkracht}}
cards:
  drop: [blijf-onbevangen]
  change:
    start-bij-jezelf:
      text: {SENTENCE * 6}
      questions:
        2: Welke grensoverschrijdende samenwerkingsafspraak hebben wij nooit meer gelezen?
  add:
    - id: onze-eigen-kaart
      after: wees-druk-met-rust
      kind: reminder
      title: Verantwoordelijkheidsverdeling bespreken
      core: Wie de ander laat uitpraten hoort soms iets nieuws, en wie dat opschrijft onthoudt het.
      text: {SENTENCE * 6}
      conditions: [relatie]
      questions:
        - Wat zeg jij pas als de notulist haar laptop heeft dichtgeklapt en haar jas al aanheeft?
        - Welke afspraak staat bij ons in drie verslagen en in geen enkele agenda?
        - Wie {{{{ regio.plek }}}} krijgt morgen het telefoontje dat wij al een jaar uitstellen?
"""


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A logo as a design office sends it: CMYK, as a JPEG."""
    image = Image.new("CMYK", (1100, 240))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 20, 210, 220), fill=(240, 150, 30, 40))
    draw.rectangle((250, 90, 1090, 150), fill=(230, 170, 40, 60))
    image.save(tmp_path / "logo.jpg", quality=92)
    return tmp_path / "logo.jpg"


def project(tmp_path: Path, logo: Path, name: str = SHORT) -> Path:
    folder = tmp_path / "dek"
    place = f"in en rond {name}"
    start = Start(NAME, ("nl", "de"), logo, None, name, place, "verband over twee grenzen heen")
    new_project(folder, start)
    file = next((folder / "cards/regions").glob("*.yaml"))
    base_text, spoken = file.read_text(encoding="utf-8").split("\n# facts:")[0], "\ntexts:\n  de:\n"
    file.write_text(base_text + OWN + spoken + f"    place: in und um {name}\n", encoding="utf-8")
    return folder


def mistakes(folder: Path, formats: tuple[str, ...] = ("a6", "poker")) -> list[Diagnostic]:
    output = folder / "output"
    request = BuildRequest(output=output, project=folder, regions=("all",), formats=formats)
    return [one.diagnostic for one in check_deck(request).of_severity(Severity.ERROR)]


def test_a_strangers_region_builds_at_the_second_try(tmp_path: Path, logo: Path) -> None:
    folder = project(tmp_path, logo)
    found = {(str(one.location).rpartition(":")[0], one.key): one for one in mistakes(folder)}
    assert set(found) == {
        (REGION, "title"),
        ("samenspel-2026.1/cards/nl/00-titel.yaml", "text"),
        ("samenspel-2026.1/cards/de/00-titel.yaml", "text"),
    }
    title = found[REGION, "title"]
    assert 'the word "Verantwoordelijkheidsverdeling" is wider than a line' in title.message
    for one in found.values():
        if one.key == "text":
            assert f"in {REGION} (cards: change: titel: text:)" in one.remedy
    follow(folder / REGION)
    assert mistakes(folder) == []
    request = BuildRequest(
        output=tmp_path / "output", project=folder, regions=("eastrom-zolcienburg",),
        formats=("poker",), products=("cards", "poster"),
    )  # fmt: skip
    assert len(build_deck(request).files) == 4  # cards and poster in two languages


def follow(region: Path) -> None:
    """Do what the messages say: another title, and the welcome in fewer words."""
    text = region.read_text(encoding="utf-8")
    text = text.replace("Verantwoordelijkheidsverdeling bespreken", "Wie doet wat")
    welcome = "titel:\n      text: Welkom bij het kaartspel van {{ regio.kort }}. Trek een kaart."
    text = text.replace("  change:\n", f"  change:\n    {welcome}\n", 1)
    region.write_text(text, encoding="utf-8")


def test_a_letter_that_no_font_has_is_told_where_it_was_written(tmp_path: Path, logo: Path) -> None:
    folder = project(tmp_path, logo, name="Żółćieŋbürg")
    output = tmp_path / "output"
    request = BuildRequest(output=output, project=folder, regions=("zolcienburg",))
    with pytest.raises(ContentError) as caught:
        build_deck(request)
    missing = [one for one in caught.value.diagnostics if one.code == "glyph-missing"]
    assert {one.key for one in missing} == {"short", "place"}
    assert all(re.search(r"ŋ \(U\+014B\)", one.message) for one in missing)
    assert {str(one.location).rpartition(":")[0] for one in missing} == {
        "cards/regions/zolcienburg.yaml"
    }
    assert not output.exists()
