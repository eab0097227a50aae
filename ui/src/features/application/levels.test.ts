import { expect, test } from "vitest";
import { givable } from "@/features/application/levels";

test("one hands on as much as one holds, and never the ownership", () => {
  expect(givable("VIEWER")).toEqual(["PREVIEWER", "VIEWER"]);
  expect(givable("OWNER").at(-1)).toBe("ADMIN");
});

test("a link gives EDITOR at most", () => {
  expect(givable("OWNER", "EDITOR").at(-1)).toBe("EDITOR");
  expect(givable("USER", "EDITOR").at(-1)).toBe("USER");
});
