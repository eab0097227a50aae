import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./eventually.js";

const FOLDER = join(import.meta.dirname, "..", "target", "screenshots");
const GUIDE = join(import.meta.dirname, "..", "..", "docs", "images");
const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];
const SCHEMES = ["light", "dark"];

// Pictures of all pages take as long as half the tests: the whole run goes without, unless it is asked for them.
const PHOTOGRAPHS = Boolean(process.env.KONTOR_SCREENSHOTS);

/** Holds a page to what one can measure at both widths: nothing sticks out. Photographs it there in both schemes where the run takes photographs. */
export async function shoot(page, name) {
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize();
  const bars = await page.context().newCDPSession(page);
  await page.evaluate(() => scrollTo(0, 0));
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // Phones lay their scroll bars over the page.
    await bars.send("Emulation.setScrollbarsHidden", { hidden: size.width === 390 });
    for (const scheme of PHOTOGRAPHS ? SCHEMES : []) {
      await wear(page, scheme);
      await page.screenshot({ path: join(FOLDER, `${name}-${size.width}-${scheme}.png`), fullPage: true, animations: "disabled" });
    }
    // A page that asks how wide it is lays itself out a moment later.
    await eventually(async () => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name} is ${wide} pixels too wide at ${size.width}`);
    });
  }
  await bars.send("Emulation.setScrollbarsHidden", { hidden: false });
  await bars.detach();
  await page.setViewportSize(before);
  if (PHOTOGRAPHS) await wear(page, "light");
}

/** `KONTOR_PICTURES=1 npm test -- test/12-office.test.js`: the guide's pictures are taken anew, of what the tests show. */
export async function picture(page, name) {
  if (!process.env.KONTOR_PICTURES) return;
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.screenshot({ path: join(GUIDE, `${name}.png`), animations: "disabled", style: ".mantine-Notifications-root { display: none }" });
  await page.setViewportSize(before);
}

/** Has the system ask for a scheme, and waits until the page wears it, unless its person chose one. */
async function wear(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  const chosen = await page.evaluate(() => localStorage.getItem("mantine-color-scheme-value"));
  if (chosen === null || chosen === "auto") await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: "attached" });
}
