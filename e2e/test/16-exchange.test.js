import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { acmeWithProject } from "../harness/lots.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";
import { unzip } from "../harness/zip.js";

const CATALOG = { BOX2D: { categories: [{ name: "car" }] }, SENTENCE: {} };
const box = (xmin) => ({ box2d: { xmin, ymin: 2.5, xmax: xmin + 10, ymax: 20 }, category: "car" });
const labels = (xmin) => ({ BOX2D: [box(xmin)], SENTENCE: [{ sentence: [{ text: "red" }] }] });

async function exported(visitor) {
  const [download] = await Promise.all([visitor.page.waitForEvent("download"), visitor.dialog().getByRole("link", { name: "Export" }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

scenario("A version goes out as COCO and comes back into another dataset, and what was lost is told", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "exchange");
  const [a, b] = await pictures(["north/a.png", "b.png"].map((path) => ({ path, width: 64, height: 40, cars: 1 })));
  const dataset = await world.dataset(owner, project, "Car park", [{ ...a, labels: labels(1) }, { ...b, labels: labels(7.25) }], { catalog: CATALOG });
  await olga.go(`/${workspace}/datasets/${dataset.id}`);
  await olga.button("Export main").click();
  await olga.sees("Kontor JSON lines carries everything of this version.");
  await olga.page.getByRole("radio", { name: /^COCO/ }).check();
  await olga.sees("SENTENCE: 2");
  await olga.page.getByText("Labels and files").click();
  await olga.shoot("export");
  const { name, bytes } = await exported(olga);
  assert.equal(name, "Car park-v1-coco.zip");
  const files = unzip(bytes);
  assert.deepEqual([...files.keys()].sort(), ["annotations.json", "images/b.png", "images/north/a.png", "report.json"]);
  assert.equal(JSON.parse(files.get("report.json")).lost[0].what, "LABEL_TYPE");

  const empty = await owner.post(`projects/${project.id}/datasets`, { name: "Again" });
  await owner.post(`datasets/${empty.id}/drafts`, {});
  await olga.go(`/${workspace}/datasets/${empty.id}/draft`);
  await olga.button("Import labels").click();
  await olga.shoot("import");
  await olga.page.locator("input[type=file][accept*=jsonl]").setInputFiles({ name: "car-park.zip", mimeType: "application/zip", buffer: bytes });
  await olga.dialog().getByRole("button", { name: "Import", exact: true }).click();
  await olga.sees("COCO is imported");
  await olga.sees("2 items labelled · 2 files put into the draft");
  await olga.shoot("imported");
  const { items } = await owner.get(`datasets/${empty.id}/drafts`);
  const item = await owner.get(`datasets/${empty.id}/versions/draft-${items[0].number}/item?path=b.png`);
  assert.deepEqual(item.labels, { BOX2D: [box(7.25)] });
});

scenario("A type that is not declared stops an import, until the catalog declares it", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "exchange-undeclared");
  const files = await pictures([{ path: "a.png", width: 64, height: 40, cars: 1 }]);
  const dataset = await world.dataset(owner, project, "Car park", files);
  await owner.post(`datasets/${dataset.id}/drafts`, {});
  await olga.go(`/${workspace}/datasets/${dataset.id}/draft`);
  await olga.button("Import labels").click();
  const lines = ["a.png", "gone.png"].map((path) => JSON.stringify({ path, labels: { BOX2D: [box(1)] } })).join("\n");
  await olga.page.locator("input[type=file][accept*=jsonl]").setInputFiles({ name: "labels.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(lines) });
  await olga.page.getByRole("checkbox", { name: "Declare what the file uses" }).uncheck();
  await olga.dialog().getByRole("button", { name: "Import", exact: true }).click();
  await olga.sees("The dataset's catalog does not declare BOX2D.");
  await olga.shoot("import-undeclared");
  await olga.button("Declare what the file uses").click();
  await olga.sees("Kontor JSON lines is imported");
  await olga.sees("There is no such item in the draft.");
  await olga.shoot("import-problems");
});
