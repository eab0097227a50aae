import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { KONTOR } from "../harness/server.js";
import { theBrowser } from "../harness/stage.js";
import { Visitor } from "../harness/visitor.js";

test("Whatever a page complains of fails its test", async () => {
  const context = await (await theBrowser()).newContext({ baseURL: process.env.KONTOR_URL });
  const visitor = await Visitor.enter(context);
  await visitor.go("/sign-in");
  await visitor.heading("Sign in").waitFor();
  const thrown = visitor.page.waitForEvent("pageerror");
  await visitor.page.evaluate(async () => {
    console.error("logged");
    const script = document.createElement("script");
    script.textContent = "document.title = 'inline'";
    document.body.append(script);
    await fetch("/api/v1/nothing-of-this-name");
    await fetch("http://localhost:1/").catch(() => {});
    setTimeout(() => { throw new Error("thrown"); });
  });
  await thrown;
  visitor.expects("announced");
  const complaints = visitor.complaints().join("\n");
  for (const reason of [/console: logged/, /Content Security Policy/, /nothing-of-this-name: 40[14]/, /uncaught: .*thrown/, /never came: announced/]) {
    assert.match(complaints, reason);
  }
  await context.close();
});

test("The server that was built last was rehearsed to the end", () => {
  const apps = join(dirname(KONTOR), "target", "app");
  const builds = readdirSync(apps).map((name) => join(apps, name)).sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  const newest = builds.at(-1);
  assert.match(readFileSync(join(newest, "rehearsal"), "utf8"), /Looked at everything [1-9]\d* times, committed [1-9]\d* times/);
  assert.ok(existsSync(join(newest, "kontor.aot")));
});
