export default async (booth) => {
  const members = await booth.page("Olga", `/workspaces/${booth.workspace}/manage/members`);
  await booth.take(members, "members", members.getByRole("row").filter({ hasText: "Pia" }));

  const collaborators = await booth.page("Olga", `/workspaces/${booth.workspace}/manage/collaborators`);
  await booth.take(collaborators, "collaborators", collaborators.getByRole("row").filter({ hasText: "Label Partners" }));

  const settings = await booth.page("Olga", `/workspaces/${booth.workspace}/manage/settings`);
  await booth.take(settings, "workspace-settings", settings.getByRole("button", { name: "Transfer ownership" }));
};
