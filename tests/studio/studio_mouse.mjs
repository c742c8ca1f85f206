// The studio by mouse: node studio_mouse.mjs NODE_MODULES CHROMIUM ADDRESS PICTURE
// From an empty folder to an order folder; each click is done at one of three widths, and tried at
// the two others: what is hit there is in sight, at rest, and lies under nothing. Prints JSON.
import { createRequire } from "node:module";

const [modules, chromium, address, picture] = process.argv.slice(2);
const require = createRequire(modules + "/");
const SIZES = [[390, 844], [768, 1024], [1440, 900]].map(([width, height]) => ({ width, height }));
const out = { errors: [], clicks: 0, tried: 0, widths: {} };

const browser = await require("playwright-core").chromium.launch({
  executablePath: chromium, args: ["--no-sandbox"],
});
const tab = await (await browser.newContext({ locale: "nl-NL" })).newPage();
tab.setDefaultTimeout(120000);
tab.on("pageerror", (error) => out.errors.push(String(error)));
tab.on("console", (one) => { if (one.type() === "error") out.errors.push(one.text()); });

async function click(selector, really = true) {
  const here = SIZES[out.clicks % SIZES.length];
  const one = tab.locator(selector).first();
  for (const size of SIZES.filter((other) => other !== here)) {
    await tab.setViewportSize(size);
    await one.click({ trial: true });
    out.tried += 1;
  }
  await tab.setViewportSize(here);
  await one.click({ trial: !really });
  out.clicks += 1;
  out.widths[here.width] = (out.widths[here.width] ?? 0) + 1;
}

async function type(selector, text) {
  await click(selector);
  await tab.keyboard.type(text);
}

// a region
await tab.goto(address);
await type("#name", "Onderwijsregio Duinvoet");
await type("#short", "Duinvoet");
await click("form[action='/new'] button");
await tab.waitForSelector(".deck li");

// a text, by pointing at it on the page; a word that is spelt wrong, and the right one for it
await click(".deck a[href$='/wees-druk-met-rust']");
await tab.waitForSelector("#texts");
await click(".spots rect >> nth=-1");
const field = `#${await tab.evaluate(() => document.activeElement.id)}`;
out.pointed = await tab.evaluate(() => document.activeElement.dataset.key);
await tab.fill(field, "Waar ren jij voor weg op jouw gesprekstafell?");
await click("h1"); // out of the field: now it is saved
await tab.waitForFunction(() => document.getElementById("said").textContent === "Bewaard");
await click(`${field}-notes [data-act=swap]`);
await click("h1");
await tab.waitForFunction((one) => document.querySelector(one + "-notes .coach") === null, field);
out.mended = await tab.inputValue(field);

// a picture that fills its panel, and back
const choosing = tab.waitForEvent("filechooser");
await click("#pf1");
await (await choosing).setFiles(picture);
await tab.selectOption("#ps1", "fill");
await click("#picture form button");
await tab.locator("#picture .path", { hasText: "pictures/" }).waitFor();
out.picture = await tab.textContent("#picture .path");
out.fills = await tab.inputValue("#ps1");
await click("#undo");
await tab.waitForFunction((one) => document.querySelector("#picture .path")?.textContent !== one, out.picture);

// a card goes out and comes back
await click(".rooms a[href^='/row/']");
await click("#c-blijf-onbevangen form[action$='/drop'] button");
await click("form[action$='/back'] button");
await tab.waitForSelector("form[action$='/back'] button", { state: "detached" });

// an order for a print shop
await click(".wings a[href^='/make/']");
await type("#reference", "Eerste oplage");
await click("form[action$='/order'] button");
await tab.waitForSelector(".files li", { timeout: 240000 });
await click("form[action='/folder'] button", false); // whose window a test does not open
out.made = await tab.locator(".files .path").allTextContents();
const errors = out.errors.length;
await click("form[action='/close'] button");
await tab.waitForFunction(() => document.querySelector("h1").textContent === "De studio is dicht");
out.errors.length = errors; // the closed page asks a server that is gone for its letters
await browser.close();
console.log(JSON.stringify(out));
