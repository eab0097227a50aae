import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Person } from "../harness/person.js";
import { pictures, written } from "../harness/pictures.js";
import { KONTOR } from "../harness/server.js";
import { scenario } from "../harness/stage.js";

/** Runs the demo on a folder of pictures and answers with what it printed. */
async function demo(url) {
  const folder = await mkdtemp(join(tmpdir(), "kontor-e2e-demo-"));
  try {
    await written(await pictures(Array.from({ length: 12 }, (_, number) => ({ path: `${number < 6 ? "quay" : "street"}/${number}.jpg` }))), folder);
    const { stdout } = await promisify(execFile)(KONTOR, ["demo", "--url", url, "--images", folder]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

scenario("The demo ends with the partner's restricted view", async (stage) => {
  const url = process.env.KONTOR_URL;
  const said = await demo(url);
  const [, password] = /the password of all is (\S+)/.exec(said);
  const email = (name) => new RegExp(`^ +${name} +(\\S+@\\S+),`, "m").exec(said)[1];

  const olga = await new Person(url, "Olga", email("Olga"), password).signIn();
  const [{ id }] = (await olga.get("me")).workspaces;
  const projects = (await olga.get(`workspaces/${id}/projects`)).items;
  assert.deepEqual(projects.map(({ name }) => name).sort(), ["Next season", "Photo studio", "Product catalogue"]);

  const lena = await stage.visitor();
  lena.expects(/GET \/api\/v1\/projects\/[^/]+: 404/);
  await lena.go("/sign-in");
  await lena.fill({ "E-mail address": email("Lena"), Password: password });
  await lena.button("Sign in").click();
  await lena.row("Product catalogue").waitFor();
  assert.equal(await lena.rows("Projects").count(), 1, "Lena has one project of three");
  await lena.shoot("demo-partner");
  await lena.link("Datasets").click();
  await lena.rows("Datasets").first().waitFor();
  assert.equal(await lena.rows("Datasets").count(), 1);
  for (const { id: project } of projects.filter(({ name }) => name !== "Product catalogue")) {
    await lena.go(`/workspaces/${id}/projects/${project}`);
    await lena.heading("Nothing here").waitFor();
  }

  const lars = await stage.visitor(await new Person(url, "Lars", email("Lars"), password).signIn());
  await lars.go(`/workspaces/${id}/projects`);
  await lars.sees("Once somebody gives you a project, it stands here.");
});
