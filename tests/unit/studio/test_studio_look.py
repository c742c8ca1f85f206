"""Logo, colours, pictures and facts in the studio: bounded, tried, and one value each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.visiting import Answer, Visitor

from samenspel.studio.facts_pages import changed, flat

LOOK, FACTS = "/look/noordkust/nl/a6", "/facts/noordkust/nl/a6"
CARD = "/deck/noordkust/nl/a6/luister-eerst/picture"
LOGO = (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
        b'<rect width="40" height="20" fill="#103060"/></svg>')  # fmt: skip
HOSTILE = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'


def region(deck: Path) -> str:
    return (deck / "cards/regions/noordkust.yaml").read_text()


def sent(studio: Visitor, path: str, name: str, data: bytes, **values: str) -> Answer:
    """A form with a file, as a browser sends it."""
    parts = [f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
             for key, value in ({"seen": "*"} | values).items()]  # fmt: skip
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    parts.append(head.encode() + b"Content-Type: image/svg+xml\r\n\r\n" + data + b"\r\n--x--\r\n")
    headers: dict[str, str | None] = {"Content-Type": "multipart/form-data; boundary=x"}
    return studio.ask(path, method="POST", body=b"".join(parts), headers=headers)


def test_a_logo_is_tried_and_kept_under_a_name_of_ours(studio: Visitor, deck: Path) -> None:
    before = region(deck)
    assert sent(studio, f"{LOOK}/logo", "../../../x/Mijn Logo.SVG", LOGO).status == 303
    assert (deck / "assets/logos/noordkust.svg").read_bytes() == LOGO
    assert region(deck) == before + "logo: logos/noordkust.svg\n"
    assert "logos/noordkust.svg" in studio.ask(LOOK).text
    assert studio.send(f"{LOOK}/white", ground="1").status == 303
    assert region(deck).endswith("logo_white: ground\n")
    assert studio.send(f"{LOOK}/white").status == 303
    assert studio.send(f"{LOOK}/logo").status == 303
    assert region(deck) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [("logo.svg", b"<svg"), ("logo.svg", HOSTILE), ("logo.exe", LOGO), ("logo", LOGO),
     ("logo.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50), ("logo.svg", b""), (".svg/../x", LOGO)],
)  # fmt: skip
def test_what_cannot_be_printed_is_told_and_not_kept(
    studio: Visitor, deck: Path, name: str, data: bytes
) -> None:
    before = region(deck)
    answer = sent(studio, f"{LOOK}/logo", name, data)
    assert answer.status == 409 and 'role="alert"' in answer.text
    assert region(deck) == before and not (deck / "assets").exists()
    assert "root:" not in answer.text


def test_a_colour_says_what_it_prints_as_and_which_one_passes(studio: Visitor, deck: Path) -> None:
    told = json.loads(studio.send(f"{LOOK}/ink", name="teal", value="#e4572e").text)["told"]
    assert "% magenta" in told and "% zwart" in told and "Drukt als" in told
    assert json.loads(studio.send(f"{LOOK}/ink", name="teal", value="<b>").text) == {"told": ""}
    grid = ("00", "55", "aa", "ff")
    tried = (f"#{r}{g}{b}" for r in grid for g in grid for b in grid)
    bad = next(one for one in tried if "Zo kan deze kleur niet" in
               studio.send(f"{LOOK}/ink", name="teal", value=one).text)  # fmt: skip
    assert studio.send(f"{LOOK}/colour", name="teal", value=bad).status == 303
    assert f'teal: "{bad}"' in region(deck)
    page = studio.ask(LOOK).text
    assert "Zo kan deze kleur niet" in page
    near = page.split("Neem de dichtstbijzijnde")[0].rpartition('name="value" value="')[2]
    value = near.partition('"')[0]
    assert studio.send(f"{LOOK}/colour", name="teal", value=value).status == 303
    assert "Zo kan deze kleur niet" not in studio.ask(LOOK).text
    assert studio.send(f"{LOOK}/colour", name="teal", value="").status == 303
    assert "teal" not in region(deck) and "coral: [0, 60, 80, 0]" in region(deck)
    assert studio.send(f"{LOOK}/colour", name="zwart", value="#101010").status == 404


def test_a_picture_comes_on_a_card_with_words_and_focus(studio: Visitor, deck: Path) -> None:
    before = region(deck)
    answer = sent(studio, CARD, "foto.svg", LOGO, field="cartoon", alt="Een blauw vlak.",
                  focus="left top")  # fmt: skip
    assert answer.status == 303, answer.text
    assert (deck / "assets/pictures/noordkust-luister-eerst-cartoon.svg").read_bytes() == LOGO
    for line in ("cartoon: pictures/noordkust-luister-eerst-cartoon.svg", "alt: Een blauw vlak.",
                 "focus: left top"):  # fmt: skip
        assert f"      {line}\n" in region(deck)
    assert "show:" not in region(deck)
    assert studio.send(CARD, field="cartoon", focus="", show="fill").status == 303
    assert "      show: fill\n" in region(deck) and "focus:" not in region(deck)
    page = studio.ask(CARD.removesuffix("/picture")).text
    assert '<option value="fill" selected>vult het vlak' in page
    assert studio.send(CARD, field="cartoon", show="groot").status == 409
    assert studio.send(CARD, field="cartoon", back="1").status == 303
    assert region(deck) == before
    assert studio.send(CARD, field="title", alt="x").status == 404
    assert sent(studio, CARD, "x.svg", b"<svg", field="cartoon").status == 409
    assert region(deck) == before


FORM = {"issue": "het lerarentekort", "schools.value": "1.240", "schools.date": "2026-11-01",
        "schools.source": "eigen telling", "partners.0.name": "Zilt", "partners.1.name": "Slik",
        "partners.1.role": "po", "tables.0.name": "kusttafel",
        "tables.0.seats": "po, Zilt"}  # fmt: skip


def test_facts_come_with_date_and_source_and_the_rest_stays(studio: Visitor, deck: Path) -> None:
    page = studio.ask(FACTS).text
    assert 'value="Duin"' in page and 'value="telling"' in page and 'value="2026-10-01"' in page
    kept = {"kind": "onderwijsregio", "contact.function": "Bureau, bureau@noordkust.example"}
    assert studio.send(f"{FACTS}/save", **FORM, **kept).status == 303
    text = region(deck)
    assert 'schools: {value: 1240, date: 2026-11-01, source: eigen telling}' in text
    assert "Duin" not in text and "name: Slik" in text and "role: po" in text
    assert "issue: het lerarentekort" in text and "name: kusttafel" in text
    assert text.startswith("name: Regio Noordkust\n") and "accents:" in text


def test_a_fact_that_cannot_be_stays_in_the_form(studio: Visitor, deck: Path) -> None:
    before = region(deck)
    answer = studio.send(f"{FACTS}/save", **FORM | {"schools.value": "veel <b>"})
    assert answer.status == 409 and 'value="veel &lt;b&gt;"' in answer.text
    assert region(deck) == before


def test_a_form_that_changes_nothing_writes_nothing() -> None:
    info = {"kind": "eiland", "contact": "Bureau", "facts": {
        "schools": {"value": "12", "date": "2026-10-01"}, "partners": ["Zilt", {"name": "A",
        "role": "po"}], "tables": [{"name": "t", "seats": ["po", "vo"]}]}}  # fmt: skip
    assert changed(flat(info), flat(info)) == {}
    assert changed(flat(info), flat(info) | {"schools.value": ""}) == {("facts", "schools"): None}
    assert changed(flat(info), flat(info) | {"partners.0.name": ""}) == {
        ("facts", "partners"): [{"name": "A", "role": "po"}]
    }
