"""The command line as people meet it: what it prints, where, and how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.projects import change, tiny_project

from samenspel import __version__
from samenspel.cli import show
from samenspel.cli.main import run

START = [sys.executable, "-c", "from samenspel.cli import main; main()"]
COMMANDS = [
    "build", "check", "preview", "proof", "preflight", "list", "diff", "new", "explain", "schema",
    "texts", "printer", "undo", "completion", "order", "web", "batch", "store",
    "identify", "reprint",
]  # fmt: skip


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder, with no cache of art."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "deck")


def samenspel(*arguments: str, **wanted: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*START, *arguments], capture_output=True, text=True, **{"timeout": 60, **wanted}
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# -- help ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help(command: list[str], option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, option]) == 0
    output = capsys.readouterr().out
    assert output.startswith("Usage: samenspel")
    assert "Example" in output


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"samenspel, version {__version__}\n"


def test_help_loads_no_stage() -> None:
    """So that it is quick: what costs time is imported by the command that needs it."""
    code = (
        "import sys\nfrom samenspel.cli.main import run\nrun(['--help'])\n"
        "print([m for m in ('pydantic', 'reportlab', 'pikepdf', 'PIL', 'yaml', 'jinja2', 'rich',"
        " 'uharfbuzz', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


# -- build --------------------------------------------------------------------------------------


def test_build_shows_what_it_made(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(project)]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines()[0].startswith("noted what the base says under your texts: ")
    assert len(err.splitlines()) == 1
    lines = out.splitlines()
    assert lines[0].split() == ["file", "product", "pages", "trim", "in", "mm", "size"]
    assert lines[1].split()[:3] == ["output/noordkust/nl/a6/cards.pdf", "cards", "8"]
    assert lines[-1] == "2 files made in output"
    assert (tmp_path / "output/noordkust/nl/a6/manifest.json").is_file()


def test_build_takes_the_project_in_which_it_is_called(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert run(["build", "-r", "all", "-f", "a6", "-f", "tarot", "-p", "sheets"]) == 0
    assert "output/noordkust/nl/tarot/sheets-a3.pdf" in capsys.readouterr().out


def test_mistakes_come_in_one_block_on_standard_error(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "cards/nl/09-leeg.yaml", "Houd het kort.", "Houd het {{ regoi.naam }}.")
    change(project, "cards/nl/09-leeg.yaml", "Wat blijf", "Wat {{ wooord.school }} blijf")
    assert run(["build", str(project)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert "cards/nl/09-leeg.yaml:4: hint: " in err
    assert '"regoi"; did you mean "regio"? [template-unknown-variable]' in err
    assert lines[-2:] == [
        "",
        "2 mistakes; nothing was written. More: samenspel explain template-unknown-variable",
    ]
    assert names(tmp_path) == ["deck"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "nowhere"], 2, "nowhere: there is no such folder"),
        (["build", "deck/cards"], 2, "this is not a deck project"),
        (["build", "deck", "-r", "noordkst"], 2, 'did you mean "noordkust"?'),
        (["build", "deck", "-f", "pokr"], 2, 'did you mean "poker"?'),
        (["build", "deck", "--flip", "up"], 2, "'up' is not one of"),
        (["build", "deck", "--colour"], 2, "No such option"),
        (["build", "deck", "-o", "file"], 5, "[output-not-writable]"),
        (["build", "deck", "-o", "file/below"], 5, "[output-not-writable]"),
        (["bild"], 2, "No such command 'bild'"),
        (["list", "card"], 2, "is not one of"),
        (["explain", "disk-ful"], 2, 'did you mean "disk-full"?'),
        (["new", "deck"], 2, "[folder-not-empty]"),
        (["new", "file"], 5, "[output-not-writable]"),
        (["schema"], 2, "[project-not-found]"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_goes_wrong_has_its_exit_code_and_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    (tmp_path / "file").write_text("mine")
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert names(tmp_path) == ["deck", "file"]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_bug_shows_its_traceback(project: Path) -> None:
    code = (
        "import samenspel.pipeline.line as line\n"
        "def broken(*_): raise ZeroDivisionError('a bug')\n"
        "line.open_builds = broken\n"
        "from samenspel.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", str(project)], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: a bug" in done.stderr


def test_a_full_disk(project: Path, tmp_path: Path) -> None:
    """No file may grow beyond 100 kB; the first that is written does."""
    limit = 100_000

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = samenspel("build", str(project), "-o", "out", cwd=tmp_path, preexec_fn=small_files)
    assert done.returncode == 5
    assert "[disk-full]" in done.stderr
    assert names(tmp_path) == ["deck"]


# -- how it is stopped ----------------------------------------------------------------------------


@pytest.fixture
def running(project: Path, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """A build that has begun to write."""
    processes = []

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*START, "build", str(project), "-o", "out", "-f", "all", "-r", "all"],
            cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        processes.append(process)
        for _ in range(600):
            if any(path.is_file() for path in tmp_path.glob(".samenspel-*/new/**/*")):
                break
            time.sleep(0.05)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopping_leaves_nothing_behind(
    running: Callable[[], subprocess.Popen[str]], tmp_path: Path, number: int, code: int
) -> None:
    process = running()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert "Traceback" not in err
    assert out == ""
    assert names(tmp_path) == ["deck"]


def test_nobody_reads_on() -> None:
    """As with ``samenspel explain | head -1``: no word about it."""
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.Popen(
        [*START, "explain"], stdout=writer, stderr=subprocess.PIPE, text=True
    )
    os.close(writer)
    assert process.communicate(timeout=30)[1] == ""
    assert process.returncode == 141


STYLE = re.compile("\x1b\\[[0-9;]+m")


# -- colours -----------------------------------------------------------------------------------


def on_a_terminal(*arguments: str, **settings: str) -> str:
    """What the command shows when its output and its errors go to a terminal."""
    pty = pytest.importorskip("pty")
    main, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", **settings}
    process = subprocess.Popen(
        [*START, *arguments], stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(main)
    process.wait(timeout=30)
    return shown.decode()


def test_colours_on_a_terminal_only(project: Path) -> None:
    arguments = ["build", str(project), "-r", "nergens"]
    assert STYLE.search(on_a_terminal(*arguments))
    assert not STYLE.search(on_a_terminal(*arguments, NO_COLOR="1"))
    assert not STYLE.search(samenspel(*arguments).stderr)


def test_a_terminal_gets_a_table_and_progress(project: Path) -> None:
    shown = on_a_terminal("build", str(project))
    assert "─" in shown
    assert "noordkust/nl/a6/cards.pdf" in shown
    assert "2 files made in output" in shown


# -- the other commands --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("cards", "2 luister-eerst reminder Luister eerst"),
        ("regions", "noordkust Regio Noordkust nl 4"),
        ("formats", "poker Poker 63 × 88 63 88 3"),
        ("presses", "amax amax "),
        ("products", "poster the model on one page to hang up, from A4 to A0"),
    ],
)
def test_list(project: Path, capsys: pytest.CaptureFixture[str], kind: str, expected: str) -> None:
    """How wide the columns are is not asked: that is as wide as the longest name."""
    assert run(["list", kind, str(project)]) == 0
    lines, words = capsys.readouterr().out.splitlines(), expected.split()
    assert any(line.split()[: len(words)] == words for line in lines), lines


@pytest.mark.parametrize("width", [40, 80, 400])
def test_words_in_a_table_stay_whole_on_every_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    headings = [f"drukconditie{number}" for number in range(8)]
    rows = [["printsimple-uncoated", *(f"voor-achterkant{n} gestreken" for n in range(7))]] * 2
    show._rich_table(headings, rows, ())
    lines = capsys.readouterr().out.splitlines()
    words = {word for line in lines for word in line.replace(":", " ").split()}
    assert {word for cell in (*rows[0], *headings[1:]) for word in cell.split()} <= words
    assert max(map(len, lines)) <= width
    assert (headings[0] in words) == (width == 400)  # there is room for a table


def test_list_takes_a_folder_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", str(project)]) == 0
    output = capsys.readouterr().out
    assert "noordkust  Regio Noordkust" in output and "luister-eerst" in output
    assert run(["list", str(project / "nowhere")]) == 2


def test_list_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "regions", str(project), "--json"]) == 0
    regions = json.loads(capsys.readouterr().out)
    assert [row["region"] for row in regions] == ["basis", "noordkust"]
    assert run(["list", "regions", "--json", "--built-in"]) == 0
    builtin = {row["region"]: row for row in json.loads(capsys.readouterr().out)}
    assert builtin["waddenrand"]["drafts"] == ["fy"]
    assert builtin["eilanden"]["drafts"] == []
    assert run(["list", "--json", "--built-in"]) == 0
    every = json.loads(capsys.readouterr().out)
    assert list(every) == [
        "cards", "kinds", "regions", "formats", "presses", "products", "papers", "schemes",
    ]  # fmt: skip


def test_a_screen_colour_is_listed_with_the_ink_that_it_becomes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    region = project / "cards" / "regions" / "noordkust.yaml"
    said = region.read_text("utf-8")
    screen = "coral: '#e4572e'\n  teal: [80, 20, 30, 5]"
    region.write_text(said.replace("coral: [0, 60, 80, 0]", screen), "utf-8")
    assert run(["list", "colours", str(project), "--json"]) == 0
    rows = [row for row in json.loads(capsys.readouterr().out) if row["of"] == "noordkust"]
    assert [(row["colour"], row["written"]) for row in rows] == [
        ("coral", "#e4572e"), ("teal", "[80, 20, 30, 5]"),
    ]  # fmt: skip
    assert rows[1]["C/M/Y/K %"] == "80/20/30/5"
    assert run(["build", str(project), "-r", "noordkust", "-f", "a6", "-o", "out"]) == 0
    cyan, magenta, yellow, black = rows[0]["C/M/Y/K %"].split("/")
    told = f"cyan {cyan}, magenta {magenta}, yellow {yellow}, black {black} %"
    out = capsys.readouterr()
    assert told in " ".join((out.out + out.err).split())


def test_a_printer_is_kept_and_used(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    project: Path,
) -> None:
    monkeypatch.setenv("SAMENSPEL_CONFIG", str(tmp_path / "config"))
    assert run(["printer", "test", str(project), "-o", "test.pdf"]) == 0
    assert Path("test.pdf").read_bytes().startswith(b"%PDF")
    assert run(["build", str(project), "-p", "sheets", "--printer", "kantoor"]) == 2
    assert "printer-unknown" in capsys.readouterr().err
    assert run(["printer", "test", str(project), "--landscape"]) == 0
    assert Path("printer-test-landscape.pdf").exists()
    assert run(["printer", "add", "kantoor", "--back-offset", "1,1", "--margin", "4"]) == 0
    assert run(["printer", "add", "kantoor", "--landscape-offset", "0.4,-0.3"]) == 0
    assert run(["printer", "list"]) == 0
    assert "kantoor  1, 1            0.4, -0.3     4" in capsys.readouterr().out
    sheets = ["build", str(project), "-p", "sheets", "--paper", "a4"]
    assert run([*sheets, "-o", "plain"]) == 0
    assert run([*sheets, "-o", "moved", "--printer", "kantoor"]) == 0
    plain, moved = (next(Path(folder).rglob("sheets-a4.pdf")) for folder in ("plain", "moved"))
    assert plain.read_bytes() != moved.read_bytes()
    assert run(["printer", "add", "scheef", "--back-offset", "30,0"]) == 2
    assert run(["printer", "add", "scheef", "--back-offset", "30"]) == 2
    assert run(["printer", "remove", "kantoor"]) == 0
    (tmp_path / "config" / "printers.json").write_text("[1]")
    assert run(["printer", "list"]) == 3
    assert "printer-file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("scheme", "pages"),
    [
        ("n-up", 2), ("cut-and-stack", 2), ("step-and-repeat", 8), ("gutter-fold", 1),
        ("work-and-turn", 1), ("work-and-tumble", 1), ("booklet", 4),
    ],
)  # fmt: skip
def test_every_scheme_makes_a_file_that_passes(
    project: Path, capsys: pytest.CaptureFixture[str], scheme: str, pages: int
) -> None:
    sheets = ["build", str(project), "-p", "sheets", "-f", "poker", "--paper", "a3"]
    assert run([*sheets, "--scheme", scheme, "--no-fill"]) == 0
    out = capsys.readouterr().out
    name = "sheets-a3.pdf" if scheme == "n-up" else f"sheets-a3-{scheme}.pdf"
    assert any(name in line and f"  {pages}  " in line for line in out.splitlines()), out
    assert f"{scheme}: " in out


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "[disk-full]"]) == 0
    assert capsys.readouterr().out.startswith("disk-full\n\nThere was no room left")
    assert run(["explain"]) == 0
    assert "\ndisk-full\n    There was no room left" in capsys.readouterr().out


def test_explain_holds_an_edition_code_against_its_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["explain", "2026.1-basis-nl-7qk3-m9xt-4b2d4"]) == 0
    assert "without a slip" in capsys.readouterr().out
    assert run(["explain", "2026.1-basis-nl-7QK3-M9XT-4B2D5"]) == 2
    assert "a character is wrong, or two changed places" in capsys.readouterr().err


def test_new_can_copy_the_whole_deck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "mijn-dek", "--full"]) == 0
    home = tmp_path / "mijn-dek"
    assert {".samenspel", "LEESMIJ.md", "assets", "cards"} == set(names(home))
    assert names(home / "assets") == ["cartoons", "logos", "photos", "pictograms"]
    first = (home / "cards/nl/00-titel.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (home / "cards/nl" / first.split("$schema=")[1]).is_file()
    assert "samenspel build mijn-dek" in capsys.readouterr().out
    assert run(["build", "mijn-dek", "-r", "waddenrand", "-f", "a6", "-f", "groot"]) == 0
    posters = [tmp_path / f"output/waddenrand/nl/{name}/poster.pdf" for name in ("a6", "groot")]
    assert posters[0].read_bytes() == posters[1].read_bytes()


def test_schema_renews_the_schemas(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["schema", str(project)]) == 0
    schema = json.loads((project / "cards/schema/card.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"].startswith("http://json-schema.org/")
    assert "card.schema.json" in capsys.readouterr().out


def test_preview_makes_pictures(project: Path, tmp_path: Path) -> None:
    assert run(["preview", str(project), "-p", "cards", "-f", "poker", "--dpi", "72"]) == 0
    home = tmp_path / "output/noordkust/nl/poker/preview"
    assert names(home)[:3] == [
        "01-titel-back.jpg",
        "01-titel-front.jpg",
        "02-luister-eerst-back.jpg",
    ]
    assert len(names(home)) == 9
    with Image.open(home / "01-titel-front.jpg") as picture:
        assert picture.size == pytest.approx((63 / 25.4 * 72, 88 / 25.4 * 72), abs=1)
        assert picture.mode == "RGB"
    with Image.open(home / "contact-sheet.jpg") as sheet:
        assert sheet.width == 3000
        assert sheet.getpixel((5, 5)) == pytest.approx((232, 231, 228), abs=2)


def test_preview_as_png_loses_nothing_and_gives_the_same_bytes(
    project: Path, tmp_path: Path
) -> None:
    asked = ["preview", str(project), "-p", "cards", "-f", "poker", "--dpi", "40", "--png"]
    made = []
    for folder in ("een", "twee"):
        assert run([*asked, "-o", str(tmp_path / folder)]) == 0
        home = tmp_path / folder / "noordkust/nl/poker/preview"
        made.append({path.name: path.read_bytes() for path in home.iterdir()})
    assert made[0] == made[1] and "contact-sheet.png" in made[0]
    with Image.open(io.BytesIO(made[0]["contact-sheet.png"])) as sheet:
        assert sheet.getpixel((5, 5)) == (232, 231, 228)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    assert "_SAMENSPEL_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("samenspel bu", {"build"}),
        ("samenspel build deck -r ", {"all", "basis", "noordkust"}),
        ("samenspel build -r wad", {"waddenrand"}),
        ("samenspel build -f po", {"poker"}),
        ("samenspel build -p s", {"sheets", "slides"}),
        ("samenspel build deck -l ", {"nl"}),
        ("samenspel build --press coated-", {"coated-330"}),
        ("samenspel list re", {"regions"}),
        ("samenspel explain disk", {"disk-full"}),
    ],
)
@pytest.mark.usefixtures("project")
def test_completion(words: str, expected: set[str], tmp_path: Path) -> None:
    parts = words.split(" ")
    done = samenspel(
        cwd=tmp_path,
        env={
            **os.environ,
            "_SAMENSPEL_COMPLETE": "fish_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": parts[-1],
        },
    )
    found = {line.split(",")[1].split("\t")[0] for line in done.stdout.splitlines() if "," in line}
    assert found == expected, done
