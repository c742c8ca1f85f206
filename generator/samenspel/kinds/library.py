"""The kinds and sets that a deck may use: its own, those of its base, those of samenspel.

Each file is read when something asks for it, so a deck pays for the kinds that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.errors import ContentError
from samenspel.gate import folder_names
from samenspel.kinds.reading import kind_of
from samenspel.kinds.sets import set_of
from samenspel.model.kind import ChoiceSet, Kind
from samenspel.model.places import key_of
from samenspel.problems import Problems
from samenspel.saying import say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node

SHIPPED = Path(__file__).resolve().parent.parent / "presets"
"""Where samenspel's own kinds and sets are."""

KINDS, SETS, SHARED = "kinds", "sets", "kinds/parts"


@cache
def shipped() -> Library:
    """What samenspel brings, without any deck's own."""
    return Library()


class Library:
    """Kinds and sets by name. A name that is there but whose file is broken gives ``None``."""

    def __init__(self, roots: Sequence[Path] = ()) -> None:
        """``roots`` are the projects whose own files go before samenspel's, the nearest first."""
        self.roots = tuple(dict.fromkeys((*roots, SHIPPED)))
        self.problems: list[Diagnostic] = Problems()
        self._files: dict[str, dict[str, Path]] = {}
        self._documents: dict[tuple[str, str], Node | None] = {}
        self._kinds: dict[str, Kind | None] = {}
        self._sets: dict[str, ChoiceSet | None] = {}

    def files(self, folder: str) -> dict[str, Path]:
        """Which root each name of a folder is found in, samenspel's own first."""
        if folder not in self._files:
            found: dict[str, Path] = {}
            for root in reversed(self.roots):
                for name in _names(root, folder, self.problems):
                    found[name] = root
            self._files[folder] = found
        return self._files[folder]

    @property
    def kind_names(self) -> tuple[str, ...]:
        """The names of all kinds, samenspel's own first."""
        return tuple(self.files(KINDS))

    @property
    def kinds(self) -> Iterator[Kind]:
        """All kinds that can be read."""
        return (kind for name in self.kind_names if (kind := self.kind(name)))

    def kind(self, name: str) -> Kind | None:
        """The kind of that name; ``None`` when there is none, or when its file has mistakes."""
        if name not in self._kinds:
            self._kinds[name] = None  # a kind that extends itself is met here
            self._kinds[name] = self._known(name) or self._read(name)
        return self._kinds[name]

    def _known(self, name: str) -> Kind | None:
        """samenspel's own kind, read once a process for all decks that change nothing it is of."""
        if self.roots == (SHIPPED,) or self._replaces:
            return None
        return shipped().kind(name) if self.files(KINDS).get(name) == SHIPPED else None

    @property
    def _replaces(self) -> bool:
        """Whether a file of the deck's own stands before one of samenspel's."""
        return any(
            self.files(folder)[name] != SHIPPED
            for folder in (KINDS, SETS, SHARED)
            for name in shipped().files(folder)
        )

    def _read(self, name: str) -> Kind | None:
        node = self.document(KINDS, name)
        return kind_of(name, node, self, self.problems) if node else None

    def set(self, name: str) -> ChoiceSet | None:
        """The set of that name, as ``kind``."""
        if name not in self._sets:
            node = self.document(SETS, name)
            self._sets[name] = set_of(name, node, self.problems) if node else None
        return self._sets[name]

    def is_shipped_set(self, name: str) -> bool:
        """True for a set that samenspel brings and that the deck does not replace."""
        return self.files(SETS).get(name) == SHIPPED

    def named_set(self, node: Node) -> ChoiceSet | None:
        """The set that a node names; one that is not there is reported."""
        if node.text not in self.files(SETS):
            message = say('there is no set "{text}"', text=node.text)
            near = near_match(node.text, self.files(SETS))
            self.problems.append(
                Diagnostic("set-unknown", message, node.location, key_of(node.path), near)
            )
        return self.set(node.text)

    def shared(self, node: Node) -> Node | None:
        """The items of the shared part that a node names; one that is not there is reported."""
        file = self.document(SHARED, node.text)
        items = file.get("items") if file else None
        if node.text not in self.files(SHARED):
            message = say('there is no shared part "{text}"', text=node.text)
            near = near_match(node.text, self.files(SHARED))
            self.problems.append(
                Diagnostic("design-part-unknown", message, node.location, key_of(node.path), near)
            )
        elif file is not None and (items is None or not isinstance(items.value, tuple)):
            self.problems.append(
                Diagnostic("field-missing", 'the key "items" is missing', file.location, "items",
                           "list what the part is made of")
            )  # fmt: skip
            return None
        return items

    def document(self, folder: str, name: str) -> Node | None:
        """What the file of a name says; ``None`` when there is none, or when it is no YAML."""
        key = folder, name
        if key not in self._documents:
            root = self.files(folder).get(name)
            file = f"{folder}/{name}.yaml"
            self._documents[key] = read_document(root, file, self.problems) if root else None
        return self._documents[key]

    def documents_of(self, kinds: Iterable[str], sets: Iterable[str] = ()) -> dict[str, Node]:
        """These kinds and sets, and every file that they may be made of, by its name.

        What kinds extend, the sets that they choose from, and all shared parts, for a shared part
        may use others.
        """
        found: dict[str, Node] = {}
        todo = [(KINDS, name) for name in kinds] + [(SETS, name) for name in sets]
        todo += [(SHARED, name) for name in self.files(SHARED)]
        while todo:
            folder, name = todo.pop()
            node = self.document(folder, name)
            if node is None or f"{folder}/{name}" in found:
                continue
            found[f"{folder}/{name}"] = node
            parent = node.get("extends")
            todo += [(KINDS, parent.text)] if folder == KINDS and parent else []
            kind = self.kind(name) if folder == KINDS else None
            todo += [(SETS, one) for one in (kind.sets if kind else ())]
        return found

    def files_of(self, kinds: Iterable[str]) -> dict[str, Path]:
        """The files of ``documents_of`` below the root that each stands in."""
        names = (key.rpartition("/") for key in self.documents_of(kinds))
        return {f"{folder}/{name}.yaml": self.files(folder)[name] for folder, _, name in names}

    @property
    def words(self) -> dict[str, Node]:
        """The fixed words and the names of choices that a deck's own kinds and sets bring.

        Choices are called ``suits.A``, after their set. samenspel's own words are furniture words.
        """
        found: dict[str, Node] = {}
        for name, root in self.files(KINDS).items():
            node = self.document(KINDS, name) if root != SHIPPED else None
            labels = node.get("labels") if node else None
            found.update(labels.entries if labels else {})
        for name, root in self.files(SETS).items():
            node = self.document(SETS, name) if root != SHIPPED else None
            choices = node.get("choices") if node else None
            for key, one in (choices.entries if choices else {}).items():
                said = one.get("name") or Node(key[:1].upper() + key[1:], one.location, one.path)
                found[f"{name}.{key}"] = said
        return {key: one for key, one in found.items() if one.text}

    def check_own(self, root: Path) -> None:
        """Read every file of a project's own, to find the mistakes in those that no card uses."""
        for name, home in self.files(SETS).items():
            if home == root:
                self.set(name)
        for name, home in self.files(KINDS).items():
            if home == root:
                self.kind(name)


def _names(root: Path, folder: str, problems: list[Diagnostic]) -> list[str]:
    try:
        names = folder_names(root, folder)
    except ContentError as error:
        problems.extend(error.diagnostics)
        return []
    return [name.removesuffix(".yaml") for name in names if name.endswith(".yaml")]
