"""Presses: conditions, shops that extend them, and what can be wrong with one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tests.projects import ROOT, opened, tiny_project, write

from samenspel.errors import ContentError
from samenspel.model.ink import Ink
from samenspel.model.style import DieLine, Overridable, Override, RichBlack
from samenspel.presets import names, press_named
from samenspel.project import Project

SHIPPED = ROOT / "generator" / "samenspel" / "presets" / "presses"
CONDITIONS = {"coated", "coated-330", "uncoated"}
KNOWN = Overridable(frozenset({"text_minimum", "ink_limit"}), frozenset({"black-text-overprint"}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_project(tmp_path)


def own(folder: Path, text: str, name: str = "eigen") -> Project:
    write(folder, f"presets/presses/{name}.yaml", text)
    return opened(folder)


def test_a_shop_holds_what_it_says_and_takes_the_rest_from_its_condition(folder: Path) -> None:
    coated, shop = (press_named(opened(folder), name) for name in ("coated", "drivethrucards"))
    assert (shop.standard, shop.pages, shop.ink_limit) == ("PDF/X-1a:2003", "back-front", 240)
    assert shop.rich_black == RichBlack(Ink(60, 40, 40, 100))
    assert (shop.bleed, shop.safe) == (3.175, 3.175)
    for key in ("profile", "output_condition", "registry", "condition_info"):
        assert getattr(shop, key) == getattr(coated, key)
    assert (coated.standard, coated.text, coated.pages) == ("PDF/X-4", "live", "front-back")


def test_the_facts_of_the_shops(folder: Path) -> None:
    """As the shops' pages state them."""
    project = opened(folder)
    presses = {name: press_named(project, name, None) for name in names(project, "presses")}
    facts = {name: (p.bleed, p.safe, p.ink_limit, p.standard) for name, p in presses.items()}
    assert facts["onlineprinters"] == (2, 4, 300, "PDF/X-4")
    assert presses["onlineprinters"].die_line == DieLine("CutContour", Ink(0, 100, 0, 0), radius=4)
    assert facts["meinspiel"] == (3, 4, 300, "PDF/X-4")
    assert presses["meinspiel"].pages == "separate"
    assert presses["meinspiel"].overrides["text_minimum"].value == 6
    assert facts["mbprint"][:2] == (3, 4) and presses["mbprint"].text == "outlined"
    assert presses["mbprint"].rich_black == RichBlack(Ink(30, 30, 0, 100))
    assert facts["longpack"][:2] == (3, 3)
    assert presses["longpack"].rich_black == RichBlack(Ink(40, 0, 0, 100))
    assert facts["printsimple"][:3] == (3, 5, 300)
    assert facts["printsimple-rush"][:3] == (3, 5, 260)
    assert presses["printsimple"].output_condition == "FOGRA39"
    assert presses["printsimple-uncoated"].output_condition == "FOGRA47"
    assert facts["printsimple-uncoated"] == facts["printsimple"]
    assert facts["puzzlefactory"][:3] == (3, 5, 300)
    assert facts["andi"] == (3, 5, 280, "PDF/X-4")
    assert presses["andi"].rich_black == RichBlack(Ink(50, 40, 40, 100))
    assert facts["amax"] == (2, 5, 300, "PDF/X-3:2002")
    assert facts["drukwerkgek"][3] == "PDF/X-3:2002"
    assert presses["drukwerkgek"].text == "outlined"
    assert (facts["wimjonkers"][:2], facts["wimjonkers"][3]) == ((3, 5), "PDF/X-1a:2003")
    assert (presses["wimjonkers"].text, presses["wimjonkers"].overprint) == ("outlined", False)


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shop_says_where_and_when_it_was_read(file: Path, folder: Path) -> None:
    press = press_named(opened(folder), file.stem)
    assert press.source
    if file.stem not in CONDITIONS:
        assert re.fullmatch(r"20\d\d-\d\d", press.read)
        assert "extends" in yaml.safe_load(file.read_text(encoding="utf-8"))


def test_a_shop_of_ones_own_with_overrides(folder: Path) -> None:
    project = own(
        folder,
        "title: Mijn drukker\nextends: meinspiel\nread: 2026-10\noverrides:\n"
        "  black-text-overprint: {value: info, reason: Waarom, source: Waar}\n",
    )
    press = press_named(project, "eigen", KNOWN)
    assert press.pages == "separate" and press.read == "2026-10"
    assert press.overrides["black-text-overprint"] == Override("info", "Waarom", "Waar")
    assert press.overrides["text_minimum"].value == 6


MISTAKES = {
    "extends: coatd\ntitle: x\n": ("press-extends", 1, "extends", 'did you mean "coated"'),
    "title: x\nextends: eigen\n": ("press-extends", 2, "extends", "never ends"),
    "extends: coated\nstandard: PDF/X-5\n": ("value-unknown", 2, "standard", "PDF/X-4"),
    "extends: coated\npages: apart\n": ("value-unknown", 2, "pages", "separate"),
    "extends: coated\ndie_lines: {}\n": ("field-unknown", 2, "die_lines", "die_line"),
    "extends: coated\nread: gisteren\n": ("", 2, "read", ""),
    "extends: coated\nrich_black: {ink: [90, 90, 90, 100]}\n": (
        "preset-value", 2, "rich_black.ink", "370 %",
    ),
    "extends: coated\ndie_line: {name: Magenta}\n": (
        "preset-value", 2, "die_line.name", "process plate",
    ),
    "extends: coated\noverrides:\n  text_minimun: {value: 5, reason: r, source: s}\n": (
        "press-override", 3, "overrides.text_minimun", 'did you mean "text_minimum"',
    ),
    "extends: coated\noverrides:\n  text_minimum: {value: error, reason: r, source: s}\n": (
        "preset-value", 3, "overrides.text_minimum.value", "a number",
    ),
    "extends: coated\noverrides:\n  black-text-overprint: {value: 5, reason: r, source: s}\n": (
        "preset-value", 3, "overrides.black-text-overprint.value", "severity",
    ),
    "extends: coated\noverrides:\n  text_minimum: {value: 5, source: s}\n": (
        "field-missing", 3, "overrides.text_minimum.reason", "reason",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", MISTAKES)
def test_each_mistake_has_its_place(folder: Path, text: str) -> None:
    code, line, key, words = MISTAKES[text]
    write(folder, "presets/presses/ander.yaml", "extends: coated\ntitle: y\n")
    project = opened(folder)
    write(folder, "presets/presses/eigen.yaml", text)
    with pytest.raises(ContentError) as caught:
        press_named(project, "eigen", KNOWN)
    (problem,) = caught.value.diagnostics
    assert code in problem.code
    assert problem.location is not None
    assert (problem.location.file, problem.location.line) == ("presets/presses/eigen.yaml", line)
    assert problem.key == key
    assert words in str(problem)


def test_presses_that_extend_each_other(folder: Path) -> None:
    project = opened(folder)
    write(folder, "presets/presses/een.yaml", "title: x\nextends: twee\n")
    write(folder, "presets/presses/twee.yaml", "title: x\nextends: een\n")
    with pytest.raises(ContentError, match="een extends twee extends een"):
        press_named(project, "een")
