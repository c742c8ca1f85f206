// Digital editions in a real browser, without a network: node walk.mjs NODE_MODULES CHROMIUM PAGE...
// Prints JSON: what axe finds in each part at two widths, light and dark; what was asked of the
// network; how wide the pages are; and, of the first page, a walk by keyboard alone.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [modules, chromium, ...pages] = process.argv.slice(2);
const page = pages[0];
const require = createRequire(modules + "/");
const axe = await readFile(modules + "/axe-core/axe.min.js", "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = ["cards", "draw", "sort", "agree"];
const out = { violations: [], requests: [], errors: [], wide: [], faint: [], checked: 0, directions: [] };

const browser = await require("playwright-core").chromium.launch({
  executablePath: chromium,
  args: ["--no-sandbox"],
});

async function opened(width, wishes = {}, which = page) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, offline: true, locale: "nl-NL", ...wishes,
  });
  const tab = await context.newPage();
  tab.on("request", (one) => {
    if (!/^(file|data|blob):/.test(one.url())) out.requests.push(one.url());
  });
  tab.on("pageerror", (error) => out.errors.push(String(error)));
  tab.on("console", (one) => { if (one.type() === "error") out.errors.push(one.text()); });
  await tab.goto("file://" + which);
  return tab;
}

// Fields and buttons whose edge and whose ground are both too near to what is around (1.4.11).
const faint = () => {
  const rgb = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => rgb(colour).slice(0, 3)
    .map((one) => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0.05);
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)]; return Math.max(a, b) / Math.min(a, b); };
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgb(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("button, select, input, textarea")].filter((one) => {
    const own = getComputedStyle(one), around = ground(one.parentElement);
    return one.offsetParent && ratio(own.borderTopColor, around) < 3 && ratio(own.backgroundColor, around) < 3;
  }).map((one) => one.outerHTML.slice(0, 80));
};

const LOOKS = [["light", 1280], ["dark", 320]];
const SPACING = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
  + "p{margin-bottom:2em!important}";  // WCAG 2.2, 1.4.12
const seen = async (which, colorScheme, width) => {
  const wishes = { colorScheme, bypassCSP: true, reducedMotion: "reduce" };
  const tab = await opened(width, wishes, which);
  const place = `${which.split("/").slice(-2).join("/")} ${width} ${colorScheme}`;
  await tab.evaluate(axe);
  for (const view of VIEWS) {
    await tab.click(`nav button[data-view=${view}]`);
    if (view === "draw") {
      await tab.click("#draw-one");
      await tab.click("#hand .turn");
    }
    const found = await tab.evaluate(async (rules) => {
      const { violations, passes } = await axe.run(
        document, { runOnly: rules, resultTypes: ["violations"] });
      return { passes: passes.length, violations: violations.map(
        (one) => `${one.id} ${one.nodes[0].html.slice(0, 120)}`) };
    }, RULES);
    out.checked += found.passes;
    out.violations.push(...found.violations.map((one) => `${view} ${place}: ${one}`));
    out.faint.push(...(await tab.evaluate(faint)).map((one) => `${view} ${place}: ${one}`));
    if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
      out.wide.push(`${view} ${place}`);
    }
  }
  await tab.addStyleTag({ content: SPACING });
  for (const view of VIEWS) {
    await tab.click(`nav button[data-view=${view}]`);
    const cut = await tab.evaluate(() =>
      document.documentElement.scrollWidth > innerWidth ||
      [...document.querySelectorAll("button, h1, h2, h3, p, li")].some((one) =>
        one.offsetParent && !one.closest(".unseen") && one.scrollWidth > one.clientWidth + 2));
    if (cut) out.wide.push(`${view} ${place} with wide spacing`);
  }
  out.directions.push(await tab.getAttribute("html", "dir"));
  await tab.context().close();
};
for (const [turn, [colorScheme, width]] of LOOKS.entries()) {
  // the first page in both looks, the others in one each
  const shown = pages.filter((_, count) => !count || count % LOOKS.length === turn);
  await Promise.all(shown.map((which) => seen(which, colorScheme, width)));
}

// axe would find something if there were something to find
const broken = await opened(800, { bypassCSP: true });
await broken.evaluate(() => document.querySelector("img[data-art]").removeAttribute("alt"));
await broken.evaluate(axe);
out.control = (await broken.evaluate((rules) => axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), RULES))
  .violations.map((one) => one.id);
await broken.context().close();

// by keyboard alone: draw a card and turn it, lay one out, write an agreement, find a card
const tab = await opened(1000);
const press = async (key, times = 1) => { for (let n = 0; n < times; n += 1) await tab.keyboard.press(key); };
async function to(selector) {
  for (let n = 0; n < 400; n += 1) {
    if (await tab.evaluate((one) => document.activeElement.matches(one), selector)) return true;
    await press("Tab");
  }
  return false;
}
out.reached = {};
await press("Tab");
out.reached.skip = await tab.evaluate(() => document.activeElement.className === "skip");
out.reached.draw = await to("nav button[data-view=draw]");
await press("Enter");
out.reached.one = await to("#draw-one");
await press("Enter");
out.hidden = await tab.isHidden("#hand .back");
out.reached.turn = await to("#hand .turn");
await press("Space");
out.turned = await tab.isVisible("#hand .back");
await tab.evaluate(() => document.querySelector("nav button").focus());
out.reached.sort = await to("nav button[data-view=sort]");
await press("Enter");
out.reached.choice = await to("#piles select");
const laid = await tab.evaluate(() => document.activeElement.dataset.card);
await press("ArrowDown");
out.laid = await tab.evaluate(
  (card) => document.querySelector(`#piles select[data-card="${card}"]`).closest(".pile").dataset.pile, laid);
out.said = await (await tab.waitForFunction(() => document.getElementById("said").textContent)).jsonValue();
await tab.evaluate(() => document.querySelector("nav button").focus());
out.reached.agree = await to("nav button[data-view=agree]");
await press("Enter");
out.reached.lines = await to("#agreement textarea");
await tab.keyboard.type("Wij bellen maandag.");
const save = tab.waitForEvent("download");
out.reached.save = await to("#agree-save");
await press("Enter");
const file = await (await save).path();
out.saved = await readFile(file, "utf8");
const long = Array.from({ length: 30 }, (_, n) => `Punt ${n + 1}. ` + "Wij bellen op maandag en lunchen samen. ".repeat(6) + `Tot ${n + 1}!`);
await tab.fill("#agree-1", long.join("\n\n"));
await tab.pdf({ path: page.replace(/[^/]*$/, "agreement.pdf"), format: "A4" });
await tab.fill("#agree-1", "");
await tab.reload();
out.kept = await tab.inputValue("#agree-0");
await tab.evaluate(() => document.querySelector("nav button").focus());
await press("Enter");
out.reached.search = await to("#search");
await tab.keyboard.type("stopwatch");
out.found = await tab.evaluate(() =>
  [...document.querySelectorAll("#cards .card:not([hidden])")].map((one) => one.id));
await tab.goto("file://" + page + "#blijf-onbevangen");
await tab.waitForFunction(() => document.activeElement.id === "blijf-onbevangen");
out.linked = await tab.evaluate(() => document.activeElement.id);
out.deals = [];
await tab.click("nav button[data-view=draw]");
for (let n = 0; n < 10; n += 1) {
  await tab.click("#draw-one");
  out.deals.push(await tab.evaluate(() => document.querySelector("#hand .card").dataset.of));
}

// other languages, and no scripts at all
if (await tab.$("#language")) {
  await tab.selectOption("#language", "en");
  out.language = [await tab.getAttribute("html", "lang"), await tab.title()];
}
const forced = await opened(800, { forcedColors: "active" });
out.forced = await forced.evaluate(() => [...document.querySelectorAll("nav button")].map(
  (one) => getComputedStyle(one).backgroundColor));
const plain = await opened(800, { javaScriptEnabled: false });
out.plain = await plain.evaluate(() => document.body.innerText).catch(() => "");
out.plainVisible = await plain.isVisible("#wees-druk-met-rust");
await browser.close();
console.log(JSON.stringify(out));
