"""A project of one's own: small, on an edition of the built-in deck, and always buildable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.projects import ROOT, change, write

import samenspel.cli.new
from samenspel import BuildRequest, ContentError, UsageError, build_deck, new_project
from samenspel.cli.main import run
from samenspel.layers import fallbacks
from samenspel.loading import open_project, select
from samenspel.model.ink import Ink
from samenspel.model.region import Facts
from samenspel.printable import plain_word
from samenspel.project import Project
from samenspel.project.bases import editions
from samenspel.questions import render
from samenspel.starter import Start, accent_of, suggested_name
from samenspel.upkeep import accepted_overrides, stale_overrides
from samenspel.upkeep.history import change_files

LOGO = ROOT / "assets/logos/zevenbergen.svg"


def files(folder: Path) -> set[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if not name.startswith(("cards/schema/", ".samenspel/"))}


def test_a_new_project_holds_only_what_differs_and_builds(tmp_path: Path) -> None:
    start = Start("Regio Ruïnezicht", logo=LOGO, accent=Ink(80, 20, 0, 0))
    new_project(tmp_path / "dek", start)
    assert files(tmp_path / "dek") == {
        ".gitignore",
        "LEESMIJ.md",
        "assets/logos/regio-ruinezicht.svg",
        "cards/deck.yaml",
        "cards/regions/regio-ruinezicht.yaml",
        "cards/regions/voorbeeld.yaml.txt",
    }
    project = open_project(tmp_path / "dek", ROOT)
    assert project.regions == ("basis", "regio-ruinezicht")
    request = BuildRequest(
        tmp_path / "output", tmp_path / "dek", regions=("regio-ruinezicht",), products=("cards",)
    )
    (made,) = build_deck(request).files
    assert made.pages == 48 and made.edition_code.startswith("2026.1-regio-ruinezicht-nl-")


def test_the_example_of_everything_is_no_region_but_builds_as_one(tmp_path: Path) -> None:
    new_project(tmp_path / "dek", Start("Ons"))
    example = tmp_path / "dek/cards/regions/voorbeeld.yaml.txt"
    shutil.copy(example, example.with_name("veenkade.yaml"))
    report = build_deck(
        BuildRequest(tmp_path / "output", tmp_path / "dek", regions=("veenkade",),
                     formats=("groot",), products=("cards",))
    )  # fmt: skip
    assert report.files[0].pages == 48 and report.warnings == ()
    deck = render(select(open_project(tmp_path / "dek", ROOT), "veenkade", "nl"))
    card = next(card for card in deck.cards if card.id == "wees-druk-met-rust")
    assert card.kind == "reminder"
    assert card.questions[0] == "Wie merkt het als Veenkade een middag stilligt?"
    facts = deck.region.facts
    roles = [partner.role for partner in facts.partners]
    assert roles == [None, "vo", "gemeente", "bedrijf", "ouders"]
    assert facts.tables[0].seats == ["po", "vo", "gemeente"]


def test_the_example_shows_every_key_of_the_model() -> None:
    from samenspel.layers.shapes import RegionFile

    text = (ROOT / "cards/regions/voorbeeld.yaml.txt").read_text(encoding="utf-8")
    known = {*RegionFile.model_fields, *Facts.model_fields}
    assert {key for key in known if f"{key}:" not in text} == set()


OWN = {
    "cards/nl/10-start-bij-jezelf.yaml": "core: Begin op je eigen stoel.\n",
    "cards/nl/30-onze-kaart.yaml": (
        "after: wees-druk-met-rust\nkind: blank\ntitle: Van ons\ncore: Kern.\nhint: Raad.\n"
        "fields: [{label: Hier}]\nquestions_hint: [a, b, c]\n"
    ),
}


def own_project(folder: Path, builtin: Path = ROOT) -> Project:
    write(folder, "cards/deck.yaml", "base: samenspel 2026.1\ncards: {drop: [afspraak]}\n")
    for path, text in OWN.items():
        write(folder, path, text)
    return open_project(folder, builtin)


def test_files_of_ones_own_override_or_add(tmp_path: Path) -> None:
    project = own_project(tmp_path)
    deck = select(project, "basis", "nl")
    names = [card.id for card in deck.cards]
    assert names[names.index("wees-druk-met-rust") + 1] == "onze-kaart"
    assert "afspraak" not in names and len(names) == 24
    card = next(card for card in deck.cards if card.id == "start-bij-jezelf")
    assert card.kind == "reminder"
    assert (card.title, card.core) == ("Start bij jezelf", "Begin op je eigen stoel.")
    assert str(deck.where(card.id, "core")) == "cards/nl/10-start-bij-jezelf.yaml:1"
    assert str(deck.where(card.id, "text")).startswith("samenspel-2026.1/cards/nl/10-")
    assert project.asset("cartoons/titel.svg")


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("cards/nl/10-start-bij-jezelf.yaml", "title: Anders\n", "field-locked"),
        ("cards/deck.yaml", "base: samenspel 2026.1\nsource: Iemand\n", "field-locked"),
        ("cards/deck.yaml", "base: samenspel 2026.1\ncards: {drop: [proces]}\n", "field-locked"),
        ("cards/deck.yaml", "base: samenspel 2026.1\nsource_language: en\n", "field-fixed"),
        ("cards/deck.yaml", "base: samenspel 2026.1\ncards: {dropp: []}\n", "field-unknown"),
        ("cards/deck.yaml", "base: samenspel 1999.1\n", "base-unknown"),
        ("cards/deck.yaml", "base: iets anders\n", "base-unknown"),
        ("cards/nl/30-x.yaml", OWN["cards/nl/30-onze-kaart.yaml"].replace("druk", "drk"),
         "card-unknown"),
    ],
)  # fmt: skip
def test_what_a_project_on_a_base_cannot_do(
    tmp_path: Path, path: str, text: str, code: str
) -> None:
    own_project(tmp_path)
    write(tmp_path, path, text)
    if path == "cards/nl/30-x.yaml":
        (tmp_path / "cards/nl/30-onze-kaart.yaml").unlink()
    with pytest.raises(ContentError) as caught:
        open_project(tmp_path, ROOT)
    assert [problem.code for problem in caught.value.diagnostics] == [code]
    assert str(caught.value.diagnostics[0].location).startswith(path)


def two_editions(folder: Path) -> Path:
    """A built-in deck that carries two editions; in the newer one, two texts are different."""
    for home in (folder, folder / "editions/2026.1"):
        shutil.copytree(ROOT / "cards", home / "cards")
    change(folder, "cards/deck.yaml", 'edition: "2026.1"', 'edition: "2027.1"')
    change(folder, "cards/nl/10-start-bij-jezelf.yaml", "core: De enige aan", "core: Alleen wie")
    title = "title: Blijf balanceren", "title: Blijf in balans"
    change(folder, "cards/nl/11-blijf-balanceren.yaml", *title)
    return folder


def titles(project: Project) -> dict[str, str]:
    return {card.id: card.title for card in select(project, "basis", "nl").cards}


def test_one_line_takes_a_project_to_a_new_edition(tmp_path: Path) -> None:
    builtin = two_editions(tmp_path / "builtin")
    assert list(editions(builtin)) == ["2026.1", "2027.1"]
    home = tmp_path / "dek"
    project = own_project(home, builtin)
    assert project.edition == "2026.1" and titles(project)["blijf-balanceren"] == "Blijf balanceren"
    change_files(home, "accept", accepted_overrides(project, "basis"))
    assert stale_overrides(project, "basis") == ()

    change(home, "cards/deck.yaml", "samenspel 2026.1", "samenspel 2027.1")
    project = open_project(home, builtin)
    assert project.edition == "2027.1" and titles(project)["blijf-balanceren"] == "Blijf in balans"
    (warning,) = stale_overrides(project, "basis")
    assert str(warning.location) == "cards/nl/10-start-bij-jezelf.yaml:1"
    assert "“De enige aan" in warning.message and "“Alleen wie" in warning.message


def test_an_edition_that_is_not_there_says_which_are(tmp_path: Path) -> None:
    builtin = two_editions(tmp_path / "builtin")
    write(tmp_path / "dek", "cards/deck.yaml", "base: samenspel 2028.1\n")
    with pytest.raises(ContentError) as caught:
        open_project(tmp_path / "dek", builtin)
    (error,) = caught.value.diagnostics
    assert "samenspel 2028.1; it has samenspel 2026.1 and samenspel 2027.1" in error.message


def test_colours() -> None:
    assert accent_of("0,72,68,2") == Ink(0, 72, 68, 2) == accent_of("0 72 68 2")
    assert accent_of("#000") == Ink(0, 0, 0, 100)
    red = accent_of("#e4572e")
    assert red.m > 60 and red.y > 70 and red.c < 15 and red.total <= 300
    assert accent_of("[0, 72, 68, 2]") == Ink(0, 72, 68, 2) and accent_of("0,0,0,0").total == 0
    for wrong in ("roodachtig", "#12345", "0,72,68", "0,172,68,2", ""):
        with pytest.raises(UsageError) as caught:
            accent_of(wrong)
        assert caught.value.diagnostics[0].code == "accent-invalid"


@pytest.mark.parametrize(
    ("slip", "remedy"),
    [
        ("0.2,0.9,0,0", "write 20,90,0,0"),
        ("0 1 0.5 0", "write 0,100,50,0"),
        ("228,87,46", 'write "#e4572e"'),
    ],
)
def test_a_slip_in_a_colour_is_told_as_a_deck_tells_it(slip: str, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        accent_of(slip)
    assert remedy in caught.value.diagnostics[0].remedy
    written = caught.value.diagnostics[0].remedy.split(", or")[0].removeprefix("write ")
    assert accent_of(written.strip('"')).total > 0


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("logo1.png", ["logo1.svg"]),
        ("Logo1.gif", ["logo1.svg"]),
        ("logo1", ["logo1.svg"]),
        ("logo2.svg", ["logo1.svg"]),
        ("embleem.svg", []),
        ("weg/logo1.svg", ["logo1.svg"]),
        ("weg/ver/logo1.png", ["logo1.svg"]),
        ("huisstijl.png", ["map/huisstijl.svg"]),
        ("map/logo1.pdf", ["logo1.svg"]),
        ("van-een-ander.svg", []),
    ],
)
def test_a_logo_that_is_not_there_names_the_one_beside_it(
    tmp_path: Path, named: str, meant: list[str]
) -> None:
    write(tmp_path, "dek2/cards/deck.yaml", "base: samenspel 2026.1")
    for name in (
        "logo1.svg", "kaart.png", "logo1.txt", "map/huisstijl.svg",
        "dek2/assets/logos/van-een-ander.svg",
    ):  # fmt: skip
        write(tmp_path, name, "")
    with pytest.raises(UsageError) as caught:
        new_project(tmp_path / "dek", Start("Regio", logo=tmp_path / named))
    remedy = caught.value.diagnostics[0].remedy
    assert all(f'"{tmp_path / name}"' in remedy for name in meant)
    assert ("did you mean" in remedy) == bool(meant)


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (Start("Regio", languages=("nl", "xx")), "language-unknown"),
        (Start("地域"), "name-unusable"),
        (Start("Basis"), "name-unusable"),
        (Start("Regio", logo=Path("nergens.svg")), "logo-unusable"),
        (Start("Regio", logo=ROOT / "README.md"), "logo-unusable"),
    ],
)
def test_a_start_that_cannot_be_made(tmp_path: Path, start: Start, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        new_project(tmp_path / "dek", start)
    assert [problem.code for problem in caught.value.diagnostics] == [code]
    assert not (tmp_path / "dek").exists()


def test_names() -> None:
    assert plain_word("Müllerduin & ’t Zand") == "mullerduin-t-zand"
    assert plain_word("Łąki en Straße van Ørsted") == "laki-en-strasse-van-orsted"
    assert suggested_name(Path("mijn-dek")) == "Mijn dek"


def test_a_name_may_hold_anything_that_yaml_minds(tmp_path: Path) -> None:
    name = '\'t Veen: "Oost" #1 {{ x }}'
    with pytest.raises(UsageError, match="holds a template"):
        new_project(tmp_path / "a", Start(name))
    new_project(tmp_path / "b", Start(name.replace("{{ x }}", "")))
    project = open_project(tmp_path / "b", ROOT)
    assert select(project, "t-veen-oost-1", "nl").region.name == '\'t Veen: "Oost" #1'
    assert fallbacks(project.sources, "t-veen-oost-1", "nl") == ()


def test_the_command_asks_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "stuk.svg", "<svg")
    answers = iter(["Regio Oost", "Oost", "in het Oosten", "nl", "nergens.svg",
                    str(tmp_path / "stuk.svg"), f"'{LOGO}'", "geelig", "0.1,0.2,0.3,0.4",
                    "#ffdd00", "0,72,68,2"])  # fmt: skip
    monkeypatch.setattr(samenspel.cli.new, "on_terminal", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    assert run(["new", str(tmp_path / "dek")]) == 0
    output = capsys.readouterr()
    assert "nergens.svg" in output.err and "stuk.svg" in output.err
    assert "[10, 20, 30, 40]" in " ".join(output.err.split())
    assert "accent-invalid" in output.err and "#ffdd00 prints as cyan" in output.out
    region = select(open_project(tmp_path / "dek", ROOT), "oost", "nl").region
    assert (region.name, region.short, region.place) == ("Regio Oost", "Oost", "in het Oosten")
    assert region.logo == "logos/oost.svg" and region.accents["coral"] == [0, 72, 68, 2]
    assert getattr(region.accents["teal"], "screen", "") == "#ffdd00"


def test_the_command_asks_nothing_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", str(tmp_path / "mijn-dek")]) == 0
    assert "samenspel build" in capsys.readouterr().out
    assert run(["new", str(tmp_path / "ander"), "--accent", "roodachtig"]) == 2


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Samenwerkingsverband Passend Onderwijs", "samenwerkingsverband-passend"),
        ("Twee Rivieren", "twee-rivieren"),
        ("Aanzee" * 20, "aanzee" * 5 + "aa"),
    ],
)
def test_a_region_of_a_long_name_has_a_short_id(name: str, region: str) -> None:
    assert Start(name).region == region


def test_a_card_of_ones_own_without_a_place_is_told_where_to_say_it(tmp_path: Path) -> None:
    """And what the message says brings it into the deck."""
    own_project(tmp_path)
    path, text = "cards/nl/30-onze-kaart.yaml", OWN["cards/nl/30-onze-kaart.yaml"]
    write(tmp_path, path, text.partition("\n")[2])
    (warning,) = open_project(tmp_path, ROOT).warnings
    assert (warning.code, str(warning.location)) == ("card-not-listed", path)
    assert "after:" in warning.remedy and "deck.yaml" not in warning.remedy
    write(tmp_path, path, text)
    assert open_project(tmp_path, ROOT).warnings == ()


@pytest.mark.parametrize("row", ["[onze-kaart]", "{order: [onze-kaart, proces, ambitie]}"])
def test_who_lists_a_card_of_ones_own_in_the_deck_s_file_is_led_to_its_own(
    tmp_path: Path, row: str
) -> None:
    own_project(tmp_path)
    write(tmp_path, "cards/deck.yaml", f"base: samenspel 2026.1\ncards: {row}\n")
    with pytest.raises(ContentError) as caught:
        open_project(tmp_path, ROOT)
    found = caught.value.diagnostics
    assert {one.code for one in found} == {"field-locked"}
    assert all("after: in its own file" in one.remedy for one in found)
