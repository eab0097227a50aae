import { describe, expect, it } from "vitest";
import { RequestKeys } from "./request-keys";

describe("The key of a creating call", () => {
  it("is the same for a second click, and another one once it was answered", () => {
    const keys = new RequestKeys();
    const first = keys.of("1", "POST a");
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.of("2", "POST a")).toBe(first);
    keys.answered("1", true);
    keys.answered("2", true);
    expect(keys.of("3", "POST a")).not.toBe(first);
  });

  it("is kept where nobody knows whether it was done", () => {
    const keys = new RequestKeys();
    const first = keys.of("1", "POST a");
    keys.answered("1", false);
    expect(keys.of("2", "POST a")).toBe(first);
  });

  it("is another one for another body", () => {
    const keys = new RequestKeys();
    expect(keys.of("1", "POST a")).not.toBe(keys.of("2", "POST b"));
  });
});
