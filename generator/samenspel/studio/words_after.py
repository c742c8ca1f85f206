"""The words of what comes after the texts: trying a deck, having it looked at, checking files."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.saying import say

WORDS_AFTER: Mapping[str, str] = {
    "wing_cards": say("The cards"),
    "wing_region": say("Your region"),
    "wing_try": say("Try"),
    "wing_make": say("Make"),
    "proof_title": say("A proof on the screen"),
    "proof_how": say(
        "Each card as the press prints it, with the lines of the cut, and where most ink lies."
    ),
    "make_proof": say("Make the proof"),
    "proof_made": say("These are the pages as the press prints them. Nothing is sent to anybody."),
    "on_screen": say("And for the screen?"),
    "on_screen_how": say("The page holds all languages that are ready, the slides only this one."),
    "for_whom": say("For whom?"),
    "every_region": say("For every region of this deck, in all languages that are ready"),
    "not_all": say("This was not made"),
    "looking": say("The file is being looked at"),
    "looking_how": say("Large files take longer, a minute at most for most of them."),
    "order_title": say("An order for a print shop"),
    "order_how": say(
        "One folder with all that the shop needs: the files, a proof to sign, a job ticket and a "
        "mail that asks for a price."
    ),
    "own_numbers": say("Other numbers"),
    "own_numbers_how": say(
        "Give it a word of your own, such as islands. In a text regio.islands stands for it, "
        "between double braces."
    ),
    "number_name": say("Its word"),
    "show_how": say("How it stands"),
    "show_self": say("by itself: a photograph fills, a drawing is whole"),
    "wrong": say("This stands in the way"),
    "broken": say("These cards cannot be shown yet"),
    "not_done": say("This could not be done"),
    "gone": say("This page is not there"),
    "back_to_deck": say("Back to all cards"),
    "back_to_start": say("Back to the start"),
    "swap_to": say("Make it"),
    "word_right": say("This word is right"),
    "try_title": say("Try it"),
    "preflight_title": say("Look at a file"),
    "preflight_how": say(
        "As a print shop does: is there anything in the file that it would refuse or print badly?"
    ),
    "preflight_made": say("A file that was made here"),
    "preflight_other": say("Any other file"),
    "preflight_which": say("Which file?"),
    "preflight_look": say("Look at it"),
    "preflight_report": say("Download the report"),
    "choose_pdf": say("Choose a PDF, or drop it here"),
    "open_zip": say("Open a zip"),
    "choose_zip": say("Choose a zip file, or drop it here"),
    "zip_how": say("A deck that somebody sent you. It gets a folder of its own here."),
    "unpack": say("Unpack and open"),
    "review_title": say("Have it looked at"),
    "review_how": say(
        "Send a page with all cards to whoever decides. Their answer comes back as a file; what "
        "they approve stays as it is."
    ),
    "review_out": say("A page to send"),
    "review_out_how": say(
        "One file that opens in any browser, with room for remarks at each card and one yes."
    ),
    "review_get": say("Download the page"),
    "review_in": say("An answer that came back"),
    "review_in_how": say("The file that the page saved, as it came in the mail."),
    "review_take": say("Take this answer"),
    "review_answers": say("What was answered"),
    "review_none": say("Nobody has answered yet."),
    "review_yes": say("Approved"),
    "review_no": say("Not approved yet"),
    "review_opened": say("opened again by"),
    "review_whole": say("The deck as a whole"),
    "frozen": say("This was approved and stays as it is"),
    "frozen_how": say(
        "Nobody changes a text or picture of it by accident. Must it change after all? Say who "
        "you are and why; that is kept with the answer."
    ),
    "by_whom": say("Your name"),
    "why_again": say("Why must it change?"),
    "open_again": say("Let it change again"),
    "each_title": say("A card for everybody by name"),
    "each_how": say(
        "From a table: each row gets a card with its own name, role or question. For a conference, "
        "a team, a class."
    ),
    "each_card": say("Which card?"),
    "each_rows": say("The table"),
    "each_rows_how": say(
        "A .csv or .xlsx; the first row names texts of the card, as its fields are called. An "
        "empty cell leaves the card’s own text. What does not fit is told by its cell."
    ),
    "each_file": say("A file for each row, instead of one for all"),
    "each_make": say("Make these cards"),
    "try_how": say(
        "Play with the deck before it is printed: draw, turn, lay out. These are the pages as they "
        "come from the press."
    ),
}  # fmt: skip


def looked_for(seconds: int) -> str:
    """How long a file has been looked at."""
    return say("{seconds} s", seconds=seconds)
