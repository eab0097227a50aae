import { expect, test } from "vitest";
import { folderOf, foldersOf, nameOf } from "@/features/item/folders";

test("a prefix is a way down", () => {
  expect(foldersOf("street/night/")).toEqual([
    { name: "street", prefix: "street/" },
    { name: "night", prefix: "street/night/" },
  ]);
  expect(foldersOf(undefined)).toEqual([]);
});

test("a path has a name and a folder", () => {
  expect(nameOf("a/b/c.png")).toBe("c.png");
  expect(folderOf("a/b/c.png")).toBe("a/b/");
  expect(nameOf("c.png")).toBe("c.png");
  expect(folderOf("c.png")).toBeUndefined();
});
