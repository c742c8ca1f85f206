"""Two colours of one set that look alike are reported, once, for the sight in which they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import DECK, write

from samenspel.checking.alike import alike_findings
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build

KIND = """\
title: Kaart
colour: kleur
fields: {title: {}, kleur: {set: kleuren}}
front: [{ground: strong}]
back: [{ground: strong}]
"""


def found_of(folder: Path, first: str, second: str) -> list[Diagnostic]:
    write(folder, "kinds/kaart.yaml", KIND)
    choices = f"  een: {{inks: {{strong: {first}}}}}\n  twee: {{inks: {{strong: {second}}}}}\n"
    write(folder, "sets/kleuren.yaml", f"title: Kleuren\nchoices:\n{choices}")
    write(folder, "cards/nl/01-groep.yaml", "kind: kaart\ntitle: Een\nkleur: een\n")
    deck = DECK.replace("[titel, luister-eerst, leeg, leeg]", "[groep]")
    write(folder, "cards/deck.yaml", deck)
    build = open_build(BuildRequest(output=folder / "out", project=folder))
    return list(alike_findings(prepared(build, EditionName("basis", "nl"))))


@pytest.mark.parametrize(
    ("first", "second", "sight"),
    [
        ("[0, 50, 80, 0]", "[0, 52, 80, 0]", ""),
        ("[0, 50, 70, 20]", "[60, 0, 90, 10]", "deutan colour-blind"),
    ],
)
def test_colours_that_look_alike_are_named_at_the_second(
    tmp_path: Path, first: str, second: str, sight: str
) -> None:
    (one,) = found_of(tmp_path, first, second)
    assert (one.code, one.severity) == ("set-inks-alike", Severity.WARNING)
    assert "Een and Twee" in one.message
    assert sight in one.message
    assert str(one.location).startswith("sets/kleuren.yaml")
    assert one.key == "kleuren.twee"


def test_colours_that_differ_are_left_alone(tmp_path: Path) -> None:
    assert found_of(tmp_path, "[80, 20, 0, 0]", "[0, 30, 90, 0]") == []
