"""What two rows of cards differ in, where some cards could not be read."""

from __future__ import annotations

from samenspel.diagnostics import Location
from samenspel.layers.changes import changes
from samenspel.layers.overlay import Stack
from samenspel.yaml.nodes import from_plain


def test_a_card_that_could_not_be_read_has_no_changes_and_can_be_dropped() -> None:
    place = Location("cards/nl/a.yaml")
    read, other = (from_plain({"title": said}, place) for said in ("Een", "Twee"))
    before = Stack(("a", "b", "c"), {"a": None, "b": read, "c": None})
    after = Stack(("a", "b"), {"a": read, "b": None})
    assert [(one.card, one.field, one.before) for one in changes(before, after)] == [
        ("c", "drop", None)
    ]
    whole = Stack(("a", "b"), {"a": read, "b": other})
    assert [one.card for one in changes(Stack(("a", "b"), {"a": read, "b": read}), whole)] == ["b"]
    assert changes(whole, whole) == ()
