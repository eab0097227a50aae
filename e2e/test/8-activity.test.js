import { scenario } from "../harness/stage.js";
import { World } from "../harness/world.js";

scenario("Every action of the main job stands in the activity of the workspace", async (stage) => {
  const world = new World("activity");
  const { olga: owner, workspace } = await world.acme();
  await owner.patch(workspace, { name: "Harbour scenes" });
  const mo = await world.member(owner, workspace, "Mo", ["DEVELOPER"]);
  await owner.patch(`${workspace}/members/${mo.id}`, { roles: ["PROJECT_MANAGER"] });
  const project = await world.project(owner, workspace, "Parking lots", "SHARED");
  await owner.put(`projects/${project.id}/members/${mo.id}`);
  const lena = await world.labelPartners(owner, workspace, [project.id]);
  const partner = `${workspace}/collaborators/${lena.organization.id}`;
  await owner.patch(partner, { types: ["DATA_PARTNER"] });
  await owner.patch(partner, { projectAccess: { grant: [], withdraw: [project.id] } });
  await owner.delete(`projects/${project.id}/members/${mo.id}`);
  await owner.patch(`projects/${project.id}`, { visibility: "PUBLIC" });
  await owner.delete(partner);
  await owner.delete(`${workspace}/members/${mo.id}`);

  const olga = await stage.visitor(owner);
  await olga.go(`/${workspace}/manage/activity`);
  const happened = [
    "Workspace created", "Workspace edited", "Member joined", "Member roles changed", "Project created", "Project member chosen",
    "Collaborator invited", "Collaborator added", "Collaborator types changed", "Member roles stripped", "Collaborator access changed",
    "Project member dropped", "Project visibility changed", "Collaborator removed", "Member removed",
  ];
  for (const what of happened) await olga.row(what).first().waitFor();
  await olga.row("Member removed").filter({ hasText: "Olga" }).getByText("Mo", { exact: true }).waitFor();
  await olga.shoot("activity");
  await olga.page.getByRole("searchbox").fill("Parking");
  await olga.row("Member removed").first().waitFor({ state: "detached" });
  await olga.row("Project created").waitFor();
});

scenario("Only workspace admins read it", async (stage) => {
  const world = new World("activity-closed");
  const { olga, workspace } = await world.acme();
  const pia = await stage.visitor(await world.member(olga, workspace, "Pia", ["PROJECT_MANAGER"]));
  pia.expects(/GET .*\/activity: 403/);
  await pia.go(`/${workspace}/manage`);
  await pia.link(/^Members/).waitFor();
  if ((await pia.link("Activity").count()) > 0) throw new Error("the tab is not for project managers");
  await pia.go(`/${workspace}/manage/activity`);
  await pia.page.getByRole("alert").waitFor();
  await pia.shoot("activity-forbidden");
});
