import assert from "node:assert/strict";
import { crc32, inflateRawSync } from "node:zlib";

/** The files of a zip, by name, read as strictly as tools read them: by the directory at its end, sums checked. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  assert.ok(end >= 0, "no end of a zip");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.toString("latin1", at, at + 4), "PK\x01\x02");
    const [name, more, note] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const path = bytes.toString("utf8", at + 46, at + 46 + name);
    const start = bytes.readUInt32LE(at + 42);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    assert.equal(content.length, bytes.readUInt32LE(at + 24), `size of ${path}`);
    assert.equal(crc32(content), bytes.readUInt32LE(at + 16), `sum of ${path}`);
    files.set(path, content);
    at += 46 + name + more + note;
  }
  return files;
}
