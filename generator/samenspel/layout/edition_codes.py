"""How an edition's code is broken: before its fingerprint, which is read out as one."""

from __future__ import annotations

import re

from samenspel.model.edition_code import FINGERPRINT

CODE = re.compile(rf"(\S+-)({FINGERPRINT}\b.*)")
BREAK_COST, NARROW_COST = 0.15, 0.7
"""What a break costs before the fingerprint, and inside a name that is too long for its line."""


def code_parts(word: str, apart: bool, narrow: bool) -> list[tuple[str, float, str]]:
    """The parts of an edition's code, what a break after each costs, and nothing printed there.

    ``apart`` allows the break before the fingerprint, ``narrow`` those inside the name too. Empty
    for a word that is no such code.
    """
    code = CODE.match(word) if apart else None
    if code is None:
        return []
    names = re.findall(r"[^-]*-", code[1]) if narrow else [code[1]]
    parts = [(name, NARROW_COST, "") for name in names[:-1]]
    return [*parts, (names[-1], BREAK_COST, ""), (code[2], 0.0, "")]
