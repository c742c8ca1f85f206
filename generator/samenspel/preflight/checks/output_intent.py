"""One output intent names the printing condition and holds its CMYK profile."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry, kind, listed, whole
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.claims import Rules
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.icc import ProfileFacts, black_of_another_paper, spelled
from samenspel.saying import say

REGISTERED = re.compile(r"FOGRA ?\d|CGATS|JC\d|IFRA|PSR|EUROSB", re.IGNORECASE)
"""Conditions of the ICC's register, which asks for its address; any other is described in words."""
NEW_PROFILES = "1.5"
"""The first PDF version in which profiles of ICC version 4 may stand."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    intents = listed(entry(document.root, "/OutputIntents"))
    found = [item for item in intents if kind(item, "/S") == "GTS_PDFX"]
    if len(found) != 1:
        many = say("{count} output intents for PDF/X, expected exactly one", count=len(found))
        yield Problem(many)
        return
    intent, rules = found[0], document.rules(expected)
    condition = str(intent.get("/OutputConditionIdentifier", ""))
    named = "RegistryName" if REGISTERED.match(condition) else "Info"
    for key in ("OutputConditionIdentifier", named):
        if not str(intent.get(f"/{key}", "")):
            message = say("the output intent has no {key}", key=key)
            yield Problem(message, subject=condition, subject_named=False)
    if expected.output_condition and condition not in ("", expected.output_condition):
        message = say(
            'the condition is "{condition}", not "{asked}"',
            condition=condition, asked=expected.output_condition,
        )  # fmt: skip
        yield Problem(message, subject=condition)
    profile = entry(intent, "/DestOutputProfile")
    if profile is not None or rules.embedded:
        yield from _profile(document, profile, condition, rules)


def _profile(
    document: Document, profile: pikepdf.Object | None, condition: str, rules: Rules
) -> Iterator[Problem]:
    """The profile is there, of class prtr, for four inks (ICC.1:2010, 7.2), and the condition's."""
    if not isinstance(profile, pikepdf.Stream):
        yield Problem("the output intent has no embedded profile")
        return
    known = document.profile(profile)
    header = known.header
    if whole(profile, "/N", 0) != 4 or header[16:20] != b"CMYK":
        yield Problem("the output intent's profile is not for four inks")
    elif header[12:16] != b"prtr" or header[36:40] != b"acsp":
        yield Problem("the output intent's profile is not a printer's")
    elif int.from_bytes(header[:4]) > known.length:  # the profile's size (7.2.2)
        yield Problem("the output intent's profile is cut off")
    elif known.fault:
        yield Problem(say("the output intent's profile {fault}", fault=known.fault))
    else:
        yield from _fitting(known, condition, rules)


def _fitting(known: ProfileFacts, condition: str, rules: Rules) -> Iterator[Problem]:
    """The profile of the condition that is named, and as old as the standard asks."""
    if rules.version < NEW_PROFILES and known.version >= 4:
        message = say(
            "the output intent's profile is ICC version {version}, newer than 2",
            version=known.version,
        )
        yield Problem(message, subject=condition, subject_named=False)
    named = ", ".join(sorted(known.conditions))
    if REGISTERED.match(condition) and known.conditions:
        if spelled(condition) not in known.conditions:
            message = say(
                'the condition is "{condition}", but the profile is for {named}',
                condition=condition, named=named,
            )  # fmt: skip
            yield Problem(message, subject=condition)
    elif black_of_another_paper(condition, known.black):
        message = say(
            'the condition is "{condition}", but the profile is for another kind of paper',
            condition=condition,
        )
        yield Problem(message, subject=condition)


CHECK = Check(
    id="output-intent",
    title="One output intent names the printing condition and holds its CMYK profile",
    rationale="The four tints mean nothing without the paper and the press they were made for.",
    remedy="finish the file with a press preset and its profile",
    source="PDF/X; GWG 2022 R0035",
    run=_run,
    thresholds=("output_condition",),
)
