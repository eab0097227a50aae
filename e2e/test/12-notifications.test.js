import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("An invitation accepted in one browser shows at the other's bell, and on the open page, without reloading", async (stage) => {
  const world = new World("live");
  const { olga: owner, workspace } = await world.acme();
  const person = world.person("Lena", "labelpartners");
  const { invitation } = await owner.post(`${workspace}/collaborators`, {
    types: ["ANNOTATION_PARTNER"], email: person.email, roles: ["ANNOTATION_MANAGER"], projectAccess: [],
  });
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/members`);
  await olga.row("Workspace owner").waitFor();
  await olga.link("Notifications").waitFor();

  const lena = await stage.visitor();
  await lena.go(invitation.link);
  await lena.fill({ "Your name": "Lena", "Your organization": "Label Partners", Password: "a long enough password" });
  await lena.page.getByRole("checkbox").check();
  await lena.button("Register and accept").click();

  await olga.row("Lena").waitFor();
  await olga.link(/Notifications, \d+ unread/).click();
  await olga.sees("Lena accepted your invitation to Road scenes as annotation manager.");
  await olga.shoot("notifications");
  await olga.button("Mark all as read").click();
  await olga.link("Notifications").waitFor();
});

scenario("An administrator brings somebody in from the notification centre", async (stage) => {
  const world = new World("bring-in");
  const { olga: owner, workspace } = await world.acme();
  const lena = await world.labelPartners(owner, workspace);
  const email = `newcomer@labelpartners.${world.domain}`;
  const page = await stage.visitor(lena);
  await page.go("/notifications");
  await page.heading("Notifications").waitFor();
  await owner.post(`${workspace}/members`, { emails: [email], roles: [], organizationId: lena.organization.id });
  const asked = page.page.getByRole("listitem").filter({ hasText: email });
  await asked.getByRole("button", { name: "Invite" }).waitFor();
  await page.shoot("notifications-bring-in");
  await asked.getByRole("button", { name: "Invite" }).click();
  await asked.getByText("Invited", { exact: true }).waitFor();
  const { items } = await lena.get(`organizations/${lena.organization.id}/invitations`);
  assert.ok(items.some((invitation) => invitation.email === email));
});

scenario("What comes by mail is chosen per kind", async (stage) => {
  const world = new World("preferences");
  const { olga: owner } = await world.acme();
  const olga = await stage.visitor(owner);
  await olga.go("/account/notifications");
  const choice = olga.page.getByRole("switch", { name: "Your roles in a workspace changed: by mail" });
  await choice.waitFor({ state: "attached" });
  assert.equal(await choice.isChecked(), false);
  const stored = olga.page.waitForResponse((response) => response.request().method() !== "GET" && response.ok());
  await olga.page.getByText("Your roles in a workspace changed").locator("..").getByRole("switch").click({ force: true });
  await stored;
  await olga.shoot("notification-preferences");
  await olga.go("/account/notifications");
  await olga.page.locator('input[role="switch"]:checked[aria-label="Your roles in a workspace changed: by mail"]').waitFor({ state: "attached" });
});

scenario("A project that others make, and the loss of a right, show on an open page at once", async (stage) => {
  const world = new World("live-rights");
  const { olga: owner, workspace } = await world.acme();
  const pia = await world.member(owner, workspace, "Pia", ["PROJECT_MANAGER"]);
  const page = await stage.visitor(pia);
  const hears = page.page.waitForResponse((response) => response.url().endsWith("/me/events"));
  await page.go(`/${workspace}/projects`);
  await page.button("New project").first().waitFor();
  await hears;
  await world.project(owner, workspace, "Harbour", "PUBLIC");
  await page.row("Harbour").waitFor();
  await owner.patch(`${workspace}/members/${pia.id}`, { roles: [] });
  await page.button("New project").first().waitFor({ state: "detached" });
});

scenario("What others change while a page loads shows on it, though it could not hear of it yet", async (stage) => {
  const world = new World("live-gap");
  const { olga: owner, workspace } = await world.acme();
  const page = await stage.visitor(owner);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.page.route("**/api/v1/me/events", async (route) => {
    await released;
    await route.continue();
  });
  const listed = page.page.waitForResponse((response) => new URL(response.url()).pathname.endsWith("/projects") && response.ok());
  await page.go(`/${workspace}/projects`);
  await listed;
  await page.button("New project").first().waitFor();
  await world.project(owner, workspace, "Harbour", "PUBLIC");
  release();
  await page.row("Harbour").waitFor();
});
