import { expect, test } from "vitest";
import { itemPath } from "./item-path";

test.each([
  ["./street/a.png", "", "street/a.png"],
  ["/street/a.png", "", "street/a.png"],
  ["street\\b.png", "", "street/b.png"],
  ["../../etc/passwd", "", "etc/passwd"],
  ["a.png", "/2026/june/", "2026/june/a.png"],
  ["cafe\u0301.png", "", "caf\u00e9.png"],
])("%j under %j becomes %j", (path, prefix, expected) => expect(itemPath(path, prefix)).toBe(expected));

test.each([".DS_Store", "street/.DS_Store", "__MACOSX/a.png", "street/Thumbs.db", ".git/config", "./", ""])(
  "%j is left out",
  (path) => expect(itemPath(path)).toBeNull(),
);
