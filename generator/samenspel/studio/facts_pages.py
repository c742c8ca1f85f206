"""Facts about a region: partners, tables where they meet, and numbers with date and source."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from samenspel.diagnostics import Diagnostic
from samenspel.errors import SamenspelError
from samenspel.layers.applying import region_nodes, tongue_of
from samenspel.layers.shapes import BASE
from samenspel.model.region import KINDS_OF_REGION, ROLES
from samenspel.offer import languages_of
from samenspel.project import Project
from samenspel.saying import say
from samenspel.studio.changing import ANY, changed_meanwhile, changing
from samenspel.studio.desk import EDITION, Desk
from samenspel.studio.offer import offer_of
from samenspel.studio.own_values import with_values
from samenspel.yaml.nodes import Path, plain
from samenspel.yaml.scalars import Bare

ROOM = "facts"
FACTS = f"/{ROOM}{EDITION}"
TEXTS = ("issue", "example", "territory")
COUNTS = ("schools", "boards", "students", "companies")
PARTS = ("value", "date", "source")
LANGUAGES = "languages"
SEEN = "seen"
"""What all fields held when the page was made, so that only what was changed on it is saved."""
BARE = re.compile(r"0|[1-9][0-9]{0,8}|[12][0-9]{3}-[01][0-9]-[0-3][0-9]")
"""Numbers and days, which need no quotes in YAML."""
LISTS = ("own", "partners", "tables")
"""What has rows; each is one value."""
MORE = 3
"""Empty rows below the partners and the tables."""
FIELDS = 600
"""Of the form: a network has a hundred partners."""


class FactsPages:
    """One form with all facts of a region."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes = [
            Route(FACTS, self._facts),
            Route(f"{FACTS}/save", self._save, methods=["POST"]),
        ]

    def _facts(self, request: Request) -> Response:
        return self._page(request, None)

    def _page(
        self, request: Request, typed: Mapping[str, str] | None,
        problems: Sequence[Diagnostic] = (),
    ) -> Response:  # fmt: skip
        engine, choice, _ = self._desk.chosen(request)
        project = engine.project()
        now = _shown(project, choice.region)
        was = now if typed is None or typed.get(SEEN) == ANY else _seen(typed.get(SEEN, ""))
        said = now if typed is None else rebased(was, typed, now)
        return self._desk.page(
            "facts.html", 409 if problems else 200, choice=choice, to=choice.room(ROOM),
            offer=offer_of(project, choice.region), problems=problems, said=said, texts=TEXTS,
            seen=json.dumps(now, ensure_ascii=False),
            theirs={name: value for name, value in now.items()
                    if value not in (was.get(name, ""), said.get(name, ""))},
            spoken={name: name in languages_of(project, choice.region)
                    for name in project.languages} if choice.region != BASE else {},
            counts=COUNTS, parts=PARTS, roles=ROLES, kinds=KINDS_OF_REGION,
            partners=range(rows_in(said, "partners") + MORE),
            tables=range(rows_in(said, "tables") + 1), own=range(rows_in(said, "own") + 1),
        )  # fmt: skip

    async def _save(self, request: Request) -> Response:
        form = await request.form(max_fields=FIELDS, max_files=0)
        given = {name: " ".join(str(value).split()) for name, value in form.items()}
        spoken = [str(one) for one in form.getlist(LANGUAGES)]
        return await run_in_threadpool(self._saved, request, given, spoken)

    def _saved(
        self, request: Request, given: dict[str, str], spoken: Sequence[str]
    ) -> Response:
        engine, choice, _ = self._desk.chosen(request)
        try:
            with changing(engine, ANY) as change:  # each value has its own mark: what it was
                now = _shown(change.project, choice.region)
                was = now if given.get(SEEN) == ANY else _seen(given.get(SEEN, ""))
                if not was:  # a form without what it showed
                    raise changed_meanwhile()
                was = {**_without_rows(now), **was}
                said = [name for name in change.project.languages if name in spoken]
                if LANGUAGES in given and choice.region != BASE and said:
                    given = {**given, LANGUAGES: " ".join(said)}
                else:
                    given = {**given, LANGUAGES: was.get(LANGUAGES, "")}
                values, theirs = changed(was, given), changed(was, now)
                if any(path in theirs and theirs[path] != values[path] for path in values):
                    raise changed_meanwhile()
                files = with_values(engine, choice.region, values)
                what = self._desk.words(say("facts about the region"))
                change.write_whole(choice.region, files, what)
        except SamenspelError as error:
            return self._page(request, given, error.diagnostics)
        return RedirectResponse(choice.room(ROOM), 303)


def facts_of(project: Project, region: str) -> Mapping[str, Any]:
    """All that is said of a region, whoever says it, as plain data in its own language."""
    sources = project.sources
    tongue = project.source_language if region == BASE else tongue_of(sources, region)
    found: Mapping[str, Any] = plain(region_nodes(sources, tongue, region).info)
    return found


def flat(info: Mapping[str, Any]) -> dict[str, str]:
    """What a form shows of the facts, by the names of its fields."""
    facts = info.get("facts") or {}
    said = {name: str(facts.get(name) or "") for name in TEXTS}
    said["kind"] = str(info.get("kind") or "")
    contact = info.get("contact") or {}
    if not isinstance(contact, dict):
        contact = {"function": contact}
    said |= {f"contact.{part}": str(contact.get(part) or "") for part in ("function", "address")}
    for name in COUNTS:
        one = facts.get(name) or {}
        said |= {f"{name}.{part}": str(one.get(part) or "") for part in PARTS}
    for place, (name, one) in enumerate((facts.get("counts") or {}).items()):
        one = one if isinstance(one, dict) else {"value": one}
        said[f"own.{place}.name"] = str(name)
        said |= {f"own.{place}.{part}": str(one.get(part) or "") for part in PARTS}
    for place, partner in enumerate(facts.get("partners") or ()):
        one = partner if isinstance(partner, dict) else {"name": partner}
        said[f"partners.{place}.name"] = str(one.get("name") or "")
        said[f"partners.{place}.role"] = str(one.get("role") or "")
    for place, table in enumerate(facts.get("tables") or ()):
        said[f"tables.{place}.name"] = str(table.get("name") or "")
        said[f"tables.{place}.seats"] = ", ".join(map(str, table.get("seats") or ()))
        said[f"tables.{place}.about"] = str(table.get("about") or "")
    return said


def rows_in(said: Mapping[str, str], what: str) -> int:
    """How many rows of a list are filled in."""
    filled = [name.split(".")[1] for name, value in said.items() if value and name[0] == what[0]
              and name.startswith(f"{what}.")]  # fmt: skip
    places = [int(one) for one in filled if one.isdecimal() and len(one) < 4]
    return min(max(places, default=-1) + 1, FIELDS // 4)


def _shown(project: Project, region: str) -> Mapping[str, str]:
    """All that the form shows now."""
    said = flat(facts_of(project, region))
    return {**said, LANGUAGES: " ".join(languages_of(project, region))}


def _seen(text: str) -> Mapping[str, str]:
    """What a form was filled in with, as its page says; nothing without it."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    return {str(name): str(value) for name, value in found.items()} \
        if isinstance(found, dict) else {}  # fmt: skip


def _without_rows(said: Mapping[str, str]) -> dict[str, str]:
    return {name: one for name, one in said.items() if name.partition(".")[0] not in LISTS}


def rebased(
    was: Mapping[str, str], given: Mapping[str, str], now: Mapping[str, str]
) -> dict[str, str]:
    """A form that was filled in over what somebody saw, over what there is now.

    What was not touched on it is as it is now; of a list all rows together.
    """

    def rows(said: Mapping[str, str], what: str) -> dict[str, str]:
        return {name: value for name, value in said.items()
                if value and name.startswith(f"{what}.")}  # fmt: skip

    made = {name: now.get(name, "") if value == was.get(name, "") else value
            for name, value in given.items() if name.partition(".")[0] not in LISTS}  # fmt: skip
    for what in LISTS:
        mine = rows(given, what)
        made |= rows(now, what) if mine == rows(was, what) else mine
    return made


def changed(was: Mapping[str, str], given: Mapping[str, str]) -> dict[Path, Any]:
    """The values of a form that are not what they were; an empty one is to go."""
    now = {name: given.get(name, "") for name in was}
    values: dict[Path, Any] = {}
    if now.get(LANGUAGES, "") != was.get(LANGUAGES, ""):
        values[LANGUAGES,] = now[LANGUAGES].split()
    for name in ("kind", *TEXTS):
        if now[name] != was[name]:
            values[("kind",) if name == "kind" else ("facts", name)] = now[name]
    both = [f"contact.{part}" for part in ("function", "address")]
    if any(now[name] != was[name] for name in both):
        said = {name.partition(".")[2]: now[name] for name in both if now[name]}
        values["contact",] = said
    for name in COUNTS:
        fields = [f"{name}.{part}" for part in PARTS]
        if any(now[field] != was[field] for field in fields):
            values |= _count(name, now)
    if (counts := _own_counts(given)) != _own_counts(was):
        values["facts", "counts"] = counts
    for what, listed in (("partners", _partners(given)), ("tables", _tables(given))):
        before = _partners(was) if what == "partners" else _tables(was)
        if listed != before:
            values["facts", what] = listed
    return values


def _count(name: str, now: Mapping[str, str]) -> dict[Path, Any]:
    """A number, by its parts, so that what stands beside it in the file stays; or that it goes."""
    if not now[f"{name}.value"]:
        return {("facts", name): None}
    parts = {part: now[f"{name}.{part}"] for part in PARTS}
    parts["value"] = parts["value"].replace(".", "").replace(" ", "")
    return {("facts", name, part): bare(value) for part, value in parts.items()}


def bare(value: str) -> str:
    """A number or a day as it stands in YAML without quotes; anything else as it is."""
    return Bare(value) if BARE.fullmatch(value) else value


def _own_counts(given: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Numbers under names of the maker's own, as texts of its region may use them."""
    found: dict[str, dict[str, str]] = {}
    for place in range(rows_in(given, "own")):
        said = {part: given.get(f"own.{place}.{part}", "") for part in ("name", *PARTS)}
        if (name := said.pop("name")) and said["value"]:
            found[name] = {part: bare(value) for part, value in said.items() if value}
    return found


def _partners(given: Mapping[str, str]) -> list[Any]:
    found: list[Any] = []
    for place in range(rows_in(given, "partners")):
        name = given.get(f"partners.{place}.name", "")
        role = given.get(f"partners.{place}.role", "")
        if name:
            found.append({"name": name, "role": role} if role else name)
    return found


def _tables(given: Mapping[str, str]) -> list[Any]:
    found: list[Any] = []
    for place in range(rows_in(given, "tables")):
        name, seats, about = (
            given.get(f"tables.{place}.{part}", "") for part in ("name", "seats", "about")
        )
        if name:
            listed = [one.strip() for one in seats.split(",") if one.strip()]
            one = {"name": name, "seats": listed, "about": about}
            found.append({key: value for key, value in one.items() if value})
    return found
