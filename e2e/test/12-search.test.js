import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

async function made(name) {
  const world = new World(name);
  const { olga, workspace } = await world.acme();
  const streets = await world.project(olga, workspace, "Streets", "PUBLIC");
  const plans = await world.project(olga, workspace, "Street plans", "PRIVATE");
  const night = await world.dataset(olga, streets, "Crossings at night", []);
  await world.dataset(olga, plans, "Night plans", []);
  return { world, olga, workspace, streets, night };
}

scenario("One box finds projects, datasets and people, by keyboard alone", async (stage) => {
  const { world, olga: owner, workspace, night } = await made("search");
  await world.member(owner, workspace, "Stella", ["DEVELOPER"]);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/projects`);
  await olga.heading("Projects").waitFor();

  await olga.page.keyboard.press("/");
  const box = olga.page.getByRole("combobox", { name: "Search people, projects and datasets" });
  await box.waitFor();
  assert.ok(await box.evaluate((field) => field === document.activeElement));
  await olga.page.keyboard.type("st");
  const found = olga.page.getByRole("listbox", { name: "Found" });
  await found.getByRole("option", { name: /^Streets/ }).waitFor();
  await found.getByRole("option", { name: /^Street plans/ }).waitFor();
  await found.getByRole("option", { name: /^Stella/ }).waitFor();
  await olga.shoot("search");
  await box.fill("NIGHT cross");
  await found.getByRole("option", { name: /^Crossings at night/ }).waitFor();
  await found.getByRole("option", { name: /^Streets/ }).waitFor({ state: "detached" });
  await olga.page.keyboard.press("Enter");
  await olga.arrives(`/${workspace}/datasets/${night.id}`);

  await olga.page.keyboard.press("Control+k");
  await box.fill("stella");
  await found.getByRole("option", { name: /^Stella/ }).click();
  await olga.arrives(`/${workspace}/manage/members`);
  await olga.row("Stella").waitFor();

  await olga.page.keyboard.press("Control+k");
  await box.fill("nothing of this kind");
  await olga.sees("Nothing that you may see is called");
  await olga.page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
});

scenario("A partner's manager finds what they were given, on a phone", async (stage) => {
  const { world, olga, workspace, streets, night } = await made("search-partner");
  const lena = await stage.visitor(await world.labelPartners(olga, workspace, [streets.id]));
  await lena.page.setViewportSize({ width: 390, height: 844 });
  await lena.go(`/${workspace}/projects`);
  await lena.button("Search").click();
  await lena.page.getByRole("combobox", { name: "Search people, projects and datasets" }).fill("night");
  const found = lena.page.getByRole("listbox", { name: "Found" });
  await found.getByRole("option", { name: /^Crossings at night/ }).waitFor();
  assert.equal(await found.getByRole("option").count(), 1);
  await found.getByRole("option").click();
  await lena.arrives(`/${workspace}/datasets/${night.id}`);
});
