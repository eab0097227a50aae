import assert from "node:assert/strict";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

const LOT = ["north/a.jpg", "north/b.jpg"].map((path) => ({ path: `lot/${path}` }));

/** Acme, where Pia owns a private dataset and Mo edits it; Sam is from elsewhere. */
async function acmeWithDataset(name) {
  const world = new World(name);
  const { olga, workspace } = await world.acme();
  const pia = await world.member(olga, workspace, "Pia", ["PROJECT_MANAGER"]);
  const mo = await world.member(olga, workspace, "Mo");
  const project = await world.project(pia, workspace, "Parking lots", "PUBLIC");
  const dataset = await world.dataset(pia, project, "Harbour car park", await pictures(LOT), { visibility: "PRIVATE" });
  await pia.put(`datasets/${dataset.id}/members/${mo.id}`, { level: "EDITOR" });
  const sam = await world.organization("Elsewhere", "Sam", "elsewhere");
  return { world, workspace, project, dataset, olga, pia, mo, sam, page: `/${workspace}/datasets/${dataset.id}` };
}

scenario("Invited by link from outside: a workspace admin lets in, the dataset owner approves (T-12 to T-14)", async (stage) => {
  const { workspace, dataset, page, ...people } = await acmeWithDataset("sharing");
  const mo = await stage.visitor(people.mo);
  await mo.go(`${page}/people`);
  await mo.sees("There are none.");
  await mo.button("Invite people").click();
  await mo.dialog().getByText("Link", { exact: true }).click();
  await mo.choose("Level", "User");
  await mo.sees(/becomes an application to the dataset owner/);
  await mo.shoot("sharing-link");
  await mo.button("Make link").click();
  const link = await mo.field("The link").inputValue();
  await mo.shoot("sharing-link-made");
  await mo.button("Done").click();
  await mo.row("Whoever has the link").waitFor();

  const sam = await stage.visitor(people.sam);
  await sam.go(new URL(link).pathname);
  await sam.heading("Harbour car park").waitFor();
  await sam.sees(/a workspace admin lets you in/);
  await sam.shoot("sharing-join");
  await sam.button("Apply").click();
  await sam.sees(/You have applied/);
  await sam.link("Go to your notifications").click();
  await sam.sees("Workspace admin: waits");
  await sam.sees("Dataset owner: waits");
  await sam.shoot("sharing-own-application");
  assert.equal(await people.sam.status("GET", `datasets/${dataset.id}`), 404);

  const olga = await stage.visitor(people.olga);
  await olga.go(`/${workspace}/manage/applications`);
  await olga.row("Sam").waitFor();
  await olga.shoot("sharing-applications");
  await olga.go("/notifications");
  const asked = olga.page.getByRole("listitem").filter({ hasText: "Sam asks to join the workspace" });
  await asked.getByRole("button", { name: "Let in" }).click();
  await olga.sees(/becomes one with access to this project only/);
  await olga.page.getByRole("checkbox", { name: "Data partner" }).check();
  await olga.shoot("sharing-let-in");
  await olga.button("Let them in").click();
  await asked.getByText("Approved", { exact: true }).waitFor();

  const pia = await stage.visitor(people.pia);
  await pia.go(`${page}/people`);
  await pia.button("Approve Sam").waitFor();
  await pia.sees("Workspace admin: yes");
  await pia.shoot("sharing-people");
  await pia.button("Approve Sam").click();
  await pia.row("Sam").getByText("Granted").waitFor();

  await sam.go(page);
  await sam.link("Versions").waitFor();
});

scenario("Members are picked, addresses invited, and each outcome is said", async (stage) => {
  const { page, world, ...people } = await acmeWithDataset("picked");
  const pia = await stage.visitor(people.pia);
  await pia.go(`${page}/people`);
  await pia.button("Invite people").click();
  await pia.page.getByRole("combobox", { name: "Members of the workspace" }).or(pia.page.getByRole("textbox", { name: "Members of the workspace" })).first().fill("Olga");
  await pia.page.getByRole("option", { name: /Olga/ }).click();
  await pia.page.keyboard.press("Tab");
  await pia.dialog().getByRole("combobox", { name: "Level", exact: true }).or(pia.dialog().getByRole("textbox", { name: "Level", exact: true })).first().click();
  await pia.page.getByRole("option", { name: "Editor", exact: true }).click();
  await pia.shoot("sharing-pick");
  await pia.button("Invite").click();
  await pia.sees("Held as much already");
  await pia.button("Invite more").click();
  await pia.dialog().getByText("E-mail", { exact: true }).click();
  await pia.fill({ "E-mail addresses": `nina@nowhere.${world.domain}, hello` });
  await pia.button("Invite 1 address").click();
  await pia.sees("Invited");
  await pia.shoot("sharing-outcomes");
  await pia.button("Done").click();
  await pia.row(`nina@nowhere.${world.domain}`).waitFor();
  await pia.button("Make Mo the owner").click();
  await pia.shoot("sharing-pass-on");
  await pia.button("Pass it on").click();
  await pia.sees("Mo owns Harbour car park now.");
  assert.equal((await people.pia.get(page.slice(1).replace(/^workspaces\/[^/]+\//, ""))).level, "ADMIN");
});

scenario("A dataset is opened to everybody as asked, found by a stranger, and closed again (T-03)", async (stage) => {
  const { page, dataset, ...people } = await acmeWithDataset("opening");
  const pia = await stage.visitor(people.pia);
  await pia.go(`${page}/settings`);
  await pia.button("Ask to open").click();
  await pia.sees(/Acme: 2 items in 1 version/);
  await pia.shoot("opening-ask");
  await pia.dialog().getByRole("button", { name: "Ask to open" }).click();
  await pia.sees(/Pia asked to open it/);
  await pia.shoot("opening-asked");

  const sam = await stage.visitor(people.sam);
  await sam.go("/open-datasets");
  await sam.heading("Open datasets").waitFor();

  const olga = await stage.visitor(people.olga);
  await olga.go("/notifications");
  const asked = olga.page.getByRole("listitem").filter({ hasText: "Pia asks to open the dataset Harbour car park" });
  await asked.getByRole("button", { name: "Confirm" }).click();
  await olga.sees("Asked for by");
  await olga.shoot("opening-confirm");
  await olga.button("Open to everybody").click();
  await asked.getByText("Confirmed", { exact: true }).waitFor();

  await sam.go("/open-datasets?q=Harbour");
  await sam.link("Harbour car park").first().waitFor();
  await sam.shoot("open-datasets");
  await sam.link("Harbour car park").first().click();
  await sam.link("Versions").waitFor();
  assert.equal(await sam.link("People").count(), 0);
  await sam.shoot("open-dataset-of-strangers");
  await sam.link("Details").click();
  await sam.sees("Acme");
  await sam.shoot("open-dataset-details");
  await people.pia.patch(`datasets/${dataset.id}`, { visibility: "PRIVATE" });
  assert.equal(await people.sam.status("GET", `datasets/${dataset.id}`), 404);
});
