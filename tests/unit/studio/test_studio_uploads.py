"""Pictures that are something else as well, sent as a logo by somebody who means harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from tests.unit.studio.test_studio_look import sent
from tests.visiting import Visitor

from samenspel.studio.endings import without_rest

LOOK = "/look/noordkust/nl/a6"
HTML = b"<html><script>alert(1)</script>"


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, kind)
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", "b")
    return out.getvalue()


def drawing(inside: str, before: str = "", attribute: str = "") -> bytes:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"{attribute}>'
        f'<rect width="40" height="10" fill="#0a6e6e"/>{inside}</svg>'
    ).encode()


REFUSED = {
    "a.gif": picture("GIF") + HTML,
    "b.png": picture("GIF") + HTML,
    "c.png": HTML,
    "d.png": zipped(),
    "e.jpg": b"%PDF-1.4\n" + picture("JPEG"),
    "f.svg": drawing("<script>alert(1)</script>"),
    "g.svg": drawing('<foreignObject width="9" height="9"><p/></foreignObject>'),
    "h.svg": drawing("", attribute=' onload="alert(1)"'),
    "i.svg": drawing('<image href="file:///etc/passwd" width="9" height="9"/>'),
    "j.svg": drawing('<a href="javascript:alert(1)"><rect width="5" height="5"/></a>'),
    "k.svg": drawing(
        "<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "l.svg.html": drawing(""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_to_print_is_refused_in_dutch_and_not_kept(
    studio: Visitor, deck: Path, name: str
) -> None:
    answer = sent(studio, f"{LOOK}/logo", name, REFUSED[name])
    assert answer.status == 409
    assert "Save it" not in answer.text and " is a GIF" not in answer.text
    assert "<script>alert" not in answer.text and "root:" not in answer.text
    assert not list((deck / "assets").rglob("*.*"))


def photo(**how: bool) -> bytes:
    """A JPEG with a picture in its EXIF, which has an end of its own, and restarts."""
    noise = Image.effect_noise((90, 70), 80).convert("RGB")
    exif = b"Exif\0\0II*\0" + picture("JPEG")
    out = io.BytesIO()
    noise.save(out, "JPEG", exif=exif, restart_marker_rows=1, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("ending", "data"),
    [("png", picture("PNG")), ("jpg", picture("JPEG")), ("jpg", photo()),
     ("jpg", photo(progressive=True)), ("pdf", picture("PDF") + b"\n")],
)  # fmt: skip
def test_what_stands_behind_a_picture_s_end_is_not_kept(ending: str, data: bytes) -> None:
    kept = data.rstrip(b"\n") + b"\n" if ending == "pdf" else data
    for rest in (b"", zipped(), HTML, b"\n" + zipped()):
        assert without_rest(data + rest) == kept
    for length in range(0, len(data), 7):  # cut off anywhere: left as it is, or shorter
        assert data.startswith(without_rest(data[:length]).rstrip(b"\n"))


def test_a_logo_with_an_archive_behind_it_is_kept_without(studio: Visitor, deck: Path) -> None:
    data = picture("PNG")
    assert sent(studio, f"{LOOK}/logo", "logo.png", data + zipped()).status == 303
    assert (deck / "assets/logos/noordkust.png").read_bytes() == data
