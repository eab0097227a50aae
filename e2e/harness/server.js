import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const READY = /^Kontor is ready at (http:\/\/localhost:\d+)$/m;

/** The script that serves: named by `./kontor test`, else the one of this checkout. */
export const KONTOR = process.env.KONTOR ?? resolve(import.meta.dirname, "../../kontor");

/**
 * Starts Kontor on an empty home and waits for its ready line. `stop` ends it by its process id and answers with
 * whatever it wrote besides, since a healthy server says nothing. What it is set to beyond that are variables of its
 * environment.
 */
export async function startServer(settings = {}) {
  const home = await mkdtemp(join(tmpdir(), "kontor-e2e-"));
  const port = await freePort();
  const kontor = spawn(KONTOR, ["serve", "--port", String(port), "--home", join(home, "data")], {
    stdio: ["ignore", "pipe", "pipe"],
    // All of the tests' people come from one network address.
    env: {
      ...process.env,
      KONTOR_IDENTITY_REGISTRATIONSPERADDRESS: "10000",
      KONTOR_IDENTITY_ATTEMPTSPERADDRESS: "10000",
      KONTOR_ORGANIZATION_URL: `http://localhost:${port}`,
      // The bucket that is imported from runs in the tests.
      KONTOR_BUCKET_PRIVATENETWORKS: "true",
      ...settings,
    },
  });
  let output = "";
  const ended = new Promise((resolve) => kontor.once("close", resolve));
  const url = await new Promise((ready, failed) => {
    const read = (chunk) => {
      output += chunk;
      const line = READY.exec(output);
      if (line) ready(line[1]);
    };
    kontor.stdout.on("data", read);
    kontor.stderr.on("data", read);
    void ended.then(() => failed(new Error(`Kontor ended before it was ready:\n${output}`)));
  });
  const before = output.length;
  const stop = async () => {
    kontor.kill("SIGTERM");
    await ended;
    await rm(home, { recursive: true, force: true });
    return output.slice(before).trim();
  };
  return { url, stop, home: join(home, "data") };
}

/** A port that nobody listens on. */
function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
