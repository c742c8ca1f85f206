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
from samenspel.printable import sentence
from samenspel.saying import say
from samenspel.speaking import ENGLISH, spoken

SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
MAX_LINES = 12


def as_markdown(report: PreflightReport, language: str = ENGLISH) -> str:
    """The report in the reader's language: a heading a file, what breaks which rule, and where."""
    return _Markdown(language).whole(report)


class _Markdown:
    """The report in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def _w(self, text: str) -> str:
        """Words in the reader's language; a file's own may not become markup."""
        said = spoken(text, self._language).replace("\n", " ")
        return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", said)

    def whole(self, report: PreflightReport) -> str:
        """All of it."""
        against = say("Held against {against}.", against=report.against)
        lines = ["# Preflight", "", self._w(against)]
        for file in report.files:
            lines += ["", *self._file(file)]
        return "\n".join(lines) + "\n"

    def _file(self, file: FileReport) -> Iterator[str]:
        yield f"## {self._w(file.file)}"
        yield ""
        if file.unreadable is not None:
            yield f"❌ **{self._w(file.unreadable.message)}**; {self._w(file.unreadable.remedy)}."
            return
        yield " · ".join(map(self._w, facts(file)))
        yield ""
        yield f"**{sentence(self._w(verdict_line(file)))}**"
        for group in file.groups:
            yield ""
            yield from self._group(group)

    def _group(self, group: Group) -> Iterator[str]:
        yield f"### {SIGNS[group.severity]} {self._w(group.title)} (`{group.check}`)"
        yield ""
        messages = group.messages
        for message, same in messages[:MAX_LINES]:
            yield f"- {self._w(message)} ({self._w(places(same))})"
        if len(messages) > MAX_LINES:
            yield f"- {self._w(say('and {count} more', count=len(messages) - MAX_LINES))}"
        if group.remedy:
            yield ""
            yield f"→ {sentence(self._w(group.remedy))}"
