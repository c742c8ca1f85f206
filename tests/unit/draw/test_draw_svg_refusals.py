"""What is refused, and that it is said: code, file, line and remedy."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest
from tests.unit.draw.helpers import COLOURS, DOT, OPEN, codes, prepare, svg

from samenspel.diagnostics import Location
from samenspel.draw import prepare_art
from samenspel.draw.svg import reading, references
from samenspel.draw.svg.reading import MAX_DEPTH
from samenspel.errors import ContentError

RECT = '<rect width="9" height="9"/>'
MARKER = '<marker id="m"><path d="M0 0L4 1L0 3z"/></marker>'


def refused(data: bytes) -> list[str]:
    with pytest.raises(ContentError) as raised:
        prepare(data)
    for diagnostic in raised.value.diagnostics:
        assert diagnostic.location is not None and diagnostic.location.file == "art.svg"
        assert diagnostic.remedy and diagnostic.message
    return codes(raised.value)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A PNG chunk."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int, *, interlaced: bool = False) -> bytes:
    """A PNG that claims a size and holds next to nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, interlaced))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>alert(1)</script>", "svg-script"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "svg-script"),
        ('<rect width="9" height="9" onclick="x()"/>', "svg-script"),
        ('<g OnLoad="x()"/>', "svg-script"),
        ("<foreignObject><p/></foreignObject>", "svg-foreign-object"),
        (MARKER + '<rect width="9" height="9" marker-mid="url(#m)"/>', "svg-unsupported"),
        (MARKER + '<g marker-end="url(#m)"><circle r="9"/></g>', "svg-unsupported"),
        ('<linearGradient id="g"/><rect width="9" height="9" fill="url(#g) red"/>',
         "svg-unsupported"),
        ("<text>Hoi</text>", "svg-text"),
        ('<defs><g id="t"><text><tspan>Hoi</tspan></text></g></defs><use href="#t"/>', "svg-text"),
        ('<g style="display:none"><g id="t"><text>Hoi</text></g></g><use href="#t"/>', "svg-text"),
        ('<g visibility="hidden"><text visibility="visible">Hoi</text></g>', "svg-text"),
        ("<flowRoot><flowPara>Hoi</flowPara></flowRoot>", "svg-text"),
        ('<text><tref href="#x"/></text>', "svg-text"),
        ('<rect width="9" height="9"><animate attributeName="x"/></rect>', "svg-animation"),
        ('<animateTransform attributeName="transform"/>', "svg-animation"),
        ('<set attributeName="x" to="1"/>', "svg-animation"),
        ('<image href="http://example.org/a.png"/>', "svg-external"),
        ('<image xlink:href="a.png"/>', "svg-external"),
        ('<image href="file:///etc/passwd"/>', "svg-external"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "svg-bad-image"),
        ('<image href="data:text/html,x"/>', "svg-external"),
        ('<use href="other.svg#a"/>', "svg-external"),
        ('<a href="https://example.org"><rect width="9" height="9"/></a>', "svg-external"),
        ('<a href="javascript:x()"/>', "svg-external"),
        ('<rect fill="url(http://example.org/a.svg#g)"/>', "svg-external"),
        ('<rect style="fill: url( \'other.svg#g\' )"/>', "svg-external"),
        ('<style>@import "a.css";</style>', "svg-external"),
        ("<style>rect{fill:url(//example.org/x)}</style>", "svg-external"),
        ('<filter id="f"><feImage href="http://a/b.png"/></filter>', "svg-external"),
        ('<style>@media print{@import "a.css";}</style>', "svg-external"),
        ("<style>@IMPORT 'a.css';</style>", "svg-external"),
        ("<style>@media print{rect{fill:url(//example.org/x)}}</style>" + RECT, "svg-external"),
        ("<style>@media print{rect{fill:red}</style>" + RECT, "svg-bad-value"),
        ("<style>@media print{@font-face{</style>" + RECT, "svg-bad-value"),
        ("<style>@media (prefers-color-scheme:dark){rect{fill:red}}</style>" + RECT,
         "svg-unsupported"),
        ("<style>@media print and (color){rect{fill:red}}</style>" + RECT, "svg-unsupported"),
        ("<style>@media not print{rect{fill:red}}</style>" + RECT, "svg-unsupported"),
        ("<style>@supports (x:y){rect{fill:red}}</style>" + RECT, "svg-unsupported"),
        ("<style>@im/**/port 'a.css';</style>" + RECT, "svg-unsupported"),
        ('<g style="--x:red"/><rect width="9" height="9" fill="var(--x)"/>', "svg-bad-value"),
        ('<g style="--x:red"><rect id="r" width="9" height="9" fill="var(--x)"/></g>'
         '<use href="#r"/>', "svg-bad-value"),
        ("<style>rect::part{fill:red}rect:spun{fill:red}</style>" + RECT, "svg-unsupported"),
        ("<style>rect:nth-child(odd of){fill:red}</style>" + RECT, "svg-unsupported"),
        ("<style>rect >{fill:red}</style>" + RECT, "svg-unsupported"),
        ("<style>rect[x|y]{fill:red}</style>" + RECT, "svg-unsupported"),
        ("<style>rect{fill:red;.a{fill:blue}}</style>" + RECT, "svg-unsupported"),
        ("<style media='(color)'>rect{fill:red}</style>" + RECT, "svg-unsupported"),
        ('<rect width="9" height="9" style="fill:var(--x,)"/>', "svg-bad-value"),
        ('<rect width="9" height="9" style="fill:var(--x"/>', "svg-bad-value"),
        ("<style>:root{--x:initial}rect{fill:var(--x)}</style>" + RECT, "svg-bad-value"),
        ("<style>:root{--x:url(http://a/b)}rect{fill:var(--x)}</style>" + RECT, "svg-external"),
        ("<style>:root{--u:ur;--v:l(http://a/b)}rect{fill:var(--u)var(--v)}</style>" + RECT,
         "svg-bad-value"),
        ("<style>:root{--x:var(--y);--y:var(--x)}rect{fill:var(--x)}</style>" + RECT,
         "svg-too-complex"),
        (r"<style>rect{fill:u\72l(x)}</style>", "svg-external"),
        (r'<rect style="fill:u\72l(x)"/>', "svg-unsupported"),
        ('<circle style="r:5px"/>', "svg-unsupported"),
        ("<blink/>", "svg-unknown-element"),
        ("<meshgradient/>", "svg-unknown-element"),
        ('<image href="data:image/png,xyz"/>', "svg-bad-image"),
        ('<image href="data:image/png;base64,AAAA"/>', "svg-bad-image"),
        ('<use href="#gone"/>', "svg-missing-reference"),
        ('<rect clip-path="url(#gone)" width="9" height="9"/>', "svg-missing-reference"),
        ('<rect fill="url(#gone)" width="9" height="9"/>', "svg-missing-reference"),
        ('<rect style="mask:url(#gone)" width="9" height="9"/>', "svg-missing-reference"),
        ("<style>rect{filter:url(#gone)}</style>" + RECT, "svg-missing-reference"),
        ('<use id="a" href="#a"/>', "svg-reference-loop"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "svg-reference-loop"),
        ('<clipPath id="c" clip-path="url(#c)"/>', "svg-reference-loop"),
        ('<path d="M0 0L9"/>', "svg-bad-path"),
        ('<path d="0 0L9 9"/>', "svg-bad-path"),
        ('<rect width="9" height="9" fill="blurple"/>', "svg-bad-value"),
        ('<rect width="9" height="9" fill="#12"/>', "svg-bad-value"),
        ('<rect width="9" height="9" fill="rgb(1,2)"/>', "svg-bad-value"),
        ('<rect width="9" height="9" fill="var(--x)"/>', "svg-bad-value"),
        ('<rect width="9" height="9" fill="context-fill"/>', "svg-bad-value"),
        ('<rect width="9em" height="9"/>', "svg-bad-value"),
        ('<rect width="-9" height="9"/>', "svg-bad-value"),
        ('<rect width="1e400" height="9"/>', "svg-bad-value"),
        ('<circle r="-1"/>', "svg-bad-value"),
        ('<polygon points="1 2 3"/>', "svg-bad-value"),
        ('<polygon points="1 b"/>', "svg-bad-value"),
        ('<g transform="spin(3)"><rect width="9" height="9"/></g>', "svg-bad-value"),
        ('<rect width="9" height="9" opacity="half"/>', "svg-bad-value"),
        ('<rect width="9" height="9" fill-rule="odd"/>', "svg-bad-value"),
        ('<rect width="9" height="9" visibility="maybe"/>', "svg-bad-value"),
        ('<path d="M0 0L1 1" stroke="red" stroke-width="-1"/>', "svg-bad-value"),
        ('<path d="M0 0L1 1" stroke="red" stroke-linecap="wobbly"/>', "svg-bad-value"),
        ('<path d="M0 0L1 1" stroke="red" stroke-dasharray="1 -1"/>', "svg-bad-value"),
        ('<path d="M0 0L1 1" stroke="red" stroke-miterlimit="0"/>', "svg-bad-value"),
        ('<rect id="r" clip-path="url(#r)" width="9" height="9"/>', "svg-reference-loop"),
        ('<g id="r"/><rect clip-path="url(#r)" width="9" height="9"/>', "svg-bad-value"),
        ('<rect clip-path="circle(5px)" width="9" height="9"/>', "svg-bad-value"),
        ('<g id="r"/><rect fill="url(#r)" width="9" height="9"/>', "svg-bad-value"),
        ('<svg viewBox="0 0 0 9">' + RECT + "</svg>", "svg-bad-value"),
        ('<svg viewBox="0 0 9 9" preserveAspectRatio="left">' + RECT + "</svg>", "svg-bad-value"),
        ("<style>rect{fill:red</style>" + RECT, "svg-bad-value"),
        ('<path d="M0 0L1 1" stroke="red" vector-effect="fixed-position"/>', "svg-unsupported"),
        ('<g transform="scale(1 2)"><path d="M0 0L1 1" stroke="red" '
         'vector-effect="non-scaling-stroke"/></g>', "svg-unsupported"),
        ('<path pathLength="9" d="M0 0L1 1" stroke="red" stroke-dasharray="1"/>',
         "svg-unsupported"),
        ('<switch><rect systemLanguage="nl" width="9" height="9"/></switch>', "svg-unsupported"),
        ('<g requiredExtensions="http://x">' + RECT + "</g>", "svg-unsupported"),
        ("", "svg-empty"),
        ('<rect width="9" height="9" fill="none"/>', "svg-empty"),
        ('<g opacity="0"><rect width="9" height="9"/></g>', "svg-empty"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_code(body: str, code: str) -> None:
    assert refused(svg(body)) == [code]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<svg", "svg-unreadable"),
        (b"<svg><g></svg>", "svg-unreadable"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "svg-unreadable"),
        (b'<svg a="\xff"/>', "svg-unreadable"),
        (b"<html><body/></html>", "svg-not-svg"),
        (b'<x:svg xmlns:x="http://elsewhere"/>', "svg-not-svg"),
        (f"{OPEN}>{RECT}</svg>".encode(), "svg-no-size"),
        (f'{OPEN} width="9">{RECT}</svg>'.encode(), "svg-no-size"),
        (f'{OPEN} width="100%" height="9">{RECT}</svg>'.encode(), "svg-no-size"),
        (f'{OPEN} width="wide" height="9">{RECT}</svg>'.encode(), "svg-bad-value"),
        (f'{OPEN} width="0" height="9">{RECT}</svg>'.encode(), "svg-bad-value"),
        (f'{OPEN} viewBox="0 0 9">{RECT}</svg>'.encode(), "svg-bad-value"),
        (b"<!DOCTYPE svg><svg/>", "svg-no-size"),
        (b"<!DOCTYPE svg []><svg/>", "svg-no-size"),
        (b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd" [ ]><svg/>', "svg-no-size"),
        (b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;">]><svg/>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a "<g/>">]><svg>&a;</svg>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&c;</svg>', "svg-unreadable"),
        (b'<!DOCTYPE svg [<!ENTITY % a "b">]><svg/>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ENTITY amp "b">]><svg/>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ATTLIST svg x CDATA "b">]><svg/>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a "' + b"x" * 201 + b'">]><svg/>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a "' + b"x" * 200 + b'">]><svg>' + b"&a;" * 9000 + b"</svg>",
         "svg-doctype"),
        (f'{OPEN} viewBox="0 0 1e-7 1e-7">{RECT}</svg>'.encode(), "svg-no-size"),
        (f'{OPEN} viewBox="0 0 9 9"><rect x="20" width="9" height="9"/></svg>'.encode(),
         "svg-empty"),
        (f'{OPEN} viewBox="0 0 9 9"><g transform="{"scale(1e9)" * 36}">{RECT}</g></svg>'.encode(),
         "svg-bad-value"),
        (f'{OPEN} viewBox="0 0 9 9">{"<g transform=" + chr(34) + "scale(9e8)" + chr(34) + ">"}'
         f"{RECT}</g></svg>".encode(), "svg-bad-value"),
        (b'<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://example.org/x">%p;]><svg/>', "svg-doctype"),
        (b"<!DOCTYPE svg><!DOCTYPE svg><svg/>", "svg-doctype"),
        (b'<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "svg-doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><!DOCTYPE svg><svg/>', "svg-doctype"),
        (b"<svg/><!DOCTYPE svg>", "svg-unreadable"),
        (b'<!DOCTYPE svg SYSTEM "x.dtd"><svg>&a;</svg>', "svg-unreadable"),
        (b'<!DOCTYPE svg SYSTEM "x.dtd"><svg a="&a;"/>', "svg-unreadable"),
        (b'<!DOCTYPE svg SYSTEM "x.dtd"><svg a="&amp;&#65;&nbsp;"/>', "svg-unreadable"),
        (b'<!DOCTYPE svg SYSTEM "<!DOCTYPE svg ["><svg/>', "svg-unreadable"),
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"><svg/>', "svg-unreadable"),
        (b'<?xml-stylesheet href="a.css"?><svg/>', "svg-external"),
    ],
)
def test_mistakes_of_the_whole_file(data: bytes, code: str) -> None:
    assert refused(data) == [code]


PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/x.dtd">'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "head",
    [
        PUBLIC,
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg SYSTEM "svg.dtd" >',
        f'<?xml version="1.0" standalone="no"?>\r\n<!-- <!DOCTYPE svg [ -->\r\n{PUBLIC}\n',
    ],
)
def test_a_doctype_that_declares_nothing_is_passed_over(
    head: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object, **__: object) -> None:
        raise AssertionError("something was opened")

    plain = prepare(svg(RECT))
    monkeypatch.setattr("socket.socket", opened)
    monkeypatch.setattr("builtins.open", opened)
    assert prepare((head + svg(RECT).decode()).encode(encoding)) == plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("body", ["<text>Hoi</text>", "&gone;"])
def test_lines_are_counted_with_the_doctype(body: str, encoding: str) -> None:
    data = f'<?xml version="1.0"?>\n{PUBLIC}\n{svg(chr(10) + body).decode()}'
    with pytest.raises(ContentError) as raised:
        prepare(data.encode(encoding))
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.location is not None and diagnostic.location.line == 5


def test_a_doctype_in_an_encoding_that_hides_it_is_refused() -> None:
    text = '<?xml version="1.0" encoding="cp037"?><!DOCTYPE svg><svg/>'
    assert refused(b"<" + text.encode("cp037"))[0] in ("svg-doctype", "svg-unreadable")


def test_a_bomb_of_variables_does_not_go_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenspel.draw.svg import variables

    steps = "".join(f"--v{n}:{f'var(--v{n - 1}) ' * 10};" for n in range(1, 15))
    bomb = f"<style>:root{{--v0:lol;{steps}}}rect{{fill:var(--v14)}}</style>"
    assert refused(svg(bomb + RECT)) == ["svg-too-complex"]
    monkeypatch.setattr(variables, "MAX_BYTES", 5000)
    many = f"<style>:root{{--v:{'x' * 900}}}.b{{fill:var(--v)}}</style>"
    assert refused(svg(many + '<g class="b"/>' * 9 + RECT)) == ["svg-too-complex"]
    deep = "var(--x," * 5000 + "red" + ")" * 5000
    assert refused(svg(f'<rect fill="{deep}"/>')) == ["svg-too-complex"]


def test_the_billion_laughs_do_not_get_their_first_laugh() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    bomb = f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">{lol}]><svg>&l29;</svg>'
    assert refused(bomb.encode()) == ["svg-doctype"]


def test_an_external_entity_is_never_opened() -> None:
    thief = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><title>&x;</title></svg>'
    assert refused(thief.encode()) == ["svg-doctype"]


def test_a_use_bomb_is_counted_not_unfolded() -> None:
    steps = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 20))
    assert refused(svg(f'<g id="g0">{RECT}</g>{steps}')) == ["svg-too-complex"]


def test_a_pattern_bomb_is_counted_too() -> None:
    steps = "".join(
        f'<pattern id="p{n}">'
        + f'<rect width="9" height="9" fill="url(#p{n - 1})"/>' * 10
        + "</pattern>"
        for n in range(1, 12)
    )
    body = f'<pattern id="p0">{RECT}</pattern>{steps}<rect fill="url(#p11)"/>'
    assert refused(svg(body)) == ["svg-too-complex"]


def test_depth_is_limited() -> None:
    assert refused(svg("<g>" * 200 + RECT + "</g>" * 200)) == ["svg-too-complex"]
    fine = svg("<g>" * 90 + RECT + "</g>" * 90)
    assert prepare(fine)


def test_depth_through_references_is_limited() -> None:
    steps = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/></g>' for n in range(1, 2000))
    assert refused(svg(f'<g id="g0">{RECT}</g>{steps}<use href="#g1999"/>')) == ["svg-too-complex"]
    assert refused(svg(f'<use href="#g1999"/><g id="g0">{RECT}</g>{steps}')) == ["svg-too-complex"]


def test_number_and_size_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ELEMENTS", 10)
    assert refused(svg(RECT * 11)) == ["svg-too-complex"]
    monkeypatch.setattr(reading, "MAX_BYTES", 100)
    assert refused(svg(RECT)) == ["svg-too-large"]


def test_output_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenspel.draw.svg import writing

    monkeypatch.setattr(writing, "MAX_OPERATORS", 100)
    assert refused(svg(RECT * 11)) == ["svg-too-complex"]


def test_an_embedded_picture_is_judged_by_its_header() -> None:
    data = base64.b64encode(png_header(40_000, 40_000)).decode()
    body = f'<image width="9" height="9" href="data:image/png;base64,{data}"/>'
    assert refused(svg(body)) == ["svg-bad-image"]


def test_everything_refused_is_told_at_once_with_its_line() -> None:
    body = f'\n<text>Hoi</text>\n<g>\n<script/></g>\n<image href="x.png"/>{RECT}'
    with pytest.raises(ContentError) as raised:
        prepare_art("a.svg", svg(body), colour=COLOURS, location=Location("assets/a.svg", 99))
    found = [(d.code, str(d.location)) for d in raised.value.diagnostics]
    assert found == [
        ("svg-text", "assets/a.svg:2"),
        ("svg-script", "assets/a.svg:4"),
        ("svg-external", "assets/a.svg:5"),
    ]


def test_values_are_told_with_their_line() -> None:
    with pytest.raises(ContentError) as raised:
        prepare(svg(f'{RECT}\n\n<path d="M1 1Q2"/>'))
    diagnostic = raised.value.diagnostics[0]
    assert str(diagnostic.location) == "art.svg:3"
    assert "character 7" in diagnostic.message


def test_mistakes_are_found_also_beside_what_needs_a_picture() -> None:
    body = f'<g opacity=".5">{RECT}</g><rect width="9" height="9" fill="blurple"/>'
    assert refused(svg(body)) == ["svg-bad-value"]


def test_an_embedded_picture_of_the_right_kind_is_no_mistake() -> None:
    assert prepare(svg(f'<image width="9" height="9" href="{DOT}"/>')).notes


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"8BPS\0\1", "Photoshop"),
        (b"GIF89a\1\0\1\0", "GIF"),
        (b"RIFF\0\0\0\0WEBP", "WebP"),
        (b"\x1f\x8b\x08", "SVGZ"),
        (b"just words", "unknown"),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, word: str) -> None:
    with pytest.raises(ContentError) as raised:
        prepare(data)
    assert codes(raised.value) == ["art-unknown-kind"]
    assert word in raised.value.diagnostics[0].message


def test_a_drawing_may_unfold_to_as_many_elements_as_the_limit_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The root, the group, its two shapes, and these once more through <use>: eight."""
    body = f'<g id="g">{RECT}{RECT}</g><use href="#g"/>'
    monkeypatch.setattr(references, "MAX_UNFOLDED", 8)
    prepare(svg(body))
    monkeypatch.setattr(references, "MAX_UNFOLDED", 7)
    assert refused(svg(body)) == ["svg-too-complex"]


def test_references_may_be_nested_as_deep_as_elements() -> None:
    """A chain of ``<use>``: each link adds itself and what it shows."""

    def chain(links: int) -> bytes:
        uses = "".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(links))
        return svg(f'<defs>{uses}<g id="g{links}">{RECT}</g></defs><use href="#g0"/>')

    assert prepare(chain(MAX_DEPTH // 2 - 4)).notes == ()
    with pytest.raises(ContentError, match=f"nested more than {MAX_DEPTH} deep"):
        prepare(chain(MAX_DEPTH // 2 + 4))
