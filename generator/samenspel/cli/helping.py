"""The commands' own texts and click's in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from copy import copy
from importlib import import_module
from typing import TypeVar

import click

from samenspel.cli.tongue import OPTION, here, language
from samenspel.speaking import ENGLISH, languages

Described = TypeVar("Described", bound=click.Command)

_OF_CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
"""The modules of click that say something; each asks gettext under the names below."""

_NAMES_IN_CAPITALS = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})*")


class Later(MutableMapping[str, click.Command]):
    """Commands by name, each made when it is asked for: a run pays for the one that it carries out.
    """

    def __init__(self, names: Iterable[str], make: Callable[[str], click.Command]) -> None:
        """``make`` gives the command of a name."""
        self._make = make
        self._made: dict[str, click.Command | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> click.Command:
        """The command of that name. KeyError when there is none."""
        found = self._made[name] or self._make(name)
        self._made[name] = found
        return found

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Put a command in."""
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        """Take a command out."""
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in their order."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)


def ui_option() -> click.Option:
    """``--ui``, as every command has it; ``tongue`` has read it before the line is parsed."""
    return click.Option(
        [OPTION], type=click.Choice(languages()), expose_value=False,
        help="The language that samenspel speaks to you in.  [default: the project's, or else "
        "your system's]",
    )  # fmt: skip


def with_ui(command: Described) -> Described:
    """The command and all below it, each with ``--ui``."""
    command.params.append(ui_option())
    if isinstance(command, click.Group):
        for part in command.commands.values():
            with_ui(part)
    return command


def translated(command: Described) -> Described:
    """A copy of a command and of all below it, with help in the language of this run."""
    if language() == ENGLISH:
        return command
    _teach_click()
    return _Rewording(here).command(command)


def texts_of(command: click.Command) -> list[str]:
    """Every text of a command and of all below it, as it is looked up to be translated."""
    found: list[str] = []

    def noted(text: str) -> str:
        found.append(text)
        return text

    _visit(_Rewording(noted).command(command))
    return list(dict.fromkeys(found))


def _visit(command: click.Command) -> None:
    """Have a command and all below it made."""
    for part in command.commands.values() if isinstance(command, click.Group) else ():
        _visit(part)


class _Rewording:
    """Commands with every text of theirs changed by one function; the commands given stay."""

    def __init__(self, word: Callable[[str], str]) -> None:
        self._word = word

    def command(self, given: Described) -> Described:
        """A copy of a command and of all below it."""
        own = copy(given)
        own._help_option = None  # click keeps the one that it made for whoever asked first
        own.help = self._paragraphs(given.help)
        own.short_help = self._one(given.short_help)
        own.epilog = self._paragraphs(given.epilog)
        own.options_metavar = self._in_capitals(given.options_metavar or "")
        context = click.Context(given)
        own.params = [self._parameter(one, context) for one in given.params]
        if isinstance(own, click.Group) and isinstance(given, click.Group):
            own.subcommand_metavar = self._in_capitals(own.subcommand_metavar or "")
            parts = given.commands
            own.commands = Later(parts, lambda name: self.command(parts[name]))
        return own

    def _parameter(self, given: click.Parameter, context: click.Context) -> click.Parameter:
        own = copy(given)
        if isinstance(own, click.Option):
            own.help = self._one(own.help)
        if not isinstance(given, click.Option) or not (given.is_flag or given.count):
            own.metavar = self._in_capitals(given.make_metavar(context))
        return own

    def _in_capitals(self, metavar: str) -> str:
        """``[FOLDER]`` with the word for it."""
        return _NAMES_IN_CAPITALS.sub(lambda found: self._word(found[0]), metavar)

    def _one(self, text: str | None) -> str | None:
        return self._word(text) if text else text

    def _paragraphs(self, text: str | None) -> str | None:
        """A text of several paragraphs, each looked up as one line; examples line by line.

        So a translator needs no line breaks, and a change in one paragraph leaves the others.
        """
        if not text:
            return text
        return "\n\n".join(
            "\n".join(map(self._example, part.split("\n")))
            if part.startswith("\b")
            else self._word(" ".join(part.split()))
            for part in text.split("\n\n")
        )

    def _example(self, line: str) -> str:
        """A line of the examples: what stands behind a command is translated, in its column."""
        example = re.fullmatch(r"(  samenspel .*?  +)(\S.*)", line)
        if example:
            return example[1] + self._word(example[2])
        said = line.strip("\b ")
        return self._word(line) if said and not line.startswith("  ") else line


def _teach_click() -> None:
    """Let click ask here for its own words (``Usage:``, ``No such option``).

    click looks its texts up with gettext, in files of a folder on disk and by the locale alone;
    what it looks them up with is all that can be replaced.
    """
    for name in _OF_CLICK:
        vars(import_module(f"click.{name}")).update(_=here, ngettext=_in_number)


def _in_number(one: str, many: str, count: int) -> str:
    """gettext's ``ngettext`` for click's texts, which click fills in itself."""
    from samenspel.speaking import catalogue

    english = one if count == 1 else many
    if language() == ENGLISH:
        return english
    return catalogue(language()).form(one, many, count) or english
