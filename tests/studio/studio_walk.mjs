// The studio in a real browser: node studio_walk.mjs NODE_MODULES CHROMIUM ADDRESS FOLDER
// From an empty folder to an order for a print shop, by keyboard alone; what axe finds on each page at
// three widths; how long a page takes to follow a key. Prints JSON.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [modules, chromium, address, folder] = process.argv.slice(2);
const require = createRequire(modules + "/");
const axe = await readFile(modules + "/axe-core/axe.min.js", "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [320, 820, 1440];
const out = { violations: [], wide: [], errors: [], outside: [], texts: {}, checked: 0, reached: {} };

const browser = await require("playwright-core").chromium.launch({
  executablePath: chromium, args: ["--no-sandbox"],
});
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
const tab = await context.newPage();
tab.setDefaultTimeout(120000);
tab.on("pageerror", (error) => out.errors.push(String(error)));
tab.on("console", (one) => { if (one.type() === "error") out.errors.push(one.text()); });
tab.on("request", (one) => { if (!one.url().startsWith(new URL(address).origin)) out.outside.push(one.url()); });

// A card that is still fading in has less contrast than it will have: axe looks at pages at rest.
const rest = (page) => page.evaluate(() =>
  Promise.allSettled(document.getAnimations().map((one) => one.finished)));

async function judge(name) {
  await tab.evaluate(axe);
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 900 });
    await rest(tab);
    const found = await tab.evaluate((rules) => axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), RULES);
    out.checked += found.passes.length;
    out.violations.push(...found.violations.map((one) =>
      `${name} ${width}: ${one.id} ${one.nodes[0].html.slice(0, 120)}`));
    if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
      out.wide.push(`${name} ${width}`);
    }
  }
  await tab.setViewportSize({ width: 1440, height: 900 });
  out.texts[name] = await tab.evaluate(() => {
    const seen = document.body.cloneNode(true);
    for (const one of seen.querySelectorAll("textarea, .path, .told, .hint, option")) one.remove();
    return [document.title, seen.textContent].join(" ").replace(/\s+/g, " ");
  });
}

const press = (key) => tab.keyboard.press(key);
async function to(name, selector) {
  for (let n = 0; n < 120; n += 1) {
    if (await tab.evaluate((one) => document.activeElement.matches(one), selector)) {
      out.reached[name] = true;
      return;
    }
    await press("Tab");
  }
  out.reached[name] = false;
}

// a region from an empty folder
await tab.goto(address);
out.address = tab.url();
await judge("start");
await press("Tab");
out.reached.skip = await tab.evaluate(() => document.activeElement.className === "skip");
await to("name", "#name");
await tab.keyboard.type("Onderwijsregio Duinvoet");
await to("short", "#short");
await tab.keyboard.type("Duinvoet");
await to("new", "form[action='/new'] button");
await press("Enter");
await tab.waitForSelector(".deck li");
await judge("deck");

// a text, and the page that follows it
await to("card", ".deck a[href$='/wees-druk-met-rust']");
await press("Enter");
await tab.waitForSelector("#texts");
await judge("card");
out.locked = await tab.evaluate(() => document.querySelector("#texts textarea").readOnly);
const QUESTION = "textarea[data-key$='questions.1']";
const before = await tab.inputValue(QUESTION);
await to("question", QUESTION);
await press("ControlOrMeta+a");
const BACK = "figure:nth-of-type(2) img";
const words = "Waar ren jij voor weg, en wie ziet dat?";
const waits = [];
for (const letter of words) {
  const was = await tab.getAttribute(BACK, "src");
  const begun = Date.now();
  await tab.keyboard.type(letter);
  if (letter === " ") continue;  // which leaves no ink at the end of a line
  await tab.waitForFunction(([one, old]) => document.querySelector(one).getAttribute("src") !== old, [BACK, was]);
  waits.push(Date.now() - begun);
}
out.waits = waits.sort((one, other) => one - other);
out.marked = await tab.evaluate(() => document.querySelectorAll(".spots rect.on").length);
await press("Tab");
await tab.waitForFunction(() => document.getElementById("said").textContent === "Bewaard");
await tab.reload();
out.kept = await tab.inputValue(QUESTION);
out.alt = await tab.getAttribute(BACK, "alt");
await tab.click(".spots rect >> nth=-1");
out.clicked = await tab.evaluate(() => document.activeElement.tagName);
await tab.fill(QUESTION, "Waarom ren jij zo hard weg voor alles en iedereen? ".repeat(12));
await tab.waitForSelector(".wrong");
out.tooLong = await tab.textContent(".wrong p");
await judge("too long");
await tab.fill(QUESTION, words);
await tab.waitForSelector(".wrong", { state: "detached" });
out.undone = [];
while (await tab.inputValue(QUESTION) !== before && out.undone.length < 60) {
  const was = await tab.inputValue(QUESTION);
  await to("undo", "#undo");
  out.undone.push(await tab.textContent("#undo + .hint"));
  await press("Enter");
  await tab.waitForFunction(
    ([one, old]) => document.querySelector(one)?.value !== old, [QUESTION, was]);
  await tab.waitForLoadState();
}
out.back = await tab.inputValue(QUESTION) === before;

// a card goes out and comes back
await tab.goto(new URL("/row/duinvoet/nl/a6", address).href);
await judge("row");
await to("leave out", "#c-achtergrond ~ li form[action$='/drop'] button, #c-blijf-onbevangen form[action$='/drop'] button");
await press("Enter");
await tab.waitForSelector("form[action$='/back'] button");
await to("put back", "form[action$='/back'] button");
await press("Enter");
await tab.waitForSelector("form[action$='/back'] button", { state: "detached" });
await to("new card", "form[action$='/new'] button");
await press("Enter");
await tab.waitForSelector("textarea[name='core']");
await judge("new card");

// on the table: shuffled, drawn, turned, laid by a condition
await tab.goto(new URL("/try/duinvoet/nl/a6", address).href);
await to("draw", "#draw-one");
await press("Enter");
out.front = [await tab.isVisible("#hand .front"), await tab.isVisible("#hand .back")];
await to("turn", "#hand .turn");
await press("Space");
out.turned = [await tab.isVisible("#hand .front"), await tab.isVisible("#hand .back")];
await judge("try");
await to("lay", "#piles select");
await tab.selectOption("#piles select >> nth=0", { index: 2 });
out.laid = await tab.evaluate(() => document.querySelectorAll("#piles .pile:not(.loose) li").length);
await to("shuffle", "#shuffle");
await press("Enter");
out.shuffled = await tab.evaluate(() => document.querySelectorAll("#hand .card").length);

// how it looks, and what is so
await tab.goto(new URL("/look/duinvoet/nl/a6", address).href);
await judge("look");
await to("colour", "#c-coral");
await to("logo", "form[action$='/colour'] button");
await tab.goto(new URL("/facts/duinvoet/nl/a6", address).href);
await judge("facts");
await to("issue", "#issue");
await tab.keyboard.type("het lerarentekort");
await to("save facts", "form[action$='/save'] button");
await press("Enter");
await tab.waitForFunction(() => document.querySelector("#issue")?.value === "het lerarentekort");

// the same text in all languages
await tab.goto(new URL("/texts/duinvoet/nl/a6", address).href);
await judge("texts");
await to("texts", "a[href$='/wees-druk-met-rust']");
await press("Enter");
await tab.waitForSelector("#texts");
await judge("side by side");

// a spreadsheet, and what the region changes
await tab.goto(new URL("/sheet/duinvoet/nl/a6", address).href);
await judge("sheet");
await to("workbook", "a[download]");
await tab.goto(new URL("/diff/duinvoet/nl/a6", address).href);
await judge("diff");

// had looked at: a page goes out, its answer comes back, and what was approved stays as it is
await tab.goto(new URL("/review/duinvoet/nl/a6", address).href);
await to("page to send", "form[action$='/page.html'] button");
const sending = tab.waitForEvent("download");
await press("Enter");
const page = `${folder}/page.html`;
await (await sending).saveAs(page);
const reader = await context.newPage();
reader.on("pageerror", (error) => out.errors.push(String(error)));
await reader.goto("file://" + page);
await reader.evaluate(axe);
await rest(reader);
out.violations.push(...(await reader.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES))
  .violations.map((one) => `page to send: ${one.id} ${one.nodes[0].html.slice(0, 120)}`));
await reader.setViewportSize({ width: 320, height: 900 });
if (await reader.evaluate(() => document.documentElement.scrollWidth > innerWidth)) out.wide.push("page to send");
await reader.click("form button");
out.unsaid = await reader.textContent("#said");
await reader.fill("textarea[data-card='wees-druk-met-rust']", "Mooi zo.");
await reader.fill("#name", "Jo de Wit");
await reader.check("input[value=yes]");
const answering = reader.waitForEvent("download");
await reader.click("form button");
await (await answering).saveAs(`${folder}/antwoord.json`);
await reader.close();
await tab.setInputFiles("#file", `${folder}/antwoord.json`);
await to("answer", "form[action$='/in'] button");
await press("Enter");
await tab.waitForSelector(".held");
await judge("review");
out.answered = await tab.textContent("#answers article");
await tab.goto(new URL("/deck/duinvoet/nl/a6/wees-druk-met-rust", address).href);
out.frozen = await tab.evaluate(() => [...document.querySelectorAll("#texts textarea")].every((one) => one.readOnly));

// files for the print shop
await tab.goto(new URL("/make/duinvoet/nl/a6", address).href);
await judge("make");
await to("copies", "#copies");
await tab.keyboard.type("250");
await to("make", "form[action$='/order'] button");
await press("Enter");
await tab.waitForSelector(".files li", { timeout: 240000 });
await judge("made");
await tab.goto(new URL("/preflight/duinvoet/nl/a6", address).href);
await to("look at it", "form[action$='/in'] button");
await press("Enter");
await tab.waitForSelector(".held .good, .held .bad");
await judge("preflight");
await tab.goto(new URL("/make/duinvoet/nl/a6", address).href);
out.made = await tab.locator(".files .path").allTextContents();
await tab.goto(new URL("/deck/nergens/nl/a6", address).href);
await judge("gone");
out.errors = out.errors.filter((one) => !one.includes("404"));
await tab.goto(new URL("/", address).href);
const errors = out.errors.length;
await to("close", ".close button");
await press("Enter");
await tab.waitForFunction(() => document.querySelector("h1").textContent === "De studio is dicht");
out.errors.length = errors; // the closed page asks a server that is gone for its letters
await browser.close();
console.log(JSON.stringify(out));
