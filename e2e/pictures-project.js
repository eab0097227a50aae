/** Pictures of the pages of a project, for its page in the guide. */
export async function takeProject(page, pia, workspace, take) {
  const { items: projects } = await pia.get(`workspaces/${workspace}/projects`);
  const project = projects.find(({ name }) => name === "Product catalogue");
  const at = `/workspaces/${workspace}/projects/${project.id}`;
  await pia.patch(`projects/${project.id}`, { leadId: pia.id, startsOn: "2026-03-02", endsOn: "2029-06-29" });
  await pia.post(`projects/${project.id}/documents`, { name: "Shooting guide", url: "https://example.org/shooting-guide" });
  for (const [name, text] of [
    ["Categories.csv", "category,what it is\nbag,anything that is carried by hand\n"],
    ["Labelling rules.md", "# Rules\n\nOne box for each thing, as tight as it gets.\n"],
  ]) {
    await pia.call("PUT", `projects/${project.id}/documents/file?${new URLSearchParams({ name })}`, new TextEncoder().encode(text));
  }
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(`${at}/documents`);
  await page.getByRole("row").filter({ hasText: "Labelling rules.md" }).waitFor();
  await take(page, "project-documents");
  await page.goto(`${at}/members`);
  const box = page.getByRole("checkbox").first();
  await box.waitFor();
  await box.check();
  await take(page, "project-members");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${at}/settings`);
  await page.getByRole("button", { name: "Delete project" }).click();
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  await take(page, "project-delete");
}
