import assert from "node:assert/strict";
import { eventually } from "./eventually.js";

/**
 * Drops files and folders from the disk onto an element, as the file manager does: only the browser itself can make a
 * drop that carries folders.
 */
export async function dropFrom(page, target, paths) {
  const { x, y, width, height } = await settled(target);
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", {
      type,
      x: x + width / 2,
      y: y + height / 2,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
  }
  await session.detach();
}

/** Where the element is once the page stands still, which it does not while a change of the window is on its way. */
const settled = (target) =>
  eventually(async () => {
    const box = await target.boundingBox();
    const there = await target.evaluate((element, [x, y]) => element.contains(document.elementFromPoint(x, y)), [box.x + box.width / 2, box.y + box.height / 2]);
    assert.ok(there, "the element is not where it seemed to be");
    return box;
  });
