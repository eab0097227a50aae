import { expect, test } from "vitest";
import { accessChange, withdrawn } from "@/features/collaborator/access-change";

test("only differences are sent, so unseen projects stay (K-09)", () => {
  expect(accessChange(["a", "b"], ["b", "c"])).toEqual({ grant: ["c"], withdraw: ["a"] });
  expect(accessChange(["a"], ["a"])).toEqual({ grant: [], withdraw: [] });
});

test("full access is one word; leaving it grants what is chosen", () => {
  expect(accessChange(["a"], "FULL")).toBe("FULL");
  expect(accessChange("FULL", ["a"])).toEqual({ grant: ["a"], withdraw: [] });
});

test("what is lost", () => {
  expect(withdrawn("FULL", ["a"], ["a", "b", "c"])).toEqual(["b", "c"]);
  expect(withdrawn(["a", "b"], ["b"], ["a", "b", "c"])).toEqual(["a"]);
  expect(withdrawn(["a"], "FULL", ["a"])).toEqual([]);
});
