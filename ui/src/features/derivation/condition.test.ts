import { expect, test } from "vitest";
import { newGroup, newLine, scalar, whereOf } from "./condition";

test("nothing filled in asks nothing", () => {
  expect(whereOf(newGroup("all", [newLine(), newLine("size"), newLine("label")]))).toBeUndefined();
});

test("one line stands by itself, several in their group", () => {
  const path = { ...newLine(), value: "a/" };
  const size = { ...newLine("size"), value: "10" };
  expect(whereOf(newGroup("all", [path]))).toEqual({ path: { startsWith: "a/" } });
  expect(whereOf(newGroup("any", [path, size]))).toEqual({ any: [{ path: { startsWith: "a/" } }, { size: { atLeast: 10 } }] });
});

test("labels by type, category and attribute; the contrary of a line and of a group", () => {
  const label = { ...newLine("label", "BOX2D"), category: "cat", name: "w", comparator: "atLeast" as const, value: "5", negated: true };
  const inner = { ...newGroup("any", [{ ...newLine("metadata"), name: "weather", value: "rain" }]), negated: true };
  expect(whereOf(newGroup("all", [label, inner]))).toEqual({
    all: [
      { not: { label: { type: "BOX2D", category: "cat", attributes: [{ name: "w", value: { atLeast: 5 } }] } } },
      { not: { metadata: { key: "weather", value: { is: "rain" } } } },
    ],
  });
});

test("values are read as what they look like", () => {
  expect(["3", "true", "null", "rain", '"3"', "[1]"].map(scalar)).toEqual([3, true, null, "rain", "3", "[1]"]);
});
