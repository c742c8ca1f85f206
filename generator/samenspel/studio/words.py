"""The words on the studio's pages, by the names that the templates use."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.saying import say
from samenspel.speaking import ENGLISH, spoken
from samenspel.studio.field_words import in_english
from samenspel.studio.words_after import WORDS_AFTER

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
    "look_title": say("Logo and colours"),
    "prints_as": say("Prints as"),
    "colour_passes": say("Texts on it can be read, and it looks like no other colour of the deck."),
    "colour_fails": say(
        "This colour cannot be used as it is: texts on it are hard to read, it looks like a "
        "colour of the deck, or it takes too much ink."
    ),
    "too_much_ink": say("That is more ink than the press can take."),
    "logo": say("Logo"),
    "logo_is": say("Now:"),
    "logo_none": say("There is no logo of your own yet."),
    "choose_file": say("Choose a file, or drop it here"),
    "drop_how": say("SVG or PDF is best; JPEG, PNG and TIFF can be printed too. Up to 64 MB."),
    "use_logo": say("Use this logo"),
    "no_logo": say("Without a logo"),
    "white_out": say("Leave the white of the logo out"),
    "white_back": say("Print the white of the logo"),
    "colours": say("Colours"),
    "colours_how": say(
        "Point at a colour and see what it prints as. Paper shows less than a screen."
    ),
    "use_colour": say("Use this colour"),
    "take_nearest": say("Take the nearest colour that can be used"),
    "decks_colour": say("The deck’s own colour"),
    "picture_is": say("Now:"),
    "picture_none": say("This card has no picture."),
    "picture_words": say("What can be seen on it, in words"),
    "picture_words_how": say("Is not printed; for who does not see the picture."),
    "focus": say("What stays in sight"),
    "focus_middle": say("the middle"),
    "focus_how": say("Of a picture that fills its area."),
    "use_picture": say("Use this"),
    "decks_picture": say("The picture of the deck again"),
    "facts_title": say("Partners and numbers"),
    "facts_how": say(
        "What you fill in here stands on the cards where it is spoken of. What you leave "
        "empty is left out."
    ),
    "facts_said": say("What is going on"),
    "kind_of_region": say("What kind of network is it?"),
    "fact_issue": say("The issue that burns now"),
    "fact_issue_how": say("As a noun: het lerarentekort"),
    "fact_example": say("An example from nearby"),
    "fact_example_how": say("As a noun: de bakker die met groep acht rekent"),
    "fact_territory": say("The area"),
    "fact_territory_how": say("As a noun: de vijf dorpen langs de vaart"),
    "contact_function": say("Whom people can write to: a function"),
    "contact_how": say("No name of a person: people change jobs."),
    "contact_address": say("The address"),
    "numbers": say("Numbers"),
    "numbers_how": say("Each with the day it was counted and who counted."),
    "count_schools": say("Schools"),
    "count_boards": say("Boards"),
    "count_students": say("Students"),
    "count_companies": say("Companies"),
    "number": say("How many"),
    "counted_on": say("Counted on"),
    "counted_by": say("Source"),
    "partners": say("Partners"),
    "partners_how": say("To take one out, empty its line. Save for more lines."),
    "partner": say("Partner"),
    "partner_name": say("Name"),
    "partner_role": say("Role"),
    "tables": say("Tables where people meet"),
    "tables_how": say("Name the seats with commas between them: roles or names of partners."),
    "table": say("Table"),
    "table_name": say("Name of the table"),
    "table_seats": say("Who sits there"),
    "table_about": say("What it is about"),
    "save_facts": say("Save these facts"),
    "sheet_title": say("Spreadsheet"),
    "sheet_how": say("For who rather edits or translates all texts in a table."),
    "sheet_out": say("All texts out"),
    "sheet_out_how": say(
        "A workbook with a sheet for each language, and how many characters each text may "
        "have."
    ),
    "sheet_get": say("Download the workbook"),
    "sheet_in": say("What was changed back in"),
    "sheet_in_how": say(
        "First you see what would change. A text that was also changed here meanwhile stays "
        "as it is here."
    ),
    "sheet_read": say("Look at the changes"),
    "sheet_found": say("This would change"),
    "sheet_same": say("No text is different."),
    "sheet_take": say("Take these changes"),
    "sheet_leave": say("Leave it as it is"),
    "sheet_taken": say("The changes are in your files."),
    "diff_lead": say("What is different from the deck below it"),
    "diff_title": say("Differences"),
    "diff_none": say("Nothing is different."),
    "diff_nothing_below": say("This deck builds on no other one."),
    "in_base": say("without your region"),
    "in_yours": say("in your region"),
    "no_such_card": say("no such card"),
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
    "coach": say("To make it better:"),
    "coach_like": say("These open a conversation:"),
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
}  # fmt: skip


PLACES: Mapping[str, str] = {
    "left": say("left"), "right": say("right"), "top": say("at the top"),
    "bottom": say("at the bottom"), "left-top": say("left, at the top"),
    "right-top": say("right, at the top"), "left-bottom": say("left, at the bottom"),
    "right-bottom": say("right, at the bottom"), "centre": say("in the middle"),
    "fill": say("fills its area, cut at the edges"), "whole": say("all of it in sight"),
}  # fmt: skip
"""How a picture stands and what of it stays in sight, by the words of kinds of cards."""


class Words:
    """The words in one language, as ``w.name`` in a template."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __getattr__(self, name: str) -> str:
        text = WORDS.get(name) or WORDS_AFTER.get(name)
        if text is None:
            raise AttributeError(name)
        return spoken(text, self._language)

    def __call__(self, text: str) -> str:
        """A message, as ``w(text)``."""
        return spoken(text, self._language)

    def field(self, name: str) -> str:
        """What a field is called, or advised, which the deck says in Dutch."""
        return in_english(name) if self._language == ENGLISH else name

    def change(self, what: str) -> str:
        """A change as the history tells it, where a field has its Dutch name."""
        card, colon, field = what.rpartition(": ")
        return f"{card}{colon}{self.field(field)}"

    def place_on(self, name: str) -> str:
        """A place on a picture, as a kind of card names it."""
        return self(PLACES.get(name.replace(" ", "-"), name))

    def sentence(self, text: str) -> str:
        """A message as a sentence of its own: with a capital and a full stop."""
        said = self(text).strip()
        end = "" if said[-1:] in ".!?:…" else "."
        first = "E" if said.startswith("één") else said[:1].upper()  # Eén has one accent
        first = said[:1] if "/" in said.partition(" ")[0] else first  # a file keeps its name
        return first + said[1:] + end if said else ""
