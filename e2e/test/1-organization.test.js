import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("Somebody registers an organization, signs out and in (C-01, C-03)", async (stage) => {
  const { domain } = new World("register");
  const olga = await stage.visitor();
  await olga.go("/");
  await olga.arrives("/sign-in");
  await olga.heading("Sign in").waitFor();
  await olga.shoot("sign-in");
  await olga.link("Register your organization").click();
  await olga.heading("Register your organization").waitFor();
  await olga.shoot("register");
  await olga.fill({ Organization: "Acme", "Your name": "Olga", "E-mail address": `olga@${domain}`, Password: "a long enough password" });
  await olga.button("Register").click();
  await olga.heading("Welcome, Olga").waitFor();
  await olga.sees("You are in no workspace yet");
  await olga.shoot("start-empty");

  await olga.button("Olga: account and colours").click();
  await olga.page.getByRole("menuitem", { name: "Sign out" }).click();
  await olga.arrives("/sign-in");
  await olga.go("/organization");
  await olga.arrives("/sign-in");
  await olga.fill({ "E-mail address": `olga@${domain}`, Password: "a long enough password" });
  await olga.button("Sign in").click();
  await olga.arrives("/organization");
  await olga.row("Organization administrator").getByText(`olga@${domain}`).waitFor();
});

scenario("A wrong password is refused and says nothing more", async (stage) => {
  const world = new World("wrong-password");
  const person = await world.organization("Acme", "Olga");
  const olga = await stage.visitor();
  olga.expects("POST /api/v1/session: 401");
  await olga.go("/sign-in");
  for (const email of [person.email, `nobody@${world.domain}`]) {
    await olga.fill({ "E-mail address": email, Password: "not this one, surely" });
    await olga.button("Sign in").click();
    await olga.page.getByRole("alert").waitFor();
    await olga.shoot("sign-in-refused");
    const said = await olga.page.getByRole("alert").innerText();
    assert.ok(!said.includes(email), said);
  }
});

scenario("A colleague registers through a copied link in a browser of their own (C-06, O-01)", async (stage) => {
  const world = new World("colleague");
  const owner = await world.organization("Acme", "Olga");
  const email = world.person("Ada").email;
  const olga = await stage.visitor(owner);
  await olga.go("/organization");
  await olga.button("Invite a user").click();
  await olga.fill({ "E-mail address": email });
  await olga.shoot("organization-invite");
  await olga.button("Make invitation").click();
  const link = await olga.dialog().getByLabel("Invitation link").inputValue();
  await olga.button("Copy").click();
  await olga.button("Copied").waitFor();
  assert.equal(await olga.page.evaluate(() => navigator.clipboard.readText()), link);
  await olga.shoot("organization-invitation-made");
  await olga.button("Done").click();
  await olga.link("Invitations").click();
  await olga.row(email).getByText("Open").waitFor();
  await olga.shoot("organization-invitations");

  const ada = await stage.visitor();
  await ada.go(link);
  await ada.heading("Join Acme").waitFor();
  await ada.sees(/Olga invites you to join Acme/);
  await ada.shoot("invitation-organization");
  await ada.fill({ "Your name": "Ada", Password: "a long enough password" });
  await ada.button("Register and accept").click();
  await ada.heading("Welcome, Ada").waitFor();
  assert.equal(await ada.link("Organization").count(), 0, "a user administers nothing");

  await olga.link("Users").click();
  await olga.page.reload();
  await olga.row(email).getByText("User", { exact: true }).waitFor();
  await olga.shoot("organization-users");

  const again = await stage.visitor();
  await again.go(link);
  await again.heading("Already accepted").waitFor();
  await again.shoot("invitation-accepted");
});

scenario("An invitation is revoked; its link says so, and an unknown link nothing", async (stage) => {
  const world = new World("revoked");
  const owner = await world.organization("Acme", "Olga");
  const { link } = await owner.post(`organizations/${owner.organization.id}/invitations`, { email: world.person("Rex").email });
  const olga = await stage.visitor(owner);
  await olga.go("/organization/invitations");
  await olga.row("rex@").getByRole("button", { name: "Revoke" }).click();
  await olga.sees("The invitation is revoked.");
  const rex = await stage.visitor();
  rex.expects(/GET \/api\/v1\/invitations\/[\w-]+: 404/);
  await rex.go(link);
  await rex.heading("The invitation was revoked").waitFor();
  await rex.shoot("invitation-revoked");
  await rex.go(`${link.slice(0, -4)}AAAA`);
  await rex.heading("No such invitation").waitFor();
  await rex.shoot("invitation-unknown");
});

scenario("Fields say what is wrong with them", async (stage) => {
  const world = new World("fields");
  const { email } = await world.organization("Acme", "Olga");
  const sam = await stage.visitor();
  sam.expects("POST /api/v1/organizations: 422").expects("POST /api/v1/organizations: 409");
  await sam.go("/register");
  await sam.fill({ Organization: "Sam & Sons", "Your name": "Sam", "E-mail address": email, Password: "short" });
  await sam.button("Register").click();
  await sam.page.locator("[id$=-error]").getByText("At least 10 characters.").or(sam.page.getByText("At least 10 characters.").nth(1)).first().waitFor();
  await sam.fill({ Password: email });
  await sam.button("Register").click();
  await sam.fieldSays("Password", "address");
  await sam.shoot("register-refused");
  await sam.fill({ Password: "a long enough password" });
  await sam.button("Register").click();
  await sam.fieldSays("E-mail address", "This registration cannot be accepted.");
});
