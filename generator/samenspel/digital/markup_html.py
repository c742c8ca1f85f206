"""The small markup of texts as HTML; nothing that a text holds becomes a tag of its own."""

from __future__ import annotations

import re
from html import escape

from samenspel.markup import Paragraph, Run, paragraphs

ADDRESS = re.compile(
    r"(?P<url>https?://(?:(?!&(?:quot|lt|gt|#x27);)[^\s<>])*(?<=[\w/]))"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
"""What is printed as an address, of the web or of mail, in a text that is HTML."""
SOFT_HYPHEN = "\u00ad"


def inline(text: str) -> str:
    """A text within a line: its paragraphs joined by spaces."""
    return " ".join("".join(map(_run, one.runs)) for one in paragraphs(text))


def flow(text: str) -> str:
    """A text as paragraphs and lists."""
    out: list[str] = []
    items: list[Paragraph] = []
    for one in paragraphs(text):
        if one.label:
            items.append(one)
            continue
        out += _listed(items)
        items = []
        out.append(f"<p>{''.join(map(_run, one.runs))}</p>")
    return "".join([*out, *_listed(items)])


def linked(html: str) -> str:
    """The same with its addresses as links, which no printed page can have."""
    return ADDRESS.sub(_link, html)


def _link(found: re.Match[str]) -> str:
    scheme = "mailto:" if found["mail"] else ""
    return f'<a href="{scheme}{found[0]}">{found[0]}</a>'


def _listed(items: list[Paragraph]) -> list[str]:
    if not items:
        return []
    tag = "ol" if items[0].label[0].isdigit() else "ul"
    rows = "".join(f"<li>{''.join(map(_run, one.runs))}</li>" for one in items)
    return [f"<{tag}>{rows}</{tag}>"]


def _run(run: Run) -> str:
    text = escape(run.text.replace(SOFT_HYPHEN, ""))
    text = f"<em>{text}</em>" if run.italic else text
    return f"<strong>{text}</strong>" if run.bold else text
