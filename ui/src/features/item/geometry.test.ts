import { expect, test } from "vitest";
import { boundsOf, moved, namePlace, storedPoint, unit, uprightMatrix, uprightPart, uprightSize, zoomed } from "@/features/item/geometry";

const stored = { width: 100, height: 60 };
const box = [{ x: 10, y: 20 }, { x: 30, y: 50 }];

test("a shape of an upright picture stays where it is", () => {
  expect(boundsOf(uprightPart(box, stored))).toEqual({ x: 10, y: 20, width: 20, height: 30 });
});

test("shapes are cut at the edges", () => {
  expect(boundsOf(uprightPart([{ x: 130, y: -5 }, { x: 90, y: 10 }], stored))).toEqual({ x: 90, y: 0, width: 10, height: 10 });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %i: shape and picture are turned alike", (orientation) => {
  const [a, b, c, d, e, f] = uprightMatrix(stored, orientation).slice(7, -1).split(" ").map(Number) as [
    number, number, number, number, number, number,
  ];
  const turn = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
  const corners = box.map(({ x, y }) => turn(x, y));
  const rectangle = boundsOf(uprightPart(box, stored, orientation));
  expect(rectangle.x).toBe(Math.min(...corners.map(([x]) => x)));
  expect(rectangle.y).toBe(Math.min(...corners.map(([, y]) => y)));
  expect(rectangle.x + rectangle.width).toBe(Math.max(...corners.map(([x]) => x)));
  const upright = uprightSize(stored, orientation);
  const all = [turn(0, 0), turn(100, 60)];
  expect(Math.min(...all.map(([x]) => x))).toBe(0);
  expect(Math.max(...all.map(([x]) => x))).toBe(upright.width);
  expect(Math.max(...all.map(([, y]) => y))).toBe(upright.height);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %i: what is drawn upright is kept where it is on the stored picture", (orientation) => {
  const [upright] = uprightPart([{ x: 10, y: 20 }], stored, orientation);
  expect(storedPoint(upright!, stored, orientation)).toEqual({ x: 10, y: 20 });
});

test("zooming keeps the point under the pointer", () => {
  const view = { x: 0, y: 0, width: 100, height: 60 };
  const near = zoomed(view, stored, 2, { x: 80, y: 30 });
  expect(near).toEqual({ x: 40, y: 15, width: 50, height: 30 });
  const share = (80 - near.x) / near.width;
  expect(share).toBeCloseTo(0.8);
});

test("zooming out ends at the whole picture, zooming in at a few pixels", () => {
  const whole = { x: 0, y: 0, width: 100, height: 60 };
  expect(zoomed({ x: 40, y: 15, width: 50, height: 30 }, stored, 0.1, { x: 50, y: 30 })).toEqual(whole);
  expect(zoomed(whole, stored, 10_000, { x: 50, y: 30 }).width).toBeCloseTo(60 / 64);
});

test("the view does not leave the picture", () => {
  expect(moved({ x: 40, y: 15, width: 50, height: 30 }, stored, 500, -500)).toMatchObject({ x: 50, y: 0 });
});

test("a unit is what one screen pixel shows", () => {
  expect(unit({ x: 0, y: 0, width: 100, height: 60 }, { width: 200, height: 60 })).toBe(1);
  expect(unit({ x: 0, y: 0, width: 100, height: 60 }, { width: 0, height: 0 })).toBe(1);
});

test("names stand above their box, or inside at the upper edge", () => {
  expect(namePlace({ x: 5, y: 30, width: 10, height: 10 }, 12)).toEqual({ x: 5, y: 18 });
  expect(namePlace({ x: 5, y: 3, width: 10, height: 10 }, 12)).toEqual({ x: 5, y: 3 });
});
