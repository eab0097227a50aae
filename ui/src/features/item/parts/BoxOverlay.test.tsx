import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { boxCategories } from "@/features/item/box-categories";
import { BoxOverlay } from "./BoxOverlay";

const boxes = [
  { box2d: { xmin: 10, ymin: 30, xmax: 20, ymax: 50 }, category: "cat" },
  { box2d: { xmin: 0, ymin: 0, xmax: 5, ymax: 5 }, category: "dog" },
  { box2d: { xmin: 1, ymin: 1, xmax: 2, ymax: 2 }, category: "cat" },
];
const declared = ["dog", "cat"];

const overlay = (perPixel: number) =>
  render(
    <svg>
      <BoxOverlay boxes={boxes} stored={{ width: 100, height: 60 }} orientation={1} declared={declared} perPixel={perPixel} />
    </svg>,
  ).container;

test("every box is drawn where it is, with its name", () => {
  const drawn = overlay(1).querySelectorAll("[data-category]");
  expect(drawn).toHaveLength(3);
  const [first] = drawn;
  expect(first?.querySelector("rect")?.getAttribute("x")).toBe("10");
  expect(first?.querySelector("text")?.textContent).toBe("cat");
});

test("names keep their size on the screen while zooming", () => {
  const name = overlay(0.5).querySelector("[data-category] g");
  expect(name?.getAttribute("transform")).toContain("scale(0.5)");
});

test("a category has one colour in picture and legend", () => {
  const legend = boxCategories(boxes, declared);
  expect(legend.map(({ name, count }) => [name, count])).toEqual([["cat", 2], ["dog", 1]]);
  const box = overlay(1).querySelector('[data-category="cat"] rect[fill-opacity]');
  expect(box?.getAttribute("stroke")).toBe(legend[0]?.colour);
});
