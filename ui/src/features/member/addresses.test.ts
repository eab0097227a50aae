import { expect, test } from "vitest";
import { readAddresses } from "@/features/member/addresses";

test("reads what mail programs and spreadsheets write", () => {
  const { valid, invalid } = readAddresses(
    `Ann Lee <ann@acme.test>, "Lee, Bob" <bob@acme.test>;\ncleo@acme.test\tdan@acme.test mailto:eve@acme.test`,
  );
  expect(valid).toEqual(["ann@acme.test", "bob@acme.test", "cleo@acme.test", "dan@acme.test", "eve@acme.test"]);
  expect(invalid).toEqual([]);
});

test("takes every address once, whatever its case", () => {
  expect(readAddresses("Ann@acme.test ann@ACME.test").valid).toEqual(["Ann@acme.test"]);
});

test("sets aside what cannot be an address", () => {
  const { valid, invalid } = readAddresses("ann@acme, @acme.test, hello, ok@acme.test");
  expect(valid).toEqual(["ok@acme.test"]);
  expect(invalid).toEqual(["ann@acme", "@acme.test", "hello"]);
});

test("nothing is nothing", () => expect(readAddresses(" \n,; ")).toEqual({ valid: [], invalid: [] }));
