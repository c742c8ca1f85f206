"""Faults of what a screen reader gets: the structure tree, its words, and what the file says."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfgen.canvas import Canvas
from tests.preflight.making import Maker, Seed
from tests.unit.preflight.pdfs import Painter, card, changed, clean, text

from samenspel.preflight.profiles import PROFILES

READ_ALOUD = PROFILES["pdfua"].expected
ASKED = {"tagged": True, "standard": "", "severities": READ_ALOUD.severities}
PDF_UA = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    b'pdfuaid:part="1"/>'
)


def tagged(
    *kinds: str, fault: Callable[[Pdf], object] = lambda _: None, paint: Painter = clean
) -> Maker:
    """A clean card, all of it one marked sequence, below elements of these types."""

    def tag(document: Pdf) -> None:
        root, page = document.Root, document.pages[0]
        tree = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made = [
            document.make_indirect(
                Dictionary(S=Name(f"/{kind}"), P=tree, Pg=page.obj, Alt=String("A card"))
            )
            for kind in kinds
        ]
        for one in made[:1]:
            one.K = 0
            one.A = Dictionary(O=Name.Layout, BBox=page.mediabox)
        tree.K = Array(made)
        tree.ParentTree = Dictionary(Nums=Array([0, Array(made[:1])]))
        page.obj.StructParents = 0
        page.contents_add(document.make_stream(b"/Figure <</MCID 0>> BDC\n"), prepend=True)
        page.contents_add(document.make_stream(b"\nEMC"))
        root.StructTreeRoot, root.MarkInfo = tree, Dictionary(Marked=True)
        root.Lang = String("nl")
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        packet = root.Metadata.read_bytes().replace(b"</rdf:RDF>", PDF_UA + b"</rdf:RDF>")
        root.Metadata.write(packet)
        fault(document)

    return lambda: changed(card(paint), tag)


def _without(*keys: str) -> Callable[[Pdf], object]:
    def fault(document: Pdf) -> None:
        for key in keys:
            del document.Root[key]

    return fault


def _silent(document: Pdf) -> None:
    document.Root.StructTreeRoot.K[0].Alt = String(" ")


def _unplaced(document: Pdf) -> None:
    """The figure has words, and no place."""
    del document.Root.StructTreeRoot.K[0]["/A"]


def _replaced(document: Pdf) -> None:
    document.Root.StructTreeRoot.K[0].ActualText = String("")


def _hyphen(document: Pdf) -> None:
    """A span for which nothing is read, in a paragraph."""
    tree = document.Root.StructTreeRoot
    [paragraph, span] = tree.K
    tree.K = Array([paragraph])
    paragraph.K, paragraph.P = Array([0, span]), tree
    span.P, span.ActualText = paragraph, String("")


def _by_class(document: Pdf) -> None:
    """The figure's place stands with a class."""
    tree = document.Root.StructTreeRoot
    tree.ClassMap = Dictionary(Whole=tree.K[0].A)
    tree.K[0].C = Name.Whole
    del tree.K[0]["/A"]


def _loose(document: Pdf) -> None:
    document.pages[0].contents_add(document.make_stream(b"\n1 1 9 9 re f"))


def _loose_in_a_form(document: Pdf) -> None:
    page = document.pages[0]
    form = document.make_stream(b"0 0 9 9 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    name = page.add_resource(form, Name.XObject)
    page.contents_add(document.make_stream(f"\n{name} Do".encode()))


def _own_type(document: Pdf) -> None:
    root = document.Root.StructTreeRoot
    root.RoleMap = Dictionary(Kaartkop=Name.H3)
    root.K[0].S = Name.Kaartkop


def _unmarked(document: Pdf) -> None:
    document.Root.MarkInfo = Dictionary(Marked=False)


def _other_claim(document: Pdf) -> None:
    packet = document.Root.Metadata.read_bytes().replace(PDF_UA, b"")
    document.Root.Metadata.write(packet)


def _untitled(document: Pdf) -> None:
    packet = document.Root.Metadata.read_bytes().replace(b"dc:title", b"dc:rights")
    document.Root.Metadata.write(packet)


def _marked(more: bytes) -> Callable[[Pdf], object]:
    def fault(document: Pdf) -> None:
        document.pages[0].contents_add(document.make_stream(b"\n" + more))

    return fault


def _gone(document: Pdf) -> None:
    tree = document.Root.StructTreeRoot
    tree.K[0].K = Array([0, 7])
    tree.ParentTree.Nums[1] = Array([tree.K[0]] * 8)


def _set(path: str, value: object) -> Callable[[Pdf], object]:
    """An entry of the catalog, or of what stands in it (``MarkInfo.Suspects``)."""

    def fault(document: Pdf) -> None:
        *above, last = path.split(".")
        holder = document.Root
        for name in above:
            holder = holder[f"/{name}"]
        holder[f"/{last}"] = value

    return fault


def _of_a_part(document: Pdf) -> None:
    document.Root.StructTreeRoot.K[0].Lang = String("xx_yy!")


def _without_parents(document: Pdf) -> None:
    del document.Root.StructTreeRoot.ParentTree


def _paragraph_in_a_list(document: Pdf) -> None:
    [outer, inner] = document.Root.StructTreeRoot.K
    outer.K = Array([inner])
    inner.K, inner.P = 0, outer
    tree = document.Root.StructTreeRoot
    tree.K, tree.ParentTree.Nums[1][0] = Array([outer]), inner


def _item(document: Pdf) -> None:
    section = document.Root.StructTreeRoot.K[1]
    item = document.make_indirect(Dictionary(S=Name.LI, P=section))
    section.K = Array([item])


def _remapped(document: Pdf) -> None:
    document.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.H2)


def _twice(document: Pdf) -> None:
    tree = document.Root.StructTreeRoot
    tree.K.append(tree.K[0])


def _elsewhere(document: Pdf) -> None:
    first, second = document.Root.StructTreeRoot.K
    second.P = first


def _another_way(document: Pdf) -> None:
    tree = document.Root.StructTreeRoot
    tree.ParentTree.Nums[1][0] = tree.K[1]


def _no_key(document: Pdf) -> None:
    del document.pages[0].obj.StructParents


def _no_norm(document: Pdf) -> None:
    packet = document.Root.Metadata.read_bytes().replace(b'part="1"', b'part="9"')
    document.Root.Metadata.write(packet)


def _commented(document: Pdf) -> None:
    """A note of a reviewer, outside what is printed."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([-40, -40, -30, -30]), F=4)
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


def _meaningless(document: Pdf) -> None:
    [font] = document.pages[0].Resources.Font.values()
    font.ToUnicode = document.make_stream(b"1 beginbfchar\n<41> <0000>\nendbfchar")


def _long(document: Pdf) -> None:
    for _ in range(20):
        document.add_blank_page(page_size=(300, 400))


def _numbered_glyphs(document: Pdf) -> None:
    [font] = document.pages[0].Resources.Font.values()
    del font.ToUnicode
    font.Encoding = Dictionary(Differences=Array([65, Name.g12, Name.g13]))


def english(canvas: Canvas) -> None:
    """A page in another language than the file says."""
    text(canvas, "the cards of the deck are for you", size=9, y=200)
    text(canvas, "and not for the wall that you have", size=9, y=180)
    text(canvas, "with the clock, from what your group said", size=9, y=160)


def _seed(check: str, name: str, make: Maker, page: int = 0) -> Seed:
    return Seed(check, name, make, page, expected=ASKED)


SEEDS = [
    _seed("tagged-tree", "none", tagged("H1", fault=_without("/StructTreeRoot"))),
    _seed("tagged-tree", "of no elements", tagged()),
    _seed("tagged-tree", "not said", tagged("H1", fault=_unmarked)),
    _seed("tagged-tree", "not claimed", tagged("H1", fault=_other_claim)),
    _seed("tagged-content", "a square", tagged("H1", fault=_loose), 1),
    _seed("tagged-content", "in a form", tagged("H1", fault=_loose_in_a_form), 1),
    _seed("tagged-content", "of no element", tagged("H1", fault=_marked(
        b"/P <</MCID 9>> BDC 1 1 9 9 re f EMC")), 1),
    _seed("tagged-content", "of which the mark is gone", tagged("H1", fault=_gone), 1),
    _seed("tagged-content", "an artifact inside", tagged("H1", fault=_marked(
        b"/Artifact BMC /P <</MCID 0>> BDC 1 1 9 9 re f EMC EMC")), 1),
    _seed("tagged-content", "letters by number", tagged("H1", fault=_numbered_glyphs), 1),
    _seed("tagged-alt", "blank", tagged("Figure", fault=_silent), 1),
    _seed("tagged-alt", "nowhere", tagged("Figure", fault=_unplaced), 1),
    _seed("tagged-content", "replaced by nothing", tagged("P", fault=_replaced), 1),
    _seed("tagged-headings", "no H1", tagged("H2")),
    _seed("tagged-headings", "one is missing", tagged("H1", "H3")),
    _seed("tagged-headings", "by another name", tagged("P", fault=_own_type)),
    _seed("tagged-tree", "in doubt", tagged("H1", fault=_set("MarkInfo.Suspects", True))),
    _seed("tagged-tree", "no way back", tagged("H1", fault=_without_parents)),
    _seed("tagged-tree", "of an unknown type", tagged("Alinea")),
    _seed("tagged-tree", "a paragraph in a list", tagged("L", "P", fault=_paragraph_in_a_list)),
    _seed("tagged-tree", "of a type with another meaning", tagged("H1", fault=_remapped)),
    _seed("tagged-tree", "an item without a list", tagged("H1", "Sect", fault=_item)),
    _seed("tagged-tree", "an element twice", tagged("H1", fault=_twice)),
    _seed("tagged-tree", "an element elsewhere", tagged("H1", "P", fault=_elsewhere)),
    _seed("tagged-tree", "another way back", tagged("H1", "P", fault=_another_way)),
    _seed("tagged-tree", "a page without a key", tagged("H1", fault=_no_key)),
    _seed("tagged-tree", "of no part of the norm", tagged("H1", fault=_no_norm)),
    _seed("tagged-tree", "a note without an ID", tagged("H1", "Note")),
    _seed("tagged-content", "an annotation", tagged("H1", fault=_commented), 1),
    _seed("tagged-content", "letters that mean nothing", tagged("H1", fault=_meaningless), 1),
    _seed("tagged-content", "a picture in the stream", tagged("H1", fault=_marked(
        b"q 5 0 0 5 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")), 1),
    _seed("tagged-headings", "no bookmarks", tagged("H1", fault=_long)),
    _seed("tagged-language", "no tag", tagged("H1", fault=_set("Lang", String("Nederlands?")))),
    _seed("tagged-language", "no tag of a part", tagged("H1", fault=_of_a_part)),
    _seed("tagged-language", "another one", tagged("H1", paint=english)),
    _seed("tagged-language", "none", tagged("H1", fault=_without("/Lang"))),
    _seed("tagged-title", "none", tagged("H1", fault=_untitled)),
    _seed("tagged-title", "not shown", tagged("H1", fault=_without("/ViewerPreferences"))),
]



def _alone(document: Pdf) -> None:
    """The tree's only element, without an array around it."""
    tree = document.Root.StructTreeRoot
    tree.K = tree.K[0]


GOOD = {
    "read aloud: one element": (tagged("H1", fault=_alone), ASKED),
    "read aloud: a span that is not said": (tagged("P", "Span", fault=_hyphen), ASKED),
    "read aloud: a figure with a class": (tagged("Figure", fault=_by_class), ASKED),
    "read aloud: headings and a figure": (tagged("H1", "H2", "H3", "H2", "Figure"), ASKED),
}
