import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("A workspace is created, stands in the switcher and is edited (A-05, A-06, A-07)", async (stage) => {
  const world = new World("workspace");
  const olga = await stage.visitor(await world.organization("Acme", "Olga"));
  await olga.go("/");
  await olga.link("Create a workspace").click();
  await olga.heading("Create a workspace").waitFor();
  await olga.shoot("workspace-new");
  await olga.fill({ Name: "Road scenes", Description: "Street pictures for the parking assistant." });
  await olga.button("Create workspace").click();
  await olga.heading("Projects").waitFor();
  await olga.sees("No projects yet");
  await olga.shoot("projects-empty");
  await olga.button("Workspace: Road scenes. Switch").click();
  await olga.page.getByRole("menuitem", { name: /^Road scenes/ }).waitFor();
  assert.equal(await olga.page.getByRole("menuitem", { name: "Create a workspace" }).count(), 0, "only one may be created");
  await olga.page.keyboard.press("Escape");

  await olga.link("Manage workspace").click();
  await olga.arrives(/\/manage\/members$/);
  await olga.link("Settings").click();
  await olga.heading("General").waitFor();
  await olga.shoot("workspace-settings");
  assert.ok(await olga.button("Save").isDisabled(), "nothing to save yet");
  await olga.fill({ Name: "Harbour scenes", Description: "Cranes and quays." });
  await olga.sees("Not saved yet");
  await olga.button("Save").click();
  await olga.button("Workspace: Harbour scenes. Switch").waitFor();
  await olga.page.reload();
  assert.equal(await olga.field("Description").inputValue(), "Cranes and quays.");
});

scenario("A second workspace is refused with the reason (A-05)", async (stage) => {
  const { olga: owner } = await new World("second-workspace").acme();
  const olga = await stage.visitor(owner);
  olga.expects("POST /api/v1/workspaces: 409");
  await olga.go("/new-workspace");
  await olga.fill({ Name: "One more" });
  await olga.button("Create workspace").click();
  await olga.sees("You have created a workspace already");
});

scenario("Two people edit the settings: the second is told, not overwritten", async (stage) => {
  const world = new World("settings-race");
  const { olga: owner, workspace } = await world.acme();
  const olga = await stage.visitor(owner);
  olga.expects(/PATCH .*: 412/);
  const hears = olga.page.waitForResponse((response) => response.url().endsWith("/me/events"));
  await olga.go(`/${workspace}/manage/settings`);
  await hears;
  await olga.fill({ Name: "From the page" });
  await owner.patch(workspace, { name: "From elsewhere" });
  // The page hears of it, and leaves alone what is being typed.
  await olga.button("Workspace: From elsewhere. Switch").waitFor();
  await olga.button("Save").click();
  await olga.page.getByRole("alert").getByText("Somebody changed this meanwhile").waitFor();
  assert.equal((await owner.get(workspace)).name, "From elsewhere");
});

scenario("A member switches between workspaces and leaves one (A-07, A-11)", async (stage) => {
  const world = new World("switching");
  const { olga, workspace } = await world.acme();
  const member = await world.member(olga, workspace, "Mo");
  const own = await member.post("workspaces", { name: "Mo's own" });
  const mo = await stage.visitor(member);
  await mo.go(`/workspaces/${own.id}/projects`);
  await mo.button("Workspace: Mo's own. Switch").click();
  await mo.shoot("switcher");
  await mo.page.getByRole("menuitem", { name: /^Road scenes/ }).click();
  await mo.button("Workspace: Road scenes. Switch").waitFor();
  await mo.link("Manage workspace").click();
  await mo.heading("Leave").waitFor();
  assert.equal(await mo.link("Members").count(), 0, "M-01: the members page is not for plain members");
  await mo.shoot("workspace-settings-member");
  await mo.button("Leave workspace").click();
  await mo.dialog().getByText("Your roles, project memberships and grants end at once.").waitFor();
  await mo.shoot("workspace-leave");
  await mo.dialog().getByRole("button", { name: "Leave", exact: true }).click();
  await mo.button("Workspace: Mo's own. Switch").waitFor();
  assert.equal(await member.status("GET", workspace), 404);
});

scenario("What one may not see reads like what does not exist (O-03)", async (stage) => {
  const world = new World("outsider");
  const { workspace } = await world.acme();
  const sam = await stage.visitor(await world.organization("Elsewhere", "Sam", "elsewhere"));
  sam.expects(/GET \/api\/v1\/workspaces\/.*: 404/);
  const said = [];
  for (const address of [`/${workspace}/projects`, `/workspaces/01890000-0000-7000-8000-000000000000/projects`]) {
    await sam.go(address);
    await sam.heading("Nothing here").waitFor();
    said.push(await sam.page.getByRole("main").innerText());
  }
  assert.equal(said[0], said[1]);
  await sam.shoot("nothing-here");
});

scenario("The owner gives the workspace a logo and passes it on (A-04, A-08)", async (stage) => {
  const world = new World("ownership");
  const { olga: owner, workspace } = await world.acme();
  const member = await world.member(owner, workspace, "Mo");
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/settings`);
  await olga.page.locator("input[type=file]").setInputFiles({ name: "logo.svg", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  olga.expects(/PUT .*logo: 422/);
  await olga.page.getByText("A logo is a PNG or JPEG picture").waitFor();
  await olga.page.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: dot });
  const switcher = olga.button("Workspace: Road scenes. Switch");
  await switcher.locator("img").waitFor();
  await olga.button("Replace logo").waitFor();
  await olga.shoot("workspace-logo");
  await olga.button("Remove").click();
  await switcher.locator("img").waitFor({ state: "detached" });

  await olga.button("Transfer ownership").click();
  await olga.choose("New owner", member.name);
  await olga.fill({ "Your password": "not the password" });
  await olga.shoot("workspace-transfer");
  olga.expects(/PUT .*ownership: 403/);
  await olga.dialog().getByRole("button", { name: "Transfer ownership" }).click();
  await olga.dialog().getByText("The current password is wrong.").waitFor();
  await olga.fill({ "Your password": owner.password });
  await olga.dialog().getByRole("button", { name: "Transfer ownership" }).click();
  await olga.dialog().waitFor({ state: "hidden" });
  await olga.button("Leave workspace").waitFor();
  assert.equal(await olga.button("Transfer ownership").count(), 0);
  assert.equal((await owner.get(workspace)).owner.name, member.name);
});

/** A picture of one red pixel. */
const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC", "base64");
