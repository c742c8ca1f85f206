"""The table of checks in ``docs/preflight.md`` is what the registry says."""

from __future__ import annotations

import os
from pathlib import Path

from tests import goldens

from samenspel.preflight import CHECKS, Check
from samenspel.preflight.profiles import HOUSE, PROFILES, Profile

PAGE = Path(__file__).resolve().parents[2] / "docs" / "preflight.md"
MARK = "pytest tests/contracts/test_preflight_docs.py -->\n"
HEAD = (
    "| check | what | ours | SheetCMYK | SheetSpot | digital | source |\n"
    "|---|---|---|---|---|---|---|\n"
)
NAMES = ("gwg2022-sheetcmyk", "gwg2022-sheetspot", "digital")
WANTED = (HOUSE, *(PROFILES[name] for name in NAMES))


def table() -> str:
    rows = []
    for check in CHECKS:
        levels = " | ".join(level(check, profile) for profile in WANTED)
        name = f"`{check.id}`" + (" *T*" if check.thorough else "")
        rows.append(f"| {name} | {check.title} | {levels} | {check.source} |\n")
    return HEAD + "".join(rows)


def level(check: Check, profile: Profile) -> str:
    severity = profile.expected.severities.get(check.id, check.severity)
    return "off" if severity is None else severity.value


def test_the_table_of_checks_is_fresh() -> None:
    text, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    fresh = f"{text}{MARK}\n{table()}"
    if os.environ.get("SAMENSPEL_GOLDEN") == "write":
        PAGE.write_text(fresh, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == fresh, goldens.renewing(PAGE)


def test_every_rule_of_the_ghent_workgroup_has_its_check() -> None:
    """R0006, R0025, R0028, R0029, R0033 and R0034 are not in the list for sheet-fed offset."""
    sources = " ".join(check.source for check in CHECKS)
    wanted = [*range(1, 6), *range(7, 25), 26, 27, 30, 31, 32, 35]
    assert [n for n in wanted if f"R{n:04}" not in sources] == []
