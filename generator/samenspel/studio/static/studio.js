// What the studio does in the browser beside links and forms: the page follows what is typed.
const REST = 3000; // so long after the last key a text is saved, in milliseconds

const lines = document.getElementById("lines");
lines?.addEventListener("change", () => {
  document.querySelector(".pages").classList.toggle("lines", lines.checked);
});

function begin(form) {
  const words = Object.fromEntries(
    [...document.getElementById("words").content.children].map((one) => [one.dataset.w, one.textContent]));
  const boxes = [...form.querySelectorAll("textarea")];
  const writings = boxes.filter((box) => !box.readOnly).map((box) => new Writing(form, box, words));
  for (const one of writings) one.lookUp();
  document.addEventListener("submit", async (event) => {
    if (form.contains(event.target)) return;
    event.preventDefault(); // what is not saved yet is a change too, and comes before this one
    await Promise.all(writings.map((one) => one.save()));
    event.target.submit();
  });
  for (const box of boxes) {
    box.addEventListener("focus", () => mark(box.id, true));
    box.addEventListener("blur", () => mark(box.id, false));
  }
  document.querySelector(".sheet")?.addEventListener("click", (event) => {
    const field = event.target.closest("[data-field]")?.dataset.field;
    if (!field) return;
    const box = document.getElementById(field);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "center" });
  });
  if (form.tagName === "FORM") form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const theirs = event.target.dataset?.merge;
    const box = event.target.closest(".text")?.querySelector("textarea");
    if (theirs === undefined || !box) return;
    box.value = `${box.value}\n\n${theirs}`.trim(); // to be made one text of by hand
    box.dispatchEvent(new Event("input"));
    box.focus();
  });
  form.addEventListener("click", async (event) => {
    const word = event.target.closest("[data-act=known]")?.dataset.word;
    const box = event.target.closest(".text")?.querySelector("textarea");
    const writing = writings.find((one) => one.box === box);
    if (word === undefined || !writing) return;
    const done = await post(`${writing.to}/word`, { word }).catch(() => ({ failed: true }));
    writing.tried = null; // asked again, now that the word is known
    box.focus();
    if (done.failed) writing.say(words.refused);
    else writing.follow();
  });
  form.addEventListener("click", (event) => {
    const { word, instead } = event.target.closest("[data-act=swap]")?.dataset ?? {};
    const box = event.target.closest(".text")?.querySelector("textarea");
    const at = word === undefined || !box ? -1 : wordAt(box.value, word);
    if (at < 0) return;
    box.setRangeText(instead, at, at + word.length, "end");
    box.focus();
    box.dispatchEvent(new Event("input"));
    box.dispatchEvent(new Event("change")); // it was chosen, so it is saved at once
  });
  // a choice is made about the text that stands there: it is saved first
  form.addEventListener("submit", async (event) => {
    if (event.target === form) return;
    event.preventDefault();
    await Promise.all(writings.map((one) => one.save()));
    const act = document.createElement("input");
    Object.assign(act, { type: "hidden", name: "act", value: event.submitter.value });
    event.target.append(act);
    event.target.submit();
  });
}

// Where a word stands that is no part of another one; -1 where it does not.
function wordAt(text, word) {
  const letter = /[\p{L}\p{N}_]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!letter.test(text[at - 1] ?? " ") && !letter.test(text[at + word.length] ?? " ")) return at;
  }
  return -1;
}

// The word that somebody is in, so that nothing is said of it before it is finished.
function wordBefore(text, at) {
  return /[\p{L}\p{M}'’-]*$/u.exec(text.slice(0, at))[0] + /^[\p{L}\p{M}'’-]*/u.exec(text.slice(at))[0];
}

// Where a field stands on the pages, while somebody is in it.
function mark(id, on) {
  for (const spot of document.querySelectorAll(`[data-field="${id}"]`)) spot.classList.toggle("on", on);
}

async function post(address, values) {
  const answer = await fetch(address, {
    method: "POST", body: new URLSearchParams(values), keepalive: true,
  });
  return answer.ok ? answer.json() : { failed: true };
}

class Writing {
  constructor(form, box, words) {
    const to = box.dataset.to ?? form.dataset.to;
    Object.assign(this, { to, box, words, tried: box.value, kept: box.value, busy: false, looked: new Set() });
    this.holder = box.closest(".text");
    box.addEventListener("input", () => this.typed());
    box.addEventListener("change", () => this.save());
    addEventListener("pagehide", () => this.save());
  }

  say(text) {
    this.holder.querySelector(".state").textContent = text;
    if (text && text !== this.words.saving) document.getElementById("said").textContent = text;
  }

  typed() {
    this.say("");
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.save(), REST);
    if (!this.busy && this.box.dataset.quiet === undefined) this.follow();
  }

  // One question at a time, and always the newest text: what was typed meanwhile is asked next.
  async follow() {
    this.busy = true;
    try {
      while (this.tried !== this.box.value) {
        const text = this.box.value;
        const here = document.activeElement === this.box;
        const typing = here ? wordBefore(text, this.box.selectionStart) : "";
        const seen = await post(`${this.to}/try`, { key: this.box.dataset.key, text, typing });
        this.tried = text;
        if (!seen.failed) await show(seen, this.box);
      }
    } catch {
      this.say(this.words.unreached);
    }
    this.busy = false;
    this.lookUp();
  }

  // What may stand in a word's place takes a while: it is asked for once the word is told.
  async lookUp() {
    const word = this.holder.querySelector("[data-near]")?.dataset.near;
    if (word === undefined || this.looked.has(word)) return;
    this.looked.add(word);
    const done = await post(`${this.to}/near`, { word }).catch(() => ({ failed: true }));
    if (done.failed) return;
    this.tried = null; // asked again, now that it is known
    if (!this.busy) await this.follow();
  }

  save() {
    clearTimeout(this.rest);
    if (this.box.value !== this.kept) this.saving ??= this.write();
    return this.saving;
  }

  async write() {
    const text = this.box.value;
    this.say(this.words.saving);
    try {
      const { key, seen } = this.box.dataset;
      const done = await post(`${this.to}/save`, { key, seen, text });
      if (done.failed) this.say(this.words.refused);
      else if (done.theirs !== null) this.differ(done.theirs, done.seen);
      else if (done.refused) this.say(done.refused);
      else {
        this.kept = text;
        this.box.dataset.seen = done.seen;
        this.say(this.words.saved);
        if (text) this.holder.querySelector("label .flag")?.remove();
        const sheet = document.querySelector(".sheet");
        if (sheet && done.faces.length !== sheet.querySelectorAll(".face").length) location.reload();
        else if (text === this.box.value) await show(done, this.box);
      }
    } catch {
      this.say(this.words.unreached);
    }
    this.saving = null;
    if (this.box.value !== text) this.typed();
  }

  // Somebody else wrote here: both are shown, and nothing is lost.
  differ(theirs, seen) {
    this.say("");
    this.holder.querySelector(".conflict")?.remove();
    const asked = document.getElementById("conflict").content.firstElementChild.cloneNode(true);
    asked.querySelector("blockquote").textContent = theirs;
    asked.addEventListener("click", (event) => {
      const act = event.target.dataset.act;
      if (!act) return;
      this.box.dataset.seen = seen;
      if (act === "theirs") {
        this.box.value = this.kept = theirs;
        this.follow();
      } else this.save();
      asked.remove();
      this.box.focus();
    });
    this.holder.append(asked);
  }
}

// The pages and what is said at the fields, as the studio answered.
async function show(seen, box) {
  const figures = [...document.querySelectorAll(".face")];
  await Promise.all(seen.faces.map(async (face, place) => {
    const figure = figures[place];
    if (!figure) return;
    const picture = figure.querySelector("img");
    const address = `/picture/large/${face.picture}.jpg`;
    if (picture.getAttribute("src") !== address) {
      const next = new Image();
      next.src = address;
      await next.decode().catch(() => {});
      picture.src = address;
      picture.alt = face.alt;
    }
    figure.querySelector(".spots").innerHTML = face.spots;
  }));
  for (const [id, notes] of Object.entries(seen.notes)) {
    const told = document.querySelector(`#${box.dataset.prefix ?? ""}${id}-notes .told`);
    if (told && told.innerHTML !== notes) told.innerHTML = notes;
  }
  document.getElementById("rest").innerHTML = seen.rest;
  if (document.activeElement === box) mark(box.id, true);
}

const form = document.getElementById("texts");
if (form) begin(form);
