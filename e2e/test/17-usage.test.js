import { acmeWithProject } from "../harness/lots.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";

scenario("What is stored shows beside the quotas, for the workspace and for the organization (O-08, C-05)", async (stage) => {
  const { world, workspace, project, owner, olga } = await acmeWithProject(stage, "usage");
  await world.dataset(owner, project, "Day", await pictures([{ path: "lot/a.jpg" }, { path: "lot/b.jpg" }]));
  await olga.go(`/${workspace}/manage/usage`);
  await olga.heading("Quotas").waitFor();
  await olga.text(/of 10.0 GiB · under 1 %/).first().waitFor();
  await olga.row(project.name).waitFor();
  await olga.shoot("workspace-usage");
  await olga.go("/organization/storage");
  await olga.heading("Storage").waitFor();
  await olga.page.getByRole("button", { expanded: false }).filter({ hasText: "Trial" }).first().click();
  await olga.row(project.name).waitFor();
  await olga.shoot("organization-storage");
});
