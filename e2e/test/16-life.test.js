import assert from "node:assert/strict";
import { after, before } from "node:test";
import { eventually } from "../harness/eventually.js";
import { pictures } from "../harness/pictures.js";
import { startServer } from "../harness/server.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

/** A server on which workspaces live for seconds (O-09), as the guide describes it. */
const SECONDS = {
  KONTOR_WORKSPACE_TRIAL: "15s",
  KONTOR_WORKSPACE_PURGE: "15s",
  KONTOR_WORKSPACE_GRACE: "12s",
  KONTOR_WORKSPACE_WARNINGS: "10s,6s",
  KONTOR_WORKSPACE_WARNINGREST: "1s",
  KONTOR_WORKSPACE_SWEEP: "1s",
  KONTOR_PROJECT_SWEEP: "1s",
  KONTOR_STATISTIC_EVERY: "1s",
  KONTOR_ORGANIZATION_SUPPORTADDRESS: "help@kontor.example",
};
const LONG = { timeout: 45_000 };

let server;
before(async () => {
  server = await startServer(SECONDS);
});
after(async () => assert.equal(await server.stop(), "", "the server complained"));

scenario("A workspace lives from its trial to its purge, and starts again when its owner pays", async (stage) => {
  const world = new World("life", server.url);
  const { olga: owner, workspace } = await world.acme();
  const project = await world.project(owner, workspace, "Parking", "PUBLIC");
  await world.dataset(owner, project, "Lanes", await pictures([{ path: "one.png" }]));

  const olga = await stage.visitor(owner, { baseURL: server.url });
  // what is asked for in the moment in which it goes is not there any more
  olga.tolerates(/GET \/api\/v1\/(projects|datasets)\/.*: 404/);
  await olga.go(`/${workspace}/manage/settings`);
  await olga.banner().getByText("The trial ends on").waitFor();
  await olga.sees("Write to help@kontor.example");
  await olga.picture("plan");
  await olga.shoot("plan-trial");

  await olga.banner().getByText("The trial has ended").waitFor(LONG);
  assert.equal(await owner.status("POST", `${workspace}/projects`, { name: "Another" }), 409);
  assert.equal(await owner.status("GET", `projects/${project.id}`), 200);
  await olga.shoot("plan-deactivated");

  await olga.banner().getByText("This workspace was purged").waitFor(LONG);
  await eventually(async () => assert.equal(await owner.status("GET", `projects/${project.id}`), 404));
  await olga.shoot("plan-purged");
  await olga.go("/notifications");
  await olga.sees("The trial of Road scenes ends on");
  await olga.sees("is deleted for good on");
  await olga.sees("were deleted for good");

  await olga.go(`/${workspace}/manage/settings`);
  await olga.button("Switch to Enterprise").click();
  await olga.dialog().getByText("What was purged does not come back").waitFor();
  await olga.shoot("plan-switch");
  await olga.button("Switch").click();
  await olga.sees("On the Enterprise plan");
  await olga.banner().waitFor({ state: "hidden" });
  await olga.go(`/${workspace}/projects`);
  await olga.sees("No projects");
  assert.equal(await owner.status("POST", `${workspace}/projects`, { name: "Another" }), 201);

  await eventually(async () => assert.deepEqual((await owner.get(`${workspace}/statistics`)).projects.map(({ name }) => name), ["Another"]));
  await olga.go(`/${workspace}/manage/statistics`);
  await olga.heading("Storage").waitFor();
  await olga.row("Another").waitFor();
  await olga.page.getByRole("region", { name: "People" }).getByText("Members 1").waitFor();
  await olga.shoot("statistics");
  await olga.picture("statistics");
  await olga.page.getByRole("link", { name: "Another" }).click();
  await olga.page.getByRole("region", { name: "Members and documents" }).waitFor();
  await olga.shoot("statistics-project");
  await olga.page.getByRole("link", { name: "All statistics" }).click();
  await olga.page.getByRole("table", { name: "Organizations" }).getByRole("link").first().click();
  await olga.page.getByRole("region", { name: "Actions" }).getByRole("button", { name: "As a table" }).click();
  await olga.shoot("statistics-organization");
});

scenario("A workspace is deleted by its typed name, restored, and deleted for good", async (stage) => {
  const world = new World("end", server.url);
  const { olga: owner, workspace } = await world.acme("Old scenes");
  await owner.put(`${workspace}/plan`, { plan: "ENTERPRISE" });
  const olga = await stage.visitor(owner, { baseURL: server.url });
  await olga.go(`/${workspace}/manage/settings`);
  await olga.button("Delete workspace").click();
  await olga.dialog().getByRole("textbox").fill("Old scene");
  assert.equal(await olga.dialog().getByRole("button", { name: "Delete workspace" }).isDisabled(), true);
  await olga.dialog().getByRole("textbox").fill("Old scenes");
  await olga.shoot("plan-delete");
  await olga.dialog().getByRole("button", { name: "Delete workspace" }).click();
  await olga.banner().getByText("This workspace is to be deleted").waitFor();
  await olga.shoot("plan-dying");
  await olga.button("Restore workspace").click();
  await olga.sees("On the Enterprise plan");
  await olga.banner().waitFor({ state: "hidden" });

  await olga.go("/account");
  await owner.delete(`${workspace}?name=Old+scenes`);
  await eventually(async () => assert.equal(await owner.status("GET", workspace), 404), LONG.timeout);
  await eventually(async () => assert.equal((await owner.get("me")).workspaces.length, 0));
  assert.equal(await owner.status("POST", "workspaces", { name: "New scenes" }), 201);
});
