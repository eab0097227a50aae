import assert from "node:assert/strict";
import { acmeWithProject } from "../harness/lots.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";

const CATALOG = { CLASSIFICATION: { categories: [{ name: "day" }, { name: "night" }] } };
const labels = (category) => ({ CLASSIFICATION: { category, attributes: {} } });

scenario("A dataset is made of the items that fit, counted and shown before", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "derive-filter");
  const [a, b, c] = await pictures(["north/a.jpg", "north/b.jpg", "south/c.jpg"].map((path) => ({ path, width: 64, height: 40, cars: 1 })));
  const files = [{ ...a, labels: labels("day") }, { ...b, labels: labels("night") }, { ...c, labels: labels("night") }];
  const dataset = await world.dataset(owner, project, "Car park", files, { catalog: CATALOG });
  await olga.go(`/${workspace}/datasets/${dataset.id}`);
  await olga.link("Derive").click();
  await olga.sees("3 items fit");
  await olga.shoot("derive");
  await olga.button("Condition").click();
  await olga.page.getByRole("textbox", { name: "Value" }).fill("north/");
  await olga.sees("2 items fit");
  await olga.button("Condition").click();
  const line = olga.page.getByRole("group", { name: "Condition", exact: true }).nth(1);
  await line.getByRole("combobox", { name: "Field" }).click();
  await olga.page.getByRole("option", { name: "Label" }).click();
  await line.getByRole("combobox", { name: "Category" }).fill("night");
  await olga.page.keyboard.press("Escape");
  await olga.sees("1 item fits");
  await olga.shoot("derive-filter");
  await olga.page.getByRole("textbox", { name: "Name", exact: true }).fill("Northern nights");
  await olga.button("Create dataset").click();
  await olga.heading("Northern nights").waitFor();
  await olga.page.getByTitle("north/", { exact: true }).or(olga.page.getByText("north", { exact: true })).first().waitFor();
  await olga.link("Versions").click();
  await olga.sees("Filtered from Car park, version 1");
});

scenario("Two datasets are merged: a clash is told, then the last is kept", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "derive-merge");
  const [a, b] = await pictures(["a.png", "a.png"].map((path, index) => ({ path, width: 32 + index, height: 24, cars: 1 })));
  const first = await world.dataset(owner, project, "First", [a]);
  await world.dataset(owner, project, "Second", [b]);
  await olga.go(`/${workspace}/datasets/${first.id}/derive`);
  await olga.page.getByRole("combobox", { name: "Merge with another dataset" }).click();
  await olga.page.getByRole("option", { name: "Second" }).click();
  await olga.page.getByRole("textbox", { name: "Name", exact: true }).fill("Both");
  olga.expects(/POST .*\/derivations: 409/);
  await olga.button("Create dataset").click();
  await olga.page.getByRole("alert").getByText("a.png").waitFor();
  await olga.shoot("derive-clash");
  await olga.page.getByRole("radio", { name: "Keep the last" }).check();
  await olga.button("Create dataset").click();
  await olga.heading("Both").waitFor();
  const { items } = await owner.get(`${workspace}/datasets?q=both`);
  const content = await owner.get(`datasets/${items[0].id}/versions/main/items`);
  assert.equal(content.items.length, 1);
});
