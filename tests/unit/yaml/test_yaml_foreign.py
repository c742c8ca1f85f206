"""What Word, git, browsers and tired fingers leave in a file: told with the line that did it."""

from __future__ import annotations

import pytest

from samenspel.diagnostics import Diagnostic
from samenspel.speaking import spoken
from samenspel.yaml.text import parse

HEAD = "name: Regio Oost\nshort: Oost\n"


def mistakes(text: str) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    parse(text, "cards/x.yaml", problems)
    return problems


@pytest.mark.parametrize(
    ("text", "code", "line", "told"),
    [
        (HEAD + "cover:\n  core: “Wie luistert: hoort.”\n", "yaml-quote", 4, "Word’s"),
        (HEAD + "cover:\n  core: „Wie: hoort”\n", "yaml-quote", 4, "Word’s"),
        (HEAD + "cover:\n  core: ‘s avonds: eten\n", "yaml-quote", 4, "Word’s"),
        (HEAD + "cover: {core: “Wie luistert, hoort.”}\n", "yaml-quote", 3, "the comma"),
        (HEAD + "cards:\n  - {id: een, text: „Wie, dan“}\n", "yaml-quote", 4, "the comma"),
        (HEAD + "questions: [“Wie?”, “Wat zag je, en waar?”]\n", "yaml-quote", 3, "the comma"),
        (HEAD + "“place”: in Oost\n", "yaml-quote", 3, "the key place"),
        (HEAD + "cover:\n\u00a0\u00a0core: Tekst\n", "yaml-space", 4, " a no-break space (U+00A0)"),
        (HEAD + "cover:\n\u3000core: Tekst\n", "yaml-space", 4, " an ideographic space (U+3000)"),
        (HEAD + "cover:\n\u2002core: Tekst\n", "yaml-space", 4, " an en space (U+2002)"),
        (HEAD + "cover:\n \u2003core: Tekst\n", "yaml-space", 4, "em space"),
        (HEAD + "cover:\n  core:\u00a0Tekst\n", "yaml-space", 4, "after the colon"),
        (HEAD + "\u200bplace: in Oost\n", "yaml-space", 3, "zero width space"),
        (HEAD + "\ufeffplace: in Oost\n", "yaml-space", 3, "U+FEFF"),
        (HEAD + "pla\u00adce: in Oost\n", "yaml-space", 3, "in the key"),
        (HEAD + "place： in Oost\n", "yaml-colon", 3, "looks like one"),
        (HEAD + "place∶ in Oost\n", "yaml-colon", 3, "looks like one"),
        (HEAD + "=======\nplace: in Oost\n", "file-conflict", 3, "git left"),
        (HEAD + "// let op: dit later\n", "yaml-remark", 3, "not with //"),
        (HEAD + "<!-- let op: dit later -->\n", "yaml-remark", 3, "not with <!--"),
        (HEAD + "/* later */\n", "yaml-remark", 3, "not with /*"),
        (HEAD + "place = in Oost\n", "yaml-colon", 3, "equals sign"),
        (HEAD + "cover:\n  core:Tekst\n", "yaml-colon", 4, "after core:"),
        (HEAD + "place:in Oost\nkind: x\n", "yaml-colon", 3, "after place:"),
        ("{\\rtf1\\ansi name: Regio\\par}\n", "file-kind", 0, "RTF"),
        ("\n<!DOCTYPE html>\n<html>\n", "file-kind", 0, "web page"),
        ("version https://git-lfs.github.com/spec/v1\n", "file-kind", 0, "git"),
        ("```yaml\n" + HEAD + "```\n", "file-kind", 1, "```"),
        (HEAD + "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n", "file-conflict", 3, "HEAD"),
        (HEAD + "cover:\n\tcore: Tekst\n", "yaml-tab", 4, "tab"),
        (HEAD + "facts:\n  partners:\n    • een\n    • twee\n", "yaml-list", 5, "•"),
        (HEAD + "facts:\n  partners:\n    – een\n", "yaml-list", 5, "–"),
        (HEAD + "facts:\n  partners:\n  -een\n", "yaml-list", 5, "after the dash"),
        (HEAD + "cover:\n  core: >-\n    Een lange\n  tekst springt terug\n    en verder\n",
         "yaml-indent", 6, "indented less"),
        (HEAD + "cover:\n  core: Een lange\ntekst springt terug\n", "yaml-indent", 5,
         "indented less"),
        (HEAD + "cover:\n    core: Tekst\n  title: Y\n", "yaml-indent", 5, "not indented like"),
        (HEAD + "cover:\n  core: {{ regio.naam hoort\n", "yaml-braces", 4, "not closed"),
        (HEAD + "cover:\n  core: [nieuw] begin\n", "yaml-bracket", 4, "begins with ["),
        (HEAD + "cover:\n  core: {nieuw} begin\n", "yaml-bracket", 4, "begins with ["),
        (HEAD + "languages: [nl]\ncontact x@oost.example\n", "yaml-syntax", 4, "without a key"),
        (HEAD + "cover:\n  core: ? wat\n", "yaml-character", 4, "begin with ?"),
    ],
)  # fmt: skip
def test_it_is_named_with_its_line(text: str, code: str, line: int, told: str) -> None:
    (problem,) = mistakes(text)
    assert problem.location is not None
    assert (problem.code, problem.location.line) == (code, line)
    assert told in problem.message and problem.remedy


@pytest.mark.parametrize(
    "line",
    ["partners: [“De Brug”, „Oost“, ‘t Hof]", 'cover: {core: "Ze riep: “kom, ga mee” en ging"}',
     "cover: {core: 'Ze riep, “kom, ga”'}", "place: Ze riep, “kom, ga mee” [en ging]",
     "place: >-\n  Ze riep [toen], “kom, ga mee”, {en} ging"],
)  # fmt: skip
def test_words_quotes_that_no_comma_parts_are_left_alone(line: str) -> None:
    assert mistakes(HEAD + line + "\n") == []


def test_two_conflicts_are_told_both() -> None:
    one = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n"
    assert [p.location.line for p in mistakes(HEAD + one + one) if p.location] == [3, 8]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "text: >-\n  Een\u00a0km verder – of •  niet.\n  – en dan\n",
        HEAD + "title: Wat “mag” er: dit\n".replace(": dit", " dit"),
        HEAD + "site:\n  https://regio.example/pad\n",
        HEAD + "contact:\n  mailto:bureau@regio.example\n",
        HEAD + "when:\n  om 12:30 uur\n",
        HEAD + "# ======= een kop =======\nplace: in Oost\n",
        HEAD + "temperature:\n  -5\n",
        HEAD + "list:\n- een\n- twee\n",
        HEAD + 'core: "“Ja”, zei ze: nee"\n',
    ],
)
def test_what_is_meant_so_is_let_be(text: str) -> None:
    assert mistakes(text) == []


def test_what_opens_and_does_not_close_is_said_in_dutch() -> None:
    (problem,) = mistakes(HEAD + "core: {{ regio.naam hoort\n")
    said = spoken(problem.message, "nl")
    assert said.endswith("niet als tekst; en wat hier opent, sluit niet op dezelfde regel")
