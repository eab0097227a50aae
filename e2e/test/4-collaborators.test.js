import assert from "node:assert/strict";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("Label Partners are invited by e-mail, limited to one project; Lena registers them while accepting (K-01 to K-09, O-04)", async (stage) => {
  const world = new World("invite");
  const { olga: owner, workspace } = await world.acme();
  await world.project(owner, workspace, "Parking lots", "SHARED");
  await world.project(owner, workspace, "Secret garden", "PRIVATE");
  const email = world.person("Lena", "labelpartners").email;
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.row("Owns the workspace").waitFor();
  await olga.shoot("collaborators-own");
  await olga.button("Invite an organization").click();
  await olga.button("Make invitation").click();
  await olga.sees("Choose at least one.");
  await olga.sees("An e-mail address, please.");
  await olga.dialog().getByRole("checkbox", { name: "Annotation partner" }).check();
  await olga.field("E-mail address of somebody there").fill(email);
  await olga.dialog().getByRole("checkbox", { name: "Annotation manager" }).check();
  assert.equal(await olga.dialog().getByRole("checkbox", { name: "Project manager" }).count(), 0, "the type bounds the role");
  await olga.dialog().getByRole("checkbox", { name: "Secret garden" }).check();
  await olga.sees("Secret garden is private: only the creator sees it until made shared or public.");
  await olga.shoot("collaborators-invite");
  await olga.dialog().getByRole("checkbox", { name: "Secret garden" }).uncheck();
  await olga.dialog().getByRole("checkbox", { name: "Parking lots" }).check();
  await olga.button("Make invitation").click();
  const link = await olga.dialog().getByLabel("Invitation link").inputValue();
  await olga.shoot("collaborators-invitation-made");
  await olga.button("Done").click();
  await olga.page.getByRole("table", { name: /nvitation/ }).getByText(email).waitFor();

  const lena = await stage.visitor();
  await lena.go(link);
  await lena.heading("Join Road scenes").waitFor();
  await lena.sees("Your organization as annotation partner");
  await lena.sees("With the projects Parking lots");
  await lena.fill({ "Your organization": "Label Partners", "Your name": "Lena", Password: "a long enough password" });
  await lena.page.getByRole("checkbox", { name: "Let Acme see our people" }).check();
  await lena.shoot("invitation-collaborator");
  await lena.button("Register and accept").click();
  await lena.arrives(`/${workspace}/projects`);
  await lena.button("Lena: account and colours").getByText("Label Partners").waitFor();

  await olga.page.reload();
  const row = olga.row("Label Partners");
  await row.getByText("Annotation partner").waitFor();
  await row.getByText("Parking lots").waitFor();
  await row.getByText("1 person").waitFor();
  await olga.shoot("collaborators");
  await olga.link(/^Members/).click();
  await olga.row(email).getByText("Annotation manager").waitFor();
});

scenario("Taking a type strips the roles that came with it, as the dialog said (K-07)", async (stage) => {
  const world = new World("types");
  const { olga: owner, workspace } = await world.acme();
  const lena = await world.labelPartners(owner, workspace);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.act("Label Partners", "Edit types");
  await olga.dialog().getByRole("checkbox", { name: "Annotation partner" }).uncheck();
  await olga.sees("At least one type stays.");
  assert.ok(await olga.button("Save types").isDisabled());
  await olga.dialog().getByRole("checkbox", { name: "Data partner" }).check();
  await olga.sees("1 person loses roles");
  await olga.dialog().getByText("Lena: annotation manager").waitFor();
  await olga.shoot("collaborators-types");
  await olga.button("Save types").click();
  await olga.row("Label Partners").getByText("Data partner").waitFor();
  await olga.link(/^Members/).click();
  await olga.row(lena.email).getByText("Member", { exact: true }).waitFor();
});

scenario("Project access is granted and withdrawn; the dialog counts who loses it (K-08)", async (stage) => {
  const world = new World("access");
  const { olga: owner, workspace } = await world.acme();
  const first = await world.project(owner, workspace, "Parking lots", "SHARED");
  await world.project(owner, workspace, "Crossings", "SHARED");
  const lena = await world.labelPartners(owner, workspace, [first.id]);
  await owner.put(`projects/${first.id}/members/${lena.id}`);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.act("Label Partners", "Edit project access");
  await olga.dialog().getByRole("checkbox", { name: "Crossings" }).check();
  await olga.dialog().getByRole("checkbox", { name: "Parking lots" }).uncheck();
  await olga.sees("Label Partners loses 1 project");
  await olga.dialog().getByText("1 project membership ends").waitFor();
  await olga.shoot("collaborators-access");
  await olga.button("Save access").click();
  await olga.row("Label Partners").getByText("Crossings").waitFor();
  assert.equal(await lena.status("GET", `projects/${first.id}`), 404);
});

scenario("A removed partner is gone with the next request, in the open page and with the same key (K-12)", async (stage) => {
  const world = new World("removal");
  const { olga: owner, workspace } = await world.acme();
  const project = await world.project(owner, workspace, "Parking lots", "SHARED");
  const partner = await world.labelPartners(owner, workspace, [project.id]);
  await owner.put(`projects/${project.id}/members/${partner.id}`);
  const { secret } = await partner.post("me/access-keys", { name: "script" });
  const byKey = () => fetch(`${world.url}/api/v1/projects/${project.id}`, { headers: { Authorization: `Bearer ${secret}` } }).then(({ status }) => status);
  assert.equal(await byKey(), 200);
  const lena = await stage.visitor(partner);
  lena.expects(/GET \/api\/v1\/(projects|workspaces)\/.*: 404/);
  await lena.go(`/${workspace}/projects`);
  await lena.link("Parking lots").waitFor();

  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.act("Label Partners", "Remove");
  await olga.dialog().getByText("1 person loses access").waitFor();
  await olga.shoot("collaborators-remove");
  const remove = olga.button("Remove organization");
  assert.ok(await remove.isDisabled(), "the name has to be typed first");
  await olga.dialog().getByRole("textbox").fill("Label Partners");
  await remove.click();
  await olga.sees("Label Partners was removed.");
  await olga.row("Label Partners").waitFor({ state: "detached" });

  await lena.link("Parking lots").click();
  await lena.heading("Nothing here").waitFor();
  assert.equal(await byKey(), 404);
});

scenario("An organization that opened itself is picked from the list and joins at once (K-05)", async (stage) => {
  const world = new World("picking");
  const { olga: owner, workspace } = await world.acme();
  await world.labelPartners(owner, workspace);
  const partners = (await owner.get(`${workspace}/collaborators`)).items.find(({ organization }) => organization.name === "Label Partners");
  await owner.delete(`${workspace}/collaborators/${partners.organization.id}`);
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.button("Invite an organization").click();
  await olga.dialog().getByRole("checkbox", { name: "Annotation partner" }).check();
  await olga.dialog().getByText("From a list").click();
  await olga.choose("Organization", "Label Partners");
  await olga.shoot("collaborators-pick");
  await olga.button("Add organization").click();
  await olga.row("Label Partners").getByText("Annotation partner").waitFor();
});

scenario("An invitation's link is copied, renewed and revoked from the list (O-01)", async (stage) => {
  const world = new World("invitations");
  const { olga: owner, workspace } = await world.acme();
  const email = `lena@${world.domain}`;
  await owner.post(`${workspace}/collaborators`, { types: ["DATA_PARTNER"], email, roles: [], projectAccess: [] });
  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/collaborators`);
  await olga.act(`the invitation of ${email}`, "Copy link");
  await olga.sees("The invitation link is copied.");
  const link = await olga.page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /^http:\/\/localhost:\d+\/invite\/\S{20,}$/);
  await olga.act(`the invitation of ${email}`, "Revoke");
  await olga.dialog().getByText(/stops working at once/).waitFor();
  await olga.shoot("invitation-revoke");
  await olga.dialog().getByRole("button", { name: "Revoke", exact: true }).click();
  await olga.sees("The invitation is revoked.");
  const lena = await stage.visitor();
  await lena.go(link);
  await lena.heading("The invitation was revoked").waitFor();
});
