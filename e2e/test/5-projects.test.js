import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

const VISIBILITIES = ["Private", "Shared", "Public"];

scenario("Projects are created private, shared and public (C-08, C-09)", async (stage) => {
  const { olga: owner, workspace } = await new World("visibilities").acme();
  const olga = await stage.visitor(owner);
  for (const visibility of VISIBILITIES) {
    await olga.go(`/${workspace}/projects`);
    await olga.button("New project").first().click();
    await olga.dialog().getByLabel("Name").fill(`${visibility} project`);
    await olga.dialog().getByLabel("Description").fill("What it is for.");
    await olga.dialog().getByRole("radio", { name: visibility }).check();
    if (visibility === "Private") await olga.shoot("project-new");
    await olga.button("Create project").click();
    await olga.heading(`${visibility} project`).waitFor();
    await olga.sees("No datasets yet");
  }
  await olga.shoot("project-empty");
  await olga.link("Projects").first().click();
  for (const visibility of VISIBILITIES) await olga.row(`${visibility} project`).getByText(visibility, { exact: true }).waitFor();
  await olga.shoot("projects");
});

scenario("Both gates: the organization's access, then the person's (C-10, C-11, O-11)", async (stage) => {
  const world = new World("gates");
  const { olga: owner, workspace } = await world.acme();
  const projects = {};
  for (const visibility of VISIBILITIES) {
    const upper = visibility.toUpperCase();
    projects[`${visibility} for them`] = await world.project(owner, workspace, `${visibility} for them`, upper);
    await world.project(owner, workspace, `${visibility} not for them`, upper);
  }
  const partner = await world.labelPartners(owner, workspace, Object.values(projects).map(({ id }) => id));
  const labeller = await world.labeller(partner, workspace);
  const member = await world.member(owner, workspace, "Mo");

  const sees = {
    Mo: [member, ["Public for them", "Public not for them"]],
    Lena: [partner, ["Public for them"]],
    Lars: [labeller, []],
  };
  const pages = {};
  for (const [name, [person, names]] of Object.entries(sees)) {
    const visitor = (pages[name] = await stage.visitor(person));
    await visitor.go(`/${workspace}/projects`);
    await visitor.heading("Projects").waitFor();
    if (names.length === 0) await visitor.sees("Once somebody gives you a project, it stands here.");
    for (const each of names) await visitor.link(each).waitFor();
    assert.equal(await visitor.rows("Projects").count(), names.length, name);
  }
  await pages.Lars.shoot("projects-none-for-me");

  // Chosen members see the shared one; the chosen list is without effect while private.
  const olga = await stage.visitor(owner);
  for (const [name, project] of Object.entries(projects)) {
    await olga.go(`/${workspace}/projects/${project.id}/members`);
    await olga.choose("Choose a member", "Lars · Label Partners");
    await olga.button("Add to project").click();
    await olga.row("Lars").getByText("Chosen", { exact: true }).waitFor();
    if (name.startsWith("Shared")) await olga.shoot("project-members");
  }
  await pages.Lars.page.reload();
  await pages.Lars.link("Shared for them").waitFor();
  await pages.Lars.link("Public for them").waitFor();
  assert.equal(await pages.Lars.rows("Projects").count(), 2, "the private one stays closed");

  // A partner's person is no candidate where their organization lacks the project.
  const { items } = await owner.get(`${workspace}/projects`);
  const closed = items.find(({ name }) => name === "Shared not for them");
  await olga.go(`/${workspace}/projects/${closed.id}/members`);
  await olga.page.getByPlaceholder("Choose a member of the workspace").fill("Lars");
  await olga.sees("Nobody else can be chosen");

  await olga.go(`/${workspace}/projects/${projects["Shared for them"].id}/members`);
  await olga.row("Lars").getByRole("button", { name: "Take off" }).click();
  await olga.sees("They hold nothing of their own in it.");
  await olga.button("Take off the project").click();
  await olga.sees("Lars is off the project.");
  pages.Lars.expects(/GET \/api\/v1\/projects\/.*: 404/);
  await pages.Lars.link("Shared for them").click();
  await pages.Lars.heading("Nothing here").waitFor();
});

scenario("A project is renamed, opened to all, archived, trashed and restored (O-12, O-13)", async (stage) => {
  const world = new World("project-life");
  const { olga: owner, workspace } = await world.acme();
  const member = await world.member(owner, workspace, "Mo");
  const { id } = await world.project(owner, workspace, "Parking lots", "PRIVATE");
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/projects/${id}/settings`);
  await olga.fill({ Name: "Parking decks" });
  await olga.page.getByRole("radio", { name: "Public" }).check();
  await olga.sees("Everybody of the owning organization sees it at once");
  await olga.choose("Lead", `Mo · ${(await owner.get("me")).organization.name}`);
  await olga.fill({ "Starts on": "2026-03-01", "Ends on": "2026-02-01" });
  await olga.button("Save").click();
  await olga.sees("It ends on the day it starts, or later.");
  await olga.fill({ "Ends on": "2026-05-31" });
  await olga.shoot("project-settings");
  await olga.button("Save").click();
  await olga.heading("Parking decks").waitFor();
  await olga.sees("Mar 1, 2026 to May 31, 2026");
  await olga.sees("Led by");
  assert.equal(await member.status("GET", `projects/${id}`), 200);

  await olga.button("Archive project").click();
  await olga.sees("Nothing in it can be changed");
  await olga.shoot("project-archive");
  await olga.button("Archive").click();
  await olga.sees("Archived, read-only");
  await olga.shoot("project-archived");
  await olga.button("Open again").click();
  await olga.misses("Archived, read-only");

  await olga.button("Delete project").click();
  const move = olga.button("Move to trash");
  assert.ok(await move.isDisabled());
  await olga.dialog().getByRole("textbox").fill("Parking decks");
  await olga.shoot("project-delete");
  await move.click();
  await olga.sees("Parking decks is in the trash.");
  await olga.sees("No projects yet");
  assert.equal(await member.status("GET", `projects/${id}`), 404);
  await olga.choose("Shown", "Trash");
  await olga.shoot("projects-trash");
  await olga.link("Parking decks").click();
  await olga.sees("In the trash");
  await olga.shoot("project-trashed");
  // what was shown stands in the address
  await olga.page.goBack();
  await olga.row("Parking decks").getByRole("button", { name: "Restore" }).click();
  await olga.sees("Parking decks is restored.");
  assert.equal(await member.status("GET", `projects/${id}`), 200);
});

scenario("Whose datasets are in a project is said before it is deleted (O-12)", async (stage) => {
  const world = new World("others-own");
  const { olga: owner, workspace } = await world.acme();
  const member = await world.member(owner, workspace, "Mo");
  const { id } = await world.project(owner, workspace, "Lanes", "PUBLIC");
  await member.post(`projects/${id}/datasets`, { name: "Night lanes" });
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/projects/${id}/settings`);
  await olga.page.getByRole("radio", { name: "Private" }).check();
  await olga.sees("Not while others own datasets in it");
  await olga.sees("Mo: Night lanes");
  await olga.button("Delete project").click();
  await olga.sees("Others own datasets in it, and are told");
  await olga.dialog().getByRole("textbox").fill("Lanes");
  await olga.shoot("project-delete-others");
  await olga.button("Delete all the same").click();
  await olga.sees("Lanes is in the trash.");
  assert.equal(await member.status("GET", `projects/${id}`), 404);
});

scenario("Members go from one project to another (K-08)", async (stage) => {
  const world = new World("moving-members");
  const { olga: owner, workspace } = await world.acme();
  const member = await world.member(owner, workspace, "Mo");
  const ann = await world.member(owner, workspace, "Ann");
  const from = await world.project(owner, workspace, "First half", "SHARED");
  const to = await world.project(owner, workspace, "Second half", "SHARED");
  for (const { id } of [await member.get("me"), await ann.get("me")].map(({ user }) => user)) await owner.put(`projects/${from.id}/members/${id}`, {});
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/projects/${from.id}/members`);
  await olga.page.getByRole("checkbox", { name: "Select Mo" }).check();
  await olga.page.getByRole("checkbox", { name: "Select Ann" }).check();
  await olga.sees("2 people selected");
  await olga.button("To another project").click();
  await olga.choose("Project", "Second half");
  await olga.page.getByRole("radio", { name: "They leave it" }).check();
  await olga.sees("They hold nothing of their own in it.");
  await olga.shoot("project-move");
  await olga.dialog().getByRole("button", { name: "Move" }).click();
  await olga.sees("What became of them");
  assert.equal(await olga.dialog().getByText("Moved", { exact: true }).count(), 2);
  await olga.button("Done").click();
  assert.equal(await member.status("GET", `projects/${from.id}`), 404);
  assert.equal(await ann.status("GET", `projects/${to.id}`), 200);
});

scenario("Search, order and more pages of a long list", async (stage) => {
  const world = new World("long-list");
  const { olga: owner, workspace } = await world.acme();
  for (let number = 1; number <= 60; number += 1) await world.project(owner, workspace, `Street ${String(number).padStart(2, "0")}`);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/projects?sort=name`);
  await olga.link("Street 01").waitFor();
  assert.equal(await olga.rows("Projects").count(), 50);
  await olga.button("Show more").click();
  await olga.link("Street 60").waitFor();
  assert.equal(await olga.rows("Projects").count(), 60);
  await olga.shoot("projects-full");
  await olga.page.getByRole("searchbox").fill("street 4");
  await olga.link("Street 39").waitFor({ state: "detached" });
  await olga.link("Street 42").waitFor();
  await olga.page.reload();
  await olga.link("Street 42").waitFor();
  assert.equal(await olga.rows("Projects").count(), 10, "the search stands in the address");
});
