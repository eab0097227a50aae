import { answer, api } from "@/api/client";
import { sendWithProgress } from "@/api/send-with-progress";

/** Where the logo is read; the mark changes with the picture, so a new one is never hidden by an old one kept. */
export const logoAddress = (w: string, mark: string) => `/api/v1/workspaces/${w}/logo?mark=${mark}`;

export const putLogo = (w: string, file: File) =>
  sendWithProgress({
    method: "PUT",
    address: `/api/v1/workspaces/${w}/logo`,
    body: file,
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });

export const removeLogo = (w: string) => answer(api.DELETE("/api/v1/workspaces/{workspaceId}/logo", { params: { path: { workspaceId: w } } }));
