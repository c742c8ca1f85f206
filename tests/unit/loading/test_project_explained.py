"""Every code that these two stages use has a paragraph, and every paragraph a code."""

from __future__ import annotations

import re

from tests.projects import ROOT

from samenspel.explain import explanations, parse

SOURCES = ROOT / "generator" / "samenspel"
ROOMS = ("yaml", "layers", "project", "presets", "loading", "upkeep", "questions")
EXPLAINED_ELSEWHERE = {
    "field-too-long", "language-unknown", "project-not-found", "yaml-too-many-values",
}  # fmt: skip
CODE = re.compile(
    r'"((?:path|file|project|yaml|field|text|list|mapping|value|number|date|yes-or-no|card|order'
    r'|question|word|language|region|layer|lock|base|count|override|label|preset|asset|template)-[a-z0-9-]+)"'
)
STAGES = ("gate.py", "walking.py", *(f"{room}/*.py" for room in ROOMS))
NO_CODES = {
    "text-italic", "text-semibold", "text-bold", "text-extrabold", "text-bold-italic",
    "text-semibold-italic",
}  # fmt: skip
"""Faces of a theme, which are named as codes are."""


def test_codes_and_paragraphs_agree() -> None:
    used = {
        code
        for stage in STAGES
        for path in SOURCES.glob(stage)
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    } - NO_CODES
    own = {
        code
        for name in ("project", "regions")
        for code, _ in parse((SOURCES / "explain" / f"{name}.md").read_text(encoding="utf-8"))
    }
    assert used - set(explanations()) == set()
    # told by checking and layout
    elsewhere = {
        "fact-not-a-phrase", "fact-sentences", "region-name-long", "sheet-words-english",
        "text-mark-unseen",
    }  # fmt: skip
    assert own - used == elsewhere
    assert used - own == EXPLAINED_ELSEWHERE
