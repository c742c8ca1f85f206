"""YAML text to located nodes, by libyaml's events.

Events rather than PyYAML's node graph: an alias is seen before anything is copied, so a "billion
laughs" file costs nothing, and every duplicate key is still there to be reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from samenspel.bounds import FIELD, LEVELS, VALUES
from samenspel.diagnostics import Diagnostic, Location
from samenspel.model.places import key_of
from samenspel.saying import say, together
from samenspel.yaml.foreign import foreign_problems
from samenspel.yaml.mistakes import syntax_problem
from samenspel.yaml.nodes import Node, Path

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = ("", "~", "null")
_LOST = re.compile(r"[ \t]+#+[^\s#]")
"""A comment without a space after its sign, which was probably meant as text."""


class _GivenUpError(Exception):
    """The rest of the document cannot be understood; the reason is among the problems."""


def parse(text: str, file: str, problems: list[Diagnostic]) -> Node | None:
    """The document in ``text``; every mistake is added to ``problems``.

    ``None`` when the text is no YAML, is empty, or is not a mapping of keys to values.
    """
    lines = _LINE_END.split(text)
    strange = foreign_problems(lines, file) or _tabs(lines, file)
    if strange:
        problems.extend(strange)
        return None
    builder = _Builder(lines, file, problems)
    try:
        return builder.document(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        problems.append(syntax_problem(error, lines, file))
    except _GivenUpError:
        pass
    return None


def _tabs(lines: list[str], file: str) -> list[Diagnostic]:
    return [
        Diagnostic(
            "yaml-tab",
            "the line is indented with a tab",
            Location(file, number, line.index("\t") + 1),
            remedy="use spaces (two for each level)",
        )
        for number, line in enumerate(lines, 1)
        if re.match(r" *\t\s*[^\s#]", line)
    ]


class _Builder:
    def __init__(self, lines: list[str], file: str, problems: list[Diagnostic]) -> None:
        self.lines = lines
        self.file = file
        self.problems = problems
        self.count = 0

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._say(
                        "yaml-several-documents",
                        "a second document begins here (---)",
                        event,
                        "keep one document in a file; take the line --- away",
                    )
                    return root
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, ())
        if root is None or not isinstance(root.value, dict):
            where = root.location if root else Location(self.file, 1)
            self.problems.append(
                Diagnostic(
                    "yaml-not-a-mapping",
                    "the file holds no keys with values",
                    where,
                    "",
                    "write lines such as title: My title, with a space after the colon",
                )
            )
            return None
        return root

    def _say(self, code: str, message: str, event: Any, remedy: str, path: Path = ()) -> None:
        self.problems.append(Diagnostic(code, message, self._at(event), key_of(path), remedy))

    def _at(self, event: Any) -> Location:
        return Location(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, events: Iterator[Any], path: Path) -> Node:
        self._check(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        return Node(None, self._at(event), path)

    def _check(self, event: Any, path: Path) -> None:
        self.count += 1
        if self.count > VALUES:
            what = say("this file holds more than {values} keys and values", values=VALUES)
            self._say("yaml-too-many-values", what, event, "split it, or make it smaller")
            raise _GivenUpError
        if len(path) > LEVELS:
            self._say(
                "yaml-too-deep",
                say("more than {levels} levels deep", levels=LEVELS),
                event,
                "check the indentation and the brackets",
                path,
            )
            raise _GivenUpError
        if event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._say(
                "yaml-anchor",
                say(
                    "{sign}{anchor} is read as YAML's way to repeat a value, which decks do "
                    "not use",
                    sign=sign,
                    anchor=event.anchor,
                ),
                event,
                "write the value out; put a text that begins with & or * in quotes",
                path,
            )
        if getattr(event, "tag", None):
            self._say(
                "yaml-tag",
                say("{tag} is read as a YAML tag, which decks do not use", tag=event.tag),
                event,
                "take it away; put a text that begins with ! in quotes",
                path,
            )

    def _mapping(self, event: Any, events: Iterator[Any], path: Path) -> Node:
        self._refuse_braces(event, path)
        entries: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        for key_event in events:
            if isinstance(key_event, yaml.MappingEndEvent):
                break
            if not isinstance(key_event, yaml.ScalarEvent):
                self._say(
                    "yaml-key",
                    "a key must be a plain word",
                    key_event,
                    "put a text that begins with a bracket or brace in quotes",
                    path,
                )
                raise _GivenUpError
            key = key_event.value.strip()
            self._check(key_event, path)
            node = self._node(next(events), events, (*path, key))
            if key in keys:
                self._say(
                    "yaml-duplicate-key",
                    say('"{key}" is already given on line {line}', key=key, line=keys[key].line),
                    key_event,
                    "keep one of the two",
                    (*path, key),
                )
                continue
            entries[key], keys[key] = node, self._at(key_event)
        return Node(entries, self._at(event), path, keys)

    def _refuse_braces(self, event: Any, path: Path) -> None:
        line = self.lines[event.start_mark.line] if event.start_mark.line < len(self.lines) else ""
        if event.flow_style and line[event.start_mark.column :].startswith(("{{", "{%")):
            closed = "}}" in line or "%}" in line
            close = "" if closed else ", and close it with }}"
            self._say(
                "yaml-braces",
                together(
                    "a text that begins with {{ or {% is read as YAML, not as text",
                    "" if closed else "; and what is opened here is not closed on its line",
                ),
                event,
                say("put the whole text in double quotes{close}", close=close),
                path,
            )
            raise _GivenUpError

    def _sequence(self, event: Any, events: Iterator[Any], path: Path) -> Node:
        items: list[Node] = []
        for item in events:
            if isinstance(item, yaml.SequenceEndEvent):
                break
            items.append(self._node(item, events, (*path, len(items))))
        return Node(tuple(items), self._at(event), path)

    def _scalar(self, event: Any, path: Path) -> Node:
        value = event.value.strip()
        if len(value) > FIELD:
            what = say(
                "this text has {count} characters, and a field holds {field} at most",
                count=len(value),
                field=FIELD,
            )
            self._say("field-too-long", what, event, "shorten it; a card holds a tenth", path)
            return Node(value[:FIELD], self._at(event), path)
        if not event.style:
            self._refuse_comment(event, path)
        if not event.style and value in _EMPTY:
            return Node(None, self._at(event), path)
        return Node(value, self._at(event), path, breaks=self._breaks(event, value))

    def _refuse_comment(self, event: Any, path: Path) -> None:
        """Refuse text that YAML takes for a comment: ``core: De #enige aan tafel``."""
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if _LOST.match(line, mark.column):
            lost = line[mark.column :].strip()
            self.problems.append(
                Diagnostic(
                    "yaml-comment-in-text",
                    say('YAML leaves "{lost}" out, as a comment', lost=lost[:60]),
                    Location(self.file, mark.line + 1, line.index("#", mark.column) + 1),
                    key_of(path),
                    "put the text in quotes (a real comment has a space after its #)",
                )
            )

    def _breaks(self, event: Any, value: str) -> tuple[int, ...]:
        first, last = event.start_mark.line, event.end_mark.line
        if first == last:
            return ()
        breaks, position = [0], 0
        for line in self.lines[first + 1 : last + 1]:
            content = line.strip().rstrip("\"'")
            found = value.find(content, position)
            position = found if found >= 0 else position
            breaks.append(position)
            position += len(content) if found >= 0 else 0
        return tuple(breaks)
