"""Reads an SVG file into nodes, safely: no entities, limits on size, depth and count.

The standard library's expat does the parsing. It stops at the first doctype. One that declares
anything is refused, which closes every known XML bomb and external entity (the protections that
defusedxml installs). A bare one, as older programs write it, is cut out unread and the rest parsed
anew: what it points at is never opened, and without it expat holds every unknown entity an error
instead of passing over it. Short names for plain texts, which every file of Illustrator's declares,
are written out first (:mod:`.entities`). Expat gives the line of each element, which ElementTree
does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from samenspel.diagnostics import Location
from samenspel.draw.svg.entities import with_entities_written_out
from samenspel.errors import ContentError
from samenspel.saying import say

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

ASIDE = frozenset({"metadata", "title", "desc", "color-profile", "font"})
"""Elements that are about the drawing, or unused where there is no text; never drawn."""

MAX_BYTES = 20_000_000
MAX_ELEMENTS = 100_000
MAX_DEPTH = 100

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Node:
    """An element. ``tag`` is bare for SVG's own and ``uri name`` for others; ``line`` from 1.

    ``attributes`` holds those without a namespace and ``href`` (also from xlink); ``style`` is
    filled by :mod:`samenspel.draw.svg.css` with the declared properties after the cascade.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Node] = field(default_factory=list)
    text: str = ""
    style: dict[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


class Mistake(Exception):
    """A mistake at a node; :func:`samenspel.draw.svg.convert` adds the file's name."""

    def __init__(self, code: str, message: str, remedy: str, line: int = 0) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy, self.line = code, message, remedy, line

    def located(self, file: str) -> ContentError:
        """The mistake as the error that makers see."""
        place = Location(file, self.line)
        error = ContentError.of(self.code, self.message, place, remedy=self.remedy)
        assert isinstance(error, ContentError)
        return error


class _BareDoctype(Exception):
    """A doctype that declares nothing ends at this byte."""

    def __init__(self, end: int) -> None:
        super().__init__(end)
        self.end = end


class _Declaring(Exception):
    """A doctype that declares things reaches over this byte."""

    def __init__(self, place: int, line: int) -> None:
        super().__init__(place)
        self.place, self.line = place, line


class _Builder:
    """Receives expat's events and builds the tree."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        line = self.parser.CurrentLineNumber
        if self.count > MAX_ELEMENTS:
            raise _complex(
                say("it has more than {max_elements} elements", max_elements=MAX_ELEMENTS), line
            )
        if len(self.stack) >= MAX_DEPTH:
            raise _complex(
                say("its elements are nested more than {max_depth} deep", max_depth=MAX_DEPTH), line
            )
        node = Node(_bare(name), _plain_attributes(attributes), line)
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node
        self.stack.append(node)

    def end(self, _name: str) -> None:
        self.stack.pop()

    def text(self, data: str) -> None:
        self.stack[-1].text += data

    def doctype(self, _name: str, _system: object, _public: object, declares: int) -> None:
        if declares:
            raise _Declaring(self.parser.CurrentByteIndex, self.parser.CurrentLineNumber)
        # expat calls this at the doctype's closing >
        raise _BareDoctype(self.parser.CurrentByteIndex)

    def instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise Mistake(
                "svg-external",
                "the drawing takes its styles from another file",
                "save the drawing with its styles inside",
                self.parser.CurrentLineNumber,
            )


def _complex(message: str, line: int = 0) -> Mistake:
    return Mistake("svg-too-complex", message, "simplify the drawing", line)


def _doctype(line: int) -> Mistake:
    return Mistake(
        "svg-doctype",
        "the drawing's <!DOCTYPE> declares things between [ and ] that are more than short names "
        "for texts; through such a file can blow itself up or read others",
        "delete the <!DOCTYPE … ]> part, or save again as plain SVG",
        line,
    )


def _bare(name: str) -> str:
    return name.removeprefix(SVG + " ")


def _plain_attributes(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes without a namespace; ``xlink:href`` and ``xml:lang`` become such ones."""
    own = {name: value for name, value in attributes.items() if " " not in name}
    link = attributes.get(XLINK + " href")
    if link is not None:
        own.setdefault("href", link)
    language = attributes.get(XML + " lang")
    if language is not None:
        own["lang"] = language
    return own


def read(data: bytes) -> Node:
    """The root of an SVG file's tree.

    Raises Mistake: ``svg-too-large``, ``svg-doctype``, ``svg-external``, ``svg-too-complex``,
    ``svg-unreadable``, ``svg-not-svg``.
    """
    if len(data) > MAX_BYTES:
        raise Mistake(
            "svg-too-large",
            say(
                "the drawing is {count:.0f} MB; the limit is {max_bytes:.0f} MB",
                count=len(data) / 1000000.0,
                max_bytes=MAX_BYTES / 1000000.0,
            ),
            "simplify it, or save it as a PNG of 300 ppi at its printed size",
        )
    try:
        return _checked(_parsed(data))
    except _BareDoctype as found:
        rest = _without_doctype(data, found.end)
    except _Declaring as found:
        written = with_entities_written_out(data, found.place)
        if written is None:
            raise _doctype(found.line) from found
        rest = written
    try:
        return _checked(_parsed(rest))
    except (_BareDoctype, _Declaring) as error:
        raise _doctype(0) from error


def _without_doctype(data: bytes, end: int) -> bytes:
    """The file without the doctype that closes at ``end``; its line breaks stay, for messages."""
    codec = "utf-16-be" if data[end : end + 1] == b"\0" else "latin-1"
    if data[end : end + 2] == b">\0":
        codec = "utf-16-le"
    start = data.rfind("<!DOCTYPE".encode(codec), 0, end)
    if start < 0:
        raise _doctype(0)
    breaks = len(_BREAK.findall(data[start:end].decode(codec, "replace")))
    return data[:start] + ("\n" * breaks).encode(codec) + data[end + len(">".encode(codec)) :]


def _parsed(data: bytes) -> Node | None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    builder = _Builder(parser)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.ProcessingInstructionHandler = builder.instruction
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 0)
        raise Mistake(
            "svg-unreadable",
            say("the drawing is no well-formed XML: {error}", error=error),
            "open it in a drawing program and save it again as SVG",
            line,
        ) from error
    return builder.root


def _checked(root: Node | None) -> Node:
    if root is None or root.tag != "svg":
        name = root.tag if root else "nothing"
        raise Mistake(
            "svg-not-svg",
            say("the file's outermost element is {name!r}, not SVG's own <svg>", name=name),
            say('give the outermost <svg> the attribute xmlns="{space}"', space=SVG),
            root.line if root else 0,
        )
    return root


_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_SPECIAL = re.compile(r'[&<>"\n\t]')


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], text)


def serialise(root: Node) -> str:
    """The tree as SVG again, of nothing but what was read and checked, without foreign elements."""
    parts: list[str] = []
    _write(root, parts, f' xmlns="{SVG}"')
    return "".join(parts)


def _write(node: Node, parts: list[str], extra: str = "") -> None:
    if " " in node.tag or node.tag in ASIDE:
        return
    attributes = "".join(f' {name}="{_escape(value)}"' for name, value in node.attributes.items())
    parts.append(f"<{node.tag}{extra}{attributes}>")
    for child in node.children:
        _write(child, parts)
    parts.append(f"</{node.tag}>")
