import { expect, test } from "vitest";
import { labelFigures } from "@/features/dataset/label-figures";

test("declared and counted categories together, most frequent first", () => {
  const catalog = { CLASSIFICATION: { categories: [{ name: "cat" }, { name: "dog" }] }, BOX2D: {} };
  const statistics = { labels: { CLASSIFICATION: { dog: 7, bird: 2 } }, attributes: { CLASSIFICATION: { indoor: { false: 1, true: 8 } } } };
  expect(labelFigures(catalog, statistics)).toEqual([
    {
      type: "CLASSIFICATION",
      categories: [{ name: "dog", count: 7 }, { name: "bird", count: 2 }, { name: "cat", count: 0 }],
      attributes: [{ name: "indoor", values: [{ name: "true", count: 8 }, { name: "false", count: 1 }] }],
    },
    { type: "BOX2D", categories: [], attributes: [] },
  ]);
});

test("without labels there is nothing to show", () => expect(labelFigures({}, {})).toEqual([]));
