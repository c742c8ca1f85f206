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
    table.fillPiles();
    table.turnWords();
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

  // -- the table -----------------------------------------------------------------------------
  const table = playTable({
    cards, titleOf, word, say, kept, keep,
    addressOf: (card) => "#" + card.id,
    shown: (hand) => all(hand, "img[data-art]").forEach((one) => {
      if (pictures[one.dataset.art]) one.src = pictures[one.dataset.art];
    }),
    acts: (card, button) => [button("link", async () => {
      const address = location.href.split("#")[0] + "#" + card.id;
      try {
        await navigator.clipboard.writeText(address);
        say(word("copied"));
      } catch { location.hash = card.id; }
    })],
  });

  // -- the agreement -------------------------------------------------------------------------
  const lines = all($("agreement"), "textarea");
  lines.forEach((one) => {
    one.value = kept(one.id) || "";
    one.addEventListener("input", () => keep(one.id, one.value));
  });
  // On paper nobody scrolls, and a field goes over no page's end: what was written is printed as text.
  const written = lines.map((one) => {
    const text = document.createElement("div");
    text.className = "written";
    one.parentElement.after(text);
    return text;
  });
  window.addEventListener("beforeprint", () => written.forEach((text, at) => { text.textContent = lines[at].value; }));
  window.addEventListener("afterprint", () => written.forEach((text) => { text.textContent = ""; }));
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
  window.addEventListener("hashchange", follow);

  const wanted = new URLSearchParams(location.search).get("lang") || kept("language") ||
    (navigator.languages || []).map((one) => one.split("-")[0]).find((one) => data.languages.includes(one));
  show("cards", false);
  speak(wanted || data.languages[0]);
  follow();
})();
