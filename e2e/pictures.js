/** `npm run pictures`: takes the README's pictures of a server that the demo filled. */
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { Person } from "./harness/person.js";
import { KONTOR, startServer } from "./harness/server.js";
import { takeProject } from "./pictures-project.js";

const FOLDER = resolve(import.meta.dirname, "../docs/images");
const MOST_BYTES = 200_000;
// A picture with many boxes and few colours, so that its copy stays small.
const SHOWN = process.env.KONTOR_PICTURE ?? "things/coins.png";

const server = await startServer();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const said = execFileSync(KONTOR, ["demo", "--url", server.url], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const [, password] = /the password of all is (\S+)/.exec(said);
  const [, email] = /^ +Pia +(\S+@\S+),/m.exec(said);
  const pia = await new Person(server.url, "Pia", email, password).signIn();
  const [{ id: workspace }] = (await pia.get("me")).workspaces;
  const { items: datasets } = await pia.get(`workspaces/${workspace}/datasets`);
  const photographs = datasets.find(({ name }) => name === "Photographs");
  const large = datasets.reduce((most, dataset) => (dataset.items > most.items ? dataset : most));

  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 }, locale: "en-GB", reducedMotion: "reduce" });
  await context.addCookies([...pia.cookies].map(([name, value]) => ({ name, value, url: server.url })));
  const page = await context.newPage();
  mkdirSync(FOLDER, { recursive: true });

  const { folders } = await pia.get(`datasets/${large.id}/versions/main/folder`);
  await page.goto(`/workspaces/${workspace}/datasets/${large.id}?prefix=${encodeURIComponent(folders[0]?.path ?? "")}`);
  await page.locator("main img").first().waitFor();
  await take(page, "dataset");

  await page.setViewportSize({ width: 1040, height: 680 });
  await page.goto(`/workspaces/${workspace}/datasets/${photographs.id}/item?ref=main&path=${encodeURIComponent(SHOWN)}`);
  await page.locator("svg g[data-category]").first().waitFor();
  await take(page, "viewer");
  await takeProject(page, pia, workspace, take);

  const [, owner] = /^ +Olga +(\S+@\S+),/m.exec(said);
  const olga = await new Person(server.url, "Olga", owner, password).signIn();
  await context.addCookies([...olga.cookies].map(([name, value]) => ({ name, value, url: server.url })));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/workspaces/${workspace}/manage/activity`);
  await page.getByText(/^[\d,]+ actions, /).waitFor();
  await take(page, "activity");
} finally {
  await browser.close();
  await server.stop();
}

/** Waits for every picture in sight, and refuses to make the repository heavy. */
async function take(page, name) {
  await page.waitForLoadState("networkidle");
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  console.log(`${path}: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; at most ${MOST_BYTES} belong into the repository.`);
}
