import assert from "node:assert/strict";
import { after, before } from "node:test";
import { eventually } from "../harness/eventually.js";
import { MailServer } from "../harness/mail.js";
import { startServer } from "../harness/server.js";
import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

/** A server that sends mail: what people do with the links that come (O-01, O-06, C-03). */
let mail, server;
before(async () => {
  mail = await MailServer.start();
  server = await startServer(mail.settings);
});
after(async () => {
  const complaints = await server.stop();
  await mail.stop();
  assert.equal(complaints, "", "the server complained");
});

const PASSWORD = "a long enough password";

/** Registers by REST and by the link that comes, as the tests of other files do in one request. */
async function registered(world, organization, name, at) {
  const person = world.person(name, at);
  await person.post("organizations", { organization, name, email: person.email, password: person.password });
  await person.post(`registrations/${(await mail.link(person.email, "/confirm/")).split("/").pop()}/confirmation`);
  return person.meet();
}

scenario("Registering asks to look into one's mail; its link makes the organization", async (stage) => {
  const { domain } = new World("confirm", server.url);
  const email = `olga@${domain}`;
  const olga = await stage.visitor(null, { baseURL: server.url });
  await olga.go("/register");
  await olga.fill({ Organization: "Acme", "Your name": "Olga", "E-mail address": email, Password: PASSWORD });
  await olga.button("Register").click();
  await olga.heading("Look into your mail").waitFor();
  await olga.sees(`on its way to ${email}`);
  await olga.shoot("register-mailed");
  const link = await mail.link(email, "/confirm/");
  await olga.go(link);
  await olga.heading("Register Acme").waitFor();
  await olga.sees(`you confirm that ${email} is your address`);
  await olga.shoot("register-confirm");
  await olga.button("Confirm").click();
  await olga.heading("Welcome, Olga").waitFor();

  const late = await stage.visitor(null, { baseURL: server.url });
  late.expects("GET /api/v1/registrations/");
  await late.go(link);
  await late.heading("This link works no more").waitFor();
  await late.shoot("register-link-used");
});

scenario("Registering a known address looks the same, and only its owner is told", async (stage) => {
  const world = new World("known", server.url);
  const owner = await registered(world, "Acme", "Olga");
  const stranger = await stage.visitor(null, { baseURL: server.url });
  await stranger.go("/register");
  await stranger.fill({ Organization: "Mine", "Your name": "Sam", "E-mail address": owner.email, Password: PASSWORD });
  await stranger.button("Register").click();
  await stranger.heading("Look into your mail").waitFor();
  assert.equal(await mail.link(owner.email, "/sign-i"), "/sign-in");
});

scenario("An invited partner follows the mailed link and accepts", async (stage) => {
  const world = new World("mailed-invitation", server.url);
  const owner = await registered(world, "Acme", "Olga");
  const { id } = await owner.post("workspaces", { name: "Road scenes" });
  const email = `lena@labelpartners.${world.domain}`;
  const olga = await stage.visitor(owner);
  await olga.go(`/workspaces/${id}/manage/collaborators`);
  await owner.post(`workspaces/${id}/collaborators`, { types: ["ANNOTATION_PARTNER"], email, roles: ["ANNOTATION_MANAGER"], projectAccess: [] });
  const lena = await stage.visitor(null, { baseURL: server.url });
  await lena.go(await mail.link(email, "/invite/"));
  await lena.sees("Road scenes");
  await lena.shoot("invitation-mailed");
  await lena.fill({ "Your name": "Lena", "Your organization": "Label Partners", Password: PASSWORD });
  await lena.button("Register and accept").click();
  await lena.arrives(new RegExp(`^/workspaces/${id}`));
  await olga.row("Label Partners").waitFor();
  assert.equal(mail.count(email), 1);
});

scenario("Somebody new follows a copied link, and goes on by the mailed one", async (stage) => {
  const world = new World("copied-invitation", server.url);
  const owner = await registered(world, "Acme", "Olga");
  const { id } = await owner.post("workspaces", { name: "Road scenes" });
  const email = `nina@newpartners.${world.domain}`;
  const made = await owner.post(`workspaces/${id}/collaborators`, { types: ["DATA_PARTNER"], email, projectAccess: [] });
  const nina = await stage.visitor(null, { baseURL: server.url });
  await nina.go(made.invitation.link);
  await nina.sees("Road scenes");
  await nina.sees("is mailed there");
  await nina.shoot("invitation-copied");
  const first = mail.count(email);
  await nina.button("Mail me the link").click();
  await nina.sees(`on its way to ${email}`);
  await nina.shoot("invitation-link-mailed");
  await eventually(() => assert.ok(mail.count(email) > first, "no second mail came"));
  const link = await mail.link(email, "/invite/");
  assert.notEqual(link, made.invitation.link);
  await nina.go(link);
  await nina.fill({ "Your name": "Nina", "Your organization": "New Partners", Password: PASSWORD });
  await nina.button("Register and accept").click();
  await nina.arrives(new RegExp(`^/workspaces/${id}`));
});

scenario("Somebody with an account follows the link of an invitation to a dataset", async (stage) => {
  const world = new World("mailed-dataset", server.url);
  const owner = await registered(world, "Acme", "Olga");
  const sam = await registered(world, "Elsewhere", "Sam");
  const { id } = await owner.post("workspaces", { name: "Road scenes" });
  const project = await owner.post(`workspaces/${id}/projects`, { name: "Streets", visibility: "SHARED" });
  const dataset = await owner.post(`projects/${project.id}/datasets`, { name: "Frames" });
  const { outcomes } = await owner.post(`datasets/${dataset.id}/invitations`, { emails: [sam.email], level: "VIEWER" });
  const visitor = await stage.visitor(null, { baseURL: server.url });
  await visitor.go(outcomes[0].link);
  await visitor.button("Mail me the link").waitFor();
  await visitor.shoot("join-copied");
  await visitor.go(await mail.link(sam.email, "/join/"));
  await visitor.link(`Sign in with ${sam.email}`).click();
  await visitor.fill({ "E-mail address": sam.email, Password: sam.password });
  await visitor.button("Sign in").click();
  await visitor.button("Apply").click();
  await visitor.sees("You have applied");
});

scenario("A forgotten password is set anew by the mailed link, and ends open sessions", async (stage) => {
  const world = new World("forgotten", server.url);
  const owner = await registered(world, "Acme", "Olga");
  const there = await stage.visitor(owner);
  there.tolerates(/GET \/api\/v1\/.*: 401/);
  await there.go("/account");
  await there.heading("Account").waitFor();
  const olga = await stage.visitor(null, { baseURL: server.url });
  await olga.go("/sign-in");
  await olga.link("Forgotten your password?").click();
  await olga.fill({ "E-mail address": owner.email });
  await olga.button("Mail me a link").click();
  await olga.heading("Look into your mail").waitFor();
  await olga.shoot("forgotten-mailed");
  await olga.go(await mail.link(owner.email, "/reset/"));
  await olga.heading("Set a new password").waitFor();
  await olga.shoot("reset");
  await olga.fill({ "New password": "another long password" });
  await olga.button("Set password").click();
  await olga.arrives("/sign-in");
  await olga.fill({ "E-mail address": owner.email, Password: "another long password" });
  await olga.button("Sign in").click();
  await olga.heading("Welcome, Olga").waitFor();
  // the page that was open hears of it by itself
  await there.heading("Sign in").waitFor();
});
