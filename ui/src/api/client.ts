import createClient from "openapi-fetch";
import { Problem } from "@/api/problem";
import type { paths } from "@/api/schema";

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);

function cookie(name: string): string | undefined {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

/** The token that a writing request repeats; any reading request sets it, so we read first where it is missing. */
export async function csrfToken(): Promise<string | undefined> {
  if (!cookie("XSRF-TOKEN")) await fetch("/api/v1/server").catch(() => undefined);
  return cookie("XSRF-TOKEN");
}

/** The one client of the REST interface: same origin, session cookie, problems thrown. */
export const api = createClient<paths>({ credentials: "same-origin", baseUrl: location.origin });

api.use({
  async onRequest({ request }) {
    request.headers.set("Accept", "application/json, application/problem+json");
    if (UNSAFE.has(request.method)) {
      const token = await csrfToken();
      if (token) request.headers.set("X-XSRF-TOKEN", token);
    }
  },
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
});

/** What the server answered; refusals have been thrown before, a missing answer is thrown here. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  try {
    return (await call).data as T;
  } catch (error) {
    if (error instanceof TypeError) throw Problem.unreachable();
    throw error;
  }
}
