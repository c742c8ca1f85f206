"""One output intent names the printing condition and holds its CMYK profile."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry, kind, listed, whole
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation

REGISTERED = re.compile(r"FOGRA ?\d|CGATS|JC\d|IFRA|PSR|EUROSB", re.IGNORECASE)
"""Conditions of the ICC's register, which asks for its address; any other is described in words."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    intents = listed(entry(document.root, "/OutputIntents"))
    found = [item for item in intents if kind(item, "/S") == "GTS_PDFX"]
    if len(found) != 1:
        yield Problem(f"{len(found)} output intents for PDF/X, expected exactly one")
        return
    intent, rules = found[0], document.rules(expected)
    condition = str(intent.get("/OutputConditionIdentifier", ""))
    named = "RegistryName" if REGISTERED.match(condition) else "Info"
    for key in ("OutputConditionIdentifier", named):
        if not str(intent.get(f"/{key}", "")):
            yield Problem(f"the output intent has no {key}", subject=condition)
    if expected.output_condition and condition not in ("", expected.output_condition):
        message = f'the condition is "{condition}", not "{expected.output_condition}"'
        yield Problem(message, subject=condition)
    profile = entry(intent, "/DestOutputProfile")
    if profile is not None or rules.embedded:
        yield from _profile(document, profile)


def _profile(document: Document, profile: pikepdf.Object | None) -> Iterator[Problem]:
    """The profile is there, of class prtr, and for four inks (ICC.1:2010, 7.2)."""
    if not isinstance(profile, pikepdf.Stream):
        yield Problem("the output intent has no embedded profile")
        return
    header, length = document.header(profile)
    if whole(profile, "/N", 0) != 4 or header[16:20] != b"CMYK":
        yield Problem("the output intent's profile is not for four inks")
    elif header[12:16] != b"prtr" or header[36:40] != b"acsp":
        yield Problem("the output intent's profile is not a printer's")
    elif int.from_bytes(header[:4]) > length:  # the profile's size (7.2.2)
        yield Problem("the output intent's profile is cut off")


CHECK = Check(
    id="output-intent",
    title="One output intent names the printing condition and holds its CMYK profile",
    rationale="The four tints mean nothing without the paper and the press they were made for.",
    remedy="finish the file with a press preset and its profile",
    source="PDF/X; GWG 2022 R0035",
    run=_run,
    thresholds=("output_condition",),
)
