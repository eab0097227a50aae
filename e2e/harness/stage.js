import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { Visitor } from "./visitor.js";

export const TARGET = join(import.meta.dirname, "..", "target");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
after(() => browser?.close());

/** The one browser of a test file. */
export async function theBrowser() {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return browser;
}

/**
 * A test with people in browsers. It fails with its body, and also where any of their pages logged an error, broke the
 * content policy, or was refused something that the test did not announce.
 */
export function scenario(name, body) {
  test(name, { timeout: 120_000 }, async () => {
    const stage = new Stage();
    try {
      await body(stage);
    } catch (error) {
      await stage.photograph(name);
      const complaints = stage.visitors.flatMap((visitor) => visitor.complaints());
      if (complaints.length > 0) error.message += `\nThe pages complained:\n${complaints.join("\n")}`;
      throw error;
    } finally {
      await stage.close();
    }
    stage.mustHaveBeenQuiet();
  });
}

class Stage {
  visitors = [];

  /** A browser of its own: signed in as the person by their session, or as nobody yet. */
  async visitor(person, options = {}) {
    const context = await (await theBrowser()).newContext({
      baseURL: person?.url ?? process.env.KONTOR_URL,
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
    });
    if (person) await context.addCookies([...person.cookies].map(([key, value]) => ({ name: key, value, url: person.url })));
    const visitor = await Visitor.enter(context);
    this.visitors.push(visitor);
    return visitor;
  }

  async photograph(name) {
    const folder = join(TARGET, "failures");
    mkdirSync(folder, { recursive: true });
    for (const [index, { page }] of this.visitors.entries()) {
      await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, "-")}-${index}.png`), fullPage: true }).catch(() => {});
    }
  }

  close = () => Promise.all(this.visitors.map(({ context }) => context.close()));

  mustHaveBeenQuiet() {
    const complaints = this.visitors.flatMap((visitor) => visitor.complaints());
    if (complaints.length > 0) throw new Error(`The pages complained:\n${complaints.join("\n")}`);
  }
}
