"""Stylesheets made plain: ``@media``, what is skipped with a note, and variables."""

from __future__ import annotations

import pytest
import resvg_py
from tests.unit.draw.helpers import operators, picture, svg, vector

RECT = '<rect width="9" height="9"/>'
CORAL_LINES = operators('<rect width="9" height="9" fill="#e9674d"/>')
TEAL_LINES = operators('<rect width="9" height="9" fill="#2f8a8f"/>')


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{rect{fill:#e9674d}}",
        "@media all{rect{fill:#e9674d}}",
        "@media{rect{fill:#e9674d}}",
        "@media screen{rect{fill:#e9674d}}",
        "@MEDIA only Print , screen { rect { fill:#e9674d } }",
        "@media print{@media all{rect{fill:#2f8a8f}}rect{fill:#e9674d}}",
        "rect{fill:#2f8a8f}@media print{rect{fill:#e9674d}}",
        "@media print{rect{fill:#2f8a8f}}rect{fill:#e9674d}",
        "@media print{rect{fill:#e9674d}}@media screen{rect{fill:#2f8a8f}}",
        "@media screen{g{x:y}rect{fill:#2f8a8f}}@media print{rect{fill:#e9674d}}",
        "/* @import 'x' */@media print{/* } */rect{fill:#e9674d}}",
    ],
)
def test_media_rules_of_paper_are_followed(sheet: str) -> None:
    assert operators(f"<style>{sheet}</style>{RECT}") == CORAL_LINES
    assert vector(f"<style>{sheet}</style>{RECT}").notes == ()


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        ("@font-face{font-family:x;src:url(http://example.org/x.woff)}", "@font-face"),
        ("@font-face{font-family:'}';src:url(data:font/woff;base64,AA)}", "@font-face"),
        ("@media print{@font-face{font-family:x}}", "@font-face"),
        ('@charset "UTF-8";', "@charset"),
        ('@charset "UTF-8";@font-face{a:b}@font-face{c:d}', "@charset and @font-face"),
    ],
)
def test_what_is_about_text_is_skipped_with_a_note(sheet: str, what: str) -> None:
    art = vector(f"<style>{sheet}rect{{fill:#e9674d}}</style>{RECT}")
    assert art.operators == vector('<rect width="9" height="9" fill="#e9674d"/>').operators
    assert art.notes == (f"has {what} in its stylesheet, skipped: drawings hold no text",)


def test_a_picture_has_the_note_too() -> None:
    art = picture(svg(f'<style>@font-face{{a:b}}</style><g opacity=".5">{RECT}</g>'))
    assert len(art.notes) == 2 and "@font-face" in art.notes[1]


@pytest.mark.parametrize(
    ("sheet", "rect", "root"),
    [
        (":root{--x:#e9674d}rect{fill:var(--x)}", "", ""),
        ("svg{--x:#e9674d}rect{fill:var( --x )}", "", ""),
        ("rect{fill:var(--x)!important}", 'style="fill:red"', 'style="--x:#e9674d"'),
        (":root{--x:#2f8a8f}", 'fill="var(--x)"', 'style="--x:#e9674d"'),
        (":root{--x:#e9674d}svg{--x:#2f8a8f}", 'fill="var(--x)"', ""),
        (":root{--x:#2f8a8f;--x:#e9674d}", 'fill="VAR(--x)"', ""),
        (":root{--x:#e9674d !important}", 'fill="var(--x)"', 'style="--x:#2f8a8f"'),
        (":root{--x:var(--y);--y:#e9674d}", 'style="fill:var(--x)"', ""),
        (":root{--X:#2f8a8f;--x:#e9674d}", 'style="fill:var(--x)"', ""),
        (":root{--r:233;--g:103}", 'fill="rgb(var(--r),var(--g), var(--b, 77))"', ""),
        ("", 'fill="var(--fill-0, #e9674d)"', ""),
        ("", 'fill="var(--a, var(--b, rgb(233, 103, 77)))"', ""),
        ("@media print{:root{--x:#e9674d}}", 'fill="var(--x)"', ""),
        (".dark{--y:red}:root{--x:#e9674d}", 'fill="var(--x)"', ""),
        ("rect{--x:#e9674d;fill:var(--x)}", "", ""),
        (":root{--x:#2f8a8f}rect{--x:#e9674d}", 'fill="var(--x)"', ""),
    ],
)
def test_variables(sheet: str, rect: str, root: str) -> None:
    body = f'<style>{sheet}</style><rect width="9" height="9" {rect}/>'
    assert operators(body, attributes=root) == CORAL_LINES


@pytest.mark.parametrize(
    "selector",
    [
        "g > .z", "g rect + rect", ".a ~ rect", "rect:not(.a)", "rect:nth-child(2)",
        ".z:last-child", "rect:not(:first-child)", ":is(.z, #none)", "[data-k]", "[data-k='abc']",
        "[data-k^=ab]", "[data-k*=b]", "[data-k=ABC i]", "svg|rect.z", r".with\:colon",
        "g > *:nth-of-type(2n)", "*.z", "rect:not(.a, .b)", "g:has(.a) > .z", ".z:where(rect)",
    ],
)  # fmt: skip
def test_selectors_of_all_kinds(selector: str) -> None:
    sheet = f"@namespace svg url(http://www.w3.org/2000/svg);{selector}{{fill:#e9674d}}"
    body = (
        '<g fill="none"><rect class="a b" width="9" height="9"/>'
        '<rect class="z with:colon" data-k="abc" width="9" height="9"/></g>'
    )
    assert operators(f"<style>{sheet}</style>{body}") == CORAL_LINES


@pytest.mark.parametrize("selector", ["rect:hover", "rect::before", "RECT", ".Z", "#nothing"])
def test_what_matches_nothing_on_paper(selector: str) -> None:
    body = '<rect class="z" width="9" height="9" fill="#e9674d"/>'
    assert operators(f"<style>{selector}{{fill:red}}</style>{body}") == CORAL_LINES


def test_the_weightier_selector_wins_and_the_later_of_equals() -> None:
    sheet = (
        "g > rect:not(#none){fill:#e9674d}rect.z{fill:red}.z{fill:red}"
        "rect{fill:red}g > rect:not(#none){fill:#e9674d}"
    )
    body = '<g><rect class="z" width="9" height="9"/></g>'
    assert operators(f"<style>{sheet}</style>{body}") == CORAL_LINES


@pytest.mark.parametrize(
    ("attributes", "followed"),
    [
        ('media="print"', True),
        ('media="screen, print"', True),
        ('media="screen"', True),
        ('type="text/css"', True),
        ('type=" Text/CSS "', True),
        ('type="text/less"', False),
        ('type="text/x-scss" media="print"', False),
    ],
)
def test_media_and_type_of_a_stylesheet(attributes: str, followed: bool) -> None:
    sheet = f"<style {attributes}>rect{{fill:#e9674d}}</style>"
    assert (operators(sheet + RECT) == CORAL_LINES) is followed


def test_a_sheet_for_screens_yields_to_one_for_print() -> None:
    screen = '<style media="screen">rect{fill:#2f8a8f}</style>'
    paper = '<style media="print">.a{fill:red}</style>'
    assert operators(paper + screen + RECT) == operators(RECT)


def test_with_a_drawing_in_the_drawing_svg_is_no_longer_the_whole() -> None:
    inner = '<svg width="1" height="1"/>'
    body = f'<style>:root{{--x:#2f8a8f}}</style>{inner}<rect width="9" height="9" fill="var(--x)"/>'
    assert operators(body)[-len(TEAL_LINES) :] == TEAL_LINES


def test_resvg_gets_values_not_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = resvg_py.svg_to_bytes

    def spy(svg_string: str, **options: object) -> bytes:
        seen.append(svg_string)
        return real(svg_string=svg_string, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(resvg_py, "svg_to_bytes", spy)
    body = (
        "<style>@media print{:root{--x:#e9674d;--o:.5}.a{stop-color:var(--x)}}</style>"
        '<linearGradient id="g"><stop class="a"/><stop offset="1" stop-opacity="var(--o)"/>'
        '</linearGradient><rect width="9" height="9" fill="url(#g)"/>'
    )
    picture(svg(body))
    assert "--" not in seen[0] and "@" not in seen[0]
    assert "stop-color:#e9674d" in seen[0] and "stop-opacity:.5" in seen[0]
