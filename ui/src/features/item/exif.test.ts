import { expect, test } from "vitest";
import { orientationOf } from "@/features/item/exif";

function jpeg(orientation: number, little: boolean): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(64));
  view.setUint16(0, 0xffd8);
  view.setUint16(2, 0xffe0);
  view.setUint16(4, 4);
  view.setUint16(8, 0xffe1);
  view.setUint16(10, 40);
  view.setUint32(12, 0x45786966);
  const tiff = 18;
  view.setUint16(tiff, little ? 0x4949 : 0x4d4d);
  view.setUint16(tiff + 2, 42, little);
  view.setUint32(tiff + 4, 8, little);
  view.setUint16(tiff + 8, 1, little);
  view.setUint16(tiff + 10, 0x0112, little);
  view.setUint16(tiff + 12, 3, little);
  view.setUint32(tiff + 14, 1, little);
  view.setUint16(tiff + 18, orientation, little);
  return view.buffer;
}

test.each([1, 3, 6, 8])("reads orientation %i in both byte orders", (orientation) => {
  expect(orientationOf(jpeg(orientation, true))).toBe(orientation);
  expect(orientationOf(jpeg(orientation, false))).toBe(orientation);
});

test("what is not a whole JPEG is upright", () => {
  expect(orientationOf(new ArrayBuffer(0))).toBe(1);
  expect(orientationOf(new TextEncoder().encode("\u0089PNG and so on").buffer as ArrayBuffer)).toBe(1);
  expect(orientationOf(jpeg(6, true).slice(0, 30))).toBe(1);
  expect(orientationOf(jpeg(77, true))).toBe(1);
});
