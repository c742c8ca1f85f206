"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const all = (where, what) => [...where.querySelectorAll(what)];
  const page = document.documentElement;
  const cards = all($("cards"), ".card");
  const views = all(document, "nav button").map((one) => one.dataset.view);
  document.body.classList.remove("plain");

  // What a reader keeps on this device; a browser that forbids it keeps nothing, and says nothing.
  const shelf = "samenspel:" + location.pathname + ":";
  const kept = (key) => { try { return localStorage.getItem(shelf + key); } catch { return null; } };
  const keep = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(shelf + key);
      else localStorage.setItem(shelf + key, value);
    } catch { /* private window */ }
  };

  let language = data.languages[0];
  const word = (key, values = {}) =>
    (data.words[language][key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const say = (text) => { $("said").textContent = ""; setTimeout(() => { $("said").textContent = text; }, 50); };
  const titleOf = (card) => {
    const shown = all(card, ".words").find((one) => one.dataset.lang === language) || card.querySelector(".words");
    return shown.querySelector("h2").textContent;
  };

  // -- language ------------------------------------------------------------------------------
  const pictures = {};
  all(document, "img[data-art]").forEach((one) => {
    if (one.getAttribute("src") !== "data:,") pictures[one.dataset.art] = one.getAttribute("src");
  });

  function speak(name) {
    language = data.languages.includes(name) ? name : data.languages[0];
    page.lang = language;
    page.dir = data.rtl.includes(language) ? "rtl" : "ltr";
    document.title = data.titles[language] + document.title.slice(document.title.indexOf(" · "));
    all(document, "[data-lang]").forEach((one) => { one.hidden = one.dataset.lang !== language; });
    all(document, ".card").forEach(oneLanguage);
    all(document, "[data-w], #found, #clock, #said").forEach((one) => {
      if (one.dataset.w) one.textContent = word(one.dataset.w);
      one.lang = data.spoken[language];
    });
    all(document, "[data-label]").forEach((one) => { one.setAttribute("aria-label", word(one.dataset.label)); });
    all(document, "[data-c]").forEach((one) => { one.textContent = data.conditions[language][one.dataset.c] || one.dataset.c; });
    all(document, "img[data-art]").forEach((one) => {
      if (!one.closest("[hidden]") && pictures[one.dataset.art]) one.src = pictures[one.dataset.art];
    });
    if ($("language")) $("language").value = language;
    keep("language", language);
    find();
    fillPiles();
    turnWords();
  }

  // A card that this language lacks is read in the first.
  function oneLanguage(card) {
    const versions = all(card, ".words");
    if (!versions.some((one) => one.dataset.lang === language)) versions[0].hidden = false;
  }

  // -- views ---------------------------------------------------------------------------------
  function show(view, focus) {
    views.forEach((name) => { $("view-" + name).hidden = name !== view; });
    all(document, "nav button").forEach((one) => {
      if (one.dataset.view === view) one.setAttribute("aria-current", "page");
      else one.removeAttribute("aria-current");
    });
    if (focus) $("main").focus({ preventScroll: false });
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (views.includes(name)) return show(name, true);
    const card = cards.find((one) => one.id === name);
    show("cards", false);
    if (card) {
      card.hidden = false;
      card.scrollIntoView();
      card.focus({ preventScroll: true });
    }
  }

  // -- all cards -----------------------------------------------------------------------------
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  function find() {
    const wanted = plain($("search").value).split(/\s+/).filter(Boolean);
    const about = $("condition") ? $("condition").value : "";
    let count = 0;
    cards.forEach((card) => {
      const shown = all(card, ".words").find((one) => !one.hidden);
      const text = plain(shown.textContent + " " + all(shown, "img").map((one) => one.alt).join(" "));
      const fits = wanted.every((one) => text.includes(one));
      card.hidden = !fits || (about !== "" && !card.dataset.about.split(" ").includes(about));
      if (!card.hidden) count += 1;
    });
    $("found").textContent = count
      ? word("found", { n: count, total: cards.length })
      : word("none-found");
  }

  // -- draw ----------------------------------------------------------------------------------
  const isDrawn = (card) => card.dataset.about && card.querySelector(".f-questions");
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
    all(hand, "img[data-art]").forEach((one) => {
      if (pictures[one.dataset.art]) one.src = pictures[one.dataset.art];
    });
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
    const acts = document.createElement("div");
    acts.className = "acts";
    const turn = button("turn", () => {
      const open = turn.getAttribute("aria-expanded") === "true";
      turn.setAttribute("aria-expanded", String(!open));
      turnWords();
    });
    turn.className = "turn first";
    turn.setAttribute("aria-expanded", "false");
    const link = button("link", async () => {
      const address = location.href.split("#")[0] + "#" + card.id;
      try {
        await navigator.clipboard.writeText(address);
        say(word("copied"));
      } catch { location.hash = card.id; }
    });
    acts.append(turn, link);
    copy.append(acts);
    return copy;
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
      link.href = "#" + card.id;
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

  // -- the agreement -------------------------------------------------------------------------
  const lines = all($("agreement"), "textarea");
  lines.forEach((one) => {
    one.value = kept(one.id) || "";
    one.addEventListener("input", () => keep(one.id, one.value));
  });
  const agreed = () => lines.map((one) => {
    const names = all(one.parentElement, "span").filter((name) => !name.hidden);
    return names.map((name) => name.textContent).join("") + "\n" + one.value + "\n";
  }).join("\n");
  const heading = () => data.titles[language] + " – " + word("agree");

  $("agree-save").addEventListener("click", () => {
    const file = new Blob([heading() + "\n\n" + agreed()], { type: "text/plain;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = word("file") + ".txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(word("saved"));
  });
  $("agree-mail").addEventListener("click", () => {
    location.href = "mailto:?subject=" + encodeURIComponent(heading()) + "&body=" + encodeURIComponent(agreed());
  });
  $("agree-print").addEventListener("click", () => window.print());
  $("agree-wipe").addEventListener("click", () => {
    lines.forEach((one) => { one.value = ""; keep(one.id, null); });
    say(word("wiped"));
    lines[0].focus();
  });

  // -- what is pressed -----------------------------------------------------------------------
  all(document, "nav button").forEach((one) => one.addEventListener("click", () => {
    history.replaceState(null, "", "#" + one.dataset.view);
    show(one.dataset.view, false);
  }));
  if ($("language")) $("language").addEventListener("change", (event) => speak(event.target.value));
  $("finder").addEventListener("submit", (event) => event.preventDefault());
  $("search").addEventListener("input", find);
  if ($("condition")) $("condition").addEventListener("change", find);
  $("dealer").addEventListener("submit", (event) => { event.preventDefault(); lay(1); });
  $("deal").addEventListener("click", () => lay(Math.min(12, Math.max(1, Number($("how-many").value) || 3))));
  if ($("sort-clear")) $("sort-clear").addEventListener("click", () => {
    Object.keys(places).forEach((key) => delete places[key]);
    keep("places", null);
    fillPiles();
  });
  window.addEventListener("hashchange", follow);

  const wanted = new URLSearchParams(location.search).get("lang") || kept("language") ||
    (navigator.languages || []).map((one) => one.split("-")[0]).find((one) => data.languages.includes(one));
  show("cards", false);
  speak(wanted || data.languages[0]);
  follow();
})();
