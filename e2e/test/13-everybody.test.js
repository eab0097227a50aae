import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

/** Colleagues from before the workspace, so that joining made them no members. */
async function acme(name, people) {
  const world = new World(name);
  const owner = await world.organization("Acme", "Olga");
  const colleagues = [];
  for (const person of people) colleagues.push(await world.colleague(owner, person));
  const { id } = await owner.post("workspaces", { name: "Road scenes" });
  return { world, owner, colleagues, workspace: `workspaces/${id}` };
}

scenario("Everybody of an organization is added after a preview; who was removed once is not ticked (M-08)", async (stage) => {
  const { owner, colleagues, workspace } = await acme("everybody", ["Carla", "Dan", "Rex"]);
  const [carla, dan, rex] = colleagues;
  await owner.post(`${workspace}/members`, { emails: [rex.email], roles: [] });
  await owner.delete(`${workspace}/members/${rex.id}`);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.row("Workspace owner").waitFor();
  await olga.button("Add an organization").click();
  const tick = (name) => olga.dialog().getByRole("checkbox", { name: new RegExp(`^${name}`) });
  await tick("Carla").waitFor();
  assert.ok(await tick("Carla").isChecked());
  assert.ok(!(await tick("Rex").isChecked()), "who was removed once");
  await olga.dialog().getByText("was removed once", { exact: false }).first().waitFor();
  await olga.button("Add 2 people").waitFor();
  await tick("Dan").uncheck();
  await olga.button("Add 1 person").waitFor();
  await olga.shoot("members-everybody");
  await olga.button("Add 1 person").click();
  await olga.sees("1 person of Acme added.");
  await olga.row(carla.email).waitFor();
  assert.equal(await olga.row(dan.email).count(), 0);
  assert.equal(await olga.row(rex.email).count(), 0);
});

scenario("Roles are selected and deselected in the table (M-11)", async (stage) => {
  const world = new World("inline");
  const { olga: owner, workspace } = await world.acme();
  const mo = await world.member(owner, workspace, "Mo");
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.button("Change roles of Mo").click();
  await olga.page.getByRole("checkbox", { name: "Developer" }).check();
  await olga.shoot("members-inline");
  await olga.button("Save roles").click();
  await olga.row(mo.email).getByText("Developer", { exact: true }).waitFor();
  await olga.button("Change roles of Mo").click();
  await olga.page.getByRole("checkbox", { name: "Developer" }).uncheck();
  await olga.button("Save roles").click();
  await olga.row(mo.email).getByText("Member", { exact: true }).waitFor();
});

scenario("A partner leaves, and what its people owned passes to whom one names (K-12, O-02)", async (stage) => {
  const world = new World("partnerheir");
  const { olga: owner, workspace } = await world.acme();
  const ada = await world.member(owner, workspace, "Ada", ["ADMIN"]);
  const petra = world.person("Petra", "delivery");
  const { invitation } = await owner.post(`${workspace}/collaborators`, {
    types: ["PRODUCER_PARTNER"],
    email: petra.email,
    roles: ["PROJECT_MANAGER"],
    projectAccess: "FULL",
  });
  await world.accept(petra, invitation.link, { organization: "Delivery Partners", workforceAccess: true });
  const project = await world.project(petra, workspace, "Deliveries");
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.act("Delivery Partners", "Remove");
  await olga.dialog().getByText(/1 project passes/).waitFor();
  await olga.choose("What they own passes to", "Ada");
  await olga.dialog().getByRole("textbox", { name: /confirm/ }).fill("Delivery Partners");
  await olga.shoot("collaborators-heir");
  await olga.button("Remove organization").click();
  await olga.sees("Delivery Partners was removed.");
  assert.equal((await owner.get(`projects/${project.id}`)).creator.id, ada.id);
});

scenario("New people of a partner become members by themselves, until its administrators refuse (K-10, O-04)", async (stage) => {
  const world = new World("autoinvite");
  const { olga: owner, workspace } = await world.acme();
  const lena = await world.labelPartners(owner, workspace);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.page.getByRole("switch", { name: "Auto-invite people of Label Partners" }).click({ force: true });
  await olga.sees("Whoever joins Label Partners becomes a member.");
  const nina = await world.colleague(lena, "Nina", "labelpartners");
  assert.equal((await nina.get("me")).workspaces.length, 1);

  const manager = await stage.visitor(lena);
  await manager.go("/organization/workspaces");
  await manager.row("Road scenes").getByText("2 people").waitFor();
  await manager.page.getByRole("switch", { name: /Workspaces may add new users/ }).click({ force: true });
  await manager.sees("No workspace auto-invites new users.");
  const noah = await world.colleague(lena, "Noah", "labelpartners");
  assert.equal((await noah.get("me")).workspaces.length, 0);

  await manager.act("Road scenes", "Your people there");
  await manager.button("Take Nina out").click();
  await manager.dialog().getByText("Access ends with the next request", { exact: false }).waitFor();
  await manager.shoot("organization-take-out");
  await manager.button("Take out").click();
  await manager.sees("Nina left Road scenes.");
  assert.equal((await nina.get("me")).workspaces.length, 0);
});
