// A deck on the table: the parts of the digital edition, with the printed pages as cards.
(() => {
  const words = document.getElementById("data");
  if (!words) return;
  const data = JSON.parse(words.textContent);
  const shelf = `samenspel:${location.pathname}:`;
  const said = document.getElementById("said");
  document.querySelectorAll("#view-draw, #view-sort").forEach((one) => { one.hidden = false; });
  const table = playTable({
    cards: [...document.querySelectorAll("#cards .card")],
    titleOf: (card) => card.querySelector("h3").textContent,
    addressOf: (card) => card.dataset.to,
    word: (key, values = {}) => (data[key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""),
    say: (text) => { said.textContent = ""; setTimeout(() => { said.textContent = text; }, 50); },
    kept: (key) => sessionStorage.getItem(shelf + key),
    keep: (key, value) => (value === null ? sessionStorage.removeItem(shelf + key) : sessionStorage.setItem(shelf + key, value)),
  });
  table.fillPiles();
})();
