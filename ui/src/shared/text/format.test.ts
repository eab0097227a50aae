import { expect, test } from "vitest";
import { formatAgo, formatBytes, plural, sentence } from "@/shared/text/format";

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [10 * 1024 ** 3, "10.0 GiB"],
  [512 * 1024, "512 KiB"],
])("%i bytes read %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test("counts agree with their nouns", () => {
  expect(plural(1, "dataset")).toBe("1 dataset");
  expect(plural(2000, "person", "people")).toBe("2,000 people");
});

test("constants become words", () => expect(sentence("PROJECT_MANAGER")).toBe("Project manager"));

test("recent times are said in words, older ones as dates", () => {
  const now = Date.parse("2026-06-10T12:00:00Z");
  expect(formatAgo("2026-06-10T11:59:40Z", now)).toBe("just now");
  expect(formatAgo("2026-06-10T09:00:00Z", now)).toBe("3 hours ago");
  expect(formatAgo("2026-01-10T09:00:00Z", now)).toBe("Jan 10, 2026");
});
