"""What YAML's parser complains of, said to somebody who never heard of YAML."""

from __future__ import annotations

import re
from typing import Any

from samenspel.diagnostics import Diagnostic, Location
from samenspel.saying import say
from samenspel.yaml.foreign import STRAIGHT

_BRACES = re.compile(r"""^\s*(?:-\s+)*(?:[^\s"'#{][^:{]*:\s+)?\{[{%]""")
_AFTER_QUOTE = re.compile(r"""(?:^|[:-]\s+)(["'])(?:(?!\1).)*\1\s*[^\s#,\]}:]""")
_AFTER_BRACKET = re.compile(r"""(?:^|[:-]\s+)(?:\[[^\[\]]*\]|\{[^{}]*\})[ \t]+[^\s#,\]}]""")

_WORDS_QUOTE = re.compile(r"""(?:^|[:-]\s+)[“”„‟‘’‚«]""")

QUOTE = 'put the whole text in double quotes: "…"'

_GOES_ON = r"""\s*[\w-]+:\s+[^\s|>#\["'{]"""
"""A text that the next line may go on with: one in quotes or brackets has its end."""

_PLAIN = (
    # part of the parser's words, code, message, remedy
    ("maximum nesting depth", "yaml-too-deep",  # newer parsers give up before our own limit is met
     "brackets or braces are nested a thousand deep", "check the indentation and the brackets"),
    ("block sequence entries are not allowed", "yaml-character",
     "a text cannot begin with a dash and a space without quotes", QUOTE),
    ("expected comment or line break", "yaml-character",
     "a text cannot begin with > or | without quotes", QUOTE),
    ("mapping keys are not allowed", "yaml-character",
     "a text cannot begin with ? and a space without quotes", QUOTE),
    ("mapping values are not allowed", "yaml-colon",
     "a colon with a space after it cannot stand inside a text without quotes", QUOTE),
    ("scanning a quoted scalar", "yaml-quote",
     "the text begins with a quotation mark that is never closed",
     "close it; write an apostrophe at the beginning of a text as ’ ('s avonds: ’s avonds)"),
    ("scanning an alias", "yaml-anchor", "a text cannot begin with * without quotes", QUOTE),
    ("scanning an anchor", "yaml-anchor", "a text cannot begin with & without quotes", QUOTE),
    ("tag", "yaml-tag", "a text cannot begin with ! without quotes", QUOTE),
    ("cannot start any token", "yaml-character",
     "a text cannot begin with this character without quotes", QUOTE),
    ("flow sequence", "yaml-bracket", "the list between [ and ] is not closed properly",
     "close it with ], with commas between the items; put a text that begins with [ in quotes"),
    ("flow mapping", "yaml-bracket", "the part between { and } is not closed properly",
     "close it with }, with commas between the parts; put a text that begins with { in quotes"),
    ("could not find expected ':'", "yaml-syntax", "a line without a key",
     "write key: text, and indent the lines of a long text below its key"),
    ("block mapping", "yaml-indent", "this line is not indented like its neighbours",
     "line it up with the keys that it belongs to, with spaces"),
    ("block collection", "yaml-indent", "this line is not indented like the rest of its list",
     'line the items up; each begins with "- "'),
    ("block sequence", "yaml-indent", "this line is not indented like the rest of its list",
     'line the items up; each begins with "- "'),
    ("block scalar", "yaml-indent", "the text below | or > is not indented evenly",
     "indent all its lines by two spaces more than the key"),
)  # fmt: skip


def syntax_problem(error: Any, lines: list[str], file: str) -> Diagnostic:
    """The one message for text that is no YAML."""
    context, problem = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    mark = problem or context
    number = min(mark.line, len(lines) - 1) if mark else 0
    words = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    found = _line_with(_BRACES, lines, number)
    if found is not None:
        return _say("yaml-braces", "a text that begins with {{ or {% is read as YAML, not as text",
                    file, found, QUOTE)  # fmt: skip
    if "scanning a quoted scalar" in words and context:
        number = context.line
    elif (found := _line_with(_AFTER_QUOTE, lines, number)) is not None:
        remedy = "put all of it between the quotes, with other quotes (‘ ’ or “ ”) inside"
        return _say("yaml-quote", "text follows after the closing quote", file, found, remedy)
    elif (found := _line_with(_AFTER_BRACKET, lines, number)) is not None:
        message = "a text that begins with [ or { is read as a list, and more follows it"
        return _say("yaml-bracket", message, file, found, QUOTE)
    elif "simple key" in words and context:
        number = context.line
        if (clearer := _without_key(lines, number, file)) is not None:
            return clearer
    elif "mapping values" in words and _WORDS_QUOTE.search(lines[number]):
        message = "these quotes are Word’s and mean nothing to YAML, so the colon ends the text"
        return _say("yaml-quote", message, file, number, STRAIGHT)
    elif "mapping values" in words and _deeper(lines, number):
        return _say("yaml-indent", "this line is indented deeper than the line before it", file,
                    number, "line it up; put a long text that holds a colon in quotes")  # fmt: skip
    for part, code, message, remedy in _PLAIN:
        if part in words:
            return _say(code, message, file, number, remedy, mark.column if mark else 0)
    return _say(
        "yaml-syntax",
        say("this is not YAML ({words})", words=words.strip()),
        file,
        number,
        "compare the line with the same line in another card",
    )


def _without_key(lines: list[str], number: int, file: str) -> Diagnostic | None:
    """A line without a key, of which it is known how it came to be."""
    line = lines[number]
    if re.match(r"\s*[\w-]+\s*=\s", line):
        message = "an equals sign stands where a colon belongs"
        return _say("yaml-colon", message, file, number, "write key: text")
    glued = re.match(r"\s*(?:- )?([A-Za-z][\w-]*):(?![\s/]|$)", line)
    if glued:
        message = say("after {found}: comes a space", found=glued[1])
        return _say("yaml-colon", message, file, number, "write key: text")
    if " " not in line.strip():
        return None  # a word alone is a key that lacks its colon
    above = next((one for one in reversed(lines[:number]) if one.strip()), "")
    if _indent(line) < _indent(above) or re.match(_GOES_ON, above):
        message = "this line is indented less than the text that it goes on with"
        remedy = (
            "indent it like the line before it, or deeper than the key of its text; a value of its "
            "own begins with its key: key: text"
        )
        return _say("yaml-indent", message, file, number, remedy)
    return None


def _deeper(lines: list[str], number: int) -> bool:
    """True for a key of its own below a key with a text, further to the right."""
    here, above = lines[number], lines[number - 1] if number else ""
    is_key = re.match(r"\s+[\w-]+:(\s|$)", here) and re.match(r"\s*[\w-]+:\s+[^|>#]", above)
    return bool(is_key) and _indent(here) > _indent(above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_with(pattern: re.Pattern[str], lines: list[str], number: int) -> int | None:
    """The number of the line that matches: the reported one or the one before it."""
    for candidate in (number, number - 1):
        if 0 <= candidate < len(lines) and pattern.search(lines[candidate]):
            return candidate
    return None


def _say(code: str, message: str, file: str, line: int, remedy: str, column: int = 0) -> Diagnostic:
    return Diagnostic(
        code, message, Location(file, line + 1, column + 1 if column else 0), "", remedy
    )
