import { expect, test } from "vitest";
import { datasetNameRule } from "@/features/dataset/name-rule";

test.each([
  ["Street scenes 2026", true],
  ["fashion-mnist_v1.0", true],
  ["Müller 1", true],
  ["a/b", false],
  ["  ", false],
  ["x".repeat(81), false],
])("T-02: %j is allowed: %s", (name, allowed) => expect(datasetNameRule(name) === null).toBe(allowed));
