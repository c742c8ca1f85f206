"""Embedded fonts are subsets, each with a tag of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry, kind

TAG = re.compile(r"[A-Z]{6}\+")
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    known: dict[str, tuple[int, int]] = {}
    for item in document.resources:
        program = _program(item.value) if item.group == "Font" else None
        if program is None:
            continue
        name = kind(item.value, "/BaseFont")
        if not TAG.match(name):
            yield Problem(f"the font {name} is not a subset", item.page, None, Severity.WARNING)
        elif known.setdefault(name, program.objgen) != program.objgen:
            yield Problem(f"two different subsets are called {name}", item.page)


def _program(font: pikepdf.Object) -> pikepdf.Object | None:
    children = entry(font, "/DescendantFonts")
    descriptor = entry(children[0] if children is not None else font, "/FontDescriptor")
    return next((descriptor[k] for k in PROGRAMS if descriptor and k in descriptor), None)


CHECK = Check(
    id="font-subset",
    title="Embedded fonts are subsets, each with a tag of its own",
    rationale=(
        "Two subsets under one name are merged by some programs, and letters go missing; "
        "whole fonts bloat the file and hand them on."
    ),
    remedy="tag each subset with six capitals of its own",
    source="ISO 32000-1, 9.6.4",
    run=_run,
)
