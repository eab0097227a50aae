import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { World } from "./world.js";

/** Acme with one project, and Olga before the browser. */
export async function acmeWithProject(stage, name) {
  const world = new World(name);
  const { olga: owner, workspace } = await world.acme();
  const project = await world.project(owner, workspace, "Parking lots");
  return { world, owner, workspace, project, olga: await stage.visitor(owner) };
}

/** Waits until the pictures on the page are there in pixels. */
export const picturesShown = (visitor, count) =>
  eventually(async () => {
    const widths = await visitor.page.locator("main img").evaluateAll((images) => images.map(({ naturalWidth }) => naturalWidth));
    assert.equal(widths.filter((width) => width > 0).length, count, `thumbnails: ${widths}`);
  });
