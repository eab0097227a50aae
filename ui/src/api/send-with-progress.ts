import { csrfToken, TOKEN_MISSING } from "@/api/client";
import { Problem, type ProblemDocument, problemOf } from "@/api/problem";

interface Sending {
  method: "POST" | "PUT";
  address: string;
  body: FormData | Blob;
  headers?: Record<string, string>;
  signal: AbortSignal;
  onBytes: (sent: number) => void;
}

/** A request that tells how far its body is: `fetch` cannot, so this is the one place for the older interface. */
export async function sendWithProgress<Answer = unknown>(sending: Sending): Promise<Answer> {
  try {
    return await send<Answer>(sending, await csrfToken());
  } catch (error) {
    if (problemOf(error).code !== TOKEN_MISSING) throw error;
    return send<Answer>(sending, await csrfToken());
  }
}

function send<Answer>(sending: Sending, token: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(sending.method, sending.address);
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    if (token) request.setRequestHeader("X-XSRF-TOKEN", token);
    for (const [name, value] of Object.entries(sending.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => sending.onBytes(loaded);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer as Answer);
      else reject(new Problem(request.status, (answer ?? { title: `The server answered ${request.status}.` }) as ProblemDocument, seconds(request)));
    };
    request.onerror = () => reject(Problem.unreachable());
    request.onabort = () => reject(new DOMException("Stopped", "AbortError"));
    request.onloadend = () => sending.signal.removeEventListener("abort", abort);
    sending.signal.addEventListener("abort", abort);
    if (sending.signal.aborted) reject(new DOMException("Stopped", "AbortError"));
    else request.send(sending.body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function seconds(request: XMLHttpRequest): number | null {
  const value = Number(request.getResponseHeader("Retry-After"));
  return value > 0 ? value : null;
}
