"""Damage for every kind of file: bytes for what is packed, words and lines for what is written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.mutating import cut, flip, overwrite, repeat, splice, truncate

BYTES = (flip, flip, flip, overwrite, cut, repeat, truncate, splice)

WORD = re.compile(rb"[\w.-]+|[^\s\w]")
ODD_WORDS = tuple(
    one.encode()
    for one in (
        "null", "~", "true", "[]", "{}", "''", "0", "-1", "1e999", ".nan", ".inf", "9" * 400,
        "0x1F", "1_000", "2026-02-30", "12:30:45", "{{ 0x" + "f" * 300 + " }}", "{{ regio }}", "{{",
        "{% for x in regio.partners %}{{ x }}{% endfor %}", "{{ 'a' | round(1) }}", "{{ 7 | _x }}",
        "&a", "*a", "!!python/object:os.system", "<<", "? x", "|", ">-", "- - - -", "#", "'", '"',
        "\\e[2J", '"\\e[2J\\u202e\\0"', "../../../etc/passwd", "/dev/zero", "con", "basis", "all",
        "a" * 5000, "é" * 300, "\u202e", "\u200b", "\ufeff", "\U0001f469\u200d\U0001f3eb", "١٢٣",
        "=1+1", "@x", "\t", "%d%s%n", "../", "x.svg", "title", "kind", "questions", "regio", "id",
    )
)
"""Words that mean something else somewhere."""

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def odd_words(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """Some words for odd ones."""
    found = list(WORD.finditer(data, 0, LONG))
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 1, 2, 5)))),
                        key=lambda one: -one.start()):  # fmt: skip
        data = data[: match.start()] + dice.choice(ODD_WORDS) + data[match.end() :]
    return data


LONG = 500_000
"""So many bytes are looked through for words, so that damaging a file takes little memory."""


def other_words(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """Some words for other words of the file; of a long one, words of its beginning."""
    found = list(WORD.finditer(data, 0, LONG))
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 2)))),
                        key=lambda one: -one.start()):  # fmt: skip
        data = data[: match.start()] + dice.choice(found)[0] + data[match.end() :]
    return data


def odd_lines(data: bytes, dice: Random, others: Sequence[bytes]) -> bytes:
    """A line left out, written twice, moved, set in or out, or taken from another file."""
    lines = data.split(b"\n")
    place, other = dice.randrange(len(lines)), dice.choice(others).split(b"\n")
    match dice.randrange(6):
        case 0:
            del lines[place]
        case 1:
            lines[place:place] = [lines[place]] * dice.choice((1, 1, 300))
        case 2:
            lines[place] = b"  " + lines[place]
        case 3:
            lines[place] = lines[place].lstrip()
        case 4:
            lines[place] = dice.choice(other)
        case _:
            lines.insert(dice.randrange(len(lines)), lines.pop(place))
    return b"\n".join(lines)


VALUE = re.compile(rb"(?<=: )[^\n{}\[\]]+|(?<=- )[^\n{}\[\]:]+|(?<=[\[,])[^\[\],{}\n]+(?=[,\]])")
"""What stands behind a key or in a list, as YAML is mostly written."""
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")


def other_values(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """A whole value for another of the file, or for an odd word: the rest can still be read."""
    found = list(VALUE.finditer(data))
    if not found:
        return data
    match, other = dice.choice(found), dice.choice(found)[0]
    value = other if dice.random() < 0.5 else dice.choice(ODD_WORDS)
    return data[: match.start()] + value + data[match.end() :]


def odd_sizes(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """A number much larger or smaller than it was, or just off."""
    found = list(NUMBER.finditer(data))
    if not found:
        return data
    match = dice.choice(found)
    value = float(match[0]) * dice.choice((0, -1, 0.001, 0.5, 1.01, 2, 10, 1000, 1e7))
    return data[: match.start()] + f"{value:.6g}".encode() + data[match.end() :]


DEEP: tuple[Mutation, ...] = (other_values, odd_sizes)
"""After these most files can still be read, and go further down the line."""

CELL = re.compile(rb"(?<=[;\n])[^;\"\r\n]*(?=[;\r])")


def odd_cells(data: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """A cell of a table for another one, or with an odd word in it."""
    found = list(CELL.finditer(data))
    if not found:
        return data
    match = dice.choice(found)
    odd = dice.choice((dice.choice(found)[0], match[0] + dice.choice(ODD_WORDS), b""))
    return data[: match.start()] + odd.replace(b"\"", b"").replace(b";", b"") + data[match.end() :]


CELLS: tuple[Mutation, ...] = (odd_cells,)
"""After these a table can still be read."""

WORDS: tuple[Mutation, ...] = (
    odd_words, odd_words, odd_words, other_words, other_words, odd_lines, odd_lines, odd_lines,
    flip, overwrite, cut, repeat, truncate, splice,
)  # fmt: skip


def damaged(
    seeds: Sequence[bytes], dice: Random, mutations: Sequence[Mutation], chosen: int | None = None
) -> bytes:
    """One of the seeds (``chosen``, or any) after one to four mutations."""
    data = seeds[chosen] if chosen is not None else dice.choice(seeds)
    for _ in range(dice.choice((1, 1, 2, 4))):
        data = dice.choice(mutations)(data, dice, seeds) or b" "
    return data


def repacked(data: bytes, dice: Random) -> bytes:
    """A zip archive with one of its parts damaged, and whole again around it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = dice.choice(names)
    parts[name] = damaged([parts[one] for one in names], dice, WORDS, names.index(name))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, part in parts.items():
            archive.writestr(one, part)
    return out.getvalue()
