"""The report as Markdown, to put into an issue or an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.inspecting.report import (
    FileReport,
    Group,
    PreflightReport,
    facts,
    places,
    verdict_line,
)

SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
MAX_LINES = 12


def as_markdown(report: PreflightReport) -> str:
    """The report: a heading a file, a list of what breaks which rule, and where."""
    lines = ["# Preflight", "", f"Held against `{report.against}`."]
    for file in report.files:
        lines += ["", *_file(file)]
    return "\n".join(lines) + "\n"


def _file(file: FileReport) -> Iterator[str]:
    yield f"## {_plain(file.file)}"
    yield ""
    if file.unreadable is not None:
        yield f"❌ **{_plain(file.unreadable.message)}**; {file.unreadable.remedy}."
        return
    yield _plain(" · ".join(facts(file)))
    yield ""
    yield f"**{verdict_line(file).capitalize()}.**"
    for group in file.groups:
        yield ""
        yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    sign = SIGNS[group.severity]
    yield f"### {sign} {group.title} (`{group.check}`)"
    yield ""
    messages = group.messages
    for message, same in messages[:MAX_LINES]:
        yield f"- {_plain(message)} ({places(same)})"
    if len(messages) > MAX_LINES:
        yield f"- and {len(messages) - MAX_LINES} more"
    if group.remedy:
        yield ""
        yield f"→ {_plain(group.remedy[:1].upper() + group.remedy[1:])}."


def _plain(text: str) -> str:
    """A file's own words may not become markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text.replace("\n", " "))
