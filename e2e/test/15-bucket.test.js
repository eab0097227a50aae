import { aBucket } from "../harness/bucket.js";
import { acmeWithProject } from "../harness/lots.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";

scenario("Pictures come from a bucket outside, whose keys nobody sees again", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "bucket");
  const lots = await pictures(["2026/a.jpg", "2026/b.jpg"].map((path) => ({ path, width: 64, height: 40, cars: 1 })));
  const objects = new Map([...lots.map(({ path, bytes }) => [`lots/${path}`, bytes]), ["lots/bad\\name.jpg", lots[0].bytes]]);
  const bucket = await aBucket("parking-photos", objects);
  const dataset = await world.dataset(owner, project, "Car park", [lots[0]]);
  await olga.go(`/${workspace}/datasets/${dataset.id}/settings`);
  const fill = async (secret) => {
    await olga.page.getByRole("textbox", { name: "Endpoint" }).fill(bucket.endpoint);
    await olga.page.getByRole("textbox", { name: "Bucket" }).fill(bucket.name);
    await olga.page.getByRole("textbox", { name: "Prefix" }).fill("lots/");
    await olga.page.getByRole("textbox", { name: "Access key" }).fill(secret);
    await olga.page.getByLabel("Secret key").fill("a-secret-of-the-bucket");
  };
  await fill("stranger");
  const form = olga.page.locator("form").filter({ has: olga.page.getByRole("textbox", { name: "Endpoint" }) });
  olga.expects("authentication-info: 422");
  await form.getByRole("button", { name: "Save" }).click();
  await olga.sees("The bucket cannot be used: these credentials may not list it.");
  await fill("reader");
  await form.getByRole("button", { name: "Save" }).click();
  await olga.sees(`parking-photos/lots/ at ${bucket.endpoint}`);
  await olga.shoot("bucket-settings");

  await owner.post(`datasets/${dataset.id}/drafts`, {});
  await olga.go(`/${workspace}/datasets/${dataset.id}/draft`);
  await olga.button("Import").click();
  await olga.page.getByRole("textbox", { name: "Into the folder" }).fill("from-bucket");
  await olga.shoot("bucket-dialog");
  await olga.page.getByRole("dialog").getByRole("button", { name: "Import" }).click();
  await olga.sees("Imported from the bucket");
  await olga.sees("3 objects looked at · 2 files put into the draft · 1 refused");
  await olga.sees("from-bucket/2026/b.jpg");
  await olga.shoot("bucket-imported");
});
