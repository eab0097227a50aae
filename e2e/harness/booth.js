import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { Person } from "./person.js";
import { KONTOR, startServer } from "./server.js";

const FOLDER = resolve(import.meta.dirname, "../../docs/images");
const MOST_BYTES = 200_000;

/** Where pictures for the documents are taken: a server with the demo's story, and a browser for each of its people. */
export class Booth {
  #people = new Map();

  static async open() {
    const booth = new Booth();
    booth.server = await startServer();
    booth.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    const said = execFileSync(KONTOR, ["demo", "--url", booth.server.url], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
    const [, password] = /the password of all is (\S+)/.exec(said);
    for (const [, name, email] of said.matchAll(/^ +(\w+) +(\S+@\S+),/gm)) {
      booth.#people.set(name, await new Person(booth.server.url, name, email, password).signIn());
    }
    booth.workspace = (await booth.person("Olga").get("me")).workspaces[0].id;
    mkdirSync(FOLDER, { recursive: true });
    return booth;
  }

  /** One of the demo's people, acting by REST. */
  person = (name) => this.#people.get(name);

  /** The same before a page of their own. */
  async page(name, address, { width = 1280, height = 800, scheme = "light" } = {}) {
    const context = await this.browser.newContext({ baseURL: this.server.url, viewport: { width, height }, locale: "en-GB", reducedMotion: "reduce", colorScheme: scheme });
    await context.addCookies([...this.person(name).cookies].map(([name, value]) => ({ name, value, url: this.server.url })));
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  /** Waits for what is to be seen, and refuses to make the repository heavy. */
  async take(page, name, seen) {
    await seen.first().waitFor();
    // Pictures further down are loaded when one comes near them.
    await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight));
    await page.evaluate(() => document.fonts.ready);
    const path = join(FOLDER, `${name}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    await page.context().close();
    const { size } = statSync(path);
    console.log(`${name}.png: ${size} bytes`);
    if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; at most ${MOST_BYTES} belong into the repository.`);
  }

  async close() {
    await this.browser.close();
    await this.server.stop();
  }
}
