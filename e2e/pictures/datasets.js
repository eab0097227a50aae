// A picture with many boxes and few colours, so that its copy stays small.
const SHOWN = process.env.KONTOR_PICTURE ?? "things/coins.png";

export default async (booth) => {
  const pia = booth.person("Pia");
  const { items: datasets } = await pia.get(`workspaces/${booth.workspace}/datasets`);
  const photographs = datasets.find(({ name }) => name === "Photographs");
  const large = datasets.reduce((most, dataset) => (dataset.items > most.items ? dataset : most));
  const { folders } = await pia.get(`datasets/${large.id}/versions/main/folder`);

  const browsed = await booth.page("Pia", `/workspaces/${booth.workspace}/datasets/${large.id}?prefix=${encodeURIComponent(folders[0]?.path ?? "")}`);
  await booth.take(browsed, "dataset", browsed.locator("main img"));

  const viewed = await booth.page("Pia", `/workspaces/${booth.workspace}/datasets/${photographs.id}/item?ref=main&path=${encodeURIComponent(SHOWN)}`, { width: 1000, height: 640 });
  await booth.take(viewed, "viewer", viewed.locator("svg g[data-category]"));
};
