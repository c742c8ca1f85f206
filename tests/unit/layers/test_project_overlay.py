"""Overlays: properties that hold for all decks, and the mistakes a region can make."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.diagnostics import Location
from samenspel.layers.overlay import (
    Stack,
    add_cards,
    apply_region,
    change_cards,
    drop_cards,
    merge,
    order_cards,
)
from samenspel.layers.questions_overlay import (
    edit_questions,
    identified,
    named_like,
    plain_questions,
)
from samenspel.yaml.nodes import Node, from_plain, plain

BASE, OVER = Location("base.yaml", 1), Location("region.yaml", 1)
ids = st.sampled_from(["a", "b", "c", "d", "e", "f"])
values = st.recursive(
    st.text(alphabet="xyé ", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ids, inner, max_size=3),
    max_leaves=6,
)
mappings = st.dictionaries(ids, values, max_size=5).map(lambda data: from_plain(data, BASE))


@st.composite
def stacks(draw: st.DrawFn) -> Stack:
    names = draw(st.lists(ids, min_size=1, max_size=6, unique=True))
    order = draw(st.permutations([*names, names[0], names[0]]))
    cards = {
        name: from_plain(
            {"kind": "reminder", "title": name, "questions": ["1", "2", "3"]},
            Location(f"{name}.yaml"),
        )
        for name in names
    }
    return Stack(tuple(order), cards)


def nodes(names: list[str]) -> tuple[Node, ...]:
    return from_plain(names, OVER).items


@given(mappings)
def test_merging_nothing_changes_nothing(base: Node) -> None:
    nothing = from_plain({}, OVER)
    assert merge(base, nothing) == base
    assert plain(merge(nothing, base)) == plain(base)


@given(mappings, mappings)
def test_the_later_layer_wins_and_nothing_else_changes(base: Node, over: Node) -> None:
    before = deepcopy((plain(base), plain(over)))
    merged = plain(merge(base, over))
    assert merged == plain(base) | plain(over)
    assert (plain(base), plain(over)) == before


@given(mappings, mappings, mappings)
def test_merging_is_associative(one: Node, two: Node, three: Node) -> None:
    assert plain(merge(merge(one, two), three)) == plain(merge(one, merge(two, three)))


@given(mappings, mappings)
def test_merged_values_keep_their_own_location(base: Node, over: Node) -> None:
    moved = from_plain(plain(over), OVER)
    for key, node in merge(base, moved).entries.items():
        assert node.location == (OVER if key in moved.entries else BASE)


@given(stacks())
def test_a_region_without_changes_changes_nothing(stack: Stack) -> None:
    assert apply_region(stack, from_plain({"name": "x"}, OVER)) == (stack, ())
    empty: dict[str, object] = {"cards": {"drop": [], "add": [], "order": [], "change": {}}}
    assert apply_region(stack, from_plain(empty, OVER)) == (stack, ())


@given(stacks(), st.lists(ids, max_size=4))
def test_what_is_dropped_is_gone_and_the_rest_stays(stack: Stack, names: list[str]) -> None:
    dropped, problems = drop_cards(stack, nodes(names))
    assert not set(names) & {*dropped.order, *dropped.cards}
    assert dropped.order == tuple(name for name in stack.order if name not in names)
    assert len(problems) == sum(name not in stack.order for name in names)


@given(stacks(), st.lists(ids, max_size=8))
def test_an_order_is_a_permutation(stack: Stack, names: list[str]) -> None:
    ordered, _ = order_cards(stack, nodes(names))
    assert Counter(ordered.order) == Counter(stack.order)
    assert ordered.cards == stack.cards


@given(stacks(), st.lists(ids, max_size=6, unique=True))
def test_named_cards_come_in_that_order_and_others_stay(stack: Stack, names: list[str]) -> None:
    ordered, problems = order_cards(stack, nodes(names))
    named = [name for name in names if name in stack.order]
    assert list(dict.fromkeys(n for n in ordered.order if n in named)) == named
    for before, after in zip(stack.order, ordered.order, strict=True):
        assert before == after or before in named
    assert {p.code for p in problems} <= {"card-unknown"}


@given(stacks(), st.lists(ids, unique=True, min_size=1))
def test_ordering_twice_is_ordering_once(stack: Stack, names: list[str]) -> None:
    once, _ = order_cards(stack, nodes(names))
    assert order_cards(once, nodes(names))[0] == once


@given(stacks(), st.sampled_from(["drop", "order", "change", "add"]))
def test_unknown_ids_are_always_told(stack: Stack, where: str) -> None:
    changes: dict[str, object] = {
        "drop": {"drop": ["reminderr"]},
        "order": {"order": ["reminderr"]},
        "change": {"change": {"reminderr": {"title": "x"}}},
        "add": {"add": [{"id": "new", "after": "reminderr", "title": "x"}]},
    }
    region = from_plain({"cards": changes[where]}, OVER)
    same, problems = apply_region(stack, region)
    assert [(p.code, p.location) for p in problems] == [("card-unknown", OVER)]
    assert "reminderr" in problems[0].message
    assert same == stack


@given(stacks())
def test_an_overlay_does_not_touch_its_input(stack: Stack) -> None:
    first = stack.order[0]
    region = from_plain(
        {
            "cards": {
                "drop": [stack.order[-1]] if stack.order[-1] != first else [],
                "add": [{"id": "new", "after": first, "kind": "blank"}],
                "change": {first: {"title": "anders", "questions": {"1": "x"}}},
                "order": ["new", first],
            }
        },
        OVER,
    )
    before = deepcopy((stack.order, {k: plain(v) for k, v in stack.cards.items() if v}))
    changed, problems = apply_region(stack, region)
    assert not problems
    assert "new" in changed.order
    assert (stack.order, {k: plain(v) for k, v in stack.cards.items() if v}) == before


@given(stacks(), st.sampled_from(["id", "after"]))
def test_a_card_without_id_or_neighbour_is_left_to_the_check_of_shapes(
    stack: Stack, missing: str
) -> None:
    whole = {"id": "new", "after": next(iter(stack.order), "x"), "title": "x"}
    node = from_plain([{key: text for key, text in whole.items() if key != missing}], OVER)
    assert add_cards(stack, node.items) == (stack, ())


@given(stacks(), ids)
def test_an_added_card_follows_the_last_copy_of_its_neighbour(stack: Stack, after: str) -> None:
    added, problems = add_cards(
        stack, from_plain([{"id": "new", "after": after, "title": "x"}], OVER).items
    )
    if after not in stack.order:
        assert problems and added == stack
        return
    place = added.order.index("new")
    assert added.order[place - 1] == after
    assert after not in added.order[place:]
    assert tuple(n for n in added.order if n != "new") == stack.order


def test_adding_an_id_that_exists_is_told() -> None:
    stack = Stack(("a",), {"a": from_plain({"title": "a"}, BASE)})
    same, problems = add_cards(stack, from_plain([{"id": "a", "after": "a"}], OVER).items)
    assert same == stack
    assert [p.code for p in problems] == ["card-exists"]


def test_kind_and_id_cannot_be_changed() -> None:
    stack = Stack(("a",), {"a": from_plain({"kind": "blank", "title": "a"}, BASE)})
    changes = from_plain({"a": {"kind": "cover", "id": "b", "title": "c"}}, OVER)
    changed, problems = change_cards(stack, changes)
    assert [p.code for p in problems] == ["field-fixed", "field-fixed"]
    card = changed.cards["a"]
    assert card and plain(card) == {"kind": "blank", "title": "c"}


QUESTIONS = from_plain(["een", "twee", "drie"], BASE)


def edited(edits: object) -> tuple[list[str], list[str]]:
    node, problems = edit_questions(QUESTIONS, from_plain(edits, OVER, ("questions",)))
    return plain(plain_questions(node)), [f"{p.code} {p.key} {p.remedy}" for p in problems]


def test_questions_by_number() -> None:
    assert edited({"2": "nieuw"}) == (["een", "nieuw", "drie"], [])


def test_questions_dropped_added_and_ordered() -> None:
    assert edited({"drop": ["2"], "add": ["vier"]}) == (["een", "drie", "vier"], [])
    assert edited({"order": ["3", "1", "2"]}) == (["drie", "een", "twee"], [])
    assert edited({"order": ["3", "1"]}) == (["drie", "twee", "een"], [])
    assert edited({"1": "nul", "drop": "3", "add": "vier", "order": ["3", "1", "2"]}) == (
        ["vier", "nul", "twee"],
        [],
    )


def test_question_mistakes_are_told() -> None:
    same = ["een", "twee", "drie"]
    assert edited({"4": "x"}) == (
        same, ["question-unknown questions.4 known: 1, 2, 3, add, drop, order"],
    )  # fmt: skip
    assert edited({"dropp": ["1"]})[1] == ['question-unknown questions.dropp did you mean "drop"?']
    assert edited({"drop": ["5"]}) == (same, ["question-unknown questions.drop[1] known: 1, 2, 3"])
    assert edited({"order": ["1", "1"]}) == (
        same,
        ["order-repeats questions.order[1] name it once"],
    )


@given(st.permutations(["1", "2", "3"]), st.sets(st.sampled_from(["1", "2", "3"])))
def test_a_question_order_is_a_permutation(order: list[str], replaced: set[str]) -> None:
    texts, problems = edited({"order": order, **{n: f"nieuw {n}" for n in replaced}})
    assert not problems
    base = ["een", "twee", "drie"]
    expected = [f"nieuw {n}" if n in replaced else base[int(n) - 1] for n in order]
    assert texts == expected


@pytest.mark.parametrize(
    ("new", "names"),
    [
        (["nul", "nieuw", "slot"], ["eerst", "1b", "laatst"]),
        (["nul", {"id": "eigen", "text": "x"}, "slot"], ["eerst", "eigen", "laatst"]),
        ([{"id": "laatst", "text": "x"}, "nul", "slot"], ["laatst", "1b", "3"]),
        (["nul", "nieuw", "slot", "nog een"], ["eerst", "1b", "laatst", "4"]),
    ],
)
def test_plain_questions_take_over_the_ids_of_those_they_replace(
    new: list[object], names: list[str]
) -> None:
    old = [{"id": name, "text": name} for name in ("eerst", "1b", "laatst")]
    made = named_like(from_plain(new, OVER, ("questions",)), from_plain(old, BASE, ("questions",)))
    assert [name for name, _ in identified(made)] == names
