"""Review pages of a project's editions, and their answers taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samenspel.diagnostics import Location
from samenspel.draw import draw
from samenspel.errors import ContentError, UsageError
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.edition import Edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys
from samenspel.presets import format_named, names
from samenspel.project import Project
from samenspel.proofing.live import PressView
from samenspel.reviewing.page import About, CardPictures, html_of
from samenspel.saying import say
from samenspel.upkeep.history import change_files
from samenspel.upkeep.reviews import Answer, answer_of, answers, as_json, reopened

COMMAND = "review"
"""What the history calls a yes, a no, and that something may change again."""
DPI = 144
"""Of the pictures: texts of five points are read, and a deck stays fit for a mail."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One page to send."""

    about: About
    """What it shows."""
    html: bytes
    """The whole file."""

    @property
    def name(self) -> str:
        """The file's name."""
        about = self.about
        return f"{about.region}-{about.language}-{about.format}.html"


def review_pages(request: BuildRequest, reader: str) -> Iterator[ReviewPage]:
    """A page for each edition and format; ``reader`` is the language of the words around the cards.

    Raises what a build raises for what cannot be printed so.
    """
    build = open_build(request)
    view = PressView(build.profile)
    for name in build.editions:
        edition = prepared(build, name)
        for survey in surveys(edition):
            if survey.piece.product.name == "cards":
                survey.accepted()
                shape = survey.piece.shape
                about = About(
                    edition.code_in(shape), name.region, name.language, shape.name,
                    build.press.name, edition.title,
                )  # fmt: skip
                cards = tuple(_pictures(edition, survey, view))
                yield ReviewPage(about, html_of(about, cards, reader))


def _pictures(edition: Edition, survey: Survey, view: PressView) -> Iterator[CardPictures]:
    """Each card's pages as the press prints them, in the order of the deck."""
    edition = edition.in_format(survey.piece.shape)
    build = edition.build
    fonts = build.fonts(edition.deck.language)
    colours = build.colour_space(edition.theme)
    names = {card.id: card.name for card in edition.deck.cards}
    faces: dict[str, list[bytes]] = {}
    for frame in survey.pages:
        pdf = draw([frame], fonts=fonts, arts=edition.arts, press=build.press, colours=colours)
        faces.setdefault(frame.card, []).append(view.jpeg(pdf, frame.bleed, DPI))
    for card, found in faces.items():
        yield CardPictures(card, names.get(card, card), tuple(found))


def code_of(project: Path, about: Answer) -> str:
    """The code that an edition has now; empty for one that the project does not have."""
    request = BuildRequest(
        output=project, project=project, regions=(about.region,), languages=(about.language,),
        formats=(about.format,), products=("cards",), press=about.press, drafts=True,
    )  # fmt: skip
    build = open_build(request)
    edition = prepared(build, EditionName(about.region, about.language))
    return edition.code_in(format_named(build.project, about.format))


def take_answer(project: Project, data: bytes, file: str) -> Answer:
    """Keep an answer that came back; a yes freezes what it is about.

    A yes to pages that are no longer those of the project is refused: its remarks can still be
    read in the file. Raises ContentError (``review-answer``, ``review-outdated``), UsageError and
    FileAccessError; then nothing was kept.
    """
    answer = answer_of(data, file)
    if answer.reopened is not None:
        raise ContentError.of(
            "review-answer", "this is no answer from a review page", Location(file),
            remedy="choose the file that the page saved, as it is",
        )  # fmt: skip
    known = (
        answer.region in (*project.regions, "basis")
        and answer.format in names(project, "formats")
        and answer.press in names(project, "presses")
    )
    if not known or (answer.approved and code_of(project.root, answer) != answer.edition):
        raise ContentError.of(
            "review-outdated",
            say("{name} looked at other pages than this deck has now", name=answer.name),
            Location(file),
            remedy="send a new page, and let them look again",
        )
    if project.root == project.builtin:
        raise UsageError.of("text-locked", "the built-in deck is not changed here")
    what = say("{name}: an answer", name=answer.name)
    change_files(project.root, COMMAND, {answer.file: as_json(answer)}, what)
    return answer


def open_again(root: Path, region: str, by: str, when: str, why: str) -> tuple[Answer, ...]:
    """Let a region change again, in every language; who says so and why is noted.

    Raises UsageError (``review-not-frozen``, ``review-who``) and FileAccessError.
    """
    held = [one for one in answers(root) if one.freezes and one.region == region]
    if not held:
        raise UsageError.of(
            "review-not-frozen", say("nothing of {region} is frozen", region=region)
        )
    opened = tuple(reopened(held, by, when, why))
    change_files(root, COMMAND, {one.file: as_json(one) for one in opened}, region)
    return opened
