/**
 * Drops files and folders from the disk onto an element, as the file manager does: only the browser itself can make a
 * drop that carries folders.
 */
export async function dropFrom(page, target, paths) {
  const { x, y, width, height } = await target.boundingBox();
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
