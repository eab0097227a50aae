import { answer, api } from "@/api/client";
import type { NotificationAction } from "@/api/types";

/** An action is a request that the server wrote down; it checks everything again. */
export function act({ method, path, body }: NotificationAction): Promise<unknown> {
  const address = `/api/v1/${path}` as never;
  const request = { body: body ?? undefined } as never;
  return method === "DELETE" ? answer(api.DELETE(address, request)) : answer(api.POST(address, request));
}
