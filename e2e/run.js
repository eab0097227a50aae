/**
 * `npm test [-- test/3-members.test.js]`: starts one server on an empty home, lets all tests meet it, and ends it.
 * Named files take photographs of every page they come to (target/screenshots); all of them do with KONTOR_SCREENSHOTS=1.
 */
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "./harness/server.js";

const here = import.meta.dirname;
rmSync(join(here, "target"), { recursive: true, force: true });

const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(join(here, "test")).filter((name) => name.endsWith(".test.js")).sort().map((name) => join("test", name));
const server = await startServer();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.stop().finally(() => process.exit(130)));

const tests = spawn(process.execPath, ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files], {
  cwd: here,
  stdio: "inherit",
  env: { ...process.env, ...(named.length > 0 && { KONTOR_SCREENSHOTS: "1" }), KONTOR_URL: server.url, KONTOR_HOME: server.home },
});
const failed = await new Promise((ended) => tests.once("exit", (code) => ended(code !== 0)));
const complaints = await server.stop();
if (complaints) console.error(`The server complained:\n${complaints}`);
// What the server calls an error of its own fails the run, whatever the tests saw of it.
process.exit(failed || / ERROR .* dev\.kontor\./.test(complaints) ? 1 : 0);
