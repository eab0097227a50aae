export default async (booth) => {
  const page = await booth.page("Olga", "/notifications");
  await booth.take(page, "notifications", page.getByRole("listitem").first());
};
