import assert from "node:assert/strict";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

/** Two projects with a dataset each, all of them about quays; Label Partners have the first. */
async function story(name) {
  const world = new World(name);
  const { olga, workspace } = await world.acme();
  const given = await world.project(olga, workspace, "Quay east", "PUBLIC");
  const kept = await world.project(olga, workspace, "Quay west", "PUBLIC");
  const files = await pictures([{ path: "a.jpg" }, { path: "b.png" }, { path: "c.jpg" }]);
  const datasets = { given: await world.dataset(olga, given, "East cranes", files), kept: await world.dataset(olga, kept, "West cranes", files) };
  const lena = await world.labelPartners(olga, workspace, [given.id]);
  const lars = await world.labeller(lena, workspace);
  return { world, olga, workspace, given, kept, datasets, lena, lars };
}

scenario("Lena sees exactly the project she was given: lists, search, counts, by id", async (stage) => {
  const { workspace, kept, datasets, lena: partner } = await story("lena");
  const lena = await stage.visitor(partner);
  lena.expects(/GET \/api\/v1\/(projects|datasets)\/[^/]+: 404/);
  await lena.go(`/${workspace}/projects`);
  await lena.row("Quay east").waitFor();
  assert.equal(await lena.rows("Projects").count(), 1);
  await lena.shoot("partner-projects");
  await lena.page.getByRole("searchbox").fill("quay");
  await lena.page.waitForURL(/q=quay/);
  await lena.row("Quay east").waitFor();
  assert.equal(await lena.rows("Projects").count(), 1, "search finds no more than lists");
  await lena.link("Datasets").click();
  await lena.row("East cranes").waitFor();
  assert.equal(await lena.rows("Datasets").count(), 1);
  await lena.page.getByRole("searchbox").fill("West");
  await lena.sees("No match");
  for (const address of [`projects/${kept.id}`, `datasets/${datasets.kept.id}`]) {
    await lena.go(`/${workspace}/${address}`);
    await lena.heading("Nothing here").waitFor();
  }
  assert.equal((await partner.get(workspace)).counts.projects, 1);
  await lena.go(`/${workspace}/manage`);
  await lena.row(partner.email).waitFor();
  assert.equal(await lena.link("Activity").count(), 0);
  // Acme did not open itself: its people are not hers to see.
  assert.ok(!(await lena.page.getByRole("main").innerText()).includes("olga@"));
  await lena.shoot("partner-members");
  await lena.go(`/${workspace}/datasets/${datasets.given.id}`);
  await lena.page.getByTitle("a.jpg", { exact: true }).waitFor();
  await lena.link("Details").click();
  await lena.page.getByText("a partner's member").first().waitFor();
});

scenario("Lars sees nothing unless chosen, and nothing again when taken off (O-11)", async (stage) => {
  const { olga, workspace, given, datasets, lars: labeller } = await story("lars");
  const lars = await stage.visitor(labeller);
  lars.expects(/GET \/api\/v1\/(projects|datasets)\/.*: 404/);
  await lars.go(`/${workspace}/datasets`);
  await lars.sees("No datasets yet");
  await lars.go(`/${workspace}/datasets/${datasets.given.id}`);
  await lars.heading("Nothing here").waitFor();
  await olga.put(`projects/${given.id}/members/${labeller.id}`);
  await lars.go(`/${workspace}/projects`);
  await lars.link("Quay east").click();
  await lars.link("East cranes").click();
  await lars.page.getByTitle("a.jpg", { exact: true }).waitFor();
  await olga.delete(`projects/${given.id}/members/${labeller.id}`);
  await lars.page.getByTitle("a.jpg", { exact: true }).click();
  await lars.heading("Nothing here").waitFor();
});

scenario("After removal the next request fails: open page, session, key, picture and download alike", async (stage) => {
  const { olga, workspace, given, datasets, lena: partner } = await story("cut-off");
  const { secret } = await partner.post("me/access-keys", { name: "script" });
  const content = `datasets/${datasets.given.id}/versions/main/content?path=a.jpg`;
  const byKey = () => fetch(`${partner.url}/api/v1/${content}`, { headers: { Authorization: `Bearer ${secret}` } }).then(({ status }) => status);
  assert.equal(await byKey(), 200);
  const lena = await stage.visitor(partner);
  lena.expects(/GET \/api\/v1\/datasets\/.*: 404/);
  await lena.go(`/${workspace}/datasets/${datasets.given.id}/item?ref=main&path=a.jpg`);
  await lena.page.locator("svg image").waitFor();
  await olga.patch(`${workspace}/collaborators/${partner.organization.id}`, { projectAccess: { grant: [], withdraw: [given.id] } });
  // The next one was read ahead before; the one after it is refused.
  await lena.page.keyboard.press("ArrowRight");
  await lena.heading("b.png").waitFor();
  await lena.page.keyboard.press("ArrowRight");
  await lena.heading("Nothing here").waitFor();
  assert.equal(await byKey(), 404);
  for (const path of [content, `datasets/${datasets.given.id}/versions/main/thumbnail?path=a.jpg&size=256`, `datasets/${datasets.given.id}/versions/main/zip`]) {
    assert.equal(await partner.status("GET", path), 404, path);
  }
});
