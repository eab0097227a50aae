import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { KONTOR } from "../harness/server.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

const shell = promisify(execFile);

scenario("An administrator locks and unlocks a user, and gives the office and takes it (C-03, C-06)", async (stage) => {
  const world = new World("office");
  const { olga: owner, workspace } = await world.acme();
  const ada = await world.member(owner, workspace, "Ada", ["ADMIN"]);
  await world.colleague(owner, "Mo");
  const olga = await stage.visitor(owner);
  await olga.go("/organization");
  await olga.row("ada@").waitFor();
  await olga.picture("organization-users");
  await olga.button("Actions for Ada").click();
  await olga.page.getByRole("menuitem", { name: "Lock", exact: true }).click();
  await olga.dialog().getByText("They stay a member of 1 workspace").waitFor();
  await olga.shoot("user-lock");
  await olga.button("Lock").click();
  await olga.sees("Ada is locked.");
  await olga.row("ada@").getByText("Locked").waitFor();
  assert.equal(await ada.status("GET", "me"), 401);
  await olga.choose("State", "Locked");
  await olga.misses("mo@");
  await olga.row("ada@").waitFor();
  await olga.shoot("users-locked");
  await olga.act("Ada", "Unlock");
  await olga.sees("Ada can sign in again.");
  await ada.signIn();
  assert.equal((await ada.get(workspace)).roles.includes("ADMIN"), true);

  await olga.go("/organization");
  await olga.act("Mo", "Make administrator");
  await olga.shoot("user-appoint");
  await olga.button("Make administrator").click();
  await olga.row("mo@").getByText("Organization administrator").waitFor();
  await olga.act("Olga", "Take the office");
  // The page may ask once more for what is no longer hers to see.
  olga.tolerates(/GET .*\/organizations\/[\w-]+(\/[\w-]+)?: 404/);
  await olga.button("Give it up").click();
  await olga.heading("Welcome, Olga").or(olga.heading("Projects")).first().waitFor();
  await olga.link("Organization").waitFor({ state: "detached" });
});

scenario("A user is removed: what they own passes on, an owner is named (C-06, O-02, A-08)", async (stage) => {
  const world = new World("office-removal");
  const { olga: owner, workspace } = await world.acme();
  const otto = await world.colleague(owner, "Otto");
  await owner.patch(`organizations/${owner.organization.id}/users/${otto.id}`, { administrator: true });
  const ada = await world.member(owner, workspace, "Ada", ["ADMIN"]);
  await world.member(owner, workspace, "Pia", ["PROJECT_MANAGER"]);
  const project = await world.project(owner, workspace, "Streets");
  const visitor = await stage.visitor(otto);
  await visitor.go("/organization");
  await visitor.act("Olga", "Remove");
  await visitor.dialog().getByText("Road scenes").first().waitFor();
  await visitor.dialog().getByText("1 project passes to somebody else").waitFor();
  await visitor.choose("New owner of Road scenes", "Ada");
  await visitor.shoot("user-remove");
  await visitor.picture("organization-remove");
  await visitor.dialog().getByLabel(/^Type/).fill("Olga");
  await visitor.button("Remove").click();
  await visitor.sees("Olga is removed.");
  assert.equal(await owner.status("GET", "me"), 401);
  assert.equal((await ada.get(workspace)).owner.name, "Ada");
  assert.equal((await ada.get(`projects/${project.id}`)).creator.name, "Ada");

  await otto.patch(`organizations/${otto.organization.id}/users/${ada.id}`, { locked: true });
  await visitor.link("Workspaces").click();
  await visitor.row("Road scenes").getByText("Locked").waitFor();
  await visitor.shoot("organization-workspaces");
  await visitor.picture("organization-workspaces");
  await visitor.act("the workspace Road scenes", "Projects and sums");
  await visitor.dialog().getByText("Streets").waitFor();
  await visitor.shoot("organization-project-sums");
  await visitor.page.keyboard.press("Escape");
  await visitor.dialog().waitFor({ state: "hidden" });
  await visitor.act("the workspace Road scenes", "Name a new owner");
  await visitor.dialog().getByRole("combobox", { name: "New owner" }).or(visitor.dialog().getByRole("textbox", { name: "New owner" })).first().click();
  await visitor.page.getByRole("option", { name: /^Pia/ }).click();
  await visitor.shoot("name-owner");
  await visitor.button("Name owner").click();
  await visitor.sees("Pia owns Road scenes.");
});

scenario("Workforce access is given by code; what it shows follows, and is withdrawn (O-04)", async (stage) => {
  const world = new World("workforce");
  const { olga: owner, workspace } = await world.acme();
  const lena = await world.labelPartners(owner, workspace, [], false);
  await world.colleague(lena, "Lars", "labelpartners");
  const pia = await world.member(owner, workspace, "Pia", ["PROJECT_MANAGER"]);
  const seen = async () => (await pia.get(`${workspace}/members`)).items.map(({ user }) => user.name).includes("Lena");
  assert.equal(await seen(), false);

  const olga = await stage.visitor(owner);
  await olga.go("/organization/workforce-access");
  await olga.heading("Our code").waitFor();
  const code = await olga.page.getByLabel("Our code").inputValue();
  await olga.shoot("workforce-access-empty");

  const manager = await stage.visitor(lena);
  await manager.go("/organization/workforce-access");
  await manager.button("Let an organization see").click();
  manager.expects(`POST /api/v1/organizations/${lena.organization.id}/workforce-access: 422`);
  await manager.fill({ "Code of the organization": "0000-0000-0000-0000-0000-0000" });
  await manager.button("Let them see").click();
  await manager.fieldSays("Code of the organization", "No organization goes by this code");
  await manager.shoot("workforce-access-code");
  await manager.fill({ "Code of the organization": code });
  await manager.button("Let them see").click();
  await manager.row("Acme").getByText("Lena").waitFor();
  await manager.shoot("workforce-access");
  await manager.picture("organization-workforce-access");
  assert.equal(await seen(), true);
  await olga.page.reload();
  await olga.row("Label Partners").waitFor();

  await manager.button("Withdraw from Acme").click();
  await manager.shoot("workforce-access-withdraw");
  await manager.button("Withdraw").click();
  await manager.sees("Acme no longer sees your people.");
  assert.equal(await seen(), false);
});

scenario("A forgotten password is set by a link from an administrator, and by one from the shell (O-06)", async (stage) => {
  const world = new World("forgotten");
  const { olga: owner, workspace } = await world.acme();
  const ada = await world.member(owner, workspace, "Ada");
  const olga = await stage.visitor(owner);
  await olga.go("/organization");
  await olga.act("Ada", "Link to a new password");
  await olga.shoot("password-link");
  await olga.button("Make link").click();
  const link = await olga.dialog().getByLabel("Link to a new password").inputValue();
  await olga.button("Done").click();
  // Her session is going to end; what an open page says then is another test's.
  await olga.go("about:blank");

  const visitor = await stage.visitor();
  await visitor.go("/sign-in");
  await visitor.link("Forgotten your password?").click();
  await visitor.heading("Forgotten your password?").waitFor();
  await visitor.shoot("forgotten-without-mail");
  await visitor.go(link);
  await visitor.heading("Set a new password").waitFor();
  await visitor.shoot("password-reset");
  await visitor.fill({ "New password": "a very new password" });
  await visitor.button("Set password").click();
  await visitor.arrives("/sign-in");
  assert.equal(await ada.status("GET", "me"), 401);
  visitor.expects(/GET \/api\/v1\/password-resets\/[\w-]+: 404/);
  await visitor.go(link);
  await visitor.heading("This link works no more").waitFor();
  await visitor.shoot("password-reset-used");

  const home = process.env.KONTOR_HOME;
  const { stdout } = await shell(KONTOR, ["reset-password", owner.email.toUpperCase(), "--home", home]);
  assert.match(stdout, /Olga, .* \(Acme\), sets a new password at/);
  const [printed] = /http:\/\/localhost:\d+\/reset\/\S+/.exec(stdout);
  assert.equal(new URL(printed).origin, world.url);
  await visitor.go(printed);
  await visitor.fill({ "New password": "another new password" });
  await visitor.button("Set password").click();
  await visitor.arrives("/sign-in");
  await visitor.fill({ "E-mail address": owner.email, Password: "another new password" });
  await visitor.button("Sign in").click();
  await visitor.heading("Welcome, Olga").or(visitor.heading("Projects")).first().waitFor();
  await assert.rejects(shell(KONTOR, ["reset-password", `nobody@${world.domain}`, "--home", home]), /Nobody here has an account by the address/);
  await assert.rejects(shell(KONTOR, ["reset-password", "--home", home]), /needs an e-mail address/);
});

scenario("Somebody moves to another organization, by way of the wrong account and of signing in (C-01)", async (stage) => {
  const world = new World("moving");
  const { olga: owner, workspace } = await world.acme();
  const ada = await world.member(owner, workspace, "Ada", ["DEVELOPER"]);
  const sam = await world.organization("Elsewhere", "Sam", "elsewhere");
  const { link } = await sam.post(`organizations/${sam.organization.id}/invitations`, { email: ada.email });

  const visitor = await stage.visitor(owner);
  await visitor.go(link);
  await visitor.sees(/you are signed in as/);
  await visitor.shoot("invitation-other-account");
  await visitor.button("Sign out and go on").click();
  await visitor.heading("Join Elsewhere").waitFor();
  await visitor.page.getByText("I have an account").click();
  await visitor.shoot("invitation-sign-in");
  await visitor.fill({ Password: ada.password });
  await visitor.button("Sign in").click();
  await visitor.sees("Your account leaves Acme");
  await visitor.sees(/you leave the workspaces Road scenes/);
  assert.equal(await visitor.button("Move and accept").isDisabled(), true);
  await visitor.page.getByLabel("I leave Acme for Elsewhere.").check();
  await visitor.shoot("invitation-move");
  await visitor.picture("organization-move");
  await visitor.button("Move and accept").click();
  await visitor.heading("Welcome, Ada").waitFor();
  assert.equal(await ada.status("GET", "me"), 401);
  await ada.signIn();
  assert.equal(ada.organization.name, "Elsewhere");
  assert.equal(await ada.status("GET", workspace), 404);
});

scenario("Whoever owns a workspace is told why they cannot move (C-01)", async (stage) => {
  const world = new World("staying");
  const { olga: owner } = await world.acme();
  const sam = await world.organization("Elsewhere", "Sam", "elsewhere");
  const { link } = await sam.post(`organizations/${sam.organization.id}/invitations`, { email: owner.email });
  const olga = await stage.visitor(owner);
  await olga.go(link);
  await olga.sees("You cannot leave Acme yet");
  await olga.shoot("invitation-move-refused");
});
