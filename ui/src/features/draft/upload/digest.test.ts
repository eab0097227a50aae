import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { base64OfHex } from "@/features/draft/api/send-file";
import { digestByPieces } from "./digest";

const never = new AbortController().signal;
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

// jsdom's Blob cannot be read; this has what is asked of one.
function blob(bytes: Uint8Array): Blob {
  return {
    size: bytes.length,
    slice: (from: number, to: number) => blob(bytes.slice(from, to)),
    arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  } as unknown as Blob;
}

test.each([0, 1, 7, 8, 9, 1000])("a file of %i bytes has the same digest read in pieces", async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256);
  expect(await digestByPieces(blob(bytes), never, 8)).toBe(sha(bytes).toString("hex"));
});

test("stops when asked to", async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(digestByPieces(blob(new Uint8Array(9)), stop.signal)).rejects.toThrow();
});

test("the header's form of a digest", () => {
  const digest = sha(new TextEncoder().encode("kontor"));
  expect(base64OfHex(digest.toString("hex"))).toBe(digest.toString("base64"));
});
