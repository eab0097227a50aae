export default async (booth) => {
  const pia = booth.person("Pia");
  const { items: projects } = await pia.get(`workspaces/${booth.workspace}/projects`);
  const project = projects.find(({ name }) => name === "Product catalogue");
  const at = `/workspaces/${booth.workspace}/projects/${project.id}`;
  await pia.patch(`projects/${project.id}`, { leadId: pia.id, startsOn: "2026-03-02", endsOn: "2029-06-29" });
  await pia.post(`projects/${project.id}/documents`, { name: "Shooting guide", url: "https://example.org/shooting-guide" });
  for (const [name, text] of [
    ["Categories.csv", "category,what it is\nbag,anything that is carried by hand\n"],
    ["Labelling rules.md", "# Rules\n\nOne box for each thing, as tight as it gets.\n"],
  ]) {
    await pia.call("PUT", `projects/${project.id}/documents/file?${new URLSearchParams({ name })}`, new TextEncoder().encode(text));
  }

  const list = await booth.page("Olga", `/workspaces/${booth.workspace}/projects`);
  await booth.take(list, "projects", list.getByText("Product catalogue"));
  const partners = await booth.page("Lena", `/workspaces/${booth.workspace}/projects`);
  await booth.take(partners, "projects-partner", partners.getByText("Product catalogue"));

  const documents = await booth.page("Pia", `${at}/documents`, { height: 700 });
  await booth.take(documents, "project-documents", documents.getByRole("row").filter({ hasText: "Labelling rules.md" }));

  const members = await booth.page("Pia", `${at}/members`, { height: 700 });
  await members.getByRole("checkbox").first().check();
  await booth.take(members, "project-members", members.getByRole("checkbox"));

  const settings = await booth.page("Olga", `${at}/settings`, { height: 900 });
  await settings.getByRole("button", { name: "Delete project" }).click();
  await booth.take(settings, "project-delete", settings.getByRole("dialog").getByRole("textbox"));
};
