"""The words on the studio's pages, by the names that the templates use."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.saying import say
from samenspel.speaking import spoken

WORDS: Mapping[str, str] = {
    "studio": say("studio"),
    "skip": say("to the page itself"),
    "close": say("Close the studio"),
    "closed": say("The studio is closed"),
    "closed_now": say("You may close this window. Everything that was saved stands in your files."),
    "start": say("Start"),
    "welcome": say("Make your own deck of cards"),
    "intro": say(
        "Change texts on the card itself, see at once how it prints, and end with files for a "
        "print shop."
    ),
    "continue": say("Go on with a deck"),
    "none_here": say(
        "There is no deck in this folder yet. Begin a new one, or look in another folder."
    ),
    "open": say("Open"),
    "look_elsewhere": say("Look in another folder"),
    "up": say("One folder up"),
    "in_folder": say("You are in"),
    "no_folders": say("There are no folders in here."),
    "new": say("A new deck for your region"),
    "new_how": say(
        "You get all cards of the built-in deck. Only what you change becomes your own."
    ),
    "name": say("Name of the region"),
    "name_hint": say("As it is printed: Onderwijsregio Duinvoet"),
    "short": say("Short name"),
    "short_hint": say("For inside a sentence: Duinvoet. Leave it empty for the whole name."),
    "place": say("How you say ‘in …’"),
    "place_hint": say("For instance: in Duinvoet, or: on the island"),
    "languages": say("Languages"),
    "make": say("Make this deck"),
    "built_in": say("Only look: the built-in deck"),
    "all_cards": say("All cards"),
    "rooms": say("What you can do"),
    "texts_title": say("Texts in all languages"),
    "texts_how": say(
        "Each text stands beside its translations. What is missing, what was made from an older "
        "text and where the deck below changed is said here."
    ),
    "row_title": say("Add, leave out, move"),
    "row_how": say(
        "What you leave out, move or add counts for this region alone. Each step can be taken back."
    ),
    "row_how_all": say(
        "What you leave out, move or add counts for every region. Each step can be taken back."
    ),
    "row_now": say("The cards, in their order"),
    "up_one": say("up"),
    "down_one": say("down"),
    "copy": say("Copy"),
    "more": say("More"),
    "leave_out": say("Leave out"),
    "put_back": say("Put back"),
    "how_many": say("How many"),
    "set": say("Set"),
    "place_after": say("Place after"),
    "place_it": say("Place"),
    "stays_by": say("Stays in the deck by"),
    "beside": say("Pages beside the cards"),
    "new_card": say("A new card"),
    "new_card_how": say(
        "You fill in what a card of this kind holds. It becomes a card of your own."
    ),
    "kind": say("What kind of card?"),
    "after_which": say("After which card does it come?"),
    "fill_in": say("Fill it in"),
    "left_out": say("Left out"),
    "none_out": say("No card is left out."),
    "comes_after": say("It comes after:"),
    "may_be_empty": say("may be empty"),
    "nothing": say("nothing"),
    "add_card": say("Add this card"),
    "cancel": say("Back, without a new card"),
    "part": say("Card"),
    "complete": say("complete"),
    "missing": say("not translated"),
    "before": say("Previous"),
    "after": say("Next"),
    "on_the_card": say("On the card itself"),
    "all_languages": say("In all languages"),
    "base_changed": say("The base has changed under this text"),
    "base_was": say("It was:"),
    "base_is": say("It is now:"),
    "merge_how": say("Yours stands in the field. You can also write a text of both there."),
    "take_base": say("Take the new one"),
    "merge": say("Put the new one below mine"),
    "source_changed": say("The source text has changed since this was translated"),
    "still_fits": say("The translation still fits"),
    "region": say("Region"),
    "language": say("Language"),
    "format": say("Format"),
    "show": say("Show"),
    "no_region": say("without a region"),
    "front": say("front of the card"),
    "back": say("back of the card"),
    "previous": say("Previous card"),
    "next": say("Next card"),
    "texts": say("Texts on this card"),
    "yours": say("your own"),
    "kept_by": say("Kept as it is by"),
    "filled_in": say("What stands between double braces is filled in for each region."),
    "source_says": say("In the source language:"),
    "base_says": say("In the deck without a region:"),
    "undo": say("Take back the last change"),
    "saving": say("Saving …"),
    "saved": say("Saved"),
    "region_title": say("About your region"),
    "not_kept": say("This is not saved: open the page again to see why."),
    "unreached": say("The studio cannot be reached. Your text is not saved yet."),
    "changed_elsewhere": say("Somebody else changed this text meanwhile. It is now:"),
    "keep_mine": say("Keep mine"),
    "take_theirs": say("Take the other one"),
    "make_title": say("Make files"),
    "files_title": say("Files to print"),
    "files_how": say("What comes out was looked at by preflight: a press can take it as it is."),
    "what": say("What do you want to make?"),
    "press": say("How will it be printed?"),
    "make_files": say("Make the files"),
    "order_title": say("An order for a print shop"),
    "order_how": say(
        "One folder with all that the shop needs: the files, a proof to sign, a job ticket and a "
        "mail that asks for a price."
    ),
    "shop": say("Which print shop?"),
    "copies": say("How many decks?"),
    "reference": say("What do you call this order?"),
    "make_order": say("Make the order folder"),
    "job": say("What is being made"),
    "making": say("The files are being made"),
    "stop": say("Stop this"),
    "made": say("It is there"),
    "made_how": say("Preflight found nothing that a press would refuse."),
    "open_folder": say("Open the folder"),
    "stopped": say("Stopped"),
    "stopped_how": say("Nothing was written."),
    "not_made": say("Nothing was made yet"),
    "not_made_how": say(
        "First this has to be mended; among all cards those that it is about are marked. Your "
        "texts are saved."
    ),
    "lines": say("Show the safe zone"),
    "look_only": say("This is the built-in deck: you can look at it and not change it."),
    "as_printed": say("Pages as the press prints them"),
    "wrong": say("This stands in the way"),
    "broken": say("These cards cannot be shown yet"),
    "not_done": say("This could not be done"),
    "gone": say("This page is not there"),
    "back_to_deck": say("Back to all cards"),
    "back_to_start": say("Back to the start"),
}  # fmt: skip


class Words:
    """The words in one language, as ``w.name`` in a template."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __getattr__(self, name: str) -> str:
        if name not in WORDS:
            raise AttributeError(name)
        return spoken(WORDS[name], self._language)

    def __call__(self, text: str) -> str:
        """A message, as ``w(text)``."""
        return spoken(text, self._language)

    def sentence(self, text: str) -> str:
        """A message as a sentence of its own: with a capital and a full stop."""
        said = self(text).strip()
        end = "" if said[-1:] in ".!?:…" else "."
        return said[:1].upper() + said[1:] + end if said else ""
