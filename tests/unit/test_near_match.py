"""A name that is written otherwise leads to the one that is meant."""

from __future__ import annotations

import pytest

from samenspel.diagnostics import near_match

KNOWN = ["a6", "coated", "coated-330", "regio-oost", "tweede", "start-bij-jezelf"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("A-6", "a6"), ("a6.yaml", "a6"), ("A 6", "a6"), ("COATED", "coated"),
        ("cards/regions/regio-oost.yaml", "regio-oost"), ("Regio Oost", "regio-oost"),
        ("regions\\tweede.yaml.txt", "tweede"), ("OOST", "regio-oost"), ("oost.yml", "regio-oost"),
        ("Start bij jezelf", "start-bij-jezelf"), ("twede", "tweede"),
    ],
)  # fmt: skip
def test_case_ending_and_folder_lead_to_the_name(written: str, meant: str) -> None:
    assert near_match(written, KNOWN) == f'did you mean "{meant}"?'


@pytest.mark.parametrize("far", ["zuid", "", "/", ".yaml", "e", "oa", "---"])
def test_what_is_near_nothing_gets_all_names(far: str) -> None:
    assert near_match(far, KNOWN).startswith("known: a6, coated")


def test_part_of_several_names_is_near_none_of_them() -> None:
    assert near_match("oost", ["regio-oost", "stad-oost-en-west"]) == "known: " + (
        "regio-oost, stad-oost-en-west"
    )
