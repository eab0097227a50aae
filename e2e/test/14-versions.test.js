import assert from "node:assert/strict";
import { eventually } from "../harness/eventually.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

/** Acme with a dataset of two versions, and Olga before the browser. */
async function twoVersions(stage, name) {
  const world = new World(name);
  const { olga: owner, workspace } = await world.acme();
  const project = await world.project(owner, workspace, "Parking lots");
  const files = await pictures(["north/a.jpg", "north/b.jpg", "south/c.png"].map((path) => ({ path, width: 320, height: 200, cars: 2 })));
  const dataset = await world.dataset(owner, project, "Harbour car park", files);
  const [redrawn, added] = await pictures([
    { path: "north/b.jpg", width: 320, height: 200, cars: 3, seed: "redrawn" },
    { path: "south/d.png", width: 320, height: 200, cars: 1 },
  ]);
  await world.version(owner, dataset, [redrawn, added], { message: "One redrawn, one more" });
  return { world, owner, workspace, dataset, at: `/${workspace}/datasets/${dataset.id}`, olga: await stage.visitor(owner) };
}

scenario("A branch goes on by itself: started, filled, committed with a tag, looked at, deleted", async (stage) => {
  const { owner, dataset, at, olga } = await twoVersions(stage, "branches");
  await olga.go(`${at}/branches`);
  await olga.row("main").getByText("v2").waitFor();
  await olga.sees("No tags yet");
  await olga.go(`${at}/versions`);
  await olga.act("version 1", "Start a branch here");
  await olga.dialog().getByLabel("Name").fill("v7");
  await olga.button("Start branch").click();
  await olga.fieldSays("Name", "This is how versions and drafts are named");
  await olga.shoot("branch-new");
  await olga.dialog().getByLabel("Name").fill("night");
  await olga.button("Start branch").click();
  await olga.sees("Branch night is started.");

  await olga.go(`${at}/draft?branch=night`);
  await olga.button("Open a draft").click();
  await olga.sees("No changes yet");
  const { items: drafts } = await owner.get(`datasets/${dataset.id}/drafts`);
  const { number } = drafts.find(({ branch }) => branch === "night");
  const [lamp] = await pictures([{ path: "north/lamp.png", width: 320, height: 200, cars: 1 }]);
  await owner.call("PUT", `datasets/${dataset.id}/drafts/${number}/item?path=north/lamp.png`, lamp.bytes);
  await olga.page.reload();
  await olga.row("north/lamp.png").getByText("Added").waitFor();
  await olga.shoot("draft-of-branch");
  await olga.button("Commit").click();
  await olga.dialog().getByLabel("Message").fill("A lamp");
  await olga.dialog().getByLabel("Tag").fill("lit");
  await olga.shoot("commit-with-tag");
  await olga.dialog().getByRole("button", { name: "Commit", exact: true }).click();
  await olga.row("A lamp").getByText("lit").waitFor();
  await olga.choose("History of", "night");
  await olga.row("First pictures").waitFor();
  assert.equal(await olga.row("One redrawn").count(), 0, "what came on main later does not belong to night");
  await olga.shoot("versions-of-branch");

  await olga.link("Items").click();
  await olga.link("south").waitFor();
  await olga.choose("Version", "night, v3");
  await olga.link("north").click();
  await olga.link(/^lamp\.png/).waitFor();
  assert.equal(await olga.page.getByText("not the newest").count(), 0);
  await olga.go(`${at}?ref=1`);
  await olga.sees("This is version 1 of main");
  await olga.shoot("version-older");
  await olga.link("south").click();
  await olga.link(/^c\.png/).click();
  await olga.heading("c.png").waitFor();
  await olga.sees("This is version 1 of main");
  await olga.shoot("item-older");
  await olga.link("Go to the newest version of main").click();
  await olga.link("south").click();
  await olga.link(/^d\.png/).waitFor();

  await olga.link("Branches").click();
  await olga.row("night").getByText("v1 of main").waitFor();
  await olga.shoot("branches");
  olga.expects(/DELETE .*\/branches\/night: 409/);
  await olga.act("night", "Delete");
  await olga.dialog().getByRole("textbox").fill("night");
  await olga.shoot("branch-delete");
  await olga.button("Delete branch").click();
  await olga.page.getByRole("alert").getByText("These rest on the branch: tag lit.").waitFor();
  await olga.button("Cancel").click();
  await olga.button("Delete tag lit").click();
  await olga.dialog().getByRole("button", { name: "Delete tag", exact: true }).click();
  await olga.sees("No tags yet");
  await olga.act("night", "Delete");
  await olga.dialog().getByRole("textbox").fill("night");
  await olga.button("Delete branch").click();
  await olga.sees("Branch night is deleted.");
  assert.deepEqual((await owner.get(`datasets/${dataset.id}/branches`)).items.map(({ name }) => name), ["main"]);
});

scenario("Two versions side by side: what came, changed and went, by kind, in pictures", async (stage) => {
  const { owner, dataset, at, olga } = await twoVersions(stage, "compare");
  const { number } = await owner.post(`datasets/${dataset.id}/drafts`, {});
  await owner.delete(`datasets/${dataset.id}/drafts/${number}/item?path=north/a.jpg`);
  await owner.post(`datasets/${dataset.id}/drafts/${number}/commit`, { message: "One taken out" });
  await olga.go(`${at}/versions`);
  await olga.link("1 added, 1 changed, 0 removed").click();
  const tiles = olga.page.getByRole("list", { name: "Differences" }).getByRole("listitem");
  await tiles.filter({ hasText: "north/b.jpg" }).getByText("File changed").waitFor();
  await tiles.filter({ hasText: "south/d.png" }).getByText("Not there before").waitFor();
  assert.equal(await tiles.count(), 2);
  await olga.choose("To", "main, v3");
  await tiles.filter({ hasText: "north/a.jpg" }).getByText("Not there any more").waitFor();
  assert.equal(await tiles.count(), 1, "against the version before");
  await olga.choose("From", "v1, First pictures");
  await tiles.nth(2).waitFor();
  await eventually(async () => {
    const widths = await olga.page.locator("main li img").evaluateAll((images) => images.map(({ naturalWidth }) => naturalWidth));
    assert.equal(widths.filter((width) => width > 0).length, 4, `pictures: ${widths}`);
  });
  await olga.shoot("compare");
  await olga.page.getByText("Removed 1").click();
  await tiles.nth(1).waitFor({ state: "detached" });
  await tiles.filter({ hasText: "north/a.jpg" }).waitFor();
  await olga.go(`${at}/compare?from=1&to=1`);
  await olga.sees("Both hold the same items with the same labels.");
  await olga.shoot("compare-none");
  olga.expects(/GET .*\/diff: 404/);
  olga.expects(/GET .*\/diff\/counts: 404/);
  olga.tolerates(/GET .*\/versions\/gone: 404/);
  await olga.go(`${at}/compare?from=gone`);
  await olga.sees("This does not exist, or it is not shared with you.");
  await olga.shoot("compare-unknown");
});

scenario("Back to an older version: looked through as a draft, then by a new version; one in between is deleted", async (stage) => {
  const { owner, dataset, at, olga } = await twoVersions(stage, "switch");
  await olga.go(`${at}/versions`);
  await olga.act("version 1", "Switch to it");
  await olga.dialog().getByLabel("0 added, 1 changed, 1 removed").waitFor();
  await olga.shoot("switch");
  await olga.button("Look through it first").click();
  await olga.row("south/d.png").getByText("Removed").waitFor();
  await olga.row("north/b.jpg").getByText("Changed").waitFor();
  await olga.button("Discard").click();
  // What it asks of the draft when it asks again, it may be quick enough to take back.
  olga.tolerates(/GET .*\/drafts\/\d+(\/changes)?: 404/);
  await olga.button("Discard draft").click();
  await olga.sees("The draft is discarded.");
  await olga.link("Versions").click();
  await olga.act("version 1", "Switch to it");
  await olga.dialog().getByLabel("Message").fill("As it was");
  await olga.button("Switch").click();
  await olga.row("As it was").getByLabel("0 added, 1 changed, 1 removed").first().waitFor();
  const items = async (ref) => (await owner.get(`datasets/${dataset.id}/versions/${ref}/items`)).items.map(({ path, digest }) => [path, digest]);
  assert.deepEqual(await items("main"), await items("1"));

  await olga.act("version 2", "Delete");
  assert.ok(await olga.button("Delete version").isDisabled());
  await olga.dialog().getByRole("textbox").fill("v2");
  await olga.shoot("version-delete");
  await olga.button("Delete version").click();
  await olga.sees("Version 2 is deleted.");
  await olga.row("One redrawn").waitFor({ state: "detached" });
  assert.equal(await owner.status("GET", `datasets/${dataset.id}/versions/2`), 404);
  assert.deepEqual(await items("main"), await items("1"));
});

scenario("Many items of a draft: counted folders, moved, labelled alike, removed", async (stage) => {
  const { owner, dataset, at, olga } = await twoVersions(stage, "selection");
  await olga.go(at);
  await olga.page.getByRole("link", { name: "south" }).getByText("2").waitFor();
  await olga.button("Edit").click();
  await olga.sees("This is the draft of main");
  await olga.page.getByLabel("Select folder south").check();
  await olga.sees("1 folder selected");
  await olga.shoot("draft-selection");
  await olga.button("Move or rename").click();
  await olga.dialog().getByLabel("New path").fill("quay/south");
  await olga.dialog().getByRole("button", { name: "Move", exact: true }).click();
  await olga.sees("2 items moved.");
  await olga.link("quay").click();
  await olga.link("south").waitFor();
  await olga.button("Select the whole folder").click();
  await olga.sees("All of quay/ selected");
  await olga.button("Labels and metadata").click();
  await olga.dialog().getByLabel("Set metadata key").fill("camera");
  await olga.dialog().getByLabel("Value").fill("crane");
  await olga.shoot("draft-edit-items");
  await olga.button("Change").click();
  await olga.sees("2 items changed.");
  await olga.link("Harbour car park").click();
  await olga.page.getByLabel("Select folder north").check();
  await olga.button("Remove").click();
  await olga.sees("Remove from the draft?");
  await olga.dialog().getByRole("button", { name: "Remove", exact: true }).click();
  await olga.sees("2 items removed from the draft.");
  const { items } = await owner.get(`datasets/${dataset.id}/versions/draft-3/items`);
  assert.deepEqual(items.map(({ path, metadata }) => [path, metadata.camera]), [["quay/south/c.png", "crane"], ["quay/south/d.png", "crane"]]);
  assert.deepEqual((await owner.get(`datasets/${dataset.id}/versions/main/items`)).items.length, 4, "versions keep them");
});

scenario("An archive is unpacked on the server, and says which of its files it refused", async (stage) => {
  const { owner, dataset, at, olga } = await twoVersions(stage, "archive");
  const zip = Buffer.from(await (await owner.call("GET", `datasets/${dataset.id}/versions/1/zip`)).arrayBuffer());
  await owner.post(`datasets/${dataset.id}/drafts`, {});
  await olga.go(`${at}/draft`);
  await olga.page.getByLabel("Folder in the dataset").fill("copy");
  const choose = async (name, buffer) => {
    const [chooser] = await Promise.all([olga.page.waitForEvent("filechooser"), olga.button("Unpack an archive").click()]);
    await chooser.setFiles({ name, mimeType: "application/zip", buffer });
  };
  await choose("first.zip", zip);
  await olga.sees("first.zip is unpacked");
  await olga.sees("3 files put into the draft");
  await olga.row("copy/north/a.jpg").getByText("Added").waitFor();
  // the same with one name that leads outside
  const evil = Buffer.from(zip.toString("latin1").replaceAll("north/a.jpg", "../th/a.jpg"), "latin1");
  await choose("evil.zip", evil);
  await olga.sees("1 refused");
  await olga.page.getByRole("region", { name: "Archive" }).getByText("copy/../th/a.jpg").waitFor();
  await olga.shoot("draft-archive");
  olga.expects(/PUT .*\/archive: 422/);
  await choose("words.zip", Buffer.from("these are words"));
  await olga.sees("This is neither a zip nor a tar");
  // held on its way, as a slow line would
  await olga.page.route(/\/archive\?/, () => undefined);
  await choose("slow.zip", zip);
  await olga.button("Cancel").click();
  await olga.sees("slow.zip was cancelled");
  await olga.sees("Nothing of it is in the draft.");
});
