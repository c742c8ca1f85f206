"use strict";
(() => {
  const { about, words } = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("answer");
  const said = document.getElementById("said");
  const name = document.getElementById("name"), date = document.getElementById("date");
  const remarks = [...form.querySelectorAll("textarea")];
  const shelf = `samenspel:review:${about.edition}`;

  // What was written stays on this computer until the answer is saved; a private window keeps none.
  const now = () => ({ name: name.value, remarks: Object.fromEntries(remarks.map((one) => [one.dataset.card, one.value])) });
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) || "{}");
    name.value = kept.name || "";
    remarks.forEach((one) => { one.value = kept.remarks?.[one.dataset.card] || ""; });
  } catch { /* nothing is kept */ }
  form.addEventListener("input", () => {
    try { localStorage.setItem(shelf, JSON.stringify(now())); } catch { /* nothing is kept */ }
  });
  const today = new Date();
  date.value = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const verdict = form.querySelector("input[name=verdict]:checked");
    if (!name.value.trim() || !date.value || !verdict) {
      said.textContent = words.needed;
      (name.value.trim() ? date.value ? form.querySelector("input[name=verdict]") : date : name).focus();
      return;
    }
    const answer = {
      samenspel: "review", ...about, name: name.value.trim(), date: date.value,
      approved: verdict.value === "yes",
      remarks: remarks.filter((one) => one.value.trim())
        .map((one) => ({ card: one.dataset.card, text: one.value.trim() })),
    };
    const plain = answer.name.normalize("NFD").replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 2) + "\n"], { type: "application/json" }));
    link.download = `${words.file}-${about.region}-${about.language}-${plain}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    said.textContent = words.saved.replace("{file}", link.download);
  });
})();
