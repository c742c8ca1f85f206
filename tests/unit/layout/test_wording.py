"""Words remember where they were written, through putting together, breaking and shortening."""

from __future__ import annotations

from tests.decks import FONT_BYTES, REMINDER

from samenspel.layout.blocks import Copy, Typesetter
from samenspel.layout.faces import load_faces
from samenspel.layout.rich import PLAIN, RICH, marked, marked_words
from samenspel.layout.styles import STYLES, enriched
from samenspel.layout.wording import Wording, joined, wording, written

SETTER = Typesetter(load_faces(FONT_BYTES, {}, "nl"), "nl")
STEPS = [written("Leg de kaart open.", "spel", "steps", 0), written("Praat.", "spel", "steps", 1)]


def test_a_field_of_a_card_is_a_text_with_its_path() -> None:
    found = wording(REMINDER, "questions", 1)
    assert found.text == REMINDER.questions[1]
    assert found.path == ("proef", "questions", 1)


def test_texts_in_one_share_as_much_of_their_path_as_they_have_in_common() -> None:
    assert joined(STEPS, " ").text == "Leg de kaart open. Praat."
    assert joined(STEPS, " ").path == ("spel", "steps")
    assert joined([written("A", "a", "title"), written("B", "b", "title")], " · ").path == ()
    assert (written("3 ", "x") + written("T", "x", "title")).path == ("x",)
    assert (written("3 ", "x") + " van 11").path == ("x",)


def test_each_line_of_texts_in_one_knows_the_text_that_it_begins_with() -> None:
    copy = Copy(joined([*STEPS, written("Verantwoordelijkheid.", "spel", "steps", 2)], " "), "text")
    block = SETTER.set(copy, 10, 22)
    assert block is not None
    lines = {run.y: (run.text.strip(), run.source[-1]) for run in block.at(0, 0)}
    assert list(lines.values()) == [
        ("Leg de kaart", 0),
        ("open. Praat.", 0),
        ("Verantwoor-", 2),
        ("delijkheid.", 2),
    ]


def test_a_line_of_several_fields_knows_where_each_begins() -> None:
    title = written("Blijf\u00a0onbevangen", "b", "title")
    whole = written("9\u00a0", "a", "title") + "Ga dan · " + title
    lines = ["9 Ga dan · Blijf", "onbevangen"]
    assert whole.sources(lines) == [
        [(0, ("a", "title")), (11, ("b", "title"))],
        [(0, ("b", "title"))],
    ]
    block = SETTER.set(Copy(whole, "text"), 10, 200)
    assert block is not None
    (run,) = block.at(0, 0)
    ((start, path),) = run.others
    assert path == ("b", "title")
    assert run.source_at(start - 1) == ("a", "title")
    assert run.source_at(start + 1) == ("b", "title")


def test_a_shortened_text_keeps_its_path() -> None:
    copy = Copy(written("een twee drie", "proef", "core"), "text")
    assert SETTER.shortened(copy, 2).wording == written("een", "proef", "core")


def test_a_text_that_nobody_wrote_has_no_path() -> None:
    assert Wording("3").path == ()
    assert Wording("3").sources(["3"]) == [[(0, ())]]


def test_bold_words_are_read_where_a_face_has_them_and_left_plain_where_not() -> None:
    """A title's face has one look; texts of several fields are one paragraph."""
    one = written("**Let** op", "proef", "core")
    two = joined([one, written("en *kijk*", "proef", "text")], " ")
    title, style = enriched(one, STYLES["title"])
    assert (title.text, style) == ("Let op", STYLES["title"])
    text, style = enriched(one, STYLES["text"])
    assert (text.parts, style.face) == (one.parts, RICH["text"] if PLAIN in text.text else "text")
    assert text.text == marked("**Let** op")
    both, _ = enriched(two, STYLES["text"])
    assert both.text == marked_words("**Let** op") + " " + marked_words("en *kijk*")
    assert len(both.parts) == 2
