"""Text that runs from right to left: which way each character goes, and in what order runs stand.

The Unicode Bidirectional Algorithm (UAX #9) for one paragraph at a time, without
explicit embeddings, overrides and isolates (X1-X8): these characters are taken as if they were not
there. A deck's texts are plain sentences; where one of them must be steered, the marks U+200E and
U+200F do it. A library for this exists only under LGPL (python-bidi); the tests compare with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby

_PAIRS = "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⸨⸩〈〉《》「」『』【】〔〕〖〗〘〙〚〛"
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_DEEPEST = 63
"""Brackets open at once (UAX #9, BD16)."""

_IGNORED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_BACKWARD = frozenset({"R", "AL", "AN"})

Run = tuple[int, int, int]
"""Start and end in the text, and the level: odd runs go from right to left."""


@lru_cache(maxsize=4096)
def turns(text: str) -> bool:
    """True when something in the text goes from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _BACKWARD for c in text)


def runs_forward(text: str) -> bool:
    """True when something in the text goes from left to right."""
    return any(unicodedata.bidirectional(char) == "L" for char in text)


def levels(text: str, base: int) -> list[int]:
    """The level of every character in a paragraph whose own level is ``base`` (0 or 1)."""
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    kept = [place for place, kind in enumerate(kinds) if kind not in _IGNORED]
    types = [kinds[place] for place in kept]
    _weak(types, base)
    _brackets([text[place] for place in kept], types, [kinds[place] for place in kept], base)
    _neutral(types, base)
    found = dict(zip(kept, (_level(kind, base) for kind in types), strict=True))
    made: list[int] = []
    for place in range(len(text)):
        made.append(found.get(place, made[-1] if made else base))
    return made


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base % 2:
        return base if kind == "R" else base + 1
    return {"L": base, "R": base + 1}.get(kind, base + 2)


def _weak(types: list[str], base: int) -> None:
    """Rules W1 to W7: marks, numbers and what stands between numbers."""
    before = _direction(base)
    for place, kind in enumerate(types):  # W1
        types[place] = before = before if kind == "NSM" else kind
    _after_strong(types, base, lambda strong: "AN" if strong == "AL" else "EN")  # W2
    types[:] = ["R" if kind == "AL" else kind for kind in types]  # W3
    for place in range(1, len(types) - 1):  # W4
        left, right = types[place - 1], types[place + 1]
        joins = types[place] == "CS" and left in ("EN", "AN")
        if left == right and (joins or (types[place] == "ES" and left == "EN")):
            types[place] = left
    _terminators(types)  # W5
    types[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in types]  # W6
    _after_strong(types, base, lambda strong: "L" if strong == "L" else "EN")  # W7


def _after_strong(types: list[str], base: int, becomes: Callable[[str], str]) -> None:
    """European numbers, by the last strong character before them."""
    strong = _direction(base)
    for place, kind in enumerate(types):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN":
            types[place] = becomes(strong)


def _terminators(types: list[str]) -> None:
    """A row of signs such as % and € beside a European number belongs to it."""
    for start, end in _rows(types, {"ET"}):
        beside = (types[start - 1 : start] or [""])[0], (types[end : end + 1] or [""])[0]
        if "EN" in beside:
            types[start:end] = ["EN"] * (end - start)


def _rows(types: Sequence[str], kinds: set[str] | frozenset[str]) -> list[tuple[int, int]]:
    """Where rows of these kinds begin and end."""
    of_them = [kind in kinds for kind in types]
    groups = (list(places) for _, places in groupby(range(len(types)), of_them.__getitem__))
    return [(places[0], places[-1] + 1) for places in groups if of_them[places[0]]]


def _brackets(chars: list[str], types: list[str], first: list[str], base: int) -> None:
    """Rule N0: a pair of brackets goes the way of what is in it, or of what stands before it."""
    own = _direction(base)
    for opened, closed in _pairs(chars, types):
        inside = {_strong(kind) for kind in types[opened + 1 : closed]}
        if own in inside:
            way = own
        elif "L" in inside or "R" in inside:
            strong = [_strong(kind) for kind in types[:opened]]
            before = next((kind for kind in reversed(strong) if kind in "LR"), own)
            way = before if before != own else own
        else:
            continue
        for place in (opened, closed):
            types[place] = way
            for mark in range(place + 1, len(types)):
                if first[mark] != "NSM":
                    break
                types[mark] = way


def _strong(kind: str) -> str:
    """Numbers count as right to left beside neutral characters."""
    return {"EN": "R", "AN": "R"}.get(kind, kind if kind in ("L", "R") else "-")


def _pairs(chars: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of brackets, by their opening ones (UAX #9, BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, char in enumerate(chars):
        if types[place] != "ON":
            continue
        if char in _CLOSING:
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((_CLOSING[char], place))
        elif char in _OPENING:
            match = next((i for i in reversed(range(len(waiting))) if waiting[i][0] == char), None)
            if match is not None:
                pairs.append((waiting[match][1], place))
                del waiting[match:]
    return sorted(pairs)


def _neutral(types: list[str], base: int) -> None:
    """Rules N1 and N2: what is neutral goes with both neighbours, or else with the paragraph."""
    own = _direction(base)
    for start, end in _rows(types, _NEUTRAL):
        before = _strong(types[start - 1]) if start else own
        after = _strong(types[end]) if end < len(types) else own
        types[start:end] = [before if before == after else own] * (end - start)


def in_order(line_levels: Sequence[int]) -> list[Run]:
    """The runs of one line from left to right (rule L2), by the levels of its characters."""
    runs: list[Run] = []
    for level, row in groupby(range(len(line_levels)), line_levels.__getitem__):
        first, *rest = row
        runs.append((first, first + len(rest) + 1, level))
    lowest = min((level for _, _, level in runs if level % 2), default=0)
    for at in range(max((level for _, _, level in runs), default=0), max(lowest, 1) - 1, -1):
        runs = _reversed_from(runs, at)
    return runs


def _reversed_from(runs: list[Run], level: int) -> list[Run]:
    """The runs with every row of at least this level turned round."""
    made: list[Run] = []
    row: list[Run] = []
    for run in [*runs, (0, 0, -1)]:
        if run[2] >= level:
            row.append(run)
            continue
        made += [*reversed(row), run]
        row = []
    return made[:-1]
