"""No JavaScript, actions or attachments."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry, kind, listed
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.annotation import lies_inside
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.page import PageView
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    names = entry(document.root, "/Names")
    for key, what in (("/JavaScript", "JavaScript"), ("/EmbeddedFiles", "attached files")):
        if entry(names, key) is not None:
            yield Problem(say("the file has {what}", what=what), subject=what)
    for what in _does(entry(document.root, "/OpenAction")):
        message = say("the file acts on opening: {what}", what=what)
        yield Problem(message, subject="OpenAction", subject_named=False)
    for key in ("/AA", "/AF", "/Collection"):
        if key in document.root:
            message = say("the file has {what}", what=WORDS[key])
            yield Problem(message, subject=key[1:], subject_named=False)
    for item in _bookmarks(entry(document.root, "/Outlines")):
        for what in _does(item):
            yield Problem(say("a bookmark acts: {what}", what=what), subject=what)
    for page in document.pages:
        for key in ("/AA", "/AF"):
            if key in page.obj:
                message = say("the page has {what}", what=WORDS[key])
                yield page.problem(message, subject=key[1:], named=False)
        for what in _acting(page):
            message = say("an annotation beside the page acts: {what}", what=what)
            yield page.problem(message, subject=what)


def _acting(page: PageView) -> Iterator[str]:
    """What annotations outside the bleed do; ``annotations`` reports all that lie inside."""
    for note in listed(entry(page.obj, "/Annots")):
        if lies_inside(page, note):
            continue
        if kind(note) in CARRIERS:
            yield kind(note)
        own = entry(note, "/AA")
        triggered = own.items() if isinstance(own, pikepdf.Dictionary) else ()
        for action in (entry(note, "/A"), *(value for _, value in triggered)):
            yield from _does(action)


def _does(action: pikepdf.Object | None) -> Iterator[str]:
    """What an action and those after it do (12.6.2), but for going to another page."""
    waiting = [action]
    for _ in range(MAX_ACTIONS):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, pikepdf.Dictionary):
            if (what := kind(one, "/S")) not in ("", "GoTo"):
                yield what
            waiting.append(entry(one, "/Next"))
        elif isinstance(one, pikepdf.Array) and one is not action:
            waiting += listed(one)


def _bookmarks(outlines: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    """The actions of all bookmarks, however they lead to each other."""
    waiting, seen = [entry(outlines, "/First")], set()
    while waiting:
        item = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        action = entry(item, "/A")
        if action is not None:
            yield action
        waiting += [entry(item, "/Next"), entry(item, "/First")]


MAX_ACTIONS = 50
"""Actions that are followed from one; they may lead back to themselves."""
CARRIERS = ("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D")
"""Annotations that carry another file."""
WORDS = {"/AA": "additional actions", "/AF": "attached files", "/Collection": "a portfolio"}


CHECK = Check(
    id="javascript",
    title="No JavaScript, actions or attachments",
    rationale="A file for a press does nothing by itself; programs refuse files that might.",
    remedy="remove scripts, actions and attached files",
    source="PDF/X",
    run=_run,
)
