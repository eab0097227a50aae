import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("Every action of the main job stands in the activity of the workspace", async (stage) => {
  const world = new World("activity");
  const { olga: owner, workspace } = await world.acme();
  await owner.patch(workspace, { name: "Harbour scenes" });
  const mo = await world.member(owner, workspace, "Mo", ["DEVELOPER"]);
  await owner.patch(`${workspace}/members/${mo.id}`, { roles: ["PROJECT_MANAGER"] });
  const project = await world.project(owner, workspace, "Parking lots", "SHARED");
  await owner.put(`projects/${project.id}/members/${mo.id}`);
  const lena = await world.labelPartners(owner, workspace, [project.id]);
  const partner = `${workspace}/collaborators/${lena.organization.id}`;
  await owner.patch(partner, { types: ["DATA_PARTNER"] });
  await owner.patch(partner, { projectAccess: { grant: [], withdraw: [project.id] } });
  await owner.delete(`projects/${project.id}/members/${mo.id}`);
  await owner.patch(`projects/${project.id}`, { visibility: "PUBLIC" });
  await owner.delete(partner);
  await owner.delete(`${workspace}/members/${mo.id}`);

  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/activity`);
  const happened = [
    "Workspace created", "Workspace edited", "Member joined", "Member roles changed", "Project created", "Project member chosen",
    "Collaborator invited", "Collaborator added", "Collaborator types changed", "Member roles stripped", "Collaborator access changed",
    "Project member dropped", "Project visibility changed", "Collaborator removed", "Member removed",
  ];
  for (const what of happened) await olga.row(what).first().waitFor();
  await olga.row("Member removed").filter({ hasText: "Olga" }).getByText("Mo", { exact: true }).waitFor();
  await olga.shoot("activity");
  await olga.page.getByRole("searchbox").fill("Parking");
  await olga.row("Member removed").first().waitFor({ state: "detached" });
  await olga.row("Project created").waitFor();
});

scenario("The log is narrowed to a person, a thing, a kind and days, counted per day, and taken along", async (stage) => {
  const world = new World("activity-filters");
  const { olga: owner, workspace } = await world.acme();
  const pia = await world.member(owner, workspace, "Pia", ["PROJECT_MANAGER"]);
  const streets = await world.project(pia, workspace, "Streets", "SHARED");
  await pia.patch(`projects/${streets.id}`, { visibility: "PUBLIC" });
  await world.project(owner, workspace, "Harbour", "PUBLIC");

  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/activity`);
  await olga.page.getByRole("region", { name: "Actions per day" }).getByText(/^\d+ actions, /).waitFor();
  await olga.row("Project created").filter({ hasText: "Streets" }).getByRole("button", { name: "Streets" }).click();
  await olga.page.getByText("Only about Streets").waitFor();
  await olga.row("Harbour").waitFor({ state: "detached" });
  await olga.row("Project visibility changed").waitFor();
  await olga.page.getByRole("button", { name: "About everything" }).click();
  await olga.row("Harbour").waitFor();

  await olga.page.getByRole("combobox", { name: "By whom" }).click();
  await olga.page.getByRole("option", { name: "Pia" }).click();
  await olga.row("Harbour").waitFor({ state: "detached" });
  await olga.page.getByRole("combobox", { name: "What" }).click();
  await olga.page.getByRole("option", { name: "Project created" }).click();
  await olga.row("Project visibility changed").waitFor({ state: "detached" });
  await olga.page.getByText(/^1 action, /).waitFor();
  await olga.page.getByRole("button", { name: "As a table" }).click();
  await olga.page.getByRole("table").filter({ hasText: "Day" }).waitFor();
  await olga.shoot("activity-filtered");

  const [download] = await Promise.all([olga.page.waitForEvent("download"), olga.page.getByRole("link", { name: "Export" }).click()]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ kind, object }) => [kind, object.name]), [["project.created", "Streets"]]);

  await olga.go("/organization/activity");
  await olga.row("Project created").filter({ hasText: "Harbour" }).filter({ hasText: "Road scenes" }).waitFor();
  await olga.shoot("organization-activity");
  await olga.page.getByRole("button", { name: "As a table" }).click();
  await olga.page.getByTitle("Only what happened that day").first().click();
  await olga.page.waitForURL(/from=\d{4}-\d{2}-\d{2}&to=/);
  await olga.row("Project created").filter({ hasText: "Harbour" }).waitFor();

  await olga.go("/organization");
  await olga.row("Pia").getByRole("link").click();
  await olga.row("Project created").filter({ hasText: "Streets" }).waitFor();
  await olga.row("Harbour").waitFor({ state: "detached" });
});

scenario("Only workspace admins read it", async (stage) => {
  const world = new World("activity-closed");
  const { olga, workspace } = await world.acme();
  const pia = await stage.visitor(await world.member(olga, workspace, "Pia", ["PROJECT_MANAGER"]));
  pia.expects(/GET .*\/activity\S*: 403/);
  await pia.go(`/${workspace}/manage`);
  await pia.link(/^Members/).waitFor();
  if ((await pia.link("Activity").count()) > 0) throw new Error("the tab is not for project managers");
  await pia.go(`/${workspace}/manage/activity`);
  await pia.page.getByRole("alert").waitFor();
  await pia.shoot("activity-forbidden");
});
