"use strict";
// A table to play on: cards drawn from a shuffled pile, turned, laid over the conditions, and a clock.
// The digital edition has it in its one file, the studio asks for it; both write the same parts.
// given.cards: the cards to copy from; titleOf: what people call one; addressOf: where it is read;
// word: the words around them; say: for who listens; kept, keep: what stays on this device.
// given.shown is called with cards that were laid, given.acts gives more buttons for one.
function playTable(given) {
  const { cards, titleOf, addressOf, word, say, kept, keep, shown = () => {}, acts = () => [] } = given;
  const $ = (id) => document.getElementById(id);
  const all = (where, what) => [...where.querySelectorAll(what)];

  // -- draw ----------------------------------------------------------------------------------
  const isDrawn = (card) => card.dataset.about && "asks" in card.dataset;
  const reminders = (() => {
    const kinds = {};
    cards.filter(isDrawn).forEach((one) => { (kinds[one.dataset.kind] ??= []).push(one); });
    return Object.values(kinds).sort((a, b) => b.length - a.length)[0] || cards.filter((one) => one.querySelector(".side"));
  })();
  let pile = [];

  function dice(below) {
    const number = new Uint32Array(1);
    crypto.getRandomValues(number);
    return number[0] % below;
  }

  function drawn() {
    if (!pile.length) {
      pile = [...reminders];
      for (let at = pile.length - 1; at > 0; at -= 1) {
        const other = dice(at + 1);
        [pile[at], pile[other]] = [pile[other], pile[at]];
      }
    }
    return pile.pop();
  }

  function lay(count) {
    if (count > pile.length) pile = [];
    const hand = $("hand");
    hand.replaceChildren(...Array.from({ length: Math.min(count, reminders.length) }, () => held(drawn())));
    shown(hand);
    turnWords();
    $("draw-one").dataset.w = "draw-again";
    $("draw-one").textContent = word("draw-again");
    const first = hand.firstElementChild;
    if (first) first.focus();
  }

  function held(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.dataset.of = card.id;
    copy.hidden = false;
    const row = document.createElement("div");
    row.className = "acts";
    const turn = button("turn", () => {
      const open = turn.getAttribute("aria-expanded") === "true";
      turn.setAttribute("aria-expanded", String(!open));
      turnWords();
    });
    turn.className = "turn first";
    turn.setAttribute("aria-expanded", "false");
    row.append(turn, ...acts(card, button));
    copy.append(row);
    return copy;
  }

  function shuffle() {
    pile = [];
    $("hand").replaceChildren();
    $("draw-one").dataset.w = "draw-one";
    $("draw-one").textContent = word("draw-one");
    say(word("shuffled", { n: reminders.length }));
  }

  function button(key, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.dataset.w = key;
    made.textContent = word(key);
    made.addEventListener("click", act);
    return made;
  }

  function turnWords() {
    all($("hand"), ".card").forEach((card) => {
      const turn = card.querySelector(".turn");
      const open = turn.getAttribute("aria-expanded") === "true";
      all(card, ".back, .about").forEach((one) => { one.hidden = !open; });
      turn.dataset.w = open ? "turn-back" : "turn";
      turn.textContent = word(turn.dataset.w);
    });
  }

  // -- lay out over the conditions -----------------------------------------------------------
  const places = JSON.parse(kept("places") || "{}");

  function fillPiles() {
    if (!$("piles")) return;
    const piles = all($("piles"), ".pile");
    piles.forEach((one) => one.querySelector("ul").replaceChildren());
    reminders.forEach((card) => {
      const place = piles.find((one) => one.dataset.pile === (places[card.id] || "")) || piles[0];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = addressOf(card);
      link.textContent = titleOf(card);
      const label = document.createElement("label");
      const name = document.createElement("span");
      name.className = "unseen";
      name.textContent = word("sort-by", { card: titleOf(card) });
      const choice = document.createElement("select");
      choice.dataset.card = card.id;
      piles.forEach((one) => {
        const option = document.createElement("option");
        option.value = one.dataset.pile;
        option.textContent = one.querySelector("h3").textContent;
        option.selected = one === place;
        choice.append(option);
      });
      choice.addEventListener("change", () => {
        places[card.id] = choice.value;
        keep("places", JSON.stringify(places));
        fillPiles();
        const again = all($("piles"), "select").find((one) => one.dataset.card === card.id);
        again.focus();
        say(word("placed", { card: titleOf(card), place: again.selectedOptions[0].textContent }));
      });
      label.append(name, choice);
      item.append(link, label);
      place.querySelector("ul").append(item);
    });
  }

  // -- the clock -----------------------------------------------------------------------------
  let end = 0, ticking = 0;

  function tick() {
    const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
    const time = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    $("clock").textContent = word("left", { time });
    if (!seconds) {
      rest();
      $("clock").textContent = word("time-up");
      say(word("time-up"));
    }
  }

  function rest() {
    clearInterval(ticking);
    const held = document.activeElement === $("clock-stop");
    $("clock-start").hidden = false;
    $("clock-stop").hidden = true;
    if (held) $("clock-start").focus();
  }

  $("clock-start").addEventListener("click", () => {
    const minutes = Math.min(180, Math.max(1, Number($("minutes").value) || 15));
    end = Date.now() + minutes * 60000;
    $("clock-stop").hidden = false;
    $("clock-start").hidden = true;
    $("clock-stop").focus();
    ticking = setInterval(tick, 1000);
    tick();
  });
  $("clock-stop").addEventListener("click", () => { rest(); $("clock").textContent = ""; });

  $("dealer").addEventListener("submit", (event) => { event.preventDefault(); lay(1); });
  $("deal").addEventListener("click", () => lay(Math.min(12, Math.max(1, Number($("how-many").value) || 3))));
  $("shuffle").addEventListener("click", shuffle);
  if ($("sort-clear")) $("sort-clear").addEventListener("click", () => {
    Object.keys(places).forEach((key) => delete places[key]);
    keep("places", null);
    fillPiles();
  });
  return { fillPiles, turnWords };
}
