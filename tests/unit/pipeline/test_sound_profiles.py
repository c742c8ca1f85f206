"""The profile that a project brings is tried when the deck is opened, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import ROOT, tiny_project, write

from samenspel import BuildRequest, ContentError
from samenspel.pipeline.opening import open_build

PROFILE = (ROOT / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes()
NAME = "assets/icc/ISOcoated_v2_300_bas.icc"

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "is not a CMYK printer profile": lambda data: data[:12] + b"mntrRGB " + data[20:],
    "is cut off": lambda data: data[:90_000],
    "was changed after it was made": lambda data: data[:200_000] + bytes(8) + data[200_008:],
    "has no table B2A1": lambda data: data.replace(b"B2A1", b"B2Ax", 1),
    "colour": lambda data: data[:84] + bytes(16) + data[100:5000] + bytes(len(data) - 5000),
}


@pytest.mark.parametrize("fault", DAMAGE)
def test_a_damaged_profile_is_refused_with_its_file(tmp_path: Path, fault: str) -> None:
    project = tiny_project(tmp_path)
    write(project, NAME, DAMAGE[fault](PROFILE))
    with pytest.raises(ContentError) as caught:
        open_build(BuildRequest(project=project, output=tmp_path))
    (problem,) = caught.value.diagnostics
    assert (problem.code, str(problem.location)) == ("press-profile", NAME)
    assert fault in problem.message


def test_a_sound_profile_of_the_projects_own_is_taken(tmp_path: Path) -> None:
    project = tiny_project(tmp_path)
    other = (ROOT / "assets/icc/FOGRA39L_coated.icc").read_bytes()
    write(project, NAME, other)
    assert open_build(BuildRequest(project=project, output=tmp_path)).profile == other
