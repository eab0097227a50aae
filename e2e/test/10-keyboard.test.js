import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

/** Presses Tab until the focus is on something of that name; whoever gets lost on the way fails. */
async function tabTo(page, name, most = 40) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement: at } = document;
      const label = at.labels?.[0]?.textContent ?? "";
      return { name: (at.getAttribute("aria-label") ?? (label || at.textContent)).replace(/\s*\*$/, "").trim(), ring: getComputedStyle(at).outlineStyle !== "none" || getComputedStyle(at).borderColor };
    });
    if (focused.name === name) {
      assert.ok(focused.ring, `${name} shows that it has the focus`);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${name}`);
}

scenario("Signing in needs no mouse", async (stage) => {
  const { olga: owner } = await new World("keyboard-sign-in").acme();
  const olga = await stage.visitor();
  await olga.go("/sign-in");
  await olga.heading("Sign in").waitFor();
  await tabTo(olga.page, "E-mail address");
  await olga.page.keyboard.type(owner.email);
  await tabTo(olga.page, "Password");
  await olga.page.keyboard.type(owner.password);
  await olga.page.keyboard.press("Enter");
  await olga.heading("Projects").waitFor();
  // The first stop of every page leads past the navigation.
  await olga.page.keyboard.press("Tab");
  assert.equal(await olga.page.evaluate(() => document.activeElement.textContent), "Skip to content");
});

scenario("A project is made by keyboard; the dialog takes the focus, keeps it, and gives it back", async (stage) => {
  const { olga: owner, workspace } = await new World("keyboard-project").acme();
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/projects`);
  await olga.sees("No projects yet");
  await tabTo(olga.page, "New project");
  await olga.page.keyboard.press("Enter");
  const name = olga.dialog().getByLabel("Name");
  await name.waitFor();
  await focusOn(name);
  for (let step = 0; step < 12; step += 1) {
    await olga.page.keyboard.press("Tab");
    assert.ok(await olga.page.evaluate(() => document.activeElement.closest("[role=dialog]") !== null), "Tab leaves the dialog");
  }
  await olga.page.keyboard.press("Escape");
  await olga.dialog().waitFor({ state: "hidden" });
  await focusOn(olga.button("New project").first());
  await olga.page.keyboard.press("Enter");
  await focusOn(name);
  await olga.page.keyboard.type("By hand");
  await tabTo(olga.page, "Private");
  await olga.page.keyboard.press("ArrowDown");
  await olga.page.keyboard.press("Enter");
  await olga.heading("By hand").waitFor();
  await olga.sees("Shared");
});

scenario("Menus, role dialog and removal of a member by keyboard", async (stage) => {
  const world = new World("keyboard-members");
  const { olga: owner, workspace } = await world.acme();
  const mo = await world.member(owner, workspace, "Mo");
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.row(mo.email).waitFor();
  await tabTo(olga.page, "Actions for Mo");
  await olga.page.keyboard.press("Enter");
  await menuHasFocus(olga.page);
  await olga.page.keyboard.press("ArrowDown");
  await focusOn(olga.page.getByRole("menuitem", { name: "Edit roles" }));
  await olga.page.keyboard.press("Enter");
  await olga.dialog().waitFor();
  await tabTo(olga.page, "Developer");
  await olga.page.keyboard.press("Space");
  await tabTo(olga.page, "Save roles");
  await olga.page.keyboard.press("Enter");
  await olga.row(mo.email).getByText("Developer").waitFor();
  await focusOn(olga.button("Actions for Mo"));
  await olga.page.keyboard.press("Enter");
  await menuHasFocus(olga.page);
  await olga.page.keyboard.press("ArrowDown");
  await olga.page.keyboard.press("ArrowDown");
  await focusOn(olga.page.getByRole("menuitem", { name: "Remove" }));
  await olga.page.keyboard.press("Enter");
  await olga.dialog().getByText("Access ends").waitFor();
  await tabTo(olga.page, "Remove");
  await olga.page.keyboard.press("Enter");
  await olga.row(mo.email).waitFor({ state: "detached" });
});

/** Waits until the element has the focus. */
const focusOn = (locator) => locator.and(locator.page().locator(":focus")).waitFor();

/** Waits until an opening menu has taken the focus: keys pressed before that still go to its button. */
const menuHasFocus = (page) => page.getByRole("menu").locator(":focus").waitFor({ state: "attached" });
