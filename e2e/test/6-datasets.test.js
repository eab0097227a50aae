import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropFrom } from "../harness/drop.js";
import { eventually } from "../harness/eventually.js";
import { fragile } from "../harness/fragile.js";
import { acmeWithProject, picturesShown } from "../harness/lots.js";
import { pictures, written } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";
import { unzip } from "../harness/zip.js";

const LOT = ["north/a.jpg", "north/b.jpg", "south/gate/c.png", "south/gate/d.jpg", "map.png"].map((path) => ({ path: `lot/${path}` }));

/** A folder on the disk for the time of the body. */
async function inFolder(files, body) {
  const folder = await mkdtemp(join(tmpdir(), "kontor-e2e-files-"));
  try {
    await written(files, folder);
    await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The names of the files in all uploads from now on. */
async function filesSent(visitor) {
  const names = [];
  await visitor.page.route(/\/drafts\/\d+\/items$/, (route) => {
    const body = route.request().postDataBuffer()?.toString("latin1") ?? "";
    names.push(...[...body.matchAll(/name="file"; filename="([^"]+)"/g)].map(([, name]) => name));
    return route.continue();
  });
  return names;
}

const dropZone = (visitor) => visitor.page.getByText("Drop files or whole folders here");

scenario("A dropped folder becomes a version: draft, upload, thumbnails, commit, folders", async (stage) => {
  const { workspace, project, olga } = await acmeWithProject(stage, "drop");
  const files = await pictures(LOT);
  await olga.go(`/${workspace}/projects/${project.id}`);
  await olga.sees("No datasets yet");
  await olga.button("New dataset").first().click();
  await olga.dialog().getByLabel("Name").fill("Harbour car park");
  await olga.dialog().getByLabel("Description").fill("Cars on the quays, seen from the crane.");
  await olga.shoot("dataset-new");
  await olga.button("Create dataset").click();
  await olga.heading("Harbour car park").waitFor();
  await olga.sees("No open draft");
  await olga.shoot("draft-none");
  await olga.link("Items").click();
  await olga.sees("Nothing here yet");
  await olga.shoot("dataset-empty");
  await olga.link("Add files").click();
  await olga.button("Open a draft").click();
  await olga.sees("No changes yet");
  await olga.shoot("draft-empty");

  await inFolder([...files, { path: "lot/.DS_Store", bytes: Buffer.from("litter") }], async (folder) => {
    await dropFrom(olga.page, dropZone(olga), [join(folder, "lot")]);
    await olga.sees("5 of 5 files");
  });
  for (const { path } of files) await olga.row(path).getByText("Added").waitFor();
  assert.equal(await olga.page.getByRole("table", { name: "Changes" }).locator("tbody tr").count(), 5, "system files stay out");
  await olga.shoot("draft");

  await olga.link("Browse draft").click();
  await olga.link("lot").click();
  await olga.link("north").click();
  await picturesShown(olga, 2);
  await olga.link(/^Draft/).click();

  await olga.button("Commit").click();
  await olga.dialog().getByRole("button", { name: "Commit", exact: true }).click();
  await olga.fieldSays("Message", "Say what changed");
  await olga.dialog().getByLabel("Message").fill("First pictures of the quay");
  await olga.shoot("commit");
  await olga.dialog().getByRole("button", { name: "Commit", exact: true }).click();
  await olga.sees("Version 1 is committed.");
  await olga.row("First pictures of the quay").getByText("+5").waitFor();
  await olga.shoot("versions");

  await olga.link("Items").click();
  await olga.link("lot").click();
  await picturesShown(olga, 1);
  await olga.link("south").click();
  await olga.link("gate").click();
  await picturesShown(olga, 2);
  await olga.page.getByRole("navigation", { name: "Folder" }).getByText("gate").waitFor();
  await olga.shoot("dataset-folder");
  await olga.page.locator("label").filter({ hasText: "List" }).click();
  await olga.row("c.png").getByText("image/png").waitFor();
  await olga.shoot("dataset-list");
  await olga.page.getByRole("navigation", { name: "Folder" }).getByRole("link", { name: "lot" }).click();
  await olga.row("map.png").waitFor();
});

scenario("A second draft: a chosen folder, a change, a removal, what is there already is not sent again", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "again");
  const files = await pictures(LOT);
  const dataset = await world.dataset(owner, project, "Harbour car park", files);
  const [changed] = await pictures([{ path: "lot/map.png", seed: "redrawn" }]);
  await owner.post(`datasets/${dataset.id}/drafts`);
  const sent = await filesSent(olga);
  await olga.go(`/${workspace}/datasets/${dataset.id}/draft`);
  await dropZone(olga).waitFor();
  await inFolder([...files.slice(0, 4), changed], async (folder) => {
    await olga.page.locator("input[webkitdirectory]").setInputFiles(join(folder, "lot"));
    await olga.sees(/5 of 5 files .* 4 unchanged/);
  });
  assert.deepEqual(sent, ["map.png"], "only the redrawn one travels");
  await olga.row("lot/map.png").getByText("Changed").waitFor();
  await owner.delete(`datasets/${dataset.id}/drafts/2/item?path=${encodeURIComponent("lot/north/b.jpg")}`);
  await olga.page.reload();
  await olga.row("lot/north/b.jpg").getByText("Removed").waitFor();
  await olga.shoot("draft-changes");
  await olga.button("Commit").click();
  await olga.dialog().getByLabel("Message").fill("Map redrawn, one taken out");
  await olga.dialog().getByRole("button", { name: "Commit", exact: true }).click();
  await olga.row("Map redrawn").getByLabel("0 added, 1 changed, 1 removed").waitFor();

  // The older version stays as it was.
  await olga.link("Browse version 1").click();
  await olga.link("lot").click();
  await olga.link("north").click();
  await picturesShown(olga, 2);
  await olga.choose("Version", "main, v2");
  await olga.link(/^a\.jpg/).waitFor();
  await picturesShown(olga, 1);
});

scenario("A broken connection: the upload waits, goes on, and sends nothing twice", async (stage) => {
  const world = new World("broken");
  const { olga: owner, workspace } = await world.acme();
  const project = await world.project(owner, workspace, "Parking lots");
  const { id } = await owner.post(`projects/${project.id}/datasets`, { name: "Quay" });
  const draft = `datasets/${id}/drafts/${(await owner.post(`datasets/${id}/drafts`)).number}`;
  const files = await pictures(Array.from({ length: 230 }, (_, number) => ({ path: `quay/${String(number).padStart(3, "0")}.png`, width: 24, height: 16, cars: 1 })));
  const connection = await fragile(owner.url);
  const olga = await stage.visitor(owner, { baseURL: connection.url });
  olga.expects(/net::ERR_/);
  await olga.go(`/${workspace}/datasets/${id}/draft`);
  await dropZone(olga).waitFor();
  connection.breakAtAnswer(/^POST \/api\/v1\/datasets\/[^ ]+\/items /);
  await inFolder(files, async (folder) => {
    await olga.page.locator("input[webkitdirectory]").setInputFiles(join(folder, "quay"));
    await olga.sees(/The server did not answer/);
    await olga.shoot("draft-broken");
    const there = await everything(owner, `${draft}/changes`);
    assert.ok(there.length > 0, "the server took in what it could not answer");
    const sent = await filesSent(olga);
    connection.mend();
    await olga.sees("230 of 230 files");
    const twice = there.filter(({ path }) => sent.includes(path.slice("quay/".length)));
    assert.deepEqual(twice, [], "what the server has is not sent again");
  });
  connection.close();
  assert.equal((await owner.get(draft)).added, files.length);
});

/** All pages of a list. */
async function everything(person, path) {
  const items = [];
  for (let cursor = ""; cursor !== null; ) {
    const page = await person.get(`${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

scenario("An upload is paused, shows its progress, goes on while one looks elsewhere", async (stage) => {
  const { owner, workspace, project, olga } = await acmeWithProject(stage, "paused");
  const { id } = await owner.post(`projects/${project.id}/datasets`, { name: "Quay" });
  await owner.post(`datasets/${id}/drafts`);
  const files = await pictures(LOT);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await olga.page.route("**/drafts/*/items", async (route) => {
    await held;
    await route.continue();
  });
  await olga.go(`/${workspace}/datasets/${id}/draft`);
  await dropZone(olga).waitFor();
  await inFolder(files, async (folder) => {
    await olga.page.locator("input[webkitdirectory]").setInputFiles(join(folder, "lot"));
    await olga.sees("0 of 5 files");
    await olga.page.getByRole("progressbar", { name: "Sent" }).first().waitFor({ state: "attached" });
    await olga.shoot("draft-uploading");
    await olga.link("Versions").click();
    await olga.page.getByRole("navigation", { name: "Main" }).getByText("Uploading · Quay").waitFor();
    release();
    await olga.page.getByRole("navigation", { name: "Main" }).getByText("Uploading · Quay").waitFor({ state: "hidden" });
  });
  await olga.link(/^Draft/).click();
  await olga.sees("5 of 5 files");
});

scenario("A file and a whole version are downloaded as they were sent", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "download");
  const files = await pictures(LOT);
  const dataset = await world.dataset(owner, project, "Harbour car park", files);
  await olga.go(`/${workspace}/datasets/${dataset.id}/item?ref=main&path=${encodeURIComponent("lot/north/a.jpg")}`);
  const [one] = await Promise.all([olga.page.waitForEvent("download"), olga.link("Download").click()]);
  assert.equal(one.suggestedFilename(), "a.jpg");
  assert.deepEqual(await readFile(await one.path()), files[0].bytes);

  await olga.go(`/${workspace}/datasets/${dataset.id}/versions`);
  const [whole] = await Promise.all([olga.page.waitForEvent("download"), olga.link("Download version 1 as zip").click()]);
  assert.match(whole.suggestedFilename(), /\.zip$/);
  const unpacked = unzip(await readFile(await whole.path()));
  assert.deepEqual([...unpacked.keys()].sort(), files.map(({ path }) => path).sort());
  for (const { path, bytes } of files) assert.deepEqual(unpacked.get(path), bytes, path);

  await olga.go(`/${workspace}/datasets/${dataset.id}?prefix=${encodeURIComponent("lot/north/")}`);
  const [folder] = await Promise.all([olga.page.waitForEvent("download"), olga.link("Download as zip").click()]);
  assert.equal(unzip(await readFile(await folder.path())).size, 2);
});

scenario("A long folder is read on as one scrolls", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "paging");
  const files = await pictures(Array.from({ length: 150 }, (_, number) => ({ path: `${String(number).padStart(3, "0")}.png`, width: 28, height: 28, cars: 1 })));
  const dataset = await world.dataset(owner, project, "Small ones", files);
  await olga.go(`/${workspace}/datasets/${dataset.id}`);
  await olga.page.getByTitle("000.png", { exact: true }).waitFor();
  const cut = await olga.page.locator("main a img").evaluateAll((images) =>
    images.filter((image) => image.getBoundingClientRect().height > image.parentElement.getBoundingClientRect().height + 1).length,
  );
  assert.equal(cut, 0, "no thumbnail is cut");
  await olga.page.mouse.move(800, 600);
  await eventually(async () => {
    await olga.page.mouse.wheel(0, 4000);
    assert.equal(await olga.page.locator("main a[title$='.png']").count(), 150);
  });
  await olga.page.getByTitle("149.png", { exact: true }).waitFor();
  await olga.shoot("dataset-full");
});

scenario("Two people commit at once: one wins, the other is told", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "commit-race");
  const [first] = await pictures([{ path: "a.png", width: 24, height: 16 }]);
  const { id } = await world.dataset(owner, project, "Quay", []);
  const { number } = await owner.post(`datasets/${id}/drafts`);
  await owner.call("PUT", `datasets/${id}/drafts/${number}/item?path=a.png`, first.bytes);
  olga.expects(/POST .*\/commit: 409/);
  // What it asks of the draft when it asks again, it may be quick enough to take back.
  olga.tolerates(/GET .*\/drafts\/\d+(\/changes)?: 404/);
  // As if she were quicker than the news: her page hears of nothing.
  await olga.page.route("**/api/v1/me/events", () => undefined);
  await olga.go(`/${workspace}/datasets/${id}/draft`);
  await olga.row("a.png").waitFor();
  await olga.button("Commit").click();
  await olga.dialog().getByLabel("Message").fill("Mine");
  await owner.post(`datasets/${id}/drafts/${number}/commit`, { message: "Theirs" });
  await olga.dialog().getByRole("button", { name: "Commit", exact: true }).click();
  await olga.page.getByRole("alert").getByText("somebody committed or discarded it").first().waitFor();
  // the page asked again by itself
  await olga.sees("No open draft");
  await olga.shoot("commit-lost");
});

scenario("Names of datasets have a rule, and are taken once in a project (T-02)", async (stage) => {
  const { owner, workspace, project, olga } = await acmeWithProject(stage, "dataset-names");
  await owner.post(`projects/${project.id}/datasets`, { name: "Quay" });
  olga.expects(/POST .*\/datasets: 409/);
  await olga.go(`/${workspace}/projects/${project.id}`);
  await olga.button("New dataset").click();
  const name = olga.dialog().getByLabel("Name");
  await name.fill("a/b");
  await olga.button("Create dataset").click();
  await olga.fieldSays("Name", "Letters, digits");
  await name.fill("Quay");
  await olga.button("Create dataset").click();
  await olga.fieldSays("Name", "There is a dataset of this name in the project already");
  await olga.shoot("dataset-new-refused");
});

scenario("SVG and HTML are never shown, only handed out", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "unsafe");
  const files = [
    { path: "page.html", bytes: Buffer.from("<script>document.title = 'owned'</script>") },
    { path: "picture.svg", bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "owned"</script></svg>') },
  ];
  const dataset = await world.dataset(owner, project, "Strange files", files);
  for (const { path } of files) {
    await olga.go(`/${workspace}/datasets/${dataset.id}/item?ref=main&path=${path}`);
    await olga.sees(/There is no view for/);
    const address = `${world.url}/api/v1/datasets/${dataset.id}/versions/main/content?path=${path}`;
    const [download] = await Promise.all([olga.page.waitForEvent("download"), olga.page.goto(address).catch(() => {})]);
    assert.equal(download.suggestedFilename(), path);
    const { headers } = await owner.call("GET", `datasets/${dataset.id}/versions/main/content?path=${path}`);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
  }
  await olga.go(`/${workspace}/datasets/${dataset.id}/item?ref=main&path=picture.svg`);
  await olga.sees(/There is no view for/);
  await olga.shoot("viewer-no-picture");
  assert.notEqual(await olga.page.title(), "owned");
});

scenario("A private dataset: others see a preview, until they are given a level (T-04)", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "levels");
  const mo = await world.member(owner, workspace, "Mo");
  await owner.put(`projects/${project.id}/members/${mo.id}`);
  const dataset = await world.dataset(owner, project, "Harbour car park", await pictures(LOT.slice(0, 3)), { visibility: "PRIVATE" });
  const other = await stage.visitor(mo);
  await other.go(`/${workspace}/datasets/${dataset.id}`);
  await other.sees("You see a preview. Ask the dataset owner, Olga, for more.");
  assert.equal(await other.link("Versions").count(), 0);
  await picturesShown(other, 3);
  await other.shoot("dataset-preview");
  await olga.go(`/${workspace}/datasets/${dataset.id}/people`);
  await olga.button("Invite people").click();
  await olga.page.getByRole("combobox", { name: "Members of the workspace" }).or(olga.page.getByRole("textbox", { name: "Members of the workspace" })).first().fill("Mo");
  await olga.page.getByRole("option", { name: /Mo/ }).click();
  await olga.page.keyboard.press("Tab");
  await olga.button("Invite").click();
  await olga.sees("Holds it now");
  await olga.button("Done").click();
  await olga.page.getByLabel("Level of Mo").first().waitFor();
  await olga.shoot("dataset-people");
  await other.page.reload();
  await other.link("Versions").waitFor();
  assert.equal(await other.link("Draft").count(), 0, "viewers change nothing");
});

scenario("Deleting a dataset asks for its name and ends it for everybody (T-16)", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "deleting");
  const dataset = await world.dataset(owner, project, "Quay", await pictures(LOT.slice(0, 1)));
  await olga.go(`/${workspace}/datasets/${dataset.id}/settings`);
  await olga.button("Delete dataset").click();
  assert.ok(await olga.button("Delete for good").isDisabled());
  await olga.dialog().getByRole("textbox").fill("Quay");
  await olga.shoot("dataset-delete");
  await olga.button("Delete for good").click();
  await olga.sees("Quay is deleted.");
  await olga.sees("No datasets yet");
  assert.equal(await owner.status("GET", `datasets/${dataset.id}`), 404);
});
