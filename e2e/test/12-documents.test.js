import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropFrom } from "../harness/drop.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("Documents are dropped, read, replaced, renamed, deleted; links lead to the web (A-02)", async (stage) => {
  const world = new World("documents");
  const { olga: owner, workspace } = await world.acme();
  const member = await world.member(owner, workspace, "Mo");
  const project = await world.project(owner, workspace, "Harbour", "PUBLIC");
  const at = `/${workspace}/projects/${project.id}`;
  const folder = await mkdtemp(join(tmpdir(), "kontor-documents-"));
  const guideline = join(folder, "Guideline.txt");
  await writeFile(guideline, "Draw boxes tightly.");
  await writeFile(join(folder, "page.html"), "<script>alert(1)</script>");

  const olga = await stage.visitor(owner);
  await olga.go(at);
  await olga.link(/^Documents/).click();
  await olga.sees("No documents yet");
  await olga.shoot("documents-empty");
  await dropFrom(olga.page, olga.page.getByText("Drop files here"), [guideline, join(folder, "page.html")]);
  await olga.row("Guideline.txt").waitFor();
  await olga.row("page.html").waitFor();

  await olga.button("Add a link").click();
  await olga.dialog().getByLabel("Address").fill("javascript:alert(1)");
  await olga.dialog().getByLabel("Name").fill("Style guide");
  await olga.dialog().getByRole("button", { name: "Add link" }).click();
  await olga.sees("A link begins with http:// or https://.");
  await olga.dialog().getByLabel("Address").fill("https://example.org/style");
  await olga.shoot("document-link");
  await olga.dialog().getByRole("button", { name: "Add link" }).click();
  await olga.row("Style guide").waitFor();
  assert.equal(await olga.page.getByRole("link", { name: "Style guide" }).getAttribute("href"), "https://example.org/style");

  // The same name again: refused, until one says that it is to be replaced.
  await writeFile(guideline, "Draw boxes as tightly as you can.");
  olga.expects(/PUT .*\/documents\/file: 409/);
  await dropFrom(olga.page, olga.page.getByText("Drop files here"), [guideline]);
  await olga.sees("There is a document of this name in the project already: Guideline.txt.");
  await olga.shoot("document-taken");
  await olga.button("Replace it").click();
  await olga.misses("There is a document of this name");

  const mo = await stage.visitor(member);
  await mo.go(`${at}/documents`);
  await mo.row("Guideline.txt").getByText("Olga").waitFor();
  await mo.shoot("documents");
  const [read] = await Promise.all([mo.context.waitForEvent("page"), mo.page.getByRole("link", { name: "Guideline.txt" }).click()]);
  await read.getByText("Draw boxes as tightly as you can.").waitFor();
  await read.close();
  await mo.button("Actions for Guideline.txt").click();
  assert.equal(await mo.page.getByRole("menuitem", { name: "Delete" }).count(), 0, "it is Olga's");
  await mo.page.keyboard.press("Escape");

  await olga.act("Guideline.txt", "Rename");
  await olga.dialog().getByLabel("Name").fill("Guideline 2.txt");
  await olga.button("Save").click();
  await olga.row("Guideline 2.txt").waitFor();
  await olga.act("page.html", "Delete");
  await olga.dialog().getByRole("button", { name: "Delete", exact: true }).click();
  await olga.sees("page.html is deleted.");
  await olga.row("page.html").waitFor({ state: "detached" });

  // Archived, they are read and nothing else.
  await owner.call("PATCH", `projects/${project.id}`, { archived: true });
  await olga.page.reload();
  await olga.row("Guideline 2.txt").waitFor();
  assert.equal(await olga.page.getByText("Drop files here").count(), 0);
});
