"""The pages do what they say: commands and programs run as written, and links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from tests.contracts.pages import COMMENT, PAGES, blocks, inline, text
from tests.decks import ROOT

from samenspel import BuildRequest, Start, build_deck, export_texts, new_project
from samenspel.cli.main import HELP, app, run
from samenspel.starter.copying import copy_project

LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
PROGRAMS = ("README.md", *(page for page in PAGES[1:] if blocks(page, "python")))
DRAWN = "docs/cartoons.md"
"""Its program is drawn by the tests of the drawing kit."""


def commands(page: str) -> list[str]:
    """The command lines in a page's blocks, without what is said beside them."""
    lines = [line for block in blocks(page, "", "sh", "bash") for line in block.splitlines()]
    return [COMMENT.sub("", line) for line in lines if line.startswith("samenspel ")]


def test_the_commands_of_the_readme_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", str(tmp_path / "cache"))
    listed = commands("README.md")
    assert len(listed) >= 12
    for command in listed:
        code = run(shlex.split(command)[1:])
        assert code == 0, (command, capsys.readouterr())


def misread(words: list[str]) -> str:
    """What the command line says of a command that it cannot read; empty when it can."""
    command: click.Command = app
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, *words = words
        if name not in command.commands:
            return f"no such command: {name}"
        command = command.commands[name]
    try:
        command.make_context(command.name, words, **HELP)
    except click.exceptions.NoArgsIsHelpError:
        return ""
    except (click.MissingParameter, click.BadOptionUsage):
        return ""  # a command or an option that is only named
    except click.exceptions.Exit:
        return ""  # --version
    except click.UsageError as error:
        return "" if "does not exist" in error.message else error.message
    return ""


@pytest.mark.parametrize("page", PAGES)
def test_every_command_on_a_page_is_one(page: str) -> None:
    found = [*commands(page), *(code for code in inline(page) if code.startswith("samenspel "))]
    wrong = {line: misread(shlex.split(line.replace("[=]", ""))[1:]) for line in found}
    assert {line: why for line, why in wrong.items() if why} == {}


def test_the_commands_are_found() -> None:
    assert sum(len(commands(page)) for page in PAGES) > 50
    assert misread(["build", "--regoin", "x"]) and misread(["bild"]) and not misread(["build"])


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the programs of the pages begin with: a deck, its texts and a PDF."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", str(tmp_path / "cache"))
    return tmp_path


BEFORE = {
    "docs/texts.md": lambda: _texts(),
    "docs/languages.md": lambda: copy_project(Path("mijn-dek")),
    "docs/proofing.md": lambda: _cards(),
}
"""What must be there before a page's program runs."""


def _texts() -> None:
    new_project(Path("mijn-dek"), Start("Onderwijsregio Middenland"))
    request = BuildRequest(Path("output"), Path("mijn-dek"), regions=("all",))
    Path("deck.xlsx").write_bytes(export_texts(request).workbook)


def _cards() -> None:
    report = build_deck(BuildRequest(Path("output"), formats=("groot",), products=("cards",)))
    report.files[0].path.rename("cards.pdf")


@pytest.mark.usefixtures("workshop")
@pytest.mark.parametrize("page", [page for page in PROGRAMS if page != DRAWN])
def test_the_programs_of_a_page_run(page: str) -> None:
    BEFORE.get(page, lambda: None)()
    program = "\n".join(blocks(page, "python"))
    exec(compile(program, page, "exec"), {"__name__": page})
    if page in ("README.md", "docs/api.md"):
        assert any(Path.cwd().rglob("cards.pdf"))


def anchors(page: Path) -> set[str]:
    """What a heading may be linked by, as forges make it: small, without signs, with hyphens."""
    headings = re.findall(r"^#+ +(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {"#" + re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def test_links_in_the_docs_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "assets" / "README.md"]
    dead = []
    for page in pages:
        for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
            file = page.parent / target if target else page
            if not file.exists() or (anchor and anchor not in anchors(file)):
                dead.append(f"{page.relative_to(ROOT)}: {target}{anchor}")
    assert not dead


def test_the_readme_leads_to_every_page() -> None:
    linked = {target for target, _ in LINK.findall(text("README.md"))}
    assert [page for page in PAGES[1:] if page not in linked] == []
