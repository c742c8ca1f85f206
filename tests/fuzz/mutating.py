"""Files that are damaged on purpose: sound ones with bytes, numbers and references changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

REFERENCE = re.compile(rb"(\d+) 0 R")
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
ROOTS = re.compile(rb"/Root|/Pages|/Kids|/Catalog|/Size|/Count|/Type|startxref|obj")
"""What a file cannot be read without."""
NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
ODD_NUMBERS = (b"0", b"-1", b"1", b"2147483648", b"-99999999999999999999", b"1e38", b".", b"--3",
               b"0.00000001", b"65536", b"999999999", b"nan")  # fmt: skip
ODD_VALUES = (b"null", b"true", b"[]", b"<<>>", b"(x)", b"/X", b"[[[[]]]]", b"<</A<</A<<>>>>>>",
              b"[1 0 0 1 0 0]", b"<FEFF00>", b"9 0 R", b"[/Indexed /DeviceRGB 1 (x)]")  # fmt: skip

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def flip(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """Some bits turned over."""
    changed = bytearray(data)
    for _n in range(dice.choice((1, 3, 20, 200))):
        place = dice.randrange(len(changed))
        changed[place] ^= 1 << dice.randrange(8)
    return bytes(changed)


def overwrite(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """A stretch of noise."""
    start = dice.randrange(len(data))
    noise = dice.randbytes(dice.choice((1, 4, 16, 300)))
    return data[:start] + noise + data[start + len(noise) :]


def cut(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """A stretch taken out."""
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.choice((1, 8, 64, 1000, 20_000)) :]


def repeat(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """A stretch written again and again."""
    start = dice.randrange(len(data))
    piece = data[start : start + dice.choice((1, 8, 64, 400))]
    return data[:start] + piece * dice.choice((2, 20, 2000)) + data[start:]


def truncate(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """Only the beginning."""
    return data[: dice.randrange(len(data))]


def splice(data: bytes, dice: Random, others: Sequence[bytes]) -> bytes:
    """The beginning of one file and the end of another."""
    other = dice.choice(others)
    return data[: dice.randrange(len(data))] + other[dice.randrange(len(other)) :]


def _replaced(pattern: re.Pattern[bytes], words: Sequence[bytes]) -> Mutation:
    def change(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
        found = list(pattern.finditer(data))
        if dice.random() < 0.9:  # else hardly any file would be read beyond its first objects
            found = [one for one in found if not ROOTS.search(data, one.start() - 12, one.end())]
        for match in sorted(
            dice.sample(found, min(len(found), dice.choice((1, 1, 2, 10)))),
            key=lambda one: -one.start(),
        ):
            data = data[: match.start()] + dice.choice(words) + data[match.end() :]
        return data

    return change


def rename(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """Names for other names of the file."""
    names = sorted(set(NAME.findall(data)))
    return _replaced(NAME, names)(data, dice, ()) if names else data


def redirect(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """References to other objects; most loops come of this."""
    numbers = sorted(set(REFERENCE.findall(data)))
    words = [number + b" 0 R" for number in numbers]
    return _replaced(REFERENCE, words)(data, dice, ()) if words else data


MUTATIONS: tuple[Mutation, ...] = (
    flip, overwrite, cut, repeat, truncate, splice, rename, rename, redirect, redirect, redirect,
    _replaced(NUMBER, ODD_NUMBERS), _replaced(NUMBER, ODD_NUMBERS), _replaced(NUMBER, ODD_VALUES),
    _replaced(REFERENCE, ODD_VALUES), _replaced(REFERENCE, ODD_VALUES),
)  # fmt: skip


def mutated(seeds: Sequence[bytes], number: int, seed: int) -> bytes:
    """File ``number`` of a run; the same seed gives the same files."""
    dice = Random(f"{seed}/{number}")
    data = dice.choice(seeds)
    for _ in range(dice.choice((1, 1, 2, 4))):
        data = dice.choice(MUTATIONS)(data, dice, seeds) or b"%PDF-1.6"
    return data
