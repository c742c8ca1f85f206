"""Makes stylesheets plain before anything else looks at them: ``@media`` and ``var()``.

What is left is rules and declarations that say themselves what they mean, so that what is checked
(:mod:`.safety`), painted and handed to resvg is one and the same text. What cannot be made plain
stays where it is, and is refused by who reads it next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from samenspel.draw.svg.css import COMMENT, NO_ATTRIBUTE, PROPERTIES, RULE, plain_css
from samenspel.draw.svg.reading import MAX_BYTES, Mistake, Node

MAX_VALUE = 10_000
"""Characters that a variable may come to."""

MAX_NESTING = 20
"""How deep variables may name each other."""

_PAINTED = (PROPERTIES - NO_ATTRIBUTE) | {
    "flood-color", "flood-opacity", "lighting-color", "stop-color", "stop-opacity"
}  # fmt: skip
"""Attributes in which ``var()`` is read: those that are properties too."""

_TOKEN = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|@[\w-]*|[{}]")
_MEDIA = re.compile(r"\s*([^{};@]*)\{")
_CHARSET = re.compile(r"\s*(\"[^\"\n]*\"|'[^'\n]*')\s*;")
_BLOCK = re.compile(r"\s*\{")
_VAR = re.compile(r"(?<![\w-])var\(", re.IGNORECASE)
_NAME = re.compile(r"\s*(--[\w-]+)\s*\Z")
_IMPORTANT = re.compile(r"\s*!\s*important\Z", re.IGNORECASE)
_NOTHING = ("", "initial", "inherit", "unset", "revert", "revert-layer")
_PAPER = frozenset({"print", "all", ""})
_ALIKE = frozenset({*_PAPER, "screen"})


def simplify_sheets(root: Node) -> tuple[str, ...]:
    """Unfold ``@media``, skip ``@font-face`` and ``@charset``, resolve ``var()``; notes on it.

    Raises Mistake ``svg-bad-value`` and ``svg-too-complex``.
    """
    sheets = [node for node in root.walk() if node.tag == "style"]
    for node in sheets:
        node.text = plain_css(node.text)
    on_paper = any("print" in types for node in sheets for types in _spoken_of(node.text))
    skipped: dict[str, None] = {}
    for node in sheets:
        if "@" in node.text:
            node.text = _Unfolding(node, _PAPER if on_paper else _ALIKE, skipped).run()
    if any("--" in node.text for node in sheets) or any(map(_has_variables, root.walk())):
        _Variables.of(root, sheets).resolve(root, sheets)
    if not skipped:
        return ()
    return (f"has {' and '.join(skipped)} in its stylesheet, skipped: drawings hold no text",)


# -- @-rules ---------------------------------------------------------------------------------


def _types(query: str) -> frozenset[str]:
    """The media types in a list of queries, ``only`` left out."""
    return frozenset(
        re.sub(r"\Aonly\s+", "", part.strip().lower()) for part in query.strip().split(",")
    )


def _spoken_of(css: str) -> list[frozenset[str]]:
    return [_types(query) for query in re.findall(r"@media\b([^{};@]*)\{", css, re.IGNORECASE)]


@dataclass(slots=True)
class _Unfolding:
    """Writes a stylesheet out again without the @-rules that it understands."""

    node: Node
    media: frozenset[str]
    skipped: dict[str, None]
    place: int = 0

    def run(self) -> str:
        css, out = self.node.text, list[str]()
        unfolded: list[bool] = []
        while token := _TOKEN.search(css, self.place):
            out.append(css[self.place : token.start()])
            self.place = token.end()
            kind = token.group()
            if kind == "{":
                unfolded.append(False)
            elif kind == "}" and unfolded and unfolded.pop():
                kind = " "
            elif kind[0] == "@":
                opened = self._at_rule(kind.lower())
                if opened is not None:
                    kind = " "
                    unfolded.extend([True] * opened)
            out.append(kind)
        if unfolded:
            raise self._unclosed()
        return "".join(out) + css[self.place :]

    def _at_rule(self, name: str) -> int | None:
        """Pass over an @-rule or into its block (1); None when it is not understood."""
        css = self.node.text
        if name == "@charset" and (match := _CHARSET.match(css, self.place)):
            self.place = match.end()
        elif name == "@font-face" and (match := _BLOCK.match(css, self.place)):
            self.place = self._behind(match.end())
        elif name == "@media" and (match := _MEDIA.match(css, self.place)):
            types = _types(match.group(1))
            if not types <= _ALIKE:
                return None
            if types & self.media:
                self.place = match.end()
                return 1
            self.place = self._behind(match.end())
            return 0
        else:
            return None
        self.skipped[name] = None
        return 0

    def _behind(self, place: int) -> int:
        """The place behind the block that was opened before ``place``."""
        depth = 1
        for token in _TOKEN.finditer(self.node.text, place):
            depth += {"{": 1, "}": -1}.get(token.group(), 0)
            if not depth:
                return token.end()
        raise self._unclosed()

    def _unclosed(self) -> Mistake:
        return Mistake(
            "svg-bad-value",
            "a block of its stylesheet is not closed: a } is missing",
            "save again as plain SVG",
            self.node.line,
        )


# -- variables -------------------------------------------------------------------------------


def _has_variables(node: Node) -> bool:
    return any("--" in value for name, value in node.attributes.items() if _reads(name))


def _reads(name: str) -> bool:
    return name == "style" or name in _PAINTED


@dataclass(slots=True)
class _Variables:
    """The drawing's custom properties: those of its outermost element, and the names of others."""

    values: dict[str, tuple[int, str]] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    written: int = 0
    _known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Node, sheets: list[Node]) -> _Variables:
        """Take all custom properties out of the stylesheets and ``style`` attributes."""
        found = cls()
        nested = any(node.tag == "svg" for node in root.walk() if node is not root)
        weights = {":root": 2, "svg:root": 3} | ({} if nested else {"svg": 1})
        for node in sheets:
            node.text = RULE.sub(lambda match: found._take_rule(match, weights), node.text)
        for node in root.walk():
            if "--" in node.attributes.get("style", ""):
                style = COMMENT.sub(" ", node.attributes["style"])
                node.attributes["style"] = found._take(style, [4 if node is root else None])
        return found

    def _take_rule(self, match: re.Match[str], weights: dict[str, int]) -> str:
        head, body = match.groups()
        if "--" not in body:
            return match.group()
        rest = self._take(body, [weights.get(part.strip().lower()) for part in head.split(",")])
        return f"{head}{{{rest}}}" if rest.strip() else " "

    def _take(self, body: str, weights: list[int | None]) -> str:
        """Declarations without those of custom properties, which are filed under each weight."""
        rest: list[str] = []
        for declaration in body.split(";"):
            name, colon, value = (part.strip() for part in declaration.partition(":"))
            if not name.startswith("--") or not colon:
                rest.append(declaration)
                continue
            plain = _IMPORTANT.sub("", value)
            for weight in weights:
                if weight is None or re.search(r"[{}\\]", plain):
                    self.elsewhere.add(name)
                else:
                    self._define(name, weight + (10 if plain != value else 0), plain)
        return ";".join(rest)

    def _define(self, name: str, weight: int, value: str) -> None:
        if weight >= self.values.get(name, (0, ""))[0]:
            self.values[name] = weight, value

    def resolve(self, root: Node, sheets: list[Node]) -> None:
        """Write every ``var()`` out."""
        for node in sheets:
            node.text = self._written_out(node.text, node, 0, MAX_BYTES)
        for node in root.walk():
            for name, value in node.attributes.items():
                if "(" in value and _reads(name):
                    node.attributes[name] = self._written_out(value, node, 0, MAX_BYTES)

    def _written_out(self, text: str, node: Node, depth: int, limit: int) -> str:
        if not _VAR.search(text):
            return text
        if depth > MAX_NESTING:
            raise _endless(node)
        out: list[str] = []
        place = size = 0
        while match := _VAR.search(text, place):
            end = _closing(text, match.end())
            name, comma, spare = text[match.end() : end].partition(",")
            value = self._value(name, spare if comma else None, node, depth)
            out += [text[place : match.start()], f" {value} "]
            place = end + 1
            size += len(value)
            self.written += len(value)
            if size > limit or self.written > MAX_BYTES:
                raise _endless(node)
        return "".join((*out, text[place:])).strip()

    def _value(self, name: str, spare: str | None, node: Node, depth: int) -> str:
        match = _NAME.match(name)
        key = match.group(1) if match else ""
        if key in self._known:
            return self._known[key]
        _, value = self.values.get(key, (0, ""))
        if key and key not in self.elsewhere and value.lower() not in _NOTHING:
            known = self._written_out(value, node, depth + 1, MAX_VALUE)
            self._known[key] = known
            return known
        if not key or key in self.elsewhere or not (spare and spare.strip()):
            why = "set for a part of the drawing only" if key in self.elsewhere else "not set"
            raise Mistake(
                "svg-bad-value",
                f"<{node.tag}> uses the variable var({name.strip()[:30]}), which is {why}",
                "write the value itself, or set it in a rule for :root",
                node.line,
            )
        return self._written_out(spare.strip(), node, depth + 1, MAX_VALUE)


def _closing(text: str, place: int) -> int:
    """Where the bracket closes that was opened before ``place``; the text's end if nowhere."""
    depth = 1
    for match in re.compile(r"[()]").finditer(text, place):
        depth += 1 if match.group() == "(" else -1
        if not depth:
            return match.start()
    return len(text)


def _endless(node: Node) -> Mistake:
    return Mistake(
        "svg-too-complex",
        f"the variables that <{node.tag}> uses name each other without end, or grow too long",
        "write the values themselves",
        node.line,
    )
