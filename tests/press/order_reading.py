"""A shop's first look at an order: somebody who has the folder, and nothing of samenspel.

Each question that a shop asks is answered from the job ticket's words, and held against the files.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from tests.tools import require_tool

XJDF = "{http://www.CIP4.org/JDFSchema_2_0}"
MM = 72 / 25.4
ASKED = (
    "Quantity", "More or fewer", "Trim size", "Pages", "Cutting tolerance", "Die line", "Colour",
    "File standard", "Proof", "Files", "Preflight", "Edition code",
)  # fmt: skip
"""Of every job."""
OF_CARDS = ("Cards in a deck", "Spare cards", "Backs", "Corners", "Board", "Lamination",
            "Ring hole", "Stack height", "Box", "Packing")  # fmt: skip
OF_ALL = ("Deck", "Printing conditions", "Your reference", "Delivery", "Questions to", "Quantity",
          "Approved")  # fmt: skip


def words(pdf: Path) -> str:
    tool = require_tool("pdftotext")
    done = subprocess.run([tool, "-layout", str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def complaints(folder: Path) -> list[str]:
    """What a shop would have to ask, or would find wrong; nothing for a good order."""
    return [*_papers(folder), *_sums(folder), *_jobs(folder), *_machines(folder), *_pdfs(folder)]


def _papers(folder: Path) -> Iterator[str]:
    expected = {"files", "ticket.pdf", "ticket.xjdf", "proof.pdf", "preflight.html",
                "price-request.txt", "SHA256SUMS"}  # fmt: skip
    found = {path.name for path in folder.iterdir() if not path.name.endswith(".png")}
    if found != expected:
        yield f"papers: {sorted(found ^ expected)}"
    mail = (folder / "price-request.txt").read_text()
    for asked in ("Quantity", "Trim size", "Colour", "Delivery"):
        if f"{asked}: " not in mail:
            yield f"the mail does not say {asked}"
    proof = words(folder / "proof.pdf")
    if "Signature" not in proof:
        yield "no place to sign the proof"
    for code in re.findall(r"(?m)^ *Edition code +(\S+)$", words(folder / "ticket.pdf")):
        if code not in proof:
            yield f"no yes is asked for edition {code}"


def _sums(folder: Path) -> Iterator[str]:
    listed = {}
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ", 1)
        listed[name] = digest
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name == "SHA256SUMS":
            continue
        if listed.pop(name, "") != hashlib.sha256(path.read_bytes()).hexdigest():
            yield f"the checksum of {name}"
    yield from (f"{name} is listed and not there" for name in listed)


def jobs(folder: Path) -> list[str]:
    """The ticket's text of each job, which begins with its name: ``Cards · Region · …``."""
    said = words(folder / "ticket.pdf").replace("\f", "\n")
    return re.split(r"(?m)^ *(?=[^\n:·]+ · [^\n:·]+ · [^\n:·]+ · \S+ *$)", said)


def _row(text: str, label: str) -> str:
    """What stands behind a label, with the lines that it runs on over."""
    found = re.search(rf"(?m)^( *){re.escape(label)}(\s+)(\S.*(?:\n {{20,}}\S.*)*)", text)
    return re.sub(r"\s+", " ", found[3]) if found else ""


def _jobs(folder: Path) -> Iterator[str]:
    head, *told = jobs(folder)
    yield from (f"the ticket does not say {one}" for one in OF_ALL if not _row(head, one))
    named: Counter[str] = Counter()
    for job in told:
        name = job.splitlines()[0].strip()
        labels = ASKED + (OF_CARDS if name.startswith("Cards") else ())
        yield from (f"{name}: no {label}" for label in labels if not _row(job, label))
        if not (_row(job, "Paper") or _row(job, "Board")):
            yield f"{name}: on what"
        if "within 0 mm" in _row(job, "Cutting tolerance"):
            yield f"{name}: a safe zone of nothing"
        line = _row(job, "Die line")
        for plate, does in (("Cut", "cut "), ("Crease", "crease along")):
            if bool(re.search(rf"\b{plate}\b", line)) != (does in line.replace("cut at", "")):
                yield f"{name}: {line}"
        files = _files(job)
        named.update(files)
        yield from _counted(folder, name, job, files)
    there = {path.name for path in (folder / "files").iterdir()}
    if set(named) != there:
        yield f"files: {sorted(set(named) ^ there)}"
    yield from (f"{name} is listed {count} times" for name, count in named.items() if count > 1)


def _files(job: str) -> list[str]:
    """The names of a job's files, which may run over lines; a checksum follows each."""
    said = re.search(r"(?ms)^ *Files\s+(.*?)^ *Preflight", job)
    names = re.split(r"sha256 \S+", said[1]) if said else []
    return [name for one in names if (name := re.sub(r"\s", "", one))]


def _counted(folder: Path, name: str, job: str, files: list[str]) -> Iterator[str]:
    """Pages and sizes as said, against the files."""
    printed = [file for file in files if "dieline" not in file]
    paths = [folder / "files" / file for file in printed]
    if not all(path.exists() for path in paths):
        return
    sizes, pages, orders = [], 0, []
    for path in paths:
        with pikepdf.open(path) as document:
            box = [float(value) for value in document.pages[0].trimbox]
            sizes.append((round((box[2] - box[0]) / MM, 2), round((box[3] - box[1]) / MM, 2)))
            pages += len(document.pages)
            orders.append(len(document.pages))
    width, height = sizes[0]
    if f"{width:g} × {height:g} mm" not in _row(job, "Trim size"):
        yield f"{name}: {_row(job, 'Trim size')} and not {sizes[0]}"
    said = re.match(r"\d+", _row(job, "Pages"))
    counted = orders[0] if name.startswith("Leaflet") else pages
    if not said or int(said[0]) != counted:
        yield f"{name}: {_row(job, 'Pages')} and not {counted}"
    if name.startswith("Cards"):
        deck = re.match(r"(\d+)\D.*?(\d+) cards", _row(job, "Cards in a deck"))
        copies = re.match(r"\d+", _row(job, "Quantity"))
        if not deck or not copies:
            yield f"{name}: {_row(job, 'Cards in a deck')}"
        elif int(deck[1]) * 2 != pages:
            yield f"{name}: {deck[1]} cards on {pages} pages"
        elif int(deck[1]) * int(copies[0]) != int(deck[2]):
            yield f"{name}: {deck[2]} cards altogether"


def _machines(folder: Path) -> Iterator[str]:
    root = ElementTree.fromstring((folder / "ticket.xjdf").read_bytes())
    known = {one.get("ID"): one for one in root.iter(f"{XJDF}Product")}
    specs = list(root.iter(f"{XJDF}FileSpec"))
    for spec in specs:
        path = folder / (spec.get("URL") or "")
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest().upper() != spec.get("CheckSum"):
            yield f"xjdf: {path.name}"
    if len(specs) != len(list((folder / "files").iterdir())):
        yield f"xjdf names {len(specs)} files"
    for item in root.iter(f"{XJDF}DropItem"):
        product = known.pop(item.get("ItemRef"), None)
        if product is None or product.get("Amount") != item.get("Amount"):
            yield f"xjdf: {item.get('ItemRef')}"
    yield from (f"xjdf: {name} is not delivered" for name in known)


def _pdfs(folder: Path) -> Iterator[str]:
    """Boxes, intent and metadata of each file; its name says what it is."""
    for path in sorted((folder / "files").iterdir()):
        with pikepdf.open(path) as document:
            (intent,) = document.Root.OutputIntents
            if str(intent.S) != "/GTS_PDFX" or not str(intent.OutputConditionIdentifier):
                yield f"{path.name}: intent"
            for number, page in enumerate(document.pages, 1):
                media, bleed, trim = (
                    [float(value) for value in page.obj.get(key, page.mediabox)]
                    for key in ("/MediaBox", "/BleedBox", "/TrimBox")
                )
                inside = [trim[n] >= bleed[n] >= media[n] for n in (0, 1)]
                inside += [trim[n] <= bleed[n] <= media[n] for n in (2, 3)]
                if "/TrimBox" not in page.obj or not all(inside):
                    yield f"{path.name}: boxes of page {number}"
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+){5,}\.pdf", path.name):
            yield f"{path.name}: its name"
