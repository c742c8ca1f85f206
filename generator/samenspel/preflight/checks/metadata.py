"""Info and XMP are both there and agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.claims import NO_XMP
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

NEEDED = ("xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")
TEXTS = {
    "Title": "dc:title", "Subject": "dc:description", "Keywords": "pdf:Keywords",
    "Creator": "xmp:CreatorTool", "Producer": "pdf:Producer", "Author": "dc:creator",
}  # fmt: skip
DATES = {"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"}
REQUIRED = ("Title", "CreationDate", "ModDate")
"""What must be stated in any case; the others must agree where both state them."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    claims, rules = document.claims, document.rules(expected)
    if claims.packet is None:
        if rules.xmp or claims.fault != NO_XMP:
            yield Problem(claims.fault, subject="XMP")
        if rules.xmp:
            return
    for key in NEEDED if rules.xmp else ():
        if not claims.xmp(key):
            yield Problem(say("the XMP metadata has no {key}", key=key), subject=key)
    for key, twin in (TEXTS | DATES).items():
        in_info, in_xmp = claims.entry(key), claims.xmp(twin)
        if not in_info and not in_xmp and key in REQUIRED:
            yield Problem(say("{key} is missing", key=key), subject=key)
        elif ((not in_info or not (in_xmp or claims.packet is None)) and key in REQUIRED) or (
            in_info and in_xmp and not _same(key, in_info, in_xmp)
        ):
            message = say(
                '{key} is "{info}" in Info and "{xmp}" in XMP', key=key, info=in_info, xmp=in_xmp
            )
            yield Problem(message, subject=key)


def _same(key: str, in_info: str, in_xmp: str) -> bool:
    if key == "Author":  # of several, XMP has each by itself and Info all in one text
        return in_info.strip().strip('"').startswith(in_xmp)
    return _same_moment(in_info, in_xmp) if key in DATES else in_info.strip() == in_xmp


def _same_moment(pdf: str, xmp: str) -> bool:
    """``D:20260102030405+01'00'`` against ISO 8601."""
    digits = re.fullmatch(r"D:(\d{14})(?:(Z)(?:00'?00'?|')?|([+-])(\d\d)'?(\d\d)?'?)?", pdf)
    if digits is None:
        return False
    zone = f"{digits[3]}{digits[4]}{digits[5] or '00'}" if digits[3] else "+0000"
    try:
        moment = datetime.strptime(digits[1] + zone, "%Y%m%d%H%M%S%z")
        other = datetime.fromisoformat(xmp)
        return moment == (other if other.tzinfo else other.replace(tzinfo=UTC))
    except (ValueError, TypeError):
        return False


CHECK = Check(
    id="metadata",
    title="Info and XMP are both there and agree",
    rationale="Two titles or dates make an archive doubt which one is true.",
    remedy="finish the file with its metadata",
    source="PDF/X (ISO 15930, second-hand)",
    run=_run,
)
