export default async (booth) => {
  const page = await booth.page("Olga", `/workspaces/${booth.workspace}/manage/activity`);
  await booth.take(page, "activity", page.getByText(/^[\d,]+ actions, /));
};
