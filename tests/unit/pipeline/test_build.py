"""The whole line on a tiny project: what is written, when nothing is, and that it never varies."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.projects import change, tiny_project, write

from samenspel import (
    BuildReport,
    BuildRequest,
    ContentError,
    FileAccessError,
    PreflightError,
    Progress,
    UsageError,
    build_deck,
    preflight,
)
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.model.finding import Finding
from samenspel.ours import MADE
from samenspel.pipeline import inspections
from samenspel.units import Point, to_mm


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "deck")


@pytest.fixture
def build(project: Path, tmp_path: Path) -> Callable[..., BuildReport]:
    def run(**wanted: object) -> BuildReport:
        return build_deck(BuildRequest(project=project, output=tmp_path / "out", **wanted))  # type: ignore[arg-type]

    return run


def files(folder: Path) -> list[str]:
    names = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(name for name in names if name != MADE)


def test_every_region_language_and_format_has_its_folder(
    build: Callable[..., BuildReport], tmp_path: Path
) -> None:
    report = build(regions=("all",), formats=("a6", "poker"), products=("cards", "sheets"))
    names = ["cards.pdf", "manifest.json", "sheets-a3.pdf", "sheets-a4.pdf"]
    folders = ["basis/nl/a6", "basis/nl/poker", "noordkust/nl/a6", "noordkust/nl/poker"]
    assert files(tmp_path / "out") == [f"{folder}/{name}" for folder in folders for name in names]
    assert [file.path for file in report.files if not file.path.is_file()] == []
    assert len(report.files) == 12
    assert len(report.manifests) == 4


def test_pages_boxes_and_manifest_agree(build: Callable[..., BuildReport]) -> None:
    report = build(products=("cards", "sheets"))
    manifest = json.loads(report.manifests[0].read_text(encoding="utf-8"))
    assert [entry["name"] for entry in manifest["files"]] == [f.path.name for f in report.files]
    for file, entry in zip(report.files, manifest["files"], strict=True):
        data = file.path.read_bytes()
        assert entry["sha256"] == file.sha256 == hashlib.sha256(data).hexdigest()
        assert entry["bytes"] == file.bytes == len(data)
        assert entry["trim_mm"] == list(file.trim)
        with pikepdf.open(file.path) as pdf:
            assert len(pdf.pages) == file.pages == entry["pages"] == len(file.page_names)
            left, bottom, right, top = (float(value) for value in pdf.pages[0].trimbox)
            assert to_mm(right - left) == pytest.approx(file.trim[0], abs=0.001)
            assert to_mm(top - bottom) == pytest.approx(file.trim[1], abs=0.001)
    assert report.files[0].pages == 8
    assert report.files[0].bleed == 3
    assert manifest["deck"]["version"] == "1.0"
    assert manifest["deck"]["edition_code"].startswith("1.0-basis-nl-")
    assert set(manifest["built_with"]) == {
        "samenspel",
        "reportlab",
        "pikepdf",
        "uharfbuzz",
        "pillow",
    }


def test_a_build_replaces_only_what_it_makes(
    build: Callable[..., BuildReport], tmp_path: Path
) -> None:
    """The manifest keeps the rest as it was built; other files are not looked at."""
    first = build(products=("cards", "sheets"))
    home = tmp_path / "out/basis/nl/a6"
    (home / "note.txt").write_text("mine")
    (home / "sheets-a3.pdf").write_bytes(b"changed by hand")
    report = build(products=("cards",), created=datetime(2020, 1, 1, tzinfo=UTC))
    assert files(home) == [
        "cards.pdf", "manifest.json", "note.txt", "sheets-a3.pdf", "sheets-a4.pdf",
    ]  # fmt: skip
    manifest = json.loads(report.manifests[0].read_text(encoding="utf-8"))
    assert [entry["name"] for entry in manifest["files"]] == ["cards.pdf", "sheets-a4.pdf"]
    assert manifest["files"][1]["sha256"] == first.files[1].sha256
    assert manifest["files"][0]["sha256"] != first.files[0].sha256
    assert not report.warnings and not report.removed


def test_what_is_of_another_edition_is_named(
    build: Callable[..., BuildReport], project: Path, tmp_path: Path
) -> None:
    build(products=("cards", "sheets"))
    change(project, "cards/nl/00-titel.yaml", "Een kern.", "Een andere kern.")
    report = build(products=("cards",), formats=("a6",))
    assert [one.code for one in report.warnings] == ["file-outdated"] * 2
    assert "another edition" in report.warnings[0].message
    home = tmp_path / "out/basis/nl/a6"
    assert len(files(home)) == 4
    assert len(build(products=("cards",), clean=True).removed) == 2
    assert files(home) == ["cards.pdf", "manifest.json"]


def test_a_region_that_the_deck_no_longer_has_is_named_and_goes_when_that_is_asked_for(
    build: Callable[..., BuildReport], project: Path, tmp_path: Path
) -> None:
    """Nothing that another project made in the same folder is named, nor what somebody changed."""
    build(regions=("all",), products=("cards", "sheets"))
    other = tiny_project(tmp_path / "other")
    (other / "cards/regions/noordkust.yaml").rename(other / "cards/regions/zuidkust.yaml")
    out = tmp_path / "out"
    build_deck(BuildRequest(out, other, regions=("zuidkust",), products=("cards",)))
    (project / "cards/regions/noordkust.yaml").unlink()
    report = build(products=("cards",))
    assert [(one.code, str(one.location)) for one in report.warnings] == [
        ("file-outdated", str(tmp_path / "out/noordkust"))
    ]
    assert not report.removed
    home = tmp_path / "out/noordkust/nl/a6"
    (home / "sheets-a4.pdf").write_bytes(b"with remarks")
    report = build(products=("cards",), clean=True)
    assert [path.name for path in report.removed] == ["cards.pdf", "manifest.json", "sheets-a3.pdf"]
    assert files(tmp_path / "out/noordkust") == ["nl/a6/sheets-a4.pdf"]
    assert files(tmp_path / "out/zuidkust") == ["nl/a6/cards.pdf", "nl/a6/manifest.json"]
    assert not build(products=("cards",)).warnings


def test_no_empty_folder_is_left_of_what_goes(
    build: Callable[..., BuildReport], project: Path, tmp_path: Path
) -> None:
    build(regions=("all",), products=("cards",))
    (project / "cards/regions/noordkust.yaml").unlink()
    build(products=("cards",), clean=True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".samenspel", "basis"]


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"files": 3}', b'{"deck": {}}'])
def test_a_manifest_that_is_none_keeps_nothing_and_harms_nothing(
    build: Callable[..., BuildReport], broken: bytes
) -> None:
    manifest = build(products=("cards", "sheets")).manifests[0]
    manifest.write_bytes(broken)
    assert not build(products=("cards",), clean=True).removed
    assert len(json.loads(manifest.read_bytes())["files"]) == 1


def test_several_presses_each_in_a_folder_of_its_own(
    build: Callable[..., BuildReport], tmp_path: Path
) -> None:
    report = build(products=("cards",), presses=("coated", "drivethrucards"))
    assert files(tmp_path / "out") == [
        f"{press}/basis/nl/a6/{name}"
        for press in ("coated", "drivethrucards")
        for name in ("cards.pdf", "manifest.json")
    ]
    assert [file.press for file in report.files] == ["coated", "drivethrucards"]
    assert [file.bleed for file in report.files] == [3, 3.175]
    alone = build(products=("cards",), press="drivethrucards")
    assert alone.files[0].sha256 == report.files[1].sha256


SCRIPT = """
import sys
from pathlib import Path
from samenspel import BuildRequest, build_deck
project, output = map(Path, sys.argv[1:])
build_deck(BuildRequest(project=project, output=output, products=("cards", "sheets")))
"""


def test_the_same_input_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """From another folder, with another time zone, hash seed and language of the system."""
    made = []
    for number, (zone, cwd) in enumerate([("UTC", tmp_path), ("Asia/Tokyo", project)]):
        output = tmp_path / f"out{number}"
        settings = {"TZ": zone, "PYTHONHASHSEED": str(number + 1), "LC_ALL": "C.UTF-8"}
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(project), str(output)],
            cwd=cwd, env={**os.environ, **settings}, check=True,
        )  # fmt: skip
        made.append({name: (output / name).read_bytes() for name in files(output)})
    assert list(made[0]) == list(made[1])
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_a_cache_changes_nothing(build: Callable[..., BuildReport], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    sums = [
        [file.sha256 for file in build(products=("cards",), cache=kept).files]
        for kept in (None, cache, cache)
    ]
    assert sums[0] == sums[1] == sums[2]


def test_mistakes_in_several_regions_and_formats_are_told_together(
    build: Callable[..., BuildReport], project: Path, tmp_path: Path
) -> None:
    change(project, "cards/nl/09-leeg.yaml", "Houd het kort.", "Houd het {{ regoi.naam }}.")
    long = "te lang voor deze kaart " * 40
    change(project, "cards/regions/noordkust.yaml", "Wat horen wij", long)
    with pytest.raises(ContentError) as caught:
        build(regions=("all",), formats=("a6", "poker"))
    places = {str(d.location).split(":")[0] for d in caught.value.diagnostics}
    assert places == {"cards/nl/09-leeg.yaml"}

    change(project, "cards/nl/09-leeg.yaml", "regoi", "regio")
    with pytest.raises(ContentError) as caught:
        build(regions=("noordkust",), formats=("a6", "poker"))
    found = caught.value.diagnostics
    assert {d.code for d in found} == {"text-too-long"}
    assert {name for d in found for name in ("a6", "poker") if f"format {name}" in d.message} == {
        "a6",
        "poker",
    }
    assert not (tmp_path / "out").exists()


BROKEN = {
    "in a template": ("regio.plek }}?", "regoi.plek }}?", "template-unknown-variable"),
    "in a key": ("place:", "plaats:", "field-unknown"),
    "in the YAML": ("place:", "place: a: b\nx:", "yaml-colon"),
    "in a length": ("Wat horen wij", "te lang voor deze kaart " * 40, "text-too-long"),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_in_one_region_stops_that_region_only(
    build: Callable[..., BuildReport], project: Path, tmp_path: Path, mistake: str
) -> None:
    """What stood there of it stays, byte for byte; the others are made anew and whole."""
    old, new, code = BROKEN[mistake]
    build(products=("cards",), regions=("all",))
    homes = {name: tmp_path / "out" / name for name in ("basis", "noordkust")}
    before = {name: snapshot(home) for name, home in homes.items()}
    change(project, "cards/nl/00-titel.yaml", "Een kern.", "Een andere kern.")
    change(project, "cards/regions/noordkust.yaml", old, new)
    report = build(products=("cards",), regions=("all",))
    assert [one.region for one in report.stopped] == ["noordkust"]
    assert report.stopped[0].error.exit_code == 3
    assert code in {one.code for one in report.stopped[0].error.diagnostics}
    assert {file.region for file in report.files} == {"basis"}
    assert snapshot(homes["noordkust"]) == before["noordkust"]
    assert snapshot(homes["basis"]) != before["basis"]
    with pytest.raises(ContentError):
        build(products=("cards",), regions=("noordkust",))
    assert build(products=("cards",), regions=("basis",)).stopped == ()


def test_a_broken_layer_stops_what_builds_on_it(
    build: Callable[..., BuildReport], project: Path
) -> None:
    write(project, "cards/regions/netwerk.yaml", "abstract: true\nkind: [x]\n")
    change(project, "cards/regions/noordkust.yaml", "place:", "extends: netwerk\nplace:")
    report = build(products=("cards",), regions=("all",))
    assert [one.region for one in report.stopped] == ["netwerk", "noordkust"]
    places = {one.location.file for two in report.stopped for one in two.error.diagnostics
              if one.location}  # fmt: skip
    assert places == {"cards/regions/netwerk.yaml"}


def test_a_region_that_preflight_stops_stops_no_other(
    build: Callable[..., BuildReport], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = inspections.diagnostics

    def strict(edition: object, name: str, *rest: object) -> list[Diagnostic]:
        wrong = Diagnostic("box-missing", "no box", Location(name))
        return [wrong] if "noordkust" in name else real(edition, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(inspections, "diagnostics", strict)
    report = build(products=("cards",), regions=("all",), keep_rejected=True)
    assert [one.region for one in report.stopped] == ["noordkust"]
    assert isinstance(report.stopped[0].error, PreflightError)
    assert files(tmp_path / "out") == [
        "basis/nl/a6/cards.pdf", "basis/nl/a6/manifest.json", "noordkust/nl/a6/cards.rejected.pdf",
    ]  # fmt: skip


def snapshot(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files(folder)}


def test_a_missing_picture_and_a_wrong_template_are_told_together(
    build: Callable[..., BuildReport], project: Path
) -> None:
    change(
        project, "cards/nl/01-luister-eerst.yaml", "conditions:", "cartoon: nergens\nconditions:"
    )
    change(project, "cards/nl/09-leeg.yaml", "Houd het kort.", "Houd {{ regoi }}.")
    with pytest.raises(ContentError) as caught:
        build()
    codes = [d.code for d in caught.value.diagnostics]
    assert codes == ["asset-missing", "template-unknown-variable"]


def test_a_picture_that_is_none(build: Callable[..., BuildReport], project: Path) -> None:
    change(project, "cards/nl/01-luister-eerst.yaml", "conditions:", "cartoon: nep\nconditions:")
    write(project, "assets/cartoons/nep.png", b"not a picture")
    with pytest.raises(ContentError) as caught:
        build()
    (problem,) = caught.value.diagnostics
    assert str(problem.location) == "assets/cartoons/nep.png"
    assert "(named in cards/nl/01-luister-eerst.yaml:8, cartoon)" in problem.message


def test_a_mistake_in_a_drawing_is_told_in_the_drawing(
    build: Callable[..., BuildReport], project: Path
) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script/>\n</svg>'
    write(project, "assets/logos/fout.svg", svg)
    change(project, "cards/regions/noordkust.yaml", "accents:", "logo: logos/fout.svg\naccents:")
    with pytest.raises(ContentError) as caught:
        build(regions=("noordkust",))
    (problem,) = caught.value.diagnostics
    assert str(problem.location) == "assets/logos/fout.svg:2"
    assert "(named in cards/regions/noordkust.yaml:12, logo)" in problem.message


def test_a_logo_that_is_too_coarse_is_told_once(
    build: Callable[..., BuildReport], project: Path
) -> None:
    data = io.BytesIO()
    Image.new("RGB", (12, 12), "red").save(data, "PNG")
    write(project, "assets/logos/grof.png", data.getvalue())
    change(project, "cards/regions/noordkust.yaml", "accents:", "logo: logos/grof.png\naccents:")
    with pytest.raises(ContentError) as caught:
        build(regions=("noordkust",), products=("cards",))
    assert [(d.code, str(d.location), d.key) for d in caught.value.diagnostics] == [
        ("picture-too-coarse", "cards/regions/noordkust.yaml:12", "logo")
    ]


def test_an_accent_with_too_much_ink(build: Callable[..., BuildReport], project: Path) -> None:
    change(project, "cards/regions/noordkust.yaml", "[0, 60, 80, 0]", "[90, 90, 80, 60]")
    with pytest.raises(ContentError) as caught:
        build(regions=("noordkust",))
    (problem,) = caught.value.diagnostics
    assert (problem.code, str(problem.location), problem.key) == (
        "accent-too-much-ink",
        "cards/regions/noordkust.yaml:13",
        "accents.coral",
    )
    assert "320 %" in problem.message and "300 %" in problem.message


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"regions": ("noordkst",)}, "region-unknown"),
        ({"languages": ("en",)}, "language-unknown"),
        ({"formats": ("a7",)}, "preset-unknown"),
        ({"press": "cotaed"}, "preset-unknown"),
        ({"products": ("card",)}, "product-unknown"),
        ({"flip": "sideways"}, "flip-unknown"),
    ],
)
def test_unknown_names(
    build: Callable[..., BuildReport], tmp_path: Path, wanted: dict[str, object], code: str
) -> None:
    with pytest.raises(UsageError) as caught:
        build(**wanted)
    assert [d.code for d in caught.value.diagnostics] == [code]
    assert caught.value.diagnostics[0].remedy
    assert not (tmp_path / "out").exists()


def test_what_preflight_finds_stops_the_build(
    build: Callable[..., BuildReport], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(
        "text-size", Severity.ERROR, "too small", 2, Point(1.0, 2.0), "make it larger"
    )
    monkeypatch.setattr(preflight, "inspect", lambda *_: [finding])
    with pytest.raises(PreflightError) as caught:
        build()
    message = (
        "cards/nl/00-titel.yaml:1: basis/nl/a6/cards.pdf page 2 (titel back) at 1.0, 2.0 mm: "
        "too small; make it larger [text-size]"
    )
    assert str(caught.value) == message
    assert not (tmp_path / "out").exists()


def test_preflight_tells_the_same_thing_once(
    build: Callable[..., BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = [
        Finding("ink-coverage", Severity.ERROR, f"path with {300 + n} % ink", n) for n in (1, 2, 3)
    ] + [Finding("text-size", Severity.ERROR, "too small", 4)]
    monkeypatch.setattr(preflight, "inspect", lambda *_: findings)
    with pytest.raises(PreflightError) as caught:
        build()
    assert [(d.code, d.key, d.message) for d in caught.value.diagnostics] == [
        (
            "ink-coverage",
            "basis/nl/a6/cards.pdf page 1 (titel front) and 2 more places",
            "path with 301 % ink",
        ),
        ("text-size", "basis/nl/a6/cards.pdf page 4 (luister-eerst back)", "too small"),
    ]


def test_preflight_warnings_are_reported(
    build: Callable[..., BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding("text-size", Severity.WARNING, "rather small")
    monkeypatch.setattr(preflight, "inspect", lambda *_: [finding])
    assert [d.message for d in build().warnings] == ["rather small"]


def test_a_disk_that_fills_up_halfway(
    build: Callable[..., BuildReport], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "sheets-a3.pdf":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileAccessError, match="disk-full"):
        build(products=("cards", "sheets"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deck"]


def test_an_interrupt_leaves_nothing(project: Path, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done:
            raise KeyboardInterrupt

    request = BuildRequest(project=project, output=tmp_path / "out", products=("cards", "sheets"))
    with pytest.raises(KeyboardInterrupt):
        build_deck(request, stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deck"]


def test_progress_counts_to_the_end(project: Path, tmp_path: Path) -> None:
    reported: list[Progress] = []
    request = BuildRequest(project=project, output=tmp_path / "out", products=("cards", "sheets"))
    build_deck(request, reported.append)
    assert [one.done for one in reported] == sorted(one.done for one in reported)
    assert {one.total for one in reported} == {3}
    assert reported[-1] == Progress(2, 3, "basis/nl/a6/sheets-a3.pdf")


def test_a_press_may_ask_for_more_bleed(build: Callable[..., BuildReport], project: Path) -> None:
    write(
        project,
        "presets/presses/drukker.yaml",
        "title: Onze drukker\nprofile: ISOcoated_v2_300_bas.icc\noutput_condition: FOGRA39\n"
        "registry: http://www.color.org\ncondition_info: coated\nink_limit: 300\nbleed: 5\n",
    )
    assert build(press="drukker").files[0].bleed == 5


def test_the_moment_does_not_come_from_the_clock(
    build: Callable[..., BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pikepdf.open(build().files[0].path) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20231114221320+00'00'"


def test_what_was_mended_in_a_picture_is_told(
    build: Callable[..., BuildReport], project: Path
) -> None:
    pages = [Image.new("RGB", (1200, 1200), colour) for colour in ("red", "blue")]
    data = io.BytesIO()
    pages[0].save(data, "TIFF", save_all=True, append_images=pages[1:])
    write(project, "assets/cartoons/twee.tif", data.getvalue())
    change(project, "cards/nl/01-luister-eerst.yaml", "conditions:", "cartoon: twee\nconditions:")
    warnings = build(products=("cards",)).warnings
    assert [(one.code, str(one.location)) for one in warnings] == [
        ("art-note", "assets/cartoons/twee.tif")
    ]
    assert "more than one page" in warnings[0].message
    assert "(named in cards/nl/01-luister-eerst.yaml:8, cartoon)" in warnings[0].message
