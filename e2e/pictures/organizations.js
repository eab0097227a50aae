export default async (booth) => {
  const users = await booth.page("Olga", "/organization");
  await booth.take(users, "users", users.getByRole("row").filter({ hasText: "Pia" }));

  const access = await booth.page("Olga", "/organization/workforce-access");
  await booth.take(access, "workforce-access", access.getByText("Label Partners"));
};
