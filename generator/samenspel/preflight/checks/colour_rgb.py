"""All colour is the press's own: no RGB, no calibrated or ICC colour."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document, Resource
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import IMAGE, UNSEEN
from samenspel.preflight.state import State
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        reported: set[tuple[str, str]] = set()
        for mark in page.marks:
            space = mark.look.paint.space
            if not space.press_colour and (str(space), mark.name) not in reported:
                reported.add((str(space), mark.name))
                message = say("{kind} in {space}", kind=say(mark.kind), space=str(space))
                picture = mark.kind == IMAGE
                subject = mark.name if picture else str(space)
                yield page.problem(message, mark, subject=subject, named=not picture)
    for item in document.resources:
        yield from _hidden(document, item)


def _hidden(document: Document, item: Resource) -> Iterator[Problem]:
    """``DefaultCMYK`` turns device colour into ICC colour (8.6.5.6); masks have colours too.

    ``DefaultRGB`` is no matter: all that is painted in RGB is a finding of its own.
    """
    if item.group == "ColorSpace" and item.name in ("DefaultCMYK", "DefaultGray"):
        message = say("{name} replaces the press's own colour", name=item.name)
        yield Problem(message, item.page, subject=item.name)
    form = entry(entry(item.value, "/SMask"), "/G") if item.group == "ExtGState" else None
    if isinstance(form, pikepdf.Stream):
        for mark in document.interpreter.form(form, State(), None, 0):
            space = mark.look.paint.space
            if mark.kind not in UNSEEN and not space.press_colour:
                message = say(
                    "a soft mask with {kind} in {space}", kind=say(mark.kind), space=str(space)
                )
                yield Problem(message, item.page, subject=item.name, subject_named=False)
                return


CHECK = Check(
    id="colour-rgb",
    title="All colour is the press's own: no RGB, no calibrated or ICC colour",
    rationale=(
        "Every program converts what is left to it in its own way, and black text turns "
        "into four inks."
    ),
    remedy="give the colour as CMYK, and pictures converted with the press's profile",
    source="GWG 2022 R0027; PDF/X",
    run=_run,
)
