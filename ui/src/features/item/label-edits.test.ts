import { expect, test } from "vitest";
import { attributesOf, controlOf } from "./attributes";
import { boxBetween, dragSides, gripsOf, moveBox } from "./boxes";
import { freshLabel, labelsOf, placeOf, withAttribute, withField, withLabel, withoutLabel } from "./label-edits";
import { entriesOf, metadataOf, problemOfEntry } from "./metadata-edits";

const picture = { width: 100, height: 60 };
const box = { xmin: 10, ymin: 20, xmax: 30, ymax: 40 };

test("boxes are drawn in whole pixels of the picture, in any direction", () => {
  expect(boxBetween({ x: 30.4, y: 40.2 }, { x: 9.6, y: -7 }, picture)).toEqual({ xmin: 10, ymin: 0, xmax: 30, ymax: 40 });
  expect(boxBetween({ x: 90, y: 50 }, { x: 300, y: 300 }, picture)).toEqual({ xmin: 90, ymin: 50, xmax: 100, ymax: 60 });
});

test("a box is moved as a whole and stays in the picture", () => {
  expect(moveBox(box, 5.4, -3, picture)).toEqual({ xmin: 15, ymin: 17, xmax: 35, ymax: 37 });
  expect(moveBox(box, 500, -500, picture)).toEqual({ xmin: 80, ymin: 0, xmax: 100, ymax: 20 });
  expect(moveBox({ xmin: 0.5, ymin: 0.5, xmax: 9.5, ymax: 9.5 }, 1, 0, picture)).toMatchObject({ xmin: 1.5, xmax: 10.5 });
});

test("a side goes with the pointer, also over its opposite", () => {
  expect(gripsOf(box)).toHaveLength(8);
  expect(dragSides(box, { x: "xmax" }, { x: 55.5, y: 3 }, picture)).toEqual({ ...box, xmax: 56 });
  expect(dragSides(box, { x: "xmin", y: "ymax" }, { x: 50, y: 5 }, picture)).toEqual({ xmin: 30, ymin: 5, xmax: 50, ymax: 20 });
});

test("labels are put, changed and taken out; a type of which none is left goes", () => {
  const one = withLabel({}, { type: "BOX2D", index: 0 }, freshLabel("BOX2D", box));
  const two = withLabel(one, { type: "BOX2D", index: 1 }, { box2d: box, category: "cat" });
  expect(labelsOf(two, "BOX2D")).toHaveLength(2);
  expect(withoutLabel(two, { type: "BOX2D", index: 0 })).toEqual({ BOX2D: [{ box2d: box, category: "cat" }] });
  expect(withoutLabel(one, { type: "BOX2D", index: 0 })).toEqual({});
  expect(withLabel({}, { type: "CLASSIFICATION", index: 0 }, { category: "day" })).toEqual({ CLASSIFICATION: { category: "day" } });
});

test("what is emptied is not stored", () => {
  expect(withField({ category: "cat", instance: "a" }, "category", "")).toEqual({ instance: "a" });
  const wet = withAttribute({ category: "kerb" }, "wet", false);
  expect(wet).toEqual({ category: "kerb", attributes: { wet: false } });
  expect(withAttribute(wet, "wet", undefined)).toEqual({ category: "kerb" });
});

test("a refusal names its label", () => {
  expect(placeOf("labels.POLYGON[2].polygon")).toEqual({ type: "POLYGON", index: 2 });
  expect(placeOf("labels.CLASSIFICATION.attributes.wet")).toEqual({ type: "CLASSIFICATION", index: 0 });
  expect(placeOf("metadata")).toBeNull();
});

test("attributes are given by what they are declared as", () => {
  const types = ["boolean", "integer", "string", ["null", "number"], "array", undefined];
  expect(types.map((type) => controlOf({ name: "a", type }))).toEqual(["yes-no", "number", "text", "number", "json", "json"]);
  expect(controlOf({ name: "a", type: "string", enum: ["x"] })).toBe("choice");
  const declared = [{ name: "wet" }, { name: "doors", parentCategories: ["car"] }];
  expect(attributesOf(declared, "kerb", { odd: 1 }).map(({ name }) => name)).toEqual(["wet", "odd"]);
  expect(attributesOf(declared, "car", undefined).map(({ name }) => name)).toEqual(["wet", "doors"]);
});

test("metadata keeps its types", () => {
  const metadata = { camera: "north", shutter: 0.5, night: false, lens: { mm: [35] }, none: null };
  const entries = entriesOf(metadata);
  expect(metadataOf(entries)).toEqual(metadata);
  expect(entries.map((entry) => problemOfEntry(entry, entries))).toEqual([null, null, null, null, null]);
  expect(problemOfEntry({ key: "a", kind: "number", text: "12 m" }, [])).toBe("This is no number.");
  expect(problemOfEntry({ key: "", kind: "text", text: "" }, [])).toBeNull();
  const twice = { key: "a", kind: "text" as const, text: "" };
  expect(problemOfEntry(twice, [twice, { ...twice, key: " a" }])).toBe("This key is there twice.");
});
