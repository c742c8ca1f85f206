"""What other programs leave in a file that should be plain text: Word, git, browsers, e-mail.

YAML reads much of it as text without a word, or complains of something else than what is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Diagnostic, Location
from samenspel.saying import say

STRAIGHT = 'put straight quotes round the whole text: "…"'

_WHOLE: tuple[tuple[str, str, str], ...] = (
    ("{\\rtf", "is a text document with layout (RTF)",
     "save it as plain text (TextEdit: Format, Make Plain Text), with a name that ends in .yaml"),
    ("PK\x03\x04", "is a Word document or a zip archive",
     "copy its text into a plain text file with a name that ends in .yaml"),
    ("%PDF", "is a PDF", "put a text file in its place"),
    ("<!doctype", "is a web page", "download the file itself (on GitHub: Raw)"),
    ("<html", "is a web page", "download the file itself (on GitHub: Raw)"),
    ("<?xml", "is XML", "write lines of key: value"),
    ("version https://git-lfs", "is only git’s pointer to a file", "fetch it with git lfs pull"),
)  # fmt: skip

_CONFLICT = re.compile(r"(<{7}|\|{7}|>{7})(?: |$)|={7}$")
_SPACE = "\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad"
_INDENT = re.compile(rf"[ \t]*([{_SPACE}])")
_AFTER_COLON = re.compile(rf"\s*(?:- +)?[\w-]+:([{_SPACE}])")
_IN_KEY = re.compile(rf"\s*(?:- +)?[\w-]*([{_SPACE}])[\w-]*:(?:\s|$)")
_QUOTED_KEY = re.compile(r"\s*(?:- +)?[“”„‟‘’‚«»]([\w-]+)[“”‘’«»]\s*:(?:\s|$)")
_IN_BRACKETS = re.compile(r"\s*(?:- +(?:[\w-]+:\s+)?|[\w-]+:\s+)[\[{]")
_STRAIGHT_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_COMMA_IN_QUOTES = re.compile(r"[\[{,:]\s*[“„«][^“”«»]*,[^“”«»]*[“”»]")
_WIDE_COLON = re.compile(r"\s*(?:- +)?[\w-]+[：﹕꞉∶ː︰։׃](?:\s|$)")
_REMARK = re.compile(r"//|/\*|<!--|--(?=\s)")
_FENCE = re.compile(r"\s*(```|~~~)")
_OPEN_KEY = re.compile(r"(\s*)(?:- +)?[\w-]+:\s*(?:#.*)?$")
_BULLET = re.compile(r"(\s*)([•●▪‣◦·–—*])\s+\S")
_TIGHT_DASH = re.compile(r"(\s*)-[^\W\d]")
_TIGHT_COLON = re.compile(r"(\s*)(?!mailto:|tel:)([a-z][a-z_]*):[^\s/:\d]")


def foreign_problems(lines: Sequence[str], file: str) -> list[Diagnostic]:
    """Everything of that kind, each with its line; nothing for a file of plain text."""
    whole = _whole(lines, file)
    if whole is not None:
        return [whole]
    conflicts = list(_conflicts(lines, file))
    return conflicts or [
        *_remarks(lines, file), *_characters(lines, file), *_below_keys(lines, file)
    ]  # fmt: skip


def _whole(lines: Sequence[str], file: str) -> Diagnostic | None:
    """A file that is something else altogether."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    text = lines[first].strip().lower() if lines else ""
    for start, what, remedy in _WHOLE:
        if text.startswith(start.lower()):
            return Diagnostic(
                "file-kind",
                say("the file {what}, not plain text", what=what),
                Location(file),
                "",
                remedy,
            )
    if _FENCE.match(text):
        return _say("file-kind", "the file begins with the ``` of a chat or a web page", file,
                    first, "take the lines with ``` away")  # fmt: skip
    return None


def _conflicts(lines: Sequence[str], file: str) -> Iterator[Diagnostic]:
    """Where git could not put two people's edits together."""
    marked = [number for number, line in enumerate(lines) if _CONFLICT.match(line)]
    begun = [number for number in marked if lines[number].startswith("<")]
    for number in begun or marked[:1]:
        yield _say(
            "file-conflict",
            say("git left two versions here ({lines})", lines=lines[number].strip()[:30]),
            file,
            number,
            "keep the lines that you want, and take the lines with <<<<<<<, ======= and >>>>>>> "
            "away",
        )


def _remarks(lines: Sequence[str], file: str) -> Iterator[Diagnostic]:
    """Remarks as other languages write them; no line of a text begins at the margin."""
    for number, line in enumerate(lines):
        if found := _REMARK.match(line):
            yield _say(
                "yaml-remark",
                say("a remark begins with #, not with {mark}", mark=found[0]),
                file,
                number,
                "write # before it",
            )


def _characters(lines: Sequence[str], file: str) -> Iterator[Diagnostic]:
    """Spaces and signs that look like those of YAML and are others."""
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        if found := _INDENT.match(line):
            yield _space("the line begins with", found[1], file, number, found.start(1),
                         "delete it, and indent with ordinary spaces")  # fmt: skip
        elif found := _IN_KEY.match(line):
            yield _space("in the key stands", found[1], file, number, found.start(1),
                         "type the key again")  # fmt: skip
        elif found := _AFTER_COLON.match(line):
            yield _space("after the colon stands", found[1], file, number, found.start(1),
                         "type an ordinary space there")  # fmt: skip
        elif found := _QUOTED_KEY.match(line):
            yield _say(
                "yaml-quote",
                say("the key {found} stands between Word’s quotes", found=found[1]),
                file,
                number,
                "write it without quotes",
            )
        elif _IN_BRACKETS.match(line) and _COMMA_IN_QUOTES.search(_STRAIGHT_QUOTED.sub('""', line)):
            yield _say(
                "yaml-quote",
                "these quotes are Word’s and mean nothing to YAML, so the comma ends the text",
                file,
                number,
                STRAIGHT,
            )
        elif _WIDE_COLON.match(line):
            yield _say("yaml-colon", "this colon is another character that looks like one", file,
                       number, "type it again, with a space after it")  # fmt: skip


def _space(
    where: str, character: str, file: str, number: int, column: int, remedy: str
) -> Diagnostic:
    name = unicodedata.name(character, "unseen character").lower()
    if name[0] in "aeiou":
        message = say(
            "{where} an {name} (U+{number:04X}), which is no ordinary space",
            where=where, name=name, number=ord(character),
        )  # fmt: skip
    else:
        message = say(
            "{where} a {name} (U+{number:04X}), which is no ordinary space",
            where=where, name=name, number=ord(character),
        )  # fmt: skip
    return _say("yaml-space", message, file, number, remedy, column)


def _below_keys(lines: Sequence[str], file: str) -> Iterator[Diagnostic]:
    """Below a key that is left open: a list with bullets, a dash or a colon without its space."""
    for number in range(1, len(lines)):
        above, line = _OPEN_KEY.match(lines[number - 1]), lines[number]
        if above is None:
            continue
        if (found := _BULLET.match(line)) and _deeper(found, above):
            yield _say(
                "yaml-list",
                say("the items of a list begin with a dash, not with {found}", found=found[2]),
                file,
                number,
                'begin each item with "- "',
            )
        elif (found := _TIGHT_DASH.match(line)) and _deeper(found, above, least=0):
            yield _say("yaml-list", "after the dash of a list comes a space", file, number,
                       'begin each item with "- "')  # fmt: skip
        elif (found := _TIGHT_COLON.match(line)) and _deeper(found, above):
            yield _say(
                "yaml-colon",
                say("after {found}: comes a space", found=found[2]),
                file,
                number,
                say("write {found}: and then the text", found=found[2]),
            )


def _deeper(found: re.Match[str], above: re.Match[str], least: int = 1) -> bool:
    return len(found[1]) - len(above[1]) >= least


def _say(code: str, message: str, file: str, line: int, remedy: str, column: int = 0) -> Diagnostic:
    return Diagnostic(
        code, message, Location(file, line + 1, column + 1 if column else 0), "", remedy
    )
