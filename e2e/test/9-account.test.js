import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("An access key is shown once, works, and ends when deleted", async (stage) => {
  const world = new World("keys");
  const { olga: owner } = await world.acme();
  const olga = await stage.visitor(owner);
  await olga.go("/account/access-keys");
  await olga.sees("No access keys");
  await olga.shoot("access-keys-empty");
  await olga.button("New access key").click();
  await olga.dialog().getByLabel("Name").fill("training pipeline");
  await olga.shoot("access-key-new");
  await olga.button("Make key").click();
  const secret = await olga.dialog().getByLabel("Access key", { exact: true }).inputValue();
  await olga.shoot("access-key-made");
  await olga.button("I have copied it").click();
  const me = () => fetch(`${world.url}/api/v1/me`, { headers: { Authorization: `Bearer ${secret}` } }).then(({ status }) => status);
  assert.equal(await me(), 200);
  await olga.page.reload();
  await olga.row("training pipeline").waitFor();
  assert.ok(!(await olga.page.content()).includes(secret), "the secret is never shown again");
  await olga.shoot("access-keys");
  await olga.row("training pipeline").getByRole("button", { name: "Delete" }).click();
  await olga.button("Delete key").click();
  await olga.sees("No access keys");
  assert.equal(await me(), 401);
});

scenario("A changed password ends the other sessions, in their open pages", async (stage) => {
  const { olga: owner } = await new World("password").acme();
  const here = await stage.visitor(owner);
  const there = await stage.visitor(await new (owner.constructor)(owner.url, owner.name, owner.email).signIn());
  there.expects(/GET \/api\/v1\/.*: 401/);
  await there.go("/account");
  await there.heading("Account").waitFor();
  here.expects("PUT /api/v1/me/password: 403");
  await here.go("/account");
  await here.fill({ "Current password": "not this one, surely", "New password": "another long password" });
  await here.button("Change password").click();
  await here.fieldSays("Current password", "The current password is wrong.");
  await here.shoot("account");
  await here.fill({ "Current password": owner.password });
  await here.button("Change password").click();
  await here.sees("Your password is changed.");
  await there.link("Sessions").click();
  await there.heading("Sign in").waitFor();
});

scenario("Sessions are listed and ended one by one", async (stage) => {
  const { olga: owner } = await new World("sessions").acme();
  const other = await new (owner.constructor)(owner.url, owner.name, owner.email).signIn();
  const olga = await stage.visitor(owner);
  await olga.go("/account/sessions");
  await olga.sees("This one");
  await olga.shoot("sessions");
  await olga.button("End").click();
  await olga.sees("The session is ended.");
  assert.equal(await other.status("GET", "me"), 401);
});

scenario("A name is changed and stands in the navigation; colours are chosen and stay", async (stage) => {
  const { olga: owner } = await new World("profile").acme();
  const olga = await stage.visitor(owner);
  await olga.go("/account");
  await olga.fill({ "Your name": "Olga Berg" });
  await olga.button("Save").click();
  await olga.button("Olga Berg: account and colours").click();
  await olga.page.getByRole("menuitemradio", { name: "Dark" }).click();
  const scheme = () => olga.page.locator("html").getAttribute("data-mantine-color-scheme");
  assert.equal(await scheme(), "dark");
  await olga.shoot("person-menu");
  await olga.page.reload();
  await olga.heading("Account").waitFor();
  assert.equal(await scheme(), "dark");
});
