import createClient from "openapi-fetch";
import { keepPosition } from "@/api/position";
import { Problem } from "@/api/problem";
import { RequestKeys } from "@/api/request-keys";
import type { paths } from "@/api/schema";

export const TOKEN_MISSING = "csrf-token-missing";
const REQUEST_RUNNING = "request-running";
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
export const api = createClient<paths>({ credentials: "same-origin", baseUrl: location.origin, fetch: withFreshToken });

/** Another window may have been given a new token in between: then once more, with that. */
async function withFreshToken(request: Request): Promise<Response> {
  const again = UNSAFE.has(request.method) ? request.clone() : null;
  const response = await fetch(request);
  if (response.status !== 403 || !again) return response;
  if ((await Problem.of(response.clone())).code !== TOKEN_MISSING) return response;
  again.headers.set("X-XSRF-TOKEN", (await csrfToken()) ?? "");
  return fetch(again);
}

const keys = new RequestKeys();
/** Asked or staged again, they change nothing: no answer need be kept. */
const ASKING_OR_STAGING = /\/(drafts\/\d+\/(known|items)|matches)$/;

api.use({
  async onRequest({ request, id }) {
    if (request.method === "POST" && !ASKING_OR_STAGING.test(request.url)) {
      request.headers.set("Idempotency-Key", keys.of(id, `${request.url}\n${await request.clone().text()}`));
    }
    request.headers.set("Accept", "application/json, application/problem+json");
    if (UNSAFE.has(request.method)) {
      const token = await csrfToken();
      if (token) request.headers.set("X-XSRF-TOKEN", token);
    }
  },
  async onResponse({ response, id }) {
    keepPosition(response);
    const problem = response.ok ? null : await Problem.of(response);
    keys.answered(id, response.status < 500 && problem?.code !== REQUEST_RUNNING);
    if (problem) throw problem;
  },
  onError({ id }) {
    keys.answered(id, false);
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
