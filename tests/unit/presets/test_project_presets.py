"""Formats, themes and presses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import ROOT, opened, tiny_project, write

from samenspel.errors import ContentError, UsageError
from samenspel.loading import select
from samenspel.model.ink import BLACK, Ink
from samenspel.presets import deck_theme, format_named, names, press_named, theme_named
from samenspel.project import Project

SHIPPED = ROOT / "generator" / "samenspel" / "presets"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return opened(tiny_project(tmp_path))


def test_all_shipped_presets_are_sound(project: Project) -> None:
    formats = [format_named(project, name) for name in names(project, "formats")]
    assert {f.name for f in formats} == {path.stem for path in (SHIPPED / "formats").glob("*.yaml")}
    assert all(
        {"title", "core", "question", "text", "label", "furniture"} == set(f.type) for f in formats
    )
    assert all(press_named(project, name).ink_limit <= 400 for name in names(project, "presses"))
    assert all(theme_named(project, name).palette for name in names(project, "themes"))

CONDITIONS = ("ambitie", "belangen", "relatie", "organisatie", "proces")


def test_a_format(project: Project) -> None:
    a6 = format_named(project, "a6")
    assert (a6.width, a6.height, a6.bleed, a6.gutter, a6.drop) == (105, 148, 3, None, frozenset())
    title = a6.type["title"]
    assert title.design > title.minimum > 0 and title.leading > 1
    assert format_named(project, "groot").gutter == 0
    assert format_named(project, "poker").drop == frozenset({"text"})


def test_a_theme(project: Project) -> None:
    theme = theme_named(project, "samenspel")
    assert theme.conditions == {}
    assert theme.screen["ink"] == "#1d1d1b"
    assert theme.palette["ink"] == BLACK
    assert [one.file for one in theme.fonts["text-italic"]] == [
        "AtkinsonHyperlegibleNext-Italic.ttf"
    ]
    assert [one.file for one in theme.fallback] == ["SamenspelSymbols.ttf"]
    assert theme.features["display"]["liga"] is False


def test_a_font_role_may_name_a_chain_of_files(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    text = (SHIPPED / "themes" / "samenspel.yaml").read_text(encoding="utf-8")
    line = "text: AtkinsonHyperlegibleNext-Regular.ttf"
    assert line in text
    write(folder, "presets/themes/eigen.yaml", text.replace(line, "text: [Een.ttf, Twee.ttf]"))
    fonts = theme_named(opened(folder), "eigen").fonts
    assert [one.file for one in fonts["text"]] == ["Een.ttf", "Twee.ttf"]
    assert [one.key for one in fonts["text"]] == ["fonts.text[1]", "fonts.text[2]"]
    assert len(fonts["text-bold"]) == 1
    write(folder, "presets/themes/eigen.yaml", text.replace(line, "text: []"))
    with pytest.raises(ContentError):
        opened(folder)


def test_region_accents_replace_palette_colours_only(project: Project) -> None:
    theme = theme_named(project, "samenspel")
    assert theme.accent in theme.palette.values()
    theme = replace(theme, accent=theme.palette["coral"])
    deck = select(project, "noordkust", "nl")
    changed = deck_theme(theme, deck)
    assert changed.palette["coral"] == Ink(0, 60, 80, 0)
    assert changed.accent == Ink(0, 60, 80, 0)
    assert {k: v for k, v in changed.palette.items() if k != "coral"} == {
        k: v for k, v in theme.palette.items() if k != "coral"
    }
    assert tuple(changed.conditions) == CONDITIONS
    assert changed.conditions["ambitie"].on_strong == BLACK
    unchanged = deck_theme(theme, select(project, "basis", "nl"))
    assert replace(unchanged, conditions={}) == theme


def test_a_preset_of_ones_own(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path)
    text = (SHIPPED / "formats" / "a6.yaml").read_text(encoding="utf-8")
    write(folder, "presets/formats/mijn.yaml", text.replace("width: 105", "width: 110"))
    write(folder, "presets/formats/a6.yaml", text.replace("width: 105", "width: 106"))
    project = opened(folder)
    assert "mijn" in names(project, "formats")
    assert format_named(project, "mijn").width == 110
    assert format_named(project, "a6").width == 106


@pytest.mark.parametrize("name", ["a66", "../formats/a6", "/etc/passwd", ""])
def test_unknown_presets(project: Project, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_named(project, name)
    (problem,) = caught.value.diagnostics
    assert problem.code == "preset-unknown"
    assert "a6" in problem.remedy


FORMAT_MISTAKES = [
    ("width: 105", "width: breed", "number-expected", 2, "width"),
    ("width: 105", "widht: 105", "field-unknown", 2, "widht"),
    ("width: 105", "width: .inf", "number-expected", 2, "width"),
    ("width: 105", "width: 5", "number-range", 2, "width"),
    ("[25, 18, 1.02]", "[25]", "list-length", 9, "type.title"),
    ("[25, 18, 1.02]", "[18, 25, 1.02]", "preset-value", 9, "type.title[2]"),
    ("margin: 8", "margin: 60", "preset-value", 7, "margin"),
    ("margin: 8", "margin: 2", "preset-value", 7, "margin"),
    ("  label:", "  labl:", "field-unknown", 13, "type.labl"),
]


@pytest.mark.parametrize(("old", "new", "code", "line", "key"), FORMAT_MISTAKES)
def test_mistakes_in_a_format(
    tmp_path: Path, old: str, new: str, code: str, line: int, key: str
) -> None:
    text = (SHIPPED / "formats" / "a6.yaml").read_text(encoding="utf-8")
    assert old in text
    folder = tiny_project(tmp_path)
    write(folder, "presets/formats/mijn.yaml", text.replace(old, new))
    with pytest.raises(ContentError) as caught:
        opened(folder)
    found = [(p.code, str(p.location), p.key) for p in caught.value.diagnostics]
    assert (code, f"presets/formats/mijn.yaml:{line}", key) in found


def test_mistakes_in_a_theme(tmp_path: Path) -> None:
    text = (SHIPPED / "themes" / "samenspel.yaml").read_text(encoding="utf-8")
    folder = tiny_project(tmp_path)
    for old, new, code in [
        ('screen: "#1d1d1b"', "screen: 1d1d1b", "value-form"),
        ('screen: "#1d1d1b"', 'screen: "#FFFFFF"', "preset-value"),
        ("{liga: false", "{liga: misschien", "yes-or-no-expected"),
    ]:
        assert old in text
        write(folder, "presets/themes/mijn.yaml", text.replace(old, new))
        with pytest.raises(ContentError) as caught:
            opened(folder)
        codes = {p.code for p in caught.value.diagnostics}
        assert code in codes, (new, codes)
        assert all(p.location and p.location.line for p in caught.value.diagnostics)
