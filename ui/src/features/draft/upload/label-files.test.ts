import { expect, test } from "vitest";
import { withLabels } from "./label-files";

const file = (path: string, text = path) => ({ path, file: { size: text.length, text: async () => text } as unknown as Blob });
const day = { CLASSIFICATION: { category: "day" } };

test("a file beside another brings its labels, and is no item", async () => {
  const { entries, read, labelled, problems } = await withLabels([
    file("in/a.png"),
    file("in/a.png.json", JSON.stringify({ labels: day, metadata: { camera: "north" } })),
    file("in/b.png"),
  ]);
  expect(entries.map(({ path, labels, metadata }) => ({ path, labels, metadata }))).toEqual([
    { path: "in/a.png", labels: day, metadata: { camera: "north" } },
    { path: "in/b.png", labels: undefined, metadata: undefined },
  ]);
  expect([read, labelled, problems]).toEqual([1, 1, []]);
});

test("JSON that is something else is a file like any other", async () => {
  const all = [file("a.png"), file("a.png.json", '{"exposure": 3}'), file("b.json", '{"labels": {}}'), file("log.jsonl", '{"at": 1}\n')];
  const { entries, read } = await withLabels(all);
  expect(entries.map(({ path }) => path)).toEqual(all.map(({ path }) => path));
  expect(read).toBe(0);
});

test("one file of lines brings the labels of many, as an export lays them out", async () => {
  const lines = [
    { kontor: 1, dataset: "Day", version: 3, items: 2, catalog: {} },
    { path: "a/one.png", digest: "00", size: 3, mediaType: "image/png", labels: day, metadata: null },
    { path: "two.png", labels: null, metadata: { n: 1 } },
    { path: "not-here.png", labels: day },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  const { entries, labelled, problems } = await withLabels([file("export/items.jsonl", text), file("export/items/a/one.png"), file("export/two.png")]);
  expect(entries.map(({ path, labels, metadata }) => ({ path, labels, metadata }))).toEqual([
    { path: "export/items/a/one.png", labels: day, metadata: undefined },
    { path: "export/two.png", labels: undefined, metadata: { n: 1 } },
  ]);
  expect([labelled, problems]).toEqual([2, []]);
});

test("what cannot be read is told by its line, and not uploaded in its stead", async () => {
  const broken = await withLabels([file("a.png"), file("labels.jsonl", `${JSON.stringify({ path: "a.png", labels: day })}\n{"path": `)]);
  expect(broken.problems).toEqual([{ path: "labels.jsonl", reason: "Line 2 is no item." }]);
  expect(broken.entries.map(({ path }) => path)).toEqual(["a.png"]);
  const lost = await withLabels([file("a.png"), file("labels.jsonl", JSON.stringify({ path: "b.png", labels: day }))]);
  expect(lost.problems[0]?.reason).toBe("It has labels for none of these files.");
});
