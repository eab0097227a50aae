/**
 * Which Idempotency-Key goes with a creating call. The same call, sent again before it was answered (a second click, a
 * try after the connection broke), is the same request to the server: it is done once. Answered, it is forgotten: whoever
 * sends it again then means another one.
 */
export class RequestKeys {
  readonly #open = new Map<string, string>();
  readonly #calls = new Map<string, string>();

  /** @param what route and body of the call */
  of(call: string, what: string): string {
    const key = this.#open.get(what) ?? random();
    this.#open.set(what, key);
    this.#calls.set(call, what);
    return key;
  }

  /** @param settled whether the server did it, or said why not; else nobody knows, and it is asked again by the same key */
  answered(call: string, settled: boolean): void {
    const what = this.#calls.get(call);
    this.#calls.delete(call);
    if (what !== undefined && settled) this.#open.delete(what);
  }
}

/** Not `randomUUID`: that is missing where a server is reached without TLS. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
