const form = document.querySelector("form");
const items = [...document.querySelectorAll("[data-format]")];
const one = (name) => form.elements[name].value;
function show() {
  const words = one("card").toLowerCase();
  let texts = 0;
  for (const item of items) {
    const d = item.dataset;
    const row = d.verdict !== undefined;
    item.hidden =
      (one("region") && d.region !== one("region")) ||
      (one("language") && d.language !== one("language")) ||
      (one("format") && d.format !== one("format")) ||
      (row && one("verdict") && !one("verdict").split(" ").includes(d.verdict)) ||
      !d.card.includes(words);
    if (row && !item.hidden) texts += 1;
  }
  const output = form.querySelector("output");
  output.textContent = texts + " " + output.dataset.shown;
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
