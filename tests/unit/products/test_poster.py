"""The poster in all its sizes: one design, enlarged with its type, upright or on its side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from samenspel import BuildRequest
from samenspel.layout import laid_poster, poster_format
from samenspel.model.frame import TextRun
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys

SIDES = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841), "a0": (841, 1189)}


@pytest.fixture(scope="module")
def posters() -> dict[str, Survey]:
    request = BuildRequest(
        Path("out"), products=("poster",), sizes=("all",), orientations=("all",), languages=("nl",)
    )
    build = open_build(request)
    return {one.piece.shape.name: one for one in surveys(prepared(build, build.editions[0]))}


def runs(survey: Survey) -> list[TextRun]:
    return [item for item in survey.frames[0].items if isinstance(item, TextRun)]


def test_sizes_bleeds_and_names(posters: dict[str, Survey]) -> None:
    assert next(iter(posters)) == "poster"
    assert len(posters) == 10
    for name, survey in posters.items():
        assert not survey.problems
        (frame,) = survey.frames
        size = next((size for size in SIDES if f"-{size}" in name), "a3")
        short, long = SIDES[size]
        assert (frame.width, frame.height) == (
            (short, long) if "portrait" in name else (long, short)
        )
        assert frame.bleed == (3 if size in ("a4", "a3") else 5)
        assert frame.name == f"{name}-front"


def test_type_follows_the_size_and_stays_legible(posters: dict[str, Survey]) -> None:
    usual = max(run.size for run in runs(posters["poster"]))
    for name, by in (("poster-a4", 2**-0.5), ("poster-a2", 2**0.5), ("poster-a0", 2**1.5)):
        largest = max(run.size for run in runs(posters[name]))
        assert largest == pytest.approx(usual * by, rel=0.005)
        assert min(run.size for run in runs(posters[name])) >= 7
        fits = [fit.size for fit in posters[name].fits]
        assert max(fits) == pytest.approx(largest, rel=0.001)


def test_the_usual_poster_is_its_design(posters: dict[str, Survey]) -> None:
    """Enlarging by one changes nothing, to the last digit."""
    build = open_build(BuildRequest(Path("out"), products=("poster",)))
    edition = prepared(build, EditionName("basis", "nl"))
    (design,) = laid_poster(edition.layout(build.fitted(poster_format()))).frames
    (made,) = posters["poster"].frames
    assert made.fingerprint and replace(made, fingerprint="") == design


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_upright_poster_fits_in_other_languages(language: str) -> None:
    request = BuildRequest(
        Path("out"), products=("poster",), orientations=("portrait",), languages=(language,)
    )
    build = open_build(request)
    (survey,) = surveys(prepared(build, build.editions[0]))
    assert not survey.problems
