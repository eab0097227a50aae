import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("A pasted list adds members, each address with its own outcome (M-07)", async (stage) => {
  const world = new World("pasted");
  // Colleagues from before the workspace, so that joining Acme did not make them members already.
  const owner = await world.organization("Acme", "Olga");
  const [dev, pia] = [await world.colleague(owner, "Dev"), await world.colleague(owner, "Pia")];
  const { id } = await owner.post("workspaces", { name: "Road scenes" });
  const olga = await stage.visitor(owner);
  await olga.go(`/workspaces/${id}/manage/members`);
  await olga.row("Workspace owner").waitFor();
  await olga.button("Add members").click();
  await olga.dialog().getByLabel("E-mail addresses").fill(`"Dev Lee" <${dev.email}>; ${pia.email}\nnew@${world.domain}, ${owner.email}`);
  await olga.dialog().getByText("Project manager", { exact: true }).click();
  await olga.shoot("members-add");
  await olga.button("Add 4 people").click();
  const outcome = (email) => olga.dialog().getByRole("listitem").filter({ hasText: email });
  await outcome(dev.email).getByText("Added", { exact: true }).waitFor();
  await outcome(pia.email).getByText("Added", { exact: true }).waitFor();
  await outcome(`new@${world.domain}`).getByText("Invited", { exact: true }).waitFor();
  await outcome(owner.email).getByText("Already a member").waitFor();
  await olga.shoot("members-outcomes");
  await olga.button("Done").click();
  await olga.row(dev.email).getByText("Project manager").waitFor();
  await olga.page.getByRole("table", { name: /nvitation/ }).getByText(`new@${world.domain}`).waitFor();
  await olga.shoot("members");

  await olga.page.getByRole("searchbox").fill("dev");
  await olga.row(pia.email).waitFor({ state: "detached" });
  await olga.row(dev.email).waitFor();
  await olga.page.getByRole("searchbox").fill("nobody of that name");
  await olga.sees("No match");
  await olga.shoot("members-no-match");
});

scenario("Addresses that are none are named before anything is sent", async (stage) => {
  const { olga: owner, workspace } = await new World("addresses").acme();
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.button("Add members").click();
  await olga.dialog().getByLabel("E-mail addresses").fill("somebody@acme.example, not-an-address");
  await olga.sees("Not an address, and left out: not-an-address");
  await olga.button("Add 1 person").waitFor();
  await olga.shoot("members-add-wrong");
});

scenario("Roles are edited by rank; only those one may give are offered (M-06, M-11)", async (stage) => {
  const world = new World("roles");
  const { olga: owner, workspace } = await world.acme();
  await world.member(owner, workspace, "Ada", ["ADMIN"]);
  const pia = await world.member(owner, workspace, "Pia", ["PROJECT_MANAGER"]);
  const mo = await world.member(owner, workspace, "Mo");

  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.act("Mo", "Edit roles");
  await olga.dialog().getByRole("checkbox", { name: "Annotation manager" }).check();
  await olga.shoot("members-roles");
  await olga.button("Save roles").click();
  await olga.row(mo.email).getByText("Annotation manager").waitFor();

  const manager = await stage.visitor(pia);
  await manager.go(`/${workspace}/manage/members`);
  await manager.row(mo.email).waitFor();
  assert.equal(await manager.button("Actions for Ada").count(), 0, "an admin is above a project manager");
  await manager.act("Mo", "Edit roles");
  const offered = await manager.dialog().getByRole("checkbox").count();
  assert.equal(offered, 2, "project manager and annotation manager");
  await manager.dialog().getByRole("checkbox", { name: "Annotation manager" }).uncheck();
  await manager.button("Save roles").click();
  await manager.row(mo.email).getByText("Member", { exact: true }).waitFor();
});

scenario("A filter by role, an order by name, both kept in the address", async (stage) => {
  const world = new World("sorting");
  const { olga: owner, workspace } = await world.acme();
  await world.member(owner, workspace, "Ada", ["ADMIN"]);
  await world.member(owner, workspace, "Zoe", ["DEVELOPER"]);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.row("zoe@").waitFor();
  await olga.button("Name").click();
  await olga.page.waitForURL(/sort=name/);
  await olga.button("Name").click();
  await olga.page.waitForURL(/sort=-name/);
  await olga.page.locator("tbody tr").first().getByText("zoe@").waitFor();
  await olga.choose("Role", "Developer");
  await olga.row("ada@").waitFor({ state: "detached" });
  await olga.row("zoe@").waitFor();
  await olga.page.waitForURL(/show=DEVELOPER/);
  await olga.page.reload();
  await olga.row("zoe@").waitFor();
  await olga.row("ada@").waitFor({ state: "detached" });
});

scenario("Removing names the consequences and works in the removed person's open page (M-10, O-02)", async (stage) => {
  const world = new World("removing");
  const { olga: owner, workspace } = await world.acme();
  const pia = await world.member(owner, workspace, "Pia", ["PROJECT_MANAGER"]);
  const ada = await world.member(owner, workspace, "Ada", ["ADMIN"]);
  const project = await world.project(pia, workspace, "Parking lots");
  const manager = await stage.visitor(pia);
  manager.expects(/GET \/api\/v1\/(projects|workspaces)\/.*: 404/);
  await manager.go(`/${workspace}/projects`);
  await manager.link("Parking lots").waitFor();

  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.act("Pia", "Remove");
  await olga.dialog().getByText("Access ends with their next request").waitFor();
  await olga.dialog().getByText(/1 .*project/).waitFor();
  await olga.shoot("members-remove");
  await olga.choose("What they own passes to", "Ada");
  await olga.dialog().getByRole("button", { name: "Remove", exact: true }).click();
  await olga.sees("Pia was removed.");
  await olga.row(pia.email).waitFor({ state: "detached" });

  await manager.link("Parking lots").click();
  await manager.heading("Nothing here").waitFor();
  assert.equal(await pia.status("GET", `projects/${project.id}`), 404);
  assert.equal((await owner.get(`projects/${project.id}`)).creator.id, ada.id, "what Pia owned is Ada's");
});
