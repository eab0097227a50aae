import assert from "node:assert/strict";
import { eventually } from "../harness/eventually.js";
import { acmeWithProject } from "../harness/lots.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";

const CATALOG = {
  CLASSIFICATION: { categories: [{ name: "day" }, { name: "night" }] },
  BOX2D: {
    categories: [{ name: "car" }, { name: "van" }],
    attributes: [{ name: "parked", type: "boolean" }, { name: "doors", type: "integer", minimum: 2, maximum: 5, parentCategories: ["car"] }],
  },
  POLYLINE2D: { categories: [{ name: "lane" }] },
  SENTENCE: {},
};

/** A dataset of two pictures, and one of them before Olga. */
async function twoPictures(stage, name, edit) {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, name);
  const files = await pictures(["a.jpg", "b.jpg"].map((path) => ({ path, width: 640, height: 400, cars: 2 })));
  const labelled = files.map((file) => ({ ...file, labels: { BOX2D: file.boxes.map((box2d) => ({ box2d, category: "car" })) } }));
  const dataset = await world.dataset(owner, project, "Harbour car park", labelled, { catalog: CATALOG });
  await olga.go(`/${workspace}/datasets/${dataset.id}/item?ref=main&path=a.jpg`);
  await olga.button("Edit labels").click();
  await olga.page.getByRole("complementary", { name: "Edit labels and metadata" }).waitFor();
  const { items } = await owner.get(`datasets/${dataset.id}/drafts`);
  const draft = `datasets/${dataset.id}/drafts/${items[0].number}`;
  const read = (path = "a.jpg") => owner.get(`${draft.replace("/drafts/", "/versions/draft-")}/item?path=${path}`);
  return { owner, olga, draft, read, boxes: files[0].boxes, dataset, workspace };
}

/** Clicks Save and waits until the server has it. */
async function save(visitor) {
  const stored = visitor.page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok());
  await visitor.button("Save").click();
  await stored;
  await visitor.sees("Nothing to save");
}

/** By the server's refusal, unless the page asked again by itself just before, and cannot be saved any more. */
async function toldOnSaving(visitor) {
  visitor.tolerates(/PATCH .*: 412/);
  await visitor.button("Save").click({ timeout: 3_000 }).catch(() => undefined);
  await visitor.page.getByRole("alert").getByText("Somebody saved this item meanwhile").waitFor();
}

const category = (visitor) => visitor.page.getByRole("combobox", { name: "Category" });

/** Drags over the picture, from one of its pixels to another. */
async function drag(visitor, from, to) {
  const points = await visitor.page.locator("svg:has(image)").evaluate(
    (svg, both) => both.map(([x, y]) => {
      const { x: clientX, y: clientY } = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
      return [clientX, clientY];
    }),
    [from, to],
  );
  await visitor.page.mouse.move(...points[0]);
  await visitor.page.mouse.down();
  await visitor.page.mouse.move(points[1][0] - 3, points[1][1] - 3);
  await visitor.page.mouse.move(...points[1]);
  await visitor.page.mouse.up();
}

scenario("Labels of one item: boxes drawn, moved by keys, given attributes; class, text, lines and metadata", async (stage) => {
  const { olga, read, boxes } = await twoPictures(stage, "labelling");
  await olga.page.getByRole("button", { name: /^Box 1, car/ }).waitFor();
  await olga.button("Draw a box").click();
  await drag(olga, [400, 250], [500, 330]);
  await olga.page.getByRole("button", { name: /^Box 3, car/ }).waitFor();
  const drawn = olga.page.getByRole("button", { name: /^Box 3, / });
  await category(olga).fill("van");
  await drawn.focus();
  for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowUp", "Control+ArrowRight"]) await olga.page.keyboard.press(key);
  await olga.choose("parked", "yes");
  await olga.field("Top").fill("241");
  await olga.shoot("labelling");
  await olga.button("Add to Classification").click();
  await category(olga).fill("night");
  await olga.button("Add to Sentences").click();
  await olga.field("Text").fill("Two cars\nand a van");
  await olga.button("Add to Polylines").click();
  await olga.field("polyline2d").fill("[{");
  await olga.sees("This is no JSON yet.");
  assert.ok(await olga.button("Save").isDisabled());
  await olga.field("polyline2d").fill('[{"x": 1, "y": 2}, {"x": 30, "y": 4.5}]');
  await olga.button("Add a key").click();
  await olga.page.getByLabel("Key", { exact: true }).fill("camera");
  await olga.page.getByLabel("Value", { exact: true }).fill("north");
  await olga.button("Add a key").click();
  await olga.page.getByLabel("Key", { exact: true }).nth(1).fill("shutter");
  await olga.page.getByLabel("Type", { exact: true }).nth(1).click();
  await olga.page.getByRole("option", { name: "number", exact: true }).click();
  await olga.sees("This is no number.");
  await olga.page.getByLabel("Value", { exact: true }).nth(1).fill("0.5");
  await olga.shoot("labelling-rest");
  await save(olga);

  const { labels, metadata } = await read();
  const { box2d, ...rest } = labels.BOX2D[2];
  assert.deepEqual(rest, { category: "van", attributes: { parked: true } });
  assert.ok(Object.values(box2d).every(Number.isInteger), "whole pixels");
  assert.equal(box2d.ymin, 241);
  assert.ok(Math.abs(box2d.xmin - 402) <= 2 && Math.abs(box2d.xmax - 503) <= 2 && Math.abs(box2d.ymax - 320) <= 2, JSON.stringify(box2d));
  assert.deepEqual(labels.BOX2D.slice(0, 2).map((label) => label.box2d), boxes, "the others are untouched");
  assert.equal(labels.CLASSIFICATION.category, "night");
  assert.deepEqual(labels.SENTENCE, [{ sentence: [{ text: "Two cars" }, { text: "and a van" }] }]);
  assert.deepEqual(labels.POLYLINE2D, [{ polyline2d: [{ x: 1, y: 2 }, { x: 30, y: 4.5 }] }]);
  assert.deepEqual(metadata, { camera: "north", shutter: 0.5 });

  await olga.page.getByRole("button", { name: /^Box 1, car/ }).focus();
  await olga.page.keyboard.press("Delete");
  await olga.button("Next item").click();
  await olga.dialog().getByText("not saved yet").waitFor();
  await olga.button("Save and go on").click();
  await olga.heading("b.jpg").waitFor();
  assert.equal((await read()).labels.BOX2D.length, 2);
  await olga.button("Done").click();
  await olga.button("Edit labels").waitFor();
});

scenario("Two label one item at once: who saves later is told and loses nothing; the catalog is edited, too", async (stage) => {
  const { owner, olga, draft, read } = await twoPictures(stage, "conflict");
  const by = (category) => owner.patch(`${draft}/item?path=a.jpg`, { labels: { CLASSIFICATION: { category } } });
  await olga.page.getByRole("button", { name: /^Box 1, car/ }).focus();
  await olga.field("Left").fill("7");
  await by("night");
  await toldOnSaving(olga);
  assert.equal(await olga.field("Left").inputValue(), "7", "what was typed is there");
  await olga.shoot("labelling-conflict");
  await olga.button("Go on with mine").click();
  await save(olga);
  const { labels } = await read();
  assert.equal(labels.BOX2D[0].box2d.xmin, 7);
  assert.equal(labels.CLASSIFICATION, undefined, "mine, as it was read");
  await olga.button("Add to Classification").click();
  await by("day");
  await toldOnSaving(olga);
  await olga.button("Take theirs").click();
  await olga.page.getByRole("group", { name: "Classification" }).getByText("day").waitFor();
  await olga.sees("Nothing to save");

  await olga.button("Edit the catalog").click();
  const dialog = olga.dialog();
  await dialog.getByRole("group", { name: "Classification" }).getByLabel("Categories").fill("dusk");
  await olga.page.keyboard.press("Enter");
  await dialog.getByLabel("Declare another type").click();
  await olga.page.getByRole("option", { name: "Polygons", exact: true }).click();
  await olga.shoot("catalog");
  await olga.button("Set the catalog").click();
  await olga.sees("The catalog is set.");
  await olga.button("Add to Polygons").waitFor();
  await eventually(async () => {
    const catalog = await owner.get(`${draft.replace("/drafts/", "/versions/draft-")}/catalog`);
    assert.deepEqual(catalog.CLASSIFICATION.categories.map(({ name }) => name), ["day", "night", "dusk"]);
    assert.equal(catalog.BOX2D.attributes.length, 2, "what was not touched stays");
    assert.deepEqual(catalog.POLYGON, {});
  });
});

scenario("Labels come along with the files they lie beside, and in a file of lines", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "along");
  const dataset = await world.dataset(owner, project, "Quays", []);
  const { number } = await owner.post(`datasets/${dataset.id}/drafts`, {});
  const draft = `datasets/${dataset.id}/drafts/${number}`;
  await owner.put(`${draft}/catalog`, CATALOG);
  const [a, b, c] = await pictures(["a.jpg", "b.jpg", "c.jpg"].map((path) => ({ path, width: 320, height: 200, cars: 1 })));
  const json = (name, body) => ({ name, mimeType: "application/json", buffer: Buffer.from(body) });
  const picture = ({ path, bytes }) => ({ name: path, mimeType: "image/jpeg", buffer: Buffer.from(bytes) });
  await olga.go(`/${workspace}/datasets/${dataset.id}/draft`);
  const [chooser] = await Promise.all([olga.page.waitForEvent("filechooser"), olga.button("Choose files").click()]);
  await chooser.setFiles([
    picture(a),
    picture(b),
    picture(c),
    json("a.jpg.json", JSON.stringify({ labels: { CLASSIFICATION: { category: "day" } }, metadata: { camera: "north" } })),
    json("labels.jsonl", JSON.stringify({ path: "b.jpg", labels: { CLASSIFICATION: { category: "night" } } })),
    json("settings.json", "{}"),
  ]);
  await olga.sees("Labels of 2 files come along, from 2 files of labels.");
  await olga.sees("Everything is in the draft");
  await olga.shoot("draft-labels-along");
  const { items } = await owner.get(`${draft.replace("/drafts/", "/versions/draft-")}/items`);
  assert.deepEqual(
    items.map(({ path, labels, metadata }) => [path, labels?.CLASSIFICATION.category, metadata?.camera]),
    [["a.jpg", "day", "north"], ["b.jpg", "night", undefined], ["c.jpg", undefined, undefined], ["settings.json", undefined, undefined]],
  );
});
