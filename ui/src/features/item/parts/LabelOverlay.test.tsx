import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { drawingsOf, undrawn } from "@/features/item/drawings";
import { legendOf } from "@/features/item/legend";
import { LabelOverlay } from "./LabelOverlay";

const box = (xmin: number, ymin: number, xmax: number, ymax: number, category: string) => ({ box2d: { xmin, ymin, xmax, ymax }, category });
const at = (x: number, y: number) => ({ x, y });
const labels = {
  BOX2D: [box(10, 30, 20, 50, "cat"), box(0, 0, 5, 5, "dog"), box(1, 1, 2, 2, "cat")],
  POLYGON: [{ polygon: [at(1, 1), at(9, 1), at(9, 9)], category: "cat" }],
  MULTI_POLYGON: [{ multiPolygon: [[at(1, 1), at(2, 1), at(2, 2)], [at(5, 5), at(6, 5), at(6, 6)]] }],
  POLYLINE2D: [{ polyline2d: [at(0, 0), at(50, 50), at(200, 50)] }],
  KEYPOINTS2D: [{ keypoints2d: [{ x: 1, y: 1, v: 2 }, { x: 2, y: 2, v: 1 }, { x: 0, y: 0, v: 0 }], category: "cat" }],
  RLE: [{ rle: [1, 2] }],
};
const catalog = { BOX2D: { categories: [{ name: "dog" }, { name: "cat" }] } };
const drawings = drawingsOf(labels);

const overlay = (perPixel: number) =>
  render(
    <svg>
      <LabelOverlay drawings={drawings} stored={{ width: 100, height: 60 }} orientation={1} catalog={catalog} perPixel={perPixel} />
    </svg>,
  ).container;

const paths = (type: string) => [...overlay(1).querySelectorAll(`[data-type="${type}"] path[fill-opacity]`)].map((path) => path.getAttribute("d"));

test("every label is drawn where it is, with its name", () => {
  expect(overlay(1).querySelectorAll("[data-category]")).toHaveLength(7);
  expect(paths("BOX2D")[0]).toBe("M10 30 L20 30 L20 50 L10 50 Z");
  expect(paths("POLYGON")).toEqual(["M1 1 L9 1 L9 9 Z"]);
  expect(paths("MULTI_POLYGON")).toEqual(["M1 1 L2 1 L2 2 Z M5 5 L6 5 L6 6 Z"]);
  expect(overlay(1).querySelector('[data-type="POLYGON"] text')?.textContent).toBe("cat");
});

test("lines stay open, and end at the picture's edge", () => {
  expect(paths("POLYLINE2D")).toEqual(["M0 0 L50 50 L100 50"]);
  expect(overlay(1).querySelector('[data-type="POLYLINE2D"] path[fill-opacity]')?.getAttribute("fill")).toBe("none");
});

test("covered keypoints are hollow, and those not in the picture are not drawn", () => {
  const dots = overlay(1).querySelectorAll('[data-type="KEYPOINTS2D"] circle');
  expect([...dots].map((dot) => dot.getAttribute("fill-opacity"))).toEqual(["1", "0.1"]);
  expect(overlay(1).querySelector('[data-type="KEYPOINTS2D"] g')?.getAttribute("transform")).toContain("translate(1 1)");
});

test("names keep their size on the screen while zooming", () => {
  expect(overlay(0.5).querySelector("[data-category] g")?.getAttribute("transform")).toContain("scale(0.5)");
});

test("a category has one colour in picture and legend", () => {
  const legend = legendOf(drawings, catalog).filter(({ type }) => type === "BOX2D");
  expect(legend.map(({ category, count }) => [category, count])).toEqual([["cat", 2], ["dog", 1]]);
  const drawn = overlay(1).querySelector('[data-type="BOX2D"][data-category="cat"] path[fill-opacity]');
  expect(drawn?.getAttribute("stroke")).toBe(legend[0]?.colour);
});

test("what has no drawing stands beside the picture as it is stored", () => {
  expect(undrawn({ ...labels, CLASSIFICATION: { category: "cat" }, SENTENCE: [] })).toEqual([["RLE", labels.RLE]]);
});
