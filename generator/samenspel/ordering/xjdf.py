"""The job ticket for machines: XJDF 2.1 (CIP4), in the terms of its specification.

Each job is a root product with its intents (what is wanted, not how it is made), and a run list
that names its file. ``mistakes`` reads such a ticket again and looks for what CIP4's schema lets
through: references that lead nowhere, product types and names of intents that do not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from xml.etree import ElementTree

from samenspel.layout.packaging import CUT
from samenspel.model.sheet import Sides
from samenspel.ordering.jobs import Job, word_for
from samenspel.ordering.request import OrderRequest
from samenspel.ordering.specification import box_of
from samenspel.ordering.words import words_in
from samenspel.printable import printable
from samenspel.products.box import BOARD
from samenspel.units import to_points
from samenspel.version import __version__

NAMESPACE = "http://www.CIP4.org/JDFSchema_2_0"
VERSION = "2.1"
AGENT = "samenspel"

TYPES = {"cards": "Flatwork", "poster": "Poster", "leaflet": "Booklet", "box": "FlatBox"}
MEDIA: Mapping[str, tuple[int, str]] = {
    "kit-plans": (120, "None"), "kit-agreements": (100, "None"), "kit-tents": (250, "Matte"),
    "kit-dots": (0, "Matte"),
}  # fmt: skip
"""Grammage and coating of what has its own, as the ticket says it; 0 is self-adhesive."""
STICKS = {"MediaType": "SelfAdhesive"}
KISS_CUT = ("kit-dots",)
"""What is cut out on a backing that stays whole."""
SIDES: Mapping[Sides, str] = {
    "one": "OneSided", "two": "TwoSidedHeadToHead", "booklet": "TwoSidedHeadToHead",
}  # fmt: skip
OTHER = "Flatwork"
"""For a product without a type of its own: sheets that are printed, cut and nothing more."""
PRODUCT_TYPES = frozenset(TYPES.values()) | {"FlatBox", "Box", "Booklet", "Leaflet", "Proof"}
"""Of the list in the specification, those that a deck may have."""

INTENTS = frozenset({
    "LayoutIntent", "MediaIntent", "ColorIntent", "LaminatingIntent", "ShapeCuttingIntent",
    "HoleMakingIntent", "ContentCheckIntent", "BindingIntent",
})  # fmt: skip

STAPLES = 2
CORES = {"white": "White", "black": "Black"}
FILMS = {"matt": "Matte", "gloss": "Gloss", "soft-touch": "SoftTouch"}

Element = ElementTree.Element


def xjdf(jobs: Sequence[Job], request: OrderRequest, moment: datetime, language: str) -> bytes:
    """The ticket as UTF-8 XML. Lengths are in points, as XJDF has them."""
    ElementTree.register_namespace("", NAMESPACE)
    deck, press = jobs[0].deck, jobs[0].press
    root = _element("XJDF", JobID=_job_id(jobs), Types="Product", Version=VERSION,
                    DescriptiveName=f"{deck.title}, {deck.edition}, {press.name}")  # fmt: skip
    pool = _child(root, "AuditPool")
    created = _child(pool, "AuditCreated")
    _child(created, "Header", AgentName=AGENT, AgentVersion=__version__, DeviceID=AGENT,
           Time=moment.strftime("%Y-%m-%dT%H:%M:%SZ"))  # fmt: skip
    for said in (request.contact, request.delivery):
        if said:
            _comment(root, said, language, "JobDescription")
    products = _child(root, "ProductList")
    for job in jobs:
        _product(products, job, language)
    if request.reference:
        customer = _child(_child(root, "ResourceSet", Name="CustomerInfo"), "Resource")
        _child(customer, "CustomerInfo", CustomerOrderID=request.reference)
    _delivery(root, jobs)
    _files(root, jobs)
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def mistakes(data: bytes) -> list[str]:
    """What is wrong with a ticket that CIP4's schema does not see; none for a sound one."""
    root = ElementTree.fromstring(data)
    return [
        *_wrong_names(root), *_wrong_sides(root), *_wrong_references(root), *_wrong_files(root)
    ]  # fmt: skip


def _job_id(jobs: Sequence[Job]) -> str:
    deck, press = jobs[0].deck, jobs[0].press
    return word_for(f"{deck.title}-{press.name}-{deck.edition_code}")


def _product(products: Element, job: Job, language: str) -> None:
    deck = job.deck
    one = _child(
        products, "Product", ID=f"P-{job.id}", Amount=str(job.copies), IsRoot="true",
        ProductType=TYPES.get(job.product, OTHER), ExternalID=word_for(deck.edition_code),
        DescriptiveName=", ".join(
            (deck.title, job.part, deck.region.name, deck.language, job.size)
        ),
    )  # fmt: skip
    if job.cards:
        one.set("ProductTypeDetails", "Cards")
        # A plain box is bought and has no file, so it is no product; words say it, as on paper.
        box = box_of(job, words_in(language))
        _comment(one, f"{box.label}: {box.text}", language, "Instruction")
    first = job.first
    size = _numbers(*first.trim)
    flat = job.product == "box"  # whose finished size is another than that of its blank
    dimensions = {"Dimensions": size} if flat else {"FinishedDimensions": f"{size} 0"}
    _intent(
        one, "LayoutIntent", Bleed=_numbers(first.bleed), **dimensions,
        Pages=str(_surfaces(job)), Sides=SIDES[job.sides],
    )  # fmt: skip
    _media(one, job)
    _colours(one, job)
    if job.cards or job.on_sheets:
        _finishing(one, job)
    if job.sides == "booklet":
        binding = _intent(one, "BindingIntent", BindingType="SaddleStitch",
                          BindingSide="Right" if job.right_bound else "Left")  # fmt: skip
        _child(binding, "SaddleStitching", StitchNumber=str(STAPLES))
    if job.product == "box":
        _intent(one, "LaminatingIntent", Surface="Front", Texture=FILMS["matt"])
    if job.lines:
        cutting = _intent(one, "ShapeCuttingIntent")
        for plate in job.lines:
            kind = {"CutType": "Cut"} if plate == CUT else {}
            kind |= {"CutDepth": "Partial"} if job.part in KISS_CUT else {}
            _child(cutting, "ShapeCut", ShapeType="Path", **kind,
                   ShapeTypeDetails=f"{plate.lower()} along the spot colour {plate}")  # fmt: skip
    if job.making.printed_proof:
        check = _intent(one, "ContentCheckIntent")
        _child(check, "ProofItem", Contract="true", ColorType="MatchedColor")


def _surfaces(job: Job) -> int:
    """Both surfaces of each leaf, also those that stay blank: always an even number."""
    if job.sides == "booklet":
        return job.pages
    return 2 * (job.cards + job.white or job.sheets)


def _media(product: Element, job: Job) -> None:
    making = job.making
    if job.product == "box":
        _intent(product, "MediaIntent", MediaType="Paper", MediaTypeDetails="Board",
                Thickness=_plain(1000 * BOARD))  # fmt: skip
        return
    if not job.cards and not job.on_sheets:
        weight, coating = MEDIA.get(job.part, (making.poster_grammage, "Matte"))
        coating = "None" if job.press.uncoated else coating
        said = {"MediaType": "Paper", "Weight": str(weight)} if weight else STICKS
        _intent(product, "MediaIntent", Coating=coating, **said)
        return
    _intent(
        product, "MediaIntent", MediaType="Paper", MediaTypeDetails="Board",
        Weight=str(making.grammage),
        Thickness=_plain(making.grammage * making.bulk),
        MediaQuality=f"{CORES[making.core]} core",
        Coating="None" if job.press.uncoated else "Matte",
    )  # fmt: skip


def _colours(product: Element, job: Job) -> None:
    colours = _intent(product, "ColorIntent")
    condition = word_for(job.press.output_condition).upper()
    for side in ("Front",) if job.sides == "one" else ("Front", "Back"):
        _child(colours, "SurfaceColor", Surface=side, ColorsUsed="Cyan Magenta Yellow Black",
               PrintStandard=condition)  # fmt: skip


def _finishing(product: Element, job: Job) -> None:
    film = job.making.film(job.writable)
    if film != "none":
        _intent(product, "LaminatingIntent", Surface="Front Back", Texture=FILMS[film])
    radius = max(one.built.radius for one in job.files)
    if radius and job.cards:
        cutting = _intent(product, "ShapeCuttingIntent")
        _child(cutting, "ShapeCut", ShapeType="RoundedRectangle", CutType="Cut",
               ShapeTypeDetails=f"radius {_plain(radius)} mm")  # fmt: skip
    if job.making.hole and job.cards:
        holes = _intent(product, "HoleMakingIntent")
        _child(holes, "HolePattern", Extent=_numbers(5, 5), Pattern="S1-generic")


def _delivery(root: Element, jobs: Sequence[Job]) -> None:
    resource = _child(_child(root, "ResourceSet", Name="DeliveryParams", Usage="Input"), "Resource")
    params = _child(resource, "DeliveryParams")
    for job in jobs:
        _child(params, "DropItem", Amount=str(job.copies), ItemRef=f"P-{job.id}")


def _files(root: Element, jobs: Sequence[Job]) -> None:
    """What is printed is input; the same pages in another way are at hand, and no more pages."""
    lists = _child(root, "ResourceSet", Name="RunList", Usage="Input")
    others = ElementTree.Element(_named("ResourceSet"), {"Name": "RunList"})
    for job in jobs:
        for number, file in enumerate(job.files, 1):
            held = lists if file in job.runs else others
            resource = _child(held, "Resource", ID=f"R-{job.id}-{number}",
                              DescriptiveName=file.name)  # fmt: skip
            _child(resource, "Part", Product=f"P-{job.id}", Run=str(number))
            run = _child(resource, "RunList", NPage=str(file.built.pages))
            _child(
                run, "FileSpec", URL=f"files/{file.name}", MimeType="application/pdf",
                FileSize=str(file.built.bytes), CheckSum=file.built.sha256.upper(),
                NPage=str(file.built.pages),
            )  # fmt: skip
    if len(others):
        root.append(others)


def _wrong_names(root: Element) -> Iterator[str]:
    for product in root.iter(_named("Product")):
        if product.get("ProductType") not in PRODUCT_TYPES:
            yield f"no product type {product.get('ProductType')}"
        if int(product.get("Amount", "0")) < 1:
            yield f"no amount of {product.get('ID')}"
    for intent in root.iter(_named("Intent")):
        name = intent.get("Name", "")
        if name not in INTENTS or [child.tag for child in intent] != [_named(name)]:
            yield f"an intent {name} that holds something else"


def _wrong_sides(root: Element) -> Iterator[str]:
    """As many surfaces as leaves have, and inks for those that are printed."""
    for product in root.iter(_named("Product")):
        name = product.get("ID")
        (layout,) = product.iter(_named("LayoutIntent"))
        inked = len(list(product.iter(_named("SurfaceColor"))))
        if inked != (1 if layout.get("Sides") == SIDES["one"] else 2):
            yield f"{name} with inks for {inked} sides, {layout.get('Sides')}"
        if int(layout.get("Pages", "0")) % 2:
            yield f"{name} with an odd number of pages"


def _wrong_references(root: Element) -> Iterator[str]:
    known = {product.get("ID") for product in root.iter(_named("Product"))}
    for tag, attribute in (("DropItem", "ItemRef"), ("Part", "Product")):
        for one in root.iter(_named(tag)):
            if one.get(attribute) not in known:
                yield f"{tag} leads to {one.get(attribute)}, which is not there"


def _wrong_files(root: Element) -> Iterator[str]:
    held = {one.get("Product") for one in root.iter(_named("Part"))}
    for product in root.iter(_named("Product")):
        if product.get("ID") not in held:
            yield f"no file for {product.get('ID')}"
    inputs = [one for one in root.iter(_named("ResourceSet")) if one.get("Usage") == "Input"]
    for product in root.iter(_named("Product")):
        (layout,) = product.iter(_named("LayoutIntent"))
        pages = sum(
            int(run.get("NPage", "0"))
            for one in inputs for resource in one for run in resource.findall(_named("RunList"))
            if any(part.get("Product") == product.get("ID") for part in resource)
        )  # fmt: skip
        if pages > int(layout.get("Pages", "0")):
            yield f"{product.get('ID')} with {pages} pages to print"


def _comment(parent: Element, said: str, language: str, kind: str) -> None:
    _child(parent, "Comment", Language=language, Type=kind).text = printable(said)


def _intent(product: Element, name: str, **attributes: str) -> Element:
    return _child(_child(product, "Intent", Name=name), name, **attributes)


def _element(name: str, **attributes: str) -> Element:
    return ElementTree.Element(_named(name), _shown(attributes))


def _child(parent: Element, name: str, **attributes: str) -> Element:
    return ElementTree.SubElement(parent, _named(name), _shown(attributes))


def _shown(attributes: Mapping[str, str]) -> dict[str, str]:
    """Values without what XML cannot hold: a title may hold any character."""
    return {name: printable(value) for name, value in attributes.items()}


def _named(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _numbers(*lengths: float) -> str:
    """Lengths in mm as points."""
    return " ".join(_plain(to_points(length)) for length in lengths)


def _plain(value: float) -> str:
    return f"{round(value, 3):g}"
