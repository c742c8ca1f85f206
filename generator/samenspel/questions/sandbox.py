"""Jinja2, as far as a deck's texts need it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
)
from jinja2.nodes import Template as Tree
from jinja2.sandbox import ImmutableSandboxedEnvironment

from samenspel.bounds import PRINTED, STEPS, TEMPLATE
from samenspel.model.writing import MARKS
from samenspel.questions.checking import Mistake, mistakes
from samenspel.questions.context import AbsentFactError
from samenspel.questions.filters import (
    RefusedError,
    date_text,
    make_filters,
    number_text,
)
from samenspel.questions.steps import LOOP, TooManyStepsError, begin, looped, with_counted_loops
from samenspel.questions.tongues import tongue
from samenspel.saying import say

_LEFT_OVER = (*MARKS, "}}", "%}", "#}")
_TESTS = ("defined", "undefined", "none", "odd", "even", "number", "string", "divisibleby", "in")


class TemplateMistakesError(Exception):
    """A template that cannot be filled in, with everything that is wrong in it."""

    def __init__(self, found: list[Mistake]) -> None:
        """Keep the mistakes."""
        super().__init__("; ".join(mistake.message for mistake in found))
        self.found = found


def fill_in(source: str, language: str, context: Mapping[str, Any]) -> str:
    """The text with its templates filled in. Raises TemplateMistakesError."""
    if not any(mark in source for mark in _LEFT_OVER):
        return source
    if len(source) > TEMPLATE:
        raise _one(
            "template-too-long",
            say("the text is longer than {template} characters", template=TEMPLATE),
            "shorten it",
        )
    found = mistakes(_environment(language), _parsed(source, language), context)
    if found:
        raise TemplateMistakesError(found)
    return _checked(_run(_compiled(source, language), context))


def _checked(text: str) -> str:
    left = next((mark for mark in _LEFT_OVER if mark in text), None)
    if left:
        remedy = "write {{ name }} with two braces at both ends"
        raise _one(
            "template-left-over", say('"{left}" would be printed as it is', left=left), remedy, left
        )
    return text


def _one(code: str, message: str, remedy: str, name: str = "", line: int = 1) -> Any:
    return TemplateMistakesError([Mistake(code, message, remedy, line, name)])


@lru_cache(maxsize=8)
def _environment(language: str) -> ImmutableSandboxedEnvironment:
    row = tongue(language)

    def finalize(value: Any) -> Any:
        if isinstance(value, date):
            return date_text(value, row)
        if isinstance(value, bool) or not isinstance(value, (str, int, float, Undefined)):
            str(value)  # a list or a whole says better what to do
            raise RefusedError("this value cannot be printed; print a name, a number or a text")
        return number_text(value, row) if isinstance(value, int) else value

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, finalize=finalize, cache_size=0
    )
    environment.globals.clear()
    environment.filters = {**make_filters(row), LOOP: looped}
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    return environment


_CLOSED_BY = {"{{": "}}", "{%": "%}", "{#": "#}"}


def _unclosed(source: str) -> tuple[str, str] | None:
    """The first sign that is opened and not closed before the next, with the words after it."""
    for found in re.finditer(r"\{[{%#]", source):
        rest = re.split(r"\{[{%#]", source[found.end() :], maxsplit=1)[0]
        if _CLOSED_BY[found[0]] not in rest:
            words = " ".join(source[found.start() :].split())
            return found[0], words[:40] + ("…" if len(words) > 40 else "")
    return None


@lru_cache(maxsize=2048)
def _parsed(source: str, language: str) -> Tree:
    try:
        return _environment(language).parse(source)
    except TemplateSyntaxError as error:
        message = say(
            "the template is not written well: {value}", value=error.message or "unknown reason"
        )
        remedy = "look for {{ without }}, {% if %} without {% endif %}, or a forgotten quote"
        said = error.message or ""
        if block := re.search(r"innermost block that needs to be closed is '(\w+)'", said):
            message = say("{{% {block} %}} is opened and never ended", block=block[1])
            remedy = say("write {{% end{block} %}} where it ends", block=block[1])
        elif tag := re.search(r"unknown tag '(\w+)'", said):
            message = say("there is no {{% {tag} %}}", tag=tag[1])
            remedy = "a text knows {% if … %}, {% else %}, {% endif %}, {% for … %}, {% endfor %}"
        if (opened := _unclosed(source)) is not None:
            sign, words = opened
            message = say("{sign} is opened and never closed: {words}", sign=sign, words=words)
            remedy = say(
                "close it with {closed_by}, as in {{{{ regio.naam }}}}", closed_by=_CLOSED_BY[sign]
            )
        raise _one("template-syntax", message, remedy, line=error.lineno) from error
    except (RecursionError, ValueError, OverflowError) as error:
        raise _too_complex() from error


@lru_cache(maxsize=2048)
def _compiled(source: str, language: str) -> Template:
    try:
        environment = _environment(language)
        return environment.from_string(with_counted_loops(environment.parse(source)))
    except (SyntaxError, RecursionError, MemoryError, ValueError, TemplateError) as error:
        raise _too_complex() from error


def _too_complex() -> Any:
    return _one("template-too-complex", "the template is nested too deeply", "make it simpler")


def _run(template: Template, context: Mapping[str, Any]) -> str:
    """The template's output, cut off with an error when it grows too long."""
    parts: list[str] = []
    length = 0
    begin()
    try:
        for part in template.generate(context):
            parts.append(part)
            length += len(part)
            if length > PRINTED:
                raise RefusedError(
                    say("the text becomes longer than {printed} characters", printed=PRINTED)
                )
    except RefusedError as error:
        raise _one("template-failed", str(error), "change the value or the filter") from error
    except AbsentFactError as error:
        raise _absent(error.fact) from error
    except TooManyStepsError as error:
        message = say("the template takes more than {steps} steps", steps=STEPS)
        remedy = "make it simpler, or its lists shorter"
        raise _one("template-too-complex", message, remedy) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        message = say("the template fails: {why}", why=_why(error))
        named = isinstance(error, LookupError | UndefinedError)
        remedy = "check the names in it" if named else "compare it with another card's text"
        raise _one("template-failed", message, remedy) from error
    return "".join(parts)


def _why(error: Exception) -> str:
    """The reason in a maker's words: Python's own names objects and functions."""
    return next((words for kind, words in _REASONS if isinstance(error, kind)), "it cannot be done")


_REASONS = (
    (UndefinedError, "it asks for a name or an item that is not there"),
    (LookupError, "it asks for an item that is not there"),
    (ArithmeticError, "it divides by nothing"),
    (TypeError, "a value is of another kind than is asked, or a filter lacks what belongs in ( )"),
    (ValueError, "a value is not what is asked"),
)


def _absent(fact: str) -> Any:
    """The error for a fact that this region does not give."""
    return _one(
        "template-absent-fact",
        say("this region gives no regio.{fact}", fact=fact),
        say(
            "give it in the region's file, or put {{% if regio.{fact} %}} … {{% endif %}} "
            "around it",
            fact=fact,
        ),
        fact,
    )
