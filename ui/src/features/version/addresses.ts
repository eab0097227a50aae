const at = (datasetId: string, ref: string, part: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return `/api/v1/datasets/${datasetId}/versions/${encodeURIComponent(ref)}/${part}${search && `?${search}`}`;
};

// Where pictures and downloads of a version come from; item paths are always query values.
export const contentAddress = (datasetId: string, ref: string, path: string) => at(datasetId, ref, "content", { path });
export const downloadAddress = (datasetId: string, ref: string, path: string) => at(datasetId, ref, "content", { path, download: "1" });
export const thumbnailAddress = (datasetId: string, ref: string, path: string, size = 256) =>
  at(datasetId, ref, "thumbnail", { path, size: String(size) });
export const previewAddress = (datasetId: string, path: string, size = 256) =>
  `/api/v1/datasets/${datasetId}/preview/thumbnail?${new URLSearchParams({ path, size: String(size) })}`;
export const zipAddress = (datasetId: string, ref: string, prefix?: string) => at(datasetId, ref, "zip", { prefix: prefix || undefined });
export const exportAddress = (datasetId: string, ref: string, { format, images, task }: { format: string; images: boolean; task?: string }) =>
  at(datasetId, ref, "export", { format, images: String(images), task });
