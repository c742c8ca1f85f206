"""Make ``assets/fonts/SamenspelSymbols.ttf``: the signs that a deck may need and its fonts lack.

    python tools/symbol_font.py FOLDER

FOLDER holds four files of Google's Noto (SIL OFL 1.1, no reserved font name), as Debian's package
fonts-noto-core 20201225-1 has them in /usr/share/fonts/truetype/noto. A sign is taken from the
first of them that has it, so that arrows, marks and mathematics are each of one design.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts" / "SamenspelSymbols.ttf"
FILES = ("NotoSans", "NotoSansMath", "NotoSansSymbols", "NotoSansSymbols2")
NAME = "Samenspel Symbols"
VERSION = "1.000"
MADE = 3850000000
"""Seconds since 1904, as ``head`` counts: always the same, so that the file is."""

SIGNS = (
    "‰‱′″‴‾⁄‡•‣◦※₤€₹₽₿℃℉№℗℠™℮ΩªºµⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
    "⁰¹²³ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωϑϕ"
    "←↑→↓↔↕↖↗↘↙↩↪↰↱↲↳↺↻⇐⇑⇒⇓⇔⇕⇄⇅⇆⇠⇢➔➘➙➚➛➜➝➞➟➠➡➢➤➥➦➧➨⟵⟶⟷⬅⬆⬇⬈⬉⬊⬋⬌⬍⤴⤵"
    "−±∓×÷∕√∛∞≈≠≡≤≥≪≫∝∼≃≅∑∏∂∆∇∫∈∉∋∩∪⊂⊃⊆⊇∅∀∃¬∧∨∴∵∠∥⊥∘⋅⊕⊗⋯⋮"
    "■□▢▣▪▫▬▭▲△▴▵▶▷▸▹►▻▼▽▾▿◀◁◂◃◄◆◇◈◉◊○◌◎●◐◑◒◓◔◕◖◗◯⬛⬜⬟⬠⬡⬢⬤⚪⚫⭘"
    "✓✔✕✖✗✘☐☑☒🗴🗵🗶🗷🗸🗹★☆✦✧✩✪✭✮✯✱✲✳✴✵✶✷✸✹✺❋❖⁂⁎⁑"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⓪❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓"
    "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ"
    "☀☁☂☃☄☎☏☕☘☚☛☜☝☞☟☠☢☣☮☯☹☺☻♀♂♠♣♥♦♡♢♤♧♩♪♫♬♭♮♯♲♻♿⚀⚁⚂⚃⚄⚅⚐⚑⚒⚓⚔⚖⚙⚛⚠⚡⌂⌘⌚⌛⌨⏎⏏⏩⏪⏱⏳⏸⏹⏺"
    "✁✂✃✄✆✇✈✉✌✍✎✏✐✑✒❍❑❒❛❜❝❞❡❤❥❦❧👁👍👎🕐🔍🔒🏠🗓🗣🗨🗩🖉🖊🖐🌍🎓🎭🚲"
)

TAKEN = {
    "licence": "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    "rights": "Copyright 2015-2022 Google LLC and the Noto Project Authors",
}


def main(folder: Path) -> None:
    """Write the font, and name the signs that no file has."""
    left = dict.fromkeys(map(ord, SIGNS))
    with tempfile.TemporaryDirectory() as made:
        parts = []
        for name in FILES:
            font = TTFont(folder / f"{name}-Regular.ttf")
            mine = [sign for sign in left if sign in font.getBestCmap()]
            left = {sign: None for sign in left if sign not in mine}
            path = Path(made) / f"{name}.ttf"
            cut(font, mine)
            font.save(path)
            parts.append(str(path))
        whole = Merger().merge(parts)
    called(whole)
    whole["post"].formatType = 3.0  # glyphs need no names
    whole["head"].created = whole["head"].modified = MADE
    whole.recalcTimestamp = False
    whole.save(TARGET)
    print(f"{TARGET.name}: {len(whole.getBestCmap())} signs, {TARGET.stat().st_size} bytes")
    print("in no file:", "".join(map(chr, left)) or "none")


def cut(font: TTFont, signs: list[int]) -> None:
    """Leave the glyphs of some characters; nothing that joins or moves them."""
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[1])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "MATH", "meta", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)


def called(font: TTFont) -> None:
    """A name of its own, with the rights and the licence that go with it."""
    font["name"].names = []
    texts = {0: TAKEN["rights"], 1: NAME, 2: "Regular", 3: f"{NAME} {VERSION}", 4: NAME,
             5: f"Version {VERSION}", 6: NAME.replace(" ", "") + "-Regular", 13: TAKEN["licence"],
             14: "https://openfontlicense.org"}  # fmt: skip
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].fsType = 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
