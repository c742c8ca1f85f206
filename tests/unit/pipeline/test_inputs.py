"""What an edition is made with: its code changes with all of it, and what is replaced is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import ROOT, change, tiny_project, write

from samenspel import BuildRequest, build_deck
from samenspel.model.edition_code import is_whole
from samenspel.pipeline import coding
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build

SHIPPED = ROOT / "generator/samenspel"
PRESS = (SHIPPED / "presets/presses/coated.yaml").read_text(encoding="utf-8")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tiny_project(tmp_path / "deck")
    write(folder, "assets/cartoons/luister.svg", DRAWING)
    change(folder, "cards/nl/01-luister-eerst.yaml", "conditions:", "cartoon: luister\nconditions:")
    return folder


def code(project: Path, shape: str = "a6", **wanted: object) -> str:
    request = BuildRequest(project=project, output=project, formats=(shape,), **wanted)  # type: ignore[arg-type]
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    return edition.in_format(build.fitted(build.formats[0])).deck.edition_code


def other_profile(project: Path) -> None:
    other = (ROOT / "assets/icc/FOGRA39L_coated.icc").read_bytes()
    write(project, "assets/icc/ISOcoated_v2_300_bas.icc", other)


def other_font(project: Path) -> None:
    font = (ROOT / "assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf").read_bytes()
    write(project, "assets/fonts/AtkinsonHyperlegibleNext-Italic.ttf", font)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda at: change(at, "cards/nl/00-titel.yaml", "Een kern.", "Een kern!"),
    "a drawing": lambda at: change(at, "assets/cartoons/luister.svg", "h9v9", "h8v9"),
    "a shipped drawing": lambda at: write(at, "assets/pictograms/relatie-klein.svg", DRAWING),
    "a font": other_font,
    "a profile": other_profile,
    "a press": lambda at: write(
        at, "presets/presses/coated.yaml", PRESS.replace("ink_limit: 300", "ink_limit: 395")
    ),
    "a format": lambda at: write(
        at, "presets/formats/a6.yaml",
        (SHIPPED / "presets/formats/a6.yaml").read_text().replace("radius: ", "radius: 1"),
    ),
    "a kind": lambda at: write(
        at, "kinds/blank.yaml",
        (SHIPPED / "presets/kinds/blank.yaml").read_text().replace("56%", "55%"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_the_code_changes_with(project: Path, what: str) -> None:
    before = code(project)
    CHANGES[what](project)
    assert code(project) != before


def test_the_code_tells_formats_presses_and_versions_apart(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [code(project), code(project, "poker"), code(project, press="uncoated")]
    seen.append(code(project, text="outlined"))
    monkeypatch.setattr(coding, "__version__", "0.0.1")
    seen.append(code(project))
    assert len(set(seen)) == 5
    assert all(is_whole(one) and one.startswith("1.0-basis-nl-") for one in seen)


def test_the_code_is_the_same_elsewhere(project: Path, tmp_path: Path) -> None:
    """From another folder, with another hash seed, and whatever else is built with it."""
    write(project, "assets/cartoons/unused.svg", DRAWING)
    tiny = tiny_project(tmp_path / "elsewhere" / "copy")
    for name in ("assets/cartoons/luister.svg", "cards/nl/01-luister-eerst.yaml"):
        write(tiny, name, (project / name).read_bytes())
    script = (
        "import sys; from pathlib import Path; from tests.unit.pipeline.test_inputs import code;"
        "print(code(Path(sys.argv[1])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tiny)], cwd=ROOT, check=True, capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == code(project)


def test_a_text_prints_the_code_of_its_own_format(project: Path) -> None:
    change(project, "cards/nl/00-titel.yaml", "Welkom in", "Editie {{ editie }}. Welkom in")
    build = open_build(BuildRequest(project=project, output=project, formats=("a6", "poker")))
    edition = prepared(build, build.editions[0])
    for shape in build.formats:
        deck = edition.in_format(shape).deck
        assert deck.cards[0].text == f"Editie {deck.edition_code}. Welkom in onze regio."


def test_what_a_project_replaces_is_told(project: Path, tmp_path: Path) -> None:
    request = BuildRequest(project=project, output=tmp_path / "out", products=("cards",))
    assert build_deck(request).replaced == ()
    other_profile(project)
    write(project, "presets/presses/coated.yaml", PRESS + "# ours\n")
    write(project, "assets/fonts/BricolageGrotesque-Bold.ttf",
          (ROOT / "assets/fonts/BricolageGrotesque-Bold.ttf").read_bytes())  # fmt: skip
    write(project, "assets/pictograms/relatie-klein.svg", DRAWING)
    report = build_deck(request)
    assert [one.name for one in report.replaced] == [
        "assets/icc/ISOcoated_v2_300_bas.icc",
        "assets/pictograms/relatie-klein.svg",
        "presets/presses/coated.yaml",
    ]
    manifest = json.loads(report.manifests[0].read_bytes())
    inputs = {one["name"]: one for one in manifest["inputs"]}
    assert {name for name, one in inputs.items() if "replaces" in one} == {
        one.name for one in report.replaced
    }
    drawing = inputs["assets/cartoons/luister.svg"]
    assert (drawing["from"], len(drawing["sha256"])) == ("project", 64)
    assert "from" not in inputs["presets/formats/a6.yaml"]
    assert {"kinds/reminder.yaml", "sets/conditions.yaml"} <= set(inputs)
    assert manifest["deck"]["edition_code"] == manifest["files"][0]["edition_code"]
    assert is_whole(manifest["deck"]["edition_code"])


def test_a_picture_with_another_ending_replaces_a_shipped_one(
    project: Path, tmp_path: Path
) -> None:
    write(project, "assets/cartoons/titel.SVG", DRAWING)
    change(project, "cards/nl/01-luister-eerst.yaml", "cartoon: luister", "cartoon: titel")
    request = BuildRequest(project=project, output=tmp_path / "out", products=("cards",))
    assert [one.name for one in build_deck(request).replaced] == ["assets/cartoons/titel.SVG"]
