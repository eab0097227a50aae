export default async (booth) => {
  const page = await booth.page("Pia", `/workspaces/${booth.workspace}/projects`);
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search people, projects and datasets" }).fill("p");
  await booth.take(page, "search", page.getByRole("option").first());
};
